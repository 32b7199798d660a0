/** Offers of a neighbour in the real browser: after our own in the search, on the map, and by asking the neighbour's own server. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { buildSuchindex, type SuchDateien } from '../../src/suche/build-suchindex.ts';
import { MUSTERKREIS } from '../lib/inhalt.ts';
import { kopie, mitNachbar, NACHBAR, NACHBARKREIS } from '../lib/nachbar.ts';
import { createZertifikat } from '../lib/zertifikat.ts';
import { verstoesse } from './lib/axe.ts';
import { baue, STICHTAG, WERKSTATT } from './lib/bauen.ts';
import { besuche, type Besuch } from './lib/browser.ts';
import { suchseite, type Suchseite } from './lib/suchseite.ts';

const PFAD = '/wegweiser/';
let dateien: SuchDateien;
/** Whether the neighbour lets other portals ask. */
let erlaubt = true;
let anfragen: string[] = [];
const server = https.createServer(createZertifikat('nachbar.test'), (request, response) => {
  const { pathname } = new URL(request.url!, 'https://nachbar.test');
  anfragen.push(`${request.url} ${request.headers.referer ?? ''}`);
  const bytes = dateien.get(pathname.slice(PFAD.length));
  const headers = erlaubt ? { 'Access-Control-Allow-Origin': '*' } : {};
  response.writeHead(bytes ? 200 : 404, headers).end(bytes);
});

let nachbar: typeof NACHBAR;
let besuch: Besuch;
let seite: Page;
let s: Suchseite;
beforeAll(async () => {
  await new Promise<void>((fertig) => server.listen(0, '127.0.0.1', fertig));
  nachbar = {
    ...NACHBAR,
    url: `https://nachbar.test:${(server.address() as AddressInfo).port}${PFAD}`,
  };
  const { katalog } = readKatalog(NACHBARKREIS, STICHTAG);
  dateien = await buildSuchindex({ ...katalog!, portal: { ...katalog!.portal, url: nachbar.url } });
  const inhalt = join(WERKSTATT, 'inhalt-verbund');
  rmSync(inhalt, { recursive: true, force: true });
  cpSync(MUSTERKREIS, inhalt, { recursive: true });
  for (const [name, text] of Object.entries(mitNachbar(kopie(nachbar), nachbar))) {
    mkdirSync(dirname(join(inhalt, name)), { recursive: true });
    writeFileSync(join(inhalt, name), text as string);
  }
  const { code, ausgabe } = await baue(inhalt, join(WERKSTATT, 'verbund'));
  if (code !== 0) throw new Error(ausgabe);
  besuch = await besuche('verbund', '/integration/', {
    args: ['--host-resolver-rules=MAP nachbar.test 127.0.0.1'],
    // What may be asked of the neighbour, each test says itself.
    erwartet: [/^Foreign: https:\/\/nachbar\.test:/],
  });
});
afterAll(async () => {
  await besuch.ende();
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  anfragen = [];
  erlaubt = true;
  const context = await besuch.browser.newContext({
    viewport: { width: 360, height: 780 },
    ignoreHTTPSErrors: true,
  });
  seite = await context.newPage();
  s = suchseite(seite, `${besuch.url}suche/`);
});
afterEach(() => seite.context().close());

const karten = () =>
  seite
    .locator('#treffer > li')
    .evaluateAll((alle) =>
      alle.map((li) =>
        li.className === 'trenner' ? `== ${li.textContent}` : li.querySelector('a')!.textContent,
      ),
    );

describe('the search', () => {
  it('shows our own first, then those of neighbours, marked, with a link that tells nobody', async () => {
    await s.oeffne();
    await s.tippe('deutsch');
    const alle = await karten();
    const ab = alle.indexOf('== Aus Nachbarkreisen');
    expect(ab).toBeGreaterThan(0);
    expect(alle.slice(ab + 1).sort()).toEqual(['Deutsch üben am Telefon', 'Deutschkurs am Fluss']);
    expect(await s.status()).toBe(`${ab} Angebote zu „deutsch“. Dazu aus Nachbarkreisen: 2`);
    const karte = seite.locator('#treffer > li', { hasText: 'Deutschkurs am Fluss' });
    expect(await karte.textContent()).toMatch(
      /Aus: \u2068Nachbarkreis\u2069 · abgeholt am 20\. November 2026/,
    );
    expect(await karte.locator('[data-merken]').count()).toBe(0);
    const link = karte.getByRole('link', { name: 'Deutschkurs am Fluss' });
    expect(await link.getAttribute('href')).toBe(`${nachbar.url}angebote/deutschkurs-am-fluss/`);
    expect(await link.getAttribute('rel')).toBe('external noreferrer');
    expect(await seite.locator('#treffer [data-merken]').count()).toBe(ab);
    expect(anfragen).toEqual([]);
    expect(await verstoesse(seite)).toEqual([]);
  });

  it('finds by a word that only the neighbour has, and counts it where we have the same facet', async () => {
    await s.oeffne();
    await s.tippe('Sprudelbrunnen');
    expect(await karten()).toEqual(['== Aus Nachbarkreisen', 'Deutschkurs am Fluss']);
    expect(await s.status()).toBe('0 Angebote zu „Sprudelbrunnen“. Dazu aus Nachbarkreisen: 1');
    await s.oeffne('q=Sprudelbrunnen&sprache=ar');
    expect(await karten()).toEqual(['== Aus Nachbarkreisen', 'Deutschkurs am Fluss']);
  });

  it('shows them on the map, and says there whose they are', async () => {
    await s.oeffne();
    await s.tippe('Sprudelbrunnen');
    await s.bereich('karte-knopf').click();
    await seite.locator('.landkarte-marke').first().click();
    const popup = seite.locator('.leaflet-popup');
    await expect.poll(() => popup.textContent()).toMatch(/Deutschkurs am Fluss.*Nachbarkreis/);
    expect(await popup.getByRole('link').getAttribute('rel')).toBe('external noreferrer');
    expect(await popup.locator('[data-merken]').count()).toBe(0);
  });
});

