import type { ComparisonWords } from '../comparison-words.ts';

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
  hedges: words(`
    alleged allegedly suspected reportedly reported purported purportedly apparent apparently presumed presumably supposed supposedly possible possibly
    probable probably likely unconfirmed unverified claimed accused believed rumoured rumored
  `),
  people: words(`
    people person persons individual individuals man men woman women civilian civilians human humans passenger passengers
    victim victims resident residents inhabitant inhabitants soul souls life lives dead
  `),
  stem,
  scopes: words(
    `total overall altogether cumulative combined another additional further alone each apiece daily weekly monthly annually`,
  ),
};

/** What is left of a word without these endings must have as many letters, or "bring" would lose its "ing". */
const SHORTEST_STEM = 4;

function stem(word: string): string {
  for (const ending of ['ings', 'ing', 'ed', 'es', 's', 'e']) {
    if (word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM) return word.slice(0, -ending.length);
  }
  return word;
}
