/**
 * Reads JSON (RFC 8259) that people and other programs have written: says where it breaks and gives what stood before
 * that place; remembers what a rewrite would lose. Takes linear time; nesting is bounded, so no input exhausts the stack.
 */
import type { Span } from './span.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Keys and indices from the top. */
export type JsonPath = readonly (string | number)[];

export interface JsonError extends Span {
  /** What would have been right there; `too-deep`: more than `MAX_DEPTH` containers in each other. */
  readonly expected: 'value' | 'key' | 'colon' | 'comma' | 'end' | 'string-end' | 'escape' | 'number' | 'too-deep';
}

export interface JsonLoss {
  /** `duplicate-key`: an earlier value of the same key is hidden; `number`: a double cannot hold it. */
  readonly kind: 'duplicate-key' | 'number';
  readonly path: JsonPath;
  readonly span: Span;
}

export interface JsonReading {
  /** The value; after an error, what was whole before it: of a list the whole elements, of an object the keys so far. */
  readonly value: Json | undefined;
  readonly error: JsonError | null;
  readonly losses: readonly JsonLoss[];
}

/** Far more than any annotation needs, far less than any stack holds. */
export const MAX_DEPTH = 200;

/** Reads a text as JSON; a byte order mark is passed over. Never throws. */
export function readJson(text: string): JsonReading {
  const reader = new Reader(text, null);
  const value = reader.document();
  return { value, error: reader.error, losses: reader.losses };
}

/** Where the values at `paths` stand in the text (for a key of an object: its value); the whole text for paths that lead nowhere. */
export function locateJson(text: string, paths: readonly JsonPath[]): Span[] {
  const wanted = new Map<string, Span | null>(paths.map((path) => [pathKey(path), null]));
  new Reader(text, wanted).document();
  return paths.map((path) => wanted.get(pathKey(path)) ?? { start: 0, end: text.length });
}

const pathKey = (path: JsonPath): string => JSON.stringify(path);

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Reader {
  error: JsonError | null = null;
  readonly losses: JsonLoss[] = [];
  readonly #text: string;
  readonly #wanted: Map<string, Span | null> | null;
  readonly #path: (string | number)[] = [];
  #at = 0;

  constructor(text: string, wanted: Map<string, Span | null> | null) {
    this.#text = text;
    this.#wanted = wanted;
    if (text.charCodeAt(0) === 0xfeff) this.#at = 1;
  }

  document(): Json | undefined {
    const value = this.#value();
    this.#space();
    if (this.error === null && this.#at < this.#text.length) this.#fail('end');
    return value;
  }

  #value(): Json | undefined {
    this.#space();
    const start = this.#at;
    const value = this.#bareValue();
    if (this.#wanted !== null) {
      const key = pathKey(this.#path);
      if (this.#wanted.has(key)) this.#wanted.set(key, { start, end: this.#at });
    }
    return value;
  }

  #bareValue(): Json | undefined {
    const first = this.#text[this.#at];
    if (first === '{') return this.#object();
    if (first === '[') return this.#list();
    if (first === '"') return this.#string();
    if (first === '-' || isDigit(this.#text.charCodeAt(this.#at))) return this.#number();
    for (const [word, value] of WORDS) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    this.#fail('value');
    return undefined;
  }

  #object(): JsonObject | undefined {
    if (!this.#enter()) return undefined;
    const entries = new Map<string, Json>();
    if (!this.#skip('}')) {
      do {
        this.#space();
        const start = this.#at;
        if (this.#text[start] !== '"') {
          this.#fail('key');
          break;
        }
        const key = this.#string();
        if (key === undefined) break;
        if (!this.#skip(':')) {
          this.#fail('colon');
          break;
        }
        this.#path.push(key);
        const value = this.#value();
        if (entries.has(key)) {
          this.losses.push({ kind: 'duplicate-key', path: [...this.#path], span: { start, end: this.#at } });
        }
        this.#path.pop();
        if (value !== undefined) entries.set(key, value);
      } while (this.error === null && this.#skip(','));
      if (this.error === null && !this.#skip('}')) this.#fail('comma');
    }
    this.#leave();
    // Unlike assignment this gives "__proto__" a property of its own.
    return Object.fromEntries(entries);
  }

  #list(): Json[] | undefined {
    if (!this.#enter()) return undefined;
    const values: Json[] = [];
    if (!this.#skip(']')) {
      do {
        this.#path.push(values.length);
        const value = this.#value();
        this.#path.pop();
        if (this.error === null && value !== undefined) values.push(value);
      } while (this.error === null && this.#skip(','));
      if (this.error === null && !this.#skip(']')) this.#fail('comma');
    }
    this.#leave();
    return values;
  }

  #string(): string | undefined {
    const parts: string[] = [];
    let from = this.#at + 1;
    for (let at = from; ; at += 1) {
      const unit = this.#text.charCodeAt(at);
      // A raw control character, or the end of the text (NaN).
      if (!(unit >= 0x20)) {
        this.#at = at;
        this.#fail('string-end');
        return undefined;
      }
      if (unit === 0x22) {
        parts.push(this.#text.slice(from, at));
        this.#at = at + 1;
        return parts.length === 1 ? parts[0] : parts.join('');
      }
      if (unit !== 0x5c) continue;
      parts.push(this.#text.slice(from, at));
      const escape = this.#text[at + 1] ?? '';
      const hex = escape === 'u' ? this.#text.slice(at + 2, at + 6) : '';
      const meant = escape === 'u' ? fromHex(hex) : ESCAPES[escape];
      if (meant === undefined) {
        this.#at = at;
        this.#fail('escape');
        return undefined;
      }
      parts.push(meant);
      at += 1 + hex.length;
      from = at + 1;
    }
  }

  #number(): number | undefined {
    const start = this.#at;
    const text = this.#text;
    let at = start;
    const digits = (): boolean => {
      const from = at;
      while (isDigit(text.charCodeAt(at))) at += 1;
      return at > from;
    };
    if (text[at] === '-') at += 1;
    let right = text[at] === '0' ? ((at += 1), true) : digits();
    const whole = at;
    if (text[at] === '.') {
      at += 1;
      right = digits() && right;
    }
    if (text[at] === 'e' || text[at] === 'E') {
      at += 1;
      if (text[at] === '+' || text[at] === '-') at += 1;
      right = digits() && right;
    }
    this.#at = at;
    if (!right) {
      this.#fail('number');
      return undefined;
    }
    const written = text.slice(start, at);
    const value = Number(written);
    if (!Number.isFinite(value) || (whole === at && !Number.isSafeInteger(value) && String(value) !== written)) {
      this.losses.push({ kind: 'number', path: [...this.#path], span: { start, end: at } });
    }
    return value;
  }

  #depth = 0;

  #enter(): boolean {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      this.#fail('too-deep');
      return false;
    }
    this.#at += 1;
    return true;
  }

  #leave(): void {
    this.#depth -= 1;
  }

  #skip(mark: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #space(): void {
    for (;;) {
      const unit = this.#text.charCodeAt(this.#at);
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
      this.#at += 1;
    }
  }

  /** The first error counts; what follows from it is noise. */
  #fail(expected: JsonError['expected']): void {
    this.error ??= { expected, start: this.#at, end: Math.min(this.#at + 1, this.#text.length) };
  }
}

const WORDS: readonly (readonly [string, Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

const fromHex = (hex: string): string | undefined =>
  /^[\da-fA-F]{4}$/.test(hex) ? String.fromCharCode(Number.parseInt(hex, 16)) : undefined;
