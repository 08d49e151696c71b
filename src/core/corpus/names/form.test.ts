import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MentionType } from '../../reading/types.ts';
import { formOf } from './form.ts';
import { nameInPhrase } from './phrase.ts';
import { oneSlipApart, slipHashes } from './slips.ts';

const key = (type: MentionType, written: string): string | undefined => formOf(type, written)?.key;

/** Whether the short form finds the long one among its offers. */
const standsFor = (type: MentionType, short: string, long: string): boolean => {
  const asks = new Set(formOf(type, short)?.asks);
  return formOf(type, long)?.offers.some((offer) => asks.has(offer.key)) === true;
};

describe('Forms of names', () => {
  const same = (type: MentionType, ...spellings: string[]): void => {
    for (const spelling of spellings) assert.equal(key(type, spelling), key(type, spellings[0] ?? ''), spelling);
  };

  it('know no case, accents, titles, possessives, legal forms and articles', () => {
    same(
      'person',
      'Ada Lovelace',
      'ADA LOVELACE',
      'Ada Lovelace’s',
      'Dr. Ada Lovelace',
      'Àda Lovelace',
      'Ada Lovelace, MP',
    );
    same('person', 'Ada Lovelace Jr.', 'Mr. Ada Lovelace, Junior');
    same('person', 'Ada Lovelace', 'U.S. District Judge Ada Lovelace', 'Port Arden Police Chief Ada Lovelace');
    same('person', 'Lovelace', 'Arden Police Commissioner Lovelace');
    same('person', 'Ada King Lovelace', 'Dr. Ada King Lovelace');
    same('person', 'Vincent Okafor', 'Vincent “The Chin” Okafor', 'attorney Vincent Okafor, 41');
    same('organization', 'Arden Motors', 'the Arden Motors', 'Arden Motors, Inc.', 'ARDEN MOTORS LTD');
    same(
      'organization',
      'U.S. Harbor Guard',
      'US Harbour Guard',
      'United States Harbor Guard',
      'American Harbor Guard',
    );
    same('organization', 'Ministry of Tides', 'Tides Ministry', 'the Ministry of the Tides');
    same('organization', 'Bolivian Department of Tides', 'Bolivian Tides Department');
    same('place', 'Mount Arden', 'Mt. Arden', 'in Mount Arden, Ruritania', 'Bolivia’s Mount Arden');
    same('place', 'United States', 'U.S.', 'U. S.', 'America', 'the USA');
  });

  it('offer themselves for shorter ones', () => {
    for (const [short, long] of [
      ['Lovelace', 'Ada Lovelace'],
      ['Ada', 'Ada Lovelace'],
      ['A. B. Lovelace', 'Ada Byron Lovelace'],
      ['Ada B. Lovelace', 'Ada Byron Lovelace'],
      ['Ada Byron', 'Ada Byron Lovelace'],
      ['van Arden', 'Ada van Arden'],
      ['Ada Lovelace', 'Ada Lovelace Jr.'],
      ['Ada Vane Okafor', 'Ada Bea Vane Okafor'],
      ['Ted Okafor', 'Edward Bela Okafor'],
      ['Sergey Lavrenko', 'Sergei Petrovich Lavrenko'],
    ] as const) {
      assert.ok(standsFor('person', short, long), `${short} < ${long}`);
    }
    for (const [short, long] of [
      ['ARC', 'Arden Relief Corps'],
      ['NORCOM', 'U.S. Northern Command'],
      ['Norcom', 'Northern Command'],
      ['US NORCOM', 'Northern Command'],
      ['BMA', 'Bolivian Medical Association'],
      ['Relief Corps', 'Arden Relief Corps'],
      ['Harbor Guard', 'Bolivian Harbor Guard'],
      ['Arden Police', 'Arden Police Department'],
      ['MoT', 'Ministry of Tides'],
      ['DOT', 'Tides Department'],
    ] as const) {
      assert.ok(standsFor('organization', short, long), `${short} < ${long}`);
    }
  });

  it('do not offer themselves for what is something else', () => {
    for (const [type, short, long] of [
      ['organization', 'Arden', 'Arden Hospital'],
      ['organization', 'Police', 'Arden Police'],
      ['place', 'Arden', 'Arden City'],
      ['place', 'Arden Hills', 'North Arden Hills'],
      ['place', 'Guinea', 'Papua New Guinea'],
      ['person', 'Byron Ada', 'Ada Byron Lovelace'],
      ['person', 'Ada Lovelace Sr.', 'Ada Lovelace Jr.'],
    ] as const) {
      assert.ok(!standsFor(type, short, long), `${short} < ${long}`);
    }
  });

  it('are found in phrases', () => {
    const within = (type: MentionType, phrase: string): string => {
      const { start, end } = nameInPhrase(type, phrase);
      return phrase.slice(start, end);
    };
    assert.equal(within('person', 'former Arden trustee Dr. Ada Lovelace'), 'Dr. Ada Lovelace');
    assert.equal(within('place', 'a hotel room in Port Meridian, Ruritania'), 'Port Meridian');
    assert.equal(within('place', 'off eastern Arden'), 'eastern Arden');
    assert.equal(within('organization', 'the Arden armed forces'), 'Arden armed forces');
    assert.equal(within('person', 'mountaineer'), 'mountaineer');
  });

  it('are equal when their keys are, so that no source decides what a name means for others', () => {
    const word = fc.constantFrom(
      ...'American U.S. US us Bolivian Bolivia Arden ARDEN Relief Corps ARC Arc NORCOM Norcom Ltd. Mt. Mount the of & Jr. Mr. A. B. “Bea” Sea, Port-Arden’s'.split(
        ' ',
      ),
    );
    const mention = fc.tuple(
      fc.constantFrom<MentionType>('person', 'place', 'organization', 'demonym', 'event'),
      fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    );
    const known = new Map<string, unknown>();
    fc.assert(
      fc.property(mention, ([type, written]) => {
        const form = formOf(type, written);
        if (form === null) return;
        const { asks, offers, spellings, rank, words } = form;
        const said = { asks, offers, spellings, rank, words };
        assert.deepEqual(known.get(form.key) ?? said, said, written);
        known.set(form.key, said);
      }),
      { numRuns: 2_000 },
    );
  });

  it('take any text in its stride', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom<MentionType>('person', 'place', 'organization', 'demonym'),
        (text, type) => {
          const { start, end } = nameInPhrase(type, text);
          assert.ok(0 <= start && start <= end && end <= text.length);
          formOf(type, text);
        },
      ),
    );
    const long = 'Ada '.repeat(20_000);
    assert.ok((formOf('person', long)?.words.length ?? 99) < 10);
  });
});

describe('Slips', () => {
  it('share a hash when they are one apart', () => {
    const slip = fc
      .tuple(fc.string({ minLength: 2, maxLength: 8 }), fc.nat(7), fc.constantFrom('drop', 'add', 'swap', 'change'))
      .map(([text, place, kind]): [string, string] => {
        const at = place % text.length;
        const rest = text.slice(at + 1);
        const [letter = '', next = ''] = text.slice(at);
        if (kind === 'drop') return [text, text.slice(0, at) + rest];
        if (kind === 'add') return [text, `${text.slice(0, at)}x${text.slice(at)}`];
        if (kind === 'change') return [text, `${text.slice(0, at)}x${rest}`];
        return [text, text.slice(0, at) + next + letter + rest.slice(1)];
      });
    fc.assert(
      fc.property(slip, ([a, b]) => {
        assert.equal(oneSlipApart(a, b), a !== b);
        assert.equal(oneSlipApart(b, a), a !== b);
        const hashes = slipHashes(b, '');
        assert.ok([...slipHashes(a, '')].some((hash) => hashes.has(hash)));
      }),
    );
    assert.ok(!oneSlipApart('okafor', 'okfaro'));
  });
});
