import { env, l10n } from 'vscode';
import {
  formatMessage,
  MESSAGES,
  type AsideKind,
  type Link,
  type LinkReason,
  type MentionType,
  type Message,
  type NameType,
  type Severity,
  type SourceDate,
  type Tally,
} from '../../core/index.ts';
import { FORMAT_MESSAGES, type Voice } from '../../formats/messages.ts';
import { SESSION_MESSAGES } from '../../session/index.ts';

/** Every message that leaves `core`, `session` and `formats` as a code. */
const ENGLISH: Readonly<Record<string, string>> = { ...MESSAGES, ...SESSION_MESSAGES, ...FORMAT_MESSAGES };

/** The sentence of a message in the editor's language: translations are kept under their English. */
export function sentence(message: Message): string {
  return formatMessage(message, (code) => {
    const english = ENGLISH[code];
    return english === undefined ? undefined : (l10n.bundle?.[english] ?? english);
  });
}

/** Exports speak the editor's language where there is a translation. */
export const voice = (): Voice => ({
  say: (code, ...args) => sentence({ code, args }),
  language: l10n.bundle === undefined ? 'en' : env.language,
});

export const mentions = (count: number): string => (count === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', count));

export const sources = (count: number): string => (count === 1 ? l10n.t('1 source') : l10n.t('{0} sources', count));

export const origins = (count: number): string => (count === 1 ? l10n.t('1 origin') : l10n.t('{0} origins', count));

export const notes = (count: number): string => (count === 1 ? l10n.t('1 note') : l10n.t('{0} notes', count));

export const findings = (count: number): string => (count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count));

const hints = (count: number): string => (count === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', count));

/** "21 findings, 18 hints"; empty where there is neither. */
export const tallied = (tally: Tally): string =>
  [tally.findings > 0 ? findings(tally.findings) : '', tally.hints > 0 ? hints(tally.hints) : '']
    .filter(Boolean)
    .join(', ');

export function typeName(type: MentionType): string {
  switch (type) {
    case 'person':
      return l10n.t('person');
    case 'organization':
      return l10n.t('organization');
    case 'place':
      return l10n.t('place');
    case 'demonym':
      return l10n.t('people or nationality');
    case 'event':
      return l10n.t('event');
    case 'work':
      return l10n.t('work');
    case 'role':
      return l10n.t('role');
  }
}

export function typeNames(type: NameType): string {
  switch (type) {
    case 'person':
      return l10n.t('Persons');
    case 'organization':
      return l10n.t('Organizations');
    case 'place':
      return l10n.t('Places');
    case 'demonym':
      return l10n.t('Peoples and nationalities');
    case 'event':
      return l10n.t('Events');
    case 'work':
      return l10n.t('Works');
  }
}

export const asideName = (kind: AsideKind): string => sentence({ code: `aside-${kind}`, args: [] });

/** Why one form is taken for another, and how sure that is. */
export const sureReason = ({ reason, confidence }: Link): string =>
  l10n.t('{0}, {1} % sure', linkReason(reason), Math.round(100 * confidence));

/** Why two written forms are taken for one entity. */
export function linkReason(reason: LinkReason): string {
  switch (reason) {
    case 'same-name':
      return l10n.t('same name');
    case 'surname':
      return l10n.t('surname of a fuller name');
    case 'given-name':
      return l10n.t('given name of a fuller name');
    case 'initials':
      return l10n.t('initials of a fuller name');
    case 'shorter-form':
      return l10n.t('shorter form of the name');
    case 'acronym':
      return l10n.t('acronym of the name');
    case 'expansion-in-text':
      return l10n.t('the text itself gives the acronym');
    case 'misspelling':
      return l10n.t('one slip away from the name');
    case 'transliteration':
      return l10n.t('the same name in another spelling');
    case 'nickname':
      return l10n.t('nickname');
    case 'demonym':
      return l10n.t('people of the place');
    case 'apposition':
      return l10n.t('named beside it');
    case 'role':
      return l10n.t('role of the person');
    case 'decision':
      return l10n.t('your decision');
  }
}

/** What a source's date rests on. */
export function dateBasis(basis: SourceDate['basis']): string {
  switch (basis) {
    case 'reader':
      return l10n.t('set by you');
    case 'header':
      return l10n.t('from the header');
    case 'dateline':
      return l10n.t('from the dateline');
    case 'url':
      return l10n.t('from an address in the text');
    case 'caption':
      return l10n.t('from a caption');
    case 'explicit':
      return l10n.t('from a date in the text');
    case 'weekday-arithmetic':
      return l10n.t('reckoned from a weekday and a date');
  }
}

export function severityName(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('information');
    case 'hint':
      return l10n.t('hint');
  }
}

/** "Friday, 6 March 2026" for a definite day in EDTF; null for everything else. */
export function dayInWords(value: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return null;
  const day = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return null;
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(env.language, options).format(day);
}

/** Name of the file without its folders. */
export const fileName = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
