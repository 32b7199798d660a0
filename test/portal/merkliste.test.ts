/** The list of offers: in the address, over pages and languages, handed on, and on the device only where somebody asked. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { besuche, type Besuch } from './lib/browser.ts';
import { liesQr } from './lib/qr.ts';
import { suchseite } from './lib/suchseite.ts';

let besuch: Besuch;
const offene: BrowserContext[] = [];

beforeAll(async () => {
  besuch = await besuche('musterkreis', '/integration/');
});
afterAll(() => besuch.ende());
afterEach(async () => {
  await Promise.all(offene.splice(0).map((context) => context.close()));
});

/** A page of its own context, which has never been here. */
async function neueSeite(breite = 360): Promise<Page> {
  const seite = await besuch.seite({ breite });
  offene.push(seite.context());
  return seite;
}

const merken = (seite: Page, id: string) => seite.locator(`[data-merken='${id}']`).first();
/** Presses the button of an offer and waits until the list has taken it. */
async function merke(seite: Page, id: string): Promise<void> {
  await merken(seite, id).click();
  await seite.locator(`[data-merken='${id}'][aria-pressed=true]`).first().waitFor();
}
const feldVon = (...ids: string[]) => `merk=${ids.map(kurzcode).join(',')}`;
const inListe = (seite: Page) => seite.locator('.merk-liste > .karte');
/** Waits until the page of the list shows these offers, in this order. */
const zeigt = (seite: Page, ids: readonly string[]) =>
  expect
    .poll(() =>
      inListe(seite).evaluateAll((karten) => karten.map(({ id }) => id.replace('angebot-', ''))),
    )
    .toEqual(ids);
const oeffne = (seite: Page, fragment: string, sprache = '') =>
  seite.goto(`${besuch.url}${sprache}merkliste/#${fragment}`);
const zaehlt = (seite: Page, text: string) =>
  expect.poll(() => seite.locator('[data-merkliste]').textContent()).toBe(text);

/** Everything a browser keeps for a site beyond the page. */
async function gespeichertes(seite: Page): Promise<unknown> {
  const kekse = await seite.context().cookies();
  const rest = await seite.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    datenbanken: await indexedDB.databases(),
    name: window.name,
  }));
  return { kekse, ...rest };
}
const NICHTS = { kekse: [], local: {}, session: {}, datenbanken: [], name: '' };

