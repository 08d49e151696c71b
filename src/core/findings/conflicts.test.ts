import assert from 'node:assert/strict';
import { corpusOf } from '../../testing/corpus.ts';
import { checkFindings } from '../../testing/findings.ts';
import { allFindings } from './index.ts';

/** What one sentence in each of two or more sources is found to say against the others, each finding as its sides. */
function check(code: string, sentences: readonly string[], ...expected: string[]): void {
  checkFindings(code, sentences.map((each, at) => `//- ${'abc'.charAt(at)}\n${each}`).join('\n'), ...expected);
}

describe('figures in the same words', () => {
  const conflict = (a: string, b: string, ...expected: string[]) => check('figure-conflict', [a, b], ...expected);
  it('conflict as amounts and as shares', () => {
    const raid = (sum: string) =>
      `Ada Lovelace of Port Meridian found three pistols, ${sum} in cash and a boat under the quay.`;
    conflict(raid('$20,000'), raid('$35,000'), 'a "$20,000" | b "$35,000"');
    const turnout = (share: string) => `Ada Lovelace won. Turnout was ${share}, the highest since 1911.`;
    conflict(turnout('61.4%'), turnout('64.1 per cent'), 'a "61.4%" | b "64.1 per cent"');
  });
  it('are an update between two days', () => {
    const toll = (day: string, dead: string) =>
      `Date: 1911-05-${day}\n\nThe ferry Halcyon sank off Port Meridian in a gale, and ${dead} died, the harbour master said.`;
    conflict(toll('04', 'fourteen'), toll('05', 'at least nineteen'));
    conflict(toll('04', 'fourteen'), toll('04', 'at least nineteen'), 'a "fourteen" | b "at least nineteen"');
  });
  it('are of two things where all other figures differ too', () =>
    conflict(
      'Ada Lovelace said net profit rose by 12 percent to $30 million in the quarter.',
      'Ada Lovelace said net profit rose by 18 percent to $45 million in the quarter.',
    ));
  it('are of two things where no name is common to both sources', () =>
    conflict(
      'Turnout in the whole of Avaria was 61.4%, the highest since 1911.',
      'Turnout in the whole of Brumosia was 64.1%, the highest since 1911.',
    ));
  it('are one where one is told more carefully', () =>
    conflict(
      'The commission of Port Meridian read 60,000 letters about the new harbour bridge.',
      'The commission of Port Meridian read more than 60,000 letters about the new harbour bridge.',
    ));
});

describe('figures in other words', () => {
  const silent = (a: string, b: string) => check('figure-conflict', [a, b]);
  it('conflict in short sentences that tell an outcome', () =>
    check(
      'figure-conflict',
      [
        'Youths threw stones near the quay, and 38 people were arrested, police said.',
        'Forty-four people were arrested, police said.',
      ],
      'a "38 people" | b "Forty-four people"',
    ));
  it('are of two things behind which two names stand', () =>
    silent(
      'The health office of the islands has counted 52 cases in Port Meridian since the fever came in May.',
      'The health office of the islands has counted 66 cases in Lisbon since the fever came in May.',
    ));
  it('are of two matches, seasons or players as often as not', () => {
    silent(
      'Ada Lovelace scored 25 points for Port Meridian on the opening night of the island league.',
      'Ada Lovelace led Port Meridian with 22 points as the island league went on to a second night.',
    );
    silent(
      'Ada Lovelace completed 28 passes for Port Meridian on the opening night of the island league.',
      'Ada Lovelace completed 28 of 41 passes for Port Meridian on the opening night of the island league.',
    );
  });
  it('take no conversion for another figure', () =>
    silent(
      'Damage to the church at Port Meridian was estimated at £1 million ($1.52 million), Ada Lovelace said.',
      'Damage to the church at Port Meridian was estimated at $1.6 million, Ada Lovelace said.',
    ));
});

describe('ages', () => {
  const aged = (age: string) => `Ada Lovelace, ${age}, escaped through a window.`;
  it('of one person conflict', () => {
    check(
      'figure-conflict',
      [aged('52'), 'The 53-year-old teacher Ada Lovelace has lost it all.'],
      'a "52" | b "53-year-old"',
    );
    check('figure-conflict', [aged('52'), aged('52')]);
    const { snapshot } = corpusOf(`//- a\n${aged('52')}\n//- b\n${aged('53')}`);
    const conflict = allFindings(snapshot).find(({ code }) => code === 'figure-conflict');
    assert.deepEqual(conflict?.message.args, ['“Ada Lovelace, 52” (a); “Ada Lovelace, 53” (b)']);
  });
  it('stand beside a surname too, where the source gives the full name', () => {
    const named = 'Ada Lovelace of Port Meridian won. Lovelace, 53, was pleased.';
    check('figure-conflict', [aged('52'), named], 'a "52" | b "53"');
    check('figure-conflict', [aged('52'), 'Lovelace, 53, was pleased.']);
  });
  it('grow, and are of one person only', () => {
    check('figure-conflict', [`Date: 1911-05-04\n\n${aged('52')}`, `Date: 1912-05-03\n\n${aged('53')}`]);
    check('figure-conflict', [aged('52'), 'Charles Lovelace, 53, was not at home.']);
  });
});

