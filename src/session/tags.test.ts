import assert from 'node:assert/strict';
import { tagsIn } from './tags.ts';

describe('tags in a note', () => {
  const cases: [body: string, tags: string[]][] = [
    ['', []],
    ['#alleged', ['alleged']],
    ['See (#alleged), #to-check; #alleged.', ['alleged', 'to-check']],
    ['# Heading\n## Second', []],
    ['issue #12, but #12b', ['12b']],
    ['a#b https://example.org/#top', []],
    ['`#code` and ``a ` #code`` then #tag', ['tag']],
    ['```\n#include\n```\n#done', ['done']],
    ['\\#escaped', []],
    ['#größe #資料/二 #end-', ['größe', '資料/二', 'end']],
  ];
  for (const [body, tags] of cases) it(JSON.stringify(body), () => assert.deepEqual(tagsIn(body), tags));

  it('is quick with a hostile text', () => void tagsIn(`#${'-'.repeat(1e5)}`.repeat(20) + '`'.repeat(1e6)));
});
