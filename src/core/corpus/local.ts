/**
 * Names within one source. A text introduces people and bodies by their full names and goes on with shorter ones, so a
 * short form is led to the one longer name of the same text that offers it; where two do, it stays open. What is left
 * are the names under which the source takes part in the corpus.
 */
import type { Mention, NameType, Reading } from '../reading/types.ts';
import { alikeFullNames } from './alike.ts';
import { keptApart } from './apart.ts';
import { noRules, type MentionDecision, type NameRules } from './decided.ts';
import { isAcronym } from './names/acronyms.ts';
import { bynameOffers } from './names/personForm.ts';
import { FormMemo } from './names/form.ts';
import { likelyGender } from './names/givenGenders.ts';
import type { Gender, NameForm, Offer } from './names/nameForm.ts';
import type { Link, LinkReason } from './types.ts';

/** What a source says under one name. Plain counts, so that a corpus can add and take away. */
export interface Contribution {
  readonly form: NameForm;
  readonly gender: Gender;
  readonly mentions: number;
  readonly types: ReadonlyMap<NameType, number>;
  readonly written: ReadonlyMap<string, number>;
  readonly links: readonly Link[];
  /** Short forms that the text itself explains ("the Arden Relief Corps (ARC)"). */
  readonly declared: readonly Offer[];
  /** Keys of other full names of the text that could be this one in another spelling, if the text did not write both. */
  readonly beside: readonly string[];
}

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

/** A form as it stands in this source. */
interface LocalName {
  readonly form: NameForm;
  /** What titles say, at any of its mentions. */
  gender: Gender;
  readonly mentions: number[];
  readonly written: Map<string, number>;
  readonly types: Map<NameType, number>;
  readonly links: Map<string, Link>;
  readonly declared: Map<string, Offer>;
  /** The name that a reader takes this one for; itself when it is the longest. */
  target: LocalName | null;
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

  constructor(reading: Reading, decisions: readonly MentionDecision[], rules: NameRules, memo: FormMemo) {
    this.#reading = reading;
    this.#rules = rules;
    this.#memo = memo;
    this.#given = decisions;
    this.#decisions = new Map(decisions.map((decision) => [decision.mention, decision]));
  }

