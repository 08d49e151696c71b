/**
 * Anchoring on real edits (`anchoring/dev.jsonl`): each case is a span in an old version of a text and what became of it. The span is described
 * in the old version and looked for in the new one, with the old text unknown and known; peers in the same run.
 */
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { anchorer, describer, type AnchorOptions } from '../../src/core/annotation/index.ts';
import type { Span } from '../../src/core/text/span.ts';
import { diffMatchPatch, hypothesis, type Finder } from './anchoringPeers.ts';
import type { EvalContext, EvalRow, Evaluation } from './types.ts';

export interface Case extends Span {
  readonly id: string;
  readonly path: string;
  readonly oldText: string;
  readonly newText: string;
  /** null where the words were deleted. */
  readonly expected: Span | null;
}

interface Scores {
  /** Shares of all cases, in per cent. */
  readonly right: number;
  readonly wrong: number;
}

/** Floors were chosen on one half of the documents; the other half only counts. */
const HALVES = ['tuned on', 'held out'] as const;
const CORPUS = 'real edits';

const evaluation: Evaluation = {
  name: 'anchors',
  needs: ['anchoring/dev.jsonl'],
  run({ data, log }: EvalContext): EvalRow[] {
    const cases = readCases(join(data, 'anchoring/dev.jsonl'));
    const half = (index: number) => (one: Case) => halfOf(one.path) === index;
    const rows = (
      on: string,
      ours: Finder,
      peers: Readonly<Record<string, Finder>>,
      targets: readonly [number, number],
    ): EvalRow[] => {
      log(on);
      const found = new Map(
        Object.entries({ ours, ...peers }).map(([name, finder]) => [name, cases.map(finder)] as const),
      );
      return [['all', () => true] as const, ...HALVES.map((name, index) => [name, half(index)] as const)].flatMap(
        ([part, holds]) => {
          const scores = new Map([...found].map(([name, spans]) => [name, score(cases, spans, holds)] as const));
          const row = (measure: string, of: (scores: Scores) => number, target: number): EvalRow => ({
            on: `${CORPUS}, ${on}, ${part}`,
            measure,
            ours: of(scores.get('ours') as Scores),
            peers: Object.fromEntries(Object.keys(peers).map((name) => [name, of(scores.get(name) as Scores)])),
            target,
          });
          return [
            row('right outcome, %', ({ right }) => right, targets[0]),
            { ...row('wrong span or wrongly attached, %', ({ wrong }) => wrong, targets[1]), better: 'lower' as const },
          ];
        },
      );
    };
    const unknown = prepared(
      ({ newText }) => newText,
      () => ({}),
    );
    const known = prepared(
      ({ newText }) => newText,
      ({ oldText }) => ({ oldText }),
    );
    return [
      ...rows(
        'old text unknown',
        unknown,
        { Hypothesis: hypothesis(0), 'with a floor of 0.75': hypothesis(0.75) },
        [92, 2],
      ),
      ...rows('old text known', known, { 'diff-match-patch': diffMatchPatch() }, [96, 1.5]),
      ...[{}, { known: true }].flatMap((mode) => losses(cases, mode)),
    ];
  },
};
export default evaluation;

/** How many points are lost when the new text comes in another form. */
function losses(cases: readonly Case[], { known = false }: { readonly known?: boolean }): EvalRow[] {
  const options = ({ oldText }: Case): AnchorOptions => (known ? { oldText } : {});
  const plain = score(cases, cases.map(prepared(({ newText }) => newText, options)));
  return Object.entries(FORMS).map(([name, form]) => {
    const forms = new Map<string, Form>();
    const formOf = ({ newText }: Case): Form => {
      const made = forms.get(newText) ?? form(newText);
      forms.set(newText, made);
      return made;
    };
    const find = prepared((one) => formOf(one).text, options);
    const back = cases.map((one) => {
      const span = find(one);
      const { origins } = formOf(one);
      return span === null ? null : { start: origins[span.start] as number, end: origins[span.end] as number };
    });
    return {
      on: `${CORPUS}, old text ${known ? 'known' : 'unknown'}, ${name}`,
      measure: 'right outcome lost against the plain form, points',
      ours: plain.right - score(cases, back).right,
      peers: {},
      target: 0,
      better: 'lower' as const,
    };
  });
}

