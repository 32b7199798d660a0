/** A browser for scripts. */
import { type Browser, chromium } from 'playwright-core';
import { findChromium, OHNE_BROWSER } from './chromium.mjs';

/** @throws Error with a German sentence where there is none */
export async function starteBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(OHNE_BROWSER);
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}
