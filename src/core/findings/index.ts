export { allFindings, findings, RULES } from './rules.ts';
export { FindingsStore } from './store.ts';
export { formatMessage, MESSAGES } from './messages.ts';
export type * from './types.ts';
