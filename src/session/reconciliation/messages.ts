/** The English of what can go wrong with an authority service, by code; each says what to do about it. `{0}` is the address. */
export const RECONCILIATION_MESSAGES = {
  'reconciliation-bad-address':
    '“{0}” is no web address. Give one in the setting of the endpoint, with https:// at its beginning.',
  'reconciliation-unreachable':
    '{0} cannot be reached ({1}). Go online and try again, choose another service in the setting of the endpoint, or enter the IRI yourself.',
  'reconciliation-timeout': '{0} did not answer within {1} seconds. Try again later, or enter the IRI yourself.',
  'reconciliation-busy': '{0} takes no more requests for {1} seconds. Try again then, or enter the IRI yourself.',
  'reconciliation-refused': '{0} answers with HTTP status {1}. See whether the setting of the endpoint is right.',
  'reconciliation-no-service':
    '{0} is no reconciliation service of version 0.2. See whether the setting of the endpoint is right.',
  'reconciliation-bad-answer':
    '{0} gives an answer that cannot be understood ({1}). Try again later, choose another service in the setting of the endpoint, or enter the IRI yourself.',
} as const satisfies Readonly<Record<string, string>>;

export type ReconciliationCode = keyof typeof RECONCILIATION_MESSAGES;
