import { languageOf } from '../../reading/languages.ts';
import type { Reading } from '../../reading/types.ts';
import { hash32 } from '../../text/hash.ts';
import type { Span } from '../../text/span.ts';
import { bodyWords } from './passageKeys.ts';

const SEED = 0x7465726d;

/** Words shorter than this are not looked at for compounds written in one word: too many are no compounds. */
const SHORTEST_COMPOUND = 9;

/** A shorter first part is a letter that stands for itself ("T-shirt"); "co-" and "re-" are parts of words. */
const SHORTEST_PREFIX = 2;

/** A term in one of its spellings: a hyphenated compound, or a long word that may be one without its hyphen. */
export interface Term extends Span {
  /** Equal for all spellings of the term: without hyphen, British or American, singular or plural. */
  readonly key: string;
  /** As written, in lower case; singular and plural have one. */
  readonly spelling: string;
}

const terms = new WeakMap<Reading, ReadonlyMap<string, readonly Term[]>>();

/** The terms of a source by key, each in order of place; made once per reading. */
export function termsOf(reading: Reading): ReadonlyMap<string, readonly Term[]> {
  let found = terms.get(reading);
  if (!found) terms.set(reading, (found = find(reading)));
  return found;
}

/** Of every term, and of every spelling of it. */
export const termKeys = (reading: Reading): number[] =>
  [...termsOf(reading)].flatMap(([key, spelt]) => [keyOfTerm(key), ...spelt.map(keyOfSpelling)]);

export const keyOfTerm = (key: string): number => hash32(key, SEED);

export const keyOfSpelling = ({ key, spelling }: Pick<Term, 'key' | 'spelling'>): number =>
  hash32(`${key} ${spelling}`, SEED);

function find(reading: Reading): ReadonlyMap<string, readonly Term[]> {
  const { stem, function: functionWords } = languageOf(reading.language.tag).comparison;
  const found = new Map<string, Term[]>();
  const add = (term: Term) => {
    const list = found.get(term.key);
    if (list) list.push(term);
    else found.set(term.key, [term]);
  };
  const { words } = bodyWords(reading);
  for (const [at, { start, end, form, key, joined }] of words.entries()) {
    const next = words[at + 1];
    if (joined && next && !functionWords.has(form) && !functionWords.has(next.form) && key.length >= SHORTEST_PREFIX) {
      const spelling = `${form}-${stem(next.form)}`;
      add({ start, end: next.end, key: stem(key + next.key), spelling });
    } else if (form.length >= SHORTEST_COMPOUND) add({ start, end, key: stem(key), spelling: stem(form) });
  }
  return found;
}
