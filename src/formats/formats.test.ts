import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { dossier, EXPORT_MARK, isExported, parseSidecar, type Annotation } from '../core/index.ts';
import { note, tag, uuid } from '../testing/annotations.ts';
import { corpusOf } from '../testing/corpus.ts';
import { csv } from './csv.ts';
import { DOSSIER_COLUMNS, dossierCsv, dossierHtml, dossierMarkdown, type DossierInput } from './dossier.ts';
import type { Voice } from './messages.ts';
import {
  NOTE_COLUMNS,
  notesCollection,
  notesCsv,
  notesHtml,
  notesMarkdown,
  type ExportedNote,
  type NotesInput,
} from './notes.ts';
import { escapeHtml, escapeMarkdown } from './page.ts';
import { cslItem, quotationCsl, quotationMarkdown, quotationText, type QuotedWords } from './quotation.ts';

/** As somebody else's reader has it (csv-parse; RFC 4180), which wants every row to have all the columns. */
const readCsv = (text: string): string[][] => parse(text, { record_delimiter: '\r\n' });

const records = (text: string): Record<string, string>[] => {
  const [header = [], ...rows] = readCsv(text);
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
};

const TEXT = 'Port Meridian\n\nGeneral Okafor <closed> the "harbour", as he said.\n';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

const INPUT: NotesInput = {
  title: 'Notes & queries',
  path: (uri) => uri.replace('file:///', ''),
  text: (uri) => (uri.endsWith('a.txt') ? TEXT : undefined),
  facts: () => ({ outlet: 'Meridian <Gazette>', date: '2026-03-07' }),
  notes: [
    {
      source: 'file:///a.txt',
      placement: { outcome: 'moved', span: at('General Okafor'), score: 0.98765 },
      quote: 'General Okafor',
      body: 'Which, "the younger"?\n=1+1 #two',
      tags: ['two', 'rank'],
      creator: 'Ada Lovelace',
      annotation: note(1, 'Which?', { modified: '2026-03-08T00:00:00Z' }),
      replies: [{ body: '<script>alert(1)</script>', creator: null, annotation: note(2, 'x') }],
    },
    {
      source: 'file:///gone.txt',
      placement: { outcome: 'orphaned' },
      quote: '=HYPERLINK("x")',
      body: '',
      tags: [],
      creator: null,
      annotation: note(3, '', { motivation: 'highlighting', status: 'resolved' }),
      replies: [],
    },
  ],
};

describe('tables', () => {
  it('are read back as they were, whatever they hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', ';', '"', '\r', '\n', '\t', ' ', '=', 'é', '😀') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = readCsv(csv(['one', 'two'], rows)).slice(1);
        assert.deepEqual(
          read.map((row) => row.map((each) => each.replace(/^'(?=[=+\-@＝＋－＠\t\r\n])/, ''))),
          rows,
        );
      }),
    );
  });

  it('hold nothing that a spreadsheet would run', () => {
    assert.equal(
      csv(['a'], [['=1+1'], ['-2'], [-2], ['a=b'], ['＝1+1']]),
      "a\r\n'=1+1\r\n'-2\r\n-2\r\na=b\r\n'＝1+1\r\n",
    );
  });
});

describe('notes as a table', () => {
  const rows = records(notesCsv(INPUT));

  it('have a row for each note and reply, with its place', () => {
    assert.deepEqual(Object.keys(rows[0]!), [...NOTE_COLUMNS]);
    assert.deepEqual(
      rows.map(({ id, replyTo, source, line, column, outcome, score }) => [
        id,
        replyTo,
        source,
        line,
        column,
        outcome,
        score,
      ]),
      [
        [uuid(1), '', 'a.txt', '3', '1', 'moved', '0.988'],
        [uuid(2), uuid(1), 'a.txt', '3', '1', 'moved', '0.988'],
        [uuid(3), '', 'gone.txt', '', '', 'orphaned', ''],
      ],
    );
    const { start, end, quote } = rows[0]!;
    assert.equal(TEXT.slice(Number(start), Number(end)), quote);
  });

  it('keep what was written', () => {
    const { body, tags, creator, modified, motivation } = rows[0]!;
    assert.deepEqual(
      [body, tags, creator, modified, motivation],
      ['Which, "the younger"?\n=1+1 #two', 'two; rank', 'Ada Lovelace', '2026-03-08T00:00:00Z', 'commenting'],
    );
    assert.equal(rows[2]!['quote'], `'=HYPERLINK("x")`);
  });
});

