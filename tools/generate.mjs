// `npm run generate`: writes the files that are made from the code; with --check it writes nothing and fails on a difference.
// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * One generated file: `output` is its path from the root, `maker` a module beside this one whose `generate()`
 * answers with the whole text.
 * @typedef {{ output: string, maker: string }} Generated
 */

/** Every generated file of the house. A maker that is named here and missing is a failure. @type {Generated[]} */
export const GENERATED = [
  { output: 'packages/server/src/storage/db-types.generated.ts', maker: './make/db-types.ts' },
  { output: 'docs/openapi.json', maker: './make/openapi.ts' },
];

/**
 * The first line in which two texts differ, counted from 1, or 0 when they are the same.
 * @param {string} one
 * @param {string} other
 */
export function firstDifference(one, other) {
  if (one === other) return 0;
  const [lines, others] = [one.split('\n'), other.split('\n')];
  return lines.findIndex((line, index) => line !== others[index]) + 1 || lines.length + 1;
}

/**
 * Makes one file, or with `check` compares it with what is committed.
 * @param {Generated} generated
 * @param {{ root: URL, check: boolean }} how root: the project's folder, ending in a slash
 * @returns {Promise<string | undefined>} what is wrong with it, if anything
 */
export async function generateOne({ output, maker }, { root, check }) {
  const { generate } = await import(new URL(maker, import.meta.url).href);
  const text = await generate();
  const path = new URL(output, root);
  if (!check) {
    writeFileSync(path, text);
    return undefined;
  }
  if (!existsSync(path)) return `${output} is not there; write it with: npm run generate`;
  const line = firstDifference(readFileSync(path, 'utf8'), text);
  if (line === 0) return undefined;
  return `${output} is not what ${maker} makes (first difference in line ${line}); write it with: npm run generate`;
}

/** @param {boolean} check */
async function generateAll(check) {
  const root = new URL('../', import.meta.url);
  const faults = [];
  for (const generated of GENERATED) {
    try {
      const fault = await generateOne(generated, { root, check });
      if (fault) faults.push(fault);
      else console.log(`${check ? 'up to date' : 'written'}: ${generated.output}`);
    } catch (error) {
      faults.push(`${generated.maker}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

const isAsked =
  process.argv[1] !== undefined && relative(fileURLToPath(import.meta.url), process.argv[1]) === '';
if (isAsked) await generateAll(process.argv.includes('--check'));
