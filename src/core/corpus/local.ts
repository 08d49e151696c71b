/**
 * Names within one source. A text introduces people and bodies by their full names and goes on with shorter ones, so a
 * short form is led to the one longer name of the same text that offers it; where two do, it stays open. What is left
 * are the names under which the source takes part in the corpus.
 */
import type { Mention, Reading } from '../reading/types.ts';
import { alikeFullNames } from './alike.ts';
import { keptApart } from './apart.ts';
import type { Contribution } from './contribution.ts';
import { noRules, type MentionDecision, type NameRules } from './decided.ts';
import {
  addLink,
  byRankThenKey,
  contributionOf,
  decidedForm,
  increase,
  keyOfName,
  mostFrequent,
  newName,
  rootOf,
  type LocalName,
} from './localName.ts';
import { officesClash, officesHeld, type HeldOffice } from './heldOffices.ts';
import { mayMean } from './localKin.ts';
import { isAcronym } from './names/acronyms.ts';
import { wordsOf } from './names/fold.ts';
import { acronymLinks } from './names/lore.ts';
import { isShortForm } from './names/nicknames.ts';
import { bynameOffers } from './names/personForm.ts';
import { FormMemo } from './names/form.ts';
import { likelyGender } from './names/givenGenders.ts';
import { gendersAgree, leastLinked, type Gender, type NameForm, type Offer } from './names/nameForm.ts';
import { isSurnameTitle } from './names/titles.ts';
import { officesByHolder, Offices } from './offices.ts';
import { sentenceOf } from './shared/context.ts';
import type { Span } from '../text/span.ts';
import type { LinkReason } from './types.ts';

export interface SourceNames {
  readonly reading: Reading;
  /** Name under which each mention takes part, by its index; null for none. Roles have their holder's. */
  readonly keys: readonly (string | null)[];
  readonly names: ReadonlyMap<string, Contribution>;
  /** What it was resolved under. */
  readonly decisions: readonly MentionDecision[];
}

/** `rules` say which forms are no names and which are kept apart; `memo` only saves time. */
export function namesInSource(
  reading: Reading,
  decisions: readonly MentionDecision[] = [],
  rules: NameRules = noRules,
  memo: FormMemo = new FormMemo(),
): SourceNames {
  return new SourceResolution(reading, decisions, rules, memo).run();
}

/** A longer name that may be meant by a shorter one, and by which of its offers. */
interface Candidate {
  readonly name: LocalName;
  readonly offer: Offer;
}

/** A text that explains or repeats its own names is surer than two texts that happen to agree. */
const withinSource = 0.08;
const surest = 0.98;
const declaredConfidence = 0.97;

class SourceResolution {
  readonly #reading: Reading;
  readonly #memo: FormMemo;
  readonly #rules: NameRules;
  readonly #given: readonly MentionDecision[];
  readonly #decisions: ReadonlyMap<number, MentionDecision>;
  readonly #names = new Map<string, LocalName>();
  readonly #nameOf: (LocalName | null)[] = [];
  readonly #offers = new Map<string, { readonly name: LocalName; readonly offer: Offer }[]>();

  /** Present offices by the index of their holder's mention. */
  readonly #held: ReadonlyMap<number, readonly HeldOffice[]>;

  #offices: Offices | null = null;

  constructor(reading: Reading, decisions: readonly MentionDecision[], rules: NameRules, memo: FormMemo) {
    this.#reading = reading;
    this.#rules = rules;
    this.#memo = memo;
    this.#given = decisions;
    this.#held = officesHeld(reading, memo);
    this.#decisions = new Map(decisions.map((decision) => [decision.mention, decision]));
  }

