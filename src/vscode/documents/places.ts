import { l10n, type Uri } from 'vscode';
import type { Place, Snapshot } from '../../core/index.ts';
import { linesOfReading, toUri } from '../convert.ts';
import { fileName } from '../texts/sentences.ts';
import type { PageWriter } from './page.ts';

/** Writes "letters.txt:12" as a link that selects the place. */
export const writePlace = (page: PageWriter, snapshot: Snapshot, place: Place): PageWriter =>
  page.link(`${fileName(place.uri)}:${lineOf(snapshot, place)}`, target(snapshot, place), l10n.t('Go to this place'));

/** Counted from 1, as the editor shows it. */
export function lineOf(snapshot: Snapshot, { uri, start }: Place): number {
  const reading = snapshot.source(uri)?.reading;
  return reading ? linesOfReading(reading).at(start).line + 1 : 1;
}

/** The source's URI with a selection in its fragment, as VS Code's opener reads it. */
export function target(snapshot: Snapshot, place: Place): Uri {
  const reading = snapshot.source(place.uri)?.reading;
  if (!reading) return toUri(place.uri);
  const [start, end] = [linesOfReading(reading).at(place.start), linesOfReading(reading).at(place.end)];
  const fragment = `L${start.line + 1},${start.column + 1}-L${end.line + 1},${end.column + 1}`;
  return toUri(place.uri).with({ fragment });
}
