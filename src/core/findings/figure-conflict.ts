import { disputeRule } from './figureFinding.ts';

/** Two figures for the same thing whose intervals do not meet, and which time does not explain. */
export const figureConflict = disputeRule('figure-conflict', 'warning');
