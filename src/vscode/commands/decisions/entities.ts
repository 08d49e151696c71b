/** Decisions about whole entities. */
import { l10n, ThemeIcon, window } from 'vscode';
import {
  decideAccept,
  decideDifferent,
  decideName,
  decideNotName,
  decideSame,
  decideType,
  type DecidedId,
  type Entity,
  type Link,
  type NameType,
} from '../../../core/index.ts';
import type { Session } from '../../../session/index.ts';
import { linkReason, typeName } from '../../texts/sentences.ts';
import { group, pickEntity, pickType, type Choice } from './pick.ts';
import { formsOf, writtenAt, type Target } from './target.ts';
import { decided } from './tell.ts';

/** Makes one of what is selected; of a single entity and another that the reader chooses. */
export async function sameAs(target: Target): Promise<void> {
  const { session, corpus, entities } = target;
  const [first, ...others] = entities;
  if (others.length > 0) return makeOne(session, entities);
  const like = { forms: formsOf(first), type: first.type, without: new Set([first.id]) };
  const other = await pickEntity(l10n.t('“{0}” is the same as…', first.name), corpus, like);
  if (other) await makeOne(session, [first, other]);
}

/** All of these are one entity from now on. */
export async function makeOne(session: Session, entities: readonly [Entity, ...Entity[]]): Promise<void> {
  const corpus = session.snapshot().corpus;
  const mentions = ({ id }: Entity): number => corpus.countsOf(id).mentions;
  const [first, ...others] = entities.toSorted(
    (a, b) =>
      Number(b.decided !== null) - Number(a.decided !== null) || words(b) - words(a) || mentions(b) - mentions(a),
  );
  if (!first || others.length === 0) return;
  const names = others.map(({ name }) => name).join(', ');
  await session.decide({ code: 'operation-same', args: [first.name, names] }, (authority, newId) =>
    decideSame(authority, [first, ...others], newId()),
  );
  decided(l10n.t('“{0}” and “{1}” are one now', first.name, names));
}

/** The fullest name names the whole. */
const words = ({ name }: Entity): number => name.split(' ').length;

/** Takes a name from an entity, or keeps two entities apart. */
export async function notSameAs(target: Target): Promise<void> {
  const { session, corpus, entities } = target;
  const [first, second] = entities;
  if (second) return keepApart(session, first, second);
  const title = l10n.t('“{0}” is not the same as…', first.name);
  const like = { forms: formsOf(first), type: first.type, without: new Set([first.id]) };
  const names = namesToTake(corpus.linksOf(first.id), first, writtenAt(target));
  const chosen = await pickEntity<string>(title, corpus, like, names);
  if (typeof chosen === 'string') await takeName(session, first, chosen);
  else if (chosen) await keepApart(session, first, chosen);
}

/** Names that the machine or the reader has joined to the entity, that of the mention first, with the reasons. */
function namesToTake(links: readonly Link[], { name, aliases }: Entity, written: string | null): Choice<string>[] {
  const ordered = [...aliases].sort((a, b) => Number(b === written) - Number(a === written));
  return group(
    l10n.t('A name that is not its own'),
    ordered.map((alias) => ({
      label: alias,
      description: links
        .filter(({ from }) => from === alias)
        .map(({ to, reason }) => `${linkReason(reason)} (${to})`)
        .join(', '),
      detail: l10n.t('“{0}” names somebody or something other than {1}', alias, name),
      iconPath: new ThemeIcon('debug-disconnect'),
      value: alias,
    })),
  );
}

/** This name is not the entity's, wherever it stands. */
export async function takeName(session: Session, entity: Entity, name: string): Promise<void> {
  await session.decide({ code: 'operation-not-its-name', args: [name, entity.name] }, (authority, newId) =>
    decideNotName(authority, entity, name, newId()),
  );
  decided(l10n.t('“{0}” is no name of {1} any more', name, entity.name));
}

export async function keepApart(session: Session, a: Entity, b: Entity): Promise<void> {
  await session.decide({ code: 'operation-different', args: [a.name, b.name] }, (authority) =>
    decideDifferent(authority, a, b),
  );
  decided(l10n.t('“{0}” and “{1}” stay apart', a.name, b.name));
}

/** Asks for the canonical name, unless it is given. In an editor F2 asks in its own box. */
export async function renameEntity({ session, entities: [entity] }: Target, given?: string): Promise<void> {
  const name = given ?? (await askForName(entity));
  if (name !== undefined) await giveName(session, entity, name);
}

const askForName = (entity: Entity): PromiseLike<string | undefined> =>
  window.showInputBox({
    title: l10n.t('Canonical name of “{0}”', entity.name),
    prompt: l10n.t('The sources stay as they are.'),
    value: entity.name,
    validateInput: (value) => (value.trim() === '' ? l10n.t('A name cannot be empty.') : null),
  });

export async function giveName(session: Session, entity: Entity, name: string): Promise<void> {
  const wanted = name.replace(/\s+/g, ' ').trim();
  if (wanted === '' || wanted === entity.name) return;
  await session.decide({ code: 'operation-rename', args: [wanted] }, (authority, newId) =>
    decideName(authority, entity, wanted, newId()),
  );
  decided(l10n.t('“{0}” is called “{1}” now', entity.name, wanted));
}

/** Several at once, as a list of organizations that were read as persons wants it. */
export async function changeType({ session, entities }: Target, given?: NameType): Promise<void> {
  const [first, ...others] = entities;
  const title = l10n.t('What is “{0}”?', entities.map(({ name }) => name).join(', '));
  const type = given ?? (await pickType(title, others.length === 0 ? first.type : null));
  if (type) await giveType(session, entities, type);
}

export async function giveType(session: Session, entities: readonly Entity[], type: NameType): Promise<void> {
  const names = entities.map(({ name }) => name).join(', ');
  await session.decide({ code: 'operation-type', args: [names] }, (authority, newId) =>
    entities.reduce(
      (soFar, entity) => (entity.type === type ? soFar : decideType(soFar, entity, type, newId())),
      authority,
    ),
  );
  decided(l10n.t('“{0}”: {1}', names, typeName(type)));
}

/** The entity is as the machine says: its names hold together whatever the corpus will suggest. */
export async function acceptEntity({ session, entities }: Target): Promise<void> {
  const names = entities.map(({ name }) => name).join(', ');
  await session.decide({ code: 'operation-accept', args: [names] }, (authority, newId) =>
    entities.reduce((soFar, entity) => decideAccept(soFar, entity, newId()), authority),
  );
  decided(l10n.t('The names of “{0}” hold together now', names));
}

/** A note speaks of the entity by this id, under which it is kept from now on. */
export async function keepEntity({ session, entities: [entity] }: Target, id: DecidedId): Promise<void> {
  if (entity.decided !== null) return;
  await session.decide({ code: 'operation-keep', args: [entity.name] }, (authority) =>
    decideName(authority, entity, entity.name, id),
  );
}

/** A spelling that a finding asks about is the entity's own. */
export async function acceptName({ session, entities: [entity] }: Target, name: string): Promise<void> {
  await session.decide({ code: 'operation-accept', args: [entity.name] }, (authority, newId) =>
    decideSame(authority, [entity, { type: entity.type, name, decided: null }], newId()),
  );
  decided(l10n.t('“{0}” is a name of {1}', name, entity.name));
}
