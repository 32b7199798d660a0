import { once } from 'node:events';
import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join, relative } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entpackeDateien, type PaketAngaben } from '../../src/domain/offline-paket.ts';
import { texteDer } from '../../src/i18n/texte.ts';
import { readKatalog, readPortal } from '../../src/katalog/read-katalog.ts';
import { listPfade } from '../../scripts/lib/dateiliste.ts';
import { pruefeAusgabe } from '../../scripts/lib/bau/pruefe-ausgabe.ts';
import { serveFolder } from '../../scripts/lib/server.ts';
import { MUSTERKREIS } from '../lib/inhalt.ts';
import { packeDateien } from '../lib/paket.ts';
import { verstoesse } from './lib/axe.ts';
import { STICHTAG, WERKSTATT } from './lib/bauen.ts';
import { besuche, type Besuch } from './lib/browser.ts';
import { suchseite } from './lib/suchseite.ts';

const BASIS = '/integration/';
const ORDNER = join(WERKSTATT, 'musterkreis-offline');
const de = texteDer('de');
const TAG_MS = 24 * 60 * 60 * 1000;
/** Midnight may pass meanwhile: all days are counted from this one. */
const HEUTE = Date.now();
const vorTagen = (tage: number) => new Date(HEUTE - tage * TAG_MS).toISOString().slice(0, 10);

/** The portal of this file, which tests may change; the browser is that of the other tests. */
let besuch: Besuch;
let server: Server;
let url: string;

const starte = async () => {
  server = await serveFolder(ORDNER, BASIS, 0, readPortal(MUSTERKREIS));
  url = `http://localhost:${(server.address() as AddressInfo).port}${BASIS}`;
};
const halte = async () => {
  if (!server.listening) return;
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
};

const GEBAUT = join(WERKSTATT, 'musterkreis');
beforeAll(async () => {
  // Without compressed copies, which tell the old of what a test changes.
  rmSync(ORDNER, { recursive: true, force: true });
  cpSync(GEBAUT, ORDNER, { recursive: true, filter: (datei) => !/\.(gz|br)$/.test(datei) });
  besuch = await besuche('musterkreis', BASIS);
});
afterAll(() => besuch.ende());

const geaendert = new Set<string>();
/** Changes a file of the portal, until the next test. */
function schreibe(datei: string, inhalt: string | Uint8Array): void {
  geaendert.add(datei);
  writeFileSync(datei, inhalt);
}

/** Each test has the portal as it was built, true for today. */
async function mitPortal(tun: () => Promise<void>): Promise<void> {
  for (const datei of geaendert) {
    const heil = join(GEBAUT, relative(ORDNER, datei));
    if (existsSync(heil)) copyFileSync(heil, datei);
    else rmSync(datei);
  }
  geaendert.clear();
  for (const sprache of ['de', 'ar']) aendere(sprache, { stand: vorTagen(0) });
  await starte();
  try {
    await tun();
  } finally {
    await halte();
  }
}

const angabenDatei = (sprache: string) => join(ORDNER, `offline/${sprache}.json`);
const angabenVon = (sprache: string) =>
  JSON.parse(readFileSync(angabenDatei(sprache), 'utf8')) as PaketAngaben;
const aendere = (sprache: string, neu: Partial<PaketAngaben>) =>
  schreibe(angabenDatei(sprache), JSON.stringify({ ...angabenVon(sprache), ...neu }));
const paketDatei = ({ datei }: PaketAngaben) => join(ORDNER, datei.slice(BASIS.length));
const dateienIn = (angaben: PaketAngaben) =>
  entpackeDateien(new Uint8Array(gunzipSync(readFileSync(paketDatei(angaben)))));

const bereich = (seite: Page, name: string) =>
  seite.locator(`[data-offline] [data-bereich=${name}]`);
const meldung = (seite: Page, name: string) =>
  seite.locator(`[data-offline] [data-meldung=${name}]`);

