/**
 * Rewrites package-lock.json after a change of dependencies, so that `npm ci` accepts it on every platform.
 *
 * npm leaves out optional packages of platforms other than the one it runs on (Pagefind's and Astro's binaries),
 * and `npm ci` then refuses its own lockfile. This adds each missing entry with version, platform and integrity.
 *
 *     npm run lockfile
 *
 * Exit code 2 where the call is wrong.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { liesAufruf } from './lib/aufruf.ts';

interface LockEntry {
  version?: string;
  integrity?: string;
  license?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  engines?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}

const path = 'package-lock.json';

liesAufruf('Aufruf: npm run lockfile', {}, () => undefined);
execFileSync('npm', ['install', '--package-lock-only'], { stdio: 'inherit' });
const lock: { packages: Record<string, LockEntry> } = JSON.parse(readFileSync(path, 'utf8'));

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (resolve(path, name)) continue;
    const home = path.slice(0, Math.max(0, path.lastIndexOf('node_modules/')));
    const key = `${home}node_modules/${name}`;
    lock.packages[key] = fetchEntry(name, range, entry.dev === true);
    console.log(`added ${key} ${lock.packages[key].version}`);
  }
}
for (const entry of Object.values(lock.packages)) delete entry.resolved;

const sorted = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync(path, JSON.stringify({ ...lock, packages: sorted }, null, 2) + '\n');

/** The locked package that `from` gets when it asks for `name`: the nearest one on the way up. */
function resolve(from: string, name: string): LockEntry | undefined {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    const found = lock.packages[`${folder ? folder + '/' : ''}node_modules/${name}`];
    if (found || folder === '') return found;
    if (!folder.includes('/node_modules/')) return lock.packages[`node_modules/${name}`];
  }
}

/**
 * What npm would have written for an optional package of another platform.
 * A registry mirror may lack that platform; then the package's name tells it (`@pagefind/darwin-arm64`).
 */
function fetchEntry(name: string, range: string, dev: boolean): LockEntry {
  const found = viewPackage(name, range) ?? { version: range, ...platformFromName(name) };
  return {
    version: found.version,
    ...(found.integrity && { integrity: found.integrity }),
    ...(found.cpu && { cpu: found.cpu }),
    ...(found.libc && { libc: found.libc }),
    ...(found.license && { license: found.license }),
    ...(dev && { dev: true }),
    optional: true,
    ...(found.os && { os: found.os }),
    ...(found.engines && { engines: found.engines }),
  };
}

function viewPackage(name: string, range: string): LockEntry | undefined {
  const fields = ['version', 'os', 'cpu', 'libc', 'engines', 'license', 'dist.integrity'];
  try {
    const output = execFileSync('npm', ['view', `${name}@${range}`, '--json', ...fields], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const found = [JSON.parse(output)].flat().at(-1);
    return {
      version: found.version,
      integrity: found['dist.integrity'],
      cpu: found.cpu && [found.cpu].flat(),
      os: found.os && [found.os].flat(),
      libc: found.libc && [found.libc].flat(),
      engines: found.engines,
      license: found.license,
    };
  } catch {
    return undefined;
  }
}

function platformFromName(name: string): Pick<LockEntry, 'os' | 'cpu'> {
  const os = ['darwin', 'win32', 'windows', 'linux', 'android', 'freebsd', 'openharmony'].find(
    (word) => name.includes(word),
  );
  const cpu = ['arm64', 'x64', 'ia32', 'arm', 'wasm32', 'riscv64', 's390x', 'ppc64'].find((word) =>
    name.includes(word),
  );
  return { os: os && [os === 'windows' ? 'win32' : os], cpu: cpu && [cpu] } as LockEntry;
}
