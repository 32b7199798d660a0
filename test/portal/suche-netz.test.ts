import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KARTEN_JE_BLOCK } from '../../src/suche/suchtabelle.ts';
import { ANGEBOTE } from './lib/bestand.ts';
import { besuche, type Besuch, schliesse } from './lib/browser.ts';
import { suchseite, type Suchseite } from './lib/suchseite.ts';

/** What the search asks of the server, and what it does where it gets no answer. */
let besuch: Besuch;
let s: Suchseite;
beforeAll(async () => {
  besuch = await besuche('rhein-sieg', '/');
});
afterAll(() => besuch.ende());
// The browser's cache must not answer in place of what is aborted.
beforeEach(async () => {
  s = suchseite(await besuch.seite(), `${besuch.url}suche/`);
});
afterEach(() => schliesse(s.seite));

const WOERTER = /suche-teile\/w\d+-\w+\.json/;
const ZEICHEN = /suche-teile\/z\d+-\w+\.json/;
const KARTEN = /suche-teile\/k\d+-de-\w+\.json/;
const TABELLE = /suche-tabelle\.json/;
/** The script that shows results. */
const ANSICHT = /_astro\/Suchseite.*\.js/;
const PUNKTE = /suche-teile\/p-\w+\.json/;
const BLOECKE = Math.ceil(ANGEBOTE / KARTEN_JE_BLOCK);

const sperren = (muster: RegExp) => s.seite.route(muster, (route) => route.abort());
const gestoert = async () => {
  await s.bereich('stoerung').getByText('Die Suche ist zurzeit gestört').waitFor();
  await hilft();
};
/** Topics and a phone number are there. */
const hilft = async () => {
  const inhalt = s.seite.getByRole('main');
  await inhalt.getByRole('link', { name: /02241/ }).first().waitFor();
  await inhalt.locator('a[href^="/themen/"]:visible').nth(5).waitFor();
};
const behauptetNichts = async () => {
  expect(await s.status()).not.toMatch(/^(0|Kein)/);
  expect(await s.bereich('leer').isHidden()).toBe(true);
};

/** Lets what is asked for wait until it is called. */
const halteAuf = async (muster: RegExp) => {
  let weiter = () => {};
  const frei = new Promise<void>((done) => (weiter = done));
  await s.seite.route(muster, async (route) => {
    await frei;
    await route.continue();
  });
  return async () => {
    const antwort = s.seite.waitForResponse(muster);
    weiter();
    await (await antwort).finished();
    // What it leads to has had its turn.
    await s.seite.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  };
};

describe('an answer that comes late', () => {
  it('leaves the list of a newer search alone', async () => {
    await s.oeffne();
    const alle = await s.ids();
    const weiter = await halteAuf(KARTEN);
    await Promise.all([s.seite.waitForRequest(KARTEN), s.feld.fill('Schuldnerberatung')]);
    await s.tippe('');
    expect(await s.ids()).toEqual(alle);
    await weiter();
    expect(await s.ids()).toEqual(alle);
    expect(await s.status()).toBe(`${ANGEBOTE} Angebote`);
  });

  it('names no place from where distances are told no more', async () => {
    await s.seite.setViewportSize({ width: 1280, height: 800 });
    await s.oeffne();
    const weiter = await halteAuf(WOERTER);
    await s.bereich('nahe').fill('Hennef');
    await Promise.all([s.seite.waitForRequest(WOERTER), s.bereich('nahe').press('Enter')]);
    await s.bereich('nahe-loeschen').click();
    await weiter();
    expect(await s.bereich('nahe-meldung').textContent()).toBe('');
    expect(await s.bereich('nahe').inputValue()).toBe('');
  });
});

