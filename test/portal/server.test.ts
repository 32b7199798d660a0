/** Real servers with the configuration that the portal writes for them: each says with each file what `kopfzeilenFuer` says. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import http, { type IncomingHttpHeaders } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname, join, relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../lib/dateien.ts';
import { serveFolder } from '../../scripts/lib/server.ts';
import { AKTUELL, veroeffentliche } from '../../scripts/lib/staende.ts';
import { medientyp } from '../../src/domain/medientyp.ts';
import { readPortal } from '../../src/katalog/read-katalog.ts';
import { kopfzeilen, kopfzeilenFuer } from '../../src/site/kopfzeilen.ts';
import { basisOf } from '../../src/site/pfade.ts';
import { formatHtaccess } from '../../src/site/server-dateien.ts';
import { MUSTERKREIS } from '../lib/inhalt.ts';
import { WERKSTATT } from './lib/bauen.ts';
import { beobachte, starteChromium } from './lib/browser.ts';
import { seitenarten } from '../../scripts/lib/seiten/seitenarten.ts';
import { suchseite } from './lib/suchseite.ts';
import {
  createServerOrdner,
  fehlt,
  NAMEN,
  starteWebserver,
  type Webserver,
} from './lib/webserver.ts';

const imOrdner = readPortal(MUSTERKREIS)!;
/** The same files below `/`: their links would lead nowhere, but that is not the question. */
const anDerWurzel = { ...imOrdner, url: 'https://muster.example/' };
const namen = [...new Set(kopfzeilen(anDerWurzel, true).map(({ name }) => name))];

/** One folder per address of the portal, published as on a real server. */
const ordner = new Map([imOrdner, anDerWurzel].map((portal) => [portal, createServerOrdner()]));
beforeAll(() => {
  for (const [portal, dort] of ordner) {
    veroeffentliche(join(WERKSTATT, 'musterkreis'), dort, { jetzt: 0, sofort: true });
    writeFileSync(join(dort, AKTUELL, '.htaccess'), formatHtaccess(portal));
  }
});
afterAll(() => {
  for (const dort of ordner.values()) rmSync(dort, { recursive: true });
});

/** Files of every kind, as browsers ask for them: one for each ending, folder of scripts and policy. */
function dateien(): string[] {
  const gebaut = join(WERKSTATT, 'musterkreis');
  const adressen = listFiles(gebaut)
    .map((datei) => relative(gebaut, datei))
    .filter((pfad) => !/\.(br|gz)$/.test(pfad))
    .filter((pfad) => !/(^|\/)[._](?!astro|well-known)/.test(pfad))
    .map((pfad) => pfad.replace(/(^|\/)index\.html$/, '$1'));
  const art = (pfad: string) => {
    const [erster] = pfad.split('/');
    const kopf = [...kopfzeilenFuer(anDerWurzel, `/${pfad}`).values()];
    return [extname(pfad), pfad.endsWith('/') || erster, ...kopf].join();
  };
  return [...Map.groupBy(adressen, art).values()].map(([eine]) => eine!);
}

/** An answer as it comes over the line. @param anspruch which encodings are understood */
function holeRoh(
  url: string,
  anspruch: string,
): Promise<{ kopf: IncomingHttpHeaders; bytes: Buffer }> {
  return new Promise((done, fail) => {
    const headers = anspruch ? { 'Accept-Encoding': anspruch } : {};
    http
      .get(url, { headers }, (antwort) =>
        buffer(antwort).then((bytes) => done({ kopf: antwort.headers, bytes }), fail),
      )
      .on('error', fail);
  });
}

it('compressed copies hold what their files do, and no small file has any', () => {
  const gebaut = join(WERKSTATT, 'musterkreis');
  const kopien = listFiles(gebaut).filter((datei) => /\.(br|gz)$/.test(datei));
  expect(kopien).not.toEqual([]);
  for (const kopie of kopien) {
    const bytes = readFileSync(kopie);
    const inhalt = kopie.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes);
    expect(inhalt.equals(readFileSync(kopie.slice(0, -3))), kopie).toBe(true);
    expect(inhalt.length, kopie).toBeGreaterThanOrEqual(1024);
  }
});

