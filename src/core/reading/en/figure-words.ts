/** English words around numbers: units, currencies, what ends a counted phrase. */
import { Cue, type Entry } from '../lexicon.ts';

type Fact = { readonly form: string } & Partial<Entry>;

/** Names of units as `Figure.unit` has them: SI symbols, else the English singular; ISO 4217 for currencies. */
const UNITS: Readonly<Record<string, string>> = {
  percent: 'percent',
  pct: 'percent',
  dollar: 'USD',
  dollars: 'USD',
  cents: 'cent',
  euro: 'EUR',
  euros: 'EUR',
  yen: 'JPY',
  yuan: 'CNY',
  renminbi: 'CNY',
  rupee: 'INR',
  rupees: 'INR',
  ruble: 'RUB',
  rubles: 'RUB',
  rouble: 'RUB',
  roubles: 'RUB',
  hryvnia: 'UAH',
  hryvnias: 'UAH',
  francs: 'franc',
  peso: 'peso',
  pesos: 'peso',
  lira: 'TRY',
  shekels: 'ILS',
  rand: 'ZAR',
  won: 'KRW',
  ringgit: 'MYR',
  baht: 'THB',
  naira: 'NGN',
  pence: 'penny',
  km: 'km',
  kilometer: 'km',
  kilometers: 'km',
  kilometre: 'km',
  kilometres: 'km',
  kms: 'km',
  meter: 'm',
  meters: 'm',
  metre: 'm',
  metres: 'm',
  centimeters: 'cm',
  centimetres: 'cm',
  cm: 'cm',
  mm: 'mm',
  mile: 'mile',
  miles: 'mile',
  foot: 'foot',
  feet: 'foot',
  ft: 'foot',
  inch: 'inch',
  inches: 'inch',
  yards: 'yard',
  kg: 'kg',
  kilo: 'kg',
  kilos: 'kg',
  kilogram: 'kg',
  kilograms: 'kg',
  kilogrammes: 'kg',
  gram: 'g',
  grams: 'g',
  grammes: 'g',
  lb: 'lb',
  lbs: 'lb',
  ounces: 'ounce',
  tonne: 'tonne',
  tonnes: 'tonne',
  ton: 'ton',
  tons: 'ton',
  acre: 'acre',
  acres: 'acre',
  hectare: 'ha',
  hectares: 'ha',
  ha: 'ha',
  liter: 'l',
  liters: 'l',
  litre: 'l',
  litres: 'l',
  gallon: 'gallon',
  gallons: 'gallon',
  degrees: 'degree',
  mph: 'mph',
  kph: 'km/h',
  kmh: 'km/h',
  knots: 'knot',
  megawatts: 'MW',
  mw: 'MW',
  gigawatts: 'GW',
  gw: 'GW',
  kwh: 'kWh',
  kilowatts: 'kW',
  volts: 'V',
  hectopascals: 'hPa',
  megabytes: 'MB',
  gigabytes: 'GB',
  gb: 'GB',
  terabytes: 'TB',
  times: 'times',
};

/** Multipliers that are written against the digits. */
export const SUFFIX_FACTORS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['bn', 1e9],
  ['b', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
]);

export const MEASURES: ReadonlyMap<string, string> = new Map(Object.entries(UNITS));

/** Marks of currencies; "$" without a country's letters is the US dollar, "¥" the yen. */
export const CURRENCY_MARKS: ReadonlyMap<number, string> = new Map([
  [0x24, 'USD'],
  [0xa3, 'GBP'],
  [0x20ac, 'EUR'],
  [0xa5, 'JPY'],
  [0x20b9, 'INR'],
  [0x20bd, 'RUB'],
  [0x20ba, 'TRY'],
  [0x20b4, 'UAH'],
  [0x20aa, 'ILS'],
  [0x20a9, 'KRW'],
  [0x20a6, 'NGN'],
  [0x20b1, 'PHP'],
]);

/** Letters before "$". */
export const DOLLARS: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['hk', 'HKD'],
  ['nz', 'NZD'],
  ['s', 'SGD'],
  ['nt', 'TWD'],
  ['r', 'BRL'],
]);

