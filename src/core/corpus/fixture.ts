/**
 * Corpora for tests in one string. `=== a` begins source `a`; names stand in brackets with the letter of their type
 * ("[P Ada Lovelace]": person, organization, location, demonym, event, work); "[R#1 Gen.]" is a role of the first
 * mention of the source, "[Rm#1 Mr.]" one that tells a man, "[Rf#1 Mrs.]" a woman.
 */
import type { Mention, MentionType, Reading } from '../reading/types.ts';
import type { Snapshot } from './types.ts';

const types: Readonly<Record<string, MentionType>> = {
  P: 'person',
  O: 'organization',
  L: 'place',
  D: 'demonym',
  E: 'event',
  W: 'work',
  R: 'role',
};

export function readingOf(marked: string): Reading {
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
  return {
    text,
    mentions,
    language: { tag: 'en', confidence: 1, supported: true },
    paragraphs: [],
    sentences: [],
    asides: [],
    dates: [],
    sourceDate: null,
    figures: [],
    quotations: [],
    statements: [],
    markProblems: [],
  };
}

export function sourcesOf(corpus: string): { readonly uri: string; readonly reading: Reading }[] {
  return corpus
    .split(/^=== /mu)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { uri: part.slice(0, end).trim(), reading: readingOf(part.slice(end + 1)) };
    });
}

/** Every entity with more than one written form or source, one a line: "Name: alias, alias (a b)". */
export function entitiesOf(snapshot: Snapshot): string[] {
  return snapshot.entities().map(({ id, name, aliases }) => {
    const uris = [...new Set([...snapshot.mentionsOf(id)].map(({ uri }) => uri))].join(' ');
    return `${name}${aliases.length > 0 ? ` = ${aliases.join(', ')}` : ''} (${uris})`;
  });
}
