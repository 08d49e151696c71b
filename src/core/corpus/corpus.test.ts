import assert from 'node:assert/strict';
import { Corpus } from './corpus.ts';
import { noRules } from './decided.ts';
import { entityLines, markedSources } from '../../testing/markedNames.ts';

const check = (corpus: string, ...expected: string[]): void => {
  assert.deepEqual(entityLines(new Corpus().apply(markedSources(corpus))), expected);
};

describe('Names within one source', () => {
  it('lead a surname to its full name', () =>
    check('//- a\n[P Ada Lovelace] spoke. [P Lovelace] left.', 'Ada Lovelace = Lovelace (a)'));

  it('leave a surname open that two people share', () =>
    check(
      '//- a\n[P Ada Lovelace] met [P Ralph Lovelace]. [P Lovelace] left.',
      'Ada Lovelace (a)',
      'Lovelace (a)',
      'Ralph Lovelace (a)',
    ));

  it('lead it to the only one who is named before', () =>
    check(
      '//- a\n[P Okafor] won. [P Ada Okafor] spoke. [P Okafor] left. [P Ralph Okafor] and [P Okafor] stayed.',
      'Ada Okafor = Okafor (a)',
      'Okafor (a)',
      'Ralph Okafor (a)',
    ));

  it('let a title decide between them', () =>
    check(
      '//- a\n[Rm#2 Mr.] [P Ralph Okafor] and [Rf#4 Mrs.] [P Ada Okafor] came. [P Mrs. Okafor] left.',
      'Ada Okafor = Mrs. Okafor (a)',
      'Ralph Okafor (a)',
    ));

  it('take the hint of a given name where a title asks', () =>
    check(
      '//- a\n[P Paul Okafor] and [P Maria Okafor] came. [P Mrs. Okafor] left, [P Okafor] stayed.',
      'Maria Okafor = Mrs. Okafor (a)',
      'Okafor (a)',
      'Paul Okafor (a)',
    ));

  it('take a short given name for the long one, if no sentence has both', () => {
    check(
      '//- a\n[P William Okafor] spoke. [P Bill Okafor] is old. [P Okafor] left.',
      'William Okafor = Bill Okafor, Okafor (a)',
    );
    check('//- a\n[P Kathryn Okafor] spoke. [P Katharine Okafor] left.', 'Katharine Okafor (a)', 'Kathryn Okafor (a)');
  });

  it('lead an acronym to its expansion, and one that the text explains whatever its letters', () =>
    check(
      '//- a\nThe [O Meridian Relief Corps] and [O Northern Harbour Command] ([O NORCOM]). [O MRC] met [O NORCOM].',
      'Meridian Relief Corps = MRC (a)',
      'Northern Harbour Command = NORCOM (a)',
    ));

  it('lead it to one that stands without brackets too', () =>
    check('//- a\nThe [O Meridian Safety Office], or [O FSO], spoke.', 'Meridian Safety Office = FSO (a)'));
});