/** Plurals that do not end in -s, and adjectives that stand for people: they are counted as they are. */
export const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['persons', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['policemen', 'policeman'],
  ['servicemen', 'serviceman'],
  ['servicewomen', 'servicewoman'],
  ['fishermen', 'fisherman'],
  ['gunmen', 'gunman'],
  ['crewmen', 'crewman'],
  ['firemen', 'fireman'],
  ['lives', 'life'],
  ['wives', 'wife'],
  ['knives', 'knife'],
  ['wolves', 'wolf'],
  ['halves', 'half'],
  ['leaves', 'leaf'],
  ['loaves', 'loaf'],
  ['thieves', 'thief'],
  ['shelves', 'shelf'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['crises', 'crisis'],
  ['analyses', 'analysis'],
  ['bases', 'base'],
  ['cases', 'case'],
  ['houses', 'house'],
  ['police', 'police'],
  ['personnel', 'personnel'],
  ['staff', 'staff'],
  ['cattle', 'cattle'],
  ['sheep', 'sheep'],
  ['fish', 'fish'],
  ['aircraft', 'aircraft'],
  ['spacecraft', 'spacecraft'],
  ['hovercraft', 'hovercraft'],
  ['crew', 'crew'],
  ['dead', 'dead'],
  ['wounded', 'wounded'],
  ['injured', 'injured'],
  ['missing', 'missing'],
  ['killed', 'killed'],
  ['deaths', 'death'],
  ['series', 'series'],
  ['species', 'species'],
  ['troops', 'troops'],
  ['buses', 'bus'],
  ['viruses', 'virus'],
  ['movies', 'movie'],
  ['cookies', 'cookie'],
  ['rookies', 'rookie'],
  ['zombies', 'zombie'],
  ['heroes', 'hero'],
  ['potatoes', 'potato'],
  ['tomatoes', 'tomato'],
  ['torpedoes', 'torpedo'],
  ['embargoes', 'embargo'],
  ['echoes', 'echo'],
  ['axes', 'axe'],
]);

/** Nouns and adverbs in -s that no number counts. */
export const NOT_PLURAL: ReadonlySet<string> = new Set(
  'this his its is was has as us thus plus perhaps always does says news politics economics less across versus yes besides towards afterwards gas bus loss class business process crisis basis'.split(
    ' ',
  ),
);

/** What "one" stands before without counting. */
export const AFTER_PRONOUN_ONE: ReadonlySet<string> = new Set(
  'another day thing way side hand point time reason example such more step kind sort place can should could would might must may day of back'.split(
    ' ',
  ),
);

/** Words after which a number is a label: "page 4", "No. 10". */
export const LABELS: ReadonlySet<string> = new Set(
  'no nos number numbers page pages p pp chapter section sections article articles paragraph figure fig table part volume vol issue verse line lines note version v phase stage step level grade class type category room flight route highway interstate road street channel station gate platform unit apartment suite box district ward zone sector block lot round week day game act scene season episode rule law resolution amendment proposition title size top formula area'.split(
    ' ',
  ),
);

/** Open numbers and the least that they say: two of their kind. */
export const OPEN_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2e3],
  ['millions', 2e6],
  ['billions', 2e9],
  ['trillions', 2e12],
]);

const FUNCTION_WORDS =
  'the a an this that these those his her its their our my your and or but nor of in on at to for from with without by as into onto over under after before between among against during about around near along across through until till since per via than then when where while who whom whose which what why how if because although though so yet not no is are was were be been being am has have had having do does did doing will would shall should can could may might must it he she they we you i them him us me there here also only just even still already now ago later earlier more most less least up down out off both either neither each every all any some such other others another same very too much many few several said say says told including inside outside within';
const PAST_VERBS =
  'came went took made got gave left died fell rose killed voted won lost met held became began found sent led saw spoke ran stood struck broke brought built caught knew kept paid sat wore wrote';

export const FIGURE_WORDS: readonly Fact[] = [
  ...FUNCTION_WORDS.split(' ').map((form) => ({ form, cues: Cue.function })),
  ...PAST_VERBS.split(' ').map((form) => ({ form, cues: Cue.function })),
  ...Object.keys(UNITS).map((form) => ({ form, cues: Cue.measure })),
  ...['pound', 'pounds', 'square', 'cubic', 'percentage', 'basis'].map((form) => ({ form, cues: Cue.measure })),
  ...'least most fewer less more over under above below nearly almost about around roughly approximately some estimated just than'
    .split(' ')
    .map((form) => ({ form, cues: Cue.hedge })),
  ...[
    'half',
    'halves',
    'third',
    'thirds',
    'quarter',
    'quarters',
    'fifth',
    'fifths',
    'tenth',
    'tenths',
    'sixth',
    'sixths',
    'eighth',
    'eighths',
  ].map((form) => ({ form, cues: Cue.fraction })),
  ...['dozens', 'hundreds', 'thousands', 'millions', 'billions', 'trillions', 'scores', 'tens'].map((form) => ({
    form,
    cues: Cue.untold,
  })),
];
