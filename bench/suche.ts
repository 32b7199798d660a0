/** What a search costs its visitor: bytes, and the time until results stand on a slow line. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import type { Katalog } from '../src/katalog/katalog.ts';
import { basisOf } from '../src/site/pfade.ts';
import { buildSuchindex } from '../src/suche/build-suchindex.ts';
import { vieleAngebote } from './angebote.ts';
import { starteBrowser } from '../scripts/lib/browser.ts';
import { gibLeitungFrei, verlangsame } from './leitung.ts';
import { median } from './messen.ts';

const VORLAUF_MS = 2000;
const TASTE_MS = 60;

export interface SuchMessung {
  /** Bytes of script, table, words, tokens and cards; gzip. */
  schicht: number;
  davon: { skript: number; tabelle: number; woerter: number; zeichen: number; karten: number };
  /** From the first letter until the results of the whole word stand, on a slow line. */
  ersteTrefferMs: number;
  /** From a later letter until its results stand, without network. */
  weitererBuchstabeMs: number;
}

/**
 * Searches a built portal as a visitor would.
 * @param ordner the portal
 * @param suche a word; what is typed later is added to it
 */
export async function measureSuche(
  ordner: string,
  katalog: Katalog,
  suche: string,
  danach: string,
): Promise<SuchMessung> {
  const basis = basisOf(katalog.portal.url);
  const server = await serveGzip(ordner, basis);
  const { port } = server.address() as { port: number };
  const browser = await starteBrowser();
  try {
    return await measure(browser, `http://127.0.0.1:${port}${basis}suche/`, suche, danach);
  } finally {
    await browser.close();
    server.close();
  }
}

async function measure(
  browser: Browser,
  url: string,
  suche: string,
  danach: string,
): Promise<SuchMessung> {
  const page = await browser.newPage();
  const bytes = new Map<string, number>();
  page.on('response', async (response) => {
    const length = Number((await response.allHeaders())['content-length'] ?? 0);
    bytes.set(new URL(response.url()).pathname, length);
  });
  const cdp = await page.context().newCDPSession(page);
  await verlangsame(cdp);
  const geoeffnet = Date.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('#suchfeld').waitFor();
  await page.waitForTimeout(Math.max(0, VORLAUF_MS - (Date.now() - geoeffnet)));
  const start = Date.now();
  await page.locator('#suchfeld').click();
  await page.keyboard.type(suche, { delay: TASTE_MS });
  await fertig(page, suche);
  const ersteTrefferMs = Date.now() - start;
  await page.waitForTimeout(500);
  const summe = (muster: RegExp) =>
    [...bytes].reduce((bisher, [path, length]) => bisher + (muster.test(path) ? length : 0), 0);
  const davon = {
    skript: summe(/\/_astro\/.*\.js$/),
    tabelle: summe(/suche-tabelle\.json$/),
    woerter: summe(/suche-teile\/w/),
    zeichen: summe(/suche-teile\/z/),
    karten: summe(/suche-teile\/k/),
  };
  await gibLeitungFrei(cdp);
  return {
    schicht: Object.values(davon).reduce((a, b) => a + b, 0),
    davon,
    ersteTrefferMs,
    weitererBuchstabeMs: await buchstaben(page, suche, danach),
  };
}

/** Types on once so that everything is loaded, takes it back and measures each letter; median. */
async function buchstaben(page: Page, suche: string, danach: string): Promise<number> {
  await page.keyboard.type(danach, { delay: TASTE_MS });
  await fertig(page, (suche + danach).trim());
  for (const _ of danach) await page.keyboard.press('Backspace');
  await fertig(page, suche);
  const dauern: number[] = [];
  let text = suche;
  for (const taste of danach) {
    text += taste;
    dauern.push(
      await page.evaluate(
        ([ganzes, gesucht]) =>
          new Promise<number>((done) => {
            const feld = document.querySelector<HTMLInputElement>('#suchfeld')!;
            const wurzel = document.querySelector<HTMLElement>('[data-suche]')!;
            const start = performance.now();
            feld.value = ganzes!;
            feld.dispatchEvent(new Event('input', { bubbles: true }));
            const pruefe = () =>
              wurzel.dataset['fertig'] === gesucht || performance.now() - start > 2000
                ? done(performance.now() - start)
                : setTimeout(pruefe, 1);
            pruefe();
          }),
        [text, text.trim()],
      ),
    );
  }
  return median(dauern);
}

async function fertig(page: Page, suche: string): Promise<void> {
  await page.waitForFunction(
    (text) => document.querySelector<HTMLElement>('[data-suche]')?.dataset['fertig'] === text,
    suche,
    { timeout: 60_000 },
  );
}

const TYPEN: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Serves a folder as a web server would that compresses text. */
export function serveGzip(ordner: string, basis: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url ?? '/', 'http://x').pathname).slice(basis.length);
    try {
      const datei = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      const typ = TYPEN[extname(datei)];
      const inhalt = readFileSync(join(ordner, datei));
      const body = typ ? gzipSync(inhalt) : inhalt;
      response.writeHead(200, {
        'Content-Type': typ ?? 'application/octet-stream',
        'Content-Length': body.length,
        ...(typ && { 'Content-Encoding': 'gzip' }),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

/**
 * A copy of a built portal whose search knows many more offers: those of the Katalog over and over, with other names
 * and in other places. Only the search page is of use in it.
 */
export async function vervielfacht(
  ordner: string,
  ziel: string,
  katalog: Katalog,
  anzahl: number,
): Promise<void> {
  rmSync(ziel, { recursive: true, force: true });
  for (const teil of ['suche', '_astro'])
    cpSync(join(ordner, teil), join(ziel, teil), { recursive: true });
  const angebote = vieleAngebote(katalog, anzahl);
  for (const [path, bytes] of await buildSuchindex({ ...katalog, angebote })) {
    mkdirSync(dirname(join(ziel, path)), { recursive: true });
    writeFileSync(join(ziel, path), bytes);
  }
}
