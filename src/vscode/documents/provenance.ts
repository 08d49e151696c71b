import { l10n } from 'vscode';
import {
  provenance,
  type CarriedBy,
  type Carrier,
  type Cited,
  type Origin,
  type Provenance,
  type Snapshot,
} from '../../core/index.ts';
import { dateBasis, fileName, origins as countOfOrigins, sources } from '../texts/sentences.ts';
import type { Statement } from './address.ts';
import { PageWriter, type Page } from './page.ts';
import { writePlace } from './places.ts';

/** Which sources carry a statement, of how many origins, and who is cited in each; a page that says so when it is gone. */
export function provenancePage(snapshot: Snapshot, statement: Statement): Page {
  const page = new PageWriter().heading(1, l10n.t('Where does this come from?'));
  const start = find(snapshot, statement);
  const found = start === null ? null : provenance(snapshot, statement.source, start);
  page.markdown('> ').words(statement.words).line().block();
  if (!found) {
    const gone = l10n.t('These words do not stand in the source any more. Close this tab, and ask again from there.');
    return page.words(gone).page();
  }
  writeSummary(page, found);
  for (const [index, origin] of found.origins.entries()) {
    page.heading(2, originTitle(index + 1, origin, found.carriers));
    for (const carrier of found.carriers) {
      if (origin.sources.includes(carrier.excerpt.place.uri)) writeCarrier(page, snapshot, carrier);
    }
  }
  return page.page();
}

/** Where the statement's sentence begins now: where it was, else where its words stand. null where they stand nowhere. */
function find(snapshot: Snapshot, { source, start, words }: Statement): number | null {
  const text = snapshot.source(source)?.reading.text;
  if (text === undefined) return null;
  if (text.startsWith(words, start)) return start;
  const at = text.indexOf(words);
  return at === -1 ? null : at;
}

function writeSummary(page: PageWriter, { carriers, origins, earliest }: Provenance): void {
  const counts = `${sources(carriers.length)}, ${countOfOrigins(origins.length)}`;
  page.markdown('**').words(counts).markdown('**');
  if (carriers.length === 1)
    page.words(` · ${l10n.t('No other source of this folder tells it, as far as words can show.')}`);
  else if (origins.length === 1)
    page.words(` · ${l10n.t('These sources share prose: they are one witness, not several.')}`);
  if (earliest) page.words(` · ${l10n.t('Earliest here: {0} ({1})', fileName(earliest.uri), earliest.date)}`);
  page.line();
}

/** Sources that share prose, and what they suggest about where it comes from. */
function originTitle(number: number, { sources: uris, suggested }: Origin, carriers: readonly Carrier[]): string {
  const title = `${l10n.t('Origin {0}', number)} · ${sources(uris.length)}`;
  const credits = carriers.flatMap((each) => (uris.includes(each.excerpt.place.uri) ? each.credits : []));
  if (credits.length > 0) return `${title} · ${l10n.t('credited to {0}', [...new Set(credits)].join(', '))}`;
  return suggested?.by === 'date'
    ? `${title} · ${l10n.t('perhaps from {0}, the earliest', fileName(suggested.uri))}`
    : title;
}

function writeCarrier(page: PageWriter, snapshot: Snapshot, { excerpt, by, date, cited, credits }: Carrier): void {
  const day = date ? `${date.value} (${dateBasis(date.basis)})` : l10n.t('undated');
  const credited = credits.length === 0 ? [] : [l10n.t('credits {0}', credits.join(', '))];
  writePlace(page.markdown('- '), snapshot, excerpt.place);
  page.words(` · ${[day, manner(by), ...credited].join(' · ')}`).line();
  page.markdown('  > ').words(excerpt.text).line().line();
  for (const each of cited) page.markdown('  - ').words(citation(each)).line();
  if (cited.length === 0) page.markdown('  - ').words(l10n.t('Nobody is cited for it here')).line();
}

function manner(by: CarriedBy): string {
  switch (by) {
    case 'here':
      return l10n.t('asked from here');
    case 'copy':
      return l10n.t('in the same words');
    case 'quotation':
      return l10n.t('quoted');
    case 'unmarked':
      return l10n.t('without quotation marks');
    case 'retold':
      return l10n.t('in other words');
    case 'figure':
      return l10n.t('counts the same');
  }
}

/** "Cited: Okafor (Hannah Okafor, minister)", "Unnamed: two officials (2 people)". */
function citation({ words, name, role, anonymous, count }: Cited): string {
  if (!anonymous) {
    const known = [name, role].filter((each) => each !== null).join(', ');
    return known === '' ? l10n.t('Cited: {0}', words) : l10n.t('Cited: {0} ({1})', words, known);
  }
  if (count === null) return l10n.t('Unnamed: {0}', words);
  return count === 1 ? l10n.t('Unnamed: {0} (one person)', words) : l10n.t('Unnamed: {0} ({1} people)', words, count);
}
