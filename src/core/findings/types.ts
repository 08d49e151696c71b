import type { Place, Snapshot, Uri } from '../corpus/types.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One side of a finding: a place, and the role it plays in the message. */
export interface Side extends Place {
  /** Key of the message that labels this side ("here", "established form", …), with its arguments. */
  readonly label: Message;
}

/** A sentence as a code and its arguments; `core/findings/messages.ts` holds the English of every code. */
export interface Message {
  readonly code: string;
  readonly args: readonly (string | number)[];
}

/** Something the reader should look at. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** The first side is the primary one; sides are in order of source and position after it. */
  readonly sides: readonly [Side, ...Side[]];
  readonly message: Message;
  /** 0 to 1: how sure the rule is. */
  readonly confidence: number;
  /** Stable over runs, edits elsewhere, file order and the folder's place; `findingKey` tells also files of one name apart. */
  readonly fingerprint: string;
}

/** A rule finds everything that has a side in `uri`, so that an editor can ask for one source at a time. */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  find(snapshot: Snapshot, uri: Uri): Iterable<Finding>;
}
