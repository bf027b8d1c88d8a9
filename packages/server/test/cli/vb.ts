// `vb` in a test: what it wrote to each stream and how it ended, in this process or as other programs meet it.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../../src/cli/frame.ts';
import type { TestHouse } from '../database.ts';

const COMMAND_LINE = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const MOST_OUTPUT = 200_000_000;

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `vb` in this process, on a test's house or without any: for everything but the process itself. */
export async function vb(words: readonly string[], house: TestHouse | null = null): Promise<Ended> {
  const written = { out: '', err: '' };
  const code = await runCommandLine(words, {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    env: {},
    openHouse: async () => {
      if (house === null) throw new Error('this command must not open a database');
      // the test closes its own house
      return { ...house, close: async () => undefined };
    },
  });
  return { code, ...written };
}

/** Runs `vb` as a child process, on a house's own database, on a folder, or with none to be had. */
export function vbProcess(
  words: readonly string[],
  house: TestHouse | null = null,
  varFolder = '/dev/null/no-database',
): Promise<Ended> {
  const database = house === null ? {} : { DATABASE_URL: house.appUrl, DATABASE_OWNER_URL: house.ownerUrl };
  // a folder that cannot be made proves that no database was opened
  const env = { PATH: process.env.PATH, VB_VAR: varFolder, ...database };
  return new Promise((resolve) => {
    const args = [COMMAND_LINE, ...words];
    execFile(process.execPath, args, { env, maxBuffer: MOST_OUTPUT }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, out, err });
    });
  });
}

/** A folder of a test's own files. */
export interface Folder {
  write(name: string, content: string | Uint8Array): Promise<string>;
  path(name: string): string;
  remove(): Promise<void>;
}

export async function makeFolder(): Promise<Folder> {
  const folder = await mkdtemp(join(tmpdir(), 'vb-cli-'));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    async write(name, content) {
      await writeFile(path(name), content);
      return path(name);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The answer of a run that must have been accepted. */
export function answerOf<T>({ code, out, err }: Ended): T {
  if (code !== 0) throw new Error(`ended with ${code}: ${err}`);
  return JSON.parse(out) as T;
}
