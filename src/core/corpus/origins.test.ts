import assert from 'node:assert/strict';
import { corpusOf } from '../../testing/corpus.ts';
import { origins, suggestedOrigin } from './origins.ts';

const HARBOUR =
  'The harbour has been the only link of the islands to the mainland since the old bridge was lost in the spring floods, and the council of the islands has never found the money for a new one, nor the timber, nor the men who would build it across the channel before another winter closes in on them and the ice comes down.';
const MARKET =
  'For forty years the market on the quay has opened at six in the morning, and on Friday many of the stalls stayed shut while their owners argued about the price of oil, flour and rent with anybody who would stop to listen to them in the rain, and with the constable who had come to see what the noise was about.';

/** Groups of sources, each a date (or none) and its text. */
function check(sources: Readonly<Record<string, readonly [date: string, text: string]>>, expected: string[][]): void {
  const files = Object.entries(sources).map(
    ([uri, [date, text]]) => `//- ${uri}\n${date && `Date: ${date}\n\n`}${text}`,
  );
  const { snapshot } = corpusOf(files.join('\n'));
  assert.deepEqual(origins(snapshot, snapshot.uris()), expected);
}

describe('origins', () => {
  it('follow copies of copies back to the one that has both', () =>
    check(
      {
        a: ['1911-05-05', HARBOUR],
        b: ['1911-05-03', `${HARBOUR}\n\n${MARKET}`],
        c: ['1911-05-05', MARKET],
      },
      [['a', 'b', 'c']],
    ));
  it('do not make one witness of two that a later source took from', () =>
    check(
      {
        a: ['1911-05-03', HARBOUR],
        b: ['1911-05-05', `${HARBOUR} Nobody came.\n\n${MARKET.slice(0, MARKET.indexOf(', and with'))}.`],
        c: ['1911-05-04', MARKET],
      },
      [['a', 'b'], ['c']],
    ));
  it('join what cannot be put in order', () =>
    check({ a: ['', HARBOUR], b: ['', `${HARBOUR}\n\n${MARKET}`], c: ['', MARKET] }, [['a', 'b', 'c']]));
  it('are suggested by a credit, else by the earliest date, else not', () => {
    const dated = (uri: string, date: string, credit = '') => `//- ${uri}\nDate: ${date}\n\n${HARBOUR}${credit}\n`;
    const suggested = (corpus: string) => {
      const { snapshot } = corpusOf(corpus);
      const found = suggestedOrigin(snapshot, snapshot.uris());
      return found && (found.by === 'credit' ? found.agency : found.uri);
    };
    assert.equal(suggested(dated('a', '1911-05-04') + dated('b', '1911-05-05', ' — UPI')), 'UPI');
    assert.equal(suggested(dated('a', '1911-05-04') + dated('b', '1911-05-03')), 'b');
    assert.equal(suggested(dated('a', '1911-05-04') + dated('b', '1911-05-04')), null);
  });
});
