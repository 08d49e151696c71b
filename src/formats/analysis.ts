/**
 * `apparatus analyze --format json`: everything that was read and found, for scripts. The keys are a public contract (README,
 * "Output for scripts"): more may be added, these keep their meaning. Offsets count UTF-16 code units, ends are exclusive.
 */
import {
  formatMessage,
  origins,
  passagesOf,
  type Finding,
  type Place,
  type Reading,
  type Snapshot,
  type SourceState,
  type Span,
  type Uri,
} from '../core/index.ts';

export interface AnalysisInput {
  readonly snapshot: Snapshot;
  readonly findings: readonly Finding[];
  /** How a source is named in the output. */
  path(uri: Uri): string;
  /** SHA-256 of the file's bytes, in lower-case hexadecimal. */
  sha256(uri: Uri): string;
}

/** As text, indented by one blank, with a final line feed. Equal input gives equal bytes. */
export const analysisJson = (input: AnalysisInput): string => `${JSON.stringify(analysis(input), null, 1)}\n`;

export function analysis(input: AnalysisInput): object {
  const { snapshot, findings } = input;
  const sources = snapshot.uris().map((uri) => snapshot.source(uri)!);
  return {
    version: 1,
    sources: sources.map((source) => sourceOutput(source, input)),
    entities: snapshot.entities().map(({ id, type, name, aliases, same }) => ({ id, type, name, aliases, same })),
    origins: origins(snapshot, snapshot.uris()).map((group) => group.map(input.path)),
    reuse: sources.flatMap(({ uri }) => reuseOutput(uri, input)),
    findings: findings.map((finding) => findingOutput(finding, input)),
  };
}

/** A finding as both `analyze` and `check` print it. */
export function findingOutput(finding: Finding, { path }: Pick<AnalysisInput, 'path'>): object {
  const [first, ...related] = finding.sides;
  const place = ({ uri, start, end }: Place): object => ({ path: path(uri), start, end });
  return {
    code: finding.code,
    severity: finding.severity,
    ...place(first),
    message: formatMessage(finding.message),
    fingerprint: finding.fingerprint,
    confidence: finding.confidence,
    related: related.map((side) => ({ ...place(side), message: formatMessage(side.label) })),
  };
}

function sourceOutput({ uri, reading, entityOf }: SourceState, { path, sha256 }: AnalysisInput): object {
  return {
    path: path(uri),
    sha256: sha256(uri),
    language: reading.language.tag,
    date: dateOutput(reading),
    mentions: reading.mentions.map((mention, index) => ({
      ...span(mention),
      type: mention.type,
      entity: entityOf[index] ?? null,
    })),
    dates: reading.dates.map((date) => ({
      ...span(date),
      kind: date.kind,
      value: date.resolved ? date.value : null,
      rule: date.rule,
    })),
    quantities: reading.figures.map((figure) => ({ ...span(figure), value: figure.value, unit: figure.unit })),
    quotes: reading.quotations.map((quotation) => ({
      ...span(quotation),
      kind: quotation.kind,
      speaker: quotation.speaker?.mention == null ? null : (entityOf[quotation.speaker.mention] ?? null),
    })),
    asides: reading.asides.map((aside) => ({ ...span(aside), kind: aside.kind })),
  };
}

/** A date that the reader has set stands nowhere in the text: its span is empty, at the start. */
function dateOutput({ sourceDate }: Reading): object | null {
  if (!sourceDate) return null;
  const { value, basis, evidence } = sourceDate;
  return { value, basis, ...span(evidence[0] ?? { start: 0, end: 0 }) };
}

/** Each passage once, from the source that comes first. */
function reuseOutput(uri: Uri, { snapshot, path }: AnalysisInput): object[] {
  return passagesOf(snapshot, uri)
    .filter((shared) => uri < shared.uri)
    .flatMap((shared) =>
      shared.passages.map(({ a, b, similarity }) => ({
        a: { path: path(uri), ...span(a) },
        b: { path: path(shared.uri), ...span(b) },
        similarity: Math.round(similarity * 1000) / 1000,
      })),
    );
}

const span = ({ start, end }: Span): Span => ({ start, end });
