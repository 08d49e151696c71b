import { l10n } from 'vscode';
import type {
  DateAnchor,
  DateHover,
  FigureHover,
  Hover,
  MentionHover,
  QuotationElsewhere,
  QuotationHover,
  SourceDate,
} from '../../core/index.ts';
import { isResolved, tagsBesideBody, writtenAt } from '../comments/note.ts';
import type { Note } from '../../session/index.ts';
import { heldSentence } from './held.ts';
import { bold, escapeMarkdown, italic, lines, paragraphs, shorten } from './markdown.ts';
import { dateBasis, dayInWords, fileName, mentions, sources, sureReason, typeName } from './sentences.ts';

/** What the links of a hover do; as Markdown links to our own commands. */
export interface HoverLinks {
  dossier(entity: string, label: string): string;
  /** All mentions, listed in the editor's references view. */
  references(offset: number, label: string): string;
  place(place: { readonly uri: string; readonly start: number; readonly end: number }, label: string): string;
}

/** Most aliases that a hover shows; the dossier has them all. */
const ALIASES_SHOWN = 6;
/** Code units of a quotation or an excerpt in a hover. */
const EXCERPT_LENGTH = 120;

/** A hover's facts as Markdown. */
export function hoverMarkdown(hover: Hover, links: HoverLinks): string {
  switch (hover.kind) {
    case 'mention':
      return mentionMarkdown(hover, links);
    case 'date':
      return dateMarkdown(hover);
    case 'figure':
      return figureMarkdown(hover);
    case 'quotation':
      return quotationMarkdown(hover, links);
  }
}

function mentionMarkdown(hover: MentionHover, links: HoverLinks): string {
  const { entity } = hover;
  if (!entity) return lines(`${bold(hover.text)} · ${typeName(hover.type)}`, italic(l10n.t('Not linked to anything')));
  return paragraphs(
    lines(
      `${bold(entity.name)} · ${typeName(entity.type)}`,
      rolesLine(hover),
      aliasesLine(entity.aliases),
      ...entity.same.map(iriLink),
      ...reasonLines(hover),
    ),
    lines(escapeMarkdown(`${mentions(hover.counts.mentions)} · ${sources(hover.counts.sources)}`), bySourceLine(hover)),
    `${links.dossier(entity.id, l10n.t('Dossier'))} · ${links.references(hover.span.start, l10n.t('All mentions'))}`,
  );
}

/** Why mentions are one, and how sure that is. */
const reasonLines = ({ reasons, moreReasons }: MentionHover): string[] => [
  ...reasons.map((link) => escapeMarkdown(`“${link.from}” → “${link.to}”: ${sureReason(link)}`)),
  ...(moreReasons > 0 ? [italic(l10n.t('{0} more reasons in the dossier', moreReasons))] : []),
];

/** An authority's record, opened in the browser; the address itself says which authority it is. */
const iriLink = (iri: string): string =>
  /^https?:/i.test(iri)
    ? `[${escapeMarkdown(iri.replace(/^https?:\/\//i, ''))}](<${iri.replace(/[<>\s]/g, encodeURIComponent)}>)`
    : escapeMarkdown(iri);

function rolesLine({ roles, moreRoles }: MentionHover): string | null {
  if (roles.length === 0) return null;
  const shown = roles.map(({ text, tense }) => {
    if (tense === 'former') return l10n.t('{0} (former)', text);
    return tense === 'designate' ? l10n.t('{0} (designate)', text) : text;
  });
  return italic(andMore(shown.join(', '), moreRoles));
}

function aliasesLine(aliases: readonly string[]): string | null {
  if (aliases.length === 0) return null;
  const shown = aliases.slice(0, ALIASES_SHOWN).join(', ');
  return escapeMarkdown(l10n.t('Also: {0}', andMore(shown, aliases.length - ALIASES_SHOWN)));
}

function bySourceLine({ bySource, moreSources, counts }: MentionHover): string | null {
  if (counts.sources < 2) return null;
  const shown = bySource.map(({ uri, mentions: count }) => `${fileName(uri)} ${count}`).join(', ');
  return escapeMarkdown(andMore(shown, moreSources));
}

const andMore = (shown: string, more: number): string => (more > 0 ? l10n.t('{0} and {1} more', shown, more) : shown);

function dateMarkdown({ text, expression, anchorText, sourceDate }: DateHover): string {
  const { value, resolved, anchor } = expression;
  const day = value && dayInWords(value);
  const meaning = value === null ? escapeMarkdown(l10n.t('not resolved')) : bold(day ?? value);
  return lines(
    `${escapeMarkdown(`“${shorten(text, EXCERPT_LENGTH)}”`)} → ${meaning}${day ? ` · ${escapeMarkdown(value)}` : ''}`,
    resolved ? null : italic(l10n.t('Cannot be told more exactly: nothing dates this source')),
    anchor && escapeMarkdown(reckoning(anchor, anchorText, sourceDate)),
    escapeMarkdown([choice(expression.rule), l10n.t('rule {0}', expression.rule)].filter(Boolean).join(' · ')),
  );
}

