import assert from 'node:assert/strict';
import fc from 'fast-check';
import { arbitraryPage, brokenMusts, note, pageOf, tag, uuid } from '../../testing/annotations.ts';
import { writeCollection } from './collection.ts';
import { factBodies, factsOf, pageFacts } from './facts.ts';
import { parseSidecar } from './parse.ts';
import type { Annotation } from './types.ts';
import { emptyPage, isEmptyPage, writeSidecar } from './write.ts';

/** Problems of a sidecar as "line: code args", and whether it may be written. */
function check(text: string, expected: readonly string[], writable: boolean): ReturnType<typeof parseSidecar> {
  const parsed = parseSidecar(text);
  assert.deepEqual(
    parsed.problems.map(({ code, position, args }) => `${position.line + 1}: ${[code, ...args].join(' ')}`),
    expected,
  );
  assert.equal(parsed.writable, writable);
  return parsed;
}

/** One item in a page; the item begins on line 3. */
const pageText = (item: string): string =>
  `{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "p", "type": "AnnotationPage",\n"items": [\n${item}]}`;

const read = (item: string): Annotation => {
  const { page } = parseSidecar(pageText(item));
  return page.annotations[0] as Annotation;
};

describe('a sidecar', () => {
  it('is read back as it was written, unknown keys included', () => {
    fc.assert(
      fc.property(arbitraryPage, (page) => {
        const text = writeSidecar(page);
        const parsed = parseSidecar(text);
        assert.deepEqual(parsed.problems, []);
        assert.deepEqual(parsed.page, page);
        assert.equal(writeSidecar(parsed.page), text);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps every MUST of the standard', () => {
    fc.assert(
      fc.property(arbitraryPage, (page) => {
        fc.pre(page.annotations.length > 0);
        assert.deepEqual(brokenMusts(JSON.parse(writeSidecar(page))), []);
      }),
      { numRuns: 100 },
    );
    assert.notDeepEqual(
      brokenMusts({ id: 'a b', items: [{ target: [], body: {}, created: 'now', motivation: 'assessing' }] }),
      [],
    );
  });

  it('is indented, in a fixed order of keys, sorted by id, and ends in a line feed', () => {
    const text = writeSidecar(pageOf(note(2, 'b'), note(1, 'a', { motivation: 'assessing', status: 'dismissed' })));
    assert.deepEqual(
      [...text.matchAll(/"id": "(?:urn:uuid:[\d-]*)?(.*)"/g)].map(([, id]) => id),
      ['report.txt.anno.json', '', ''],
    );
    assert.ok(text.indexOf(uuid(1)) < text.indexOf(uuid(2)));
    assert.ok(text.endsWith('\n}\n'));
    const keys = [...text.matchAll(/^ {6}"(.*?)":/gm)].map(([, key]) => key);
    assert.deepEqual(keys.slice(1, 8), ['id', 'type', 'motivation', 'creator', 'created', 'apparatus:status', 'body']);
    assert.match(text, /"motivation": "apparatus:assessing"/);
  });

  it('needs no file when it is empty', () => {
    assert.ok(isEmptyPage(emptyPage('report.txt')));
    assert.ok(!isEmptyPage(pageOf(note(1, 'a'))));
    assert.equal(emptyPage('Überblick: 1.txt').id, '%C3%9Cberblick%3A%201.txt.anno.json');
  });
});

describe('reading a sidecar', () => {
  it('takes all shapes that the standard allows', () => {
    const annotation =
      read(`{"id": "${uuid(1)}", "type": ["Annotation", "x:Note"], "motivation": "oa:assessing", "bodyValue": "hi",
      "creator": "https://example.org/ada", "created": "2026-03-07T10:30:00.5+01:00",
      "target": {"source": "report.txt", "selector": {"type": "TextQuoteSelector", "exact": "a"}}}`);
    assert.deepEqual(annotation, {
      id: uuid(1),
      motivation: 'assessing',
      bodies: [{ kind: 'text', value: 'hi', format: 'text/plain' }],
      targets: [{ kind: 'source', source: 'report.txt', selectors: [{ type: 'TextQuoteSelector', exact: 'a' }] }],
      creators: [{ id: 'https://example.org/ada' }],
      created: '2026-03-07T09:30:00.5Z',
      status: 'open',
      other: { type: ['Annotation', 'x:Note'] },
    });
    const reply = read(
      `{"id": "${uuid(2)}", "type": "Annotation", "motivation": "replying", "target": "https://example.org/1"}`,
    );
    assert.deepEqual(reply.targets, [{ kind: 'annotation', id: 'https://example.org/1' }]);
  });

  it('names the place of what it does not understand, and keeps it', () => {
    const odd = `{"id": "${uuid(1)}", "type": "Annotation",\n"created": "yesterday", "target": "report.txt"}`;
    const { page } = check(pageText(odd), ['4: sidecar-wrong-type created a date and time with its zone'], true);
    assert.match(writeSidecar(page), /"created": "yesterday"/);
    const missing = check(
      pageText('{"type": "Annotation"},\n{"id": "x"}'),
      ['3: sidecar-missing-key id', '4: sidecar-missing-key target'],
      true,
    );
    assert.equal(missing.page.foreign.length, 2);
    check(pageText('17'), ['3: sidecar-wrong-type items a list of annotations'], true);
    const twins = `{"id": "x", "target": "a"},\n{"id": "x", "target": "b"},\n{"id": "x", "target": "a"}`;
    check(pageText(twins), ['4: sidecar-duplicate-id x'], true);
    check(
      pageText(
        '{"id": "x", "target": {"source": "a",\n"selector": {"type": "TextPositionSelector", "start": 5, "end": 2}}}',
      ),
      ['4: sidecar-bad-value end 2'],
      true,
    );
  });

  it('refuses to have a file overwritten that it cannot keep whole', () => {
    const whole = writeSidecar(pageOf(note(1, 'first'), note(2, 'second')));
    const cut = whole.slice(0, whole.indexOf('second'));
    const { page } = check(cut, [`${cut.split('\n').length}: sidecar-not-json string-end`], false);
    assert.deepEqual(page.annotations, [note(1, 'first')]);
    check('', ['1: sidecar-not-json value'], false);
    check('"hello"', ['1: sidecar-not-a-page'], false);
    check(whole.replace('"apparatus:version": 1', '"apparatus:version": 2'), ['10: sidecar-newer-version 2 1'], false);
    check(whole.replace('"type": "AnnotationPage"', '"type": 7'), ['9: sidecar-not-a-page'], false);
    check(pageText('{"id": "x", "target": "a",\n"x": 1, "x": 2}'), ['4: sidecar-duplicate-key x'], false);
    check('['.repeat(100_000), ['1: sidecar-too-deep 200'], false);
  });

  it('shows the annotations of a bare list', () => {
    const { page } = check(`[{"id": "x", "target": "a"}]`, ['1: sidecar-not-a-page'], false);
    assert.equal(page.annotations.length, 1);
  });

  it('shows the annotations of other documents of the standard, and does not write over them', () => {
    const [one, two] = [note(1, 'a'), note(2, 'b')];
    const shown = (json: unknown): void => {
      const { page, writable } = parseSidecar(JSON.stringify(json));
      assert.deepEqual([page.annotations.map(({ id }) => id), writable], [[one.id, two.id], false]);
    };
    const { items } = JSON.parse(writeSidecar(pageOf(one, two))) as { items: readonly object[] };
    shown({ type: 'AnnotationCollection', id: 'c', total: 2, first: { type: 'AnnotationPage', id: 'p', items } });
    shown({ type: ['AnnotationCollection'], items });
    shown(JSON.parse(writeCollection({ id: 'c', label: 'Notes', annotations: [one, two], contexts: [] })));
    const single = { '@context': 'http://www.w3.org/ns/anno.jsonld', ...items[0] };
    const alone = parseSidecar(JSON.stringify(single));
    assert.deepEqual([alone.page.annotations.map(({ id }) => id), alone.writable], [[one.id], false]);
    check(
      '{"type": "AnnotationCollection", "first": "https://example.org/page1"}',
      ['1: sidecar-not-a-page', '1: sidecar-not-a-page'],
      false,
    );
  });

  it('never throws, and never overwrites what it could not read', () => {
    const seed = writeSidecar(pageOf(note(1, 'first', { bodies: [tag('a')] }), note(2, 'second')));
    const mangled = fc
      .array(fc.tuple(fc.nat(seed.length), fc.nat(12), fc.oneof(fc.json({ maxDepth: 1 }), fc.string())), {
        minLength: 1,
        maxLength: 4,
      })
      .map((cuts) => cuts.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), seed));
    fc.assert(
      fc.property(fc.oneof(mangled, fc.json(), fc.string()), (text) => {
        const { page, writable, problems } = parseSidecar(text);
        assert.equal(
          writable,
          problems.every(({ severity }) => severity !== 'error'),
        );
        if (!writable) return;
        // What may be written says all that was read: reading it again finds the same.
        const again = parseSidecar(writeSidecar(page));
        assert.deepEqual({ ...again.page, version: 0 }, { ...page, version: 0 });
      }),
      { numRuns: 1000 },
    );
  });

  it('reads ten megabytes', () => {
    const big = pageOf(...Array.from({ length: 8_000 }, (_, n) => note(n, 'words '.repeat(100))));
    const { page, problems } = parseSidecar(writeSidecar(big));
    assert.deepEqual(problems, []);
    assert.equal(page.annotations.length, 8_000);
  });
});

describe('facts of a source', () => {
  const describing = (n: number, facts: Parameters<typeof factBodies>[0], modified: string): Annotation =>
    note(n, '', { motivation: 'describing', bodies: factBodies(facts), modified });

  it('stand in bodies that any program can show', () => {
    const facts = { date: '2026-03-07', outlet: 'Port Meridian Courier', url: 'https://example.org/a' };
    assert.deepEqual(factsOf(describing(1, { ...facts, wire: '' }, '2026-03-07T09:30:00Z')), facts);
    assert.deepEqual(factsOf(note(1, 'no facts')), {});
  });

  it('of two annotations are the later one’s', () => {
    const page = pageOf(
      describing(1, { date: '2026-03-08', author: 'A' }, '2026-03-09T00:00:00Z'),
      describing(2, { date: '2026-03-07', wire: 'W' }, '2026-03-08T00:00:00Z'),
    );
    assert.deepEqual(pageFacts(page), { date: '2026-03-08', author: 'A', wire: 'W' });
  });
});
