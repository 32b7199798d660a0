/**
 * Measures what visitors feel: each kind of page with Lighthouse and with a tap under a CPU four times slower, what people do on the
 * pages that run scripts, the search and the map on a slow line.
 *
 *     npm ci --prefix bench/lighthouse          once; the portal itself does not need it
 *     node scripts/run.mjs --browser bench/besucher.ts <built portal> <its content> [netz [queries.json]]
 *
 * `netz` leaves the kinds of pages out, and asks some of the queries, as they come. The portal is served as `npm run preview` does, from
 * its compressed copies.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findChromium } from '../scripts/lib/chromium.mjs';
import { serveFolder } from '../scripts/lib/server.ts';
import { parseAnfragen } from '../scripts/lib/suchguete.ts';
import { readPortal } from '../src/katalog/read-katalog.ts';
import { basisOf } from '../src/site/pfade.ts';
import { seitenarten } from '../scripts/lib/seiten/seitenarten.ts';
import { verlangsame } from './leitung.ts';
import { median, mitte } from './messen.ts';

const LIGHTHOUSE = new URL('./lighthouse/node_modules/lighthouse/core/index.js', import.meta.url);
/** An old phone: so much slower than the machine that measures. */
const CPU = 4;
const RUNDEN = 3;
/** A kind of page that scores less is measured {@link RUNDEN} times: a busy machine makes pages slow, but not fast. */
const ZIEL = 95;
/** Seconds until first results. */
const ZIEL_SUCHE = 3;
/** Searches by kind: a word, one that means more, a long and a short one with a typing error, another language, several. */
const ANFRAGEN = [
  'Deutschkurs',
  'Wohnung',
  'Deutshckurs',
  'Wonung',
  'Beratnug',
  'безкоштовний одяг',
  'Beratung Schulden Familie',
];

/** At least so many of the queries are asked, from all over the list. */
const STICHPROBE = 40;

const ERSTE_KARTE = '#treffer > li[id^=angebot-]';
/** What the search says where it finds nothing. */
const ODER_LEER = '[data-bereich=leer]:not([hidden])';

/** What is read of a Lighthouse run. */
interface Lauf {
  lhr: {
    categories: { performance: { score: number | null } };
    audits: Record<string, { numericValue?: number }>;
  };
}
type Lighthouse = (url: string, optionen: object) => Promise<Lauf | undefined>;

if (import.meta.main) {
  const [ordner, inhalt, was, anfragen] = process.argv.slice(2);
  if (!ordner || !inhalt) {
    console.error(
      'Aufruf: node scripts/run.mjs --browser bench/besucher.ts <gebautes Portal> <sein Inhalt> [netz [Anfragen.json]]',
    );
    process.exit(2);
  }
  if (was !== 'netz' && !existsSync(LIGHTHOUSE)) {
    console.error('Es fehlt Lighthouse. Bitte zuerst: npm ci --prefix bench/lighthouse');
    process.exit(2);
  }
  await measureBesucher(ordner, inhalt, was !== 'netz', anfragen);
}

/**
 * Prints tables in Markdown.
 * @param ordner a built portal
 * @param inhalt its content
 * @param seiten whether kinds of pages are measured, too
 * @param anfragen a file of queries
 */
async function measureBesucher(
  ordner: string,
  inhalt: string,
  seiten: boolean,
  anfragen?: string,
): Promise<void> {
  const portal = readPortal(inhalt)!;
  const basis = basisOf(portal.url);
  const server = await serveFolder(resolve(ordner), basis, 0, portal);
  const wurzel = `http://localhost:${(server.address() as AddressInfo).port}${basis}`;
  const port = 9000 + (process.pid % 1000);
  const browser = await chromium.launch({
    executablePath: findChromium()!,
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  const neueSeite = async () => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 780 },
      hasTouch: true,
      isMobile: true,
    });
    const seite = await context.newPage();
    const cdp = await context.newCDPSession(seite);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    return { seite, cdp };
  };
  try {
    if (seiten) await measureSeiten(ordner, wurzel, port, neueSeite);
    await measureHandgriffe(wurzel, neueSeite);
    await measureNetz(wurzel, neueSeite);
    if (anfragen) await measureAnfragen(wurzel, neueSeite, anfragen);
  } finally {
    await browser.close();
    server.close().closeAllConnections();
  }
}

type NeueSeite = () => Promise<{ seite: Page; cdp: CDPSession }>;