  run(): SourceNames {
    this.#collect();
    this.#declare();
    this.#attach();
    const beside = alikeFullNames([...this.#names.values()]);
    const contributions = new Map<string, Contribution>();
    for (const name of this.#names.values()) {
      if (name.target === null) contributions.set(name.form.key, contributionOf(name, beside.get(name) ?? []));
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
      if (!/^ ?\(["“]?$/u.test(between) || !/^["”]?\)/u.test(text.slice(after.end, after.end + 2))) continue;
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
    const twins = spellingTwins(ordered);
    for (const name of ordered) {
      const declared = name.target;
      if (declared !== null) {
        name.target = null;
        this.#join(name, rootOf(declared), 'expansion-in-text', declaredConfidence);
        continue;
      }
      const found = this.#candidates(name, twins);
      const [only] = found;
      if (found.length === 1 && only !== undefined) {
        this.#join(name, only.name, only.offer.reason, sureness(only.offer));
      } else if (isLoneSurname(name.form)) {
        this.#joinByOrder(name, found);
      }
    }
  }

  /** Where a text names several of one surname, the surname alone is theirs whom it has named by then, if it is one. */
  #joinByOrder(name: LocalName, candidates: readonly Candidate[]): void {
    const firsts = candidates.map((candidate) => ({ candidate, first: Math.min(...candidate.name.mentions) }));
    const taken = new Map<Candidate, number[]>();
    for (const mention of name.mentions) {
      const [only, second] = firsts.filter(({ first }) => first < mention);
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
    return part;
  }

  /** One best offer for each longer name that may be meant; spelling twins count as one. */
  #candidates(name: LocalName, twins: ReadonlyMap<LocalName, LocalName>): Candidate[] {
    const best = new Map<LocalName, Candidate>();
    for (const ask of name.form.asks) {
      for (const { name: longer, offer } of this.#offers.get(ask) ?? []) {
        if (longer === name || longer.form.rank <= name.form.rank || longer.mentions.length === 0) continue;
        const root = rootOf(longer);
        if (this.#isApart(name, longer) || this.#isApart(name, root)) continue;
        if (!gendersAgree(likelyGender(root.form, root.gender), name.gender)) continue;
        const twin = twins.get(root) ?? root;
        const known = best.get(twin);
        if (known === undefined || known.offer.confidence < offer.confidence) best.set(twin, { name: root, offer });
      }
    }
    return [...best.values()];
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
    root.mentions.push(...name.mentions);
  }

  #keyOf(mention: Mention, index: number): string | null {
    if (mention.type !== 'role') return keyOfName(this.#nameOf[index] ?? null);
    const holder = mention.role?.holder ?? null;
    if (holder !== null) return keyOfName(this.#nameOf[holder] ?? null);
    return this.#holderOfOffice(mention);
  }

  /** "The commander" of a body whose commander the text has named, and only one of them. */
  #holderOfOffice(role: Mention): string | null {
    const office = this.#officeOf(role);
    if (office === null) return null;
    const holders = this.#holders().get(office);
    const [only] = holders ?? [];
    return holders?.size === 1 ? (only ?? null) : null;
  }

  #officeOf({ role }: Mention): string | null {
    if (role === undefined || role.office === null || role.of === null || role.tense !== 'current') return null;
    const of = this.#memo.formOf('organization', this.#reading.text.slice(role.of.start, role.of.end));
    return of === null ? null : `${role.office} of ${of.key}`;
  }

  #officeHolders: Map<string, Set<string>> | null = null;

  #holders(): ReadonlyMap<string, ReadonlySet<string>> {
    if (this.#officeHolders !== null) return this.#officeHolders;
    const found = new Map<string, Set<string>>();
    for (const mention of this.#reading.mentions) {
      const holder = mention.role?.holder ?? null;
      const office = holder === null ? null : this.#officeOf(mention);
      const key = holder === null ? null : keyOfName(this.#nameOf[holder] ?? null);
      if (office !== null && key !== null) found.set(office, (found.get(office) ?? new Set()).add(key));
    }
    this.#officeHolders = found;
    return found;
  }
}

const newName = (form: NameForm): LocalName => ({
  form,
  gender: form.gender,
  mentions: [],
  written: new Map(),
  types: new Map(),
  links: new Map(),
  declared: new Map(),
  target: null,
});

/** A mention that the reader has assigned takes part under the entity's id and answers to nothing else. */
const decidedForm = (form: NameForm, entity: string): NameForm => ({
  ...form,
  key: entity,
  rank: 0,
  asks: [],
  offers: [],
  spellings: [],
});

const sureness = ({ confidence }: Offer): number => Math.min(surest, confidence + withinSource);

const isLoneSurname = ({ nameClass, words }: NameForm): boolean => nameClass === 'person' && words.length === 1;

const rootOf = (name: LocalName): LocalName => (name.target === null ? name : rootOf(name.target));
const keyOfName = (name: LocalName | null): string | null => (name === null ? null : rootOf(name).form.key);

/** Whether a source has a mention under one of these keys, resolved or not. */
export const mentionsForm = ({ mentions, text }: Reading, keys: ReadonlySet<string>, memo: FormMemo): boolean =>
  mentions.some(({ type, start, end }) => {
    const form = memo.formOf(type, text.slice(start, end));
    return form !== null && keys.has(form.key);
  });

export const gendersAgree = (a: Gender, b: Gender): boolean => a === null || b === null || a === b;

function gendersByTitle(mentions: readonly Mention[]): Map<number, Gender> {
  const genders = new Map<number, Gender>();
  for (const { role } of mentions) {
    if (role !== undefined && role.holder !== null && role.gender !== null) genders.set(role.holder, role.gender);
  }
  return genders;
}

/** Names of equal standing that share a spelling key, each with the first of its group. Who has two first names in one text is two. */
function spellingTwins(ordered: readonly LocalName[]): Map<LocalName, LocalName> {
  const first = new Map<string, LocalName>();
  const twins = new Map<LocalName, LocalName>();
  for (const name of ordered) {
    let head = name;
    for (const { key } of name.form.spellings) {
      const known = first.get(key);
      if (known !== undefined && !haveTwoFirstNames(known.form, name.form)) head = known;
    }
    head = twins.get(head) ?? head;
    if (head !== name) twins.set(name, head);
    for (const { key } of name.form.spellings) if (!first.has(key)) first.set(key, head);
  }
  return twins;
}

const haveTwoFirstNames = (a: NameForm, b: NameForm): boolean =>
  a.nameClass === 'person' && a.words.length > 1 && b.words.length > 1 && a.words[0] !== b.words[0];

const contributionOf = (
  { form, gender, mentions, types, written, links, declared }: LocalName,
  beside: readonly string[],
): Contribution => ({
  form,
  gender,
  mentions: mentions.length,
  types,
  written,
  links: [...links.values()].sort((a, b) => compare(linkId(a), linkId(b))),
  declared: [...declared.values()].sort((a, b) => compare(a.key, b.key)),
  beside,
});

/** Whether two contributions under one name say the same. */
export const sameContribution = (a: Contribution, b: Contribution): boolean =>
  a.mentions === b.mentions &&
  a.gender === b.gender &&
  sameCounts(a.types, b.types) &&
  sameCounts(a.written, b.written) &&
  a.links.length === b.links.length &&
  a.links.every((link, at) => sameLink(link, b.links[at])) &&
  a.declared.length === b.declared.length &&
  a.declared.every((offer, at) => offer.key === b.declared[at]?.key) &&
  sameList(a.beside, b.beside);

export const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

function sameCounts<K>(a: ReadonlyMap<K, number>, b: ReadonlyMap<K, number>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, count] of a) if (b.get(key) !== count) return false;
  return true;
}

const sameLink = (a: Link, b: Link | undefined): boolean =>
  b !== undefined && a.from === b.from && a.to === b.to && a.reason === b.reason && a.confidence === b.confidence;

const linkId = ({ from, to, reason }: Link): string => `${from}\u0000${to}\u0000${reason}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function addLink(name: LocalName, from: string, to: string, reason: LinkReason, confidence: number): void {
  const link = { from, to, reason, confidence };
  if (from !== to) name.links.set(linkId(link), link);
}

function increase<K>(counts: Map<K, number>, key: K, by = 1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let best = '';
  let most = 0;
  for (const [key, count] of counts) {
    if (count > most || (count === most && key < best)) [best, most] = [key, count];
  }
  return best;
}

const byRankThenKey = (a: LocalName, b: LocalName): number =>
  b.form.rank - a.form.rank || compare(a.form.key, b.form.key);
