/** Leaving a page at once, and that nothing a browser keeps of it says what it was about. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../lib/dateien.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { STICHTAG, WERKSTATT } from './lib/bauen.ts';
import { besuche, type Besuch, schliesse } from './lib/browser.ts';
import { suchseite } from './lib/suchseite.ts';

const portal = join(WERKSTATT, 'musterkreis');
const katalog = readKatalog('test/fixtures/musterkreis', STICHTAG).katalog!;
const ZIEL = katalog.portal.ausstieg!;
const pfadVon = (sprache: string, id: string) =>
  createKontext(katalog, sprache).pfade.angebot(id).replace('/integration/', '');
const FRAUENHAUS = pfadVon('de', 'frauenhaus');

let besuch: Besuch;
let seite: Page;
beforeAll(async () => {
  besuch = await besuche('musterkreis', '/integration/', {
    // Where the way out leads.
    erwartet: [/^Foreign: https:\/\/www\.wetter\.example\/$/],
  });
});
afterAll(() => besuch.ende());
afterEach(async () => {
  for (const context of besuch.browser.contexts())
    for (const offene of context.pages()) await schliesse(offene);
});

/**
 * Opens a page of the portal.
 * @param optionen.stockt the harmless page elsewhere does not come: what is on the screen meanwhile stays
 */
async function oeffne(
  pfad: string,
  { stockt = false, ...optionen }: { javaScript?: boolean; breite?: number; stockt?: boolean } = {},
) {
  seite = await besuch.seite(optionen);
  await seite.route(`${ZIEL}**`, (route) =>
    route.fulfill(
      stockt ? { status: 204 } : { contentType: 'text/html', body: '<h1>Das Wetter</h1>' },
    ),
  );
  await seite.goto(besuch.url + pfad);
  return {
    knopf: seite.locator('.ausstieg-knopf'),
    ansage: seite.locator('[data-ausstieg-status]'),
    an: () => seite.locator('[data-licht][data-an]:visible').count(),
    bedeckt: () => seite.locator('.ausstieg-decke').count(),
    /** The harmless page is there. */
    weg: () => seite.waitForURL(ZIEL),
  };
}
const shift = () => seite.keyboard.press('Shift');

