import assert from 'node:assert/strict';
import { decideName, decideSame, emptyAuthority } from '../core/index.ts';
import { isReference, referredIn } from './references.ts';
import { edited, newNote, versionOf } from './compose.ts';

const urn = (digit: number): string => `urn:uuid:00000000-0000-4000-8000-00000000000${digit}`;
const TEXT = 'A letter came from the harbour.';

const note = (body: string) =>
  newNote(
    { id: urn(9), now: '2026-11-24T10:00:00Z', author: null },
    versionOf('file:///a.txt', TEXT, null),
    { start: 2, end: 8 },
    { body },
    null,
  );

const referred = (annotation: ReturnType<typeof note>): string[] =>
  annotation.bodies.filter(isReference).map(({ source }) => source);

describe('Entities that a note speaks of', () => {
  it('are bodies of the note, and go and come with its words', () => {
    const first = note(`Ask [Ada](${urn(1)}) and [Zora](${urn(2)}).`);
    assert.equal(first.motivation, 'commenting');
    assert.deepEqual(referred(first), [urn(1), urn(2)]);
    const foreign = { ...first, bodies: [...first.bodies, { kind: 'resource', source: urn(4), purpose: 'linking', selectors: [] } as const] }; // prettier-ignore
    const next = edited(foreign, { body: `Ask [Zora](${urn(2)}) and [Byron](${urn(3)}).` }, '2026-11-24T11:00:00Z');
    assert.deepEqual(referred(next).toSorted(), [urn(2), urn(3), urn(4)]);
  });

  it('are the same after renaming and after being found to be one', () => {
    const ada = { decided: null, type: 'person', name: 'Ada' } as const;
    const zora = { decided: null, type: 'person', name: 'Zora' } as const;
    let authority = decideName(decideName(emptyAuthority, ada, 'Ada', urn(1)), zora, 'Zora', urn(2));
    authority = decideName(authority, { ...ada, decided: urn(1) }, 'Ada King', urn(3));
    assert.equal(referredIn(authority, urn(1)), urn(1));
    authority = decideSame(authority, [{ ...ada, decided: urn(1) }, { ...zora, decided: urn(2) }], urn(3)); // prettier-ignore
    assert.equal(referredIn(authority, urn(2)), urn(1));
    assert.equal(referredIn(authority, urn(3)), undefined);
  });
});
