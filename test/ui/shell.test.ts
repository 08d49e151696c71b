import assert from 'node:assert/strict';
import { useWorkbench } from './workbench.ts';

describe('workbench on the sample sources', () => {
  const workbench = useWorkbench();

  it('opens a source and shows it', async () => {
    const { ui } = workbench;
    const name = await ui.open(0);
    assert.equal(await ui.activeTab(), name);
    await ui.screenshot('source-open');
  });

  it('explains itself where the mouse rests', async () => {
    const { ui } = workbench;
    const first = ui.read(await ui.open(0)).slice(0, 12);
    const said = await ui.hover(first);
    assert.match(said, /\S/);
    await ui.screenshot('hover');
  });
});
