/** What the privacy notice promises, seen from the browser: nothing is kept, nothing is told, nobody else is asked. */
import { join } from 'node:path';
import type { BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { WERKSTATT } from './lib/bauen.ts';
import { besuche, type Besuch } from './lib/browser.ts';
import { seitenarten } from '../../scripts/lib/seiten/seitenarten.ts';
import { suchseite } from './lib/suchseite.ts';

let besuch: Besuch;
beforeAll(async () => {
  // Whom the pages may ask, each test says itself; one follows a link to a provider.
  besuch = await besuche('rhein-sieg', '/', {
    erwartet: [/^Foreign: https:\/\/www\.troisdorf\.de\//],
  });
});
afterAll(() => besuch.ende());

/** A page, and every request that it makes, whoever it asks. */
async function beobachtet(): Promise<{
  seite: Page;
  kontext: BrowserContext;
  anfragen: Request[];
}> {
  const seite = await besuch.seite();
  const kontext = seite.context();
  const anfragen: Request[] = [];
  kontext.on('request', (anfrage) => anfragen.push(anfrage));
  // Nobody outside is there; whoever was asked is in the list all the same.
  await kontext.route(
    (url) => !url.href.startsWith(besuch.url),
    (route) => route.fulfill({ body: 'draußen', contentType: 'text/plain; charset=utf-8' }),
  );
  return { seite, kontext, anfragen };
}

/** Names of all that is stored for the portal, wherever browsers store things. */
async function gespeichert(seite: Page): Promise<string[]> {
  const imBrowser = await seite.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await caches.keys()),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
    ...(await navigator.serviceWorker.getRegistrations()).map(() => 'service worker'),
  ]);
  return [...imBrowser, ...(await seite.context().cookies()).map(({ name }) => `cookie ${name}`)];
}

const fremde = (anfragen: readonly Request[]) =>
  anfragen.map((anfrage) => anfrage.url()).filter((url) => !url.startsWith(besuch.url));
const verraten = async (anfragen: readonly Request[]) => {
  const kopfzeilen = await Promise.all(anfragen.map((anfrage) => anfrage.allHeaders()));
  return kopfzeilen.flatMap(({ referer, cookie }) => [referer, cookie]).filter(Boolean);
};

describe('who only reads', () => {
  it.each(['', 'ar/'])(
    'leaves no trace and tells nobody, on every kind of page below /%s',
    async (praefix) => {
      const { seite, kontext, anfragen } = await beobachtet();
      const sprache = praefix.replace('/', '') || 'de';
      const adressen = [
        ...seitenarten(join(WERKSTATT, 'rhein-sieg'), sprache).values(),
        `${praefix}angebote/${kurzcode('bund-hilfetelefon')}/`,
        `${praefix}gibt-es-nicht/`,
      ];
      for (const adresse of adressen) {
        await seite.goto(besuch.url + adresse, { waitUntil: 'load' });
        expect(await gespeichert(seite), adresse).toEqual([]);
      }
      expect(anfragen.length).toBeGreaterThan(adressen.length);
      expect(fremde(anfragen)).toEqual([]);
      expect(await verraten(anfragen)).toEqual([]);
      await kontext.close();
    },
  );

  it('and searches, filters and opens the map leaves nothing, either', async () => {
    const { seite, kontext, anfragen } = await beobachtet();
    const s = suchseite(seite, `${besuch.url}suche/`);
    await s.oeffne('q=Deutschkurs&ansicht=karte');
    await s.tippe('Wohnung');
    await seite.locator('.leaflet-interactive, .leaflet-marker-icon').first().waitFor();
    expect(await gespeichert(seite)).toEqual([]);
    expect(fremde(anfragen)).toEqual([]);
    expect(await verraten(anfragen)).toEqual([]);
    // A word could be sent in the query of an address, or in a body; files have neither.
    const gesendet = anfragen.filter(
      (anfrage) =>
        anfrage.method() !== 'GET' ||
        // Pagefind asks past caches with the time of day, and nothing else.
        /^\?(?!ts=\d+$)/.test(new URL(anfrage.url()).search) ||
        anfrage.postData(),
    );
    expect(gesendet.map((anfrage) => anfrage.url())).toEqual([]);
    await kontext.close();
  });

  it('and follows a link to a provider does not say where from', async () => {
    const { seite, kontext, anfragen } = await beobachtet();
    await seite.goto(`${besuch.url}angebote/troisdorf-tafel/`);
    await seite.locator('main a[href^="https://"]:visible').first().click();
    await seite.getByText('draußen').waitFor();
    expect(fremde(anfragen).length).toBeGreaterThan(0);
    expect(await verraten(anfragen)).toEqual([]);
    expect(await seite.evaluate(() => document.referrer)).toBe('');
    await kontext.close();
  });
});

it('what is stored after a tap is named in the privacy notice, and goes after another', async () => {
  const { seite, kontext } = await beobachtet();
  await seite.goto(`${besuch.url}datenschutz/`);
  const genannt = await seite
    .getByRole('heading', { name: 'Was auf Ihrem Gerät gespeichert wird' })
    .locator('~ ul >> nth=0 >> strong')
    .allTextContents();
  await seite.goto(`${besuch.url}angebote/troisdorf-tafel/`);
  await seite.getByRole('button', { name: 'Merken' }).first().click();
  await seite.getByRole('link', { name: 'Merkliste (1)' }).click();
  await seite.waitForURL('**/merkliste/**');
  expect(await gespeichert(seite)).toEqual([]);
  await seite.getByRole('button', { name: 'Auf diesem Gerät merken' }).click();
  await expect.poll(() => gespeichert(seite)).toEqual(['merkliste']);
  expect(genannt).toEqual(expect.arrayContaining(await gespeichert(seite)));
  await seite.getByRole('button', { name: 'Vom Gerät löschen' }).click();
  await expect.poll(() => gespeichert(seite)).toEqual([]);

  await seite.goto(`${besuch.url}offline/`);
  await seite.getByRole('button', { name: /^Offline speichern/ }).click();
  await expect
    .poll(() => gespeichert(seite))
    .toEqual([expect.stringMatching(/^offline /), 'service worker']);
  expect(genannt).toContain('offline');
  await kontext.close();
});
