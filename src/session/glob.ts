/**
 * Globs as VS Code's settings have them: `**` any folders, `*` and `?` within a name, `[abc]`, `[a-z]`, `[!a]`, `{a,b}`.
 * Matching is by dynamic tables, never by backtracking, so that no pattern of a settings file is slow.
 */
export type PathTest = (path: string) => boolean;

/** Braces expand to at most this many patterns; what lies beyond is not matched, and nobody writes so many by hand. */
const MAX_ALTERNATIVES = 256;

/** A test for paths with `/` between names that matches if any of the patterns does. */
export function globs(patterns: readonly string[]): PathTest {
  const compiled = patterns.flatMap(expandBraces).map((pattern) => pattern.split('/'));
  return (path) => {
    const names = path.split('/');
    return compiled.some((pattern) => matchNames(pattern, names));
  };
}

function expandBraces(pattern: string): string[] {
  const done: string[] = [];
  const waiting = [pattern];
  while (waiting.length > 0 && done.length + waiting.length <= MAX_ALTERNATIVES) {
    const next = waiting.pop()!;
    const group = firstGroup(next);
    if (!group) done.push(next);
    else for (const choice of group.choices) waiting.push(next.slice(0, group.start) + choice + next.slice(group.end));
  }
  return done;
}

/** The first `{…}` with its choices at top level; an unclosed brace stands for itself. */
function firstGroup(pattern: string): { start: number; end: number; choices: string[] } | null {
  const start = pattern.indexOf('{');
  if (start === -1) return null;
  const choices: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (let at = start; at < pattern.length; at += 1) {
    const character = pattern[at];
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if ((character === ',' && depth === 1) || depth === 0) {
      choices.push(pattern.slice(from, at));
      from = at + 1;
    }
    if (depth === 0) return { start, end: at + 1, choices };
  }
  return null;
}

/** Whether the pattern's names match all of the path's; `reached[i]` tells whether the pattern so far matches the first `i` names. */
function matchNames(pattern: readonly string[], names: readonly string[]): boolean {
  let reached: boolean[] = [true, ...names.map(() => false)];
  for (const [index, part] of pattern.entries()) {
    const next = names.map(() => false);
    if (part === '**') {
      // At the end it wants something to match: `a/**` is what lies in `a`, not `a` itself.
      const from = index === pattern.length - 1 ? 1 : 0;
      const first = reached.indexOf(true);
      reached = [...reached.keys()].map((at) => first !== -1 && at >= first + from);
      continue;
    }
    for (const [at, name] of names.entries()) next[at] = reached[at]! && matchName(part, name);
    reached = [false, ...next];
  }
  return reached[names.length]!;
}

/** Greedy with one way back, to the last `*`: linear in the product of the lengths. */
function matchName(pattern: string, name: string): boolean {
  let [p, n] = [0, 0];
  let star = -1;
  let starName = 0;
  while (n < name.length) {
    const step = matchOne(pattern, p, name[n]!);
    if (pattern[p] === '*') {
      star = p;
      starName = n;
      p += 1;
    } else if (step > 0) {
      p += step;
      n += 1;
    } else if (star >= 0) {
      starName += 1;
      n = starName;
      p = star + 1;
    } else return false;
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}

/** Length of the pattern's element at `at` if it matches the character, else 0. */
function matchOne(pattern: string, at: number, character: string): number {
  const element = pattern[at];
  if (element === undefined) return 0;
  if (element === '?') return 1;
  const close = element === '[' ? pattern.indexOf(']', at + 2) : -1;
  if (close === -1) return element === character ? 1 : 0;
  const negated = pattern[at + 1] === '!' || pattern[at + 1] === '^';
  let found = false;
  for (let i = at + (negated ? 2 : 1); i < close; i += 1) {
    const low = pattern[i]!;
    const isRange = pattern[i + 1] === '-' && i + 2 < close;
    const high = isRange ? pattern[i + 2]! : low;
    if (low <= character && character <= high) found = true;
    if (isRange) i += 2;
  }
  return found === negated ? 0 : close + 1 - at;
}
