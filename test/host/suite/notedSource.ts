/** A source for each test of a suite about notes, and what its sidecar says. */
import { activated, readFile, until, writeFile } from './helpers.ts';
import { leave } from './sources.ts';

const TEXT =
  'Ada Lovelace wrote to Port Meridian last Monday, and asked for three more weeks.\n\n' +
  'General Okafor answered her letter the next day. Nobody in Port Meridian was surprised by it.\n';

export interface Item {
  readonly id: string;
  readonly motivation: string;
  readonly body?: readonly { readonly value?: string; readonly source?: string; readonly purpose?: string }[];
  readonly target: unknown;
}

/** The source of the test that runs: each has its own, as undo remembers what became of a sidecar of the same name. */
export let name = '';
export let content = '';
export const sidecar = (): string => `${name}.anno.json`;

export async function items(): Promise<readonly Item[]> {
  return (JSON.parse(await readFile(sidecar())) as { items: readonly Item[] }).items;
}

/** The items, once enough of them are there, or once one is as it is wanted. */
export const saved = (what: string, enough: (all: readonly Item[]) => boolean): Promise<readonly Item[]> =>
  until(what, async () => {
    const all = await items();
    return enough(all) ? all : undefined;
  });

export const tagsOf = ({ body = [] }: Item): (string | undefined)[] =>
  body.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => value);

/** Writes a source before each test of the enclosing `describe`, and takes away all that the test has left, `others` too. */
export function useNotedSource(stem: string, ...others: readonly string[]): void {
  let count = 0;
  before(activated);
  beforeEach(async () => {
    count += 1;
    name = `${stem}-${count}.txt`;
    // a text of its own: a source like one that was just deleted would be taken for it, renamed
    content = `${TEXT}\nLetter ${count}.\n`;
    await writeFile(name, content);
  });
  afterEach(async () => {
    await leave(sidecar(), name, 'apparatus.json', ...others);
  });
}
