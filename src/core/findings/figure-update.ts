import { disputeRule } from './figureFinding.ts';

/** The same count grew between two dated sources: an update, not a conflict. */
export const figureUpdate = disputeRule('figure-update', 'information');
