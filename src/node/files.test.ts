import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sidecarOf } from '../session/index.ts';
import { fileUri, nodeFiles, nodeStorage } from './index.ts';

describe('files of Node', () => {
  let home = '';
  const uri = (name: string): string => fileUri(path.join(home, name));
  const bytes = (text: string): Uint8Array => Buffer.from(text);

  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'apparatus-files-'));
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  it('are listed by globs, folders that are left out are not entered', async () => {
    for (const folder of ['b', 'node_modules', '.git']) await mkdir(path.join(home, folder));
    for (const name of ['a.txt', 'b/ü (1).txt', 'b/c.md', 'node_modules/x.txt', '.git/y.txt'])
      await writeFile(path.join(home, name), '');
    await symlink(home, path.join(home, 'b/circle'));
    await symlink(path.join(home, 'a.txt'), path.join(home, 'b/link.txt'));
    const found = await nodeFiles.list(fileUri(home), {
      include: ['**/*.txt'],
      exclude: ['**/node_modules/**', '**/.*/**'],
    });
    assert.deepEqual(found.toSorted(), [uri('a.txt'), uri('b/link.txt'), uri('b/ü (1).txt')].toSorted());
    assert.equal(uri('b/ü (1).txt'), `${fileUri(home)}/b/%C3%BC%20%281%29.txt`);
    assert.equal(fileURLToPath(uri('b/ü (1).txt')), path.join(home, 'b/ü (1).txt'));
  });

  it('tell failures in the session’s words', async () => {
    assert.equal(await nodeFiles.stat(uri('none')), null);
    await assert.rejects(nodeFiles.read(uri('none')), { name: 'FileError', code: 'not-found' });
    await assert.rejects(nodeFiles.read(fileUri(home)), { code: 'is-folder' });
    await assert.rejects(nodeFiles.list(uri('none'), { include: [], exclude: [] }), { code: 'not-found' });
    await assert.rejects(nodeFiles.write(sidecarOf(uri('none/a.txt')), bytes('x')), { code: 'not-found' });
  });

  it('are read in part where that is asked', async () => {
    await writeFile(path.join(home, 'a.txt'), 'Ada Lovelace');
    assert.equal(Buffer.from(await nodeFiles.read(uri('a.txt'), 3)).toString(), 'Ada');
  });

  it('are replaced whole; mode and link stay, nothing is left beside', async () => {
    const sidecar = sidecarOf(uri('a.txt'));
    await mkdir(path.join(home, 'real'));
    await writeFile(path.join(home, 'real/notes.json'), 'old', { mode: 0o640 });
    await symlink(path.join(home, 'real/notes.json'), fileURLToPath(sidecar));
    const stale = path.join(home, 'real/.notes.json.1-0.apparatus-tmp');
    await writeFile(stale, 'torn');
    await utimes(stale, 0, 0);
    await nodeFiles.write(sidecar, bytes('new'));
    assert.equal(await readFile(path.join(home, 'real/notes.json'), 'utf8'), 'new');
    assert.equal((await stat(path.join(home, 'real/notes.json'))).mode & 0o777, 0o640);
    assert.deepEqual(await readdir(path.join(home, 'real')), ['notes.json']);
    await nodeFiles.delete(sidecar);
    await nodeFiles.delete(sidecar);
  });

  it('that nobody may write are not replaced', async () => {
    const sidecar = sidecarOf(uri('a.txt'));
    await writeFile(fileURLToPath(sidecar), 'old');
    await chmod(fileURLToPath(sidecar), 0o444);
    await assert.rejects(nodeFiles.write(sidecar, bytes('new')), { code: 'read-only' });
    assert.equal(await readFile(fileURLToPath(sidecar), 'utf8'), 'old');
  });

  it('keep a storage’s values', async () => {
    const storage = nodeStorage(path.join(home, 'deep/storage'));
    assert.deepEqual(await storage.keys(''), []);
    assert.equal(await storage.get('journal/1'), null);
    await storage.put('journal/1', bytes('one'));
    await storage.put('text/2', bytes('two'));
    assert.deepEqual(await storage.keys('journal/'), ['journal/1']);
    assert.equal(Buffer.from((await storage.get('text/2'))!).toString(), 'two');
    await storage.delete('journal/1');
    assert.deepEqual(await storage.keys(''), ['text/2']);
  });
});
