/** Decisions about single mentions: they stand in the sidecars of their sources, as `identifying` annotations. */
import { l10n, ThemeIcon, window } from 'vscode';
import {
  decideName,
  decideNoName,
  decideSplit,
  mentionAt,
  missedPlaces,
  type Authority,
  type DecidedId,
  type Entity,
  type NameType,
  type Place,
} from '../../../core/index.ts';
import type { MentionDecided } from '../../../session/index.ts';
import { SIC } from '../../comments/note.ts';
import { linesOfDocument, toSpan } from '../../convert.ts';
import type { Sessions } from '../../sessions.ts';
import { fileName, mentions as countOfMentions } from '../../texts/sentences.ts';
import { activeSource, selectedRange, type ActiveSource } from '../context.ts';
import { pick, pickEntity, pickType, type Choice } from './pick.ts';
import { formsOf, writtenAt, type Target } from './target.ts';
import { decided } from './tell.ts';

/** Answers given beforehand, by callers that do not ask the reader. */
export interface SplitAnswers {
  readonly scope?: 'mention' | 'source';
  /** Where the entity was not reached from a mention: sources all of whose mentions are split off. */
  readonly sources?: readonly string[];
  /** Name of the new entity. */
  readonly name?: string;
}

/** Some mentions name somebody else: a new entity, or another one that is known. */
export async function splitOff(target: Target, answers: SplitAnswers): Promise<void> {
  const {
    session,
    entities: [entity],
  } = target;
  const places = await placesToSplit(target, answers);
  if (!places || places.length === 0) return;
  const form = fullestForm(target, places);
  const owner = answers.name === undefined ? await pickOwner(target, form) : NEW;
  if (owner === undefined) return;
  const name = owner === NEW ? (answers.name ?? (await nameOfNew(form))) : owner.name;
  if (name === undefined) return;
  await session.decide({ code: 'operation-split', args: [form, entity.name] }, (authority, newId) => {
    const [after, id] =
      owner === NEW ? homonym(authority, entity.type, form, name, newId()) : known(authority, owner, newId());
    return { authority: after, mentions: places.map((place) => identified(place, id)) };
  });
  decided(l10n.t('{0} of “{1}” name “{2}” now', countOfMentions(places.length), entity.name, name));
}

const NEW = 'new';

/** The mention itself, or more of its kind; of an entity that was chosen in a tree, all that it has in some sources. */
async function placesToSplit(target: Target, { scope, sources }: SplitAnswers): Promise<readonly Place[] | undefined> {
  const { corpus, mention } = target;
  const [entity] = target.entities;
  const all = [...corpus.mentionsOf(entity.id)];
  if (sources) return all.filter(({ uri }) => sources.includes(uri));
  if (!mention) return placesInSources(entity, all);
  const here = all.filter(({ uri }) => uri === mention.uri);
  if (scope !== undefined) return scope === 'mention' ? [mention] : here;
  const written = writtenAt(target) ?? entity.name;
  const choices: Choice<readonly Place[]>[] = [
    { label: l10n.t('This mention only'), description: `“${written}”`, value: [mention] },
    {
      label: l10n.t('Every mention in this source'),
      description: `${fileName(mention.uri)} · ${countOfMentions(here.length)}`,
      value: here,
    },
  ];
  return here.length > 1 ? pick(l10n.t('Which mentions are not “{0}”?', entity.name), choices) : [mention];
}

async function placesInSources(entity: Entity, all: readonly Place[]): Promise<readonly Place[] | undefined> {
  const uris = [...new Set(all.map(({ uri }) => uri))];
  const choices = uris.map((uri) => {
    const places = all.filter((place) => place.uri === uri);
    return { label: fileName(uri), description: countOfMentions(places.length), places };
  });
  const title = l10n.t('In which sources do the mentions name another “{0}”?', entity.name);
  const chosen = await window.showQuickPick(choices, { title, canPickMany: true });
  return chosen?.flatMap(({ places }) => places);
}

/** The longest of the written forms tells most. */
const fullestForm = ({ corpus }: Target, places: readonly Place[]): string =>
  places
    .map(({ uri, start, end }) => corpus.source(uri)!.reading.text.slice(start, end).replace(/\s+/g, ' '))
    .reduce((longest, form) => (form.length > longest.length ? form : longest));

function pickOwner({ corpus, entities: [entity] }: Target, form: string): Promise<Entity | typeof NEW | undefined> {
  const like = { forms: [form], type: entity.type, without: new Set([entity.id]) };
  const another: Choice<typeof NEW> = {
    label: l10n.t('Another “{0}”', form),
    description: l10n.t('not named anywhere else'),
    iconPath: new ThemeIcon('add'),
    value: NEW,
  };
  return pickEntity(l10n.t('Whom or what do these mentions name?'), corpus, like, [another]);
}

const nameOfNew = (form: string): PromiseLike<string | undefined> =>
  window.showInputBox({
    title: l10n.t('Name of the other “{0}”', form),
    prompt: l10n.t('Something that tells the two apart in lists; the sources stay as they are.'),
    value: form,
    validateInput: (value) => (value.trim() === '' ? l10n.t('A name cannot be empty.') : null),
  });

/** Another entity of the same name, under a name that tells it apart. */
function homonym(
  authority: Authority,
  type: NameType,
  form: string,
  name: string,
  id: DecidedId,
): readonly [Authority, DecidedId] {
  const split = decideSplit(authority, type, form, id);
  const wanted = name.trim();
  return [wanted === form ? split : decideName(split, { decided: id, type, name: form }, wanted, id), id];
}

/** The entity in the authority file, with an id that annotations can carry. */
const known = (authority: Authority, entity: Entity, newId: DecidedId): readonly [Authority, DecidedId] =>
  entity.decided === null ? [decideName(authority, entity, entity.name, newId), newId] : [authority, entity.decided];