describe('numbers alone and lengths of time', () => {
  const conflict = (a: string, b: string, ...expected: string[]) => check('figure-conflict', [a, b], ...expected);
  it('conflict in sentences that are otherwise the same', () => {
    const jailed = (time: string) => `Ada Lovelace of Port Meridian was sentenced to ${time} in prison for smuggling.`;
    conflict(jailed('six years'), jailed('seven years'), 'a "six years" | b "seven years"');
    conflict(jailed('six years'), jailed('six years'));
    const passed = (against: string) =>
      `Ada Lovelace won. The harbour bill was passed by 151 votes to ${against} in May.`;
    conflict(passed('138'), passed('128'), 'a "138" | b "128"');
  });
  it('are none in addresses and times of day', () => {
    const at = (time: string) =>
      `Ada Lovelace of Port Meridian has updated the harbour page at ${time} in the morning.`;
    conflict(at('10:20'), at('10:40'));
    const page = (id: string) => `Ada Lovelace wrote the harbour page news / port / meridian / ${id} for the mill.`;
    conflict(page('2194'), page('2197'));
  });
  it('are of two things in other sentences, and in those of other persons', () => {
    const jailed = (name: string, time: string) => `${name} was sentenced to ${time} in prison for smuggling.`;
    conflict(jailed('Ada Lovelace', 'six years'), jailed('Charles Babbage', 'seven years'));
    conflict(
      'Ada Lovelace of Port Meridian was sentenced to six years in prison for smuggling.',
      'Ada Lovelace had worked at the mill for seven years when she went to prison.',
    );
  });
});

describe('figures of many sources', () => {
  const common = 'The fire at the Port Meridian cannery destroyed 44 boats.';
  const other = 'At least 48 boats were destroyed in the fire at the Port Meridian cannery.';
  const told = (count: number) => {
    const sources = [...Array(count).keys()].map((at) => `//- s${at + 100}\n${common}`);
    const { snapshot } = corpusOf([...sources, `//- z\n${other}`].join('\n'));
    const found = allFindings(snapshot).filter(({ code }) => code.startsWith('figure-'));
    return found.map(({ sides, message }) => `${sides.length}: ${message.args.join(' ')}`);
  };
  it('are one finding, the same from each, however many agree', () => {
    assert.deepEqual(told(4), ['5: “44 boats” (s100, s101, s102, s103); “At least 48 boats” (z)']);
    assert.deepEqual(told(39), ['40: “44 boats” (s100, s101, s102 + 36); “At least 48 boats” (z)']);
    assert.deepEqual(told(45), ['13: “44 boats” (s100, s101, s102 + 42); “At least 48 boats” (z)']);
    assert.deepEqual(told(60), ['13: “44 boats” (s100, s101, s102 + 57); “At least 48 boats” (z)']);
  });
});

describe('figures of two days', () => {
  const on = (day: string, text: string) => `Date: 1911-05-${day}\n\n${text}`;
  const updates = (a: string, b: string, ...expected: string[]) => check('figure-update', [a, b], ...expected);
  it('grow where more may become known, told in order of the days', () => {
    const toll = (dead: string) => `The flood in Lower Avaria killed ${dead} people, the prefect said.`;
    const [late, early] = [on('07', toll('19')), on('04', toll('12'))];
    updates(late, early, 'a "19 people" | b "12 people"');
    const { snapshot } = corpusOf(`//- a\n${late}\n//- b\n${early}`);
    const update = allFindings(snapshot).find(({ code }) => code === 'figure-update');
    assert.deepEqual(update?.message.args, ['“12 people” (b); “19 people” (a)']);
  });
  it('conflict where nothing grows: sums and ages', () => {
    const sum = (pounds: string) => `Ada Lovelace, who joined from the Lower Avaria mill for £${pounds}, bowed.`;
    const fees = [on('04', sum('250,000')), on('05', sum('350,000'))] as const;
    updates(...fees);
    check('figure-conflict', fees, 'a "£250,000" | b "£350,000"');
    const aged = [on('04', 'Ada Lovelace, 36, bowed.'), on('05', 'Ada Lovelace, 37, bowed.')] as const;
    updates(...aged);
    check('figure-conflict', aged, 'a "36" | b "37"');
  });
  it('are of two events where the places differ, and where weeks lie between and the names are not the same', () => {
    const closes = (jobs: string, town: string) =>
      `The Halcyon company will close its mill in ${town} by the end of the year, with the loss of ${jobs} jobs.`;
    const apart = [on('04', closes('310', 'Lisbon')), on('05', closes('640', 'Paris'))] as const;
    updates(...apart);
    check('figure-conflict', apart);
    const led = (soldiers: string) =>
      `Ada Lovelace led the Avarian contingent of ${soldiers} soldiers in the old mission.`;
    const past = [on('04', led('1,200')), on('24', led('1,400'))] as const;
    check('figure-conflict', past, 'a "1,200 soldiers" | b "1,400 soldiers"');
    const race = (arrested: string) => `Police arrested ${arrested} people after the race had ended.`;
    const weekly = [on('04', race('seven')), on('11', race('twelve'))] as const;
    updates(...weekly);
    check('figure-conflict', weekly);
  });
});

