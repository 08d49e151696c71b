import type { Edit } from '../core/index.ts';

/**
 * The edit without what it leaves as it was; null where that is everything. An editor that reads a file anew reports all of it as
 * replaced, and notes in it would lose their words.
 */
export function trimmed(text: string, { start, end, text: put }: Edit): Edit | null {
  const most = Math.min(end - start, put.length);
  let head = 0;
  while (head < most && text.charCodeAt(start + head) === put.charCodeAt(head)) head += 1;
  if (head > 0 && isHigh(put.charCodeAt(head - 1))) head -= 1;
  let tail = 0;
  while (tail < most - head && text.charCodeAt(end - 1 - tail) === put.charCodeAt(put.length - 1 - tail)) tail += 1;
  if (tail > 0 && isLow(put.charCodeAt(put.length - tail))) tail -= 1;
  const edit = { start: start + head, end: end - tail, text: put.slice(head, put.length - tail) };
  return edit.start === edit.end && edit.text === '' ? null : edit;
}

// Characters stay whole.
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
