/**
 * Given names that nearly all bearers of one sex have. They only help a title choose ("Mrs. Okafor" is Maria, not
 * Paul): they never join or part two names by themselves.
 */
import { lores } from './lore.ts';
import type { Gender, NameForm } from './nameForm.ts';

const genders = new Map<string, Gender>();
for (const { womensNames, mensNames } of lores) {
  for (const name of womensNames) genders.set(name, 'female');
  for (const name of mensNames) genders.set(name, 'male');
}

/** Whether the lists have a folded given name. */
export const hasUsualGender = (given: string): boolean => genders.has(given);

/** Gender of whom a form names: what titles say, else what the given name of a full name suggests. */
export function likelyGender(form: NameForm, said: Gender): Gender {
  if (said !== null || form.nameClass !== 'person' || form.words.length < 2) return said;
  return genders.get(form.words[0] ?? '') ?? null;
}
