/** English words of the calendar and the clock, and the cues around them. */
import { Cue, type Entry } from '../lexicon.ts';
import { Unit } from '../dates/units.ts';
import type { Holiday } from '../dates/meaning.ts';

type Fact = { readonly form: string } & Partial<Entry>;

const words = (list: string, facts: Partial<Entry>): Fact[] => list.split(' ').map((form) => ({ form, ...facts }));

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
/** Months that are other words or people's names as often. */
const WEAK_MONTHS = new Set(['march', 'april', 'may', 'june', 'august']);
const MONTH_ABBREVIATIONS: readonly [string, number][] = [
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['apr', 4],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['sep', 9],
  ['sept', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
  // As letters wrote them well into the nineteenth century.
  ['jany', 1],
  ['feby', 2],
  ['augt', 8],
  ['septr', 9],
  ['octr', 10],
  ['novr', 11],
  ['decr', 12],
];
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const WEEKDAY_ABBREVIATIONS: readonly [string, number][] = [
  ['mon', 1],
  ['tue', 2],
  ['tues', 2],
  ['wed', 3],
  ['weds', 3],
  ['thu', 4],
  ['thur', 4],
  ['thurs', 4],
  ['fri', 5],
  ['sat', 6],
  ['sun', 7],
];
const UNITS: readonly [string, Unit][] = [
  ['second', Unit.second],
  ['minute', Unit.minute],
  ['hour', Unit.hour],
  ['day', Unit.day],
  ['week', Unit.week],
  ['fortnight', Unit.fortnight],
  ['month', Unit.month],
  ['quarter', Unit.quarter],
  ['year', Unit.year],
  ['decade', Unit.decade],
  ['millennium', Unit.millennium],
  ['weekend', Unit.weekend],
];

export const DATE_WORDS: readonly Fact[] = [
  ...MONTHS.map((form, index) => ({
    form,
    month: index + 1,
    cues: WEAK_MONTHS.has(form) ? Cue.month | Cue.weakMonth : Cue.month,
  })),
  ...MONTH_ABBREVIATIONS.map(([form, month]) => ({ form, month, cues: Cue.month | Cue.weakMonth })),
  ...WEEKDAYS.map((form, index) => ({ form, weekday: index + 1, cues: Cue.weekday })),
  ...WEEKDAYS.map((form, index) => ({ form: `${form}s`, weekday: index + 1, cues: Cue.weekday | Cue.plural })),
  ...WEEKDAY_ABBREVIATIONS.map(([form, weekday]) => ({ form, weekday, cues: Cue.weekday | Cue.weakWeekday })),
  ...UNITS.flatMap(([form, unit]) => [
    { form, unit, cues: Cue.unit },
    { form: `${form}s`, unit, cues: Cue.unit | Cue.plural },
  ]),
  { form: 'century', unit: Unit.century, cues: Cue.unit },
  { form: 'centuries', unit: Unit.century, cues: Cue.unit | Cue.plural },
  { form: 'millennia', unit: Unit.millennium, cues: Cue.unit | Cue.plural },
  { form: 'mins', unit: Unit.minute, cues: Cue.unit | Cue.plural },
  { form: 'hrs', unit: Unit.hour, cues: Cue.unit | Cue.plural },
  { form: 'yrs', unit: Unit.year, cues: Cue.unit | Cue.plural },
  ...words('spring', { season: 21, cues: Cue.season }),
  ...words('summer', { season: 22, cues: Cue.season }),
  ...words('autumn fall', { season: 23, cues: Cue.season }),
  ...words('winter', { season: 24, cues: Cue.season }),
  ...words('morning afternoon evening night noon midday midnight', { cues: Cue.dayPart }),
  ...words('mornings afternoons evenings nights', { cues: Cue.dayPart | Cue.plural }),
  ...words('today tonight', { offset: 0, cues: Cue.deictic }),
  ...words('yesterday', { offset: -1, cues: Cue.deictic }),
  ...words('tomorrow', { offset: 1, cues: Cue.deictic }),
  ...words('the a an this that these those its their his her our', { cues: Cue.determiner }),
  ...words('last past previous preceding prior', { offset: -1, cues: Cue.shift }),
  ...words('current latest', { offset: 0, cues: Cue.shift }),
  ...words('next coming following upcoming', { offset: 1, cues: Cue.shift }),
  ...words('same', { offset: 0, cues: Cue.shift }),
  ...words('plans plan planned hopes intends aims', { cues: Cue.intention }),
  ...words('early beginning start', { offset: -1, cues: Cue.phase }),
  ...words('mid middle', { offset: 0, cues: Cue.phase }),
  ...words('late end', { offset: 1, cues: Cue.phase }),
  ...words('earlier', { offset: -1, cues: Cue.phase | Cue.distance }),
  ...words('later', { offset: 1, cues: Cue.phase | Cue.distance }),
  ...words('ago before previously', { offset: -1, cues: Cue.distance }),
  ...words('after hence afterwards afterward', { offset: 1, cues: Cue.distance }),
  ...words('fiscal financial calendar', { cues: Cue.fiscal }),
  ...words('every each', { cues: Cue.each }),
  ...words('hourly daily nightly weekly fortnightly monthly quarterly yearly annually', { cues: Cue.frequency }),
  ...words('now currently nowadays recently recent soon previously formerly future past once', { cues: Cue.vague }),
  ...words(
    'in on since until till by from to of during before after between around circa through throughout for at about within over and or through via',
    {
      cues: Cue.preposition,
    },
  ),
  ...words('will shall ll scheduled expected expects expect due slated would going payable', {
    cues: Cue.future,
  }),
  ...words(
    'was were had did said told has have been met held took made came went got gave won lost fell rose sold bought became began left found sent led saw spoke shot broke brought built caught chose drew drove flew fought grew heard kept knew laid paid ran sank sat stood struck swore taught thought threw understood woke wore wrote hit cut',
    { cues: Cue.past },
  ),
  ...words(
    'christmas thanksgiving easter halloween good new boxing palm ash valentine labor labour memorial veterans election armistice bastille',
    {
      cues: Cue.holiday,
    },
  ),
];

/** Unit that an adverb of frequency counts by. */
export const FREQUENCIES: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['hourly', Unit.hour],
  ['daily', Unit.day],
  ['nightly', Unit.day],
  ['weekly', Unit.week],
  ['fortnightly', Unit.fortnight],
  ['monthly', Unit.month],
  ['quarterly', Unit.quarter],
  ['yearly', Unit.year],
  ['annually', Unit.year],
]);