it('whatever of more than a packet a page may wait for has compressed copies', () => {
  const gebaut = join(WERKSTATT, 'musterkreis');
  const grosse = listFiles(gebaut).filter(
    (datei) => /\.(html|js|css|json|svg|ics)$/.test(datei) && statSync(datei).size >= 1024,
  );
  const ohne = grosse
    .filter((datei) => !existsSync(`${datei}.gz`) || !existsSync(`${datei}.br`))
    .map((datei) =>
      relative(gebaut, datei).replace(/[^/-]+(?=\.ics$|\/qr\.svg$)|[^/]+(?=\.json$)/, '*'),
    );
  expect(new Set(ohne)).toEqual(
    new Set([
      ...['', 'en/', 'ar/'].flatMap((sprache) => [
        `${sprache}a/*/qr.svg`,
        `${sprache}kalender/*.ics`,
      ]),
      'daten/hsds/services/*.json',
    ]),
  );
});

describe.each(NAMEN)('%s', (name) => {
  const grund = fehlt(name);
  describe.each([imOrdner, anDerWurzel])(`${grund ?? 'serves'} $url`, (portal) => {
    const basis = basisOf(portal.url);
    let server: Webserver;
    beforeAll(async () => {
      if (!grund) server = await starteWebserver(name, portal, join(ordner.get(portal)!, AKTUELL));
    });
    afterAll(() => server?.ende());
    const hole = (pfad: string) =>
      fetch(`${server.ursprung}${basis}${pfad}`, { redirect: 'manual' });
    const kopfVon = ({ headers }: Response) =>
      Object.fromEntries(namen.map((eine) => [eine, headers.get(eine)]));
    const soll = (pfad: string) => {
      const kopf = kopfzeilenFuer(portal, basis + pfad);
      return Object.fromEntries(namen.map((eine) => [eine, kopf.get(eine) ?? null]));
    };

    it.skipIf(grund)('sends headers and type of every kind of file', async () => {
      const alle = dateien();
      expect(alle.length).toBeGreaterThan(30);
      for (const pfad of alle) {
        const antwort = await hole(pfad);
        await antwort.arrayBuffer();
        expect([pfad, antwort.status, antwort.headers.get('content-type')]).toEqual([
          pfad,
          200,
          medientyp(pfad),
        ]);
        expect({ pfad, ...kopfVon(antwort) }).toEqual({ pfad, ...soll(pfad) });
      }
    });

    it.skipIf(grund)('sends compressed copies to whoever understands them', async () => {
      const ansprueche = { '': '', gzip: '.gz', br: '.br', 'gzip, br;q=0': '.gz' };
      let kopien = 0;
      for (const pfad of dateien())
        for (const [anspruch, endung] of Object.entries(ansprueche)) {
          const datei = join(WERKSTATT, 'musterkreis', pfad.replace(/(^|\/)$/, '$1index.html'));
          const { kopf, bytes } = await holeRoh(`${server.ursprung}${basis}${pfad}`, anspruch);
          const frage = `${pfad} for „${anspruch}“`;
          expect([frage, kopf['content-type']]).toEqual([frage, medientyp(pfad)]);
          if (!existsSync(`${datei}.br`)) continue;
          expect([frage, kopf.vary]).toEqual([frage, 'Accept-Encoding']);
          // nginx reads these only with a module that is not part of it.
          const kopie = name === 'nginx' && endung === '.br' ? '' : endung;
          const kodierung = { '': undefined, '.gz': 'gzip', '.br': 'br' }[kopie];
          expect([frage, kopf['content-encoding']]).toEqual([frage, kodierung]);
          expect(bytes.equals(readFileSync(datei + kopie)), frage).toBe(true);
          kopien += Number(kopie !== '');
        }
      expect(kopien).toBeGreaterThan(20);
    });

    it.skipIf(grund)('says that a page is missing, and lets nobody keep that', async () => {
      for (const pfad of ['gibt-es-nicht/', '_astro/alt.js', 'suche-teile/k0-de-alt.json']) {
        const antwort = await hole(pfad);
        expect([pfad, antwort.status, antwort.headers.get('content-type')]).toEqual([
          pfad,
          404,
          medientyp('404.html'),
        ]);
        expect(await antwort.text()).toContain('>Diese Seite gibt es nicht</h1>');
        expect({ pfad, ...kopfVon(antwort) }).toEqual({ pfad, ...soll('404.html') });
      }
    });

    it.skipIf(grund)('leads to the slash at the end', async () => {
      const antwort = await hole('suche');
      expect(String(antwort.status)).toMatch(/^30[18]$/);
      const ziel = new URL(antwort.headers.get('location')!, server.ursprung);
      expect(ziel.pathname).toBe(`${basis}suche/`);
    });

    it.skipIf(grund)('hands out nothing that is for servers, and no list of files', async () => {
      const verborgen = ['.htaccess', '%2ehtaccess', '_headers', '.pruefsummen', '.herkunft.json'];
      for (const pfad of [...verborgen, 'pagefind/', '_astro/']) {
        const antwort = await hole(pfad);
        const text = await antwort.text();
        expect([pfad, text]).toEqual([pfad, expect.not.stringMatching(/pagefind-entry|\.css</)]);
        if (!pfad.endsWith('/'))
          expect([pfad, String(antwort.status)]).toEqual([
            pfad,
            expect.stringMatching(/^40[0-4]$/),
          ]);
      }
      expect((await hole('.well-known/security.txt')).status).toBe(200);
    });

    it.skipIf(grund)(
      'gives no page the headers of another folder, however the way to it is written',
      async () => {
        const wege = ['einbetten/themen/x/..%2f..%2f..%2fthemen/', '_astro/..%2fthemen/'];
        for (const weg of wege) {
          const antwort = await hole(weg);
          // Apache says no to such an address before it knows of any folder, with a page of its own.
          if (antwort.status === 404) continue;
          const policy = antwort.headers.get('content-security-policy');
          expect([weg, policy]).toEqual([weg, expect.stringContaining("frame-ancestors 'none'")]);
          expect([weg, antwort.headers.get('cache-control')]).not.toEqual([
            weg,
            expect.stringContaining('immutable'),
          ]);
        }
      },
    );

    if (basis === '/') return;
    it.skipIf(grund)('leads to its start page from without the slash', async () => {
      const ohne = basis.slice(0, -1);
      const antwort = await fetch(`${server.ursprung}${ohne}?q=a`, { redirect: 'manual' });
      const ziel = new URL(antwort.headers.get('location')!, server.ursprung);
      expect([antwort.status, ziel.pathname + ziel.search]).toEqual([301, `${basis}?q=a`]);
      expect(kopfVon(antwort)).toEqual(soll(''));
      const andere = await fetch(`${server.ursprung}${ohne}x`, { redirect: 'manual' });
      expect(andere.headers.get('location')).toBeNull();
    });
  });
});

