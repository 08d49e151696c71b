import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shippedModel } from '../../testing/corpus.ts';
import { Corpus } from '../corpus/corpus.ts';
import { MOST_COMPARED } from '../corpus/shared/comparisonKeys.ts';
import type { Snapshot } from '../corpus/types.ts';
import { readSource } from '../reading/read.ts';
import { allFindings, findings, FindingsStore } from './index.ts';

/** Sentences that have something to say to one another: copies, variants, figures that disagree, names with a slip. */
const SENTENCES = [
  'The great fire at the Port Meridian cannery destroyed 44 boats along the northern quay.',
  'At least 48 boats were destroyed along the quay by the fire at the Port Meridian cannery.',
  'Ada Lovelace met the council of the islands in Port Meridian. Lovelace left at noon.',
  '“No,” Lovlace said.',
  '“The harbour organisation has failed the islands again,” Ada Lovelace said.',
  '“The harbor organization has failed the islands again,” Ada Lovelace said.',
  'The harbour has been the only link of the islands to the mainland since the old bridge was lost in the spring floods.',
  'The counter-attack failed. Nobody answered.',
  'The counterattack failed. They waited.',
  'The ferry sank on Tuesday, according to an official who spoke on condition of anonymity.',
  'Lt. Gen. Ada Lovelace commands the garrison.',
  'Gen. Ada Lovelace commands the garrison.',
  'It was signed on Monday, 3 May 1911. It was signed on Monday, 3 May 1911.',
];

const source = fc.option(fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 }), { freq: 6 });
const step = fc.record({ uri: fc.constantFrom('a', 'b', 'x/c', 'y/c', 'y/a'), source });

describe('the store of findings', () => {
  it('answers after any history as if everything had been looked at anew', () => {
    const model = shippedModel();
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (history) => {
        const corpus = new Corpus();
        const store = new FindingsStore();
        for (const { uri, source: sentences } of history) {
          const reading = sentences && readSource(sentences.join('\n\n'), { model });
          const snapshot = corpus.apply([{ uri, reading }]);
          store.update(snapshot, [uri]);
          for (const each of snapshot.uris()) assert.deepEqual(store.of(each), findings(snapshot, each));
          assert.deepEqual(store.atHand(), allFindings(snapshot));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the lists of sources that an edit does not touch', () => {
    const model = shippedModel();
    const corpus = new Corpus();
    const store = new FindingsStore();
    const read = (uri: string, text: string) => ({ uri, reading: readSource(text, { model }) });
    store.update(corpus.apply([read('a', SENTENCES[9]!), read('b', SENTENCES[12]!)]), null);
    const [a, b] = [store.of('a'), store.of('b')];
    assert.ok(a.length > 0 && b.length > 0);
    store.update(corpus.apply([read('b', SENTENCES[7]!)]), ['b']);
    assert.equal(store.of('a'), a);
    assert.notEqual(store.of('b'), b);
  });

  it('looks at the others anew when words come to stand in more sources than are compared, and when they no longer do', () => {
    const corpus = new Corpus();
    const store = new FindingsStore();
    const reading = readSource(SENTENCES[6]!, { model: shippedModel() });
    const uris = Array.from({ length: MOST_COMPARED + 1 }, (_, at) => `${100 + at}`);
    const last = uris.at(-1)!;
    const isAsAnew = (snapshot: Snapshot): void => {
      for (const uri of snapshot.uris()) assert.deepEqual(store.of(uri), findings(snapshot, uri));
    };
    const few = corpus.apply(uris.slice(0, -1).map((uri) => ({ uri, reading })));
    store.update(few, null);
    isAsAnew(few);
    assert.ok(store.of('100').length > 0);
    for (const now of [reading, null]) {
      const snapshot = corpus.apply([{ uri: last, reading: now }]);
      store.update(snapshot, [last]);
      isAsAnew(snapshot);
    }
  });
});
