/** What the notebook keeps for one source. */
import type { Annotation, AnnotationPage, Uri } from '../core/index.ts';
import { notesAt, notesOf } from './notes.ts';
import type { Places } from './places.ts';
import type { SaveTimer } from './saveTimer.ts';
import type { Sidecar } from './sidecar.ts';
import type { Held, Note, NoteId, Placement } from './types.ts';

/** The notes of all sources as they were at one moment. */
export interface NotesView {
  /** In code-unit order. */
  annotated(): readonly Uri[];
  notes(source: Uri): readonly Note[];
}

export class Leaf {
  readonly sidecar: Sidecar;
  readonly loaded: Promise<void>;
  isLoaded = false;
  places: Places = new Map();
  /** What the places were found for. */
  placed: ReadonlyMap<NoteId, Annotation['targets']> = new Map();
  /** Notes whose place was certain and was carried along by edits; it is certain still. */
  readonly followed = new Set<NoteId>();
  /** Made when first asked for, of what is current now; later changes make another. */
  notes: () => readonly Note[] = () => [];
  /** Notes that the journal has refused. */
  readonly unjournaled = new Set<NoteId>();
  readonly saveTimer: SaveTimer;
  #last: { readonly page: AnnotationPage; readonly notes: readonly Note[] } | null = null;

  constructor(sidecar: Sidecar, saveTimer: SaveTimer) {
    this.sidecar = sidecar;
    this.saveTimer = saveTimer;
    this.loaded = sidecar.load();
  }

  /** To be called after each change of page or places. */
  renew(): void {
    const { page } = this.sidecar;
    const { places } = this;
    const held = this.#held();
    let made: readonly Note[] | null = null;
    this.notes = () => (made ??= withHeld(this.#notesOf(page, places), held));
  }

  /** Of one page the notes differ in their places only, and those of the last key press are nearly right. */
  #notesOf(page: AnnotationPage, places: Places): readonly Note[] {
    const last = this.#last;
    const notes =
      last?.page === page ? notesAt(last.notes, places) : notesOf(this.sidecar.source, page.annotations, places);
    this.#last = { page, notes };
    return notes;
  }

  #held(): ReadonlyMap<NoteId, Held> {
    const held = this.sidecar.held;
    if (!held) return NOTHING_HELD;
    const by = (id: NoteId): Held['by'] => (this.unjournaled.has(id) ? 'memory' : 'journal');
    return new Map([...held.ids].map((id) => [id, { by: by(id), reason: held.reason }]));
  }
}

const NOTHING_HELD: ReadonlyMap<NoteId, Held> = new Map();

function withHeld(notes: readonly Note[], held: ReadonlyMap<NoteId, Held>): readonly Note[] {
  if (held.size === 0) return notes;
  return notes.map((note) => {
    const all = [note, ...note.replies].flatMap(({ id }) => held.get(id) ?? []);
    const worst = all.find(({ by }) => by === 'memory') ?? all[0];
    return worst ? { ...note, held: worst } : note;
  });
}

export const hasNotes = ({ sidecar }: Leaf): boolean => sidecar.page.annotations.length > 0;

export const isLost = (placement: Placement | undefined): boolean =>
  placement === undefined ||
  placement.outcome === 'orphaned' ||
  placement.outcome === 'ambiguous' ||
  placement.outcome === 'unknown';
