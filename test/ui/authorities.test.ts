/** Links to authorities, asked for at a real service on loopback, which fails in all the ways that services do. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { startService, type Answer, type ReconciliationService } from '../../src/testing/reconciliationService.ts';
import { eventually, useWorkbench, type Workbench } from './workbench.ts';

const FILES: Readonly<Record<string, string>> = {
  'a.txt': 'Ada Okafor came to Port Meridian on Monday. She told the harbour office that Ada Okafor would stay.\n',
};

/** An answer of a service that can be asked again in a moment. */
const BUSY: Answer = { status: 503, headers: { 'Retry-After': '1' } };

describe('authorities', () => {
  const machine: Record<string, unknown> = {};
  let service: ReconciliationService;
  before(async () => {
    service = await startService({
      'ada okafor': [
        { id: 'Q1', name: 'Ada Okafor', score: 71, description: 'harbour master of Port Meridian', type: ['Q5'] },
        { id: 'Q2', name: 'Ada Okafor', score: 100, match: true, description: 'engineer and writer', type: ['Q5'] },
      ],
      'зора окафор': [{ id: 'Q77', name: 'Зора Окафор', score: 93, description: 'письменница' }],
    });
    machine['apparatus.authority.endpoint'] = service.url;
  });
  after(() => service.close());
  const workbench = useWorkbench({
    files: FILES,
    machine,
    // A folder must not send the names of its persons anywhere.
    settings: { 'apparatus.authority.endpoint': 'http://127.0.0.1:9/' },
  });

  it('are asked at the address that this machine has set, and the IRI of the choice is kept', async () => {
    const { ui } = workbench;
    await ui.open('a.txt');
    await ui.caretAt('Ada Okafor');
    const action = ui.page.locator('.action-widget .monaco-list-row', { hasText: 'to an authority' }).first();
    await ui.press(['Control+.'], action);
    await ui.screenshot('decisions-at-a-name');
    await action.click();
    const choice = ui.page.locator('.quick-input-list .monaco-list-row', { hasText: 'engineer and writer' });
    await choice.waitFor();
    await ui.screenshot('authority-candidates');
    await choice.click();
    const iri = 'http://www.wikidata.org/entity/Q2';
    await eventually('the link', async () => ui.read('apparatus.json').includes(iri));
    const said = await ui.hover('Ada Okafor', { matching: /wikidata/ });
    assert.match(said, /www\.wikidata\.org\/entity\/Q2/);
    await ui.screenshot('authority-hover');
  });

  /** Looks the name up, with these answers of the service before its own. */
  const lookUp = async (ui: Workbench, ...next: readonly Answer[]): Promise<void> => {
    service.next.push(...next);
    await ui.caretAt('Ada Okafor');
    await ui.command('Apparatus: Link to an Authority…');
  };
  const listed = (ui: Workbench, text: string): Locator =>
    ui.page.locator('.quick-input-list .monaco-list-row', { hasText: text });

  const failures: readonly [what: string, answer: Answer, told: RegExp][] = [
    ['is busy for long', { status: 429, headers: { 'Retry-After': '90' } }, /takes no more requests for 90 seconds/],
    ['answers with an error', { status: 404 }, /answers with HTTP status 404.* setting/],
    ['answers with no JSON', { body: '<html>' }, /cannot be understood \(JSON\)\. Try again later/],
    ['answers with something else', { body: '[]' }, /cannot be understood \(result\)\. Try again later/],
  ];
  for (const [what, answer, said] of failures) {
    it(`say what is wrong when the service ${what}, and are asked again`, async () => {
      const { ui } = workbench;
      await lookUp(ui, answer);
      const told = await ui.told(said);
      await told.hover();
      await told.locator('.monaco-button', { hasText: 'Enter the IRI…' }).waitFor();
      await told.locator('.monaco-button', { hasText: 'Open the Setting' }).waitFor();
      await ui.screenshot(`authority ${what}`);
      await told.locator('.monaco-button', { hasText: 'Try Again' }).click();
      await listed(ui, 'engineer and writer').waitFor();
      await ui.page.keyboard.press('Escape');
    });
  }

  it('are waited for with progress that can be cancelled, and asked again when they are busy for a moment', async () => {
    const { ui } = workbench;
    await lookUp(ui, { silent: true });
    const progress = await ui.told(/Looking up “Ada Okafor”/);
    await ui.screenshot('authority-progress');
    await progress.hover();
    await progress.locator('.monaco-button', { hasText: 'Cancel' }).click();
    await progress.waitFor({ state: 'detached' });
    const asked = service.asked.length;
    await lookUp(ui, BUSY);
    await listed(ui, 'linked').waitFor();
    assert.equal(service.asked.length, asked + 2);
    await ui.page.keyboard.press('Escape');
  });

  it('are asked for names of all scripts', async () => {
    const { ui } = workbench;
    // A list that came at once would take the place of the palette, which is waited for.
    await lookUp(ui, BUSY);
    await listed(ui, 'Search for other words').click();
    const input = ui.page.locator('.quick-input-widget input[type="text"]').first();
    await eventually('the box for the words', async () => (await input.inputValue()) === 'Ada Okafor');
    await input.fill('Зора Окафор');
    await ui.page.keyboard.press('Enter');
    await listed(ui, 'письменница').waitFor();
    await ui.screenshot('authority-unicode');
    await listed(ui, 'письменница').click();
    const iri = 'http://www.wikidata.org/entity/Q77';
    await eventually('the link', async () => ui.read('apparatus.json').includes(iri));
  });

  it('can be out of reach', async () => {
    const { ui } = workbench;
    await service.close();
    await lookUp(ui);
    const told = await ui.told(/cannot be reached .*Go online and try again/);
    await ui.screenshot('authority-offline');
    await told.hover();
    await told.locator('.monaco-button', { hasText: 'Enter the IRI…' }).click();
    const input = ui.page.locator('.quick-input-widget input[type="text"]').first();
    await eventually('the box for the IRI', async () =>
      /wikidata/.test((await input.getAttribute('placeholder')) ?? ''),
    );
    await input.fill('https://viaf.org/viaf/99');
    await ui.page.keyboard.press('Enter');
    await eventually('the link', async () => ui.read('apparatus.json').includes('https://viaf.org/viaf/99'));
  });
});
