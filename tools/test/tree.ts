// A small tree of files in a temporary folder, taken away after the test that asked for it.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ROOT } from '../suite/capture.ts';

/**
 * Writes the files and answers with the folder. What is installed here is found from there too.
 * @param files texts by their path in the tree
 */
export function plantTree(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'vb-tree-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The same, with the packages that are installed here beside it. */
export function plantProject(files: Record<string, string>): string {
  const folder = plantTree(files);
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
