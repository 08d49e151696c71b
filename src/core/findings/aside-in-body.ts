import type { Place, Snapshot, Uri } from '../corpus/types.ts';
import { finding, message, side } from './finding.ts';
import type { Finding, Rule } from './types.ts';

/** Captions, credits, promotion and headers that stand in the text. A headline at the very top is where it belongs. */
export const asideInBody: Rule = {
  code: 'aside-in-body',
  severity: 'hint',
  *find(snapshot: Snapshot, uri: Uri): Iterable<Finding> {
    for (const aside of snapshot.source(uri)?.reading.asides ?? []) {
      if (aside.kind === 'headline' || aside.kind === 'dateline') continue;
      const place: Place = { uri, start: aside.start, end: aside.end };
      yield finding(asideInBody, snapshot, {
        sides: [side(place, message('aside-in-body-here'))],
        message: message(`aside-in-body-${aside.kind}`),
        confidence: 0.9,
        key: aside.kind,
      });
    }
  },
};
