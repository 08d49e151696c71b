import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entityLines, markedSources } from '../../../testing/markedNames.ts';
import { Corpus } from '../corpus.ts';
import type { Entity, Snapshot } from '../types.ts';
import schema from '../../../../media/schemas/authority.schema.json' with { type: 'json' };
import * as authority from './index.ts';
import { emptyAuthority, nameRules, readAuthority, writeAuthority, type Authority } from './index.ts';

/** CommonJS default export. */
const addFormats = addFormatsModule as unknown as (ajv: Ajv) => Ajv;

const urn = (digit: number): string => `urn:uuid:00000000-0000-4000-8000-00000000000${digit}`;

const corpusOf = (sources: string): { readonly corpus: Corpus; readonly snapshot: Snapshot } => {
  const corpus = new Corpus();
  return { corpus, snapshot: corpus.apply(markedSources(sources)) };
};

const named = (snapshot: Snapshot, name: string): Entity => {
  const entity = snapshot.entities().find((one) => one.name === name);
  assert.ok(entity, `${name} among ${entityLines(snapshot).join('; ')}`);
  return entity;
};

/** Decides on a corpus, and checks the entities and that the file says the same when read again. */
function check(sources: string, decide: (snapshot: Snapshot) => Authority, ...expected: string[]): void {
  const { corpus, snapshot } = corpusOf(sources);
  const decided = decide(snapshot);
  assert.deepEqual(entityLines(corpus.apply([], nameRules(decided))), expected);
  const again = readAuthority(writeAuthority(decided));
  assert.deepEqual([again.authority, again.problems], [decided, []]);
  assert.deepEqual(entityLines(new Corpus().apply(markedSources(sources), nameRules(again.authority))), expected);
  assert.deepEqual(entityLines(corpus.apply([], nameRules(emptyAuthority))), entityLines(snapshot), 'undone');
}

