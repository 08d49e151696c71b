/** Names of persons, organizations and places: F1 of whole spans with the right type, as `conlleval` counts. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nlp from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { loadNameModel, readSource, type MentionType, type NameModel } from '../../src/core/index.ts';
import type { EvalContext, Evaluation, EvalRow } from './types.ts';

const evaluation: Evaluation = { name: 'names', needs: ['names/dev.jsonl'], run };
export default evaluation;

type CorpusType = 'PER' | 'ORG' | 'LOC';

interface GivenText {
  readonly docId: string;
  readonly corpus: string;
  readonly text: string;
}

interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly type: CorpusType;
}

type Program = (text: string) => FoundName[];

/** The two parts of the file: web pages and mail in prose, and tweets. */
const parts: Readonly<Record<string, string>> = {
  'uner-ewt-test': 'UNER English-EWT test',
  'wnut17-dev': 'WNUT17 dev (tweets)',
};
/** Floor for prose, and how far ahead of compromise it must be in the same run. Tweets are only reported. */
const floor = 66;
const lead = 12;

function run({ data, scorers, log }: EvalContext): EvalRow[] {
  const path = join(data, 'names/dev.jsonl');
  const texts = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GivenText);
  const model = loadNameModel(readFileSync(new URL('../../src/core/reading/en/names.bin', import.meta.url)));
  const programs: Record<string, Program> = {
    ours: (text) => readOurs(text, model),
    'rules alone': (text) => readOurs(text, null),
    compromise: (text) => readCompromise(text, false),
    'compromise, honorifics cut': (text) => readCompromise(text, true),
    'wink-nlp': readWink(),
  };
  const predictions = Object.entries(programs).map(([name, program]) => {
    log(`names: ${name}`);
    return [name, texts.map(({ docId, text }) => ({ docId, entities: program(text) }))] as const;
  });
  return Object.entries(parts).map(([corpus, on]) => {
    const scores = new Map(
      predictions.map(([name, found]) => [name, 100 * scored(join(scorers, 'public/score.mjs'), path, found, corpus)]),
    );
    const { ours, ...peers } = Object.fromEntries(scores) as Record<string, number> & { ours: number };
    const target = corpus === 'uner-ewt-test' ? Math.max(floor, (peers['compromise'] ?? 0) + lead) : null;
    return { on, measure: 'span and type F1, %', ours, peers, target };
  });
}

const corpusTypes: Partial<Record<MentionType, CorpusType>> = { person: 'PER', organization: 'ORG', place: 'LOC' };
/** What we call a demonym is, spelt as a country's acronym ("US troops"), a place in this corpus. */
const acronym = /^(?:\p{Lu}\.?){2,4}$/u;

function readOurs(text: string, model: NameModel | null): FoundName[] {
  return readSource(text, { model }).mentions.flatMap(({ start, end, type }) => {
    const found = type === 'demonym' && acronym.test(text.slice(start, end)) ? 'LOC' : corpusTypes[type];
    return found === undefined ? [] : [{ start, end, type: found }];
  });
}

const outerMarks = /^[^\p{L}\p{N}#@]+|[^\p{L}\p{N}.]+$/gu;
const possessive = /['’]s?$/u;
const honorific =
  /^(?:mr|mrs|ms|dr|prof|president|senator|sen|gov|governor|general|gen|colonel|col|captain|capt|judge|sir|lord|king|queen|prince|pope)\.?\s+/iu;

/** compromise gives whole terms; marks, possessives and (if asked) honorifics are cut so that only names are judged. */
function readCompromise(text: string, cutHonorifics: boolean): FoundName[] {
  const document = nlp(text);
  const lists: [CorpusType, { json(options: object): unknown }][] = [
    ['PER', document.people()],
    ['LOC', document.places()],
    ['ORG', document.organizations()],
  ];
  const found = new Map<number, FoundName>();
  for (const [type, list] of lists) {
    for (const item of list.json({ offset: true }) as { offset: { start: number; length: number } }[]) {
      const name = cut(
        text,
        item.offset.start,
        item.offset.start + item.offset.length,
        type === 'PER' && cutHonorifics,
      );
      if (name !== null && !found.has(name.start)) found.set(name.start, { ...name, type });
    }
  }
  return [...found.values()];
}

function cut(text: string, start: number, end: number, cutHonorific: boolean): { start: number; end: number } | null {
  let name = text.slice(start, end);
  const head = /^[^\p{L}\p{N}#@]+/u.exec(name)?.[0].length ?? 0;
  name = name.replace(outerMarks, '').replace(possessive, '');
  start += head;
  const title = cutHonorific ? (honorific.exec(name)?.[0].length ?? 0) : 0;
  name = name.slice(title);
  return name === '' ? null : { start: start + title, end: start + title + name.length };
}

/** wink-nlp's entities are dates, amounts, tags and addresses; of these types it knows none, and the table says so. */
function readWink(): Program {
  const wink = winkNlp(winkModel);
  const types: Readonly<Record<string, CorpusType>> = {
    PERSON: 'PER',
    ORGANIZATION: 'ORG',
    LOCATION: 'LOC',
    GPE: 'LOC',
  };
  return (text) => {
    const found: FoundName[] = [];
    let from = 0;
    wink
      .readDoc(text)
      .entities()
      .each((entity: { out(how: unknown): unknown }) => {
        const { value, type } = entity.out(wink.its.detail) as { value: string; type: string };
        const start = text.indexOf(value, from);
        if (start < 0) return;
        from = start + value.length;
        const known = types[type];
        if (known !== undefined) found.push({ start, end: from, type: known });
      });
    return found;
  };
}

function scored(scorer: string, gold: string, predicted: readonly object[], corpus: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'names-'));
  try {
    const file = join(folder, 'predicted.jsonl');
    writeFileSync(file, predicted.map((line) => JSON.stringify(line)).join('\n'));
    const output = execFileSync(process.execPath, [scorer, 'names', gold, file, corpus, '--json'], {
      encoding: 'utf8',
    });
    return (JSON.parse(output) as { strict: { f1: number } }).strict.f1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
