import assert from 'node:assert/strict';
import { eventually, useWorkbench } from './workbench.ts';

const NAME = 'letters.txt';
const TEXT = [
  'The letters of Port Meridian',
  '',
  'Ada Lovelace wrote to Port Meridian on Monday. General Okafor answered her letter the next day.',
  '',
  '“The engine is not a toy,” she told him, and asked for three more weeks.',
  '',
].join('\n');

describe('notes in the editor', () => {
  const workbench = useWorkbench({ files: { [NAME]: TEXT } });

  it('open a thread on the selection, by one key', async () => {
    const { ui } = workbench;
    await ui.open(NAME);
    await ui.select('General Okafor');
    await ui.press(['Control+K', 'a'], ui.threads.first());
    await ui.page.waitForTimeout(500);
    await ui.screenshot('note-writing');
    await ui.page.keyboard.type('Which **Okafor**? There are two. #identity');
    await ui.screenshot('note-written');
    await ui.page.keyboard.press('Control+Enter');
    await eventually('the sidecar', async () => ui.exists(`${NAME}.anno.json`));
    await ui.page.waitForTimeout(1000);
    await ui.screenshot('note-saved');
    assert.equal(ui.read(NAME), TEXT);
  });

  it('are answered, rewritten and resolved in their thread', async () => {
    const { ui } = workbench;
    const sidecar = (wanted: RegExp) =>
      eventually(String(wanted), async () => wanted.test(ui.read(`${NAME}.anno.json`)));
    const thread = ui.threads.first();
    await thread.getByText('Reply…').click();
    await ui.page.keyboard.type('The younger one, as it seems.');
    await thread
      .locator('.monaco-button:visible', { hasText: /^Reply$/ })
      .last()
      .click();
    await sidecar(/The younger one/);
    await thread.locator('.review-comment', { hasText: 'There are two' }).hover();
    await thread.locator('.action-label[aria-label^="Edit"]').first().click();
    await thread.locator('.edit-container .view-lines').click();
    await ui.page.keyboard.press('ControlOrMeta+End');
    await ui.page.keyboard.type(' #two');
    await thread
      .locator('.monaco-button:visible', { hasText: /^Save$/ })
      .first()
      .click();
    await sidecar(/"value": "two"/);
    await ui.page.waitForTimeout(500);
    await ui.screenshot('note-answered');
    await thread.locator('.action-label[aria-label^="Resolve"]').first().click();
    await sidecar(/"apparatus:status": "resolved"/);
  });

  it('are there again after a reload', async () => {
    const { ui } = workbench;
    await ui.reload();
    await ui.editor.locator('.view-line').first().waitFor();
    await ui.page.waitForTimeout(1000);
    const said = await ui.hover('Okafor', { matching: /There are two/ });
    assert.match(said, /#identity/);
    await ui.screenshot('note-after-reload');
  });

  it('are listed with their old words when those are gone', async () => {
    const { ui } = workbench;
    await ui.command('View: Close All Editors');
    ui.write(
      NAME,
      TEXT.replace(/Ada Lovelace wrote.*/, 'Nobody wrote for months, and the harbour was closed to all ships.'),
    );
    await ui.page.locator('.activitybar .action-label[aria-label^="Apparatus"]').click();
    const lost = ui.page.locator('.pane-body .monaco-list-row', { hasText: 'Needs a look' });
    await lost.waitFor();
    const note = ui.page.locator('.pane-body .monaco-list-row', { hasText: 'not found' });
    await note.first().waitFor();
    assert.match(await note.first().innerText(), /General Okafor/);
    await note.first().click();
    await ui.threads.first().waitFor();
    await ui.page.waitForTimeout(500);
    await ui.screenshot('note-orphaned');
  });

  it('are told apart in high contrast too', async () => {
    const { ui } = workbench;
    ui.write(NAME, TEXT);
    await ui.open(NAME);
    await ui.page.keyboard.press('Control+K');
    await ui.page.keyboard.press('Control+T');
    await ui.page.locator('.quick-input-widget input').first().fill('Dark High Contrast');
    await ui.page.waitForTimeout(500);
    await ui.page.keyboard.press('Enter');
    await ui.page.locator('.monaco-workbench.hc-black').waitFor();
    await ui.page.waitForTimeout(1500);
    await ui.screenshot('note-high-contrast');
  });
});

describe('a sidecar that cannot be read', () => {
  const broken = '{ "@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [';
  const workbench = useWorkbench({ files: { [NAME]: TEXT, [`${NAME}.anno.json`]: broken } });

  it('is told about, with what to do, and left as it is', async () => {
    const { ui } = workbench;
    await ui.open(NAME);
    // The message goes by itself after a while; the list keeps it, as Problems does.
    await ui.command('Notifications: Show Notifications');
    const told = ui.page.locator('.notifications-center .notification-list-item-message', { hasText: 'JSON' });
    await told.first().waitFor();
    await ui.problems((rows) => rows.some((row) => row.includes('sidecar-')));
    await ui.screenshot('sidecar-broken');
    assert.equal(ui.read(`${NAME}.anno.json`), broken);
  });
});
