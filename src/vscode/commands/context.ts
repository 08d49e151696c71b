import { commands, Range, window, type Disposable, type TextDocument, type TextEditor } from 'vscode';
import { OperationError, type Session } from '../../session/index.ts';
import type { Sessions } from '../sessions.ts';
import { sentence } from '../texts/sentences.ts';

/** The active editor, if it shows a source. */
export interface ActiveSource {
  readonly editor: TextEditor;
  readonly session: Session;
  readonly key: string;
}

export function activeSource(sessions: Sessions): ActiveSource | undefined {
  const editor = window.activeTextEditor;
  const found = editor && sessions.source(editor.document.uri);
  return editor && found && { editor, ...found };
}

/** What is selected; with nothing selected, the word at the cursor. */
export function selectedRange({ document, selection }: Pick<TextEditor, 'document' | 'selection'>): Range | undefined {
  return selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : trimmed(document, selection);
}

/** The same for each cursor; each range once. */
export function selectedRanges({ document, selections }: TextEditor): readonly Range[] {
  const ranges = selections.map((selection) => selectedRange({ document, selection }));
  return ranges.filter(
    (range, at) => range !== undefined && ranges.findIndex((other) => other?.isEqual(range)) === at,
  ) as Range[];
}

/** Without white space at its ends: nobody means to annotate it, and a line break there would draw a box over two lines. */
function trimmed(document: TextDocument, range: Range): Range | undefined {
  const text = document.getText(range);
  const start = document.offsetAt(range.start) + (text.length - text.trimStart().length);
  const end = document.offsetAt(range.end) - (text.length - text.trimEnd().length);
  return start < end ? new Range(document.positionAt(start), document.positionAt(end)) : undefined;
}

/** Registers a command. A refused operation is told in its own words; everything else is a fault, and VS Code reports it. */
export function register(command: string, run: (...args: never[]) => unknown): Disposable {
  return commands.registerCommand(command, async (...args: never[]) => {
    try {
      return await run(...args);
    } catch (error) {
      if (!(error instanceof OperationError)) throw error;
      void window.showErrorMessage(sentence(error.reason));
      return undefined;
    }
  });
}
