import * as assert from 'node:assert/strict';
import { markedReading } from '../../../testing/markedNames.ts';
import { paragraphs, sentences } from '../../text/sentences.ts';
import { tokenize } from '../../text/tokens.ts';
import { readAsides } from '../asides/read-asides.ts';
import { english } from '../en/index.ts';
import { readRoles } from '../roles/read-roles.ts';
import type { Mention, Speaker } from '../types.ts';
import { Words } from '../words.ts';
import { readMarks } from './marks.ts';
import { readQuotations, type Quotations } from './read-quotations.ts';

function read(marked: string): Quotations & { readonly text: string; readonly mentions: readonly Mention[] } {
  const { text, mentions: names } = markedReading(marked);
  const tokens = tokenize(text, english.stops.abbreviations);
  const spans = paragraphs(text);
  const source = { text, tokens, paragraphs: spans, sentences: sentences(tokens, spans, english.stops) };
  const words = new Words(source, english.quotes, names, []);
  const mentions = readRoles(words, english.roles);
  return {
    text,
    mentions,
    ...readQuotations(source, words, mentions, readMarks(text, spans), readAsides(source, english.asides)),
  };
}

/** "expression = name" of a speaker, with how many where that is told. */
function told({ text, mentions }: { text: string; mentions: readonly Mention[] }, speaker: Speaker | null): string {
  if (speaker === null) return '?';
  const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  const name = speaker.mention === null ? null : slice(mentions[speaker.mention]!);
  const count = speaker.count === undefined ? '' : ` (${speaker.count ?? 'some'})`;
  return slice(speaker) + (name === null || name === slice(speaker) ? '' : ` = ${name}`) + count;
}

/** Each quotation as "words < speaker", its kind where that is not `full`, its channel behind "@". */
function check(marked: string, expected: readonly string[]): void {
  const found = read(marked);
  assert.deepEqual(
    found.quotations.map(({ start, end, kind, continues, speaker, channel }) => {
      const words = found.text.slice(start, end);
      const shown = kind === 'full' ? words : `${words} (${kind})`;
      return `${continues === null ? '' : '… '}${shown} < ${told(found, speaker)}${channel ? ` @${channel.kind}` : ''}`;
    }),
    expected,
  );
}

function checkStatements(marked: string, expected: readonly string[]): void {
  const found = read(marked);
  assert.deepEqual(
    found.statements.map(({ start, end, speaker }) => `${found.text.slice(start, end)} < ${told(found, speaker)}`),
    expected,
  );
}

