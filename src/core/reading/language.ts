/**
 * Tells a text's language: by its script where that decides, else by its most frequent small words (Grefenstette 1995 shows that
 * a handful of them suffices for a sentence or two). Says "und" (BCP 47, undetermined) rather than guess.
 */
import { TokenKind, tokenText, type Tokens } from '../text/tokens.ts';
import type { LanguageGuess } from './types.ts';

/**
 * Small words that each language uses often. One that several share stands in the list of each, or it would speak for one
 * of them only. "l’" is the beginning of "l’automne".
 */
const smallWords: Readonly<Record<string, string>> = {
  en: 'the of and to is was that for with his her on are as it at by from this which not have has had were been but they be an said',
  de: 'der die das und ist nicht mit dem den des von zu im ein eine auf für sich auch als wird bei nach wurde einer aus dass hat',
  fr: 'le les des et est dans que une pour qui pas sur plus par avec ce il au du aux cette été sont ses elle ont mais nous de la un en a à d’ l’ n’ s’ qu’ c’ selon leur où ou',
  es: 'el los las y que del por con una para es se lo como más fue su sus al pero ha sobre entre cuando está también de la en un a no e o han le',
  it: 'il di che è della per un una non con del sono le si da nel alla gli dei anche più delle come ha dal questo essere stato la a e i in ai al l’ d’ dell’ all’ nell’ un’ dall’ sull’ hanno lo',
  pt: 'o os as e que do da não em um uma para com por dos das mais foi ao ele na no são pela pelo também seu sua de a se',
  nl: 'de het een en van is dat niet op te zijn met voor die aan er om ook bij naar wordt door maar uit heeft hij werd',
  sv: 'och att det som en är av för på med till den inte har ett om hade var från kan vi så men efter',
  da: 'og at det som en er af for på med til den ikke har et om havde var fra kan vi så men efter blev også',
  nb: 'og at det som en er av for på med til den ikke har et om hadde var fra kan vi så men etter ble også',
  pl: 'i w na nie się z do że jest to o jak po od za przez był są ale dla jego które oraz tym',
  cs: 'a v se na je že s z do to o i pro jako ve k od by ale po byl při jsou jeho která',
  tr: 've bir bu için ile da de olarak olan daha çok gibi kadar sonra ancak ise oldu en her var',
  ro: 'și în de la a cu pe un o nu din că este care mai pentru au fost sau ce s-a fi prin ai ale lui iar sunt',
  fi: 'ja on ei että se oli hän ovat mutta kun kuin myös sen ollut joka sekä tai mukaan',
  hu: 'a az és hogy nem is egy ez meg van volt csak de már el mint még azt ki lesz',
  id: 'yang dan di dari dengan untuk pada tidak ini itu dalam akan oleh juga ke telah adalah sebagai karena',
};

/** Scripts that one language (of those worth telling apart here) uses. In order: the first with enough letters wins. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/u, 'ja'],
  [/[\uac00-\ud7af]/u, 'ko'],
  [/[\u4e00-\u9fff]/u, 'zh'],
  [/[\u0600-\u06ff]/u, 'ar'],
  [/[\u0590-\u05ff]/u, 'he'],
  [/[\u0370-\u03ff]/u, 'el'],
  [/[\u0900-\u097f]/u, 'hi'],
  [/[\u0e00-\u0e7f]/u, 'th'],
  [/[іїєґ]/u, 'uk'],
  [/[\u0400-\u04ff]/u, 'ru'],
];

/** A source's language shows within so many words; more cost time and tell nothing new. */
const mostWords = 2_000;
/** With fewer words, chance decides. */
const fewestWords = 12;
/** Share of words in a foreign script from which the script decides. */
const scriptShare = 0.3;
/** Share of words with letters of their own that tell Ukrainian from Russian, Japanese from Chinese; a single name does not. */
const tellingShare = 0.1;
/** Least share of a language's small words in running text: half of what any of them has in prose. */
const leastShare = 0.12;
/** The best language must lead the next one by this factor. */
const clearLead = 1.25;

const languagesOf: ReadonlyMap<string, readonly string[]> = indexWords();

/** `supported` lists the BCP 47 primary tags for which there is a reader. */
export function recognizeLanguage(tokens: Tokens, supported: readonly string[]): LanguageGuess {
  const counts = new Map<string, Count>();
  const add = (tag: string, weight: number) => {
    const count = counts.get(tag) ?? { words: 0, weight: 0 };
    counts.set(tag, { words: count.words + 1, weight: count.weight + weight });
  };
  let words = 0;
  let foreign = 0;
  for (let at = 0; at < tokens.length && words < mostWords; at += 1) {
    if (tokens.kinds[at] !== TokenKind.word) continue;
    words += 1;
    const word = tokenText(tokens, at).toLowerCase();
    const script = word.charCodeAt(0) > lastLatin ? scripts.find(([letters]) => letters.test(word)) : undefined;
    if (script !== undefined) {
      foreign += 1;
      add(script[1], 1);
    } else {
      const tags = languagesOf.get(smallWordOf(word)) ?? [];
      for (const tag of tags) add(tag, 1 / tags.length);
    }
  }
  return judge(counts, words, foreign, supported);
}

/** How many words a language may claim; a word that several share speaks for each of them by its share only. */
interface Count {
  readonly words: number;
  readonly weight: number;
}

/** The word itself, or what is elided in front of another: "l’" of "l’automne". */
function smallWordOf(word: string): string {
  const apostrophe = word.search(/['’]/u);
  return apostrophe > 0 && apostrophe <= LONGEST_ELISION ? `${word.slice(0, apostrophe)}’` : word;
}

/** Letters of "dell’", "sull’". */
const LONGEST_ELISION = 4;

/** Last code unit of the blocks of Latin letters; what follows is another script. */
const lastLatin = 0x024f;

function judge(
  counts: ReadonlyMap<string, Count>,
  words: number,
  foreign: number,
  supported: readonly string[],
): LanguageGuess {
  const byScript = foreign >= words * scriptShare && foreign > 0;
  const isScript = (tag: string) => scripts.some(([, other]) => other === tag);
  const ranked = [...counts]
    .filter(([tag]) => isScript(tag) === byScript)
    .sort(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1));
  const [best, second] = ranked;
  // Ukrainian is written with Russian's letters but for four, Japanese with Chinese characters but for its kana.
  const [tag, count] = (byScript &&
    ranked.find(([other, seen]) => (other === 'ja' || other === 'uk') && seen.words >= foreign * tellingShare)) ||
    best || ['und', { words: 0, weight: 0 }];
  const undetermined: LanguageGuess = { tag: 'und', confidence: 0, supported: false };
  if (byScript) return { tag, confidence: foreign / words, supported: supported.includes(tag) };
  const others = second?.[1].weight ?? 0;
  if (words < fewestWords || count.words < words * leastShare || count.weight < others * clearLead) return undetermined;
  const lead = 1 - others / count.weight;
  return { tag, confidence: Math.min(1, 0.5 + lead), supported: supported.includes(tag) };
}

function indexWords(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const [tag, list] of Object.entries(smallWords)) {
    for (const word of list.split(' ')) index.set(word, [...(index.get(word) ?? []), tag]);
  }
  return index;
}
