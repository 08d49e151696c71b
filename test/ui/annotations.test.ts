import assert from 'node:assert/strict';
import { eventually, useWorkbench } from './workbench.ts';

const NAME = 'telegrams.txt';
const TEXT = [
  'The telegrams of Port Meridian',
  '',
  'Ada Lovelace wrote to Port Meridian last Monday. General Okafor answered her letter the next day, and nobody in the harbour was surprised.',
  '',
  '“The engine is not a toy,” she told him, and asked for three more weeks.',
  '',
].join('\n');
const CODEBOOK = {
  version: 1,
  tags: [
    { name: '#rank', color: '#d55e00', definition: 'Who has which rank' },
    { name: '#place', color: '#0072b2' },
    { name: '#harbour', parent: '#place' },
  ],
};

/** A sidecar with one note, as two branches left it. */
function conflicted(source: string): string {
  const item = (body: string): string[] => [
    '      "type": "Annotation", "motivation": "commenting",',
    `      "body": [{ "type": "TextualBody", "purpose": "commenting", "format": "text/markdown", "value": "${body}" }],`,
  ];
  return [
    '{',
    '  "@context": ["http://www.w3.org/ns/anno.jsonld", { "apparatus": "urn:uuid:6f0c3d1e-57a4-4b0e-9a56-2f1d7c8e4b93#" }],',
    `  "id": "${source}.anno.json", "type": "AnnotationPage", "apparatus:version": 1,`,
    '  "items": [',
    '    { "id": "urn:uuid:00000000-0000-4000-8000-000000000001",',
    '<<<<<<< HEAD',
    ...item('He is the **younger** brother.'),
    '=======',
    ...item('He is the **elder** brother, as his letters show.'),
    '>>>>>>> theirs',
    `      "target": { "type": "SpecificResource", "source": "${source}", "selector": { "type": "TextQuoteSelector", "prefix": "Monday. ", "exact": "General Okafor", "suffix": " answered her letter the next day" } } }`,
    '  ]',
    '}',
    '',
  ].join('\n');
}

