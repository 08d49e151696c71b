import type { ResourceBody, Span } from '../../core/index.ts';
import { isReference, type Note, type Reply, type Session } from '../../session/index.ts';

/** Where a note stands in the text; null for notes about a whole source and for those that have no certain place. */
export function placed({ placement }: Note): Span | null {
  switch (placement.outcome) {
    case 'exact':
    case 'moved':
    case 'approximate':
      return placement.span;
    default:
      return null;
  }
}

/** Where to look for a note's words: its place, or the best candidate for it. */
export const likeliestSpan = (note: Note): Span | null =>
  placed(note) ?? (note.placement.outcome === 'ambiguous' ? (note.placement.candidates[0]?.span ?? null) : null);

/** Whether the reader should look at where a note stands: it was found only nearly, at several places, or nowhere. */
export const needsLook = ({ placement }: Note): boolean =>
  placement.outcome === 'approximate' || placement.outcome === 'ambiguous' || placement.outcome === 'orphaned';

/** Whether there is a place for an unsure note that the reader could take for the right one. */
export const isAcceptable = (note: Note): boolean => needsLook(note) && likeliestSpan(note) !== null;

/** What can be done about where it stands, as words with a space before each that the menus of threads and trees look for. */
export const placeContext = (session: Session, note: Note): string =>
  [
    needsLook(note) ? ' lost' : '',
    isAcceptable(note) ? ' found' : '',
    session.canRevertPlace(note.id) ? ' reattached' : '',
  ].join('');

export const isResolved = ({ annotation }: Note): boolean => annotation.status === 'resolved';

/** Whether it is a note to read: facts about a source and answers to findings have their own places. */
export const isRemark = (note: Note): boolean =>
  note.annotation.motivation !== 'describing' && note.annotation.motivation !== 'assessing' && !isBareDecision(note);

/** Which entity a mention names, without a word to read: it shows in the name itself, until it needs a look. */
const isBareDecision = (note: Note): boolean =>
  note.annotation.motivation === 'identifying' &&
  note.body === '' &&
  note.tags.length === 0 &&
  note.replies.length === 0 &&
  !needsLook(note);

/** The tag that says what editors say in brackets: the source has it so. */
export const SIC = 'sic';

/** Whether the reader has marked the words as misspelt in the source. */
export const isSic = ({ tags }: Note): boolean => tags.includes(SIC);

export const isHighlight = ({ annotation }: Note): boolean => annotation.motivation === 'highlighting';

/** The other end of a link; undefined for notes that are none. */
export const linkOf = ({ annotation }: Note): ResourceBody | undefined =>
  annotation.bodies.find(
    (body): body is ResourceBody =>
      body.kind === 'resource' && (body.purpose ?? annotation.motivation) === 'linking' && !isReference(body),
  );

/** The words at the other end of a link, as they were when it was made; "" where it leads to a whole source, or nowhere. */
export function linkedWords(note: Note): string {
  const quote = linkOf(note)?.selectors.find((selector) => selector.type === 'TextQuoteSelector');
  return quote?.type === 'TextQuoteSelector' ? quote.exact : '';
}

/** When it was written or last changed; undefined where the file does not say. */
export const writtenAt = ({ annotation }: Note | Reply): string | undefined =>
  annotation.modified ?? annotation.created;

/** Its tags that its body does not show already, with their "#". */
export const tagsBesideBody = ({ tags, body }: Note): readonly string[] =>
  tags.map((tag) => `#${tag}`).filter((tag) => !body.includes(tag));
