import * as assert from 'node:assert/strict';
import { paragraphs, sentences } from '../../text/sentences.ts';
import { tokenize } from '../../text/tokens.ts';
import { english } from '../en/index.ts';
import { readAsides } from './read-asides.ts';

const PROSE = 'The council of Port Meridian met on Monday to talk about the new bridge over the river.';

/** Asides as "kind: text" with what they credit behind "←". */
function check(text: string, expected: readonly string[]): void {
  const tokens = tokenize(text, english.stops.abbreviations);
  const spans = paragraphs(text);
  const source = { text, tokens, paragraphs: spans, sentences: sentences(tokens, spans, english.stops) };
  const found = readAsides(source, english.asides).map(({ kind, start, end, credited }) => {
    const names = (credited ?? []).map((span) => text.slice(span.start, span.end));
    return `${kind}: ${text.slice(start, end)}${names.length > 0 ? ` ← ${names.join(', ')}` : ''}`;
  });
  assert.deepEqual(found, expected);
}

describe('asides', () => {
  it('finds headlines in front of prose', () => {
    check(`Council meets over new bridge, plans show\n${PROSE}`, [
      'headline: Council meets over new bridge, plans show',
    ]);
    check(`Who Pays for the Bridge?\n\n${PROSE}`, ['headline: Who Pays for the Bridge?']);
    check(`${PROSE}\n${PROSE}`, []);
    check('A note without a stop', []);
  });

  it('finds datelines', () => {
    check(`PORT MERIDIAN, March 7 — ${PROSE}`, ['dateline: PORT MERIDIAN, March 7 —']);
    check(`PORT MERIDIAN, Ont. (UPI) -- ${PROSE}`, ['dateline: PORT MERIDIAN, Ont. (UPI) -- ← UPI']);
    check(`Port Meridian (Reuters) - ${PROSE}`, ['dateline: Port Meridian (Reuters) - ← Reuters']);
    check(`STRELSAU, June 7, 2025 (Quayside Dispatch) — ${PROSE}`, [
      'dateline: STRELSAU, June 7, 2025 (Quayside Dispatch) — ← Quayside Dispatch',
    ]);
    check(`STRELSAU (Avaria) — ${PROSE}`, ['dateline: STRELSAU (Avaria) —']);
    check(`STRELSAU — May 3, 2026 — ${PROSE}`, ['dateline: STRELSAU — May 3, 2026 —']);
    check(`Ada Lovelace (Strelsau Rovers) - ${PROSE}`, []);
    check(`STRELSAU: ${PROSE}`, ['dateline: STRELSAU:']);
    check(`The bridge — long planned — ${PROSE}`, []);
  });

  it('finds headers, with prose behind them or alone', () => {
    check(`date 2026-03-05 ${PROSE}`, ['header: date 2026-03-05']);
    check(`Published: 5 March 2026, 10:30 GMT\n${PROSE}`, ['header: Published: 5 March 2026, 10:30 GMT']);
    check(`March 5, 2026\nBy Ada Lovelace\n${PROSE}`, [
      'header: March 5, 2026',
      'byline: By Ada Lovelace ← Ada Lovelace',
    ]);
  });

  it('finds headers that name a place or an outlet, under a headline or without', () => {
    for (const header of [
      'The Strelsau Gazette, 6 March 2019',
      'Works Desk, 15 Sept 2024',
      'Port Meridian, June 4, 1911.',
      'Decr. 17th 1862',
      'May 14, 2023 | Updated 9:15 a.m.',
    ]) {
      check(`${header}\n\n${PROSE}`, [`header: ${header}`]);
      check(`Strelsau goes dark\n${header}\n\n${PROSE}`, ['headline: Strelsau goes dark', `header: ${header}`]);
    }
    check(`Ada Lovelace left on June 4, 1911.\n\n${PROSE}`, []);
  });

  it('finds lines of a date, an outlet and an author', () => {
    check(`Strelsau goes dark\nStrelsau Herald, 2 March 2025. By Jo Okafor\n\n${PROSE}`, [
      'headline: Strelsau goes dark',
      'byline: Strelsau Herald, 2 March 2025. By Jo Okafor ← Jo Okafor',
    ]);
    check(`Strelsau Gazette, Vol. XII, No. 4, 3 May 1911\n\n${PROSE}`, [
      'header: Strelsau Gazette, Vol. XII, No. 4, 3 May 1911',
    ]);
    check(`The Siege of Strelsau, 3 May 1911\n\n${PROSE}`, ['headline: The Siege of Strelsau, 3 May 1911']);
  });

  it('takes turns of speech for no datelines', () => {
    check(`STEIN: ${PROSE}\nLOVELACE: ${PROSE}`, []);
  });

  it('finds captions and the credits of pictures', () => {
    check(
      `${PROSE}\nMayor Ada Lovelace looks on during a meeting in Port Meridian on Jan. 15, 2026. Jo Okafor/Herald via Wire Images`,
      [
        'caption: Mayor Ada Lovelace looks on during a meeting in Port Meridian on Jan. 15, 2026.',
        'credit: Jo Okafor/Herald via Wire Images ← Jo Okafor, Herald, Wire Images',
      ],
    );
    check(
      `${PROSE}\nThis handout picture shows Ada Lovelace (left) at the bridge on May 2, 2026. — Harbour Board handout photo via Reuters`,
      [
        'caption: This handout picture shows Ada Lovelace (left) at the bridge on May 2, 2026.',
        'credit: — Harbour Board handout photo via Reuters ← Harbour Board, Reuters',
      ],
    );
    check(`${PROSE}\nWorkers carry stones at the site on May 2, 2026.`, [
      'caption: Workers carry stones at the site on May 2, 2026.',
    ]);
    check(`${PROSE}\nThe council plans to hold a vote on May 2, 2026.`, []);
    check(`${PROSE}\nA poll by Works (D) and Stones (R) shows that both lost.`, []);
  });

  it('finds contributors, promotion and wire credits', () => {
    check(`${PROSE} — AFP`, ['credit: — AFP ← AFP']);
    check(`${PROSE} (AP)\n\nJo Okafor and Ada Lovelace contributed to this report.`, [
      'credit: (AP) ← AP',
      'byline: Jo Okafor and Ada Lovelace contributed to this report. ← Jo Okafor and Ada Lovelace',
    ]);
    check(`${PROSE}\n\nAssociated Press writer Jo Okafor in Strelsau contributed.`, [
      'byline: Associated Press writer Jo Okafor in Strelsau contributed. ← Jo Okafor',
    ]);
    check(`${PROSE}\n\nReporting by Jo Okafor; Editing by Ada Lovelace`, [
      'byline: Reporting by Jo Okafor; Editing by Ada Lovelace ← Jo Okafor',
    ]);
    for (const line of [
      'Add the Herald as a Preferred Source',
      'Sign up for our newsletter',
      'Read more: Bridge to open in May',
      'Click here to subscribe',
      '5 min read',
      'Want more? Sign up here.',
      'Follow Ada Lovelace on Twitter @ada',
    ])
      check(`${PROSE}\n\n${line}\n\n${PROSE}`, [`promotion: ${line}`]);
    check(
      `${PROSE}\n\nFollow the river and you will find the bridge, said the mayor, who has lived there for years and years.`,
      [],
    );
  });
});
