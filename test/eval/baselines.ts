/** What simple programs make of given names across documents; each looks at strings and types alone, topic by topic. */
import { nameWithin, type GivenMention } from './ecb.ts';

/** Cluster of each mention, by its id. */
export type Clustering = ReadonlyMap<string, string>;

const nameOf = (mention: GivenMention): string => {
  const { start, end } = nameWithin(mention);
  return mention.text
    .slice(start, end)
    .toLowerCase()
    .replace(/['’]s?$/u, '');
};

const lastWord = (name: string): string => name.split(/\s+/u).at(-1) ?? name;

/** Customary threshold for names (Cohen, Ravikumar and Fienberg, 2003, find it near the best for person names). */
const alike = 0.85;

export const baselines: Readonly<Record<string, (mentions: readonly GivenMention[]) => Clustering>> = {
  'same string': (mentions) =>
    new Map(mentions.map((mention) => [mention.id, `${mention.topic} ${mention.type} ${nameOf(mention)}`])),
  'same last name': (mentions) =>
    new Map(mentions.map((mention) => [mention.id, `${mention.topic} ${mention.type} ${lastWord(nameOf(mention))}`])),
  'Jaro-Winkler': jaroWinklerClusters,
};

/** Single link over all pairs of one topic and type that are alike. */
function jaroWinklerClusters(mentions: readonly GivenMention[]): Clustering {
  const parents = mentions.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    return root;
  };
  const names = mentions.map(nameOf);
  mentions.forEach((a, i) => {
    for (let j = 0; j < i; j += 1) {
      const b = mentions[j];
      if (b === undefined || a.topic !== b.topic || a.type !== b.type || rootOf(i) === rootOf(j)) continue;
      if (jaroWinkler(names[i] ?? '', names[j] ?? '') >= alike) parents[rootOf(i)] = rootOf(j);
    }
  });
  return new Map(mentions.map(({ id }, index) => [id, String(rootOf(index))]));
}

/** Winkler (1990): Jaro's similarity, raised for a common beginning of up to four letters. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const matched: string[] = [];
  for (let i = 0; i < a.length; i += 1) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j += 1) {
      if (taken.has(j) || a[i] !== b[j]) continue;
      taken.add(j);
      matched.push(a[i] ?? '');
      break;
    }
  }
  if (matched.length === 0) return 0;
  const order = [...taken].sort((x, y) => x - y);
  const swapped = order.filter((j, at) => b[j] !== matched[at]).length / 2;
  const m = matched.length;
  const jaro = (m / a.length + m / b.length + (m - swapped) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < Math.min(a.length, b.length) && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}
