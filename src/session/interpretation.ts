/**
 * Readings as they came from the reader, and joined with what notes and authority file say of single mentions: so that a decision
 * needs no new reading, only a new joining.
 */
import {
  emptyAuthority,
  nameRules,
  noRules,
  withReaderMentions,
  type Authority,
  type CorpusChange,
  type DecidedId,
  type DecidedSpan,
  type NameRules,
  type NameType,
  type Reading,
  type Uri,
} from '../core/index.ts';
import { decidedSpans } from './decided.ts';
import { sameData } from './equal.ts';
import type { Note } from './types.ts';

/** What a source was read with, besides its text. */
export interface Conditions {
  /** BCP 47; null: to be found out. */
  readonly language: string | null;
  /** EDTF; the reader's own date for the source. */
  readonly sourceDate: string | null;
}

interface LastReading extends Conditions {
  readonly reading: Reading;
  /** What it was last joined with. */
  decided: readonly DecidedSpan[];
}

export interface InterpretationHost {
  text(source: Uri): string | undefined;
  notes(source: Uri): readonly Note[];
}

export class Interpretation {
  readonly #host: InterpretationHost;
  readonly #last = new Map<Uri, LastReading>();
  /** What `#rules` were made of. */
  #decisions: Authority = emptyAuthority;
  #rules: NameRules = noRules;

  constructor(host: InterpretationHost) {
    this.#host = host;
  }

  get rules(): NameRules {
    return this.#rules;
  }

  /** Takes decisions; whether they are others than before. */
  decide(decisions: Authority): boolean {
    if (decisions === this.#decisions) return false;
    this.#decisions = decisions;
    this.#rules = nameRules(decisions);
    return true;
  }

  keep(source: Uri, conditions: Conditions, reading: Reading): void {
    this.#last.set(source, { ...conditions, reading, decided: [] });
  }

  /** Whether there was anything to forget. */
  forget(source: Uri): boolean {
    return this.#last.delete(source);
  }

  /** Whether the last reading is of this text, and was made under these conditions. */
  isCurrent(source: Uri, text: string, { language, sourceDate }: Conditions): boolean {
    const last = this.#last.get(source);
    return last?.reading.text === text && last.language === language && last.sourceDate === sourceDate;
  }

  /** The date that the source was last read with; undefined where it was not read. */
  sourceDate(source: Uri): string | null | undefined {
    return this.#last.get(source)?.sourceDate;
  }

  /** The last reading with what notes now say of single mentions; null where there is none. */
  joined(source: Uri): CorpusChange | null {
    const last = this.#last.get(source);
    if (!last) return null;
    last.decided = this.#decided(source);
    return { uri: source, ...withReaderMentions(last.reading, last.decided) };
  }

  /** Whether notes and decisions say something else of single mentions than what the last reading was joined with. */
  isDecidedAnew(source: Uri): boolean {
    const last = this.#last.get(source);
    // Spans of a text that was not read yet mean nothing in the old one; the reading to come takes them up.
    return last?.reading.text === this.#host.text(source) && !sameData(this.#decided(source), last?.decided);
  }

  decidedAnew(): readonly Uri[] {
    return [...this.#last.keys()].filter((source) => this.isDecidedAnew(source));
  }

  #decided(source: Uri): readonly DecidedSpan[] {
    return decidedSpans(this.#host.notes(source), (entity) => this.#typeOf(entity));
  }

  #typeOf(entity: DecidedId): NameType | undefined {
    const { entities } = this.#decisions;
    return entities.find(({ id, replaces }) => id === entity || replaces.includes(entity))?.type;
  }
}
