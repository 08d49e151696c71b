/**
 * The authority file of a folder: decisions about entities, kept with the same care as notes. What somebody else wrote in the
 * meantime is joined; of two decisions that clash mine holds, and undo gives theirs.
 */
import {
  AUTHORITY_VERSION,
  emptyAuthority,
  mergeAuthorities,
  readAuthority,
  RULES,
  unmentioned,
  writeAuthority,
  type Authority,
  type AuthorityProblem,
  type Message,
  type ParsedAuthority,
  type Severity,
  type Snapshot,
  type Uri,
} from '../core/index.ts';
import { sameData } from './equal.ts';
import { isBlank, isFailure, KeptFile, type Disk, type KeptFilePorts } from './keptFile.ts';
import type { AuthorityChange } from './journalEntry.ts';
import { RETRY_DELAY, type Ports } from './ports.ts';
import { SaveTimer } from './saveTimer.ts';
import type { Problem } from './types.ts';
import { authorityOf, type WritableUri } from './writable.ts';

/** Codes for which a folder may set the severity. */
const CODES: ReadonlySet<string> = new Set(RULES.map(({ code }) => code));

type AuthorityPorts = KeptFilePorts & Pick<Ports, 'settings'>;

export class AuthorityFile {
  readonly uri: WritableUri;
  readonly #ports: AuthorityPorts;
  readonly #file: KeptFile;
  #theirs: Authority = emptyAuthority;
  #mine: Authority = emptyAuthority;
  #blocked = false;
  /** Format version of the file; the present one where it does not say, or where there is none. */
  #version = AUTHORITY_VERSION;
  /** Whether the journal knows of something that it has no confirmation for. */
  #unconfirmed = false;
  /** The file as it was last seen, for places in it. */
  #text = '';
  #unmentioned: { corpus: Snapshot; text: string; problems: readonly Problem[] } | null = null;
  #readProblems: readonly Problem[] = [];
  #writeProblem: Problem | null = null;
  #tasks: Promise<void> = Promise.resolve();
  readonly #saveTimer: SaveTimer;
  #closed = false;
  readonly #changed: () => void;

  /** `changed` is called after each change of decisions or problems, but for those of `load`. */
  constructor(folder: Uri, ports: AuthorityPorts, changed: () => void) {
    this.uri = authorityOf(folder);
    this.#ports = ports;
    this.#changed = changed;
    this.#file = new KeptFile(this.uri, 'authority', this.uri, ports);
    this.#saveTimer = new SaveTimer(ports.clock, () => void this.save());
  }

  /** Disk and unsaved decisions together. */
  get current(): Authority {
    return this.#mine;
  }

  get dirty(): boolean {
    return this.#unconfirmed || !sameData(this.#mine, this.#theirs);
  }

