import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { Sessions } from '../sessions.ts';

/** A tree over all sessions, drawn anew as a whole: VS Code asks only for what is unfolded, and keeps that by its ids. */
export abstract class Tree<Node> implements TreeDataProvider<Node> {
  protected readonly sessions: Sessions;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(sessions: Sessions) {
    this.sessions = sessions;
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  abstract getChildren(node?: Node): Node[];
  abstract getTreeItem(node: Node): TreeItem;
}
