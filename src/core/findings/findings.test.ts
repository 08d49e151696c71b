import assert from 'node:assert/strict';
import { corpusOf } from '../../testing/corpus.ts';
import { checkFindings } from '../../testing/findings.ts';
import { allFindings, findings, formatMessage, MESSAGES, RULES } from './index.ts';

const PROSE =
  'The harbour has been the only link of the islands to the mainland since the old bridge was lost in the spring floods, and the council of the islands has never found the money for a new one.';
const MORE_PROSE =
  'Fishing boats carry the mail, and in winter whole weeks go by in which nobody crosses the channel and the lighthouse keeper burns driftwood.';

describe('findings', () => {
  it('report each finding once, and the same one at each of its sides', () => {
    const { snapshot } = corpusOf(`//- a\n${PROSE} ${MORE_PROSE} — UPI\n//- b\n${PROSE} ${MORE_PROSE}`);
    const all = allFindings(snapshot).map(({ fingerprint }) => fingerprint);
    assert.equal(new Set(all).size, all.length);
    const bySource = ['a', 'b'].map((uri) =>
      findings(snapshot, uri).filter(({ code }) => code === 'passage-uncredited'),
    );
    assert.equal(bySource[0]!.length, 1);
    assert.deepEqual(bySource[0], bySource[1]);
  });

  it('have sentences for every message they send', () => {
    const { snapshot } = corpusOf(`//- a\n${PROSE} ${MORE_PROSE} — UPI\n//- b\n${PROSE} ${MORE_PROSE}`);
    for (const { message, sides } of allFindings(snapshot)) {
      for (const each of [message, ...sides.map(({ label }) => label)]) {
        assert.ok(MESSAGES[each.code], each.code);
        assert.doesNotMatch(formatMessage(each), /\{\d\}|undefined/);
      }
    }
  });

  it('come from rules in order of their codes', () => {
    const codes = RULES.map(({ code }) => code);
    assert.deepEqual(codes, [...codes].sort());
  });
});

describe('passage-shared and passage-uncredited', () => {
  const wire = `//- a\n${PROSE} ${MORE_PROSE} — UPI\n`;
  it('name a source that takes over wire copy without credit', () => {
    const { snapshot } = corpusOf(`${wire}//- b\n${PROSE}\n\nSomething of its own.\n\n${MORE_PROSE}`);
    const found = allFindings(snapshot).find(({ code }) => code === 'passage-uncredited');
    assert.equal(found?.sides[0].uri, 'b');
    assert.match(formatMessage(found.message), /UPI/);
  });
  it('are silent about one that credits it', () =>
    checkFindings('passage-uncredited', `${wire}//- b\n${PROSE} ${MORE_PROSE} (UPI)`));
  it('are silent about one that names it in passing', () =>
    checkFindings('passage-uncredited', `${wire}//- b\n${PROSE} ${MORE_PROSE} UPI first told this story.`));
  it('let two witnesses quote one statement', () => {
    const quoted = (by: string) => `“${PROSE.slice(0, -1)},” ${by} said.`;
    checkFindings('passage-shared', `//- a\n${quoted('Ada Lovelace')}\n//- b\nAt noon. ${quoted('Ada Lovelace')}`);
  });
  it('let them name the speaker in the same words', () => {
    const quoted = `“${PROSE.slice(0, -1)},” said chief engineer Ada Lovelace. “${MORE_PROSE}”`;
    checkFindings('passage-shared', `//- a\n${quoted}\n//- b\nAt noon. ${quoted}`);
  });
  it('suggest the earlier one', () => {
    const { snapshot } = corpusOf(`//- a\nDate: 1911-05-04\n\n${PROSE}\n//- b\nDate: 1911-05-03\n\n${PROSE}`);
    const found = allFindings(snapshot).find(({ code }) => code === 'passage-shared');
    assert.match(formatMessage(found!.message), /earlier here: b \(1911-05-03\)/);
  });
  it('are silent about formulas', () =>
    checkFindings(
      'passage-shared',
      '//- a\nThe mayor said in a statement on Tuesday that the road was open.\n//- b\nA judge said in a statement on Tuesday that she would resign.',
    ));
});

