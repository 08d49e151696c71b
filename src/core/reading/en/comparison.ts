import type { ComparisonWords } from '../comparison-words.ts';
import { contractedForm, expandContraction } from './contractions.ts';

/** What is left of a word without these endings must have as many letters, or "bring" would lose its "ing". */
const SHORTEST_STEM = 4;

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** General English: closed classes, the commonest verbs, and words that news prose sets anywhere. */
export const englishComparison: ComparisonWords = {
  function: words(`
    a an the this that these those such same other another each every either neither both all any some no none few several many much more most less least own
    i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose which what one ones
    in on at from to into onto out of off over under by for with without within against among amid between beyond about above below across after before behind
    during since until till through throughout toward towards upon up down near along around despite per via as than like unlike
    and or but nor so yet if then else because although though while whereas when where why how whether once
    is am are was were be been being has have had having do does did done doing will would shall should can could may might must
    not never only just also too very even still already again ever always often now here there well rather quite almost
    say says said saying tell tells told make makes made take takes took taken get gets got go goes went gone come comes came see saw seen give gave given
    mr mrs ms dr including according
  `),
  indefinite: words(`a an one another some several many two three four five other others`),
  hedges: words(`
    alleged allegedly suspected reportedly reported purported purportedly apparent apparently presumed presumably supposed supposedly possible possibly
    probable probably likely unconfirmed unverified claimed accused believed rumoured rumored
  `),
  people: words(`
    people person persons individual individuals human humans soul souls life lives
    dead death deaths fatality fatalities injured wounded survivor survivors arrest arrests evacuee evacuees
  `),
  outcomes: outcomes({
    death:
      'kill killed kills killing die died dies dying dead death deaths fatality fatalities fatal slain perish perished murdered toll drowned',
    injury:
      'injure injured injures injuring injury injuries wound wounded wounding hurt hospitalized hospitalised treated',
    arrest: 'arrest arrested arrests arresting detain detained detaining detention jailed imprisoned captured',
    missing: 'missing disappeared unaccounted vanished',
    flight: 'displaced evacuate evacuated evacuating evacuation fled flee fleeing homeless refugees refugee',
    rescue: 'rescue rescued rescuing saved survived survivors survivor',
    release: 'release released freed',
    charge: 'charge charged indicted convicted sentenced',
    illness: 'infected sickened ill infections infection cases',
  }),
  growing: stems(`
    damaged damage destroyed destroying wrecked flattened burned burnt sunk collapsed flooded affected stranded trapped cases votes ballots counted confirmed
    complaints claims victims casualties bodies rescued recovered
  `),
  stem,
  expand: expandContraction,
  contracted: contractedForm,
  ranks: words(
    'constable sergeant inspector superintendent commander lieutenant captain major colonel general admiral',
  ),
  statistics: stems(`
    points goals assists rebounds yards touchdowns passes catches receptions carries tackles sacks interceptions turnovers penalties games matches wins losses draws
    defeats sets innings runs hits homers strikeouts wickets overs laps tries conversions saves appearances seasons minutes throws kicks
  `),
  scopes: words(`
    another additional further other others more each apiece daily weekly monthly annually average averaged
    first second third final last next past previous remaining only least half straight consecutive successive
  `),
};

function stems(list: string): ReadonlySet<string> {
  return new Set([...words(list)].map(stem));
}

function outcomes(classes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(classes).flatMap(([name, list]) => list.split(' ').map((word) => [stem(word), name])));
}

function stem(word: string): string {
  for (const ending of ['ings', 'ing', 'ed', 'es', 's', 'e']) {
    if (word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM) return word.slice(0, -ending.length);
  }
  return word;
}
