import { Disposable, window, type TreeDataProvider } from 'vscode';
import type { Sessions } from '../sessions.ts';
import { EntitiesTree } from './entities.ts';
import { FindingsTree } from './findings.ts';
import { SourcesTree } from './sources.ts';

interface Tree extends TreeDataProvider<unknown> {
  refresh(): void;
}

/** The trees of the activity bar, drawn anew only while somebody looks. */
export const registerViews = (sessions: Sessions): Disposable =>
  Disposable.from(
    register('apparatus.sources', new SourcesTree(sessions) as Tree, sessions),
    register('apparatus.entities', new EntitiesTree(sessions) as Tree, sessions),
    register('apparatus.findings', new FindingsTree(sessions) as Tree, sessions),
  );

function register(id: string, tree: Tree, sessions: Sessions): Disposable {
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