describe('Names across sources', () => {
  it('join full name, middle initial and initials', () =>
    check(
      '//- a\n[P Ada B. Lovelace]\n//- b\n[P Ada Lovelace]\n//- c\n[P A. Lovelace]\n//- d\n[P Lovelace]',
      'Ada B. Lovelace = A. Lovelace, Ada Lovelace, Lovelace (a b c d)',
    ));

  it('join initials to as many names', () =>
    check('//- a\n[P P. K. Okafor]\n//- b\n[P Pia Kemi Okafor]', 'Pia Kemi Okafor = P. K. Okafor (a b)'));

  it('keep a father and a son apart', () =>
    check(
      '//- a\n[P Ada Okafor Jr.]\n//- b\n[P Ada Okafor Sr.]\n//- c\n[P Ada Okafor]',
      'Ada Okafor (c)',
      'Ada Okafor Jr. (a)',
      'Ada Okafor Sr. (b)',
    ));

  it('know that some put the surname first', () =>
    check(
      '//- a\n[P Okwe Ardeni] [P James Martin]\n//- b\n[P Ardeni Okwe] [P Martin James]',
      'Ardeni Okwe = Okwe Ardeni (a b)',
      'James Martin (a)',
      'Martin James (b)',
    ));

  it('keep a town apart from the river of its name', () =>
    check('//- a\n[L Arden River]\n//- b\n[L Arden]', 'Arden (b)', 'Arden River (a)'));

  it('never let a surname bridge two people', () =>
    check(
      '//- a\n[P Ada Okafor] [P Okafor]\n//- b\n[P Ralph Okafor] [P Okafor]\n//- c\n[P Okafor]',
      'Ada Okafor = Okafor (a)',
      'Okafor (c)',
      'Ralph Okafor = Okafor (b)',
    ));

  it('never let a misspelling bridge two people', () =>
    check(
      '//- a\n[P Ada Okafor]\n//- b\n[P Ralph Okafor]\n//- c\n[P Ada Okafur]',
      'Ada Okafor = Ada Okafur (a c)',
      'Ralph Okafor (b)',
    ));

  it('are the same with titles before them, and what these are of', () =>
    check(
      '//- a\n[P Arden District Judge Raymond B. Okafor]\n//- b\n[P Police Commissioner Ray Okafor]\n//- c\n[P Raymond Okafor]',
      'Arden District Judge Raymond B. Okafor = Police Commissioner Ray Okafor, Raymond Okafor (a b c)',
    ));

  it('know nicknames, transliterations and accents', () =>
    check(
      '//- a\n[P William Okafor] [P Sergei Lavrenko] [L Orléan]\n//- b\n[P Bill Okafor] [P Sergey Lavrenko] [L Orlean]',
      'Bill Okafor = William Okafor (a b)',
      'Orlean = Orléan (a b)',
      'Sergei Lavrenko = Sergey Lavrenko (a b)',
    ));

  it('never take two full names of one source for one person, nor for one elsewhere', () =>
    check(
      '//- a\n[P Jeremy Okafor] and [P Jerry Okafor] came. [P Okafor] left.\n//- b\n[P Jerry Okafor]\n//- c\n[P Jeremy Okafor]',
      'Jeremy Okafor (a c)',
      'Jerry Okafor (a b)',
      'Okafor (a)',
    ));

  it('never take one given name for a slip of another', () =>
    check(
      '//- a\n[P John Okafor] [P John Okafor]\n//- b\n[P John Okafor]\n//- c\n[P Joan Okafor]',
      'Joan Okafor (c)',
      'John Okafor (a b)',
    ));

  it('take bynames for given names', () =>
    check(
      '//- a\n[P Luis Paul “Jerry” Okafor]\n//- b\n[P Jerry Okafor]',
      'Luis Paul “Jerry” Okafor = Jerry Okafor (a b)',
    ));

  it('put countries, their abbreviations and their people together', () =>
    check(
      '//- a\n[L U.S.] [D American] [L Bolivia]\n//- b\n[L United States] [D Bolivians]',
      'Bolivia = Bolivians (a b)',
      'United States = American, U.S. (a b)',
    ));

  it('cut articles, legal forms and countries from the names of bodies', () =>
    check(
      '//- a\n[O Arden Motors Inc.] [O U.S. Harbour Guard]\n//- b\n[O the Arden Motors] [O Harbour Guard]\n//- c\n[O United States Harbour Guard]',
      'Arden Motors Inc. = the Arden Motors (a b)',
      'U.S. Harbour Guard = Harbour Guard, United States Harbour Guard (a b c)',
    ));
});

