/**
 * Texts with a history of random edits in which every character keeps its descent, so that the truth about an annotated span is
 * known whatever happened to it: words typed, deleted, replaced, sentences moved and copied, lines broken anew. A copy descends from
 * what was copied: which of two equal passages is the older one cannot be seen in a text.
 */
import fc from 'fast-check';
import type { Span } from '../core/index.ts';

export interface History {
  readonly before: string;
  readonly after: string;
  readonly spans: readonly Span[];
  /** For each character of `after` the offset in `before` that it descends from; -1 for what was typed. */
  readonly descent: readonly number[];
  readonly did: readonly string[];
}

/** Of the characters at `found` after the edits, the share that descends from `span`; white space apart. */
export function descended({ after, descent }: History, span: Span, found: Span): number {
  let all = 0;
  let own = 0;
  for (let at = found.start; at < found.end; at += 1) {
    if (after.charAt(at).trim() === '') continue;
    const from = descent[at] as number;
    all += 1;
    if (from >= span.start && from < span.end) own += 1;
  }
  return all === 0 ? 0 : own / all;
}

const WORDS = (
  'the a of and in to was said that on for with by at from it as had were not be this which or an are his her their one two ' +
  'general minister harbour council report soldiers village bridge evening morning operation statement witness border river ' +
  'officials confirmed denied crossed arrested seized vessel crew cargo night government ministry spokesman captain market road ' +
  'Okafor Meridian Lindqvist Valdane Tremaine Port Northern Gulf Tuesday March April eleven hundred convoy weapons village'
).split(' ');

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 18 })
  .map((words) => `${words.join(' ')}. `);

const edit = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), at: fc.nat(), text: sentence }),
  fc.record({ kind: fc.constant('type' as const), at: fc.nat(), text: fc.constantFrom('x', 'a new ', '\n\n', 's') }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(), length: fc.nat(12) }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(), length: fc.nat(400) }),
  fc.record({ kind: fc.constant('replace' as const), at: fc.nat(), length: fc.nat(30), text: sentence }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(), length: fc.nat(300), to: fc.nat() }),
  fc.record({ kind: fc.constant('copy' as const), at: fc.nat(), length: fc.nat(300), to: fc.nat() }),
  fc.record({ kind: fc.constant('reflow' as const), at: fc.nat() }),
);

type RandomEdit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** A character, and where it comes from. */
interface Character {
  readonly text: string;
  readonly from: number;
}

const added = (text: string): Character[] => [...text].map((character) => ({ text: character, from: -1 }));

function apply(text: readonly Character[], change: RandomEdit): Character[] {
  const at = change.at % (text.length + 1);
  if (change.kind === 'type') return [...text.slice(0, at), ...added(change.text), ...text.slice(at)];
  if (change.kind === 'reflow') {
    const width = 40 + (change.at % 50);
    let column = 0;
    return text.map((character) => {
      column = character.text === '\n' ? 0 : column + 1;
      if (character.text !== ' ' || column < width) return character;
      column = 0;
      return { ...character, text: '\n' };
    });
  }
  const end = Math.min(at + change.length, text.length);
  const cut = text.slice(at, end);
  const rest = [...text.slice(0, at), ...text.slice(end)];
  if (change.kind === 'delete') return rest;
  if (change.kind === 'replace') return [...text.slice(0, at), ...added(change.text), ...text.slice(end)];
  if (change.kind === 'move') {
    const to = change.to % (rest.length + 1);
    return [...rest.slice(0, to), ...cut, ...rest.slice(to)];
  }
  const to = change.to % (text.length + 1);
  return [...text.slice(0, to), ...cut, ...text.slice(to)];
}

export const history: fc.Arbitrary<History> = fc
  .tuple(
    fc.array(sentence, { minLength: 8, maxLength: 36 }),
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 30 })), { minLength: 3, maxLength: 6 }),
    fc.array(edit, { minLength: 1, maxLength: 8 }),
  )
  .map(([sentences, places, edits]) => {
    const before = sentences.join('');
    const starts = [...before.matchAll(/\b\w/g)].map(({ index }) => index);
    const spans = places.map(([place, words]) => {
      const first = place % starts.length;
      const next = starts[first + words] ?? before.length;
      return { start: starts[first] as number, end: before.slice(0, next).trimEnd().length };
    });
    let text: Character[] = [...before].map((character, from) => ({ text: character, from }));
    for (const change of edits) text = apply(text, change);
    const after = text.map((character) => character.text).join('');
    return { before, after, spans, descent: text.map(({ from }) => from), did: edits.map(({ kind }) => kind) };
  });
