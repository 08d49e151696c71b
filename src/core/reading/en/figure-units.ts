/** English units, currencies, percentages, rates and ages around a number. */
import type { Atoms } from '../atoms.ts';
import { Cue } from '../lexicon.ts';
import { Unit } from '../dates/units.ts';
import type { UnitPhrase } from '../figures/grammar.ts';
import { CURRENCY_MARKS, DOLLARS, MEASURES, SUFFIX_FACTORS } from './figure-words.ts';
import { isDash, Mark, skipHyphen } from './marks.ts';
import { readNumeral } from './numbers.ts';

export function readUnit(atoms: Atoms, first: number, end: number): UnitPhrase | null {
  const money = readMoney(atoms, first, end);
  if (money) return money;
  if (atoms.mark(end) === Mark.percent) return { end: end + 1, unit: 'percent', complete: false };
  const age = readAge(atoms, first, end);
  if (age) return age;
  if (atoms.isWord(end) && atoms.glued(end) && atoms.isDigits(end - 1)) {
    const suffix = readSuffix(atoms, end);
    if (suffix) return suffix;
  }
  const rate = readRate(atoms, end);
  if (rate) return rate;
  // "tens of billions of dollars"
  const at = atoms.is(end, 'of') && atoms.has(end - 1, Cue.untold) ? end + 1 : skipHyphen(atoms, end);
  if (atoms.is(at, 'per') && atoms.is(at + 1, 'cent')) return { end: at + 2, unit: 'percent', complete: false };
  if (!atoms.has(at, Cue.measure)) return null;
  return readMeasure(atoms, at);
}

/** "$3m", "US$5", "€2 bn", "USD 40", "3 million pounds sterling". */
function readMoney(atoms: Atoms, first: number, end: number): UnitPhrase | null {
  const mark = CURRENCY_MARKS.get(atoms.mark(first - 1));
  const code = atoms.slice(first - 1);
  const named = mark === undefined && /^(?:USD|EUR|GBP|JPY|CNY|INR|RUB|CHF|CAD|AUD)$/.test(code) ? code : undefined;
  const currency = mark ?? named;
  if (currency === undefined) return null;
  const letters =
    mark === 'USD' && atoms.isWord(first - 2) && atoms.glued(first - 1)
      ? DOLLARS.get(atoms.lower(first - 2))
      : undefined;
  const start = letters === undefined ? first - 1 : first - 2;
  const factor = SUFFIX_FACTORS.get(atoms.lower(end));
  const multiplied = factor !== undefined && (atoms.glued(end) || atoms.width(end) > 1);
  return {
    start,
    end: multiplied ? end + 1 : end,
    unit: letters ?? currency,
    complete: true,
    ...(multiplied && { factor }),
  };
}

/** "3m", "40k", "45km": letters against the digits. */
function readSuffix(atoms: Atoms, at: number): UnitPhrase | null {
  const word = atoms.lower(at);
  const measure = MEASURES.get(word);
  if (measure !== undefined) return { end: at + 1, unit: measure, complete: true };
  const factor = SUFFIX_FACTORS.get(word);
  if (factor === undefined) return null;
  const next = atoms.lower(at + 1);
  // "3m people" are millions, "a 3m wall" is three metres high.
  const metres =
    word === 'm' &&
    !next.endsWith('s') &&
    next !== 'people' &&
    next !== 'men' &&
    next !== 'women' &&
    next !== 'children';
  return metres ? { end: at + 1, unit: 'm', complete: true } : { end: at + 1, unit: '', complete: false, factor };
}

/** "per 100,000", "per 1,000 live births", "per hour". */
function readRate(atoms: Atoms, end: number): UnitPhrase | null {
  if (!atoms.is(end, 'per')) return null;
  const base = readNumeral(atoms, end + 1);
  return base && { end: base.end, unit: `per ${base.value}`, complete: false };
}

/** "51-year-old", "51 years old", "51 years of age", and the appositive in "Ada Okafor, 51, said". */
function readAge(atoms: Atoms, first: number, end: number): UnitPhrase | null {
  const unit = skipHyphen(atoms, end);
  const { cues, unit: time } = atoms.entry(unit);
  if (cues & Cue.unit && time >= Unit.day) {
    const old = skipHyphen(atoms, unit + 1);
    const name = AGES[time];
    if (name === undefined) return null;
    if (atoms.is(old, 'old') || atoms.is(old, 'olds')) return { end: old + 1, unit: name, complete: true };
    return atoms.is(old, 'of') && atoms.is(old + 1, 'age') ? { end: old + 2, unit: name, complete: true } : null;
  }
  const age = atoms.isDigits(first) && end === first + 1 && atoms.number(first) >= 1 && atoms.number(first) <= OLDEST;
  if (!age) return null;
  if (atoms.is(first - 1, 'aged') || atoms.is(first - 1, 'age')) return { end, unit: 'year', complete: true };
  const appositive =
    atoms.mark(first - 1) === Mark.comma && atoms.mark(end) === Mark.comma && atoms.isCapitalized(first - 2);
  return appositive && atoms.entry(first - 2).cues === 0 && !atoms.isDigits(end + 1)
    ? { end, unit: 'year', complete: true }
    : null;
}

/** Older people are counted by other sentences. */
const OLDEST = 120;
const AGES: Readonly<Record<number, string>> = {
  [Unit.day]: 'day',
  [Unit.week]: 'week',
  [Unit.month]: 'month',
  [Unit.year]: 'year',
};

function readMeasure(atoms: Atoms, at: number): UnitPhrase | null {
  const word = atoms.lower(at);
  if (word === 'percentage' || word === 'basis') {
    const point = atoms.is(at + 1, 'points') || atoms.is(at + 1, 'point');
    return point ? { end: at + 2, unit: `${word} point`, complete: true } : null;
  }
  if (word === 'square' || word === 'cubic') {
    const measure = MEASURES.get(atoms.lower(skipHyphen(atoms, at + 1)));
    return measure === undefined
      ? null
      : { end: skipHyphen(atoms, at + 1) + 1, unit: measure + (word === 'square' ? '²' : '³'), complete: true };
  }
  if (word === 'pound' || word === 'pounds') {
    if (atoms.is(at + 1, 'sterling')) return { end: at + 2, unit: 'GBP', complete: true };
    return { end: at + 1, unit: atoms.is(at + 1, 'of') ? 'lb' : 'pound', complete: true };
  }
  const measure = MEASURES.get(word);
  if (measure === undefined) return null;
  if (measure === 'percent') return { end: at + 1, unit: measure, complete: false };
  const hourly =
    (measure === 'km' || measure === 'mile') &&
    (atoms.is(at + 1, 'per') || atoms.is(at + 1, 'an')) &&
    atoms.is(at + 2, 'hour');
  if (hourly) return { end: at + 3, unit: measure === 'km' ? 'km/h' : 'mph', complete: true };
  if (measure === 'times' && isDash(atoms.mark(at - 1))) return null;
  return { end: at + 1, unit: measure, complete: true };
}