describe('the way out', () => {
  it('is a plain link where there is no JavaScript, and tells the other page nothing', async () => {
    const { knopf, weg } = await oeffne(FRAUENHAUS, { javaScript: false });
    expect(await knopf.getAttribute('rel')).toBe('nofollow noreferrer');
    await knopf.click();
    await weg();
    expect(await seite.evaluate(() => document.referrer)).toBe('');
  });

  it('covers the page at once, says so, and stays covered while the other page is loading', async () => {
    const { knopf } = await oeffne(FRAUENHAUS, { stockt: true });
    await knopf.click();
    const decke = seite.getByRole('alert').filter({ hasText: /^Seite wird verlassen$/ });
    await decke.waitFor();
    expect(await seite.locator('h1').isVisible()).toBe(false);
    expect(await seite.locator('body').innerText()).not.toContain('Frauenhaus');
    const { width, height } = (await decke.boundingBox())!;
    expect({ width, height }).toEqual(seite.viewportSize());
  });

  it('takes the page out of the history of the tab: Back leads to what was there before', async () => {
    const { knopf, weg } = await oeffne('');
    await seite.goto(besuch.url + FRAUENHAUS);
    await knopf.click();
    await weg();
    await seite.goBack();
    await seite.waitForURL(besuch.url);
  });

  it('works by pressing Shift three times, shows each press and says how many are missing', async () => {
    const { ansage, an, weg } = await oeffne(FRAUENHAUS);
    expect(await an()).toBe(0);
    await shift();
    expect([await an(), await ansage.textContent()]).toEqual([1, 'Umschalt, noch 2-mal drücken']);
    await shift();
    expect([await an(), await ansage.textContent()]).toEqual([2, 'Umschalt, noch 1-mal drücken']);
    await shift();
    await weg();
  });

  it('forgets presses after five seconds without another, and says so', async () => {
    seite = await besuch.seite();
    await seite.clock.install();
    await seite.goto(besuch.url + FRAUENHAUS);
    const ansage = seite.locator('[data-ausstieg-status]');
    const vergeht = (ms: number) => seite.clock.fastForward(ms);
    await shift();
    await vergeht(4000);
    await shift();
    await vergeht(4000);
    expect(await ansage.textContent()).toBe('Umschalt, noch 1-mal drücken');
    await vergeht(1500);
    expect(await ansage.textContent()).toMatch(/abgelaufen/);
    expect(await seite.locator('[data-licht][data-an]').count()).toBe(0);
    await shift();
    expect(await ansage.textContent()).toBe('Umschalt, noch 2-mal drücken');
    expect(await seite.locator('.ausstieg-decke').count()).toBe(0);
  });

  it.each<[string, () => Promise<void>]>([
    [
      'another key between',
      async () => {
        await shift();
        await shift();
        await seite.keyboard.press('a');
        await shift();
      },
    ],
    [
      'capital letters',
      async () => {
        for (const taste of ['A', 'B', 'C', 'D']) await seite.keyboard.press(`Shift+${taste}`);
      },
    ],
    [
      'other shortcuts with Shift',
      async () => {
        for (let i = 0; i < 4; i++) await seite.keyboard.press('Control+Shift');
      },
    ],
    [
      'Shift held down',
      async () => {
        for (let i = 0; i < 6; i++) await seite.keyboard.down('Shift');
        await seite.keyboard.up('Shift');
        await seite.keyboard.press('Tab');
      },
    ],
    [
      'clicks with Shift',
      async () => {
        for (let i = 0; i < 3; i++) {
          await seite.keyboard.down('Shift');
          await seite.mouse.click(5, 400);
          await seite.keyboard.up('Shift');
        }
      },
    ],
  ])('is not opened by %s', async (_was, tun) => {
    const { an, bedeckt } = await oeffne(FRAUENHAUS);
    await tun();
    expect(await bedeckt()).toBe(0);
    expect(await an()).toBeLessThanOrEqual(1);
    expect(seite.url()).toBe(besuch.url + FRAUENHAUS);
  });

  // Chromium without a window keeps no page for „Back“, so the event that tells of one is sent by hand.
  it('uncovers a page that the browser had kept, and counts from the beginning', async () => {
    const { knopf, an, bedeckt } = await oeffne(FRAUENHAUS, { stockt: true });
    await knopf.click();
    expect(await bedeckt()).toBe(1);
    await seite.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    expect(await bedeckt()).toBe(0);
    expect(await seite.locator('h1').isVisible()).toBe(true);
    await shift();
    expect(await an()).toBe(1);
  });

  it('is reached first by keyboard, in a link that shows itself, and both links lead out', async () => {
    const { weg } = await oeffne(FRAUENHAUS);
    await seite.keyboard.press('Tab');
    await seite.keyboard.press('Tab');
    const sprung = seite.locator('a.sprung[data-ausstieg]');
    expect(await sprung.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await sprung.boundingBox())!.y).toBeGreaterThanOrEqual(0);
    await seite.keyboard.press('Tab');
    expect(
      await seite.evaluate(() => document.activeElement?.classList.contains('ausstieg-knopf')),
    ).toBe(true);
    await seite.keyboard.press('Shift+Tab');
    await seite.keyboard.press('Enter');
    await weg();
  });

  it('stays in view, is large enough for a thumb, and is not on paper', async () => {
    const { knopf } = await oeffne(FRAUENHAUS, { breite: 320 });
    await seite.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    const { y, width, height } = (await knopf.boundingBox())!;
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThan(120);
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    await seite.emulateMedia({ forcedColors: 'active' });
    expect(
      await knopf.evaluate((element) => parseFloat(getComputedStyle(element).borderTopWidth)),
    ).toBeGreaterThanOrEqual(1);
    await seite.emulateMedia({ forcedColors: null, media: 'print' });
    expect(await knopf.isVisible()).toBe(false);
  });

  it('speaks the language of the page and stands on its side', async () => {
    const { knopf, ansage } = await oeffne(pfadVon('ar', 'frauenhaus'));
    expect((await knopf.textContent())!.trim()).toBe('مغادرة الصفحة بسرعة');
    await shift();
    expect(await ansage.textContent()).toBe('Shift، اضغط مرتين أخريين');
    expect(await knopf.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  });

  it('is on every page about violence and on the search, and nowhere else', async () => {
    seite = await besuch.seite({ javaScript: false });
    const { pfade } = createKontext(katalog, 'de');
    const mit = [
      pfade.angebot('beratung-bei-gewalt'),
      pfade.wert('thema', 'gewaltschutz'),
      pfade.wert('angebotsart', 'schutzunterkunft'),
      pfade.wert('zielgruppe', 'gewaltbetroffene'),
      pfade.suche,
      pfade.verlassen,
    ];
    const ohne = [pfade.start, pfade.angebot('kleiderstube'), pfade.wert('thema', 'sprache')];
    for (const pfad of [...mit, ...ohne]) {
      await seite.goto(new URL(pfad, besuch.url).href);
      expect(await seite.locator('.ausstieg-knopf').count(), pfad).toBe(mit.includes(pfad) ? 1 : 0);
    }
  });

  it.each(['seite-verlassen/', 'ar/seite-verlassen/'])(
    'is explained on /%s, which the button leads to, with the numbers of the Kreis',
    async (pfad) => {
      await oeffne(pfadVon(pfad.startsWith('ar') ? 'ar' : 'de', 'frauenhaus'));
      await seite.locator('.ausstieg-frage').click();
      await seite.waitForURL(besuch.url + pfad);
      expect(await seite.title()).toBe('Wegweiser Musterkreis');
      await seite.locator('main a[href="tel:110"]').waitFor();
    },
  );
});

