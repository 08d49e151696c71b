/**
 * Quotation marks: which belong together, and which do not fit. Works paragraph by paragraph in one pass,
 * since a stray mark must not spoil the rest of the text.
 */
import type { Span } from '../../text/span.ts';
import type { MarkProblem } from '../types.ts';
import {
  CLOSERS,
  direction,
  isInchMark,
  isRegularPair,
  isSingle,
  isSpace,
  isWordCharacter,
  MARK,
  startsElision,
} from './mark-facts.ts';

/** The words between two marks, or between an opening mark and the end of its paragraph. */
export interface MarkedSpan extends Span {
  readonly outer: Span;
  readonly open: string;
  /** Null where the mark is missing, or where the next paragraph opens the same quotation again. */
  readonly close: string | null;
  /** The next paragraph repeats the opening mark: one quotation in several paragraphs. */
  readonly runsOn: boolean;
  /** Index of the enclosing span in the same list, or null. */
  readonly within: number | null;
}

export interface Marks {
  /** In document order, what encloses before what it encloses. */
  readonly spans: readonly MarkedSpan[];
  /** In document order. */
  readonly problems: readonly MarkProblem[];
}

/** Finds the marks of `text`. `paragraphs` are in order, trimmed, and do not overlap. Linear in the text's length. */
export function readMarks(text: string, paragraphs: readonly Span[]): Marks {
  const found: Pair[] = [];
  const problems: MarkProblem[] = [];
  const hits = Array.from(text.matchAll(MARK), (hit): Hit => ({ at: hit.index, mark: hit[0] }));
  const lines = linesOf(text, paragraphs, hits);
  for (let at = 0; at < lines.length;) {
    const last = lastOfQuotation(lines, at);
    const [first, end] = [lines[at]!, lines[last]!];
    const span = { start: first.paragraph.start, end: end.paragraph.end };
    const inside = hits.slice(first.from, end.to);
    const next = lines[last + 1];
    const opensNext = next && hits[end.to]?.at === next.paragraph.start ? hits[end.to]!.mark : null;
    if (inside.length > 0) new ParagraphMarks(text, span, found, problems).read(inside, opensNext);
    at = last + 1;
  }
  const spans = nested(found);
  problems.push(...mixedStyles(spans));
  return { spans, problems: problems.sort((a, b) => a.start - b.start) };
}

interface Hit {
  readonly at: number;
  readonly mark: string;
}

/** A paragraph, its marks, and how many of them lack a partner within it. */
interface Line {
  readonly paragraph: Span;
  /** Indices into the marks of the text; end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly oddStraight: boolean;
  /** Curly marks that open minus those that close. */
  readonly openCurly: number;
  /** Its first character is a mark. */
  readonly opensAtStart: boolean;
  /** Only a line end, no blank line, parts it from the next. */
  readonly touchesNext: boolean;
}

function linesOf(text: string, paragraphs: readonly Span[], hits: readonly Hit[]): Line[] {
  let from = 0;
  return paragraphs.map((paragraph, index) => {
    while (from < hits.length && hits[from]!.at < paragraph.start) from += 1;
    let to = from;
    while (to < hits.length && hits[to]!.at < paragraph.end) to += 1;
    const marks = hits.slice(from, to).map(({ mark }) => mark);
    const count = (mark: string) => marks.filter((each) => each === mark).length;
    const next = paragraphs[index + 1];
    const line = {
      paragraph,
      from,
      to,
      oddStraight: count('"') % 2 === 1,
      openCurly: count('“') - count('”'),
      opensAtStart: hits[from]?.at === paragraph.start,
      touchesNext: next !== undefined && text.slice(paragraph.end, next.start).split('\n').length === 2,
    };
    from = to;
    return line;
  });
}

/** Lines that one quotation may run over, where each sentence or each printed line has a line of its own. */
const MOST_LINES = 16;

/**
 * Index of the line that closes what the line at `first` opens; `first` itself where its marks are in order, where blank
 * lines part it from the rest, or where the next line opens the quotation anew.
 */
function lastOfQuotation(lines: readonly Line[], first: number): number {
  const { oddStraight, openCurly } = lines[first]!;
  if (!oddStraight && openCurly !== 1) return first;
  for (let at = first; at - first < MOST_LINES && lines[at]!.touchesNext; at += 1) {
    const next = lines[at + 1]!;
    if (next.opensAtStart) return first;
    const closes = (oddStraight && next.oddStraight) || (openCurly === 1 && next.openCurly === -1);
    if (closes) return at + 1;
    if (next.oddStraight || next.openCurly !== 0) return first;
  }
  return first;
}

