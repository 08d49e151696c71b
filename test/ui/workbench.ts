/**
 * Drives the visible editor. A suite asks for a workbench and gets, in each of its tests, the same page on its own copy of `seeds/`:
 *
 *     const workbench = useWorkbench();
 *     it('shows …', async () => {
 *       const { ui } = workbench;
 *       await ui.open(0);
 *       await ui.hover('words in the source');
 *     });
 *
 * The server and the browser are started once per run, by the first suite that needs them.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/host/browser.ts';
import { artefactsDir, copySeeds, root, temporaryFolder } from '../../scripts/host/paths.ts';
import { type Server, startServer } from '../../scripts/host/server.ts';

/** How long the editor may take for anything that a reader would wait for. */
const patience = 30_000;
/** Milliseconds after which the list of a quick input moves no more. */
const settling = 800;
const loadPatience = 60_000;
const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';

export interface WorkbenchOptions {
  /** Files put into the workspace before it is opened, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** Window size in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Settings of the workspace folder (`.vscode/settings.json`). */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Settings of the machine, which no folder can change; for all that follows in this run. */
  readonly machine?: Readonly<Record<string, unknown>>;
}

/** Opens a workbench before the tests of the enclosing `describe`, and closes it after them. */
export function useWorkbench(options: WorkbenchOptions = {}): { readonly ui: Workbench } {
  let open: Workbench | undefined;
  before(async function () {
    this.timeout(2 * loadPatience);
    open = await Workbench.open(options);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await open?.screenshot(`failed ${this.currentTest.fullTitle()}`);
  });
  after(async () => {
    await open?.close();
  });
  return {
    get ui() {
      if (open === undefined) throw new Error('The workbench is open only while tests run');
      return open;
    },
  };
}

export class Workbench {
  /** Playwright's own page, for what has no helper here. */
  readonly page: Page;
  /** Absolute path of the workspace folder: the copy of `seeds/`. */
  readonly folder: string;
  readonly #context: BrowserContext;
  readonly #home: string;

  private constructor(page: Page, context: BrowserContext, home: string, folder: string) {
    this.page = page;
    this.folder = folder;
    this.#context = context;
    this.#home = home;
    page.setDefaultTimeout(patience);
  }

  static async open({
    files = {},
    settings,
    machine,
    size = { width: 1400, height: 900 },
  }: WorkbenchOptions): Promise<Workbench> {
    const { server, browser, dataDir } = await shared();
    if (machine !== undefined) {
      const file = path.join(dataDir, 'data/Machine/settings.json');
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(machine));
    }
    const home = temporaryFolder('ui');
    const folder = copySeeds(home);
    const all = settings === undefined ? files : { ...files, '.vscode/settings.json': JSON.stringify(settings) };
    for (const [name, text] of Object.entries(all)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const context = await browser.newContext({ viewport: size });
    const page = await context.newPage();
    const extension = root;
    await page.goto(server.address(folder, [['extensionDevelopmentPath', server.remote(extension)]]));
    const workbench = new Workbench(page, context, home, folder);
    await workbench.#loaded();
    return workbench;
  }

