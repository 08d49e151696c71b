/**
 * The part of `node:assert/strict` that suites use, for the web worker host, where there is no Node: suites import
 * `node:assert/strict`, and the bundle for the web puts this in its place.
 */
type Message = string | Error | undefined;

class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

const fail = (message: Message, otherwise: string): never => {
  throw message instanceof Error ? message : new AssertionError(message ?? otherwise);
};

const show = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
};

function ok(value: unknown, message?: string | Error): asserts value {
  if (!value) fail(message, `${show(value)} is not truthy`);
}

const equal = (actual: unknown, expected: unknown, message?: string | Error): void => {
  if (!Object.is(actual, expected)) fail(message, `${show(actual)} !== ${show(expected)}`);
};

const notEqual = (actual: unknown, expected: unknown, message?: string | Error): void => {
  if (Object.is(actual, expected)) fail(message, `${show(actual)} is what it should not be`);
};

const deepEqual = (actual: unknown, expected: unknown, message?: string | Error): void => {
  if (!same(actual, expected)) fail(message, `${show(actual)} does not equal ${show(expected)}`);
};

const match = (text: string, pattern: RegExp, message?: string | Error): void => {
  if (!pattern.test(text)) fail(message, `${show(text)} does not match ${String(pattern)}`);
};

const doesNotMatch = (text: string, pattern: RegExp, message?: string | Error): void => {
  if (pattern.test(text)) fail(message, `${show(text)} matches ${String(pattern)}`);
};

const rejects = async (work: Promise<unknown> | (() => Promise<unknown>), pattern?: RegExp): Promise<void> => {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    if (pattern !== undefined) match(String(error), pattern);
    return;
  }
  fail(undefined, 'Missing expected rejection');
};

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

export { AssertionError, deepEqual, doesNotMatch, equal, match, notEqual, ok, rejects };
export { deepEqual as deepStrictEqual, equal as strictEqual };
export default Object.assign(ok, { AssertionError, deepEqual, doesNotMatch, equal, match, notEqual, ok, rejects });
