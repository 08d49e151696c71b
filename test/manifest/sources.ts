/** What the code of `src/vscode` says about the manifest: read from its syntax, as the code itself runs only inside an editor. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

export interface Call {
  /** The last name of what is called: `get` in `settings.get('x')`. */
  readonly callee: string;
  /** The first argument, if it is a plain text ("x") or a member of a constant ("COMMANDS.x"). */
  readonly first: string | undefined;
}

export interface SourceFacts {
  readonly calls: readonly Call[];
  /** All plain texts. */
  readonly texts: ReadonlySet<string>;
}

/** Facts of all shipped files below `folder`, by path. */
export function readSources(folder: string): ReadonlyMap<string, SourceFacts> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  return new Map(files.map((file) => [file, factsOf(file, readFileSync(path.join(folder, file), 'utf8'))]));
}

export function factsOf(file: string, source: string): SourceFacts {
  const calls: Call[] = [];
  const texts = new Set<string>();
  visit(parseSync(file, source).program as unknown as Node, (node) => {
    if (typeof node['value'] === 'string') texts.add(node['value']);
    if (node['type'] !== 'CallExpression' && node['type'] !== 'NewExpression') return;
    const [first] = node['arguments'] as readonly Node[];
    calls.push({ callee: lastName(node['callee'] as Node), first: first && textOf(first) });
  });
  return { calls, texts };
}

type Node = Readonly<Record<string, unknown>>;

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const child of Object.values(node)) if (typeof child === 'object' && child !== null) visit(child as Node, see);
}

function lastName(node: Node): string {
  if (node['type'] === 'MemberExpression') return lastName(node['property'] as Node);
  return typeof node['name'] === 'string' ? node['name'] : '';
}

function textOf(node: Node): string | undefined {
  if (node['type'] === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node['type'] !== 'MemberExpression') return undefined;
  return `${lastName(node['object'] as Node)}.${lastName(node['property'] as Node)}`;
}
