import { Disposable, window, type Memento, type TreeView, type TreeViewOptions } from 'vscode';
import type { SessionChange } from '../../session/index.ts';
import type { Sessions } from '../sessions.ts';
import { AnnotationsTree, registerAnnotationsCommands } from './annotations.ts';
import { tellCrowd } from './crowdMessage.ts';
import { EntitiesTree, mergeByDrop, type EntitiesNode } from './entities.ts';
import { FindingsTree, FindingsView } from './findings.ts';
import { describeOrigins } from './origins.ts';
import { SourcesTree } from './sources.ts';
import { SuggestionsView } from './suggestions.ts';
import type { Tree } from './tree.ts';

/** The trees of the activity bar that commands work on. */
export interface Views extends Disposable {
  readonly entities: { readonly tree: EntitiesTree; readonly view: TreeView<EntitiesNode> };
  readonly suggestions: SuggestionsView;
  readonly findings: FindingsView;
}

/** The trees of the activity bar, drawn anew only while somebody looks. `memento` keeps what the reader chose to see. */
export function registerViews(sessions: Sessions, memento: Memento): Views {
  const tree = new EntitiesTree(sessions);
  const entities = register('apparatus.entities', tree, sessions, {
    canSelectMany: true,
    dragAndDropController: mergeByDrop,
  });
  const annotationsTree = new AnnotationsTree(sessions);
  const annotations = register('apparatus.annotations', annotationsTree, sessions);
  const suggestions = new SuggestionsView(sessions);
  const sources = register('apparatus.sources', new SourcesTree(sessions), sessions);
  const findingsTree = new FindingsTree(sessions);
  const { view: findingsView, subscription } = register(
    'apparatus.findings',
    findingsTree,
    sessions,
    {},
    isFindingsNews,
  );
  const findings = new FindingsView(findingsTree, findingsView, memento);
  const all = Disposable.from(
    sources.subscription,
    describeOrigins(sources.view, sessions),
    annotations.subscription,
    tellCrowd(annotations.view, sessions),
    registerAnnotationsCommands({ tree: annotationsTree, view: annotations.view }),
    entities.subscription,
    suggestions,
    subscription,
  );
  return { entities: { tree, view: entities.view }, suggestions, findings, dispose: () => void all.dispose() };
}

/** What was found, what was answered, and the words that answers are about; not that notes move along with what is typed. */
const isFindingsNews = ({ findings, sources, notes, status }: SessionChange): boolean =>
  findings.size > 0 || sources.size > 0 || (notes.size > 0 && status);

/** Milliseconds from news to a tree drawn anew: what comes together is drawn once, and nobody sees the difference. */
const PAUSE = 150;

function register<Node>(
  id: string,
  tree: Tree<Node>,
  sessions: Sessions,
  options: Partial<TreeViewOptions<Node>> = {},
  isNews: (change: SessionChange) => boolean = () => true,
): { readonly view: TreeView<Node>; readonly subscription: Disposable } {
  const view = window.createTreeView(id, { treeDataProvider: tree, showCollapseAll: true, ...options });
  let isStale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = (): void => {
    timer = undefined;
    isStale = !view.visible;
    if (view.visible) tree.refresh();
  };
  const refresh = (): void => {
    timer ??= setTimeout(draw, PAUSE);
  };
  const subscription = Disposable.from(
    view,
    sessions.onDidChange(({ change }) => {
      if (isNews(change)) refresh();
    }),
    sessions.onDidChangeList(refresh),
    view.onDidChangeVisibility(() => {
      if (isStale) draw();
    }),
    { dispose: () => clearTimeout(timer) },
  );
  return { view, subscription };
}
