/**
 * Writes `l10n/bundle.l10n.json`, what translators start from: every sentence that `l10n.t` is called with in `src/vscode`, and every
 * message that `core`, `session` and `formats` have under a code. VS Code looks a translation up by its English.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { MESSAGES } from '../src/core/index.ts';
import { FORMAT_MESSAGES } from '../src/formats/messages.ts';
import { SESSION_MESSAGES } from '../src/session/index.ts';
import { root } from './host/paths.ts';

const target = path.join(root, 'l10n/bundle.l10n.json');

/** The bundle as it should be. Throws where a sentence is not a literal, as it could not be translated. */
export function bundle(): string {
  const sentences = new Set([
    ...Object.values(MESSAGES),
    ...Object.values(SESSION_MESSAGES),
    ...Object.values(FORMAT_MESSAGES),
  ]);
  const room = path.join(root, 'src/vscode');
  for (const file of readdirSync(room, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.ts') && !file.endsWith('.test.ts')) collect(path.join(room, file), sentences);
  }
  const sorted = [...sentences].sort().map((sentence) => [sentence, sentence]);
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}

function collect(file: string, sentences: Set<string>): void {
  const { program } = parseSync(file, readFileSync(file, 'utf8'));
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      const isTranslated =
        callee.type === 'MemberExpression' &&
        callee.object.type === 'Identifier' &&
        callee.object.name === 'l10n' &&
        callee.property.type === 'Identifier' &&
        callee.property.name === 't';
      if (!isTranslated) return;
      if (first?.type !== 'Literal' || typeof first.value !== 'string')
        throw new Error(`${file}: l10n.t wants a literal`);
      sentences.add(first.value);
    },
  }).visit(program);
}

if (import.meta.main) writeFileSync(target, bundle());
