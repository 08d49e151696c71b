import assert from 'node:assert/strict';
import { corpusOf } from '../../testing/corpus.ts';
import { sameUtterance, utteranceOf } from './utterances.ts';

/** Relation of the first quotation to each one elsewhere, with the words that differ. */
function check(corpus: string, ...expected: string[]): void {
  const { snapshot } = corpusOf(corpus);
  const words = (uri: string, { start, end }: { start: number; end: number }): string =>
    snapshot.source(uri)!.reading.text.slice(start, end);
  const found = sameUtterance(snapshot, 'a', 0).map(({ ref, relation, variants }) =>
    [
      `${ref.uri} ${relation}`,
      ...variants.map(
        ({ here, there, spelling }) => `${words('a', here)}${spelling ? ' ~ ' : ' / '}${words(ref.uri, there)}`,
      ),
    ].join('; '),
  );
  assert.deepEqual(found, expected);
}

const by = (words: string, speaker = 'Ada Lovelace'): string => `“${words},” ${speaker} said.`;

describe('utterances', () => {
  it('are spoken words: contractions and numbers are no other words', () =>
    check(
      `//- a\n${by("He's sold 22 boats, and we won't buy them back")}\n//- b\n${by('He has sold twenty-two boats, and we will not buy them back')}`,
      "b variant; He's ~ He has; 22 ~ twenty-two; won't ~ will not",
    ));
  it('have one apostrophe, straight or curly', () =>
    check(
      `//- a\n${by("They've seen what it's like on the quay")}\n//- b\n${by('They’ve seen what it’s like on the quay')}`,
      'b same',
    ));
  it('differ in words, shown with the word before where one side has none', () =>
    check(
      `//- a\n${by('The fire went through nine storeys at a time of its choosing')}\n//- b\n${by('The fire went through nine floors at a time of its own choosing')}`,
      'b variant; storeys / floors; its / its own',
    ));
  it('may differ in their last word', () =>
    check(
      `//- a\n${by('I am not giving up on anybody')}\n//- b\n${by('I am not giving up on anyone')}`,
      'b variant; anybody / anyone',
    ));
  it('are cut, not changed, by marks of omission', () =>
    check(
      `//- a\n${by('We stopped the ferry at noon … because the channel is not safe')}\n//- b\n${by('We stopped the ferry at noon, as the pilots had asked, because the channel is not safe')}`,
      'b part',
    ));
  it('are not made by formulas', () => {
    check(`//- a\n${by('No comment')}\n//- b\n${by('No comment', 'Charles Babbage')}`);
    check(`//- a\n${by('Thank you')}\n//- b\n${by('Thank you')}`);
  });
  it('of two persons are one only in the same words', () => {
    const deal = (kind: string): string => `We have got a deal, and it is a ${kind} one for the islands`;
    check(`//- a\n${by(deal('good'))}\n//- b\n${by(deal('bad'), 'Charles Babbage')}`);
    check(`//- a\n${by(deal('good'))}\n//- b\n${by(deal('good'), 'Charles Babbage')}`, 'b same');
  });
  it('of one person are two in other words', () =>
    check(
      `//- a\n${by('We will build a new bridge before the winter comes')}\n//- b\n${by('We will build schools in every valley of the islands')}`,
    ));
  const year = (start: string, mood: string): string => `We had a ${start} start and are ${mood} about the year`;
  it('of one person are two where half of what they tell is otherwise', () =>
    check(`//- a\n${by(year('good', 'confident'))}\n//- b\n${by(year('bad', 'cautious'))}`));
  it('of one person are two, in other words, in sources of different weeks', () => {
    const on = (day: number, words: string): string => `Date: 1911-05-${day}\n\n${by(words)}`;
    const [first, second] = [year('good', 'confident'), year('good', 'cautious')];
    check(`//- a\n${on(14, first)}\n//- b\n${on(28, second)}`);
    check(`//- a\n${on(14, first)}\n//- b\n${on(15, second)}`, 'b variant; confident / cautious');
    check(`//- a\n${on(14, first)}\n//- b\n${on(28, first)}`, 'b same');
  });
  it('of two of one surname are of two persons', () => {
    const deal = (kind: string): string => `We have got a deal, and it is a ${kind} one for the islands`;
    check(`//- a\n${by(deal('good'), 'Lewis Hart')}\n//- b\n${by(deal('bad'), 'Mary Hart')}`);
    check(
      `//- a\n${by(deal('good'), 'William Hart')}\n//- b\n${by(deal('bad'), 'Bill Hart')}`,
      'b variant; good / bad',
    );
  });
  it('are the same group from each of their printings', () => {
    const { snapshot } = corpusOf(
      `//- a\n${by('The harbour will stay open all winter')}\n//- b\n${by('The harbour will stay open all winter, and the mail will come by boat')}\n//- c\n${by('The harbor will stay open all winter')}`,
    );
    assert.deepEqual(
      ['a', 'b', 'c'].map((uri) => utteranceOf(snapshot, uri, 0).base.uri),
      ['b', 'b', 'b'],
    );
  });
});
