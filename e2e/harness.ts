// Starts the real server on an empty folder and a real browser beside it, as a person's machine would.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findBrowser } from '../tools/browser.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WEB = join(ROOT, 'packages', 'web');
const STARTS_WITHIN_MS = 120_000;

export interface House {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly address: string;
  /** A fresh page (own cookies, own storage); its script errors fail the test that asks `page.faults`. */
  open(path: string, options?: OpenOptions): Promise<Screen>;
  /** Asks the server as the first administrator does, with a path of this house. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** What the first start said of the first administrator. */
  readonly administrator: { readonly username: string; readonly password: string };
  /** Runs `vb` on this house while it is open, as an administrator does. @returns what it printed */
  vb(...words: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

/** `signedIn: false`: as somebody who has not signed in yet. Otherwise as the first administrator. */
export type OpenOptions = BrowserContextOptions & { readonly signedIn?: false };

export interface Screen {
  readonly page: Page;
  /** Errors of scripts and of the security policy since the page opened. */
  readonly faults: readonly string[];
}

/** Asks again until it holds: screens draw after their data, on machines that are busy. */
export function soon<Value>(ask: () => Value | Promise<Value>) {
  return expect.poll(ask, { timeout: 20_000 });
}

export const DESK = { viewport: { width: 1440, height: 900 }, locale: 'vi-VN' } as const;
export const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'vi-VN',
} as const;

/** Opens a server and a browser, with the sample programme unless `env` says otherwise. Close it in `afterAll`. */
export async function openHouse(env: Readonly<Record<string, string>> = {}): Promise<House> {
  await buildScreens();
  const folder = await mkdtemp(join(tmpdir(), 'vb-e2e-'));
  const server = startServer(folder, env);
  const found = await findBrowser();
  const [{ address, password }, browser] = await Promise.all([
    startOf(server),
    chromium.launch({ executablePath: found.path, args: found.args }),
  ]);
  const administrator = { username: 'quan-tri', password };
  const cookie = await signIn(address, administrator);
  return {
    address,
    administrator,
    open: (path, { signedIn, ...options } = DESK) =>
      openScreen(browser, address, path, { options, cookie: signedIn === false ? null : cookie }),
    fetch: (path, init) => fetch(address + path, { ...init, headers: { ...init?.headers, cookie } }),
    vb: (...words) => runVb(folder, words),
    close: async () => {
      await browser.close();
      await stopped(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function startServer(folder: string, env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'packages', 'server', 'src', 'main.ts')], {
    cwd: ROOT,
    env: { ...withoutDatabase(process.env), ...env, VB_VAR: folder, VB_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function runVb(folder: string, words: readonly string[]): Promise<string> {
  const program = join(ROOT, 'packages', 'server', 'src', 'cli', 'main.ts');
  const env = { ...withoutDatabase(process.env), VB_VAR: folder };
  const options = { cwd: ROOT, env, maxBuffer: 100_000_000 };
  return (await promisify(execFile)(process.execPath, [program, ...words], options)).stdout;
}

/** Journeys walk in a house of their own, whatever database the machine's own settings name. */
function withoutDatabase(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATABASE_URL: _application, DATABASE_OWNER_URL: _owner, ...rest } = env;
  return rest;
}

/** @returns the cookie of a session */
async function signIn(address: string, who: House['administrator']): Promise<string> {
  const reply = await fetch(`${address}/api/account/sign-in`, {
    method: 'POST',
    body: JSON.stringify({ ...who, shared: false }),
  });
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`the administrator did not get in: ${await reply.text()}`);
  return cookie;
}

/** The one address that the server prints when it is ready, and before it the first administrator's password. */
function startOf(server: ChildProcess): Promise<{ address: string; password: string }> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`the server did not start:\n${said}`)), STARTS_WITHIN_MS);
    const hear = (chunk: Buffer) => {
      said += String(chunk);
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address === undefined) return;
      clearTimeout(late);
      resolve({ address, password: /\(password\): +(\S+)/.exec(said)?.[1] ?? '' });
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
}

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}

async function openScreen(
  browser: Browser,
  address: string,
  path: string,
  { options, cookie }: { options: BrowserContextOptions; cookie: string | null },
): Promise<Screen> {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const [name = '', value = ''] = cookie?.split(/=(.*)/s) ?? [];
  if (cookie !== null) await context.addCookies([{ name, value, url: address }]);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => (message.type() === 'error' ? faults.push(message.text()) : undefined));
  await page.goto(address + path);
  return { page, faults };
}

/** Builds the screens when they are absent or older than their sources, so that journeys never walk on old ones. */
async function buildScreens(): Promise<void> {
  const built = join(WEB, 'dist', 'index.html');
  const sources = [join(WEB, 'src'), join(WEB, 'index.html'), join(WEB, 'vite.config.ts')];
  const newest = Math.max(...(await Promise.all(sources.map(newestIn))));
  if (existsSync(built) && (await stat(built)).mtimeMs >= newest) return;
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  await new Promise<void>((resolve, reject) => {
    const build = spawn(process.execPath, [vite, 'build'], {
      cwd: WEB,
      // The test runner names itself here, and React would then be built for developers.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    build.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`vite build ended with ${code}`)),
    );
  });
}

async function newestIn(path: string): Promise<number> {
  const own = await stat(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const names = await readdir(path, { recursive: true });
  const times = await Promise.all(names.map(async (name) => (await stat(join(path, name))).mtimeMs));
  return Math.max(own.mtimeMs, ...times);
}