async function speichere(seite: Page, sprache = ''): Promise<void> {
  await seite.goto(url + sprache);
  await bereich(seite, 'speichern').click();
  await bereich(seite, 'loeschen').waitFor();
  await seite.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** The network is gone: for the page, for its service worker, and there is no server either. */
async function ohneNetz(seite: Page): Promise<void> {
  await seite.context().setOffline(true);
  await halte();
}

/** Everything a page can leave on a device. */
const spuren = (seite: Page) =>
  seite.evaluate(async () => ({
    caches: await caches.keys(),
    worker: (await navigator.serviceWorker.getRegistrations()).length,
    lokal: localStorage.length,
    sitzung: sessionStorage.length,
    datenbanken: (await indexedDB.databases()).length,
  }));
const KEINE = { caches: [], worker: 0, lokal: 0, sitzung: 0, datenbanken: 0 };

describe('storing the portal on a device', () => {
  it('happens only when asked for', () =>
    mitPortal(async () => {
      const seite = await besuch.seite();
      await suchseite(seite, `${url}suche/`).oeffne('q=Deutschkurs');
      await seite.goto(`${url}angebote/deutschkurs-frauen/`);
      for (const pfad of ['', 'ar/offline/']) {
        await seite.goto(url + pfad);
        await bereich(seite, 'speichern').waitFor();
      }
      expect(await spuren(seite)).toEqual(KEINE);
      await seite.context().close();
    }));

  it.each([
    { sprache: '', wort: 'Deutschkurs', lang: 'de' },
    { sprache: 'ar/', wort: 'دورة لغة ألمانية', lang: 'ar' },
  ])(
    'in $lang keeps search, offers, map and every other page without a network',
    ({ sprache, wort, lang }) =>
      mitPortal(async () => {
        const seite = await besuch.seite();
        const fehler: string[] = [];
        const fremde: string[] = [];
        seite.on('pageerror', (error) => fehler.push(error.message));
        seite.context().on('request', (request) => {
          if (!request.url().startsWith(url)) fremde.push(request.url());
        });
        await speichere(seite, sprache);
        const inListe = texteDer(lang)['offline.banner']!.split('{')[0]!;
        await ohneNetz(seite);

        const s = suchseite(seite, `${url}${sprache}suche/`);
        await s.oeffne(`q=${encodeURIComponent(wort)}`);
        expect(await s.ids()).toContain('deutschkurs-frauen');
        expect(await s.bereich('stoerung').isHidden()).toBe(true);
        await s.bereich('karte-knopf').click();
        await seite.locator('.landkarte-flaeche .leaflet-marker-icon').first().waitFor();

        await seite.locator('#angebot-deutschkurs-frauen .karte-titel a').first().click();
        await seite.locator('article.angebot h1').waitFor();
        await seite.locator('.banner', { hasText: inListe }).waitFor();
        const seiten = [...dateienIn(angabenVon(lang)).keys()].filter(
          (adresse) => adresse === '' || adresse.endsWith('/'),
        );
        expect(seiten).toContain(`${sprache}glossar/`);
        expect(seiten.filter((adresse) => /^(ar|en)\//.test(adresse) !== (lang === 'ar'))).toEqual(
          [],
        );
        const status = await seite.evaluate(
          (adressen) => Promise.all(adressen.map(async (adresse) => (await fetch(adresse)).status)),
          seiten.map((adresse) => BASIS + adresse),
        );
        expect(new Set(status)).toEqual(new Set([200]));
        await seite.goto(`${url}${sprache}offline/`);
        await bereich(seite, 'liste').getByText(angabenVon(lang).texte.gespeichert).waitFor();
        expect(await verstoesse(seite)).toEqual([]);
        expect(await seite.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
        expect(fehler).toEqual([]);
        expect(fremde).toEqual([]);
        await seite.context().close();
      }),
  );

  it('costs as many kilobytes as the button says, and nothing but the service worker besides', () =>
    mitPortal(async () => {
      const seite = await besuch.seite();
      await seite.goto(url);
      await bereich(seite, 'speichern').waitFor();
      const [, kb] = /\((\d+) kB\)/.exec(await bereich(seite, 'speichern').innerText())!;
      const anfragen: Request[] = [];
      seite.context().on('requestfinished', (request) => anfragen.push(request));
      await bereich(seite, 'speichern').click();
      await bereich(seite, 'loeschen').waitFor();
      const istPaket = (request: Request) => request.url().endsWith('.paket');
      await expect.poll(() => anfragen.some(istPaket)).toBe(true);
      const paket = anfragen.find(istPaket)!;
      const { responseBodySize } = await paket.sizes();
      expect(Math.abs(Number(kb) * 1000 - responseBodySize)).toBeLessThanOrEqual(1000);
      const andere = anfragen.map((request) => request.url().slice(url.length));
      expect(andere.filter((pfad) => !/^offline\/|^sw\.js$/.test(pfad))).toEqual([]);
      await seite.context().close();
    }));

  it('leaves nothing half where the download breaks off, and works at the next try', () =>
    mitPortal(async () => {
      const angaben = angabenVon('de');
      const ganz = readFileSync(paketDatei(angaben));
      schreibe(paketDatei(angaben), ganz.subarray(0, ganz.length / 2));
      const seite = await besuch.seite();
      await seite.goto(url);
      await bereich(seite, 'speichern').click();
      await meldung(seite, 'netz').waitFor();
      expect(await spuren(seite)).toEqual(KEINE);

      schreibe(paketDatei(angaben), ganz);
      await bereich(seite, 'speichern').click();
      await bereich(seite, 'loeschen').waitFor();
      await meldung(seite, 'netz').waitFor({ state: 'hidden' });
      await seite.context().close();
    }));

  it('cleans up after a page that was closed while it stored', () =>
    mitPortal(async () => {
      const seite = await besuch.seite();
      await seite.goto(url);
      await seite.evaluate(async (basis) => {
        await (await caches.open(`offline ${basis} de abgebrochen`)).put(basis, new Response('x'));
        await caches.open('of another portal');
        await navigator.serviceWorker.register(`${basis}sw.js`, { scope: basis });
      }, BASIS);
      await seite.goto(`${url}offline/`);
      await bereich(seite, 'speichern').waitFor();
      expect(await spuren(seite)).toEqual({ ...KEINE, caches: ['of another portal'] });
      await seite.context().close();
    }));

  it('says so where there is no room, before anything is loaded', () =>
    mitPortal(async () => {
      aendere('de', { roh: Number.MAX_SAFE_INTEGER });
      const seite = await besuch.seite();
      await seite.goto(url);
      const geladen: string[] = [];
      seite.on('request', (request) => geladen.push(request.url()));
      await bereich(seite, 'speichern').click();
      await meldung(seite, 'platz').waitFor();
      expect(geladen.filter((adresse) => adresse.endsWith('.paket'))).toEqual([]);
      expect(await spuren(seite)).toEqual(KEINE);

      // The browser had promised more than there is.
      const cdp = await seite.context().newCDPSession(seite);
      const origin = new URL(url).origin;
      await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 300_000 });
      aendere('de', { roh: 1 });
      await seite.reload();
      await bereich(seite, 'speichern').click();
      await meldung(seite, 'platz').waitFor();
      expect(await spuren(seite)).toEqual(KEINE);
      await seite.context().close();
    }));

  it('stores where the browser cannot tell how much room there is, as on iPhones before iOS 17', () =>
    mitPortal(async () => {
      const seite = await besuch.seite();
      await seite.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'storage'));
      await speichere(seite);
      expect((await spuren(seite)).caches).toEqual([
        `offline ${BASIS} de ${angabenVon('de').hash}`,
      ]);
      await seite.context().close();
    }));

  it('says so where the browser cannot, and the page works as always', () =>
    mitPortal(async () => {
      const seite = await besuch.seite();
      await seite.addInitScript(() => Reflect.deleteProperty(window, 'DecompressionStream'));
      await seite.goto(url);
      await meldung(seite, 'gesperrt').waitFor();
      expect(await bereich(seite, 'speichern').isHidden()).toBe(true);
      await seite.context().close();
    }));
});

