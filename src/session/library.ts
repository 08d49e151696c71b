/** The folder's files: which are sources and why, their decoded texts, and the editor buffers that are open over them. */
import { applyEdits, decode, isExported, sortedEdits, type Edit, type Message, type Uri } from '../core/index.ts';
import { versionOf, type Version } from './compose.ts';
import { globs, type PathTest } from './glob.ts';
import { isMisread } from './misread.ts';
import { FileError, unreadable, type Ports } from './ports.ts';
import { judgeProse, type Verdict } from './prose.ts';
import { trimmed } from './trim.ts';
import type { FileReport } from './types.ts';
import { AUTHORITY_NAME, isSidecar, nameOf, sidecarOf, sourceOf, SIDECAR_SUFFIX } from './writable.ts';

/** Names, without extension and in small letters, of text files that tell about a project; `prose: 'all'` takes them too. */
const PROJECT_FILES = new Set(
  (
    'ads app-ads authors changelog cmakelists code_of_conduct constraints contributing contributors copying copyright ' +
    'entry_points humans install llms llms-full manifest notice patents robots security third-party-notices ' +
    'third_party_notices thirdpartynotices top_level'
  ).split(' '),
);
/** The same for names that have variants: "license-mit.txt", "requirements_dev.txt", "readme.de.txt". */
const PROJECT_WORDS = new Set(['license', 'licence', 'readme', 'requirements']);

interface Entry {
  report: FileReport;
  /** Of the file as last read; null while it is not a source. */
  file: { readonly text: string; readonly digest: string } | null;
}

export class Library {
  readonly folder: Uri;
  readonly #ports: Ports;
  readonly #entries = new Map<Uri, Entry>();
  readonly #buffers = new Map<Uri, string>();
  /** The last that was asked for: what it has made ready of its text is used again. */
  readonly #versions = new Map<Uri, Version>();
  #tests: { include: PathTest; exclude: PathTest } | null = null;

  readonly #roots: readonly Uri[];
  /** Roots that are files. */
  readonly #named = new Set<Uri>();

  /** `roots` are folders that are searched, and files that are taken whatever the settings say. */
  constructor(folder: Uri, roots: readonly Uri[], ports: Ports) {
    this.folder = folder;
    this.#roots = roots;
    this.#ports = ports;
  }

