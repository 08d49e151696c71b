/** Entities across sources: ECB+ as it stands, and with one slip put into one name in twenty. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Corpus } from '../../src/core/index.ts';
import { baselines, type Clustering } from './baselines.ts';
import { givenMentions, givenReading, givenTexts, nameWithin, type GivenMention } from './ecb.ts';
import type { EvalContext, Evaluation, EvalRow } from './types.ts';

const evaluation: Evaluation = { name: 'entities', needs: ['crossdoc/dev-mentions.jsonl', 'crossdoc/dev.jsonl'], run };
export default evaluation;

/** Share of the names that get a slip, and their least length. */
const slippedShare = 0.05;
const shortestSlipped = 6;
/** Slips are rare: figures are means over these many draws. */
const draws = 20;

type Score = (gold: string[], predicted: string[]) => { readonly conll: number };

async function run({ data, scorers, log }: EvalContext): Promise<EvalRow[]> {
  const metrics = (await import(pathToFileURL(join(scorers, 'public/metrics.mjs')).href)) as { scoreClusters: Score };
  const mentions = givenMentions(data);
  const texts = givenTexts(data);
  const score = (kept: readonly GivenMention[], clustering: Clustering): number =>
    100 *
    metrics.scoreClusters(
      kept.map(({ cluster }) => cluster),
      kept.map(({ id }) => clustering.get(id) ?? id),
    ).conll;
  const ours = resolve(mentions, texts);
  const peers = Object.entries(baselines).map(([name, cluster]) => [name, cluster(mentions)] as const);
  const row = (on: string, kept: readonly GivenMention[], target: number | null): EvalRow => ({
    on,
    measure: 'CoNLL average, %',
    ours: score(kept, ours),
    peers: Object.fromEntries(peers.map(([name, clustering]) => [name, score(kept, clustering)])),
    target,
  });
  const slips = meanSlips(mentions, texts, ours);
  log(`entities: ${slips.slipped} slips over ${draws} draws`);
  return [
    row('ECB+ names', mentions, 85),
    row('ECB+ names, odd topics (tuned on)', mentions.filter(isOdd), null),
    row(
      'ECB+ names, even topics (held out)',
      mentions.filter((mention) => !isOdd(mention)),
      null,
    ),
    {
      on: 'ECB+ names with slips',
      measure: 'slipped names that still join, %',
      ours: slips.joined,
      peers: {},
      target: 80,
    },
    {
      on: 'ECB+ names with slips',
      measure: 'wrong joins added, % of mentions',
      ours: slips.wrong,
      peers: {},
      target: 1,
      better: 'lower',
    },
  ];
}

const isOdd = ({ topic }: GivenMention): boolean => Number(topic) % 2 === 1;

