import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sprachcodes } from '../../src/domain/portal.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { KARTEN_JE_SEITE } from '../../src/site/blaettern.ts';
import { toFacettenSeite } from '../../src/site/facetten.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { STICHTAG, WERKSTATT } from './lib/bauen.ts';
import { besuche, type Besuch } from './lib/browser.ts';

describe('without JavaScript', () => {
  let besuch: Besuch;
  beforeAll(async () => {
    besuch = await besuche('rhein-sieg');
  });
  afterAll(() => besuch.ende());

  it('every offer is at most three clicks from the start page', () => {
    const { katalog } = readKatalog('content', STICHTAG);
    const { pfade } = createKontext(katalog!, 'de');
    const [, ...andere] = sprachcodes(katalog!.portal);
    /** Where a page leads to in its own language. */
    const links = (pfad: string): string[] => {
      const html = readFileSync(join(WERKSTATT, 'rhein-sieg', pfad, 'index.html'), 'utf8');
      return [...html.matchAll(/<a [^>]*href="(\/(?:[^"#]*\/)?)(?:#[^"]*)?"/g)]
        .map(([, href]) => href!)
        .filter((href) => !andere.includes(href.split('/')[1]!));
    };
    let rand = new Set(['/']);
    const erreicht = new Set(rand);
    for (let klick = 1; klick <= 3; klick++) {
      const naechste = new Set([...rand].flatMap(links).filter((href) => !erreicht.has(href)));
      for (const href of naechste) erreicht.add(href);
      // A fourth click would start at an offer; nobody needs to look there.
      rand = new Set(
        [...naechste].filter((href) => !/^\/(angebote|anbieter)\/(?!seite\/)./.test(href)),
      );
    }
    const fehlende = [...katalog!.angebote.keys()].filter((id) => !erreicht.has(pfade.angebot(id)));
    expect(fehlende).toEqual([]);
  });

  it('leads from the start page over a topic to an offer and its phone number', async () => {
    const seite = await besuch.seite({ javaScript: false });
    await seite.goto(besuch.url);
    await seite.getByRole('link', { name: 'Gesundheit 10 Angebote' }).click();
    await seite
      .getByRole('link', { name: /Familien- und Erziehungsberatungsstelle Siegburg/ })
      .click();
    await seite.getByRole('heading', { level: 1, name: /Siegburg/ }).waitFor();
    await seite.context().close();
  });

  it.each([
    ['', 'Nächste Seite', 'Vorige Seite'],
    ['ar/', 'الصفحة التالية', 'الصفحة السابقة'],
  ])('turns the pages of a long list in /%s, forth and back', async (wurzel, weiter, zurueck) => {
    const seite = await besuch.seite({ javaScript: false });
    await seite.goto(`${besuch.url}${wurzel}zielgruppen/gefluechtete/`);
    const erste = seite.url();
    const titel = new Set<string>();
    const angebote: string[] = [];
    for (;;) {
      titel.add(await seite.title());
      const links = seite.locator('.karte-titel a');
      angebote.push(
        ...(await links.evaluateAll((alle) => alle.map((link) => link.getAttribute('href')!))),
      );
      const ueberbreit = await seite.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(ueberbreit).toBeLessThanOrEqual(0);
      const naechste = seite.getByRole('link', { name: weiter });
      if ((await naechste.count()) === 0) break;
      await naechste.click();
      await seite.waitForURL(`**/gefluechtete/seite/${titel.size + 1}/`);
    }
    const { katalog } = readKatalog('content', STICHTAG);
    const kontext = createKontext(katalog!, wurzel ? 'ar' : 'de');
    const { anzahl } = toFacettenSeite(kontext, 'zielgruppe', 'gefluechtete');
    expect(new Set(angebote).size).toBe(anzahl);
    expect(angebote).toHaveLength(anzahl);
    expect(titel.size).toBe(Math.ceil(anzahl / KARTEN_JE_SEITE));
    expect(titel.size).toBeGreaterThan(1);

    const hier = seite.getByRole('link', { name: String(titel.size), exact: true });
    expect(await hier.getAttribute('aria-current')).toBe('page');
    for (let nr = titel.size - 1; nr > 0; nr--) {
      await seite.getByRole('link', { name: zurueck }).click();
      await seite.waitForURL(nr === 1 ? erste : `**/gefluechtete/seite/${nr}/`);
    }
    await seite.context().close();
  });

  it('chooses the municipality on the drawn map', async () => {
    const seite = await besuch.seite({ javaScript: false });
    await seite.goto(besuch.url);
    await seite.locator('svg a[aria-label^="Troisdorf"] text').click();
    await seite.waitForURL('**/kommunen/troisdorf/');
    const ueberschriften = await seite.getByRole('heading', { level: 2 }).allTextContents();
    expect(ueberschriften.slice(0, 2)).toEqual([
      'In Troisdorf',
      'Für den ganzen Kreis oder mehrere Orte',
    ]);
    await seite.context().close();
  });

  it('leads professionals from a municipality to its offices and their numbers, on paper as well', async () => {
    const seite = await besuch.seite({ javaScript: false });
    await seite.goto(`${besuch.url}kommunen/troisdorf/`);
    await seite.getByRole('link', { name: 'Ansprechstellen in Troisdorf' }).click();
    await seite.waitForURL('**/kontakte/troisdorf/');
    const amt = seite.locator('li', { hasText: 'Ausländerbehörde der Stadt Troisdorf' });
    expect(await amt.locator('a[href^="tel:"]').getAttribute('href')).toBe('tel:+4922419000');
    expect(await amt.getByText('lange nicht geprüft').isVisible()).toBe(true);
    expect(await seite.getByRole('link', { name: 'Jugendamt melden' }).isVisible()).toBe(true);
    await seite.emulateMedia({ media: 'print' });
    expect(await amt.locator('a[href^="tel:"]').isVisible()).toBe(true);
    expect(await seite.getByRole('link', { name: 'Jugendamt melden' }).isVisible()).toBe(false);
    await seite.context().close();
  });

  it('offers topics, places and the full list on the search page', async () => {
    const seite = await besuch.seite({ javaScript: false });
    await seite.goto(`${besuch.url}suche/`);
    for (const ziel of ['/themen/', '/kommunen/', '/angebote/']) {
      await expect(
        seite.locator(`main a[href^="${ziel}"]:visible`).count(),
        ziel,
      ).resolves.toBeGreaterThan(0);
    }
    // Nothing that would not answer.
    expect(await seite.locator('#suchfeld').isHidden()).toBe(true);
    expect(await seite.locator('main button:visible, main select:visible').count()).toBe(0);
    await seite.context().close();
  });
});
