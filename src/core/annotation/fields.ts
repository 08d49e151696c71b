/** Takes the keys of a JSON object one by one; what is not taken, or is not of the type that was asked for, stays in `rest`. */
import type { Json, JsonObject, JsonPath } from '../text/json.ts';
import type { ProblemCode } from './types.ts';

export interface RawProblem {
  readonly code: ProblemCode;
  readonly path: JsonPath;
  readonly args: readonly (string | number)[];
}

export const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** The standard lets a single value stand for a list of one everywhere. */
export const asList = (json: Json | undefined): readonly Json[] =>
  json === undefined ? [] : Array.isArray(json) ? (json as readonly Json[]) : [json];

export class Fields {
  readonly path: JsonPath;
  readonly problems: RawProblem[];
  readonly #left: Map<string, Json>;

  constructor(json: JsonObject, path: JsonPath, problems: RawProblem[]) {
    this.path = path;
    this.problems = problems;
    this.#left = new Map(Object.entries(json));
  }

  /** Takes the key when `accepts` turns its value into something; otherwise the value stays, and `expected` (if told) is reported. */
  take<T>(key: string, accepts: (json: Json) => T | undefined, expected?: string): T | undefined {
    const json = this.#left.get(key);
    if (json === undefined) return undefined;
    const value = accepts(json);
    if (value === undefined) {
      if (expected !== undefined) this.report('sidecar-wrong-type', [key], [key, expected]);
      return undefined;
    }
    this.#left.delete(key);
    return value;
  }

  text(key: string): string | undefined {
    return this.take(key, (json) => (typeof json === 'string' ? json : undefined), 'a string');
  }

  /** Takes the key as it is. */
  any(key: string): Json | undefined {
    return this.take(key, (json) => json);
  }

  /** Takes the key only if it has exactly this value, as a constant that the writer supplies again. */
  constant(key: string, value: Json): boolean {
    return this.take(key, (json) => (json === value ? true : undefined)) ?? false;
  }

  report(code: ProblemCode, below: JsonPath, args: readonly (string | number)[]): void {
    this.problems.push({ code, path: [...this.path, ...below], args });
  }

  /** What was not taken, for an `other` key; nothing when all was. */
  rest(): { readonly other?: JsonObject } {
    return this.#left.size === 0 ? {} : { other: Object.fromEntries(this.#left) };
  }
}

/** The object without the keys whose value is undefined: optional keys are absent, not undefined, in the model. */
export function defined<T extends object>(object: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}