describe('a list', () => {
  it('begun in Arabic in search, list and offer opens elsewhere with the same order and notes; nothing is kept', async () => {
    const seite = await neueSeite();
    const fremde: string[] = [];
    seite.on('request', (request) => {
      if (!request.url().startsWith(besuch.url)) fremde.push(request.url());
    });
    const suche = suchseite(seite, `${besuch.url}ar/suche/`);
    await suche.oeffne('thema=sprache');
    await merke(seite, 'sprachtreff-online');
    await zaehlt(seite, 'قائمتي (1)');
    await seite.getByRole('navigation').getByRole('link', { name: 'المواضيع' }).click();
    await seite.waitForURL(`**/ar/themen/#${feldVon('sprachtreff-online')}`);
    await seite.goto(
      `${besuch.url}ar/themen/${kurzcode('thema-gewaltschutz')}/${new URL(seite.url()).hash}`,
    );
    await merke(seite, 'frauenhaus');
    await seite.locator('#angebot-frauenhaus .karte-titel a').click();
    await seite.waitForURL(/ar\/angebote\//);
    await seite.locator('[data-merken=frauenhaus][aria-pressed=true]').first().waitFor();
    await seite.goto(`${besuch.url}ar/angebote/deutschkurs-frauen/${new URL(seite.url()).hash}`);
    // It stands there for five seconds.
    const gesagt = seite.getByRole('status').filter({ hasText: 'قائمتي (3)' }).first().waitFor();
    await merke(seite, 'deutschkurs-frauen');
    await gesagt;

    await seite.locator('[data-merkliste]').click();
    await seite.waitForURL('**/ar/merkliste/**');
    const gewaehlt = ['sprachtreff-online', 'frauenhaus', 'deutschkurs-frauen'];
    await zeigt(seite, gewaehlt);
    await inListe(seite).nth(0).getByRole('textbox').fill('الاثنين 10:00, mit Pass & <b>Foto</b>');
    await seite.waitForURL(/~/);
    await inListe(seite)
      .nth(1)
      .getByRole('button', { name: /^إلى الأعلى/ })
      .click();
    await seite.waitForURL(new RegExp(`merk=${kurzcode('frauenhaus')},`));
    expect(seite.url()).not.toMatch(/frauenhaus|angebot/);
    expect(await gespeichertes(seite)).toEqual(NICHTS);

    const andere = await neueSeite();
    await andere.goto(seite.url());
    await zeigt(andere, ['frauenhaus', 'sprachtreff-online', 'deutschkurs-frauen']);
    await expect
      .poll(() => inListe(andere).nth(1).getByRole('textbox').inputValue())
      .toBe('الاثنين 10:00, mit Pass & <b>Foto</b>');
    await andere.locator('.sprachwahl summary').click();
    await andere.locator('a[hreflang=de]').click();
    await andere.waitForURL('**/integration/merkliste/#merk=**');
    await zeigt(andere, ['frauenhaus', 'sprachtreff-online', 'deutschkurs-frauen']);
    expect(await gespeichertes(andere)).toEqual(NICHTS);
    expect(fremde).toEqual([]);
  });

  it('survives searching, filtering, a jump within the page and Back', async () => {
    const seite = await neueSeite();
    await seite.goto(`${besuch.url}#${feldVon('jugendtreff')}`);
    await seite.getByRole('searchbox').fill('Deutsch');
    await seite.keyboard.press('Enter');
    await seite.waitForURL(`**/suche/#q=Deutsch&${feldVon('jugendtreff')}`);
    const suche = suchseite(seite, `${besuch.url}suche/`);
    await suche.fertig('Deutsch');
    await merke(seite, 'deutschkurs-frauen');
    const liste = feldVon('jugendtreff', 'deutschkurs-frauen');
    await seite.locator('[data-bereich=filter-titel]').click();
    await seite.getByRole('checkbox', { name: /^Frauen/ }).check();
    await seite.waitForURL(`**/suche/#q=Deutsch&zielgruppe=frauen&${liste}`);
    await seite.goBack();
    await seite.waitForURL(`**/suche/#q=Deutsch&${liste}`);
    await seite.locator('a.sprung[href="#treffer"]').focus();
    await seite.keyboard.press('Enter');
    await seite.waitForURL(`**/suche/#q=Deutsch&${liste}`);
    await expect.poll(() => suche.feld.inputValue()).toBe('Deutsch');
    await zaehlt(seite, 'Merkliste (2)');
  });

  it('keeps an offer that was added on its page when somebody goes back to the results', async () => {
    const seite = await neueSeite();
    const suche = suchseite(seite, `${besuch.url}suche/`);
    await suche.oeffne('thema=sprache');
    await seite.locator('#angebot-deutschkurs-frauen .karte-titel a').click();
    await seite.waitForURL('**/angebote/deutschkurs-frauen/');
    await merke(seite, 'deutschkurs-frauen');
    await seite.goBack();
    await seite.waitForURL(`**/suche/#thema=sprache&${feldVon('deutschkurs-frauen')}`);
    await seite.locator('[data-merken=deutschkurs-frauen][aria-pressed=true]').waitFor();
    await merke(seite, 'sprachtreff-online');
    await seite.goForward();
    await seite.waitForURL(`**/#${feldVon('deutschkurs-frauen', 'sprachtreff-online')}`);
    await merken(seite, 'deutschkurs-frauen').click();
    await seite.waitForURL(`**/#${feldVon('sprachtreff-online')}`);
    await seite.goBack();
    await seite.waitForURL(`**/suche/#thema=sprache&${feldVon('sprachtreff-online')}`);
  });

  it('does not go along with the address of a search that somebody copies', async () => {
    const seite = await neueSeite();
    await seite.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const suche = suchseite(seite, `${besuch.url}suche/`);
    await suche.oeffne(`kommune=musterstadt&${feldVon('jugendtreff')}~privat`);
    await seite.getByRole('button', { name: 'Adresse dieser Suche kopieren' }).click();
    await seite.getByText('Der Text ist kopiert.').waitFor();
    expect(await seite.evaluate(() => navigator.clipboard.readText())).toBe(
      `${besuch.url}suche/#kommune=musterstadt`,
    );
    expect(seite.url()).toContain('~privat');
  });

  it('goes along into a new tab and to a part of a page, but never out of the portal', async () => {
    const seite = await neueSeite();
    const liste = feldVon('jugendtreff');
    await seite.goto(`${besuch.url}angebote/deutschkurs-frauen/#${liste}`);
    // The script of the list is asked for when the page is there.
    await zaehlt(seite, 'Merkliste (1)');
    const thema = seite.locator('.pfad a').first();
    const [tab] = await Promise.all([
      seite.context().waitForEvent('page'),
      thema.click({ button: 'middle' }),
    ]);
    await tab.waitForURL(`**/#${liste}`);
    await seite.getByRole('link', { name: 'Zum Inhalt springen' }).focus();
    await seite.keyboard.press('Enter');
    await seite.waitForURL(`**/#inhalt&${liste}`);
    await seite.goto('about:blank');
    await seite.goto(`${besuch.url}angebote/deutschkurs-frauen/#kontakt&${liste}`);
    await seite.waitForFunction(() => document.querySelector(':target')?.id === 'kontakt');
    await zaehlt(seite, 'Merkliste (1)');
    const draussen = seite.locator(
      'a[href^=http]:not([href*=localhost]), a[href^="mailto:"], a[href^="tel:"]',
    );
    for (const link of await draussen.all()) await link.dispatchEvent('pointerdown');
    const adressen = await draussen.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href')),
    );
    expect(adressen.length).toBeGreaterThan(2);
    expect(adressen.join()).not.toContain('merk=');
  });

  it('takes offers from the map', async () => {
    const seite = await neueSeite();
    const suche = suchseite(seite, `${besuch.url}suche/`);
    await suche.oeffne('kommune=probeburg&q=Jugendtreff');
    await seite
      .getByRole('button', { name: /^Auf der Karte zeigen: .*Jugendtreff/ })
      .first()
      .click();
    const knopf = seite.locator('.leaflet-popup [data-merken=jugendtreff]');
    await knopf.press('Enter');
    await seite.locator('.leaflet-popup [data-merken=jugendtreff][aria-pressed=true]').waitFor();
    await seite.waitForURL(new RegExp(feldVon('jugendtreff')));
    await expect.poll(() => merken(seite, 'jugendtreff').getAttribute('aria-pressed')).toBe('true');
  });
});

