/** What is wrong with the settings of a folder that stand in its authority file: the codebook, and the severities of findings. */
import type { Json, JsonObject, JsonPath } from '../../text/json.ts';
import { bareTag, isTagColor } from './codebook.ts';
import type { RawProblem } from './read.ts';
import { isSeverityChoice, SEVERITY_CHOICES } from './severity.ts';

/** `codes` are those of all findings; null where nobody has named them, and any may be one. */
export const settingProblems = (other: JsonObject, codes: ReadonlySet<string> | null): RawProblem[] => [
  ...(other['tags'] === undefined ? [] : tagProblems(other['tags'])),
  ...(other['findings'] === undefined ? [] : severityProblems(other['findings'], codes)),
];

function* severityProblems(findings: Json, codes: ReadonlySet<string> | null): Generator<RawProblem> {
  if (!isObject(findings)) {
    yield bad(['findings'], 'findings', 'an object with codes of findings as its keys');
    return;
  }
  for (const [code, severity] of Object.entries(findings)) {
    const path = ['findings', code];
    if (codes !== null && !codes.has(code)) yield { code: 'authority-unknown-code', path, args: [code] };
    else if (!isSeverityChoice(severity)) yield bad(path, code, SEVERITY_CHOICES.join(', '));
  }
}

function* tagProblems(tags: Json): Generator<RawProblem> {
  if (!Array.isArray(tags)) {
    yield bad(['tags'], 'tags', 'a list');
    return;
  }
  const parents = new Map<string, { readonly parent: string | null; readonly at: number }>();
  for (const [at, tag] of (tags as readonly Json[]).entries()) {
    const path = ['tags', at];
    if (!isObject(tag)) {
      yield bad(path, 'tags', 'a list of objects');
      continue;
    }
    const name = tagName(tag['name']);
    if (name === null) {
      yield bad(tag['name'] === undefined ? path : [...path, 'name'], 'name', 'the name of a tag');
      continue;
    }
    if (parents.has(name)) yield { code: 'authority-duplicate-tag', path: [...path, 'name'], args: [name] };
    else parents.set(name, { parent: tagName(tag['parent']), at });
    yield* [...wrongParts(tag)].map(([key, expected]) => bad([...path, key], key, expected));
  }
  yield* circles(parents);
}

function* wrongParts({ definition, color, parent }: JsonObject): Generator<readonly [key: string, expected: string]> {
  if (definition !== undefined && typeof definition !== 'string') yield ['definition', 'a text'];
  if (color !== undefined && !(typeof color === 'string' && isTagColor(color)))
    yield ['color', '"#" and three or six hexadecimal digits'];
  if (parent !== undefined && tagName(parent) === null) yield ['parent', 'the name of a tag'];
}

type Parents = ReadonlyMap<string, { readonly parent: string | null; readonly at: number }>;

/** Each circle of tags once, where the last of them stands. */
function* circles(parents: Parents): Generator<RawProblem> {
  const walkOf = new Map<string, string>();
  for (const start of parents.keys()) {
    const walked: string[] = [];
    let name: string | null = start;
    for (; name !== null && parents.has(name) && !walkOf.has(name); name = parents.get(name)?.parent ?? null) {
      walkOf.set(name, start);
      walked.push(name);
    }
    if (name === null || walkOf.get(name) !== start) continue;
    const circle = walked.slice(walked.indexOf(name));
    const last = circle.reduce((a, b) => ((parents.get(a)?.at ?? 0) > (parents.get(b)?.at ?? 0) ? a : b));
    yield { code: 'authority-tag-circle', path: ['tags', parents.get(last)?.at ?? 0, 'parent'], args: [last] };
  }
}

const bad = (path: JsonPath, key: string, expected: string): RawProblem => ({
  code: 'authority-bad-value',
  path,
  args: [key, expected],
});

const tagName = (json: Json | undefined): string | null => (typeof json === 'string' ? bareTag(json) : '') || null;

const isObject = (json: Json): json is JsonObject => typeof json === 'object' && json !== null && !Array.isArray(json);
