// A person types `npm start` on a machine that has only Node and npm: what is done, what is said, what goes wrong.
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { adviceFor } from '../first-run/advice.mjs';
import { isInstalled } from '../first-run/install.mjs';
import { hasWebApp, isWebBuilt } from '../first-run/web-app.mjs';
import { ROOT } from '../suite/capture.ts';
import { plantTree } from './tree.ts';

const LOCK = JSON.stringify({ packages: { 'node_modules/node': { version: '24.21.0' } } });

/** A project with our own first run, installed already, and a server of the test's making. */
function plantStart(server: string): string {
  const root = plantTree({
    'package.json': JSON.stringify({
      name: 'planted',
      version: '1.0.0',
      type: 'module',
      scripts: { start: 'node tools/start.mjs' },
    }),
    'package-lock.json': LOCK,
    'node_modules/.package-lock.json': LOCK,
    'packages/server/src/main.ts': server,
    'packages/server/src/cli/main.ts': server,
  });
  for (const part of ['start.mjs', 'vb.mjs', 'first-run']) {
    cpSync(join(ROOT, 'tools', part), join(root, 'tools', part), { recursive: true });
  }
  mkdirSync(join(root, 'node_modules', '.bin'));
  symlinkSync(process.execPath, join(root, 'node_modules', '.bin', 'node'));
  return root;
}

type Run = { child: ChildProcess; ended: Promise<{ code: number | null; out: string; err: string }> };

/** Runs one of our entries as a person would; `env` is laid over ours. */
const runEntry = (root: string, args: string[], env: Record<string, string> = {}): Run =>
  runProgram(root, process.execPath, args, env);

function runProgram(root: string, program: string, args: string[], env: Record<string, string> = {}): Run {
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env } });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }));
  });
  return { child, ended };
}

const start = (server: string) => {
  const root = plantStart(server);
  return runEntry(root, [join(root, 'tools', 'start.mjs')]);
};

/** Waits for the server's own word that it listens, then does what the test wants of it. */
const onceListening = (run: Run, act: () => void) =>
  run.child.stdout?.on('data', (chunk: Buffer) => {
    if (chunk.includes('listening')) act();
  });

const LISTENING = `setInterval(() => {}, 1000); console.log('listening');\n`;

describe('npm start', () => {
  test('tells the step in Vietnamese and English, and the exit code of the server comes through', async () => {
    const { code, out } = await start(`console.log('http://127.0.0.1:8080'); process.exitCode = 7;`).ended;
    expect(code).toBe(7);
    expect(out).toContain('[3/3] Mở cơ sở số liệu');
    expect(out).toContain('Opening the database');
    expect(out).toContain('http://127.0.0.1:8080');
  });

  test('the server runs on Node 24 and hears a stop once', async () => {
    const run = start(`console.log(process.version);
      process.on('SIGTERM', () => { console.log('stopping'); setTimeout(() => process.exit(0), 100); });\n${LISTENING}`);
    onceListening(run, () => {
      run.child.kill('SIGTERM');
      run.child.kill('SIGTERM');
    });
    const { code, out } = await run.ended;
    expect(code).toBe(0);
    expect(out).toContain(process.version);
    expect(out.match(/stopping/g)).toHaveLength(1);
  });

  test('Ctrl-C in the terminal reaches the server', async () => {
    const run = start(`process.on('SIGINT', () => process.exit(0));\n${LISTENING}`);
    onceListening(run, () => run.child.kill('SIGINT'));
    expect((await run.ended).code).toBe(0);
  });

  test('a server whose parent was killed sees its channel close', async () => {
    const run = start(
      `process.on('disconnect', () => { console.log('alone'); process.exit(0); });\n${LISTENING}`,
    );
    onceListening(run, () => run.child.kill('SIGKILL'));
    expect((await run.ended).out).toContain('alone');
  });

  test('a stop of npm itself reaches the server, past the shell that npm puts between', async () => {
    const root = plantStart(
      `process.on('SIGTERM', () => { console.log('stopping'); process.exit(0); });\n${LISTENING}`,
    );
    const run = runProgram(root, 'npm', ['start', '--silent']);
    onceListening(run, () => run.child.kill('SIGTERM'));
    expect((await run.ended).out).toContain('stopping');
  });

  test('a busy port is explained, with what to do', async () => {
    const { code, err } = await start(`import { createServer } from 'node:net';
      const first = createServer().listen(0, '127.0.0.1', () => createServer().listen(first.address().port, '127.0.0.1'));`)
      .ended;
    expect(code).toBe(1);
    expect(err).toContain('→ Cổng đang có chương trình khác dùng');
    expect(err).toContain('→ Another program uses the port');
  });

  test('what the server itself advised is not said again in other words', async () => {
    const { err } = await start(`console.error('EADDRINUSE\\n→ Chọn cổng khác'); process.exit(1);`).ended;
    expect(err.match(/→/g)).toHaveLength(1);
  });

  test('without a network it says that the registry cannot be reached, and does not go on', async () => {
    const root = plantStart(`console.log('must not run');`);
    writeFileSync(
      join(root, 'package.json'),
      JSON.stringify({ name: 'planted', version: '1.0.0', dependencies: { 'is-number': '7.0.0' } }),
    );
    const wanted = { name: 'planted', version: '1.0.0', dependencies: { 'is-number': '7.0.0' } };
    const lock = {
      name: 'planted',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: { '': wanted, 'node_modules/is-number': { version: '7.0.0' } },
    };
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock));
    makeNewer(join(root, 'package-lock.json'));
    const { code, out, err } = await runEntry(root, [join(root, 'tools', 'start.mjs')], {
      npm_config_registry: 'http://127.0.0.1:1',
      npm_config_fetch_retries: '0',
      npm_config_cache: join(root, 'cache'),
    }).ended;
    expect(code).toBe(1);
    expect(out).toContain('[1/3] Cài các gói');
    expect(out).not.toContain('must not run');
    expect(err).toContain('→ Không tới được kho gói npm');
  });
});

