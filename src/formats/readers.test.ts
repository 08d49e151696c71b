/** What is exported, as other people's readers have it. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import assert from 'node:assert/strict';
import { parse as parseHtml, type DefaultTreeAdapterTypes } from 'parse5';
import { note } from '../testing/annotations.ts';
import { notesHtml, notesMarkdown, type NotesInput } from './notes.ts';
import { quotationCsl, type QuotedWords } from './quotation.ts';

const notes = (...bodies: readonly string[]): NotesInput => ({
  title: 'Notes',
  path: () => 'letter.txt',
  text: () => 'General Okafor answered.',
  facts: () => ({}),
  notes: bodies.map((body, at) => ({
    source: 'file:///letter.txt',
    placement: { outcome: 'exact', span: { start: 0, end: 14 }, score: 1 },
    quote: 'General Okafor',
    body,
    tags: [],
    creator: null,
    annotation: note(at, body),
    replies: [{ body, creator: null, annotation: note(at + 100, body) }],
  })),
});

/** What a note by somebody who means harm, or who merely forgot to close something, may hold. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![](https://example.org/pixel.png)',
  '[a](javascript:alert(1))',
  '[a](&#106;avascript:alert(1))',
  '[a](java\\script:alert(1))',
  '[a](\n> javascript:alert(1))',
  '[a]: javascript:alert(1)',
  '[a]',
  '<javascript:alert(1)>',
  '<!--',
  '<x-y z>',
  '```',
  '~~~~',
  '# Heading',
  '===',
  '---',
  '> ',
  '- ',
  '1. ',
  '    ',
  '\t',
  '\n',
  '\n\n',
  '\r',
  '`',
  '\\',
  ']',
  '(',
  'word',
];
const hostile = fc.array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));

describe('Markdown to a CommonMark reader that checks nothing', () => {
  const reader = new MarkdownIt('commonmark');
  reader.validateLink = () => true;
  const tokens = (markdown: string) =>
    reader.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);

  it('holds no HTML, no picture and no link that runs', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (bodies) => {
        const [mark, ...found] = tokens(notesMarkdown(notes(...bodies)));
        assert.match(mark!.content, /^<!-- Exported by Apparatus/);
        const types = found.map(({ type }) => type);
        assert.deepEqual(
          types.filter((type) => /html|image/.test(type)),
          [],
        );
        const targets = found.flatMap(({ attrs }) => (attrs ?? []).filter(([name]) => name === 'href'));
        assert.deepEqual(
          targets.filter(([, target]) => /script/i.test(decodeURIComponent(target).replace(/\\/g, ''))),
          [],
        );
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every note apart, whatever the one before it leaves open', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (bodies) => {
        const outermost = tokens(notesMarkdown(notes(...bodies))).filter(({ level }) => level === 0);
        const headings = outermost.filter(({ type }) => type === 'heading_open').map(({ tag }) => tag);
        assert.deepEqual(headings, ['h1', 'h2', ...bodies.map(() => 'h3')]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what is harmless', () => {
    const body = '**Which** Okafor? See [the list](https://example.org/a?b=c:d), <https://example.org>, 3 < 4.';
    const found = tokens(notesMarkdown(notes(body)));
    const targets = found.flatMap(({ attrs }) => (attrs ?? []).map(([, target]) => target));
    assert.deepEqual([...new Set(targets)], ['https://example.org/a?b=c:d', 'https://example.org']);
    assert.ok(found.some(({ type }) => type === 'strong_open'));
  });
});

describe('HTML to a browser’s parser', () => {
  const ours = new Set(
    'html head meta title style body main h1 h2 h3 blockquote p div ul li dl dt dd #document #documentType #text'.split(
      ' ',
    ),
  );

  it('holds our elements and nothing of the notes', () => {
    fc.assert(
      fc.property(hostile, (body) => {
        const nodes = everyNode(parseHtml(notesHtml(notes(body))));
        assert.deepEqual(
          nodes.map(({ nodeName }) => nodeName).filter((name) => !ours.has(name)),
          [],
        );
        const attributes = nodes.flatMap((node) => ('attrs' in node ? node.attrs.map(({ name }) => name) : []));
        const known = ['charset', 'class', 'content', 'http-equiv', 'lang', 'name'];
        assert.deepEqual([...new Set(attributes)].sort(), known);
      }),
    );
  });
});

function everyNode(node: DefaultTreeAdapterTypes.Node): DefaultTreeAdapterTypes.Node[] {
  return [node, ...('childNodes' in node ? node.childNodes.flatMap(everyNode) : [])];
}

describe('CSL-JSON to citeproc, which reference managers use', () => {
  const cited = (facts: QuotedWords['facts']): string => {
    const quoted = { words: 'Nobody was hurt', line: 3, title: 'Harbour closed', path: 'reports/a.txt', facts };
    return new Cite(quotationCsl(quoted)).format('bibliography', { template: 'apa', lang: 'en-US' }).trim();
  };

  it('names author, day, title, outlet and address', () => {
    const facts = {
      author: 'Lovelace, Ada; Ministry of Harbours',
      date: '2026-03-07',
      outlet: 'Meridian Gazette',
      wire: 'Port Wire',
      url: 'https://example.org/a',
    };
    assert.equal(
      cited(facts),
      'Lovelace, A. & Ministry of Harbours. (2026, March 7). Harbour closed. Meridian Gazette. https://example.org/a',
    );
  });

  const dates: [written: string, read: RegExp][] = [
    ['2026', /\(2026\)/],
    ['2026-03', /\(2026, March\)/],
    ['2026-03~', /2026, March/],
    ['2026-03-01/2026-03-07', /2026, March 1[–-]7/],
    ['last spring', /last spring/],
    ['', /n\.d\./],
  ];
  for (const [written, read] of dates) {
    it(`dates it “${written}”`, () => assert.match(cited({ author: 'Lovelace, Ada', date: written }), read));
  }
});
