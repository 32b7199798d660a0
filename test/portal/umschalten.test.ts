/** The drill: somebody has the search open while the next release takes the place of the one it came from. */
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatPruefsummen, PRUEFSUMMEN, summenVon } from '../../scripts/lib/pruefsummen.ts';
import { serveFolder } from '../../scripts/lib/server.ts';
import { AKTUELL } from '../../scripts/lib/staende.ts';
import { readPortal } from '../../src/katalog/read-katalog.ts';
import { MUSTERKREIS } from '../lib/inhalt.ts';
import { WERKSTATT } from './lib/bauen.ts';
import { beobachte, starteChromium } from './lib/browser.ts';
import { type Suchseite, suchseite } from './lib/suchseite.ts';
import { createServerOrdner, fehlt, starteWebserver } from './lib/webserver.ts';

const BASIS = '/integration/';
const portal = readPortal(MUSTERKREIS)!;
let ordner: string;
let ende: () => void;
let browser: Browser;
let vorfaelle: string[];
let url: string;

beforeEach(async () => {
  ordner = createServerOrdner();
  await veroeffentliche(join(WERKSTATT, 'musterkreis'));
  const server = await starteServer(join(ordner, AKTUELL));
  url = `${server.ursprung}${BASIS}`;
  ende = server.ende;
  browser = await starteChromium();
  vorfaelle = beobachte(browser);
});
afterEach(async () => {
  await browser?.close();
  ende?.();
  rmSync(ordner, { recursive: true, force: true });
});

/** nginx where it is; else our own. */
async function starteServer(dort: string): Promise<{ ursprung: string; ende: () => void }> {
  if (!fehlt('nginx')) return starteWebserver('nginx', portal, dort);
  const server = await serveFolder(dort, BASIS, 0, portal);
  const ursprung = `http://localhost:${(server.address() as AddressInfo).port}`;
  return { ursprung, ende: () => server.close().closeAllConnections() };
}

function veroeffentliche(bau: string, ...mehr: string[]): Promise<void> {
  return new Promise((done, fail) => {
    const args = ['scripts/veroeffentlichen.ts', ordner, ...mehr];
    spawn(process.execPath, args, { env: { ...process.env, PORTAL_ZIEL: bau }, stdio: 'ignore' })
      .on('error', fail)
      .on('close', (code) => (code === 0 ? done() : fail(new Error(`exit code ${code}`))));
  });
}

/** The next release: other offers, so another index under other names; and scripts that have changed, too. */
const NAECHSTER = join(WERKSTATT, 'musterkreis-naechster');
beforeAll(() => {
  rmSync(NAECHSTER, { recursive: true, force: true });
  cpSync(join(WERKSTATT, 'korpus'), NAECHSTER, { recursive: true });
  const skripte = readdirSync(join(NAECHSTER, '_astro')).filter((name) => /^karte\./.test(name));
  for (const name of skripte) rmSync(join(NAECHSTER, '_astro', name));
  // The same shelters: where one is new, nothing of the release before remains.
  cpSync(join(WERKSTATT, 'musterkreis/daten'), join(NAECHSTER, 'daten'), { recursive: true });
  rmSync(join(NAECHSTER, PRUEFSUMMEN));
  writeFileSync(join(NAECHSTER, PRUEFSUMMEN), formatPruefsummen(summenVon(NAECHSTER)));
});

/** An open search that has asked for as little as possible so far. */
async function offeneSuche(): Promise<Suchseite> {
  const s = suchseite(await browser.newPage(), `${url}suche/`);
  await s.oeffne();
  return s;
}

/** Per search what the page says, and which offers it shows. */
async function alleFunde(s: Suchseite, worte: readonly string[]): Promise<string[][]> {
  const funde: string[][] = [];
  for (const q of worte) {
    await s.tippe(q);
    funde.push([await s.status(), ...(await s.ids())]);
  }
  return funde;
}

const stoerung = (seite: Page) => seite.locator('[data-bereich=stoerung]');

describe('an open search', () => {
  it('goes on as if nothing had happened when the next release is published', async () => {
    const s = await offeneSuche();
    const vorher = await s.status();
    const worte = ['Deutschkurs', 'Jugendtreff', 'Beratung', 'Familie', 'Frauen'];
    // What somebody else finds before the switch.
    const anderswo = await offeneSuche();
    const gefunden = await alleFunde(anderswo, worte);
    await veroeffentliche(NAECHSTER);

    expect(await alleFunde(s, worte)).toEqual(gefunden);
    expect(gefunden.filter(([, ...ids]) => ids.length === 0)).toEqual([]);
    await s.tippe('');
    expect(await s.status()).toBe(vorher);
    await s.bereich('filter').evaluate((element) => ((element as HTMLDetailsElement).open = true));
    await s.bereich('filter').locator('input[type=checkbox]').first().check();
    await s.bereich('gewaehlt').waitFor();
    expect(await s.status()).not.toMatch(/^(0|Kein)/);
    await s.suche('');
    await s.bereich('mehr').click();
    await s.seite.locator('#treffer > li[id^=angebot-] >> nth=10').waitFor();
    await s.suche('Kurs');
    await s.bereich('karte-knopf').click();
    await s.seite.locator('.leaflet-marker-icon').first().waitFor();
    expect(await stoerung(s.seite).isHidden()).toBe(true);
    expect(vorfaelle).toEqual([]);

    // Who comes now finds what is new.
    const neu = await offeneSuche();
    expect(await neu.status()).not.toBe(vorher);
    expect(await stoerung(neu.seite).isHidden()).toBe(true);
  });

  it('says that it is disturbed where nothing old may remain, and never that there are no offers', async () => {
    const s = await offeneSuche();
    await veroeffentliche(NAECHSTER, '--sofort');
    await s.feld.fill('Deutschkurs');
    await stoerung(s.seite).waitFor();
    expect(await s.status()).not.toMatch(/^(0|Kein)/);
    expect(await s.bereich('leer').isHidden()).toBe(true);
    await s.oeffne('q=Deutschkurs');
    expect(await s.status()).toMatch(/^[1-9]/);
  });
});
