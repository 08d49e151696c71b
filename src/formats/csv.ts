/** Comma-separated values (RFC 4180): CRLF after every row, quotation marks where a field needs them. */

export type Cell = string | number | null;

/** A table with its header row. Equal tables give equal bytes. */
export const csv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');

/**
 * What a spreadsheet would take for a formula: it runs as one when the table is opened, and the words come from sources and from
 * other people's sidecars.
 */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // An apostrophe makes it text, in every spreadsheet that is in use (OWASP, "CSV Injection").
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
