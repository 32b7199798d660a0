/**
 * What a whole Land costs: its Kreise built each for itself, the start page for all of them, and a search across them on a slow line.
 *
 *     npm run bench -- land
 *
 * Building every Kreis would take hours and tell nothing new: a few are built, the others are reckoned with the same. For the start
 * page every Kreis is there with its own offers. Linux only: the cost of processes is read from `/proc`.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { starteBrowser } from '../scripts/lib/browser.ts';
import { OBERFLAECHEN_SPRACHEN } from '../src/i18n/sprachen.ts';
import { readKatalog } from '../src/katalog/read-katalog.ts';
import { formatBeitrag } from '../src/suche/beitrag.ts';
import { schreibeInhalt, STICHTAG } from './inhalt.ts';
import { verlangsame } from './leitung.ts';
import { type Kosten, messeSkript } from './messen.ts';
import { serveGzip } from './suche.ts';

/** Of North Rhine-Westphalia. */
const KREISE = 54;
/** Of each. */
const ANGEBOTE = 500;
/** So many are built in whole; the others cost as much, and only say what the start page needs. */
const GEBAUT = 2;
const WERKSTATT = resolve('.tmp/bench-land');
const DATEI = join(WERKSTATT, 'land/land.yaml');
/** Longer than any text in `content`. Twelve languages, and the German text beside each translation, must fit into 10 kB. */
const WORTE_JE_TEXT = 40;
const TASTE_MS = 60;
/** The first is in the index of every Kreis, the second is two words, the third is misspelled, the fourth is in another language. */
const SUCHEN = ['Deutschkurs', 'Wohnung suchen', 'Intergrationskurs', 'doktor'];

interface Besuch {
  suche: string;
  /** Bytes until the page can be used, and what the search loaded then; as sent, with gzip. */
  seite: number;
  suchbytes: number;
  anfragen: number;
  /** From pressing Enter until the first offers stand. */
  sekunden: number;
}

/** @returns a table for docs */
export async function messeLand(): Promise<string> {
  rmSync(WERKSTATT, { recursive: true, force: true });
  for (let nr = 0; nr < KREISE; nr++) {
    console.error(`Kreis ${nr + 1} von ${KREISE} …`);
    schreibeInhalt(inhaltVon(nr), ANGEBOTE, OBERFLAECHEN_SPRACHEN, nr + 1, WORTE_JE_TEXT);
    schreibeBeitrag(nr);
    if (nr >= GEBAUT) rmSync(inhaltVon(nr), { recursive: true });
  }
  const bauten: Kosten[] = [];
  for (let nr = 0; nr < GEBAUT; nr++) {
    console.error(`Baue Kreis ${nr + 1} ganz …`);
    bauten.push(
      await messeSkript('scripts/build.ts', [], {
        PORTAL_INHALT: inhaltVon(nr),
        PORTAL_ZIEL: join(WERKSTATT, `portal-${nr}`),
        PORTAL_NEU: 'ja',
      }),
    );
  }
  const zeilen: string[] = [];
  const suchen: string[] = [];
  for (const viele of [1, 6, KREISE]) {
    console.error(`Startseite für ${viele} Kreise …`);
    const ziel = join(WERKSTATT, `dist-${viele}`);
    writeFileSync(DATEI, landYaml(viele));
    const start = await messeSkript('scripts/land.ts', ['bauen'], {
      LAND_DATEI: DATEI,
      PORTAL_ZIEL: ziel,
    });
    const mb = groesse(ziel) / 1e6;
    zeilen.push(
      `| Start page for ${viele} (${viele * ANGEBOTE} offers) | ${format(start)} | ${mb.toFixed(0)} MB |`,
    );
    for (const besuch of await alleBesuche(ziel))
      suchen.push(
        `| ${viele} | „${besuch.suche}“ | ${kb(besuch.seite)} | ${kb(besuch.suchbytes)} | ${besuch.anfragen} | ${besuch.sekunden.toFixed(1)} s |`,
      );
    if (viele === KREISE) {
      const jeKreis = mittel(bauten.map(({ cpuSekunden }) => cpuSekunden));
      const groesste = bauten.reduce((a, b) => (b.cpuSekunden > a.cpuSekunden ? b : a));
      zeilen.unshift(
        `| Largest single job: one Kreis in whole, of ${GEBAUT} built | ${format(groesste)} | |`,
      );
      zeilen.push(
        `| **Total, ${KREISE} Kreise and the start page** (${KREISE - GEBAUT} of them reckoned as those built) | ${((KREISE * jeKreis + start.cpuSekunden) / 60).toFixed(0)} min CPU | |`,
      );
    }
  }
  rmSync(WERKSTATT, { recursive: true, force: true });
  return `| Land of ${KREISE} Kreise, ${ANGEBOTE} offers each, ${OBERFLAECHEN_SPRACHEN.length} languages | Cost | Written |
|---|---|---|
${zeilen.join('\n')}

| Kreise | Search in all of them | Page | Search, gzip | Requests | 400 ms, 400 kbit/s |
|---|---|---|---|---|---|
${suchen.join('\n')}`;
}

