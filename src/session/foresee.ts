/** What would become of notes if their source were replaced by another text: a better OCR, a corrected edition. */
import type { Annotation, Uri } from '../core/index.ts';
import { bodyOf, quoteOf } from './notes.ts';
import { place, selectorsOf, targetsIn } from './places.ts';
import type { Foreseen, Placement } from './types.ts';

export interface Replacement {
  /** The text as it is; null where it is not there any more. */
  readonly before: string | null;
  readonly after: string;
  /** Texts that selectors were made for, by digest as `TargetState` has it; the text as it is among them. */
  readonly oldTexts: ReadonlyMap<string, string>;
}

/** One for each note about words, in order of place before. Replies and notes about the whole source cannot lose anything. */
export function foresee(
  source: Uri,
  annotations: readonly Annotation[],
  { before, after, oldTexts }: Replacement,
): Foreseen[] {
  const about = annotations.filter((annotation) => isAboutWords(annotation, source));
  const old = place(source, about, before === null ? null : { text: before, oldTexts });
  const now = place(source, about, { text: after, oldTexts });
  return about
    .map((annotation): Foreseen => ({
      id: annotation.id,
      annotation,
      quote: quoteOf(annotation, source),
      body: bodyOf(annotation),
      before: old.get(annotation.id) ?? UNKNOWN,
      after: now.get(annotation.id) ?? UNKNOWN,
    }))
    .sort((a, b) => startOf(a.before) - startOf(b.before) || (a.id < b.id ? -1 : 1));
}

/** Notes that cannot lose a place, by why. */
export interface NotForeseen {
  readonly whole: number;
  readonly elsewhere: number;
  /** About what is said in a way that is not understood. */
  readonly unreadable: number;
}

/** How many notes `foresee` leaves out; replies go with what they answer. */
export function notForeseen(source: Uri, annotations: readonly Annotation[]): NotForeseen {
  const left = annotations.filter((annotation) => !isAboutWords(annotation, source));
  const places = place(source, left, null);
  const count = (isMeant: (placement: Placement | undefined) => boolean): number =>
    left.filter(({ id }) => isMeant(places.get(id))).length;
  return {
    whole: count((placement) => placement?.outcome === 'whole'),
    elsewhere: count((placement) => placement?.outcome === 'unknown' && placement.reason === 'elsewhere'),
    unreadable: count((placement) => placement?.outcome === 'unknown' && placement.reason === 'unreadable'),
  };
}

const isAboutWords = (annotation: Annotation, source: Uri): boolean =>
  targetsIn(annotation, source).some((target) => selectorsOf(target).length > 0);

const UNKNOWN: Placement = { outcome: 'unknown' };

const startOf = (placement: Placement): number =>
  'span' in placement ? placement.span.start : Number.MAX_SAFE_INTEGER;
