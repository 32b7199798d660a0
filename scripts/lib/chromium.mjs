/** Where the browser for tests and screenshots is. Plain JavaScript: the setup asks before anything is installed. */
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
];

/** @returns {string | undefined} path of a Chromium or Chrome */
export function findChromium() {
  return CANDIDATES.find((path) => path && existsSync(path));
}
