import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually, useWorkbench, type Workbench } from './workbench.ts';

/** Each is borne by three persons, and stands alone in a fourth source: whose it is there nobody but the reader can tell. */
const SURNAMES = (
  'Okafor Lindqvist Marlowe Castellano Abernathy Petrov Nakamura Haddad Ferreira Kowalski Jansen Moreau Brandt Sullivan Mensah Novak ' +
  'Larsen Silva Rahman Whitaker Delgado Eriksson Fontaine Gallagher Hoffmann Ivanov Kaplan Mendoza Nolan Ortega Pereira Schneider'
).split(' ');

const FILES = Object.fromEntries(
  SURNAMES.flatMap((name, at) => [
    [`${at}-a.txt`, `Ada ${name} came to Port Meridian on Monday. She told the office that Ada ${name} would stay.\n`],
    [
      `${at}-b.txt`,
      `Boris ${name} left the harbour on Tuesday. Nobody there had asked Boris ${name} to stay with them.\n`,
    ],
    [
      `${at}-d.txt`,
      `Clara ${name} wrote to the mayor on Thursday. In the end Clara ${name} went there with her friends.\n`,
    ],
    [
      `${at}-c.txt`,
      `It was ${name} who had written letter ${at}, the office said on Friday. ${name} denied it later.\n`,
    ],
  ]),
);

/** Decisions in one sitting; more of them take as long again. */
const MANY = 25;

interface Authority {
  readonly entities?: readonly { readonly names?: readonly string[] }[];
  readonly different?: readonly unknown[];
}

const decisionsIn = (ui: Workbench): number => {
  if (!ui.exists('apparatus.json')) return 0;
  const { entities = [], different = [] } = JSON.parse(ui.read('apparatus.json')) as Authority;
  return different.length + entities.flatMap(({ names = [] }) => names).length;
};

describe('suggestions: many', () => {
  const workbench = useWorkbench({ files: FILES, size: { width: 1400, height: 1200 } });
  const badge = (ui: Workbench): Promise<number> =>
    ui.page
      .locator('.pane-header', { hasText: 'Suggestions' })
      .locator('.description')
      .innerText()
      .then((text) => Number(text.replace(/\D/g, '')));
  const focused = (ui: Workbench): Locator =>
    ui.page.locator('.pane-body .monaco-list:focus-within .monaco-list-row.focused.selected', { hasText: ' = ' });
  const question = (ui: Workbench): Promise<string> => focused(ui).first().innerText();

  it('are decided without the mouse, the focus staying where it is, and the next one waiting', async () => {
    const { ui } = workbench;
    await ui.open('0-c.txt');
    await ui.press(['Control+K', 'g'], focused(ui));
    const all = await eventually('enough to decide', async () => {
      const count = await badge(ui);
      return count > 2 * MANY ? count : undefined;
    });
    const label = await focused(ui).first().getAttribute('aria-label');
    assert.match(label ?? '', /^Is .+ the same as .+\? /);
    await ui.screenshot('suggestions-many');
    const began = Date.now();
    for (let at = 0; at < MANY; at += 1) {
      const asked = await question(ui);
      await ui.page.keyboard.press(at % 10 === 9 ? 'y' : 'n');
      await eventually(`the question after ${asked}`, async () => (await question(ui)) !== asked);
    }
    console.log(`      ${MANY} decisions in ${Math.round((Date.now() - began) / 1000)} s, of ${all}`);
    const left = await badge(ui);
    assert.ok(left <= all - MANY, `${all} before, ${left} after`);
    await eventually('the decisions in the file', async () => decisionsIn(ui) >= MANY);
    await ui.screenshot('suggestions-many-decided');
  });

  it('are taken back and done again by keys in the list', async () => {
    const { ui } = workbench;
    const [left, asked, decided] = [await badge(ui), await question(ui), decisionsIn(ui)];
    await ui.page.keyboard.press('Control+Z');
    await eventually('one more to decide', async () => (await badge(ui)) > left);
    await eventually('one decision less', async () => decisionsIn(ui) < decided);
    await ui.page.keyboard.press('Control+Shift+Z');
    await eventually('as many as before', async () => (await badge(ui)) === left);
    await eventually('the question that was asked', async () => (await question(ui)) === asked);
    await eventually('all decisions again', async () => decisionsIn(ui) === decided);
  });

  it('are answered one by one when keys come faster than answers are carried out', async () => {
    const { ui } = workbench;
    const [left, decided] = [await badge(ui), decisionsIn(ui)];
    await ui.page.keyboard.press('n');
    await ui.page.keyboard.press('n');
    await eventually('two less', async () => (await badge(ui)) === left - 2);
    await eventually('two decisions', async () => decisionsIn(ui) === decided + 2);
    await ui.page.keyboard.press('Control+Z');
    await ui.page.keyboard.press('Control+Z');
    await eventually('both back', async () => (await badge(ui)) === left);
  });

  it('are the ones that the focus is on, not those that were selected before', async () => {
    const { ui } = workbench;
    const [left, first] = [await badge(ui), await question(ui)];
    const marked = ui.page.locator('.pane-body .monaco-list:focus-within .monaco-list-row.focused');
    await eventually('the focus on the pair below', async () => {
      await ui.page.keyboard.press('ArrowDown');
      const text = await marked.first().innerText();
      return / = /.test(text) && text !== first;
    });
    const second = await marked.first().innerText();
    await ui.page.keyboard.press('Delete');
    await eventually('one less', async () => (await badge(ui)) === left - 1);
    const rows = await ui.page.locator('.pane-body .monaco-list-row', { hasText: ' = ' }).allInnerTexts();
    assert.ok(rows.includes(first) && !rows.includes(second), `${second} among ${rows.join('; ')}`);
    await ui.page.keyboard.press('Control+Z');
    await eventually('it to come back', async () => (await badge(ui)) === left);
  });

  it('are passed over and come back, and are dropped', async () => {
    const { ui } = workbench;
    const [left, first] = [await badge(ui), await question(ui)];
    await ui.page.keyboard.press('Space');
    await eventually('another question', async () => (await question(ui)) !== first);
    await ui.page.keyboard.press('Shift+Space');
    await eventually('the first again', async () => (await question(ui)) === first);
    await ui.page.keyboard.press('Delete');
    await eventually('one less', async () => (await badge(ui)) === left - 1);
    await eventually('a question that is another', async () => (await question(ui)) !== first);
  });
});
