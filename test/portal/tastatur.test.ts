/** Everything by keyboard alone: at each stop the focus is to be seen and not covered, and it is never caught or lost. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { besuche, type Besuch } from './lib/browser.ts';
import { suchseite } from './lib/suchseite.ts';
import { type Besucher, ohneMaus } from './lib/tastatur.ts';

const FRAUENHAUS = `angebote/${kurzcode('frauenhaus')}/`;
const LISTE = `merk=${['jugendtreff', 'fahrdienst', 'kleiderstube'].map(kurzcode).join(',')}`;

let besuch: Besuch;
let seite: Page;
let tasten: Besucher;
beforeAll(async () => {
  besuch = await besuche('musterkreis', '/integration/', {
    // Where the way out leads.
    erwartet: [/^Foreign: https:\/\/www\.wetter\.example\//],
  });
  seite = await besuch.seite();
  await seite.emulateMedia({ reducedMotion: 'reduce' });
  tasten = ohneMaus(seite);
});
afterAll(() => besuch.ende());

/** Opens a page anew, and waits for what its script brings. */
async function oeffne(pfad: string) {
  await seite.goto('about:blank');
  await seite.goto(besuch.url + pfad, { waitUntil: 'load' });
  await seite.locator('[data-suche]:not([data-fertig])').waitFor({ state: 'detached' });
}
const hatFokus = (auswahl: string) =>
  seite.evaluate((auswahl) => document.activeElement?.matches(auswahl), auswahl);

describe('a tour with Tab reaches everything in order and comes round', () => {
  it.each([
    '',
    'ar/',
    'ar/kommunen/',
    'angebote/migrationsberatung/',
    `ar/${FRAUENHAUS}`,
    'suche/',
    `merkliste/#${LISTE}`,
    `zettel/${kurzcode('deutschkurs-frauen')}/`,
  ])('/%s', async (pfad) => {
    await oeffne(pfad);
    if (pfad.startsWith('merkliste')) await seite.locator('.merk-liste > li').nth(2).waitFor();
    expect(await tasten.rundgang()).toBeGreaterThan(15);
  });

  it('in a window of 400 %, where the way out is always in view', async () => {
    await seite.setViewportSize({ width: 320, height: 256 });
    await oeffne(FRAUENHAUS);
    expect(await tasten.rundgang()).toBeGreaterThan(15);
    await seite.setViewportSize({ width: 360, height: 780 });
  });
});

it('the first stop of a page leads over its head to its content', async () => {
  await oeffne('');
  await tasten.druecke('Tab');
  expect(await hatFokus('a.sprung')).toBe(true);
  await tasten.druecke('Enter', 'Tab');
  expect(await hatFokus('main *')).toBe(true);
});

it('a search: suggestions, filters, chips, more results, an offer', async () => {
  await oeffne('suche/');
  const s = suchseite(seite, `${besuch.url}suche/`);
  await tasten.geheZu(s.feld);
  await seite.keyboard.type('Deutsch');
  await s.fertig('Deutsch');
  await s.vorschlaege.waitFor();
  await tasten.druecke('ArrowDown', 'ArrowDown', 'Escape');
  await s.vorschlaege.waitFor({ state: 'hidden' });
  expect(await s.feld.inputValue()).toBe('Deutsch');
  await seite.keyboard.press('ControlOrMeta+a');
  await seite.keyboard.press('Delete');
  await s.fertig('');

  await tasten.geheZu(s.bereich('filter-titel'));
  await tasten.druecke('Enter');
  await tasten.geheZu(seite.getByRole('checkbox', { name: /^Frauen/ }));
  await tasten.druecke('Space');
  const chip = seite.getByRole('button', { name: /^Filter entfernen: .*Frauen/ });
  await chip.waitFor();
  await expect.poll(() => hatFokus('[type=checkbox]')).toBe(true);
  await tasten.geheZu(chip);
  await tasten.druecke('Enter');
  await chip.waitFor({ state: 'detached' });
  await expect.poll(() => hatFokus('[data-bereich=status]')).toBe(true);

  const anzahl = await seite.locator('#treffer > .karte').count();
  await tasten.geheZu(s.bereich('mehr'));
  await tasten.druecke('Enter');
  await seite.locator('#treffer > .karte').nth(anzahl).waitFor();
  const naechster = seite.locator('#treffer > .karte').nth(anzahl).getByRole('link').first();
  await expect.poll(() => naechster.evaluate((link) => link === document.activeElement)).toBe(true);
  const ziel = await naechster.getAttribute('href');
  await seite.keyboard.press('Enter');
  await seite.waitForURL(`**${ziel}`);
});

