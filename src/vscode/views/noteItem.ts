import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Note, Session } from '../../session/index.ts';
import { isHighlight, isResolved, linkedWords, needsLook, placeContext } from '../comments/note.ts';
import { COMMANDS } from '../commands/names.ts';
import { plainText, shorten } from '../texts/markdown.ts';
import { heldName, heldSentence } from '../texts/held.ts';
import { placementName } from '../texts/placements.ts';

export interface NoteNode {
  readonly kind: 'note';
  readonly session: Session;
  readonly note: Note;
}

/** Code units of a note or its words in a tree. */
const LABEL_LENGTH = 60;

/** What a note says, and beside it its words; `beside`: what else there is to know where it stands. */
export function noteItem({ session, note }: NoteNode, beside = ''): TreeItem {
  const quote = note.quote === '' ? l10n.t('whole source') : `“${shorten(note.quote, LABEL_LENGTH)}”`;
  const linked = linkedWords(note);
  const said = shorten(
    plainText(note.body) || note.tags.map((tag) => `#${tag}`).join(' ') || (linked && `→ “${linked}”`),
    LABEL_LENGTH,
  );
  const item = new TreeItem(said || quote, TreeItemCollapsibleState.None);
  const held = heldName(note);
  item.description = [held, outcome(note), said && quote, beside].filter(Boolean).join(' · ');
  item.tooltip = note.held ? `${heldSentence(note.held)}\n\n${note.quote}` : note.quote;
  item.iconPath = new ThemeIcon(icon(note));
  item.contextValue = `note ${isResolved(note) ? 'resolved' : 'open'}${placeContext(session, note)}`;
  item.accessibilityInformation = { label: [said, quote, held, outcome(note), beside].filter(Boolean).join(', ') };
  item.command = { command: COMMANDS.showNote, title: l10n.t('Show the note'), arguments: [{ session, note }] };
  return item;
}

const outcome = (note: Note): string =>
  needsLook(note) ? placementName(note.placement) : isResolved(note) ? l10n.t('resolved') : '';

function icon(note: Note): string {
  if (note.held) return 'warning';
  if (needsLook(note)) return 'question';
  if (isResolved(note)) return 'pass';
  switch (note.annotation.motivation) {
    case 'tagging':
      return 'tag';
    case 'linking':
      return 'link';
    case 'questioning':
      return 'comment-unresolved';
    default:
      return isHighlight(note) ? 'symbol-color' : 'comment';
  }
}
