/**
 * A portal whose every text is hostile, in the real browser and without any Content Security Policy: nothing of it may run,
 * and nothing of it may get lost. Pages that show such texts are of every kind; so are the files.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listFiles } from '../lib/dateien.ts';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { jsonLdVon } from '../lib/json-ld.ts';
import { WERKSTATT } from './lib/bauen.ts';
import { besuche, type Besuch } from './lib/browser.ts';
import { ANGENOMMENE, kennungVon, TITEL, VERSUCHE } from './lib/feindlich.ts';
import { suchseite } from './lib/suchseite.ts';

const KORPUS = join(WERKSTATT, 'korpus');
const lies = (...teile: string[]) => readFileSync(join(KORPUS, ...teile), 'utf8');
const ids = TITEL.map((_titel, nummer) => kennungVon(nummer));

let besuch: Besuch;
let seite: Page;
let vorfaelle: string[];
beforeAll(async () => {
  besuch = await besuche('korpus', '/integration/');
  const context = await besuch.browser.newContext({
    bypassCSP: true,
    viewport: { width: 1280, height: 780 },
    locale: 'de-DE',
  });
  vorfaelle = [];
  const melde = (was: string) => vorfaelle.push(`${was} on ${seite.url()}`);
  await context.exposeFunction('meldeKanarie', () => melde('a script of the content'));
  await context.addInitScript(() => {
    // The second is that of the corpus.
    for (const name of ['__kanarie', 'XSS'])
      Object.defineProperty(window, name, {
        set: () => (window as unknown as { meldeKanarie(): void }).meldeKanarie(),
      });
  });
  seite = await context.newPage();
  seite.on('dialog', (dialog) => {
    melde(`a dialog „${dialog.message()}“`);
    void dialog.dismiss();
  });
  seite.on('pageerror', (fehler) => melde(`an error „${fehler.message}“`));
  seite.on('console', (zeile) => {
    // Browsers ask for an icon of the server where a page has none.
    if (zeile.type() === 'error' && !zeile.location().url.endsWith('/favicon.ico'))
      melde(`a message „${zeile.text()}“`);
  });
  seite.on('request', (anfrage) => {
    if (!anfrage.url().startsWith(besuch.url) && !/^(data|blob):/.test(anfrage.url()))
      melde(`a request for ${anfrage.url()}`);
  });
});
afterAll(() => besuch.ende());

/** Does to everything on the page what would wake a handler; there is none. */
async function weckeAlles(): Promise<void> {
  expect(await seite.locator('[onmouseover],[onfocus],[onerror],[onload],[onclick]').count()).toBe(
    0,
  );
  await seite.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      for (const art of ['mouseover', 'focus', 'error', 'load'])
        element.dispatchEvent(new Event(art));
    }
  });
}

it('has hostile texts to show, and the reader refused what is markup', () => {
  expect(TITEL.length).toBeGreaterThan(25);
  expect(ANGENOMMENE.length).toBeGreaterThan(200);
  for (const markup of VERSUCHE.filter((versuch) => /<(script|img|svg|iframe|a)\b/i.test(versuch)))
    expect(ANGENOMMENE).not.toContain(markup);
});

it('runs nothing of them on a page of any kind, in two languages', async () => {
  const arten = [
    '',
    'angebote/',
    ...ids.map((id) => `angebote/${id}/`),
    'angebote/124-titel-attribut/',
    'angebote/128-titel-vorlage/',
    'anbieter/feindlich/',
    'projekte/feindlich/',
    'kontakte/feindlich/',
    'themen/feindlich/',
    'zielgruppen/feindlich/',
    'angebotsarten/feindlich/',
    'kommunen/feindlich/',
    'wegweiser/feindlich/',
    'glossar/',
    'bericht/',
    'daten/',
    'diese-woche/',
    `zettel/${kurzcode(ids[0]!)}/`,
    'einbetten/themen/feindlich/',
  ];
  for (const sprache of ['', 'ar/'])
    for (const art of sprache ? arten.filter((_art, nr) => nr % 4 === 0) : arten) {
      const antwort = await seite.goto(`${besuch.url}${sprache}${art}`);
      expect(antwort!.status(), art).toBe(200);
      await weckeAlles();
    }
  expect(vorfaelle).toEqual([]);
});

