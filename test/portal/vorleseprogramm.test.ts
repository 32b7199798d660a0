/** What a screen reader is told, in German and Arabic: names, roles, states and messages, as the browser hands them on. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { createText, type TextSchluessel } from '../../src/i18n/texte.ts';
import { besuche, type Besuch } from './lib/browser.ts';
import { suchseite, type Suchseite } from './lib/suchseite.ts';

describe.each([
  { sprache: 'de', ordner: '', thema: 'Sprache lernen' },
  { sprache: 'ar', ordner: 'ar/', thema: 'تعلم اللغة' },
])('in $sprache', ({ sprache, ordner, thema }) => {
  let besuch: Besuch;
  let seite: Page;
  let s: Suchseite;
  const t = (key: TextSchluessel, werte?: Record<string, string | number>) =>
    createText(sprache)(key, werte);
  beforeAll(async () => {
    besuch = await besuche('musterkreis', '/integration/');
    seite = await besuch.seite();
    s = suchseite(seite, `${besuch.url}${ordner}suche/`);
  });
  afterAll(() => besuch.ende());

  const oeffne = (pfad: string) => seite.goto(besuch.url + ordner + pfad, { waitUntil: 'load' });
  /** The tree below an element, a line each: `- role "name" [state]: text`. */
  const zeilen = async (wo: Locator) =>
    (await wo.ariaSnapshot()).split('\n').map((zeile) => zeile.trim());
  const beschreibung = (feld: Locator) =>
    feld.evaluate((element) =>
      (element.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ')
        .trim(),
    );

  it('the search field is a combobox with a name, an example, its options, and the one chosen', async () => {
    await s.oeffne();
    const suche = seite.getByRole('search').first();
    expect(await zeilen(suche)).toContain(`- combobox "${t('suche.feld')}"`);
    expect(await beschreibung(s.feld)).toBe(t('suche.beispiel'));
    await s.tippe('Deutsch');
    await s.vorschlaege.waitFor();
    expect(await zeilen(suche)).toContain(`- combobox "${t('suche.feld')}" [expanded]: Deutsch`);
    await s.feld.press('ArrowDown');
    const offen = await zeilen(suche);
    expect(offen).toContain(`- listbox "${t('suche.vorschlaege_zu')}":`);
    const [gewaehlt] = offen.filter((zeile) => zeile.endsWith('[selected]'));
    expect(gewaehlt).toMatch(/^- option "Sprachtreff online .+" \[selected\]$/);
    // The field keeps the focus and says which option is meant.
    const id = await s.feld.getAttribute('aria-activedescendant');
    expect(await seite.locator(`#${id}`).textContent()).toContain('Sprachtreff online');
    expect(await s.feld.evaluate((feld) => feld === document.activeElement)).toBe(true);
    const anzahl = await s.vorschlaege.getByRole('option').count();
    expect(offen).toContain(`- status: ${t('suche.vorschlaege', { anzahl })}`);
  });

  it('filters are groups with a name; a box says its value, how many there are, and whether it is chosen', async () => {
    await s.oeffne();
    await s.bereich('filter-titel').press('Enter');
    const gruppe = seite.getByRole('group', { name: t('suche.filter_fuer') });
    expect(await zeilen(gruppe)).toContain(`- group "${t('naehe.titel')}":`);
    const box = gruppe.getByRole('checkbox', { name: new RegExp(`^${thema} \\d+$`) });
    expect(await box.isChecked()).toBe(false);
    await box.press('Space');
    await s.bereich('gewaehlt').waitFor();
    await expect
      .poll(async () => (await zeilen(gruppe)).join('\n'))
      .toMatch(new RegExp(`- checkbox "${thema} \\d+" \\[checked\\]`));
    // The number of results is said without the focus leaving the box.
    const status = seite.locator('[data-bereich=status]');
    expect(await status.getAttribute('role')).toBe('status');
    await expect.poll(() => s.status()).toBe(t('suche.anzahl', { anzahl: (await s.ids()).length }));
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('a place that is not known is said at its field', async () => {
    await s.oeffne();
    await s.bereich('filter-titel').press('Enter');
    const feld = seite.getByLabel(t('naehe.feld'));
    await feld.fill('Xyz');
    await feld.press('Enter');
    const fehler = t('naehe.nicht_gefunden', { eingabe: 'Xyz' });
    await seite.getByText(fehler).waitFor();
    await expect.poll(() => feld.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => beschreibung(feld)).toContain(fehler);
    await feld.fill('Siegburg');
    await feld.press('Enter');
    await seite.locator('[data-bereich=nahe][aria-invalid=false]').waitFor();
    await expect.poll(() => beschreibung(feld)).not.toContain('Xyz');
  });

  it('the list says of a place that is not known the same at its field', async () => {
    await oeffne(`merkliste/#merk=${kurzcode('jugendtreff')},${kurzcode('fahrdienst')}`);
    await seite.locator('.merk-liste > li').nth(1).waitFor();
    const feld = seite.locator('#weg-ort');
    await feld.fill('Xyz');
    await feld.press('Enter');
    await seite.locator('#weg-ort[aria-invalid=true]').waitFor();
    await expect
      .poll(() => beschreibung(feld))
      .toContain(t('naehe.nicht_gefunden', { eingabe: 'Xyz' }));
  });

  it('the map is a region with a name; markers are buttons named after offers, and what opens has the focus', async () => {
    await s.oeffne('q=Deutsch&ansicht=karte');
    const karte = seite.getByRole('region', { name: t('karte.bereich') });
    const marke = karte.getByRole('button', { name: 'Deutschkurs für Frauen A1' });
    await marke.press('Enter');
    const eintrag = karte.getByRole('listitem').filter({ hasText: 'Deutschkurs für Frauen A1' });
    await eintrag.waitFor();
    expect(await zeilen(eintrag)).toContain('- link "Deutschkurs für Frauen A1":');
    await expect
      .poll(() => seite.evaluate(() => document.activeElement?.textContent))
      .toBe('Deutschkurs für Frauen A1');
    const knopf = (name: string) => karte.getByRole('button', { name, exact: true });
    for (const key of ['karte.schliessen', 'karte.vergroessern', 'karte.verkleinern'] as const)
      expect(await knopf(t(key)).count(), key).toBe(1);
    // The same offers stand in the list beside it.
    expect(await s.ids()).toContain('deutschkurs-frauen');
  });

  it('an offer has landmarks, one first heading, and a button that says whether it is pressed', async () => {
    await oeffne('angebote/deutschkurs-frauen/');
    const baum = await zeilen(seite.locator('body'));
    for (const zeile of [
      '- banner:',
      '- main:',
      '- contentinfo:',
      `- navigation "${t('nav.haupt')}":`,
      `- navigation "${t('nav.sprachen')}":`,
      `- region "${t('fuss.kontakt')}":`,
      `- region "${t('fuss.notruf')}":`,
      `- link "${t('nav.inhalt')}":`,
    ])
      expect(baum).toContain(zeile);
    expect(baum.filter((zeile) => zeile.includes('[level=1]'))).toHaveLength(1);
    const merken = seite.getByRole('button', { name: t('merk.merken'), exact: true });
    expect(await merken.getAttribute('aria-pressed')).toBe('false');
    // It stands there for five seconds.
    const gesagt = seite
      .locator('[data-merk-meldung][role=status]', { hasText: t('merk.gesetzt.bis') })
      .waitFor();
    await merken.press('Enter');
    await gesagt;
    await seite.locator('[data-merken][aria-pressed=true]').waitFor();
  });
});
