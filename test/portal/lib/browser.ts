/** The real browser over the real output. */
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../scripts/lib/chromium.mjs';
import { serveFolder } from '../../../scripts/lib/server.ts';
import { readPortal } from '../../../src/katalog/read-katalog.ts';
import { MUSTERKREIS } from '../../lib/inhalt.ts';
import { WERKSTATT } from './bauen.ts';

/** Nothing takes longer that comes at all. */
const GEDULD_MS = 60_000;

export interface Besuch {
  /** Address of the portal, with a slash at the end. */
  url: string;
  browser: Browser;
  /** A page of its own context; width 360 unless told. */
  seite(optionen?: { breite?: number; javaScript?: boolean; sprache?: string }): Promise<Page>;
  /**
   * Ends server and browser.
   * @throws where a page broke its policy, threw an error or asked a foreign server, and nobody expected that
   */
  ende(): Promise<void>;
}

interface Optionen {
  /** More of Chromium's own. */
  args?: readonly string[];
  /** Without any policy, to see what holds if browsers do not know it. */
  ohneCsp?: boolean;
  /** What of {@link beobachte} is meant to be. */
  erwartet?: readonly RegExp[];
}

/**
 * Serves a portal of the setup with its headers and starts Chromium, which watches all pages of the test.
 * @param name `rhein-sieg`, `musterkreis`, `korpus`, or what a test built from `inhalt-<name>`
 * @param basis path the portal is built for
 */
export async function besuche(
  name: string,
  basis = '/',
  { args = [], ohneCsp = false, erwartet = [] }: Optionen = {},
): Promise<Besuch> {
  const portal = readPortal(inhaltVon(name));
  if (!portal) throw new Error(`${name} has no portal.yaml`);
  const server = await serveFolder(join(WERKSTATT, name), basis, 0, portal);
  const { port } = server.address() as AddressInfo;
  const browser = await starteChromium(args);
  const vorfaelle = beobachte(browser);
  return {
    url: `http://localhost:${port}${basis}`,
    browser,
    async seite({ breite = 360, javaScript = true } = {}) {
      const context: BrowserContext = await browser.newContext({
        viewport: { width: breite, height: 780 },
        javaScriptEnabled: javaScript,
        locale: 'de-DE',
        bypassCSP: ohneCsp,
      });
      return context.newPage();
    },
    async ende() {
      for (const context of browser.contexts()) await context.close();
      await browser.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      const unerwartet = vorfaelle.filter((was) => !erwartet.some((muster) => muster.test(was)));
      if (unerwartet.length > 0) throw new Error([...new Set(unerwartet)].join('\n'));
    },
  };
}

/** The content a portal of the setup is built from. */
function inhaltVon(name: string): string {
  if (name === 'rhein-sieg') return 'content';
  return name === 'musterkreis' ? MUSTERKREIS : join(WERKSTATT, `inhalt-${name}`);
}

/** A browser whose pages wait as long as a busy machine needs. */
export async function starteChromium(args: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium; npm test installs it or says how.');
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      ...args,
    ],
  });
  browser.on('context', (context) => context.setDefaultTimeout(GEDULD_MS));
  return browser;
}

/** Closes a page that a test answered in place of a server: answers that are still on their way reach nobody, and are no errors. */
export async function schliesse(seite: Page): Promise<void> {
  await seite.unrouteAll({ behavior: 'ignoreErrors' });
  await seite.context().close();
}

/**
 * Watches all pages of a browser.
 * @returns what is found, growing: pages that break their policy, throw errors, or ask another server than one of the test
 */
export function beobachte(browser: Browser): string[] {
  const vorfaelle: string[] = [];
  browser.on('context', (context) => {
    context.on('console', (meldung) => {
      if (/content security policy/i.test(meldung.text()))
        vorfaelle.push(`Policy: ${meldung.text()} (${meldung.page()?.url()})`);
    });
    context.on('weberror', (fehler) =>
      vorfaelle.push(`${String(fehler.error())} (${fehler.page()?.url()})`),
    );
    context.on('request', (anfrage) => {
      const { protocol, hostname } = new URL(anfrage.url());
      if (/^https?:$/.test(protocol) && !/^(localhost|127\.0\.0\.1)$/.test(hostname))
        vorfaelle.push(`Foreign: ${anfrage.url()}`);
    });
  });
  return vorfaelle;
}
