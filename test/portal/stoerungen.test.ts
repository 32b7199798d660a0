import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { texteDer } from '../../src/i18n/texte.ts';
import { ANGEBOTE } from './lib/bestand.ts';
import { besuche, type Besuch, schliesse } from './lib/browser.ts';
import { suchseite, type Suchseite } from './lib/suchseite.ts';

/**
 * What visitors see when something is broken. Whatever it is: the page says so, names other ways and a number, shows nothing wrong as
 * right, and works again once the fault is over. Single files that are missing altogether: `suche-netz.test.ts`.
 */
let besuch: Besuch;
/** A small Kreis, and the same with more offers: what one release published, and what the next. */
let alt: Besuch;
let neu: Besuch;
beforeAll(async () => {
  const erwartet = [
    // Pictures of the map, after the tap that asks for them.
    /^Foreign: https:\/\/sgx\.geodatenzentrum\.de\//,
    // Where the script of the search is cut: within its last word, or anywhere else.
    /^(SyntaxError: .*|ReferenceError: \w+ is not defined) \(\S+\/suche\/\)$/,
  ];
  besuch = await besuche('rhein-sieg', '/', { erwartet });
  alt = await besuche('musterkreis', '/integration/', { erwartet });
  neu = await besuche('korpus', '/integration/');
});
afterAll(() => Promise.all([besuch, alt, neu].map((einer) => einer.ende())));

/** Sends the first half of what another server has, and then nothing more. */
const halb = createServer(async (anfrage, antwort) => {
  const ganz = await fetch(new URL(anfrage.url!, besuch.url));
  const bytes = Buffer.from(await ganz.arrayBuffer());
  antwort.writeHead(200, {
    'content-type': ganz.headers.get('content-type')!,
    'content-length': bytes.length,
  });
  antwort.write(bytes.subarray(0, bytes.length / 2));
});
beforeAll(() => new Promise<void>((done) => halb.listen(0, done)));
afterAll(() => {
  halb.closeAllConnections();
  halb.close();
});

const de = texteDer('de');
const ar = texteDer('ar');
const TABELLE = /suche-tabelle\.json/;
const ZEICHEN = /suche-teile\/z\d+/;
const KARTEN = /suche-teile\/k\d+-\w+-\w+\.json/;
const SUCHE_JS = /_astro\/Suchseite.*\.js/;
const NUMMERN = ['110', '112', '116 016', '0800 1110111'];
const KURS = kurzcode('hennef-interkult-deutschkurse');

