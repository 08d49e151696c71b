import type { Entity, EntityId, Snapshot } from '../corpus/types.ts';
import type { NameType } from '../reading/types.ts';
import { fold } from '../text/fold.ts';

/** What is known of what an entity is looked for: its written forms, and its type where that is known. */
export interface Likeness {
  readonly forms: readonly string[];
  readonly type: NameType | null;
  /** Entities that are not meant. */
  readonly without: ReadonlySet<EntityId>;
}

export interface LikeEntity {
  readonly entity: Entity;
  readonly mentions: number;
  /** 0 to 1: how much the names look alike; 1 for the same name. */
  readonly likeness: number;
}

/** Below this, names have letters in common by chance only, and the better known comes first. */
const LOOKS_ALIKE = 0.4;
/** Words that two names share say more than pairs of letters: "Ada Okafor" and "General Okafor". */
const SHARED_WORD = 0.6;
/** Two names of different types are seldom one. */
const OTHER_TYPE = 0.7;

/** All other entities, those first that might be meant: by likeness of any of their names, then by mentions, then by name. */
export function likeEntities(snapshot: Snapshot, { forms, type, without }: Likeness): readonly LikeEntity[] {
  const wanted = forms.map(shapeOf);
  return snapshot
    .entities()
    .filter(({ id }) => !without.has(id))
    .map((entity): LikeEntity => {
      const names = [entity.name, ...entity.aliases].map(shapeOf);
      const best = Math.max(0, ...names.flatMap((name) => wanted.map((each) => likeness(name, each))));
      const weight = type === null || type === entity.type ? 1 : OTHER_TYPE;
      return { entity, mentions: snapshot.countsOf(entity.id).mentions, likeness: best * weight };
    })
    .sort((a, b) => rank(b) - rank(a) || b.mentions - a.mentions || (a.entity.name < b.entity.name ? -1 : 1));
}

const rank = ({ likeness: alike }: LikeEntity): number => (alike < LOOKS_ALIKE ? 0 : alike);

interface Shape {
  readonly name: string;
  readonly words: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

function shapeOf(form: string): Shape {
  const name = fold(form)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const padded = ` ${name} `;
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < padded.length; at += 1) pairs.add(padded.slice(at, at + 2));
  // Of initials and particles too many are shared.
  return { name, pairs, words: new Set(name.split(' ').filter((word) => word.length > 2)) };
}

/** Sørensen and Dice's coefficient over pairs of letters (Dice 1945), or what a shared word tells. */
function likeness(a: Shape, b: Shape): number {
  if (a.name === b.name) return 1;
  let shared = 0;
  for (const pair of a.pairs) if (b.pairs.has(pair)) shared += 1;
  const dice = (2 * shared) / (a.pairs.size + b.pairs.size);
  return [...a.words].some((word) => b.words.has(word)) ? Math.max(dice, SHARED_WORD) : dice;
}
