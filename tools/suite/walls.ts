// Runs dependency-cruiser over the whole house, and refuses to believe it when it has read fewer files than git lists.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../house/listing.ts';
import { capture } from './capture.ts';

/** Where our code stands; folders that are not there yet are passed over. */
const ROOMS = ['packages', 'bench', 'e2e', 'tools', 'tests', 'vitest.config.ts'];
const CODE = /\.(ts|tsx|mjs)$/;
/** Files that are data for a test, not code: the walls leave them out, and so does the count. */
const NOT_CODE = /(^|\/)(dist|fixtures)\//;

/** One import that a wall forbids; in a circle, `through` is the way back to where it began. */
export type Breach = { wall: string; from: string; to: string; through: string[] };

/** What dependency-cruiser saw: every file it read, and every breach. */
export type Cruise = { files: Set<string>; breaches: Breach[] };

/** The part of dependency-cruiser's answer that we read. */
type Answer = {
  modules: { source: string }[];
  summary: { violations: { rule: { name: string }; from: string; to: string; cycle?: { name: string }[] }[] };
};

type Wall = { name: string; comment: string };

/**
 * Cruises a tree.
 * @param root the folder that paths are told from; its `.dependency-cruiser.cjs` holds the walls
 * @param cruiser dependency-cruiser's program, which may stand in another folder than the tree
 * @throws when dependency-cruiser could not read its configuration or the tree
 */
export async function cruise(
  root: string,
  cruiser = join(root, 'node_modules/dependency-cruiser'),
): Promise<Cruise> {
  const folder = mkdtempSync(join(tmpdir(), 'vb-walls-'));
  const path = join(folder, 'cruise.json');
  try {
    const program = join(cruiser, 'bin', 'dependency-cruiser.mjs');
    const rooms = ROOMS.filter((room) => existsSync(join(root, room)));
    const args = [
      program,
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      '--output-to',
      path,
      ...rooms,
    ];
    const { said } = await capture(args, { cwd: root });
    if (!existsSync(path)) throw new Error(`dependency-cruiser read nothing:\n${said}`);
    // dependency-cruiser's own format, pinned with its version.
    const answer = JSON.parse(readFileSync(path, 'utf8')) as Answer;
    return {
      files: new Set(answer.modules.map((module) => module.source)),
      breaches: answer.summary.violations.map(({ rule, from, to, cycle = [] }) => ({
        wall: rule.name,
        from,
        to,
        through: cycle.slice(1).map(({ name }) => name),
      })),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files of code that git knows or would take. */
export function listCode(root: string): string[] {
  const ours = (path: string) => ROOMS.some((room) => path === room || path.startsWith(`${room}/`));
  return listFiles(root).filter((path) => CODE.test(path) && !NOT_CODE.test(path) && ours(path));
}

/** The listed files that the cruise did not read: an unread file has no walls around it. */
export function unread(listed: readonly string[], { files }: Pick<Cruise, 'files'>): string[] {
  return listed.filter((path) => !files.has(path));
}

/** Each breach as a line that gives the wall's reason. */
export function tellBreaches(breaches: readonly Breach[], walls: readonly Wall[]): string[] {
  const reasons = new Map(walls.map((wall) => [wall.name, wall.comment]));
  return breaches.map(({ wall, from, to, through }) => {
    const way = [to, ...through].join(' -> ');
    return `${from} must not import ${way}\n  ${wall}: ${reasons.get(wall) ?? ''}`;
  });
}

/** All faults of the walls of a project; none means that every listed file was read and no wall is broken. */
export async function checkWalls(root: string): Promise<string[]> {
  const listed = listCode(root);
  const cruised = await cruise(root);
  const config: { default: { forbidden: Wall[] } } = await import(join(root, '.dependency-cruiser.cjs'));
  const missed = unread(listed, cruised);
  const blind =
    missed.length > 0
      ? [`The walls were not checked in ${missed.length} files:\n  ${missed.join('\n  ')}`]
      : [];
  return [...blind, ...tellBreaches(cruised.breaches, config.default.forbidden)];
}
