/** Copies of some texts with other people and places in them, so that the tagger learns contexts rather than names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GoldDocument, GoldName } from './corpus.ts';

/** Share of prose texts that are copied. */
const copiedShare = 0.3;
const notCopied: ReadonlySet<string> = new Set(['btc', 'wnut17']);

export interface NameStock {
  readonly firstNames: readonly string[];
  readonly surnames: readonly string[];
  readonly places: readonly string[];
}

/** `folder` has first-names.txt, surnames.txt and admin2.txt. */
export function readStock(folder: string): NameStock {
  const lines = (file: string) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => /^\p{Lu}\p{L}+$/u.test(line));
  return { firstNames: lines('first-names.txt'), surnames: lines('surnames.txt'), places: lines('admin2.txt') };
}

export function rename(documents: readonly GoldDocument[], stock: NameStock, random: () => number): GoldDocument[] {
  return documents
    .filter(({ corpus, entities }) => !notCopied.has(corpus) && entities.length > 0 && random() < copiedShare)
    .map((document) => renamed(document, stock, random));
}

/** One name of the text always becomes the same other name, so that the text hangs together. */
function renamed(document: GoldDocument, stock: NameStock, random: () => number): GoldDocument {
  const others = new Map<string, string>();
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] as string;
  const other = (word: string, list: readonly string[]): string => {
    const known = others.get(word) ?? pick(list);
    others.set(word, known);
    return known;
  };
  const inOrder = [...document.entities].sort((a, b) => a.start - b.start || b.end - a.end);
  const entities: GoldName[] = [];
  let text = '';
  let at = 0;
  for (const entity of inOrder) {
    // Nested and crossing names are few; a text with one is cut short before it.
    if (entity.start < at) break;
    text += document.text.slice(at, entity.start);
    const name = document.text.slice(entity.start, entity.end);
    const replaced = replacement(name, entity, stock, other);
    entities.push({ ...entity, start: text.length, end: text.length + replaced.length });
    text += replaced;
    at = entity.end;
  }
  const rest = /^[^.\n]*/u.exec(document.text.slice(at))?.[0] ?? '';
  const whole = entities.length === inOrder.length;
  return {
    ...document,
    docId: `${document.docId} renamed`,
    text: text + (whole ? document.text.slice(at) : rest),
    entities,
    unsure: [],
  };
}

const plainWord = /^\p{Lu}\p{Ll}+$/u;

function replacement(
  name: string,
  { type }: GoldName,
  stock: NameStock,
  other: (word: string, list: readonly string[]) => string,
): string {
  const words = name.split(' ');
  if (!words.every((word) => plainWord.test(word))) return name;
  if (type === 'PER' && words.length <= 2) {
    const surname = other(words.at(-1) as string, stock.surnames);
    return words.length === 1 ? surname : `${other(words[0] as string, stock.firstNames)} ${surname}`;
  }
  return type === 'LOC' && words.length === 1 ? other(name, stock.places) : name;
}
