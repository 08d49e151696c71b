import assert from 'node:assert/strict';
import { FOLDER, memoryPorts, sha256 } from '../testing/index.ts';
import { encodeUtf8 } from '../core/index.ts';
import { openSession, sidecarOf, type Note, type Session } from './index.ts';

const A = `${FOLDER}/a.txt`;
const TEXT = 'Ada came to the harbour. Later Ada, another one, stayed with the okapi of the old harbour master.';
const DIGEST = `sha256:${await sha256.sha256(encodeUtf8(TEXT))}`;

/** A session over a sidecar that another program has written. */
async function begin(items: readonly object[], id = 'https://example.org/page'): Promise<Session> {
  const ports = memoryPorts(`//- /a.txt\n${TEXT}`);
  const page = { '@context': 'http://www.w3.org/ns/anno.jsonld', id, type: 'AnnotationPage', items };
  ports.files.put(sidecarOf(A), JSON.stringify(page));
  const session = openSession({ folder: FOLDER, ports });
  await session.ready;
  return session;
}

const item = (n: number, target: unknown, more: object = {}): object => ({
  id: `urn:x:${n}`,
  type: 'Annotation',
  target,
  ...more,
});
const fact = (target: unknown): object =>
  item(1, target, {
    motivation: 'describing',
    body: { type: 'TextualBody', purpose: 'describing', 'apparatus:fact': 'date', value: '1999-01-01' },
  });

const placeOf = ({ placement }: Note): string =>
  placement.outcome === 'unknown' && placement.reason ? placement.reason : placement.outcome;

/** The place of a single note. */
async function check(target: unknown, expected: string): Promise<void> {
  const session = await begin([item(1, target)]);
  assert.deepEqual(session.snapshot().notes(A).map(placeOf), [expected], JSON.stringify(target));
  session.dispose();
}

describe('sidecars that others wrote', () => {
  it('may be about other resources, whose notes and facts are not this source’s', async () => {
    await check('http://elsewhere.example/other.txt', 'elsewhere');
    await check('other.txt', 'elsewhere');
    await check(
      { source: 'other.txt', selector: { type: 'TextQuoteSelector', exact: 'Ada came to the' } },
      'elsewhere',
    );
    await check('a.txt', 'whole');
    await check(A, 'whole');
    const facts = async (target: string): Promise<unknown> => (await begin([fact(target)])).facts(A);
    assert.deepEqual(await facts('http://elsewhere.example/other.txt'), {});
    assert.deepEqual(await facts(A), { date: '1999-01-01' });
  });

  it('take a note about another resource to the words that the reader selects', async () => {
    const session = await begin([item(1, 'http://elsewhere.example/other.txt')]);
    await session.attach('urn:x:1', { start: 0, end: 8 });
    const [note] = session.snapshot().notes(A);
    assert.deepEqual([note?.quote, note?.placement.outcome], ['Ada came', 'exact']);
    assert.equal(note?.annotation.targets.length, 2);
  });

  it('that were copied or moved with their source are about it under its new name', async () => {
    const session = await begin([fact('old%20name.txt')], 'old%20name.txt.anno.json');
    assert.deepEqual(session.facts(A), { date: '1999-01-01' });
    assert.deepEqual(session.snapshot().notes(A).map(placeOf), ['whole']);
  });

  it('hold where they say only the place in the text that is there, in the editor as in a preview', async () => {
    const target = {
      source: 'a.txt',
      state: { type: 'TimeState', sourceDate: '2026-01-01T00:00:00Z', 'apparatus:digest': DIGEST },
      selector: { type: 'TextPositionSelector', start: 0, end: 8 },
    };
    await check(target, 'exact');
    const session = await begin([item(1, target)]);
    const [foreseen] = await session.foresee(A, `New. ${TEXT}`);
    assert.deepEqual([foreseen?.before.outcome, foreseen?.after.outcome], ['exact', 'moved']);
  });

  it('name their source in any way that the standard has', async () => {
    const quote = {
      type: 'TextQuoteSelector',
      exact: 'the okapi of the old harbour',
      prefix: 'Later Ada, another one, stayed with ',
    };
    await check({ id: 'a.txt', type: 'Text' }, 'whole');
    await check({ source: { id: 'a.txt' } }, 'whole');
    await check({ type: 'SpecificResource', source: { id: 'a.txt', format: 'text/plain' }, selector: quote }, 'moved');
    await check({ type: 'List', items: ['a.txt'] }, 'unreadable');
  });

  it('may be about two places in one source, which both move with the text', async () => {
    const at = (exact: string, prefix: string, suffix: string): object => ({
      source: 'a.txt',
      selector: { type: 'TextQuoteSelector', exact, prefix, suffix },
    });
    const session = await begin([
      item(1, [
        at('harbour', 'Ada came to the ', '. Later Ada, another one, stayed with'),
        at('okapi', 'Later Ada, another one, stayed with the ', ' of the old harbour master.'),
        'other.txt',
      ]),
    ]);
    const places = (): unknown =>
      session
        .snapshot()
        .notes(A)
        .map(({ quote, placement, more = [] }) =>
          [{ quote, placement }, ...more].map((each) => [
            each.quote,
            'span' in each.placement && each.placement.span.start,
          ]),
        );
    assert.deepEqual(places(), [
      [
        ['harbour', TEXT.indexOf('harbour')],
        ['okapi', TEXT.indexOf('okapi')],
      ],
    ]);
    session.documentOpened(A, TEXT);
    session.documentChanged(A, [{ start: 25, end: 25, text: 'Much ' }]);
    assert.deepEqual(places(), [
      [
        ['harbour', TEXT.indexOf('harbour')],
        ['okapi', TEXT.indexOf('okapi') + 5],
      ],
    ]);
  });

  it('may say where they stand in ways that cannot be read, which is no loss of the words', async () => {
    const at = (...selector: object[]): object => ({ source: 'a.txt', selector });
    const xpath = { type: 'XPathSelector', value: '/p[1]' };
    await check(at(xpath), 'unreadable');
    await check(at({ type: 'RangeSelector', startSelector: xpath, endSelector: xpath }), 'unreadable');
    await check(at({ type: 'DataPositionSelector', start: 4, end: 9 }), 'unreadable');
    await check('a.txt#char=0,3', 'ambiguous');
    await check('a.txt#top', 'unreadable');
    await check(at(xpath, { type: 'TextPositionSelector', start: 0, end: 3 }), 'ambiguous');
    await check(at(xpath, { type: 'TextPositionSelector', start: 900, end: 903 }), 'orphaned');
  });
});
