import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually, useWorkbench, type Workbench } from './workbench.ts';

/** Three persons of one surname, and a source that has the surname alone: nobody but the reader can tell whose it is. */
const FILES: Readonly<Record<string, string>> = {
  'a.txt': 'Ada Okafor came to Port Meridian on Monday. She told the harbour office that Ada Okafor would stay.\n',
  'b.txt': 'Zora Okafor left Port Meridian on Tuesday. Nobody in the office had asked Zora Okafor to stay there.\n',
  'c.txt': 'It was Okafor who had written the letter, the office said on Friday. Okafor denied it the next day.\n',
  'd.txt': 'Byron Lindqvist laughed when he was told of it on Saturday, and went to the harbour with his friends.\n',
};

interface Authority {
  readonly entities?: readonly { readonly id: string; readonly name: string; readonly names?: readonly string[] }[];
  readonly different?: readonly (readonly string[])[];
}

const authorityOf = (ui: Workbench): Authority => JSON.parse(ui.read('apparatus.json')) as Authority;

const row = (ui: Workbench, text: string | RegExp): Locator =>
  ui.page.locator('.pane-body .monaco-list-row', { hasText: text });

/** Opens the views; the count of suggestions lies over the icon, and takes the click for it. */
const trees = async (ui: Workbench): Promise<void> => {
  const icon = ui.page.locator('.activitybar .action-label[aria-label^="Apparatus"]');
  if (!(await ui.page.locator('.pane-header', { hasText: 'Suggestions' }).isVisible()))
    await icon.click({ force: true });
};

describe('decisions: suggestions', () => {
  const workbench = useWorkbench({ files: FILES });

  it('are decided one after the other by keys alone', async () => {
    const { ui } = workbench;
    await ui.open('c.txt');
    await trees(ui);
    const pair = row(ui, 'Okafor = ');
    const focused = ui.page.locator('.pane-body .monaco-list-row.focused.selected', { hasText: ' = ' });
    await ui.press(['Control+K', 'g'], focused);
    await ui.page.waitForTimeout(800);
    await ui.screenshot('suggestions');
    const before = await pair.count();
    const asked: string[] = [];
    // Go on until the lone surname is asked about: it may be either's.
    await eventually('the question about the surname', async () => {
      const text = await focused.first().innerText();
      asked.push(text);
      if (/Okafor = Okafor\?/.test(text)) return true;
      await ui.page.keyboard.press('Space');
      await ui.page.waitForTimeout(300);
      return false;
    });
    await ui.page.keyboard.press('y');
    const { entities = [] } = await eventually('the decision', async () => authorityOf(ui));
    assert.deepEqual(entities[0]?.names, ['Okafor']);
    assert.match(entities[0]?.name ?? '', /^(?:Ada|Zora) Okafor$/);
    await ui.page.waitForTimeout(800);
    await ui.screenshot('suggestion-accepted');
    assert.ok((await pair.count()) < before, asked.join('; '));
  });

  it('are taken back by the same keys as everywhere', async () => {
    const { ui } = workbench;
    const pair = row(ui, /Okafor = Okafor\?/);
    // The list is empty, and VS Code has given the focus to the source.
    await ui.page.keyboard.press('Control+K');
    await ui.page.keyboard.press('Backspace');
    await eventually('the question to come back', async () => (await pair.count()) > 0);
    await eventually('the file to go', async () => !ui.exists('apparatus.json'));
  });
});

