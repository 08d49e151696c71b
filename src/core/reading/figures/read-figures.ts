/** Finds the figures of a text: numbers with their unit, what they count, and how they are hedged. */
import type { Span } from '../../text/span.ts';
import { type Atoms } from '../atoms.ts';
import type { Figure } from '../types.ts';
import type { FigureGrammar, NumberPhrase, UnitPhrase } from './grammar.ts';
import { between, hedged, roundingSlack, tidy } from './intervals.ts';

export interface ReadFiguresOptions {
  readonly grammar: FigureGrammar;
  /** Spans whose numbers are dates; in document order. */
  readonly dates: readonly Span[];
  /** Names, whose numbers are parts of them ("Boeing 747"); in document order. */
  readonly names?: readonly Span[];
}

/** In document order, without overlap. Linear: every look around a number is bounded. */
export function readFigures(atoms: Atoms, { grammar, dates, names = [] }: ReadFiguresOptions): Figure[] {
  const taken = [new Cursor(dates), new Cursor(names)];
  const figures: Figure[] = [];
  const links: Link[] = [];
  let sentence = 0;
  for (let at = 0; at < atoms.length;) {
    if (atoms.isEnd(at)) sentence += 1;
    const number = grammar.readNumber(atoms, at);
    if (number === null) {
      at += 1;
      continue;
    }
    const start = atoms.start(at);
    const end = atoms.end(number.end - 1);
    const free = !taken.some((cursor) => cursor.meets(start, end));
    const figure = free && !grammar.isLabel(atoms, at, number.end) ? compose(atoms, at, number, grammar, taken) : null;
    if (figure) {
      figures.push(figure);
      links.push({ sentence, link: grammar.changeLink(atoms, at) });
      at = Math.max(number.end, atoms.at(figure.end - 1) + 1);
    } else at = number.end;
  }
  return carryUnits(figures, links);
}

interface Link {
  readonly sentence: number;
  readonly link: 'from' | 'to' | null;
}

/** Small numbers in words are pronouns and articles where they count nothing ("the two", "one of them"). */
const LARGEST_BARE_WORD = 12;

function compose(
  atoms: Atoms,
  first: number,
  number: NumberPhrase,
  grammar: FigureGrammar,
  taken: readonly Cursor[],
): Figure | null {
  const unit = grammar.readUnit(atoms, first, number.end);
  let after = Math.max(number.end, unit?.end ?? 0);
  let counted = unit?.complete ? null : grammar.readCounted(atoms, after, number.value === 1 && !unit);
  if (counted && taken[0]?.meets(atoms.start(counted.first), atoms.end(counted.end - 1))) counted = null;
  const hedge = grammar.readHedge(atoms, unit?.start ?? first, after);
  // "500 or more ships"
  if (hedge && hedge.start >= after && counted === null && !unit?.complete)
    counted = grammar.readCounted(atoms, hedge.end, false);
  const told = unit !== null || counted !== null || number.unit !== undefined || number.floor !== undefined;
  if (!told) {
    if (number.words && (number.value ?? 0) <= LARGEST_BARE_WORD) return null;
    if (hedge === null && grammar.isBareLabel(atoms, first, number.end)) return null;
  }
  // Percentages and rates are of something that need not stand beside them: the span ends with the unit.
  if (counted && (unit === null || unit.factor !== undefined)) after = counted.end;
  const factor = unit?.factor ?? 1;
  const value = number.value === null ? null : tidy(number.value * factor);
  return {
    start: atoms.start(unit?.start ?? first),
    end: closingQuote(atoms, after),
    number: { start: atoms.start(first), end: atoms.end(number.end - 1) },
    value,
    interval: intervalOf(number, factor, hedge?.kind ?? null),
    unit: unitName(unit, number),
    counted: counted && {
      span: { start: atoms.start(counted.first), end: atoms.end(counted.end - 1) },
      lemma: grammar.lemma(atoms.text.slice(atoms.start(counted.first), atoms.end(counted.end - 1))),
    },
    hedge: hedge
      ? { span: { start: atoms.start(hedge.start), end: atoms.end(hedge.end - 1) }, kind: hedge.kind }
      : impliedHedge(atoms, first, number),
  };
}

const unitName = (unit: UnitPhrase | null, number: NumberPhrase): string | null =>
  unit && unit.unit !== '' ? unit.unit : (number.unit ?? null);

function intervalOf(
  number: NumberPhrase,
  factor: number,
  hedge: NonNullable<Figure['hedge']>['kind'] | null,
): Figure['interval'] {
  if (number.value === null) return hedged(number.floor ?? 0, 'open');
  const value = tidy(number.value * factor);
  // "m" and "bn" show a rounded number as well as "million" does.
  const slack = factor > 1 ? roundingSlack(factor * lastPlace(number.value), value) : number.slack;
  if (number.to !== undefined) return between(value, tidy(number.to * factor));
  return hedged(value, hedge, slack);
}

/** Worth of the last digit that a number needs: 0.01 for 4.83, 1 for 45. */
function lastPlace(value: number): number {
  const [, decimals = ''] = String(value).split('.');
  return 10 ** -decimals.length;
}

/** Ranges and open numbers hedge themselves. */
function impliedHedge(atoms: Atoms, first: number, number: NumberPhrase): Figure['hedge'] {
  if (number.to === undefined && number.floor === undefined) return null;
  return {
    span: { start: atoms.start(first), end: atoms.end(number.end - 1) },
    kind: number.to === undefined ? 'open' : 'range',
  };
}

/** Takes in the mark that closes one opened within the figure: 44 lethal “strikes”. */
function closingQuote(atoms: Atoms, end: number): number {
  const code = atoms.mark(end);
  const closes = atoms.glued(end) && (code === 0x201d || code === 0x22 || code === 0x2019);
  if (!closes) return atoms.end(end - 1);
  const open = code === 0x201d ? 0x201c : code === 0x2019 ? 0x2018 : 0x22;
  for (let at = end - 1; at > end - 8; at -= 1) if (atoms.mark(at) === open) return atoms.end(end);
  return atoms.end(end - 1);
}

/** "fell from 8.2 per 1,000 in 1990 to 3.1 in 1999", "from 5 to 7 percent": the ends of a change share unit and noun. */
function carryUnits(figures: readonly Figure[], links: readonly Link[]): Figure[] {
  return figures.map((figure, index) => {
    if (figure.unit !== null || figure.counted !== null) return figure;
    const link = links[index];
    const other = link?.link === 'to' ? -1 : link?.link === 'from' ? 1 : 0;
    const partner = other === 0 ? undefined : figures[index + other];
    const wanted = link?.link === 'to' ? 'from' : 'to';
    if (!partner || links[index + other]?.sentence !== link?.sentence || links[index + other]?.link !== wanted)
      return figure;
    return { ...figure, unit: partner.unit, counted: partner.counted };
  });
}

/** Asks in document order whether a stretch meets one of the spans; each span is passed once. */
class Cursor {
  readonly #spans: readonly Span[];
  #at = 0;

  constructor(spans: readonly Span[]) {
    this.#spans = spans;
  }

  /** `start` must not go back by more than one span. */
  meets(start: number, end: number): boolean {
    while (this.#at < this.#spans.length && (this.#spans[this.#at] as Span).end <= start) this.#at += 1;
    while (this.#at > 0 && (this.#spans[this.#at - 1] as Span).end > start) this.#at -= 1;
    const next = this.#spans[this.#at];
    return next !== undefined && next.start < end;
  }
}
