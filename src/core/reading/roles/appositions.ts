/** Roles told beside a name: "Ada Lovelace, head of the office,", "the head of the office, Ada Lovelace,", "Ada Lovelace served as head". */
import { WordClass } from '../quotations/lexicon.ts';
import { GRAMMATICAL, type Words } from '../words.ts';
import { RoleWord } from './lexicon.ts';
import type { RoleWords } from './role-words.ts';
import { extended, type TokenRange } from './titles.ts';

/** The office of an apposition stands within this many tokens of its beginning. */
const OFFICE_REACH = 9;
/** An apposition's complements ("of … in … and …") end within this many tokens. */
const COMPLEMENT_REACH = 24;
/** Words of a complement that is no name ("professor of modern history"). */
const LONGEST_COMMON_COMPLEMENT = 4;
/** "…, who sits on the committee, served as president": how far "as" may stand behind the name. */
const AS_REACH = 16;

/** The role in apposition behind the name that ends with token `name`. */
export function roleAfter(roles: RoleWords, name: number): TokenRange | null {
  const { words } = roles;
  let i = behindBracket(words, name + 1);
  if (!opensApposition(words, i)) return null;
  i += 1;
  const office = officeFrom(roles, i);
  if (office < 0) return null;
  const last = complementEnd(roles, office);
  const next = words.mentions[words.mentionAt(last + 1)];
  if (next?.type === 'person') return null;
  const range = extended(roles, office, last);
  return { first: Math.max(range.first, i), last };
}

/** The role in front of "…, NAME, …": it ends with the comma before token `name`; the name with its title ends with `nameEnd`. */
export function roleBefore(roles: RoleWords, name: number, nameEnd: number): TokenRange | null {
  const { words } = roles;
  const comma = name - 1;
  if (words.word(comma) !== ',' || !closesApposition(words, nameEnd)) return null;
  for (let i = comma - 1; i >= 0 && comma - i <= COMPLEMENT_REACH; i -= 1) {
    if (words.word(i) === ',' || words.word(i) === '.' || words.quotationAt(i) >= 0) return null;
    if (!roles.is(i, RoleWord.office) || words.mentionAt(i) >= 0 || complementEnd(roles, i) !== comma - 1) continue;
    const range = extended(roles, i, comma - 1);
    const definite = roles.lexicon.articles.has(words.word(range.first - 1)) || words.isClitic(range.first - 1);
    return definite ? range : null;
  }
  return null;
}

/** "NAME served as head of …", "NAME was sworn in as president". */
export function roleAfterAs(roles: RoleWords, name: number): TokenRange | null {
  const { words } = roles;
  for (let i = name + 1; i < Math.min(words.length, name + AS_REACH); i += 1) {
    if (words.quotationAt(i) >= 0 || words.word(i) === '.' || words.mentions[words.mentionAt(i)]?.type === 'person')
      return null;
    if (words.word(i) !== roles.lexicon.as) continue;
    if (!serves(roles, i)) return null;
    const office = officeFrom(roles, i + 1);
    if (office < 0) return null;
    const last = complementEnd(roles, office);
    if (words.mentions[words.mentionAt(last + 1)]?.type === 'person') return null;
    return { first: Math.max(extended(roles, office, last).first, i + 1), last };
  }
  return null;
}

/** Last token of the office at `office` with what it is of: "head of X in Y and the Z". */
function complementEnd(roles: RoleWords, office: number): number {
  const { words, lexicon } = roles;
  const limit = Math.min(words.length, office + COMPLEMENT_REACH);
  let last = office;
  if (words.word(last + 1) === lexicon.and && roles.is(last + 2, RoleWord.office | RoleWord.modifier)) {
    for (let i = last + 2; i < limit && roles.is(i, RoleWord.office | RoleWord.modifier | RoleWord.portfolio); i += 1)
      last = roles.is(i, RoleWord.office) ? i : last;
  }
  if (roles.is(last, RoleWord.modifier) && roles.is(last + 1, RoleWord.office) && words.mentionAt(last + 1) < 0)
    last += 1;
  for (;;) {
    const joined = words.word(last + 1) === lexicon.and && words.mentionAt(last) >= 0;
    if (last + 2 >= limit || !(joined || lexicon.links.has(words.word(last + 1)))) return last;
    // "nominee to lead": an infinitive is no complement.
    if (words.word(last + 1) === words.lexicon.infinitive && !opensNoun(roles, last + 2)) return last;
    const end = nounsEnd(roles, last + 2, limit, joined);
    if (end < 0 || (joined && words.mentions[words.mentionAt(end)]?.type === 'person')) return last;
    last = end;
  }
}