  async close(): Promise<void> {
    await this.#context.close();
    rmSync(this.#home, { recursive: true, force: true });
  }

  /** Reloads the page, as a reader does who comes back tomorrow; hot exit and journals included. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.#loaded();
  }

  // Files

  /** Names of the sample sources, in order. */
  sources(): readonly string[] {
    return readdirSync(this.folder)
      .filter((name) => name.endsWith('.txt'))
      .sort();
  }

  /** The text of a file of the workspace as it stands on disk. */
  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  exists(name: string): boolean {
    return existsSync(path.join(this.folder, name));
  }

  /** Changes a file as another program would. */
  write(name: string, text: string): void {
    writeFileSync(path.join(this.folder, name), text);
  }

  // Editors

  /** Opens the sample source of this number (0 to 4), or a file by its name, pinned; returns its name. */
  async open(which: number | string): Promise<string> {
    const name = typeof which === 'string' ? which : this.sources()[which];
    if (name === undefined) throw new Error(`There is no source number ${which}`);
    await eventually(`${name} in the active editor`, async () => {
      await this.quickInput(`${modifier}+P`, name, name);
      // a tab that stood there before says nothing; and a click that comes too early opens another file
      return await this.#isActive(name);
    });
    await this.editor.locator('.view-line').first().waitFor();
    return name;
  }

  /** The editor that is active now. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor[role="code"]').first();
  }

  tab(name: string): Locator {
    return this.page.locator(`.tabs-container .tab[data-resource-name="${name}"]`);
  }

  /** File names of all open tabs, in all groups. */
  async tabs(): Promise<readonly string[]> {
    const tabs = await this.page.locator('.tabs-container .tab').all();
    return await Promise.all(tabs.map(async (tab) => (await tab.getAttribute('data-resource-name')) ?? ''));
  }

  async activeTab(): Promise<string> {
    const tab = this.page.locator('.editor-group-container.active .tab.active');
    return (await tab.getAttribute('data-resource-name')) ?? '';
  }

  /** Puts the caret before the first (or `occurrence`th, from 0) appearance of `text` in the active editor's file, and scrolls there. */
  async caretAt(text: string, occurrence = 0): Promise<void> {
    const { line, column } = this.#placeOf(await this.activeTab(), text, occurrence);
    await this.quickInput('Control+G', `:${line}:${column}`);
    await this.editor.locator('.cursors-layer .cursor').first().waitFor();
  }

  /** Selects `text` in the active editor. */
  async select(text: string, occurrence = 0): Promise<void> {
    await this.caretAt(text, occurrence);
    // One code point per key press, as the caret does not stop inside of one.
    for (const _ of text) await this.page.keyboard.press('Shift+ArrowRight');
  }

  /** The place on the page, in CSS pixels, of the first letter of `text` in the active editor. */
  async pointAt(text: string, occurrence = 0): Promise<{ readonly x: number; readonly y: number }> {
    await this.caretAt(text, occurrence);
    // Scrolling to the caret is animated; the place holds once it has been the same twice.
    let last: string | undefined;
    for (let tries = 0; tries < 50; tries++) {
      const box = await this.editor.locator('.cursors-layer .cursor').first().boundingBox();
      const now = JSON.stringify(box);
      if (box !== null && now === last) return { x: box.x + 5, y: box.y + box.height / 2 };
      last = now;
      await this.page.waitForTimeout(40);
    }
    throw new Error(`The caret at “${text}” does not come to rest`);
  }

  /** Rests the mouse on `text` and returns what the hover says; waits for it to say something that `matching` accepts. */
  async hover(text: string, { occurrence = 0, matching = /\S/ } = {}): Promise<string> {
    const { x, y } = await this.pointAt(text, occurrence);
    const hover = this.page.locator('.monaco-hover.resizable-hover, .monaco-resizable-hover, .monaco-hover').filter({
      has: this.page.locator('.hover-contents, .hover-row'),
    });
    return await eventually(`a hover on “${text}” that matches ${matching}`, async () => {
      await this.page.mouse.move(x + 40, y + 60);
      await this.page.mouse.move(x, y, { steps: 4 });
      await this.page.waitForTimeout(700);
      for (const shown of await hover.all()) {
        if (!(await shown.isVisible())) continue;
        const said = await shown.innerText();
        if (matching.test(said) && !said.trim().startsWith('Loading')) return said;
      }
      return undefined;
    });
  }

  /** Ctrl+click (Cmd+click on a Mac) on `text`. */
  async followLink(text: string, occurrence = 0): Promise<void> {
    const { x, y } = await this.pointAt(text, occurrence);
    await this.page.mouse.move(x, y, { steps: 4 });
    await this.page.keyboard.down(modifier);
    try {
      // Links and definitions become clickable only after the modifier is seen with the mouse at rest.
      await this.page.mouse.move(x + 1, y);
      await this.page.waitForTimeout(500);
      await this.page.mouse.click(x, y);
    } finally {
      await this.page.keyboard.up(modifier);
    }
  }

  // Findings

  /** Squiggles of a severity in the active editor; waits until there is at least one. */
  async squiggles(severity: 'error' | 'warning' | 'info' | 'hint'): Promise<number> {
    const found = this.editor.locator(`.squiggly-${severity}`);
    await found.first().waitFor({ state: 'attached' });
    return await found.count();
  }

  /** What the Problems view lists, one text per line; waits until `enough` of it holds. */
  async problems(enough: (rows: readonly string[]) => boolean = (rows) => rows.length > 0): Promise<readonly string[]> {
    if (!(await this.page.locator('.markers-panel').isVisible()))
      await this.command('Problems: Focus on Problems View');
    return await eventually('problems', async () => {
      const rows = await this.page.locator('.markers-panel .monaco-list-row').allInnerTexts();
      return enough(rows) ? rows : undefined;
    });
  }

  // Commands and pictures

  /** Runs a command from the palette by its title ("Apparatus: Add Note"). */
  async command(title: string): Promise<void> {
    await this.quickInput('F1', `>${title}`, title);
  }

  /** Opens the quick input with a key, types `text`, and accepts the choice of this very name, or else the first. */
  async quickInput(key: string, text: string, name?: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type="text"]').first();
    await eventually(`the quick input after ${key}`, async () => {
      await this.page.keyboard.press(key);
      return await input.waitFor({ timeout: 2000 }).then(() => true);
    });
    await input.fill(text);
    const choices = this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row');
    if (name === undefined) {
      await choices.first().waitFor();
      await this.page.keyboard.press('Enter');
    } else {
      // Results of a search come after those of the history and move them: a click meets its row only when they are all there.
      await this.page.waitForTimeout(settling);
      // What is first is a matter of likeness and of what was used before.
      const exact = new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
      await choices
        .filter({ has: this.page.locator('.label-name', { hasText: exact }) })
        .first()
        .click();
    }
    await input.waitFor({ state: 'hidden' });
    // Where the choice was, the mouse would now bring up hovers of whatever is there.
    await this.page.mouse.move(0, 0);
  }