describe('notes that others wrote', () => {
  const said: ExportedNote = { ...INPUT.notes[1]!, quote: '', annotation: note(7, '') };
  const exported = (change: Partial<ExportedNote>): NotesInput => ({ ...INPUT, notes: [{ ...said, ...change }] });
  const heading = (change: Partial<ExportedNote>): string | undefined =>
    /^### (.*)$/m.exec(notesMarkdown(exported(change)))?.[1];

  it('are about the whole source only where they say so', () => {
    assert.equal(heading({ placement: { outcome: 'whole' } }), 'About the whole source');
    for (const placement of [{ outcome: 'orphaned' }, { outcome: 'unknown', reason: 'unreadable' }] as const)
      assert.equal(heading({ placement }), 'About words that are not given');
    const elsewhere = { placement: { outcome: 'unknown', reason: 'elsewhere' } } as const;
    assert.equal(heading(elsewhere), 'About another resource');
    assert.equal(records(notesCsv(exported(elsewhere)))[0]?.['outcome'], 'elsewhere');
  });

  it('may begin with a rule', () => {
    assert.match(notesMarkdown(exported({ quote: 'x', body: '---\n\n# So' })), /\n- \\---\n\n {2}# So/);
  });

  it('keep what they say in resources', () => {
    const bodies: Annotation['bodies'] = [
      { kind: 'resource', source: 'https://example.org/post', selectors: [] },
      { kind: 'other', json: { id: 'https://example.org/film', type: 'Video' } },
      { kind: 'resource', source: 'https://example.org/ada', purpose: 'identifying', selectors: [] },
    ];
    const input = exported({ annotation: note(7, '', { bodies }) });
    const [row] = records(notesCsv(input));
    assert.equal(row?.['body'], 'https://example.org/post\nhttps://example.org/film');
    assert.equal(row?.['entity'], 'https://example.org/ada');
    assert.match(notesMarkdown(input), /example\.org\/post · https:\/\/example\.org\/film/);
  });

  it('have a row, and a quotation, for each place', () => {
    const place = (words: string) => ({
      quote: words,
      placement: { outcome: 'exact', span: at(words), score: 1 } as const,
    });
    const input = exported({ source: 'file:///a.txt', ...place('General Okafor'), more: [place('harbour')] });
    assert.deepEqual(
      records(notesCsv(input)).map(({ id, quote, start }) => [id, quote, start]),
      [
        [uuid(7), 'General Okafor', String(at('General Okafor').start)],
        [uuid(7), 'harbour', String(at('harbour').start)],
      ],
    );
    assert.match(notesMarkdown(input), /> General Okafor\n\n> harbour\n\nline 3/);
  });

  it('lead where they led from another folder, in sets too', () => {
    const set = { type: 'List', items: ['a.txt', { source: { id: 'b.txt' } }, 'https://example.org/c'] };
    const annotation = note(7, '', { targets: [{ kind: 'other', json: set }] });
    const written = notesCollection({
      title: 'N',
      home: 'file:///out/n.jsonld',
      annotations: [{ sidecar: 'file:///in/a.txt.anno.json', annotation }],
    });
    const { page } = parseSidecar(written);
    assert.deepEqual(page.annotations[0]?.targets, [
      {
        kind: 'other',
        json: { type: 'List', items: ['../in/a.txt', { source: { id: '../in/b.txt' } }, 'https://example.org/c'] },
      },
    ]);
  });
});

describe('notes as a page', () => {
  it('is Markdown', () => {
    const text = notesMarkdown(INPUT);
    assert.ok(
      text.startsWith(
        [
          `<!-- ${EXPORT_MARK} -->`,
          '# Notes \\& queries',
          '## a.txt',
          '- Date: 2026-03-07\n- Outlet: Meridian \\<Gazette\\>',
          '### General Okafor',
          '> General Okafor',
          '- Which, "the younger"?\n  =1+1 #two',
          '  line 3 · \\#rank · Ada Lovelace · 2026-03-08',
          '  - &lt;script>alert(1)&lt;/script>',
          '    reply · ',
        ].join('\n\n'),
      ),
      text,
    );
    assert.match(text, /\n- no longer in the text · resolved · /);
  });

  it('speaks the reader’s language', () => {
    const voice: Voice = { language: 'de', say: (code, ...args) => `<${code} ${args.join()}>` };
    const html = notesHtml(INPUT, voice);
    assert.match(
      html,
      /<html lang="de">[^]*<dt>&lt;export-outlet &gt;<\/dt>[^]*&lt;export-line 3&gt;[^]*&lt;export-resolved &gt;/,
    );
    const english = ['>Outlet', '>line 3', '>resolved', 'no longer in the text'];
    assert.deepEqual(
      english.filter((words) => html.includes(words)),
      [],
    );
    assert.match(dossierMarkdown(DOSSIER, voice), /## \\<export-names \\>/);
  });

  it('is HTML in which nothing of the notes is markup, and which fetches nothing', () => {
    const html = notesHtml(INPUT);
    assert.ok(!html.includes('<script'));
    assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
    assert.match(html, /<html lang="en">[^]*<title>Notes &amp; queries<\/title>[^]*<main>\n<h1>/);
    assert.ok(!/(?:src|href|url)\s*[=(]/.test(html));
    assert.match(notesHtml({ ...INPUT, notes: [] }), /No notes\./);
  });

  it('escapes whatever there is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '\0', '\ud800', 'a') }), (text) => {
        assert.match(escapeHtml(text), /^(?:&(?:amp|lt|gt|quot|#39);|[^<>"'&\0\ud800-\udfff])*$/);
      }),
    );
    assert.equal(escapeMarkdown('- a *b* [c](d)\n1. e'), '\\- a \\*b\\* \\[c\\](d) 1. e');
    assert.equal(escapeMarkdown('1. e'), '1\\. e');
    assert.equal(escapeMarkdown('# a'), '\\# a');
  });
});

describe('what was exported', () => {
  it('is known for that, so that it is never a source', () => {
    const written = [notesMarkdown, notesHtml, notesCsv].map((write) => write(INPUT));
    const dossiers = [dossierMarkdown, dossierHtml, dossierCsv].map((write) => write(DOSSIER));
    assert.deepEqual([...written, ...dossiers].map(isExported), Array(6).fill(true));
    assert.ok(!isExported(`${TEXT}Nothing of this was exported by Apparatus.`));
  });
});

describe('notes as a collection', () => {
  const collected = (...annotations: readonly Annotation[]): Record<string, unknown> =>
    JSON.parse(
      notesCollection({
        title: 'Notes',
        home: 'file:///corpus/out/notes.jsonld',
        annotations: annotations.map((annotation) => ({
          sidecar: 'file:///corpus/deep/report.txt.anno.json',
          annotation,
        })),
      }),
    ) as Record<string, unknown>;

  it('has one page inside it, with references from where it stands', () => {
    const link = { kind: 'resource', source: 'other.txt', purpose: 'linking', selectors: [] } as const;
    const { type, total, first, id } = collected(note(2, 'b'), note(1, 'a', { bodies: [tag('x'), link] })) as {
      type: string;
      total: number;
      id: string;
      first: { partOf: string; items: { id: string; target: { source: string }; body: unknown }[] };
    };
    assert.deepEqual([type, total, first.partOf], ['AnnotationCollection', 2, id]);
    assert.deepEqual(
      first.items.map((item) => [item.id, item.target.source]),
      [
        [uuid(1), '../deep/report.txt'],
        [uuid(2), '../deep/report.txt'],
      ],
    );
    assert.match(JSON.stringify(first.items[0]!.body), /"source":"\.\.\/deep\/other\.txt"/);
  });

  it('is read as a page like any other', () => {
    const { first } = collected(note(1, 'a'), note(2, 'b')) as { first: object };
    const context = { '@context': 'http://www.w3.org/ns/anno.jsonld' };
    const { page, problems } = parseSidecar(JSON.stringify({ ...context, ...first }));
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.equal(page.annotations.length, 2);
  });

  it('is JSON-LD to somebody else’s processor', async () => {
    // The part of the published context that is used here, as the tests have no network.
    const oa = 'http://www.w3.org/ns/oa#';
    const as = 'http://www.w3.org/ns/activitystreams#';
    const context = {
      id: { '@type': '@id', '@id': '@id' },
      type: { '@type': '@id', '@id': '@type' },
      AnnotationCollection: `${as}OrderedCollection`,
      AnnotationPage: `${as}OrderedCollectionPage`,
      Annotation: `${oa}Annotation`,
      first: { '@type': '@id', '@id': `${as}first` },
      items: { '@type': '@id', '@id': `${as}items`, '@container': '@list' },
      partOf: { '@type': '@id', '@id': `${as}partOf` },
      total: `${as}totalItems`,
      target: { '@type': '@id', '@id': `${oa}hasTarget` },
      source: { '@type': '@id', '@id': `${oa}hasSource` },
    };
    const documentLoader = async (documentUrl: string) => ({ documentUrl, document: { '@context': context } });
    const quads = await jsonld.toRDF(collected(note(1, 'a')), {
      format: 'application/n-quads',
      base: 'file:///corpus/out/notes.jsonld',
      documentLoader,
      safe: false,
    });
    assert.match(quads, /<http:\/\/www\.w3\.org\/ns\/oa#hasSource> <file:\/\/\/corpus\/deep\/report\.txt>/);
  });

  it('has no page when there is nothing', () => {
    assert.deepEqual([collected()['total'], collected()['first']], [0, undefined]);
  });
});

const ABOUT = 'Ask [Okafor](urn:uuid:00000000-0000-4000-8000-000000000001) *why*.';
/** A note on a place of the first source, which speaks of him. */
const SPEAKING: ExportedNote = {
  source: '/a.txt',
  placement: { outcome: 'exact', span: { start: 57, end: 68 }, score: 1 },
  quote: 'the harbour',
  body: ABOUT,
  tags: [],
  creator: 'Ada Lovelace',
  annotation: note(4, ABOUT),
  replies: [{ body: ABOUT, creator: null, annotation: note(5, ABOUT) }],
};
const DOSSIER = dossierInput();

function dossierInput(): DossierInput {
  const { snapshot } = corpusOf(`//- /a.txt
PORT MERIDIAN, March 6, 2026 — General Ben Okafor closed the harbour. “Nobody was hurt,” Okafor said.
//- /b.txt
Ben Okafor, the harbour master, met Ada Lovelace on Monday.`);
  const entity = snapshot.entities().find(({ name }) => name.includes('Okafor'))!;
  return {
    dossier: dossier(snapshot, entity.id)!,
    notes: [SPEAKING, { ...SPEAKING, source: '/gone.txt', placement: { outcome: 'unknown' } }],
    path: (uri: string) => uri.slice(1),
    text: (uri: string) => snapshot.source(uri)!.reading.text,
  };
}

describe('a dossier', () => {
  const input = DOSSIER;

  it('is a table whose every place holds its words', () => {
    const rows = records(dossierCsv(input));
    assert.deepEqual(Object.keys(rows[0]!), [...DOSSIER_COLUMNS]);
    const placed = rows.filter(({ start }) => start !== '');
    assert.ok(rows.every((row) => row['note'] === (row['kind'] === 'note' ? ABOUT : '')));
    assert.deepEqual(
      rows
        .filter(({ kind }) => kind === 'note')
        .map(({ source, line, text, speaker }) => [source, line, text, speaker]),
      [
        ['a.txt', '1', 'the harbour', 'Ada Lovelace'],
        ['gone.txt', '', 'the harbour', 'Ada Lovelace'],
      ],
    );
    assert.ok(placed.filter(({ kind }) => kind === 'mention').length >= 3);
    for (const { source, start, end, text } of placed) {
      assert.equal(input.text(`/${source}`).slice(Number(start), Number(end)), text);
    }
    assert.ok(rows.some(({ kind, text }) => kind === 'quotation' && text!.includes('Nobody was hurt')));
  });

  it('is a page in both', () => {
    assert.match(dossierMarkdown(input), /^<!--[^\n]*\n\n# [^\n]*Okafor\n[^]*## Mentions\n\n### a\.txt[^]*- line 1: /);
    assert.match(dossierHtml(input), /<h2>Quotations<\/h2>\n<ul>\n<li>“Nobody was hurt,” · /);
  });

  it('ends with the notes that speak of it, without ids that mean nothing outside', () => {
    const notes = (page: string): string => page.slice(page.search(/(?:## |<h2>)Notes/)).replaceAll(/\n\n+/g, '\n');
    assert.equal(
      notes(dossierMarkdown({ ...input, notes: [SPEAKING] })),
      [
        '## Notes',
        '- Ask Okafor *why*.',
        '  a.txt, line 1 · “the harbour” · Ada Lovelace · 2026-03-07',
        '  - Ask Okafor *why*.',
        '    reply · 2026-03-07',
        '',
      ].join('\n'),
    );
    const html = notes(dossierHtml(input));
    assert.match(html, /^<h2>Notes<\/h2>\n<p class="written">Ask Okafor \*why\*\.<\/p>/);
    assert.match(html, /gone\.txt · “the harbour” · Ada Lovelace/);
    assert.doesNotMatch(html, /urn:uuid/);
    assert.doesNotMatch(dossierMarkdown({ ...input, notes: [] }), /## Notes/);
  });
});

describe('a quotation with its reference', () => {
  const QUOTED: QuotedWords = {
    words: 'Nobody was *hurt*',
    line: 3,
    title: 'Harbour closed',
    path: 'reports/a.txt',
    facts: {
      date: '2026-03-07',
      outlet: 'Meridian Gazette',
      author: 'Lovelace, Ada; B. Okafor',
      url: 'https://example.org/a',
    },
  };

  it('is plain text', () => {
    assert.equal(
      quotationText(QUOTED),
      '“Nobody was *hurt*” (Lovelace, Ada; B. Okafor, “Harbour closed”, Meridian Gazette, 2026-03-07, https://example.org/a, reports/a.txt, line 3)\n',
    );
    assert.equal(
      quotationText({ ...QUOTED, title: QUOTED.path, facts: {} }),
      '“Nobody was *hurt*” (reports/a.txt, line 3)\n',
    );
  });

  it('is Markdown', () => {
    assert.equal(
      quotationMarkdown({ ...QUOTED, facts: { url: 'https://example.org/a_b' } }),
      '> Nobody was \\*hurt\\*\n>\n> “Harbour closed”, <https://example.org/a_b>, reports/a.txt, line 3\n',
    );
  });

  it('is an item of CSL-JSON', () => {
    const [item] = JSON.parse(quotationCsl(QUOTED)) as [object];
    assert.deepEqual(item, {
      id: 'reports/a.txt',
      type: 'article-newspaper',
      title: 'Harbour closed',
      author: [{ family: 'Lovelace', given: 'Ada' }, { literal: 'B. Okafor' }],
      'container-title': 'Meridian Gazette',
      issued: { 'date-parts': [[2026, 3, 7]] },
      URL: 'https://example.org/a',
      annote: '“Nobody was *hurt*” (line 3)',
    });
  });

  const dates: [written: string, issued: object][] = [
    ['2026', { 'date-parts': [[2026]] }],
    ['2026-03~', { 'date-parts': [[2026, 3]], circa: true }],
    [
      '2026-03-01/2026-03-07',
      {
        'date-parts': [
          [2026, 3, 1],
          [2026, 3, 7],
        ],
      },
    ],
    ['2026-21', { literal: '2026-21' }],
    ['198X', { literal: '198X' }],
    ['2026-03/..', { literal: '2026-03/..' }],
    ['last spring', { literal: 'last spring' }],
  ];
  for (const [written, issued] of dates) {
    it(`dates it ${written}`, () => {
      assert.deepEqual(cslItem({ ...QUOTED, facts: { date: written } }).issued, issued);
    });
  }
});
