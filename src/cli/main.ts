#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import manifest from '../../package.json' with { type: 'json' };
import { runCli } from './run.ts';

/** Beside the bundle, or, when run from the tree, beside the reader. */
const dataFolders = [new URL('./data/', import.meta.url), new URL('../core/reading/names/', import.meta.url)];

process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stdout.isTTY === true,
  columns: process.stdout.columns ?? null,
  data: async (name) => {
    const file = dataFolders.map((folder) => new URL(name, folder)).find((candidate) => existsSync(candidate));
    return file ? await readFile(file) : null;
  },
  version: manifest.version,
});
