import { l10n, window } from 'vscode';

/** Milliseconds that a decision stands in the status bar: long enough to see what was done, and how it is taken back. */
const TOLD = 6000;

/** Tells a decision in the status bar, where it is in nobody's way. */
export function decided(what: string): void {
  window.setStatusBarMessage(l10n.t('{0}. “Undo Last Note or Decision” takes it back.', what), TOLD);
}
