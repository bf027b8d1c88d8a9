// Finds functions that are too long to be read at one glance. Biome's rule does not count lines inside JSX, so that a
// whole screen counts as three; here every line counts that is not blank.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { listFiles } from './listing.ts';

const LONGEST = 60;
const CODE = /\.(ts|tsx|mjs)$/;
/** Made by programs. */
const NOT_WRITTEN = /\.generated\./;

/** Every function of a file with more lines than may be, by its name or by what it is handed to. */
export function longFunctions(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    const lines = ts.isFunctionLike(node) && !isGroupOfTests(node) ? linesOf(node.getText(file)) : 0;
    if (lines > LONGEST) {
      const at = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      faults.push(`${path}:${at}: a function of ${lines} lines, more than ${LONGEST}: it does two things`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

/** Every too long function of every file that git lists, as lines to print. */
export function findLongFunctions(root: string): string[] {
  return listFiles(root)
    .filter((path) => CODE.test(path) && !NOT_WRITTEN.test(path))
    .flatMap((path) => longFunctions(path, readFileSync(join(root, path), 'utf8')));
}

function linesOf(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

/** What `describe` is given is a heading with tests under it, not a function that somebody reads through. */
function isGroupOfTests(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isCallExpression(parent) && /^describe\b/.test(parent.expression.getText());
}