describe('decisions: entities', () => {
  const workbench = useWorkbench({ files: FILES, size: { width: 1400, height: 1400 } });

  it('are found by a part of any of their names', async () => {
    const { ui } = workbench;
    await ui.open('a.txt');
    await trees(ui);
    await row(ui, 'Byron Lindqvist').first().waitFor();
    await ui.page.locator('.pane-header', { hasText: 'Entities' }).hover();
    await ui.page.locator('.pane-header .action-label[aria-label^="Filter Entities"]').click();
    const input = ui.page.locator('.quick-input-widget input[type="text"]').first();
    await input.waitFor();
    await input.fill('okaf');
    await ui.page.keyboard.press('Enter');
    await eventually('only those', async () => (await row(ui, 'Byron Lindqvist').count()) === 0);
    await row(ui, 'Zora Okafor').first().waitFor();
    await ui.screenshot('entities-filtered');
    await ui.page.locator('.pane-header .action-label[aria-label^="Clear Filter"]').click();
    await row(ui, 'Byron Lindqvist').first().waitFor();
  });

  it('are one after one is dropped on the other, with a selection and by the menu too', async () => {
    const { ui } = workbench;
    await trees(ui);
    const [ada, zora] = [row(ui, /^Ada Okafor/).first(), row(ui, /^Zora Okafor/).first()];
    await zora.dragTo(ada);
    await eventually('the merged entity', async () => authorityOf(ui).entities?.[0]?.names?.includes('Zora Okafor'));
    await eventually('one of two', async () => (await row(ui, /^Zora Okafor/).count()) === 0);
    await ui.screenshot('entities-merged');
    await ui.command('Apparatus: Undo Last Note or Decision');
    await zora.waitFor();
    await ada.click();
    // The dossier opens beside, and leaves the focus where it was.
    await ui.tab('Ada Okafor.md').waitFor();
    await zora.click({ modifiers: ['Control'] });
    await ui.screenshot('entities-selected');
    await eventually('one of two again', async () => {
      await ui.page.keyboard.press('Control+K');
      await ui.page.keyboard.press('j');
      await ui.page.waitForTimeout(1500);
      return (await row(ui, /^Zora Okafor/).count()) === 0;
    });
  });

  it('are renamed by F2, and the source stays', async () => {
    const { ui } = workbench;
    await ui.command('Apparatus: Undo Last Note or Decision');
    await ui.open('a.txt');
    await ui.caretAt('Ada Okafor would');
    const box = ui.page.locator('.rename-box input, .rename-box .rename-input').first();
    await ui.press(['F2'], box);
    await ui.screenshot('rename');
    await box.fill('Ada N. Okafor');
    await ui.page.keyboard.press('Enter');
    await eventually('the new name', async () => authorityOf(ui).entities?.[0]?.name === 'Ada N. Okafor');
    assert.equal(ui.read('a.txt'), FILES['a.txt']);
  });

  it('are offered as candidates, the likeliest first', async () => {
    const { ui } = workbench;
    await ui.open('c.txt');
    await ui.caretAt('Okafor who');
    await ui.press(['Control+K', 'j'], ui.page.locator('.quick-input-widget .monaco-list-row').first());
    await ui.page.waitForTimeout(300);
    await ui.screenshot('same-as');
    const first = await ui.page.locator('.quick-input-list .monaco-list-row').first().innerText();
    assert.match(first, /Okafor/);
    await ui.page.keyboard.press('Escape');
  });

  it('are completed in a note', async () => {
    const { ui } = workbench;
    await ui.select('letter');
    await ui.press(['Control+K', 'a'], ui.threads.first());
    await ui.page.waitForTimeout(500);
    await ui.page.keyboard.type('Ask @Zor');
    const suggest = ui.page.locator('.suggest-widget .monaco-list-row', { hasText: 'Zora Okafor' });
    await suggest.first().waitFor();
    await ui.screenshot('note-completion');
    await ui.page.keyboard.press('Tab');
    await ui.page.keyboard.press('Control+Enter');
    const link = /"Ask \[Zora Okafor\]\((urn:uuid:[0-9a-f-]{36})\)/;
    await eventually('the note', async () => link.test(ui.read('c.txt.anno.json')));
    const id = link.exec(ui.read('c.txt.anno.json'))?.[1];
    assert.ok(authorityOf(ui).entities?.some((entity) => entity.id === id && entity.name === 'Zora Okafor'));
    await ui.screenshot('note-completed');
  });

  it('are listed with their notes, and lead on by keys', async () => {
    const { ui } = workbench;
    await ui.open('b.txt');
    await ui.caretAt('Zora Okafor');
    await ui.press(['F12'], ui.tab('Zora Okafor.md'));
    const page = ui.page.locator('.editor-group-container.active .view-lines');
    await eventually('the note', async () => /Notes/.test(await page.innerText()));
    await ui.screenshot('dossier-with-note');
    // The first link of the company, by the editor's own command.
    await ui.page.keyboard.press('Control+Home');
    await eventually('the next link to be opened', async () => {
      await ui.page.keyboard.press('Control+F');
      await ui.page.keyboard.type('Port Meridian');
      await ui.page.keyboard.press('Enter');
      await ui.page.keyboard.press('Escape');
      await ui.command('Open Link');
      return await ui
        .tab('Port Meridian.md')
        .waitFor({ timeout: 3000 })
        .then(() => true);
    });
    await ui.screenshot('dossier-of-place');
  });
});
