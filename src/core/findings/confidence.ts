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
