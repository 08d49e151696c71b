import { commands, Disposable, l10n, languages, LanguageStatusSeverity, window, type LanguageStatusItem } from 'vscode';
import type { Problem, Session } from '../../session/index.ts';
import { COMMANDS } from '../commands/names.ts';
import { toKey, toUri } from '../convert.ts';
import { sourceSelector } from '../providers/providers.ts';
import type { Sessions } from '../sessions.ts';
import { dateBasis, fileName, sentence, sources, tallied } from '../texts/sentences.ts';
import { FindingCounts } from './findingCounts.ts';

/** Sources under way from which on it is worth a button to stop: fewer are read before it could be pressed. */
const LONG_READ = 20;
/** Messages at a time; a folder full of broken sidecars must not bury the editor. */
const MOST_MESSAGES = 3;

/**
 * The state of the active source beside its language, progress in the view, context keys for menus, and one message for
 * each new problem.
 */
export class StatusItems {
  readonly #sessions: Sessions;
  readonly #counts: FindingCounts;
  readonly #item: LanguageStatusItem;
  #encoding: LanguageStatusItem | undefined;
  readonly #told = new Set<string>();
  readonly #reading = new Set<Session>();
  readonly #subscription: Disposable;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#counts = new FindingCounts(sessions);
    this.#item = languages.createLanguageStatusItem('apparatus.status', sourceSelector());
    this.#item.name = l10n.t('Apparatus');
    this.#item.command = { command: COMMANDS.showStatus, title: l10n.t('Show what was read and why') };
    this.#subscription = Disposable.from(
      this.#item,
      this.#counts,
      this.#counts.onDidChange(() => this.#describeActive()),
      sessions.onDidChange(({ session }) => this.#update(session)),
      sessions.onDidChangeList(() => this.#update()),
      window.onDidChangeActiveTextEditor(() => this.#update()),
    );
    this.#update();
  }

  dispose(): void {
    this.#encoding?.dispose();
    this.#subscription.dispose();
  }

  #update(session?: Session): void {
    this.#describeActive();
    this.#describeEncoding();
    this.#setContext();
    if (!session) return;
    this.#showProgress(session);
    this.#tellOnce(session.status().problems);
  }

  #describeActive(): void {
    const uri = window.activeTextEditor?.document.uri;
    const session = uri && this.#sessions.of(uri);
    if (!session) return;
    const key = toKey(uri);
    const { progress, problems, files } = session.status();
    const reading = session.snapshot().corpus.source(key)?.reading;
    const here = problems.filter((problem) => problem.uri.startsWith(key));
    this.#item.busy = progress !== null;
    this.#item.severity = here.length > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    this.#item.text = reading
      ? [l10n.t('Source · {0}', sources(session.snapshot().corpus.uris().length)), tallied(this.#counts.of(session))]
          .filter(Boolean)
          .join(', ')
      : l10n.t('Not a source');
    const report = files.find((file) => file.uri === key);
    const date = reading?.sourceDate;
    this.#item.detail = here[0]
      ? sentence(here[0].message)
      : date
        ? `${date.value}, ${dateBasis(date.basis)}`
        : reading
          ? l10n.t('undated')
          : report
            ? sentence(report.reason)
            : '';
  }

  /** The editor takes what is neither marked nor valid for UTF-8 nevertheless, and shows U+FFFD for its accents. */
  #describeEncoding(): void {
    const document = window.activeTextEditor?.document;
    const session = document && this.#sessions.of(document.uri);
    const key = document && toKey(document.uri);
    const encoding = session?.status().files.find(({ uri }) => uri === key)?.encoding;
    if (encoding?.by !== 'fallback' || !document?.getText().includes('\ufffd')) {
      this.#encoding?.dispose();
      this.#encoding = undefined;
      return;
    }
    this.#encoding ??= languages.createLanguageStatusItem('apparatus.encoding', sourceSelector());
    this.#encoding.name = l10n.t('Apparatus: encoding');
    this.#encoding.severity = LanguageStatusSeverity.Warning;
    this.#encoding.text = l10n.t('Read as {0}', encoding.encoding);
    this.#encoding.detail = l10n.t('the editor takes it for UTF-8 and shows � for some letters');
    this.#encoding.command = { command: COMMANDS.reopenAsDecoded, title: l10n.t('Show it as {0}', encoding.encoding) };
  }

  #setContext(): void {
    const uri = window.activeTextEditor?.document.uri;
    const all = this.#sessions.all();
    const status = all.map((session) => session.status());
    const keys: Readonly<Record<string, boolean>> = {
      'apparatus.activeIsSource': uri !== undefined && this.#sessions.source(uri) !== undefined,
      'apparatus.hasSources': all.some((session) => session.snapshot().corpus.uris().length > 0),
      'apparatus.isReading': status.some(({ progress }) => progress !== null && progress.total > LONG_READ),
      'apparatus.isStopped': status.some(({ stopped }) => stopped > 0),
      'apparatus.canUndo': all.some((session) => session.undoable() !== null),
      'apparatus.canRedo': all.some((session) => session.redoable() !== null),
    };
    for (const [key, value] of Object.entries(keys)) {
      if (this.#context.get(key) === value) continue;
      this.#context.set(key, value);
      void commands.executeCommand('setContext', key, value);
    }
  }

  readonly #context = new Map<string, boolean>();

  /** A thin line above the sources while they are read. */
  #showProgress(session: Session): void {
    if (session.status().progress === null || this.#reading.has(session)) return;
    this.#reading.add(session);
    const options = { location: { viewId: 'apparatus.sources' } } as const;
    void window.withProgress(options, () => session.ready).then(() => this.#reading.delete(session));
  }

  /** A problem is told once, when it appears; it stays in the status until it is gone. Many at once are told as one. */
  #tellOnce(problems: readonly Problem[]): void {
    const found = problems.filter(({ uri, severity, message }) => {
      const key = JSON.stringify([uri, message]);
      if (this.#told.has(key) || severity === 'hint' || severity === 'information') return false;
      this.#told.add(key);
      return true;
    });
    if (found.length <= MOST_MESSAGES) for (const problem of found) tell(problem);
    else tellOfMany(found);
  }
}

function tell({ uri, severity, message }: Problem): void {
  const openFile = l10n.t('Open the File');
  const show = severity === 'error' ? window.showErrorMessage : window.showWarningMessage;
  void show(`${fileName(uri)}: ${sentence(message)}`, openFile).then((chosen) => {
    if (chosen === openFile) void commands.executeCommand('vscode.open', toUri(uri));
  });
}

function tellOfMany(problems: readonly Problem[]): void {
  const showAll = l10n.t('Show All');
  const files = new Set(problems.map(({ uri }) => uri)).size;
  const text = l10n.t('{0} files need attention: {1} and others.', files, fileName(problems[0]!.uri));
  void window.showWarningMessage(text, showAll).then((chosen) => {
    if (chosen === showAll) void commands.executeCommand(COMMANDS.showStatus);
  });
}