function makeNewer(path: string, byMs = 60_000): void {
  const later = new Date(Date.now() + byMs);
  utimesSync(path, later, later);
}

describe('npm run -s vb', () => {
  test('standard output holds only the answer; arguments and exit code come through', async () => {
    const root = plantStart(`console.log(process.argv.slice(2).join(' ')); process.exitCode = 2;`);
    const { code, out } = await runEntry(root, [join(root, 'tools', 'vb.mjs'), 'board', '--json']).ended;
    expect(out).toBe('board --json\n');
    expect(code).toBe(2);
  });
});

describe('whether the screens are built', () => {
  const built = {
    'packages/web/index.html': '',
    'packages/web/src/main.tsx': '',
    'packages/web/dist/.built': '',
  };

  test('a page and no build: no', () => {
    const root = plantTree({ 'packages/web/index.html': '' });
    expect([hasWebApp(root), isWebBuilt(root)]).toEqual([true, false]);
  });

  test('a build newer than all sources: yes; after a source changed or went away: no', () => {
    const root = plantTree(built);
    makeNewer(join(root, 'packages/web/dist/.built'));
    expect(isWebBuilt(root)).toBe(true);
    makeNewer(join(root, 'packages/web/src'), 120_000);
    expect(isWebBuilt(root)).toBe(false);
  });
});

describe('whether the packages are installed', () => {
  const plant = (lock: object, inner: object) => {
    const root = plantTree({
      'package-lock.json': JSON.stringify({ packages: lock }),
      'node_modules/.package-lock.json': JSON.stringify({ packages: inner }),
      'node_modules/.bin/node': '',
    });
    makeNewer(join(root, 'package-lock.json'));
    return root;
  };

  test('nothing there: no', () => {
    expect(isInstalled(plantTree({ 'package-lock.json': LOCK }))).toBe(false);
  });

  test('a newer lockfile that asks for the same is no reason to install again', () => {
    const both = { 'node_modules/a': { version: '1.0.0' } };
    expect(isInstalled(plant(both, both))).toBe(true);
  });

  test('another version, or one more package: no', () => {
    const one = { 'node_modules/a': { version: '1.0.0' } };
    expect(isInstalled(plant({ 'node_modules/a': { version: '1.0.1' } }, one))).toBe(false);
    expect(isInstalled(plant({ ...one, 'node_modules/b': { version: '1.0.0' } }, one))).toBe(false);
  });

  test('what is for another machine, and our own packages, need not be there', () => {
    const lock = {
      'packages/web': { version: '0.1.0' },
      'node_modules/web': { link: true },
      'node_modules/for-windows': { version: '1.0.0', optional: true },
    };
    expect(isInstalled(plant(lock, {}))).toBe(true);
  });
});

describe('what to do when something fails', () => {
  test.each([
    ['npm error code ENOSPC\nnpm error nospc There appears to be insufficient space', 'Đĩa đã đầy'],
    ['PANIC: could not write to file: No space left on device', 'Đĩa đã đầy'],
    ['Error: listen EADDRINUSE: address already in use 127.0.0.1:8080', 'VB_PORT='],
    ['npm error code EAI_AGAIN', 'Kiểm tra mạng'],
    ['npm error network request to https://… failed, reason: connect ECONNREFUSED', 'Kiểm tra mạng'],
    ['npm error code EACCES\nnpm error syscall mkdir', 'Không có quyền ghi'],
    ['EROFS: read-only file system, mkdir', 'Không có quyền ghi'],
    ['npm error code EUSAGE', 'không khớp nhau'],
    ['npm error code EINTEGRITY', 'npm cache clean'],
    ['spawn npm ENOENT', 'chưa có npm'],
  ])('%s', (said, advice) => {
    expect(adviceFor(said)?.vi).toContain(advice);
    expect(adviceFor(said)?.en).toBeTruthy();
  });

  test('words that are not known get no advice that would be wrong', () => {
    expect(adviceFor('TypeError: x is not a function')).toBeUndefined();
  });
});
