// `vb backup` beside a running server, `vb restore` into a new folder: what an administrator types, and reads.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerOf, vb, vbProcess } from '../cli/vb.ts';
import { makeVarFolder, ServerProgram } from '../first-start/server-program.ts';

const BOARD = ['board', '--under', '112', '--round', '2020-nam', '--json'];

const run = (folder: string, ...words: string[]) => vbProcess(words, null, folder);

/** A server with the sample, and one piece of evidence beside its database. */
async function startServer(): Promise<{ folder: string; server: ServerProgram; evidence: string }> {
  const folder = await makeVarFolder();
  const hash = createHash('sha256').update('ảnh').digest('hex');
  const evidence = join('evidence', hash.slice(0, 2), hash);
  await mkdir(dirname(join(folder, evidence)), { recursive: true });
  await writeFile(join(folder, evidence), 'ảnh');
  const server = new ServerProgram(folder);
  await server.address();
  return { folder, server, evidence };
}

describe('an administrator at the command line', () => {
  test('backs up a running server, restores it into a new folder, and finds the same board and a whole trail', async () => {
    const { folder, server, evidence } = await startServer();
    const backups = await makeVarFolder();
    const file = join(backups, 'vb.tar.gz');
    const made = answerOf<{ rows: number; files: number }>(await run(folder, 'backup', file, '--json'));
    expect(made).toMatchObject({ file, files: 1, withKeys: false });
    expect(made.rows).toBeGreaterThan(1000);
    const board = await run(folder, ...BOARD);

    // the server goes on, and a restore over it is refused
    const over = await run(folder, 'restore', file);
    expect([over.code, over.out]).toEqual([1, '']);
    expect(over.err).toContain('Một máy chủ Vững Bước khác');
    await server.stop();

    const anew = await makeVarFolder();
    const restored = answerOf(await run(anew, 'restore', file, '--json'));
    expect(restored).toMatchObject({ rows: made.rows, files: 1, trailHolds: true });
    expect(await readFile(join(anew, evidence), 'utf8')).toBe('ảnh');
    expect(await run(anew, ...BOARD)).toEqual(board);
    const { findings } = answerOf<{ findings: { name: string; ok: boolean }[] }>(
      await run(anew, 'doctor', '--json'),
    );
    expect(findings.filter(({ ok, name }) => !ok && name !== 'disk')).toEqual([]);

    const again = await run(anew, 'restore', file);
    expect([again.code, again.out]).toEqual([2, '']);
    expect(again.err).toContain('chỉ phục hồi vào kho trống');
    const same = await run(anew, 'backup', file, '--lang', 'en');
    expect([same.code, same.err]).toEqual([2, expect.stringContaining('no backup is ever overwritten')]);
  });

  test('a spoilt archive makes no database, and --check looks without one', async () => {
    const folder = await makeVarFolder();
    const file = join(folder, 'vb.tar.gz');
    await writeFile(file, 'không phải bản sao lưu');
    for (const words of [
      ['restore', file],
      ['restore', file, '--check'],
    ]) {
      const { code, out, err } = await run(join(folder, 'var'), ...words, '--json');
      expect([code, out]).toEqual([2, '']);
      expect(JSON.parse(err)).toMatchObject({ problems: [{ code: 'archive.not-ours' }] });
    }
    expect(await readdir(folder)).toEqual(['vb.tar.gz']);
  });

  test('a backup of a folder without data is refused, and makes none', async () => {
    const folder = await makeVarFolder();
    const { code, err } = await run(join(folder, 'var'), 'backup', join(folder, 'vb.tar.gz'));
    expect([code, err]).toEqual([1, expect.stringContaining('VB_VAR')]);
    expect(await readdir(folder)).toEqual([]);
  });

  test('the name of the file must be given, and the help says the rest in both languages', async () => {
    for (const name of ['backup', 'restore']) {
      expect(await vb([name])).toMatchObject({ code: 2, out: '', err: 'Thiếu tên file sao lưu.\n' });
      expect((await vb([name, '--help'])).out).toContain(`vb ${name} FILE`);
    }
    expect((await vb(['backup', '--help'])).out).toContain('cả khi máy chủ đang chạy');
    expect((await vb(['restore', '--help', '--lang', 'en'])).out).toContain('into an empty installation');
  });
});
