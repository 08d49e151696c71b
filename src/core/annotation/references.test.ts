import assert from 'node:assert/strict';
import { referencesIn, withoutReferences, withReferences } from './references.ts';

const urn = (digit: number): string => `urn:uuid:00000000-0000-4000-8000-00000000000${digit}`;

describe('Links to entities in Markdown', () => {
  const body = `[Ada \\[of Ockham\\]](${urn(1)}), [Zora](${urn(2)}) and [Ada](${urn(1)}); [map](https://x.example), (${urn(3)})`;

  it('are found by their ids, each once, with escapes in their names, and nothing else', () => {
    assert.deepEqual(referencesIn(body), [urn(1), urn(2)]);
    assert.deepEqual(referencesIn('['.repeat(50_000)), []);
  });

  it('are written anew, or their words alone', () => {
    assert.equal(
      withReferences(body, (words, id) => `${words}=${id.at(-1)}`),
      `Ada \\[of Ockham\\]=1, Zora=2 and Ada=1; [map](https://x.example), (${urn(3)})`,
    );
    assert.equal(withoutReferences(`Ask [Zora](${urn(2)}).`), 'Ask Zora.');
  });
});
