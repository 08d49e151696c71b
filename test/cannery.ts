/** Two sources with one finding of each kind that suites answer: figures that disagree, a passage copied, a quotation changed. */
export const HERALD = 'cannery-herald.txt';
export const POST = 'cannery-post.txt';

/** Enough prose to be copied. */
const SHARED =
  'The harbour has been the only link of the islands to the mainland since the old bridge was lost in the spring floods, and the council of the islands has never found the money for a new one, nor the timber, nor the men who would build it across the channel before another winter closes in on them.';

export const CANNERY = {
  [HERALD]: [
    'PORT MERIDIAN, 7 March 2025 — Nobody was hurt. The fire at the Port Meridian cannery destroyed 51 boats.',
    SHARED,
    '“We will build a bridge of stone across the channel,” said Ada Lovelace.',
    '',
  ].join('\n\n'),
  [POST]: [
    'PORT MERIDIAN, 8 March 2025 — All were rescued. Just 44 boats were destroyed in the fire at the Port Meridian cannery.',
    SHARED.replace('the men who', 'the workers who'),
    '“We will build a bridge of iron across the channel,” said Ada Lovelace.',
    '',
  ].join('\n\n'),
} as const;