describe('quotation-variant', () => {
  it('collects what is only spelt otherwise', () =>
    checkFindings(
      'quotation-variant',
      `//- a
“The harbour organisation has failed the half-drowned islands again,” Ada Lovelace said.
//- b
“The harbor organization has failed the half drowned islands again,” Ada Lovelace said.`,
      'a "harbour" | a "organisation" | a "half-drowned" | b "harbor" | b "organization" | b "half drowned"',
    ));
  it('names every source of each reading', () =>
    checkFindings(
      'quotation-variant',
      ['will not', 'will never', 'will not']
        .map((verb, at) => `//- ${'abc'[at]}\n“This storm ${verb} break the will of our islands,” Ada Lovelace said.`)
        .join('\n'),
      'a "not" | b "never" | c "not"',
    ));
  it('is silent where one source only prints less', () =>
    checkFindings(
      'quotation-variant',
      `//- a
“We have built a bridge for a hundred years. We have built it without debts,” Ada Lovelace said.
//- b
“We have built a bridge for a hundred years,” Ada Lovelace said.`,
    ));
  it('is silent about two statements with a few words in common', () =>
    checkFindings(
      'quotation-variant',
      `//- a
“We will build a new bridge over the channel before the winter comes,” Ada Lovelace said.
//- b
“We will build schools in every valley, and nobody will pay for them,” Ada Lovelace said.`,
    ));
});

describe('quotation-unmarked', () => {
  const statement = 'The harbour is a powerful example of what the people of these islands can build together';
  it('finds words that another source quotes', () =>
    checkFindings(
      'quotation-unmarked',
      `//- a\n“${statement},” Ada Lovelace said on the quay.\n//- b\nWork began in May. ${statement}.`,
      `b "${statement}" | a "${statement}"`,
    ));
  it('is silent about a few of many quoted words', () =>
    checkFindings(
      'quotation-unmarked',
      `//- a\n“${statement}, and it stands at the end of a road that our fathers laid stone by stone through the marsh in the years of the great hunger,” Ada Lovelace said.\n//- b\nWork began in May. ${statement}.`,
    ));
  it('is silent where the sentence names the speaker', () =>
    checkFindings(
      'quotation-unmarked',
      `//- a\n“${statement},” Ada Lovelace said on the quay.\n//- b\nAda Lovelace had long called it so: ${statement}.`.replace(
        'so: The',
        'so, and the',
      ),
    ));
  it('is silent where they are reported as speech', () =>
    checkFindings(
      'quotation-unmarked',
      `//- a\n“${statement},” Ada Lovelace said on the quay.\n//- b\nAda Lovelace said: ${statement}.`,
    ));
});

describe('quotation-speaker-conflict', () => {
  const words = 'The new bridge will carry us all for a hundred years';
  it('finds one utterance of two people', () =>
    checkFindings(
      'quotation-speaker-conflict',
      `//- a\n“${words},” Ada Lovelace said.\n//- b\n“${words},” Charles Babbage said.`,
      'a "Ada Lovelace" | b "Charles Babbage"',
    ));
  it('is one for all sources', () =>
    checkFindings(
      'quotation-speaker-conflict',
      `//- a\n“${words},” Ada Lovelace said.\n//- b\n“${words},” Charles Babbage said.\n//- c\n“${words},” Ada Lovelace said.`,
      'a "Ada Lovelace" | b "Charles Babbage" | c "Ada Lovelace"',
    ));
  it('is silent about the longer and the shorter name of one', () =>
    checkFindings(
      'quotation-speaker-conflict',
      `//- a\nAda Lovelace came. “${words},” Lovelace said.\n//- b\n“${words},” Ada Lovelace said.`,
    ));
});

describe('role-conflict', () => {
  it('sets rank against rank', () =>
    checkFindings(
      'role-conflict',
      `//- a\nLt. Gen. Ada Lovelace commands the garrison.\n//- b\nGen. Ada Lovelace commands the garrison.`,
      'a "Lt. Gen." | b "Gen."',
    ));
  it('is silent about an abbreviation, an office, and no rank', () =>
    checkFindings(
      'role-conflict',
      `//- a\nGeneral Ada Lovelace commands the garrison.\n//- b\nGen. Ada Lovelace spoke.\n//- c\nAda Lovelace, the commander of the garrison, spoke.`,
    ));
});

describe('name-misspelling and name-variant', () => {
  it('name the rare form and the established one', () =>
    checkFindings(
      'name-misspelling',
      `//- a\nAda Lovelace met the council. Lovelace left.\n//- b\nAda Lovelace met the council. “No,” Lovlace said.\n//- c\nAda Lovelace went home.`,
      'b "Lovlace" | a "Ada Lovelace" | b "Ada Lovelace" | c "Ada Lovelace"',
    ));
  it('count every name that has the word as it should be, longer or shorter', () => {
    const { snapshot } = corpusOf(
      '//- a\nAda Lovelace met the council. Lovelace left, and Lovelace wrote.\n//- b\nAda Lovelace met the council. “No,” Lovlace said.\n//- c\nAda Lovelace went home.',
    );
    const only = allFindings(snapshot).find(({ code }) => code === 'name-misspelling');
    assert.equal(
      only && formatMessage(only.message),
      '“Lovlace” looks like a misspelling of “Ada Lovelace” (so spelt 5 times in 3 sources)',
    );
  });
  it('are surer of accents than of letters', () => {
    const sureOf = (rare: string): number | undefined => {
      const usual = 'The prefect received Álvaro Benítez in the town hall. Álvaro Benítez left.';
      const { snapshot } = corpusOf(`//- a\n${usual}\n//- b\nThe prefect received ${rare} in the town hall.`);
      return allFindings(snapshot).find(({ code }) => code === 'name-variant')?.confidence;
    };
    assert.deepEqual([sureOf('Alvaro Benitez'), sureOf('Alvaro Benites')], [0.9, 0.7]);
  });
});