describe('work with notes', () => {
  const workbench = useWorkbench({ files: { [NAME]: TEXT, 'apparatus.json': JSON.stringify(CODEBOOK) } });
  const saved = (wanted: RegExp) =>
    eventually(
      String(wanted),
      async () => workbench.ui.exists(`${NAME}.anno.json`) && wanted.test(workbench.ui.read(`${NAME}.anno.json`)),
    );

  /** Runs a command that asks, and answers it. */
  async function answer(command: string, title: string, text: string): Promise<void> {
    const { page } = workbench.ui;
    const input = page.locator('.quick-input-widget input[type="text"]').first();
    await workbench.ui.press(['F1'], input);
    await input.fill(`>${command}`);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: title }).waitFor();
    await input.fill(text);
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
  }

  it('tags words by a list, by number, and once more', async () => {
    const { ui } = workbench;
    await ui.open(NAME);
    await ui.select('General Okafor');
    const input = ui.page.locator('.quick-input-widget input').first();
    await ui.press(['Control+K', 't'], input);
    await ui.page.waitForTimeout(500);
    await ui.screenshot('tag-list');
    await ui.page.keyboard.type('rank');
    await ui.page.keyboard.press('Enter');
    await saved(/"value": "rank"/);
    await ui.select('Port Meridian last');
    await ui.page.keyboard.press('Control+K');
    await ui.page.keyboard.press('2');
    await saved(/"value": "place"/);
    await ui.select('harbour');
    await ui.page.keyboard.press("Control+'");
    await eventually(
      'the tag once more',
      async () => ui.read(`${NAME}.anno.json`).split('"value": "place"').length === 3,
    );
    // Overlapping and nested.
    await ui.select('Ada Lovelace wrote to Port Meridian');
    await ui.page.keyboard.press('Control+K');
    await ui.page.keyboard.press('1');
    await eventually(
      'the overlapping tag',
      async () => ui.read(`${NAME}.anno.json`).split('"value": "rank"').length === 3,
    );
    await ui.page.keyboard.press('ControlOrMeta+Home');
    await ui.page.waitForTimeout(1000);
    await ui.screenshot('tag-colours');
    assert.equal(ui.read(NAME), TEXT);
  });

  it('asks once for the name that notes carry', async () => {
    const { ui } = workbench;
    await ui.command('Notifications: Show Notifications');
    const asked = ui.page.locator('.notifications-center .notification-list-item', { hasText: 'carry no name' });
    await asked.first().waitFor();
    await asked.first().hover();
    await asked.first().locator('.monaco-button', { hasText: 'Give a Name' }).first().click();
    await ui.page.locator('.quick-input-title', { hasText: 'Your name' }).waitFor();
    await ui.page.keyboard.type('Grace of Port Meridian');
    await ui.page.keyboard.press('Enter');
    await eventually('the next note to carry it', async () => {
      await ui.select('engine');
      await ui.page.keyboard.press('Control+K');
      await ui.page.keyboard.press('h');
      await ui.page.waitForTimeout(1500);
      return ui.read(`${NAME}.anno.json`).includes('"name": "Grace of Port Meridian"');
    });
  });

  it('gives a tag a colour in the codebook', async () => {
    const { ui } = workbench;
    await ui.open(NAME);
    await answer('Apparatus: Change Codebook of Tags…', 'Codebook', '#harbour');
    await ui.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Kind of' }).waitFor();
    await ui.screenshot('codebook');
    await ui.page.keyboard.type('Colour');
    await ui.page.keyboard.press('Enter');
    await ui.page.locator('.quick-input-list .monaco-list-row', { hasText: 'vermilion' }).waitFor();
    await ui.page.keyboard.type('purple');
    await ui.page.waitForTimeout(300);
    await ui.page.keyboard.press('Enter');
    await eventually('the colour', async () =>
      /"#harbour",\s+"color": "#cc79a7",\s+"parent": "#place"/.test(ui.read('apparatus.json')),
    );
  });

  it('defines a tag, makes it a kind of another and takes it out of the codebook, each undone', async () => {
    const { ui } = workbench;
    const { page } = ui;
    await ui.open(NAME);
    const before = ui.read('apparatus.json');
    /** Chooses what is changed about the tag, and goes on with what is asked then. */
    const change = async (tag: string, what: string): Promise<void> => {
      await answer('Apparatus: Change Codebook of Tags…', 'Codebook', tag);
      await page.locator('.quick-input-title', { hasText: tag }).waitFor();
      await page.locator('.quick-input-list .monaco-list-row', { hasText: what }).waitFor();
      await page.keyboard.type(what);
      await page.waitForTimeout(300);
      await page.keyboard.press('Enter');
    };
    const becomes = (wanted: RegExp) =>
      eventually(String(wanted), async () => wanted.test(JSON.stringify(JSON.parse(ui.read('apparatus.json')))));
    const undone = async (): Promise<void> => {
      await ui.command('Apparatus: Undo Last Note or Decision');
      await eventually('the codebook as it was', async () => ui.read('apparatus.json') === before);
    };
    await change('#place', 'Definition');
    await page.locator('.quick-input-message', { hasText: 'What it means' }).waitFor();
    await page.keyboard.type('Where something happens');
    await ui.screenshot('codebook-definition');
    await page.keyboard.press('Enter');
    await becomes(/"name":"#place"[^}]*"definition":"Where something happens"/);
    await undone();
    await change('#rank', 'Kind of');
    await page.locator('.quick-input-title', { hasText: 'is a kind of' }).waitFor();
    await page.keyboard.type('#place');
    await page.waitForTimeout(300);
    await ui.screenshot('codebook-parent');
    await page.keyboard.press('Enter');
    await becomes(/"name":"#rank"[^}]*"parent":"#place"/);
    await undone();
    await change('#harbour', 'Take out');
    await eventually('the codebook without it', async () => !ui.read('apparatus.json').includes('"#harbour"'));
    await ui.screenshot('codebook-dropped');
    await undone();
  });

  it('lists notes by tag, and finds words in them', async () => {
    const { ui } = workbench;
    await ui.page.locator('.activitybar .action-label[aria-label^="Apparatus"]').click();
    await ui.page.locator('.pane-header[aria-label^="Notes"]').first().click();
    await answer('Apparatus: Gather Notes by…', 'Gather notes by', 'Tag');
    await answer('Apparatus: Search Notes…', 'Show notes with', 'okafor');
    const notes = ui.page.locator('.pane', { has: ui.page.locator('.pane-header[aria-label^="Notes"]') });
    await notes.locator('.monaco-list-row', { hasText: 'General Okafor' }).waitFor();
    await notes.locator('.monaco-list-row', { hasText: 'harbour' }).waitFor({ state: 'detached' });
    await ui.page.waitForTimeout(1000);
    await ui.screenshot('notes-by-tag');
    await ui.command('Apparatus: Show All Notes');
  });

  it('exports notes by keys, and tells how many went where', async () => {
    const { ui } = workbench;
    const { page } = ui;
    await ui.open(NAME);
    await answer('Apparatus: Export Notes…', 'Export as', 'Markdown');
    await page.locator('.quick-input-title', { hasText: 'Whose notes?' }).waitFor();
    await page.keyboard.press('Enter');
    const input = page.locator('.quick-input-widget input[type="text"]').first();
    const proposed = await eventually('the dialog', async () => {
      const value = await input.inputValue();
      return value.endsWith('.md') && value;
    });
    assert.match(proposed, /\/Notes\.md$/);
    await ui.screenshot('export-dialog');
    await input.fill(`${ui.folder}/exported.md`);
    await page.waitForTimeout(500);
    await page.keyboard.press('Enter');
    await ui.command('Notifications: Show Notifications');
    const told = page.locator('.notifications-center .notification-list-item', { hasText: 'Exported to' });
    await told.first().waitFor();
    assert.match(await told.first().innerText(), /exported\.md: \d+ notes\./);
    await ui.screenshot('export-told');
    await told.first().hover();
    await told.first().locator('.monaco-button', { hasText: 'Open' }).first().click();
    await ui.editor.locator('.view-line', { hasText: 'Exported' }).first().waitFor();
    await ui.screenshot('export-opened');
    assert.match(ui.read('exported.md'), /## telegrams\.txt/);
  });

  it('undoes and does again by keys', async () => {
    const { ui } = workbench;
    await ui.open(NAME);
    const before = ui.read(`${NAME}.anno.json`);
    await ui.select('three more weeks');
    await ui.page.keyboard.press('Control+K');
    await ui.page.keyboard.press('h');
    await saved(/"exact": "three more weeks"/);
    await ui.page.keyboard.press('Control+K');
    await ui.page.keyboard.press('Backspace');
    await eventually('what was there', async () => ui.read(`${NAME}.anno.json`) === before);
    await ui.page.keyboard.press('Control+K');
    await ui.page.keyboard.press('Shift+Backspace');
    await saved(/"exact": "three more weeks"/);
    await ui.page.keyboard.press('Control+K');
    await ui.page.keyboard.press('Backspace');
    await eventually('what was there', async () => ui.read(`${NAME}.anno.json`) === before);
  });

  it('describes a source, with dates checked as they are typed', async () => {
    const { ui } = workbench;
    await ui.open(NAME);
    await ui.caretAt('Ada');
    await ui.press(['Control+K', 'i'], ui.page.locator('.quick-input-title', { hasText: 'Describe' }));
    await ui.page.keyboard.type('Date');
    await ui.page.keyboard.press('Enter');
    await ui.page.waitForTimeout(300);
    await ui.page.keyboard.type('March 7');
    await ui.page.locator('.quick-input-message', { hasText: '2026-03-07' }).waitFor();
    await ui.screenshot('describe-invalid');
    await ui.page.keyboard.press('ControlOrMeta+A');
    await ui.page.keyboard.type('2031-05-14');
    await ui.page.keyboard.press('Enter');
    await saved(/2031-05-14/);
    await ui.page.waitForTimeout(500);
    await ui.screenshot('describe-list');
    await ui.page.keyboard.press('Escape');
  });

  it('tells what became of notes when a source was changed outside', async () => {
    const { ui } = workbench;
    await ui.command('View: Close All Editors');
    ui.write(
      NAME,
      TEXT.replace(
        /General Okafor answered her letter the next day/,
        'A reply reached her from the younger of the two brothers a week later',
      ),
    );
    await ui.command('Notifications: Show Notifications');
    const told = ui.page.locator('.notifications-center .notification-list-item', { hasText: 'has changed' });
    await told.first().waitFor();
    assert.match(await told.first().innerText(), /not found|need/);
    await ui.screenshot('source-changed');
    await told.first().hover();
    await told.first().locator('.monaco-button', { hasText: 'Go Through Them' }).first().click();
    await ui.editor.locator('.view-line').first().waitFor();
    await ui.page.waitForTimeout(1000);
    await ui.screenshot('source-changed-note');
    ui.write(NAME, TEXT);
  });

  it('differ by tag in high contrast too', async () => {
    const { ui } = workbench;
    await ui.open(NAME);
    await ui.page.keyboard.press('Control+K');
    await ui.page.keyboard.press('Control+T');
    await ui.page.locator('.quick-input-widget input').first().fill('Dark High Contrast');
    await ui.page.waitForTimeout(500);
    await ui.page.keyboard.press('Enter');
    await ui.page.locator('.monaco-workbench.hc-black').waitFor();
    await ui.page.waitForTimeout(1500);
    await ui.screenshot('tag-high-contrast');
  });
});

