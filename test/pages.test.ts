/** The pages of the rules in `docs/findings/`: each has the rule's heading and severity, and an example in which the rule finds something. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { allFindings, RULES, TITLES, type Finding } from '../src/core/index.ts';
import { inProcess, openSession } from '../src/session/index.ts';
import { shippedModel } from '../src/testing/corpus.ts';
import { FOLDER, memoryPorts } from '../src/testing/index.ts';

const folder = path.join(import.meta.dirname, '../docs/findings');

/** The sources of a page's example: a file name as code with a colon, then its text in a fence. */
const SOURCE = /^`([\w-]+\.txt)`:\n\n```text\n([^`]*)\n```$/gm;

const example = (page: string): string =>
  [...page.matchAll(SOURCE)].map(([, name, text]) => `//- /${name}\n${text}`).join('\n');

/** As the extension and the command line read a folder: files that are no prose are passed over there. */
async function found(files: string): Promise<readonly Finding[]> {
  const session = openSession({
    folder: FOLDER,
    ports: { ...memoryPorts(files), reader: inProcess(shippedModel()) },
  });
  await session.ready;
  const { corpus } = session.snapshot();
  const all = allFindings(corpus);
  assert.deepEqual(
    session
      .status()
      .files.filter(({ taken }) => !taken)
      .map(({ uri, reason }) => `${uri} ${reason.code}`),
    [],
  );
  session.dispose();
  return all;
}

describe('the pages of the rules', () => {
  it('are one for each rule', () =>
    assert.deepEqual(
      readdirSync(folder).sort(),
      RULES.map(({ code }) => `${code}.md`),
    ));

  for (const { code, severity } of RULES) {
    describe(code, () => {
      const page = readFileSync(path.join(folder, `${code}.md`), 'utf8');

      it('has its heading and its severity', () => {
        const [heading, , byDefault] = page.split('\n');
        assert.equal(heading?.toLowerCase(), `# \`${code}\`: ${TITLES[code]}`.toLowerCase());
        assert.match(byDefault ?? '', new RegExp(`^Default severity: \\*\\*${severity}\\b`));
      });

      it('has an example in which the rule finds something', async () => {
        const files = example(page);
        assert.equal(
          page.match(/^```text$/gm)?.length,
          files.match(/^\/\/- /gm)?.length,
          'every fence has a file name',
        );
        const all = await found(files);
        assert.ok(
          all.some((each) => each.code === code && each.severity === severity),
          `found ${all.map((each) => `${each.severity} ${each.code}`).join(', ') || 'nothing'}`,
        );
      });
    });
  }
});
