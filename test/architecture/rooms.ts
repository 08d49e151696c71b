/** The house as a table: the rooms of `src/`, and what each may import. DESIGN's "The house", in the form a test can hold files against. */

/** A room is a folder of `src/`; `core` has an order inside. */
export type Room =
  | `core/${'text' | 'annotation' | 'reading' | 'corpus' | 'findings' | 'features'}`
  | 'core'
  | 'session'
  | 'formats'
  | 'node'
  | 'vscode'
  | 'cli'
  | 'testing';

export interface RoomRule {
  /** Rooms whose files may be imported; of `core` and `session` only the façade, `index.ts`, unless the room is in `inner`. */
  readonly rooms: readonly Room[];
  /** Whether files behind the façades may be imported too. */
  readonly inner?: boolean;
  /** Modules from outside of `src/`. `node:` stands for all of Node's own. */
  readonly modules?: readonly string[];
  /** Whether the room is held to be pure; see `globals.ts`. `promises`: pure, but what takes time is told with promises. */
  readonly pure?: 'strictly' | 'promises';
}

/** The rooms of `core` in their order: each may import those before it, with two exceptions below. */
const coreOrder = [
  'core/text',
  'core/annotation',
  'core/reading',
  'core/corpus',
  'core/findings',
  'core/features',
] as const;

const upTo = (room: (typeof coreOrder)[number]): readonly Room[] => coreOrder.slice(0, coreOrder.indexOf(room));

export const rooms: Readonly<Record<Room, RoomRule>> = {
  'core/text': { rooms: [], pure: 'strictly' },
  'core/annotation': { rooms: upTo('core/annotation'), pure: 'strictly' },
  // Reading knows nothing of what the reader of the sources wrote.
  'core/reading': { rooms: ['core/text'], pure: 'strictly' },
  'core/corpus': { rooms: upTo('core/corpus'), pure: 'strictly' },
  'core/findings': { rooms: upTo('core/findings'), pure: 'strictly' },
  'core/features': { rooms: upTo('core/features'), pure: 'strictly' },
  // The façade.
  core: { rooms: coreOrder, pure: 'strictly' },
  session: { rooms: ['core'], pure: 'promises' },
  formats: { rooms: ['core'], pure: 'promises' },
  // The session's ports over `node:fs`, shared by the command line and the desktop entry.
  node: { rooms: ['core', 'session'], modules: ['node:'] },
  vscode: { rooms: ['core', 'session', 'formats'], modules: ['vscode'] },
  cli: { rooms: ['core', 'session', 'formats', 'node'], modules: ['node:'] },
  // Never shipped, so it may stand on Node and on libraries for tests.
  testing: { rooms: [...coreOrder, 'core', 'session'], inner: true, modules: ['node:', 'fast-check', 'ajv'] },
};

/** Files whose name says that they are for Node alone; the web entry must never come to them. */
export const isNodeOnly = (file: string): boolean =>
  /^src\/vscode\/(?:extension|ports\/.*)\.node\.ts$|^src\/vscode\/ports\/node[/.]/i.test(file);

/** What such files may import besides what their room may. */
export const nodeOnly: Pick<RoomRule, 'rooms' | 'modules'> = { rooms: ['node'], modules: ['node:'] };

/** The room of a file, by its path from the repository; undefined for a file in no room. */
export function roomOf(file: string): Room | undefined {
  const [, first = '', second = ''] = file.split('/');
  const inner = `${first}/${second}`;
  if (isRoom(inner)) return inner;
  // Directly in `core` stands the façade alone.
  if (first === 'core') return second === 'index.ts' ? 'core' : undefined;
  return isRoom(first) ? first : undefined;
}

/** Whether other rooms may import this file: of rooms with a façade, only that. */
export const isFacade = (file: string): boolean =>
  !/^src\/(?:core|session)\//.test(file) || /^src\/(?:core|session)\/index\.ts$/.test(file);

const isRoom = (name: string): name is Room => Object.hasOwn(rooms, name);