describe('what a browser keeps', () => {
  const geheim = [...new Set(Object.values(katalog.geschuetzt).flatMap((ids) => [...ids!]))];
  const sprachen = ['de', 'en', 'ar'];
  const html = listFiles(portal)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ pfad: relative(portal, file), text: readFileSync(file, 'utf8') }));

  it('no address holds the id of what is protected: not of a file, not in a link, not in a list', () => {
    expect(geheim).toEqual(expect.arrayContaining(['frauenhaus', 'gewaltschutz']));
    const enthaelt = (text: string) => geheim.find((id) => text.includes(id));
    expect(
      listFiles(portal)
        .map((file) => relative(portal, file))
        .filter(enthaelt),
    ).toEqual([]);
    const adressen = html.flatMap(({ pfad, text }) =>
      [...text.matchAll(/ (?:href|content|action|src)="(?!mailto:)([^"]*)"/g)].map(
        ([, adresse = '']) => ({ pfad, adresse }),
      ),
    );
    expect(adressen.length).toBeGreaterThan(5000);
    expect(adressen.filter(({ adresse }) => enthaelt(adresse))).toEqual([]);
  });

  it('no title and no preview of a protected page says what it is', () => {
    const titelseite = (sprache: string) =>
      html.find(({ pfad }) => pfad === `${sprache === 'de' ? '' : `${sprache}/`}index.html`)!.text;
    const kopf = (text: string) =>
      [
        ...text.matchAll(
          /<title[^>]*>([^<]*)|<meta (?:name="description"|property="og:(?:title|description)") content="([^"]*)"/g,
        ),
      ].map(([, titel, meta]) => titel ?? meta);
    for (const sprache of sprachen) {
      const { pfade } = createKontext(katalog, sprache);
      const geschuetzt = katalog.geschuetzt;
      const adressen = [
        ...[...geschuetzt['angebot']!].map(pfade.angebot),
        ...(['thema', 'angebotsart', 'zielgruppe'] as const).flatMap((art) =>
          [...geschuetzt[art]!].map((id) => pfade.wert(art, id)),
        ),
        pfade.verlassen,
      ].map((pfad) => `${pfad.replace('/integration/', '')}index.html`);
      expect(adressen.length).toBeGreaterThanOrEqual(7);
      for (const adresse of adressen)
        expect(kopf(html.find(({ pfad }) => pfad === adresse)!.text), adresse).toEqual(
          kopf(titelseite(sprache)),
        );
    }
  });

  /** Every address the tab ever had; browsers keep those, too, that were replaced at once. */
  const verlauf = () => {
    const adressen: string[] = [];
    seite.on('framenavigated', (frame) => adressen.push(decodeURIComponent(frame.url())));
    return adressen;
  };

  it('no address holds the words of a search in danger; Back, reload and another language keep them', async () => {
    seite = await besuch.seite();
    const adressen = verlauf();
    const s = suchseite(seite, `${besuch.url}suche/`);
    await seite.goto(besuch.url);
    await seite.getByRole('searchbox').fill('Frauenhaus');
    await seite.getByRole('searchbox').press('Enter');
    await s.fertig('Frauenhaus');
    await s.bereich('notruf').waitFor();
    await seite.reload();
    await s.fertig('Frauenhaus');
    expect(await s.feld.inputValue()).toBe('Frauenhaus');
    expect(await s.ids()).toContain('frauenhaus');
    await seite.locator('#angebot-frauenhaus .karte-titel a').click();
    await seite.waitForURL(besuch.url + FRAUENHAUS);
    await seite.goBack();
    await s.fertig('Frauenhaus');
    await seite.locator('.sprachwahl summary').click();
    await seite.getByRole('link', { name: 'English' }).click();
    await seite.waitForURL('**/en/suche/');
    await s.fertig('Frauenhaus');
    await expect.poll(() => adressen.length).toBeGreaterThan(5);
    expect(adressen.filter((adresse) => /frauenh/i.test(adresse))).toEqual([]);
    await seite.waitForURL(`${besuch.url}en/suche/`);
  });

  it('no address holds the beginning of such a word either, and a link with it is cleared', async () => {
    seite = await besuch.seite();
    const adressen = verlauf();
    const s = suchseite(seite, `${besuch.url}suche/`);
    await s.oeffne();
    await s.feld.pressSequentially('Gewalt');
    await s.fertig('Gewalt');
    expect(adressen.filter((adresse) => adresse.includes('G'))).toEqual([]);
    await seite.goto(`${besuch.url}suche/#q=bedroht&kommune=siegburg`);
    await s.fertig('bedroht');
    await seite.waitForURL(`${besuch.url}suche/`);
    expect(await s.bereich('gewaehlt').textContent()).toContain('Siegburg');
  });

  it.each([
    ['en/', 'my husband', ' beats me'],
    ['', 'mein Mann', ' schlägt mich'],
  ])(
    'no address of /%ssuche/ holds „%s“, however long somebody hesitates',
    async (sprache, anfang, ende) => {
      seite = await besuch.seite();
      const adressen = verlauf();
      await seite.clock.install();
      const s = suchseite(seite, `${besuch.url}${sprache}suche/`);
      await s.oeffne();
      await s.feld.pressSequentially(anfang);
      await s.fertig(anfang);
      await seite.clock.runFor(60_000);
      await s.feld.pressSequentially(ende);
      await s.fertig(anfang + ende);
      await s.feld.press('Enter');
      await s.bereich('notruf').waitFor();
      await seite.clock.runFor(60_000);
      expect(adressen.filter((adresse) => adresse.includes('q='))).toEqual([]);
    },
  );

  it('what is typed before the search is there stands in no address either until it is sent', async () => {
    seite = await besuch.seite();
    const adressen = verlauf();
    let los: () => void = () => undefined;
    const warte = new Promise<void>((done) => (los = done));
    await seite.route(/suche-tabelle\.json/, async (route) => {
      await warte;
      await route.continue();
    });
    await seite.goto(`${besuch.url}suche/`, { waitUntil: 'commit' });
    const s = suchseite(seite, `${besuch.url}suche/`);
    await s.feld.pressSequentially('Deutschkurs');
    los();
    await s.fertig('Deutschkurs');
    expect(adressen.filter((adresse) => adresse.includes('q='))).toEqual([]);
    await s.feld.press('Enter');
    await seite.waitForURL('**/suche/#q=Deutschkurs');
  });

  it.each<[was: string, tun: (s: ReturnType<typeof suchseite>) => Promise<unknown>]>([
    ['sends them', (s) => s.feld.press('Enter')],
    ['leaves the field', (s) => s.feld.press('Tab')],
    ['touches the page', () => seite.locator('h1').click()],
    ['opens what was found', (s) => s.bereich('treffer').locator('a').first().click()],
    ['chooses a filter', () => seite.getByRole('checkbox', { name: /^Frauen/ }).check()],
  ])(
    'harmless words stand in the address as soon as somebody %s; Back and reload keep them',
    async (_was, tun) => {
      seite = await besuch.seite({ breite: 1280 });
      const adressen = verlauf();
      const s = suchseite(seite, `${besuch.url}suche/`);
      await s.oeffne();
      await s.tippe('Deutschkurs');
      const mitWorten = () => adressen.filter((adresse) => adresse.includes('#q=Deutschkurs'));
      expect(mitWorten()).toEqual([]);
      await tun(s);
      await expect.poll(mitWorten).not.toEqual([]);
      if (!seite.url().includes('/suche/')) await seite.goBack();
      await seite.waitForURL('**/suche/#q=Deutschkurs*');
      await seite.reload();
      await s.fertig('Deutschkurs');
      expect(await s.feld.inputValue()).toBe('Deutschkurs');
    },
  );

  it('Back returns to words that were never sent', async () => {
    seite = await besuch.seite();
    const s = suchseite(seite, `${besuch.url}suche/`);
    await s.oeffne();
    await s.tippe('Deutschkurs');
    await seite.goto(besuch.url);
    await seite.goBack();
    await s.fertig('Deutschkurs');
    expect(await s.feld.inputValue()).toBe('Deutschkurs');
  });

  it('harmless words stand in the address once they are finished, to be shared', async () => {
    seite = await besuch.seite();
    const adressen = verlauf();
    const s = suchseite(seite, `${besuch.url}suche/`);
    await s.oeffne();
    await s.feld.pressSequentially('Deutschkurs');
    await s.feld.press('Enter');
    await seite.waitForURL('**/suche/#q=Deutschkurs');
    // The same one may be written again, with what the page notes of itself.
    expect(new Set(adressen.filter((adresse) => /#q=/.test(adresse)))).toEqual(
      new Set([seite.url()]),
    );
    // What nobody here understands may be a cry for help.
    await s.tippe('xyzzyq');
    await s.feld.press('Enter');
    await s.fertig('xyzzyq');
    await seite.waitForURL(`${besuch.url}suche/`);
  });

  it('a chosen topic that would tell too much stands in the address under a name that says nothing', async () => {
    seite = await besuch.seite({ breite: 1280 });
    const s = suchseite(seite, `${besuch.url}suche/`);
    await s.oeffne();
    await seite.getByRole('checkbox', { name: /^Schutz vor Gewalt/ }).check();
    await seite.waitForURL(/#thema=/);
    const { pfade } = createKontext(katalog, 'de');
    await seite.waitForURL(new URL(pfade.sucheMit({ thema: 'gewaltschutz' }), besuch.url).href);
    expect(seite.url()).not.toContain('gewalt');
    await seite.reload();
    await s.fertig('');
    expect(await seite.getByRole('checkbox', { name: /^Schutz vor Gewalt/ }).isChecked()).toBe(
      true,
    );
    expect(await s.ids()).toContain('frauenhaus');
  });
});
