/**
 * From a written name to its normalised form, the shorter forms that may stand for it ("offers"), and the keys under
 * which equal names in another spelling meet it. Pure; everything about other names is elsewhere.
 */
import type { MentionType } from '../../reading/types.ts';
import { bodyForm } from './bodyForm.ts';
import { countryOf } from './countries.ts';
import { wordsOf } from './fold.ts';
import type { Gender, NameForm } from './nameForm.ts';
import { personForm } from './personForm.ts';
import { nameInPhrase, withoutByname } from './phrase.ts';
import { withGeneration } from './titles.ts';
import { countryForm, demonymForm, placeForm } from './placeForm.ts';

/** A corpus writes the same names again and again: forms that are remembered are made once and shared by all sources. */
export class FormMemo {
  readonly #forms = new Map<string, NameForm | null>();

  formOf(type: MentionType, written: string, gender: Gender = null): NameForm | null {
    const key = `${type}|${gender ?? ''}|${written}`;
    const known = this.#forms.get(key);
    if (known !== undefined) return known;
    // Forgetting all at once is crude, but happens once in a very large corpus, and costs time only.
    if (this.#forms.size >= mostRemembered) this.#forms.clear();
    const form = formOf(type, written, gender);
    this.#forms.set(key, form);
    return form;
  }
}

/** About 200 MB of forms. */
const mostRemembered = 200_000;

/** Form of the name in what is mentioned; null when it has no letters, or is a role's. `gender` is what a title elsewhere tells. */
export function formOf(type: MentionType, mention: string, gender: Gender = null): NameForm | null {
  if (type === 'role') return null;
  const phrase = type === 'person' ? withGeneration(withoutByname(mention)) : mention;
  const { start, end } = nameInPhrase(type, phrase);
  const written = phrase.slice(start, end);
  if (type === 'person') return personForm(written, gender);
  const all = wordsOf(written, 'joined');
  const words = all[0] === 'the' && all.length > 1 ? all.slice(1) : all;
  if (words.length === 0) return null;
  const nameClass = type === 'demonym' ? 'place' : type;
  if (nameClass === 'place' || nameClass === 'organization') {
    const country = countryOf(words.join(' ')) ?? countryOf(all.join(' '));
    if (country !== undefined) return countryForm(country);
  }
  if (type === 'demonym') return demonymForm(words);
  if (nameClass === 'place') return placeForm(written, words);
  return bodyForm(nameClass, written, words);
}
