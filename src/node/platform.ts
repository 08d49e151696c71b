import { createHash, randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Clock, Digest, Ids } from '../session/index.ts';

export const nodeClock: Clock = {
  now: () => Date.now(),
  schedule: (delay, task) => {
    const timer = setTimeout(task, delay);
    return () => clearTimeout(timer);
  },
  breathe: () => setImmediate(),
};

export const nodeIds: Ids = { next: () => `urn:uuid:${randomUUID()}` };

export const nodeDigest: Digest = { sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex') };
