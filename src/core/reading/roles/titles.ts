/** Titles in front of a name: "Navy Rear Adm.", "former Ruritanian president", "Secretary of State". */
import { WordClass } from '../quotations/lexicon.ts';
import { GRAMMATICAL } from '../words.ts';
import { RoleWord } from './lexicon.ts';
import { CARRIES, IN_TITLE, type RoleWords } from './role-words.ts';

/** Tokens of a role, ends included. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** Titles are shorter; the bound keeps the search linear. */
const LONGEST_TITLE = 14;
/** How far "of" may stand from the name in "Minister of Foreign Affairs Ada Lovelace". */
const LONGEST_PORTFOLIO = 5;

/** The title that ends right before token `name`, or null. */
export function titleBefore(roles: RoleWords, name: number): TokenRange | null {
  const last = name - 1;
  if (last < 0 || roles.words.is(name, WordClass.paragraphStart)) return null;
  if (roles.words.quotationAt(last) !== roles.words.quotationAt(name)) return null;
  const { words, lexicon } = roles;
  // "Chief of Staff", "Secretary of State": known offices of three words, the last of which may be a rank's.
  if (lexicon.offices.has(`${roles.normal(last - 2)} ${words.word(last - 1)} ${roles.normal(last)}`))
    return extended(roles, last - 2, last);
  if (roles.is(last, CARRIES) && words.mentionAt(last) < 0) return extended(roles, last, last);
  if (roles.is(last, RoleWord.designate)) {
    const carrier = words.word(last - 1) === '-' ? last - 2 : last - 1;
    if (roles.is(carrier, CARRIES)) return extended(roles, carrier, last);
  }
  const office = officeWithPortfolio(roles, last);
  return office < 0 ? null : extended(roles, office, last);
}

/** Grows the role of tokens `carrier` to `last` to the left, over modifiers, names of bodies, and portfolios. */
export function extended(roles: RoleWords, carrier: number, last: number): TokenRange {
  const { words } = roles;
  let first = carrier;
  for (let i = carrier - 1; i >= 0 && carrier - i <= LONGEST_TITLE; i -= 1) {
    if (words.is(i + 1, WordClass.paragraphStart)) break;
    const mention = words.mentions[words.mentionAt(i)];
    if (mention !== undefined) {
      if (mention.type === 'person' || mention.type === 'event' || mention.type === 'work') break;
      const start = words.range(mention).first;
      i = start;
      first = start;
    } else if (roles.is(i, IN_TITLE)) {
      if (isVerbHere(roles, i)) break;
      first = i;
      // What stands in front of "former" is no part of the title.
      if (roles.is(i, RoleWord.former)) break;
    } else if (joins(roles, i)) continue;
    else if (words.isWord(i) && words.isCapital(i) && !roles.words.is(i, GRAMMATICAL) && !words.isClitic(i)) first = i;
    else break;
  }
  return { first: withoutLeadingJoint(roles, first, carrier), last };
}

/** The office of "Minister of Public Works" before a name; -1 when the words are none. */
function officeWithPortfolio(roles: RoleWords, last: number): number {
  const { words } = roles;
  if (roles.lexicon.articles.has(words.word(last))) return -1;
  for (let i = last; i > last - LONGEST_PORTFOLIO && i > 0; i -= 1) {
    if (roles.lexicon.links.has(words.word(i)))
      return i < last && roles.is(i - 1, RoleWord.office) && words.mentionAt(i - 1) < 0 ? i - 1 : -1;
    if (!words.isCapital(i) && words.word(i) !== roles.lexicon.and && !roles.lexicon.articles.has(words.word(i)))
      return -1;
    if (words.mentions[words.mentionAt(i)]?.type === 'person') return -1;
  }
  return -1;
}

/** Hyphens, "and" between two offices ("president and chief executive"), a stray stop after an abbreviation ("Corps."). */
function joins(roles: RoleWords, token: number): boolean {
  const { words } = roles;
  const word = words.word(token);
  if (word === '-' || word === '&' || word === '/') return true;
  if (word === '.')
    return (
      words.isCapital(token - 1) &&
      words.tokens.ends[token - 1] === words.tokens.starts[token] &&
      roles.is(token + 1, RoleWord.rank) &&
      roles.is(token - 1, RoleWord.branch | RoleWord.rank)
    );
  return (
    word === roles.lexicon.and &&
    roles.is(token - 1, CARRIES | RoleWord.portfolio) &&
    roles.is(token + 1, IN_TITLE) &&
    words.mentionAt(token - 1) < 0 &&
    words.isCapital(token - 1) === words.isCapital(token + 1)
  );
}

/** "head", "chief", "fleet" are nouns here unless an auxiliary or "to" stands before them. */
function isVerbHere(roles: RoleWords, token: number): boolean {
  const { words } = roles;
  return (
    words.is(token - 1, WordClass.auxiliary | WordClass.pronoun) &&
    !words.isClitic(token - 1) &&
    !words.isCapital(token)
  );
}

function withoutLeadingJoint(roles: RoleWords, first: number, carrier: number): number {
  let i = first;
  while (i < carrier && !roles.words.isWord(i)) i += 1;
  return i;
}
