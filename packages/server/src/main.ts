// `npm start` ends here: opens the house, loads what an empty one needs, serves on this machine, stops cleanly.
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { type Config, HOST, ROOT, readConfig, SettingProblem } from './config.ts';
import { type House, openHouse } from './container.ts';
import { FIRST_USERNAME, makeFirstAdministrator } from './first-start/administrator.ts';
import { fillHouse } from './first-start/fill.ts';
import { makeApp } from './http/app.ts';
import { LIMITS } from './http/limits.ts';
import { signDaily } from './ops/sign-daily.ts';
import { type ClusterNotice, ClusterProblem } from './postgres/index.ts';

const log = pino({ level: process.env.VB_LOG ?? 'warn' }, pino.destination(2));
const leaving = new AbortController();

/** Ctrl C, an order to stop, or a parent that is gone: all end the same way, also while the database is opening. */
function listenForTheEnd(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => leaving.abort());
  process.on('disconnect', () => leaving.abort());
  // a parent that was killed takes the pipes with it; losing a line is no reason to lose the database's orderly end
  process.stdout.on('error', ignoreBrokenPipe);
  process.stderr.on('error', ignoreBrokenPipe);
}

function ignoreBrokenPipe(error: Error): void {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
}

function say(vi: string, en: string): void {
  process.stdout.write(`  ${vi}\n    ${en}\n`);
}

function tell(notice: ClusterNotice): void {
  log.info(notice);
  if (notice.level === 'error') process.stderr.write(`  ${notice.vi}\n    ${notice.en}\n`);
  else say(notice.vi, notice.en);
}

async function main(): Promise<void> {
  listenForTheEnd();
  const config = readConfig(process.env);
  const house = await openHouse({
    config,
    clock: () => new Date(),
    onNotice: tell,
    onMigration: (file, index, total) =>
      say(
        `Nâng cấp kho số liệu ${index}/${total}: ${file}`,
        `Upgrading the database ${index}/${total}: ${file}`,
      ),
    onIdleError: (error) => log.warn(error, 'a waiting database connection was lost'),
    signal: leaving.signal,
  });
  try {
    await fillHouse(house, { root: ROOT, sample: config.sample, say });
    const password = await makeFirstAdministrator(house);
    if (password !== null) tellFirstPassword(password);
    const stopSigning = signDaily({
      database: house.workshop.database,
      varFolder: config.varFolder,
      clock: house.workshop.clock,
      onFault: (fault) => log.error({ err: fault }, 'the heads of the trail were not signed'),
    });
    if (!leaving.signal.aborted) await serveUntilTheEnd(house, config);
    stopSigning();
  } finally {
    await house.close();
  }
}

/** Said once, to whoever starts the program: it is kept nowhere. */
function tellFirstPassword(password: string): void {
  process.stdout.write(
    `\n  Tài khoản quản trị đầu tiên, chỉ hiện lần này:\n    The first administrator, shown only now:\n\n` +
      `      tên đăng nhập (name):  ${FIRST_USERNAME}\n      mật khẩu (password):   ${password}\n\n`,
  );
}

/** Resolves when the server has been told to stop and no longer listens. */
function serveUntilTheEnd(house: House, config: Config): Promise<void> {
  const app = makeApp({
    workshop: house.workshop,
    accounts: house.accounts,
    behindProxy: config.behindProxy,
    hosts: [HOST, 'localhost', '::1', ...(config.address === null ? [] : [new URL(config.address).hostname])],
    webFolder: join(ROOT, 'packages', 'web', 'dist'),
    limits: config.limited ? LIMITS : null,
    isOverTls: config.address?.startsWith('https:') ?? false,
    leaving: leaving.signal,
    onFault: (fault, reference) => log.error({ err: fault, reference }, 'fault'),
  });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: HOST, port: config.port }, (address) => {
      process.stdout.write(
        `\n  Mở trang: http://${HOST}:${address.port}/\n    Open this page in a browser.\n\n`,
      );
    });
    server.on('error', reject);
    leaving.signal.addEventListener('abort', () => {
      server.close(() => resolve());
      // browsers keep connections open; what is under way ends, the rest is let go
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    });
  });
}

function explain(error: unknown): string {
  if (error instanceof ClusterProblem) return `\n→ ${error.vi} ${error.todo.vi}\n  ${error.message}\n`;
  if (error instanceof SettingProblem) return `\n→ ${error.vi}\n  ${error.message}\n`;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const port = process.env.VB_PORT ?? '7600';
    return (
      `\n→ Cổng ${port} đang có chương trình khác dùng. Đóng chương trình đó, hoặc chạy: VB_PORT=7601 npm start\n` +
      `  Port ${port} is in use. Close the other program, or run: VB_PORT=7601 npm start\n`
    );
  }
  return `\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    if (leaving.signal.aborted) process.exit(0);
    process.stderr.write(explain(error));
    process.exit(1);
  },
);
