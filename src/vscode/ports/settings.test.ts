import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../../core/index.ts';
import { DEFAULT_SETTINGS } from '../../session/index.ts';

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, { readonly default: unknown }>> }[];
  };
}

const file = path.join(import.meta.dirname, '../../../package.json');
const { contributes } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
const settings = Object.assign({}, ...contributes.configuration.map(({ properties }) => properties)) as Readonly<
  Record<string, { readonly default: unknown; readonly properties?: object }>
>;

describe('settings', () => {
  const check = (name: string, expected: unknown) => assert.deepEqual(settings[`apparatus.${name}`]?.default, expected);

  it('have the defaults of the command line, so that both take the same sources', () => {
    check('sources.include', DEFAULT_SETTINGS.include);
    check('sources.exclude', DEFAULT_SETTINGS.exclude);
    check('sources.prose', DEFAULT_SETTINGS.prose);
    check('sources.maxKilobytes', DEFAULT_SETTINGS.maxSourceBytes / 1024);
    check('findings.severities', DEFAULT_SETTINGS.severities);
  });

  it('name every rule whose severity can be set', () => {
    const codes = Object.keys(settings['apparatus.findings.severities']?.properties ?? {});
    assert.deepEqual(
      codes.filter((code) => RULES.some((rule) => rule.code === code)).toSorted(),
      RULES.map(({ code }) => code).toSorted(),
    );
  });
});
