export { sureness } from './confidence.ts';
export { findingKey } from './finding.ts';
export { allFindings, findings, RULES } from './rules.ts';
export { FindingsStore } from './store.ts';
export { tally, type Tally } from './tally.ts';
export { formatMessage, MESSAGES } from './messages.ts';
export { TITLES } from './titles.ts';
export type * from './types.ts';
