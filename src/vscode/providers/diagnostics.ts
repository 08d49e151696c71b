import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  Disposable,
  languages,
  type DiagnosticCollection,
  type Location,
} from 'vscode';
import { sureness, type Finding, type Side, type Snapshot, type Span, type Uri } from '../../core/index.ts';
import type { Session, SessionChange } from '../../session/index.ts';
import { linesOfReading, toLocation, toRange, toSeverity, toUri } from '../convert.ts';
import { findingDocUri } from '../documents/address.ts';
import type { Sessions } from '../sessions.ts';
import { sentence } from '../texts/sentences.ts';

/** Text that is no part of the author's prose is shown faded, as unused code is. */
const FADED: ReadonlySet<string> = new Set(['aside-in-body']);

/** Findings of all sources as diagnostics, each at every one of its sides. */
export class Diagnostics {
  readonly #collection: DiagnosticCollection = languages.createDiagnosticCollection('apparatus');
  readonly #sessions: Sessions;
  /** Sources that something is shown for. */
  readonly #shown = new Map<Session, Set<Uri>>();
  readonly #subscription: Disposable;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#subscription = Disposable.from(
      sessions.onDidChange(({ session, change }) => this.#publish(session, change)),
      sessions.onDidChangeList(() => this.#forgetClosed()),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#collection.dispose();
  }

  /** Only what has changed: an edit costs the same in a folder of any size. */
  #publish(session: Session, { findings: changed, sources }: SessionChange): void {
    const { corpus } = session.snapshot();
    const shown = this.#shown.get(session) ?? new Set();
    this.#shown.set(session, shown);
    for (const uri of changed) {
      const found = session.knownFindings(uri).flatMap((each) => diagnosticsIn(corpus, uri, each));
      this.#collection.set(toUri(uri), found);
      shown.add(uri);
    }
    for (const uri of sources) if (!corpus.source(uri) && shown.delete(uri)) this.#collection.delete(toUri(uri));
  }

  #forgetClosed(): void {
    const open = new Set(this.#sessions.all());
    for (const [session, shown] of this.#shown) {
      if (open.has(session)) continue;
      for (const uri of shown) this.#collection.delete(toUri(uri));
      this.#shown.delete(session);
    }
  }
}

const findings = new WeakMap<Diagnostic, Finding>();

/** The finding that a diagnostic shows; undefined for those of others. */
export const findingOf = (diagnostic: Diagnostic): Finding | undefined => findings.get(diagnostic);

/**
 * A finding in one of its sources: in full at its first place there, as a hint at the others, so that the list of problems
 * has it once for each source.
 */
function diagnosticsIn(corpus: Snapshot, uri: Uri, finding: Finding): Diagnostic[] {
  const reading = corpus.source(uri)?.reading;
  if (!reading) return [];
  return finding.sides
    .filter((side) => side.uri === uri)
    .map((side, index) => {
      const range = toRange(linesOfReading(reading), FADED.has(finding.code) ? side : head(reading.text, side));
      const severity = index === 0 ? toSeverity(finding.severity) : DiagnosticSeverity.Hint;
      const diagnostic = new Diagnostic(range, messageAt(finding, side), severity);
      findings.set(diagnostic, finding);
      diagnostic.source = 'apparatus';
      diagnostic.code = { value: finding.code, target: findingDocUri(finding.code) };
      diagnostic.relatedInformation = finding.sides
        .filter((other) => other !== side)
        .flatMap((other) => related(corpus, other));
      if (FADED.has(finding.code)) diagnostic.tags = [DiagnosticTag.Unnecessary];
      return diagnostic;
    });
}

/** Code units that are underlined at most: under a whole passage the line would be in the way of reading it. */
const UNDERLINED = 60;

/** The first words of a long span. */
function head(text: string, { start, end }: Span): Span {
  if (end - start <= UNDERLINED) return { start, end };
  const blank = text.lastIndexOf(' ', start + UNDERLINED);
  return { start, end: blank > start ? blank : start + UNDERLINED };
}

/** A message speaks from its first side; at another it says which that is. How sure it is stands behind it. */
function messageAt(finding: Finding, side: Side): string {
  const sure = sentence(sureness(finding));
  const aside = side === finding.sides[0] ? sure : `${sentence(side.label)}; ${sure}`;
  return `${sentence(finding.message)} (${aside})`;
}

function related(corpus: Snapshot, side: Side): DiagnosticRelatedInformation[] {
  const location: Location | undefined = toLocation(corpus, side);
  return location ? [new DiagnosticRelatedInformation(location, sentence(side.label))] : [];
}
