import assert from 'node:assert/strict';
import { corpusOf, placed } from '../../testing/corpus.ts';
import { allFindings } from '../findings/index.ts';
import type { Snapshot } from '../corpus/types.ts';
import {
  comparisons,
  comparisonsAt,
  definition,
  documentSymbols,
  dossier,
  highlights,
  hover,
  links,
  provenance,
  references,
  workspaceSymbols,
  type Comparison,
} from './index.ts';

const TWO = `//- a
$0Gen. Ada Lovelace met Charles Babbage in Port Meridian. “The bridge will hold for years,” Lovelace said.
//- b
Ada Lovelace left Port Meridian. “The bridge will hold for years,” she said.`;

/** The corpus with the cursor before the first `words`. */
const at = (words: string) => corpusOf(TWO.replace('$0', '').replace(words, `$0${words}`));

describe('links and definition', () => {
  it('lead from each name to one entity, and agree with one another', () => {
    const { snapshot } = corpusOf(TWO);
    const found = links(snapshot, 'a');
    assert.deepEqual(
      found.map(({ span, name }) => `${snapshot.source('a')!.reading.text.slice(span.start, span.end)} → ${name}`),
      [
        'Ada Lovelace → Ada Lovelace',
        'Charles Babbage → Charles Babbage',
        'Port Meridian → Port Meridian',
        'Lovelace → Ada Lovelace',
      ],
    );
    for (const { span, entity } of found) {
      for (const offset of [span.start, span.end]) assert.equal(definition(snapshot, 'a', offset)?.entity, entity);
    }
  });

  it('are silent outside of names', () => {
    const { snapshot, cursor } = at('met');
    assert.equal(definition(snapshot, cursor.uri, cursor.offset + 1), null);
    assert.deepEqual(references(snapshot, cursor.uri, cursor.offset + 1), []);
  });
});

describe('references and highlights', () => {
  it('list every mention, in all sources and in this one', () => {
    const { snapshot, cursor } = at('Ada Lovelace met');
    assert.deepEqual(
      references(snapshot, cursor.uri, cursor.offset).map((ref) => placed(snapshot, ref)),
      ['a "Ada Lovelace"', 'a "Lovelace"', 'b "Ada Lovelace"'],
    );
    // the rank is a mention of its holder
    assert.equal(highlights(snapshot, cursor.uri, cursor.offset).length, 3);
  });
});

describe('hover', () => {
  it('tells name, roles and counts of a mention', () => {
    const { snapshot, cursor } = at('Lovelace met');
    const [first] = hover(snapshot, cursor.uri, cursor.offset);
    assert.equal(first?.kind, 'mention');
    assert.ok(first.kind === 'mention' && first.entity);
    assert.equal(first.entity.name, 'Ada Lovelace');
    assert.deepEqual(first.counts, { mentions: 3, sources: 2 });
    assert.deepEqual(
      first.roles.map(({ text }) => text),
      ['Gen.'],
    );
    assert.deepEqual(first.bySource, [
      { uri: 'a', mentions: 2 },
      { uri: 'b', mentions: 1 },
    ]);
  });

  it('tells why a shorter form is the same person', () => {
    const { snapshot, cursor } = at('Lovelace said');
    const [first] = hover(snapshot, cursor.uri, cursor.offset);
    assert.ok(first?.kind === 'mention');
    assert.deepEqual(
      first.reasons.map(({ reason }) => reason),
      ['surname'],
    );
  });

  it('tells on the full name why the others are one with it, and by which steps a form is', () => {
    const corpus =
      '//- a\nAmb. Kathryn Bea Okafor came. Okafor left.\n//- b\nKate Okafor sang. KATE OKAFOR is old.\n//- c\nKathryn B. Okafor.';
    const { snapshot } = corpusOf(corpus);
    const why = (uri: string, words: string): string[] => {
      const { text } = snapshot.source(uri)!.reading;
      const found = hover(snapshot, uri, text.indexOf(words) + 1).find(({ kind }) => kind === 'mention');
      assert.ok(found?.kind === 'mention');
      return found.reasons.map(({ from, to, reason }) => `${from} > ${to}: ${reason}`);
    };
    assert.deepEqual(why('a', 'Kathryn'), [
      'KATE OKAFOR > Kathryn B. Okafor: nickname',
      'Kate Okafor > Kathryn B. Okafor: nickname',
      'Kathryn B. Okafor > Kathryn Bea Okafor: initials',
      'Okafor > Kathryn Bea Okafor: surname',
    ]);
    assert.deepEqual(why('b', 'KATE'), [
      'KATE OKAFOR > Kathryn B. Okafor: nickname',
      'Kathryn B. Okafor > Kathryn Bea Okafor: initials',
    ]);
    assert.deepEqual(why('a', 'Amb.'), ['Amb. > Kathryn Bea Okafor: apposition']);
  });

  it('tells the speaker of a quotation and where else it stands', () => {
    const { snapshot, cursor } = at('bridge will');
    const quotation = hover(snapshot, cursor.uri, cursor.offset).find(({ kind }) => kind === 'quotation');
    assert.ok(quotation?.kind === 'quotation');
    assert.equal(quotation.speaker?.entity?.name, 'Ada Lovelace');
    assert.equal(quotation.cueText, 'said');
    assert.deepEqual(
      quotation.elsewhere.map(({ excerpt, relation }) => `${excerpt.place.uri} ${relation}`),
      ['b same'],
    );
  });

  it('lists where a quotation stands without marks or in other words', () => {
    const words = 'The harbour is a powerful example of what the people of these islands can build together';
    const { snapshot } = corpusOf(
      `//- a\n“${words},” Ada Lovelace said.\n//- b\nWork began in May. ${words}.\n//- c\nAda Lovelace said that the harbour was an example of what people on these islands could build.`,
    );
    const quotation = hover(snapshot, 'a', 5).find(({ kind }) => kind === 'quotation');
    assert.deepEqual(
      quotation?.kind === 'quotation' &&
        quotation.elsewhere.map(({ excerpt, relation }) => `${excerpt.place.uri} ${relation}`),
      ['b unmarked', 'c retold'],
    );
  });

  it('puts the shortest span first', () => {
    const { snapshot } = corpusOf('He called “the house of Ada Lovelace in Port Meridian” a ruin.');
    const text = snapshot.source('/text.txt')!.reading.text;
    const spans = hover(snapshot, '/text.txt', text.indexOf('Lovelace')).map(({ span }) => span.end - span.start);
    assert.ok(spans.length >= 2);
    assert.deepEqual(
      spans,
      [...spans].sort((a, b) => a - b),
    );
  });
});

