/** Names while they are being read: token spans that later passes may trim, retype, join or drop. */
import type { NameType } from '../types.ts';
import type { NameDocument } from './document.ts';

export interface Draft {
  /** Tokens `[first, end)`. */
  first: number;
  end: number;
  /** `other`: a name that is neither person, organization nor place, and of which nothing more is known yet. */
  type: NameType | 'other';
  confidence: number;
}

/** In document order; of drafts with one start, the longer first. */
export const compareDrafts = (a: Draft, b: Draft): number => a.first - b.first || b.end - a.end;

/** Lower-case key of a draft's words: drafts with one key are written alike. */
export function draftKey(document: NameDocument, first: number, end: number): string {
  let key = '';
  for (let at = first; at < end; at += 1) key += `${document.words[at]?.lower ?? ''} `;
  return key;
}

/** Marks which tokens the drafts cover: index of the draft plus one, 0 for none. */
export function coverage(document: NameDocument, drafts: readonly Draft[]): Int32Array {
  const covered = new Int32Array(document.words.length);
  drafts.forEach(({ first, end }, index) => covered.fill(index + 1, first, end));
  return covered;
}

/** First token of a full name's surname, its particles included ("van der Merwe"). */
export function surnameStart(document: NameDocument, { first, end }: Draft, particles: ReadonlySet<string>): number {
  let start = end - 1;
  while (start - 1 > first && particles.has(document.words[start - 1]?.lower ?? '')) start -= 1;
  return start;
}
