/** Every step with notes, single and of many at once: undone, done again, and there after everything is read anew. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverText, rangeOf, readFile, until, writeFile } from './helpers.ts';
import { content, items, name, saved, tagsOf, useNotedSource, type Item } from './notedSource.ts';
import { leave, openRead, run, select } from './sources.ts';

const isGone = (): Promise<boolean> =>
  items().then(
    () => false,
    () => true,
  );

/** Selects the first two places of some words. */
async function selectBoth(editor: vscode.TextEditor, words: string): Promise<void> {
  await select(editor, words);
  editor.selections = [0, 1].map((at) => {
    const { start, end } = rangeOf(editor.document, words, at);
    return new vscode.Selection(start, end);
  });
}

describe('steps with notes', () => {
  useNotedSource('steps');

  it('keeps overlapping, nested and identical spans apart, through undo, redo and a reload', async () => {
    const editor = await openRead(name);
    const spans = [
      'Ada Lovelace wrote to Port Meridian',
      'Port Meridian',
      'Port Meridian',
      'Port Meridian last Monday',
    ];
    for (const [at, words] of spans.entries()) {
      await select(editor, words);
      await run('question', `Question ${at}`);
    }
    const said = (all: readonly Item[]): string[] => all.flatMap(({ body = [] }) => body[0]?.value ?? []).sort();
    const all = ['Question 0', 'Question 1', 'Question 2', 'Question 3'];
    assert.deepEqual(said(await saved('four questions', (each) => each.length === 4)), all);
    for (let left = 3; left >= 2; left -= 1) {
      await run('undo');
      await saved(`${left} questions`, (each) => each.length === left);
    }
    await run('reload');
    await openRead(name);
    for (let there = 3; there <= 4; there += 1) {
      await run('redo');
      await saved(`${there} questions`, (each) => each.length === there);
    }
    const at = rangeOf(editor.document, 'Meridian').start;
    const hover = await until('all in the hover', async () => {
      const text = await hoverText(editor.document.uri, at);
      return all.every((each) => text.includes(each)) ? text : undefined;
    });
    assert.equal(hover.split('Question').length - 1, 4);
    assert.equal(await readFile(name), content);
  });

  it('tags at every cursor what was tagged before, undone as one', async () => {
    const editor = await openRead(name);
    await selectBoth(editor, 'Port Meridian');
    const each = (wanted: string) => (all: readonly Item[]) =>
      all.length === 2 && all.every((item) => tagsOf(item).join(' ') === wanted);
    await run('tag', ['harbour']);
    await saved('two tags', each('harbour'));
    await run('tag', ['town']);
    await saved('two more', each('harbour town'));
    await run('undo');
    await saved('two tags again', each('harbour'));
    await run('redo');
    await saved('two more again', each('harbour town'));
  });

  it('highlights at every cursor, undone as one', async () => {
    const editor = await openRead(name);
    await selectBoth(editor, 'Port Meridian');
    await run('highlight');
    const all = await saved('two highlights', (each) => each.length === 2);
    assert.ok(all.every(({ motivation }) => motivation === 'highlighting'));
    await run('undo');
    await until('the sidecar to go', isGone);
  });

  it('answers, resolves and reopens the note at the cursor, each undone, done again and read anew', async () => {
    const editor = await openRead(name);
    await select(editor, 'General Okafor');
    await run('question', 'Which one?');
    await run('replyToNote', 'The **younger** one.');
    const replied = (all: readonly Item[]) => all.some(({ motivation }) => motivation === 'replying');
    const isResolved = (all: readonly Item[]) => JSON.stringify(all).includes('"apparatus:status":"resolved"');
    await saved('the reply', replied);
    await run('undo');
    await saved('no reply', (all) => all.length === 1);
    await run('redo');
    await saved('the reply again', replied);
    await run('resolveNote');
    await saved('resolved', isResolved);
    await run('undo');
    await saved('open', (all) => !isResolved(all));
    await run('redo');
    await saved('resolved again', isResolved);
    await run('reload');
    await openRead(name);
    await until('the reply in the hover', async () =>
      /younger/.test(await hoverText(editor.document.uri, rangeOf(editor.document, 'Okafor').start)),
    );
    await select(editor, 'General Okafor');
    await run('resolveNote');
    await saved('open again', (all) => !isResolved(all) && replied(all));
    await run('undo');
    await saved('resolved, from before the reload', isResolved);
  });

  it('writes about a source as a whole, undone, done again and read anew', async () => {
    const { document } = await openRead(name);
    const controller = vscode.comments.createCommentController('suite', 'Suite');
    const thread = controller.createCommentThread(document.uri, undefined as unknown as vscode.Range, []);
    await run('createNote', { thread, text: 'Copied by hand. #provenance' });
    controller.dispose();
    const [item] = await saved('the note', (all) => all.length === 1);
    assert.ok(item && !/selector/.test(JSON.stringify(item.target)), JSON.stringify(item));
    assert.deepEqual(tagsOf(item), ['provenance']);
    await run('undo');
    await until('the sidecar to go', isGone);
    await run('redo');
    await saved('the note again', (all) => all[0]?.id === item.id);
    await run('reload');
    await openRead(name);
    await select(vscode.window.activeTextEditor!, 'General Okafor');
    await run('tag', ['person']);
    await saved('both notes', (all) => all.length === 2 && all.some(({ id }) => id === item.id));
  });

  it('links words of two sources, undone, done again and read anew', async () => {
    const other = `other-${name}`;
    await writeFile(other, `The harbour of Port Meridian lay open to the south. ${name} was written there.\n`);
    try {
      const there = await openRead(other);
      await select(there, 'harbour of Port Meridian');
      await run('linkSpans');
      const editor = await openRead(name);
      await select(editor, 'Port Meridian');
      await run('linkSpans');
      const links = async (): Promise<readonly Item[]> =>
        (JSON.parse(await readFile(`${other}.anno.json`)) as { items: readonly Item[] }).items;
      const gone = (): Promise<boolean> =>
        links().then(
          () => false,
          () => true,
        );
      await until('the link', async () => (await links()).length === 1);
      assert.match(JSON.stringify(await links()), new RegExp(`"source":"${name}"[^]*"exact":"Port Meridian"`));
      await run('undo');
      await until('the link to go', gone);
      await run('redo');
      await until('the link again', async () => (await links()).length === 1);
      await run('reload');
      const shown = (): string => vscode.window.activeTextEditor?.document.uri.path.split('/').at(-1) ?? '';
      await select(await openRead(name), 'Port Meridian');
      await until('the end in the other source', async () => {
        await run('followLink');
        return shown() === other;
      });
      await run('followLink');
      await until('the end in the first source', () => shown() === name);
    } finally {
      await leave(`${other}.anno.json`, other);
    }
  });
});