/** Opening and closing mark by offset; `end` is where the outer span ends. */
interface Pair {
  readonly start: number;
  readonly end: number;
  readonly open: string;
  readonly close: string | null;
  readonly runsOn: boolean;
}

interface Open {
  readonly at: number;
  readonly mark: string;
  /** The first mark after an "s" that may close this single mark, or be the apostrophe of "the boys’ …"; -1 for none. */
  maybe: number;
  /** How many pairs were complete when it opened: later ones lie inside. */
  readonly pairsBefore: number;
}

/** Marks nest two or three deep in print; looking further down would let a hostile text take quadratic time. */
const DEEPEST = 8;

class ParagraphMarks {
  readonly #text: string;
  readonly #paragraph: Span;
  readonly #found: Pair[];
  readonly #problems: MarkProblem[];
  readonly #stack: Open[] = [];

  constructor(text: string, paragraph: Span, found: Pair[], problems: MarkProblem[]) {
    this.#text = text;
    this.#paragraph = paragraph;
    this.#found = found;
    this.#problems = problems;
  }

  read(hits: readonly Hit[], nextOpensWith: string | null): void {
    const straight = straightDirections(this.#text, this.#paragraph, hits);
    for (const { at, mark } of hits) {
      if (isSingle(mark)) this.#single(at, mark);
      else this.#double(at, mark, straight.get(at));
    }
    this.#settle(nextOpensWith);
  }

  #double(at: number, mark: string, straight: 'open' | 'close' | undefined): void {
    const points = straight ?? direction(this.#text, this.#paragraph, at, mark.length);
    const depth = this.#closable(mark);
    const mayOpen = CLOSERS.has(mark);
    // Only these two can mean another quotation where one is open that they could close.
    const reopens = points === 'open' && (mark === '"' || mark === '“');
    if (depth >= 0 && !reopens) this.#close(depth, at, mark);
    else if (depth < 0 && mark === '“' && points === 'close' && this.#top()?.mark === '“')
      this.#close(this.#stack.length - 1, at, mark);
    else if (mayOpen && points !== 'close') {
      // A straight mark cannot stand inside a straight one: the earlier was never closed.
      if (mark === '"' && depth >= 0 && this.#stack[depth]!.mark === '"') this.#drop(depth);
      this.#push(at, mark);
    } else if (mayOpen && mark !== '"' && mark !== '”' && mark !== "''") this.#push(at, mark);
    else if (!isInchMark(this.#text, at, mark)) this.#problem(at, at + mark.length, 'unopened');
  }

  #single(at: number, mark: string): void {
    const before = at > this.#paragraph.start ? this.#text[at - 1] : undefined;
    const after = at + 1 < this.#paragraph.end ? this.#text[at + 1] : undefined;
    const top = this.#top();
    const closes = top !== undefined && isSingle(top.mark) && CLOSERS.get(top.mark)!.includes(mark);
    if (closes && !isWordCharacter(after) && before !== undefined && !isSpace(before)) {
      const afterS = /s/i.test(before) && (after === undefined || isSpace(after));
      if (!afterS) this.#close(this.#stack.length - 1, at, mark);
      else if (top.maybe < 0) top.maybe = at;
      return;
    }
    if (mark === '’' || !CLOSERS.has(mark) || isWordCharacter(before)) return;
    if (after === undefined || isSpace(after) || startsElision(this.#text, at)) return;
    if (top !== undefined && isSingle(top.mark)) this.#drop(this.#stack.length - 1);
    this.#push(at, mark);
  }

  #top(): Open | undefined {
    return this.#stack[this.#stack.length - 1];
  }

  #push(at: number, mark: string): void {
    this.#stack.push({ at, mark, maybe: -1, pairsBefore: this.#found.length });
  }

  /** Depth of the open mark that `mark` may close, or -1. */
  #closable(mark: string): number {
    for (let depth = this.#stack.length - 1; depth >= Math.max(0, this.#stack.length - DEEPEST); depth -= 1)
      if (CLOSERS.get(this.#stack[depth]!.mark)!.includes(mark) && !isSingle(this.#stack[depth]!.mark)) return depth;
    return -1;
  }

  #close(depth: number, at: number, mark: string): void {
    this.#drop(depth + 1);
    const { at: start, mark: open } = this.#stack.pop()!;
    const end = at + mark.length;
    if (start + open.length >= at) return;
    this.#found.push({ start, end, open, close: mark, runsOn: false });
    if (!isRegularPair(open, mark) && !isSingle(mark)) this.#problem(start, end, 'mismatched');
  }

  /** Gives up what is open from `depth` on; a single mark that may have been closed was closed. */
  #drop(depth: number): void {
    for (const opened of this.#stack.splice(depth)) {
      if (!isSingle(opened.mark)) this.#problem(opened.at, opened.at + opened.mark.length, 'unclosed');
      else if (opened.maybe > opened.at + 1)
        this.#found.push({
          start: opened.at,
          end: opened.maybe + 1,
          open: opened.mark,
          close: this.#text[opened.maybe]!,
          runsOn: false,
        });
    }
  }

  /** At the paragraph's end: the quotation runs on in the next one, or its end is missing. */
  #settle(nextOpensWith: string | null): void {
    const outermost = this.#stack[0];
    const innermost = this.#top();
    if (outermost !== undefined && outermost.mark === nextOpensWith && !isSingle(outermost.mark)) {
      this.#drop(1);
      this.#stack.pop();
      this.#toParagraphEnd(outermost, true);
      return;
    }
    this.#drop(0);
    // With whole quotations after it, nobody can say where an unclosed one should have ended.
    if (innermost !== undefined && !isSingle(innermost.mark) && innermost.pairsBefore === this.#found.length)
      this.#toParagraphEnd(innermost, false);
  }

  #toParagraphEnd(opened: Open, runsOn: boolean): void {
    let end = this.#paragraph.end;
    while (isSpace(this.#text[end - 1]!)) end -= 1;
    if (end > opened.at + opened.mark.length)
      this.#found.push({ start: opened.at, end, open: opened.mark, close: null, runsOn });
  }

  #problem(start: number, end: number, kind: MarkProblem['kind']): void {
    this.#problems.push({ start, end, kind, others: [] });
  }
}

/**
 * Straight marks look the same at both ends. What stands around them mostly tells, and where that gives more
 * contradictions than plain alternation ("one, "two" three"), they alternate.
 */
function straightDirections(
  text: string,
  paragraph: Span,
  hits: readonly Hit[],
): ReadonlyMap<number, 'open' | 'close'> {
  const marks = hits
    .filter(({ mark }) => mark === '"')
    .map(({ at }) => ({ at, points: direction(text, paragraph, at, 1) }));
  const byContext = new Map<number, 'open' | 'close'>();
  let isOpen = false;
  let contradictions = 0;
  let slips = marks.length % 2;
  for (const [index, { at, points }] of marks.entries()) {
    const alternating = index % 2 === 0 ? 'open' : 'close';
    if (points !== 'either' && points !== alternating) slips += 1;
    const chosen: 'open' | 'close' = points === 'either' ? (isOpen ? 'close' : 'open') : points;
    if ((chosen === 'open') === isOpen) contradictions += 1;
    isOpen = chosen === 'open';
    byContext.set(at, chosen);
  }
  if (isOpen) contradictions += 1;
  if (slips >= contradictions) return byContext;
  return new Map(marks.map(({ at }, index) => [at, index % 2 === 0 ? 'open' : 'close']));
}

function nested(found: Pair[]): MarkedSpan[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const spans: MarkedSpan[] = [];
  const around: number[] = [];
  for (const { start, end, open, close, runsOn } of found) {
    while (around.length > 0 && spans[around[around.length - 1]!]!.outer.end <= start) around.pop();
    const within = around[around.length - 1] ?? null;
    around.push(spans.length);
    const inner = { start: start + open.length, end: end - (close?.length ?? 0) };
    spans.push({ ...inner, outer: { start, end }, open, close, runsOn, within });
  }
  return spans;
}

/** One problem per source: straight and curly double marks in one text, told at the first of the rarer style. */
function mixedStyles(spans: readonly MarkedSpan[]): MarkProblem[] {
  const straight = spans.filter((span) => span.open === '"' && span.close !== '”');
  const curly = spans.filter((span) => span.open === '“' && span.close !== '"');
  if (straight.length === 0 || curly.length === 0) return [];
  const [rarer, commoner] = straight.length < curly.length ? [straight, curly] : [curly, straight];
  return [{ ...rarer[0]!.outer, kind: 'mixed-styles', others: commoner.map((span) => span.outer) }];
}