function inhaltVon(nr: number): string {
  return join(WERKSTATT, `inhalt-${nr}`);
}

function urlVon(nr: number): string {
  return `https://kreis-${nr}.land.example/`;
}

/** What the build of a Kreis writes for the start page, without the pages of the Kreis. */
function schreibeBeitrag(nr: number): void {
  const { katalog } = readKatalog(inhaltVon(nr), STICHTAG);
  if (!katalog) throw new Error(`${inhaltVon(nr)} cannot be read.`);
  const portal = { ...katalog.portal, kreis: `Kreis ${nr}`, url: urlVon(nr) };
  const datei = join(dirname(DATEI), 'daten', `kreis-${nr}.json`);
  mkdirSync(dirname(datei), { recursive: true });
  writeFileSync(datei, formatBeitrag({ ...katalog, portal })[1]);
}

function landYaml(kreise: number): string {
  const liste = Array.from(
    { length: kreise },
    (_, nr) => `  - { id: kreis-${nr}, name: Kreis ${nr}, url: '${urlVon(nr)}' }`,
  );
  return `name: Integrationsportale im Messland
beschreibung: Angebote aller Kreise
url: https://land.example/
sprachen: [${OBERFLAECHEN_SPRACHEN.join(', ')}]
probebetrieb: ja
kontakt: { stelle: Koordinierungsstelle, email: koordination@land.example }
kreise:
${liste.join('\n')}
`;
}

/** Every search by a new visitor with a slow line. */
async function alleBesuche(ordner: string): Promise<Besuch[]> {
  const server = await serveGzip(ordner, '/');
  const { port } = server.address() as AddressInfo;
  const browser = await starteBrowser();
  const alle: Besuch[] = [];
  try {
    for (const suche of SUCHEN)
      alle.push(await besuche(browser, `http://127.0.0.1:${port}/`, suche));
  } finally {
    await browser.close();
    server.close();
  }
  return alle;
}

async function besuche(browser: Browser, url: string, suche: string): Promise<Besuch> {
  const context = await browser.newContext();
  const page = await context.newPage();
  let bytes = 0;
  let anfragen = 0;
  page.on('response', async (antwort) => {
    anfragen++;
    bytes += Number((await antwort.allHeaders())['content-length'] ?? 0);
  });
  await verlangsame(await context.newCDPSession(page));
  await page.goto(url, { waitUntil: 'networkidle' });
  const seite = bytes;
  const vorher = anfragen;
  await page.locator('#feld').pressSequentially(suche, { delay: TASTE_MS });
  const start = Date.now();
  await page.keyboard.press('Enter');
  await page.locator(`[data-fertig="${suche}|"]`).waitFor({ state: 'attached' });
  const sekunden = (Date.now() - start) / 1000;
  await page.waitForLoadState('networkidle');
  const ergebnis = {
    suche,
    seite,
    suchbytes: bytes - seite,
    anfragen: anfragen - vorher,
    sekunden,
  };
  await context.close();
  return ergebnis;
}

function groesse(ordner: string): number {
  return readdirSync(ordner, { recursive: true, withFileTypes: true })
    .filter((eintrag) => eintrag.isFile())
    .reduce(
      (summe, { parentPath, name }) => summe + readFileSync(join(parentPath, name)).length,
      0,
    );
}

function mittel(werte: readonly number[]): number {
  return werte.reduce((a, b) => a + b, 0) / werte.length;
}

function format({ cpuSekunden, sekunden, mb }: Kosten): string {
  return `${cpuSekunden.toFixed(0)} s CPU, ${sekunden.toFixed(0)} s, ${mb?.toFixed(0) ?? '–'} MB memory`;
}

function kb(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
