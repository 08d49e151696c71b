import { Diagnostic, Disposable, languages, Range, type DiagnosticCollection } from 'vscode';
import type { Problem } from '../../session/index.ts';
import { toPosition, toSeverity, toUri } from '../convert.ts';
import type { Sessions } from '../sessions.ts';
import { sentence } from '../texts/sentences.ts';

/** What is wrong with sidecars and the like, as diagnostics in those files: there until it is mended, unlike a message. */
export class Problems {
  readonly #collection: DiagnosticCollection = languages.createDiagnosticCollection('apparatus-files');
  readonly #subscription: Disposable;

  constructor(sessions: Sessions) {
    const publish = (): void => this.#publish(sessions.all().flatMap((session) => session.status().problems));
    this.#subscription = Disposable.from(
      sessions.onDidChange(({ change }) => {
        if (change.status) publish();
      }),
      sessions.onDidChangeList(publish),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#collection.dispose();
  }

  #publish(problems: readonly Problem[]): void {
    this.#collection.clear();
    const byFile = new Map<string, Diagnostic[]>();
    for (const problem of problems)
      byFile.set(problem.uri, [...(byFile.get(problem.uri) ?? []), toDiagnostic(problem)]);
    for (const [uri, diagnostics] of byFile) this.#collection.set(toUri(uri), diagnostics);
  }
}

function toDiagnostic({ message, severity, position }: Problem): Diagnostic {
  const place = toPosition(position ?? { line: 0, column: 0 });
  const diagnostic = new Diagnostic(new Range(place, place), sentence(message), toSeverity(severity));
  diagnostic.source = 'apparatus';
  diagnostic.code = message.code;
  return diagnostic;
}