  run(): SourceNames {
    this.#collect();
    this.#declare();
    this.#attach();
    const alike = alikeFullNames([...this.#names.values()], this.#areShortAndLong);
    const contributions = new Map<string, Contribution>();
    for (const name of this.#names.values()) {
      if (name.target === null) contributions.set(name.form.key, contributionOf(name, alike.get(name) ?? []));
    }
    const keys = this.#reading.mentions.map((mention, index) => this.#keyOf(mention, index));
    return { reading: this.#reading, keys, names: contributions, decisions: this.#given };
  }

  #text(index: number): string {
    const mention = this.#reading.mentions[index];
    return mention === undefined ? '' : this.#reading.text.slice(mention.start, mention.end).replace(/\s+/gu, ' ');
  }

  /** Groups mentions by form. */
  #collect(): void {
    const genders = gendersByTitle(this.#reading.mentions);
    this.#reading.mentions.forEach((mention, index) => {
      const decision = this.#decisions.get(index);
      const type = decision?.type ?? mention.type;
      const written = this.#text(index);
      const form =
        mention.type === 'role' || decision?.notName === true
          ? null
          : this.#memo.formOf(type, written, genders.get(index) ?? null);
      if (form === null || type === 'role' || this.#rules.ignored.has(form.key)) {
        this.#nameOf.push(null);
        return;
      }
      const decided = decision?.entity === undefined ? form : decidedForm(form, decision.entity);
      const name = this.#names.get(decided.key) ?? newName(decided);
      this.#names.set(decided.key, name);
      name.gender ??= form.gender;
      name.mentions.push(index);
      for (const office of this.#held.get(index) ?? []) name.offices.set(office.key, office);
      increase(name.written, written);
      increase(name.types, type);
      this.#nameOf.push(name);
      for (const offer of bynameOffers(written, form)) name.declared.set(offer.key, offer);
      const { country } = form;
      if (country !== null && country.kind !== 'name') {
        addLink(name, written, country.name, country.kind === 'demonym' ? 'demonym' : 'same-name', surest);
      }
    });
    for (const name of this.#names.values()) {
      for (const offer of [...name.form.offers, ...name.declared.values()]) this.#offer(name, offer);
    }
  }

  #offer(name: LocalName, offer: Offer): void {
    const list = this.#offers.get(offer.key);
    if (list === undefined) this.#offers.set(offer.key, [{ name, offer }]);
    else list.push({ name, offer });
  }

