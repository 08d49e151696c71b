import {
  isSeverityChoice,
  type Authority,
  type Finding,
  type JsonObject,
  type SeverityChoice,
  type Uri,
} from '../core/index.ts';
import type { SessionSettings } from './ports.ts';

export interface Judgement {
  readonly severities: SessionSettings['severities'];
  readonly authority: Authority;
  readonly dismissed: Dismissed;
  /** Whether it is one of the corpus now. */
  isSource(uri: Uri): boolean;
}

/** By fingerprint, what the reader has dismissed: for each answer the sources that it is about. */
export type Dismissed = ReadonlyMap<string, readonly (readonly Uri[])[]>;

/**
 * Whether an answer about these sources is about the finding, whose fingerprint it has. Files of one name may share that, so the sources
 * are held against its sides; one that is not there any more was moved, and does not open the finding again.
 */
export function isAbout(sources: readonly Uri[], { sides }: Finding, isSource: (uri: Uri) => boolean): boolean {
  const at = new Set(sides.map(({ uri }) => uri));
  return sources.some((uri) => at.has(uri)) && sources.every((uri) => at.has(uri) || !isSource(uri));
}

/** Findings with the severities that folder and user have chosen, without those that are off or dismissed. */
export function judged(found: readonly Finding[], judgement: Judgement): readonly Finding[] {
  return found.flatMap((finding) => {
    const severity = severityOf(finding, judgement);
    if (severity === 'off' || isDismissed(finding, judgement)) return [];
    return [severity === finding.severity ? finding : { ...finding, severity }];
  });
}

const isDismissed = (finding: Finding, { dismissed, isSource }: Judgement): boolean =>
  dismissed.get(finding.fingerprint)?.some((sources) => isAbout(sources, finding, isSource)) === true;

/** The folder's own choice (`findings` in `apparatus.json`) comes before the user's. */
function severityOf({ code, severity }: Finding, { severities, authority }: Judgement): SeverityChoice {
  const chosen = authority.other['findings'];
  const inFolder = typeof chosen === 'object' && chosen !== null ? (chosen as JsonObject)[code] : undefined;
  return isSeverityChoice(inFolder) ? inFolder : (severities[code] ?? severity);
}
