/** A page of text in few kinds of blocks, written as Markdown (CommonMark) or as one HTML file that needs nothing else. */
import { EXPORT_MARK } from '../core/index.ts';
import { inert } from './written.ts';

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Words of a source. */
  | { readonly kind: 'quote'; readonly text: string }
  /** The reader's own Markdown, what is said about it, and the answers. */
  | {
      readonly kind: 'written';
      readonly markdown: string;
      readonly parts: readonly string[];
      readonly replies: readonly Written[];
    }
  /** What is not said in words: places, times, tags. */
  | { readonly kind: 'small'; readonly parts: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] };

export interface Written {
  readonly markdown: string;
  readonly parts: readonly string[];
}

export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Between small parts. */
const DOT = ' · ';

/** As Markdown, with a final line feed; words of sources are text, never markup. */
export const markdownPage = ({ title, blocks }: Page): string =>
  `${[`<!-- ${EXPORT_MARK} -->`, `# ${escapeMarkdown(title)}`, ...blocks.map(markdownBlock)].filter((block) => block !== '').join('\n\n')}\n`;

function markdownBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case 'paragraph':
      return escapeMarkdown(block.text);
    case 'quote':
      return block.text
        .split('\n')
        .map((line) => `> ${escapeMarkdown(line)}`.trimEnd())
        .join('\n');
    case 'written':
      return [
        ...(block.markdown.trim() === '' && block.parts.length === 0 ? [] : [listItem(block, '')]),
        ...block.replies.map((reply) => listItem(reply, '  ')),
      ].join('\n\n');
    case 'small':
      return block.parts.map(escapeMarkdown).join(DOT);
    case 'list':
      return block.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n');
    case 'facts':
      return block.facts.map(([name, value]) => `- ${escapeMarkdown(name)}: ${escapeMarkdown(value)}`).join('\n');
  }
}

/** As an item of a list, which ends whatever its Markdown leaves open: fences, quotes, headings of any kind. */
function listItem({ markdown, parts }: Written, margin: string): string {
  const text = [inert(markdown), parts.map(escapeMarkdown).join(DOT)].filter((part) => part !== '').join('\n\n');
  return (
    text
      // With the mark of the item, a line of dashes would be a rule and end it.
      .replace(/^-(?=[-\t ]*(?:\n|$))/, '\\-')
      .split('\n')
      .map((line, at) => (line.trim() === '' ? '' : `${margin}${at === 0 ? '- ' : '  '}${line}`))
      .join('\n')
  );
}

/** Text as one line of Markdown: what could be markup is escaped (CommonMark 0.31, section 2.4), white space folded. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    // At the start of a line these begin lists and rules.
    .replace(/^([-+=]|\d{1,9}[.)])(?=\s|$|[-+=])/, (mark) => mark.replace(/.$/, '\\$&'));

/** As one HTML file with its own style: no script, nothing to fetch, and a policy that forbids both. */
export const htmlPage = ({ title, blocks }: Page, language = 'en'): string => `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="generator" content="${EXPORT_MARK}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${blocks.map(htmlBlock).join('\n')}
</main>
</body>
</html>
`;

/** Colours of WCAG AA in light and dark; lines of at most about 70 characters. */
const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; }
main { max-width: 44rem; margin: auto; }
blockquote { margin: 1rem 0 .5rem; padding: .25rem 1rem; border-left: .25rem solid #767676; white-space: pre-line; }
.written { white-space: pre-wrap; overflow-wrap: anywhere; }
.reply { margin-left: 2rem; }
.small { font-size: .875rem; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #767676; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dd { margin: 0; overflow-wrap: anywhere; }
`;

function htmlBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'quote':
      return `<blockquote>${escapeHtml(block.text)}</blockquote>`;
    case 'written':
      return [writtenHtml(block), ...block.replies.map((reply) => `<div class="reply">\n${writtenHtml(reply)}\n</div>`)]
        .filter((part) => part !== '')
        .join('\n');
    case 'small':
      return `<p class="small">${escapeHtml(block.parts.join(DOT))}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`;
    case 'facts':
      return `<dl>\n${block.facts.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('\n')}\n</dl>`;
  }
}

const writtenHtml = ({ markdown, parts }: Written): string =>
  [
    markdown.trim() === '' ? '' : `<p class="written">${escapeHtml(markdown.trim())}</p>`,
    parts.length === 0 ? '' : `<p class="small">${escapeHtml(parts.join(DOT))}</p>`,
  ]
    .filter((part) => part !== '')
    .join('\n');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text inside an element or a quoted attribute. What HTML cannot hold (NUL, lone surrogates) is U+FFFD. */
export const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark]!)
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '\ufffd');
