import { passagesOf, sharedWords, turnedPassages, type Passage } from '../corpus/passages.ts';
import { sentenceOf, spansIn } from '../corpus/shared/context.ts';
import { proseWords } from '../corpus/shared/passageKeys.ts';
import type { Snapshot, Uri } from '../corpus/types.ts';
import { languageOf } from '../reading/languages.ts';
import type { Reading } from '../reading/types.ts';
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
    const here = { uri, reading: snapshot.reading(uri)! };
    for (const { uri: other, passages } of passagesOf(snapshot, uri)) {
      const there = { uri: other, reading: snapshot.reading(other)! };
      const long = passages.filter(({ words }) => words >= FEWEST_WORDS);
      for (const passage of long) yield* dropped(snapshot, here, there, passage);
      for (const passage of turnedPassages(long)) yield* dropped(snapshot, there, here, passage);
    }
  },
};

/** Shared words that make sure that the two passages say the same. */
const FEWEST_WORDS = 8;

/** A source with words of a passage that it shares. */
interface Telling {
  readonly uri: Uri;
  readonly reading: Reading;
}

/** Hedges at `a` of the passage, in `hedged`, before words that stand plain at `b`. */
function* dropped(snapshot: Snapshot, hedged: Telling, plain: Telling, passage: Passage): Iterable<Finding> {
  const { hedges, function: functionWords } = languageOf(hedged.reading.language.tag).comparison;
  const counterparts = new Map(sharedWords(hedged.reading, plain.reading, passage));
  const told = new Set(counterparts.values());
  const words = spansIn(proseWords(hedged.reading).words, passage.a);
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (!next || !hedges.has(word.form) || counterparts.has(word) || functionWords.has(next.form)) continue;
    const bare = counterparts.get(next);
    if (!bare) continue;
    // a hedge of its own, or the same one elsewhere in the sentence; what both have hedges something else
    const sentence = sentenceOf(plain.reading, { start: bare.start, end: bare.end });
    const around = spansIn(proseWords(plain.reading).words, sentence);
    if (around.some((other) => hedges.has(other.form) && !told.has(other))) continue;
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
