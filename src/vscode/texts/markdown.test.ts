import assert from 'node:assert/strict';
import { commandLink, escapeMarkdown, lines, paragraphs, plainText, shorten, withoutImages } from './markdown.ts';

describe('markdown', () => {
  const check = (text: string, expected: string) => assert.equal(escapeMarkdown(text), expected);

  it('leaves words alone', () => check('Ada Lovelace à 😀', 'Ada Lovelace à 😀'));
  it('escapes links, emphasis and HTML', () => check('[x](y) *z* <b>', '\\[x\\]\\(y\\) \\*z\\* \\<b\\>'));
  it('escapes bare addresses, so that none becomes a link', () =>
    check('https://a.b w.x@y.z', 'https\\:\\/\\/a\\.b w\\.x\\@y\\.z'));
  it('folds line breaks, so that no block can begin', () => check('a\n# b\r\n- c', 'a \\# b \\- c'));
  it('escapes character references', () => check('&lt;', '\\&lt\\;'));

  it('keeps command arguments inside the target', () =>
    assert.equal(
      commandLink('Go (on)', 'apparatus.x', ['a) "b'], 'To "b"'),
      '[Go \\(on\\)](command:apparatus.x?%5B%22a%29%20%5C%22b%22%5D "To \\"b\\"")',
    ));

  it('turns images into links', () =>
    assert.equal(withoutImages('![t](http://x.example) <IMG src=y>'), '!\\[t](http://x.example) \\<IMG src=y>'));

  it('leaves marks of emphasis out of labels', () =>
    assert.equal(plainText('**Which** _one_? `a_b` #tag'), 'Which one? a_b #tag'));

  it('shortens at a blank and never inside a character', () => {
    assert.equal(shorten('one two  three', 9), 'one two…');
    assert.equal(shorten('one two', 9), 'one two');
    assert.equal(shorten('abc😀😀', 4), 'abc…');
  });

  it('leaves empty parts out', () => {
    assert.equal(lines('a', '', null, 'b'), 'a  \nb');
    assert.equal(paragraphs('a', undefined, false, 'b'), 'a\n\nb');
  });
});
