/** Where the browser for tests, hand-outs and screenshots is. Plain JavaScript: the setup asks before anything is installed. */
import { existsSync } from 'node:fs';

/** Chromium without a window: the same pages for half the work. */
export const HEADLESS = '/usr/bin/chromium-headless-shell';

const CANDIDATES = [
  process.env['CHROMIUM'],
  HEADLESS,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  // Where somebody has installed it without an administrator.
  `${process.env['LOCALAPPDATA']}\\Google\\Chrome\\Application\\chrome.exe`,
  // The same browser under another name, on every Windows.
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** What to say to people where there is none. */
export const OHNE_BROWSER =
  'Es fehlt Chrome oder Chromium. Bitte installieren (Debian: apt-get install chromium) oder mit CHROMIUM=<Pfad> angeben.';

/** @returns {string | undefined} path of a Chromium, Chrome or Edge */
export function findChromium() {
  return CANDIDATES.find((path) => path && existsSync(path));
}