describe('Relatives of one surname', () => {
  it('are not whom the text has named before', () => {
    check(
      "//- a\n[P Okello] spoke. The mayor's husband, [P Victor Okello], left. [P Okello] stayed.",
      'Okello (a)',
      'Victor Okello (a)',
    );
    check('//- a\n[P Okello] spoke. [P Irina Okello], his sister, left.', 'Irina Okello (a)', 'Okello (a)');
    check(
      '//- a\n[P Ana Okello] spoke, then [P Okello]. Governor [P Okello], her older brother, left. [P Okello] stayed.',
      'Ana Okello = Okello (a)',
      'Okello (a)',
    );
    check('//- a\nThe king, [P Alaric II], and his son [P Alaric] came.', 'Alaric (a)', 'Alaric II (a)');
  });

  it('are those that it presents as such, not those whose relatives it names', () =>
    check(
      '//- a\n[P Ana Okello] met the mayor. [P Okello], who saw her brother, left. [P Okello], and his son, stayed.',
      'Ana Okello = Okello (a)',
    ));

  it('are named in full all the same', () =>
    check(
      '//- a\nHis sister, [P Ana Okello], spoke. [P Okello] left, with her brother Tom.',
      'Ana Okello = Okello (a)',
    ));
});

describe('A titled surname', () => {
  it('takes no bare one of another text, nor gives it a gender', () => {
    check('//- a\n[P Okello] spoke.\n//- b\n[Rf#2 Mrs.] [P Okello] left.', 'Okello (a)', 'Okello (b)');
    check(
      '//- a\n[P Peter Okello] and [P Paul Okello] met. [P Okello] spoke.\n//- b\n[P Mrs. Okello] left.\n//- c\n[P Jane Okello]',
      'Jane Okello = Mrs. Okello (b c)',
      'Okello (a)',
      'Paul Okello (a)',
      'Peter Okello (a)',
    );
  });

  it('is no given name, but behind titles of a house or an order', () => {
    check(
      '//- a\n[R#2 Judge] [P Ellis] spoke. [P Ellis Vane], a teacher, met [R#5 Judge] [P Ellis].',
      'Ellis (a)',
      'Ellis Vane (a)',
    );
    check('//- a\n[P Clare Vane] came. [Rf#3 Ms.] [P Clare] left.', 'Clare (a)', 'Clare Vane (a)');
    check('//- a\n[P Clare Vane] came. [Rf#3 Sister] [P Clare] left.', 'Clare Vane = Clare (a)');
  });

  it('is the bare one of its own text', () =>
    check('//- a\n[Rm#2 Mr.] [P Okello] spoke. [P Okello] left.', 'Okello (a)'));
});

describe('A name one slip from another', () => {
  const reasons = (corpus: string, ...expected: string[]): void => {
    const snapshot = new Corpus().apply(markedSources(corpus));
    const links = snapshot.entities().flatMap(({ id }) => snapshot.linksOf(id));
    assert.deepEqual(
      links.map(({ from, to, reason }) => `${from} > ${to}: ${reason}`),
      expected,
    );
  };

  it('is misspelt where the other is established', () => {
    reasons(
      '//- a\n[P Ada Lovelace]\n//- b\n[P Ada Lovelace]\n//- c\n[P Ada Lovelasce]',
      'Ada Lovelasce > Ada Lovelace: misspelling',
    );
    reasons(
      '//- a\n[P Ada Lovelace] [P Lovelace] [P Lovelace] [P Lovelasce]',
      'Lovelace > Ada Lovelace: surname',
      'Lovelasce > Ada Lovelace: misspelling',
    );
  });

  it('is a variant where neither is', () => {
    reasons('//- a\n[P Ada Lovelasce]\n//- b\n[P Ada Lovelace]', 'Ada Lovelasce > Ada Lovelace: transliteration');
    reasons('//- a\n[P Ada Lovelace]\n//- b\n[P Lovelasce]', 'Lovelasce > Ada Lovelace: transliteration');
  });

  it('gives the entity its name where the short form has its spelling', () =>
    check(
      '//- a\n[P Ada Lovelace]\n//- b\n[P Ada Lovelasce]\n//- c\n[P Lovelasce]',
      'Ada Lovelasce = Ada Lovelace, Lovelasce (a b c)',
    ));

  it('is a variant where the two sound alike', () => {
    const twice = '//- a\n[P Heydar Okafor] [P Heydar Okafor]\n//- b\n[P Heydar Okafor] [P Heydar Okafor]';
    reasons(`${twice}\n//- c\n[P Heidar Okafor]`, 'Heidar Okafor > Heydar Okafor: transliteration');
    reasons(
      `${twice}\n//- c\n[P Heydar Okaffor] [P Heydar Okaffor]`,
      'Heydar Okaffor > Heydar Okafor: transliteration',
    );
  });

  it('is another in a text that writes both', () =>
    reasons('//- a\n[P Ada Okafor] [P Ada Okafor] [P Ada Okafir]\n//- b\n[P Ada Okafir]'));

  it('is misspelt in a text that writes both, if the other is established and the given name is the same', () =>
    reasons(
      '//- a\n[P Ada Okafor] [P Ada Okafor] [P Ada Okafor] [P Ada Okafur]',
      'Ada Okafur > Ada Okafor: misspelling',
    ));
});

