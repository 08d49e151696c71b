import { l10n, window } from 'vscode';
import { mentionAt, type Entity, type EntityId, type MentionRef, type Snapshot } from '../../../core/index.ts';
import type { Session } from '../../../session/index.ts';
import { linesOfDocument, toOffset, toUri } from '../../convert.ts';
import { DOSSIER_SCHEME, parseDossierUri } from '../../documents/address.ts';
import type { Sessions } from '../../sessions.ts';
import { activeSource } from '../context.ts';

/** What a decision is about: one entity or several of one folder, and the mention from which it was reached, if any. */
export interface Target {
  readonly session: Session;
  readonly corpus: Snapshot;
  readonly entities: readonly [Entity, ...Entity[]];
  readonly mention: MentionRef | null;
}

/** An entity in one of our trees. */
export interface EntityItem {
  readonly kind: 'entity';
  readonly session: Session;
  readonly entity: Entity;
}

/** A place, as code actions and links pass it. UTF-16 code units of the source's text. */
export interface PlaceAddress {
  readonly uri: string;
  readonly offset: number;
}

/** Entities by their ids, as other extensions may pass them. */
export interface EntityAddress {
  readonly folder: string;
  readonly entities: readonly EntityId[];
}

/** The argument of a key binding that works on what is selected in the tree of entities. */
export const IN_TREE = 'entities';

/** What is selected in the tree of entities. */
export interface EntitySelection {
  readonly selection: readonly unknown[];
}

/**
 * What a command is about. Menus of trees pass the item and all that is selected with it; key bindings pass `IN_TREE`; without
 * anything that says more it is the name at the cursor, or the entity whose dossier is being read. Tells the reader where it is nothing.
 */
export function targetOf(
  sessions: Sessions,
  tree: EntitySelection,
  first: unknown,
  second?: unknown,
): Target | undefined {
  const target = find(sessions, tree, first, second);
  if (target === undefined)
    void window.showInformationMessage(l10n.t('Put the cursor on a name in a source, or select an entity first.'));
  return target;
}

function find(sessions: Sessions, tree: EntitySelection, first: unknown, second: unknown): Target | undefined {
  if (first === IN_TREE) return ofItems(tree.selection.filter(isEntityItem));
  if (isEntityItem(first)) {
    const selected = Array.isArray(second) ? (second as readonly unknown[]).filter(isEntityItem) : [];
    return ofItems(selected.includes(first) ? selected : [first]);
  }
  if (isPlaceAddress(first)) return atPlace(sessions.of(toUri(first.uri)), first);
  if (isEntityAddress(first)) return ofAddress(sessions, first);
  return atCursor(sessions);
}

function atCursor(sessions: Sessions): Target | undefined {
  const source = activeSource(sessions);
  if (source) {
    const { document, selection } = source.editor;
    const offset = toOffset(linesOfDocument(document), selection.active);
    const start = toOffset(linesOfDocument(document), selection.start);
    const place = (at: number): Target | undefined => atPlace(source.session, { uri: source.key, offset: at });
    return place(offset) ?? place(start);
  }
  const uri = window.activeTextEditor?.document.uri;
  const dossier = uri?.scheme === DOSSIER_SCHEME ? parseDossierUri(uri) : undefined;
  return dossier && ofAddress(sessions, { folder: dossier.folder, entities: [dossier.entity] });
}

function atPlace(session: Session | undefined, { uri, offset }: PlaceAddress): Target | undefined {
  if (!session) return undefined;
  const { corpus } = session.snapshot();
  const found = mentionAt(corpus, uri, offset);
  return found ? { session, corpus, entities: [found.entity], mention: found.ref } : undefined;
}

/** Of the folder of the first, as no decision reaches from one folder into another. */
function ofItems(items: readonly EntityItem[]): Target | undefined {
  const [first] = items;
  if (!first) return undefined;
  const ids = items.filter(({ session }) => session === first.session).map(({ entity }) => entity.id);
  return ofIds(first.session, ids);
}

function ofAddress(sessions: Sessions, { folder, entities }: EntityAddress): Target | undefined {
  const session = sessions.all().find((each) => each.folder === folder);
  return session && ofIds(session, entities);
}

/** The entities as they are now: what a tree has drawn may have changed since. */
function ofIds(session: Session, ids: readonly EntityId[]): Target | undefined {
  const { corpus } = session.snapshot();
  const found = new Map(ids.flatMap((id) => corpus.entity(id) ?? []).map((entity) => [entity.id, entity]));
  const [first, ...others] = found.values();
  return first && { session, corpus, entities: [first, ...others], mention: null };
}

export const isEntityItem = (item: unknown): item is EntityItem =>
  isObject(item) && item['kind'] === 'entity' && isObject(item['session']) && isObject(item['entity']);

const isPlaceAddress = (item: unknown): item is PlaceAddress =>
  isObject(item) && typeof item['uri'] === 'string' && typeof item['offset'] === 'number';

const isEntityAddress = (item: unknown): item is EntityAddress =>
  isObject(item) && typeof item['folder'] === 'string' && Array.isArray(item['entities']);

const isObject = (item: unknown): item is Readonly<Record<string, unknown>> =>
  typeof item === 'object' && item !== null;

/** The words of the mention, with their line breaks made blanks. */
export function writtenAt({ corpus, mention }: Target): string | null {
  const text = mention && corpus.source(mention.uri)?.reading.text;
  return text ? text.slice(mention.start, mention.end).replace(/\s+/g, ' ') : null;
}

/** All written forms of an entity, the name first. */
export const formsOf = ({ name, aliases }: Entity): readonly string[] => [name, ...aliases];
