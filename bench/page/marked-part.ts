// RESULTS.md is written by several commands, each only between its own two marks: the parts of the others stay.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../measure/root.ts';

const PAGE = join(ROOT, 'bench', 'RESULTS.md');

/** The page with the part of `npm run <command>` replaced. Throws where the page has lost its marks. */
export function withPart(page: string, command: string, body: string): string {
  const begin = `<!-- ${command}: written by npm run ${command} -->`;
  const [head, rest] = [page.indexOf(begin), page.indexOf(`<!-- ${command}: end -->`)];
  if (head < 0 || rest < head) throw new Error(`RESULTS.md has lost the marks of npm run ${command}`);
  return `${page.slice(0, head)}${begin}\n\n${body}\n${page.slice(rest)}`;
}

/** Writes the part of `npm run <command>` into RESULTS.md. */
export async function writePart(command: string, body: string): Promise<void> {
  await writeFile(PAGE, withPart(await readFile(PAGE, 'utf8'), command, body));
}
