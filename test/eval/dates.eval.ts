/** Dates on TimeBank and AQUAINT (`dates/dev.jsonl`), the document's date given; TempEval-3's measures; peers in the same run. */
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as chrono from 'chrono-node';
import nlp from 'compromise';
import datesPlugin, { type DatesMethods } from 'compromise-dates';
import { readSource } from '../../src/core/reading/read.ts';
import { toTimex, type Timex } from './timex.ts';
import type { EvalContext, EvalRow, Evaluation } from './types.ts';

interface GoldDocument {
  readonly docId: string;
  readonly text: string;
  /** ISO 8601 date, often with a time. */
  readonly dct: string;
  readonly entities: readonly Timex[];
}

interface Prediction {
  readonly docId: string;
  readonly entities: readonly Timex[];
}

interface Scores {
  readonly relaxed: { readonly f1: number };
  readonly valueF1: number;
}

/** Half of the documents was looked at while rules were written; the other half only counts. */
const HALVES = ['tuned on', 'held out'] as const;

const evaluation: Evaluation = {
  name: 'dates',
  needs: ['dates/dev.jsonl'],
  async run({ data, scorers, log }: EvalContext): Promise<EvalRow[]> {
    const metrics = pathToFileURL(join(scorers, 'public', 'metrics.mjs')).href;
    const { scoreTimex } = (await import(metrics)) as {
      scoreTimex(gold: readonly GoldDocument[], pred: readonly Prediction[]): Scores;
    };
    const documents = readFileSync(join(data, 'dates/dev.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as GoldDocument);
    const predict = (read: (document: GoldDocument) => Timex[]): Prediction[] =>
      documents.map((document) => ({ docId: document.docId, entities: read(document) }));
    const ours = predict(readOurs);
    log('dates: peers');
    const peers = { 'chrono-node': predict(readChrono), 'compromise-dates': predict(readCompromise) };
    const rows: EvalRow[] = [];
    const add = (on: string, gold: readonly GoldDocument[], targets: readonly [number | null, number | null]): void => {
      const score = (pred: readonly Prediction[]): Scores => scoreTimex(gold, pred);
      const mine = score(ours);
      const theirs = Object.entries(peers).map(([name, pred]) => [name, score(pred)] as const);
      const row = (measure: string, of: (scores: Scores) => number, target: number | null): EvalRow => ({
        on,
        measure,
        ours: of(mine),
        peers: Object.fromEntries(theirs.map(([name, scores]) => [name, of(scores)])),
        target,
      });
      rows.push(
        row('overlap F1, %', (s) => 100 * s.relaxed.f1, targets[0]),
        row('value F1, %', (s) => 100 * s.valueF1, targets[1]),
      );
    };
    add('TimeBank and AQUAINT', documents, [90, 72]);
    HALVES.forEach((name, half) =>
      add(
        `the half ${name}`,
        documents.filter(({ docId }) => halfOf(docId) === half),
        [null, null],
      ),
    );
    return rows;
  },
};

export default evaluation;

const halfOf = (docId: string): number => createHash('sha256').update(docId).digest()[0]! % 2;

const readOurs = ({ text, dct }: GoldDocument): Timex[] =>
  readSource(text, { model: null, sourceDate: dct.slice(0, 10) }).dates.map((date) => toTimex(text, date));

const pad = (n: number | null | undefined): string => String(n ?? 0).padStart(2, '0');

/** As fine as what chrono says it is certain of. */
function readChrono({ text, dct }: GoldDocument): Timex[] {
  return chrono.parse(text, new Date(`${dct.slice(0, 10)}T12:00:00`)).map(({ index, text: words, start }) => {
    const day = `${start.get('year')}-${pad(start.get('month'))}-${pad(start.get('day'))}`;
    const month = day.slice(0, -3);
    const hour = start.isCertain('hour');
    const named = start.isCertain('day') || start.isCertain('weekday') || hour;
    const value = hour
      ? `${day}T${pad(start.get('hour'))}:${pad(start.get('minute'))}`
      : named
        ? day
        : start.isCertain('month')
          ? month
          : month.slice(0, -3);
    return { start: index, end: index + words.length, type: hour ? 'TIME' : 'DATE', value };
  });
}

const compromise = nlp.extend(datesPlugin) as unknown as (text: string) => DatesMethods;

interface CompromiseDate {
  readonly offset: { readonly start: number; readonly length: number };
  readonly dates?: { readonly start: string | null; readonly end: string | null };
}

/** As fine as the stretch between compromise's start and end. Line by line, as it throws on some ("yearly"), which then count as empty. */
function readCompromise({ text, dct }: GoldDocument): Timex[] {
  const found: Timex[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    for (const { offset, dates } of compromiseDates(line, dct.slice(0, 10))) {
      const start = from + offset.start;
      found.push({
        start,
        end: start + offset.length,
        type: 'DATE',
        value: stretch(dates?.start ?? '', dates?.end ?? ''),
      });
    }
    from += line.length + 1;
  }
  return found;
}

function compromiseDates(line: string, today: string): readonly CompromiseDate[] {
  try {
    return compromise(line).dates({ today }).json({ offset: true });
  } catch {
    return [];
  }
}

function stretch(start: string, end: string): string {
  const day = start.slice(0, 10);
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000;
  if (!(days > 1.5)) return day;
  if (days > 360) return day.slice(0, 4);
  if (days > 80 && days < 95) return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  return days > 26 ? day.slice(0, 7) : isoWeek(day);
}

function isoWeek(day: string): string {
  const thursday = new Date(`${day}T00:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const week = Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 604_800_000) + 1;
  return `${thursday.getUTCFullYear()}-W${pad(week)}`;
}