it('shows them as they were written: titles of offers, and the same for search engines', () => {
  for (const [nummer, titel] of TITEL.entries()) {
    const html = lies('angebote', kennungVon(nummer), 'index.html');
    const graph = jsonLdVon(html).flatMap((skript) => skript['@graph'] as { name?: string }[]);
    expect(graph.map(({ name }) => name)).toContain(titel);
  }
});

it('runs nothing of them in the search: results, suggestions, map, and words of a link', async () => {
  const s = suchseite(seite, `${besuch.url}suche/`);
  await s.oeffne();
  for (const titel of TITEL.filter((_titel, nummer) => nummer % 4 === 0)) {
    await s.suche(titel);
    await weckeAlles();
  }
  await s.oeffne('thema=feindlich');
  expect((await s.ids()).length).toBeGreaterThan(0);
  const karten = await seite.locator('.treffer .karte-titel').allTextContents();
  for (const karte of karten) expect(TITEL.join('\n')).toContain(karte.trim());
  await s.feld.fill('onmouse');
  await s.fertig('onmouse');
  await weckeAlles();
  await seite.goto(`${besuch.url}suche/#thema=feindlich&ansicht=karte`);
  await seite.locator('.leaflet-marker-icon').first().waitFor();
  await seite.locator('.leaflet-marker-icon').first().press('Enter');
  await seite.locator('.leaflet-popup').waitFor();
  await weckeAlles();
  expect(vorfaelle).toEqual([]);
});

it('runs nothing of them in a list that is handed on', async () => {
  const merk = ids.slice(0, 8).map(kurzcode).join(',');
  await seite.goto('about:blank');
  await seite.goto(`${besuch.url}merkliste/#merk=${merk}`);
  await seite.locator('.merk-liste > .karte').nth(7).waitFor();
  await weckeAlles();
  const titel = await seite.locator('.merk-liste .karte-titel').allTextContents();
  expect(titel.map((einer) => einer.trim()).sort()).toEqual(TITEL.slice(0, 8).sort());
  expect(vorfaelle).toEqual([]);
});

it('keeps them whole in every file, and no cell begins a formula', () => {
  const zellen = (datei: string) => Papa.parse<string[]>(lies(datei)).data;
  const tabellen = listFiles(KORPUS)
    .map((pfad) => pfad.slice(KORPUS.length + 1))
    .filter((pfad) => pfad.endsWith('.csv'));
  expect(tabellen.length).toBeGreaterThan(10);
  for (const tabelle of tabellen)
    for (const zelle of zellen(tabelle).flat())
      if (!/^[+-]?[\d .]+$/.test(zelle)) expect(zelle, tabelle).not.toMatch(/^[=+\-@\t\r]/);

  const ohneHochkomma = zellen('daten/angebote.csv')
    .flat()
    .map((zelle) => zelle.replace(/^'/, ''));
  const json = ['daten/v1/angebote.json', 'daten/angebote.geojson', 'daten/hsds/services.json'];
  for (const datei of json) expect(() => JSON.parse(lies(datei)) as unknown, datei).not.toThrow();
  for (const titel of TITEL) {
    expect(ohneHochkomma).toContain(titel.replace(/^'/, ''));
    for (const datei of json) expect(lies(datei), datei).toContain(JSON.stringify(titel));
  }
});

it('keeps them whole in calendars and feeds', () => {
  const kalender = new ICAL.Component(
    ICAL.parse(lies('kalender/thema-feindlich.ics')) as unknown[],
  );
  const namen = kalender
    .getAllSubcomponents('vevent')
    .map((termin) => termin.getFirstPropertyValue('summary'));
  for (const titel of TITEL) expect(namen).toContain(titel);

  const xml = listFiles(KORPUS).filter((pfad) => pfad.endsWith('.xml'));
  expect(xml.length).toBeGreaterThan(5);
  const leser = new XMLParser({ processEntities: true, htmlEntities: true, trimValues: false });
  for (const pfad of xml) expect(() => leser.parse(readFileSync(pfad, 'utf8'), true)).not.toThrow();
});
