import { Disposable, window, type Memento, type TreeView, type TreeViewOptions } from 'vscode';
import type { Sessions } from '../sessions.ts';
import { AnnotationsTree, registerAnnotationsCommands } from './annotations.ts';
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
  const { view: findingsView, subscription } = register('apparatus.findings', findingsTree, sessions);
  const findings = new FindingsView(findingsTree, findingsView, memento);
  const all = Disposable.from(
    sources.subscription,
    describeOrigins(sources.view, sessions),
    annotations.subscription,
    registerAnnotationsCommands({ tree: annotationsTree, view: annotations.view }),
    entities.subscription,
    suggestions,
    subscription,
  );
  return { entities: { tree, view: entities.view }, suggestions, findings, dispose: () => void all.dispose() };
}

function register<Node>(
  id: string,
  tree: Tree<Node>,
  sessions: Sessions,
  options: Partial<TreeViewOptions<Node>> = {},
): { readonly view: TreeView<Node>; readonly subscription: Disposable } {
  const view = window.createTreeView(id, { treeDataProvider: tree, showCollapseAll: true, ...options });
  let isStale = false;
  const refresh = (): void => {
    isStale = !view.visible;
    if (view.visible) tree.refresh();
  };
  const subscription = Disposable.from(
    view,
    sessions.onDidChange(refresh),
    sessions.onDidChangeList(refresh),
    view.onDidChangeVisibility(() => {
      if (isStale) refresh();
    }),
  );
  return { view, subscription };
}