describe('another language', () => {
  const wechsle = async () => {
    await s.seite.locator('a[hreflang=en]').first().dispatchEvent('click');
    await s.seite.waitForURL(/\/en\/suche\//);
  };

  it('gets words that were just typed', async () => {
    await s.oeffne();
    await s.tippe('Deutschkurs');
    await wechsle();
    await s.fertig('Deutschkurs');
    expect(await s.status()).toMatch(/^34 /);
  });

  it('gets words that have come into the address, and so does paper', async () => {
    await s.oeffne();
    await s.tippe('Deutschkurs');
    await s.feld.press('Enter');
    await s.seite.waitForURL(/#q=Deutschkurs$/);
    const druck = await s.seite.locator('[data-druckadresse]').textContent();
    expect(druck).toMatch(/#q=Deutschkurs$/);
    const link = s.seite.locator('a[hreflang=en]').first();
    expect(await link.getAttribute('href')).toMatch(/#q=Deutschkurs$/);
    await wechsle();
    await s.fertig('Deutschkurs');
  });

  it('gets words that never stand in the address, beside filters that do', async () => {
    await s.oeffne('kosten=kostenlos');
    await s.tippe('mein Mann schlägt mich');
    expect(s.seite.url()).not.toContain('Mann');
    await wechsle();
    await s.fertig('mein Mann schlägt mich');
    expect(s.seite.url()).not.toContain('Mann');
    await s.bereich('notruf').getByRole('link', { name: '110', exact: true }).waitFor();
  });

  it.each([
    ['Control', 'once the search is there'],
    ['Shift', 'once the search is there'],
    ['Control', 'before it is'],
  ] as const)(
    'in another tab (%s) leaves nothing for whoever searches next: %s',
    async (taste, wann) => {
      const weiter = wann === 'before it is' ? await halteAuf(TABELLE) : undefined;
      if (weiter) await s.seite.goto(`${besuch.url}suche/`);
      else await s.oeffne();
      await s.feld.fill('mein Mann schlägt mich');
      if (!weiter) await s.fertig('mein Mann schlägt mich');
      const link = s.seite.locator('a[hreflang=en]').first();
      await s.seite.locator('.sprachwahl summary').click();
      const [anderer] = await Promise.all([
        s.seite.context().waitForEvent('page'),
        link.click({ modifiers: [taste] }),
      ]);
      await anderer.close();
      await weiter?.();
      await s.seite.goto('about:blank');
      await s.seite.goto(`${besuch.url}suche/`);
      await s.seite.locator('[data-fertig]').waitFor({ state: 'attached' });
      expect(await s.feld.inputValue()).toBe('');
    },
  );
});

describe('requests', () => {
  it('do not grow with the hits: cards come in blocks, and none of them twice', async () => {
    const anfragen: string[] = [];
    s.seite.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname !== '/favicon.svg') anfragen.push(pathname);
    });
    await s.oeffne();
    anfragen.length = 0;
    await s.tippe('Deutschkurs');
    expect(await s.status()).toBe('34 Angebote zu „Deutschkurs“');
    const suche = [...anfragen];
    expect(suche.filter((pfad) => pfad.includes('/pagefind/'))).toEqual([]);
    expect(suche.filter((pfad) => WOERTER.test(pfad)).length).toBeGreaterThan(0);
    // Words, tokens and blocks of cards, whatever is found.
    expect(suche.length).toBeLessThan(20);

    for (const bis of [20, 30, 34]) {
      await s.bereich('mehr').click();
      await s.seite.locator(`#treffer > li[id^=angebot-] >> nth=${bis - 1}`).waitFor();
      expect(await s.ids()).toHaveLength(bis);
    }
    expect(await s.bereich('mehr').isHidden()).toBe(true);
    const mehr = anfragen.slice(suche.length);
    expect(mehr.filter((pfad) => !KARTEN.test(pfad))).toEqual([]);
    expect(anfragen.filter((pfad) => KARTEN.test(pfad)).length).toBeLessThanOrEqual(BLOECKE);
    expect(anfragen.filter((pfad, i) => anfragen.indexOf(pfad) !== i)).toEqual([]);

    // What was asked before costs nothing.
    anfragen.length = 0;
    await s.suche('');
    await s.suche('Deutschkurs');
    expect(anfragen.filter((pfad) => !KARTEN.test(pfad))).toEqual([]);
  });

  it('of a link go as far as its first cards before the script that shows them is there, and none of them twice', async () => {
    const teile: string[] = [];
    s.seite.on('request', (request) => {
      if (request.url().includes('/suche-teile/')) teile.push(request.url());
    });
    let los = () => {};
    const warte = new Promise<void>((done) => (los = done));
    await s.seite.route(ANSICHT, async (route) => {
      await warte;
      await route.continue();
    });
    const karten = s.seite.waitForRequest(KARTEN);
    await s.seite.goto(`${besuch.url}suche/#q=Deutschkurs`, { waitUntil: 'commit' });
    await karten;
    const frueh = teile.length;
    los();
    await s.fertig('Deutschkurs');
    expect(await s.status()).toBe('34 Angebote zu „Deutschkurs“');
    expect(await s.ids()).toHaveLength(10);
    expect(teile).toHaveLength(frueh);
    expect(new Set(teile).size).toBe(frueh);
  });

  it.each([
    ['of a link', () => s.seite.goto(`${besuch.url}suche/#q=Deutschkurs`, { waitUntil: 'commit' })],
    [
      'of what was typed on another page',
      async () => {
        await s.seite.goto(besuch.url);
        const feld = s.seite.getByRole('searchbox').first();
        await feld.fill('Deutschkurs');
        await feld.press('Enter', { noWaitAfter: true });
      },
    ],
  ])('%s begin with its words and tokens, while the table is on its way', async (_was, oeffne) => {
    const abgerufen: string[] = [];
    const { promise: warte, resolve: los } = Promise.withResolvers<void>();
    await s.seite.route(/suche-(tabelle|teile)/, async (route) => {
      const url = route.request().url();
      if (TABELLE.test(url)) await warte;
      else abgerufen.push(url);
      await route.continue();
    });
    const frueh = [WOERTER, ZEICHEN].map((muster) => s.seite.waitForRequest(muster));
    await oeffne();
    await Promise.all(frueh);
    expect(abgerufen.filter((url) => KARTEN.test(url))).toEqual([]);
    los();
    await s.fertig('Deutschkurs');
    expect(await s.status()).toBe('34 Angebote zu „Deutschkurs“');
    expect(abgerufen.filter((url, i) => abgerufen.indexOf(url) !== i)).toEqual([]);
  });
});

describe('when something cannot be loaded', () => {
  it.each([
    ['the table', TABELLE],
    ['the tokens', ZEICHEN],
    ['the words of the Wortschatz', WOERTER],
    ['the cards', KARTEN],
    ['words and cards', /suche-teile\/[wk]/],
  ])('without %s the page says so and names topics and a phone number', async (_was, muster) => {
    let gesperrt = 0;
    await s.seite.route(muster, (route) => {
      gesperrt++;
      return route.abort();
    });
    await s.seite.goto(`${besuch.url}suche/#q=Deutschkurs`);
    await gestoert();
    await behauptetNichts();
    expect(gesperrt).toBeGreaterThan(0);
  });

  it.each([
    ['the tokens', ZEICHEN],
    ['the words of the Wortschatz', WOERTER],
  ])('without %s it still finds offers by their titles', async (_was, muster) => {
    await sperren(muster);
    await s.oeffne('q=Deutschkurs');
    await gestoert();
    await expect.poll(() => s.ids()).toContain('hennef-interkult-deutschkurse');
    // Where they find nothing, nobody knows that there is nothing.
    await s.suche('Schuldnerberatung qwertz');
    await gestoert();
    await behauptetNichts();
    await expect.poll(() => s.ids()).toEqual([]);
  });

  it.each([
    ['the tokens', ZEICHEN],
    ['the cards', /suche-teile\/k/],
    ['the words', /suche-teile\/w/],
  ])('without %s it still says where somebody in danger gets help', async (_was, muster) => {
    await sperren(muster);
    await s.oeffne(`q=${encodeURIComponent('mein Mann schlägt mich')}`);
    await gestoert();
    const nummern = s.bereich('notruf').getByRole('link');
    await expect
      .poll(() => nummern.allTextContents())
      .toEqual(expect.arrayContaining(['110', '116 016']));
  });

  it('without the points the list is whole, and the map says why it is not there', async () => {
    await sperren(PUNKTE);
    await s.oeffne('q=Deutschkurs&ansicht=karte&nahe=53773');
    expect(await s.status()).toBe('34 Angebote zu „Deutschkurs“');
    expect(await s.ids()).toHaveLength(10);
    await s.seite.getByText('Die Karte konnte nicht geladen werden').waitFor();
    await behauptetNichts();
  });

  it('more offers that cannot be loaded are not simply missing', async () => {
    await s.oeffne();
    await sperren(KARTEN);
    const mehr = s.bereich('mehr');
    const gezeigt = (await s.ids()).length;
    // What the next step shows reaches beyond the first block of cards.
    expect(gezeigt).toBeLessThan(KARTEN_JE_BLOCK);
    expect(2 * gezeigt).toBeGreaterThan(KARTEN_JE_BLOCK);
    await mehr.click();
    await gestoert();
    expect(await s.ids()).toHaveLength(gezeigt);
    // And once the line is back, they come.
    await s.seite.unroute(KARTEN);
    await mehr.click();
    await s.seite.locator(`#treffer > li[id^=angebot-] >> nth=${2 * gezeigt - 1}`).waitFor();
  });

  it('what the page before handed over is there the next time where the script that shows results did not come', async () => {
    await sperren(ANSICHT);
    await s.seite.goto(besuch.url);
    const karten = s.seite.waitForRequest(KARTEN);
    await s.seite.locator('form[data-suchformular] input').fill('Deutschkurs');
    await s.seite.keyboard.press('Enter');
    await karten;
    await s.seite.unroute(ANSICHT);
    await s.seite.reload();
    await s.fertig('Deutschkurs');
    expect(await s.status()).toBe('34 Angebote zu „Deutschkurs“');
  });

  it('says so as well where it worked before, and works again afterwards', async () => {
    await s.oeffne('q=Deutschkurs');
    await sperren(WOERTER);
    await s.suche('Wohnung');
    await gestoert();
    await behauptetNichts();
    await s.seite.unroute(WOERTER);
    await s.suche('Wohnungen');
    expect(await s.bereich('stoerung').isHidden()).toBe(true);
    expect(await s.status()).toMatch(/^\d+ Angebote zu „Wohnungen“/);
  });
});
