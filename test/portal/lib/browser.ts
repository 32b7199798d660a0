/** The real browser over the real output. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../scripts/lib/chromium.mjs';
import { serveFolder } from '../../../scripts/lib/server.ts';
import { kurzcode } from '../../../src/domain/kurzcode.ts';
import { WERKSTATT } from './bauen.ts';

export interface Besuch {
  /** Address of the portal, with a slash at the end. */
  url: string;
  browser: Browser;
  /** A page of its own context; width 360 unless told. */
  seite(optionen?: { breite?: number; javaScript?: boolean; sprache?: string }): Promise<Page>;
  ende(): Promise<void>;
}

/**
 * Serves a portal of the setup and starts Chromium.
 * @param name `rhein-sieg`, `musterkreis` or `korpus`
 * @param basis path the portal is built for
 * @param args more of Chromium's own
 */
export async function besuche(
  name: string,
  basis = '/',
  args: readonly string[] = [],
): Promise<Besuch> {
  const server: Server = await serveFolder(join(WERKSTATT, name), basis, 0);
  const { port } = server.address() as AddressInfo;
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
  return {
    url: `http://localhost:${port}${basis}`,
    browser,
    async seite({ breite = 360, javaScript = true } = {}) {
      const context: BrowserContext = await browser.newContext({
        viewport: { width: breite, height: 780 },
        javaScriptEnabled: javaScript,
        locale: 'de-DE',
      });
      return context.newPage();
    },
    async ende() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Pages of every kind, by an address relative to the portal. */
export function seitenarten(musterkreis: boolean): string[] {
  const angebot = musterkreis ? 'angebote/deutschkurs-frauen/' : 'angebote/troisdorf-tafel/';
  return [
    '',
    'suche/',
    'merkliste/',
    'angebote/',
    angebot,
    'themen/',
    musterkreis ? 'themen/sprache/' : 'themen/deutsch-lernen/',
    'kommunen/',
    'kommunen/siegburg/',
    'anbieter/',
    musterkreis ? 'anbieter/beispielverein/' : 'anbieter/skm-rhein-sieg/',
    'projekte/',
    musterkreis ? 'projekte/elterncafe-an-der-schule/' : 'projekte/sina-siegburg/',
    'kontakte/',
    musterkreis ? 'kontakte/musterstadt/' : 'kontakte/troisdorf/',
    'impressum/',
    'barrierefreiheit/',
    'bericht/',
    'offline/',
    ...(musterkreis
      ? []
      : [
          'wegweiser/neu-im-kreis/',
          'leichte-sprache/',
          `angebote/${kurzcode('bund-hilfetelefon')}/`,
        ]),
    'gibt-es-nicht/',
  ];
}
