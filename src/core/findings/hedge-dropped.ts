import { passagesOf, type Passage } from '../corpus/passages.ts';
import { bodyWords } from '../corpus/shared/passageKeys.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import { languageOf } from '../reading/languages.ts';
import type { Reading } from '../reading/types.ts';
import { contains, type Span } from '../text/span.ts';
import type { Word } from '../text/words.ts';
import { fileName, finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule } from './types.ts';

/**
 * A hedge ("alleged") stands in one source and is missing from the same words in another. Only passages that both share
 * are compared: two reports of one event may well hedge different things.
 */
export const hedgeDropped: Rule = {
  code: 'hedge-dropped',
  severity: 'information',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const here = snapshot.source(uri)!.reading;
    for (const { uri: other, passages } of passagesOf(snapshot, uri)) {
      const there = snapshot.source(other)!.reading;
      for (const { a, b, words } of passages) {
        if (words < FEWEST_WORDS) continue;
        yield* dropped(snapshot, { uri, reading: here, span: a }, { uri: other, reading: there, span: b });
        yield* dropped(snapshot, { uri: other, reading: there, span: b }, { uri, reading: here, span: a });
      }
    }
  },
};

/** Shared words that make sure that the two passages say the same. */
const FEWEST_WORDS = 8;

interface Side {
  readonly uri: Uri;
  readonly reading: Reading;
  readonly span: Passage['a'];
}

function* dropped(snapshot: Snapshot, hedged: Side, plain: Side): Iterable<Finding> {
  const { hedges, function: functionWords } = languageOf(hedged.reading.language.tag).comparison;
  const [words, others] = [wordsIn(hedged), wordsIn(plain)];
  if (others.some(({ form }) => hedges.has(form))) return;
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (!next || !hedges.has(word.form) || functionWords.has(next.form)) continue;
    const bare = others.find(({ key }) => key === next.key);
    if (!bare) continue;
    const [from, to] = [
      { uri: hedged.uri, start: word.start, end: next.end },
      { uri: plain.uri, start: bare.start, end: bare.end },
    ];
    yield finding(hedgeDropped, snapshot, {
      sides: [
        side(to, message('hedge-dropped-plain', fileName(plain.uri))),
        side(from, message('hedge-dropped-hedged', fileName(hedged.uri))),
      ],
      message: message(
        'hedge-dropped',
        wordsAt(snapshot, from),
        fileName(hedged.uri),
        wordsAt(snapshot, to),
        fileName(plain.uri),
      ),
      confidence: 0.8,
    });
  }
}

const wordsIn = ({ reading, span }: { reading: Reading; span: Span }): Word[] =>
  bodyWords(reading).words.filter((word) => contains(span, word));
