// The command line: `npm run -s vb -- <command>`. Standard output holds only the answer, progress goes to standard error.
import { ROOT, readConfig } from '../config.ts';
import { type House, openHouse } from '../container.ts';
import { fillEmptyHouse } from '../first-start/fill.ts';
import type { Lang } from './command.ts';
import { runCommandLine } from './frame.ts';

/** An empty database gets what the first `npm start` would load, so that any command may be a person's first. */
async function openFilledHouse(lang: Lang): Promise<House> {
  const note = (text: string): boolean => process.stderr.write(`${text}\n`);
  const config = readConfig(process.env);
  const house = await openHouse({
    config,
    clock: () => new Date(),
    onNotice: (notice) => notice.level === 'error' && note(notice[lang]),
    onMigration: (file, index, total) => note(`migration ${index}/${total}: ${file}`),
    onIdleError: (error) => note(error.message),
  });
  try {
    const say = (vi: string, en: string): boolean => note(lang === 'vi' ? vi : en);
    await fillEmptyHouse(house, { root: ROOT, sample: config.sample, say });
    return house;
  } catch (error) {
    await house.close();
    throw error;
  }
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  env: process.env,
  openHouse: openFilledHouse,
});
