/** Units of time, from small to large. */
export const Unit = {
  second: 1,
  minute: 2,
  hour: 3,
  day: 4,
  week: 5,
  fortnight: 6,
  month: 7,
  quarter: 8,
  year: 9,
  decade: 10,
  century: 11,
  millennium: 12,
  weekend: 13,
} as const;

export type Unit = (typeof Unit)[keyof typeof Unit];

/** ISO 8601 duration of so many units; `null` is an untold number, written X as in dates. */
export function isoDuration(amount: number | null, unit: Unit): string {
  if (amount !== null && !Number.isInteger(amount) && SMALLER[unit]) {
    const [parts, name] = SMALLER[unit];
    const whole = Math.floor(amount);
    const rest = `${Math.round((amount - whole) * parts)}${name}`;
    return whole === 0 ? `P${unit === Unit.hour ? 'T' : ''}${rest}` : isoDuration(whole, unit) + rest;
  }
  const [factor, designator] = DURATIONS[unit];
  const number = amount === null ? 'X' : String(Math.round(amount * factor * 1000) / 1000);
  return designator === 'H' || designator === 'm' || designator === 'S'
    ? `PT${number}${designator === 'm' ? 'M' : designator}`
    : `P${number}${designator}`;
}

/** Fractions of these are told in the next smaller unit: "2 1/2 years" is P2Y6M. */
const SMALLER: Partial<Record<Unit, readonly [number, string]>> = {
  [Unit.year]: [12, 'M'],
  [Unit.hour]: [60, 'M'],
  [Unit.minute]: [60, 'S'],
};

/** ISO 8601 has no quarters, decades or centuries: they are told in months and years. */
const DURATIONS: Readonly<Record<Unit, readonly [number, string]>> = {
  [Unit.second]: [1, 'S'],
  [Unit.minute]: [1, 'm'],
  [Unit.hour]: [1, 'H'],
  [Unit.day]: [1, 'D'],
  [Unit.week]: [1, 'W'],
  [Unit.fortnight]: [2, 'W'],
  [Unit.month]: [1, 'M'],
  [Unit.quarter]: [3, 'M'],
  [Unit.year]: [1, 'Y'],
  [Unit.decade]: [10, 'Y'],
  [Unit.century]: [100, 'Y'],
  [Unit.millennium]: [1000, 'Y'],
  [Unit.weekend]: [2, 'D'],
};
