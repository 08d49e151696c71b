/**
 * ECB+ (Cybulska and Vossen, 2014) as input: its mentions are noun phrases ("the Arden plant in Port Meridian"), ours are names.
 * So each given phrase is cut to the name in it; what has none keeps its words and stays alone.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mention, Reading } from '../../src/core/index.ts';
import { readingWith } from '../../src/testing/markedNames.ts';

export interface GivenMention {
  readonly id: string;
  readonly doc: string;
  readonly topic: string;
  readonly type: 'PER' | 'ORG' | 'LOC';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly cluster: string;
}

const lines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

export const givenMentions = (data: string): GivenMention[] => lines(join(data, 'crossdoc/dev-mentions.jsonl'));

export const givenTexts = (data: string): Map<string, string> =>
  new Map(
    lines<{ docId: string; text: string }>(join(data, 'crossdoc/dev.jsonl')).map(({ docId, text }) => [docId, text]),
  );

const types = { PER: 'person', ORG: 'organization', LOC: 'place' } as const;

/** A document's reading with the given mentions; `ids` by index of the mention. */
export function givenReading(text: string, given: readonly GivenMention[]): { reading: Reading; ids: string[] } {
  const cut = given
    .map((mention) => ({ mention, ...nameWithin(mention) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const mentions: Mention[] = cut.map(({ mention, start, end }) => ({
    start: mention.start + start,
    end: mention.start + end,
    type: types[mention.type],
    confidence: 1,
  }));
  return { reading: readingWith(text, mentions), ids: cut.map(({ mention }) => mention.id) };
}

/** Words that a headline may write with a capital and that begin no name. */
const outer = /^(?:in|at|near|on|off|from|to|of|by|the|a|an|his|her|their|our)$/iu;
const inner = /^(?:of|the|and|&|de|la|du|van|von|on|-|for)$/u;

/** Span of the name in a phrase, relative to it: of all runs of capitalised words the longest; of places the first. */
export function nameWithin({ text, type }: GivenMention): { start: number; end: number } {
  const runs: { start: number; end: number; words: number }[] = [];
  let open: { start: number; end: number; words: number } | null = null;
  for (const match of text.matchAll(/[^\s,()"]+/gu)) {
    const [word] = match;
    const start = match.index;
    const end = start + word.length;
    if (!outer.test(word) && /^[\p{Lu}\p{N}'’‘]/u.test(word) && /\p{L}/u.test(word)) {
      const gap: string = open === null ? '' : text.slice(open.end, start);
      const joins = gap
        .trim()
        .split(/\s+/u)
        .every((between) => between === '' || inner.test(between));
      if (open !== null && joins) {
        open.end = end;
        open.words += 1;
      } else {
        open = { start, end, words: 1 };
        runs.push(open);
      }
    }
  }
  const best = type === 'LOC' ? runs[0] : runs.toSorted((a, b) => b.words - a.words)[0];
  return best ?? { start: 0, end: text.length };
}
