import assert from 'node:assert/strict';
import { globs } from './glob.ts';

const check = (pattern: string, matches: string[], misses: string[]): void => {
  it(pattern, () => {
    const test = globs([pattern]);
    for (const path of matches) assert.ok(test(path), `${pattern} should match ${path}`);
    for (const path of misses) assert.ok(!test(path), `${pattern} should not match ${path}`);
  });
};

describe('globs', () => {
  check('**/*.txt', ['a.txt', 'b/c/a.txt', '.txt'], ['a.txt/b', 'a.md', 'atxt']);
  check('*.txt', ['a.txt'], ['b/a.txt']);
  check('**/node_modules/**', ['node_modules/a', 'x/node_modules/a/b'], ['node_modules', 'my_node_modules/a']);
  check('notes/**', ['notes/a', 'notes/a/b'], ['notes', 'other/notes/a']);
  check('a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['ab', 'a/b/c']);
  check('**/.*/**', ['.git/config', 'a/.cache/b'], ['a/b', '.gitignore']);
  check('{a,b{c,d}}.{txt,md}', ['a.txt', 'bc.md', 'bd.txt'], ['b.txt', 'bcd.txt']);
  check('{a', ['{a'], ['a']);
  check('0[0-4]?_[!x]*', ['001_a', '049_abc'], ['051_a', '001_x', '01_a']);
  check('[', ['['], ['']);

  it('is quick with hostile patterns', () => {
    const test = globs([`${'*a'.repeat(500)}b`, `${'**/'.repeat(500)}b`, '{a,b}'.repeat(40)]);
    assert.ok(!test('a'.repeat(2000)));
    assert.ok(!test('a/'.repeat(500)));
  });
});
