/**
 * One edit in a large folder. The corpus is generated: names are drawn by Zipf's law from syllables, each source has
 * its own mixture, and one entity is in every source. Full names go on as surnames, bodies as acronyms, and one name in
 * a hundred is misspelt, so that every kind of link has work.
 */
import { Corpus, type CorpusChange, type Mention, type Reading, type Snapshot } from '../../src/core/index.ts';
import { readingWith } from '../../src/testing/markedNames.ts';
import type { Bench, BenchContext, BenchRow } from './types.ts';

const small = 1_000;
const large = 10_000;
const mentionsPerSource = 40;
/** Edits that are timed as one, so that the clock can see them. */
const edits = 20;

const bench: Bench = { name: 'corpus', run };
export default bench;

async function run({ time, log }: BenchContext): Promise<BenchRow[]> {
  const sources = sourcesOf(large);
  log(`corpus: ${large} sources of ${mentionsPerSource} mentions`);
  const rebuild = await time(() => new Corpus().apply(sources), { rounds: 1 });
  const edit = async (size: number): Promise<number> => {
    const corpus = new Corpus();
    corpus.apply(sources.slice(0, size));
    let round = 0;
    const perRound = await time(() => {
      for (let count = 0; count < edits; count += 1) {
        round += 1;
        look(corpus.apply([sourceOf((round * 7919) % size, round)]));
      }
    });
    return perRound / edits;
  };
  const inLarge = await edit(large);
  const inSmall = await edit(small);
  log(`corpus: rebuilt in ${rebuild.toFixed(0)} ms, an edit in ${inLarge.toFixed(3)} ms (${inSmall.toFixed(3)} ms)`);
  return [
    {
      what: `one of ${large} sources edited`,
      against: 'the whole corpus built',
      ratio: inLarge / rebuild,
      limit: 1 / 300,
      note: 'the new snapshot, with the dossier head of the entity that is in every source',
    },
    {
      what: `one of ${large} sources edited`,
      against: `one of ${small}`,
      ratio: inLarge / inSmall,
      limit: 1.5,
      note: 'an edit costs what it changes, not what there is',
    },
  ];
}

/** What an editor asks at once, of the worst case: the entity that every source names. */
function look(snapshot: Snapshot): void {
  const everywhere = snapshot.entity('organization:meridian assembly');
  if (everywhere === undefined) throw new Error('the entity in every source is lost');
  const { sources } = snapshot.countsOf(everywhere.id);
  const [first] = snapshot.mentionsOf(everywhere.id);
  if (first === undefined || sources < small / 2) throw new Error('the entity in every source has no mentions');
}

const sourcesOf = (count: number): CorpusChange[] => Array.from({ length: count }, (_, index) => sourceOf(index, 0));

/** Source `index` in its given version: most names stay from one version to the next. */
function sourceOf(index: number, version: number): CorpusChange {
  const random = generator(index + 1);
  const changing = generator(index + 1 + version * 65_537);
  let text = `Source ${index}, version ${version}: `;
  const mentions: Mention[] = [];
  const say = (type: 'person' | 'organization' | 'place', name: string): void => {
    mentions.push({ start: text.length, end: text.length + name.length, type, confidence: 1 });
    text += `${name} and `;
  };
  say('organization', 'Meridian Assembly');
  while (mentions.length < mentionsPerSource) {
    const draw = mentions.length > mentionsPerSource - 3 ? changing : random;
    const rank = zipf(draw, 20_000);
    const kind = draw();
    if (kind < 0.5) {
      const full = personName(rank);
      say('person', draw() < 0.01 ? misspelt(full, draw) : full);
      if (draw() < 0.5) say('person', full.split(' ').at(-1) ?? full);
    } else if (kind < 0.75) {
      const body = bodyName(rank);
      say('organization', body);
      if (draw() < 0.3) say('organization', acronymOf(body));
    } else {
      say('place', wordFor(rank * 3 + 2));
    }
  }
  return { uri: `file:///corpus/${String(index).padStart(5, '0')}.txt`, reading: reading(text, mentions) };
}

const reading = (text: string, mentions: readonly Mention[]): Reading => readingWith(text, mentions);

/** Ranks by Zipf's law with exponent 1 (the inverse of its continuous form). */
const zipf = (random: () => number, ranks: number): number => Math.floor(Math.exp(random() * Math.log(ranks)));

const syllables = 'ba ro mi ten dul ka ver so lin gar pe zu han tor wi mel dra fo nes qui'.split(' ');

/** A capitalised word; different numbers give different words. */
function wordFor(number: number): string {
  let word = '';
  for (let rest = number + syllables.length * 7; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length] ?? '';
  }
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Some two hundred given names; surnames are shared by about three. */
const personName = (rank: number): string => `${wordFor(rank % 211)} ${wordFor(1_000 + Math.floor((rank * 5) / 14))}`;
const bodyName = (rank: number): string => `${wordFor(rank)} ${wordFor(rank % 97)} Commission`;
const acronymOf = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('');

function misspelt(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (name.length - 1));
  return name.slice(0, at) + name.slice(at + 1);
}

/** A linear congruential generator (Numerical Recipes' constants), the same on every machine. */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
