import assert from 'node:assert/strict';
import { corpusOf } from '../../testing/corpus.ts';
import { findingKey } from './finding.ts';
import { allFindings, formatMessage } from './index.ts';
import { shortestNames } from './naming.ts';

const said = (source: string, code: string): string[] =>
  allFindings(corpusOf(source).snapshot).flatMap((each) => (each.code === code ? [formatMessage(each.message)] : []));

describe('names of sources in messages', () => {
  for (const [uris, names] of [
    [
      ['a/x.txt', 'b/y.txt'],
      ['x.txt', 'y.txt'],
    ],
    [
      ['c/a/x.txt', 'c/b/x.txt'],
      ['a/x.txt', 'b/x.txt'],
    ],
    [
      ['x.txt', 'a/x.txt', 'xx.txt'],
      ['x.txt', 'a/x.txt', 'xx.txt'],
    ],
    [
      ['f/a/d/x.txt', 'f/b/d/x.txt'],
      ['a/d/x.txt', 'b/d/x.txt'],
    ],
    [
      ['a/f%C3%B6rsta%20sida.txt', 'a/100%.txt'],
      ['första sida.txt', '100%.txt'],
    ],
  ] as const) {
    it(`are ${names.join(', ')}`, () => assert.deepEqual([...shortestNames(uris).values()], names));
  }

  const SHARED =
    'The harbour has been the only link of the islands since the old bridge was lost in the spring floods.';

  it('have the folder only where the sources of one finding are of one name', () => {
    const [both] = said(`//- x/news.txt\n${SHARED}\n//- y/news.txt\n${SHARED}`, 'passage-shared');
    assert.match(both!, /^x\/news\.txt and y\/news\.txt share 1 passage/);
    const [other] = said(`//- x/news.txt\n${SHARED}\n//- y/report.txt\n${SHARED}`, 'passage-shared');
    assert.match(other!, /^news\.txt and report\.txt share 1 passage/);
  });

  it('leave words of a source that look like such a name', () => {
    const [quoted] = said(
      '//- a\n“All \ufdd0b\ufdd1 is lost and gone.” The harbour was dark.',
      'quotation-unattributed',
    );
    assert.match(quoted!, /“All \ufdd0b\ufdd1 is lost/);
  });
});

describe('findings in files of one name', () => {
  const OPEN = '“Nobody was hurt, he said on the quay of the old harbour.';
  const found = (...paths: string[]) =>
    allFindings(corpusOf(paths.map((path) => `//- ${path}\n${OPEN}`).join('\n')).snapshot);

  it('are as many as the files, and are told apart', () => {
    const both = found('x/news.txt', 'y/news.txt').filter(({ code }) => code === 'quotation-marks');
    assert.deepEqual(
      both.map(({ sides }) => sides[0].uri),
      ['x/news.txt', 'y/news.txt'],
    );
    assert.equal(new Set(both.map(findingKey)).size, 2);
  });

  it('keep their fingerprint when the folder is moved', () =>
    assert.deepEqual(
      found('x/news.txt').map(({ fingerprint }) => fingerprint),
      found('old/x/news.txt').map(({ fingerprint }) => fingerprint),
    ));
});
