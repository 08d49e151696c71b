/** Direct quotations with their speakers on news articles (PolNeAR), as the public scorer counts them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nlp from 'compromise';
import { loadNameModel, readSource, type Quotation } from '../../src/core/index.ts';
import type { EvalContext, Evaluation, EvalRow } from './types.ts';

const evaluation: Evaluation = { name: 'quotes', needs: ['quotes/dev.jsonl'], run };
export default evaluation;

interface GivenArticle {
  readonly docId: string;
  readonly text: string;
}

interface PredictedArticle {
  readonly docId: string;
  readonly quotes: readonly { readonly content: [number, number][]; readonly source: [number, number] | null }[];
}

interface Share {
  readonly f1: number;
}

interface Scores {
  readonly content: Share;
  readonly endToEnd: Share;
  readonly srcOverlap: number;
}

const corpus = 'PolNeAR dev, direct';

function run({ data, scorers }: EvalContext): EvalRow[] {
  const articles = readFileSync(join(data, 'quotes/dev.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GivenArticle);
  const model = loadNameModel(readFileSync(new URL('../../src/core/reading/en/names.bin', import.meta.url)));
  const predicted = new Map(
    articles.map(({ docId, text }) => [docId, { docId, quotes: grouped(readSource(text, { model }).quotations) }]),
  );
  const score = (kept: readonly GivenArticle[], of: ReadonlyMap<string, PredictedArticle>): Scores =>
    scored(
      join(scorers, 'public/score.mjs'),
      kept,
      kept.map(({ docId }) => of.get(docId)!),
    );
  const all = score(articles, predicted);
  const tuned = score(articles.filter(isTunedOn), predicted);
  const held = score(
    articles.filter((article) => !isTunedOn(article)),
    predicted,
  );
  const compromise = score(articles, new Map(articles.map((article) => [article.docId, byCompromise(article)])));
  const row = (on: string, measure: string, ours: number, target: number | null, peers = {}): EvalRow => ({
    on,
    measure,
    ours: 100 * ours,
    peers,
    target,
  });
  return [
    row(corpus, 'content F1, %', all.content.f1, 90, { compromise: 100 * compromise.content.f1 }),
    row(corpus, 'content and speaker F1, %', all.endToEnd.f1, 70, { compromise: 100 * compromise.endToEnd.f1 }),
    row(corpus, 'right speaker on matched, %', all.srcOverlap, null),
    row(`${corpus}, tuned half`, 'content F1, %', tuned.content.f1, null),
    row(`${corpus}, tuned half`, 'content and speaker F1, %', tuned.endToEnd.f1, null),
    row(`${corpus}, held-out half`, 'content F1, %', held.content.f1, null),
    row(`${corpus}, held-out half`, 'content and speaker F1, %', held.endToEnd.f1, null),
  ];
}

/** Half of the articles, by a hash of their names: the only ones whose errors were looked at. */
function isTunedOn({ docId }: GivenArticle): boolean {
  let hash = 0;
  for (const character of docId) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return hash % 2 === 0;
}

/** Pieces of one utterance ("…," she said. "…") as one quotation; terms in marks are no quotations, nested ones are the outer's. */
function grouped(quotations: readonly Quotation[]): PredictedArticle['quotes'] {
  const groups = new Map<number, { content: [number, number][]; source: [number, number] | null }>();
  const roots: number[] = [];
  for (const [index, { start, end, kind, within, continues, speaker }] of quotations.entries()) {
    const root = continues === null ? index : roots[continues]!;
    roots.push(root);
    if (kind === 'term' || within !== null) continue;
    const group = groups.get(root) ?? { content: [], source: null };
    group.content.push([start, end]);
    group.source ??= speaker && [speaker.start, speaker.end];
    groups.set(root, group);
  }
  return [...groups.values()];
}

/** It finds what stands in marks, and has no speakers. */
function byCompromise({ docId, text }: GivenArticle): PredictedArticle {
  const found = nlp(text).quotations().json({ offset: true }) as { offset: { start: number; length: number } }[];
  return {
    docId,
    quotes: found.map(({ offset }) => ({ content: [[offset.start, offset.start + offset.length]], source: null })),
  };
}

function scored(scorer: string, gold: readonly GivenArticle[], predicted: readonly PredictedArticle[]): Scores {
  const folder = mkdtempSync(join(tmpdir(), 'apparatus-eval-'));
  try {
    const lines = (items: readonly unknown[]): string => items.map((item) => JSON.stringify(item)).join('\n');
    writeFileSync(join(folder, 'gold.jsonl'), lines(gold));
    writeFileSync(join(folder, 'predicted.jsonl'), lines(predicted));
    const files = [join(folder, 'gold.jsonl'), join(folder, 'predicted.jsonl')];
    return JSON.parse(
      execFileSync(process.execPath, [scorer, 'quotes', ...files, '--json'], { encoding: 'utf8' }),
    ) as Scores;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
