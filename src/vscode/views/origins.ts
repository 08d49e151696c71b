import type { Disposable, TreeView } from 'vscode';
import { origins, type Snapshot } from '../../core/index.ts';
import type { Sessions } from '../sessions.ts';
import { origins as countOfOrigins, sources } from '../texts/sentences.ts';

/** Milliseconds without a change after which origins are counted: not while somebody types. */
const PAUSE = 800;
/** Sources of a folder up to which they are counted unasked; beyond, the status page does it. A thousand take some tenths of a second. */
const MOST_SOURCES = 1000;

/** Says beside the title of the sources how many they are and of how many origins: "5 sources, 4 origins". */
export function describeOrigins<Node>(view: TreeView<Node>, sessions: Sessions): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    const corpora = sessions.all().map((session) => session.snapshot().corpus);
    view.description = summary(corpora);
  };
  const later = (): void => {
    clearTimeout(timer);
    if (view.visible) timer = setTimeout(tell, PAUSE);
  };
  const subscriptions = [
    sessions.onDidChange(({ change }) => {
      if (change.sources.size > 0) later();
    }),
    sessions.onDidChangeList(later),
    view.onDidChangeVisibility(later),
  ];
  return {
    dispose: () => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

function summary(corpora: readonly Snapshot[]): string {
  const count = corpora.reduce((sum, corpus) => sum + corpus.uris().length, 0);
  if (count === 0) return '';
  if (corpora.some((corpus) => corpus.uris().length > MOST_SOURCES)) return sources(count);
  const groups = corpora.reduce((sum, corpus) => sum + origins(corpus, corpus.uris()).length, 0);
  return `${sources(count)}, ${countOfOrigins(groups)}`;
}
