/**
 * Trains the name tagger and writes its file of weights.
 *
 *     node training/train-names.ts --data DIR --wordnet DIR --cities DIR --out src/core/reading/en/names.bin [--hold-out]
 *
 * `--data` has train-ccby.jsonl, train-bysa.jsonl and lists/; see README.md for what they are. With `--hold-out` a fifth of the texts
 * in prose is kept back and scored, which is how the options below were chosen. The same inputs and seed give the same file.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { englishStops } from '../src/core/reading/en/abbreviations.ts';
import { englishNames } from '../src/core/reading/en/names.ts';
import { prepareDocument, type NameDocument } from '../src/core/reading/names/document.ts';
import { hashText } from '../src/core/reading/names/hash.ts';
import { Featurizer, mostFeatures, roleCount } from '../src/core/reading/names/features.ts';
import {
  BEGIN,
  INSIDE,
  LAST,
  OUTSIDE,
  UNIT,
  labelCount,
  labelOf,
  nameKinds,
} from '../src/core/reading/names/labels.ts';
import { compand, decodeNameWeights, encodeNameWeights, type NameWeights } from '../src/core/reading/names/model.ts';
import { Tagger } from '../src/core/reading/names/tagger.ts';
import { WordBook, WordClass, type Word } from '../src/core/reading/names/words.ts';
import { paragraphs, sentences } from '../src/core/text/sentences.ts';
import { tokenAt, tokenize } from '../src/core/text/tokens.ts';
import { readDocuments, reconcile, type GoldDocument, type GoldType } from './corpus.ts';
import { randomizer, trainCrf, type CrfWeights, type Example } from './crf.ts';
import { buildLists } from './lists.ts';
import { readStock, rename } from './rename.ts';
import { restyle } from './restyle.ts';

const seed = 20261124;
const bucketBits = 18;
const crfOptions = { epochs: 10, dropout: 0.5, rate: 0.04, l2: 0.001, averaged: 5, pruneAfter: 5, kept: 1_200_000 };
/** Tweets teach names of people but not the style of prose; the encyclopedic CrossNER is large beside the corpora of general prose. By the corpus' first word. */
const corpusWeights: Record<string, number> = { btc: 0.25, wnut17: 0.25, uner: 2, wikigold: 2, gum: 1.5 };
/** Weights below this are noise; leaving them out halves the file. */
const smallestWeight = 0.03;
const heldOutShare = 0.2;
/** Held out are texts in prose only: what the reader is for. */
const tweets: ReadonlySet<string> = new Set(['btc', 'wnut17']);
const kindOfType: Record<GoldType, number> = { PER: 0, ORG: 1, LOC: 2, MISC: 3 };

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    wordnet: { type: 'string' },
    cities: { type: 'string' },
    out: { type: 'string' },
    'hold-out': { type: 'boolean', default: false },
  },
});
if (options.data === undefined || options.wordnet === undefined || options.cities === undefined)
  throw new Error('give --data, --wordnet and --cities');

