/**
 * Corpora of names in one string (see `fixture`). Names stand in brackets with the letter of their type
 * ("[P Ada Lovelace]": person, organization, location, demonym, event, work); "[R#1 Gen.]" is a role of the first
 * mention of its source, "[Rm#1 Mr.]" one that tells a man, "[Rf#1 Mrs.]" a woman.
 */
import type { Mention, MentionType, Reading, Snapshot } from '../core/index.ts';
import { languageOf } from '../core/reading/languages.ts';
import { paragraphs, sentences } from '../core/text/sentences.ts';
import { tokenize } from '../core/text/tokens.ts';
import { fixture } from './fixture.ts';

const types: Readonly<Record<string, MentionType>> = {
  P: 'person',
  O: 'organization',
  L: 'place',
  D: 'demonym',
  E: 'event',
  W: 'work',
  R: 'role',
};

export function markedReading(marked: string): Reading {
  let text = '';
  const mentions: Mention[] = [];
  for (const part of marked.split(/(\[[A-Z][mf]?(?:#\d+)? [^\]]*\])/u)) {
    const match = /^\[([A-Z])([mf])?(?:#(\d+))? ([^\]]*)\]$/u.exec(part);
    const type = types[match?.[1] ?? ''];
    const name = match?.[4] ?? part;
    if (type !== undefined) {
      const gender = match?.[2] === 'm' ? 'male' : match?.[2] === 'f' ? 'female' : null;
      const holder = match?.[3] === undefined ? null : Number(match[3]) - 1;
      const role = { holder, office: null, of: null, rank: null, tense: 'current', gender } as const;
      const span = { start: text.length, end: text.length + name.length, type, confidence: 1 };
      mentions.push(type === 'role' ? { ...span, role } : span);
    }
    text += name;
  }
  return readingWith(text, mentions);
}

/** A reading that has found nothing but sentences and these mentions. */
export const readingWith = (text: string, mentions: readonly Mention[]): Reading => ({
  text,
  mentions,
  language: { tag: 'en', confidence: 1, supported: true },
  paragraphs: [],
  sentences: sentences(tokenize(text), paragraphs(text), languageOf('en').stops),
  asides: [],
  dates: [],
  sourceDate: null,
  figures: [],
  quotations: [],
  statements: [],
  cited: [],
  markProblems: [],
});

export const markedSources = (corpus: string): { readonly uri: string; readonly reading: Reading }[] =>
  fixture(corpus).files.map(({ path, text }) => ({ uri: path, reading: markedReading(text) }));

/** Every entity in a line: "Name = alias, alias (sources)". */
export const entityLines = (snapshot: Snapshot): string[] =>
  snapshot.entities().map(({ id, name, aliases }) => {
    const uris = new Set([...snapshot.mentionsOf(id)].map(({ uri }) => uri));
    return `${name}${aliases.length > 0 ? ` = ${aliases.join(', ')}` : ''} (${[...uris].join(' ')})`;
  });
