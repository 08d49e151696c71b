/** What selectors say of a span, in whichever of the standard's ways we can read. */
import { isObject } from './fields.ts';
import type { OtherSelector, Selector, TextQuoteSelector } from './types.ts';

/** Code points, end exclusive. Infinite: the end of the text. */
export interface Position {
  readonly start: number;
  readonly end: number;
}

export const quoteIn = (selectors: readonly Selector[]): TextQuoteSelector | undefined =>
  selectors.find((selector): selector is TextQuoteSelector => selector.type === 'TextQuoteSelector');

export function positionIn(selectors: readonly Selector[]): Position | undefined {
  for (const selector of selectors) {
    if (selector.type === 'TextPositionSelector') return selector;
    const position = selector.type === 'other' ? fragmentPosition(selector) : null;
    if (position) return position;
  }
  return undefined;
}

/** Whether anything in the selectors can be looked for; XPath, CSS, data positions and ranges of these say nothing of a plain text. */
export const isReadable = (selectors: readonly Selector[]): boolean =>
  quoteIn(selectors) !== undefined || positionIn(selectors) !== undefined;

/** The fragment of an IRI as a selector (model, section 4.2.1); none where it has no fragment. */
export function fragmentSelectors(iri: string): readonly OtherSelector[] {
  const at = iri.indexOf('#');
  return at < 0 ? [] : [{ type: 'other', json: { type: 'FragmentSelector', value: iri.slice(at + 1) } }];
}

/** A range of characters in a fragment of a plain text (RFC 5147, section 2.2.1); its checks of integrity are of another text than ours. */
function fragmentPosition({ json }: OtherSelector): Position | null {
  if (!isObject(json) || json.type !== 'FragmentSelector' || typeof json.value !== 'string') return null;
  const { conformsTo } = json;
  if (conformsTo !== undefined && (typeof conformsTo !== 'string' || !/\/rfc5147\/?$/i.test(conformsTo))) return null;
  const match = /^char=(\d{0,15}),(\d{0,15})(?:;|$)/.exec(json.value);
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const [start, end] = [Number(match[1]), match[2] === '' ? Infinity : Number(match[2])];
  return start < end ? { start, end } : null;
}
