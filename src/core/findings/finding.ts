import type { Place, Snapshot } from '../corpus/types.ts';
import type { Reading } from '../reading/types.ts';
import { contains, type Span } from '../text/span.ts';
import { hashHex } from '../text/hash.ts';
import { fold } from '../text/fold.ts';
import { lastName, shortestNames, sourcesNamed, withNames } from './naming.ts';
import type { Finding, Message, Rule, Side } from './types.ts';

export { fileName } from './naming.ts';

export interface FindingParts {
  /** The first side is the primary one; the others are put in order of source and position. */
  readonly sides: readonly [Side, ...Side[]];
  readonly message: Message;
  readonly confidence: number;
  /** What makes this finding this one, where the words at its sides do not: two alike in one source. */
  readonly key?: string;
}

/** A finding of a rule, with its sides in order, its sources named and its fingerprint. */
export function finding(
  rule: Rule,
  snapshot: Snapshot,
  { sides, message, confidence, key = '' }: FindingParts,
): Finding {
  const [primary, ...related] = sides;
  const ordered: Finding['sides'] = [primary, ...related.sort(comparePlaces)];
  const toName = [...ordered.flatMap(({ uri, label }) => [uri, ...sourcesNamed(label)]), ...sourcesNamed(message)];
  const names = shortestNames(toName.filter((uri) => snapshot.source(uri)));
  const named = ({ code, args }: Message): Message => ({
    code,
    args: args.map((arg) => (typeof arg === 'string' ? withNames(arg, (uri) => names.get(uri)) : arg)),
  });
  return {
    code: rule.code,
    severity: rule.severity,
    sides: mapSides(ordered, (each) => ({ ...each, label: named(each.label) })),
    message: named(message),
    confidence,
    fingerprint: fingerprint(rule.code, withNames(key, lastName), snapshot, ordered),
  };
}

function mapSides([first, ...others]: Finding['sides'], change: (side: Side) => Side): Finding['sides'] {
  return [change(first), ...others.map(change)];
}

/** The list as sides of a finding. Throws where it is empty: a finding has a place. */
export function asSides(list: readonly Side[]): readonly [Side, ...Side[]] {
  const [first, ...others] = list;
  if (!first) throw new RangeError('A finding has one side at least');
  return [first, ...others];
}

/** "“color” (a.txt), “colour” (b.txt)": a list of words with where each stands, or how it is told, for a message. */
export const inWords = (list: Iterable<readonly [words: string, where: Iterable<string>]>): string =>
  [...list].map(([words, where]) => `“${words}” (${[...new Set(where)].join(', ')})`).join(', ');

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

/**
 * Tells a finding from all others of a corpus. Fingerprints do not depend on folders, so that files of one name with the same
 * words share one; their findings are two all the same.
 */
export const findingKey = (of: Pick<Finding, 'fingerprint' | 'sides'>): string =>
  [of.fingerprint, ...[...new Set(of.sides.map(({ uri }) => uri))].sort()].join('\n');

/**
 * Depends on the words at the sides and the names of their files, not on offsets or folders: edits elsewhere and a moved
 * folder leave it as it is, a change of the words gives a new finding.
 */
function fingerprint(code: string, key: string, snapshot: Snapshot, sides: readonly Side[]): string {
  const parts = sides.map(({ uri, start, end }) => {
    const words = snapshot.source(uri)?.reading.text.slice(start, end) ?? '';
    return `${lastName(uri)}\u0000${fold(words).replace(/\s+/g, ' ')}`;
  });
  return hashHex([code, key, ...parts.sort()].join('\u0001'));
}
