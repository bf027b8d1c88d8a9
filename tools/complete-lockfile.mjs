// Adds to package-lock.json the packages for other platforms that npm left out; run it after `npm install` when the
// lockfile's test asks for it. Nothing that npm wrote is changed.
// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { missingOptional, platformEntry } from './lockfile/lockfile.mjs';

const path = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8'));

for (const missing of missingOptional(lock.packages)) {
  const entry = platformEntry(missing);
  if (!entry) {
    console.error(`${missing.name}@${missing.version}: its name tells no platform; add it by hand`);
    process.exitCode = 1;
    continue;
  }
  lock.packages[`node_modules/${missing.name}`] = entry;
  console.log(`added ${missing.name}@${missing.version}`);
}

const { '': root, ...others } = lock.packages;
const sorted = Object.entries(others).sort(([one], [other]) => (one < other ? -1 : 1));
writeFileSync(
  path,
  `${JSON.stringify({ ...lock, packages: { '': root, ...Object.fromEntries(sorted) } }, null, 2)}\n`,
);
