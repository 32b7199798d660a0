/**
 * Measures how well the search finds what visitors look for: types queries into the real search page, as a visitor
 * would, and compares the results with the offers that belong there.
 *
 *     npm run suchguete -- <anfragen.json> [--base <url>] [--json] [--vergleich] [--speichern]
 *
 * --base <url>  a portal that is served already; without it, the portal is built and served for the measurement
 * --json        JSON instead of tables
 * --vergleich   also measures plain Pagefind and MiniSearch over the same offers
 * --speichern   writes the outcome to `suchguete.yaml` of the content folder, comparison included
 *
 * Uses PORTAL_INHALT and STICHTAG. Exit code 1 where something cannot be read, built or searched, 2 where the call is
 * wrong.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Katalog } from '../src/katalog/katalog.ts';
import { readKatalog } from '../src/katalog/read-katalog.ts';
import { inhaltsordner } from '../src/katalog/umgebung.ts';
import { basisOf } from '../src/site/pfade.ts';
import { liesAufruf } from './lib/aufruf.ts';
import { starteBrowser } from './lib/browser.ts';
import { zeigeFortschritt } from './lib/fortschritt.ts';
import { liesBytes, schreibeDatei } from './lib/schreibe-datei.ts';
import { serveFolder } from './lib/server.ts';
import {
  type Anfrage,
  bewerten,
  parseAnfragen,
  toJson,
  toText,
  toYaml,
  type Verfahren,
} from './lib/suchguete.ts';

const GEDULD_MS = 20_000;
/** So long must a page that does not say for which words it shows results stand still. */
const RUHE_MS = 400;
/** The same where its status does not even name the words. */
const LANGE_RUHE_MS = 2500;
const TIPP_MS = 5;
const TAKT_MS = 25;

const HILFE =
  'Aufruf: npm run suchguete -- <anfragen.json> [--base <Adresse>] [--json] [--vergleich] [--speichern]';

const aufruf = readAufruf();
mkdirSync('.tmp', { recursive: true });
const werkstatt = mkdtempSync(join('.tmp', 'suchguete-'));
process.on('exit', () => rmSync(werkstatt, { recursive: true, force: true }));

