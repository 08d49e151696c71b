/** Roles: titles, ranks and offices of named persons; in front, in apposition on either side, and after "as". */
import { compareSpans, contains, overlaps, type Span } from '../../text/span.ts';
import type { Mention } from '../types.ts';
import type { Words } from '../words.ts';
import type { RoleLexicon } from './lexicon.ts';
import { roleAfter, roleAfterAs, roleBefore } from './appositions.ts';
import { roleFacts } from './role-facts.ts';
import { RoleWords } from './role-words.ts';
import { titleBefore, type TokenRange } from './titles.ts';

/** The mentions of `words` with the roles found beside their persons, in document order; holders index the result. */
export function readRoles(words: Words, lexicon: RoleLexicon): Mention[] {
  const roles = new RoleWords(words, lexicon);
  const found: { range: TokenRange; holder: number; confidence: number }[] = [];
  for (const [index, mention] of words.mentions.entries()) {
    if (mention.type !== 'person') continue;
    const { first, last } = words.range(mention);
    const add = (range: TokenRange | null, confidence: number): void => {
      if (range !== null) found.push({ range, holder: index, confidence });
    };
    const title = titleBefore(roles, first);
    add(title, CONFIDENCE.title);
    add(roleAfter(roles, last), CONFIDENCE.apposition);
    add(roleBefore(roles, title?.first ?? first, last), CONFIDENCE.apposition);
    add(roleAfterAs(roles, last), CONFIDENCE.as);
  }
  return merged(words, roles, found);
}

/** A title leans on its name; an apposition may be an item of a list. */
const CONFIDENCE = { title: 0.95, apposition: 0.85, as: 0.75 };

function merged(
  words: Words,
  roles: RoleWords,
  found: readonly { range: TokenRange; holder: number; confidence: number }[],
): Mention[] {
  const kept: { mention: Mention; holder: number | null; range: TokenRange | null }[] = words.mentions.map(
    (mention) => ({ mention, holder: null, range: null }),
  );
  const taken: Span[] = [];
  for (const { range, holder, confidence } of found) {
    const span = words.span(range.first, range.last);
    if (taken.some((other) => overlaps(other, span)) || crossesName(words, range, span)) continue;
    taken.push(span);
    if (taken.length > NEARBY) taken.shift();
    kept.push({ mention: { ...span, type: 'role', confidence }, holder, range });
  }
  const order = kept.map((_, i) => i).sort((a, b) => compareSpans(kept[a]!.mention, kept[b]!.mention) || a - b);
  const position = new Int32Array(kept.length);
  for (const [place, i] of order.entries()) position[i] = place;
  return order.map((i) => {
    const { mention, holder, range } = kept[i]!;
    return range === null
      ? mention
      : { ...mention, role: roleFacts(roles, range.first, range.last, holder === null ? null : position[holder]!) };
  });
}

/** Roles come in document order but for a few, so only the latest can overlap. */
const NEARBY = 6;

/** Mentions nest and never cross, and a role inside a name ("Prince Edward Island") is none. */
function crossesName(words: Words, range: TokenRange, span: Span): boolean {
  for (let i = range.first; i <= range.last; i += 1) {
    const mention = words.mentions[words.mentionAt(i)];
    if (mention !== undefined && !contains(span, mention)) return true;
  }
  return false;
}
