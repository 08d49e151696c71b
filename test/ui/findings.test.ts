import assert from 'node:assert/strict';
import { CANNERY, HERALD, POST } from '../cannery.ts';
import { eventually, useWorkbench } from './workbench.ts';

describe('findings in the editor', () => {
  const workbench = useWorkbench({
    files: CANNERY,
    settings: { 'apparatus.sources.include': ['cannery-*.txt'] },
    size: { width: 1500, height: 950 },
  });
  const rows = (text: string | RegExp) =>
    workbench.ui.page.locator('.pane-body .monaco-list-row:visible', { hasText: text });
  const sidecar = (wanted: RegExp) =>
    eventually(String(wanted), async () => {
      const { ui } = workbench;
      return ui.exists(`${HERALD}.anno.json`) && wanted.test(ui.read(`${HERALD}.anno.json`));
    });
  /** Runs a command that asks with a quick pick, and takes the choice that has this text. */
  const commandWith = async (title: string, text: string, picture?: string): Promise<void> => {
    const { ui } = workbench;
    const choices = ui.page.locator('.quick-input-list .monaco-list-row');
    const input = ui.page.locator('.quick-input-widget input[type="text"]').first();
    await eventually('the palette', async () => {
      await ui.page.keyboard.press('F1');
      return await input.waitFor({ timeout: 2000 }).then(() => true);
    });
    await input.fill(`>${title}`);
    await choices.filter({ hasText: title }).first().click();
    await choices.filter({ hasText: text }).first().waitFor();
    if (picture) await ui.screenshot(picture);
    await choices.filter({ hasText: text }).first().click();
  };
  /** The findings fill the side bar. */
  const showTree = async (): Promise<void> => {
    const { ui } = workbench;
    await ui.command('Apparatus: Focus on Findings View');
    await ui.page.locator('.pane-header[aria-label^="Findings"]').waitFor();
    for (const title of ['Entities', 'Suggestions', 'Notes']) {
      const header = ui.page.locator(`.pane-header.expanded[aria-label^="${title}"]`);
      if (await header.isVisible()) await header.click();
    }
  };

  it('offer quick fixes', async () => {
    const { ui } = workbench;
    await ui.open(HERALD);
    await ui.squiggles('warning');
    await ui.caretAt('51 boats');
    const menu = ui.page.locator('.action-widget');
    await ui.command('Quick Fix...');
    await menu.getByText('Go to the other side of “figure-conflict”: cannery-post.txt:1').waitFor();
    await ui.page.waitForTimeout(300);
    await ui.screenshot('findings-quick-fixes');
    await menu.getByText('Dismiss “figure-conflict” with a reason…').click();
    await ui.page.locator('.quick-input-widget input[type="text"]').first().fill('One counts moored boats only');
    await ui.page.waitForTimeout(300);
    await ui.screenshot('findings-dismiss');
    await ui.page.keyboard.press('Enter');
    await sidecar(/moored boats only/);
  });

  it('are listed by rule, with what was dismissed last', async () => {
    const { ui } = workbench;
    await showTree();
    await rows('quotation-variant').first().waitFor();
    const count = ui.page.locator('.pane-header[aria-label^="Findings"] .description');
    await eventually('a number without sides', async () => (await count.innerText()) === '2 findings');
    await rows('Dismissed').first().click();
    await rows('moored boats only').first().waitFor();
    await ui.page.waitForTimeout(500);
    await ui.screenshot('findings-by-rule');
    const label = await rows('quotation-variant').first().getAttribute('aria-label');
    assert.match(label ?? '', /findings?: /);
  });

  it('go stale visibly when their words change, and fresh again when they come back', async () => {
    const { ui } = workbench;
    ui.write(HERALD, CANNERY[HERALD].replace('51 boats', '52 boats'));
    await rows('stale: the words changed').first().waitFor();
    await rows('figure-conflict').first().waitFor();
    await ui.page.waitForTimeout(500);
    await ui.screenshot('findings-stale');
    ui.write(HERALD, CANNERY[HERALD]);
    await rows('figure-conflict').first().waitFor({ state: 'hidden' });
  });

  it('are brought back from the list', async () => {
    await commandWith('Apparatus: List Dismissed Findings…', 'disagree', 'findings-list-dismissed');
    await rows('figure-conflict').first().waitFor();
  });

  it('are grouped by the sources that they are between, also after a reload', async () => {
    const { ui } = workbench;
    await ui.command('Apparatus: Group Findings by Sources');
    await rows(`${HERALD} ↔ ${POST}`).first().waitFor();
    await ui.page.waitForTimeout(500);
    await ui.screenshot('findings-by-sources');
    await ui.reload();
    await showTree();
    await rows(`${HERALD} ↔ ${POST}`).first().waitFor();
    await commandWith('Apparatus: Filter Findings by Severity…', 'Only errors');
    await ui.page.getByText('All that was found is of lower severity').waitFor();
    await ui.page.waitForTimeout(500);
    await ui.screenshot('findings-filtered');
    await commandWith('Apparatus: Filter Findings by Severity…', 'All findings');
    await rows(`${HERALD} ↔ ${POST}`).first().waitFor();
  });

  it('become a note that is seen at both sides', async () => {
    const { ui } = workbench;
    await ui.open(HERALD);
    await ui.caretAt('51 boats');
    await commandWith('Apparatus: Make a Note of Finding', 'disagree');
    const input = ui.page.locator('.quick-input-widget input[type="text"]').first();
    await eventually('the box', async () => (await input.inputValue()).includes('disagree'));
    await input.fill('Who counted? #check');
    await ui.page.keyboard.press('Enter');
    await sidecar(/Who counted/);
    await ui.threads.getByText('Who counted?').waitFor();
    await ui.open(POST);
    await ui.editor.locator('.margin [class*="comment-thread"]').first().click();
    await ui.threads.getByText('Who counted?').waitFor();
    await ui.threads.getByText('“44 boats”, with cannery-herald.txt').waitFor();
    await ui.page.waitForTimeout(500);
    await ui.screenshot('findings-note-other-side');
    await ui.command('Apparatus: Undo Last Note or Decision');
    await ui.threads.getByText('Who counted?').waitFor({ state: 'hidden' });
  });

  it('are compared side by side', async () => {
    const { ui } = workbench;
    await ui.open(HERALD);
    await ui.caretAt('the men who');
    await ui.command('Apparatus: Compare Passages Side by Side');
    await ui.page.locator('.monaco-diff-editor .char-insert').first().waitFor();
    await eventually('the title', async () => (await ui.page.locator('.tab.active').innerText()).includes('↔'));
    await ui.page.waitForTimeout(500);
    await ui.screenshot('findings-compare');
    await ui.command('View: Close All Editors');
  });

  it('are peeked at', async () => {
    const { ui } = workbench;
    await ui.open(HERALD);
    await ui.caretAt('51 boats');
    // The passage is here too: the gravest finding is offered first.
    await commandWith('Apparatus: Peek at All Sides of Finding', 'disagree', 'findings-which');
    await ui.page.locator('.peekview-widget').waitFor();
    await ui.page.waitForTimeout(800);
    await ui.screenshot('findings-peek');
    await ui.page.keyboard.press('Escape');
  });

  it('say where a statement comes from', async () => {
    const { ui } = workbench;
    await ui.open(POST);
    await ui.caretAt('the council');
    await ui.command('Apparatus: Where Does This Come From?');
    await ui.editor.getByText('1 origin').waitFor();
    await ui.page.waitForTimeout(500);
    await ui.screenshot('findings-provenance');
    await ui.command('Apparatus: Show What Was Read and Why');
    await ui.editor.getByText('Independence').waitFor();
    await ui.page.waitForTimeout(300);
    await ui.screenshot('findings-origins');
  });
});