const identified = (
  { uri, start, end }: Place,
  entity: DecidedId | null,
  tags: readonly string[] = [],
): MentionDecided => ({
  source: uri,
  span: { start, end },
  entity,
  tags,
});

/** Words that were taken for a name, and are none: anywhere, or only where the cursor stands. */
export async function notAName(target: Target, scope?: 'everywhere' | 'here'): Promise<void> {
  const {
    session,
    mention,
    entities: [entity],
  } = target;
  const written = writtenAt(target);
  if (!mention || written === null) return ignoreEntities(target);
  const choices: Choice<'everywhere' | 'here'>[] = [
    { label: l10n.t('No name in any source'), description: `“${written}”`, value: 'everywhere' },
    { label: l10n.t('No name just here'), value: 'here' },
  ];
  const where = scope ?? (await pick(l10n.t('“{0}” is no name', written), choices));
  if (where === undefined) return;
  const label = { code: 'operation-no-name', args: [written] };
  await session.decide(label, (authority) =>
    where === 'here'
      ? { authority, mentions: [identified(mention, null)] }
      : decideNoName(authority, entity.type, written),
  );
  decided(l10n.t('“{0}” is no name', written));
}

/** None of the forms of these entities is a name. */
async function ignoreEntities({ session, entities }: Target): Promise<void> {
  const names = entities.map(({ name }) => name).join(', ');
  await session.decide({ code: 'operation-no-name', args: [names] }, (authority) =>
    entities
      .flatMap((entity) => formsOf(entity).map((form) => ({ type: entity.type, form })))
      .reduce((soFar, { type, form }) => decideNoName(soFar, type, form), authority),
  );
  decided(l10n.t('“{0}” is no name', names));
}

/** The words stand as the source has them, wrong; the entity that they mean is certain. */
export async function misspelt(target: Target, places: readonly Place[]): Promise<void> {
  const { session, corpus } = target;
  const written = writtenAt(target);
  if (written === null)
    return void window.showInformationMessage(l10n.t('Put the cursor on a name in a source first.'));
  const [entity] = target.entities;
  // Where the name is the entity's only one, it stands for another that has not been recognised in it.
  const like = { forms: [written], type: entity.type, without: new Set([entity.id]) };
  const title = l10n.t('“{0}” is a misspelling of…', written);
  const meant = written === entity.name ? await pickEntity(title, corpus, like) : entity;
  if (!meant) return;
  await session.decide({ code: 'operation-sic', args: [written] }, (authority, newId) => {
    const [after, id] = known(authority, meant, newId());
    return { authority: after, mentions: places.map((place) => identified(place, id, [SIC])) };
  });
  decided(l10n.t('“{0}” [sic] is {1}', written, meant.name));
}

/** What a missed name is, and where: given beforehand, by callers that do not ask the reader. The name is a new entity's. */
export interface MissedAnswers {
  readonly type: NameType;
  readonly scope: 'here' | 'everywhere';
}

/** A name that the machine has missed: the words that are selected. */
export async function addMention(sessions: Sessions, answers?: MissedAnswers): Promise<void> {
  const source = activeSource(sessions);
  const range = source && selectedRange(source.editor);
  if (!source || !range) return void window.showInformationMessage(l10n.t('Select some words of a source first.'));
  const place = { uri: source.key, ...toSpan(linesOfDocument(source.editor.document), range) };
  const { corpus } = source.session.snapshot();
  const there = mentionAt(corpus, place.uri, place.start) ?? mentionAt(corpus, place.uri, place.end);
  const words = source.editor.document.getText(range).replace(/\s+/g, ' ');
  const type = answers?.type ?? (await pickType(l10n.t('What is “{0}”?', words), null));
  if (type === undefined) return;
  const fresh: Choice<typeof NEW> = {
    label: l10n.t('New: “{0}”', words),
    iconPath: new ThemeIcon('add'),
    value: NEW,
  };
  const like = { forms: [words], type, without: new Set<string>() };
  const title = l10n.t('Whom or what does “{0}” name?', words);
  const owner = answers ? NEW : await pickEntity(title, corpus, like, [fresh]);
  if (owner === undefined) return;
  const places = there ? [place] : await placesToAdd(source, place, words, answers?.scope);
  if (!places) return;
  const name = owner === NEW ? words : owner.name;
  await source.session.decide({ code: 'operation-add-mention', args: [name] }, (authority, newId) => {
    const id = newId();
    const [after, entity] =
      owner === NEW
        ? [decideName(authority, { decided: null, type, name }, name, id), id]
        : known(authority, owner, id);
    return { authority: after, mentions: places.map((each) => identified(each, entity)) };
  });
  decided(l10n.t('“{0}” names {1}', words, name));
}

/** The same words elsewhere were missed too. */
async function placesToAdd(
  { session, key }: ActiveSource,
  place: Place,
  words: string,
  scope?: MissedAnswers['scope'],
): Promise<readonly Place[] | undefined> {
  if (scope === 'here') return [place];
  const all = missedPlaces(session.snapshot().corpus, words);
  if (scope === 'everywhere') return all;
  const here = all.filter(({ uri }) => uri === key);
  if (all.length < 2) return [place];
  const choices: Choice<readonly Place[]>[] = [
    { label: l10n.t('Only these words'), value: [place] },
    { label: l10n.t('Everywhere in this source'), description: countOfMentions(here.length), value: here },
    { label: l10n.t('Everywhere in all sources'), description: countOfMentions(all.length), value: all },
  ];
  const distinct = choices.filter(
    ({ value }, index) => index === 0 || value!.length > choices[index - 1]!.value!.length,
  );
  return pick(l10n.t('Where does “{0}” name it?', words), distinct);
}
