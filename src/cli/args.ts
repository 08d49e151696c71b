import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Severity } from '../core/index.ts';

export type Command =
  | { readonly name: 'analyze'; readonly paths: readonly string[] }
  | {
      readonly name: 'check';
      readonly paths: readonly string[];
      readonly format: 'text' | 'json' | 'sarif';
      readonly failOn: Severity;
      readonly level: Severity;
      readonly color: boolean | null;
    }
  | { readonly name: 'export'; readonly paths: readonly string[]; readonly to: ExportFormat }
  | { readonly name: 'anchor'; readonly sidecar: string; readonly newText: string }
  | { readonly name: 'help' }
  | { readonly name: 'version' };

export const EXPORT_FORMATS = ['csv', 'markdown', 'html', 'w3c'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Bad usage, told in a sentence. */
export class UsageError extends Error {}

/** Most severe first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export const isAtLeast = (severity: Severity, limit: Severity): boolean =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);

export const HELP = `apparatus: a critical apparatus for several sources about the same events

  apparatus analyze PATH…   print everything that was read and found, as JSON
  apparatus check PATH…     list what a reader should look at
  apparatus export PATH…    print the notes, with the words they are about
  apparatus anchor SIDECAR NEWTEXT
                            print what would happen to each note if its
                            source were replaced by NEWTEXT, as JSON

A PATH is a text file, or a folder whose prose is taken. All of them together are one corpus.
Notes and facts in NAME.anno.json beside a source are heeded; nothing is ever written.

analyze
  --format json             the only format, and the default
check
  --format text|json|sarif  default: text
  --level SEVERITY          list findings at or above it; default: information
  --fail-on SEVERITY        exit with 1 if one at or above it stands; default: warning
  --color, --no-color       default: on a terminal, unless NO_COLOR is set
export
  --to csv|markdown|html|w3c  one of them must be named; w3c is an
                            AnnotationCollection (JSON-LD)
anchor
  --format json             the only format, and the default
SEVERITY is error, warning, information or hint.

  --help, --version

Exit codes: 0 done, 1 findings stand or notes need a look, 2 bad usage or
no source at all.
`;

const COMMON = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  format: { type: 'string' },
} satisfies ParseArgsOptionsConfig;

const EXPORT = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  to: { type: 'string' },
} satisfies ParseArgsOptionsConfig;

const CHECK = {
  ...COMMON,
  level: { type: 'string' },
  'fail-on': { type: 'string' },
  color: { type: 'boolean' },
} satisfies ParseArgsOptionsConfig;

/** Throws a `UsageError` for what cannot be meant. */
export function parseCommand(argv: readonly string[]): Command {
  const [name, ...args] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return { name: 'help' };
  if (name === '--version') return { name: 'version' };
  if (name === 'analyze') {
    const { values, positionals } = parsed(args, COMMON);
    if (values.help) return { name: 'help' };
    if (values.version) return { name: 'version' };
    oneOf('--format', values.format ?? 'json', ['json']);
    return { name, paths: somePaths(positionals) };
  }
  if (name === 'check') {
    const { values, positionals } = parsed(args, CHECK);
    if (values.help) return { name: 'help' };
    if (values.version) return { name: 'version' };
    return {
      name,
      paths: somePaths(positionals),
      format: oneOf('--format', values.format ?? 'text', ['text', 'json', 'sarif']),
      failOn: oneOf('--fail-on', values['fail-on'] ?? 'warning', SEVERITIES),
      level: oneOf('--level', values.level ?? 'information', SEVERITIES),
      color: values.color ?? null,
    };
  }
  if (name === 'export') {
    const { values, positionals } = parsed(args, EXPORT);
    if (values.help) return { name: 'help' };
    if (values.version) return { name: 'version' };
    if (values.to === undefined) throw new UsageError(`--to is one of ${EXPORT_FORMATS.join(', ')}, and must be given`);
    return { name, paths: somePaths(positionals), to: oneOf('--to', values.to, EXPORT_FORMATS) };
  }
  if (name === 'anchor') {
    const { values, positionals } = parsed(args, COMMON);
    if (values.help) return { name: 'help' };
    if (values.version) return { name: 'version' };
    oneOf('--format', values.format ?? 'json', ['json']);
    const [sidecar, newText, ...more] = positionals;
    if (sidecar === undefined || newText === undefined || more.length > 0)
      throw new UsageError('name a sidecar and the new text');
    return { name, sidecar, newText };
  }
  throw new UsageError(`there is no command ${name}`);
}

function parsed<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, allowNegative: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function somePaths(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) throw new UsageError('name at least one file or folder');
  return paths;
}

function oneOf<Value extends string>(option: string, value: string, allowed: readonly Value[]): Value {
  if ((allowed as readonly string[]).includes(value)) return value as Value;
  throw new UsageError(`${option} is one of ${allowed.join(', ')}, not ${value}`);
}