  /**
   * Presses keys one after the other (a chord is two) until `shown` is there: an extension may need a moment more than
   * the editor to take part in what keys do.
   */
  async press(keys: readonly string[], shown: Locator): Promise<void> {
    await eventually(`what ${keys.join(' ')} brings`, async () => {
      for (const key of keys) await this.page.keyboard.press(key);
      return await shown.waitFor({ timeout: 3000 }).then(() => true);
    });
  }

  /** The comment threads that are shown in the active editor. */
  get threads(): Locator {
    return this.editor.locator('.review-widget');
  }

  /** The notification with this text, in the list of all of them: a workbench that is driven by tests shows none by itself. */
  async told(text: string | RegExp): Promise<Locator> {
    if (!(await this.page.locator('.notifications-center').isVisible()))
      await this.command('Notifications: Show Notifications');
    const found = this.page.locator('.notifications-center .notification-list-item', { hasText: text }).first();
    await found.waitFor();
    return found;
  }

  /** Saves a picture of the page as `artefacts/NAME.png`, and returns its path. Look at it. */
  async screenshot(name: string): Promise<string> {
    mkdirSync(artefactsDir, { recursive: true });
    const file = path.join(artefactsDir, `${name.replace(/[^\w.-]+/g, '-').slice(0, 100)}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }

  async #loaded(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: loadPatience });
    // Whatever the side bar showed last: a page that comes back shows that again.
    await this.page.locator('.part.sidebar .monaco-list-row').first().waitFor({ timeout: loadPatience });
  }

  async #isActive(name: string): Promise<boolean> {
    const tab = this.page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`);
    return await tab.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
  }

  /** Line and column as the editor counts them, from 1. */
  #placeOf(name: string, text: string, occurrence: number): { readonly line: number; readonly column: number } {
    const whole = this.read(name)
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n');
    let at = whole.indexOf(text);
    for (let skipped = 0; skipped < occurrence && at !== -1; skipped++) at = whole.indexOf(text, at + 1);
    if (at === -1) throw new Error(`${name} does not hold “${text}” (occurrence ${occurrence})`);
    const before = whole.slice(0, at).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}

/** Asks `probe` until it answers with something other than undefined or false; throws, with `what` it was, when patience ends. */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | undefined | false>,
  within = patience,
): Promise<T> {
  const deadline = Date.now() + within;
  let lastError = '';
  do {
    try {
      const answer = await probe();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      lastError = error instanceof Error ? error.message : String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  } while (Date.now() < deadline);
  throw new Error(`Waited ${within / 1000} s for ${what}${lastError && ` (${lastError})`}`);
}

interface Shared {
  readonly server: Server;
  readonly browser: Browser;
  readonly dataDir: string;
}

let starting: Promise<Shared> | undefined;

async function shared(): Promise<Shared> {
  starting ??= (async () => {
    const dataDir = temporaryFolder('ui-server');
    const server = await startServer({ dataDir });
    const { browser, name } = await launchBrowser();
    console.log(`UI suites in VS Code's server ${server.version}, ${name}`);
    return { server, browser, dataDir };
  })();
  return await starting;
}

/** Ends the server and the browser of this run. The runner calls it. */
export async function closeShared(): Promise<void> {
  if (starting === undefined) return;
  const { server, browser, dataDir } = await starting;
  starting = undefined;
  await browser.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
