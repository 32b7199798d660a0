/**
 * Every kind of page as it opens: the rules of axe, and how it looks to people who need it otherwise than it was drawn.
 * What opens on a page stands in `barrierefreiheit-offen.test.ts`.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { OBERFLAECHEN_SPRACHEN } from '../../src/i18n/sprachen.ts';
import { toBarrieren } from '../../src/site/barrierefreiheit/erklaerung.ts';
import { besucheEng, engstellen, maengel, zerschnittene } from './lib/anblick.ts';
import { WERKSTATT } from './lib/bauen.ts';
import { besuche, type Besuch } from './lib/browser.ts';
import { seitenarten } from '../../scripts/lib/seiten/seitenarten.ts';
import { texteDerSeite } from './lib/texte.ts';

const alle = (portal: string, sprache: string) => [
  ...seitenarten(join(WERKSTATT, portal), sprache).values(),
];

/** Every kind of page in some of the other languages, so that each language meets some kinds. */
const ANDERE = OBERFLAECHEN_SPRACHEN.filter((code) => code !== 'leicht');
const reihum = [...seitenarten(join(WERKSTATT, 'rhein-sieg'), 'de').keys()].flatMap(
  (art, i) => seitenarten(join(WERKSTATT, 'rhein-sieg'), ANDERE[i % ANDERE.length]!).get(art) ?? [],
);

describe.each([
  {
    portal: 'musterkreis',
    basis: '/integration/',
    mitFarben: [
      ...alle('musterkreis', 'de'),
      // Kinds within a kind, which have something that others have not.
      `angebote/${kurzcode('frauenhaus')}/`,
      'barrierefreiheit/',
      'gibt-es-nicht/',
    ],
    // Colours depend on the kind of page, not on its language.
    ohneFarben: alle('musterkreis', 'ar'),
    nurText: [],
  },
  {
    portal: 'rhein-sieg',
    basis: '/',
    mitFarben: ['angebote/troisdorf-tafel/', 'barrierefreiheit/', 'leichte-sprache/'],
    ohneFarben: reihum,
    // The same kinds once more: what is longer here is the text.
    nurText: alle('rhein-sieg', 'leicht'),
  },
])('$portal', ({ portal, basis, mitFarben, ohneFarben, nurText }) => {
  let besuch: Besuch;
  let seite: Page;
  const fremde: string[] = [];
  beforeAll(async () => {
    besuch = await besuche(portal, basis);
    seite = await besucheEng(besuch);
    seite.on('request', (request) => {
      if (!request.url().startsWith(new URL(besuch.url).origin)) fremde.push(request.url());
    });
  });
  afterAll(() => besuch.ende());

  it.each([
    ...mitFarben.map((adresse) => ({ adresse, finde: () => maengel(seite, true) })),
    ...ohneFarben.map((adresse) => ({ adresse, finde: () => maengel(seite, false) })),
    ...nurText.map((adresse) => ({ adresse, finde: () => engstellen(seite) })),
  ])('/$adresse is for everybody, and asks nobody else', async ({ adresse, finde }) => {
    await seite.goto(besuch.url + adresse, { waitUntil: 'load' });
    // The search brings its filters and results by itself.
    await seite.locator('[data-suche]:not([data-fertig])').waitFor({ state: 'detached' });
    expect(await finde()).toEqual([]);
    expect(fremde).toEqual([]);
  });
});

describe.each([16, 20, 24, 32])('on a phone whose letters are %s px large', (schrift) => {
  let besuch: Besuch;
  let seite: Page;
  beforeAll(async () => {
    besuch = await besuche('rhein-sieg', '/', {
      args: [`--blink-settings=defaultFontSize=${schrift}`],
    });
    seite = await besuch.seite();
  });
  afterAll(() => besuch.ende());

  it('labels of facts are whole words in every language', async () => {
    const gefunden: string[] = [];
    for (const sprache of OBERFLAECHEN_SPRACHEN) {
      const ordner = sprache === 'de' ? '' : `${sprache}/`;
      await seite.goto(`${besuch.url}${ordner}angebote/${kurzcode('troisdorf-frauenhaus')}/`);
      await seite.locator('.angaben dt').first().waitFor();
      gefunden.push(...(await zerschnittene(seite, '.angaben dt')));
    }
    expect(gefunden).toEqual([]);
  });

  // Larger, one word of a Kreis may be wider than a phone.
  it.runIf(schrift <= 24)('so are the tiles of the start page', async () => {
    const gefunden: string[] = [];
    for (const sprache of ['de', 'tr', 'ru', 'pl']) {
      await seite.goto(`${besuch.url}${sprache === 'de' ? '' : `${sprache}/`}`);
      await seite.locator('.kachel').first().waitFor();
      gefunden.push(...(await zerschnittene(seite, '.kachel')));
    }
    expect(gefunden).toEqual([]);
  });

  it('the button of a card keeps away from what stands above it', async () => {
    for (const ordner of ['', 'fa/']) {
      await seite.goto(`${besuch.url}${ordner}kommunen/windeck/`);
      const abstaende = await seite.locator('.karte-stand').evaluateAll((zeilen) =>
        zeilen.flatMap((zeile) => {
          const [stand, ...weitere] = [...zeile.children].map((teil) =>
            teil.getBoundingClientRect(),
          );
          return weitere
            .filter(({ top }) => top >= stand!.bottom)
            .map(({ top }) => top - stand!.bottom);
        }),
      );
      expect(abstaende.length).toBeGreaterThan(0);
      expect(Math.min(...abstaende)).toBeGreaterThanOrEqual(4);
    }
  });
});

describe('the statement on accessibility', () => {
  it.each(['rhein-sieg', 'musterkreis'])(
    'of %s says how far the software is, who says so, and every barrier; in other languages as German',
    (portal) => {
      for (const ordner of ['', 'ar/']) {
        const stuecke = texteDerSeite(
          join(WERKSTATT, portal, ordner, 'barrierefreiheit/index.html'),
        );
        const deutsch = stuecke.filter(({ lang }) => lang === 'de').map(({ text }) => text);
        const text = deutsch.join(' ');
        expect(text).toContain('teilweise vereinbar');
        expect(text).toContain('Selbstbewertung');
        for (const { text: barriere } of toBarrieren()) expect(text).toContain(barriere);
      }
    },
  );
});
