/** A place in a text as editors count: zero-based line, and column in UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of a text with LF line ends begin. Built once per text; look-ups are logarithmic. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offset of the first code unit of `line`; lines past the end give the text's length. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#length;
  }

  /** Offsets outside the text are clamped to its ends. */
  at(offset: number): LineColumn {
    const clamped = Math.min(Math.max(offset, 0), this.#length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: clamped - (this.#starts[low] ?? 0) };
  }

  /** The inverse of `at`; a column past the end of its line is clamped to the line's end. */
  offset({ line, column }: LineColumn): number {
    if (line >= this.#starts.length) return this.#length;
    const start = this.lineStart(line);
    const end = line + 1 < this.#starts.length ? this.lineStart(line + 1) - 1 : this.#length;
    return Math.min(start + column, end);
  }
}