describe('symbols', () => {
  it('outline the headline, the paragraphs and their quotations', () => {
    const { snapshot } = corpusOf(
      'Bridge opens in Port Meridian\n\nThe bridge is open. “It will hold,” Ada Lovelace said.\n\nNobody came.',
    );
    assert.deepEqual(
      documentSymbols(snapshot, '/text.txt').map(({ kind, children }) => [kind, ...children.map(({ name }) => name)]),
      [['headline'], ['paragraph', 'It will hold,'], ['paragraph']],
    );
  });

  it('find an entity by any of its forms, without accents', () => {
    const { snapshot } = corpusOf('//- a\nJosé Okafor came. Okafor left.');
    assert.deepEqual(
      workspaceSymbols(snapshot, 'jose').map(({ name }) => name),
      ['José Okafor'],
    );
    assert.deepEqual(
      workspaceSymbols(snapshot, 'okafor').map(({ name, aliasOf }) => [name, aliasOf]),
      [
        ['José Okafor', null],
        ['Okafor', 'José Okafor'],
      ],
    );
  });
});

describe('dossier', () => {
  it('gathers names, roles, mentions, quotations and company', () => {
    const { snapshot, cursor } = at('Ada Lovelace met');
    const found = dossier(snapshot, definition(snapshot, cursor.uri, cursor.offset)!.entity)!;
    assert.deepEqual(
      found.names.map(({ form, mentions, sources }) => [form, mentions, sources]),
      [
        ['Ada Lovelace', 2, 2],
        ['Lovelace', 1, 1],
      ],
    );
    assert.deepEqual(
      found.roles.map(({ text }) => text),
      ['Gen.'],
    );
    assert.deepEqual(
      found.sources.map(({ uri, mentions }) => [uri, mentions.length]),
      [
        ['a', 2],
        ['b', 1],
      ],
    );
    assert.equal(found.quotationsBy.length, 2);
    assert.deepEqual(
      found.company.map(({ entity }) => entity.name),
      ['Port Meridian', 'Charles Babbage'],
    );
  });

  it('is null for an entity that is gone', () => assert.equal(dossier(corpusOf(TWO).snapshot, 'nobody'), null));
});

