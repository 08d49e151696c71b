/** What a role says: office, what it is of, rank and grade, whether it is held still. */
import type { RoleFacts } from '../types.ts';
import { RoleWord } from './lexicon.ts';
import type { RoleWords } from './role-words.ts';

/** No rank or office has more words. */
const LONGEST_TERM = 4;

/** Facts of the role of tokens `first` to `last`. */
export function roleFacts(roles: RoleWords, first: number, last: number, holder: number | null): RoleFacts {
  const { words } = roles;
  const normal: string[] = [];
  let tense: RoleFacts['tense'] = 'current';
  let gender: RoleFacts['gender'] = null;
  let of: RoleFacts['of'] = null;
  for (let i = first; i <= last; i += 1) {
    const mention = words.mentions[words.mentionAt(i)];
    if (mention !== undefined && mention.type !== 'person') {
      if (of === null && mention.type !== 'demonym') of = { start: mention.start, end: mention.end };
      normal.push('');
      continue;
    }
    const word = roles.normal(i);
    normal.push(...word.split(/[\s-]/));
    if (roles.is(i, RoleWord.former)) tense = 'former';
    if (roles.is(i, RoleWord.designate)) tense = 'designate';
    gender ??= roles.lexicon.genders.get(word) ?? null;
  }
  const rank = rankOf(roles, normal);
  return {
    holder,
    office: officeOf(roles, normal, rank?.words ?? null),
    of: of ?? ofPhrase(roles, first, last),
    rank: rank && { name: rank.name, grade: rank.grade },
    tense,
    gender,
  };
}

/** "head of the squadron": what follows the office, where it is no name. */
function ofPhrase(roles: RoleWords, first: number, last: number): RoleFacts['of'] {
  for (let i = first + 1; i < last; i += 1) {
    if (!roles.lexicon.links.has(roles.words.word(i)) || !roles.is(i - 1, RoleWord.office)) continue;
    if (roles.lexicon.offices.has(`${roles.normal(i - 1)} ${roles.words.word(i)} ${roles.normal(i + 1)}`)) continue;
    const start = roles.lexicon.articles.has(roles.words.word(i + 1)) ? i + 2 : i + 1;
    return start <= last ? roles.words.span(start, last) : null;
  }
  return null;
}

interface Rank {
  readonly name: string;
  readonly grade: string | null;
  /** Position of its words: `[from, to)`. */
  readonly words: readonly [number, number];
}

/** The longest rank in the words; a "commander" or "general" that is an office ("attorney general") is none. */
function rankOf(roles: RoleWords, normal: readonly string[]): Rank | null {
  const { words, ranks, offices, seaBranches, landBranches, seaGrades, landGrades } = roles.lexicon;
  for (let length = LONGEST_TERM; length > 0; length -= 1) {
    for (let from = normal.length - length; from >= 0; from -= 1) {
      const name = normal.slice(from, from + length).join(' ');
      const grade = ranks.get(name);
      if (grade === undefined) continue;
      const inOffice = offices.has(`${normal[from - 1]} ${name}`) || offices.has(`${name} ${normal[from + length]}`);
      const after = words.get(normal[from + length] ?? '') ?? 0;
      // "general manager": a rank does not qualify an office.
      const qualifies = (after & RoleWord.office) !== 0 && (after & RoleWord.rank) === 0;
      const isHead = name === 'commander' && (normal.length > 1 || normal.includes(''));
      if (inOffice || isHead || qualifies) continue;
      const branch = normal.some((word) => seaBranches.has(word))
        ? seaGrades
        : normal.some((word) => landBranches.has(word))
          ? landGrades
          : null;
      return { name, grade: grade ?? branch?.get(name) ?? null, words: [from, from + length] };
    }
  }
  return null;
}

/** The normalised head of the office: a known office of several words, else the last noun of office before a preposition. */
function officeOf(roles: RoleWords, normal: readonly string[], rank: readonly [number, number] | null): string | null {
  const { words, offices, links } = roles.lexicon;
  const end = normal.findIndex((word, i) => i > 0 && links.has(word));
  const head = end < 0 ? normal.length : end;
  for (let length = LONGEST_TERM; length > 1; length -= 1)
    for (let from = 0; from + length <= normal.length && from < head; from += 1) {
      const name = normal.slice(from, from + length).join(' ');
      if (offices.has(name)) return name;
    }
  for (let i = head - 1; i >= 0; i -= 1) {
    const word = normal[i]!;
    if (rank !== null && rank[0] <= i && i < rank[1]) continue;
    if (((words.get(word) ?? 0) & RoleWord.office) !== 0) return word;
  }
  return null;
}
