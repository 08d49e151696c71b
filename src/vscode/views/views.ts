import { Disposable, window } from 'vscode';
import type { Sessions } from '../sessions.ts';
import { EntitiesTree } from './entities.ts';
import { FindingsTree } from './findings.ts';
import { SourcesTree } from './sources.ts';
import type { Tree } from './tree.ts';

/** The trees of the activity bar, drawn anew only while somebody looks. */
export const registerViews = (sessions: Sessions): Disposable =>
  Disposable.from(
    register('apparatus.sources', new SourcesTree(sessions), sessions),
    register('apparatus.entities', new EntitiesTree(sessions), sessions),
    register('apparatus.findings', new FindingsTree(sessions), sessions),
  );

function register<Node>(id: string, tree: Tree<Node>, sessions: Sessions): Disposable {
  const view = window.createTreeView(id, { treeDataProvider: tree, showCollapseAll: true });
  let isStale = false;
  const refresh = (): void => {
    isStale = !view.visible;
    if (view.visible) tree.refresh();
  };
  return Disposable.from(
    view,
    sessions.onDidChange(refresh),
    sessions.onDidChangeList(refresh),
    view.onDidChangeVisibility(() => {
      if (isStale) refresh();
    }),
  );
}