describe('speakers of quotations', () => {
  it('are found in both orders', () => {
    check('“We will go,” [P Ada Okafor] said. “Soon.”', ['We will go, < Ada Okafor', '… Soon. < Ada Okafor']);
    check('"We will go," said [P Ada Okafor], head of the works.', ['We will go, < Ada Okafor']);
    check('[P Ada Okafor], a lawyer from [L Strelsau], said: “We will go.”', ['We will go. < Ada Okafor']);
    check('In a letter, [P Ada Okafor] called the bridge “a gift to us all.”', [
      'a gift to us all. (partial) < Ada Okafor @letter',
    ]);
    check('The “great bridge” will stay shut, [P Ada Okafor] said.', ['great bridge (partial) < Ada Okafor']);
    check('The “great bridge” will stay shut, said [P Ada Okafor], a lawyer.', ['great bridge (partial) < Ada Okafor']);
    check('According to [P Ada Okafor], the bridge is “safe and sound.”', ['safe and sound. (partial) < Ada Okafor']);
  });

  it('have their names in apposition', () => {
    check('“We will strike,” the union’s secretary, [P Bea Okafor], said.', ['We will strike, < Bea Okafor']);
    check('“We will strike,” said the governor, Dr. [P Bea Okafor], in a letter.', [
      'We will strike, < Bea Okafor @letter',
    ]);
    check('“We will strike,” [P Bea Okafor], the union’s secretary, said.', ['We will strike, < Bea Okafor']);
    check('“We will strike,” a union official, [P Bea Okafor], said.', ['We will strike, < Bea Okafor']);
    check('The mayor, [P Bea Okafor] said, is “not to be trusted.”', ['not to be trusted. (partial) < Bea Okafor']);
    check('“She is well,” [P Okafor]’s rep told the paper.', ['She is well, < Okafor’s rep']);
  });

  it('are subjects, not names inside the object or an earlier quotation', () => {
    check(
      '“[O Northern Works] told me,” [P Jim Stein] said.\n\nHer friend, [P Ada Okafor], was cross with [P Bea Vane]: “It broke.”',
      ['Northern Works told me, < Jim Stein', 'It broke. < Ada Okafor'],
    );
    check('“It broke,” [P Rovers] captain [P Ada Okafor] said of [P Bea Vane].', [
      'It broke, < Rovers captain Ada Okafor = Ada Okafor',
    ]);
    check('“It broke,” [P Jim Stein]’s lawyer said.\n\n“It is new.” With those words, [P Ada Okafor] left.', [
      'It broke, < Jim Stein’s lawyer',
      'It is new. < Ada Okafor',
    ]);
  });

  it('are not sought behind somebody nearer who has no name', () => {
    check('[P Ada Okafor] left. Her deputy came. “It broke,” she said.', ['It broke, < she']);
    check('[P Ada Okafor] left. The Prime Minister came. “It broke,” she said.', ['It broke, < she']);
    check('[P Ada Okafor] left. Her brother came. “It broke,” she said.', ['It broke, < she = Ada Okafor']);
  });

  it('go on over split sentences and paragraphs', () => {
    check('"The bridge," [P Ada Okafor] said, "is not safe."', [
      'The bridge, < Ada Okafor',
      '… is not safe. (partial) < Ada Okafor',
    ]);
    check('“It is not safe,” [P Ada Okafor] said.\n\n“It will be shut.”', [
      'It is not safe, < Ada Okafor',
      '… It will be shut. < Ada Okafor',
    ]);
    check('[P Ada Okafor] said:\n\n“It is not safe.\n\n“It will be shut.”', [
      'It is not safe. < Ada Okafor',
      '… It will be shut. < Ada Okafor',
    ]);
    check('“It is not safe.\n\n“It will be shut,” said [P Ada Okafor].', [
      'It is not safe. < Ada Okafor',
      '… It will be shut, < Ada Okafor',
    ]);
    check('“It is not safe,” said [P Ada Okafor], adding that it was “never meant to last.”', [
      'It is not safe, < Ada Okafor',
      'never meant to last. (partial) < Ada Okafor',
    ]);
  });

  it('are resolved through pronouns and roles', () => {
    check('Mrs. [P Okafor] met [P Jim Stein] in [L Strelsau]. “It is not safe,” she said.', [
      'It is not safe, < she = Okafor',
    ]);
    check('[P Jim Stein] met Mrs. [P Okafor]. “It is not safe,” he said.', ['It is not safe, < he = Jim Stein']);
    check('Mayor [P Ada Okafor] and General [P Jim Stein] met. “It is not safe,” the mayor said.', [
      'It is not safe, < the mayor = Ada Okafor',
    ]);
    check(
      '[P Ada Okafor] said in a post the bridge was shut. Workers left.\n“It is not safe,” the 51-year-old founder wrote in the post.',
      ['It is not safe, < the 51-year-old founder = Ada Okafor @post'],
    );
  });

  it('may be bodies, documents and nobody by name', () => {
    check(
      'The bridge is shut, according to a letter by [O Northern Works]. The letter said it was “not safe at all.”',
      ['not safe at all. (partial) < The letter = Northern Works @letter'],
    );
    check('The [O Ministry of Works] spoke. “It is not safe,” the [O Ministry of Works] wrote in a message on X.', [
      'It is not safe, < the Ministry of Works = Ministry of Works @post',
    ]);
    check('“It is not safe,” said two officials who spoke on condition of anonymity.', [
      'It is not safe, < two officials who spoke on condition of anonymity (2)',
    ]);
    check('“It is not safe,” a [D Ruritanian] official said.', ['It is not safe, < a Ruritanian official (1)']);
    check('“It is not safe,” sources said.', ['It is not safe, < sources (some)']);
  });

  it('are not invented for terms and titles', () => {
    check('The “narrow boat” lay near the bridge.', ['narrow boat (term) < ?']);
    check('[P Ada Okafor] was on “The Morning Show” with others.', ['The Morning Show (term) < ?']);
  });

  it('are told for what is set off without marks', () => {
    check('[P Ada Okafor] wrote on X:\n\nThe bridge will be shut from Monday on.', [
      'The bridge will be shut from Monday on. (block) < Ada Okafor @post',
    ]);
    check('OKAFOR: Is it safe?\n\nSTEIN: It is not.\n\nOKAFOR: Then shut it.', [
      'Is it safe? (block) < OKAFOR',
      'It is not. (block) < STEIN',
      'Then shut it. (block) < OKAFOR',
    ]);
  });
});

describe('statements', () => {
  it('are what somebody is said to have said', () => {
    checkStatements('[P Ada Okafor] said on Tuesday that the bridge was shut.', ['the bridge was shut < Ada Okafor']);
    checkStatements('The bridge was shut on Monday, [P Okafor]’s office said in a letter.', [
      'The bridge was shut on Monday < Okafor’s office',
    ]);
    checkStatements('The bridge was shut on Monday, according to three officials.', [
      'The bridge was shut on Monday < three officials (3)',
    ]);
    checkStatements('[P Ada Okafor] declared a curfew in the town.', []);
    checkStatements('“The bridge is shut,” [P Ada Okafor] said.', []);
  });
});
