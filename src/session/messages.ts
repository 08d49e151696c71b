/**
 * The English of every message of the session, by code; `{0}` is the first argument. As with those of core, adapters translate
 * by code. Each problem says what to do about it.
 */
import { AUTHORITY_MESSAGES, PROBLEM_MESSAGES } from '../core/index.ts';
import { RECONCILIATION_MESSAGES } from './reconciliation/messages.ts';

export const SESSION_MESSAGES: Readonly<Record<string, string>> = {
  ...PROBLEM_MESSAGES,
  ...AUTHORITY_MESSAGES,
  ...RECONCILIATION_MESSAGES,

  'file-prose': 'Taken: {0} % of it is sentences',
  'file-any-text': 'Taken: the settings take every text file',
  'file-named': 'Taken: it was asked for by name',
  'file-known-name': 'Passed over: files of the name {0} are about a project, not sources',
  'file-exported': 'Passed over: it was exported from here',
  'file-empty': 'Passed over: it is empty',
  'file-short': 'Passed over: {0} {0|word is|words are} too few to be a text',
  'file-table': 'Passed over: it is a table',
  'file-code': 'Passed over: it is program code or settings',
  'file-no-prose': 'Passed over: only {0} % of it is sentences',
  'file-binary': 'Passed over: it is no text',
  'file-too-large': 'Passed over: it has {0} MB, the setting allows {1} MB',
  'file-fallback': 'Neither marked as Unicode nor valid UTF-8: read as {0}',
  'file-malformed': '{0} malformed characters were replaced',
  'file-not-found': 'There is no such file',
  'file-no-permission': 'It may not be read',
  'file-is-folder': 'It is a folder',
  'file-unreadable': 'It cannot be read',

  'source-reading-failed':
    'Reading this source failed ({0}), so nothing is linked or found in it; the others go on. Your notes are safe. Please report it with the log; a change of the text may help.',
  'source-comparing-failed':
    'Comparing this source with the others failed ({0}), so it stands aside; the others go on. Your notes are safe. Please report it with the log; a change of the text may help.',
  'source-findings-failed':
    'Looking for findings in this source failed ({0}); everything else goes on. Please report it with the log.',

  'sidecar-too-large':
    'The sidecar has {0} MB; more than {1} MB are not read, and nothing is written to it. Split it, or export and remove old notes.',
  'sidecar-large':
    'The sidecar has {0} MB. Everything works, but saving takes longer; export and remove old notes if it gets in your way.',
  'sidecar-unreadable':
    'The sidecar cannot be read ({0}), so nothing is written to it. Notes you make are kept in the journal until it can.',
  'sidecar-not-utf8':
    'The sidecar is not UTF-8, so nothing is written to it. Save it as UTF-8, or restore it from a backup.',
  'sidecar-read-only':
    'The sidecar may not be written. {0} unsaved {0|note is|notes are} safe in the journal; make the file writable, and {0|it is|they are} saved.',
  'sidecar-no-space':
    'The disk is full. {0} unsaved {0|note is|notes are} kept in the journal; free some space, and {0|it is|they are} saved.',
  'sidecar-not-written':
    'The sidecar could not be written ({1}). {0} unsaved {0|note is|notes are} kept in the journal, and saving is tried again.',
  'sidecar-deleted': 'The sidecar with its {0} {0|note|notes} was deleted outside. Undo brings {0|it|them} back.',
  'sidecar-followed': 'The notes followed their source, which was called {0} before.',
  'sidecar-not-moved':
    'The sidecar did not follow its renamed source, because it cannot be read whole. Mend it, then rename it to {0}.',
  'authority-too-large': 'The authority file has {0} MB; more than {1} MB are not read, and nothing is written to it.',
  'authority-unreadable':
    'The authority file cannot be read ({0}), so nothing is written to it. Decisions you make are kept in the journal until it can.',
  'authority-not-utf8':
    'The authority file is not UTF-8, so nothing is written to it. Save it as UTF-8, or restore it from a backup.',
  'authority-read-only':
    'The authority file may not be written. Your decisions are safe in the journal; make the file writable, and they are saved.',
  'authority-no-space':
    'The disk is full. Your decisions are kept in the journal; free some space, and they are saved.',
  'authority-not-written':
    'The authority file could not be written ({1}). Your decisions are kept in the journal, and saving is tried again.',
  'authority-conflict':
    '{0} {0|decision was|decisions were} changed elsewhere too. Yours {0|holds|hold}; undo takes the {0|other|others}.',
  'journal-not-written':
    'The journal could not be written ({0}). Notes are saved to their sidecars at once; do not close the window while saving fails.',
  'journal-unreadable':
    '{0} {0|entry of the journal cannot be read and is|entries of the journal cannot be read and are} left aside; everything else goes on. The log names them. Notes that are in their sidecars are not concerned.',

  'operation-annotate': 'Add note',
  'operation-annotate-all': 'Add {0} {0|note|notes}',
  'operation-tag-all': 'Tag {1} {1|place|places} {0}',
  'operation-edit': 'Edit note',
  'operation-reply': 'Reply',
  'operation-resolve': 'Resolve note',
  'operation-reopen': 'Reopen note',
  'operation-remove': 'Delete note',
  'operation-attach': 'Attach note to other words',
  'operation-revert-place': 'Take back where a note was attached',
  'operation-facts': 'Describe source',
  'operation-dismiss': 'Dismiss finding',
  'operation-restore': 'Bring finding back',
  'operation-settle': 'Settle conflict',
  'operation-deleted-outside': 'Sidecar with {0} {0|note|notes} deleted outside',
  'operation-keep': 'Keep “{0}” under an id, for a note',
  'operation-authority-merged': 'Keep {0} of your decisions over others',
  'operation-same': 'Make one of “{0}” and “{1}”',
  'operation-different': 'Keep “{0}” and “{1}” apart',
  'operation-not-its-name': '“{0}” is no name of {1}',
  'operation-split': 'Split “{0}” off “{1}”',
  'operation-rename': 'Rename to “{0}”',
  'operation-type': 'Change the type of “{0}”',
  'operation-no-name': '“{0}” is no name',
  'operation-add-mention': 'Add a mention of “{0}”',
  'operation-sic': 'Mark “{0}” as misspelt in the source',
  'operation-accept': 'Accept the names of “{0}”',
  'operation-link': 'Link “{0}” to {1}',
  'operation-unlink': 'Remove the links of “{0}”',
  'operation-severity': 'Change the severity of “{0}”',
  'operation-drop-suggestion': 'Not suggest “{0}” and “{1}” again',
  'operation-rename-tag': 'Rename #{0} to #{1}',
  'operation-tag': 'Change the codebook entry of #{0}',
  'operation-drop-tag': 'Take #{0} out of the codebook',
  'operation-left-alone':
    '{0} {0|note was changed since and was left as it is|notes were changed since and were left as they are}.',

  'operation-no-source': '{0} is not a source of this folder, so it cannot be annotated.',
  'operation-no-note': 'The note is not there any more.',
  'operation-no-conflict': 'There is nothing left to settle for this note.',
  'operation-bad-tag': '“{0}” cannot be a tag: letters, digits, “_”, “-” and “/” can, with a letter among them.',
  'operation-bad-span': 'The words to be annotated are not in the text: offsets {0} to {1}.',
};
