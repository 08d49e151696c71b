/** Copies of some texts in the dress of headlines and telegrams, so that the tagger learns to read names without the help of case. */
import { englishNames } from '../src/core/reading/en/names.ts';
import type { GoldDocument } from './corpus.ts';

/** Share of texts that are copied; among them, this share of lines in capitals, the rest as headlines. */
const copiedShare = 0.15;
const capitalsShare = 0.4;
/** Tweets shout by themselves. */
const notCopied: ReadonlySet<string> = new Set(['btc', 'wnut17']);

export function restyle(documents: readonly GoldDocument[], random: () => number): GoldDocument[] {
  return documents
    .filter(({ corpus }) => !notCopied.has(corpus) && random() < copiedShare)
    .map((document) => ({
      ...document,
      docId: `${document.docId} restyled`,
      text: restyleText(document.text, random),
    }));
}

function restyleText(text: string, random: () => number): string {
  return text
    .split('\n')
    .map((line) => (random() < capitalsShare ? sameLength(line, line.toUpperCase()) : sameLength(line, headline(line))))
    .join('\n');
}

/** A few letters change their length with their case; such lines stay as they are, because offsets must hold. */
const sameLength = (line: string, changed: string): string => (changed.length === line.length ? changed : line);

const headline = (line: string): string =>
  line.replace(/(?<![\p{L}\p{N}'’])\p{Ll}[\p{L}'’]*/gu, (word) =>
    englishNames.functionWords.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );
