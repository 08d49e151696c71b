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
    await ui.page.keyboard.press('Control+K');
    await ui.page.keyboard.press('a');
    await ui.threads.first().waitFor();
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

  it('are there again after a reload', async () => {
    const { ui } = workbench;
    await ui.reload();
    const said = await ui.hover('Okafor', { matching: /There are two/ });
    assert.match(said, /#identity/);
    await ui.screenshot('note-after-reload');
  });
});