interface Form {
  readonly text: string;
  /** For each offset of `text`, its end included, the offset in the plain text. */
  readonly origins: readonly number[];
}

const formBy =
  (change: (character: string) => string, head = '') =>
  (plain: string): Form => {
    const parts = [head];
    const origins: number[] = Array.from(head, () => 0);
    let at = 0;
    for (const character of plain) {
      const changed = change(character);
      parts.push(changed);
      for (let unit = 0; unit < changed.length; unit += 1)
        origins.push(unit < character.length ? at + unit : at + character.length);
      at += character.length;
    }
    origins.push(at);
    return { text: parts.join(''), origins };
  };

const FORMS: Readonly<Record<string, (plain: string) => Form>> = {
  'as CRLF': formBy((character) => (character === '\n' ? '\r\n' : character)),
  'with BOM': formBy((character) => character, '\ufeff'),
  'in NFD': formBy((character) => character.normalize('NFD')),
};

/** Our own way; one anchorer for all cases of a pair of texts, as for all annotations of a source. */
function prepared(textOf: (one: Case) => string, optionsOf: (one: Case) => AnchorOptions): Finder {
  const anchorerOf = remembering((text: string, oldText: string) => anchorer(text, oldText === '' ? {} : { oldText }));
  const describerOf = remembering((text: string) => describer(text));
  return (one) => {
    const selectors = describerOf(one.oldText)(one);
    const found = anchorerOf(textOf(one), optionsOf(one).oldText ?? '').anchor(selectors);
    return 'span' in found ? found.span : null;
  };
}

/** The function, made again only when it is asked for something else than last time: cases of one text stand together. */
function remembering<Key extends readonly string[], Made>(make: (...key: Key) => Made): (...key: Key) => Made {
  let last: { readonly key: Key; readonly made: Made } | null = null;
  return (...key) => {
    if (last === null || key.some((part, i) => part !== last?.key[i])) last = { key, made: make(...key) };
    return last.made;
  };
}

/** The measure of the scorer that comes with the data: an overlap of 0.8 (Jaccard) is right, and so is nothing for deleted words. */
function score(
  cases: readonly Case[],
  found: readonly (Span | null)[],
  holds: (one: Case) => boolean = () => true,
): Scores {
  let [all, right, wrong] = [0, 0, 0];
  cases.forEach((one, i) => {
    if (!holds(one)) return;
    const span = found[i] ?? null;
    all += 1;
    if (span === null) right += one.expected === null ? 1 : 0;
    else if (one.expected !== null && overlap(span, one.expected) >= 0.8) right += 1;
    else wrong += 1;
  });
  return { right: (100 * right) / all, wrong: (100 * wrong) / all };
}

const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
  (Math.max(a.end, b.end) - Math.min(a.start, b.start));

const halfOf = (path: string): number => (createHash('md5').update(path).digest().at(-1) as number) % 2;

interface RawText {
  readonly text: string;
  readonly value: string;
}

interface RawCase extends Span {
  readonly id: string;
  readonly path: string;
  readonly kind: string;
  readonly oldId: string;
  readonly newId: string;
  readonly expectedStart: number | null;
  readonly expectedEnd: number | null;
}

/** Cases of one pair of texts stand together, so that a pair is prepared once. */
function readCases(file: string): Case[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as RawText | RawCase);
  const texts = new Map(lines.flatMap((line) => ('value' in line ? [[line.text, line.value] as const] : [])));
  const raw = lines.flatMap((line) => ('kind' in line ? [line] : []));
  const pair = ({ newId, oldId }: RawCase): string => `${newId} ${oldId}`;
  raw.sort((a, b) => (pair(a) < pair(b) ? -1 : pair(a) > pair(b) ? 1 : 0));
  return raw.map(({ id, path, start, end, oldId, newId, expectedStart, expectedEnd }) => ({
    id,
    path,
    start,
    end,
    oldText: texts.get(oldId) ?? '',
    newText: texts.get(newId) ?? '',
    // Of deleted words the data keeps the place where they would stand.
    expected: expectedStart === null || expectedEnd === null ? null : { start: expectedStart, end: expectedEnd },
  }));
}
