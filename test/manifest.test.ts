import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../src/core/findings/index.ts';
import { COMMANDS } from '../src/vscode/commands/names.ts';
import { factsOf, readSources } from './manifest/sources.ts';

const root = path.resolve(import.meta.dirname, '..');
const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly capabilities: unknown;
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly category?: string;
      readonly enablement?: string;
    }[];
    readonly keybindings: readonly KeyBinding[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly when?: string }[]>>;
    readonly configuration: Configuration | readonly Configuration[];
    readonly colors?: readonly { readonly id: string }[];
    readonly views?: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly jsonValidation: readonly { readonly url: string }[];
  };
}

interface KeyBinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
  readonly when?: string;
  readonly args?: unknown;
}

interface Configuration {
  readonly properties: Readonly<Record<string, Setting>>;
}

interface Setting {
  readonly scope?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly order?: number;
  readonly markdownDescription?: string;
}

const manifest = readJson('package.json') as Manifest;
const { contributes } = manifest;
const sources = readSources(path.join(root, 'src/vscode'));
const calls = [...sources.values()].flatMap((facts) => facts.calls);
const texts = new Set([...sources.values()].flatMap((facts) => [...facts.texts]));

const sorted = (items: Iterable<string>): readonly string[] => [...new Set(items)].sort();
const without = (items: Iterable<string>, others: Iterable<string>): readonly string[] => {
  const known = new Set(others);
  return sorted(items).filter((item) => !known.has(item));
};

describe('manifest', () => {
  const contributed = contributes.commands.map(({ command }) => command);
  const names: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(COMMANDS).map(([name, command]) => [`COMMANDS.${name}`, command]),
  );

  it('contributes every command that is registered, and registers every one it contributes', () => {
    const registered = calls
      .filter(({ callee }) => callee === 'register' || /^register(?:TextEditor)?Command$/.test(callee))
      .map(({ first = '' }) => names[first] ?? first)
      .filter((command) => Object.values(names).includes(command));
    assert.deepEqual(sorted(registered), sorted(contributed));
  });

  it('registers commands by their names in the table only', () => {
    const literal = calls.filter(({ callee, first }) => /^register\w*Command$/.test(callee) && first?.includes('.'));
    assert.deepEqual(literal, []);
  });

  it('uses only contributed commands in menus and key bindings', () => {
    const inMenus = Object.values(contributes.menus).flatMap((items) => items.flatMap(({ command }) => command ?? []));
    // What the focus is on is selected first: an arrow key moves only the focus, and an answer must not go to another pair.
    const byKey = contributes.keybindings.flatMap(commandsOf).filter((command) => command !== 'list.select');
    assert.deepEqual(without([...inMenus, ...byKey], contributed), []);
  });

  it('gives no key two meanings at one place', () => {
    const clashes = contributes.keybindings.flatMap((one, at) =>
      contributes.keybindings
        .slice(at + 1)
        .filter(
          (other) =>
            (one.key === other.key || (one.mac ?? one.key) === (other.mac ?? other.key)) && !areApart(one, other),
        )
        .map((other) => `${one.key}: ${commandsOf(one).join()} and ${commandsOf(other).join()}`),
    );
    assert.deepEqual(clashes, []);
  });

  it('says of every command when it is of use', () => {
    const always = ['apparatus.showStatus', 'apparatus.reload'];
    const inPalette = contributes.menus['commandPalette']!.flatMap(({ command, when }) =>
      command && when ? command : [],
    );
    const enabled = contributes.commands.flatMap(({ command, enablement }) => (enablement ? command : []));
    assert.deepEqual(without(contributed, [...inPalette, ...enabled, ...always]), []);
  });

  it('gives every command its category', () => {
    assert.deepEqual(
      contributes.commands.filter(({ category }) => category !== '%category%').map(({ command }) => command),
      [],
    );
  });

  it('resolves every %key%, and leaves none unused', () => {
    const used = [...readFileSync(path.join(root, 'package.json'), 'utf8').matchAll(/"%([\w.-]+)%"/g)].map(
      ([, key = '']) => key,
    );
    const inText = Object.keys(readJson('package.nls.json') as object);
    assert.deepEqual(sorted(used), sorted(inText));
  });

  const settings: Readonly<Record<string, Setting>> = Object.assign(
    {},
    ...[contributes.configuration].flat().map(({ properties }: Configuration) => properties),
  ) as Record<string, Setting>;

  it('reads every setting it contributes, and contributes every one it reads', () => {
    const read = [...sources.values()]
      .filter((facts) =>
        facts.calls.some(({ callee, first }) => callee === 'getConfiguration' && first === 'apparatus'),
      )
      .flatMap((facts) => facts.calls)
      .filter(({ callee, first }) => callee === 'get' && first !== undefined && !first.startsWith('COMMANDS.'))
      .map(({ first = '' }) => `apparatus.${first}`);
    assert.deepEqual(sorted(read), sorted(Object.keys(settings)));
  });

  it('works in folders that nobody trusts: a folder sets no free text, so no address and no program', () => {
    assert.deepEqual(manifest.capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
    const free = Object.entries(settings).filter(
      ([, setting]) => setting.type === 'string' && !setting.enum && !setting.pattern,
    );
    assert.deepEqual(
      free.filter(([, { scope = '' }]) => !['machine', 'application'].includes(scope)).map(([key]) => key),
      [],
    );
    assert.ok(free.some(([key]) => key === 'apparatus.authority.endpoint'));
  });

  it('gives every setting a scope, an order and a description', () => {
    const incomplete = Object.entries(settings).filter(
      ([, setting]) => !setting.scope || setting.order === undefined || !setting.markdownDescription,
    );
    assert.deepEqual(
      incomplete.map(([key]) => key),
      [],
    );
  });

  it('uses every colour and every view it contributes', () => {
    const colors = (contributes.colors ?? []).map(({ id }) => id);
    const views = Object.values(contributes.views ?? {}).flatMap((group) => group.map(({ id }) => id));
    // The ids of colours may be put together from a stem and an ending.
    const stems = [...texts].filter((text) => text.startsWith('apparatus.'));
    const unused = [...colors.filter((id) => !stems.some((stem) => id.startsWith(stem))), ...without(views, texts)];
    assert.deepEqual(unused, []);
  });

  it('names only files that exist', () => {
    const files = [manifest.icon, ...contributes.jsonValidation.map(({ url }) => url)];
    assert.deepEqual(
      files.filter((file) => !existsSync(path.join(root, file))),
      [],
    );
  });

  it('has the entries that the build makes', () => {
    assert.equal(manifest.main, './dist/extension.node.cjs');
    assert.equal(manifest.browser, './dist/extension.web.js');
  });

  it('is typed against the oldest editor it runs in', () => {
    assert.equal(`^${manifest.devDependencies['@types/vscode']}`, manifest.engines.vscode);
  });

  it('has a page for every finding, and no page for anything else', () => {
    const pages = readdirSync(path.join(root, 'docs/findings')).map((file) => file.replace(/\.md$/, ''));
    assert.deepEqual(
      without(
        RULES.map(({ code }) => code),
        pages,
      ),
      [],
    );
    const codes = new Set(RULES.map(({ code }) => code));
    const strangers = pages.filter((page) => !codes.has(page) && !page.startsWith('annotation-') && page !== 'README');
    assert.deepEqual(strangers, []);
  });
});

