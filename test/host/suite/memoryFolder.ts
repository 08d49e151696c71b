import * as vscode from 'vscode';

/** A file system of a test's own: files in memory, as those of an extension for some service; VS Code cannot search it. */
export class MemoryFolder implements vscode.FileSystemProvider {
  readonly #scheme: string;
  readonly #files = new Map<string, Uint8Array>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  isReadonly = false;
  #registration: vscode.Disposable | undefined;

  constructor(scheme: string) {
    this.#scheme = scheme;
  }

  register(): void {
    this.#registration = vscode.workspace.registerFileSystemProvider(this.#scheme, this, { isCaseSensitive: true });
  }

  dispose(): void {
    this.#registration?.dispose();
  }

  uri(name: string): vscode.Uri {
    return vscode.Uri.from({ scheme: this.#scheme, path: `/corpus${name === '' ? '' : `/${name}`}` });
  }

  put(name: string, text: string): void {
    this.#files.set(this.uri(name).path, new TextEncoder().encode(text));
  }

  text(name: string): string | undefined {
    const bytes = this.#files.get(this.uri(name).path);
    return bytes && new TextDecoder().decode(bytes);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(path);
    if (!file && this.#names(path).size === 0) throw vscode.FileSystemError.FileNotFound(path);
    const type = file ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 0, mtime: 0, size: file?.byteLength ?? 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    return [...this.#names(path)];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.#files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file;
  }

  /** Rejects as providers over a network do; after one that throws at once VS Code lets no further write of that file through. */
  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    await Promise.resolve();
    if (this.isReadonly) throw vscode.FileSystemError.NoPermissions(`EROFS: read-only file system, ${uri.path}`);
    this.#files.set(uri.path, content);
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  delete(uri: vscode.Uri): void {
    if (!this.#files.delete(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  createDirectory(): void {}

  rename(from: vscode.Uri): void {
    throw vscode.FileSystemError.Unavailable(from);
  }

  /** Names and types of what lies in a folder. */
  #names(folder: string): Map<string, vscode.FileType> {
    const found = new Map<string, vscode.FileType>();
    for (const path of this.#files.keys()) {
      if (!path.startsWith(`${folder}/`)) continue;
      const [name, ...rest] = path.slice(folder.length + 1).split('/') as [string, ...string[]];
      found.set(name, rest.length === 0 ? vscode.FileType.File : vscode.FileType.Directory);
    }
    return found;
  }
}