  /** What is wrong with the file; with a snapshot of all sources, also which of its entities none of them mentions. */
  problems(corpus: Snapshot | null): readonly Problem[] {
    const written = this.#writeProblem ? [this.#writeProblem] : [];
    return [...this.#readProblems, ...written, ...(corpus ? this.#unmentionedIn(corpus) : [])];
  }

  #unmentionedIn(corpus: Snapshot): readonly Problem[] {
    const last = this.#unmentioned;
    if (last?.corpus === corpus && last.text === this.#text) return last.problems;
    const problems = this.#placed(unmentioned(this.#text, this.#theirs, corpus));
    this.#unmentioned = { corpus, text: this.#text, problems };
    return problems;
  }

  /** First reading: joins what the journal kept. Never rejects. */
  load(): Promise<void> {
    return this.#guarded(async () => {
      const { journal } = this.#ports;
      const pending = journal.unsavedAuthority(this.uri);
      this.#unconfirmed = pending.length > 0 || journal.unfinishedWrite(this.uri) !== null;
      if (pending[0]) this.#theirs = asRead(pending[0].before);
      // One after the other, unless two windows have decided side by side.
      this.#mine = pending.reduce(
        (mine, { before, after }) => mergeAuthorities(asRead(before), asRead(after), mine).authority,
        this.#theirs,
      );
      await this.#look(await this.#file.read());
      if (this.dirty) this.#scheduleSave();
    });
  }

  /** Reads the file again after it was changed outside. */
  async reload(): Promise<void> {
    await this.#guarded(async () => this.#look(await this.#file.read()));
    if (this.dirty) this.#scheduleSave();
    this.#changed();
  }

  /** Takes a change that the journal has. */
  apply({ after }: AuthorityChange): void {
    this.#unconfirmed = true;
    this.#mine = asRead(after);
    this.#scheduleSave();
    this.#changed();
  }

  /** Never rejects: what goes wrong is in `problems`, and the journal keeps the decisions. */
  async save(): Promise<void> {
    this.#saveTimer.clear();
    if (!this.dirty) return;
    await this.#guarded(() => this.#saveNow());
    // What came while we wrote has its own time.
    if (this.dirty && !this.#saveTimer.isSet) this.#scheduleSave(RETRY_DELAY);
    this.#changed();
  }

  close(): void {
    this.#closed = true;
    this.#saveTimer.clear();
  }

  #scheduleSave(delay = this.#ports.settings.current().saveDelay): void {
    if (!this.#closed) this.#saveTimer.set(delay);
  }

  async #saveNow(): Promise<void> {
    const disk = await this.#file.read();
    await this.#look(disk);
    if (this.#blocked || isFailure(disk)) return;
    const [mine, upTo] = [this.#mine, this.#ports.journal.last];
    this.#unconfirmed = false;
    try {
      if (!sameData(mine, this.#theirs) || this.#file.isCutShort) {
        if (disk !== null && this.#version < AUTHORITY_VERSION) await this.#file.backUp(disk, this.#version);
        const text = isEmpty(mine) ? null : writeAuthority(mine);
        await this.#file.write(text, disk);
        [this.#text, this.#version] = [text ?? '', AUTHORITY_VERSION];
        // What was wrong may stand on another line now, or be gone.
        const unplaced = this.#readProblems.filter(({ position }) => position === undefined);
        this.#readProblems = [...unplaced, ...this.#placed(readAuthority(this.#text, CODES).problems)];
      }
    } catch (error) {
      this.#unconfirmed = true;
      this.#writeProblem = { uri: this.uri, ...this.#file.failure(error, 1) };
      return;
    }
    this.#writeProblem = null;
    this.#theirs = mine;
    await this.#file.confirm(upTo);
  }

  async #look(disk: Disk): Promise<void> {
    if (isFailure(disk)) return this.#block(disk);
    if (!(await this.#file.isNews(disk))) return;
    if (isBlank(disk)) {
      [this.#blocked, this.#readProblems, this.#text, this.#version] = [false, [], '', AUTHORITY_VERSION];
      return this.#rebase(emptyAuthority);
    }
    const text = this.#file.text(disk);
    if (typeof text !== 'string') return this.#block(text);
    this.#text = text;
    const parsed = readAuthority(text, CODES);
    this.#blocked = !parsed.writable;
    this.#version = parsed.version ?? AUTHORITY_VERSION;
    this.#readProblems = this.#placed(parsed.problems);
    // A file that broke while we knew it whole: what we know is more than what can be read of it.
    if (!isBroken(parsed) || isEmpty(this.#theirs)) await this.#rebase(parsed.authority);
  }

  async #rebase(theirs: Authority): Promise<void> {
    const { authority, conflicts } = mergeAuthorities(this.#theirs, this.#mine, theirs);
    this.#theirs = theirs;
    this.#mine = authority;
    if (conflicts.length === 0) return;
    const label: Message = { code: 'operation-authority-merged', args: [conflicts.length] };
    this.#readProblems = [
      ...this.#readProblems,
      this.#problem('warning', { code: 'authority-conflict', args: [conflicts.length] }),
    ];
    this.#unconfirmed = true;
    const change: AuthorityChange = { uri: this.uri, before: theirs, after: authority };
    await this.#ports.journal.append({ kind: 'operation', label, changes: [], authority: change }).catch(() => {});
  }

  #block(message: Message): void {
    this.#blocked = true;
    this.#file.forget();
    this.#readProblems = [this.#problem('error', message)];
  }

  #placed(problems: readonly AuthorityProblem[]): Problem[] {
    return problems.map(({ code, args, severity, position }) => ({
      ...this.#problem(severity, { code, args }),
      position,
    }));
  }

  #problem(severity: Severity, message: Message): Problem {
    return { uri: this.uri, severity, message };
  }

  /** One thing at a time. A fault of ours, or a journal that holds nonsense, closes this file and no other. */
  #guarded(task: () => Promise<void>): Promise<void> {
    const done = this.#tasks.then(task).catch((error: unknown) => this.#block(this.#file.unreadable(error)));
    this.#tasks = done;
    return done;
  }
}

/** As the file would give it back, down to the order of keys: merging compares by it. */
export const asRead = (authority: Authority): Authority => readAuthority(writeAuthority(authority)).authority;

const isEmpty = (authority: Authority): boolean => sameData(authority, emptyAuthority);

const isBroken = ({ problems }: ParsedAuthority): boolean =>
  problems.some(
    ({ code }) => code === 'authority-not-json' || code === 'authority-too-deep' || code === 'authority-not-an-object',
  );