const started = performance.now();
const log = (message: string) =>
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1)} s  ${message}\n`);

const all = ['train-ccby.jsonl', 'train-bysa.jsonl']
  .flatMap((file) => readDocuments(join(options.data as string, file)))
  .map(reconcile);
const heldOut: GoldDocument[] = [];
const training: GoldDocument[] = [];
for (const document of all)
  (options['hold-out'] && !tweets.has(document.corpus) && hashText(document.docId) / 2 ** 32 < heldOutShare
    ? heldOut
    : training
  ).push(document);
const lists = buildLists(
  { names: join(options.data, 'lists'), wordnet: resolve(options.wordnet), cities: resolve(options.cities) },
  training,
);
const { lists: wordLists, phrases } = lists.blooms();
const newBook = () => new WordBook(englishNames, wordLists, roleCount);
const book = newBook();
log(
  `${training.length} texts, ${heldOut.length} held out; lists: ${[...lists.words, ...lists.phrases].map(([name, set]) => `${name} ${set.size}`).join(', ')}`,
);

const restyled = restyle(training, randomizer(seed + 1));
const renamed = rename(
  training.filter(({ unsure }) => unsure.length === 0),
  readStock(join(options.data, 'lists')),
  randomizer(seed + 3),
);
const featurizer = new Featurizer(book, phrases, bucketBits);
const examples = [...training, ...restyled, ...renamed].flatMap(toExamples);
log(`${examples.length} stretches, ${examples.reduce((sum, example) => sum + example.features.length, 0)} tokens`);
const weights = trainCrf(examples, bucketBits, crfOptions, randomizer(seed + 2), (epoch, likelihood) =>
  log(`epoch ${epoch + 1}: log-likelihood ${likelihood.toFixed(0)}`),
);
const file = encodeNameWeights(quantize(weights));
log(`${file.length} bytes, ${gzipSync(file, { level: 9 }).length} gzipped`);
if (heldOut.length > 0) report(decodeNameWeights(file), heldOut);
if (options.out !== undefined) writeFileSync(options.out, file);

function prepare(text: string, withBook: WordBook): NameDocument {
  const tokens = tokenize(text, englishStops.abbreviations);
  return prepareDocument(tokens, sentences(tokens, paragraphs(text), englishStops), withBook, englishNames);
}

function toExamples(gold: GoldDocument): Example[] {
  const document = prepare(gold.text, book);
  const labels = goldLabels(gold, document);
  const found: Example[] = [];
  const buffer = new Int32Array(4 * mostFeatures);
  for (let index = 0; index < document.stretches.length; index += 2) {
    const [from, to] = [document.stretches[index] as number, document.stretches[index + 1] as number];
    const features: Int32Array[] = [];
    for (let at = from; at < to; at += 1) {
      let count = 0;
      for (let role = 0; role < roleCount; role += 1)
        count = featurizer.ofWord(featurizer.roleWord(document, at, role), role, buffer, count);
      count = featurizer.ofPlace(document, at, buffer, count);
      features.push(buffer.slice(0, count));
    }
    found.push({
      features,
      allowed: labels.slice(from, to),
      weight: corpusWeights[gold.corpus.replace(/-.*/, '')] ?? 1,
    });
  }
  return found;
}

/** Bits of the labels that the annotation allows for each token. */
function goldLabels(gold: GoldDocument, document: NameDocument): Int32Array {
  const { tokens, words, stretches } = document;
  const allowed = new Int32Array(tokens.length).fill(1 << OUTSIDE);
  const anything = 2 ** labelCount - 1;
  for (const { start, end } of gold.unsure)
    for (let at = tokenAt(tokens, start); at < tokens.length && (tokens.starts[at] as number) < end; at += 1)
      allowed[at] = anything;
  const unit = 1 << labelOf(kindOfType.LOC, UNIT);
  for (let at = 0; at < tokens.length; at += 1) {
    // Some guidelines leave countries out that act as states.
    if ((words[at] as Word).classes & WordClass.country && document.runFirst[at] === document.runLast[at])
      allowed[at] = (allowed[at] as number) | unit;
  }
  const stretchOf = new Int32Array(tokens.length);
  for (let index = 0; index < stretches.length; index += 2)
    stretchOf.fill(index + 1, stretches[index], stretches[index + 1]);
  for (const { start, end, type } of gold.entities) {
    const first = tokenAt(tokens, start);
    const last = tokenAt(tokens, end - 1);
    if (last >= tokens.length || stretchOf[first] === 0 || stretchOf[first] !== stretchOf[last]) continue;
    const kind = kindOfType[type];
    for (let at = first; at <= last; at += 1) {
      const position = first === last ? UNIT : at === first ? BEGIN : at === last ? LAST : INSIDE;
      allowed[at] = 1 << labelOf(kind, position);
    }
  }
  return repaired(allowed);
}

/** Nested or touching annotations can leave a begin without its last; such tokens are outside. */
function repaired(allowed: Int32Array): Int32Array {
  const single = (mask: number) => 31 - Math.clz32(mask);
  for (let at = 0; at < allowed.length; at += 1) {
    const mask = allowed[at] as number;
    if (mask & (1 << OUTSIDE)) continue;
    const label = single(mask);
    const position = (label - 1) & 3;
    if (position === UNIT) continue;
    let end = at;
    if (position === BEGIN) {
      const base = label - BEGIN;
      end = at + 1;
      while (end < allowed.length && allowed[end] === 1 << (base + INSIDE)) end += 1;
      if (end < allowed.length && allowed[end] === 1 << (base + LAST)) {
        at = end;
        continue;
      }
      end -= 1;
    }
    allowed.fill(1 << OUTSIDE, at, end + 1);
    at = end;
  }
  return allowed;
}

function quantize({ emissions, transitions }: CrfWeights): NameWeights {
  let top = 0;
  for (const weight of emissions) top = Math.max(top, Math.abs(weight));
  const unit = top / (127 * 127);
  return {
    bucketBits,
    emissions: Int8Array.from(emissions, (weight) => (Math.abs(weight) < smallestWeight ? 0 : compand(weight / unit))),
    transitions: Int32Array.from(transitions, (weight) => Math.round(weight / unit)),
    unit,
    lists: wordLists,
    phrases,
  };
}

/** F1 of span and type by corpus, PER, ORG and LOC. */
function report(model: NameWeights, documents: readonly GoldDocument[]): void {
  const modelBook = newBook();
  const tagger = new Tagger(model, modelBook);
  const counts = new Map<string, { right: number; found: number; gold: number }>();
  const types: GoldType[] = ['PER', 'ORG', 'LOC', 'MISC'];
  for (const gold of documents) {
    const document = prepare(gold.text, modelBook);
    const key = (start: number, end: number, type: string) => `${start} ${end} ${type}`;
    const expected = new Set(
      gold.entities.filter(({ type }) => type !== 'MISC').map(({ start, end, type }) => key(start, end, type)),
    );
    for (const group of [gold.corpus, gold.corpus === 'crossner' ? 'all CrossNER' : 'all others']) {
      const count = counts.get(group) ?? { right: 0, found: 0, gold: 0 };
      counts.set(group, count);
      count.gold += expected.size;
      for (const { first, end, kind } of tagger.tag(document)) {
        if (nameKinds[kind] === 'other') continue;
        count.found += 1;
        if (
          expected.has(
            key(
              document.tokens.starts[first] as number,
              document.tokens.ends[end - 1] as number,
              types[kind] as string,
            ),
          )
        )
          count.right += 1;
      }
    }
  }
  for (const [group, { right, found, gold }] of counts)
    log(
      `${group.padEnd(26)} P ${((100 * right) / found).toFixed(1)} R ${((100 * right) / gold).toFixed(1)} F1 ${((200 * right) / (found + gold)).toFixed(1)} (${gold})`,
    );
}
