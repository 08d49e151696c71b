import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { impureUses } from './globals.ts';
import { isFacade, isNodeOnly, nodeOnly, type Room, roomOf, rooms } from './rooms.ts';

/** What is wrong with a file of `src/`, by the table of rooms, as sentences. `file` is its path from the repository, with slashes. */
export function judge(file: string, source: string): readonly string[] {
  const room = roomOf(file);
  if (room === undefined) return [`${file} is in no room`];
  const { program, module, errors } = parseSync(file, source);
  if (errors.length > 0) return [`${file} cannot be parsed: ${errors[0]?.message ?? ''}`];
  const problems: string[] = [];
  for (const specifier of specifiersOf(module)) {
    const problem = specifier.startsWith('.') ? judgeFile(file, room, specifier) : judgeModule(file, room, specifier);
    if (problem !== undefined) problems.push(`${file} imports ${specifier}: ${problem}`);
  }
  const { pure } = rooms[room];
  if (pure !== undefined) {
    for (const use of impureUses(program, pure)) problems.push(`${file} uses ${use}, and ${room} is pure`);
  }
  return problems;
}

type Module = ReturnType<typeof parseSync>['module'];

/** Imports and re-exports, of types too, and dynamic imports; of those that are not a plain text, the source of the argument. */
function specifiersOf({ staticImports, staticExports, dynamicImports }: Module): readonly string[] {
  return [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
    ...dynamicImports.map(() => 'something at run time'),
  ];
}

function judgeFile(file: string, room: Room, specifier: string): string | undefined {
  const target = path.posix.join(path.posix.dirname(file), specifier);
  if (!target.startsWith('src/')) return 'it lies outside of src/';
  if (target.endsWith('.test.ts')) return 'shipped code does not import tests';
  const targetRoom = roomOf(target);
  if (targetRoom === undefined) return 'it lies in no room';
  if (isNodeOnly(target) && !isNodeOnly(file)) return 'it is for Node alone';
  if (targetRoom === room) return undefined;
  const { rooms: own, inner } = rooms[room];
  const allowed = isNodeOnly(file) ? [...own, ...nodeOnly.rooms] : own;
  // Within `core` rooms import each other's files; from outside, `core` is its façade.
  const household = targetRoom.startsWith('core/') && !isCore(room) && !inner ? 'core' : targetRoom;
  if (!allowed.includes(household)) return `${room} may not import ${targetRoom}`;
  if (!isFacade(target) && !isCore(room) && !inner) return `${room} may import only the façade of ${household}`;
  return undefined;
}

function judgeModule(file: string, room: Room, specifier: string): string | undefined {
  const allowed = [...(rooms[room].modules ?? []), ...(isNodeOnly(file) ? (nodeOnly.modules ?? []) : [])];
  const isAllowed = allowed.some((module) =>
    module.endsWith(':') ? specifier.startsWith(module) : specifier === module,
  );
  return isAllowed ? undefined : `${room} may not import this module`;
}

const isCore = (room: Room): boolean => room === 'core' || room.startsWith('core/');