describe('Decisions', () => {
  const twoNames = '//- a\n[P Ada Lovelace] [P Lovelace]\n//- b\n[P Countess of Ockham]';

  it('make two one', () =>
    check(
      twoNames,
      (snapshot) =>
        authority.decideSame(
          emptyAuthority,
          [named(snapshot, 'Ada Lovelace'), named(snapshot, 'Countess of Ockham')],
          urn(1),
        ),
      'Ada Lovelace = Countess of Ockham, Lovelace (a b)',
    ));

  it('part what the machine has joined', () =>
    check(
      '//- a\n[P Ada Lovelace]\n//- b\n[P Ada B. Lovelace]\n//- c\n[P Lovelace]',
      (snapshot) =>
        authority.decideDifferent(
          emptyAuthority,
          { ...named(snapshot, 'Ada B. Lovelace'), name: 'Ada Lovelace' },
          { ...named(snapshot, 'Ada B. Lovelace'), name: 'Ada B. Lovelace' },
        ),
      'Ada B. Lovelace (b)',
      'Ada Lovelace (a)',
      'Lovelace (c)',
    ));

  it('take a name from an entity', () =>
    check(
      '//- a\n[P Ada Lovelace]\n//- b\n[P Lovelace]',
      (snapshot) => authority.decideNotName(emptyAuthority, named(snapshot, 'Ada Lovelace'), 'Lovelace', urn(1)),
      'Ada Lovelace (a)',
      'Lovelace (b)',
    ));

  it('take a name from an entity within one source too, and give it back', () =>
    check(
      '//- a\n[P Ada Lovelace] [P Lovelace] [P Ada]\n//- b\n[P Zoë Okafor] [P Okafor]',
      (snapshot) => authority.decideNotName(emptyAuthority, named(snapshot, 'Ada Lovelace'), 'Lovelace', urn(1)),
      'Ada Lovelace = Ada (a)',
      'Lovelace (a)',
      'Zoë Okafor = Okafor (b)',
    ));

  it('rename, and keep the names', () =>
    check(
      twoNames,
      (snapshot) => authority.decideName(emptyAuthority, named(snapshot, 'Ada Lovelace'), 'Augusta Ada King', urn(1)),
      'Augusta Ada King = Ada Lovelace, Lovelace (a)',
      'Countess of Ockham (b)',
    ));

  it('ignore what is no name', () =>
    check(
      '//- a\n[O Breaking News] [O Arden Motors]\n//- b\n[O Breaking News]',
      () => authority.decideNoName(emptyAuthority, 'organization', 'BREAKING NEWS'),
      'Arden Motors (a)',
    ));

  it('change a type, and find the name under the old one', () => {
    const { corpus, snapshot } = corpusOf('//- a\n[O Arden]');
    const decided = authority.decideType(emptyAuthority, named(snapshot, 'Arden'), 'place', urn(1));
    const [entity] = corpus.apply([], nameRules(decided)).entities();
    assert.deepEqual([entity?.type, entity?.name, entity?.id], ['place', 'Arden', urn(1)]);
  });

  it('split mentions off under an id that they carry', () => {
    const [a, b] = markedSources('//- a\n[P Ada Lovelace]\n//- b\n[P Ada Lovelace] [P Lovelace]');
    assert.ok(a !== undefined && b !== undefined);
    const decided = authority.decideSplit(emptyAuthority, 'person', 'Ada Lovelace', urn(1));
    const corpus = new Corpus();
    const split = { ...b, decisions: [0, 1].map((mention) => ({ mention, entity: urn(1) })) };
    const snapshot = corpus.apply([a, split], nameRules(decided));
    assert.deepEqual(entityLines(snapshot), ['Ada Lovelace (a)', 'Ada Lovelace = Lovelace (b)']);
    assert.equal(snapshot.source('b')?.entityOf[1], urn(1));
    const renamed = authority.decideName(decided, named(snapshot, 'Ada Lovelace'), 'Ada', urn(2));
    assert.equal(readAuthority(writeAuthority(renamed)).problems.length, 0);
  });

  it('survive a corpus that grows', () => {
    const { corpus, snapshot } = corpusOf(twoNames);
    const pair = [named(snapshot, 'Ada Lovelace'), named(snapshot, 'Countess of Ockham')] as const;
    const rules = nameRules(authority.decideSame(emptyAuthority, [...pair], urn(1)));
    corpus.apply([], rules);
    const grown = corpus.apply(markedSources('//- c\n[P Ada B. Lovelace] [P Ockham]\n//- d\n[P Countess of Ockham]'));
    assert.equal(grown.entity(urn(1))?.name, 'Ada Lovelace');
    assert.equal(grown.countsOf(urn(1)).sources, 4);
  });

  it('link to authorities, and make one of two linked entities', () => {
    const { snapshot } = corpusOf(twoNames);
    const [ada, countess] = [named(snapshot, 'Ada Lovelace'), named(snapshot, 'Countess of Ockham')];
    let decided = authority.decideIri(emptyAuthority, ada, 'http://example.org/1', urn(1));
    decided = authority.decideIri(decided, countess, 'http://example.org/2', urn(2));
    decided = authority.decideSame(
      decided,
      [
        { ...ada, decided: urn(1) },
        { ...countess, decided: urn(2) },
      ],
      urn(3),
    );
    assert.deepEqual(decided.entities, [
      {
        id: urn(1),
        type: 'person',
        name: 'Ada Lovelace',
        same: ['http://example.org/1', 'http://example.org/2'],
        names: ['Countess of Ockham'],
        notNames: [],
        readAs: [],
        replaces: [urn(2)],
      },
    ]);
    assert.equal(
      decided,
      authority.decideDifferent(decided, { ...ada, decided: urn(1) }, { ...countess, decided: urn(2) }),
    );
  });
});

