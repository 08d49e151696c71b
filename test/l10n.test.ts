import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from '../scripts/l10n.ts';

describe('the bundle for translators', () => {
  it('holds every sentence that is shown; mend it with `node scripts/l10n.ts`', () => {
    const file = path.join(import.meta.dirname, '../l10n/bundle.l10n.json');
    assert.equal(readFileSync(file, 'utf8'), bundle());
  });
});
