import type { Entity, Snapshot, SourceState, Uri } from '../corpus/types.ts';
import { wordsOfQuotation } from '../corpus/shared/utteranceKeys.ts';
import { sameUtterance } from '../corpus/utterances.ts';
import type { Speaker } from '../reading/types.ts';
import { comparePlaces, fileName, finding, message, side } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/** Two people may well use the same few words. */
const FEWEST_WORDS = 6;
/** Both readings of the speaker must be this sure. */
const LEAST_CONFIDENCE = 0.7;

/**
 * One utterance, two speakers. Only two persons are held against each other: an office, its holder and its house speak for
 * one another. Speakers are taken as named: a pronoun may have been read wrongly.
 */
export const quotationSpeakerConflict: Rule = {
  code: 'quotation-speaker-conflict',
  severity: 'warning',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const source = snapshot.source(uri)!;
    for (const [index, { speaker }] of source.reading.quotations.entries()) {
      const here = speaker && person(snapshot, source, speaker);
      if (!here || wordsOfQuotation(source.reading, source.reading.quotations[index]!).length < FEWEST_WORDS) continue;
      for (const { ref } of sameUtterance(snapshot, uri, index)) {
        const other = snapshot.source(ref.uri)!;
        const otherSpeaker = other.reading.quotations[ref.index]!.speaker;
        const there = otherSpeaker && person(snapshot, other, otherSpeaker);
        if (!there || there.id === here.id || ref.uri === uri) continue;
        if (lastWord(here) === lastWord(there)) continue;
        if (speaksToo(source, speaker, there) || speaksToo(other, otherSpeaker, here)) continue;
        const sides = [speakerSide(uri, speaker, here), speakerSide(ref.uri, otherSpeaker, there)].sort(comparePlaces);
        yield finding(quotationSpeakerConflict, snapshot, {
          sides: sides as [Side, Side],
          message: message(
            'quotation-speaker-conflict',
            ...sides.flatMap((each) => [each.label.args[0]!, each.label.args[1]!]),
          ),
          confidence: Math.min(speaker.confidence, otherSpeaker.confidence),
        });
      }
    }
  },
};

function person(snapshot: Snapshot, source: SourceState, { kind, mention, confidence }: Speaker): Entity | null {
  if (kind !== 'name' || mention === null || confidence < LEAST_CONFIDENCE) return null;
  const id = source.entityOf[mention];
  const entity = id == null ? undefined : snapshot.entity(id);
  return entity?.type === 'person' ? entity : null;
}

/** Two of one surname may be one person, told with two first names. */
const lastWord = ({ name }: Entity): string => name.slice(name.lastIndexOf(' ') + 1);

/** Code units around a speaker in which a second one is named: "Ada Lovelace and Charles Babbage said". */
const JOINT = 50;

function speaksToo({ reading, entityOf }: SourceState, { start, end }: Speaker, entity: Entity): boolean {
  return reading.mentions.some(
    (mention, at) => entityOf[at] === entity.id && mention.end > start - JOINT && mention.start < end + JOINT,
  );
}

const speakerSide = (uri: Uri, { start, end }: Speaker, entity: Entity): Side =>
  side({ uri, start, end }, message('quotation-speaker-conflict-side', entity.name, fileName(uri)));
