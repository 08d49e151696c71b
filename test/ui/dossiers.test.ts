/** What hovers and dossiers say of entities, and how a misspelt name is marked, to be looked at in all themes. */
import assert from 'node:assert/strict';
import { eventually, useWorkbench, type Workbench } from './workbench.ts';

const FILES: Readonly<Record<string, string>> = {
  'a.txt':
    'PORT MERIDIAN, March 6, 2026 — General Ada N. Okafor, the commander of the Harbour Guard, closed the port on Friday. ' +
    '“Nobody was hurt at the docks in the night,” Okafor said. The Harbour Defence Authority (HDA) took over the docks. ' +
    '“We open on Monday,” the Harbour Defence Authority said in a statement. The Battle of Port Meridian lasted for two days.\n',
  'b.txt':
    'ARDENFORD, March 8, 2026 — Ada Okafor told the HDA that the Battle of Port Meridian was over. ' +
    '“The Battle of Port Meridian was won by nobody,” Mayor Byron Lindqvist said of it. ' +
    'General Okafor met Byron Lindqvist at the Harbour Defense Authority. “The HDA has done its work,” Lindqvist said.\n',
  'c.txt':
    'Nobody at the HDA answered on Sunday. Ada Okaffor denied it all, and the mayor asked Ada Okafor to go on.\n',
};

const THEMES = ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light'];

describe('dossiers and hovers', () => {
  const workbench = useWorkbench({ files: FILES, settings: {}, size: { width: 1400, height: 1200 } });

  /** Opens the dossier of the name at these words, and returns the text of the page, which is no longer than the window. */
  const dossierAt = async (ui: Workbench, file: string, words: string, name: string): Promise<string> => {
    await ui.open(file);
    await ui.caretAt(words);
    await ui.press(['F12'], ui.tab(`${name}.md`));
    const lines = ui.page.locator('.editor-group-container.active .view-lines');
    return await eventually('the dossier', async () => {
      const text = (await lines.innerText()).replaceAll('\u00a0', ' ');
      return text.includes('## Mentions') && text;
    });
  };

  it('say why a name is the entity’s', async () => {
    const { ui } = workbench;
    await ui.open('b.txt');
    const said = await ui.hover('Okafor met', { matching: /Okafor/ });
    await ui.screenshot('hover-reasons');
    assert.match(said, /surname/);
    const text = await dossierAt(ui, 'b.txt', 'Ada Okafor told', 'Ada N. Okafor');
    await ui.screenshot('dossier-of-person');
    assert.match(text, /## Names[^]*surname/);
    assert.match(text, /## Roles[^]*commander/);
    assert.match(text, /## Quotations[^]*Nobody was hurt/);
  });

  it('of an organization have what it said and what was said about it', async () => {
    const { ui } = workbench;
    const text = await dossierAt(ui, 'a.txt', 'Harbour Defence Authority (', 'Harbour Defence Authority');
    await ui.screenshot('dossier-of-organization');
    assert.match(text, /## Names[^]*HDA[^]*acronym/);
    assert.match(text, /## Quotations[^]*We open on Monday/);
    assert.match(text, /## Quoted about[^]*The HDA has done its work/);
  });

  it('of an event have what was said about it, and the company in its sentences', async () => {
    const { ui } = workbench;
    const text = await dossierAt(ui, 'a.txt', 'Battle of Port Meridian', 'Battle of Port Meridian');
    await ui.screenshot('dossier-of-event');
    assert.match(text, /## Quoted about[^]*won by nobody/);
    assert.match(text, /## Named in the same sentence/);
  });

  for (const theme of THEMES) {
    it(`stand beside names that are marked as misspelt: ${theme}`, async () => {
      const { ui } = workbench;
      ui.write('.vscode/settings.json', JSON.stringify({ 'workbench.colorTheme': theme }));
      await ui.open('c.txt');
      const hint = ui.editor.locator('.view-line span', { hasText: '[sic]' }).first();
      if (theme === THEMES[0]) {
        await ui.caretAt('Ada Okaffor');
        await ui.command('Apparatus: Misspelt in the Source [sic]');
      }
      await hint.waitFor();
      // The theme takes a moment to come.
      await ui.page.waitForTimeout(1000);
      await ui.screenshot(`sic ${theme}`);
      assert.equal(ui.read('c.txt'), FILES['c.txt']);
    });
  }
});
