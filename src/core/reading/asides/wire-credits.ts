/** "— Agency" or "(Agency)" behind the last sentence of a report. */
import type { Span } from '../../text/span.ts';
import type { Aside } from '../types.ts';
import type { AsideLexicon } from './lexicon.ts';

/** A credit names one to a few bodies. */
const REACH = 60;
const DASHED = /[.!?…]["”’')\]]{0,3}\s{0,3}((?:—|–|--|-|―)\s?([^—–.!?()]{2,50}))\.?$/u;
const BRACKETED = /[.!?…]["”’')\]]{0,3}\s{0,3}([([]([^()[\]]{2,50})[)\]])\.?$/u;

/** The wire's credit at the paragraph's end; only a known agency is believed before the last paragraphs. */
export function wireCredit(text: string, paragraph: Span, lexicon: AsideLexicon, atEnd: boolean): Aside | null {
  const from = Math.max(paragraph.start, paragraph.end - REACH);
  const tail = text.slice(from, paragraph.end);
  const found = DASHED.exec(tail) ?? BRACKETED.exec(tail);
  if (found === null) return atEnd ? alone(text, paragraph, lexicon) : null;
  const [whole, credit, name] = found as unknown as [string, string, string];
  if (!isWire(name, lexicon, atEnd)) return null;
  const start = from + found.index + whole.indexOf(credit);
  const nameStart = start + credit.indexOf(name);
  return {
    start,
    end: start + credit.length,
    kind: 'credit',
    rule: 'wire-credit',
    credited: [{ start: nameStart, end: nameStart + name.trimEnd().length }],
  };
}

/** A paragraph of nothing but an agency's name. */
function alone(text: string, paragraph: Span, lexicon: AsideLexicon): Aside | null {
  if (paragraph.end - paragraph.start > REACH) return null;
  const content = text.slice(paragraph.start, paragraph.end);
  const name = content.replace(/^[—–([-]{1,2}\s?|[)\].]{1,2}$/gu, '');
  if (!isWire(name, lexicon, false)) return null;
  const start = paragraph.start + content.indexOf(name);
  return { ...paragraph, kind: 'credit', rule: 'wire-credit', credited: [{ start, end: start + name.length }] };
}

/** Every part of the name must be an agency's; at the text's end a name that calls itself one will do. */
function isWire(name: string, lexicon: AsideLexicon, atEnd: boolean): boolean {
  const parts = name
    .toLowerCase()
    .split(/\s?(?:\/|,|;|\band\b|&|\bvia\b)\s?/u)
    .map((part) => part.trim());
  if (parts.every((part) => lexicon.agencies.has(part) || lexicon.agencies.has(part.replace(/^the /u, ''))))
    return true;
  return (
    atEnd &&
    /^\p{Lu}/u.test(name) &&
    name.split(/\s+/u).length <= 5 &&
    parts.every((part) => part.split(' ').some((word) => lexicon.agencyWords.has(word)))
  );
}
