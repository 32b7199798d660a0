/** Hand-outs and the booklet, as they come out of a printer: PDFs of the real browser, read again. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fehlendeZeichen } from '../../scripts/lib/schriften.ts';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { toHeft } from '../../src/site/heft.ts';
import { rufe } from '../lib/befehl.ts';
import { createInhalt, MUSTERKREIS } from '../lib/inhalt.ts';
import { farbenIn, verstoesse } from './lib/axe.ts';
import { STICHTAG, WERKSTATT } from './lib/bauen.ts';
import { besuche, type Besuch } from './lib/browser.ts';
import { liesQr } from './lib/qr.ts';
import { suchseite } from './lib/suchseite.ts';

const CAFE = kurzcode('frauencafe');
const KURS = kurzcode('deutschkurs-frauen');
const HAUS = kurzcode('frauenhaus');
const BERATUNG = kurzcode('beratung-bei-gewalt');
const SPIELGRUPPE = kurzcode('spielgruppe');

let besuch: Besuch;
beforeAll(async () => {
  besuch = await besuche('musterkreis', '/integration/');
});
afterAll(() => besuch.ende());

/** Opens a page of its own, with everything that its script brings. */
async function oeffne(pfad: string, optionen?: Parameters<Besuch['seite']>[0]): Promise<Page> {
  const seite = await besuch.seite(optionen);
  await seite.goto(besuch.url + pfad);
  if (optionen?.javaScript !== false) await fertig(seite);
  return seite;
}

/** Everything of a list is there, or known to be missing. */
const fertig = (seite: Page) =>
  seite.locator('[data-bereich=alle]:not([data-fertig])').waitFor({ state: 'detached' });

interface Blatt {
  text: string;
  /** Width and height in points. */
  mass: number[];
  /** Size of the largest letters in points. */
  schrift: number;
}

async function liesPdf(bytes: Uint8Array): Promise<Blatt[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf);
  return Promise.all(
    text.map(async (text, i) => {
      const seite = await pdf.getPage(i + 1);
      const { items } = await seite.getTextContent();
      const groessen = items.map((item) => ('height' in item ? item.height : 0));
      return {
        text,
        mass: seite.view.slice(2).map(Math.round),
        schrift: Math.max(...groessen),
      };
    }),
  );
}

const drucke = async (seite: Page) => liesPdf(await seite.pdf({ preferCSSPageSize: true }));

/** PDFs hold Arabic as it is drawn: from the left, in the shapes of letters within a word. */
const arabisch = (text: string) => [...text].reverse().join('').normalize('NFKC');

