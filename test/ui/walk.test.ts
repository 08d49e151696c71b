import assert from 'node:assert/strict';
import { eventually, useWorkbench } from './workbench.ts';

const NAME = 'dispatches.txt';
const LETTERS = [
  'The dispatches of Port Meridian',
  'Ada Lovelace wrote to Port Meridian last Monday about the engine that stood in the old customs house.',
  'General Okafor answered her letter the next day, and nobody in the harbour was surprised by what he said.',
  'The ferry to the islands was held back for three hours while the crew looked for a missing crate of instruments.',
  'Nine lamps burned on the quay that night, and the watchman counted them twice before he went home.',
];
const TEXT = `${LETTERS.join('\n\n')}\n`;
/** A dateline before everything; one sentence said otherwise, one not at all. */
const CHANGED = `PORT MERIDIAN, 14 May\n\n${TEXT.replace('was held back for three hours while the crew looked', 'was delayed for three long hours while its crew looked').replace(LETTERS[4]!, 'Of lights along the water nothing is told here; the town slept, and so did its clerks.')}`;

const NOTES = [
  'Ada Lovelace',
  'General Okafor',
  'held back for three hours while the crew looked',
  'Nine lamps burned on the quay',
];

function sidecar(): string {
  const items = NOTES.map((exact, at) => {
    const start = TEXT.indexOf(exact);
    return {
      id: `urn:uuid:00000000-0000-4000-8000-00000000000${at + 1}`,
      type: 'Annotation',
      motivation: 'commenting',
      body: [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: `Remark ${at + 1}` }],
      target: {
        type: 'SpecificResource',
        source: NAME,
        selector: {
          type: 'TextQuoteSelector',
          prefix: TEXT.slice(Math.max(0, start - 32), start),
          exact,
          suffix: TEXT.slice(start + exact.length, start + exact.length + 32),
        },
      },
    };
  });
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${NAME}.anno.json`,
    type: 'AnnotationPage',
    items,
  };
  return JSON.stringify(page, null, 2);
}

describe('notes whose source was changed by another program', () => {
  const workbench = useWorkbench({ files: { [NAME]: TEXT, [`${NAME}.anno.json`]: sidecar() } });
  /** The words that the note of this number is about, as the sidecar has them. */
  const words = (number: number): string => {
    const { items } = JSON.parse(workbench.ui.read(`${NAME}.anno.json`)) as {
      items: { id: string; target: { selector: unknown } }[];
    };
    const item = items.find(({ id }) => id.endsWith(String(number)));
    return /"exact":"([^"]*)"/.exec(JSON.stringify(item?.target.selector))?.[1] ?? '';
  };
  const chord = async (key: string): Promise<void> => {
    await workbench.ui.page.keyboard.press('Control+K');
    await workbench.ui.page.keyboard.press(key);
  };

  it('are counted by what became of them', async () => {
    const { ui } = workbench;
    await ui.open(NAME);
    await ui.hover('Okafor', { matching: /Remark 2/ });
    ui.write(NAME, CHANGED);
    await ui.command('Notifications: Show Notifications');
    const told = ui.page.locator('.notifications-center .notification-list-item', { hasText: 'has changed' });
    await told.first().waitFor();
    const said = await told.first().innerText();
    assert.match(said, /2 moved, 1 needs a look, 1 not found/);
    await ui.screenshot('walk-told');
    await ui.page.keyboard.press('Escape');
  });

  it('are gone through, accepted, set on other words and back on their own, by keys alone', async () => {
    const { ui } = workbench;
    await ui.open(NAME);
    const status = ui.page.locator('.part.statusbar');
    await chord('n');
    await status
      .getByText(/1 of 2/)
      .first()
      .waitFor();
    await ui.page.waitForTimeout(700);
    await ui.screenshot('walk-unsure');
    await ui.page.locator('.editor-group-container.active').waitFor();
    await chord('Enter');
    await eventually('the new words', async () => /three long hours/.test(words(3)));
    await status
      .getByText(/1 of 1/)
      .first()
      .waitFor();
    await ui.page.waitForTimeout(700);
    await ui.screenshot('walk-orphaned');
    await ui.select('lights along the water');
    await chord('Shift+H');
    await eventually('the selected words', async () => words(4) === 'lights along the water');
    await ui.page.waitForTimeout(700);
    await ui.screenshot('walk-attached');
    await ui.caretAt('three long hours');
    await chord('Shift+Enter');
    await eventually('the former words', async () => words(3) === NOTES[2]);
    await ui.page.waitForTimeout(700);
    await ui.screenshot('walk-reverted');
    assert.equal(ui.read(NAME), CHANGED);
  });
});