async function measureSeiten(
  ordner: string,
  wurzel: string,
  port: number,
  neueSeite: NeueSeite,
): Promise<void> {
  const { default: lighthouse } = (await import(LIGHTHOUSE.href)) as { default: Lighthouse };
  const messen = async (pfad: string) => {
    const lauf = await lighthouse(wurzel + pfad, {
      port,
      onlyCategories: ['performance'],
      logLevel: 'silent',
    });
    const { categories, audits } = lauf!.lhr;
    return { punkte: Math.round((categories.performance.score ?? 0) * 100), audits };
  };
  console.log('| Seite | Lighthouse | LCP s | CLS | INP ms | kB |');
  console.log('| ----- | ---------- | ----- | --- | ------ | -- |');
  for (const [art, pfad] of seitenarten(ordner, 'de')) {
    const laeufe = [await messen(pfad)];
    while (laeufe[0]!.punkte < ZIEL && laeufe.length < RUNDEN) laeufe.push(await messen(pfad));
    const { punkte, audits } = mitte(laeufe, (lauf) => lauf.punkte);
    const wert = (name: string) => audits[name]?.numericValue ?? NaN;
    const zeile = [
      `${art || 'Start'} (/${pfad})`,
      punkte,
      (wert('largest-contentful-paint') / 1000).toFixed(1),
      wert('cumulative-layout-shift').toFixed(3),
      await measureInp(wurzel + pfad, neueSeite),
      (wert('total-byte-weight') / 1000).toFixed(1),
    ];
    console.log(`| ${zeile.join(' | ')} |`);
  }
}

/**
 * How long a page takes to show that it was tapped (Interaction to Next Paint): its main control, or the choice of languages.
 * @returns milliseconds, at least 16; „–“ for pages that lead on at once
 */
async function measureInp(url: string, neueSeite: NeueSeite): Promise<number | '–'> {
  const { seite } = await neueSeite();
  try {
    await merkeDauern(seite);
    await seite.goto(url, { waitUntil: 'networkidle' });
    const haupt = seite.locator('main :is(button, summary, input):visible').first();
    const ziel = (await haupt.count()) > 0 ? haupt : seite.locator('.sprachwahl summary').first();
    if ((await ziel.count()) === 0) return '–';
    await ziel.tap();
    return await laengste(seite);
  } finally {
    await seite.context().close();
  }
}

/** Notes how long each event of the page takes until it is shown, as browsers report it. */
async function merkeDauern(seite: Page): Promise<void> {
  await seite.addInitScript(() => {
    const dauern: number[] = [];
    Object.assign(globalThis, { dauern });
    new PerformanceObserver((liste) => {
      for (const { duration } of liste.getEntries()) dauern.push(duration);
    }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as never);
  });
}

/** @returns milliseconds of the longest event since the last call; those shorter than 16 are not reported */
async function laengste(seite: Page): Promise<number> {
  await seite.waitForTimeout(500);
  const dauern = await seite.evaluate(() =>
    (globalThis as unknown as { dauern: number[] }).dauern.splice(0),
  );
  return Math.max(16, ...dauern);
}

/** What people do where scripts answer: each with a finger, one after the other on one page. */
async function measureHandgriffe(wurzel: string, neueSeite: NeueSeite): Promise<void> {
  console.log('\n| Handgriff, CPU ÷ 4 | INP ms |\n| -- | -- |');
  const { seite } = await neueSeite();
  const ersteKarte = seite.locator(ERSTE_KARTE).first();
  const handgriffe: [name: string, tun: () => Promise<void>][] = [
    ['Sprachen aufklappen', () => seite.locator('.sprachwahl summary').tap()],
    ['Sprachen zuklappen', () => seite.locator('.sprachwahl summary').tap()],
    [
      'Suchwort tippen',
      () => seite.locator('#suchfeld').pressSequentially('Beratung', { delay: 120 }),
    ],
    ['Suche abschicken', () => seite.locator('#suchfeld').press('Enter')],
    ['Filter aufklappen', () => seite.locator('[data-bereich=filter-titel]').tap()],
    ['Filter wählen', () => seite.locator('[data-bereich=hauptfacetten] input').first().tap()],
    ['… und wieder nicht', () => seite.locator('[data-bereich=hauptfacetten] input').first().tap()],
    ['Filter zuklappen', () => seite.locator('[data-bereich=filter-titel]').tap()],
    ['mehr Treffer', () => seite.locator('[data-bereich=mehr]').tap()],
    ['auf die Merkliste', () => seite.locator(`${ERSTE_KARTE} [data-merken]`).first().tap()],
    ['Karte öffnen', () => seite.locator('[data-bereich=karte-knopf]').tap()],
    [
      'Markierung antippen',
      async () => {
        await seite.locator('.landkarte-marke').first().waitFor();
        await laengste(seite);
        await seite.locator('.landkarte-marke').first().tap({ force: true });
      },
    ],
  ];
  try {
    await merkeDauern(seite);
    await seite.goto(`${wurzel}suche/`);
    await ersteKarte.waitFor();
    await laengste(seite);
    for (const [name, tun] of handgriffe) {
      await tun();
      console.log(`| ${name} | ${await laengste(seite)} |`);
    }
  } finally {
    await seite.context().close();
  }
}