describe('the hand-out of a list in Arabic', () => {
  const pfad = `ar/zettel/#merk=${CAFE}~freitags%20um%203,${KURS},${HAUS}`;
  let seite: Page;
  let blaetter: Blatt[];
  beforeAll(async () => {
    seite = await oeffne(pfad);
    blaetter = await drucke(seite);
  });

  it('begins with the list, and has each offer on a page of its own', () => {
    expect(blaetter).toHaveLength(4);
    const [liste, ...zettel] = blaetter.map(({ text }) => text);
    for (const text of ['Deutschkurs für Frauen A1', '0221 4710123', 'freitags um 3'])
      expect(liste).toContain(text);
    zettel.forEach((text, i) => {
      const code = [CAFE, KURS, HAUS][i]!;
      expect(text).toContain(`muster.example/integration/ar/a/${code}/`);
      expect(text.match(/\/a\/\w{6}\//g), code).toHaveLength(1);
    });
    expect(zettel[0]).toContain('freitags um 3');
  });

  it('says everything in Arabic and in German, in letters that the machine has', async () => {
    const [, cafe = ''] = blaetter.map(({ text }) => text);
    for (const wort of ['الهاتف', 'قائمتي'])
      expect(arabisch(blaetter.map(({ text }) => text).join('\n'))).toContain(wort);
    for (const wort of ['النساء', 'قهوة']) expect(arabisch(cafe)).toContain(wort);
    for (const text of [
      'Frauencafé „Komm rein“',
      'jeden zweiten und letzten Freitag',
      'Mein Termin',
    ])
      expect(cafe.replaceAll('\n', ' ')).toContain(text);
    expect(blaetter.map(({ text }) => text).join()).not.toMatch(/\ufffd/);
    expect(await fehlendeZeichen(seite)).toEqual([]);
  });

  it('says nothing of a secret place', () => {
    const haus = blaetter.at(-1)!.text;
    expect(haus.replaceAll('\n', ' ')).toContain('Die Adresse ist geheim');
    expect(haus).not.toMatch(/\d{5} \p{Lu}/u);
    expect(haus).not.toContain('Siegburg');
  });

  it('has numbers and addresses that run from left to right, and the own language where lines begin', async () => {
    const zettel = seite.locator('article.zettel').nth(1);
    for (const wahl of ['[data-telefon]', 'address', '.zettel-adresse bdi'])
      expect(
        await zettel
          .locator(wahl)
          .first()
          .evaluate((element) => getComputedStyle(element).direction),
        wahl,
      ).toBe('ltr');
    const [eigen, deutsch] = await seite
      .locator('article.zettel .zettel-angaben > .zettel-paar')
      .first()
      .locator(':scope > *')
      .evaluateAll((zellen) => zellen.map((zelle) => zelle.getBoundingClientRect()));
    await seite.setViewportSize({ width: 1000, height: 800 });
    expect(deutsch).toBeDefined();
    const breit = await seite
      .locator('article.zettel .zettel-angaben > .zettel-paar')
      .first()
      .locator(':scope > *')
      .evaluateAll((zellen) => zellen.map((zelle) => zelle.getBoundingClientRect()));
    expect(breit[0]!.top).toBe(breit[1]!.top);
    expect(breit[0]!.left).toBeGreaterThan(breit[1]!.right);
    // On a narrow screen German stands below.
    expect(deutsch!.top).toBeGreaterThanOrEqual(eigen!.bottom);
  });

  it('goes along into another language', async () => {
    await seite.locator('.zettel-wahl').getByRole('link', { name: 'Deutsch' }).click();
    await seite.waitForURL(/\/integration\/zettel\/#merk=/);
    await seite.locator('article.zettel').nth(2).waitFor();
    expect(await seite.locator('.zettel-deutsch').count()).toBe(0);
    await seite.context().close();
  });
});

describe('choices', () => {
  it('change paper and type without JavaScript', async () => {
    const seite = await oeffne(`ar/zettel/${KURS}/`, { javaScript: false });
    const [a4] = await drucke(seite);
    expect(a4!.mass).toEqual([595, 842]);
    await seite.locator('#zettel-gross').check();
    const [gross] = await drucke(seite);
    expect(gross!.schrift).toBeGreaterThan(1.3 * a4!.schrift);
    await seite.locator('#zettel-a5').check();
    const a5 = await drucke(seite);
    expect(a5[0]!.mass).toEqual([420, 595]);
    expect(a5[0]!.schrift).toBeLessThan(gross!.schrift);
    await seite.locator('#zettel-eigen').check();
    const eigen = await drucke(seite);
    expect(a5.map(({ text }) => text).join('\n')).toContain('Mein Termin');
    expect(eigen.map(({ text }) => text).join('\n')).not.toContain('Mein Termin');
    expect(await seite.locator('.zettel-plan').isVisible()).toBe(true);
    await seite.locator('#zettel-ohne-karte').check();
    expect(await seite.locator('.zettel-plan').isVisible()).toBe(false);
    await seite.context().close();
  });

  it('put several offers on a page', async () => {
    const seite = await oeffne(`zettel/#merk=${KURS},${HAUS},${CAFE}`);
    const vorher = await drucke(seite);
    await seite.locator('#zettel-mehrere').check();
    expect((await drucke(seite)).length).toBeLessThan(vorher.length);
    await seite.context().close();
  });

  it('warn of what can be found, and leave nothing on paper but a number', async () => {
    const seite = await oeffne(`zettel/${BERATUNG}/`, { javaScript: false });
    await seite.getByText('Diesen Zettel kann jemand finden').waitFor();
    const [ganz] = await drucke(seite);
    expect(ganz!.text).toContain('Vertrauliche Beratung');
    expect(ganz!.text).not.toContain('kann jemand finden');
    await seite.locator('#zettel-nummer').check();
    const blaetter = await drucke(seite);
    const worte = blaetter.flatMap(({ text }) => text.split('\n')).map((zeile) => zeile.trim());
    expect(worte.filter(Boolean)).toEqual([
      'Telefon',
      '0221 4710198',
      'Mein Termin',
      'Datum Uhrzeit bei',
    ]);
    expect(await seite.title()).toBe('Wegweiser Musterkreis');
    await seite.context().close();
  });

  it('are not there where they would do nothing', async () => {
    const seite = await oeffne(`zettel/#merk=${KURS}`);
    await seite.locator('article.zettel').waitFor();
    expect(await seite.locator('#zettel-nummer').isVisible()).toBe(false);
    expect(await seite.locator('.zettel-gefahr').isVisible()).toBe(false);
    expect(await seite.locator('#zettel-eigen').count()).toBe(0);
    expect(await seite.locator('[data-bereich=liste]').isVisible()).toBe(false);
    await seite.context().close();
  });
});

it('what has no contact says so on paper, in both languages, with a number to ask, alone and in a list', async () => {
  const einzeln = await oeffne(`ar/zettel/${SPIELGRUPPE}/`);
  const [zettel, ...weitere] = await drucke(einzeln);
  expect(weitere).toEqual([]);
  const inListe = await oeffne(`ar/zettel/#merk=${SPIELGRUPPE},${KURS}`);
  const [liste] = await drucke(inListe);
  for (const { text } of [zettel!, liste!]) {
    const zeilen = text.replaceAll('\n', ' ');
    expect(zeilen).toContain('Wir kennen keine Telefonnummer');
    expect(zeilen).toContain('Fachstelle Integration Musterkreis');
    expect(zeilen).toContain('0221 4710100');
    expect(arabisch(text)).toContain('اسألونا');
  }
  // Who has a number of their own is asked there.
  expect(liste!.text.match(/0221 4710100/g)).toHaveLength(1);
  const hoehe = (wahl: string) =>
    einzeln.locator(wahl).evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  expect(await hoehe('.zettel-auskunft .zettel-telefon')).toBeGreaterThan(
    1.5 * (await hoehe('.zettel-auskunft .zettel-stelle')),
  );
  await einzeln.context().close();
  await inListe.context().close();
});

it('numbers on paper are whole, and run from left to right, where lines run from right to left', async () => {
  // Its helplines have numbers in two groups.
  const rheinSieg = await besuche('rhein-sieg');
  const seite = await rheinSieg.seite({ breite: 700 });
  await seite.goto(`${rheinSieg.url}fa/zettel/${kurzcode('troisdorf-frauenhaus')}/`);
  await seite.emulateMedia({ media: 'print' });
  const nummern = await seite
    .locator('.zettel .nummer, .zettel [data-telefon]')
    .evaluateAll((elemente) =>
      elemente.map((element) => {
        const bereich = document.createRange();
        bereich.selectNodeContents(element);
        const zeilen = new Set([...bereich.getClientRects()].map(({ top }) => Math.round(top)));
        return [zeilen.size, getComputedStyle(element).direction];
      }),
    );
  expect(nummern.length).toBeGreaterThan(6);
  expect(nummern.filter(([zeilen, richtung]) => zeilen !== 1 || richtung !== 'ltr')).toEqual([]);
  await rheinSieg.ende();
});

it('the QR code on paper leads to the offer in the language of its reader', async () => {
  const seite = await oeffne(`ar/zettel/${KURS}/`);
  await seite.emulateMedia({ media: 'print' });
  const bild = await seite.locator('.zettel-qr').screenshot();
  const code = await liesQr(seite, bild);
  expect(code).toBe(`https://muster.example/integration/ar/a/${KURS}/`);
  const gedruckt = await seite.locator('.zettel-adresse').textContent();
  expect(code?.endsWith(gedruckt!.trim())).toBe(true);
  await seite.context().close();
});

describe('a list', () => {
  it('says which of its offers are gone, and shows the others', async () => {
    const seite = await oeffne(`zettel/#merk=bbbbbb,${KURS},${kurzcode('ferienkurs-sommer')}`);
    const fehlt = seite.locator('[data-bereich=fehlt]');
    await fehlt.waitFor();
    expect(await fehlt.textContent()).toContain(`bbbbbb, ${kurzcode('ferienkurs-sommer')}`);
    expect(await seite.locator('article.zettel').count()).toBe(1);
    await seite.context().close();
  });

  it('says that it could not be loaded, which is something else', async () => {
    const seite = await besuch.seite();
    await seite.route(`**/zettel/${KURS}/`, (route) => route.abort());
    await seite.goto(`${besuch.url}zettel/#merk=${KURS},${CAFE}`);
    await seite.locator('[data-bereich=stoerung]').waitFor();
    expect(await seite.locator('[data-bereich=fehlt]').isVisible()).toBe(false);
    expect(await seite.locator('article.zettel').count()).toBe(1);
    await seite.context().close();
  });

  it('believes only the portal itself that an offer is gone, and prints none for another', async () => {
    const seite = await besuch.seite();
    const statt: [string, Parameters<typeof seite.route>[1]][] = [
      [CAFE, (route) => route.fulfill({ status: 404, contentType: 'text/html', body: 'Blocked' })],
      [
        HAUS,
        async (route) => {
          const url = route.request().url().replace(HAUS, KURS);
          await route.fulfill({ response: await route.fetch({ url }) });
        },
      ],
    ];
    for (const [code, antwort] of statt) await seite.route(`**/zettel/${code}/`, antwort);
    await seite.goto(`${besuch.url}zettel/#merk=bbbbbb,${CAFE},${HAUS},${BERATUNG}`);
    await seite.locator('[data-bereich=stoerung]').waitFor();
    expect(await seite.locator('[data-bereich=fehlt] bdi').textContent()).toBe('bbbbbb');
    expect(await seite.locator('article.zettel').count()).toBe(1);
    await seite.context().close();
  });

  it('says on paper, too, what is missing and whom to ask, from the first moment on', async () => {
    const seite = await besuch.seite();
    let weiter: () => void = () => undefined;
    const warte = new Promise<void>((done) => (weiter = done));
    await seite.route(`**/zettel/${KURS}/`, async (route) => {
      await warte;
      await route.abort();
    });
    await seite.goto(`${besuch.url}zettel/#merk=${KURS},${CAFE},bbbbbb`);
    await seite.locator('[data-bereich=laedt]').waitFor();
    expect(await seite.locator('.ersatz').getAttribute('hidden')).toBeNull();
    const gedruckt = async () =>
      (await drucke(seite)).map(({ text }) => text.replaceAll('\n', ' ')).join(' ');
    const vorher = await gedruckt();
    for (const da of ['Die Handzettel werden geladen', '0221 4710100'])
      expect(vorher).toContain(da);
    weiter();
    await seite.locator('article.zettel').waitFor();
    const text = await gedruckt();
    for (const da of ['Ein Teil konnte nicht geladen werden', KURS, 'bbbbbb', '0221 4710100'])
      expect(text).toContain(da);
    expect(await seite.locator('.ersatz').isVisible()).toBe(false);
    await seite.context().close();
  });

  it('takes nothing but short names and plain notes from an address', async () => {
    const boese = encodeURIComponent('<img src=x onerror=alert(1)>');
    const seite = await besuch.seite();
    const anfragen: string[] = [];
    seite.on('request', (request) => anfragen.push(new URL(request.url()).pathname));
    await seite.goto(`${besuch.url}zettel/#merk=../../a,//boese.example/x,${KURS}~${boese}`);
    await fertig(seite);
    expect(await seite.locator('article .zettel-notiz').textContent()).toBe(
      '<img src=x onerror=alert(1)>',
    );
    expect(anfragen.filter((pfad) => pfad.includes('boese') || pfad.endsWith('/a'))).toEqual([]);
    await seite.context().close();
  });

  it('prints where a note comes from, and beside what is protected only the reader’s own', async () => {
    const herkunft = 'Notiz aus dem Link, nicht von diesem Portal';
    const nummer = encodeURIComponent('Neue Nummer 0151');
    const fremd = await oeffne(`ar/zettel/#merk=${KURS}~${nummer},${HAUS}~${nummer}`);
    const text = (await drucke(fremd)).map((blatt) => blatt.text.replaceAll('\n', ' ')).join(' ');
    // On the first page and on that of the offer.
    expect(text.split('Neue Nummer 0151')).toHaveLength(3);
    expect(text.split(herkunft)).toHaveLength(3);
    expect(await fremd.locator(`[data-code='${HAUS}'] .zettel-notiz`).count()).toBe(0);
    await fremd.context().close();

    const eigene = await besuch.seite();
    await eigene.goto(`${besuch.url}merkliste/#merk=${KURS},${HAUS}`);
    for (const [i, notiz] of ['Montag', 'Freitag'].entries()) {
      await eigene.locator('.merk-notiz input').nth(i).fill(notiz);
      await eigene.waitForURL(new RegExp(notiz));
    }
    await eigene.getByRole('link', { name: 'Handzettel' }).click();
    await eigene.waitForURL('**/zettel/#merk=**');
    await fertig(eigene);
    expect(await eigene.locator('article .zettel-notiz').allTextContents()).toEqual([
      'Montag',
      'Freitag',
    ]);
    expect(await eigene.locator('.zettel-herkunft').count()).toBe(0);
    await eigene.context().close();
  });

  it('leads to the lists where it is empty, and without JavaScript', async () => {
    for (const javaScript of [true, false]) {
      const seite = await oeffne('zettel/', { javaScript });
      expect(await seite.locator('main a[href$="/angebote/"]:visible').count()).toBe(1);
      expect(await seite.locator('main noscript p').isVisible()).toBe(!javaScript);
      await seite.context().close();
    }
  });

  it('shows an offer under the name it had before', async () => {
    const seite = await oeffne(`zettel/#merk=${kurzcode('frauenfruehstueck')}`);
    await seite.locator('article.zettel').waitFor();
    expect(await seite.locator('.zettel-titel').last().textContent()).toContain('Komm rein');
    await seite.context().close();
  });
});

it.each([
  `zettel/${BERATUNG}/`,
  `ar/zettel/${CAFE}/`,
  `ar/zettel/${SPIELGRUPPE}/`,
  `zettel/#merk=${KURS}~heute,${BERATUNG},bbbbbb`,
  `ar/zettel/#merk=${KURS},${CAFE}`,
])('/%s passes axe and fits 320 px', async (pfad) => {
  const seite = await oeffne(pfad, { breite: 320 });
  expect(await seite.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await verstoesse(seite, farbenIn(pfad))).toEqual([]);
  await seite.context().close();
});

describe('other pages on paper', () => {
  it('results of a search say what was searched and where, without anything to press', async () => {
    const s = suchseite(await besuch.seite(), `${besuch.url}suche/`);
    await s.oeffne('q=Deutsch&thema=sprache');
    const text = (await drucke(s.seite)).map((blatt) => blatt.text).join('\n');
    for (const da of [
      '3 Angebote zu „Deutsch“',
      'Sprache lernen',
      'Deutschkurs für Frauen A1',
      'https://muster.example/integration/suche/#q=Deutsch&thema=sprache',
      'Liste vom 20. November 2026',
    ])
      expect(text).toContain(da);
    for (const weg of [
      'Alle Angebote von A bis Z',
      'Karte anzeigen',
      'Reihenfolge',
      'Filter',
      'Impressum',
    ])
      expect(text).not.toContain(weg);
    await s.seite.context().close();
  });

  it('an offer shows what is folded, and each address once', async () => {
    const seite = await oeffne('ar/angebote/migrationsberatung/');
    const text = (await drucke(seite)).map((blatt) => blatt.text).join('\n');
    expect(text).toContain('Wann kann ich kommen?');
    expect(text.match(/www\.musterkreis\.example\/integration(?!\/)/g)).toHaveLength(1);
    expect(text.match(/muster\.example\/integration\/ar\/angebote/g)).toHaveLength(1);
    expect(text).not.toContain('Impressum');
    await seite.context().close();
  });

  it('an address ends with its last slash, also in lines from right to left', async () => {
    const seite = await oeffne('ar/angebote/sprachtreff-online/');
    const text = (await drucke(seite)).map((blatt) => blatt.text).join('\n');
    expect(text).toContain('https://sprachtreff.example/');
    await seite.context().close();
  });

  it('a list keeps its offers whole, and is black on white for those who like it dark', async () => {
    const seite = await oeffne('kommunen/siegburg/');
    await seite.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const karte = seite.locator('.karte').first();
    expect(
      await karte.evaluate((element) => {
        const { breakInside, color } = getComputedStyle(element);
        return [breakInside, color, getComputedStyle(document.documentElement).backgroundColor];
      }),
    ).toEqual(['avoid', 'rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    expect(await seite.locator('.kopf nav:visible').count()).toBe(0);
    await seite.context().close();
  });
});

describe('npm run handzettel', () => {
  const ordner = mkdtempSync(join(tmpdir(), 'handzettel-'));
  const ziel = join(ordner, 'heft.pdf');
  afterAll(() => rmSync(ordner, { recursive: true }));

  const handzettel = (args: string[], env: Record<string, string> = {}, ausgabe = ziel) =>
    rufe('scripts/handzettel.ts', [...args, '--ausgabe', ausgabe], {
      PORTAL_INHALT: MUSTERKREIS,
      PORTAL_ZIEL: join(WERKSTATT, 'musterkreis'),
      STICHTAG,
      ...env,
    });

  describe('makes a booklet', () => {
    const { katalog } = readKatalog(MUSTERKREIS, STICHTAG);
    const heft = toHeft(createKontext(katalog!, 'ar'), 'testdorf');
    const eintraege = heft.kapitel.flatMap(({ eintraege }) => eintraege);
    let blaetter: Blatt[];
    beforeAll(async () => {
      const { status, stderr } = handzettel([
        '--kommune',
        'testdorf',
        '--sprache',
        'ar',
        '--format',
        'a5',
      ]);
      expect(stderr).toContain('Drucke mit Seitenzahlen');
      expect(status).toBe(0);
      blaetter = await liesPdf(readFileSync(ziel));
    });

    it('with true page numbers, printed on each page but the cover', () => {
      expect(eintraege.length).toBeGreaterThan(4);
      const erste = blaetter.findIndex(({ text }) => /\/a\/\w{6}\//.test(text));
      const inhalt = blaetter
        .slice(1, erste)
        .map(({ text }) => text)
        .join('\n');
      for (const { code, titel } of eintraege) {
        const name = (titel.deutsch ?? titel.eigen).text;
        const nr = Number(new RegExp(`${RegExp.escape(name)}(\\d+)$`, 'm').exec(inhalt)?.[1]);
        expect(blaetter[nr - 1]?.text.replaceAll('\n', ' '), `${name} on page ${nr}`).toContain(
          name,
        );
        // Its end, with its address, stands there or on the next page.
        expect(
          [nr - 1, nr].some((i) => blaetter[i]?.text.includes(`/a/${code}/`)),
          name,
        ).toBe(true);
      }
      blaetter
        .slice(1)
        .forEach(({ text }, i) => expect(text).toMatch(new RegExp(`(^|\n) ?${i + 2}(\n|$)`)));
      expect(blaetter[0]!.text).not.toMatch(/^1$/m);
      expect(blaetter[0]!.mass).toEqual([420, 595]);
    });

    it('with emergency numbers on the cover, and providers at the end', () => {
      expect(blaetter[0]!.text).toMatch(/Polizei 110/);
      expect(blaetter.at(-1)!.text).toMatch(/Beispielverein e\. V\.\d/);
    });

    it('that says where nobody who needs protection is to be found', () => {
      const alles = blaetter.map(({ text }) => text).join('\n');
      expect(alles).toContain('0221 4710198');
      expect(alles).not.toContain('Probeweg');
      expect(alles).not.toContain('Beratungshaus');
    });
  });

  it('refuses content that is newer than the portal', () => {
    const inhalt = createInhalt();
    const { status, stderr } = handzettel(['--kommune', 'siegburg', '--sprache', 'ar'], {
      PORTAL_INHALT: inhalt,
    });
    rmSync(inhalt, { recursive: true });
    expect(stderr).toMatch(/Der Inhalt ist neuer als das Portal.*npm run build/);
    expect(status).toBe(1);
  });

  it('refuses a portal of another day, and a folder without one', () => {
    const morgen = handzettel(['--kommune', 'siegburg', '--sprache', 'ar'], {
      STICHTAG: '2026-11-21',
    });
    expect(morgen.stderr).toMatch(/nicht vom 21\. November 2026.*npm run build/);
    const leer = handzettel(['--kommune', 'siegburg', '--sprache', 'ar'], { PORTAL_ZIEL: ordner });
    expect(leer.stderr).toMatch(/kein gebautes Portal.*npm run build/);
    expect([morgen.status, leer.status]).toEqual([1, 1]);
  });

  it('says before it prints that the booklet could not be written', () => {
    const ausgabe = join(ordner, 'fehlt', 'heft.pdf');
    expect(handzettel(['--kommune', 'testdorf', '--sprache', 'ar'], {}, ausgabe)).toEqual({
      status: 1,
      stdout: '',
      stderr: `Die Datei „${ausgabe}“ lässt sich nicht schreiben: Den Ordner gibt es nicht; bitte zuerst anlegen.\n`,
    });
  });

  it('names what there is where somebody asks for what is not', () => {
    const { status, stderr } = handzettel(['--kommune', 'atlantis', '--sprache', 'ar']);
    expect(stderr).toMatch(/Die Kommune „atlantis“ gibt es nicht\. Möglich sind: siegburg, /);
    expect(status).toBe(2);
  });

  it.runIf(existsSync('/usr/bin/fc-list'))(
    'says that a font is missing, instead of printing boxes',
    () => {
      const dateien = (sprache: string) =>
        spawnSync('fc-list', [`:lang=${sprache}`, '--format=%{file}\\n'], {
          encoding: 'utf8',
        }).stdout.split('\n');
      const arabische = new Set(dateien('ar'));
      // Of other kinds, as of Type 1, Chromium crashes.
      const [latein] = dateien('de')
        .filter((datei) => /\.[ot]tf$/.test(datei) && !arabische.has(datei))
        .sort();
      const schriften = join(ordner, 'schriften');
      mkdirSync(schriften);
      copyFileSync(latein!, join(schriften, 'latein.ttf'));
      const konfig = join(ordner, 'fonts.conf');
      writeFileSync(
        konfig,
        `<fontconfig><dir>${schriften}</dir><cachedir>${ordner}/cache</cachedir></fontconfig>`,
      );
      rmSync(ziel, { force: true });
      const { status, stderr } = handzettel(['--kommune', 'siegburg', '--sprache', 'ar'], {
        FONTCONFIG_FILE: konfig,
      });
      expect(stderr).toMatch(/fehlt eine Schrift für: .*\p{Script=Arabic}[^]*fonts-noto-core/u);
      expect(status).toBe(1);
      expect(existsSync(ziel)).toBe(false);
    },
  );
});
