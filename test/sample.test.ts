/** The sample corpus is other people's text, and must not be what rules were written for: no words of it stand in what is shipped. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** So many words in a row are a phrase of somebody's; shorter ones are the language's. */
const PHRASE = 5;
const SHIPPED = [
  'src',
  'test',
  'docs',
  'training',
  'l10n',
  'README.md',
  'ARCHITECTURE.md',
  'NOTICE.md',
  'CHANGELOG.md',
];
const READABLE = /\.(?:ts|mts|mjs|js|json|md|txt|py|html|css)$/;
const SKIPPED = new Set(['node_modules', 'dist', 'artefacts']);

/** Words in lower case. Line ends and marks part nothing, nor do a comment's stars and slashes. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}]+(?:['.,-][\p{L}\p{N}]+)*/gu) ?? [];

/** Every run of `PHRASE` words; runs of numbers alone are no phrase. */
function phrasesOf(text: string): string[] {
  const words = wordsOf(text);
  const phrases: string[] = [];
  for (let at = 0; at + PHRASE <= words.length; at += 1) {
    const phrase = words.slice(at, at + PHRASE);
    if (phrase.some((word) => /\p{L}{2}/u.test(word))) phrases.push(phrase.join(' '));
  }
  return phrases;
}

const taken = (text: string, sample: ReadonlySet<string>): string[] =>
  phrasesOf(text).filter((phrase) => sample.has(phrase));

function* filesUnder(path: string): Generator<string> {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path)) if (!SKIPPED.has(name)) yield* filesUnder(join(path, name));
  } else if (READABLE.test(path)) yield path;
}

describe('the sample corpus', () => {
  const seeds = join(root, 'seeds');
  const sample = new Set(
    readdirSync(seeds)
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) => phrasesOf(readFileSync(join(seeds, name), 'utf8'))),
  );

  it('would be noticed across marks, line ends and cases', () => {
    const invented = new Set(phrasesOf('The old bridge of Strelsau was shut.'));
    assert.deepEqual(taken('"OLD bridge\n * of Strelsau, was', invented), ['old bridge of strelsau was']);
    assert.deepEqual(taken('the old bridge of Ruritania', invented), []);
    assert.ok(sample.size > 0);
  });

  it('lends no five words in a row to code, tests, data or documents', () => {
    const found = SHIPPED.flatMap((name) => [...filesUnder(join(root, name))]).flatMap((path) =>
      taken(readFileSync(path, 'utf8'), sample).map((phrase) => `${relative(root, path)}: ${phrase}`),
    );
    assert.deepEqual(found, []);
  });
});
