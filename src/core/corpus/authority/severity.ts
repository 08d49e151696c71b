/** The folder's own severities of findings: `findings` in the authority file. */
import type { Json, JsonObject } from '../../text/json.ts';
import type { Authority } from './types.ts';

const KEY = 'findings';

export const SEVERITY_CHOICES = ['error', 'warning', 'information', 'hint', 'off'] as const;

export type SeverityChoice = (typeof SEVERITY_CHOICES)[number];

export const isSeverityChoice = (value: unknown): value is SeverityChoice =>
  (SEVERITY_CHOICES as readonly unknown[]).includes(value);

/** A rule's severity in this folder; null goes back to the reader's own setting, or the rule's default. Codes are kept in order. */
export function decideSeverity(authority: Authority, code: string, severity: SeverityChoice | null): Authority {
  const { [KEY]: before, ...others } = authority.other;
  const { [code]: _, ...rest } = isObject(before) ? before : {};
  const chosen = Object.entries<Json>(severity === null ? rest : { ...rest, [code]: severity });
  const findings = Object.fromEntries(chosen.sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...authority, other: chosen.length === 0 ? others : { ...authority.other, [KEY]: findings } };
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
