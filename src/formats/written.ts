/**
 * The reader's own Markdown inside a page of ours. Sidecars come from others too: what they hold may look as it likes and can run, fetch
 * or swallow nothing. (A list item around it confines what it leaves open, see `page.ts`.)
 */

/** Schemes that a link may have; what has none is a path. */
const SCHEMES = /^(?:https?|mailto|urn|apparatus[a-z-]{0,20}):/i;

/**
 * As Markdown that holds no HTML, no picture and no link that runs something. Marks become character references, as a backslash before one
 * could itself be escaped; in code the reference is seen.
 */
export const inert = (markdown: string): string =>
  markdown
    .trim()
    .replace(/\r\n?/g, '\n')
    .replace(/[\0\u2028\u2029]/g, '\ufffd')
    // Addresses in angle brackets stay.
    .replace(/<(?!https?:\/\/[^\s<>]{1,2000}>|[\s=\d]|$)/gi, '&lt;')
    // A picture would be fetched by whoever opens the page.
    .replace(/!\[/g, '&#33;[')
    // Definitions reach beyond the note; a target may follow on another line, behind the marks of a quote.
    .replace(/\](?=:|\([\s>]*<?([^\s)>]{0,2000}))/g, (bracket, target?: string) =>
      target !== undefined && isHarmless(target) ? bracket : '&#93;',
    );

/** Character references and escapes in a target could hide its scheme. */
const isHarmless = (target: string): boolean => {
  const [beforePath = ''] = target.split(/[/?#]/, 1);
  return SCHEMES.test(target) || !/[:&\\]/.test(beforePath);
};
