// `npm start` ends here: opens the house, loads what an empty one needs, serves on this machine, stops cleanly.
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { HOST, ROOT, readConfig, SettingProblem } from './config.ts';
import { type House, openHouse } from './container.ts';
import { fillEmptyHouse } from './first-start/fill.ts';
import { makeApp } from './http/app.ts';
import { ClusterProblem } from './postgres/index.ts';

const log = pino({ level: process.env.VB_LOG ?? 'warn' }, pino.destination(2));

function say(vi: string, en: string): void {
  process.stdout.write(`  ${vi}\n    ${en}\n`);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const house = await openHouse({
    config,
    clock: () => new Date(),
    onNotice: (notice) => {
      log.info(notice);
      if (notice.level !== 'error') say(notice.vi, notice.en);
      else process.stderr.write(`  ${notice.vi}\n    ${notice.en}\n`);
    },
    onMigration: (file, index, total) =>
      say(
        `Nâng cấp kho số liệu ${index}/${total}: ${file}`,
        `Upgrading the database ${index}/${total}: ${file}`,
      ),
    onIdleError: (error) => log.warn(error, 'a waiting database connection was lost'),
  });
  try {
    await fillEmptyHouse(house, { root: ROOT, sample: config.sample, say });
    await listen(house, config.port);
  } catch (error) {
    await house.close();
    throw error;
  }
}

async function listen(house: House, port: number): Promise<void> {
  const app = makeApp({
    workshop: house.workshop,
    principal: house.principal,
    hosts: [HOST, 'localhost', '::1'],
    webFolder: join(ROOT, 'packages', 'web', 'dist'),
    onFault: (fault, reference) => log.error({ err: fault, reference }, 'fault'),
  });
  await new Promise<void>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: HOST, port }, (address) => {
      process.stdout.write(
        `\n  Mở trang: http://${HOST}:${address.port}/\n    Open this page in a browser.\n\n`,
      );
      resolve();
    });
    server.on('error', reject);
    const stop = (): void => {
      server.close();
      void house.close().then(() => process.exit(0));
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}

main().catch((error: unknown) => {
  if (error instanceof ClusterProblem) {
    process.stderr.write(`\n→ ${error.vi} ${error.todo.vi}\n  ${error.message}\n`);
  } else if (error instanceof SettingProblem) {
    process.stderr.write(`\n→ ${error.vi}\n  ${error.message}\n`);
  } else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const port = process.env.VB_PORT ?? '7600';
    process.stderr.write(
      `\n→ Cổng ${port} đang có chương trình khác dùng. Đóng chương trình đó, hoặc chạy: VB_PORT=7601 npm start\n` +
        `  Port ${port} is in use. Close the other program, or run: VB_PORT=7601 npm start\n`,
    );
  } else {
    process.stderr.write(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
  process.exit(1);
});
