/** Titles, ranks and offices as words: what a token may be in a role, and its normal form. */
import type { Words } from '../words.ts';
import { RoleWord, type RoleLexicon } from './lexicon.ts';

/** Any word that carries a role by itself. */
export const CARRIES = RoleWord.office | RoleWord.rank | RoleWord.honorific;
/** Any word that may stand in a title. */
export const IN_TITLE =
  CARRIES | RoleWord.modifier | RoleWord.former | RoleWord.designate | RoleWord.portfolio | RoleWord.branch;

export class RoleWords {
  readonly words: Words;
  readonly lexicon: RoleLexicon;

  constructor(words: Words, lexicon: RoleLexicon) {
    this.words = words;
    this.lexicon = lexicon;
  }

  /** In lower case, without the stop of an abbreviation, abbreviations written out. */
  normal(token: number): string {
    const word = this.words.word(token);
    const bare = word.endsWith('.') && word.indexOf('.') === word.length - 1 ? word.slice(0, -1) : word;
    return this.lexicon.normal.get(bare) ?? bare;
  }

  /** What the token may be in a role; words with a hyphen are what their parts are ("ex-president", "President-elect"). */
  kinds(token: number): number {
    if (!this.words.isWord(token)) return 0;
    const word = this.normal(token);
    const whole = this.lexicon.words.get(word);
    // "her brother Jo" is family, "Brother Jo" a title.
    if (whole !== undefined) return this.words.isCapital(token) ? whole : whole & ~RoleWord.honorific;
    if (word.includes(' ')) return RoleWord.office | RoleWord.rank;
    const hyphen = word.indexOf('-');
    if (hyphen < 0) return 0;
    const parts = word.split('-').map((part) => this.lexicon.words.get(this.lexicon.normal.get(part) ?? part) ?? 0);
    return parts.every((kind) => kind !== 0) ? parts.reduce((all, kind) => all | kind, 0) : 0;
  }

  is(token: number, kinds: number): boolean {
    return (this.kinds(token) & kinds) !== 0;
  }
}
