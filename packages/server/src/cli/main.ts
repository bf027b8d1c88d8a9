// The command line: `npm run -s vb -- <command>`. Standard output holds only the answer, progress goes to standard error.
import { filledParts } from '../commands/installation.ts';
import { type Config, ROOT, readConfig } from '../config.ts';
import { type House, noDatabase, openHouse } from '../container.ts';
import { fillHouse } from '../first-start/fill.ts';
import type { Lang } from './command.ts';
import { runCommandLine } from './frame.ts';

/**
 * Beside a running server or alone. A command that may be a person's first gets a database with what `npm start` would
 * load; every other one says that there is no data, instead of answering from a database that it has just made.
 */
async function openFilledHouse(lang: Lang, mayMake: boolean): Promise<House> {
  const note = (text: string): boolean => process.stderr.write(`${text}\n`);
  const config = readConfig(process.env);
  const house = await openHouse({
    config,
    clock: () => new Date(),
    onNotice: (notice) => notice.level === 'error' && note(notice[lang]),
    onMigration: (file, index, total) => note(`migration ${index}/${total}: ${file}`),
    onIdleError: (error) => note(error.message),
    besideServer: true,
    mayMake,
  });
  try {
    const say = (vi: string, en: string): boolean => note(lang === 'vi' ? vi : en);
    if (mayMake) await fillHouse(house, { root: ROOT, sample: config.sample, say });
    else await requireFilled(house, config);
    return house;
  } catch (error) {
    await house.close();
    throw error;
  }
}

/** A database whose first start was cut off before it held places and law answers nothing yet. */
async function requireFilled(house: House, config: Config): Promise<void> {
  const filled = await filledParts(house.workshop);
  if (!filled.has('law')) throw noDatabase(config.databaseUrl === null ? config.varFolder : 'DATABASE_URL');
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  env: process.env,
  openHouse: openFilledHouse,
});
