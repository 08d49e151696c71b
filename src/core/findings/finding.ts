import type { Place, Snapshot, Uri } from '../corpus/types.ts';
import type { Reading } from '../reading/types.ts';
import { contains, type Span } from '../text/span.ts';
import { hashHex } from '../text/hash.ts';
import { fold } from '../text/fold.ts';
import type { Finding, Message, Rule, Side } from './types.ts';

export interface FindingParts {
  /** The first side is the primary one; the others are put in order of source and position. */
  readonly sides: readonly [Side, ...Side[]];
  readonly message: Message;
  readonly confidence: number;
  /** What makes this finding this one, where the words at its sides do not: two alike in one source. */
  readonly key?: string;
}

/** A finding of a rule, with its sides in order and its fingerprint. */
export function finding(
  rule: Rule,
  snapshot: Snapshot,
  { sides, message, confidence, key = '' }: FindingParts,
): Finding {
  const [primary, ...related] = sides;
  const ordered: Finding['sides'] = [primary, ...related.sort(comparePlaces)];
  return {
    code: rule.code,
    severity: rule.severity,
    sides: ordered,
    message,
    confidence,
    fingerprint: fingerprint(rule.code, key, snapshot, ordered),
  };
}

export const message = (code: string, ...args: readonly (string | number)[]): Message => ({ code, args });

export function side({ uri, start, end }: Place, label: Message): Side {
  return { uri, start, end, label };
}

/** The words at a place, on one line and of bearable length for a message. */
export function wordsAt(snapshot: Snapshot, { uri, start, end }: Place): string {
  const words = (snapshot.source(uri)?.reading.text.slice(start, end) ?? '').replace(/\s+/g, ' ').trim();
  return words.length <= MOST_QUOTED ? words : `${words.slice(0, MOST_QUOTED).replace(/\S*$/, '').trimEnd()}…`;
}

/** Code units of a source that a message quotes at most. */
const MOST_QUOTED = 80;

/** Whether the span stands inside quotation marks. */
export const isQuoted = ({ quotations }: Reading, span: Span): boolean =>
  quotations.some(({ outer }) => contains(outer, span));

export const comparePlaces = (a: Place, b: Place): number =>
  a.uri === b.uri ? a.start - b.start || b.end - a.end : a.uri < b.uri ? -1 : 1;

/** Name of the file without its folders, as a message and a fingerprint use it. */
export const fileName = (uri: Uri): string => uri.slice(uri.lastIndexOf('/') + 1);

/**
 * Depends on the words at the sides and the names of their files, not on offsets or folders: edits elsewhere and a moved
 * folder leave it as it is, a change of the words gives a new finding.
 */
function fingerprint(code: string, key: string, snapshot: Snapshot, sides: readonly Side[]): string {
  const parts = sides.map(({ uri, start, end }) => {
    const words = snapshot.source(uri)?.reading.text.slice(start, end) ?? '';
    return `${fileName(uri)}\u0000${fold(words).replace(/\s+/g, ' ')}`;
  });
  return hashHex([code, key, ...parts.sort()].join('\u0001'));
}
