/** Finds the names of one text: scores by features, best path by Viterbi, confidence by forward and backward sums. */
import type { NameDocument } from './document.ts';
import { Featurizer, mostFeatures, roleCount } from './features.ts';
import {
  BEGIN,
  LAST,
  OUTSIDE,
  UNIT,
  kindOf,
  labelCount,
  mayEnd,
  mayStart,
  positionOf,
  predecessors,
} from './labels.ts';
import { expand, type NameWeights } from './model.ts';
import type { Word, WordBook } from './words.ts';

/** A name found by the tagger: tokens `[first, end)`. */
export interface TaggedName {
  readonly first: number;
  readonly end: number;
  /** Index into `nameKinds`. */
  readonly kind: number;
  /** Probability of exactly this span and kind, 0 to 1. */
  readonly confidence: number;
}

export class Tagger {
  readonly #weights: NameWeights;
  readonly #featurizer: Featurizer;
  readonly #buffer = new Int32Array(mostFeatures);
  readonly #transitionFactors: Float64Array;
  #scores = new Int32Array(64 * labelCount);

  constructor(weights: NameWeights, book: WordBook) {
    this.#weights = weights;
    this.#featurizer = new Featurizer(book, weights.phrases, weights.bucketBits);
    this.#transitionFactors = Float64Array.from(weights.transitions, (weight) => Math.exp(weight * weights.unit));
  }

  tag(document: NameDocument): TaggedName[] {
    const found: TaggedName[] = [];
    const { stretches } = document;
    for (let index = 0; index < stretches.length; index += 2) {
      this.#tagStretch(document, stretches[index] as number, stretches[index + 1] as number, found);
    }
    return found;
  }