  /** "Long Name (LN)" and "LN (Long Name)", whatever the letters. */
  #declare(): void {
    const { mentions, text } = this.#reading;
    for (let index = 1; index < mentions.length; index += 1) {
      const before = mentions[index - 1] as Mention;
      const after = mentions[index] as Mention;
      const between = text.slice(before.end, Math.min(after.start, before.end + 4)).replace(/^[’']s?/u, '');
      const isBracketed = /^ ?\(["“]?$/u.test(between) && /^["”]?\)/u.test(text.slice(after.end, after.end + 2));
      if (!isBracketed && !isLinkedAcronym(text, before, after)) continue;
      const [a, b] = [this.#nameOf[index - 1] ?? null, this.#nameOf[index] ?? null];
      if (a === null || b === null || a === b || a.form.nameClass !== b.form.nameClass) continue;
      if (this.#isApart(a, b)) continue;
      const bothWays = [
        { long: a, short: b, written: this.#text(index) },
        { long: b, short: a, written: this.#text(index - 1) },
      ];
      for (const { long, short, written } of bothWays) {
        const ask = short.form.asks.find((key) => key.startsWith('acronym:'));
        if (ask === undefined || !isAcronym(written) || long.form.words.length < 2) continue;
        const offer: Offer = { key: ask, reason: 'expansion-in-text', confidence: declaredConfidence };
        long.declared.set(ask, offer);
        short.target = long;
        break;
      }
    }
  }

  /** Leads short names to longer ones, the longest first, so that a target's own target is known. */
  #attach(): void {
    const ordered = [...this.#names.values()].sort(byRankThenKey);
    const twins = spellingTwins(ordered, this.#areShortAndLong);
    for (const name of ordered) {
      const declared = name.target;
      if (declared !== null) {
        name.target = null;
        this.#join(name, rootOf(declared), 'expansion-in-text', declaredConfidence);
        continue;
      }
      const found = this.#candidates(name, twins);
      const [only] = found;
      if (found.length === 1 && only !== undefined && isLoneSurname(name.form)) {
        this.#joinMeant(name, only);
      } else if (found.length === 1 && only !== undefined) {
        this.#join(name, only.name, only.offer.reason, sureness(only.offer));
      } else if (isLoneSurname(name.form)) {
        this.#joinByOrder(name, found);
      }
    }
  }

  /** A surname stands for the one full name of the text, as far as the text does not tell the two apart. */
  #joinMeant(name: LocalName, { name: longer, offer }: Candidate): void {
    const meant = mayMean(this.#reading, name.mentions, longer.mentions);
    const all = meant.length === name.mentions.length;
    if (!all) name.beside.add(longer.form.key);
    if (meant.length === 0) return;
    const part = all ? name : this.#split(name, meant);
    this.#join(part, longer, offer.reason, sureness(offer));
  }

  /**
   * Where a text names several of one surname, the surname alone is theirs who holds the office that stands with it,
   * else theirs whom the text has named by then, if it is one.
   */
  #joinByOrder(name: LocalName, candidates: readonly Candidate[]): void {
    const firsts = candidates.map((candidate) => ({ candidate, first: Math.min(...candidate.name.mentions) }));
    const offices = officesByHolder(this.#reading.mentions);
    const holds = ({ name: longer }: Candidate, office: string): boolean =>
      longer.mentions.some((mention) => offices.get(mention)?.has(office) === true);
    const taken = new Map<Candidate, number[]>();
    for (const mention of name.mentions) {
      const told = [...(offices.get(mention) ?? [])];
      const inOffice = firsts.filter(({ candidate }) => told.some((office) => holds(candidate, office)));
      const meant = inOffice.length > 0 ? inOffice : firsts.filter(({ first }) => first < mention);
      const [only, second] = meant;
      if (only === undefined || second !== undefined) continue;
      taken.set(only.candidate, [...(taken.get(only.candidate) ?? []), mention]);
    }
    for (const [{ name: longer, offer }, mentions] of taken) {
      this.#join(this.#split(name, mentions), longer, offer.reason, sureness(offer));
    }
    if (name.mentions.length === 0) this.#names.delete(name.form.key);
  }

  /** Some of a name's mentions, as a name of their own. */
  #split(name: LocalName, mentions: readonly number[]): LocalName {
    const part = newName(name.form);
    const moved = new Set(mentions);
    part.gender = name.gender;
    part.mentions.push(...mentions);
    name.mentions.splice(0, name.mentions.length, ...name.mentions.filter((mention) => !moved.has(mention)));
    for (const mention of mentions) {
      const written = this.#text(mention);
      const type = this.#decisions.get(mention)?.type ?? this.#reading.mentions[mention]?.type;
      increase(part.written, written);
      increase(name.written, written, -1);
      if (type !== undefined && type !== 'role') {
        increase(part.types, type);
        increase(name.types, type, -1);
      }
      this.#nameOf[mention] = part;
    }
    for (const one of [name, part]) {
      one.offices.clear();
      for (const mention of one.mentions)
        for (const office of this.#held.get(mention) ?? []) one.offices.set(office.key, office);
    }
    return part;
  }

  /** One best offer for each longer name that may be meant; spelling twins count as one. */
  #candidates(name: LocalName, twins: ReadonlyMap<LocalName, LocalName>): Candidate[] {
    const best = new Map<LocalName, Candidate>();
    const surname = isLoneSurname(name.form) && name.mentions.some((mention) => this.#isTitledSurname(mention));
    for (const ask of name.form.asks) {
      for (const { name: longer, offer } of this.#offers.get(ask) ?? []) {
        if (offer.confidence < leastLinked) continue;
        if (offer.reason === 'given-name' && surname) {
          name.beside.add(longer.form.key);
          continue;
        }
        if (longer === name || longer.form.rank <= name.form.rank || longer.mentions.length === 0) continue;
        const root = rootOf(longer);
        if (this.#isApart(name, longer) || this.#isApart(name, root)) continue;
        if (!gendersAgree(likelyGender(root.form, root.gender), name.gender)) continue;
        if (name.form.nameClass === 'person' && officesClash(name.offices.values(), [...root.offices.values()]))
          continue;
        const twin = twins.get(root) ?? root;
        const known = best.get(twin);
        if (known === undefined || known.offer.confidence < offer.confidence) best.set(twin, { name: root, offer });
      }
    }
    return [...best.values()];
  }

  /** Whether a title right before a name alone says that it is a surname. */
  #isTitledSurname(index: number): boolean {
    const { mentions, text } = this.#reading;
    const [title, name] = [mentions[index - 1], mentions[index]];
    if (title?.role?.holder !== index || name === undefined || title.end > name.start) return false;
    return (
      isBlank(text.slice(title.end, name.start)) && isSurnameTitle(wordsOf(text.slice(title.start, title.end), 'apart'))
    );
  }

  #isApart(a: LocalName, b: LocalName): boolean {
    return keptApart(this.#rules, a.form.key, b.form.key);
  }

  #join(name: LocalName, root: LocalName, reason: LinkReason, confidence: number): void {
    if (root === name) return;
    name.target = root;
    const to = mostFrequent(root.written);
    for (const [written, count] of name.written) {
      addLink(root, written, to, reason, confidence);
      increase(root.written, written, count);
    }
    for (const [type, count] of name.types) increase(root.types, type, count);
    root.gender ??= name.gender;
    for (const [id, link] of name.links) root.links.set(id, link);
    for (const [key, offer] of name.declared) root.declared.set(key, offer);
    for (const [key, office] of name.offices) root.offices.set(key, office);
    root.mentions.push(...name.mentions);
  }

  /**
   * "William Okafor" and "Bill Okafor": who writes both means one person, if nothing tells the two apart and no sentence
   * has both.
   */
  readonly #areShortAndLong = (a: LocalName, b: LocalName): boolean => {
    const [one, other] = [a.form.words, b.form.words];
    return (
      one.length === other.length &&
      isShortForm(one[0] ?? '', other[0] ?? '') &&
      one.every((word, at) => at === 0 || word === other[at]) &&
      gendersAgree(a.gender, b.gender) &&
      !this.#isApart(a, b) &&
      !officesClash(a.offices.values(), [...b.offices.values()]) &&
      !this.#shareSentence(a, b)
    );
  };

  #shareSentence(a: LocalName, b: LocalName): boolean {
    const of = (index: number): Span => sentenceOf(this.#reading, this.#reading.mentions[index] as Mention);
    const sentences = new Set(a.mentions.map(of));
    return b.mentions.some((index) => sentences.has(of(index)));
  }

  #officesHeld(): Offices {
    return new Offices(this.#reading, this.#memo, (index) => keyOfName(this.#nameOf[index] ?? null));
  }

  #keyOf(mention: Mention, index: number): string | null {
    if (mention.type !== 'role') return keyOfName(this.#nameOf[index] ?? null);
    const holder = mention.role?.holder ?? null;
    if (holder !== null) return keyOfName(this.#nameOf[holder] ?? null);
    return (this.#offices ??= this.#officesHeld()).holderOf(mention);
  }
}

/** "Long Name, or LN, …" */
const isLinkedAcronym = (text: string, before: Mention, after: Mention): boolean =>
  /^[,;.]/u.test(text.slice(after.end, after.end + 1)) &&
  acronymLinks.some((link) => before.end + link.length === after.start && text.startsWith(link, before.end));

const sureness = ({ confidence }: Offer): number => Math.min(surest, confidence + withinSource);

const isBlank = (between: string): boolean => between.trim() === '';

const isLoneSurname = ({ nameClass, words }: NameForm): boolean => nameClass === 'person' && words.length === 1;

/** Whether a source has a mention under one of these keys, resolved or not. */
export const mentionsForm = ({ mentions, text }: Reading, keys: ReadonlySet<string>, memo: FormMemo): boolean =>
  mentions.some(({ type, start, end }) => {
    const form = memo.formOf(type, text.slice(start, end));
    return form !== null && keys.has(form.key);
  });

function gendersByTitle(mentions: readonly Mention[]): Map<number, Gender> {
  const genders = new Map<number, Gender>();
  for (const { role } of mentions) {
    if (role !== undefined && role.holder !== null && role.gender !== null) genders.set(role.holder, role.gender);
  }
  return genders;
}

/** Names of equal standing that share a spelling key, each with the first of its group. Who has two first names in one text is two. */
function spellingTwins(
  ordered: readonly LocalName[],
  areOne: (a: LocalName, b: LocalName) => boolean,
): Map<LocalName, LocalName> {
  const first = new Map<string, LocalName>();
  const twins = new Map<LocalName, LocalName>();
  for (const name of ordered) {
    let head = name;
    for (const { key } of name.form.spellings) {
      const known = first.get(key);
      if (known !== undefined && (!haveTwoFirstNames(known.form, name.form) || areOne(known, name))) head = known;
    }
    head = twins.get(head) ?? head;
    if (head !== name) twins.set(name, head);
    for (const { key } of name.form.spellings) if (!first.has(key)) first.set(key, head);
  }
  return twins;
}

const haveTwoFirstNames = (a: NameForm, b: NameForm): boolean =>
  a.nameClass === 'person' && a.words.length > 1 && b.words.length > 1 && a.words[0] !== b.words[0];
