import { withoutReferences } from '../../core/index.ts';

/** Markdown that is safe to show: whatever comes from a source or a sidecar is text, never markup of ours. */

/** Text as one line of Markdown: every ASCII punctuation mark escaped (CommonMark 0.31, section 2.4), white space folded. */
export const escapeMarkdown = (text: string): string => text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** At most `limit` code units of a text, cut at a blank where there is one; characters stay whole. */
export function shorten(text: string, limit: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const blank = line.lastIndexOf(' ', limit);
  const cut = line.slice(0, blank > limit / 2 ? blank : limit).replace(/[\ud800-\udbff]$/, '');
  return `${cut}…`;
}

export const bold = (text: string): string => `**${escapeMarkdown(text)}**`;
export const italic = (text: string): string => `*${escapeMarkdown(text)}*`;

/** A link that runs one of our commands; it works only where the string is trusted with that command. */
export function commandLink(label: string, command: string, args: readonly unknown[], title: string): string {
  return `[${escapeMarkdown(label)}](${commandTarget(command, args, title)})`;
}

/** What stands between the parentheses of such a link. */
export const commandTarget = (command: string, args: readonly unknown[], title: string): string =>
  `command:${command}?${encodeTarget(JSON.stringify(args))} "${escapeTitle(title)}"`;

/** `encodeURIComponent` leaves parentheses, which would end a link's target. */
const encodeTarget = (text: string): string =>
  encodeURIComponent(text).replace(/[()!'*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);

const escapeTitle = (text: string): string => text.replace(/\s+/g, ' ').replace(/["\\<&]/g, '\\$&');

/**
 * The reader's own Markdown, for showing. Links stay links; images become links, as a sidecar that came by mail must not
 * make the editor fetch anything.
 */
export const withoutImages = (markdown: string): string =>
  markdown.replace(/!\[/g, '!\\[').replace(/<(?=img\b)/gi, '\\<');

/** Markdown for a label of one line: without the marks of emphasis and code, and without the ids of entities. */
export const plainText = (markdown: string): string =>
  withoutReferences(markdown).replace(/[*`]+|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '');

/** Lines of one paragraph, empty ones left out. */
export const lines = (...each: readonly (string | null | undefined | false)[]): string =>
  each.filter((line): line is string => typeof line === 'string' && line !== '').join('  \n');

/** Paragraphs, empty ones left out. */
export const paragraphs = (...each: readonly (string | null | undefined | false)[]): string =>
  each.filter((part): part is string => typeof part === 'string' && part !== '').join('\n\n');
