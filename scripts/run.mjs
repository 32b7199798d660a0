/**
 * Runs a program of the project with the project's own Node, after installing what is missing. Plain JavaScript
 * without dependencies: it runs first, on whatever Node the machine has.
 *
 *     node scripts/run.mjs [--browser] <program.ts|mjs> [arguments …]
 *
 * `--browser` also makes sure that there is a Chromium for the browser tests, and for the tests themselves web servers.
 * What it says itself goes to stderr, so that a program's output stays clean.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isatty } from 'node:tty';
import { findChromium, HEADLESS, OHNE_BROWSER } from './lib/chromium.mjs';
import { NEUSTART } from './lib/neustart.mjs';

const STAMP = 'node_modules/.installed';
/** The oldest Node that runs TypeScript without a flag. */
const ENOUGH = [22, 18];
/** The web servers that are tested, and their packages in Debian. */
const SERVERS = /** @type {const} */ ([
  ['/usr/sbin/nginx', 'nginx-light'],
  ['/usr/sbin/apache2', 'apache2-bin'],
  ['/usr/bin/caddy', 'caddy'],
]);

const browser = process.argv[2] === '--browser';
const [program, ...args] = process.argv.slice(browser ? 3 : 2);

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(
    `Node ${process.versions.node} ist zu alt. Bitte Node 20 oder neuer installieren (nodejs.org).`,
  );
}

const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== wanted) {
  console.error('Installiere die Pakete des Projekts (einmalig, etwa eine Minute) …');
  run('npm', ['ci', '--ignore-scripts', '--loglevel=error']);
  writeFileSync(STAMP, wanted);
}

if (browser) {
  const tests = program?.endsWith('vitest.mjs');
  const chromium = findChromium() && !(tests && !existsSync(HEADLESS) && !process.env['CHROMIUM']);
  const missing = chromium ? [] : ['chromium-headless-shell', 'fonts-noto-core'];
  // Without them the tests of real servers are skipped, or fail where nobody looks.
  if (tests) missing.push(...SERVERS.filter(([path]) => !existsSync(path)).map(([, name]) => name));
  const debian =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (debian && missing.length > 0) {
    console.error(`Installiere für die Tests: ${missing.join(', ')} …`);
    const install = ['install', '-y', '-qq', '--no-install-recommends'];
    // Other systems with apt call the browser otherwise.
    if (!(attempt('apt-get', ['update', '-qq']) && attempt('apt-get', [...install, ...missing])))
      if (!findChromium()) run('apt-get', [...install, 'chromium', 'fonts-noto-core']);
  }
  if (!findChromium()) fail(OHNE_BROWSER);
}

// Compiled modules, for this program and all that it starts: half of what a short call costs.
const NODE_COMPILE_CACHE = resolve('node_modules/.cache/node');
/** @type {import('node:child_process').ChildProcess | undefined} */
let child;
/** @type {NodeJS.Signals | undefined} */
let received;
const ENDING = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
for (const signal of ENDING)
  process.on(signal, () => {
    received = signal;
    // Ctrl+C reaches all that run in a terminal, and some programs take a second one for impatience.
    if (signal !== 'SIGINT' || ![0, 1, 2].some((stream) => isatty(stream))) child?.kill(signal);
  });
let { status, signal } = await start();
while (status === NEUSTART && !received) ({ status, signal } = await start());
if (signal && received) {
  // Whoever called must see that it was ended, and by what.
  for (const each of ENDING) process.removeAllListeners(each);
  process.kill(process.pid, received);
  await setTimeout(1000);
}
process.exit(signal ? 130 : (status ?? 1));

/** Runs the program to its end. @returns {Promise<{ status: number | null, signal: NodeJS.Signals | null }>} */
function start() {
  return new Promise((done) => {
    child = spawn(findNode(), [String(program), ...args], {
      stdio: 'inherit',
      env: { NODE_COMPILE_CACHE, ...process.env },
    });
    child.on('error', ({ message }) => fail(message));
    child.on('exit', (status, signal) => done({ status, signal }));
  });
}

/** The Node that came with the packages; on platforms without one, this one. */
function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const own = join(
    'node_modules',
    `node-${platform}-${process.arch}`,
    'bin',
    platform === 'win' ? 'node.exe' : 'node',
  );
  if (existsSync(own)) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = ENOUGH;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor))
    return process.execPath;
  return fail(
    `Für dieses Betriebssystem bringt das Projekt kein Node mit. Bitte Node 24 installieren (nodejs.org); hier läuft ${process.versions.node}.`,
  );
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  if (!attempt(command, args)) fail(`„${command} ${args.join(' ')}“ ist fehlgeschlagen.`);
}

/** @param {string} command @param {string[]} args @returns {boolean} whether it worked */
function attempt(command, args) {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}