/** Each topic is a corpus: that is what a folder of sources on the same events is. */
function resolve(mentions: readonly GivenMention[], texts: ReadonlyMap<string, string>): Clustering {
  const clustering = new Map<string, string>();
  for (const [topic, inTopic] of groupBy(mentions, ({ topic: of }) => of)) {
    const ids = new Map<string, string[]>();
    const changes = [...groupBy(inTopic, ({ doc }) => doc)].map(([uri, inSource]) => {
      const given = givenReading(texts.get(uri) ?? '', inSource);
      ids.set(uri, given.ids);
      return { uri, reading: given.reading };
    });
    const snapshot = new Corpus().apply(changes);
    for (const uri of snapshot.uris()) {
      snapshot.source(uri)?.entityOf.forEach((entity, index) => {
        const id = ids.get(uri)?.[index] ?? '';
        clustering.set(id, `${topic} ${entity ?? id}`);
      });
    }
  }
  return clustering;
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** A slipped name joins if it is still with a mention that it was with; a join is wrong if gold and the clean run part the two. */
function meanSlips(mentions: readonly GivenMention[], texts: ReadonlyMap<string, string>, clean: Clustering) {
  let slipped = 0;
  let kept = 0;
  let wrong = 0;
  const members = groupBy(mentions, ({ id }) => clean.get(id) ?? id);
  for (let draw = 0; draw < draws; draw += 1) {
    const random = generator(draw + 1);
    const shifted = new Map<string, { text: string; mentions: GivenMention[] }>();
    const changed = new Set<string>();
    for (const [doc, inSource] of groupBy(mentions, (mention) => mention.doc)) {
      shifted.set(doc, withSlips(texts.get(doc) ?? '', inSource, random, changed));
    }
    const after = resolve(
      [...shifted.values()].flatMap((source) => source.mentions),
      new Map([...shifted].map(([doc, { text }]) => [doc, text])),
    );
    const gold = new Map(mentions.map(({ id, cluster }) => [id, cluster]));
    const together = groupBy(mentions, ({ id }) => after.get(id) ?? id);
    for (const id of changed) {
      const before = (members.get(clean.get(id) ?? id) ?? []).filter(
        (other) => other.id !== id && !changed.has(other.id),
      );
      const now = (together.get(after.get(id) ?? id) ?? []).filter(
        (other) => other.id !== id && !changed.has(other.id),
      );
      if (now.some((other) => gold.get(other.id) !== gold.get(id) && clean.get(other.id) !== clean.get(id))) wrong += 1;
      if (before.length === 0) continue;
      slipped += 1;
      if (now.some((other) => clean.get(other.id) === clean.get(id))) kept += 1;
    }
    for (const mention of mentions) {
      if (changed.has(mention.id)) continue;
      const now = (together.get(after.get(mention.id) ?? mention.id) ?? []).filter((other) => !changed.has(other.id));
      const added = now.some(
        (other) => gold.get(other.id) !== mention.cluster && clean.get(other.id) !== clean.get(mention.id),
      );
      if (added) wrong += 1;
    }
  }
  return { slipped, joined: (100 * kept) / slipped, wrong: (100 * wrong) / (draws * mentions.length) };
}

/** Puts one slip into some of a source's names, and moves the mentions behind it. */
function withSlips(text: string, given: readonly GivenMention[], random: () => number, changed: Set<string>) {
  let moved = given.toSorted((a, b) => a.start - b.start);
  let written = text;
  for (const { id } of given.toSorted((a, b) => b.start - a.start)) {
    const mention = moved.find((one) => one.id === id);
    if (mention === undefined) continue;
    const name = nameWithin(mention);
    const letters = written.slice(mention.start + name.start, mention.start + name.end);
    if (letters.replace(/[^\p{L}]/gu, '').length < shortestSlipped || random() >= slippedShare) continue;
    const slip = slipOf(letters, random);
    const at = mention.start + name.start;
    written = written.slice(0, at) + slip + written.slice(at + letters.length);
    const shift = slip.length - letters.length;
    const follow = (offset: number): number => (offset >= at + letters.length ? offset + shift : offset);
    moved = moved.map((one) => {
      const [start, end] = [follow(one.start), follow(one.end)];
      return { ...one, start, end, text: written.slice(start, end) };
    });
    changed.add(id);
  }
  return { text: written, mentions: moved };
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** A letter left out, doubled, replaced, or changed with the next, anywhere but at the first letter of a word. */
function slipOf(name: string, random: () => number): string {
  const places = [...name].flatMap((_, at) => (at > 0 && /\p{L}{2}/u.test(name.slice(at - 1, at + 1)) ? [at] : []));
  const at = places[Math.floor(random() * places.length)] ?? name.length - 1;
  const letter = name[at] ?? '';
  const other = alphabet[Math.floor(random() * alphabet.length)] ?? '';
  const kinds = ['', letter + letter, other === letter.toLowerCase() ? `${letter}${letter}` : other];
  const swap = /\p{L}/u.test(name[at + 1] ?? '') && name[at + 1] !== letter;
  const kind = Math.floor(random() * (swap ? 4 : 3));
  if (kind === 3) return name.slice(0, at) + (name[at + 1] ?? '') + letter + name.slice(at + 2);
  return name.slice(0, at) + (kinds[kind] ?? '') + name.slice(at + 1);
}

/** A linear congruential generator (Numerical Recipes' constants). */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
