import { l10n } from 'vscode';
import type { Held, Note } from '../../session/index.ts';
import { sentence } from './sentences.ts';

/** Where a note is kept that its sidecar cannot take, in a few words; '' for one that is where it belongs. */
export function heldName({ held }: Note): string {
  if (!held) return '';
  return held.by === 'journal' ? l10n.t('only in the journal') : l10n.t('only in this window');
}

/** The same with the reason, and what can be done about it. */
export const heldSentence = (held: Held): string =>
  held.by === 'journal'
    ? l10n.t('This note is only in the journal yet. {0}', sentence(held.reason))
    : l10n.t('This note is lost when the window closes. {0}', sentence(held.reason));
