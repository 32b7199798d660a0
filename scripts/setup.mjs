/**
 * Installs what the project needs, unless it is there already. Plain JavaScript without dependencies: it runs first,
 * on whatever Node the machine has.
 *
 *     node scripts/setup.mjs [--browser]
 *
 * `--browser` also makes sure that there is a Chromium for the browser tests.
 * Everything is said on stderr, so that a command's own output stays clean.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { findChromium } from './lib/chromium.mjs';

const STAMP = 'node_modules/.installed';

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node ${process.versions.node} ist zu alt. Bitte Node 20 oder neuer installieren (nodejs.org).`);
}

const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== wanted) {
  console.error('Installiere die Pakete des Projekts (einmalig, etwa eine Minute) …');
  run('npm', ['ci', '--ignore-scripts', '--loglevel=error']);
  writeFileSync(STAMP, wanted);
}

if (process.argv.includes('--browser') && !findChromium()) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    fail('Für die Browsertests fehlt Chromium. Bitte installieren (Debian: apt-get install chromium) oder mit CHROMIUM=<Pfad> angeben.');
  }
  console.error('Installiere Chromium für die Browsertests …');
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core']);
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) fail(`„${command} ${args.join(' ')}“ ist fehlgeschlagen${error ? `: ${error.message}` : ''}.`);
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}
