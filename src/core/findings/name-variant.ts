import type { EntityId, MentionRef, Snapshot, Uri } from '../corpus/types.ts';
import { fold } from '../text/fold.ts';
import { fileName, finding, inWords, message, side } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/** Forms that are compared letter by letter; shorter ones differ by chance. */
const SHORTEST_FORM = 5;
/** Letters that two spellings of one word may differ by. */
const MOST_LETTERS = 2;

/** How sure it is that accents alone make two spellings of one name, and that letters do: with these it may be another word. */
const BY_ACCENTS = 0.9;
const BY_LETTERS = 0.7;

/**
 * One entity, spelt differently: with and without accents, or by a letter or two of a word (two demonyms of one country).
 * Acronyms, shorter and longer forms are no other spelling, and a misspelling has its own finding.
 * One quiet finding for each source and entity; it stands in the source that has the rarer spelling.
 */
export const nameVariant: Rule = {
  code: 'name-variant',
  severity: 'hint',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    for (const id of new Set(snapshot.source(uri)!.entityOf)) {
      if (id != null) yield* variants(snapshot, id, uri);
    }
  },
};

interface Form {
  readonly text: string;
  readonly type: string;
  readonly here: MentionRef | null;
  readonly first: MentionRef;
  readonly count: number;
}

function* variants(snapshot: Snapshot, id: EntityId, uri: Uri): Iterable<Finding> {
  const entity = snapshot.entity(id)!;
  if (entity.aliases.length === 0) return;
  const misspelt = new Set(
    snapshot.linksOf(id).flatMap(({ reason, from }) => (reason === 'misspelling' ? [from] : [])),
  );
  // What the reader has said to be the entity's is no question any more.
  const decided = new Set(
    snapshot.linksOf(id).flatMap(({ reason, from, to }) => (reason === 'decision' ? [from, to] : [])),
  );
  const forms = formsOf(snapshot, id, uri).filter(({ text }) => !misspelt.has(text));
  const sides: Side[] = [];
  let confidence = BY_ACCENTS;
  for (const form of forms) {
    const other = forms.find(
      (each) => each.count > form.count && each.type === form.type && isRespelling(form.text, each.text),
    );
    if (!form.here || !other || decided.has(form.text)) continue;
    sides.push(formSide(form.here, form), formSide(other.here ?? other.first, other));
    if (fold(form.text) !== fold(other.text)) confidence = BY_LETTERS;
  }
  const [first, ...others] = sides;
  if (!first) return;
  const list = inWords(sides.map(({ uri: where, label }) => [String(label.args[0]), [fileName(where)]]));
  yield finding(nameVariant, snapshot, {
    sides: [first, ...others],
    message: message('name-variant', entity.name, list),
    confidence,
    key: fileName(uri),
  });
}

function formsOf(snapshot: Snapshot, id: EntityId, uri: Uri): Form[] {
  const forms = new Map<string, Form>();
  for (const ref of snapshot.mentionsOf(id)) {
    const { text, mentions } = snapshot.source(ref.uri)!.reading;
    const { type } = mentions[ref.index]!;
    const form = text.slice(ref.start, ref.end);
    const known = forms.get(form) ?? { text: form, type, here: null, first: ref, count: 0 };
    forms.set(form, { ...known, here: known.here ?? (ref.uri === uri ? ref : null), count: known.count + 1 });
  }
  return [...forms.values()];
}

const formSide = (ref: MentionRef, { text }: Form): Side =>
  side(ref, message('name-variant-side', text, fileName(ref.uri)));

/** Word by word the same, or a few letters of a long word apart; capitals or a plural alone make no other spelling. */
export function isRespelling(a: string, b: string): boolean {
  const [first, second] = [a.split(/[\s-]+/), b.split(/[\s-]+/)];
  if (first.length !== second.length || singular(a) === singular(b)) return false;
  // "Somali" and "Somalian" are two words, not two spellings
  if (a.startsWith(b) || b.startsWith(a)) return false;
  return first.every((word, at) => fold(word) === fold(second[at]!) || differsLittle(fold(word), fold(second[at]!)));
}

const singular = (form: string): string => form.toLowerCase().replace(/s$/, '');

/** The words have their beginning and end in common, and in between at most `MOST_LETTERS` letters more or other. */
function differsLittle(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < SHORTEST_FORM) return false;
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return Math.max(a.length, b.length) - head - tail <= MOST_LETTERS;
}
