/** How the program's own exports are known, so that none of them is ever read as a source. */

/** Stands at the head of every page that is written. */
export const EXPORT_MARK = 'Exported by Apparatus, not a source';

/** First columns of our tables: comma-separated values have no place for a mark. */
export const NOTE_TABLE = ['id', 'replyTo', 'source', 'line', 'column'] as const;
export const DOSSIER_TABLE = ['kind', 'text', 'source', 'date', 'line'] as const;

/** Code units in which a mark is looked for: it comes before all that can be long. */
const HEAD = 500;

/** Whether a text, without byte order mark, was exported by this program. */
export function isExported(text: string): boolean {
  const head = text.slice(0, HEAD);
  return head.includes(EXPORT_MARK) || [NOTE_TABLE, DOSSIER_TABLE].some((names) => head.startsWith(`${names.join()},`));
}
