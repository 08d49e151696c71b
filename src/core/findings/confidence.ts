/** How sure a finding is, in words: what a reader is told of the number. */
import { message } from './finding.ts';
import type { Finding, Message } from './types.ts';

/** From here on a rule has seen little that speaks against it: words that are printed, or long copies. */
const VERY_LIKELY = 0.9;
/** From here on most findings of the kind are right; below, about every third one has another explanation. */
const LIKELY = 0.75;

/** "very likely", "likely", "possible". */
export const sureness = ({ confidence }: Pick<Finding, 'confidence'>): Message =>
  message(
    confidence >= VERY_LIKELY ? 'sureness-very-likely' : confidence >= LIKELY ? 'sureness-likely' : 'sureness-possible',
  );

/** What each more source that bears it out adds; it would take six to go from "likely" to the surest. */
const PER_SOURCE = 0.03;
/** Nothing is surer that no reader has looked at. */
const SUREST = 0.95;

/** The confidence with so many more sources to bear it out, to two digits. */
export const surer = (confidence: number, sources: number): number =>
  Math.max(confidence, Math.min(SUREST, Math.round(100 * (confidence + PER_SOURCE * Math.max(0, sources))) / 100));
