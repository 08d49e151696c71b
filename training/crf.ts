/** A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over sparse features, trained by AdaGrad with feature dropout. */
import { OUTSIDE, labelCount, mayEnd, mayStart, predecessors } from '../src/core/reading/names/labels.ts';

/** One stretch of text: per token its features, and the labels that the annotation allows as bits. */
export interface Example {
  readonly features: readonly Int32Array[];
  readonly allowed: Int32Array;
  /** How much the example counts. */
  readonly weight: number;
}

export interface CrfOptions {
  readonly epochs: number;
  /** Share of features that are hidden from each token at each visit. */
  readonly dropout: number;
  readonly rate: number;
  readonly l2: number;
  /** After this epoch only the `kept` largest weights stay; the rest are zero for good, and the others learn to do without them. */
  readonly pruneAfter: number;
  readonly kept: number;
  /** The weights are the mean of those after the last so many epochs. */
  readonly averaged: number;
}

export interface CrfWeights {
  readonly emissions: Float32Array;
  readonly transitions: Float64Array;
}

/** Mulberry32: small, seeded, good enough to shuffle with. */
export function randomizer(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

export function trainCrf(
  examples: readonly Example[],
  bucketBits: number,
  options: CrfOptions,
  random: () => number,
  afterEpoch: (epoch: number, likelihood: number, weights: CrfWeights) => void,
): CrfWeights {
  const size = (1 << bucketBits) * labelCount;
  const emissions = new Float32Array(size);
  const squares = new Float32Array(size);
  const transitions = new Float64Array(labelCount * labelCount);
  const transitionSquares = new Float64Array(labelCount * labelCount);
  const sum = new Float32Array(size);
  const transitionSum = new Float64Array(labelCount * labelCount);
  const order = examples.map((_, index) => index);
  const lattice = new Lattice();
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    let likelihood = 0;
    for (const index of order) {
      const example = examples[index] as Example;
      const kept = example.features.map((features) => drop(features, options.dropout, random));
      lattice.load(kept, emissions, transitions, 1 / (1 - options.dropout));
      likelihood += lattice.gradients(example.allowed);
      for (let at = 0; at < kept.length; at += 1) {
        for (let label = 0; label < labelCount; label += 1) {
          const gradient = (lattice.gradient[at * labelCount + label] as number) * example.weight;
          if (Math.abs(gradient) < smallestGradient) continue;
          for (const bucket of kept[at] as Int32Array) {
            const slot = bucket * labelCount + label;
            const square = (squares[slot] as number) + gradient * gradient;
            squares[slot] = square;
            const weight = emissions[slot] as number;
            emissions[slot] = weight + (options.rate * (gradient - options.l2 * weight)) / Math.sqrt(square + 1e-3);
          }
        }
      }
      for (let slot = 0; slot < transitions.length; slot += 1) {
        const gradient = (lattice.transitionGradient[slot] as number) * example.weight;
        if (Math.abs(gradient) < smallestGradient) continue;
        transitionSquares[slot] = (transitionSquares[slot] as number) + gradient * gradient;
        transitions[slot] =
          (transitions[slot] as number) +
          (options.rate * gradient) / Math.sqrt((transitionSquares[slot] as number) + 1e-3);
      }
    }
    if (epoch + 1 === options.pruneAfter) prune(emissions, squares, options.kept);
    if (epoch >= options.epochs - options.averaged) {
      for (let slot = 0; slot < size; slot += 1)
        sum[slot] = (sum[slot] as number) + (emissions[slot] as number) / options.averaged;
      for (let slot = 0; slot < transitions.length; slot += 1)
        transitionSum[slot] = (transitionSum[slot] as number) + (transitions[slot] as number) / options.averaged;
    }
    afterEpoch(epoch, likelihood, { emissions, transitions });
  }
  return { emissions: sum, transitions: transitionSum };
}

/** An infinite sum of squares makes every later step of a weight zero. */
function prune(emissions: Float32Array, squares: Float32Array, kept: number): void {
  const sizes = emissions.map(Math.abs).sort();
  const threshold = sizes[Math.max(0, sizes.length - kept)] as number;
  for (let slot = 0; slot < emissions.length; slot += 1) {
    if (Math.abs(emissions[slot] as number) >= threshold && emissions[slot] !== 0) continue;
    emissions[slot] = 0;
    squares[slot] = Infinity;
  }
}

/** Smaller steps change nothing that survives quantization. */
const smallestGradient = 1e-3;

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
}

function drop(features: Int32Array, dropout: number, random: () => number): Int32Array {
  const kept = new Int32Array(features.length);
  let count = 0;
  for (const feature of features) if (random() >= dropout) kept[count++] = feature;
  return kept.subarray(0, count);
}

