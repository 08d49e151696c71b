/** Files as they should not be, on a real disk: each gets its message, the others go on, and no note is lost. */
import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEFAULT_SETTINGS, FileError, inProcess, openSession, type Files, type Session } from '../session/index.ts';
import { fileUri, nodeClock, nodeDigest, nodeFiles, nodeIds, nodeStorage } from './index.ts';

const WORDS = 'Ada came to the harbour at dawn. Nobody saw her leave.';

describe('hostile files', () => {
  let home = '';
  const at = (name: string): string => path.join(home, 'corpus', name);
  const uri = (name: string): string => fileUri(at(name));

  async function open(files: Files = nodeFiles): Promise<Session> {
    const session = openSession({
      folder: fileUri(path.join(home, 'corpus')),
      ports: {
        files,
        storage: nodeStorage(path.join(home, 'storage')),
        clock: nodeClock,
        ids: nodeIds,
        digest: nodeDigest,
        log: { write: () => {} },
        settings: { current: () => ({ ...DEFAULT_SETTINGS, prose: 'all' }) },
        reader: inProcess(null),
      },
    });
    await session.ready;
    return session;
  }

  const reports = (session: Session): Record<string, string> =>
    Object.fromEntries(
      session
        .status()
        .files.map(({ uri: file, reason, encoding }) => [
          path.basename(file),
          [reason.code, encoding?.encoding, encoding?.replaced === 0 ? undefined : encoding?.replaced]
            .filter((part) => part !== undefined)
            .join(' '),
        ]),
    );

  const codes = (session: Session): string[] => session.status().problems.map(({ message }) => message.code);

  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'apparatus-hostile-'));
    await mkdir(path.join(home, 'corpus'));
    await writeFile(at('good.txt'), WORDS);
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  it('are read, or passed over with the reason', async () => {
    await writeFile(at('empty.txt'), '');
    await writeFile(at('huge.txt'), '');
    await truncate(at('huge.txt'), 50 * 1024 * 1024);
    await writeFile(at('zeros.txt'), Buffer.alloc(2000));
    await writeFile(at('latin.txt'), Buffer.from('Café an der Straße.', 'latin1'));
    await writeFile(at('utf16le.txt'), Buffer.from(`\ufeff${WORDS}`, 'utf16le'));
    await writeFile(at('utf16be.txt'), Buffer.from(`\ufeff${WORDS}`, 'utf16le').swap16());
    await writeFile(at('odd16.txt'), Buffer.concat([Buffer.from(`\ufeff${WORDS}`, 'utf16le'), Buffer.of(0x41)]));
    await writeFile(at('half8.txt'), Buffer.concat([Buffer.from(`\ufeff${WORDS} `), Buffer.of(0xc3)]));
    await mkdir(at('folder.txt'));
    await symlink(at('loop2.txt'), at('loop1.txt'));
    await symlink(at('loop1.txt'), at('loop2.txt'));
    await symlink(at('nowhere'), at('dangling.txt'));
    await symlink(path.join(home, 'corpus'), at('circle'));
    const session = await open();
    assert.deepEqual(reports(session), {
      'empty.txt': 'file-any-text utf-8',
      'good.txt': 'file-any-text utf-8',
      'half8.txt': 'file-any-text utf-8 1',
      'huge.txt': 'file-too-large',
      'latin.txt': 'file-any-text windows-1252',
      'odd16.txt': 'file-any-text utf-16le 1',
      'utf16be.txt': 'file-any-text utf-16be',
      'utf16le.txt': 'file-any-text utf-16le',
      'zeros.txt': 'file-binary',
    });
    for (const name of ['utf16le.txt', 'utf16be.txt']) assert.equal(session.text(uri(name)), WORDS);
    assert.deepEqual(codes(session), []);
    session.dispose();
  });

  it('that vanish between two looks are gone; those that cannot be read say so', async () => {
    for (const name of ['vanishing.txt', 'failing.txt']) await writeFile(at(name), WORDS);
    const files: Files = {
      ...nodeFiles,
      read: async (file, limit) => {
        if (file === uri('vanishing.txt')) await rm(at('vanishing.txt'));
        if (file === uri('failing.txt')) throw new FileError('unavailable', file, 'EIO');
        return nodeFiles.read(file, limit);
      },
    };
    const session = await open(files);
    assert.deepEqual(reports(session), { 'good.txt': 'file-any-text utf-8', 'failing.txt': 'file-unreadable' });
    session.dispose();
  });

  it('a sidecar that is a folder, or a link in a circle, takes no notes; the journal does', async () => {
    await mkdir(at('good.txt.anno.json'));
    await writeFile(at('other.txt'), WORDS);
    await symlink(at('other.txt.anno.json'), at('other.txt.anno.json'));
    const session = await open();
    for (const name of ['good.txt', 'other.txt'])
      await session.annotate(uri(name), { start: 0, end: 3 }, { body: 'kept' });
    await session.flush();
    assert.deepEqual(codes(session), ['sidecar-unreadable', 'sidecar-unreadable']);
    assert.equal(session.snapshot().notes(uri('good.txt'))[0]?.held?.by, 'journal');
    session.dispose();
    await rm(at('good.txt.anno.json'), { recursive: true });
    await rm(at('other.txt.anno.json'));
    const again = await open();
    await again.flush();
    assert.deepEqual(codes(again), []);
    assert.equal(again.status().unsaved, 0);
    for (const name of ['good.txt', 'other.txt']) assert.equal(again.snapshot().notes(uri(name)).length, 1);
    again.dispose();
  });

  it('a folder that may not be written keeps its notes in the journal', async function () {
    // Root may write everywhere.
    if (process.platform === 'win32' || process.getuid?.() === 0) return refusedFolder();
    await chmod(path.join(home, 'corpus'), 0o555);
    try {
      await keepsNotes(await open());
    } finally {
      await chmod(path.join(home, 'corpus'), 0o755);
    }
  });

  /** The same through a port that refuses as the system would. */
  async function refusedFolder(): Promise<void> {
    const refuse = (file: string): Promise<never> => Promise.reject(new FileError('no-permission', file, 'EACCES'));
    await keepsNotes(await open({ ...nodeFiles, write: refuse, delete: refuse }));
  }

  async function keepsNotes(session: Session): Promise<void> {
    await session.annotate(uri('good.txt'), { start: 0, end: 3 }, { body: 'kept' });
    await session.flush();
    assert.deepEqual(codes(session), ['sidecar-read-only']);
    assert.equal(session.snapshot().notes(uri('good.txt'))[0]?.held?.reason.code, 'sidecar-read-only');
    session.dispose();
  }
});
