import { l10n, Uri } from 'vscode';
import { hashHex, type Comparison, type ComparisonSide, type Snapshot, type Span } from '../../core/index.ts';
import type { Session } from '../../session/index.ts';
import { linesOfReading } from '../convert.ts';
import { fileName } from '../texts/sentences.ts';
import { PASSAGE_SCHEME } from './address.ts';

/** Both sides of a comparison as documents, and a title that names their sources; undefined when a source is gone. */
export function comparisonUris(
  { folder }: Pick<Session, 'folder'>,
  corpus: Snapshot,
  { left, right }: Comparison,
): { readonly left: Uri; readonly right: Uri; readonly title: string } | undefined {
  const [leftUri, rightUri] = [passageUri(folder, corpus, left), passageUri(folder, corpus, right)];
  if (!leftUri || !rightUri) return undefined;
  const names = [placeName(corpus, left), placeName(corpus, right)] as const;
  const count = left.spans.length;
  const title = count === 1 ? l10n.t('{0} ↔ {1}', ...names) : l10n.t('{0} ↔ {1} ({2} passages)', ...names, count);
  return { left: leftUri, right: rightUri, title };
}

/** What stands at an address, words as in the source, one passage under the other. */
export function passageText(uri: Uri, corpusOf: (folder: string) => Snapshot | undefined): string {
  const address = parse(uri);
  const text = address && corpusOf(address.folder)?.source(address.source)?.reading.text;
  if (!address || text === undefined) return l10n.t('The source of this passage is not open any more.');
  // Other words at the old places would be worse than none.
  if (hashHex(text) !== address.hash) return l10n.t('The source has changed since. Close this tab, and compare again.');
  return `${address.spans.map(({ start, end }) => text.slice(start, end)).join('\n\n')}\n`;
}

/** The path is what tabs and tooltips show; the rest is in the query. */
function passageUri(folder: string, corpus: Snapshot, { uri, spans }: ComparisonSide): Uri | undefined {
  const text = corpus.source(uri)?.reading.text;
  if (text === undefined) return undefined;
  const query = JSON.stringify([folder, uri, hashHex(text), spans.flatMap(({ start, end }) => [start, end])]);
  return Uri.from({ scheme: PASSAGE_SCHEME, path: `/${fileName(uri)}`, query });
}

interface Address {
  readonly folder: string;
  readonly source: string;
  /** Of the text that the spans are of. */
  readonly hash: string;
  readonly spans: readonly Span[];
}

function parse(uri: Uri): Address | undefined {
  try {
    const [folder, source, hash, ends] = JSON.parse(uri.query) as [string, string, string, number[]];
    const spans = ends.flatMap((start, at) => (at % 2 === 0 ? [{ start, end: ends[at + 1]! }] : []));
    return { folder, source, hash, spans };
  } catch {
    return undefined;
  }
}

/** "letters.txt:12" for one passage, the name alone for several. */
function placeName(corpus: Snapshot, { uri, spans: [first, ...others] }: ComparisonSide): string {
  const reading = corpus.source(uri)?.reading;
  if (!reading || !first || others.length > 0) return fileName(uri);
  return `${fileName(uri)}:${linesOfReading(reading).at(first.start).line + 1}`;
}