type Stoerung = (route: Route) => unknown;
/** What servers, networks and caches answer in place of a file. */
const STATT = {
  'a page that says 404': (route) =>
    route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>Not found</h1>' }),
  'an error of the server': (route) => route.fulfill({ status: 500, body: '' }),
  'the page to log in to a network': (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><form>Login</form>' }),
  'half of it': async (route) => {
    const antwort = await route.fetch();
    const ganz = await antwort.body();
    await route.fulfill({ response: antwort, body: ganz.subarray(0, ganz.length / 2) });
  },
  'other bytes': async (route) => {
    const antwort = await route.fetch();
    const ganz = await antwort.body();
    await route.fulfill({ response: antwort, body: Buffer.from(ganz.map((byte) => byte ^ 0x5a)) });
  },
  nothing: (route) => route.fulfill({ body: '' }),
} satisfies Record<string, Stoerung>;
/** A line that went silent. */
const haengt: Stoerung = () => new Promise(() => undefined);
/** It went silent in the middle of a file. */
const stockt: Stoerung = (route) => {
  const url = new URL(route.request().url());
  url.port = String((halb.address() as AddressInfo).port);
  return route.continue({ url: url.href });
};
/** Whatever stands between delivers another file of the same kind. */
const verwechselt =
  (andere: (url: string) => string): Stoerung =>
  async (route) =>
    route.fulfill({ response: await route.fetch({ url: andere(route.request().url()) }) });
const andereNummer = (url: string) =>
  url.replace(/\/([kw])(\d+)/, (_, art, nr) => `/${art}${Number(nr) + (Number(nr) < 5 ? 5 : -5)}`);

/** Visits a page; goes away afterwards. */
async function auf(
  pfad: string,
  tun: (seite: Page) => Promise<void>,
  vorher: (seite: Page) => unknown = () => undefined,
  portal = besuch,
): Promise<void> {
  const seite = await portal.seite();
  try {
    await vorher(seite);
    // Scripts that never come would keep the page from being loaded.
    await seite.goto(portal.url + pfad, { waitUntil: 'commit' });
    await seite.waitForFunction(() => document.readyState !== 'loading');
    await tun(seite);
  } finally {
    await schliesse(seite);
  }
}
/** The emergency numbers under the form, as links. */
const nummern = (seite: Page) => seite.locator('[aria-live] a[href^="tel:"]:visible');
const sucheAuf = (seite: Page, pfad = 'suche/'): Suchseite => suchseite(seite, besuch.url + pfad);

async function gestoert(s: Suchseite, texte = de): Promise<void> {
  await s.bereich('stoerung').getByText(texte['suche.gestoert.titel']!).waitFor();
  const inhalt = s.seite.getByRole('main');
  await inhalt.getByRole('link', { name: /02241/ }).first().waitFor();
  await inhalt.locator('a[href*="/themen/"]:visible').nth(5).waitFor();
  await behauptetNichts(s);
}
/** No number of results, and nothing waits for ever: what was found out first is searched once more. */
async function behauptetNichts(s: Suchseite): Promise<void> {
  await expect.poll(() => s.status()).not.toContain('…');
  expect(await s.status()).not.toMatch(/^(0|Kein)/);
  expect(await s.bereich('leer').isHidden()).toBe(true);
}
/**
 * Stops the page's style at so many milliseconds, however long the machine took.
 * Waits for the style sheets: without them, everything counts as visible.
 */
async function nach(seite: Page, ms: number): Promise<void> {
  await seite.waitForFunction(() => document.querySelector('.ersatz')!.getAnimations().length > 0);
  await seite.evaluate((zeit) => {
    for (const animation of document.getAnimations()) {
      animation.pause();
      animation.currentTime = zeit;
    }
  }, ms);
}
/** The page says that its script has not come, and what works without. */
async function zeigtErsatz(seite: Page, texte = de): Promise<void> {
  const ersatz = seite.locator('.ersatz');
  await nach(seite, 7900);
  expect(await ersatz.isVisible()).toBe(false);
  await nach(seite, 8100);
  await ersatz.getByText(texte['ersatz.text']!).waitFor();
  await ersatz.getByRole('link', { name: /02241/ }).waitFor();
  await ersatz.locator('a[href$="/angebote/"]').waitFor();
  const wartende = seite.getByText('…', { exact: false });
  for (const eines of await wartende.all()) expect(await eines.isVisible()).toBe(false);
}

describe('the search', () => {
  it.each([
    'a page that says 404',
    'the page to log in to a network',
    'half of it',
    'other bytes',
  ] as const)('says so where its table is %s, and keeps what was typed', (was) =>
    auf(
      'suche/',
      async (seite) => {
        const s = sucheAuf(seite);
        await gestoert(s);
        expect(await s.ids()).toEqual([]);
        await s.feld.fill('Deutschkurs');
        await seite.unroute(TABELLE);
        await seite.getByRole('button', { name: de['suche.gestoert.neu']! }).click();
        await s.fertig('Deutschkurs');
        expect(await s.status()).toBe('34 Angebote zu „Deutschkurs“');
        expect(await s.bereich('stoerung').isHidden()).toBe(true);
      },
      (seite) => seite.route(TABELLE, STATT[was]),
    ),
  );

  it.each([
    ['its tokens', ZEICHEN, ['half of it', 'other bytes', 'the page to log in to a network']],
    ['the words of the Wortschatz', /suche-teile\/w\d+/, ['other bytes', 'nothing']],
  ] as const)(
    'finds titles, and says that there may be more, whatever comes instead of %s',
    (_was, muster, faelle) =>
      auf('impressum/', async (seite) => {
        const s = sucheAuf(seite);
        for (const was of faelle) {
          await seite.route(muster, STATT[was]);
          await s.oeffne('q=Deutschkurs');
          await gestoert(s).catch((error: Error) => expect.fail(`${was}: ${error.message}`));
          await expect
            .poll(() => s.ids(), { message: was })
            .toContain('hennef-interkult-deutschkurse');
          await seite.unroute(muster);
        }
        await s.oeffne('q=Deutschkurs');
        expect(await s.status()).toBe('34 Angebote zu „Deutschkurs“');
      }),
  );

  it.each([
    ['words', /suche-teile\/w\d+/, andereNummer],
    ['cards', KARTEN, andereNummer],
    ['language of cards', KARTEN, (url: string) => url.replace('-de-', '-en-')],
    ['table', TABELLE, (url: string) => url.replace('suche-tabelle', 'en/suche-tabelle')],
  ])('takes no other %s for its own, and has the numbers for danger', (was, muster, andere) =>
    auf(
      'suche/#q=mein%20Mann%20schl%C3%A4gt%20mich',
      async (seite) => {
        const s = sucheAuf(seite);
        await gestoert(s);
        if (was !== 'words') await expect.poll(() => s.ids()).toEqual([]);
        await nummern(s.seite).filter({ hasText: /^110$/ }).waitFor();
      },
      (seite) => seite.route(muster, verwechselt(andere)),
    ),
  );

  it.each([
    ['suche/', 'frauenhaus', de],
    ['fa/suche/', 'خشونت', texteDer('fa')],
  ])('/%s#q=%s has the emergency numbers where its table does not come', (pfad, q, texte) =>
    auf(
      `${pfad}#q=${encodeURIComponent(q)}`,
      async (seite) => {
        const s = sucheAuf(seite, pfad);
        await gestoert(s, texte);
        await seite.locator('.notruf-zeile').getByText(texte['notruf.kurz']!).waitFor();
        expect(await nummern(seite).allTextContents()).toEqual(NUMMERN);
      },
      (seite) => seite.route(TABELLE, (route) => route.abort()),
    ),
  );

  it('says that it still runs, shows nothing else as its result, and after a while other ways', () =>
    auf(
      'suche/',
      async (seite) => {
        const s = sucheAuf(seite);
        await s.oeffne('q=Deutschkurs');
        await seite.route(KARTEN, haengt);
        await seite.clock.pauseAt(await seite.evaluate(() => Date.now() + 30_000));
        await s.feld.fill('Schuldnerberatung');
        await Promise.all([seite.waitForRequest(KARTEN), s.feld.press('Enter')]);
        await seite.clock.runFor(500);
        expect(await s.status()).toBe(de['suche.sucht']);
        expect(await s.ids()).toEqual([]);
        const wege = s.bereich('hilfe').getByRole('link', { name: /02241/ });
        await seite.clock.runFor(7400);
        expect(await wege.isVisible()).toBe(false);
        await seite.clock.runFor(200);
        expect(await wege.isVisible()).toBe(true);
        expect(await nummern(seite).allTextContents()).toEqual(NUMMERN);
        await seite.clock.runFor(12_000);
        await gestoert(s);
      },
      (seite) => seite.clock.install(),
    ));

  it('takes what was asked along into another language where its table is missing', () =>
    auf(
      'suche/#q=Kurs&kosten=kostenlos',
      async (seite) => {
        const s = sucheAuf(seite);
        await gestoert(s);
        await seite.getByText(de['suche.sortieren']!).waitFor({ state: 'hidden' });
        await s.feld.fill('Deutschkurs');
        await seite.unroute(TABELLE);
        await seite.locator('a[hreflang=en]').first().dispatchEvent('click');
        await s.fertig('Deutschkurs');
        await seite.waitForURL(/\/en\/suche\/#q=Deutschkurs&kosten=kostenlos$/);
      },
      (seite) => seite.route(TABELLE, STATT['an error of the server']),
    ));

  it('takes nothing for an answer that only looks like its table', () =>
    auf(
      'suche/',
      async (seite) => {
        const s = sucheAuf(seite);
        await gestoert(s);
        expect(await s.ids()).toEqual([]);
      },
      (seite) =>
        seite.route(TABELLE, async (route) => {
          const tabelle = (await (await route.fetch()).json()) as { naehe: unknown };
          await route.fulfill({ json: { ...tabelle, naehe: { n: 0, w: [] } } });
        }),
    ));

  it('shows no older results as those of a search that failed', () =>
    auf('suche/', async (seite) => {
      const s = sucheAuf(seite);
      await s.oeffne('q=Deutschkurs');
      await seite.route(KARTEN, STATT['an error of the server']);
      await s.suche('Schuldnerberatung');
      await gestoert(s);
      expect(await s.ids()).not.toContain('hennef-interkult-deutschkurse');
    }));

  it('takes back that offers could not be loaded when they are there', () =>
    auf('suche/', async (seite) => {
      const s = sucheAuf(seite);
      await s.oeffne('');
      await seite.route(KARTEN, STATT['an error of the server']);
      await s.bereich('mehr').click();
      await s.bereich('stoerung').waitFor();
      await seite.unroute(KARTEN);
      await s.bereich('mehr').click();
      await s.bereich('stoerung').waitFor({ state: 'hidden' });
      await expect.poll(async () => (await s.ids()).length).toBe(20);
    }));

  it('keeps nobody waiting again for what has just failed, who only opens the map', () => {
    let gefragt = 0;
    return auf(
      'suche/#q=Deutschkurs',
      async (seite) => {
        const s = sucheAuf(seite);
        await s.bereich('stoerung').waitFor();
        await s.fertig('Deutschkurs');
        const bisher = gefragt;
        await s.bereich('karte-knopf').click();
        await seite.locator('.landkarte-marke').first().waitFor();
        expect(gefragt).toBe(bisher);
        await s.suche('Deutschkurs');
        await expect.poll(() => gefragt).toBeGreaterThan(bisher);
      },
      (seite) =>
        seite.route(ZEICHEN, (route) => {
          gefragt++;
          return route.abort();
        }),
    );
  });

  it.each([
    ['is not there', STATT['a page that says 404']],
    ['is half there', STATT['half of it']],
    ['never ends', haengt],
  ])(
    'where nothing is found, names the ways without a search when the script for others %s',
    (_, statt) =>
      auf(
        'suche/#q=Xyzwqvk',
        async (seite) => {
          const s = sucheAuf(seite);
          const themen = seite.locator('[data-bereich=hilfe] a[href*="/themen/"]').nth(5);
          await expect.poll(() => s.status()).toMatch(/^(0|Kein)/);
          // At once: nobody waits until the script is given up after 20 seconds.
          await themen.waitFor({ timeout: 15_000 });
          await s.suche('Deutschkurs');
          await themen.waitFor({ state: 'hidden' });
        },
        (seite) => seite.route(/_astro\/ansicht-leer/, statt),
      ),
  );

  it('says so in the middle of a visit without a network, and works again with one', () =>
    auf('suche/', async (seite) => {
      const s = sucheAuf(seite);
      await s.oeffne('q=Deutschkurs');
      await seite.context().setOffline(true);
      await s.suche('Schuldnerberatung');
      await gestoert(s);
      await seite.getByText(de['suche.gestoert.laden']!).waitFor();
      await seite.context().setOffline(false);
      // By itself, and with new words.
      await s.bereich('stoerung').waitFor({ state: 'hidden' });
      expect(await s.status()).toMatch(/^\d+ Angebote? zu „Schuldnerberatung“/);
      await s.suche('Schuldnerberatungen');
      expect(await s.bereich('stoerung').isHidden()).toBe(true);
      expect(await s.status()).toMatch(/^\d+ Angebote? zu „Schuldnerberatungen“/);
    }));

  it.each([
    // Asked for once more after a failure.
    ['suche/', 'its table', TABELLE, haengt, 40_000, de],
    ['ar/suche/', 'its table', TABELLE, haengt, 40_000, ar],
    ['suche/', 'its tokens', ZEICHEN, haengt, 20_000, de],
    ['suche/', 'its cards', KARTEN, haengt, 20_000, de],
    ['suche/', 'the second half of its cards', KARTEN, stockt, 20_000, de],
  ])('/%s does not wait for ever for %s', (pfad, was, muster, statt, frist, texte) => {
    let gefragt: Promise<unknown>;
    return auf(
      `${pfad}#q=Deutschkurs`,
      async (seite) => {
        const s = sucheAuf(seite, pfad);
        await gefragt;
        if (was !== 'its table') await seite.getByText(texte['suche.sucht']!).waitFor();
        await vorspulen(seite, s.bereich('stoerung'), frist);
        await gestoert(s, texte);
        expect(await s.feld.inputValue()).toBe('Deutschkurs');
      },
      async (seite) => {
        await seite.clock.install();
        await seite.route(muster, statt);
        gefragt = seite.waitForRequest(muster);
      },
    );
  });

  it('keeps what was typed and sent before its script was there', () => {
    let los: () => void = () => undefined;
    const warte = new Promise<void>((done) => (los = done));
    return auf(
      'suche/',
      async (seite) => {
        const s = sucheAuf(seite);
        await s.feld.fill('Deutschkurs');
        await s.feld.press('Enter');
        los();
        await s.fertig('Deutschkurs');
        expect(await s.status()).toBe('34 Angebote zu „Deutschkurs“');
        expect(seite.url()).not.toContain('?');
      },
      (seite) =>
        seite.route(SUCHE_JS, async (route) => {
          await warte;
          await route.continue();
        }),
    );
  });

  it('reads what it can of a broken link', () =>
    auf('impressum/', async (seite) => {
      const s = sucheAuf(seite);
      for (const [fragment, q] of [
        ['q=%E0%A4%A', ''],
        ['merk=%E0%A4%A,%%%,zz', ''],
        ['thema=%E0%A4%A&kommune=gibt-es-nicht&sort=&ansicht=&nahe=%', ''],
        ['='.repeat(500), ''],
        ['q=!!!%F0%9F%99%82', '!!!🙂'],
        [`q=${'x'.repeat(20_000)}`, 'x'.repeat(200)],
      ] as const) {
        await seite.goto('about:blank');
        await seite.goto(`${besuch.url}suche/#${fragment}`);
        await s.fertig(q);
        expect(await s.feld.inputValue()).toBe(q);
        expect(await s.bereich('stoerung').isHidden()).toBe(true);
        // All of them, and not as those for something.
        expect(await s.status()).toBe(`${ANGEBOTE} Angebote`);
      }
    }));
});

describe('a page whose script does not come', () => {
  it.each([
    ['suche/', 'is not there', SUCHE_JS, STATT['a page that says 404'], de],
    ['ar/suche/', 'is not there', SUCHE_JS, STATT['a page that says 404'], ar],
    ['suche/', 'lacks a part', /_astro\/finden.*\.js/, STATT['a page that says 404'], de],
    ['suche/', 'is a page', SUCHE_JS, STATT['the page to log in to a network'], de],
    ['suche/', 'is half there', SUCHE_JS, STATT['half of it'], de],
    [
      'suche/',
      'is said to be text',
      SUCHE_JS,
      async (route: Route) =>
        route.fulfill({ response: await route.fetch(), contentType: 'text/plain' }),
      de,
    ],
    ['suche/', 'never ends', SUCHE_JS, haengt, de],
    [`merkliste/#merk=${KURS}`, 'is not there', /Merkseite.*\.js/, STATT['nothing'], de],
    [`ar/merkliste/#merk=${KURS}`, 'never ends', /Merkseite.*\.js/, haengt, ar],
    [`zettel/#merk=${KURS}`, 'is not there', /ZettelListe.*\.js/, STATT['nothing'], de],
    ['offline/', 'is not there', /Offline\.astro.*\.js/, STATT['nothing'], de],
  ])('/%s, since it %s, shows other ways', (pfad, _was, muster, statt, texte) => {
    let vorbei = false;
    return auf(
      pfad,
      async (seite) => {
        await zeigtErsatz(seite, texte);
        if (pfad.endsWith('suche/')) {
          const inDerZeile = seite.locator('main .notruf-zeile a:visible');
          expect(await inDerZeile.allTextContents()).toEqual(NUMMERN);
        }
        vorbei = true;
        await seite.goto('about:blank');
        await seite.goto(besuch.url + pfad);
        // For good, not only for eight seconds.
        await seite.locator('.ersatz[hidden]').waitFor({ state: 'attached' });
      },
      (seite) => seite.route(muster, (route) => (vorbei ? route.continue() : statt(route))),
    );
  });

  it('does not show them before', () =>
    auf(
      'suche/',
      async (seite) => {
        await nach(seite, 0);
        await seite.getByText(de['suche.laedt']!).waitFor();
        expect(await seite.locator('.ersatz').isVisible()).toBe(false);
      },
      (seite) => seite.route(SUCHE_JS, haengt),
    ));

  it('without style sheets has everything in order, and nothing of what scripts replaced', () =>
    auf(
      'suche/#q=Deutschkurs',
      async (seite) => {
        const s = sucheAuf(seite);
        await s.fertig('Deutschkurs');
        expect(await seite.locator('.ersatz').isVisible()).toBe(false);
        expect(await seite.getByText(de['suche.laedt']!).count()).toBe(0);
        expect(await s.ids()).toHaveLength(10);
        await seite.goto(`${besuch.url}angebote/troisdorf-tafel/`);
        const text = await seite.locator('body').innerText();
        const stellen = ['Troisdorfer Tafel', '02241', '116 016'].map((wort) => text.indexOf(wort));
        expect(stellen[0]).toBeGreaterThan(0);
        expect(stellen).toEqual(stellen.toSorted((a, b) => a - b));
        expect(await seite.locator('main a[href^="tel:"]').first().isVisible()).toBe(true);
      },
      (seite) => seite.route(/\.css/, (route) => route.abort()),
    ));
});

describe('a page whose script comes late', () => {
  it.each(
    ['', 'ar/'].flatMap((sprache) =>
      ['suche/', 'merkliste/', 'zettel/', 'offline/', 'diese-woche/', `angebote/${KURS}/`].map(
        (pfad) => sprache + pfad,
      ),
    ),
  )('moves nothing away from under a thumb: /%s', async (pfad) => {
    const seite = await besuch.seite();
    let warten = true;
    await seite.route(/_astro\/.*\.js/, async (route) => {
      while (warten) await seite.waitForTimeout(20);
      await route.continue();
    });
    await seite.addInitScript(() => {
      Object.assign(globalThis, { verschoben: 0 });
      new PerformanceObserver((liste) => {
        for (const eintrag of liste.getEntries())
          (globalThis as never as { verschoben: number }).verschoben += (
            eintrag as never as { value: number }
          ).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await seite.goto(besuch.url + pfad, { waitUntil: 'commit' });
    await seite.getByRole('contentinfo').waitFor();
    // It has been painted so.
    await seite.evaluate(
      () => new Promise((fertig) => requestAnimationFrame(() => setTimeout(fertig, 100))),
    );
    warten = false;
    await seite.waitForLoadState('networkidle');
    await seite.evaluate(
      () => new Promise((fertig) => requestAnimationFrame(() => setTimeout(fertig, 100))),
    );
    const verschoben = await seite.evaluate(
      () => (globalThis as never as { verschoben: number }).verschoben,
    );
    // What Core Web Vitals call good is 0.1.
    expect(verschoben).toBeLessThan(0.05);
  });
});

describe('a browser', () => {
  it.each([
    ['without WebAssembly', () => Reflect.deleteProperty(globalThis, 'WebAssembly')],
    ['without workers', () => Reflect.deleteProperty(globalThis, 'Worker')],
  ])('%s', (_was, ohne) =>
    auf(
      'suche/#q=Deutschkurs',
      async (seite) => {
        const s = sucheAuf(seite);
        await s.fertig('Deutschkurs');
        expect(await s.status()).toBe('34 Angebote zu „Deutschkurs“');
      },
      (seite) => seite.addInitScript(ohne),
    ),
  );

  it.each([
    ['that forbids to store anything', verbieteSpeicher],
    ['without room', fuelleSpeicher],
    ['as old as the oldest we name', veralte],
  ])('%s finds, keeps a list in the address, and makes a hand-out', (_was, vorher) =>
    auf(
      '',
      async (seite) => {
        const fehler: string[] = [];
        seite.on('pageerror', ({ message }) => fehler.push(message));
        await seite.locator('#suchfeld').fill('Deutschkurs');
        await seite.locator('[data-suchformular] button').click();
        const s = sucheAuf(seite);
        await s.fertig('Deutschkurs');
        expect(await s.status()).toBe('34 Angebote zu „Deutschkurs“');
        expect(await s.bereich('stoerung').isHidden()).toBe(true);
        await seite.locator('#angebot-hennef-interkult-deutschkurse [data-merken]').click();
        await seite.getByRole('link', { name: 'Merkliste (1)' }).click();
        await seite.locator('.merk-liste > li').waitFor();
        await s.bereich('geraet-knopf').click();
        if (vorher !== veralte)
          await s.bereich('geraet-meldung').getByText(de['merk.nicht_gespeichert']!).waitFor();
        await seite.getByRole('link', { name: de['zettel.link']! }).click();
        await seite.locator('article.zettel').waitFor();
        await seite.goto(`${besuch.url}offline/`);
        await seite.locator('[data-offline]').waitFor();
        if (vorher === verbieteSpeicher) await seite.getByText(de['offline.gesperrt']!).waitFor();
        await seite.goto(`${besuch.url}suche/#q=Deutschkurs&ansicht=karte`);
        await seite.locator('.landkarte-marke').first().waitFor();
        await seite.goto(`${besuch.url}angebote/troisdorf-tafel/`);
        await seite.locator('[data-kopieren]').first().dispatchEvent('click');
        await seite.locator('.merken[aria-pressed]').click();
        expect(fehler).toEqual([]);
      },
      (seite) => seite.addInitScript(vorher),
    ),
  );
});

describe('a release that arrived in part', () => {
  /** The one portal, but for some files those of the other. */
  const gemischt = async (portal: Besuch, anderes: Besuch, muster: RegExp): Promise<Suchseite> => {
    const seite = await portal.seite();
    await seite.route(muster, async (route) => {
      const antwort = await route.fetch({
        url: route.request().url().replace(portal.url, anderes.url),
      });
      await route.fulfill({ response: antwort });
    });
    return suchseite(seite, `${portal.url}suche/`);
  };

  it.each([
    ['table', TABELLE],
    ['words and tokens', /suche-teile\/[wz]/],
  ])('with the %s of another one never counts wrong', async (_was, muster) => {
    for (const [portal, anderes] of [
      [alt, neu],
      [neu, alt],
    ] as const) {
      const s = await gemischt(portal, anderes, muster);
      await s.oeffne('q=Deutschkurs');
      await s.bereich('stoerung').waitFor();
      await expect.poll(() => s.seite.locator('.suchhilfe-telefon:visible').count()).toBe(1);
      await behauptetNichts(s);
      await schliesse(s.seite);
    }
  });

  it('with what asks for words beforehand of another one finds the same', async () => {
    const eigenes = await gemischt(neu, neu, /suche-grenzen/);
    const gemischtes = await gemischt(neu, alt, /suche-grenzen/);
    for (const s of [eigenes, gemischtes]) await s.oeffne('q=Deutschkurs');
    expect(await eigenes.ids()).not.toEqual([]);
    expect(await gemischtes.ids()).toEqual(await eigenes.ids());
    expect(await gemischtes.bereich('stoerung').isHidden()).toBe(true);
    for (const { seite } of [eigenes, gemischtes]) await schliesse(seite);
  });

  it('with everything of the search of another one finds what that one has', async () => {
    const s = await gemischt(neu, alt, /suche-tabelle\.json|suche-teile/);
    await s.oeffne('');
    expect(await s.status()).toBe('15 Angebote');
    expect(await s.bereich('stoerung').isHidden()).toBe(true);
    await schliesse(s.seite);
  });
});

describe('the map', () => {
  it.each([
    ['its script', /_astro\/karte\..*\.js/],
    ['its style sheet', /landkarte\..*\.css/],
    ['its points', /suche-teile\/p-/],
  ])(
    'says that it does not come where %s never ends, and does where it comes late',
    (_was, muster) => {
      const offene: Route[] = [];
      return auf(
        'suche/#q=Deutschkurs&ansicht=karte',
        async (seite) => {
          const s = sucheAuf(seite);
          await s.fertig('Deutschkurs');
          await expect.poll(() => offene.length).toBeGreaterThan(0);
          await vorspulen(seite, seite.getByText(de['karte.fehler']!), 20_000);
          expect(await s.ids()).toHaveLength(10);
          await seite.unroute(muster);
          for (const route of offene) await route.continue().catch(() => undefined);
          await s.bereich('karte-knopf').click();
          await s.bereich('karte-knopf').click();
          await seite.locator('.landkarte-marke').first().waitFor();
          await s.bereich('karte-status').waitFor({ state: 'hidden' });
        },
        async (seite) => {
          await seite.clock.install();
          await seite.route(muster, (route) => void offene.push(route));
        },
      );
    },
  );

  it('closed while it is still on its way, shows its offers when it is opened again', () => {
    const offene: Route[] = [];
    return auf(
      'suche/#q=Deutschkurs',
      async (seite) => {
        const s = sucheAuf(seite);
        await s.fertig('Deutschkurs');
        await s.bereich('karte-knopf').click();
        await expect.poll(() => offene.length).toBeGreaterThan(0);
        await s.bereich('karte-knopf').click();
        await s.bereich('karte').waitFor({ state: 'hidden' });
        await seite.unroute(/suche-teile\/p-/);
        for (const route of offene) await route.continue().catch(() => undefined);
        await s.bereich('karte-knopf').click();
        const marken = seite.locator('.landkarte-marke');
        await marken.first().waitFor();
        const karte = (await seite.locator('.landkarte-flaeche').boundingBox())!;
        const lage = await marken.evaluateAll((alle) =>
          alle.map((eine) => eine.getBoundingClientRect()).map(({ x, y }) => ({ x, y })),
        );
        expect(
          lage.filter(({ x, y }) => x < karte.x || x > karte.x + karte.width || y < karte.y),
        ).toEqual([]);
      },
      (seite) => seite.route(/suche-teile\/p-/, (route) => void offene.push(route)),
    );
  });

  it('opens a place at once, names its offers when they come, and leaves alone who has gone on', () => {
    const offene: Route[] = [];
    const laedt = '.leaflet-popup [role=status]';
    return auf(
      'suche/#ansicht=karte',
      async (seite) => {
        const s = sucheAuf(seite);
        await s.fertig('');
        await seite.route(KARTEN, (route) => void offene.push(route));
        const marke = seite.locator('.landkarte-marke:not(:empty)', { hasText: /\d\d/ }).first();
        await marke.press('Enter');
        await seite.locator(laedt).waitFor();
        await expect.poll(() => offene.length).toBeGreaterThan(0);
        await s.feld.focus();
        for (const route of offene.splice(0)) await route.continue();
        await seite.locator('.landkarte-liste li').first().waitFor();
        await seite.keyboard.type('Hilfe');
        expect(await s.feld.inputValue()).toBe('Hilfe');
      },
      undefined,
      besuch,
    );
  });

  it('says so where more offers of a place do not come, and tries again', () =>
    auf('suche/#ansicht=karte', async (seite) => {
      const s = sucheAuf(seite);
      await s.fertig('');
      const groesste = await seite
        .locator('.landkarte-marke')
        .evaluateAll((alle) =>
          alle.map(({ textContent }) => Number(textContent)).reduce((a, b) => Math.max(a, b)),
        );
      await seite
        .locator('.landkarte-marke', { hasText: String(groesste) })
        .first()
        .press('Enter');
      const eintraege = seite.locator('.landkarte-liste li');
      await expect.poll(() => eintraege.count()).toBe(20);
      // They are in more than one file, and not all answers come at once.
      let gefragt = 0;
      await seite.route(KARTEN, async (route) => {
        await new Promise((done) => setTimeout(done, gefragt++ * 1_000));
        await STATT['an error of the server'](route);
      });
      const mehr = seite.locator('.landkarte-liste > button', { hasText: /weitere/ });
      // By keyboard: the map may still be moving below a finger.
      await mehr.press('Enter');
      await expect.poll(() => gefragt).toBeGreaterThan(1);
      await seite.locator('.landkarte-liste [role=alert]', { hasText: /./ }).waitFor();
      await seite.unroute(KARTEN);
      await mehr.press('Enter');
      await expect.poll(() => eintraege.count()).toBeGreaterThan(20);
      expect(await seite.locator('.landkarte-liste [role=alert]').textContent()).toBe('');
    }));

  it.each([
    ['refused', (route: Route) => route.abort()],
    ['never sent', haengt],
  ])('keeps its drawing, and says so, where the pictures of another server are %s', (was, statt) =>
    auf(
      'suche/#ansicht=karte',
      async (seite) => {
        await seite.getByRole('button', { name: de['karte.kacheln.laden']! }).click();
        const gesagt = seite.getByText(de['karte.kacheln.fehler']!);
        if (was === 'refused') await gesagt.waitFor();
        else await vorspulen(seite, gesagt, 20_000);
        await seite.locator('.landkarte-flaeche .kreiskarte-grund').waitFor();
        await seite.locator('.landkarte-name').nth(3).waitFor({ state: 'attached' });
      },
      async (seite) => {
        if (was !== 'refused') await seite.clock.install();
        await seite.route(/geodatenzentrum/, statt);
      },
      alt,
    ),
  );

  it('and the distance do without where the device does not say where it is', () =>
    auf(
      'suche/',
      async (seite) => {
        const s = sucheAuf(seite);
        await s.fertig('');
        await s.bereich('filter-titel').click();
        for (const text of [de['naehe.abgelehnt']!, de['naehe.fehlgeschlagen']!]) {
          await s.bereich('standort').click();
          await seite.getByText(text).waitFor();
        }
        expect(await s.status()).toMatch(new RegExp(`^${ANGEBOTE} `));
      },
      (seite) =>
        seite.addInitScript(() => {
          // Refused, then out of time.
          const codes = [1, 3];
          navigator.geolocation.getCurrentPosition = (_gut, schlecht) =>
            schlecht?.({ code: codes.shift(), PERMISSION_DENIED: 1 } as GeolocationPositionError);
        }),
    ));
});

describe('a clock that is wrong', () => {
  it.each([
    ['2019-02-01', false],
    ['2034-06-30', true],
  ])('by years (%s) calls no day today', (tag, spaeter) =>
    auf(
      'diese-woche/',
      async (seite) => {
        await seite.locator('[data-woche]').waitFor();
        const alt = seite.getByText(de['kalender.woche.alt']!);
        // The other one is hidden without its script, too: what its script does comes with the sections.
        if (spaeter) await alt.waitFor();
        else await seite.locator('[data-tag]').first().waitFor();
        expect(await alt.isVisible()).toBe(spaeter);
        expect(await seite.locator('[data-heute]:visible').count()).toBe(0);
      },
      (seite) => seite.clock.setFixedTime(new Date(`${tag}T12:00:00Z`)),
    ),
  );
});

describe('the list', () => {
  const MERKLISTE = /_astro\/merkliste\..*\.js/;

  it('says so where a tap on its button leads nowhere', () =>
    auf(
      'angebote/troisdorf-tafel/',
      async (seite) => {
        await seite.locator('.merken[aria-pressed]').click();
        await vorspulen(seite, seite.getByText(de['merk.fehler']!), 20_000);
      },
      async (seite) => {
        await seite.clock.install();
        await seite.route(MERKLISTE, haengt);
      },
    ));

  it('does not get lost unnoticed between pages', () =>
    auf(
      `angebote/troisdorf-tafel/#merk=${KURS}`,
      async (seite) => {
        await seite.getByText(de['merk.fehler']!).waitFor();
        await seite.unroute(MERKLISTE);
        await seite.reload();
        await seite.getByRole('link', { name: 'Merkliste (1)' }).waitFor();
      },
      (seite) => seite.route(MERKLISTE, STATT['nothing']),
    ));

  it.each([
    ['merkliste/', de, TABELLE, STATT['the page to log in to a network'], 0],
    ['merkliste/', de, KARTEN, verwechselt(andereNummer), 0],
    // Asked for once more after a failure.
    ['ar/merkliste/', ar, TABELLE, haengt, 40_000],
  ])(
    'on /%s says that its offers cannot be shown, and comes back',
    (pfad, texte, muster, statt, frist) => {
      let gefragt: Promise<unknown>;
      return auf(
        `${pfad}#merk=${KURS}`,
        async (seite) => {
          await gefragt;
          await vorspulen(seite, seite.getByText(texte['suche.gestoert.laden']!), frist);
          await seite.locator('.ersatz').getByRole('link', { name: /02241/ }).waitFor();
          expect(await seite.getByText(texte['merk.leer']!).isVisible()).toBe(false);
          await seite.unroute(muster);
          await seite.getByRole('button', { name: texte['suche.gestoert.neu']! }).click();
          await seite.locator('.merk-liste > li').waitFor();
          await seite.locator('.ersatz').waitFor({ state: 'hidden' });
        },
        async (seite) => {
          await seite.clock.install();
          await seite.route(muster, statt);
          gefragt = seite.waitForRequest(muster);
        },
      );
    },
  );

  it.each([
    ['a page to log in', STATT['the page to log in to a network'], 0],
    ['nothing', haengt, 20_000],
  ])('on paper claims of no offer that it is gone where %s comes', (_was, statt, frist) => {
    const muster = new RegExp(`zettel/${KURS}/`);
    let gefragt: Promise<unknown>;
    return auf(
      `zettel/#merk=${KURS}`,
      async (seite) => {
        await gefragt;
        await vorspulen(seite, seite.getByText(de['zettel.stoerung']!), frist);
        expect(await seite.locator('[data-bereich=fehlt]').isVisible()).toBe(false);
        await seite.locator('main a[href$="/angebote/"]:visible').waitFor();
        await seite.unroute(muster);
        await seite.reload();
        await seite.locator('article.zettel').waitFor();
      },
      async (seite) => {
        await seite.clock.install();
        await seite.route(muster, statt);
        gefragt = seite.waitForRequest(muster);
      },
    );
  });
});

describe('what is stored on the device', () => {
  const verderbe = async (seite: Page) => {
    await seite.evaluate(async () => {
      const cache = await caches.open('offline / de verdorben');
      await cache.put('/offline/gespeichert.json', new Response('{"hash"'));
      await navigator.serviceWorker.register('/sw.js', { scope: '/' });
      await navigator.serviceWorker.ready;
    });
  };

  it('never stands between the page and the network, however broken it is', () =>
    auf('impressum/', async (seite) => {
      await verderbe(seite);
      const s = sucheAuf(seite);
      await s.oeffne('q=Deutschkurs');
      expect(await s.status()).toBe('34 Angebote zu „Deutschkurs“');
      // And the next visit clears it away.
      await seite.goto(`${besuch.url}offline/`);
      await seite.getByRole('button', { name: /^Offline speichern/ }).waitFor();
      expect(await seite.evaluate(() => caches.keys())).toEqual([]);
    }));

  it('is not said to be deleted where that failed', () =>
    auf('offline/', async (seite) => {
      await seite.evaluate(() => localStorage.setItem('merkliste', ''));
      await seite.reload();
      const loeschen = seite.getByRole('button', { name: de['offline.loeschen']! });
      await loeschen.waitFor();
      await seite.evaluate(() => {
        caches.keys = () => Promise.reject(new DOMException('', 'UnknownError'));
      });
      await loeschen.click();
      await seite.getByText(de['offline.nicht_geloescht']!).waitFor();
      expect(await seite.getByText(de['offline.geloescht']!).isVisible()).toBe(false);
    }));
});

it.each([
  ['an offer', 'angebote/deutschkurs-frauen/'],
  ['the search, which begins with a script of its own', 'suche/'],
])(
  '%s is shown where its style sheets never come, and gets them where they come late',
  (_was, adresse) => {
    const offene: Route[] = [];
    return auf(
      adresse,
      async (seite) => {
        // Browsers paint nothing while they wait for style sheets.
        const gezeigt = () => performance.getEntriesByType('paint').length > 0;
        await expect.poll(() => seite.evaluate(gezeigt)).toBe(true);
        await seite.unroute(/\.css/);
        for (const route of offene) await route.continue().catch(() => undefined);
        await seite.waitForFunction(() =>
          [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(
            ({ sheet, media }) => sheet && media === 'all',
          ),
        );
      },
      async (seite) => {
        // Time runs ten times as fast; a clock of the test's own would hide what is painted.
        await seite.addInitScript(() => {
          const warte = setTimeout;
          Object.assign(globalThis, {
            setTimeout: (tun: () => void, ms: number) => warte(tun, ms / 10),
          });
        });
        await seite.route(/\.css/, (route) => void offene.push(route));
      },
      alt,
    );
  },
);

describe('the search box of the start page', () => {
  it('keeps what was typed and sent before its script was there', () => {
    let los: () => void = () => undefined;
    const warte = new Promise<void>((done) => (los = done));
    return auf(
      '',
      async (seite) => {
        await seite.locator('#suchfeld').fill('Deutschkurs');
        await seite.locator('#suchfeld').press('Enter');
        expect(await seite.locator('#suchfeld').inputValue()).toBe('Deutschkurs');
        los();
        const s = suchseite(seite, `${alt.url}suche/`);
        await s.fertig('Deutschkurs');
        expect(await s.status()).toMatch(/zu „Deutschkurs“$/);
      },
      (seite) =>
        seite.route(/Suchformular.*\.js/, async (route) => {
          await warte;
          await route.continue();
        }),
      alt,
    );
  });

  it('leads on where its script never comes', () =>
    auf(
      '',
      async (seite) => {
        const link = seite.locator('form .ersatz a');
        await seite.waitForFunction(() => document.getAnimations().length > 0);
        await seite.evaluate(() => {
          for (const animation of document.getAnimations()) animation.finish();
        });
        await link.click();
        await suchseite(seite, `${alt.url}suche/`).fertig('');
      },
      (seite) => seite.route(/Suchformular.*\.js/, haengt),
      alt,
    ));
});

/**
 * Time passes until something is there: about as long as was promised, not much less and not much more.
 * @param frist in milliseconds; 0 where nothing is to be waited for
 */
async function vorspulen(
  seite: Page,
  bis: ReturnType<Page['locator']>,
  frist: number,
): Promise<void> {
  if (frist === 0) return bis.waitFor();
  const da = () =>
    bis.waitFor({ timeout: 500 }).then(
      () => true,
      () => false,
    );
  let viertel = 0;
  do {
    viertel++;
    await seite.clock.fastForward(frist / 4);
    // What is tried again starts its own time.
  } while (!(await da()) && viertel < 6);
  await bis.waitFor();
  expect(viertel).toBeGreaterThan(2);
}

/** Private windows and strict settings: cookies are blocked, and every storage with them. */
function verbieteSpeicher(): void {
  const verboten = () => {
    throw new DOMException('Access is denied', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
    Object.defineProperty(globalThis, name, { get: verboten });
}

function fuelleSpeicher(): void {
  const voll = () => {
    throw new DOMException('Full', 'QuotaExceededError');
  };
  Storage.prototype.setItem = voll;
  CacheStorage.prototype.open = () =>
    Promise.reject(new DOMException('Full', 'QuotaExceededError'));
}

/** Takes away what browsers between the oldest we name and today's have learned. */
function veralte(): void {
  const neues: [object | undefined, string[]][] = [
    [AbortSignal, ['timeout', 'any']],
    [AbortSignal.prototype, ['throwIfAborted', 'reason']],
    [Array, ['fromAsync']],
    [Array.prototype, ['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
    [String.prototype, ['isWellFormed', 'toWellFormed']],
    [Object, ['groupBy', 'hasOwn']],
    [Map, ['groupBy']],
    [Promise, ['withResolvers', 'try']],
    [RegExp, ['escape']],
    [URL, ['parse', 'canParse']],
    [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf']],
    [
      Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object,
      [
        'map',
        'filter',
        'toArray',
        'some',
        'every',
        'find',
        'flatMap',
        'reduce',
        'forEach',
        'take',
        'drop',
      ],
    ],
    [Intl, ['Segmenter', 'DurationFormat']],
    [Element.prototype, ['checkVisibility', 'setHTML', 'showPopover']],
    [Navigator.prototype, ['share', 'clipboard', 'locks', 'userActivation', 'storage']],
    [
      globalThis,
      [
        'structuredClone',
        'URLPattern',
        'IntersectionObserver',
        'navigation',
        'speechSynthesis',
        'DecompressionStream',
        'Iterator',
        'scheduler',
        'requestIdleCallback',
      ],
    ],
  ];
  for (const [woran, namen] of neues)
    for (const name of namen) if (woran) Reflect.deleteProperty(woran, name);
}
