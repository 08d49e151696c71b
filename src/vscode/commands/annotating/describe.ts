import { l10n, Uri, window } from 'vscode';
import { dayRange, isAbsoluteIri, parseEdtf, type FactName, type SourceFacts } from '../../../core/index.ts';
import { toUri } from '../../convert.ts';
import type { Sessions } from '../../sessions.ts';
import { fileName } from '../../texts/sentences.ts';
import { activeSource } from '../context.ts';
import { pick } from '../decisions/pick.ts';

const FACTS: readonly FactName[] = ['date', 'outlet', 'wire', 'url', 'author', 'reliability'];

/** Asks for the facts of a source one after the other, in any order, until the reader is done; or sets those that are given. */
export async function describeSource(sessions: Sessions, which?: unknown, given?: unknown): Promise<void> {
  const found = sourceOf(sessions, which);
  if (!found) return void window.showInformationMessage(l10n.t('Open a source first.'));
  const { session, key } = found;
  if (isFacts(given)) return session.setFacts(key, given);
  for (;;) {
    const fact = await pickFact(fileName(key), session.facts(key), readDate(sessions, key));
    const value = fact && (await askFact(fact, session.facts(key)[fact] ?? ''));
    if (fact === undefined) return;
    if (value !== undefined) await session.setFacts(key, { ...session.facts(key), [fact]: value.trim() });
  }
}

/** A file as a menu or a tree passes it, else the active source. */
export function sourceOf(
  sessions: Sessions,
  which: unknown,
): { session: ReturnType<Sessions['all']>[number]; key: string } | undefined {
  if (which instanceof Uri) return sessions.source(which);
  if (typeof which === 'object' && which !== null && 'uri' in which && typeof which.uri === 'string')
    return sessions.source(toUri(which.uri));
  return activeSource(sessions);
}

/** What was read off the text, where the reader has set nothing. */
const readDate = (sessions: Sessions, key: string): string =>
  sessions.of(toUri(key))?.snapshot().corpus.source(key)?.reading.sourceDate?.value ?? '';

function pickFact(title: string, facts: SourceFacts, read: string): Promise<FactName | undefined> {
  return pick(
    l10n.t('Describe {0}', title),
    FACTS.map((fact) => ({
      label: factName(fact),
      description: facts[fact] ?? (fact === 'date' && read !== '' ? l10n.t('{0}, read in the text', read) : ''),
      value: fact,
    })),
  );
}

const askFact = (fact: FactName, value: string): Thenable<string | undefined> =>
  window.showInputBox({
    title: factName(fact),
    prompt: hint(fact),
    value,
    validateInput: (text) => complaint(fact, text.trim()),
  });

/** Why a fact cannot be taken; null where it can. */
export function complaint(fact: FactName, text: string): string | null {
  if (text === '') return null;
  if (fact === 'date') {
    const edtf = parseEdtf(text);
    return edtf && dayRange(edtf)
      ? null
      : l10n.t('A date as in 2026-03-07, 2026-03, 2026-03-07~ or 2026-03-01/2026-03-07');
  }
  return fact === 'url' && !isAbsoluteIri(text) ? l10n.t('A whole address, as in https://example.org/report') : null;
}

function factName(fact: FactName): string {
  switch (fact) {
    case 'date':
      return l10n.t('Date');
    case 'outlet':
      return l10n.t('Outlet');
    case 'wire':
      return l10n.t('Wire or agency');
    case 'url':
      return l10n.t('Address');
    case 'author':
      return l10n.t('Author');
    case 'reliability':
      return l10n.t('Reliability');
  }
}

function hint(fact: FactName): string {
  switch (fact) {
    case 'date':
      return l10n.t('When it was published, in EDTF. Dates such as “last Friday” are reckoned from it at once.');
    case 'outlet':
      return l10n.t('Who published it');
    case 'wire':
      return l10n.t('Whose copy it carries');
    case 'url':
      return l10n.t('Where it was published');
    case 'author':
      return l10n.t('Family name, given name; several with a semicolon between them');
    case 'reliability':
      return l10n.t('In your own words, or by a scale of yours');
  }
}

const isFacts = (given: unknown): given is SourceFacts =>
  typeof given === 'object' &&
  given !== null &&
  !Array.isArray(given) &&
  Object.entries(given).every(
    ([name, value]) =>
      FACTS.includes(name as FactName) && typeof value === 'string' && complaint(name as FactName, value) === null,
  );