describe('the page of the list', () => {
  it('says what is no longer there and shows nothing of a hostile address', async () => {
    const seite = await neueSeite();
    const fehler: string[] = [];
    seite.on('pageerror', (error) => fehler.push(error.message));
    seite.on('dialog', () => fehler.push('dialog'));
    const boese = [
      'merk=<script>alert(1)</script>,../../x,%E0%A4%A,__proto__',
      `merk=${kurzcode('jugendtreff')}~${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
      `merk=${'x'.repeat(100_000)}`,
    ];
    for (const fragment of boese) {
      await seite.goto('about:blank');
      await oeffne(seite, fragment);
      await seite
        .locator('[data-bereich=leer]:not([hidden]), .merk-liste > .karte')
        .first()
        .waitFor();
    }
    expect(await seite.locator('main img, main script:not([type])').count()).toBe(0);
    await oeffne(
      seite,
      feldVon('fahrdienst', 'jugendtreff', 'gibt-es-nicht', 'naehstube', 'frauenfruehstueck'),
    );
    await zeigt(seite, ['', 'jugendtreff', '', '', 'frauencafe']);
    await seite
      .locator('[data-bereich=fehlt]')
      .getByText('3 Einträge gibt es nicht mehr.', { exact: true })
      .waitFor();
    expect(await inListe(seite).nth(2).getByRole('link').count()).toBe(0);
    await inListe(seite).nth(0).getByRole('link', { name: 'Seite dieses Angebots öffnen' }).click();
    await seite.waitForURL('**/angebote/fahrdienst/**');
    expect(fehler).toEqual([]);
  });

  it('is used by keyboard alone: order, note, remove, undo; the focus stays where somebody is', async () => {
    const seite = await neueSeite(320);
    await oeffne(seite, feldVon('jugendtreff', 'frauencafe', 'sprachtreff-online'));
    await inListe(seite).nth(2).waitFor();
    const aktiv = () =>
      seite.evaluate(
        () =>
          document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
      );
    await seite.getByRole('button', { name: /^Nach unten: .*Jugendtreff/ }).focus();
    await seite.keyboard.press('Enter');
    await seite.waitForURL(`**/#${feldVon('frauencafe', 'jugendtreff', 'sprachtreff-online')}`);
    await expect.poll(aktiv).toMatch(/^Nach unten: .*Jugendtreff/);
    await expect
      .poll(() => seite.locator('[data-bereich=meldung]').textContent())
      .toMatch(/Jugendtreff.*Stelle 2 von 3/);
    await seite.keyboard.press('Enter');
    await seite.waitForURL(`**/#${feldVon('frauencafe', 'sprachtreff-online', 'jugendtreff')}`);
    // There is nothing below: the button beside it takes over.
    await expect.poll(aktiv).toMatch(/^Nach oben: .*Jugendtreff/);
    await seite.getByRole('button', { name: /^Entfernen: Frauencaf/ }).focus();
    await seite.keyboard.press('Enter');
    await seite.waitForURL(`**/#${feldVon('sprachtreff-online', 'jugendtreff')}`);
    await expect.poll(aktiv).toBe('Rückgängig machen');
    await seite.keyboard.press('Enter');
    await seite.waitForURL(`**/#${feldVon('frauencafe', 'sprachtreff-online', 'jugendtreff')}`);
    await expect.poll(aktiv).toMatch(/^Entfernen: Frauencaf/);
    const notiz = inListe(seite).nth(1).getByRole('textbox');
    await notiz.focus();
    await seite.keyboard.type('Raum 3');
    await seite.waitForURL(/~Raum%203/);
    expect(await notiz.evaluate((feld) => feld === document.activeElement)).toBe(true);
    await seite.getByRole('button', { name: 'Liste leeren' }).click();
    await seite.getByText('Ihre Merkliste ist leer.').waitFor();
    await expect.poll(aktiv).toBe('Rückgängig machen');
    await zaehlt(seite, 'Merkliste');
    await seite.keyboard.press('Enter');
    await zeigt(seite, ['frauencafe', 'sprachtreff-online', 'jugendtreff']);
  });

  it('puts a list in the order of the way from a place, and those without a place last', async () => {
    const seite = await neueSeite();
    await oeffne(seite, feldVon('sprachtreff-online', 'jugendtreff', 'frauencafe'));
    await inListe(seite).nth(2).waitFor();
    await seite.getByLabel('Ihr Ort oder Ihre Postleitzahl').fill('53999');
    await seite.keyboard.press('Enter');
    await seite.waitForURL(`**/#${feldVon('frauencafe', 'jugendtreff', 'sprachtreff-online')}`);
    await expect
      .poll(() => seite.locator('[data-bereich=weg-meldung]').textContent())
      .toMatch(/Musterstadt.*1 Angebot ohne bekannten Ort steht am Ende/);
    await seite.getByLabel('Ihr Ort oder Ihre Postleitzahl').fill('Atlantis');
    await seite.keyboard.press('Enter');
    await seite.getByText('Den Ort „Atlantis“ kennen wir nicht.').waitFor();
    await seite.context().grantPermissions(['geolocation']);
    await seite.context().setGeolocation({ latitude: 50.67, longitude: 7.03 });
    await seite.getByRole('button', { name: 'Meinen Standort verwenden' }).click();
    await seite.waitForURL(`**/#${feldVon('jugendtreff', 'frauencafe', 'sprachtreff-online')}`);
  });

  it('hands the list on without notes unless somebody chooses them', async () => {
    const seite = await neueSeite();
    const liste = feldVon('jugendtreff', 'frauencafe');
    await oeffne(seite, `${liste}~${encodeURIComponent('streng geheim')}`);
    await inListe(seite).nth(1).waitFor();
    const link = seite.getByLabel('Link zu dieser Liste');
    const mail = () =>
      seite.getByRole('link', { name: 'E-Mail', exact: true }).getAttribute('href');
    await expect.poll(() => link.inputValue()).toBe(`${besuch.url}merkliste/#${liste}`);
    expect(decodeURIComponent((await mail())!)).toContain(`merkliste/#${liste}`);
    expect(await mail()).not.toContain('geheim');
    await seite.getByRole('button', { name: 'QR-Code zeigen' }).click();
    const bild = seite.getByRole('img', { name: 'QR-Code dieser Liste' });
    await bild.waitFor();
    expect(await liesQr(seite, await bild.screenshot())).toBe(`${besuch.url}merkliste/#${liste}`);
    await seite.getByLabel('mit Notizen').check();
    await expect.poll(() => link.inputValue()).toContain('~streng%20geheim');
    await expect.poll(mail).toContain('geheim');
    await inListe(seite).nth(0).getByRole('textbox').fill('ж'.repeat(200));
    await inListe(seite).nth(0).getByRole('textbox').blur();
    await seite.getByRole('button', { name: 'QR-Code zeigen' }).click();
    await seite.getByText('Die Liste ist zu lang für einen QR-Code.').waitFor();
    await bild.waitFor({ state: 'detached' });
  });

  it('warns of handing on and keeping what may put somebody in danger, and only of that', async () => {
    const seite = await neueSeite();
    const warnungen = [
      seite.getByText('Nachrichten bleiben auf Handys gespeichert.'),
      seite.getByText('Vorsicht: Diese Liste kann jemand finden.'),
    ];
    const gewarnt = () => Promise.all(warnungen.map((warnung) => warnung.isVisible()));
    await oeffne(seite, feldVon('jugendtreff', 'frauenhaus'));
    await zeigt(seite, ['jugendtreff', 'frauenhaus']);
    await expect.poll(gewarnt).toEqual([true, true]);
    // Before the ways themselves, so that nobody learns of it too late.
    const [warnung, weg] = await Promise.all(
      [warnungen[0]!, seite.getByRole('button', { name: 'QR-Code zeigen' })].map((teil) =>
        teil.boundingBox(),
      ),
    );
    expect(warnung!.y).toBeLessThan(weg!.y);
    await seite.getByRole('button', { name: /^Entfernen: .*Frauenhaus/ }).click();
    await expect.poll(gewarnt).toEqual([false, false]);
    // Where nobody knows what is on the list, it may be.
    await seite.route(/suche-teile\/k/, (route) => route.abort());
    await seite.goto('about:blank');
    await oeffne(seite, feldVon('jugendtreff'));
    await expect.poll(gewarnt).toEqual([true, true]);
  });

  it('says without JavaScript what to do instead', async () => {
    const seite = await besuch.seite({ javaScript: false });
    offene.push(seite.context());
    await seite.goto(`${besuch.url}merkliste/`);
    const inhalt = seite.getByRole('main');
    expect(await inhalt.innerText()).toContain('Die Merkliste braucht JavaScript.');
    expect(await inhalt.getByRole('button').count()).toBe(0);
    await inhalt.getByRole('link', { name: 'Thema', exact: true }).click();
    await seite.waitForURL('**/themen/');
    await seite.goto(`${besuch.url}themen/sprache/`);
    expect(await seite.getByRole('button', { name: 'Merken' }).count()).toBe(0);
  });
});

describe('a note that came with a link', () => {
  const EIGENE = 'Eigene Notiz';
  const AUS_LINK = 'Notiz aus dem Link, nicht von diesem Portal';
  const NUMMER = 'Neue Nummer: 0151 2345678';
  const mitNotiz = (...ids: string[]) =>
    `merk=${ids.map((id) => `${kurzcode(id)}~${encodeURIComponent(NUMMER)}`).join(',')}`;
  /** What is said of the notes, and what they say, in order. */
  const notizen = (seite: Page) =>
    seite
      .locator('.merk-notiz')
      .evaluateAll((alle) =>
        alle.map((label) => [label.textContent, label.querySelector('input')!.value]),
      );

  it('is marked until the reader writes another, in this tab and on its other pages', async () => {
    const seite = await neueSeite();
    await oeffne(seite, mitNotiz('jugendtreff', 'frauencafe'));
    await expect
      .poll(() => notizen(seite))
      .toEqual([
        [AUS_LINK, NUMMER],
        [AUS_LINK, NUMMER],
      ]);
    await inListe(seite).nth(0).getByRole('textbox').fill('Montag');
    await inListe(seite)
      .nth(1)
      .getByRole('button', { name: /^Nach oben/ })
      .click();
    const danach = [
      [AUS_LINK, NUMMER],
      [EIGENE, 'Montag'],
    ];
    await expect.poll(() => notizen(seite)).toEqual(danach);
    await seite.reload();
    await expect.poll(() => notizen(seite)).toEqual(danach);
    await seite.getByRole('navigation').getByRole('link', { name: 'Themen' }).click();
    await seite.waitForURL('**/themen/#merk=**');
    await seite.locator('[data-merkliste]').click();
    await seite.waitForURL('**/merkliste/#merk=**');
    await expect.poll(() => notizen(seite)).toEqual(danach);
  });

  it('is read whatever other pages of the server keep with the tab', async () => {
    const seite = await neueSeite();
    await seite.goto(besuch.url);
    await seite.evaluate(() => navigation.updateCurrentEntry({ state: { seite: 1 } }));
    await oeffne(seite, mitNotiz('jugendtreff'));
    await expect.poll(() => notizen(seite)).toEqual([[AUS_LINK, NUMMER]]);
  });

  it('is not shown where it stands beside what is protected, or what is gone', async () => {
    const seite = await neueSeite();
    await oeffne(seite, `${mitNotiz('frauenhaus')},bbbbbb~${encodeURIComponent(NUMMER)}`);
    await inListe(seite).nth(1).waitFor();
    await expect
      .poll(() => notizen(seite))
      .toEqual([
        [EIGENE, ''],
        [EIGENE, ''],
      ]);
    await inListe(seite).nth(0).getByRole('textbox').fill('Freitag');
    await seite.waitForURL(/~Freitag/);
    await seite.reload();
    await expect.poll(async () => (await notizen(seite))[0]).toEqual([EIGENE, 'Freitag']);
  });

  it('stays marked on the device, where those that were written here are not', async () => {
    const seite = await neueSeite();
    await oeffne(seite, mitNotiz('jugendtreff', 'frauencafe', 'frauenhaus'));
    await inListe(seite).nth(2).waitFor();
    await inListe(seite).nth(0).getByRole('textbox').fill('Montag');
    await seite.waitForURL(/~Montag/);
    await seite.getByRole('button', { name: 'Auf diesem Gerät merken' }).click();
    await seite.getByText('Die Liste ist jetzt auf diesem Gerät gespeichert.').waitFor();
    const danach = [
      [EIGENE, 'Montag'],
      [AUS_LINK, NUMMER],
      [EIGENE, ''],
    ];
    const andere = await seite.context().newPage();
    await andere.goto(`${besuch.url}merkliste/`);
    await expect.poll(() => notizen(andere)).toEqual(danach);
    expect(await andere.locator('[data-bereich=fremd]').isVisible()).toBe(false);
    // By a link that says that they are one's own, too.
    const dritte = await seite.context().newPage();
    await dritte.goto(`${besuch.url}merkliste/#${mitNotiz('frauenhaus')}`);
    await dritte.locator('[data-bereich=fremd]').waitFor();
    await dritte.getByRole('button', { name: 'Meine Liste ersetzen' }).click();
    await expect.poll(() => notizen(dritte)).toEqual([[EIGENE, '']]);
  });
});

describe('the device', () => {
  const KEY = 'merkliste';
  const imGeraet = (seite: Page) => seite.evaluate((key) => localStorage.getItem(key), KEY);

  it('keeps the list only when asked, and nothing after it is deleted', async () => {
    const seite = await neueSeite();
    await oeffne(seite, feldVon('jugendtreff'));
    await inListe(seite).nth(0).waitFor();
    await seite.getByRole('button', { name: 'Auf diesem Gerät merken' }).click();
    await seite.getByText('Die Liste ist jetzt auf diesem Gerät gespeichert.').waitFor();
    const andere = await seite.context().newPage();
    await andere.goto(`${besuch.url}angebote/deutschkurs-frauen/`);
    await andere.waitForURL(`**/#${feldVon('jugendtreff')}`);
    await merke(andere, 'deutschkurs-frauen');
    await expect.poll(() => imGeraet(seite)).toBe(feldVon('jugendtreff', 'deutschkurs-frauen'));
    // The other tab follows.
    await zeigt(seite, ['jugendtreff', 'deutschkurs-frauen']);
    await seite.getByRole('button', { name: 'Vom Gerät löschen' }).click();
    await seite.getByText('Die Liste ist vom Gerät gelöscht.').waitFor();
    expect(await gespeichertes(seite)).toEqual(NICHTS);
    await zeigt(seite, ['jugendtreff', 'deutschkurs-frauen']);
    await andere.goto(besuch.url);
    await zaehlt(andere, 'Merkliste');
  });

  it('says with each offer that the list ends with the page, unless the device keeps it', async () => {
    const seite = await neueSeite();
    await seite.goto(`${besuch.url}angebote/jugendtreff/`);
    const meldung = seite.locator('[data-merk-meldung]');
    await merke(seite, 'jugendtreff');
    await expect
      .poll(() => meldung.textContent())
      .toBe('Gemerkt, bis Sie die Seite schließen. Merkliste (1)');
    await oeffne(seite, feldVon('jugendtreff'));
    await seite.getByRole('button', { name: 'Auf diesem Gerät merken' }).click();
    await seite.goto(`${besuch.url}angebote/deutschkurs-frauen/`);
    await merke(seite, 'deutschkurs-frauen');
    await expect.poll(() => meldung.textContent()).toBe('Gemerkt. Merkliste (2)');
  });

  it('keeps its own list where a link brings another, until somebody decides', async () => {
    const seite = await neueSeite();
    await seite.goto(`${besuch.url}merkliste/`);
    await seite.evaluate(
      ([key, liste]) => localStorage.setItem(key!, liste!),
      [KEY, feldVon('jugendtreff')],
    );
    const fremdes = feldVon('frauencafe', 'jugendtreff');
    const komm = async () => {
      await seite.goto('about:blank');
      await oeffne(seite, fremdes);
      await zeigt(seite, ['frauencafe', 'jugendtreff']);
      expect(await imGeraet(seite)).toBe(feldVon('jugendtreff'));
    };
    await komm();
    await seite.getByRole('button', { name: 'Nur ansehen' }).click();
    await seite.getByRole('button', { name: /^Entfernen: .*Jugend/ }).click();
    await seite.waitForURL(`**/#${feldVon('frauencafe')}`);
    expect(await imGeraet(seite)).toBe(feldVon('jugendtreff'));
    await komm();
    await seite.getByRole('button', { name: 'Zu meiner Liste dazunehmen' }).click();
    await seite.waitForURL(`**/#${feldVon('jugendtreff', 'frauencafe')}`);
    expect(await imGeraet(seite)).toBe(feldVon('jugendtreff', 'frauencafe'));
    await seite.evaluate(
      ([key, liste]) => localStorage.setItem(key!, liste!),
      [KEY, feldVon('jugendtreff')],
    );
    await komm();
    await seite.getByRole('button', { name: 'Meine Liste ersetzen' }).click();
    await expect.poll(() => imGeraet(seite)).toBe(fremdes);
  });

  it('offers neither to keep nor to delete while somebody only looks at another list', async () => {
    const seite = await neueSeite();
    await oeffne(seite, feldVon('jugendtreff'));
    await inListe(seite).nth(0).waitFor();
    await seite.getByRole('button', { name: 'Auf diesem Gerät merken' }).click();
    await seite.getByText('Die Liste ist jetzt auf diesem Gerät gespeichert.').waitFor();
    const behalten = seite.getByRole('heading', { name: 'Liste behalten' });
    await behalten.waitFor();
    await seite.goto('about:blank');
    await oeffne(seite, feldVon('frauencafe', 'sprachtreff-online'));
    await inListe(seite).nth(1).waitFor();
    await seite.getByRole('button', { name: 'Nur ansehen' }).click();
    await behalten.waitFor({ state: 'hidden' });
    await seite.getByRole('button', { name: 'Vom Gerät löschen' }).waitFor({ state: 'hidden' });
    expect(await imGeraet(seite)).toBe(feldVon('jugendtreff'));
    await seite.goto('about:blank');
    await seite.goto(`${besuch.url}merkliste/`);
    await zeigt(seite, ['jugendtreff']);
    await behalten.waitFor();
  });

  it('says so where it must not or cannot keep anything, and the list works on', async () => {
    const seite = await neueSeite();
    await seite.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
    });
    await oeffne(seite, feldVon('jugendtreff', 'frauencafe'));
    await inListe(seite).nth(1).waitFor();
    await seite.getByRole('button', { name: 'Auf diesem Gerät merken' }).click();
    await seite.getByText('Ihr Gerät konnte die Liste nicht speichern.').last().waitFor();
    await seite.getByRole('button', { name: /^Nach unten: .*Jugend/ }).click();
    await seite.waitForURL(`**/#${feldVon('frauencafe', 'jugendtreff')}`);
  });
});
