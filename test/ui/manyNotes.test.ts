import assert from 'node:assert/strict';
import { eventually, useWorkbench } from './workbench.ts';

const NAME = 'ledger.txt';
const COUNT = 10_000;

const LINES = Array.from(
  { length: COUNT },
  (_, at) =>
    `On day ${at} the clerk of Port Meridian wrote entry ${at} about a ship, its captain and its cargo of salt.`,
);
const TEXT = `${LINES.join('\n')}\n`;

/** A note about the entry of each line. */
function sidecar(): string {
  let start = 0;
  const items = LINES.map((line, at) => {
    const exact = `entry ${at}`;
    const from = start + line.indexOf(exact);
    start += line.length + 1;
    return {
      id: `urn:uuid:00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      type: 'Annotation',
      motivation: 'commenting',
      body: [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: `Remark ${at}` }],
      target: {
        type: 'SpecificResource',
        source: NAME,
        selector: [
          {
            type: 'TextQuoteSelector',
            prefix: TEXT.slice(from - 32, from),
            exact,
            suffix: TEXT.slice(from + exact.length, from + exact.length + 32),
          },
          { type: 'TextPositionSelector', start: from, end: from + exact.length },
        ],
      },
    };
  });
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${NAME}.anno.json`,
    type: 'AnnotationPage',
    items,
  };
  return JSON.stringify(page);
}

/** Milliseconds for which the window may stand still on a machine that is busy otherwise; figures are printed, of a quiet one they are a tenth. */
const STANDSTILL = 5000;
/** Threads of a few screens; all of them would be `COUNT`. */
const FEW = 500;

describe('ten thousand notes in the editor', () => {
  const workbench = useWorkbench({
    files: { [NAME]: TEXT, [`${NAME}.anno.json`]: sidecar() },
    settings: { 'apparatus.sources.maxKilobytes': 4096 },
  });

  it('are listed in pages, and the window never stands still for long', async () => {
    const { ui } = workbench;
    const { page } = ui;
    // As text, for the page: the types here are those of Node.
    await page.evaluate(`
      globalThis.tasks = [];
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
        .observe({ entryTypes: ['longtask'] });`);
    const longest = async (): Promise<number> =>
      await page.evaluate(() => {
        const { tasks } = globalThis as unknown as { tasks: number[] };
        return Math.round(Math.max(0, ...tasks.splice(0)));
      });
    const begun = Date.now();
    await page.locator('.activitybar .action-label[aria-label^="Apparatus"]').click();
    await page.locator('.pane-header[aria-label^="Notes"]').first().click();
    const rows = page
      .locator('.pane', { has: page.locator('.pane-header[aria-label^="Notes"]') })
      .locator('.monaco-list-row');
    await rows.filter({ hasText: '1 to 200' }).first().waitFor({ timeout: 60_000 });
    const shown = Date.now() - begun;
    const whileListed = await longest();
    await rows.filter({ hasText: '1 to 200' }).first().click();
    await rows.filter({ hasText: 'Remark 0' }).first().waitFor();
    await ui.screenshot('notes-many');
    await page.keyboard.press('Home');
    const whileUnfolded = await longest();
    await ui.open(NAME);
    await ui.caretAt('entry 5000');
    await ui.hover('entry 5000', { matching: /Remark 5000/ });
    const whileOpened = await longest();
    await eventually(
      'threads of what is seen',
      async () => (await ui.editor.locator('.margin [class*="comment-thread"]').count()) > 0,
    );
    await ui.screenshot('notes-many-open');
    const badge = page.locator('.part.panel .action-item', { hasText: 'Comments' }).locator('.badge-content');
    const threads = Number(await badge.first().innerText());
    assert.ok(threads > 0 && threads < FEW, `${threads} threads`);
    // The Comments panel lists some only, and the list of all says so.
    assert.equal(await page.getByText('There are more than 1000 notes').count(), 1);
    const typed = Date.now();
    await page.keyboard.type('now ');
    await ui.editor.locator('.view-line', { hasText: 'now' }).first().waitFor();
    const whileTyped = Date.now() - typed;
    console.log(
      `      tree after ${shown} ms; longest task of the window: ${whileListed} ms while listed, ${whileUnfolded} ms for a page, ${whileOpened} ms while opened; four letters shown after ${whileTyped} ms`,
    );
    await ui.command('File: Revert File');
    assert.ok(Math.max(whileListed, whileUnfolded, whileOpened) < STANDSTILL);
  });
});