/** Forward and backward sums in probabilities, scaled per token. */
class Lattice {
  gradient = new Float64Array(0);
  readonly transitionGradient = new Float64Array(labelCount * labelCount);
  #factors = new Float64Array(0);
  #forward = new Float64Array(0);
  #backward = new Float64Array(0);
  #length = 0;
  readonly #transitionFactors = new Float64Array(labelCount * labelCount);

  load(features: readonly Int32Array[], emissions: Float32Array, transitions: Float64Array, scale: number): void {
    const length = features.length;
    this.#length = length;
    if (this.#factors.length < length * labelCount) {
      this.#factors = new Float64Array(length * labelCount);
      this.#forward = new Float64Array(length * labelCount);
      this.#backward = new Float64Array(length * labelCount);
      this.gradient = new Float64Array(length * labelCount);
    }
    const scores = new Float64Array(labelCount);
    for (let at = 0; at < length; at += 1) {
      scores.fill(0);
      for (const bucket of features[at] as Int32Array) {
        const row = bucket * labelCount;
        for (let label = 0; label < labelCount; label += 1)
          scores[label] = (scores[label] as number) + (emissions[row + label] as number);
      }
      let top = -Infinity;
      for (let label = 0; label < labelCount; label += 1) top = Math.max(top, scores[label] as number);
      for (let label = 0; label < labelCount; label += 1)
        this.#factors[at * labelCount + label] = Math.exp(((scores[label] as number) - top) * scale);
    }
    for (let slot = 0; slot < transitions.length; slot += 1)
      this.#transitionFactors[slot] = Math.exp(transitions[slot] as number);
  }

  /** Fills `gradient` and `transitionGradient`: what the annotation expects less what the model does. Returns the log-likelihood. */
  gradients(allowed: Int32Array): number {
    this.gradient.fill(0, 0, this.#length * labelCount);
    this.transitionGradient.fill(0);
    return this.#expect(allowed, 1) - this.#expect(null, -1);
  }

  #expect(allowed: Int32Array | null, sign: number): number {
    const length = this.#length;
    const factors = this.#factors;
    const forward = this.#forward;
    const backward = this.#backward;
    const steps = this.#transitionFactors;
    const scales = new Float64Array(length);
    let logSum = 0;
    for (let at = 0; at < length; at += 1) {
      const row = at * labelCount;
      let sum = 0;
      for (let label = 0; label < labelCount; label += 1) {
        let value = 0;
        if (allowed === null || (allowed[at] as number) & (1 << label)) {
          if (at === 0) value = mayStart(label) ? (steps[OUTSIDE * labelCount + label] as number) : 0;
          else
            for (const before of predecessors[label] as readonly number[])
              value += (forward[row - labelCount + before] as number) * (steps[before * labelCount + label] as number);
          value *= factors[row + label] as number;
        }
        forward[row + label] = value;
        sum += value;
      }
      scales[at] = sum;
      logSum += Math.log(sum);
      for (let label = 0; label < labelCount; label += 1) forward[row + label] = (forward[row + label] as number) / sum;
    }
    const lastRow = (length - 1) * labelCount;
    let whole = 0;
    for (let label = 0; label < labelCount; label += 1) {
      const value = mayEnd(label) ? (steps[label * labelCount + OUTSIDE] as number) : 0;
      backward[lastRow + label] = value;
      whole += (forward[lastRow + label] as number) * value;
    }
    for (let label = 0; label < labelCount; label += 1) {
      const share = ((forward[lastRow + label] as number) * (backward[lastRow + label] as number)) / whole;
      const slot = label * labelCount + OUTSIDE;
      this.transitionGradient[slot] = (this.transitionGradient[slot] as number) + sign * share;
    }
    for (let at = length - 1; at >= 0; at -= 1) {
      const row = at * labelCount;
      for (let label = 0; label < labelCount; label += 1) {
        const share = ((forward[row + label] as number) * (backward[row + label] as number)) / whole;
        this.gradient[row + label] = (this.gradient[row + label] as number) + sign * share;
        if (at === 0) {
          const slot = OUTSIDE * labelCount + label;
          if (mayStart(label)) this.transitionGradient[slot] = (this.transitionGradient[slot] as number) + sign * share;
        }
      }
      if (at === 0) break;
      backward.fill(0, row - labelCount, row);
      for (let label = 0; label < labelCount; label += 1) {
        if (allowed !== null && !((allowed[at] as number) & (1 << label))) continue;
        const value = ((backward[row + label] as number) * (factors[row + label] as number)) / (scales[at] as number);
        if (value === 0) continue;
        for (const before of predecessors[label] as readonly number[]) {
          const step = value * (steps[before * labelCount + label] as number);
          backward[row - labelCount + before] = (backward[row - labelCount + before] as number) + step;
          const slot = before * labelCount + label;
          this.transitionGradient[slot] =
            (this.transitionGradient[slot] as number) +
            (sign * (forward[row - labelCount + before] as number) * step) / whole;
        }
      }
    }
    return logSum + Math.log(whole);
  }
}
