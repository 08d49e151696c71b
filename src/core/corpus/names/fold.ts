/** Names without what spelling adds to them: case, accents, marks, possessives. */

/** Latin letters that Unicode does not decompose, as English writes them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ə: 'a',
};

/** Cyrillic as English news writes it (BGN/PCGN, without its apostrophes). */
const cyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Lower case, without accents, in Latin letters where the script is Latin or Cyrillic. */
export function foldLetters(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/[^\p{ASCII}]/gu, (letter) => plainLetters[letter] ?? cyrillic[letter] ?? letter);
}

/** Longer "names" are a reader's mistake, or hostile. In UTF-16 code units. */
const longestName = 200;

/**
 * The words of a name, folded. "U.S." is one word and so is "U. S."; hyphens part words, apostrophes inside a word do
 * not; a possessive at the end is dropped. With `initials` apart, "J.R." and "J. R." are two words each.
 */
export function wordsOf(name: string, initials: 'joined' | 'apart'): string[] {
  const folded = foldLetters(withoutPossessive(name.slice(0, longestName)))
    .replace(/['’‘`´ʼ]/gu, '')
    .replace(/&/gu, ' and ');
  const words: string[] = [];
  let run = 0;
  for (const [word] of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    const single = word.length === 1 && word >= 'a' && word <= 'z';
    if (single && run > 0 && initials === 'joined') words[words.length - 1] += word;
    else words.push(word);
    run = single ? run + 1 : 0;
  }
  return words;
}

function withoutPossessive(name: string): string {
  const bare = name.replace(/[\s,.;:]{1,4}$/u, '');
  if (/['’]s$/iu.test(bare)) return bare.slice(0, -2);
  return /s['’]$/iu.test(bare) ? bare.slice(0, -1) : bare;
}

/**
 * A spelling-blind skeleton of a folded word: what transliterations of one name agree on. Doubled letters are single,
 * and letters that English uses for one foreign sound fall together (Zelensky, Zelenskiy; Muhammad, Mohammed).
 */
export function skeletonOf(word: string): string {
  return word
    .replace(/^ye/u, 'e')
    .replace(/x/gu, 'ks')
    .replace(/ph/gu, 'f')
    .replace(/kh|ck|q|c(?![hei])/gu, 'k')
    .replace(/gh/gu, 'g')
    .replace(/tch|tsch|cz/gu, 'ch')
    .replace(/sch/gu, 'sh')
    .replace(/w/gu, 'v')
    .replace(/ou|oo|u/gu, 'o')
    .replace(/[jy]|ee|ie/gu, 'i')
    .replace(/([a-z])\1/gu, '$1')
    .replace(/e/gu, 'a')
    .replace(/([a-z])\1/gu, '$1');
}

/**
 * How two folded names that are spelt differently still sound alike: by a letter that one has twice, or by letters that
 * transliterations exchange ("y" and "i", "k" and "g" at the beginning). Null where they do not.
 */
export function respelling(a: readonly string[], b: readonly string[]): 'sound' | 'doubling' | null {
  const single = (words: readonly string[]): string => words.join('').replace(/([a-z])\1/gu, '$1');
  if (single(a) === single(b)) return 'doubling';
  return soundOf(a) === soundOf(b) ? 'sound' : null;
}

const soundOf = (words: readonly string[]): string =>
  words
    .map((word) =>
      word
        .replace(/^(?:kh|gh|qu|[gqk])/u, 'k')
        .replace(/ph/gu, 'f')
        .replace(/w/gu, 'v')
        .replace(/[jy]/gu, 'i')
        .replace(/([a-z])\1/gu, '$1'),
    )
    .join('');
