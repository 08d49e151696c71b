/**
 * Findings of one edited source in a large folder. The corpus is generated: sentences of drawn words with figures, dates,
 * quotations and a person or two; one source in ten takes a paragraph over from another, with a number and a spelling changed,
 * so that every rule that compares has work.
 */
import { Corpus, FindingsStore, readSource, type CorpusChange, type Reading } from '../../src/core/index.ts';
import type { Bench, BenchContext, BenchRow } from './types.ts';

const small = 1_000;
const large = 10_000;
/** Edits that are timed as one, so that the clock can see them. */
const edits = 20;
const ROUNDS = { rounds: 3 };

const bench: Bench = { name: 'findings', run };
export default bench;

async function run({ time, log }: BenchContext): Promise<BenchRow[]> {
  log(`findings: reading ${large} sources`);
  const sources = Array.from({ length: large }, (_, index) => sourceOf(index, 0));
  const edit = async (size: number): Promise<number> => {
    const corpus = new Corpus();
    const store = new FindingsStore();
    store.update(corpus.apply(sources.slice(0, size)), null);
    // read before, as reading does not depend on the corpus
    const changes = Array.from({ length: edits }, (_, round) => sourceOf((round * 7919 + 3) % small, round + 1));
    let found = 0;
    const perRound = await time(() => {
      for (const change of changes) {
        // a copy is a new reading, so that nothing remembered of the last round helps
        const fresh = { ...change, reading: { ...(change.reading as Reading) } };
        store.update(corpus.apply([fresh]), [change.uri]);
        found += store.of(change.uri).length;
      }
    }, ROUNDS);
    if (found === 0) throw new Error('no source has findings: nothing was measured');
    return perRound / edits;
  };
  const inLarge = await edit(large);
  const inSmall = await edit(small);
  log(`findings: ${inLarge.toFixed(2)} ms an edit of ${large} sources, ${inSmall.toFixed(2)} ms of ${small}`);
  return [
    {
      what: `snapshot and findings, one of ${large} sources edited`,
      against: `one of ${small}`,
      ratio: inLarge / inSmall,
      limit: 1.5,
      note: `${inLarge.toFixed(1)} ms an edit on this machine; 50 ms is the guide`,
    },
  ];
}

function sourceOf(index: number, version: number): CorpusChange {
  const own = paragraphs(index, version);
  // the pairs lie close together, so that the small corpus has them too
  const text = index % 10 === 3 ? [...own, altered(paragraphs(index - 1, 0)[1]!)] : own;
  const uri = `file:///corpus/${String(index).padStart(5, '0')}.txt`;
  return { uri, reading: readSource(text.join('\n\n'), { model: null }) };
}

function paragraphs(index: number, version: number): string[] {
  const random = generator(index + 1);
  const day = 1 + Math.floor(random() * 28);
  const lines = [`Date: 1911-05-${String(day).padStart(2, '0')}`];
  for (let count = 0; count < 2; count += 1) {
    const figure = 10 + Math.floor(random() * 900);
    lines.push(
      `${sentence(random)} At least ${figure} ${word(random)}s were lost on Tuesday near ${capital(word(random))}. ` +
        `“${sentence(random).slice(0, -1)},” ${capital(word(random))} ${capital(word(random))} said. ${sentence(random)}`,
    );
  }
  lines.push(`Version ${version} of ${sentence(generator(index * 31 + version))}`);
  return lines;
}

/** As a careless copyist leaves it: another number, another spelling. */
const altered = (paragraph: string): string => paragraph.replace(/\d+/, '7').replace(/our/g, 'or');

/** Drawn words between drawn small words of English, by which the language is recognised; no two sentences are of one frame. */
function sentence(random: () => number): string {
  const words: string[] = [];
  for (let left = 9; left > 0; left -= 1) {
    words.push(smallWords[Math.floor(Math.exp(random() * Math.log(smallWords.length)))]!);
    if (random() < 0.5) words.push(smallWords[Math.floor(random() * smallWords.length)]!);
    words.push(word(random));
  }
  return `${capital(words.join(' '))}.`;
}

const smallWords =
  'of the and to in a was that on for it with as his he at by had not from they were this but which or an their have been has would who there when more will if about into could than its only over also after any some did most'.split(
    ' ',
  );

const syllables = 'ba ro mi ten dul ka ver so lin gar pe zu han tor wi mel dra fo nes qui our'.split(' ');

/** Frequent words are frequent: ranks by Zipf's law. */
function word(random: () => number): string {
  let made = '';
  for (let rest = Math.floor(Math.exp(random() * Math.log(30_000))) + 400; rest > 0;) {
    made += syllables[rest % syllables.length];
    rest = Math.floor(rest / syllables.length);
  }
  return made;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Mulberry32: small, seeded, good enough to draw words with. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
