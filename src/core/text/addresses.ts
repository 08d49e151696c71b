/** Where web and mail addresses end in running text. Each function looks at a code unit once. */
import { CharacterClass, characterClass } from './characters.ts';

const STOP = 0x2e;
const HYPHEN = 0x2d;

export const isAsciiDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

export const isAsciiWord = (code: number): boolean =>
  isAsciiDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** End of the URL whose host begins at `at`: white space, a bracket or a quotation mark; closing punctuation is the sentence's. */
export function urlEnd(text: string, at: number): number {
  let end = at;
  while (characterClass(text.charCodeAt(end)) > CharacterClass.newline && !urlStops.has(text.charAt(end))) end += 1;
  while (end > at && trailing.has(text.charAt(end - 1))) end -= 1;
  return end;
}

const urlStops: ReadonlySet<string> = new Set('<>"“”«»{}|^`');
const trailing: ReadonlySet<string> = new Set(".,;:!?'’)]");

/** End of the "host.ending" that begins at `at`; 0 when there is no full stop in it. */
export function domainEnd(text: string, at: number): number {
  let dots = 0;
  let end = at;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code === STOP && isAsciiWord(text.charCodeAt(end + 1))) dots += 1;
    else if (!isAsciiWord(code) && code !== HYPHEN) break;
    end += 1;
  }
  return dots > 0 ? end : 0;
}

/** Endings under which "name.end" in running text is an address rather than a missing space. */
const domainEndings: ReadonlySet<string> = new Set(
  'com org net gov edu mil int info biz tv io co uk us eu de fr es it nl ru cn jp br au ca in ch at se no fi pl'.split(
    ' ',
  ),
);
/** Of them, those that are English words as well: "it began.In" needs more proof. */
const wordEndings: ReadonlySet<string> = new Set(['in', 'it', 'at', 'no', 'us']);

/** Whether "a.b.c" without a scheme is an address: "www.example.org", "example.org", "EXAMPLE.ORG", but not "ended.Com". */
export function looksLikeDomain(candidate: string, hasPath: boolean): boolean {
  const parts = candidate.split('.');
  if (parts[0]?.toLowerCase() === 'www') return parts.length > 2;
  const ending = parts.at(-1) ?? '';
  const host = parts.at(-2) ?? '';
  if (host.length < 2 || !domainEndings.has(ending.toLowerCase())) return false;
  if (wordEndings.has(ending)) return hasPath || parts.length > 2;
  return ending === ending.toLowerCase() || candidate === candidate.toUpperCase();
}