it('the server for looking at it sends compressed copies, too', async () => {
  const gebaut = join(WERKSTATT, 'musterkreis');
  const server = await serveFolder(gebaut, '/integration/', 0, imOrdner);
  try {
    const url = `http://localhost:${(server.address() as AddressInfo).port}/integration/`;
    for (const pfad of dateien()) {
      const { kopf, bytes } = await holeRoh(url + pfad, 'gzip, br');
      const datei = join(gebaut, pfad.replace(/(^|\/)$/, '$1index.html'));
      const kopie = existsSync(`${datei}.br`) ? '.br' : '';
      expect([pfad, kopf['content-type']]).toEqual([pfad, medientyp(pfad)]);
      expect([pfad, kopf['content-encoding']]).toEqual([pfad, kopie ? 'br' : undefined]);
      expect(bytes.equals(readFileSync(datei + kopie)), pfad).toBe(true);
    }
  } finally {
    server.close().closeAllConnections();
  }
});

it('the server for looking at it leads to its start page from without the slash, too', async () => {
  const server = await serveFolder(join(WERKSTATT, 'musterkreis'), '/integration/', 0, imOrdner);
  try {
    const { port } = server.address() as AddressInfo;
    const antwort = await fetch(`http://localhost:${port}/integration`);
    expect([antwort.status, new URL(antwort.url).pathname]).toEqual([200, '/integration/']);
  } finally {
    server.close().closeAllConnections();
  }
});

