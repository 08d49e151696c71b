/** English expressions of what recurs: "every Monday", "each year", "Tuesday nights". */
import type { Atoms } from '../atoms.ts';
import type { DatePhrase } from '../dates/grammar.ts';
import { isoDuration, type Unit } from '../dates/units.ts';
import { Cue } from '../lexicon.ts';

/** "every Monday", "each year", "every two weeks", "Mondays", "Tuesday nights". */
export function readSet(atoms: Atoms, at: number): DatePhrase | null {
  let next = at + 1;
  if (atoms.is(next, 'other')) next += 1;
  const { cues, weekday, month, unit } = atoms.entry(next);
  if (cues & Cue.weekday && atoms.isCapitalized(next)) return setOfWeekdays(atoms, at, next);
  if (cues & Cue.month && atoms.isCapitalized(next))
    return setPhrase(`XXXX-${String(month).padStart(2, '0')}`, next + 1);
  if (cues & Cue.season && weekday === 0) return setPhrase(`XXXX-${atoms.entry(next).season}`, next + 1);
  if (cues & Cue.unit) return setPhrase(isoDuration(next > at + 1 ? 2 : 1, unit as Unit), next + 1);
  if (cues & Cue.dayPart) return setPhrase('P1D', next + 1);
  const { number } = atoms.entry(next);
  const times = atoms.isDigits(next) ? atoms.number(next) : cues & Cue.cardinal ? number : 0;
  const counted = atoms.entry(next + 1);
  return times > 0 && counted.cues & Cue.unit ? setPhrase(isoDuration(times, counted.unit as Unit), next + 2) : null;
}

export function setOfWeekdays(atoms: Atoms, start: number, at: number): DatePhrase {
  const part = atoms.has(at + 1, Cue.dayPart) ? 1 : 0;
  return { start, ...setPhrase(`XXXX-WXX-${atoms.entry(at).weekday}`, at + 1 + part) };
}

const setPhrase = (value: string, end: number): DatePhrase => ({
  end,
  kind: 'set',
  meaning: { kind: 'constant', value },
  rule: 'set',
});