/** The search and the map as somebody gets them who was never here before. */
async function measureNetz(wurzel: string, neueSeite: NeueSeite): Promise<void> {
  const suche = `${wurzel}suche/`;
  console.log('\n| 400 ms, 400 kbit/s, CPU ÷ 4 | s |\n| -- | -- |');
  for (const anfrage of ANFRAGEN) {
    const url = `${suche}#q=${encodeURIComponent(anfrage)}`;
    const sekunden = await messe(neueSeite, (seite) => bisGemalt(seite, url, ERSTE_KARTE));
    console.log(`| erste Treffer „${anfrage}“ | ${sekunden} |`);
  }
  const karte = await messe(neueSeite, async (seite) => {
    const start = performance.now();
    await bisGemalt(seite, `${suche}#ansicht=karte`, '.leaflet-marker-icon');
    // Usable: it answers.
    await seite.locator('.leaflet-marker-icon').first().tap({ force: true });
    return performance.now() - start;
  });
  console.log(`| Karte bedienbar | ${karte} |`);
  const alle = await messe(neueSeite, (seite) => bisGemalt(seite, suche, ERSTE_KARTE));
  console.log(`| erste Treffer ohne Suchwort (alle Angebote) | ${alle} |`);
}

/** What people really search for, each query once. */
async function measureAnfragen(wurzel: string, neueSeite: NeueSeite, datei: string): Promise<void> {
  const alle = parseAnfragen(datei, readFileSync(datei));
  const jede = Math.max(1, Math.floor(alle.length / STICHPROBE));
  const dauern: [sekunden: number, suche: string][] = [];
  for (const { suche } of alle.filter((_, i) => i % jede === 0)) {
    const url = `${wurzel}suche/#q=${encodeURIComponent(suche)}`;
    const auswahl = `${ERSTE_KARTE}, ${ODER_LEER}`;
    dauern.push([await einmal(neueSeite, (seite) => bisGemalt(seite, url, auswahl)), suche]);
  }
  dauern.sort(([a], [b]) => a - b);
  const bei = (anteil: number) => dauern[Math.floor(anteil * (dauern.length - 1))]![0].toFixed(1);
  const laenger = dauern.filter(([sekunden]) => sekunden > ZIEL_SUCHE).map(([, suche]) => suche);
  console.log(`\n| ${dauern.length} Anfragen, 400 ms, 400 kbit/s, CPU ÷ 4 | s |\n| -- | -- |`);
  console.log(`| Hälfte bis | ${bei(0.5)} |\n| neun von zehn bis | ${bei(0.9)} |`);
  console.log(`| alle bis | ${bei(1)} |`);
  console.log(`| länger als ${ZIEL_SUCHE} s | ${laenger.length}: ${laenger.join(' · ')} |`);
}

/**
 * Opens a page and waits until an element of it is painted. The page watches itself: whoever asks it again and again slows it.
 * @returns milliseconds since it was asked for
 */
async function bisGemalt(seite: Page, url: string, auswahl: string): Promise<number> {
  await seite.addInitScript((auswahl) => {
    const gemalt = new Promise((done) => {
      const beobachter = new MutationObserver(() => {
        if (!document.querySelector(auswahl)) return;
        beobachter.disconnect();
        // Behind the next frame it stands on the screen.
        requestAnimationFrame(() => requestAnimationFrame(done));
      });
      beobachter.observe(document, { childList: true, subtree: true });
    });
    Object.assign(globalThis, { gemalt });
  }, auswahl);
  await seite.goto(url, { waitUntil: 'commit' });
  return seite.evaluate(() => (globalThis as unknown as { gemalt: Promise<number> }).gemalt);
}

/**
 * @param was returns milliseconds
 * @returns seconds, the median of {@link RUNDEN}, each with an empty cache
 */
async function messe(neueSeite: NeueSeite, was: (seite: Page) => Promise<number>): Promise<string> {
  const dauern: number[] = [];
  for (let runde = 0; runde < RUNDEN; runde++) dauern.push(await einmal(neueSeite, was));
  return median(dauern).toFixed(1);
}

/** {@link messe}, once. @returns seconds */
async function einmal(
  neueSeite: NeueSeite,
  was: (seite: Page) => Promise<number>,
): Promise<number> {
  const { seite, cdp } = await neueSeite();
  try {
    await verlangsame(cdp);
    return (await was(seite)) / 1000;
  } finally {
    await seite.context().close();
  }
}
