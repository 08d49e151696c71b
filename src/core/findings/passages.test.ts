import assert from 'node:assert/strict';
import { corpusOf } from '../../testing/corpus.ts';
import { checkFindings } from '../../testing/findings.ts';
import { allFindings, formatMessage } from './index.ts';

const LINK =
  'The harbour has been the only link of the islands to the mainland since the old bridge was lost in spring.';
const MAIL = 'Fishing boats carry the mail, and in winter whole weeks pass in which nobody crosses the stormy channel.';

describe('passages', () => {
  it('leave out dates and datelines above the prose', () =>
    checkFindings(
      'passage-shared',
      `//- a\n14 October 1911\n\n${LINK} ${MAIL}\n//- b\n14 October 1911\n\n${LINK} ${MAIL}`,
      `a "${LINK} ${MAIL.slice(0, -1)}" | b "${LINK} ${MAIL.slice(0, -1)}"`,
    ));
  it('leave out invitations that any two sources have', () => {
    const promotion = '\n\nSign up for our weekly newsletter to get the best stories from the islands in your inbox.\n';
    checkFindings(
      'passage-shared',
      `//- a\nThe mayor of Port Meridian opened a school.${promotion}\nPupils sang.\n//- b\nTwo ferries collided off Larkhill.${promotion}\nNobody drowned.`,
    );
  });
});

describe('passage-shared', () => {
  it('is one finding for all sources of a stretch', () => {
    const { snapshot } = corpusOf([...'abcdefgh'].map((uri) => `//- ${uri}\n${LINK} Told by ${uri}.`).join('\n'));
    const found = allFindings(snapshot).filter(({ code }) => code === 'passage-shared');
    assert.deepEqual(
      found.map(({ sides }) => sides.map(({ uri }) => uri).join('')),
      ['abcdefgh'],
    );
    assert.match(formatMessage(found[0]!.message), /^a, b and c \+ 5 share 1 passage of prose/);
  });
  it('is another one where two of the sources share more', () =>
    checkFindings(
      'passage-shared',
      `//- a\n${LINK}\n//- b\n${LINK}\n\nThe council met twice over the matter, and nothing at all came of it.\n\n${MAIL}\n//- c\n${LINK}\n\nA petition with eighty names went to Port Meridian some days later.\n\n${MAIL}`,
      `a "${LINK.slice(0, -1)}" | b "${LINK.slice(0, -1)}" | c "${LINK.slice(0, -1)}"`,
      `b "${MAIL.slice(0, -1)}" | c "${MAIL.slice(0, -1)}"`,
    ));
  it('parts sources that took different stretches of a longer one', () =>
    checkFindings(
      'passage-shared',
      `//- a\n${LINK}\n\nNobody knew.\n\n${MAIL}\n//- b\n${LINK}\n//- c\n${MAIL}`,
      `a "${LINK.slice(0, -1)}" | b "${LINK.slice(0, -1)}"`,
      `a "${MAIL.slice(0, -1)}" | c "${MAIL.slice(0, -1)}"`,
    ));
  it('is silent about a phrase', () =>
    checkFindings(
      'passage-shared',
      '//- a\nThe Tarvanian contingent of 1,400 soldiers in the mission left at dawn.\n//- b\nNobody saw the Tarvanian contingent of 1,400 soldiers in the mission again.',
    ));
});

describe('quotation-unmarked', () => {
  const words = 'Nobody on this council will ever again vote for a bridge that the islands cannot pay for';
  it('finds lost marks within copied prose', () =>
    checkFindings(
      'quotation-unmarked',
      `//- a\n${LINK} “${words},” Ada Lovelace said. ${MAIL}\n//- b\n${LINK} ${words}. ${MAIL}`,
      `b "${words}" | a "${words}"`,
    ));
  it('is silent where copied prose stands around a report of the words', () =>
    checkFindings(
      'quotation-unmarked',
      `//- a\n${LINK} “${words},” Ada Lovelace said. ${MAIL}\n//- b\n${LINK} Ada Lovelace said that ${words.toLowerCase()}. ${MAIL}`,
    ));
  it('is silent where only a few words of a copied stretch are quoted', () =>
    checkFindings(
      'quotation-unmarked',
      `//- a\n${LINK} It is “a bridge we cannot pay for”, Ada Lovelace said. ${MAIL}\n//- b\n${LINK} It is a bridge we cannot pay for. ${MAIL}`,
    ));
});

describe('hedge-dropped', () => {
  const told = (whom: string, more: string) =>
    `The customs cutter stopped two boats off Larkhill before dawn and arrested six ${whom} on board.${more}`;
  const ringleader = ' The suspected ringleader was taken to Port Meridian in a closed carriage.';
  it('is not muted by a hedge that both have about something else', () =>
    checkFindings(
      'hedge-dropped',
      `//- a\n${told('alleged smugglers', ringleader)}\n//- b\n${told('smugglers', ringleader)}`,
      'b "smugglers" | a "alleged smugglers"',
    ));
  it('shows the word that stands in the same place', () =>
    checkFindings(
      'hedge-dropped',
      `//- a\nThat smugglers use the bay is old. ${told('alleged smugglers', '')}\n//- b\nThat smugglers use the bay is old. ${told('smugglers', '')}`,
      'b "smugglers" | a "alleged smugglers"',
    ));
  it('is silent about another hedge', () =>
    checkFindings(
      'hedge-dropped',
      `//- a\n${told('alleged smugglers', '')}\n//- b\n${told('suspected smugglers', '')}`,
    ));
  it('is silent about a hedge elsewhere in the sentence', () =>
    checkFindings(
      'hedge-dropped',
      `//- a\n${told('alleged smugglers', '')}\n//- b\n${told('smugglers', '').replace('.', ', who allegedly carried rum.')}`,
    ));
});

describe('role-conflict', () => {
  const opened = (title: string): string =>
    `${title} Petar Hollo opened the new barracks of the garrison at Larkhill on Monday, with a speech about the bridge.`;
  it('sets one department against another in the same words', () =>
    checkFindings(
      'role-conflict',
      `//- a\n${opened('Defence Minister')}\n//- b\n${opened('Finance Minister')}`,
      'a "Defence Minister" | b "Finance Minister"',
    ));
  it('lets one person hold two kinds of office, and spells them as it likes', () => {
    checkFindings('role-conflict', `//- a\n${opened('Defence Minister')}\n//- b\n${opened('Deputy Prime Minister')}`);
    checkFindings('role-conflict', `//- a\n${opened('Defence Minister')}\n//- b\n${opened('Defense Minister')}`);
  });
  it('lists a rank once', () => {
    const { snapshot } = corpusOf(
      ['Rear Admiral', 'Vice Admiral', 'Rear Admiral']
        .map((rank, at) => `//- ${'abc'.charAt(at)}\n${rank} Ada Okafor said that the ferry sank at noon.`)
        .join('\n'),
    );
    const found = allFindings(snapshot).find(({ code }) => code === 'role-conflict');
    assert.match(formatMessage(found!.message), /“Rear Admiral” \(a, c\), “Vice Admiral” \(b\)$/);
  });
});