describe('quotation-marks', () => {
  it('finds an opening mark without a closing one', () =>
    checkFindings('quotation-marks', '//- a\nShe said: “We leave tomorrow. Nobody answered.', 'a "“"'));
  it('finds marks that do not belong together', () =>
    checkFindings('quotation-marks', '//- a\nThey call it “a free harbour" on the islands.', 'a "“a free harbour""'));
});

describe('hedge-dropped', () => {
  it('finds the plain side of a shared passage', () =>
    checkFindings(
      'hedge-dropped',
      `//- a
Police searched the warehouse of the alleged smugglers near the northern docks on Monday morning.
//- b
Police searched the warehouse of the smugglers near the northern docks on Monday morning.`,
      'b "smugglers" | a "alleged smugglers"',
    ));
});

describe('term-variant', () => {
  it('tells a pair once, where the spelling is the rarer one', () =>
    checkFindings(
      'term-variant',
      '//- a\nThe counter-attack failed.\n//- b\nThe counterattack failed.',
      'b "counterattack" | a "counter-attack"',
    ));
});

describe('term-variant, of two kinds', () => {
  it('are two findings of a source', () =>
    checkFindings(
      'term-variant',
      '//- a\nThe organisation kept the counter-attack and all co-operation secret.\n//- b\nThe organization kept the counterattack and all cooperation secret.',
      'b "organization" | a "organisation"',
      'b "counterattack" | a "counter-attack" | a "co-operation" | b "cooperation"',
    ));
});

describe('source-anonymous', () => {
  it('lists the places of one source', () =>
    checkFindings(
      'source-anonymous',
      '//- a\nThe bridge was mined, according to an official who spoke on condition of anonymity.',
      'a "an official who spoke on condition of anonymity"',
    ));
});

describe('source-anonymous, told elsewhere', () => {
  it('names the other source once, and on whom it rests there', () => {
    const { snapshot } = corpusOf(
      `//- a
The bridge was inspected in the spring and was found to be safe, an official said.
//- b
The bridge was inspected in the spring and was found to be safe.`,
    );
    const found = ['a', 'b'].map((uri) => findings(snapshot, uri).filter(({ code }) => code === 'source-anonymous'));
    assert.deepEqual(found[0], found[1]);
    assert.deepEqual(
      found[0]!.flatMap(({ sides }) => sides.map(({ label }) => formatMessage(label))),
      ['one person', 'b tells it without a source'],
    );
  });
});

describe('source-undated', () => {
  it('lists what stays unresolved', () =>
    checkFindings('source-undated', '//- a\nThe ferry sank on Tuesday. Forty people were aboard.', 'a "Tuesday"'));
  it('tells that a day is known, where only the year is not', () => {
    const { snapshot } = corpusOf(
      '//- a\nPORT MERIDIAN, Oct 14 (Coastline) - The ferry sank off the harbour on Tuesday, the board said. Forty people were aboard.\n//- b\nThe ferry sank on Tuesday. It has often been late recently.',
    );
    assert.deepEqual(
      allFindings(snapshot).flatMap((each) => (each.code === 'source-undated' ? formatMessage(each.message) : [])),
      [
        'This source is dated “Oct 14”, and nothing tells the year: 2 relative or partial dates stay unresolved',
        'No date of writing was found in this source: 1 relative or partial date stays unresolved',
      ],
    );
  });
  it('is silent about a source that is dated, or needs no date', () =>
    checkFindings(
      'source-undated',
      '//- a\nDate: 1911-05-04\n\nThe ferry sank on Tuesday.\n//- b\nThe ferry sank. Forty people were aboard.',
    ));
});

describe('weekday-mismatch', () => {
  it('reckons the weekday of a date', () =>
    checkFindings('weekday-mismatch', '//- a\nIt was signed on Monday, 3 May 1911.', 'a "Monday, 3 May 1911"'));
  it('looks for no other year where the date is near', () =>
    checkFindings(
      'weekday-mismatch',
      '//- a\nDate: 2026-03-10\n\nThe fair will open on Wednesday, 19 March, and close on Friday, 20 March.',
      'a "Wednesday, 19 March"',
    ));
  it('is silent where they go together', () =>
    checkFindings('weekday-mismatch', '//- a\nIt was signed on Wednesday, 3 May 1911.'));
});

