import assert from 'node:assert/strict';
import { outlineOf } from '../../../testing/outline.ts';
import { readAsides } from '../asides/read-asides.ts';
import { Atoms } from '../atoms.ts';
import { english } from '../en/index.ts';
import { readDates } from './read-dates.ts';

const BODY =
  'The council of Port Meridian met on Tuesday to hear the mayor, who had asked for more money for the harbour works.';
const LETTER = 'My dear sister, I have been to the harbour to see the great engine, and it is a marvel beyond telling.';

function dateOf(text: string): string | null {
  const source = outlineOf(text);
  const asides = readAsides(source, english.asides);
  return (
    readDates(source, new Atoms(source, english.lexicon), { grammar: english.dates, asides }).sourceDate?.value ?? null
  );
}

/** The first lines of invented sources ("/" ends a line, the body follows), each with the day that they tell. */
const LAYOUTS: readonly (readonly [head: string, value: string])[] = [
  // datelines
  ['STRELSAU, June 7, 2025 (Coastline) — ', '2025-06-07'],
  ['STRELSAU, 7 June 2025 (Quayside Dispatch) - ', '2025-06-07'],
  ['Strelsau, June 7, 2025 (Coastline) – ', '2025-06-07'],
  ['STRELSAU, Saturday, June 7, 2025 — ', '2025-06-07'],
  ['(Coastline) Strelsau, 7 June 2025 - ', '2025-06-07'],
  ['STRELSAU — June 7, 2025 — ', '2025-06-07'],
  ['STRELSAU, June 7, 2025: ', '2025-06-07'],
  // lines with an author
  ['87 seized at the quay/Monday 9 March 2026, by Ada Okafor/', '2026-03-09'],
  ['Quay shut/By Ada Okafor, 3 May 2026/', '2026-05-03'],
  ['Quay shut/By Ada Okafor in Strelsau | 3 May 2026/', '2026-05-03'],
  ['Quay shut/By Ada Okafor and Jo Stein/Published 12:05, 3 May 2026/', '2026-05-03'],
  ['Quay shut/Ada Okafor, 3 May 2026/', '2026-05-03'],
  ['Quay shut/Posted by Ada Okafor on May 3, 2026/', '2026-05-03'],
  ['Quay shut/By Ada Okafor - May 3, 2026 12:05 pm/', '2026-05-03'],
  // mastheads
  ['Quay shut at last/Strelsau Herald, 2 March 2025. By Ada Okafor/', '2025-03-02'],
  ['THE STRELSAU GAZETTE/Sunday, May 3, 2026/Quay shut at last/', '2026-05-03'],
  ['The Strelsau Courier · 3 May 2026/', '2026-05-03'],
  ['Rovers on their way/Cup Gazette, 2 March 2025/', '2025-03-02'],
  ['Strelsau Gazette, Vol. XII, No. 4, 3 May 1911/', '1911-05-03'],
  ['The Strelsau Gazette (3 May 1911)/', '1911-05-03'],
  ['Strelsau Gazette, Sunday 3 May 2026, page 4/', '2026-05-03'],
  // lines of a date
  ['Quay shut/3 May 2026 | Port Meridian/', '2026-05-03'],
  ['Quay shut/Updated 3 May 2026, 14:20/', '2026-05-03'],
  ['Quay shut/Last updated: 3 May 2026 at 12:05 pm/', '2026-05-03'],
  ['Quay shut/First published on Sun 3 May 2026 12.05 BST/', '2026-05-03'],
  ['Quay shut/May 3, 2026 – 12:05 GMT/', '2026-05-03'],
  ['Quay shut/Sun 3 May 2026 12.05 BST/', '2026-05-03'],
  ['Quay shut/Sunday, May 3, 2026 at 12:05 PM EDT/', '2026-05-03'],
  ['2026-05-03/Quay shut/', '2026-05-03'],
  ['2026-05-03T12:05:00Z/', '2026-05-03'],
  ['Date: Sun, 3 May 2026 12:05:00 +0000/', '2026-05-03'],
  ['[3 May 2026]/', '2026-05-03'],
  ['SUNDAY, MAY 3, 2026/', '2026-05-03'],
  ['FOR IMMEDIATE RELEASE: May 3, 2026/', '2026-05-03'],
  ['Strelsau, Sunday, May 3, 1911./', '1911-05-03'],
  // titles of documents
  ['Letter of Ada Lovelace to her sister, 16 March 1911/', '1911-03-16'],
  ['Diary of Ada Lovelace, Tuesday 16 March 1911/', '1911-03-16'],
  ['Minutes of the harbour board, 16 March 1911/', '1911-03-16'],
  ['Ada Lovelace to Jo Stein, 16 March 1911/', '1911-03-16'],
  ['Telegram from the consul at Strelsau (16 March 1911)/', '1911-03-16'],
  ['Letter from Ada Lovelace to Jo Stein dated 16 March 1911/', '1911-03-16'],
  ['No. 17. Consul Okafor to the Foreign Secretary. Strelsau, 16 March 1911./', '1911-03-16'],
  ['Strelsau, Thursday evening, 16th of March, 1911./', '1911-03-16'],
  ['From our own correspondent, Strelsau, 16 March 1911/', '1911-03-16'],
  ['16th March, 1911/', '1911-03-16'],
];

describe('the source’s own date in its first lines', () => {
  for (const [head, value] of LAYOUTS)
    it(`is read from “${head}”`, () => {
      const lines = head.split('/');
      const text = `${lines
        .slice(0, -1)
        .map((line) => `${line}\n\n`)
        .join('')}${lines.at(-1)}${value < '1912' ? LETTER : BODY}`;
      assert.equal(dateOf(text), value);
    });

  it('is no event’s day', () => {
    for (const head of [
      'The bridge at Strelsau fell on 3 May 2026, and nobody has mended it since. ',
      'Strelsau fell on 3 May 1911. ',
      'Council to vote on harbour works on 3 May 2026\n\n',
      'What happened at the quay on 3 May 2026\n\n',
      'The Battle of Strelsau, 3 May 1911\n\n',
      'The Harbour War, 3 May 1911\n\n',
      'Fire at the Strelsau cannery, 3 May 1911\n\n',
      'Ada Lovelace was born at Strelsau, 16 March 1911. ',
      'Ada Lovelace (16 March 1911 – 3 May 1980) was an engineer. ',
      'Three killed at Strelsau on Sunday, May 3, 2026\n\n',
      'Ada Okafor, mayor, died 3 May 2026\n\n',
      'The letter of 16 March 1911\n\n',
      'Ada Lovelace writes to her sister on 16 March 1911\n\n',
      'On 3 May 2026, the Coastline ferry — the oldest of the fleet — sank. ',
    ])
      assert.equal(dateOf(head + BODY), null, head);
  });
});