describe('what is stored', () => {
  it('is renewed by a tap when something changed, and what was withdrawn is gone', () =>
    mitPortal(async () => {
      const seite = await besuch.seite();
      await speichere(seite);
      const alt = angabenVon('de');
      const dateien = new Map(dateienIn(alt));
      dateien.delete('angebote/deutschkurs-frauen/');
      const roh = packeDateien(dateien);
      const paket = gzipSync(roh);
      const neu = { hash: 'neu', datei: `${BASIS}offline/de-neu.paket`, bytes: paket.length };
      aendere('de', neu);
      schreibe(paketDatei(angabenVon('de')), paket.subarray(0, 1000));

      // Broken off, the older one stays.
      await seite.reload();
      await seite.getByRole('button', { name: alt.texte.erneuern }).click();
      await meldung(seite, 'netz').waitFor();
      expect((await spuren(seite)).caches).toEqual([`offline ${BASIS} de ${alt.hash}`]);

      schreibe(paketDatei(angabenVon('de')), paket);
      await bereich(seite, 'speichern').click();
      await meldung(seite, 'netz').waitFor({ state: 'hidden' });
      await bereich(seite, 'loeschen').waitFor();
      expect((await spuren(seite)).caches).toEqual([`offline ${BASIS} de neu`]);
      await bereich(seite, 'speichern').waitFor({ state: 'hidden' });

      await ohneNetz(seite);
      await seite.goto(`${url}angebote/deutschkurs-frauen/`);
      await seite.getByText(de['offline.fehlt']!).waitFor();
      expect(await seite.locator('h1').innerText()).toBe(de['offline.titel']);
      await seite.context().close();
    }));

  it('is shown only where the network does not answer', () =>
    mitPortal(async () => {
      const seite = await besuch.seite();
      await speichere(seite);
      const datei = join(ORDNER, 'angebote/deutschkurs-frauen/index.html');
      const html = readFileSync(datei, 'utf8');
      schreibe(datei, html.replace(/<h1>.*?<\/h1>/s, '<h1>Heute neu</h1>'));
      // Once at least it answers before patience ends.
      await expect
        .poll(async () => {
          await seite.goto(`${url}angebote/deutschkurs-frauen/`);
          return seite.locator('h1').innerText();
        })
        .toBe('Heute neu');
      await ohneNetz(seite);
      await seite.reload();
      expect(await seite.locator('h1').innerText()).not.toBe('Heute neu');

      // A line on which nothing ever comes.
      const stumm = createServer(() => undefined).listen(Number(new URL(url).port), '127.0.0.1');
      await once(stumm, 'listening');
      await seite.context().setOffline(false);
      const verbunden = once(stumm, 'connection');
      const s = suchseite(seite, `${url}suche/`);
      await s.oeffne('q=Deutschkurs');
      await verbunden;
      expect(await s.ids()).toContain('deutschkurs-frauen');
      await seite.context().close();
      stumm.close();
    }));

  it('is not used where it is damaged and there is a network', () =>
    mitPortal(async () => {
      const seite = await besuch.seite();
      await speichere(seite);
      const verdorben = await seite.evaluate(async () => {
        const [name] = await caches.keys();
        const cache = await caches.open(name!);
        const headers = { 'Content-Type': 'text/html' };
        const adressen = (await cache.keys()).map(({ url }) => url);
        const skripte = adressen.filter((url) => /_astro\/Suchseite.*\.js/.test(url));
        const karten = adressen.filter((url) => url.includes('/suche-teile/k'));
        for (const url of skripte)
          await cache.put(url, new Response('<h1>Login</h1>', { headers }));
        for (const url of karten)
          await cache.put(
            url,
            new Response('', { headers: { 'Content-Type': 'application/json' } }),
          );
        // What is whole but for its bytes can be asked for anew.
        const stil = adressen.find((url) => url.endsWith('.css'))!;
        await cache.put(stil, new Response('x', { headers: { 'Content-Type': 'text/css' } }));
        const neu = await (await fetch(stil, { cache: 'reload' })).text();
        return [skripte.length > 0, karten.length > 0, neu.length > 1];
      });
      expect(verdorben).toEqual([true, true, true]);
      const s = suchseite(seite, `${url}suche/`);
      await s.oeffne('q=Deutschkurs');
      expect(await s.ids()).toContain('deutschkurs-frauen');
      expect(await s.bereich('stoerung').isHidden()).toBe(true);
      await seite.context().close();
    }));

  it('is used where somebody between answers in place of the portal', () =>
    mitPortal(async () => {
      const seite = await besuch.seite();
      await speichere(seite);
      await halte();
      // Pages to log in, for all but pages, which a filter forbids.
      const zwischen = createHttpServer((anfrage, antwort) => {
        antwort.writeHead(anfrage.url?.endsWith('/') ? 403 : 200, { 'Content-Type': 'text/html' });
        antwort.end('<form>Login</form>');
      }).listen(Number(new URL(url).port), '127.0.0.1');
      await once(zwischen, 'listening');
      const texte = await seite.evaluate(
        (adressen) => Promise.all(adressen.map(async (adresse) => (await fetch(adresse)).text())),
        [`${BASIS}suche-tabelle.json`, `${BASIS}angebote/deutschkurs-frauen/`],
      );
      expect(texte[0]).toMatch(/^\{/);
      expect(texte[1]).toContain('Deutschkurs für Frauen A1');
      await seite.context().close();
      zwischen.close();
    }));

  it('says loudly that it is old after 60 days, and that a visit with a network found it unchanged', () =>
    mitPortal(async () => {
      aendere('de', { stand: vorTagen(61) });
      const seite = await besuch.seite();
      await speichere(seite);
      await bereich(seite, 'alt').waitFor();
      await seite.context().setOffline(true);
      await seite.goto(`${url}angebote/deutschkurs-frauen/`);
      expect(await seite.locator('.banner strong').allTextContents()).toEqual([de['offline.alt']]);

      await seite.context().setOffline(false);
      aendere('de', { stand: vorTagen(0) });
      await seite.goto(url);
      const vermerkt = () =>
        seite.evaluate(async (pfad) => {
          const angaben = (await (await caches.match(pfad))?.json()) as PaketAngaben;
          return angaben.stand;
        }, `${BASIS}offline/gespeichert.json`);
      await expect.poll(vermerkt).toBe(vorTagen(0));
      await seite.context().setOffline(true);
      await seite.goto(`${url}angebote/deutschkurs-frauen/`);
      expect(await seite.locator('.banner strong').count()).toBe(0);
      await seite.context().close();
    }));

  it('is deleted by one tap, all of it, in every language, without a network too', () =>
    mitPortal(async () => {
      const seite = await besuch.seite();
      await speichere(seite);
      await seite.goto(`${url}ar/`);
      await bereich(seite, 'speichern').click();
      await bereich(seite, 'liste').locator('li').nth(1).waitFor();
      await ohneNetz(seite);
      await seite.goto(`${url}ar/angebote/deutschkurs-frauen/`);
      await seite.locator('.banner a').click();
      await bereich(seite, 'loeschen').click();
      await meldung(seite, 'geloescht').waitFor();
      expect(await spuren(seite)).toEqual(KEINE);
      await expect(seite.reload()).rejects.toThrow();
      await seite.context().close();
    }));
});

it('no portal is published whose package lacks an offer, or its end', () =>
  mitPortal(async () => {
    const { katalog } = readKatalog('test/fixtures/musterkreis', STICHTAG);
    expect(await pruefeAusgabe({ ordner: ORDNER }, katalog!, listPfade(ORDNER))).toEqual([]);
    const angaben = angabenVon('ar');
    const dateien = new Map(dateienIn(angaben));
    dateien.delete('ar/angebote/deutschkurs-frauen/');
    schreibe(paketDatei(angaben), gzipSync(packeDateien(dateien)));
    expect(await pruefeAusgabe({ ordner: ORDNER }, katalog!, listPfade(ORDNER))).toEqual([
      'Im Offline-Paket für „ar“ fehlt /ar/angebote/deutschkurs-frauen/.',
    ]);
    const paket = readFileSync(paketDatei(angaben));
    schreibe(paketDatei(angaben), paket.subarray(0, paket.length / 2));
    expect(await pruefeAusgabe({ ordner: ORDNER }, katalog!, listPfade(ORDNER))).toEqual([
      'Das Offline-Paket für „ar“ ist nicht vollständig.',
    ]);
  }));

describe('on the home screen', () => {
  it.each([
    ['', 'de', 'ltr'],
    ['ar/', 'ar', 'rtl'],
  ])(
    'the portal has name, address and picture in its language: /%s',
    async (sprache, lang, dir) => {
      const seite = await besuch.seite();
      await seite.goto(besuch.url + sprache);
      const adresse = await seite.locator('link[rel=manifest]').getAttribute('href');
      const manifest = (await (await fetch(new URL(adresse!, besuch.url))).json()) as {
        icons: { src: string; sizes: string }[];
      };
      expect(manifest).toMatchObject({
        lang,
        dir,
        short_name: texteDer(lang)['app.kurzname'],
        start_url: BASIS + sprache,
        scope: BASIS,
      });
      for (const { src, sizes } of manifest.icons) {
        const masse = await seite.evaluate(async (src) => {
          const bild = new Image();
          bild.src = src;
          await bild.decode();
          return `${bild.naturalWidth}x${bild.naturalHeight}`;
        }, src);
        expect(masse).toBe(sizes);
      }
      await seite.context().close();
    },
  );
});
