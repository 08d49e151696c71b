import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { paragraphs, sentences } from '../../text/sentences.ts';
import { tokenize } from '../../text/tokens.ts';
import { englishStops } from '../en/abbreviations.ts';
import { englishNames } from '../en/names.ts';
import type { Aside, Mention, NameType } from '../types.ts';
import { loadNameModel, readNames, type NameModel } from './read-names.ts';

const model = loadNameModel(readFileSync(new URL('../en/names.bin', import.meta.url)));

function read(text: string, withModel: NameModel | null = model, asides: readonly Aside[] = []): Mention[] {
  const tokens = tokenize(text, englishStops.abbreviations);
  const spans = paragraphs(text);
  const source = { text, tokens, paragraphs: spans, sentences: sentences(tokens, spans, englishStops), asides };
  return readNames(source, withModel, englishNames);
}

const letters: Record<string, NameType> = {
  P: 'person',
  O: 'organization',
  L: 'place',
  D: 'demonym',
  E: 'event',
  W: 'work',
};

/** `marked` has names as `[P Ada Lovelace]`, nested ones within; the text is what remains. */
function unmark(marked: string): { text: string; names: string[] } {
  let text = '';
  const open: { type: NameType; start: number }[] = [];
  const names: { start: number; line: string }[] = [];
  for (let at = 0; at < marked.length; at += 1) {
    const type = marked[at] === '[' ? letters[marked[at + 1] ?? ''] : undefined;
    if (type !== undefined) {
      open.push({ type, start: text.length });
      at += 2;
    } else if (marked[at] === ']' && open.length > 0) {
      const { type: closed, start } = open.pop() as { type: NameType; start: number };
      names.push({ start, line: `${closed}: ${text.slice(start)}` });
    } else {
      text += marked[at];
    }
  }
  return { text, names: names.map(({ line }) => line).sort() };
}

