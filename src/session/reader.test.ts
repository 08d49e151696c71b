import assert from 'node:assert/strict';
import { inProcess } from './reader.ts';
import { Aborter } from './signal.ts';

const TEXT = 'Ada Lovelace wrote to Port Meridian on March 7, 2026, and General Okafor answered her the next day.';

describe('the reader in process', () => {
  const check = (language: string | null, tag: string, reads: boolean): void => {
    it(`reads as ${tag} what is told to be ${language ?? 'unknown'}`, async () => {
      const request = { uri: 'test:/a.txt', text: TEXT, language, sourceDate: null };
      const reading = await inProcess(null).read(request, new Aborter().signal);
      assert.equal(reading.language.tag, tag);
      assert.equal(reading.dates.length > 0, reads);
    });
  };
  check(null, 'en', true);
  check('en-GB', 'en-GB', true);
  // There is no reader for it: only paragraphs, sentences and marks are read.
  check('de', 'de', false);
});
