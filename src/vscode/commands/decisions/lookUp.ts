/** Links to authorities: the one thing that asks the network, and only when the reader runs the command. */
import { commands, l10n, ProgressLocation, QuickPickItemKind, ThemeIcon, window, workspace } from 'vscode';
import { decideIri, type Entity } from '../../../core/index.ts';
import {
  Aborted,
  Reconciler,
  ReconciliationError,
  WIKIDATA_ENDPOINT,
  type Candidate,
  type Found,
} from '../../../session/index.ts';
import { toSignal } from '../../convert.ts';
import { clock } from '../../ports/common.ts';
import { http } from '../../ports/http.ts';
import { sentence } from '../../texts/sentences.ts';
import { pick, type Choice } from './pick.ts';
import { formsOf, type Target } from './target.ts';
import { decided } from './tell.ts';

const reconciler = new Reconciler(http, clock);

/** What the reader chose: a candidate, or to go on in another way. */
type Answer = Candidate | 'search' | 'by-hand' | 'unlink';

/** Looks an entity up, lets the reader choose among the candidates, and keeps the IRI of the one that is meant. */
export async function linkToAuthority(target: Target, iri?: string): Promise<void> {
  const [entity] = target.entities;
  if (iri !== undefined) return link(target, iri, iri);
  let names: readonly [string, ...string[]] = [entity.name, ...formsOf(entity).filter((form) => form.includes(' '))];
  for (;;) {
    const found = await lookUp(entity, names);
    if (found === null) return;
    if (found === 'again') continue;
    const answer = found === 'by-hand' ? found : await choose(entity, found);
    if (answer === undefined) return;
    if (answer === 'by-hand') return linkByHand(target);
    if (answer === 'unlink') return link(target, null, '');
    if (answer !== 'search') return link(target, answer.iri, answer.name);
    const words = await askForWords(names[0]);
    if (words === undefined) return;
    names = [words];
  }
}

/** What the reader does about a failure; null is nothing. */
type Instead = 'again' | 'by-hand' | null;

/** The candidates; null where the reader cancelled. What went wrong is told, with what can be done instead. */
async function lookUp(entity: Entity, names: readonly [string, ...string[]]): Promise<Found | Instead> {
  const endpoint = workspace.getConfiguration('apparatus').get<string>('authority.endpoint', '').trim();
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Looking up “{0}”', names[0]),
    cancellable: true,
  };
  try {
    return await window.withProgress(options, (progress, token) => {
      progress.report({ message: hostOf(endpoint || WIKIDATA_ENDPOINT) });
      return reconciler.find(endpoint || WIKIDATA_ENDPOINT, { names, type: entity.type }, toSignal(token));
    });
  } catch (error) {
    if (error instanceof Aborted) return null;
    if (!(error instanceof ReconciliationError)) throw error;
    return tellFailure(error);
  }
}

/** The message stays until it is answered: who is online again, or has waited, goes on from there. */
async function tellFailure({ reason }: ReconciliationError): Promise<Instead> {
  const [again, byHand, setting] = [l10n.t('Try Again'), l10n.t('Enter the IRI…'), l10n.t('Open the Setting')];
  const chosen = await window.showErrorMessage(sentence(reason), again, byHand, setting);
  if (chosen === setting)
    await commands.executeCommand('workbench.action.openSettings', 'apparatus.authority.endpoint');
  return chosen === again ? 'again' : chosen === byHand ? 'by-hand' : null;
}

function choose(entity: Entity, { service, candidates }: Found): Promise<Answer | undefined> {
  const title = l10n.t('“{0}” in {1}', entity.name, service.name);
  const more: Choice<Answer>[] = [
    { label: l10n.t('Search for other words…'), iconPath: new ThemeIcon('search'), alwaysShow: true, value: 'search' },
    { label: l10n.t('Enter the IRI…'), iconPath: new ThemeIcon('edit'), alwaysShow: true, value: 'by-hand' },
  ];
  if (entity.same.length > 0) {
    const detail = entity.same.join(', ');
    more.push({ label: l10n.t('Remove the link'), detail, iconPath: new ThemeIcon('trash'), value: 'unlink' });
  }
  const none = candidates.length === 0 ? l10n.t('Nothing was found') : l10n.t('None of these');
  // It comes when the service answers, and what the sources say may help to choose.
  const stays = true;
  return pick(
    title,
    [
      ...candidates.map((each) => candidateChoice(each, entity)),
      { label: none, kind: QuickPickItemKind.Separator },
      ...more,
    ],
    stays,
  );
}

function candidateChoice(candidate: Candidate, { same }: Entity): Choice<Answer> {
  const { name, id, description, types, score, match, iri } = candidate;
  const about = [description || types.join(', '), l10n.t('score {0}', Math.round(score))].filter(Boolean);
  return {
    label: name,
    description: [id, match ? l10n.t('the service is certain') : '', same.includes(iri) ? l10n.t('linked') : '']
      .filter(Boolean)
      .join(' · '),
    detail: about.join(' · '),
    iconPath: new ThemeIcon(match ? 'verified' : 'symbol-value'),
    value: candidate,
  };
}

const askForWords = (value: string): PromiseLike<string | undefined> =>
  window.showInputBox({
    title: l10n.t('Words to look up'),
    value,
    validateInput: (words) => (words.trim() === '' ? l10n.t('A name cannot be empty.') : null),
  });

async function linkByHand(target: Target): Promise<void> {
  const [entity] = target.entities;
  const iri = await window.showInputBox({
    title: l10n.t('IRI of “{0}” in an authority', entity.name),
    placeHolder: 'http://www.wikidata.org/entity/Q7259',
    validateInput: (value) =>
      /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value.trim())
        ? null
        : l10n.t('An IRI begins with https:// or the like.'),
  });
  if (iri !== undefined) await link(target, iri.trim(), iri.trim());
}

/** An entity has one IRI in each authority: a new one takes the place of the old. null takes all of them away. */
async function link({ session, entities: [entity] }: Target, iri: string | null, name: string): Promise<void> {
  const iris = iri === null ? [] : [...entity.same.filter((other) => spaceOf(other) !== spaceOf(iri)), iri];
  const label =
    iri === null
      ? { code: 'operation-unlink', args: [entity.name] }
      : { code: 'operation-link', args: [entity.name, iri] };
  await session.decide(label, (authority, newId) => {
    const id = entity.decided ?? newId();
    const subject = { ...entity, decided: id };
    return iris.reduce((soFar, each) => decideIri(soFar, subject, each, id), decideIri(authority, subject, null, id));
  });
  decided(
    iri === null
      ? l10n.t('“{0}” has no link any more', entity.name)
      : l10n.t('“{0}” is linked to {1}', entity.name, name),
  );
}

/** What the IRIs of one authority have in common. */
const spaceOf = (iri: string): string => iri.slice(0, Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')));

const hostOf = (endpoint: string): string => /^https?:\/\/([^/?#]+)/i.exec(endpoint)?.[1] ?? endpoint;
