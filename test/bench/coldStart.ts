/**
 * What an editor does when the extension wakes up, in a process that has done nothing before: load the code, open the folder, read its sources,
 * find. Bundled and run by `activation.bench.ts`, which gives the files on stdin; prints `ColdStart` as JSON.
 */
import { readFileSync } from 'node:fs';
import { inProcess, openSession, type Reader } from '../../src/session/index.ts';
import { FOLDER, memoryPorts } from '../../src/testing/ports.ts';

/** In milliseconds. */
export interface ColdStart {
  /** From the start of the code's loading to the folder's findings, the names model left out. */
  readonly all: number;
  readonly loading: number;
  readonly reading: number;
  readonly finding: number;
}

/** Set by the bundle's first line, before any other code is evaluated. */
declare const COLD_START_BEGAN: number;

const loaded = performance.now();
const files = JSON.parse(readFileSync(0, 'utf8')) as readonly { readonly name: string; readonly text: string }[];
const ports = memoryPorts();
for (const { name, text } of files) ports.files.put(`${FOLDER}/${name}`, text);

let reading = 0;
const plain = inProcess(null);
const timed: Reader = {
  read: async (request, signal) => {
    const began = performance.now();
    const result = await plain.read(request, signal);
    reading += performance.now() - began;
    return result;
  },
};

const opened = performance.now();
const session = openSession({ folder: FOLDER, ports: { ...ports, reader: timed } });
await session.ready;
const ready = performance.now();
session.allFindings();
const found = performance.now();

const loading = loaded - COLD_START_BEGAN;
const times: ColdStart = { all: loading + (found - opened), loading, reading, finding: found - ready };
console.log(JSON.stringify(times));
session.dispose();