describe('notes in danger', () => {
  const [source, newer] = ['minutes.txt', 'minutes-corrected.ocr'];
  const corrected = `PORT MERIDIAN, 14 May\n\n${TEXT.replace('answered her letter', 'replied to her').replace('three more weeks', 'a month')}`;
  const workbench = useWorkbench({
    files: { [source]: TEXT, [`${source}.anno.json`]: conflicted(source), [newer]: corrected },
  });

  it('are shown side by side where two have changed one, and settled', async () => {
    const { ui } = workbench;
    await ui.open(source);
    await ui.press(['F1'], ui.page.locator('.quick-input-widget input[type="text"]').first());
    await ui.page.keyboard.type('Apparatus: Settle Notes in Conflict');
    await ui.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Settle Notes in Conflict' })
      .first()
      .waitFor();
    await ui.page.keyboard.press('Enter');
    await ui.page.locator('.monaco-diff-editor .view-line', { hasText: 'elder' }).first().waitFor();
    await ui.page.waitForTimeout(1000);
    await ui.screenshot('note-conflict');
    await ui.page.locator('.editor-actions .action-label[aria-label^="Keep Both"]').first().click();
    await eventually('both notes in a sidecar without markers', async () => {
      const text = ui.read(`${source}.anno.json`);
      return !text.includes('<<<<<<<') && text.includes('younger') && text.includes('elder');
    });
  });

  it('are looked at before a source is replaced', async () => {
    const { ui } = workbench;
    await ui.command('View: Close All Editors');
    await ui.open(source);
    await ui.select('three more weeks');
    await ui.page.keyboard.press('Control+K');
    await ui.page.keyboard.press('h');
    await eventually('the highlight', async () => ui.read(`${source}.anno.json`).includes('three more weeks'));
    await ui.press(['F1'], ui.page.locator('.quick-input-widget input[type="text"]').first());
    await ui.page.keyboard.type('Apparatus: Preview a New Version of This Source');
    await ui.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Preview a New Version' }).first().waitFor();
    await ui.page.keyboard.press('Enter');
    // The server's simple file dialog is a quick input too.
    const input = ui.page.locator('.quick-input-widget input[type="text"]').first();
    await eventually('the dialog', async () => (await input.inputValue()).includes('/'));
    await input.fill(`${ui.folder}/${newer}`);
    await ui.page.waitForTimeout(500);
    await ui.page.keyboard.press('Enter');
    await ui.page
      .locator('.view-line', { hasText: /If.minutes\.txt.were/ })
      .first()
      .waitFor();
    await ui.page.waitForTimeout(500);
    await ui.screenshot('note-preview');
    assert.equal(ui.read(source), TEXT);
  });
});
