import { l10n } from 'vscode';
import { provenance, type Carrier, type Provenance, type Snapshot } from '../../core/index.ts';
import { dateBasis, origins as countOfOrigins, sources } from '../texts/sentences.ts';
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
  for (const [index, group] of found.origins.entries()) {
    const carriers = found.carriers.filter(({ excerpt }) => group.includes(excerpt.place.uri));
    page.heading(2, originTitle(index + 1, carriers));
    for (const carrier of carriers) writeCarrier(page, snapshot, carrier);
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

function writeSummary(page: PageWriter, { carriers, origins }: Provenance): void {
  const counts = `${sources(carriers.length)}, ${countOfOrigins(origins.length)}`;
  page.markdown('**').words(counts).markdown('**');
  if (carriers.length === 1) page.words(` · ${l10n.t('No other source of this folder has it in these words.')}`);
  else if (origins.length === 1)
    page.words(` · ${l10n.t('These sources share prose: they are one witness, not several.')}`);
  page.line();
}

/** Sources that share prose, and the wire that one of them credits, where it does. */
function originTitle(number: number, carriers: readonly Carrier[]): string {
  const credits = [...new Set(carriers.flatMap((carrier) => carrier.credits))];
  const title = `${l10n.t('Origin {0}', number)} · ${sources(carriers.length)}`;
  return credits.length === 0 ? title : `${title} · ${l10n.t('credited to {0}', credits.join(', '))}`;
}

function writeCarrier(page: PageWriter, snapshot: Snapshot, { excerpt, date, cited, credits }: Carrier): void {
  writePlace(page.markdown('- '), snapshot, excerpt.place);
  page.words(` · ${date ? `${date.value} (${dateBasis(date.basis)})` : l10n.t('undated')}`).line();
  page.markdown('  - ').words(`“${excerpt.text}”`).line();
  const citing = cited.length === 0 ? l10n.t('Nobody is cited for it here') : l10n.t('Cited: {0}', cited.join(', '));
  page.markdown('  - ').words(citing).line();
  if (credits.length > 0)
    page
      .markdown('  - ')
      .words(l10n.t('Credits: {0}', credits.join(', ')))
      .line();
}
