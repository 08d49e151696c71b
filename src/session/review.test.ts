import assert from 'node:assert/strict';
import type { Finding, Uri } from '../core/index.ts';
import { FixedClock } from '../testing/index.ts';
import { Review } from './review.ts';

const finding = (fingerprint: string, start = 0): Finding =>
  ({ fingerprint, sides: [{ uri: 'a', start, end: start + 1 }] }) as unknown as Finding;

/** A review in which each source takes a whole slice; `found` are the sources told of, slice by slice. */
function world(findings: Record<Uri, readonly Finding[]>) {
  const asked: Uri[] = [];
  const told: Uri[][] = [];
  const clock = new FixedClock();
  let time = 0;
  clock.now = () => time;
  const breaths: (() => void)[] = [];
  clock.breathe = () => new Promise((resolve) => void breaths.push(resolve));
  const find = (uri: Uri) => {
    asked.push(uri);
    time += 20;
    return findings[uri] ?? [];
  };
  const review = new Review(clock, { find, found: (uris) => void told.push([...uris]) });
  /** One slice, or as many as there are. */
  const breathe = async (): Promise<void> => {
    breaths.shift()?.();
    for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
  };
  const rest = async (): Promise<void> => {
    while (breaths.length > 0) await breathe();
  };
  return { review, asked, told, breathe, rest };
}

describe('the review of findings', () => {
  it('lets others work between sources, and tells of what it found', async () => {
    const { review, asked, told, breathe, rest } = world({ b: [finding('1')] });
    review.start(['a', 'b', 'a']);
    assert.deepEqual(asked, []);
    await breathe();
    assert.deepEqual(asked, ['a']);
    assert.deepEqual(review.known('b'), []);
    await rest();
    assert.deepEqual([asked, told], [['a', 'b'], [['b']]]);
    assert.deepEqual(review.known('b'), [finding('1')]);
  });

  it('begins anew when there is more news, and keeps what is known meanwhile', async () => {
    const found: Record<Uri, Finding[]> = { a: [finding('1')], b: [finding('2')] };
    const { review, asked, told, breathe, rest } = world(found);
    review.start(['a', 'b']);
    await rest();
    found['b'] = [];
    review.start(['a', 'b']);
    await breathe();
    review.start(['b', 'a']);
    assert.deepEqual(review.known('b'), [finding('2')]);
    await rest();
    assert.deepEqual(asked.slice(2), ['a', 'b', 'a']);
    assert.deepEqual(told, [['a'], ['b'], ['b']]);
  });

  it('tells of findings that moved, not of those that stayed', async () => {
    const found = { a: [finding('1', 0)], b: [finding('2', 0)] };
    const { review, told, rest } = world(found);
    review.start(['a', 'b']);
    await rest();
    found.a = [finding('1', 5)];
    found.b = [finding('2', 0)];
    review.start(['a', 'b']);
    await rest();
    assert.deepEqual(told.slice(2), [['a']]);
  });

  it('stops', async () => {
    const { review, asked, breathe, rest } = world({});
    review.start(['a', 'b']);
    await breathe();
    review.stop();
    await rest();
    assert.deepEqual(asked, ['a']);
  });
});
