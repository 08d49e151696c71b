import { readSource, type ReadOptions } from '../core/index.ts';
import type { Reader } from './ports.ts';
import { throwIfAborted } from './signal.ts';

/** Reads on the thread that asks, in one go. */
export function inProcess(model: ReadOptions['model']): Reader {
  return {
    read: async ({ text, language, sourceDate }, signal) => {
      throwIfAborted(signal);
      return readSource(text, {
        model,
        ...(language === null ? {} : { languageTag: language }),
        ...(sourceDate === null ? {} : { sourceDate }),
      });
    },
  };
}
