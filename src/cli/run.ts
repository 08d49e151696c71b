import { origins } from '../core/index.ts';
import { analysisJson, findingOutput } from '../formats/analysis.ts';
import { sarif } from '../formats/sarif.ts';
import type { Problem } from '../session/index.ts';
import { HELP, isAtLeast, parseCommand, UsageError, type Command } from './args.ts';
import { anchorNotes } from './anchor.ts';
import { openCorpus, sentence, type CliCorpus } from './corpus.ts';
import { exportNotes } from './export.ts';
import { printable } from './display.ts';
import type { ExitCode, Io } from './io.ts';
import { listing, summary, witnesses } from './listing.ts';

type Analyze = Extract<Command, { name: 'analyze' }>;
type Export = Extract<Command, { name: 'export' }>;
type Check = Extract<Command, { name: 'check' }>;

/** Cells of a line where there is no terminal to ask. */
const USUAL_WIDTH = 120;

/** The whole program; `argv` without the names of Node and the script. */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await runCommand(parseCommand(argv), io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`apparatus: ${printable(error.message)}\nTry: apparatus --help\n`);
    return 2;
  }
}

async function runCommand(command: Command, io: Io): Promise<ExitCode> {
  switch (command.name) {
    case 'help':
      io.out(HELP);
      return 0;
    case 'version':
      io.out(`${io.version}\n`);
      return 0;
    case 'anchor':
      return anchorNotes(command.sidecar, command.newText, io);
    default:
      return runOn(command, io);
  }
}

async function runOn(command: Analyze | Check | Export, io: Io): Promise<ExitCode> {
  const corpus = await openCorpus(command.paths, io);
  try {
    const { corpus: read, annotated } = corpus.session.snapshot();
    // Notes whose source is gone can still be had.
    if (read.uris().length === 0 && !(command.name === 'export' && annotated().length > 0)) {
      io.err('apparatus: there is no source to read\n');
      return 2;
    }
    if (command.name === 'check') return check(command, corpus, io);
    io.out(command.name === 'export' ? exportNotes(command, corpus, io) : analyze(corpus));
    return 0;
  } finally {
    corpus.session.dispose();
  }
}

function analyze({ session, path }: CliCorpus): string {
  const digests = new Map(session.status().files.map(({ uri, sha256 }) => [uri, sha256 ?? '']));
  return analysisJson({
    snapshot: session.snapshot().corpus,
    findings: session.allFindings(),
    path,
    sha256: (uri) => digests.get(uri) ?? '',
  });
}

function check({ format, failOn, level, color }: Check, { session, path }: CliCorpus, io: Io): ExitCode {
  const all = session.allFindings();
  const listed = all.filter(({ severity }) => isAtLeast(severity, level));
  const text = (uri: string): string => session.text(uri) ?? '';
  // What is wrong with sidecars and the authority file; the listing for readers has it on the other stream already.
  const { problems } = session.status();
  if (format === 'json') {
    const findings = listed.map((finding) => findingOutput(finding, { path }));
    const told = problems.map((problem) => problemOutput(problem, path));
    io.out(`${JSON.stringify({ version: 1, findings, problems: told }, null, 1)}\n`);
  } else if (format === 'sarif') {
    const told = problems.map(({ message, ...problem }) => ({
      ...problem,
      code: message.code,
      message: sentence(message),
    }));
    io.out(sarif({ findings: listed, problems: told, path, text, version: io.version }));
  } else {
    const isColored = color ?? (io.isTerminal && !io.env['NO_COLOR']);
    const entries = listing(listed, { color: isColored, width: io.columns ?? USUAL_WIDTH, path, text });
    const { corpus } = session.snapshot();
    const counted = summary(all, level, corpus.uris().length) + witnesses(origins(corpus, corpus.uris()), path);
    io.out(entries + (entries === '' ? '' : '\n') + counted);
  }
  return [...all, ...problems].some(({ severity }) => isAtLeast(severity, failOn)) ? 1 : 0;
}

/** Lines and columns from 1, columns in UTF-16 code units. */
const problemOutput = ({ uri, severity, message, position }: Problem, path: CliCorpus['path']): object => ({
  code: message.code,
  severity,
  path: path(uri),
  ...(position && { line: position.line + 1, column: position.column + 1 }),
  message: sentence(message),
});
