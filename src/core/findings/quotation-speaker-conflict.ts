import { areTwoPersons, namedSpeaker } from '../corpus/speakers.ts';
import type { Entity, Snapshot, SourceState, Uri } from '../corpus/types.ts';
import { utteranceOf, type QuotationRef, type Utterance } from '../corpus/utterances.ts';
import type { Speaker } from '../reading/types.ts';
import { comparePlaces, fileName, finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule, Side } from './types.ts';

/**
 * One utterance, two speakers. Only persons are held against each other: an office, its holder and its house speak for
 * one another. Speakers are taken as named: a pronoun may have been read wrongly.
 */
export const quotationSpeakerConflict: Rule = {
  code: 'quotation-speaker-conflict',
  severity: 'warning',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const source = snapshot.source(uri)!;
    const seen = new Set<string>();
    for (const [index, { speaker }] of source.reading.quotations.entries()) {
      if (!namedSpeaker(snapshot, source, speaker)) continue;
      const utterance = utteranceOf(snapshot, uri, index);
      const key = `${utterance.base.uri} ${utterance.base.start}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const found = conflict(snapshot, utterance);
      if (found?.sides.some((at) => at.uri === uri)) yield found;
    }
  },
};

interface Voice {
  readonly source: SourceState;
  readonly speaker: Speaker;
  readonly person: Entity;
}

/** One finding for the utterance, with every source whose speaker another source contradicts. */
function conflict(snapshot: Snapshot, { base, others }: Utterance): Finding | null {
  const voices = [base, ...others.map(({ ref }) => ref)].flatMap((ref) => voiceOf(snapshot, ref));
  const contradicted = voices.filter((voice) => voices.some((other) => contradict(voice, other)));
  const sides = contradicted.map(speakerSide).sort(comparePlaces);
  const [first, ...rest] = sides;
  if (!first) return null;
  const files = new Map<string, string[]>();
  for (const { label, uri } of sides) {
    const name = String(label.args[0]);
    files.set(name, [...new Set([...(files.get(name) ?? []), fileName(uri)])]);
  }
  const list = [...files].map(([name, inFiles]) => `${name} (${inFiles.join(', ')})`).join(', ');
  return finding(quotationSpeakerConflict, snapshot, {
    sides: [first, ...rest],
    message: message('quotation-speaker-conflict', wordsAt(snapshot, base), list),
    confidence: Math.min(...contradicted.map(({ speaker }) => speaker.confidence)),
  });
}

function voiceOf(snapshot: Snapshot, { uri, index }: QuotationRef): Voice[] {
  const source = snapshot.source(uri)!;
  const { speaker } = source.reading.quotations[index]!;
  const person = namedSpeaker(snapshot, source, speaker);
  return speaker && person ? [{ source, speaker, person }] : [];
}

/** Two persons, and neither source names the other one beside its own. */
const contradict = (a: Voice, b: Voice): boolean =>
  a.source !== b.source && areTwoPersons(a.person, b.person) && !speaksToo(a, b.person) && !speaksToo(b, a.person);

/** Code units around a speaker in which a second one is named: "Ada Lovelace and Charles Babbage said". */
const JOINT = 50;

function speaksToo({ source: { reading, entityOf }, speaker: { start, end } }: Voice, person: Entity): boolean {
  return reading.mentions.some(
    (mention, at) => entityOf[at] === person.id && mention.end > start - JOINT && mention.start < end + JOINT,
  );
}

const speakerSide = ({ source: { uri }, speaker: { start, end }, person }: Voice): Side =>
  side({ uri, start, end }, message('quotation-speaker-conflict-side', person.name, fileName(uri)));
