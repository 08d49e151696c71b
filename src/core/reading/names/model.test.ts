import assert from 'node:assert/strict';
import { Bloom } from './bloom.ts';
import { hashText } from './hash.ts';
import { labelCount } from './labels.ts';
import { compand, decodeNameWeights, encodeNameWeights, expand, phraseLists, type NameWeights } from './model.ts';
import { shippedLists } from './words.ts';

function sample(): NameWeights {
  const bloom = (word: string) => {
    const list = Bloom.forSize(10);
    list.add(hashText(word));
    return list;
  };
  const emissions = new Int8Array(8 * labelCount);
  emissions.set([4, -9, 0, 127, -1], 2 * labelCount);
  emissions[7 * labelCount + 16] = 25;
  return {
    bucketBits: 3,
    emissions,
    transitions: Int32Array.from({ length: labelCount * labelCount }, (_, index) => index * 7 - 900),
    unit: 0.5,
    lists: shippedLists.map((list) => bloom(list)),
    phrases: phraseLists.map((list) => bloom(list)),
  };
}

describe('name weights', () => {
  it('come back from their file', () => {
    const weights = sample();
    const read = decodeNameWeights(encodeNameWeights(weights));
    assert.deepEqual(read, weights);
    assert.ok(read.lists[0]?.has(hashText(shippedLists[0])));
  });

  it('are companded to the nearest square', () => {
    for (const [units, back] of [
      [0, 0],
      [1, 1],
      [5, 4],
      [-7, -9],
      [1e9, 127 * 127],
    ] as const)
      assert.equal(expand[compand(units) + 128], back);
  });

  it('are refused when the file is another, or cut off', () => {
    const file = encodeNameWeights(sample());
    for (const bad of [
      new Uint8Array(0),
      new Uint8Array(100),
      file.subarray(0, 40),
      file.subarray(0, file.length - 1),
      Uint8Array.from([...file, 0]),
    ]) {
      assert.throws(() => decodeNameWeights(bad), RangeError);
    }
  });
});

describe('Bloom', () => {
  it('has what was added, and little else', () => {
    const list = Bloom.forSize(1000);
    for (let index = 0; index < 1000; index += 1) list.add(hashText(`in ${index}`));
    let wrong = 0;
    for (let index = 0; index < 1000; index += 1) {
      assert.ok(list.has(hashText(`in ${index}`)));
      if (list.has(hashText(`out ${index}`))) wrong += 1;
    }
    assert.ok(wrong < 60, `${wrong} of 1000`);
  });
});