const opensNoun = ({ words, lexicon }: RoleWords, token: number): boolean =>
  words.mentionAt(token) >= 0 || words.isCapital(token) || lexicon.articles.has(words.word(token));

/** Last token of the noun phrase at `start`: a name, or a few common words; -1 when neither stands there. */
function nounsEnd(roles: RoleWords, start: number, limit: number, namesOnly: boolean): number {
  const { words, lexicon } = roles;
  let i = start;
  if (lexicon.articles.has(words.word(i))) i += 1;
  let last = -1;
  const mostTokens = i + LONGEST_COMMON_COMPLEMENT;
  for (; i < limit; i += 1) {
    const mention = words.mentionAt(i);
    if (mention >= 0) {
      while (i + 1 < limit && words.mentionAt(i + 1) === mention) i += 1;
      last = i;
      if (words.isClitic(i + 1)) i += 1;
      else if (!isCommonNoun(words, i + 1)) return last;
      continue;
    }
    if (namesOnly && last < 0) return -1;
    const part =
      words.isWord(i) &&
      (isCommonNoun(words, i) || (words.isCapital(i) && !words.is(i, WordClass.calendar))) &&
      i < mostTokens;
    const hyphen = (words.word(i) === '-' || words.word(i) === '&') && last >= 0;
    if (!part && !hyphen) return last;
    if (part) last = i;
  }
  return last;
}

function isCommonNoun(words: Words, token: number): boolean {
  const grammar = GRAMMATICAL | WordClass.baseForm | WordClass.characterizes | WordClass.otherVerb;
  return (
    words.isWord(token) &&
    !words.isClitic(token) &&
    words.quotationAt(token) < 0 &&
    (!words.is(token, grammar) || words.is(token, WordClass.body | WordClass.document))
  );
}

/** The first noun of office from token `start` on, with nothing but its own modifiers before it; -1 when there is none. */
function officeFrom(roles: RoleWords, start: number): number {
  const { words, lexicon } = roles;
  for (let i = start; i < Math.min(words.length, start + OFFICE_REACH); i += 1) {
    const mention = words.mentions[words.mentionAt(i)];
    if (words.quotationAt(i) >= 0) return -1;
    if (mention !== undefined) {
      if (mention.type === 'person' && !words.isClitic(i + 1)) return -1;
      continue;
    }
    // "Ada Lovelace, the founder's wife": the office is another's.
    const isOthers = words.isClitic(i + 1);
    if (
      roles.is(i, RoleWord.office) &&
      !isOthers &&
      !(roles.is(i, RoleWord.modifier | RoleWord.portfolio | RoleWord.rank) && roles.is(i + 1, RoleWord.office))
    )
      return i;
    const mayPrecede =
      lexicon.articles.has(words.word(i)) ||
      words.isClitic(i) ||
      words.word(i) === '-' ||
      isCommonNoun(words, i) ||
      words.isCapital(i);
    if (!mayPrecede || (words.isPunctuation(i) && words.word(i) !== '-')) return -1;
  }
  return -1;
}

/** "as the nominee, Okafor said" is no apposition: one ends with a mark. */
const closesApposition = (words: Words, nameEnd: number): boolean =>
  nameEnd + 1 >= words.length || (words.isPunctuation(nameEnd + 1) && words.word(nameEnd + 1) !== '-');

const opensApposition = (words: Words, token: number): boolean =>
  APPOSITION.has(words.word(token)) && words.quotationAt(token) < 0;
const APPOSITION = new Set([',', '—', '–', '--', '(']);

/** "NAME (R-Ohio), chairman of …" */
function behindBracket(words: Words, token: number): number {
  if (words.word(token) !== '(') return token;
  for (let i = token + 1; i < Math.min(words.length, token + OFFICE_REACH); i += 1)
    if (words.word(i) === ')') return words.word(i + 1) === ',' ? i + 1 : token;
  return token;
}

function serves(roles: RoleWords, as: number): boolean {
  for (let i = as - 1; i >= as - 5 && i >= 0; i -= 1)
    if (roles.lexicon.servingVerbs.has(roles.words.word(i))) return true;
  return false;
}
