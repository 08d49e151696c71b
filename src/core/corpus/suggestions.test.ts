import assert from 'node:assert/strict';
import { markedSources } from '../../testing/markedNames.ts';
import { decideDifferent, dismissSuggestion, emptyAuthority, nameRules, type Authority } from './authority/index.ts';
import { Corpus } from './corpus.ts';
import { SuggestionIndex } from './suggestionIndex.ts';
import { suggestionList, suggestions } from './suggestions.ts';
import type { Entity, Snapshot } from './types.ts';

const suggested = (snapshot: Snapshot, authority: Authority = emptyAuthority): string[] =>
  suggestions(snapshot, authority).map(({ names, reason }) => `${names.join(' ~ ')}: ${reason}`);

const named = (snapshot: Snapshot, name: string): Entity => {
  const entity = snapshot.entities().find((one) => one.name === name);
  assert.ok(entity);
  return entity;
};

describe('Suggestions', () => {
  const corpus = new Corpus();
  const snapshot = corpus.apply(
    markedSources(
      '//- a\n[P Ada Okafor] [O Arden Motors]\n//- b\n[P Ralph Okafor]\n//- c\n[P Okafor] [O Arden Motors]\n//- d\n[L Meridan] [L Meridian]',
    ),
  );

  it('are what resolution left open, those with shared company first', () =>
    assert.deepEqual(suggested(snapshot), [
      'Meridian ~ Meridan: misspelling',
      'Ada Okafor ~ Okafor: surname',
      'Ralph Okafor ~ Okafor: surname',
    ]));

  it('are none where a title and a name, or two titles, tell of a woman and a man', () => {
    const one = new Corpus().apply(
      markedSources(
        '//- a\n[P Maria Okafor]\n//- b\n[P Peter Okafor]\n//- c\n[P Paul Okafor]\n//- d\n[Rm#2 Mr.] [P Okafor]',
      ),
    );
    assert.deepEqual(suggested(one), ['Paul Okafor ~ Okafor: surname', 'Peter Okafor ~ Okafor: surname']);
    assert.deepEqual(
      suggested(new Corpus().apply(markedSources('//- a\n[Rf#2 Mrs.] [P Okafor]\n//- b\n[Rm#2 Mr.] [P Okafor]'))),
      [],
    );
  });

  it('tell how many more there are', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const words = [...letters].flatMap((a) => [...letters].map((b) => `Ko${a}${b}ardeni`));
    const people = words.map(
      (word) => `//- a${word}\n[P Ada ${word}]\n//- b${word}\n[P Ralph ${word}]\n//- c${word}\n[P ${word}]`,
    );
    const { suggestions: listed, left } = suggestionList(
      new Corpus().apply(markedSources(people.join('\n'))),
      emptyAuthority,
    );
    assert.equal(listed.length, 500);
    assert.ok(left > 0);
    assert.equal(suggestionList(snapshot, emptyAuthority).left, 0);
  });

  it('are the same from an index that has followed the changes', () => {
    const [changing, index] = [new Corpus(), new SuggestionIndex()];
    const steps = [
      '//- a\n[P Ada Okafor] [L Meridian]\n//- b\n[P Okafor] [P Ralph Okafor]',
      '//- b\n[P Ralph Okafor]\n//- c\n[P Okafor] [L Meridan]',
      '//- a\n[L Meridian] [L Meridan]\n//- d\n[P Bea Okafor]',
      '//- d\n',
    ];
    for (const step of steps) {
      const now = changing.apply(markedSources(step));
      assert.deepEqual(suggestions(now, emptyAuthority, index), suggestions(now, emptyAuthority));
    }
  });

  it('are the same from an index that was filled in slices', () => {
    const index = new SuggestionIndex();
    let slices = 1;
    while (!index.update(snapshot, 2)) slices += 1;
    assert.equal(slices, Math.ceil(snapshot.entities().length / 2));
    assert.deepEqual(suggestions(snapshot, emptyAuthority, index), suggestions(snapshot, emptyAuthority));
  });

  it('stay away when refused or dismissed, in the next session too', () => {
    let authority = decideDifferent(emptyAuthority, named(snapshot, 'Okafor'), named(snapshot, 'Ralph Okafor'));
    authority = dismissSuggestion(authority, named(snapshot, 'Meridan'), named(snapshot, 'Meridian'));
    assert.deepEqual(suggested(snapshot, authority), ['Ada Okafor ~ Okafor: surname']);
    const decided = corpus.apply([], nameRules(authority));
    assert.deepEqual(suggested(decided, authority), []);
    assert.equal(decided.countsOf('person:okafor').mentions, 2, 'what is left has one meaning');
  });
});
