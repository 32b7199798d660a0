import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ANGEBOTE } from './lib/bestand.ts';
import { besuche, type Besuch } from './lib/browser.ts';
import { suchseite, type Suchseite } from './lib/suchseite.ts';

let besuch: Besuch;
let s: Suchseite;
beforeAll(async () => {
  besuch = await besuche('rhein-sieg');
  s = suchseite(await besuch.seite(), `${besuch.url}suche/`);
});
afterAll(() => besuch.ende());
beforeEach(() => s.oeffne());

const THEMA = 'Wohnen und Alltag';
const chip = () => s.bereich('gewaehlt').getByRole('button', { name: new RegExp(THEMA) });
const aktiv = () => s.feld.getAttribute('aria-activedescendant');
const gewaehlt = () =>
  s.vorschlaege
    .getByRole('option')
    .evaluateAll((alle) =>
      alle.flatMap((eine) => (eine.getAttribute('aria-selected') === 'true' ? [eine.id] : [])),
    );
/** Types as a person does, until suggestions are there. */
const tippen = async (text: string) => {
  await s.feld.pressSequentially(text);
  await s.fertig(text);
  await s.vorschlaege.waitFor();
  expect(await s.feld.getAttribute('aria-expanded')).toBe('true');
};
const geschlossen = async () => {
  await s.vorschlaege.waitFor({ state: 'hidden' });
  expect(await s.feld.getAttribute('aria-expanded')).toBe('false');
  expect(await aktiv()).toBeNull();
};
const zeigtNurThema = async () => {
  await chip().waitFor();
  await s.seite.waitForURL(({ hash }) => hash === '#thema=wohnen');
  expect(await s.feld.inputValue()).toBe('');
  await geschlossen();
  const zahl = await s.seite
    .locator('.filter label', { has: s.seite.locator('input[name=thema][value=wohnen]') })
    .locator('.zahl')
    .textContent();
  expect(await s.status()).toBe(`${zahl} Angebote`);
  expect(Number(zahl)).toBeLessThan(ANGEBOTE);
};

it('name a topic, a place and offers; the arrow keys go round, Enter takes the topic', async () => {
  await geschlossen();
  await tippen('Wohn');
  const optionen = s.vorschlaege.getByRole('option');
  expect(await optionen.first().textContent()).toBe(`${THEMA} Thema`);
  expect(await optionen.count()).toBeGreaterThan(3);
  expect(await s.bereich('vorschlaege-status').textContent()).toBe(
    `${await optionen.count()} Vorschläge, mit den Pfeiltasten wählbar`,
  );
  expect(await aktiv()).toBeNull();
  const letzte = `vorschlag-${(await optionen.count()) - 1}`;
  for (const [taste, id] of [
    ['ArrowDown', 'vorschlag-0'],
    ['ArrowDown', 'vorschlag-1'],
    ['ArrowUp', 'vorschlag-0'],
    ['ArrowUp', null],
    ['ArrowUp', letzte],
    ['ArrowDown', null],
    ['ArrowDown', 'vorschlag-0'],
  ] as const) {
    await s.seite.keyboard.press(taste);
    expect(await aktiv()).toBe(id);
    expect(await gewaehlt()).toEqual(id ? [id] : []);
  }
  // The focus stays in the field.
  expect(await s.feld.evaluate((feld) => feld === document.activeElement)).toBe(true);
  await s.seite.keyboard.press('Enter');
  await zeigtNurThema();
});

it('can be clicked', async () => {
  await tippen('Wohn');
  await s.vorschlaege.getByText(THEMA, { exact: true }).click();
  await zeigtNurThema();
});

it('lead to an offer', async () => {
  await tippen('Wohnungsverm');
  const angebot = s.vorschlaege.getByRole('option', {
    name: 'Wohnungsvermittlung der Stadt Troisdorf',
  });
  await angebot.click();
  await s.seite.waitForURL('**/angebote/troisdorf-wohnungsvermittlung/');
});

it('choose a place by name', async () => {
  await tippen('Lohm');
  await s.seite.keyboard.press('ArrowDown');
  await s.seite.keyboard.press('Enter');
  await s
    .bereich('gewaehlt')
    .getByRole('button', { name: /Lohmar/ })
    .waitFor();
  await s.seite.waitForURL(({ hash }) => hash === '#kommune=lohmar');
});

it('close with Escape, which leaves the words alone, and come back with the next letter', async () => {
  await tippen('Woh');
  await s.seite.keyboard.press('ArrowDown');
  await s.seite.keyboard.press('Escape');
  await geschlossen();
  expect(await s.feld.inputValue()).toBe('Woh');
  await s.feld.press('n');
  await s.fertig('Wohn');
  await s.vorschlaege.waitFor();
  // Leaving the field closes them as well.
  await s.seite.keyboard.press('Tab');
  await geschlossen();
});

it('do not open by themselves: neither on a reload nor for a search that a link brings', async () => {
  await tippen('Wohn');
  await s.seite.reload();
  await s.fertig('Wohn');
  await geschlossen();
  await s.feld.focus();
  await s.suche('Deutsch');
  await geschlossen();
});

it('stand in nobody’s way: Enter without a choice searches for the words', async () => {
  await tippen('Wohnung');
  const gefunden = await s.ids();
  await s.seite.keyboard.press('Enter');
  await geschlossen();
  await expect.poll(() => s.ids()).toEqual(gefunden);
  await s.seite.waitForURL(({ hash }) => hash === '#q=Wohnung');

  // Faster than the suggestions.
  await s.feld.fill('Beratung');
  await s.seite.keyboard.press('Enter');
  await s.fertig('Beratung');
  await geschlossen();
  expect(await s.bereich('gewaehlt').isHidden()).toBe(true);
});
