/** Bytes of a file to the one text that core sees, and back for files we write. Written by hand: `TextDecoder` is no part of ECMAScript. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  /** Without BOM, line ends as LF, otherwise as it is. */
  readonly text: string;
  readonly encoding: Encoding;
  /** `bom`: the file says so; `valid`: the bytes are well-formed UTF-8; `fallback`: neither, so windows-1252. */
  readonly by: 'bom' | 'valid' | 'fallback';
  /** Malformed sequences replaced by U+FFFD. Only a file whose BOM does not keep its word has any. */
  readonly replaced: number;
}

/** Share of control characters above which bytes are no text: a stray escape sequence is let pass, machine code is not. */
const MAX_CONTROL_SHARE = 0.02;

/** What the bytes say, or null where they are not text at all. */
export function decode(bytes: Uint8Array): Decoded | null {
  const decoded = decodeAs(bytes);
  return isBinary(decoded.text) ? null : { ...decoded, text: unifyLineEnds(decoded.text) };
}

/** UTF-8 without BOM; lone surrogates become U+FFFD, as in the WHATWG Encoding Standard. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    let point = text.codePointAt(at)!;
    if (point > 0xffff) at += 1;
    else if (point >= 0xd800 && point <= 0xdfff) point = REPLACEMENT;
    if (point < 0x80) bytes[length++] = point;
    else if (point < 0x800) {
      bytes[length++] = 0xc0 | (point >> 6);
      bytes[length++] = 0x80 | (point & 0x3f);
    } else if (point < 0x10000) {
      bytes[length++] = 0xe0 | (point >> 12);
      bytes[length++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[length++] = 0x80 | (point & 0x3f);
    } else {
      bytes[length++] = 0xf0 | (point >> 18);
      bytes[length++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[length++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[length++] = 0x80 | (point & 0x3f);
    }
  }
  return bytes.slice(0, length);
}

/** CR LF and lone CR (old Mac OS) as LF; editors count lines in the same way. */
export function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}

const REPLACEMENT = 0xfffd;

function decodeAs(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return { ...decodeUtf8(bytes, 3), encoding: 'utf-8', by: 'bom' };
  }
  if (first === 0xff && second === 0xfe) return { ...decodeUtf16(bytes, 0), encoding: 'utf-16le', by: 'bom' };
  if (first === 0xfe && second === 0xff) return { ...decodeUtf16(bytes, 1), encoding: 'utf-16be', by: 'bom' };
  const utf8 = decodeUtf8(bytes, 0);
  if (utf8.replaced === 0) return { ...utf8, encoding: 'utf-8', by: 'valid' };
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252', by: 'fallback', replaced: 0 };
}

/** Collects UTF-16 code units; `String.fromCharCode` takes a bounded number of arguments. */
class TextBuilder {
  static readonly #CHUNK = 8192;
  readonly #units = new Uint16Array(TextBuilder.#CHUNK + 1);
  #length = 0;
  #text = '';

  add(point: number): void {
    if (point > 0xffff) {
      this.#units[this.#length++] = 0xd7c0 + (point >> 10);
      this.#units[this.#length++] = 0xdc00 | (point & 0x3ff);
    } else this.#units[this.#length++] = point;
    if (this.#length >= TextBuilder.#CHUNK) this.#flush();
  }

  /** Bytes below 0x80, which are their own code units. */
  addAscii(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#flush();
    for (let from = 0; from < bytes.length; from += TextBuilder.#CHUNK) {
      this.#text += fromUnits(bytes.subarray(from, from + TextBuilder.#CHUNK));
    }
  }

  toString(): string {
    this.#flush();
    return this.#text;
  }

  #flush(): void {
    this.#text += fromUnits(this.#units.subarray(0, this.#length));
    this.#length = 0;
  }
}

/** `apply` reads the array as it is; spreading it would go through its iterator, at ten times the cost. */
const fromUnits = (units: Uint8Array | Uint16Array): string =>
  String.fromCharCode.apply(null, units as unknown as number[]);

/**
 * Strict by Unicode's table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF. Each maximal malformed part
 * counts as one replacement, as the WHATWG Encoding Standard has it.
 */
function decodeUtf8(bytes: Uint8Array, from: number): { text: string; replaced: number } {
  const out = new TextBuilder();
  let replaced = 0;
  let at = from;
  while (at < bytes.length) {
    const run = at;
    while (at < bytes.length && bytes[at]! < 0x80) at += 1;
    out.addAscii(bytes.subarray(run, at));
    if (at === bytes.length) break;
    const lead = bytes[at++]!;
    let needed = 0;
    let point = 0;
    if (lead >= 0xc2 && lead <= 0xdf) [needed, point] = [1, lead & 0x1f];
    else if (lead >= 0xe0 && lead <= 0xef) [needed, point] = [2, lead & 0x0f];
    else if (lead >= 0xf0 && lead <= 0xf4) [needed, point] = [3, lead & 0x07];
    // The second byte's range depends on the first.
    let low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    let high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    let complete = needed > 0;
    for (; needed > 0; needed -= 1) {
      const next = bytes[at];
      if (next === undefined || next < low || next > high) {
        complete = false;
        break;
      }
      point = (point << 6) | (next & 0x3f);
      at += 1;
      [low, high] = [0x80, 0xbf];
    }
    if (!complete) replaced += 1;
    out.add(complete ? point : REPLACEMENT);
  }
  return { text: out.toString(), replaced };
}

/** What follows the BOM; a unit's low byte stands first in little endian, second in big endian. */
function decodeUtf16(bytes: Uint8Array, bigEndian: 0 | 1): { text: string; replaced: number } {
  const out = new TextBuilder();
  const unit = (at: number): number => (bytes[at + 1 - bigEndian]! << 8) | bytes[at + bigEndian]!;
  let replaced = 0;
  let at = 2;
  for (; at + 1 < bytes.length; at += 2) {
    const first = unit(at);
    if (first < 0xd800 || first > 0xdfff) {
      out.add(first);
      continue;
    }
    const second = at + 3 < bytes.length ? unit(at + 2) : 0;
    if (first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff) {
      out.add(0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff));
      at += 2;
    } else {
      out.add(REPLACEMENT);
      replaced += 1;
    }
  }
  if (at < bytes.length) {
    out.add(REPLACEMENT);
    replaced += 1;
  }
  return { text: out.toString(), replaced };
}

/** Code points of the bytes 0x80 to 0x9f (https://encoding.spec.whatwg.org/index-windows-1252.txt); the other bytes are Latin-1. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

function decodeWindows1252(bytes: Uint8Array): string {
  const out = new TextBuilder();
  for (const byte of bytes) out.add(byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte);
  return out.toString();
}

/** A NUL stands in no text; other control characters but white space and ESC stand in few. */
function isBinary(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0) return true;
    if (unit < 0x20 && (unit < 0x08 || unit > 0x0d) && unit !== 0x1b) controls += 1;
  }
  return controls > text.length * MAX_CONTROL_SHARE;
}
