/** Keys under which equal names in another spelling meet. */
import { skeletonOf } from './fold.ts';
import { confidences, type NameClass, type SpellingKey } from './nameForm.ts';

/** Skeletons of shorter names meet by chance. In letters. */
const shortestSkeleton = 6;

export function spellingKeys(nameClass: NameClass, words: readonly string[]): SpellingKey[] {
  const keys: SpellingKey[] = [];
  const glued = words.join('');
  if (glued.length >= 4)
    keys.push({ key: `glued:${nameClass}:${glued}`, reason: 'same-name', confidence: confidences.spacing });
  const skeleton = words.map(skeletonOf).join('');
  if (skeleton.length >= shortestSkeleton && !/\d/u.test(glued)) {
    keys.push({
      key: `skeleton:${nameClass}:${skeleton}`,
      reason: 'transliteration',
      confidence: confidences.transliteration,
    });
  }
  if (words.length > 1 || nameClass !== 'person')
    keys.push({ key: `words:${words.join(' ')}`, reason: 'same-name', confidence: confidences.spacing });
  return keys;
}
