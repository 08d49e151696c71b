import { Disposable, l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState, window, type TreeView } from 'vscode';
import {
  excerpt,
  SuggestionIndex,
  suggestionList,
  type Entity,
  type EntityId,
  type Excerpt,
  type Suggestion,
} from '../../core/index.ts';
import type { Session } from '../../session/index.ts';
import { COMMANDS } from '../commands/names.ts';
import type { Sessions } from '../sessions.ts';
import { fileName, linkReason, mentions, sources, typeName } from '../texts/sentences.ts';
import { ENTITY_ICONS } from './icons.ts';
import { inSlices } from './slices.ts';
import { Tree } from './tree.ts';

/** A pair that may be one, for the reader to decide. */
export interface SuggestionNode {
  readonly kind: 'suggestion';
  readonly session: Session;
  readonly suggestion: Suggestion;
  readonly entities: readonly [Entity, Entity];
}

/** One of the pair in a sentence of a source, so that it can be decided without leaving the list. */
interface EvidenceNode {
  readonly kind: 'evidence';
  readonly parent: SuggestionNode;
  readonly entity: Entity;
  readonly excerpt: Excerpt;
}

/** What else speaks for the pair. */
interface CompanyNode {
  readonly kind: 'company';
  readonly parent: SuggestionNode;
  readonly names: readonly string[];
}

type Node = SuggestionNode | EvidenceNode | CompanyNode;

const VIEW = 'apparatus.suggestions';
/** Sentences of each of the pair; more are in the dossiers. */
const EXCERPTS = 2;
/** Code units of an excerpt on each side of the name. */
const CONTEXT = 60;
/** Milliseconds without a change until the list is made: it looks at the whole corpus. */
const QUIET = 400;
/** A folder with more entities is looked through only while somebody looks at the list. */
const MOST_UNASKED = 20_000;

