/** Finds what a pure room must not touch: the clock, chance, the console, the host, and what depends on the machine's locale. */
import type { Program } from 'oxc-parser';

const hostGlobals = [
  ...['console', 'process', 'Buffer', 'require', 'module', '__dirname', '__filename', 'global', 'globalThis'],
  ...[
    'window',
    'self',
    'document',
    'navigator',
    'location',
    'localStorage',
    'indexedDB',
    'fetch',
    'XMLHttpRequest',
    'Worker',
  ],
  ...[
    'setTimeout',
    'setInterval',
    'setImmediate',
    'clearTimeout',
    'clearInterval',
    'queueMicrotask',
    'requestAnimationFrame',
  ],
  // The clock; `Date` as a whole, as its other uses depend on the machine's time zone.
  ...['Date', 'performance', 'Temporal'],
  ...['crypto', 'Intl', 'eval', 'Function'],
];

const promiseGlobals = ['Promise', 'PromiseLike', 'AbortController', 'AbortSignal'];

/** Members that ask chance or the locale, whatever they are members of. */
const forbiddenMembers = new Set([
  'localeCompare',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
]);

/** The forbidden things that a program uses, each once, in the order in which they stand. */
export function impureUses(program: Program, purity: 'strictly' | 'promises'): readonly string[] {
  const forbidden = new Set(purity === 'strictly' ? [...hostGlobals, ...promiseGlobals] : hostGlobals);
  const declared = namesDeclaredIn(program);
  const uses = new Set<string>();
  walk(program, (node) => {
    if (node.type === 'Identifier' && forbidden.has(node.name) && !declared.has(node.name)) uses.add(node.name);
    if (node.type === 'MemberExpression') {
      const member = memberName(node);
      if (forbiddenMembers.has(member)) uses.add(member);
      if (member === 'random' && isNode(node['object']) && node['object'].name === 'Math') uses.add('Math.random');
    }
    if (purity === 'strictly' && (node['async'] === true || node.type === 'AwaitExpression' || node['await'] === true))
      uses.add('async');
  });
  return [...uses];
}

interface Node {
  readonly type: string;
  readonly name: string;
  readonly [key: string]: unknown;
}

/**
 * Every name that the file itself gives to something: a parameter called `document` is no global. Scopes are not told apart, so that
 * a file could hide a global behind a namesake elsewhere in it; the compiler, without the types of Node and DOM, would still refuse it.
 */
function namesDeclaredIn(program: Program): ReadonlySet<string> {
  const names = new Set<string>();
  const declare = (pattern: unknown): void => {
    if (isNode(pattern)) walk(pattern, (node) => node.type === 'Identifier' && names.add(node.name));
  };
  walk(program, (node) => {
    if (node.type === 'VariableDeclarator' || /^(?:Function|Class|TSTypeAlias|TSInterface)/.test(node.type))
      declare(node['id']);
    if (Array.isArray(node['params'])) node['params'].forEach(declare);
    if (node.type.startsWith('Import')) declare(node['local']);
  });
  return names;
}

function memberName(node: Node): string {
  const property = node['property'];
  if (!isNode(property)) return '';
  if (node['computed'] === true) return typeof property['value'] === 'string' ? property['value'] : '';
  return property.name;
}

/** Visits all nodes but the names of properties and labels, which refer to nothing. */
function walk(node: object, visit: (node: Node) => void): void {
  if (isNode(node)) visit(node);
  for (const [key, child] of Object.entries(node)) {
    if (/^(?:key|property|label|imported|exported)$/.test(key) && !('computed' in node && node.computed === true))
      continue;
    if (typeof child === 'object' && child !== null) walk(child as object, visit);
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
