// A folder for the data that cannot be: said in words by the server and by the command line, and nothing is made by asking.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { vbProcess } from '../cli/vb.ts';
import { makeVarFolder, ServerProgram } from './server-program.ts';

/** A file where a folder must be, and a file system where nothing can be made (Node's own mkdir never ends there). */
async function wrongFolders(): Promise<string[]> {
  const file = join(await makeVarFolder(), 'tep');
  await writeFile(file, '');
  return [file, join(file, 'var'), '/proc/nope', '/proc/nope/var'];
}

describe('VB_VAR names a folder that cannot be', () => {
  test('the server says so in both languages, without the innards', async () => {
    for (const folder of await wrongFolders()) {
      const server = new ServerProgram(folder);
      expect([folder, await server.exitCode()]).toEqual([folder, 1]);
      expect(server.said).toContain('→ Không ghi được vào thư mục');
      expect(server.said).toContain('cannot be written to');
      expect(server.said).not.toContain('    at ');
    }
  });

  test('so does a command that would make the database', async () => {
    for (const folder of await wrongFolders()) {
      const run = await vbProcess(['sets', 'import', '--lang', 'en'], null, folder);
      expect([folder, run.code, run.out]).toEqual([folder, 1, '']);
      expect(run.err).toContain('cannot be written to');
      expect(run.err).not.toContain('    at ');
    }
  });
});

test.each([
  ['board', '--under', '112', '--round', '2020-nam'],
  ['rounds', 'list'],
  ['units', 'at', '112'],
  ['doctor'],
])('vb %s %s where there is no data says so, and makes none', async (...words) => {
  const folder = await makeVarFolder();
  const run = await vbProcess(words, null, join(folder, 'var'));
  expect([run.code, run.out]).toEqual([1, '']);
  expect(run.err).toContain('Chưa có số liệu nào trong');
  expect(run.err).toContain('npm start');
  expect(await readdir(folder)).toEqual([]);
});