/** Pairs that need a decision, best first, and the view that goes from one to the next. */
export class SuggestionsView {
  readonly #tree: SuggestionsTree;
  readonly #view: TreeView<Node>;
  readonly #sessions: Sessions;
  readonly #subscription: Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #current: SuggestionNode | undefined;
  /** Whether the list was made before: from then on only what changes is looked at. */
  #isMade = false;
  /** Number of the update that counts: one that is under way in slices ends when another begins. */
  #run = 0;
  #turns: Promise<unknown> = Promise.resolve();

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#tree = new SuggestionsTree(sessions);
    this.#view = window.createTreeView(VIEW, {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
    });
    this.#subscription = Disposable.from(
      this.#view,
      sessions.onDidChange(({ change }) => {
        if (change.sources.size > 0 || change.status) this.#soon();
      }),
      sessions.onDidChangeList(() => this.#soon()),
      this.#view.onDidChangeVisibility(() => this.#soon()),
      this.#view.onDidChangeSelection(({ selection: [node] }) => {
        // While the list is drawn anew the editor tells of none, or of one that is gone.
        if (node && this.has(suggestionOf(node))) this.#current = suggestionOf(node);
      }),
    );
    this.#soon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#run += 1;
    this.#subscription.dispose();
  }

  /**
   * The suggestion that is selected, also by one of its sentences. One that was revealed counts at once: the editor tells of the selection a moment
   * later, and an answer that is typed in that moment is not meant for the pair before.
   */
  get current(): SuggestionNode | undefined {
    return this.#current;
  }

  /** Whether the pair is still to be decided. */
  has(node: SuggestionNode): boolean {
    return this.#tree.indexOf(node) !== -1;
  }

  /** Answers are typed faster than they are carried out: each waits for the one before. */
  inTurn(answer: () => Promise<void>): Promise<void> {
    const done = this.#turns.then(answer);
    this.#turns = done.catch(() => {});
    return done;
  }

  get isEmpty(): boolean {
    return this.#tree.all.length === 0;
  }

  /** Shows the list anew, at once, and selects what stands where `node` did, or the first. */
  async next(after?: SuggestionNode): Promise<void> {
    const at = after ? this.#tree.indexOf(after) : -1;
    this.#update();
    const stays = after !== undefined && this.#tree.indexOf(after) !== -1;
    await this.#reveal(stays ? at + 1 : Math.max(at, 0));
  }

  async previous(before: SuggestionNode): Promise<void> {
    await this.#reveal(Math.max(this.#tree.indexOf(before) - 1, 0));
  }

  async #reveal(at: number): Promise<void> {
    const node = this.#tree.all[Math.min(at, this.#tree.all.length - 1)];
    this.#current = node;
    if (node) await this.#view.reveal(node, { select: true, focus: true, expand: true });
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#updateInSlices(), QUIET);
  }

  /** The first look at a large corpus takes a while: the view says so, and the editor goes on working. */
  async #updateInSlices(): Promise<void> {
    if (this.#isLeftAlone) return;
    const run = (this.#run += 1);
    const update = async (): Promise<void> => {
      const isFilled = await this.#fill(() => run === this.#run);
      if (run !== this.#run) return;
      if (isFilled) this.#update();
      else this.#soon();
    };
    if (!this.#isMade && this.#view.visible) await window.withProgress({ location: { viewId: VIEW } }, update);
    else await update();
  }

  /** Takes into the indexes what is new. False when it was called off, or when the corpus has changed under it. */
  async #fill(goesOn: () => boolean): Promise<boolean> {
    for (const session of this.#sessions.all()) {
      if (session.status().progress !== null) continue;
      const { corpus } = session.snapshot();
      const isCurrent = (): boolean => goesOn() && session.snapshot().corpus === corpus;
      if (!(await inSlices((most) => indexOf(session).update(corpus, most), isCurrent))) return false;
    }
    return true;
  }

  /** A large folder, and nobody looks at the list. */
  get #isLeftAlone(): boolean {
    if (this.#view.visible) return false;
    const entities = this.#sessions.all().map((session) => session.snapshot().corpus.entities().length);
    return entities.reduce((sum, count) => sum + count, 0) > MOST_UNASKED;
  }

  #update(): void {
    clearTimeout(this.#timer);
    // What is under way in slices is about to be done.
    this.#run += 1;
    this.#isMade = this.#sessions.all().some((session) => session.status().progress === null);
    if (this.#isLeftAlone) return;
    const { length } = this.#tree.update();
    this.#view.badge = length === 0 ? undefined : { value: length, tooltip: toDecide(length) };
    const { left } = this.#tree;
    this.#view.description =
      length === 0 ? '' : left === 0 ? String(length) : l10n.t('{0}, {1} less sure', length, left);
  }
}

export const toDecide = (count: number): string =>
  count === 1 ? l10n.t('1 pair of names to decide') : l10n.t('{0} pairs of names to decide', count);

const suggestionOf = (node: Node): SuggestionNode => (node.kind === 'suggestion' ? node : node.parent);

export const isSuggestion = (item: unknown): item is SuggestionNode =>
  typeof item === 'object' && item !== null && (item as Partial<Node>).kind === 'suggestion';

class SuggestionsTree extends Tree<Node> {
  #all: readonly SuggestionNode[] = [];

  /** Pairs that are less sure than those that are listed. */
  left = 0;

  get all(): readonly SuggestionNode[] {
    return this.#all;
  }

  update(): readonly SuggestionNode[] {
    const lists = this.sessions.all().map((session) => suggestionsOf(session));
    this.left = lists.reduce((sum, { left }) => sum + left, 0);
    this.#all = lists.flatMap(({ nodes }) => nodes).sort((a, b) => b.suggestion.confidence - a.suggestion.confidence);
    this.refresh();
    return this.#all;
  }

  indexOf(node: SuggestionNode): number {
    return this.#all.findIndex((each) => idOf(each) === idOf(node));
  }

  override getChildren(node?: Node): Node[] {
    if (!node) return [...this.#all];
    return node.kind === 'suggestion' ? [...evidence(node), ...company(node)] : [];
  }

  getParent(node: Node): Node | undefined {
    return node.kind === 'suggestion' ? undefined : node.parent;
  }

  override getTreeItem(node: Node): TreeItem {
    switch (node.kind) {
      case 'suggestion':
        return suggestionItem(node);
      case 'evidence':
        return evidenceItem(node);
      case 'company':
        return companyItem(node);
    }
  }
}

/** Kept as long as the session, so that after an edit only what has changed is looked at. */
const indexes = new WeakMap<Session, SuggestionIndex>();

function indexOf(session: Session): SuggestionIndex {
  const index = indexes.get(session) ?? new SuggestionIndex();
  indexes.set(session, index);
  return index;
}

/** The pairs of a folder that fit into its list, and how many do not. */
function suggestionsOf(session: Session): { nodes: SuggestionNode[]; left: number } {
  const { corpus } = session.snapshot();
  if (session.status().progress !== null) return { nodes: [], left: 0 };
  const { suggestions, left } = suggestionList(corpus, session.authority(), indexOf(session));
  const nodes = suggestions.flatMap((suggestion): SuggestionNode[] => {
    const [a, b] = suggestion.entities.map((id) => corpus.entity(id));
    return a && b ? [{ kind: 'suggestion', session, suggestion, entities: [a, b] }] : [];
  });
  return { nodes, left };
}

function evidence(parent: SuggestionNode): EvidenceNode[] {
  const { corpus } = parent.session.snapshot();
  return parent.entities.flatMap((entity, index) => {
    const written = parent.suggestion.names[index];
    const refs = [...firstMentions(parent.session, entity.id)];
    const text = (uri: string): string => corpus.source(uri)?.reading.text ?? '';
    // The form that has led to the suggestion tells most.
    const telling = refs.filter(({ uri, start, end }) => text(uri).slice(start, end) === written);
    return [...new Set([...telling, ...refs])]
      .slice(0, EXCERPTS)
      .map((ref) => ({ kind: 'evidence', parent, entity, excerpt: excerpt(text(ref.uri), ref, CONTEXT) }));
  });
}

/** Mentions of an entity that are looked through for a telling one. */
const MOST_LOOKED_AT = 50;

function* firstMentions(session: Session, id: EntityId) {
  let seen = 0;
  for (const ref of session.snapshot().corpus.mentionsOf(id)) {
    if ((seen += 1) > MOST_LOOKED_AT) return;
    yield ref;
  }
}

function company(parent: SuggestionNode): CompanyNode[] {
  const { corpus } = parent.session.snapshot();
  const names = parent.suggestion.company.flatMap((id) => corpus.entity(id)?.name ?? []);
  return names.length === 0 ? [] : [{ kind: 'company', parent, names }];
}

const idOf = ({ session, suggestion: { entities } }: SuggestionNode): string =>
  `suggestion ${session.folder} ${entities.join(' ')}`;

function suggestionItem(node: SuggestionNode): TreeItem {
  const { session, suggestion, entities } = node;
  const { corpus } = session.snapshot();
  const [a, b] = entities;
  const item = new TreeItem(`${a.name} = ${b.name}?`, TreeItemCollapsibleState.Collapsed);
  item.id = idOf(node);
  item.description = reasonOf(suggestion);
  item.iconPath = new ThemeIcon(ENTITY_ICONS[a.type]);
  item.contextValue = 'suggestion';
  item.tooltip = [a, b].map((each) => described(each, corpus.countsOf(each.id))).join('\n');
  const label = l10n.t('Is {0} the same as {1}? {2}', a.name, b.name, reasonOf(suggestion));
  item.accessibilityInformation = { label };
  return item;
}

const described = ({ name, type, aliases }: Entity, counts: { mentions: number; sources: number }): string =>
  [`${name} (${typeName(type)})`, mentions(counts.mentions), sources(counts.sources), ...aliases].join(' · ');

/** Why the pair is suggested: the names that have led to it where they are others than those of the entities. */
function reasonOf({ reason, names: [a, b] }: Suggestion): string {
  return l10n.t('“{0}” – “{1}”: {2}', b, a, linkReason(reason));
}

function evidenceItem({
  entity,
  excerpt: { place, before, text, after, cutBefore, cutAfter },
}: EvidenceNode): TreeItem {
  const lead = lastWords(before);
  const start = `${cutBefore || lead !== before ? '… ' : ''}${lead}`;
  const item = new TreeItem({
    label: `${start}${text}${after}${cutAfter ? ' …' : ''}`,
    highlights: [[start.length, start.length + text.length]],
  });
  item.description = fileName(place.uri);
  item.iconPath = new ThemeIcon(ENTITY_ICONS[entity.type]);
  item.tooltip = `${entity.name}: ${before}${text}${after}`;
  item.contextValue = 'evidence';
  item.command = {
    command: COMMANDS.goTo,
    title: l10n.t('Go to this place'),
    // The list keeps the focus, so that its keys go on working.
    arguments: [place.uri, place.start, place.end, true],
  };
  return item;
}

/** Code units before a name: in a narrow view the name itself must be seen. */
const LEAD = 18;

const lastWords = (text: string): string =>
  text.length <= LEAD ? text : text.slice(text.indexOf(' ', text.length - LEAD) + 1);

function companyItem({ names }: CompanyNode): TreeItem {
  const item = new TreeItem(l10n.t('Both are named in sources with: {0}', names.join(', ')));
  item.iconPath = new ThemeIcon('organization');
  item.contextValue = 'company';
  return item;
}
