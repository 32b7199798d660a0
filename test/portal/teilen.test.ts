/** Passing an offer on, and lists of offers on other websites, in the real browser. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPfade } from '../../scripts/lib/dateiliste.ts';
import { pruefeAusgabe } from '../../scripts/lib/bau/pruefe-ausgabe.ts';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { farbenIn, verstoesse } from './lib/axe.ts';
import { STICHTAG, WERKSTATT } from './lib/bauen.ts';
import { besuche, type Besuch } from './lib/browser.ts';
import { liesQr } from './lib/qr.ts';

const FRAUENCAFE = `a/${kurzcode('frauencafe')}/`;
/** Pages about violence have addresses that say nothing. */
const FRAUENHAUS = `angebote/${kurzcode('frauenhaus')}/`;
const PORTAL = 'https://muster.example/integration/';

let besuch: Besuch;
beforeAll(async () => {
  besuch = await besuche('musterkreis', '/integration/');
});
afterAll(() => besuch.ende());

/** Opens the part of an offer's page that passes it on. */
async function oeffne(seite: Page, pfad: string): Promise<void> {
  await seite.goto(besuch.url + pfad);
  await seite.locator('.teilen > summary').click();
}

describe('passing an offer on', () => {
  it('copies the whole short address, by keyboard, and says so', async () => {
    const seite = await besuch.seite();
    await seite.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await oeffne(seite, 'ar/angebote/frauencafe/');
    const knopf = seite.locator('.teilen [data-kopieren]');
    await knopf.focus();
    await seite.keyboard.press('Enter');
    await seite.locator('.teilen [role=status]:not(:empty)').waitFor();
    expect(await seite.evaluate(() => navigator.clipboard.readText())).toBe(
      `${PORTAL}ar/${FRAUENCAFE}`,
    );
    await seite.context().close();
  });

  it('marks the address where the clipboard is refused, without the gap that is shown', async () => {
    const seite = await besuch.seite();
    await seite.addInitScript(() =>
      Object.defineProperty(navigator, 'clipboard', { value: undefined }),
    );
    await oeffne(seite, 'angebote/frauencafe/');
    await seite.locator('.teilen [data-kopieren]').click();
    await seite.locator('.teilen [role=status]', { hasText: 'markiert' }).waitFor();
    expect(await seite.evaluate(() => String(getSelection()))).toBe(PORTAL + FRAUENCAFE);
    await seite.context().close();
  });

  it('shows a QR code that a camera reads, loaded only when somebody wants to see it', async () => {
    const seite = await besuch.seite();
    const bilder: string[] = [];
    seite.on('request', (request) => bilder.push(request.url()));
    await oeffne(seite, 'ar/angebote/frauencafe/');
    await seite.waitForLoadState('networkidle');
    expect(bilder.filter((url) => url.endsWith('.svg') && !url.endsWith('favicon.svg'))).toEqual(
      [],
    );
    await seite.locator('.teilen details summary').click();
    const bild = seite.locator('.teilen img');
    await bild.scrollIntoViewIfNeeded();
    await expect
      .poll(() => bild.evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBeGreaterThan(0);
    expect(await liesQr(seite, await bild.screenshot())).toBe(`${PORTAL}ar/${FRAUENCAFE}`);
    await seite.context().close();
  });

  it('hands name, line and address to the menu of the device, where there is one', async () => {
    const ohne = await besuch.seite();
    await oeffne(ohne, 'angebote/frauencafe/');
    expect(await ohne.locator('[data-teilen]').isHidden()).toBe(true);
    await ohne.context().close();

    const seite = await besuch.seite();
    await seite.addInitScript(() => {
      Object.defineProperty(navigator, 'share', {
        value: async (was: unknown) => {
          document.title = JSON.stringify(was);
          throw new DOMException('closed', 'AbortError');
        },
      });
    });
    const fehler: string[] = [];
    seite.on('pageerror', (error) => fehler.push(error.message));
    await oeffne(seite, 'angebote/frauencafe/');
    await seite.locator('[data-teilen]').click();
    await seite.waitForFunction(() => document.title.startsWith('{'));
    expect(JSON.parse(await seite.title())).toEqual({
      title: 'Frauencafé „Komm rein“',
      text: 'Frauencafé „Komm rein“\nKaffee, Tee und Gespräche.',
      url: PORTAL + FRAUENCAFE,
    });
    expect(fehler).toEqual([]);
    await seite.context().close();
  });

  it('works without JavaScript, and shows no button that would not answer', async () => {
    const seite = await besuch.seite({ javaScript: false, breite: 320 });
    for (const pfad of ['angebote/deutschkurs-frauen/', 'ar/angebote/deutschkurs-frauen/']) {
      await oeffne(seite, pfad);
      expect(await seite.locator('main button:visible').count()).toBe(0);
      for (const anfang of ['sms:', 'mailto:?', 'https://wa.me/', 'https://t.me/'])
        expect(await seite.locator(`.teilen a[href^="${anfang}"]`).isVisible(), anfang).toBe(true);
      await seite.locator('.teilen details summary').click();
      await seite.locator('.teilen img').waitFor();
    }
    await seite.context().close();
  });

  it('asks nobody else before a tap; foreign services do not learn where it came from', async () => {
    const seite = await besuch.seite();
    const fremde: string[] = [];
    seite.on('request', (request) => {
      if (!request.url().startsWith(besuch.url)) fremde.push(request.url());
    });
    await oeffne(seite, 'angebote/frauencafe/');
    await seite.locator('.teilen details summary').click();
    await seite.waitForLoadState('networkidle');
    expect(fremde).toEqual([]);
    const rel = await seite
      .locator('.teilen a[href^="https:"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('rel')));
    expect(rel).toEqual(['noreferrer', 'noreferrer']);
    await seite.context().close();
  });

  it('warns first where a message could betray somebody', async () => {
    const seite = await besuch.seite();
    await oeffne(seite, FRAUENHAUS);
    const warnung = (await seite.locator('.teilen .hinweis-stark').boundingBox())!;
    expect(warnung.y).toBeLessThan((await seite.locator('#kurzadresse').boundingBox())!.y);
    await seite.context().close();
  });

  it.each([FRAUENHAUS, 'ar/angebote/frauencafe/'])(
    '/%s passes axe with everything open, and fits 320 px',
    async (pfad) => {
      const seite = await besuch.seite({ breite: 320 });
      await seite.addInitScript(() =>
        Object.defineProperty(navigator, 'share', { value: async () => undefined }),
      );
      await oeffne(seite, pfad);
      await seite.locator('.teilen details summary').click();
      expect(await seite.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      );
      expect(await verstoesse(seite, farbenIn(pfad))).toEqual([]);
      await seite.context().close();
    },
  );

  it('copies the address of a search with everything that was chosen', async () => {
    const seite = await besuch.seite();
    await seite.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await seite.goto(`${besuch.url}suche/#q=Deutsch&kommune=musterstadt`);
    await seite.locator('[data-fertig]').waitFor();
    await seite.getByRole('button', { name: 'Adresse dieser Suche kopieren' }).click();
    await seite.locator('[data-kopiert]:not(:empty)').waitFor();
    expect(await seite.evaluate(() => navigator.clipboard.readText())).toBe(
      `${besuch.url}suche/#q=Deutsch&kommune=musterstadt`,
    );
    await seite.context().close();
  });
});

describe('a short address typed by hand', () => {
  it('leads to its offer in spite of capitals and a gap', async () => {
    const seite = await besuch.seite();
    const code = kurzcode('frauencafe').toUpperCase();
    await seite.goto(`${besuch.url}AR/A/${code.slice(0, 3)} ${code.slice(3)}`);
    await seite.waitForURL(`${besuch.url}ar/angebote/frauencafe/`);
    await seite.context().close();
  });

  it('that no offer has is explained in every language, with a way to the search', async () => {
    const seite = await besuch.seite();
    await seite.goto(`${besuch.url}A/BCDFGH`);
    await seite.waitForURL(`${besuch.url}a/bcdfgh/`);
    for (const sprache of ['de', 'en', 'ar'])
      expect(
        await seite.locator(`main :lang(${sprache})`, { hasText: '/a/' }).first().isVisible(),
      ).toBe(true);
    expect(await seite.locator('main a[href="/integration/suche/"]').isVisible()).toBe(true);
    await seite.context().close();
  });
});

describe('lists on other websites', () => {
  let fremd: Server;
  let schnipsel: string;
  beforeAll(async () => {
    // The snippet as the portal gives it, but for the server, which is none in a test.
    const seite = await besuch.seite();
    await seite.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await seite.goto(`${besuch.url}ar/einbetten/`);
    const eintrag = seite.locator('.schnipsel', { hasText: 'Probeburg' }).first();
    await eintrag.locator('summary').click();
    await eintrag.getByRole('button', { name: 'Code kopieren' }).click();
    await eintrag.locator('[data-kopiert]:not(:empty)').waitFor();
    schnipsel = (await seite.evaluate(() => navigator.clipboard.readText())).replace(
      PORTAL,
      besuch.url,
    );
    await seite.context().close();
    fremd = createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><html lang="de"><title>Verein</title><h1>Verein</h1>${schnipsel}`,
      );
    });
    await new Promise<void>((done) => fremd.listen(0, '127.0.0.1', done));
  });
  afterAll(() => new Promise((done) => fremd.close(done)));

  it.each([true, false])(
    'show there at 320 px, with JavaScript: %s; a tap opens the portal in the whole window',
    async (javaScript) => {
      const seite = await besuch.seite({ breite: 320, javaScript });
      const anfragen: string[] = [];
      seite.on('request', (request) => anfragen.push(request.url()));
      // localhost and 127.0.0.1 are two origins.
      const verein = `http://127.0.0.1:${(fremd.address() as AddressInfo).port}/`;
      await seite.goto(verein);
      const rahmen = seite.frameLocator('iframe');
      const link = rahmen.getByRole('link', { name: 'Offener Jugendtreff im Rathauskeller' });
      await link.waitFor();
      await seite.waitForLoadState('networkidle');
      expect(await rahmen.locator('html').getAttribute('dir')).toBe('rtl');
      expect(anfragen.filter((url) => url.startsWith(besuch.url)).sort()).toEqual([
        `${besuch.url}ar/einbetten/kommunen/probeburg/`,
        `${besuch.url}einbetten.css`,
      ]);
      expect(
        anfragen.filter((url) => !url.startsWith(besuch.url) && !url.startsWith(verein)),
      ).toEqual([]);
      expect(await rahmen.locator('script').count()).toBe(0);
      if (javaScript)
        expect(
          await rahmen.locator('html').evaluate((html) => html.scrollWidth <= innerWidth),
        ).toBe(true);
      expect(await seite.context().cookies()).toEqual([]);
      await link.click();
      await seite.waitForURL(`${besuch.url}ar/angebote/jugendtreff/`);
      await seite.context().close();
    },
  );

  it.each([
    `ar/einbetten/themen/${kurzcode('thema-gewaltschutz')}/`,
    'einbetten/',
    'ar/einbetten/',
  ])('/%s passes axe, and fits 320 px', async (pfad) => {
    const seite = await besuch.seite({ breite: 320 });
    expect((await seite.goto(besuch.url + pfad))!.status()).toBe(200);
    const auf = seite.locator('.schnipsel summary').first();
    if ((await auf.count()) > 0) await auf.click();
    expect(await seite.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    expect(await verstoesse(seite, farbenIn(pfad))).toEqual([]);
    await seite.context().close();
  });

  it('a German title begins where lines begin on the right', async () => {
    const seite = await besuch.seite({ breite: 320 });
    await seite.goto(`${besuch.url}ar/einbetten/kommunen/probeburg/`);
    const titel = seite.getByRole('link', { name: 'Offener Jugendtreff im Rathauskeller' });
    expect(await titel.evaluate((element) => getComputedStyle(element).textAlign)).toBe('right');
    await seite.context().close();
  });

  it('are not published where one is missing or belongs to nobody', async () => {
    const ordner = join(WERKSTATT, 'musterkreis-einbetten');
    rmSync(ordner, { recursive: true, force: true });
    cpSync(join(WERKSTATT, 'musterkreis'), ordner, {
      recursive: true,
      filter: (datei) => !/\.(gz|br)$/.test(datei),
    });
    const liste = join(ordner, 'en/einbetten/anbieter/beispielverein');
    const fremde = join(ordner, 'einbetten/themen/gibt-es-nicht/index.html');
    mkdirSync(dirname(fremde), { recursive: true });
    writeFileSync(fremde, readFileSync(join(liste, 'index.html')));
    rmSync(liste, { recursive: true });
    const { katalog } = readKatalog('test/fixtures/musterkreis', STICHTAG);
    expect(await pruefeAusgabe({ ordner }, katalog!, listPfade(ordner))).toEqual(
      expect.arrayContaining([
        'Die Seite /en/einbetten/anbieter/beispielverein/ wurde nicht gebaut.',
        'Die Seite /einbetten/themen/gibt-es-nicht/ gehört zu keinem Eintrag.',
      ]),
    );
    rmSync(ordner, { recursive: true });
  });
});
