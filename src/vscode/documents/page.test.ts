import assert from 'node:assert/strict';
import { PageWriter } from './page.ts';

describe('page', () => {
  const target = { path: '/letters.txt' } as never;

  it('sets headings and blocks apart by one empty line', () => {
    const page = new PageWriter().heading(1, 'Ada').markdown('a').line().heading(2, 'Names').markdown('- b').page();
    assert.equal(page.text, '# Ada\n\na\n\n## Names\n\n- b\n');
  });

  it('keeps links as ranges of the text', () => {
    const { text, links } = new PageWriter().markdown('- ').link('let*ters', target, 'Go').markdown(' x').page();
    assert.equal(text, '- let\\*ters x\n');
    assert.deepEqual(
      links.map(({ start, end, title }) => [text.slice(start, end), title]),
      [['let\\*ters', 'Go']],
    );
  });

  it('leaves underscores inside words alone', () =>
    assert.equal(new PageWriter().words('a_b _c_').page().text, 'a_b \\_c\\_\n'));

  it('escapes what others wrote, and folds its lines', () =>
    assert.equal(new PageWriter().words('[a](b)\n# <c> `d`').page().text, '\\[a\\](b) # \\<c> \\`d\\`\n'));
});
