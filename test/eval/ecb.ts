/** ECB+ (Cybulska and Vossen, 2014) as input: mentions of people, bodies and places in news texts, with their clusters. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mention, Reading, Span } from '../../src/core/index.ts';
import { nameInPhrase } from '../../src/core/corpus/names/phrase.ts';
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

/** A document's reading with the given mentions as they stand, whole noun phrases; `ids` by index of the mention. */
export function givenReading(text: string, given: readonly GivenMention[]): { reading: Reading; ids: string[] } {
  const ordered = given.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const mentions = ordered.map(({ start, end, type }): Mention => ({ start, end, type: types[type], confidence: 1 }));
  return { reading: readingWith(text, mentions), ids: ordered.map(({ id }) => id) };
}

/** Span of the name in a given phrase, relative to it. */
export const nameWithin = ({ text, type }: GivenMention): Span => nameInPhrase(types[type], text);