function check(marked: string, withModel: NameModel | null = model): void {
  const { text, names } = unmark(marked);
  const found = read(text, withModel).map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`);
  assert.deepEqual(found.sort(), names, text);
}

/** Milliseconds: a busy machine is no fault. */
const patience = 60_000;

describe('readNames', () => {
  it('reads given names of two syllables whole, and no compounds of names', () => {
    check('Minister [P Kim Seo-yeon] dismissed [P Park Tae-woo] on Thursday. [P Kim Seo-yeon] was calm.');
    check('The envoy, [P Chung Eui-yong], met [P Lee Hyun-su] in [L Nairobi].');
    for (const compound of ['led', 'born', 'style', 'run', 'era', 'backed'])
      check(`A [P John Vane]-${compound} group met [P Ruth Okafor] in [L Nairobi].`);
  });

  it('reads persons without their titles', () => {
    check('President [P Ruth Okafor] met Gen. [P John Vane] in [L Nairobi] on Tuesday.');
    check('“We are ready,” said [P Margaret Hale], a spokeswoman.');
    check('[D US] Secretary of State [P Helen Marsh] spoke with [P Marsh]’s aides.');
  });

  it('reads persons behind a title, with their particles, and their surnames alone', () => {
    check('Marshal [P Vandamme] met [P Linda van der Merwe] there. “No,” [P van der Merwe] said.');
    check('He met [P Abd al-Rahman ibn Khalid] and [P Nguyễn Văn Hùng].');
  });

  it('begins a person’s name behind a body and an office', () => {
    check('Hartwell Police Chief [P Tamara Marsh] spoke.');
    check('[P Martin Luther King Jr.] spoke.');
    check('Cllr [P Alan Vane], PC [P Robert Marsh] and Genl. [P Robert Hale] met.');
  });

  it('tells firms, companies, clubs and regiments from persons', () => {
    check('[O Vane & Okafor], a law firm, met [P Ada Vane] & [P Ralph Okafor] of [O Hale & Sons].');
    check('[O Brightwell Plc] said profits fell. [O Brightwell] shares dropped. Shares in [O Brightwell] fell.');
    check('[P Henry Brightwell] founded [O Brightwell Inc.] in 1920. [P Brightwell] died.');
    check('The [O Harriers] won again, and [O Harriers] went top.');
    check('Soldiers of the [O Gordon Highlanders] left.');
    check('[P Ada Vane] (D-N.M.) came.');
  });

  it('reads headlines and capitals', () => {
    check('Workers Gather To Protest Trade Deal With [L Mexico] As Talks End\n\nThe deal was signed.');
  });

  it('keeps a country’s name in the name of which it is part', () => {
    check('The [O U.S. Coast Guard] and the [O Ministry of Health] agreed.');
    check('[D US]-led troops left [L Iraq].');
  });

  it('tells the adjective from the country', () => {
    check('[D US] troops left, and the [L US] said so.');
    check('[D Kenyan] and [D South Korean] ministers met in [L South Korea].');
  });

  it('names bodies by origin or leader, with the name within', () => {
    check('The [O [D Kenyan] armed forces] and [D Kenyan] troops trained.');
    check('[P John Vane] won. The [O [P Vane] administration] began.');
  });

  it('reads events and works by their heads', () => {
    check('They took part in [E Operation Silver Tide] in [L Kenya].');
    check('He wrote the novel “[W The Glass Harbour]” there.');
  });

  it('reads posts’ platforms', () => {
    check('She wrote on [O X] that it was over.');
    check('A video on [O Instagram] showed it.');
  });

  it('takes the place of a dateline from the aside', () => {
    const text = 'VANE CITY, March 7 — The council met.';
    const found = read(text, model, [{ start: 0, end: 18, kind: 'dateline', rule: 'dateline' }]);
    assert.deepEqual(
      found.map(({ start, end, type }) => [text.slice(start, end), type]),
      [['VANE CITY', 'place']],
    );
  });

  it('without a model finds what is plain', () => {
    check('President [P Ruth Okafor] met the [O Harbour Workers Union] in [L Kenya].', null);
  });

  it('gives ordered spans that nest and never cross, on any text', () => {
    const piece = fc.constantFrom(
      'Ada Lovelace',
      'US',
      ' military',
      ' the ',
      'Gen. ',
      'Vane',
      ', ',
      '. ',
      '\n\n',
      '“',
      '”',
      'Operation ',
      'X',
      ' on ',
      'KENYA',
      '’s',
      ' administration',
      '😀',
      '\ud800',
      'Kenyan',
      '-',
      'of ',
      'March ',
      '12',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const found = read(text);
          found.forEach((mention, index) => {
            assert.ok(mention.start < mention.end && mention.end <= text.length);
            assert.ok(mention.confidence > 0 && mention.confidence <= 1);
            const before = found[index - 1];
            assert.ok(
              before === undefined ||
                before.start < mention.start ||
                (before.start === mention.start && before.end >= mention.end),
            );
            for (const other of found)
              assert.ok(
                !(other.start < mention.start && mention.start < other.end && other.end < mention.end),
                'crossing',
              );
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes time in proportion to the text, whatever is in it', function () {
    this.timeout(patience);
    // A quadratic step would make the ratio 8 or more; the bound leaves room for a busy machine.
    for (const unit of [
      'Ada ',
      'A.',
      'of the ',
      '“',
      "d'",
      'a-',
      'X and ',
      '(',
      'US military ',
      'Gen. ',
      '1 ',
      'a.b',
    ]) {
      const cost = (size: number) => {
        const text = unit.repeat(size / unit.length);
        let best = Infinity;
        for (let round = 0; round < 2; round += 1) {
          const start = process.cpuUsage();
          read(text);
          best = Math.min(best, process.cpuUsage(start).user / 1000);
        }
        return best;
      };
      const [small, large] = [cost(8_000), cost(64_000)];
      assert.ok(large < 40 * Math.max(small, 5), `${JSON.stringify(unit)}: ${small} to ${large} ms`);
    }
  });
});
