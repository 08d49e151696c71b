import type { Message } from './types.ts';

/**
 * The English of every message that leaves `core`, by code; `{0}` is the first argument. Adapters translate by code, and the
 * bundle for translators is made from this table.
 */
export const MESSAGES: Readonly<Record<string, string>> = {
  'aside-in-body-header': 'Header line in the text: not the author’s prose',
  'aside-in-body-caption': 'Caption in the text: not the author’s prose',
  'aside-in-body-credit': 'Credit in the text: not the author’s prose',
  'aside-in-body-byline': 'Byline in the text: not the author’s prose',
  'aside-in-body-promotion': 'Promotion in the text: not the author’s prose',
  'aside-in-body-here': 'the aside',
  'name-misspelling': '“{0}” looks like a misspelling of “{1}” ({2} times in {3} sources)',
  'name-misspelling-here': 'the rare form “{0}”',
  'name-misspelling-established': 'the established form “{0}”',
  'quotation-marks-unclosed': 'This quotation is opened with {0} and never closed',
  'quotation-marks-unopened': 'This {0} closes a quotation that was never opened',
  'quotation-marks-mismatched': 'This quotation is opened with {0} and closed with {1}',
  'quotation-marks-mixed': 'Two styles of quotation marks in one source: {0} here, {1} in {2} other places',
  'quotation-marks-here': 'the marks',
  'quotation-marks-other': 'the other style',
  'quotation-variant': 'One utterance, different words inside the marks: {0}',
  'quotation-variant-rewritten': 'One utterance, worded differently in {0} places between {1} and {2}',
  'quotation-variant-reads': '{0} reads {1}',
  'quotation-variant-lacks': '{0} has nothing here',
  'source-undated': 'Nothing in the text dates this source: {0} relative or partial dates stay unresolved',
  'source-undated-date': '“{0}” stays unresolved',
  'weekday-mismatch-1': '“{0}”: that day is a Monday',
  'weekday-mismatch-2': '“{0}”: that day is a Tuesday',
  'weekday-mismatch-3': '“{0}”: that day is a Wednesday',
  'weekday-mismatch-4': '“{0}”: that day is a Thursday',
  'weekday-mismatch-5': '“{0}”: that day is a Friday',
  'weekday-mismatch-6': '“{0}”: that day is a Saturday',
  'weekday-mismatch-7': '“{0}”: that day is a Sunday',
  'weekday-mismatch-here': 'the date as printed',
};

/** The sentence of a message; `translate` gives the sentence of a code in another language, or undefined. */
export function formatMessage(message: Message, translate?: (code: string) => string | undefined): string {
  const pattern = translate?.(message.code) ?? MESSAGES[message.code] ?? message.code;
  return pattern.replace(/\{(\d)\}/g, (_, index: string) => String(message.args[Number(index)] ?? ''));
}