/** Holidays by their words; the longest that fits is taken. Those that move from country to country are left out. */
export const HOLIDAYS: readonly (readonly [readonly string[], Holiday])[] = (
  [
    ['christmas eve', { month: 12, day: 24 }],
    ['christmas day', { month: 12, day: 25 }],
    ['christmas', { month: 12, day: 25 }],
    ['boxing day', { month: 12, day: 26 }],
    ['new year s eve', { month: 12, day: 31 }],
    ['new year s day', { month: 1, day: 1 }],
    ['new year s', { month: 1, day: 1 }],
    ['thanksgiving day', { month: 11, weekday: 4, nth: 4 }],
    ['thanksgiving', { month: 11, weekday: 4, nth: 4 }],
    ['halloween', { month: 10, day: 31 }],
    ['valentine s day', { month: 2, day: 14 }],
    ['labor day', { month: 9, weekday: 1, nth: 1 }],
    ['memorial day', { month: 5, weekday: 1, nth: -1 }],
    ['veterans day', { month: 11, day: 11 }],
    ['armistice day', { month: 11, day: 11 }],
    ['bastille day', { month: 7, day: 14 }],
    ['election day', { month: 11, weekday: 1, nth: 1, plus: 1 }],
    ['ash wednesday', { easter: -46 }],
    ['palm sunday', { easter: -7 }],
    ['good friday', { easter: -2 }],
    ['easter sunday', { easter: 0 }],
    ['easter monday', { easter: 1 }],
    ['easter', { easter: 0 }],
  ] as const
).map(([form, holiday]) => [form.split(' '), holiday] as const);

/** Words after a weekday or month that make it a name: mastheads and broadcasts. */
export const MASTHEADS = new Set(
  'times post telegraph mail express mirror herald observer star sun independent tribune journal review world football live'.split(
    ' ',
  ),
);

/** Words before a weekday that make it a name. */
export const NAMED_WEEKDAYS = new Set('black bloody super cyber ruby man giving'.split(' '));

/** Nouns that four digits count: then they are no year. */
export const COUNTED_AFTER_YEAR = new Set(
  'people men women children soldiers troops dollars euros pounds yen francs points feet miles kilometers kilometres meters metres km mi kg tons tonnes barrels shares units times hours days weeks months years votes homes houses jobs workers students pages words words calories mph rpm hp cc watts volts percent per pct million billion thousand hundred gmt utc est edt hours hrs local'.split(
    ' ',
  ),
);

/** Words before four digits that make them a label. */
export const LABELS_BEFORE_NUMBER = new Set(
  'no flight room route highway channel page paragraph section article boeing airbus model number top fortune russell s p nikkei'.split(
    ' ',
  ),
);
