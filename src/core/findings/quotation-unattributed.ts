import type { Snapshot, Uri } from '../corpus/types.ts';
import { contains } from '../text/span.ts';
import { finding, message, side, wordsAt } from './finding.ts';
import type { Finding, Rule } from './types.ts';

/** Whole sentences in marks, and nobody said to have spoken them. Terms and words within a sentence are left alone. */
export const quotationUnattributed: Rule = {
  code: 'quotation-unattributed',
  severity: 'hint',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    const { quotations, asides } = snapshot.source(uri)!.reading;
    for (const { kind, speaker, within, outer, ...inner } of quotations) {
      if (kind !== 'full' || speaker || within !== null) continue;
      if (asides.some((aside) => contains(aside, outer))) continue;
      yield finding(quotationUnattributed, snapshot, {
        sides: [side({ uri, ...outer }, message('quotation-unattributed-here'))],
        message: message('quotation-unattributed', wordsAt(snapshot, { uri, ...inner })),
        confidence: 0.6,
      });
    }
  },
};
