/** What opens on a page, in German and Arabic: the same demands as on pages as they open. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { besucheEng, maengel } from './lib/anblick.ts';
import { besuche, type Besuch } from './lib/browser.ts';
import { suchseite, type Suchseite } from './lib/suchseite.ts';

const LISTE = `merk=${['jugendtreff', 'fahrdienst', 'frauenhaus'].map(kurzcode).join(',')}~Notiz`;

describe.each([
  {
    sprache: 'de',
    ordner: '',
    worte: { vorschlag: 'Deutsch', gefahr: 'mein Mann schlägt mich', teils: 'Kleidung Arabisch' },
  },
  {
    sprache: 'ar',
    ordner: 'ar/',
    worte: { vorschlag: 'Deutsch', gefahr: 'زوجي يضربني', teils: 'Kleidung arabisch' },
  },
])('in $sprache', ({ sprache, ordner, worte }) => {
  let besuch: Besuch;
  let seite: Page;
  let s: Suchseite;
  beforeAll(async () => {
    besuch = await besuche('musterkreis', '/integration/', {
      erwartet: [/^Foreign: https:\/\/www\.wetter\.example\/$/],
    });
    seite = await besucheEng(besuch);
    s = suchseite(seite, `${besuch.url}${ordner}suche/`);
  });
  afterAll(() => besuch.ende());
  beforeEach(() => seite.goto('about:blank'));

  const oeffne = (pfad: string) => seite.goto(besuch.url + ordner + pfad, { waitUntil: 'load' });
  const istFuerAlle = async (optionen?: { verdeckt: boolean }) =>
    expect(await maengel(seite, sprache === 'de', optionen)).toEqual([]);

  it('suggestions, one of them chosen', async () => {
    await s.oeffne();
    await s.tippe(worte.vorschlag);
    await s.feld.press('ArrowDown');
    await istFuerAlle({ verdeckt: true });
    expect(await s.vorschlaege.getByRole('option', { selected: true }).isVisible()).toBe(true);
  });

  it('all filters, some of them chosen, and a place that is not known', async () => {
    await s.oeffne('thema=sprache&nahe=Xyz');
    await s.bereich('filter-titel').press('Enter');
    await s.bereich('weitere').locator('summary').press('Enter');
    await s.bereich('gewaehlt').waitFor();
    await s.bereich('nahe').waitFor();
    await istFuerAlle();
  });

  it('the map with the offers of a place', async () => {
    await s.oeffne('ansicht=karte');
    await seite.locator('.landkarte-marke').first().press('Enter');
    await seite.locator('.landkarte-liste a').first().waitFor();
    await istFuerAlle({ verdeckt: true });
  });

  it('the numbers for danger', async () => {
    await s.oeffne();
    await s.suche(worte.gefahr);
    await s.bereich('notruf').waitFor();
    await istFuerAlle();
  });

  it('nothing found', async () => {
    await s.oeffne();
    await s.suche('asdfgh');
    await s.bereich('leer').waitFor();
    await istFuerAlle();
  });

  it('offers that fit in part', async () => {
    await s.oeffne();
    await s.suche(worte.teils);
    await seite.locator('#treffer .trenner').waitFor();
    await seite.locator('#treffer .passung').first().waitFor();
    await istFuerAlle();
  });

  it('a word that was taken for another, and one left out', async () => {
    await s.oeffne();
    await s.suche('Deutschkrus blubberquatsch');
    await s.bereich('deutung').waitFor();
    await istFuerAlle();
  });

  it('a search that is disturbed', async () => {
    await seite.route(/suche-teile\/w/, (route) => route.abort());
    await s.oeffne('q=Deutschkurs');
    await s.bereich('stoerung').waitFor();
    await istFuerAlle();
    await seite.unroute(/suche-teile\/w/);
  });

  it('the choice of languages', async () => {
    await oeffne('');
    await seite.locator('.sprachwahl summary').press('Enter');
    await seite.locator('.sprachen').waitFor();
    await istFuerAlle({ verdeckt: true });
  });

  it('everything that unfolds on an offer', async () => {
    await oeffne('angebote/migrationsberatung/');
    await seite
      .locator('main details')
      .evaluateAll((alle) => alle.forEach((eines) => eines.setAttribute('open', '')));
    await istFuerAlle();
  });

  it('a list with a note, and the way back to what was just taken off', async () => {
    await oeffne(`merkliste/#${LISTE}`);
    await seite.locator('.merk-liste > .karte').nth(2).waitFor();
    await seite.locator('.merk-griffe button').nth(2).press('Enter');
    await seite.locator('.merk-entfernt').waitFor();
    await istFuerAlle();
  });

  it('a hand-out in large print', async () => {
    await oeffne(`zettel/#${LISTE}`);
    await seite.locator('article.zettel').first().waitFor();
    await seite.locator('#zettel-gross').check();
    await istFuerAlle();
  });

  it('the sheet that covers a page while it is left', async () => {
    await seite.route('https://www.wetter.example/**', (route) => route.fulfill({ status: 204 }));
    await oeffne(`angebote/${kurzcode('frauenhaus')}/`);
    for (let i = 0; i < 3; i++) await seite.keyboard.press('Shift');
    await seite.locator('.ausstieg-decke').waitFor();
    await istFuerAlle();
  });
});
