import assert from 'node:assert/strict';
import { corpusOf, placed } from '../../testing/corpus.ts';
import { allFindings } from './index.ts';

/** All findings of one code in the corpus, each as its sides. */
function check(code: string, corpus: string, ...expected: string[]): void {
  const { snapshot } = corpusOf(corpus);
  const found = allFindings(snapshot).filter((finding) => finding.code === code);
  assert.deepEqual(
    found.map(({ sides }) => sides.map((side) => placed(snapshot, side)).join(' | ')),
    expected,
  );
}

const LINK =
  'The harbour has been the only link of the islands to the mainland since the old bridge was lost in spring.';
const MAIL = 'Fishing boats carry the mail, and in winter whole weeks pass in which nobody crosses the stormy channel.';

describe('passages', () => {
  it('leave out dates and datelines above the prose', () =>
    check(
      'passage-shared',
      `//- a\n14 October 1911\n\n${LINK} ${MAIL}\n//- b\n14 October 1911\n\n${LINK} ${MAIL}`,
      `a "${LINK} ${MAIL.slice(0, -1)}" | b "${LINK} ${MAIL.slice(0, -1)}"`,
    ));
  it('leave out invitations that any two sources have', () => {
    const promotion = '\n\nSign up for our weekly newsletter to get the best stories from the islands in your inbox.\n';
    check(
      'passage-shared',
      `//- a\nThe mayor of Port Meridian opened a school.${promotion}\nPupils sang.\n//- b\nTwo ferries collided off Larkhill.${promotion}\nNobody drowned.`,
    );
  });
});