describe('A change', () => {
  const steps = (...changes: [source: string, ...expected: string[]][]): void => {
    const corpus = new Corpus();
    for (const [source, ...expected] of changes) {
      assert.deepEqual(entityLines(corpus.apply(markedSources(source))), expected);
    }
  };

  it('of a title reaches names that stand for the titled one by way of another', () =>
    steps(
      [
        '//- a\n[P Robin King]\n//- b\n[P Robin King Okafor]\n//- c\n[P Mrs. King]',
        'Robin King Okafor = Mrs. King, Robin King (a b c)',
      ],
      [
        '//- d\n[P Mr. Robin King Okafor]',
        'Mrs. King (c)',
        'Robin King Okafor = Mr. Robin King Okafor, Robin King (a b d)',
      ],
      ['//- d\n', 'Robin King Okafor = Mrs. King, Robin King (a b c)'],
    ));

  it('puts out a name when another joins that the reader keeps apart from it', () => {
    const corpus = new Corpus();
    const apart = new Map([
      ['person:lovelace', new Set(['person:okafor'])],
      ['person:okafor', new Set(['person:lovelace'])],
    ]);
    const sources =
      '//- a\n[P Ada Okafor Lovelace]\n//- b\n[P Ada Okafor]\n//- c\n[P Okafor]\n//- d\n[P Lovelace]\n//- e\n[P Bea Lovelace]';
    const ambiguous = corpus.apply(markedSources(sources), { ...noRules, apart });
    assert.deepEqual(entityLines(ambiguous), [
      'Ada Okafor Lovelace = Ada Okafor, Okafor (a b c)',
      'Bea Lovelace (e)',
      'Lovelace (d)',
    ]);
    assert.deepEqual(entityLines(corpus.apply([{ uri: 'e', reading: null }])), [
      'Ada Okafor Lovelace = Ada Okafor, Lovelace (a b d)',
      'Okafor (c)',
    ]);
  });

  it('reaches names that share no word with it', () => {
    const corpus = new Corpus();
    const [a, b, c, d] = markedSources(
      `//- a
[O Harbor Command] ([O NORCOM])
//- b
[O Arden Harbor Command] ([O NORCOM])
//- c
[O NORCOM]
//- d
[O Meridian Harbor Command]`,
    );
    assert.ok(a !== undefined && b !== undefined && c !== undefined && d !== undefined);
    assert.deepEqual(entityLines(corpus.apply([a, b, c])), ['Arden Harbor Command = NORCOM, Harbor Command (a b c)']);
    assert.deepEqual(entityLines(corpus.apply([d])), [
      'Arden Harbor Command = NORCOM (b)',
      'Harbor Command = NORCOM (a)',
      'Meridian Harbor Command (d)',
      'NORCOM (c)',
    ]);
    assert.deepEqual(entityLines(corpus.apply([{ uri: 'd', reading: null }])), [
      'Arden Harbor Command = NORCOM, Harbor Command (a b c)',
    ]);
  });
});
