import assert from 'node:assert/strict';
import type { Json } from '../../text/json.ts';
import { codebook, colorOfTag, decideTag, dropTag, mergeCodebooks, renameTag } from './codebook.ts';
import { mergeAuthorities, readAuthority, writeAuthority, emptyAuthority, type Authority } from './index.ts';

const holding = (...tags: readonly Json[]): Authority => ({ ...emptyAuthority, other: { tags } });
const RUMOUR = { name: '#rumour', definition: 'Told by nobody in particular', color: '#b3400e', note: 'x' };
const ALLEGED = { name: '#alleged', parent: '#rumour' };
const items = (authority: Authority): Json | undefined => authority.other['tags'];

describe('the codebook', () => {
  it('is read tolerantly', () => {
    const authority = holding(RUMOUR, ALLEGED, 7, { name: '' }, { name: 'plain', color: 'red' }, { name: '#alleged' });
    assert.deepEqual(codebook(authority), [
      { name: 'rumour', definition: 'Told by nobody in particular', color: '#b3400e' },
      { name: 'alleged', parent: 'rumour' },
      { name: 'plain' },
    ]);
  });

  it('keeps what it does not know through a change and the file', () => {
    const changed = decideTag(holding(RUMOUR, 7), { name: 'rumour', color: '#000' });
    assert.deepEqual(items(changed), [{ name: '#rumour', color: '#000', note: 'x' }, 7]);
    assert.deepEqual(readAuthority(writeAuthority(changed)).authority.other, changed.other);
    assert.deepEqual(items(decideTag(emptyAuthority, { name: 'new' })), [{ name: '#new' }]);
  });

  it('renames, and parents follow', () => {
    assert.deepEqual(codebook(renameTag(holding(RUMOUR, ALLEGED), 'rumour', 'hearsay')), [
      { name: 'hearsay', definition: 'Told by nobody in particular', color: '#b3400e' },
      { name: 'alleged', parent: 'hearsay' },
    ]);
  });

  it('merges two into the one whose name stays', () => {
    assert.deepEqual(codebook(renameTag(holding(RUMOUR, ALLEGED), 'alleged', 'rumour')), [
      { name: 'rumour', definition: 'Told by nobody in particular', color: '#b3400e' },
    ]);
    assert.deepEqual(codebook(renameTag(holding(RUMOUR, ALLEGED), 'rumour', 'alleged')), [
      { name: 'alleged', definition: 'Told by nobody in particular', color: '#b3400e' },
    ]);
  });

  it('drops a tag, and its kinds move up', () => {
    const authority = holding({ name: '#a' }, { name: '#b', parent: '#a' }, { name: '#c', parent: '#b' });
    assert.deepEqual(codebook(dropTag(authority, 'b')), [{ name: 'a' }, { name: 'c', parent: 'a' }]);
    assert.equal(items(dropTag(holding({ name: '#a' }), 'a')), undefined);
  });

  it('colours by the nearest tag above, also where tags go in a circle', () => {
    const tags = codebook(holding(RUMOUR, ALLEGED, { name: '#x', parent: '#y' }, { name: '#y', parent: '#x' }));
    assert.deepEqual(
      ['rumour', 'alleged', 'x', 'unknown'].map((name) => colorOfTag(tags, name)),
      ['#b3400e', '#b3400e', undefined, undefined],
    );
  });

  const merges: [what: string, base: Json[], mine: Json[], theirs: Json[], merged: Json[]][] = [
    ['adds of both', [], [{ name: '#a' }], [{ name: '#b' }], [{ name: '#a' }, { name: '#b' }]],
    [
      'their change',
      [{ name: '#a' }],
      [{ name: '#a' }],
      [{ name: '#a', color: '#000' }],
      [{ name: '#a', color: '#000' }],
    ],
    [
      'mine where both changed',
      [{ name: '#a' }],
      [{ name: '#a', color: '#111' }],
      [{ name: '#a', color: '#000' }],
      [{ name: '#a', color: '#111' }],
    ],
    [
      'their deletion',
      [{ name: '#a' }, { name: '#b' }],
      [{ name: '#a' }, { name: '#b' }],
      [{ name: '#b' }],
      [{ name: '#b' }],
    ],
    [
      'a change over a deletion',
      [{ name: '#a' }],
      [{ name: '#a', color: '#111' }],
      [],
      [{ name: '#a', color: '#111' }],
    ],
  ];
  for (const [what, base, mine, theirs, merged] of merges) {
    it(`merges ${what}`, () => {
      assert.deepEqual(mergeCodebooks(base, mine, theirs), merged);
      assert.deepEqual(
        items(mergeAuthorities(holding(...base), holding(...mine), holding(...theirs)).authority),
        merged,
      );
    });
  }
});