  #tagStretch(document: NameDocument, from: number, to: number, found: TaggedName[]): void {
    const length = to - from;
    if (this.#scores.length < length * labelCount) this.#scores = new Int32Array(2 * length * labelCount);
    const scores = this.#scores;
    scores.fill(0, 0, length * labelCount);
    for (let at = from; at < to; at += 1) this.#score(document, at, (at - from) * labelCount);
    const labels = bestPath(scores, length, this.#weights.transitions);
    if (labels.every((label) => label === OUTSIDE)) return;
    const confidences = spanConfidences(scores, length, labels, this.#transitionFactors, this.#weights.unit);
    for (let at = 0; at < length; at += 1) {
      const label = labels[at] as number;
      if (label === OUTSIDE || (positionOf(label) !== BEGIN && positionOf(label) !== UNIT)) continue;
      let last = at;
      while (positionOf(labels[last] as number) !== LAST && positionOf(labels[last] as number) !== UNIT) last += 1;
      found.push({
        first: from + at,
        end: from + last + 1,
        kind: kindOf(label),
        confidence: confidences[at] as number,
      });
    }
  }

  /** Adds up the weights of every feature of token `at`, one sum for each label. */
  #score(document: NameDocument, at: number, offset: number): void {
    const scores = this.#scores;
    for (let role = 0; role < roleCount; role += 1) {
      const word = this.#featurizer.roleWord(document, at, role);
      const sums = word.sums[role] ?? this.#sum(word, role);
      for (let label = 0; label < labelCount; label += 1)
        scores[offset + label] = (scores[offset + label] as number) + (sums[label] as number);
    }
    const { emissions } = this.#weights;
    const buffer = this.#buffer;
    const count = this.#featurizer.ofPlace(document, at, buffer, 0);
    for (let feature = 0; feature < count; feature += 1) buffer[feature] = (buffer[feature] as number) * labelCount;
    // Label by label, so that each sum stays in a register: this loop is where the time goes.
    for (let label = 0; label < labelCount; label += 1) {
      let sum = scores[offset + label] as number;
      for (let feature = 0; feature < count; feature += 1) {
        sum += expand[(emissions[(buffer[feature] as number) + label] as number) + 128] as number;
      }
      scores[offset + label] = sum;
    }
  }

  #sum(word: Word, role: number): Int32Array {
    const { emissions } = this.#weights;
    const sums = new Int32Array(labelCount);
    const count = this.#featurizer.ofWord(word, role, this.#buffer, 0);
    for (let feature = 0; feature < count; feature += 1) {
      const row = (this.#buffer[feature] as number) * labelCount;
      for (let label = 0; label < labelCount; label += 1)
        sums[label] = (sums[label] as number) + (expand[(emissions[row + label] as number) + 128] as number);
    }
    word.sums[role] = sums;
    return sums;
  }
}

const impossible = -0x3fffffff;

/** Viterbi over integer scores; ties go to the lower label. */
export function bestPath(scores: Int32Array, length: number, transitions: Int32Array): Uint8Array {
  const best = new Int32Array(length * labelCount).fill(impossible);
  const from = new Uint8Array(length * labelCount);
  for (let label = 0; label < labelCount; label += 1) {
    if (mayStart(label))
      best[label] = (scores[label] as number) + (transitions[OUTSIDE * labelCount + label] as number);
  }
  for (let at = 1; at < length; at += 1) {
    const row = at * labelCount;
    for (let label = 0; label < labelCount; label += 1) {
      let top = impossible;
      let source = 0;
      for (const before of predecessors[label] as readonly number[]) {
        const score =
          (best[row - labelCount + before] as number) + (transitions[before * labelCount + label] as number);
        if (score > top) {
          top = score;
          source = before;
        }
      }
      if (top > impossible) best[row + label] = top + (scores[row + label] as number);
      from[row + label] = source;
    }
  }
  let label = 0;
  let top = impossible;
  const row = (length - 1) * labelCount;
  for (let last = 0; last < labelCount; last += 1) {
    if (!mayEnd(last)) continue;
    const score = (best[row + last] as number) + (transitions[last * labelCount + OUTSIDE] as number);
    if (score > top) {
      top = score;
      label = last;
    }
  }
  const labels = new Uint8Array(length);
  for (let at = length - 1; at >= 0; at -= 1) {
    labels[at] = label;
    label = from[at * labelCount + label] as number;
  }
  return labels;
}

/** For each token that begins a name on `labels`, the probability of that whole name. Sums are scaled per token, so nothing overflows. */
function spanConfidences(
  scores: Int32Array,
  length: number,
  labels: Uint8Array,
  transitionFactors: Float64Array,
  unit: number,
): Float64Array {
  const size = length * labelCount;
  const factors = new Float64Array(size);
  const forward = new Float64Array(size);
  const backward = new Float64Array(size);
  const scales = new Float64Array(length);
  for (let at = 0; at < length; at += 1) {
    const row = at * labelCount;
    let top = scores[row] as number;
    for (let label = 1; label < labelCount; label += 1) top = Math.max(top, scores[row + label] as number);
    for (let label = 0; label < labelCount; label += 1)
      factors[row + label] = Math.exp(((scores[row + label] as number) - top) * unit);
  }
  for (let at = 0; at < length; at += 1) {
    const row = at * labelCount;
    let sum = 0;
    for (let label = 0; label < labelCount; label += 1) {
      let value = 0;
      if (at === 0) value = mayStart(label) ? (transitionFactors[OUTSIDE * labelCount + label] as number) : 0;
      else
        for (const before of predecessors[label] as readonly number[])
          value +=
            (forward[row - labelCount + before] as number) * (transitionFactors[before * labelCount + label] as number);
      value *= factors[row + label] as number;
      forward[row + label] = value;
      sum += value;
    }
    scales[at] = sum;
    for (let label = 0; label < labelCount; label += 1) forward[row + label] = (forward[row + label] as number) / sum;
  }
  const lastRow = (length - 1) * labelCount;
  let whole = 0;
  for (let label = 0; label < labelCount; label += 1) {
    const value = mayEnd(label) ? (transitionFactors[label * labelCount + OUTSIDE] as number) : 0;
    backward[lastRow + label] = value;
    whole += (forward[lastRow + label] as number) * value;
  }
  for (let at = length - 1; at > 0; at -= 1) {
    const row = at * labelCount;
    for (let label = 0; label < labelCount; label += 1) {
      const value = ((backward[row + label] as number) * (factors[row + label] as number)) / (scales[at] as number);
      if (value === 0) continue;
      for (const before of predecessors[label] as readonly number[]) {
        const index = row - labelCount + before;
        backward[index] =
          (backward[index] as number) + value * (transitionFactors[before * labelCount + label] as number);
      }
    }
  }
  const confidences = new Float64Array(length);
  for (let at = 0; at < length; at += 1) {
    let label = labels[at] as number;
    if (label === OUTSIDE || (positionOf(label) !== BEGIN && positionOf(label) !== UNIT)) continue;
    let value = forward[at * labelCount + label] as number;
    let last = at;
    while (positionOf(label) !== LAST && positionOf(label) !== UNIT) {
      last += 1;
      const next = labels[last] as number;
      value *=
        ((transitionFactors[label * labelCount + next] as number) * (factors[last * labelCount + next] as number)) /
        (scales[last] as number);
      label = next;
    }
    confidences[at] = Math.min(1, (value * (backward[last * labelCount + label] as number)) / whole);
  }
  return confidences;
}
