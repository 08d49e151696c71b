/** Links in a note's Markdown that lead to entities by their ids: `[Ada Lovelace](urn:uuid:…)`. */

const REFERENCE = /\[((?:\\.|[^[\]\\\n]){1,300})\]\((urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/gu;

/** Ids of the entities that Markdown links to, in order, each once. */
export const referencesIn = (markdown: string): string[] => [
  ...new Set([...markdown.matchAll(REFERENCE)].map(([, , id]) => id!)),
];

/** The Markdown with each link to an entity written as `write` says. */
export const withReferences = (markdown: string, write: (words: string, id: string) => string): string =>
  markdown.replace(REFERENCE, (_, words: string, id: string) => write(words, id));

/** The Markdown with the words of such links alone, for readers that know no entities. */
export const withoutReferences = (markdown: string): string => withReferences(markdown, (words) => words);