describe('the neighbours’ own search', () => {
  const frage = () => seite.getByRole('button', { name: 'Auch bei den Nachbarn suchen' });
  const kasten = () => s.bereich('nachbarn');
  const adressen = (wo: Locator) =>
    wo.getByRole('link').evaluateAll((alle) => alle.map((a) => (a as HTMLAnchorElement).href));

  it('is asked only after a tap that says so, and sends no words', async () => {
    // A filter hides above what is asked for there.
    await s.oeffne('q=Deutschkurs&kommune=musterstadt');
    await frage().waitFor();
    expect(await kasten().textContent()).toContain(
      'Ihr Gerät fragt dann diese Portale: Nachbarkreis.',
    );
    expect(anfragen).toEqual([]);
    await frage().click();
    const link = kasten().getByRole('link', { name: 'Deutschkurs am Fluss' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`${nachbar.url}angebote/deutschkurs-am-fluss/`);
    expect(await link.getAttribute('rel')).toBe('external noreferrer');
    expect(anfragen.length).toBeGreaterThan(2);
    for (const anfrage of anfragen)
      expect(anfrage).toMatch(
        /^\/wegweiser\/pagefind\/(pagefind-entry\.json\?ts=\d+|pagefind\.\w+\.pf_meta|index\/\w+\.pf_index|fragment\/\w+\.pf_fragment|filter\/\w+\.pf_filter) $/,
      );
    // Our own offers are not found there, and what stands above is not named again.
    const oben = await adressen(seite.locator('#treffer'));
    for (const adresse of await adressen(kasten())) {
      expect(adresse).toMatch(nachbar.url);
      expect(oben).not.toContain(adresse);
    }
    expect(await verstoesse(seite)).toEqual([]);
    // Another search asks anew.
    await s.tippe('Wohnung');
    await frage().waitFor();
    await expect.poll(() => kasten().getByRole('link').count()).toBe(0);
  });

  it('says so where all that they have stands above', async () => {
    await s.oeffne();
    await s.tippe('Deutschkurs');
    expect(await karten()).toContain('Deutschkurs am Fluss');
    await frage().click();
    await kasten().getByText('Was dort passt, steht schon oben.').waitFor();
    expect(await adressen(kasten())).toEqual([`${nachbar.url}suche/#q=Deutschkurs`]);
  });

  it('leads there where the neighbour does not let us, in the language it has', async () => {
    erlaubt = false;
    s = suchseite(seite, `${besuch.url}ar/suche/`);
    await s.oeffne();
    await s.tippe('Deutschkurs');
    await kasten().getByRole('button').click();
    const link = kasten().getByRole('link');
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`${nachbar.url}ar/suche/#q=Deutschkurs`);
  });

  it.each(['Frauenhaus', 'mein Mann schlägt mich', 'qwrtzxv'])(
    'is not offered to whoever may be in danger: „%s“',
    async (worte) => {
      await s.oeffne();
      await s.tippe('Wohnung');
      await frage().waitFor();
      await s.tippe(worte);
      await frage().waitFor({ state: 'detached' });
      await kasten().waitFor({ state: 'hidden' });
      expect(anfragen).toEqual([]);
    },
  );
});

it('a list shows them below our own', async () => {
  await seite.goto(`${besuch.url}themen/sprache/`);
  const abschnitt = seite.locator('section.nachbarn');
  expect(await abschnitt.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
    'Deutsch üben am Telefon',
    'Deutschkurs am Fluss',
    'Nähtreff im Nachbarkreis',
  ]);
  expect(await abschnitt.getByRole('link', { name: 'CC0 1.0' }).count()).toBe(1);
  expect(await abschnitt.locator('[data-merken]').count()).toBe(0);
  expect(await verstoesse(seite)).toEqual([]);
});
