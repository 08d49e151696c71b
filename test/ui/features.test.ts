import assert from 'node:assert/strict';
import { eventually, useWorkbench } from './workbench.ts';

const HERALD = 'meridian-herald.txt';
const POST = 'harbour-post.txt';

const files = {
  [HERALD]: [
    'PORT MERIDIAN, 7 March 2025 — Engineer Ada Lovelace opened the new lighthouse in Port Meridian on Thursday.',
    '',
    '“The light will burn every night of the year,” Lovelace said.',
    '',
    'Lovelace thanked Amara Okafor, the mayor of Port Meridian. Okafor had asked for the lighthouse.',
    '',
  ].join('\n'),
  [POST]: [
    'PORT MERIDIAN, 8 March 2025 — A lighthouse was opened in Port Meridian on March 6 by the engineer Ada Lovelace.',
    '',
    '“The light will burn each night of the year,” said Lovelace, who lives in London.',
    '',
    'Mayor Amara Okafor was there. “We waited long, Okafor said.',
    '',
  ].join('\n'),
};

describe('features in the editor', () => {
  const workbench = useWorkbench({ files });

  it('tell what a name is, in a hover', async () => {
    const { ui } = workbench;
    await ui.open(HERALD);
    // The gutter for notes comes with the first reading and moves the text to the right.
    await ui.editor.locator('.comment-range-glyph').first().waitFor({ state: 'attached' });
    const said = await ui.hover('Lovelace', { occurrence: 1, matching: /mentions/ });
    assert.match(said, /Ada Lovelace/);
    await ui.screenshot('hover-name');
  });

  it('tell what a date is', async () => {
    const { ui } = workbench;
    assert.match(await ui.hover('Thursday', { matching: /2025-03-06/ }), /7 March|2025-03-07/);
    await ui.screenshot('hover-date');
  });

  it('tell who is quoted and where else', async () => {
    const { ui } = workbench;
    assert.match(await ui.hover('burn every', { matching: /Quotation/ }), /harbour-post\.txt/);
    await ui.screenshot('hover-quotation');
  });

  it('open one tab on Ctrl+click, the dossier', async () => {
    const { ui } = workbench;
    const before = await ui.tabs();
    await ui.followLink('Lovelace', 1);
    await eventually('the dossier', async () => (await ui.activeTab()) === 'Ada Lovelace.md');
    await ui.page.waitForTimeout(1000);
    assert.deepEqual([...(await ui.tabs())].sort(), [...before, 'Ada Lovelace.md'].sort());
    await ui.screenshot('dossier');
  });

  it('underline findings', async () => {
    const { ui } = workbench;
    await ui.open(POST);
    assert.ok((await ui.squiggles('warning')) > 0);
    await ui.problems((rows) => rows.some((row) => row.includes('apparatus')));
    await ui.screenshot('findings');
  });

  it('show sources, entities and findings as trees', async () => {
    const { ui } = workbench;
    await ui.command('View: Toggle Panel Visibility');
    await ui.page.locator('.activitybar .action-label[aria-label^="Apparatus"]').click();
    await ui.page.locator('.pane-body .monaco-list-row', { hasText: 'Ada Lovelace' }).first().waitFor();
    await ui.page.locator('.pane-body .monaco-list-row', { hasText: 'quotation-marks' }).first().waitFor();
    await ui.page.waitForTimeout(700);
    await ui.screenshot('trees');
  });

  it('say what was read and why', async () => {
    const { ui } = workbench;
    await ui.command('Apparatus: Show What Was Read and Why');
    await eventually('the status', async () => (await ui.activeTab()) === 'Apparatus.md');
    await ui.page.waitForTimeout(500);
    await ui.screenshot('status');
  });
});