it('the map: in, to an offer of a place, back to its marker with Escape, and out', async () => {
  await oeffne('suche/');
  await tasten.geheZu(seite.getByRole('button', { name: 'Karte anzeigen' }));
  await tasten.druecke('Enter');
  const marke = seite.locator('.landkarte-marke').first();
  await marke.waitFor();
  await tasten.geheZu(marke);
  await tasten.druecke('Enter');
  await seite.locator('.landkarte-liste a').first().waitFor();
  await tasten.druecke('Tab');
  await expect.poll(() => hatFokus('.leaflet-popup *')).toBe(true);
  await tasten.druecke('Escape');
  await seite.locator('.landkarte-liste').waitFor({ state: 'detached' });
  await expect
    .poll(() => marke.evaluate((element) => element === document.activeElement))
    .toBe(true);
  await tasten.geheZu(seite.locator('.leaflet-control-zoom-in'));
  await tasten.geheZu(seite.locator('#treffer a').first());
});

it('a list: put on it, moved, noted, taken off, put back, handed on', async () => {
  await oeffne('angebote/jugendtreff/');
  const merken = seite.locator('[data-merken=jugendtreff]');
  await tasten.geheZu(merken);
  await tasten.druecke('Space');
  await seite.locator('[data-merken=jugendtreff][aria-pressed=true]').waitFor();

  await oeffne(`merkliste/#${LISTE}`);
  const eintrag = (name: RegExp) =>
    seite.locator('.merk-liste > li', { has: seite.getByRole('link', { name }) });
  const jugend = eintrag(/Jugendtreff/);
  await jugend.waitFor();
  await tasten.geheZu(jugend.getByRole('textbox'));
  await seite.keyboard.type('Montag');
  await tasten.geheZu(jugend.getByRole('button', { name: /^Nach unten/ }));
  await tasten.druecke('Enter');
  await seite.getByText('jetzt an Stelle 2 von 3').waitFor({ state: 'attached' });
  await tasten.druecke('Enter');
  await seite.getByText('jetzt an Stelle 3 von 3').waitFor({ state: 'attached' });
  // There is no further down; the focus is on the way up.
  await expect.poll(() => hatFokus('[aria-label^="Nach oben"]')).toBe(true);
  await tasten.geheZu(jugend.getByRole('button', { name: /^Entfernen/ }));
  await tasten.druecke('Enter');
  await seite.locator('.merk-entfernt').waitFor();
  await expect.poll(() => hatFokus('.merk-entfernt button')).toBe(true);
  await tasten.druecke('Enter');
  await jugend.waitFor();
  await expect.poll(() => hatFokus('.merk-griffe button')).toBe(true);
  await tasten.geheZu(seite.getByRole('button', { name: 'QR-Code zeigen' }));
  await tasten.druecke('Enter');
  await seite.locator('.merk-qr').waitFor();
});

it('a hand-out: its paper, its size, and the printer', async () => {
  await seite.addInitScript(() => {
    globalThis.print = () => document.documentElement.setAttribute('data-gedruckt', '');
  });
  await oeffne(`ar/zettel/${kurzcode('deutschkurs-frauen')}/`);
  await tasten.geheZu(seite.locator('#zettel-a4'));
  await tasten.druecke('ArrowDown');
  expect(await seite.locator('#zettel-a5').isChecked()).toBe(true);
  await tasten.geheZu(seite.locator('#zettel-gross'));
  await tasten.druecke('Space');
  expect(await seite.locator('#zettel-gross').isChecked()).toBe(true);
  await tasten.geheZu(seite.locator('[data-drucken]'));
  await tasten.druecke('Enter');
  await seite.locator('[data-gedruckt]').waitFor();
});

it('another language', async () => {
  await oeffne('ar/kommunen/');
  await tasten.geheZu(seite.locator('.sprachwahl summary'));
  await tasten.druecke('Enter');
  await tasten.geheZu(seite.getByRole('link', { name: 'English' }));
  await seite.keyboard.press('Enter');
  await seite.waitForURL('**/en/kommunen/');
});

it('the way out, from wherever the focus is', async () => {
  await seite.route('https://www.wetter.example/**', (route) => route.fulfill({ body: 'Wetter' }));
  await oeffne(FRAUENHAUS);
  await tasten.geheZu(seite.locator('main a').first());
  for (let i = 0; i < 3; i++) await seite.keyboard.press('Shift');
  await seite.waitForURL('https://www.wetter.example/');
});