try {
  process.exitCode = await messen();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** The whole measurement; returns the exit code. */
async function messen(): Promise<0 | 1> {
  const anfragen = parseAnfragen(aufruf.datei, liesBytes(aufruf.datei));
  const katalog = aufruf.base && !aufruf.vergleich ? undefined : readInhalt();
  const browser = await starteBrowser();
  let server: Server | undefined;
  try {
    if (!aufruf.base) server = await serviere(katalog!);
    const base = aufruf.base ?? adresse(server!, basisOf(katalog!.portal.url));
    const { ids, stoerungen } = await fragePortal(browser, base, anfragen);
    const portal = toVerfahren('portal', 'Dieses Portal', anfragen, ids);
    const vergleich = aufruf.vergleich ? await vergleiche(browser, katalog!, anfragen) : [];
    console.log(
      aufruf.json ? JSON.stringify(toJson(portal, vergleich), null, 2) : toText(portal, vergleich),
    );
    for (const stoerung of stoerungen) console.error(stoerung);
    if (stoerungen.length > 0) {
      console.error(
        `Gestört waren ${stoerungen.length} von ${anfragen.length} Anfragen; die Zahlen gelten nicht.`,
      );
      return 1;
    }
    if (aufruf.speichern) speichere(toYaml(portal, vergleich, aufruf.stichtag));
    return 0;
  } finally {
    await browser.close();
    server?.closeAllConnections();
    server?.close();
  }
}

/** What the caller wants; ends the program where that is not to be understood. */
function readAufruf() {
  return liesAufruf(
    HILFE,
    {
      options: {
        base: { type: 'string' },
        json: { type: 'boolean', default: false },
        vergleich: { type: 'boolean', default: false },
        speichern: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    },
    ({ values, positionals }, stichtag) => {
      const [datei, ...weitere] = positionals;
      if (!datei || weitere.length > 0)
        throw new Error('Es braucht genau eine Datei mit Anfragen.');
      const { base, json, speichern } = values;
      if (base !== undefined && !/^https?:$/.test(URL.parse(base)?.protocol ?? ''))
        throw new Error(`„${base}“ ist keine Adresse, die mit http:// oder https:// beginnt.`);
      return {
        datei,
        base: base?.replace(/\/*$/, '/'),
        json,
        speichern,
        vergleich: values.vergleich || speichern,
        stichtag,
      };
    },
  );
}

function readInhalt(): Katalog {
  const { katalog } = readKatalog(inhaltsordner(), aufruf.stichtag);
  if (!katalog)
    throw new Error(
      `Der Inhalt in „${inhaltsordner()}“ lässt sich nicht lesen; siehe npm run check.`,
    );
  return katalog;
}

/** Builds the portal as it would be published, and serves it. */
function serviere(katalog: Katalog): Promise<Server> {
  const ziel = join(werkstatt, 'portal');
  const { status } = spawnSync(process.execPath, ['scripts/build.ts'], {
    env: { ...process.env, PORTAL_ZIEL: ziel, STICHTAG: aufruf.stichtag },
    // What the build says is progress, and must not get among the JSON.
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('Ohne gebautes Portal lässt sich die Suche nicht messen.');
  return serveFolder(ziel, basisOf(katalog.portal.url), 0, katalog.portal);
}

function adresse(server: Server, basis: string): string {
  return `http://localhost:${(server.address() as AddressInfo).port}${basis}`;
}

/**
 * Asks the search page everything.
 * @returns per query the ids found, and a sentence per query that could not be answered
 */
async function fragePortal(browser: Browser, base: string, anfragen: readonly Anfrage[]) {
  const url = `${base}suche/`;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'de-DE',
  });
  const seite = await context.newPage();
  await oeffneSuche(seite, url);
  const ids: string[][] = [];
  const stoerungen: string[] = [];
  for (const [i, { nr, suche }] of anfragen.entries()) {
    zeigeFortschritt('Anfrage', i + 1, anfragen.length);
    try {
      ids.push(await frage(seite, suche));
    } catch (error) {
      ids.push([]);
      stoerungen.push(`Anfrage ${nr} („${suche}“): ${kurz(error)}`);
      // Whatever is broken on this page must not be blamed on the next query.
      await oeffneSuche(seite, url);
    }
  }
  await context.close();
  return { ids, stoerungen };
}

async function oeffneSuche(seite: Page, url: string): Promise<void> {
  // An address that differs only behind `#` would not load the page anew.
  await seite.goto('about:blank');
  const antwort = await seite.goto(url).catch(() => null);
  if (!antwort?.ok())
    throw new Error(
      `Die Suchseite ${url} lässt sich nicht öffnen${antwort ? ` (Status ${antwort.status()})` : ''}.`,
    );
  await seite
    .locator('#suchfeld')
    .waitFor({ timeout: GEDULD_MS })
    .catch(() => {
      throw new Error(`Auf der Seite ${url} gibt es kein Suchfeld.`);
    });
  // Before anything is asked, the page shows all offers.
  const ende = performance.now() + GEDULD_MS / 2;
  while (performance.now() < ende) {
    const { fertig, gestoert, ids } = await readStand(seite);
    if (fertig !== null || gestoert || ids.length > 0) return;
    await seite.waitForTimeout(TAKT_MS);
  }
}

/** Types the words and presses Enter. Returns the ids of the offers found, in the order of the page. */
async function frage(seite: Page, suche: string): Promise<string[]> {
  const feld = seite.locator('#suchfeld');
  const vertrag = (await readStand(seite)).fertig !== null;
  await feld.click();
  await seite.keyboard.press('ControlOrMeta+A');
  await seite.keyboard.press('Delete');
  await seite.keyboard.type(suche, { delay: TIPP_MS });
  const getippt = await feld.inputValue();
  if (getippt !== suche) throw new Error(`Im Suchfeld steht danach „${getippt}“.`);
  await seite.keyboard.press('Enter');
  await warteAuf(seite, suche.trim(), !vertrag);
  await zeigeAlle(seite);
  const { ids, gestoert } = await readStand(seite);
  if (gestoert) throw new Error('Die Seite meldet, dass die Suche gestört ist.');
  return ids;
}

/** What the page shows now. */
function readStand(seite: Page) {
  return seite.evaluate(() => {
    const bereich = (name: string) =>
      document.querySelector<HTMLElement>(`[data-suche] [data-bereich=${name}]`);
    const stoerung = bereich('stoerung');
    const treffer = document.querySelectorAll('#treffer > li[id^="angebot-"]');
    return {
      /** The words the results belong to; null on a page that does not say. */
      fertig: document.querySelector('[data-suche]')?.getAttribute('data-fertig') ?? null,
      status: bereich('status')?.textContent ?? '',
      beschaeftigt: bereich('status')?.ariaBusy === 'true',
      gestoert: stoerung !== null && stoerung.checkVisibility(),
      ids: [...treffer].map(({ id }) => id.slice('angebot-'.length)),
    };
  });
}

/**
 * Waits until the results shown belong to these words, or the search says that it is disturbed.
 * @param ruheGenuegt also content with a page that stands still: it may be one that does not say what it shows
 */
async function warteAuf(seite: Page, suche: string, ruheGenuegt: boolean): Promise<void> {
  const ende = performance.now() + GEDULD_MS;
  let zuletzt = '';
  let ruhigSeit = performance.now();
  while (performance.now() < ende) {
    const stand = await readStand(seite);
    if (stand.gestoert || (stand.fertig === suche && !stand.beschaeftigt)) return;
    const jetzt = JSON.stringify(stand);
    if (jetzt !== zuletzt) ruhigSeit = performance.now();
    zuletzt = jetzt;
    const ruhe = stand.status.includes(suche) ? RUHE_MS : LANGE_RUHE_MS;
    const still = !stand.beschaeftigt && performance.now() - ruhigSeit >= ruhe;
    if (ruheGenuegt && stand.fertig === null && still) return;
    await seite.waitForTimeout(TAKT_MS);
  }
  throw new Error(`Nach ${GEDULD_MS / 1000} Sekunden gab es kein Ergebnis.`);
}

/** The list shows its results bit by bit; the position of a late one counts as well. */
async function zeigeAlle(seite: Page): Promise<void> {
  const mehr = seite.locator('[data-suche] [data-bereich=mehr]').first();
  const anzahl = async () => (await readStand(seite)).ids.length;
  while (await mehr.isVisible()) {
    const vorher = await anzahl();
    await mehr.click({ timeout: GEDULD_MS });
    const ende = performance.now() + GEDULD_MS;
    while ((await anzahl()) <= vorher) {
      if (performance.now() > ende) throw new Error('Weitere Treffer werden nicht angezeigt.');
      await seite.waitForTimeout(TAKT_MS);
    }
  }
}

/** The two other searches, over the offers of the content folder. */
async function vergleiche(
  browser: Browser,
  katalog: Katalog,
  anfragen: readonly Anfrage[],
): Promise<Verfahren[]> {
  console.error('Vergleiche mit Pagefind und MiniSearch …');
  const { suchenMitMiniSearch, suchenMitPagefind, toSaetze } = await import('./lib/vergleich.ts');
  const saetze = toSaetze(katalog);
  const suchen = anfragen.map(({ suche }) => suche);
  const pagefind = await suchenMitPagefind(saetze, suchen, browser, join(werkstatt, 'pagefind'));
  return [
    toVerfahren('pagefind', 'Pagefind', anfragen, pagefind),
    toVerfahren('minisearch', 'MiniSearch', anfragen, suchenMitMiniSearch(saetze, suchen)),
  ];
}

function toVerfahren(
  id: string,
  name: string,
  anfragen: readonly Anfrage[],
  ids: readonly (readonly string[])[],
): Verfahren {
  return { id, name, bewertungen: anfragen.map((anfrage, i) => bewerten(anfrage, ids[i]!)) };
}

function speichere(yaml: string): void {
  const path = join(inhaltsordner(), 'suchguete.yaml');
  schreibeDatei(path, yaml);
  console.error(`Gespeichert in „${path}“.`);
}

/** The first line of an error: what follows in Playwright's is its own log. */
function kurz(error: unknown): string {
  return (error as Error).message.split('\n')[0]!;
}
