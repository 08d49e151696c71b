#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { runCli } from './run.ts';

/** The first of the places, relative to this file, that exists: the bundle's neighbours, or the source tree's. */
const located = (...places: string[]): URL | undefined =>
  places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));

const manifest = located('../package.json', '../../package.json');

// Whoever reads may have read enough (`| head`).
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stdout.isTTY,
  columns: process.stdout.columns ?? null,
  data: async (name) => {
    const file = located(`./data/${name}`, `../core/reading/en/${name}`);
    return file ? await readFile(file) : null;
  },
  version: manifest ? (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version : 'unknown',
});
