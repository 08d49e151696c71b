/** The tagger's weights and word lists, and the file they ship in. */
import { Bloom } from './bloom.ts';
import { labelCount } from './labels.ts';
import { shippedLists } from './words.ts';

/** Phrase lists ship in this order. */
export const phraseLists = ['placePhrase', 'personPhrase', 'groupPhrase'] as const;

export interface NameWeights {
  /** Buckets number 2^bucketBits. */
  readonly bucketBits: number;
  /** Weight of label y for bucket b at `b * labelCount + y`, companded: `expand` gives units of `unit`. */
  readonly emissions: Int8Array;
  /** Weight of label y after label x at `x * labelCount + y`, in the same units. */
  readonly transitions: Int32Array;
  /** One of these is so much log-odds. */
  readonly unit: number;
  readonly lists: readonly Bloom[];
  readonly phrases: readonly Bloom[];
}

/** A weight in one byte: its square root, so that small weights keep more of their precision (companding). */
export const compand = (units: number): number =>
  Math.sign(units) * Math.min(127, Math.round(Math.sqrt(Math.abs(units))));

/** The inverse of `compand`, by the byte plus 128. */
export const expand: Int32Array = Int32Array.from({ length: 256 }, (_, index) => (index - 128) * Math.abs(index - 128));

/** "APNM", then the version of the layout. */
const magic = 0x4d4e5041;
const version = 1;
const headerBytes = 24;
const listTotal = shippedLists.length + phraseLists.length;

/**
 * Layout, little-endian: magic u32, version u32, bucketBits u32, labels u32, lists u32, unit f32; per list its length in bytes u32;
 * the transitions i32; the lists' bits; a bitmap of the buckets that have weights; for each of those a 3-byte mask of its labels;
 * then the weights, one signed byte each, as `compand` makes them.
 */
export function encodeNameWeights(weights: NameWeights): Uint8Array {
  const buckets = 1 << weights.bucketBits;
  const bitmap = new Uint8Array(buckets >> 3);
  const masks: number[] = [];
  const bytes: number[] = [];
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    let mask = 0;
    for (let label = 0; label < labelCount; label += 1) {
      const byte = weights.emissions[bucket * labelCount + label] as number;
      if (byte === 0) continue;
      mask |= 1 << label;
      bytes.push(byte & 0xff);
    }
    if (mask === 0) continue;
    bitmap[bucket >> 3] = (bitmap[bucket >> 3] as number) | (1 << (bucket & 7));
    masks.push(mask & 0xff, (mask >> 8) & 0xff, (mask >> 16) & 0xff);
  }
  const lists = [...weights.lists, ...weights.phrases];
  const head = new DataView(new ArrayBuffer(headerBytes + 4 * listTotal + 4 * labelCount * labelCount));
  [magic, version, weights.bucketBits, labelCount, lists.length].forEach((value, index) =>
    head.setUint32(index * 4, value, true),
  );
  head.setFloat32(20, weights.unit, true);
  lists.forEach((list, index) => head.setUint32(headerBytes + index * 4, list.bits.length, true));
  weights.transitions.forEach((value, index) => head.setInt32(headerBytes + 4 * listTotal + index * 4, value, true));
  return concatenate([
    new Uint8Array(head.buffer),
    ...lists.map((list) => list.bits),
    bitmap,
    Uint8Array.from(masks),
    Uint8Array.from(bytes),
  ]);
}

/** The inverse of `encodeNameWeights`. Throws a RangeError for a file that is no such file, or is cut off. */
export function decodeNameWeights(file: Uint8Array): NameWeights {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < headerBytes || view.getUint32(0, true) !== magic)
    throw new RangeError('not a file of name weights');
  if (
    view.getUint32(4, true) !== version ||
    view.getUint32(12, true) !== labelCount ||
    view.getUint32(16, true) !== listTotal
  ) {
    throw new RangeError('name weights of another version');
  }
  const bucketBits = view.getUint32(8, true);
  if (bucketBits < 3 || bucketBits > 24) throw new RangeError('name weights of an impossible size');
  const buckets = 1 << bucketBits;
  let at = headerBytes + 4 * listTotal;
  const transitions = new Int32Array(labelCount * labelCount);
  for (let index = 0; index < transitions.length; index += 1, at += 4) transitions[index] = view.getInt32(at, true);
  const take = (length: number) => {
    if (at + length > file.length) throw new RangeError('name weights are cut off');
    at += length;
    return file.subarray(at - length, at);
  };
  const all = Array.from(
    { length: listTotal },
    (_, index) => new Bloom(take(view.getUint32(headerBytes + index * 4, true))),
  );
  const bitmap = take(buckets >> 3);
  let used = 0;
  for (const byte of bitmap) for (let rest = byte; rest !== 0; rest &= rest - 1) used += 1;
  const masks = take(used * 3);
  const bytes = file.subarray(at);
  const emissions = new Int8Array(buckets * labelCount);
  let row = 0;
  let next = 0;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    if (((bitmap[bucket >> 3] as number) & (1 << (bucket & 7))) === 0) continue;
    const mask = (masks[row] as number) | ((masks[row + 1] as number) << 8) | ((masks[row + 2] as number) << 16);
    row += 3;
    for (let label = 0; label < labelCount; label += 1) {
      if ((mask & (1 << label)) === 0) continue;
      emissions[bucket * labelCount + label] = bytes[next] as number;
      next += 1;
    }
  }
  if (next !== bytes.length) throw new RangeError('name weights are cut off');
  return {
    bucketBits,
    emissions,
    transitions,
    unit: view.getFloat32(20, true),
    lists: all.slice(0, shippedLists.length),
    phrases: all.slice(shippedLists.length),
  };
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
