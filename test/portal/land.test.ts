/** The start page of a Land in the real browser: two Kreise with a portal each, a search in both, and what happens where one is broken. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liesLand } from '../../scripts/lib/land/lies-land.ts';
import { serveFolder } from '../../scripts/lib/server.ts';
import { BEITRAG, type Beitrag } from '../../src/domain/beitrag.ts';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import type { Land } from '../../src/domain/land.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { formatBeitrag } from '../../src/suche/beitrag.ts';
import { rufe } from '../lib/befehl.ts';
import { MUSTERKREIS } from '../lib/inhalt.ts';
import { NACHBARKREIS } from '../lib/nachbar.ts';
import { verstoesse } from './lib/axe.ts';
import { STICHTAG, WERKSTATT } from './lib/bauen.ts';
import { beobachte, starteChromium } from './lib/browser.ts';

const EIGEN = join(WERKSTATT, 'inhalt-land');
const ZIEL = join(WERKSTATT, 'land');
const MUSTER_URL = 'https://muster.example/integration/';
const NACHBAR_URL = 'https://nachbar.example/wegweiser/';

let land: Land;
let browser: Browser;
let vorfaelle: string[];
const server: Server[] = [];

const datei = (id: string, ordner = EIGEN) => join(ordner, 'daten', `${id}.json`);
const beitrag = (inhalt: string) => formatBeitrag(readKatalog(inhalt, STICHTAG).katalog!)[1];
const baue = (ordner: string, ziel: string, ...args: string[]) =>
  rufe('scripts/land.ts', ['bauen', ...args], {
    LAND_DATEI: join(ordner, 'land.yaml'),
    PORTAL_ZIEL: ziel,
    STICHTAG,
  });
const serviere = async (ordner: string) => {
  server.push(await serveFolder(ordner, '/integration/', 0, land));
  return `http://127.0.0.1:${(server.at(-1)!.address() as AddressInfo).port}/integration/`;
};

beforeAll(async () => {
  rmSync(EIGEN, { recursive: true, force: true });
  cpSync('test/fixtures/land', EIGEN, { recursive: true });
  mkdirSync(join(EIGEN, 'daten'));
  writeFileSync(datei('musterkreis'), beitrag(MUSTERKREIS));
  writeFileSync(datei('nachbarkreis'), beitrag(NACHBARKREIS));
  const gelesen = liesLand(join(EIGEN, 'land.yaml'));
  if ('einwand' in gelesen) throw new Error(gelesen.einwand);
  ({ land } = gelesen);
  const { status, stderr } = baue(EIGEN, ZIEL);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  browser = await starteChromium();
  vorfaelle = beobachte(browser);
});
afterAll(async () => {
  await browser.close();
  for (const eine of server) {
    eine.closeAllConnections();
    eine.close();
  }
  expect(vorfaelle).toEqual([]);
});

const oeffne = async (url: string, javaScriptEnabled = true) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 780 },
    javaScriptEnabled,
  });
  const seite = await context.newPage();
  await seite.goto(url);
  return seite;
};
const suche = async (seite: Page, q: string, ort = '') => {
  await seite.fill('#feld', q);
  await seite.fill('#ort', ort);
  await seite.keyboard.press('Enter');
  await seite.locator(`[data-fertig="${q}|${ort}"]`).waitFor({ state: 'attached' });
};
const status = (seite: Page) => seite.locator('[data-bereich=status]').textContent();
const links = (seite: Page, wo: string) =>
  seite
    .locator(`${wo} a`)
    .evaluateAll((alle) =>
      alle.map((a) => [a.firstChild!.textContent, (a as HTMLAnchorElement).href]),
    );

describe('without JavaScript', () => {
  it.each([
    ['', 'de', 'Wählen Sie Ihren Kreis', ''],
    ['ar/', 'ar', 'اختر منطقتك', 'ar/'],
  ])(
    '„%s“ leads to the portal of every Kreis in that language',
    async (pfad, lang, titel, vorsatz) => {
      const seite = await oeffne((await serviere(ZIEL)) + pfad, false);
      expect(await seite.locator('html').getAttribute('lang')).toBe(lang);
      expect(await seite.locator('#kreise').textContent()).toBe(titel);
      expect(await links(seite, '.ortsliste')).toEqual([
        ['Musterkreis', MUSTER_URL + vorsatz],
        ['Nachbarkreis', NACHBAR_URL + vorsatz],
      ]);
      expect(await seite.locator('form').isVisible()).toBe(false);
      await seite.context().close();
    },
  );
});

describe('the search', () => {
  let url: string;
  let seite: Page;
  beforeAll(async () => {
    url = await serviere(ZIEL);
    seite = await oeffne(url);
  });

  it('finds offers of both Kreise, and leads to their pages there', async () => {
    await suche(seite, 'deutsch');
    expect(await status(seite)).toBe('5 Angebote zu „deutsch“ · 2 Kreise');
    const gefunden = await links(seite, '.land-kreis');
    expect(gefunden.map(([text]) => text)).toEqual([
      ...['Musterkreis', 'Integrationskurs am Vormittag', 'Sprachtreff online'],
      ...['Deutschkurs für Frauen A1', 'Nachbarkreis', 'Deutsch üben am Telefon'],
      'Deutschkurs am Fluss',
    ]);
    for (const [, href] of gefunden.filter(([, ziel]) =>
      ziel!.startsWith(`${MUSTER_URL}angebote/`),
    ))
      expect(existsSync(join(WERKSTATT, 'musterkreis', href!.slice(MUSTER_URL.length)))).toBe(true);
    expect(gefunden[0]![1]).toBe(`${MUSTER_URL}suche/#q=deutsch`);
    expect(await verstoesse(seite)).toEqual([]);
  });

  it('knows words and shows titles of another language', async () => {
    const arabisch = await oeffne(`${url}ar/`);
    await suche(arabisch, 'deutsch');
    expect(await links(arabisch, '.land-kreis')).toContainEqual([
      'دورة ألمانية على النهر',
      `${NACHBAR_URL}ar/angebote/deutschkurs-am-fluss/`,
    ]);
    expect(await verstoesse(arabisch, [])).toEqual([]);
    await arabisch.context().close();
  });

  it('begins with the Kreis of a place, and says where there is nothing', async () => {
    await suche(seite, 'deutsch', '54901');
    expect((await links(seite, '.land-kreis'))[0]![0]).toBe('Nachbarkreis');
    await suche(seite, 'Fluss', '53721');
    expect(await seite.locator('[data-bereich=ergebnisse] .hinweis').textContent()).toContain(
      'Musterkreis: Hier haben wir dazu nichts gefunden.',
    );
  });

  it.each([
    ['53721', [['Musterkreis', MUSTER_URL]]],
    ['Nachbarstadt', [['Nachbarkreis', NACHBAR_URL]]],
    ['nachbarkreis', [['Nachbarkreis', NACHBAR_URL]]],
    // Only its entry in land.yaml says so.
    ['53123', [['Nachbarkreis', NACHBAR_URL]]],
    ['Nirgendwo', []],
  ])('leads from „%s“ to its Kreis', async (ort, kreise) => {
    await suche(seite, '', ort);
    expect(await links(seite, '[data-bereich=ergebnisse]')).toEqual(kreise);
    const unbekannt = await seite.locator('[role=status][data-bereich=deutung]').textContent();
    expect(unbekannt!.includes('Diesen Ort kennen wir nicht.')).toBe(kreise.length === 0);
  });

  it('names the numbers for who is in danger, and gives words and place away to nobody', async () => {
    await suche(seite, 'mein mann schlägt mich');
    const nummern = seite.locator('[aria-live] > [data-bereich=notruf] li:visible');
    expect(await nummern.allTextContents()).toEqual(['Hilfetelefon Gewalt gegen Frauen 116016']);
    const gefunden = await links(seite, '.land-kreis');
    expect(gefunden.length).toBeGreaterThan(1);
    for (const [, href] of [...gefunden, ['', seite.url()]])
      expect(href).not.toMatch(/frauenhaus|gewalt|schl|mann|q=/);
    await suche(seite, 'Frauenhaus');
    const frauenhaus = seite.locator('.land-kreis li', { hasText: 'Frauenhaus Musterkreis' });
    expect(await frauenhaus.locator('small').textContent()).toBe('Adresse geheim');
    // The same address as in its own portal.
    const href = (await frauenhaus.locator('a').getAttribute('href'))!;
    expect(existsSync(join(WERKSTATT, 'musterkreis', href.slice(MUSTER_URL.length)))).toBe(true);
    expect(await seite.locator('a[data-ausstieg]').getAttribute('href')).toBe(
      'https://wetter.example/',
    );
  });

  it('takes words for a search for protection that only lead to it', async () => {
    const nummern = seite.locator('[aria-live] > [data-bereich=notruf] li:visible');
    await suche(seite, 'Zuflucht');
    expect(await links(seite, '.land-kreis')).toEqual([
      ['Nachbarkreis', `${NACHBAR_URL}suche/`],
      ['Zuflucht für Frauen', `${NACHBAR_URL}angebote/${kurzcode('zuflucht')}/`],
    ]);
    expect(await nummern.count()).toBeGreaterThan(1);
    await suche(seite, 'Fluss', '53721');
    const leer = seite.locator('[data-bereich=ergebnisse] .hinweis a');
    // What has nothing of it may not know the words.
    expect(await leer.getAttribute('href')).toBe(`${MUSTER_URL}suche/`);
    expect(await nummern.count()).toBe(0);
  });

  it('names all numbers where nothing is found: it may have been a cry for help', async () => {
    await suche(seite, 'xqzvw');
    const nummern = seite.locator('[aria-live] > [data-bereich=notruf] li:visible');
    expect(await nummern.count()).toBeGreaterThan(1);
    await suche(seite, 'Fluss');
    expect(await nummern.count()).toBe(0);
  });

  it('keeps what was typed when somebody comes back, or takes another language', async () => {
    await suche(seite, 'deutsch', '54901');
    await seite.locator('a[hreflang=ar]').click();
    await seite.locator('[dir=rtl] [data-fertig="deutsch|54901"]').waitFor({ state: 'attached' });
    await seite.goBack();
    await seite.locator('[dir=ltr] [data-fertig="deutsch|54901"]').waitFor({ state: 'attached' });
    expect(seite.url()).toBe(url);
  });

  it('leaves nothing in the tab for who opens another language in a new one', async () => {
    await suche(seite, 'deutsch', '54901');
    const [anderer] = await Promise.all([
      seite.context().waitForEvent('page'),
      seite.locator('a[hreflang=ar]').click({ modifiers: ['Control'] }),
    ]);
    await anderer.close();
    await seite.goto('about:blank');
    await seite.goto(url);
    expect(await seite.inputValue('#feld')).toBe('');
  });

  it('says that it is disturbed where a part does not come', async () => {
    const andere = await oeffne(url);
    await andere.route(/suche-teile\/z/, (route) => route.fulfill({ status: 200, body: '{}' }));
    await suche(andere, 'deutsch');
    expect(await status(andere)).toBe('Die Suche ist zurzeit gestört');
    await andere.locator('[data-bereich=notruf]').waitFor();
    await andere.unroute(/suche-teile\/z/);
    await andere.locator('[data-bereich=ergebnisse] button').click();
    await andere.locator('.land-kreis').first().waitFor();
    await andere.context().close();
  });
});

it('loads about as much for forty Kreise as for two', async () => {
  const ordner = join(WERKSTATT, 'inhalt-land-40');
  rmSync(ordner, { recursive: true, force: true });
  mkdirSync(join(ordner, 'daten'), { recursive: true });
  const eines = JSON.parse(beitrag(MUSTERKREIS)) as Beitrag;
  const kreise = Array.from({ length: 40 }, (_, nr) => {
    const url = `https://kreis-${nr}.example/`;
    const text = JSON.stringify({ ...eines, portal: { ...eines.portal, url } });
    writeFileSync(datei(`k${nr}`, ordner), text);
    return `  - { id: k${nr}, name: Landkreis ${nr}, url: '${url}' }\n`;
  });
  const [kopf] = readFileSync(join(EIGEN, 'land.yaml'), 'utf8').split(/^kreise:\n/m);
  writeFileSync(join(ordner, 'land.yaml'), `${kopf}kreise:\n${kreise.join('')}`);
  const ziel = join(WERKSTATT, 'land-40');
  expect(baue(ordner, ziel)).toMatchObject({ status: 0, stderr: '' });
  const bytes = async (portal: string) => {
    const seite = await oeffne(await serviere(portal));
    const geladen: Promise<number>[] = [];
    seite.on('response', (antwort) => geladen.push(antwort.body().then(({ length }) => length)));
    await suche(seite, 'deutsch');
    await seite.waitForLoadState('networkidle');
    const laengen = await Promise.all(geladen);
    await seite.context().close();
    return laengen.reduce((summe, laenge) => summe + laenge, 0);
  };
  const [zwei, vierzig] = [await bytes(ZIEL), await bytes(ziel)];
  expect(zwei).toBeGreaterThan(1000);
  expect(vierzig).toBeLessThan(3 * zwei);
});

describe('a Kreis whose data are missing or broken', () => {
  const kaputt = join(WERKSTATT, 'inhalt-land-kaputt');
  const stand = () => readFileSync(join(ZIEL, '.pruefsummen'), 'utf8');

  it.each([
    ['missing', undefined, 'fehlt'],
    ['cut off', beitrag(NACHBARKREIS).slice(0, 500), 'kein lesbares JSON'],
    ['of another portal', beitrag(MUSTERKREIS), 'anderen Portal'],
    ['leading elsewhere', beitrag(NACHBARKREIS).replace('"angebote/', '"//evil.example/'), 'seite'],
    ['turning lines around', beitrag(NACHBARKREIS).replace('am Fluss', '\u202e'), 'titel'],
  ])('is named and nothing is published: %s', (_, text, grund) => {
    rmSync(kaputt, { recursive: true, force: true });
    cpSync(EIGEN, kaputt, { recursive: true });
    rmSync(datei('nachbarkreis', kaputt));
    if (text !== undefined) writeFileSync(datei('nachbarkreis', kaputt), text);
    const vorher = stand();
    const { status, stderr } = baue(kaputt, ZIEL);
    expect(status).toBe(1);
    expect(stderr).toContain('nachbarkreis (Nachbarkreis): ');
    expect(stderr).toContain(grund);
    expect(stand()).toBe(vorher);
  });

  it('stays in the list, and out of the search, where somebody says so', () => {
    const ziel = join(WERKSTATT, 'land-ohne');
    expect(baue(kaputt, ziel, '--ohne', 'nachbarkreis')).toMatchObject({ status: 0 });
    const html = readFileSync(join(ziel, 'index.html'), 'utf8');
    expect(html).toMatch(/Nachbarkreis<\/span> <small>noch nicht in der Suche/);
    expect(baue(kaputt, ziel, '--ohne', 'nachbar')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('nachbarkreis') as string,
    });
  });
});

it('is valid HTML', async () => {
  const pruefer = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
    rules: { 'require-sri': 'off' },
  });
  for (const name of ['index.html', 'ar/index.html', '404.html']) {
    const { results } = await pruefer.validateString(readFileSync(join(ZIEL, name), 'utf8'));
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  }
});

it('is made of what every portal publishes with its search', () => {
  const veroeffentlicht = readFileSync(join(WERKSTATT, 'musterkreis', BEITRAG), 'utf8');
  expect(veroeffentlicht).toBe(beitrag(MUSTERKREIS));
});
