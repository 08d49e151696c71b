import { extensions, type Disposable, type Event } from 'vscode';

/** The part of the API of VS Code's git extension, version 1, that is used here. */
interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  getAPI(version: 1): GitApi;
}

interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: Event<GitRepository>;
}

interface GitRepository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

/** The reader's name as git has it; asked through VS Code's own git extension, so that it works wherever that does. */
export class GitName {
  #name: string | null = null;
  readonly #subscriptions: Disposable[] = [];
  #closed = false;

  /** null until it is known, and where there is no git, no repository, or no name. */
  get current(): string | null {
    return this.#name;
  }

  /** Never rejects: without git there is no name, and the reader can give one. */
  async learn(): Promise<void> {
    try {
      const git = extensions.getExtension<GitExtension>('vscode.git');
      const found = git && (git.isActive ? git.exports : await git.activate());
      if (!found || this.#closed) return;
      // It may be switched on later, by a setting.
      this.#subscriptions.push(found.onDidChangeEnablement(() => void this.#follow(found)));
      await this.#follow(found);
    } catch {
      // A git extension of another kind.
    }
  }

  dispose(): void {
    this.#closed = true;
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #follow(git: GitExtension): Promise<void> {
    // It says that it is on a moment before its API can be had.
    await Promise.resolve();
    if (!git.enabled || this.#closed) return;
    try {
      const api = git.getAPI(1);
      this.#subscriptions.push(api.onDidOpenRepository((repository) => void this.#ask([repository])));
      await this.#ask(api.repositories);
    } catch {
      // A git extension of another kind.
    }
  }

  async #ask(repositories: readonly GitRepository[]): Promise<void> {
    for (const repository of repositories) {
      if (this.#name !== null) return;
      this.#name = (await nameIn(repository)) ?? this.#name;
    }
  }
}

/** `user.name` of the repository, else of the user; git exits with an error for a key that is not set. */
async function nameIn(repository: GitRepository): Promise<string | null> {
  for (const ask of ['getConfig', 'getGlobalConfig'] as const) {
    const name = await repository[ask]('user.name').catch(() => '');
    if (name.trim() !== '') return name.trim();
  }
  return null;
}