describe.skipIf(fehlt('nginx'))('the log of nginx', () => {
  it.each([imOrdner, anDerWurzel])('of $url does not tell who looked for what', async (portal) => {
    const server = await starteWebserver('nginx', portal, join(ordner.get(portal)!, AKTUELL));
    try {
      const basis = basisOf(portal.url);
      const pfade = ['pagefind/pagefind.js', 'suche-teile/alt.json', 'alt/', '.htaccess', 'de'];
      await fetch(`${server.ursprung}${basis.slice(0, -1)}?q=Frauenhaus`);
      for (const pfad of [...pfade, 'suche/?q=Frauenhaus'])
        await (await fetch(`${server.ursprung}${basis}${pfad}`)).arrayBuffer();
      await expect.poll(server.protokoll).toContain(`"GET ${basis}suche/index.html HTTP/1.1" 200`);
      expect(server.protokoll()).toContain('127.0.0.0 - - [');
      expect(server.protokoll()).not.toMatch(/127\.0\.0\.1|Frauenhaus|pagefind|suche-teile/);
    } finally {
      server.ende();
    }
  });
});

describe.skipIf(fehlt('nginx'))('nginx, encrypted', () => {
  it('asks for encryption ever after, but not for others on the same server', async () => {
    for (const [portal, dort] of ordner) {
      const server = await starteWebserver('nginx', portal, join(dort, AKTUELL));
      try {
        const hsts = await new Promise((done, fail) =>
          https
            .get(`${server.verschluesselt}${basisOf(portal.url)}`, { rejectUnauthorized: false })
            .on('response', (antwort) => {
              antwort.resume();
              done(antwort.headers['strict-transport-security']);
            })
            .on('error', fail),
        );
        expect(hsts).toBe(portal === anDerWurzel ? 'max-age=31536000' : undefined);
      } finally {
        server.ende();
      }
    }
  });
});

describe.each(NAMEN.map((name) => ({ name, grund: fehlt(name) })))(
  'pages from $name',
  ({ name, grund }) => {
    let server: Webserver;
    let browser: Browser;
    let vorfaelle: string[];
    beforeAll(async () => {
      if (grund) return;
      server = await starteWebserver(name, imOrdner, join(ordner.get(imOrdner)!, AKTUELL));
      browser = await starteChromium();
      vorfaelle = beobachte(browser);
    });
    afterAll(async () => {
      server?.ende();
      await browser?.close();
    });

    it.skipIf(grund)('search, show the map, and ask nobody else', async () => {
      const url = `${server.ursprung}/integration/`;
      const seite = await browser.newPage();
      const s = suchseite(seite, `${url}suche/`);
      await s.oeffne('q=Deutschkurs');
      expect(await s.ids()).toContain('deutschkurs-frauen');
      await s.oeffne('ansicht=karte');
      await seite.locator('.leaflet-marker-icon').first().waitFor();
      expect(vorfaelle).toEqual([]);
    });

    // The policy is the same with every server, as the tests above show: one walk is enough.
    if (name !== 'nginx') return;
    it.skipIf(grund)('of every kind keep their policy', async () => {
      const url = `${server.ursprung}/integration/`;
      const seite = await browser.newPage();
      const kurz = listFiles(join(WERKSTATT, 'musterkreis/a'))[0]!.split('/').at(-2)!;
      const pfade = ['de', 'ar'].flatMap((code) => [
        ...seitenarten(join(WERKSTATT, 'musterkreis'), code).values(),
      ]);
      for (const pfad of [...pfade, 'gibt-es-nicht/'])
        await seite.goto(url + pfad, { waitUntil: 'load' });
      await seite.goto(`${url}a/${kurz}/`, { waitUntil: 'commit' });
      await seite.waitForURL('**/angebote/*/');
      expect(vorfaelle).toEqual([]);
      // A policy that is broken is seen: this test would fail.
      await seite.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'globalThis.boese = 1';
        document.body.append(script);
      });
      await expect.poll(() => vorfaelle[0]).toContain('Policy: ');
    });
  },
);