describe('Authority files', () => {
  /** Codes with their one-based lines. */
  const problems = (text: string): string[] =>
    readAuthority(text).problems.map(({ code, position }) => `${position.line + 1} ${code}`);
  const file = (...lines: string[]): string => `{\n"version": 1,\n${lines.join('\n')}\n}`;
  const entity = (digit: number, name: string, more = ''): string =>
    `{"id": "${urn(digit)}", "type": "person", "name": "${name}"${more}}`;

  it('report contradictions at their lines', () => {
    assert.deepEqual(
      problems(
        file(
          '"entities": [',
          `${entity(1, 'Ada Lovelace', ', "names": ["Ada King"], "notNames": ["ADA KING"]')},`,
          `${entity(2, 'Ada Lovelace')},`,
          entity(3, 'Ralph King', `, "replaces": ["${urn(4)}"]`),
          '],',
          '"different": [',
          `["${urn(3)}", "${urn(4)}"],`,
          `["${urn(3)}", "${urn(9)}"]`,
          ']',
        ),
      ),
      [
        '5 authority-name-claimed-twice',
        '4 authority-name-and-not-name',
        '9 authority-same-and-different',
        '10 authority-unknown-entity',
      ],
    );
  });

  it('say what is wrong and keep it', () => {
    const text = file(
      '"entities": [',
      '{"id": "1", "type": "person", "name": "Ada"},',
      '{"id": "urn:uuid:00000000-0000-4000-8000-000000000002", "type": "person", "name": "Ada", "names": [7, "Ada King"], "mood": "fine"},',
      '"Ada"',
      '],',
      '"different": "none",',
      '"tags": [{"name": "#alleged"}],',
      '"weather": {"fine": true}',
    );
    assert.deepEqual(problems(text), [
      '4 authority-bad-value',
      '5 authority-bad-value',
      '6 authority-bad-value',
      '8 authority-bad-value',
    ]);
    const { authority: read, writable } = readAuthority(text);
    assert.ok(writable);
    const written = JSON.parse(writeAuthority(read)) as { entities: { names?: unknown }[] } & Record<string, unknown>;
    assert.deepEqual(written.entities[0], {
      id: urn(2),
      type: 'person',
      name: 'Ada',
      names: ['Ada King', 7],
      mood: 'fine',
    });
    assert.deepEqual(written.entities.slice(1), [{ id: '1', type: 'person', name: 'Ada' }, 'Ada']);
    assert.deepEqual(
      [written.different, written.tags, written.weather],
      [['none'], [{ name: '#alleged' }], { fine: true }],
    );
    assert.equal(writeAuthority(readAuthority(writeAuthority(read)).authority), writeAuthority(read));
  });

  it('say what is wrong with tags and severities, and where', () => {
    const text = file(
      '"tags": [',
      '{"name": "#alleged", "color": "red"},',
      '{"name": "rumour", "parent": "#hearsay",',
      ' "definition": 7},',
      '{"name": "#hearsay", "parent": "rumour"},',
      '{"name": "alleged"},',
      '{"name": "#"}, "#plain",',
      '{"name": "#own", "parent": "#own"},',
      '{"name": "#below", "parent": "#own", "note": "ours"}',
      '],',
      '"findings": {',
      '"date-conflict": "off",',
      '"date-conflikt": "off",',
      '"name-variant": "loud"',
      '}',
    );
    const told = readAuthority(text, new Set(['date-conflict', 'name-variant']));
    assert.ok(told.writable);
    assert.deepEqual(
      told.problems.map(({ code, position, args }) => `${position.line + 1} ${code} ${args[0]}`),
      [
        '4 authority-bad-value color',
        '6 authority-bad-value definition',
        '8 authority-duplicate-tag alleged',
        '9 authority-bad-value name',
        '9 authority-bad-value tags',
        '7 authority-tag-circle hearsay',
        '10 authority-tag-circle own',
        '15 authority-unknown-code date-conflikt',
        '16 authority-bad-value name-variant',
      ],
    );
    assert.deepEqual(problems(file('"tags": "none",', '"findings": []')), [
      '3 authority-bad-value',
      '4 authority-bad-value',
    ]);
    assert.deepEqual(problems(file('"findings": {"of-tomorrow": "off"}')), [], 'codes that nobody has named');
  });

  it('are not overwritten when they are broken or newer', () => {
    for (const [text, code] of [
      ['{"version": 1, "entities": [', 'authority-not-json'],
      ['[]', 'authority-not-an-object'],
      ['{"version": 2}', 'authority-newer-version'],
      ['{"version": 1, "version": 1}', 'authority-duplicate-key'],
    ] as const) {
      const { problems: found, writable } = readAuthority(text);
      assert.deepEqual([found[0]?.code, writable], [code, false]);
    }
  });

  it('say which entities no source mentions', () => {
    const text = file('"entities": [', `${entity(1, 'Ada Lovelace')},`, entity(2, 'Bea King'), ']');
    const { authority: read } = readAuthority(text);
    const snapshot = new Corpus().apply(markedSources('//- a\n[P Ada Lovelace]'), nameRules(read));
    assert.deepEqual(
      authority.unmentioned(text, read, snapshot).map(({ position, args }) => [position.line + 1, ...args]),
      [[5, 'Bea King']],
    );
  });

  it("say so at the line of the entity that it is about, and not of one whose name is another's", () => {
    const text = file(
      '"entities": [',
      `${entity(1, 'Ada Lovelace')},`,
      `${entity(2, 'Ada Lovelace')},`,
      `${entity(3, 'Bea King')},`,
      entity(3, 'Cora Vane'),
      ']',
    );
    const { authority: read } = readAuthority(text);
    const snapshot = new Corpus().apply(markedSources('//- a\n[P Ada Lovelace] [P Cora Vane]'), nameRules(read));
    assert.deepEqual(
      authority.unmentioned(text, read, snapshot).map(({ position, args }) => [position.line + 1, ...args]),
      [[6, 'Bea King']],
    );
  });

  it('merge by id, and name what cannot be joined', () => {
    const of = (...entities: string[]): Authority =>
      readAuthority(file(`"entities": [${entities.join(',')}]`)).authority;
    const base = of(entity(1, 'Ada'), entity(2, 'Ralph'));
    const mine = of(entity(1, 'Ada King', ', "names": ["A. King"]'), entity(2, 'Ralph'), entity(3, 'Bea'));
    const theirs = of(entity(1, 'Ada Lovelace', ', "names": ["Countess"]'));
    const { authority: merged, conflicts } = authority.mergeAuthorities(base, mine, theirs);
    assert.deepEqual(
      merged.entities.map(({ name, names }) => [name, ...names]),
      [['Ada King', 'A. King', 'Countess'], ['Bea']],
    );
    assert.deepEqual(
      conflicts.map(({ id, kind }) => [id, kind]),
      [[urn(1), 'both-changed']],
    );
  });

  it('merge whatever the order of keys', () => {
    const of = (...entities: string[]): Authority =>
      readAuthority(file(`"entities": [${entities.join(',')}]`)).authority;
    const base = of(entity(1, 'Ada', ', "note": {"a": 1, "b": 2}'));
    const mine = of(entity(1, 'Ada', ', "note": {"b": 2, "a": 1}'));
    assert.deepEqual(authority.mergeAuthorities(base, mine, of()), { authority: emptyAuthority, conflicts: [] });
  });

  it('read the two sides of a conflict that git has left', () => {
    const side = (name: string): string => `"entities": [${entity(1, name)}],`;
    const text = `{\n<<<<<<< ours\n${side('Ada')}\n=======\n${side('Bea')}\n>>>>>>> theirs\n"version": 1\n}`;
    const { authority: read, problems: found, writable } = readAuthority(text);
    assert.deepEqual(
      [read.entities[0]?.name, found[0]?.code, found[0]?.position.line, writable],
      ['Ada', 'authority-merge-conflict', 1, false],
    );
  });

  it('never make reading throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        writeAuthority(readAuthority(text).authority);
      }),
    );
  });
});

describe('The schema of authority files', () => {
  it('accepts what decisions write', () => {
    const subject = { decided: null, type: 'person', name: 'Ada Lovelace' } as const;
    const other = { decided: null, type: 'person', name: 'Bea King' } as const;
    let decided = authority.decideSame(emptyAuthority, [subject, { ...subject, name: 'Countess of Ockham' }], urn(1));
    decided = authority.decideIri(decided, other, 'http://www.wikidata.org/entity/Q1', urn(2));
    decided = authority.decideType(decided, { ...other, decided: urn(2) }, 'organization', urn(3));
    decided = authority.decideDifferent(decided, { ...subject, decided: urn(1) }, { ...subject, name: 'Lovelace' });
    decided = authority.decideSplit(decided, 'person', 'Ada Lovelace', urn(4));
    decided = authority.dismissSuggestion(decided, subject, other);
    decided = authority.decideNoName(decided, 'organization', 'Breaking News');
    const validate = addFormats(new Ajv()).compile(schema);
    assert.ok(validate(JSON.parse(writeAuthority(decided))), JSON.stringify(validate.errors));
    assert.equal(validate({ version: 1, different: [['urn:uuid:1', 'x']] }), false);
  });
});