describe('date-conflict and stale-relative-date', () => {
  it('set one day of an event against another', () =>
    checkFindings(
      'date-conflict',
      `//- a
The ferry Halcyon sank off Port Meridian on 3 May 1911 with forty people aboard.
//- b
The ferry Halcyon sank off Port Meridian on 4 May 1911 with forty people aboard.`,
      'a "3 May 1911" | b "4 May 1911"',
    ));
  it('find a relative date that was copied', () =>
    checkFindings(
      'stale-relative-date',
      `//- a
Date: 1911-05-04

The council of the islands met earlier this week to vote on the harbour loan and the bridge.
//- b
Date: 1911-05-15

The council of the islands met earlier this week to vote on the harbour loan and the bridge.`,
      'b "earlier this week" | a "earlier this week"',
    ));
  it('are silent about a paper’s routine sentences, about hours, and about the next day’s paper', () => {
    const priceReport = (date: string, price: number, boats: string) => `Date: ${date}

The price of herring rose to ${price} crowns a barrel on Friday, the harbour board of Port Meridian said in its report on the week. ${boats} boats landed their catch at the northern quay.`;
    checkFindings(
      'stale-relative-date',
      `//- a\n${priceReport('1911-05-05', 44, 'Seven')}\n//- b\n${priceReport('1911-05-12', 51, 'Nine')}`,
    );
    const own = (date: string, text: string) => `Date: ${date}\n\n${text}`;
    const routine = 'The figures were published on Tuesday by the harbour board of Port Meridian.';
    checkFindings(
      'stale-relative-date',
      `//- a\n${own('1911-05-05', `${PROSE} ${routine}`)}\n//- b\n${own('1911-05-12', `${MORE_PROSE} ${routine}`)}`,
    );
    const hours = `${PROSE} The market opened at six in the morning. ${MORE_PROSE}`;
    checkFindings('stale-relative-date', `//- a\n${own('1911-05-05', hours)}\n//- b\n${own('1911-05-12', hours)}`);
    const night = `${PROSE} The council met yesterday to vote on it. ${MORE_PROSE}`;
    checkFindings('stale-relative-date', `//- a\n${own('1911-05-05', night)}\n//- b\n${own('1911-05-06', night)}`);
  });
  it('find a weekday that was copied with a long passage, each with the one in its place', () => {
    const text = `On Monday the council met in the town hall. ${PROSE} It met again on Wednesday to vote on the harbour loan, and the mayor went home.`;
    checkFindings(
      'stale-relative-date',
      `//- a\nDate: 1911-05-04\n\n${text}\n//- b\nDate: 1911-05-18\n\n${text}`,
      'b "Monday" | a "Monday"',
      'b "Wednesday" | a "Wednesday"',
    );
  });
});

describe('figures', () => {
  it('conflict when no number fits both', () =>
    checkFindings(
      'figure-conflict',
      `//- a
The great fire at the Port Meridian cannery destroyed 44 boats along the northern quay.
//- b
At least 48 boats were destroyed along the quay by the fire at the Port Meridian cannery.`,
      'a "44 boats" | b "At least 48 boats"',
    ));
  it('do not conflict with their own rounding', () =>
    checkFindings(
      'figure-conflict',
      `//- a
The great fire at the Port Meridian cannery destroyed 151 boats along the northern quay.
//- b
More than 150 boats were destroyed along the quay by the fire at the Port Meridian cannery.`,
    ));
  it('do not conflict with the count of something else', () =>
    checkFindings(
      'figure-conflict',
      `//- a
The great fire at the Port Meridian cannery destroyed 44 boats along the northern quay.
//- b
A storm in the autumn before had thrown six boats on the rocks of the southern cape.`,
    ));
  it('are an update when they grow with the days', () =>
    checkFindings(
      'figure-update',
      `//- a
Date: 1911-05-04

The flood in the lower valley of Avaria killed 12 people, the prefect of the province said.
//- b
Date: 1911-05-06

The flood in the lower valley of Avaria killed 19 people, the prefect of the province said.`,
      'a "12 people" | b "19 people"',
    ));
  it('tell the same share of two things', () =>
    checkFindings(
      'figure-scope',
      `//- a
Some 62 per cent of the tea of the hills is shipped through Port Meridian every year.
//- b
“Sixty-two percent of the wool of the world passes through Port Meridian,” Ada Lovelace said.`,
      'a "Some 62 per cent of the tea" | b "Sixty-two percent of the wool"',
    ));
});

describe('quotation-excerpt', () => {
  it('finds a headline that says quoted words of another subject', () =>
    checkFindings(
      'quotation-excerpt',
      `//- a
Portugal carries out "swift coastal operations" on the islands

Ada Lovelace said that she would "support the fishermen in their swift coastal operations against smugglers" on Friday.`,
      'a ""swift coastal operations"" | a "support the fishermen in their swift coastal operations against smugglers"',
    ));
});
