/**
 * `#tags` in Markdown: a `#` at the beginning of a word and letters, digits, `_`, `-` or `/` after it, not digits alone
 * (`#12` is a number). Code and escaped marks (`\#`) are left alone, headings have a blank after theirs.
 * Without the `#`, in order, each once.
 */
export const tagsIn = (markdown: string): string[] => [...new Set(tagPlaces(markdown).map(({ tag }) => tag))];

/** The text with one tag written as another, wherever it is a tag. */
export function replaceTag(markdown: string, from: string, to: string): string {
  let [text, end] = ['', 0];
  for (const { tag, at } of tagPlaces(markdown)) {
    if (tag !== from) continue;
    text += `${markdown.slice(end, at)}#${to}`;
    end = at + 1 + tag.length;
  }
  return text + markdown.slice(end);
}

/** Each tag with the place of its `#`. */
function tagPlaces(markdown: string): { readonly tag: string; readonly at: number }[] {
  const places: { tag: string; at: number }[] = [];
  let code: string | null = null;
  for (let at = 0; at < markdown.length; at += 1) {
    const character = markdown[at]!;
    if (character === '`') {
      const fence = runOf('`', markdown, at);
      if (code === null) code = fence;
      else if (code === fence) code = null;
      at += fence.length - 1;
    } else if (character === '#' && code === null && isWordStart(markdown, at)) {
      const tag = wordAt(markdown, at + 1);
      if (/[\p{L}_]/u.test(tag)) places.push({ tag, at });
      at += tag.length;
    }
  }
  return places;
}

const INSIDE = /[\p{L}\p{M}\p{N}_/-]/u;
const BEFORE = /[\s([{"'“‘«,;:.!?>*_~-]/u;

const isWordStart = (text: string, at: number): boolean => at === 0 || BEFORE.test(text[at - 1]!);

function runOf(mark: string, text: string, from: number): string {
  let end = from;
  while (text[end] === mark) end += 1;
  return text.slice(from, end);
}

/** Ends in a letter, digit or `_`: a hyphen or slash at the end is punctuation. */
function wordAt(text: string, from: number): string {
  let end = from;
  for (const character of text.slice(from, from + MAX_TAG)) {
    if (!INSIDE.test(character)) break;
    end += character.length;
  }
  return text.slice(from, end).replace(/[/-]{1,100}$/, '');
}

/** Whether this can be written as a tag: `#` and the name would be read back as just that. */
export const isTagName = (name: string): boolean => tagsIn(`#${name}`)[0] === name;

/** Code units; longer runs are no tags that anybody could use. */
const MAX_TAG = 100;
