// What the lockfile must hold so that `npm ci` works on every machine, and under which licences.
// @ts-check

/**
 * An entry of the lockfile's `packages`, as far as we read it.
 * @typedef {{ version?: string, license?: string, dev?: boolean, optional?: boolean, link?: boolean, resolved?: string,
 *             os?: string[], cpu?: string[], libc?: string[], dependencies?: Record<string, string>,
 *             optionalDependencies?: Record<string, string> }} Entry
 * @typedef {Record<string, Entry>} Packages
 */

/** The systems, processors and libraries that names of packages speak of. */
const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = ['arm64', 'x64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32'];
const LIBRARIES = { musl: 'musl', musleabihf: 'musl', gnu: 'glibc', gnueabihf: 'glibc' };

/** The places in which npm would look for a package that another names, nearest first. @param {string} path @param {string} name */
function placesOf(path, name) {
  const folders = [path];
  for (let at = path.lastIndexOf('/node_modules/'); at > 0; at = path.lastIndexOf('/node_modules/', at - 1)) {
    folders.push(path.slice(0, at));
  }
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
}

/**
 * The optional packages that others name and the lockfile lacks. npm leaves them out when the registry it asks does
 * not have them (a mirror with one platform only), and `npm ci` then refuses the lockfile everywhere.
 * @param {Packages} packages
 * @returns {{ name: string, version: string, dev: boolean }[]}
 */
export function missingOptional(packages) {
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !placesOf(path, name).some((place) => packages[place]))
      .map(([name, version]) => ({ name, version, dev: entry.dev === true })),
  );
  return [...new Map(missing.map((one) => [one.name, one])).values()];
}

/**
 * The entry of a package for another platform, as its name tells it; without an integrity, which only a registry
 * that has the package could give. Undefined when the name tells no platform or the version is no exact one.
 * @param {{ name: string, version: string, dev: boolean }} missing
 * @returns {Entry | undefined}
 */
export function platformEntry({ name, version, dev }) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.filter((system) => words.includes(system)).slice(0, 1);
  const cpu = PROCESSORS.filter((processor) => words.includes(processor)).slice(0, 1);
  if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version) || os.length + cpu.length === 0) return undefined;
  const libc = Object.entries(LIBRARIES).flatMap(([word, library]) =>
    words.includes(word) ? [library] : [],
  );
  return {
    version,
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(dev ? { dev } : {}),
    ...(libc.length > 0 ? { libc } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}

/** Licences under which we ship the work of others. */
const LICENCES =
  /^(?:\(?(?:MIT|MIT\/X11|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|OFL-1\.1|Unlicense|BlueOak-1\.0\.0|Zlib)(?: (?:OR|AND) [\w.-]+)*\)?)$/;

/**
 * What the product brings along: the dependencies of its packages, and theirs. A peer that a package could use is not
 * among them; npm's own marks count it in as soon as it is there for developing.
 * @param {Packages} packages
 * @returns {Set<string>}
 */
function shipped(packages) {
  const found = new Set(Object.keys(packages).filter((path) => /^packages\/\w+$/.test(path)));
  for (const path of found) {
    const { dependencies, optionalDependencies } = packages[path] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const at = nearest(packages, path, name);
      if (at !== undefined) found.add(at);
    }
  }
  return found;
}

/** Where Node finds a package from a place: its own folder first, then those above. @param {Packages} packages @param {string} from @param {string} name */
function nearest(packages, from, name) {
  const parts = from.split('/node_modules/');
  for (let depth = parts.length; depth > 0; depth--) {
    const path = `${parts.slice(0, depth).join('/node_modules/')}/node_modules/${name}`;
    if (packages[path]) return path;
  }
  const top = `node_modules/${name}`;
  return packages[top] ? top : undefined;
}

/** The packages that are shipped under another licence, or none, as `path: licence`. @param {Packages} packages */
export function otherLicences(packages) {
  return [...shipped(packages)]
    .flatMap((path) => {
      const entry = packages[path];
      return entry && path.includes('node_modules/') && !entry.link
        ? [{ path, license: entry.license ?? '' }]
        : [];
    })
    .filter(({ license }) => !LICENCES.test(license) || /AND GPL|^GPL/.test(license))
    .map(({ path, license }) => `${path}: ${license || 'none given'}`)
    .sort();
}
