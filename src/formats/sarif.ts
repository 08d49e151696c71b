/** Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020), for code scanning and other viewers. */
import {
  formatMessage,
  LineIndex,
  RULES,
  TITLES,
  type Finding,
  type LineColumn,
  type Place,
  type Severity,
  type Uri,
} from '../core/index.ts';

/** Something wrong with a file that is kept beside the sources. */
export interface FileProblem {
  readonly uri: Uri;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly position?: LineColumn;
}

export interface SarifInput {
  readonly findings: readonly Finding[];
  readonly problems?: readonly FileProblem[];
  /** Relative to where the run began, with slashes. */
  path(uri: Uri): string;
  text(uri: Uri): string;
  /** Of the program. */
  readonly version: string;
}

/** Section 3.27.10; hints and information are both "note". */
const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** As text, with a final line feed. Equal input gives equal bytes. */
export function sarif(input: SarifInput): string {
  const { problems = [] } = input;
  const codes = [...new Set([...RULES, ...input.findings, ...problems].map(({ code }) => code))].sort();
  const lines = new Map<Uri, LineIndex>();
  const region = ({ uri, start, end }: Place): object => {
    let index = lines.get(uri);
    if (!index) lines.set(uri, (index = new LineIndex(input.text(uri))));
    const [from, to] = [index.at(start), index.at(end)];
    return {
      // Sections 3.30.5 to 3.30.8: from 1, the end column is exclusive.
      startLine: from.line + 1,
      startColumn: from.column + 1,
      endLine: to.line + 1,
      endColumn: to.column + 1,
      snippet: { text: input.text(uri).slice(start, end) },
    };
  };
  const physical = (place: Place): object => ({
    artifactLocation: { uri: encodePath(input.path(place.uri)) },
    region: region(place),
  });
  const unique = numbering();
  const results = input.findings.map(({ code, severity, message, sides, confidence, fingerprint }) => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: formatMessage(message) },
    locations: [{ physicalLocation: physical(sides[0]) }],
    relatedLocations: sides.slice(1).map((side, id) => ({
      id,
      physicalLocation: physical(side),
      message: { text: formatMessage(side.label) },
    })),
    // Section 3.27.25: from 0 to 100
    rank: Math.round(100 * confidence),
    partialFingerprints: { 'apparatus/v1': unique(fingerprint) },
  }));
  const ofFiles = problems.map(({ uri, severity, code, message, position }) => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodePath(input.path(uri)) },
          ...(position && { region: { startLine: position.line + 1, startColumn: position.column + 1 } }),
        },
      },
    ],
  }));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Apparatus', version: input.version, rules: codes.map(rule) } },
        columnKind: 'utf16CodeUnits',
        results: [...results, ...ofFiles],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Viewers take results of one fingerprint for one: the second of two findings alike, in files of one name, gets a number. */
function numbering(): (fingerprint: string) => string {
  const counts = new Map<string, number>();
  return (fingerprint) => {
    const count = (counts.get(fingerprint) ?? 0) + 1;
    counts.set(fingerprint, count);
    return count === 1 ? fingerprint : `${fingerprint}:${count}`;
  };
}

function rule(code: string): object {
  const severity = RULES.find((each) => each.code === code)?.severity;
  if (severity === undefined) return { id: code, shortDescription: { text: asWords(code) } };
  return {
    id: code,
    shortDescription: { text: TITLES[code] },
    // A `helpUri` has to be absolute (section 3.49.12), and the pages come with the program.
    help: { text: `The page of this rule comes with Apparatus: docs/findings/${code}.md` },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

/** What is wrong with a file beside the sources has no page; its code says what it is. */
const asWords = (code: string): string => `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`;

/** A relative reference (RFC 3986): a colon in the first name would read as a scheme. */
const encodePath = (path: string): string => {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return /^[^/]*:/.test(encoded) ? `./${encoded}` : encoded;
};
