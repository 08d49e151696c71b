/** Unnamed people who are cited behind somebody else: "the paper, citing two officials". */
import type { Speaker } from '../types.ts';
import type { Words } from '../words.ts';
import { phraseStarting } from './phrases.ts';
import { sourceOf, speakerOf } from './speakers.ts';

/** Tokens behind the verb that its object may take. */
const REACH = 14;
const CONFIDENCE = 0.8;

/** Objects of verbs of citing that name nobody, in document order. */
export function findCitations(words: Words): Speaker[] {
  const found: Speaker[] = [];
  for (let verb = 0; verb < words.length; verb += 1) {
    if (!words.lexicon.citing.has(words.word(verb)) || words.quotationAt(verb) >= 0) continue;
    const phrase = phraseStarting(words, verb + 1, Math.min(words.length, verb + 1 + REACH));
    if (phrase !== null && sourceOf(words, phrase).kind === 'anonymous') {
      found.push(speakerOf(words, phrase, null, CONFIDENCE));
    }
  }
  return found;
}