describe('days in the same words', () => {
  const began = (when: string) =>
    `The siege of the customs house at Port Meridian began ${when} with shots from twelve boats.`;
  it('conflict as weekdays, without a year, and as years', () => {
    check('date-conflict', [began('at dawn on Sunday'), began('at dawn on Monday')], 'a "Sunday" | b "Monday"');
    check('date-conflict', [began('on Oct. 28'), began('on October 29')], 'a "Oct. 28" | b "October 29"');
    check('date-conflict', [began('in 1911'), began('in 1912')], 'a "1911" | b "1912"');
  });
  it('are one finding, the same from each, however many agree', () => {
    const freed = (day: string) => `Ada Lovelace of Port Meridian was cleared of all charges on ${day} at noon.`;
    const told = (count: number) => {
      const sources = [...Array(count).keys()].map((at) => `//- s${at + 100}\n${freed('12 May')}`);
      const { snapshot } = corpusOf([...sources, `//- z\n${freed('14 May')}`].join('\n'));
      const found = allFindings(snapshot).filter(({ code }) => code === 'date-conflict');
      return found.map(({ sides, message }) => `${sides.length}: ${message.args.join(' ')}`);
    };
    assert.deepEqual(told(2), ['3: “12 May” (s100, s101); “14 May” (z)']);
    assert.deepEqual(told(13), ['14: “12 May” (s100, s101, s102 + 10); “14 May” (z)']);
    assert.deepEqual(told(60), ['13: “12 May” (s100, s101, s102 + 57); “14 May” (z)']);
  });
  it('are told as they stand, weekdays with their day', () => {
    const { snapshot } = corpusOf(`//- a\nDate: 1911-05-15\n\n${began('on Sunday')}\n//- b\n${began('on May 13')}`);
    const found = allFindings(snapshot).find(({ code }) => code === 'date-conflict');
    assert.deepEqual(found?.message.args, ['“Sunday” = 1911-05-14 (a); “May 13” (b)']);
  });
  it('conflict in a few words around them', () => {
    const held = (day: string, rest: string) =>
      `Ada Lovelace ${rest}. Lovelace was arrested ${day} at an inn in Port Meridian.`;
    check(
      'date-conflict',
      [held('Thursday', 'had fled'), held('Wednesday', 'was tired')],
      'a "Thursday" | b "Wednesday"',
    );
    check('date-conflict', [
      held('Thursday', 'had fled'),
      held('Wednesday', 'was tired').replaceAll('Lovelace', 'Babbage'),
    ]);
  });
  it('are both right of what people said, and of two weeks', () => {
    const said = (day: string) =>
      `Ada Lovelace said on ${day} that the siege of the customs house at Port Meridian was over.`;
    check('date-conflict', [said('Sunday'), said('Monday')]);
    const dated = (date: string, day: string) => `Date: ${date}\n\n${began(`on ${day}`)}`;
    check('date-conflict', [dated('1911-05-04', 'Sunday'), dated('1911-06-04', 'Monday')]);
  });
});

describe('titles in the same words', () => {
  const led = (title: string) =>
    `${title} Ada Lovelace, who led the search of the harbour, said that three boats were found.`;
  it('conflict as ranks of police and forces', () =>
    check('role-conflict', [led('Inspector'), led('Colonel')], 'a "Inspector" | b "Colonel"'));
  it('are one where one is short for the other, or is used by both', () => {
    check('role-conflict', [led('Inspector'), led('Chief Inspector')]);
    check('role-conflict', [led('Inspector'), `${led('Colonel')} Inspector Ada Lovelace left at noon.`]);
  });
});

describe('inflected names', () => {
  it('are not misspelt', () =>
    check('name-misspelling', [
      'Ada Lovelace met the council. Lovelace left. Lovelace was tired.',
      'The rich friends of the Lovelaces went home.',
      'Ada Lovelace went home.',
    ]));
});
