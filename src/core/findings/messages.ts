import type { Message } from './types.ts';

/**
 * The English of every message that leaves `core`, by code; `{0}` is the first argument. Adapters translate by code, and the
 * bundle for translators is made from this table.
 */
export const MESSAGES: Readonly<Record<string, string>> = {
  'sureness-very-likely': 'very likely',
  'sureness-likely': 'likely',
  'sureness-possible': 'possible',
  'aside-in-body-header': 'Header line in the text: not the author’s prose',
  'aside-in-body-caption': 'Caption in the text: not the author’s prose',
  'aside-in-body-credit': 'Credit in the text: not the author’s prose',
  'aside-in-body-byline': 'Byline in the text: not the author’s prose',
  'aside-in-body-promotion': 'Promotion in the text: not the author’s prose',
  'aside-in-body-here': 'the aside',
  'name-misspelling': '“{0}” looks like a misspelling of “{1}” (so spelt {2} {2|time|times} in {3} {3|source|sources})',
  'name-misspelling-here': 'the rare form “{0}”',
  'name-misspelling-established': 'the established form “{0}”',
  'quotation-marks-unclosed': 'This quotation is opened with {0} and never closed',
  'quotation-marks-unopened': 'This {0} closes a quotation that was never opened',
  'quotation-marks-mismatched': 'This quotation is opened with {0} and closed with {1}',
  'quotation-marks-mixed': 'Two styles of quotation marks in one source: {0} here, {1} in {2} other {2|place|places}',
  'quotation-marks-many': 'Quotation marks do not go together in {0} places: marks may have been lost',
  'quotation-marks-here': 'the marks',
  'quotation-marks-other': 'the other style',
  'quotation-variant': 'One utterance, different words inside the marks: {0}',
  'quotation-variant-spelling': 'One utterance, the same words printed otherwise inside the marks: {0}',
  'quotation-variant-rewritten': '{1} and {2} word one utterance differently in {0} {0|place|places}: “{3}”',
  'quotation-variant-reads': '{0} reads “{1}”',
  'source-undated':
    'No date of writing was found in this source: {0} relative or partial {0|date stays|dates stay} unresolved',
  'source-undated-year':
    'This source is dated “{1}”, and nothing tells the year: {0} relative or partial {0|date stays|dates stay} unresolved',
  'source-undated-date': '“{0}” stays unresolved',
  'weekday-mismatch-1': '“{0}”: that day is a Monday',
  'weekday-mismatch-2': '“{0}”: that day is a Tuesday',
  'weekday-mismatch-3': '“{0}”: that day is a Wednesday',
  'weekday-mismatch-4': '“{0}”: that day is a Thursday',
  'weekday-mismatch-5': '“{0}”: that day is a Friday',
  'weekday-mismatch-6': '“{0}”: that day is a Saturday',
  'weekday-mismatch-7': '“{0}”: that day is a Sunday',
  'weekday-mismatch-here': 'the date as printed',
  'passage-shared':
    '{0} and {1} share {2} {2|passage|passages} of prose ({3} words, “{4}”): not independent witnesses of it',
  'passage-shared-wire':
    '{0} and {1} share {2} {2|passage|passages} of prose ({3} words, “{4}”): not independent witnesses of it; {6} credits {5}',
  'passage-shared-earlier':
    '{0} and {1} share {2} {2|passage|passages} of prose ({3} words, “{4}”): not independent witnesses of it; earlier here: {5} ({6})',
  'passage-shared-side': 'in {0}',
  'passage-uncredited': '{3} shares {0} {0|passage|passages} with {1}, which credits {2}, and credits nobody',
  'passage-uncredited-here': 'without credit in {0}',
  'passage-uncredited-credit': 'the credit: {0}',
  'quotation-unmarked': '{2} prints words that {0} quotes from {1}, without marks or speaker: “{3}”',
  'quotation-unmarked-here': 'as prose in {0}',
  'quotation-unmarked-there': 'as a quotation in {0}',
  'quotation-excerpt': '“{0}” is cut out of a longer quotation and set behind another subject: “{1}”',
  'quotation-excerpt-here': 'the excerpt',
  'quotation-excerpt-whole': 'the whole in {0}: “{1}”',
  'quotation-speaker-conflict': '“{0}” is said by different persons: {1}',
  'quotation-speaker-conflict-side': '{0} in {1}',
  'quotation-unattributed': 'Nobody is said to have spoken this: “{0}”',
  'quotation-unattributed-here': 'the quotation',
  'figure-conflict': 'Figures for the same thing disagree: {0}',
  'figure-update': 'The same count grew from one source to the next: {0}',
  'figure-scope': 'The same number is said of different things: {0}',
  'figure-side': '“{0}” in {1}',
  'role-conflict': '{0} is given different ranks or offices: {1}',
  'role-conflict-side': '“{0}” in {1}',
  'date-conflict': 'The same event on different days: {0}',
  'date-conflict-side': '{0} in {1}',
  'stale-relative-date': '“{0}” is {1} in {4} and {3} in {2}, which has the same passage',
  'stale-relative-date-side': '{1} in {0}',
  'hedge-dropped': '“{0}” in {1} is plain “{2}” in {3}',
  'hedge-dropped-plain': 'plain in {0}',
  'hedge-dropped-hedged': 'hedged in {0}',
  'source-anonymous': '{0} rests on an unnamed source in {2} {2|place|places}: “{1}”',
  'source-anonymous-elsewhere':
    '{0} rests on an unnamed source in {2} {2|place|places}: “{1}”; the same is told in {3}',
  'source-anonymous-unnamed': '{0} has it from “{1}”, unnamed too',
  'source-anonymous-named': '{0} has it from “{1}”',
  'source-anonymous-nobody': '{0} tells it without a source',
  'source-anonymous-one': 'one person',
  'source-anonymous-number': '{0} people',
  'source-anonymous-several': 'an untold number',
  'name-variant': '{0} is spelt in more than one way: {1}',
  'name-variant-side': '“{0}” in {1}',
  'term-variant': '{0} spells terms otherwise: {1}',
  'term-variant-more': '{0} spells {2} terms otherwise: {1}, …',
  'term-variant-hyphen': '{0} sets hyphens otherwise: {1}',
  'term-variant-hyphen-more': '{0} sets hyphens otherwise in {2} terms: {1}, …',
  'term-variant-side': '“{0}” in {1}',
};

/** `{0}` prints an argument, `{0|place|places}` one of two words by number. */
const SLOT = /\{(\d)(?:\|([^|}]*)\|([^|}]*))?\}/g;

/** The sentence of a message; `translate` gives the sentence of a code in another language, or undefined. */
export function formatMessage(message: Message, translate?: (code: string) => string | undefined): string {
  const pattern = translate?.(message.code) ?? MESSAGES[message.code] ?? message.code;
  return pattern.replace(SLOT, (_, index: string, one?: string, many?: string) => {
    const argument = message.args[Number(index)] ?? '';
    return one === undefined || many === undefined ? String(argument) : argument === 1 ? one : many;
  });
}