describe('provenance', () => {
  it('names the sources that carry a statement and groups them by origin', () => {
    const copied =
      'The harbour has been the only link of the islands to the mainland since the old bridge was lost in the spring floods, and the council of the islands has never found the money for a new one, nor the timber, nor the men who would build it across the channel before another winter closes in on them.';
    const { snapshot } = corpusOf(`//- a\n$0${copied} — UPI\n//- b\n${copied}\n//- c\nNobody came.`);
    const found = provenance(snapshot, 'b', 10)!;
    assert.deepEqual(
      found.carriers.map(({ excerpt, credits }) => [excerpt.place.uri, ...credits]),
      [['a', 'UPI'], ['b']],
    );
    assert.deepEqual(
      found.origins.map(({ sources, suggested }) => [sources, suggested?.by]),
      [[['a', 'b'], 'credit']],
    );
  });
  it('points at the statement itself, not at all that was copied with it', () => {
    const before = 'The harbour has been the only link of the islands to the mainland since the spring floods.';
    const after = 'Fishing boats carry the mail, and in winter whole weeks go by in which nobody crosses.';
    const { snapshot, cursor } = corpusOf(`//- a\nOnly here.\n\n${before} ${after}\n//- b\n${before} $0${after}`);
    const { carriers } = provenance(snapshot, cursor.uri, cursor.offset + 1)!;
    assert.deepEqual(
      carriers.map(({ excerpt }) => placed(snapshot, excerpt.place)),
      [`a "${after}"`, `b "${after}"`],
    );
  });
});

describe('provenance of what is not copied', () => {
  const check = (corpus: string, words: string, ...expected: string[]): void => {
    const { snapshot, cursor } = corpusOf(corpus.replace(words, `$0${words}`));
    const { carriers } = provenance(snapshot, cursor.uri, cursor.offset + 1)!;
    assert.deepEqual(
      carriers.map(({ by, cited, excerpt: { place } }) => {
        const people = cited.map(({ words: who, anonymous, count }) => (anonymous ? `${who} (${count})` : who));
        return `${by} ${place.uri}: ${people.join(', ')}`;
      }),
      expected,
    );
  };
  it('finds a statement in other words of the same speaker', () =>
    check(
      `//- a
Ada Lovelace said that she had served the islands for twelve years and had nothing to hide.
//- b
“I have served these islands for twelve years and I have nothing to hide,” Ada Lovelace said.`,
      'Ada Lovelace said that',
      'here a: Ada Lovelace',
      'quotation b: Ada Lovelace',
    ));
  it('finds an equal figure', () =>
    check(
      `//- a
The strike had cost exporters some $450 million, the chamber of commerce said.
//- b
Exporters lost about $450m, according to the chamber of commerce.
//- c
A new quay would cost $450m.`,
      'The strike',
      'here a: ',
      'figure b: the chamber of commerce',
    ));
  it('tells unnamed people, and how many', () =>
    check(
      `//- a
The bridge was inspected in the spring and was found to be safe, two officials said.
//- b
The bridge was inspected in the spring and was found to be safe, Ada Lovelace said.`,
      'The bridge',
      'here a: two officials (2)',
      'copy b: Ada Lovelace',
    ));
});

describe('comparisons', () => {
  const prose =
    'The harbour has been the only link of the islands to the mainland since the old bridge was lost in the spring floods, and the council of the islands has never found the money';
  const corpus = `//- a
$0${prose} for a new one.\n\n“We will build a bridge of stone across the channel,” said Ada Lovelace.
//- b
Ada Lovelace said: “We will build a bridge of iron across the channel.”\n\n${prose} for another.
//- c
“We will build a bridge of stone across the channel,” said Ada Lovelace.`;
  const shown = (snapshot: Snapshot, found: readonly Comparison[]): string[] =>
    found.map(({ left, right }) =>
      [left, right]
        .map(({ uri, spans }) => spans.map((span) => placed(snapshot, { uri, ...span }).slice(0, 40)).join(' '))
        .join(' ↔ '),
    );
  const check = (code: string, ...expected: string[]): void => {
    const { snapshot } = corpusOf(corpus);
    const found = allFindings(snapshot).filter((finding) => finding.code === code);
    assert.deepEqual(
      found.flatMap((each) => shown(snapshot, comparisons(snapshot, each))),
      expected,
    );
  };

  it('set the passages of two sources side by side', () =>
    check('passage-shared', 'a "The harbour has been the only link of ↔ b "The harbour has been the only link of'));
  it('set whole quotations side by side, where findings show the words that differ', () =>
    check('quotation-variant', 'a "“We will build a bridge of stone acro ↔ b "“We will build a bridge of iron acros'));
  it('are found at a place, too', () => {
    const { snapshot } = corpusOf(corpus);
    assert.deepEqual(shown(snapshot, comparisonsAt(snapshot, 'c', 5)).length, 2);
    assert.deepEqual(shown(snapshot, comparisonsAt(snapshot, 'a', 0)).length, 1);
    assert.deepEqual(comparisonsAt(snapshot, 'b', 3), []);
  });
});