  /** Files that may be sources, and sources that have a sidecar, in code-unit order. */
  async list(): Promise<{ candidates: readonly Uri[]; annotated: readonly Uri[] }> {
    const found = (await Promise.all(this.#roots.map((root) => this.#filesOf(root)))).flat();
    const uris = [...new Set(found)].sort();
    const annotated = uris.filter((uri) => isSidecar(uri) && this.#isAllowed(sourceOf(uri)));
    return { candidates: uris.filter((uri) => this.mayBeSource(uri)), annotated: annotated.map(sourceOf) };
  }

  mayBeSource(uri: Uri): boolean {
    return !isSidecar(uri) && nameOf(uri) !== AUTHORITY_NAME && this.#isAllowed(uri);
  }

  isSource(uri: Uri): boolean {
    return this.#entries.get(uri)?.file != null;
  }

  /** What a source says now, and the digest of its file; null where an open buffer differs from it. */
  version(uri: Uri): Version | undefined {
    const file = this.#entries.get(uri)?.file;
    if (!file) return undefined;
    const text = this.#buffers.get(uri) ?? file.text;
    const digest = text === file.text ? `sha256:${file.digest}` : null;
    const last = this.#versions.get(uri);
    if (last?.text === text && last.digest === digest) return last;
    const version = versionOf(uri, text, digest);
    this.#versions.set(uri, version);
    return version;
  }

  /** In code-unit order. */
  reports(): readonly FileReport[] {
    return [...this.#entries.values()].map(({ report }) => report).sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  uris(): readonly Uri[] {
    return [...this.#entries.keys()];
  }

  /** Looks at the file anew. Never rejects: what goes wrong is the reason for passing it over. */
  async examine(uri: Uri): Promise<void> {
    const entry = await this.#judge(uri).catch((error: unknown): Entry | null => {
      if (error instanceof FileError && error.code === 'not-found' && !this.#named.has(uri)) return null;
      return passedOver(uri, unreadable(error));
    });
    if (entry) this.#entries.set(uri, entry);
    else this.forget(uri);
    this.#preferDecoded(uri);
  }

  settingsChanged(): void {
    this.#tests = null;
  }

  forget(uri: Uri): void {
    this.#entries.delete(uri);
    this.#versions.delete(uri);
  }

  open(uri: Uri, text: string): void {
    this.#buffers.set(uri, text);
    this.#preferDecoded(uri);
  }

  /** What the edits change, in document order; null where that is nothing, or no such buffer is open. */
  edit(uri: Uri, edits: readonly Edit[]): readonly Edit[] | null {
    const text = this.#buffers.get(uri);
    if (text === undefined) return null;
    const sorted = sortedEdits(edits).flatMap((edit) => trimmed(text, edit) ?? []);
    if (sorted.length === 0) return null;
    this.#buffers.set(uri, applyEdits(text, sorted));
    return sorted;
  }

  isOpen(uri: Uri): boolean {
    return this.#buffers.has(uri);
  }

  close(uri: Uri): void {
    this.#buffers.delete(uri);
  }

  /** An editor that takes a file in an old encoding for UTF-8 loses its accents; the file still has them. */
  #preferDecoded(uri: Uri): void {
    const { file, report } = this.#entries.get(uri) ?? {};
    const buffer = this.#buffers.get(uri);
    if (file && buffer !== undefined && report?.encoding?.by === 'fallback' && isMisread(buffer, file.text))
      this.#buffers.set(uri, file.text);
  }

  async #judge(uri: Uri): Promise<Entry | null> {
    const { files, settings, digest } = this.#ports;
    const { maxSourceBytes, prose } = settings.current();
    const stat = await files.stat(uri);
    if (stat?.kind !== 'file') {
      if (this.#named.has(uri)) throw new FileError(stat ? 'is-folder' : 'not-found', uri);
      return null;
    }
    const isNamed = this.#named.has(uri);
    if (!isNamed && prose === 'test' && isProjectFile(nameOf(uri))) {
      return passedOver(uri, { code: 'file-known-name', args: [nameOf(uri)] });
    }
    if (stat.size > maxSourceBytes) {
      return passedOver(uri, { code: 'file-too-large', args: [megabytes(stat.size), megabytes(maxSourceBytes)] });
    }
    const bytes = await files.read(uri);
    const decoded = decode(bytes);
    if (!decoded) return passedOver(uri, { code: 'file-binary', args: [] });
    const { text, encoding, by, replaced } = decoded;
    if (!isNamed && isExported(text)) return passedOver(uri, { code: 'file-exported', args: [] });
    const verdict = isNamed ? takeNamed(text) : prose === 'all' ? take('file-any-text') : judgeProse(text);
    const file = verdict.prose ? { text, digest: await digest.sha256(bytes) } : null;
    const { prose: taken, reason } = verdict;
    return { report: { uri, taken, reason, sha256: file?.digest ?? null, encoding: { encoding, by, replaced } }, file };
  }

  #isAllowed(uri: Uri): boolean {
    if (this.#named.has(uri)) return true;
    const path = this.#relative(uri);
    if (path === null) return false;
    if (!this.#tests) {
      const { include, exclude } = this.#ports.settings.current();
      this.#tests = { include: globs(include), exclude: globs(exclude) };
    }
    return this.#tests.include(path) && !this.#tests.exclude(path);
  }

  /** Path below the root that it lies in, decoded; null for what lies elsewhere. */
  #relative(uri: Uri): string | null {
    const root = this.#roots.find((each) => uri.startsWith(`${each}/`));
    return root === undefined
      ? null
      : uri
          .slice(root.length + 1)
          .split('/')
          .map(nameOf)
          .join('/');
  }

  async #filesOf(root: Uri): Promise<readonly Uri[]> {
    const { files, settings } = this.#ports;
    const { include, exclude } = settings.current();
    const isFolder = root === this.folder || (await files.stat(root).catch(() => null))?.kind === 'folder';
    if (isFolder) return files.list(root, { include: [...include, `**/*${SIDECAR_SUFFIX}`], exclude });
    this.#named.add(root);
    const sidecar = sidecarOf(root);
    return (await files.stat(sidecar).catch(() => null)) ? [root, sidecar] : [root];
  }
}

function isProjectFile(name: string): boolean {
  const stem = name.toLowerCase().split('.', 1)[0]!;
  return PROJECT_FILES.has(stem) || PROJECT_WORDS.has(stem.split(/[-_ ]/, 1)[0]!);
}

const take = (code: string): Verdict => ({ prose: true, reason: { code, args: [] } });

/** Whoever names a file means it to be read, but of an empty one there is nothing to say. */
const takeNamed = (text: string): Verdict =>
  text.trim() === '' ? { prose: false, reason: { code: 'file-empty', args: [] } } : take('file-named');

const passedOver = (uri: Uri, reason: Message): Entry => ({
  report: { uri, taken: false, reason, sha256: null, encoding: null },
  file: null,
});

const megabytes = (bytes: number): number => Math.round((bytes / 1024 / 1024) * 10) / 10;
