/** What exports say for themselves, by code. As with the messages of core and session, adapters translate by code. */
import { formatMessage } from '../core/index.ts';

export const FORMAT_MESSAGES: Readonly<Record<string, string>> = {
  'export-notes': 'Notes',
  'export-no-notes': 'No notes.',
  'export-whole-source': 'About the whole source',
  'export-line': 'line {0}',
  'export-in-line': '{0}, line {1}',
  'export-ambiguous': 'could be at several places',
  'export-approximate': 'the words have changed',
  'export-orphaned': 'no longer in the text',
  'export-unknown': 'the source is not there',
  'export-elsewhere': 'about another resource',
  'export-unreadable': 'where it stands cannot be read',
  'export-other-resource': 'About another resource',
  'export-words-unknown': 'About words that are not given',
  'export-resolved': 'resolved',
  'export-dismissed': 'dismissed',
  'export-reply': 'reply',
  'export-linked': '→ “{0}”',
  'export-date': 'Date',
  'export-outlet': 'Outlet',
  'export-wire': 'Wire or agency',
  'export-url': 'Address',
  'export-author': 'Author',
  'export-reliability': 'Reliability',
  'export-authority': 'Authority records',
  'export-names': 'Names',
  'export-roles': 'Roles',
  'export-mentions': 'Mentions',
  'export-quotations': 'Quotations',
  'export-quoted-about': 'Quoted about',
  'export-company': 'Named in the same sentence',
  'export-mention-count': '{0} {0|mention|mentions}',
  'export-source-count': '{0} {0|source|sources}',
  'export-sentence-count': '{0} {0|sentence|sentences}',
  'export-excerpt': 'line {0}: {1}',
  'export-person': 'person',
  'export-organization': 'organization',
  'export-place': 'place',
  'export-demonym': 'people or nationality',
  'export-event': 'event',
  'export-work': 'work',
  'export-former': 'former',
  'export-designate': 'designate',
};

/** The sentence of a code, with its arguments. */
export type Say = (code: string, ...args: (string | number)[]) => string;

/** In which language a page speaks for itself. */
export interface Voice {
  readonly say: Say;
  /** BCP 47 tag. */
  readonly language: string;
}

export const ENGLISH: Voice = {
  say: (code, ...args) => formatMessage({ code, args }, (each) => FORMAT_MESSAGES[each]),
  language: 'en',
};
