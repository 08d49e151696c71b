/** What the journal holds: one entry for each thing that was done, as one value of the storage with a digest that tells a torn one. */
import { decode, encodeUtf8, type Annotation, type Authority, type MergeConflict, type Uri } from '../core/index.ts';
import type { Digest } from './ports.ts';
import type { NoteId, OperationLabel } from './types.ts';

/** One annotation of one source; null: not there. */
export interface AnnotationChange {
  readonly source: Uri;
  readonly id: NoteId;
  readonly before: Annotation | null;
  readonly after: Annotation | null;
}

/** All decisions of an authority file before and after: few, and one is seldom without the others. */
export interface AuthorityChange {
  readonly uri: Uri;
  readonly before: Authority;
  readonly after: Authority;
}

interface Changes {
  readonly changes: readonly AnnotationChange[];
  readonly authority?: AuthorityChange;
}

export type JournalEntry =
  | ({ readonly kind: 'operation'; readonly label: OperationLabel } & Changes)
  /** `of` is the number of the operation that was undone or done again. */
  | ({ readonly kind: 'undo' | 'redo'; readonly of: number } & Changes)
  /** Not to be undone: selectors that followed their source, notes that followed a renamed file. */
  | ({ readonly kind: 'upkeep' } & Changes)
  /**
   * Changes of this source up to the entry `upTo` of the same writer are in its sidecar, and those that other writers had left when this
   * one began, up to these numbers. Without `others`, as earlier versions wrote it: up to `upTo`, of all writers.
   */
  | {
      readonly kind: 'saved';
      readonly source: Uri;
      readonly upTo: number;
      readonly others?: Readonly<Record<string, number>>;
    }
  /** The sidecar is about to be written by a file system that may leave half of it. null: deleted, or not there. */
  | {
      readonly kind: 'writing';
      readonly source: Uri;
      readonly content: string | null;
      readonly previous: string | null;
    }
  | { readonly kind: 'conflict'; readonly source: Uri; readonly conflict: MergeConflict }
  | { readonly kind: 'settled'; readonly source: Uri; readonly id: NoteId };

export type ChangingEntry = Extract<JournalEntry, { changes: unknown }>;

const FORMAT = 1;

export async function packEntry(entry: JournalEntry, { sha256 }: Digest): Promise<Uint8Array> {
  const body = encodeUtf8(JSON.stringify({ format: FORMAT, entry }));
  const head = encodeUtf8(`${await sha256(body)}\n`);
  const value = new Uint8Array(head.length + body.length);
  value.set(head);
  value.set(body, head.length);
  return value;
}

/** `torn`: a crash cut it short, so it was never confirmed to anybody. `unknown`: whole, and nothing that this program can read. */
export async function unpackEntry(value: Uint8Array, { sha256 }: Digest): Promise<JournalEntry | 'torn' | 'unknown'> {
  const lineEnd = value.indexOf(0x0a);
  if (lineEnd === -1) return 'torn';
  const body = value.slice(lineEnd + 1);
  if (decode(value.slice(0, lineEnd))?.text !== (await sha256(body))) return 'torn';
  const { format, entry } = JSON.parse(decode(body)?.text ?? 'null') as { format: unknown; entry: unknown };
  return format === FORMAT && isEntry(entry) ? entry : 'unknown';
}

/** Whether every reader of the journal finds in it what it asks for; annotations were written by this program, and are believed. */
function isEntry(json: unknown): json is JournalEntry {
  if (!isObject(json)) return false;
  const { kind, source } = json;
  if (kind === 'saved') return isText(source) && isNumber(json['upTo']);
  if (kind === 'writing') return isText(source) && isTextOrNull(json['content']) && isTextOrNull(json['previous']);
  if (kind === 'conflict') return isText(source) && isObject(json['conflict']) && isText(json['conflict']['id']);
  if (kind === 'settled') return isText(source) && isText(json['id']);
  const isStep = kind === 'undo' || kind === 'redo' ? isNumber(json['of']) : kind === 'upkeep' || isOperation(json);
  return isStep && isChanges(json);
}

const isOperation = ({ kind, label }: JsonLike): boolean =>
  kind === 'operation' && isObject(label) && isText(label['code']) && Array.isArray(label['args']);

const isChanges = ({ changes, authority }: JsonLike): boolean =>
  Array.isArray(changes) && changes.every(isChange) && (authority === undefined || isAuthorityChange(authority));

const isChange = (json: unknown): boolean =>
  isObject(json) &&
  isText(json['source']) &&
  isText(json['id']) &&
  [json['before'], json['after']].every((side) => side === null || isAnnotation(side));

const isAnnotation = (json: unknown): boolean =>
  isObject(json) && isText(json['id']) && ['bodies', 'targets', 'creators'].every((key) => Array.isArray(json[key]));

const isAuthorityChange = (json: unknown): boolean =>
  isObject(json) && isText(json['uri']) && isObject(json['before']) && isObject(json['after']);

type JsonLike = Readonly<Record<string, unknown>>;
const isObject = (json: unknown): json is JsonLike => typeof json === 'object' && json !== null && !Array.isArray(json);
const isText = (json: unknown): json is string => typeof json === 'string';
const isTextOrNull = (json: unknown): boolean => json === null || isText(json);
const isNumber = (json: unknown): json is number => typeof json === 'number';