/** What a date was reckoned from, and the words that this rests on. */
function reckoning(anchor: DateAnchor, words: string | null, sourceDate: SourceDate | null): string {
  const quoted = words === null ? '' : ` (“${shorten(words, EXCERPT_LENGTH)}”)`;
  if (anchor.basis === 'text') return l10n.t('Reckoned from {0}{1}', anchor.value, quoted);
  if (!sourceDate) return l10n.t('Reckoned from the date of the source, {0}{1}', anchor.value, quoted);
  return l10n.t('Reckoned from the date of the source, {0}, {1}{2}', anchor.value, dateBasis(sourceDate.basis), quoted);
}

/** Which of several possible days a rule chose. */
function choice(rule: string): string {
  if (rule.endsWith('-past')) return l10n.t('the last one before it');
  if (rule.endsWith('-next')) return l10n.t('the next one after it');
  if (rule.endsWith('-same')) return l10n.t('the one that holds it');
  if (rule.endsWith('-in-story')) return l10n.t('the next one in what the text tells');
  return '';
}

function figureMarkdown({ text, figure }: FigureHover): string {
  const { low, high, lowOpen, highOpen } = figure.interval;
  const bound = (limit: number): string => (Number.isFinite(limit) ? String(limit) : limit < 0 ? '−∞' : '∞');
  const interval =
    low === high
      ? bound(low)
      : `${lowOpen || low === -Infinity ? '(' : '['}${bound(low)}, ${bound(high)}${highOpen || high === Infinity ? ')' : ']'}`;
  const unit = figure.unit ?? figure.counted?.lemma ?? '';
  return `${escapeMarkdown(`“${shorten(text, EXCERPT_LENGTH)}”`)} → ${bold(`${interval} ${unit}`.trim())}`;
}

function quotationMarkdown(hover: QuotationHover, links: HoverLinks): string {
  return paragraphs(
    lines(speakerLine(hover, links), hover.channelText && escapeMarkdown(l10n.t('In: {0}', hover.channelText))),
    hover.elsewhere.length > 0 &&
      lines(
        escapeMarkdown(l10n.t('Also printed:')),
        ...hover.elsewhere.map((elsewhere) => elsewhereLine(elsewhere, links)),
      ),
  );
}

function speakerLine({ speaker, cueText }: QuotationHover, links: HoverLinks): string {
  const cue = cueText === null ? '' : ` · ${escapeMarkdown(l10n.t('“{0}”', cueText))}`;
  if (!speaker) return `${l10n.t('Quotation')} · ${italic(l10n.t('nobody is named as its speaker'))}`;
  const name = speaker.entity ? links.dossier(speaker.entity.id, speaker.entity.name) : bold(speaker.text);
  const asWritten = speaker.entity && speaker.entity.name !== speaker.text ? ` (${escapeMarkdown(speaker.text)})` : '';
  return `${escapeMarkdown(l10n.t('Quotation of'))} ${name}${asWritten}${cue}`;
}

function elsewhereLine({ excerpt, relation }: QuotationElsewhere, links: HoverLinks): string {
  const { place, text } = excerpt;
  const link = links.place(place, fileName(place.uri));
  switch (relation) {
    case 'same':
      return `${link}: ${escapeMarkdown(l10n.t('word for word'))}`;
    case 'variant':
      return `${link}: ${escapeMarkdown(l10n.t('with other words: “{0}”', shorten(text, EXCERPT_LENGTH)))}`;
    case 'part':
      return `${link}: ${escapeMarkdown(l10n.t('in part: “{0}”', shorten(text, EXCERPT_LENGTH)))}`;
    case 'unmarked':
      return `${link}: ${escapeMarkdown(l10n.t('without quotation marks: “{0}”', shorten(text, EXCERPT_LENGTH)))}`;
    case 'retold':
      return `${link}: ${escapeMarkdown(l10n.t('only reported: “{0}”', shorten(text, EXCERPT_LENGTH)))}`;
  }
}

/** A note, its tags and its replies; `text` makes the reader's own Markdown fit to show. */
export function noteMarkdown(note: Note, text: (markdown: string) => string): string {
  const tags = tagsBesideBody(note);
  const about = [note.creator, writtenAt(note)?.slice(0, 10), isResolved(note) ? l10n.t('resolved') : null]
    .filter(Boolean)
    .join(' · ');
  return paragraphs(
    note.held && bold(heldSentence(note.held)),
    text(note.body),
    tags.length > 0 && escapeMarkdown(tags.join(' ')),
    ...note.replies.map(({ creator, body }) => `${creator ? `${bold(creator)}: ` : ''}${text(body)}`),
    about !== '' && italic(about),
  );
}
