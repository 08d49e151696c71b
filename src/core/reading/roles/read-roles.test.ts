import * as assert from 'node:assert/strict';
import { markedReading } from '../../../testing/markedNames.ts';
import { paragraphs } from '../../text/sentences.ts';
import { tokenize } from '../../text/tokens.ts';
import { english } from '../en/index.ts';
import type { RoleFacts } from '../types.ts';
import { Words } from '../words.ts';
import { readRoles } from './read-roles.ts';

/** Roles as "words < holder" with the facts told. */
function check(marked: string, expected: readonly string[]): void {
  const { text, mentions } = markedReading(marked);
  const source = {
    text,
    tokens: tokenize(text, english.stops.abbreviations),
    paragraphs: paragraphs(text),
    sentences: [],
  };
  const all = readRoles(new Words(source, english.quotes, mentions, []), english.roles);
  const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  const facts = ({ office, of, rank, tense, gender }: RoleFacts): string =>
    [office, of && `of ${slice(of)}`, rank && `${rank.name} ${rank.grade}`, tense === 'current' ? null : tense, gender]
      .filter(Boolean)
      .join(', ');
  assert.deepEqual(
    all.flatMap((mention) =>
      mention.role ? [`${slice(mention)} < ${slice(all[mention.role.holder!]!)} | ${facts(mention.role)}`] : [],
    ),
    expected,
  );
}

describe('roles', () => {
  it('stand in front of a name, without article, possessor or judgement', () => {
    check('[L Ruritania]’s hard-line President [P Ada Okafor] spoke.', ['President < Ada Okafor | president']);
    check('The [D Ruritanian] President [P Ada Okafor] spoke.', ['Ruritanian President < Ada Okafor | president']);
    check('[O Works] chief [P Jo Stein] met Homeland Works Secretary [P Ada Okafor].', [
      'Works chief < Jo Stein | chief, of Works',
      'Homeland Works Secretary < Ada Okafor | secretary',
    ]);
    check('[D US] Secretary of State [P Jo Stein] and Minister of Public Works [P Ada Okafor] met.', [
      'US Secretary of State < Jo Stein | secretary of state',
      'Minister of Public Works < Ada Okafor | minister, of Public Works',
    ]);
    check('ex-president [P Jo Stein] and President-elect [P Ada Okafor]', [
      'ex-president < Jo Stein | president, former',
      'President-elect < Ada Okafor | president, designate',
    ]);
    check('Chief of Staff [P Jo Stein] and Lt. Gov. [P Ada Okafor]', [
      'Chief of Staff < Jo Stein | chief of staff',
      'Lt. Gov. < Ada Okafor | lieutenant governor',
    ]);
    check('Mrs. [P Okafor] and spokeswoman [P Jo Stein]', [
      'Mrs. < Okafor | female',
      'spokeswoman < Jo Stein | spokeswoman, female',
    ]);
  });

  it('are no office of whose wife or aide somebody is', () => {
    check("[P Ada Okafor], the founder's wife, left.", []);
    check('[P Ada Okafor], the mayor’s younger brother, left.', []);
    check("[P Ada Okafor], the mayor's spokeswoman, left.", ['spokeswoman < Ada Okafor | spokeswoman, female']);
  });

  it('know ranks and their grades', () => {
    check('[O Marine Corps] Lt. Gen. [P Jo Stein] and Navy Capt. [P Ada Okafor]', [
      'Marine Corps Lt. Gen. < Jo Stein | of Marine Corps, lieutenant general OF-8',
      'Navy Capt. < Ada Okafor | captain OF-5',
    ]);
    check('Northern Commander General [P Jo Stein]', [
      'Northern Commander General < Jo Stein | commander, general OF-9',
    ]);
    check('Attorney General [P Jo Stein] and Generaloberst [P Max Stein]', [
      'Attorney General < Jo Stein | attorney general',
      'Generaloberst < Max Stein | generaloberst OF-9',
    ]);
  });

  it('stand in apposition, on either side', () => {
    check('[P Jo Stein], head of [O Works] in [L Strelsau] and the [L Islands], spoke.', [
      'head of Works in Strelsau and the Islands < Jo Stein | head, of Works',
    ]);
    check('[P Jo Stein] (R-Ohio), the far-right leader of the movement, spoke.', [
      'leader of the movement < Jo Stein | leader, of movement',
    ]);
    check('The head of the squadron, [P Jo Stein], spoke.', ['head of the squadron < Jo Stein | head, of squadron']);
    check('[P Jo Stein], President [P Ada Okafor] and others met.', ['President < Ada Okafor | president']);
    check('She was named as the nominee, [P Jo Stein] said.', []);
    check('[P Jo Stein], who said the president of the club was ill, left.', []);
  });

  it('follow "as" behind verbs of serving', () => {
    check('[P Jo Stein] was sworn in as president of [L Ruritania] in May.', [
      'president of Ruritania < Jo Stein | president, of Ruritania',
    ]);
    check('[P Jo Stein] was seen as president of nothing.', []);
  });

  it('stay in their paragraph and never cross a name', () => {
    check('The President\n[P Jo Stein] spoke.', []);
    check('[L Prince Edward Island] [P Jo Stein]', []);
  });
});