/** Those that a key runs, one after the other. */
function commandsOf({ command, args }: KeyBinding): string[] {
  if (command !== 'runCommands') return [command];
  const { commands } = args as { readonly commands: readonly (string | { readonly command: string })[] };
  return commands.map((each) => (typeof each === 'string' ? each : each.command));
}

/** Whether two bindings can never be meant at once, as far as conjunctions tell. */
function areApart(a: KeyBinding, b: KeyBinding): boolean {
  const [some, others] = [a, b].map(({ when = '' }) => when.split(' && ')) as [string[], string[]];
  const has = (terms: string[], term: string): boolean => terms.includes(term);
  const view = (terms: string[]): string | undefined => terms.find((term) => term.startsWith('focusedView == '));
  const opposed = (x: string[], y: string[]): boolean =>
    x.some((term) => has(y, `!${term}`)) || (has(x, 'editorTextFocus') && has(y, 'listFocus'));
  const [viewA, viewB] = [view(some), view(others)];
  return (
    opposed(some, others) || opposed(others, some) || (viewA !== undefined && viewB !== undefined && viewA !== viewB)
  );
}

describe('the reader of sources', () => {
  it('sees calls with plain texts and with names from a table', () => {
    const { calls: seen, texts: seenTexts } = factsOf(
      'a.ts',
      `register(COMMANDS.open, () => 1); settings.get<string>('a.b', ''); new ThemeColor('x.y'); f();`,
    );
    assert.deepEqual(seen, [
      { callee: 'register', first: 'COMMANDS.open' },
      { callee: 'get', first: 'a.b' },
      { callee: 'ThemeColor', first: 'x.y' },
      { callee: 'f', first: undefined },
    ]);
    assert.ok(seenTexts.has('x.y'));
  });
});
