/**
 * A test's files in one string: each begins with a head `//- /path`, lines before the first head belong to `/text.txt`.
 * One `$0` may mark the cursor; it is taken out of the text. As the last line break only ends the last line, it is taken out too.
 */
export interface Fixture {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** Offset in UTF-16 code units. */
  readonly cursor: { readonly path: string; readonly offset: number } | null;
}

const HEAD = '//- ';
const CURSOR = '$0';

export function fixture(source: string): Fixture {
  const files: { path: string; lines: string[] }[] = [];
  for (const line of source.split('\n')) {
    if (line.startsWith(HEAD)) files.push({ path: line.slice(HEAD.length).trim(), lines: [] });
    else if (files.length > 0) files.at(-1)!.lines.push(line);
    else if (line !== '') files.push({ path: '/text.txt', lines: [line] });
  }
  let cursor: Fixture['cursor'] = null;
  const texts = files.map(({ path, lines }) => {
    const marked = lines.join('\n').replace(/\n$/, '');
    const offset = marked.indexOf(CURSOR);
    if (offset === -1) return { path, text: marked };
    if (cursor) throw new Error('a fixture has one cursor');
    cursor = { path, offset };
    return { path, text: marked.slice(0, offset) + marked.slice(offset + CURSOR.length) };
  });
  return { files: texts, cursor };
}
