import { isSeverityChoice, type Authority, type Finding, type JsonObject, type SeverityChoice } from '../core/index.ts';
import type { SessionSettings } from './ports.ts';

export interface Judgement {
  readonly severities: SessionSettings['severities'];
  readonly authority: Authority;
  /** Fingerprints. */
  readonly dismissed: ReadonlySet<string>;
}

/** Findings with the severities that folder and user have chosen, without those that are off or dismissed. */
export function judged(found: readonly Finding[], judgement: Judgement): readonly Finding[] {
  return found.flatMap((finding) => {
    const severity = severityOf(finding, judgement);
    if (severity === 'off' || judgement.dismissed.has(finding.fingerprint)) return [];
    return [severity === finding.severity ? finding : { ...finding, severity }];
  });
}

/** The folder's own choice (`findings` in `apparatus.json`) comes before the user's. */
function severityOf({ code, severity }: Finding, { severities, authority }: Judgement): SeverityChoice {
  const chosen = authority.other['findings'];
  const inFolder = typeof chosen === 'object' && chosen !== null ? (chosen as JsonObject)[code] : undefined;
  return isSeverityChoice(inFolder) ? inFolder : (severities[code] ?? severity);
}
