import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Reading } from '../reading/types.ts';
import { markedReading } from '../../testing/markedNames.ts';
import { Corpus } from './corpus.ts';
import { noRules, type NameRules } from './decided.ts';
import type { Snapshot } from './types.ts';

/** Names that meet under every kind of key, so that most corpora made of them are full of near misses. */
const names = `
P Ada Lovelace, P Ada B. Lovelace, P Ada C. Lovelace, P A. Lovelace, P Lovelace, P Ralph Lovelace, P Lovelase, P Mr. Lovelace,
P Mrs. Lovelace, P Ada, P Ms. Ada Lovelace, P Mr. Ada B. Lovelace, P Mrs. A. Lovelace, P Bill Okafor, P William Okafor,
P William Okafur, P Will Okafor, P Okafor, P Okafur, P Sergei Lavrenko, P Sergey Lavrenko, P Meridian Relief, O Meridian Relief,
O Meridian Relief Corps, O Meridian Rescue Corps, O MRC, O Relief Corps, O U.S. Relief Corps, O Arden Motors, O Arden Motors Inc.,
O Ardent Motors, O Arden, L Arden, L Port Arden, L Port Arden in Bolivia, L Bolivia, L Bolvia, D Bolivian, L U.S., D American,
D Ardenese, E Arden Games, O Harbour Command (NORCOM), O Arden Harbour Command (NORCOM), O Meridian Harbour Command, O NORCOM,
O Norcom, O American Relief Corps, O ARC, O USRC, O Mrc, O US MRC, O U.S. Mrc, L ARC, L Arc, L Arden Relief Coast, P Ralph {Bill} Okafor, P Mr. Ada Lovelace
`
  .trim()
  .split(/,\s/u);

const marked = fc
  .constantFrom(...names)
  .map((text) => `[${text.replace(' in ', ', ').replace('{Bill}', '“Bill”').replace(' (NORCOM)', '] ([O NORCOM')}]`)
  .map((text) => (text.includes('(') ? `${text})` : text));
const reading = fc.array(marked, { maxLength: 6 }).map((parts) => markedReading(parts.join(' and ')));
const uri = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const change = fc.record({ uri, reading: fc.option(reading, { freq: 4 }) });

const urns = ['urn:uuid:1', 'urn:uuid:2', 'urn:uuid:3'];
const key = fc.constantFrom(
  ...`person:ada lovelace, person:ada b lovelace, person:a lovelace, person:lovelace, person:ralph lovelace, person:okafor,
person:bill okafor, organization:arden motors, organization:arden, place:arden, organization:mrc, place:bolivia,
organization:harbor command, organization:arden harbor command, organization:norcom`.split(/,\s/u),
);

const rules: fc.Arbitrary<NameRules> = fc
  .record({
    claims: fc.array(fc.tuple(key, fc.constantFrom(...urns)), { maxLength: 4 }),
    apart: fc.array(fc.tuple(fc.oneof(key, fc.constantFrom(...urns)), fc.oneof(key, fc.constantFrom(...urns))), {
      maxLength: 3,
    }),
  })
  .map(({ claims, apart }) => {
    const claimOf = new Map(claims);
    const claimed = new Map<string, string[]>();
    for (const [name, id] of claimOf) claimed.set(id, [...(claimed.get(id) ?? []), name].sort());
    const pairs = new Map<string, Set<string>>();
    for (const [a, b] of apart.filter(([one, other]) => one !== other)) {
      pairs.set(a, (pairs.get(a) ?? new Set()).add(b));
      pairs.set(b, (pairs.get(b) ?? new Set()).add(a));
    }
    const entities = new Map(urns.map((id) => [id, { id, type: 'person', name: id, same: [] } as const]));
    return { entities, claims: claimOf, claimed, apart: pairs, ignored: new Set() };
  });

/** Everything a snapshot says, but for its version. */
const contentOf = (snapshot: Snapshot): unknown => ({
  uris: snapshot.uris(),
  sources: snapshot.uris().map((at) => snapshot.source(at)?.entityOf),
  entities: snapshot.entities().map((entity) => ({
    entity,
    found: snapshot.entity(entity.id) === entity,
    mentions: [...snapshot.mentionsOf(entity.id)],
    counts: snapshot.countsOf(entity.id),
    links: snapshot.linksOf(entity.id),
  })),
});

const rebuilt = (readings: ReadonlyMap<string, Reading>, decisions: NameRules, reversed: boolean): Snapshot => {
  const changes = [...readings].map(([at, read]) => ({ uri: at, reading: read }));
  return new Corpus().apply(reversed ? changes.toReversed() : changes, decisions);
};

describe('Corpus', () => {
  it('says the same after any history as when built at once, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 8 }), fc.boolean(), (steps, reversed) => {
        const corpus = new Corpus();
        const readings = new Map<string, Reading>();
        let snapshot = corpus.apply([]);
        for (const step of steps) {
          snapshot = corpus.apply(step);
          for (const { uri: at, reading: read } of step) {
            if (read === null) readings.delete(at);
            else readings.set(at, read);
          }
        }
        assert.deepEqual(contentOf(snapshot), contentOf(rebuilt(readings, noRules, reversed)));
      }),
      { numRuns: 400 },
    );
  });

  it('does so under changing decisions too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(change, rules), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (steps, reversed) => {
          const corpus = new Corpus();
          const readings = new Map<string, Reading>();
          let snapshot = corpus.apply([]);
          for (const [step, decisions] of steps) {
            snapshot = corpus.apply([step], decisions);
            if (step.reading === null) readings.delete(step.uri);
            else readings.set(step.uri, step.reading);
          }
          const last = steps.at(-1)?.[1] ?? noRules;
          assert.deepEqual(contentOf(snapshot), contentOf(rebuilt(readings, last, reversed)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never has an entity hold what the reader keeps apart', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), rules, (changes, decisions) => {
        const snapshot = new Corpus().apply(changes, decisions);
        for (const [a, others] of decisions.apart) {
          for (const b of others) {
            const [one, other] = [snapshot.entity(a), snapshot.entity(b)];
            if (one !== undefined && other !== undefined) assert.notEqual(one.id, other.id, `${a} and ${b}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves older snapshots as they were', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 2, maxLength: 8 }), (changes) => {
        const corpus = new Corpus();
        const kept = changes.map((one) => {
          const snapshot = corpus.apply([one]);
          return { snapshot, content: JSON.stringify(contentOf(snapshot)) };
        });
        for (const { snapshot, content } of kept) assert.equal(JSON.stringify(contentOf(snapshot)), content);
      }),
      { numRuns: 100 },
    );
  });
});
