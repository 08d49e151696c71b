/** Words around a person's name that are not part of it. Folded. */

const male = ['mr', 'mister', 'sir', 'lord', 'father', 'brother', 'king', 'prince', 'senor', 'monsieur', 'herr'];
const female = [
  'mrs',
  'ms',
  'miss',
  'mme',
  'madam',
  'madame',
  'lady',
  'dame',
  'sister',
  'queen',
  'princess',
  'senora',
  'frau',
];
const neutral =
  'dr doctor prof professor rev reverend fr hon rep sen gov gen lt col maj capt cpl sgt cmdr adm pvt pfc ssgt msgt vadm radm brig ' +
  'general lieutenant colonel major captain corporal sergeant commander admiral private brigadier marshal ' +
  'president senator governor congressman congresswoman representative judge justice chief attorney lawyer ' +
  'minister secretary ambassador mayor sheriff officer detective deputy inspector agent commissioner superintendent constable ' +
  'prosecutor chairman chairwoman chancellor premier spokesman spokeswoman councilman councilwoman ' +
  'pope cardinal archbishop bishop rabbi imam sheikh ayatollah emperor king queen coach vice former acting';

const genders = new Map<string, 'female' | 'male' | null>([
  ...neutral.split(' ').map((word) => [word, null] as const),
  ...male.map((word) => [word, 'male'] as const),
  ...female.map((word) => [word, 'female'] as const),
]);

/** Titles that a bearer's first name may also be: they fall only where a full name follows. */
const alsoNames = new Set([
  'king',
  'prince',
  'major',
  'marshal',
  'judge',
  'justice',
  'chief',
  'coach',
  'deputy',
  'dame',
  'lord',
  'bishop',
  'pope',
  'cardinal',
  'agent',
  'private',
  'former',
  'general',
  'captain',
  'officer',
  'queen',
  'rabbi',
]);

const suffixes = new Set([
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
  'md',
  'phd',
  'esq',
  'mba',
  'qc',
  'kc',
  'mp',
  'obe',
  'cbe',
  'rn',
  'usn',
  'usmc',
  'dds',
]);

export interface BareName {
  readonly words: readonly string[];
  /** What a title says; null where it says nothing. */
  readonly gender: 'female' | 'male' | null;
}

/** Titles that end what stands before them, a body or a place ("Port Arden Police Chief"): nobody's middle name. */
const afterBodies = new Set(
  (
    'president senator governor congressman congresswoman representative judge justice chief attorney minister secretary ambassador ' +
    'mayor sheriff officer detective deputy inspector commissioner superintendent prosecutor chairman chairwoman chancellor premier ' +
    'spokesman spokeswoman councilman councilwoman commander captain sergeant lieutenant colonel admiral coach director'
  ).split(' '),
);

/** Where the words before a name end with such a title; 0 where they do not. */
const afterBody = (words: readonly string[]): number =>
  words.slice(0, -1).findLastIndex((word, at) => at > 0 && afterBodies.has(word)) + 1;

/** Cuts titles before and letters after a name. A name that is nothing else stays as it is. */
export function withoutTitles(words: readonly string[]): BareName {
  let start = afterBody(words);
  let gender: 'female' | 'male' | null = null;
  while (start < words.length - 1) {
    const word = words[start] ?? '';
    const said = genders.get(word);
    if (said === undefined || (alsoNames.has(word) && words.length - start < 3)) break;
    gender ??= said;
    start += 1;
  }
  let end = words.length;
  while (end > start + 1 && suffixes.has(words[end - 1] ?? '')) end -= 1;
  return { words: words.slice(start, end), gender };
}
