/** Every language of the built portals: nothing untranslated, nothing German unmarked, the right direction, one click away. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { sprachcodes } from '../../src/domain/portal.ts';
import { richtung, sprachTag } from '../../src/i18n/sprachen.ts';
import { STICHTAG, WERKSTATT } from './lib/bauen.ts';
import { besuche, type Besuch } from './lib/browser.ts';
import { texteDerSeite } from './lib/texte.ts';

const portal = join(WERKSTATT, 'rhein-sieg');
const { katalog } = readKatalog('content', STICHTAG);
const SPRACHEN = sprachcodes(katalog!.portal).filter((code) => code !== 'de');
const ZWOELF = ['de', 'leicht', 'en', 'ar', 'fa', 'tr', 'uk', 'ru', 'fr', 'pl', 'ro', 'ku'];

const seitenIn = (sprache: string) =>
  readdirSync(join(portal, sprache), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('index.html'));
const deutscheSeiten = seitenIn('').filter(
  (name) => !SPRACHEN.some((code) => name.startsWith(`${code}/`)),
);

it('the first Kreis is in twelve languages', () => {
  expect(sprachcodes(katalog!.portal)).toEqual(ZWOELF);
});

/** The texts that stand on a German page in German. */
const deutscheTexte = new Map(
  deutscheSeiten.map((name) => [
    name,
    new Set(
      texteDerSeite(join(portal, name))
        .filter(({ lang }) => lang === 'de')
        .map(({ text }) => text),
    ),
  ]),
);

/** Names, codes and addresses are the same in every language. */
const OHNE_SPRACHE =
  /^(\p{Lu}|[A-C][12](, [A-C][12])*:?|A[45]|SMS|WhatsApp|Telegram|https?:\/\/|a\/|[2-9b-df-hj-np-tv-xz]{3}|[\w.+-]+@[\w.-]+|[\w\p{L}-]+(\.[\w-]+)+(\/\S*)?|MiniSearch|.* – Integrationsportal .*)$/u;

describe.each(SPRACHEN)('in %s', (sprache) => {
  it('there is every page that there is in German', () => {
    expect(seitenIn(sprache).sort()).toEqual(deutscheSeiten.toSorted());
  });

  it('no text is left in German without being marked so', () => {
    const vergessen = new Map<string, string>();
    for (const name of seitenIn(sprache)) {
      const deutsch = deutscheTexte.get(name)!;
      for (const { text, lang } of texteDerSeite(join(portal, sprache, name)))
        if (lang === sprachTag(sprache) && deutsch.has(text) && !OHNE_SPRACHE.test(text))
          vergessen.set(text, name);
    }
    // Languages share single words („Kurs“, „Projekt“, „Text“), and an easy German word may stay in Leichte Sprache.
    const schrift = ['ar', 'fa', 'uk', 'ru'].includes(sprache);
    const woerter = (text: string) => text.split(' ').length;
    expect(
      [...vergessen].filter(([text]) => schrift || (sprache !== 'leicht' && woerter(text) > 3)),
    ).toEqual([]);
  });

  it('each page says its language and direction, German runs from left to right', () => {
    for (const name of [
      'index.html',
      'suche/index.html',
      'angebote/troisdorf-tafel/index.html',
      'impressum/index.html',
    ]) {
      const texte = texteDerSeite(join(portal, sprache, name));
      expect(texte[0]!.lang === sprachTag(sprache) || texte[0]!.lang === 'de', name).toBe(true);
      const falsch = texte.filter(
        ({ lang, dir, text }) =>
          lang === 'de' && dir !== 'ltr' && /\s/.test(text) && richtung(sprache) === 'rtl',
      );
      expect(
        falsch.map(({ text }) => text),
        name,
      ).toEqual([]);
    }
  });
});

describe('in the browser', () => {
  let besuch: Besuch;
  beforeAll(async () => {
    besuch = await besuche('rhein-sieg', '/');
  });
  afterAll(() => besuch.ende());

  it('another language is one choice away, without JavaScript, on the same page', async () => {
    const seite = await besuch.seite({ javaScript: false });
    await seite.goto(`${besuch.url}angebote/troisdorf-tafel/`);
    await seite.locator('.sprachwahl summary').click();
    await seite.getByRole('link', { name: 'العربية' }).click();
    await seite.waitForURL(`${besuch.url}ar/angebote/troisdorf-tafel/`);
    expect(await seite.locator('html').getAttribute('dir')).toBe('rtl');
    // Back again, by the name that German has in German.
    await seite.locator('.sprachwahl summary').click();
    await seite.getByRole('link', { name: 'Deutsch', exact: true }).click();
    await seite.waitForURL(`${besuch.url}angebote/troisdorf-tafel/`);
    await seite.context().close();
  });

  it('a search goes along into the other language', async () => {
    const seite = await besuch.seite();
    await seite.goto(`${besuch.url}suche/#q=Tafel&kommune=troisdorf`);
    await seite.locator('[data-suche][data-fertig="Tafel"]').waitFor({ state: 'attached' });
    await seite.locator('.sprachwahl summary').click();
    await seite.getByRole('link', { name: 'Українська' }).click();
    await seite.waitForURL(/\/uk\/suche\/#/);
    await seite.locator('[data-suche][data-fertig="Tafel"]').waitFor({ state: 'attached' });
    expect(decodeURIComponent(new URL(seite.url()).hash)).toBe('#q=Tafel&kommune=troisdorf');
    expect(await seite.locator('#treffer > li').count()).toBeGreaterThan(0);
    await seite.context().close();
  });

  it('in Arabic lines begin on the right, and phone numbers and German addresses run from left to right', async () => {
    const seite = await besuch.seite();
    await seite.goto(`${besuch.url}ar/angebote/troisdorf-mbe-diakonie/`);
    const mitte = (await seite.locator('html').evaluate((html) => html.clientWidth)) / 2;
    const kante = (wahl: string) =>
      seite
        .locator(wahl)
        .first()
        .evaluate((element) => {
          const bereich = document.createRange();
          bereich.selectNodeContents(element);
          return bereich.getBoundingClientRect();
        });
    for (const wahl of ['h1', '.vorspann', '.angaben dt', 'address span'])
      expect((await kante(wahl)).right, wahl).toBeGreaterThan(mitte);
    for (const wahl of ['a[href^="tel:"] bdi', 'address'])
      expect(
        await seite
          .locator(wahl)
          .first()
          .evaluate((element) => getComputedStyle(element).direction),
        wahl,
      ).toBe('ltr');
    await seite.context().close();
  });

  it('the German sentences are copied as they stand; nothing is sent', async () => {
    const seite = await besuch.seite();
    await seite.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await seite.goto(`${besuch.url}ar/angebote/troisdorf-mbe-diakonie/`);
    await seite.locator('.anfrage summary').click();
    const anfragen: string[] = [];
    seite.on('request', (request) => anfragen.push(request.url()));
    await seite.locator('.anfrage [data-kopieren]').click();
    await seite.locator('.anfrage [data-kopiert]:not(:empty)').waitFor();
    const text = await seite.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^Guten Tag\.\nIch spreche Arabisch und nur wenig Deutsch\.\n/);
    expect(text).toMatch(/Migrationsberatung für Erwachsene der Diakonie in Troisdorf/);
    expect(anfragen).toEqual([]);
    await seite.context().close();
  });

  it('where somebody in danger may be reading, the emergency numbers stand before everything else', async () => {
    const seite = await besuch.seite({ javaScript: false });
    for (const pfad of [
      'ar/',
      `ar/angebote/${kurzcode('rsk-frauenhaus')}/`,
      `ar/themen/${kurzcode('thema-gewaltschutz')}/`,
    ]) {
      await seite.goto(besuch.url + pfad);
      const kasten = seite.locator('.notruf-zeile');
      expect(await kasten.locator('a[href="tel:110"]').count(), pfad).toBe(1);
      expect((await kasten.boundingBox())!.y, pfad).toBeLessThan(780);
    }
    await seite.goto(`${besuch.url}ar/themen/deutsch-lernen/`);
    expect(await seite.locator('.notruf-zeile').count()).toBe(0);
    await seite.context().close();
  });

  it('who does not read German finds the languages on the start page, and on a page that does not exist', async () => {
    const seite = await besuch.seite({ javaScript: false });
    for (const pfad of ['', 'gibt-es-nicht/']) {
      await seite.goto(besuch.url + pfad);
      const links = seite.locator('main a[href="/ar/"]');
      expect(await links.first().isVisible(), pfad).toBe(true);
    }
    await seite.context().close();
  });

  it('a difficult word leads to its explanation on the same page', async () => {
    const seite = await besuch.seite({ javaScript: false });
    await seite.goto(`${besuch.url}ar/angebote/rsk-auslaenderbehoerde/`);
    await seite.locator('.fliesstext a.wort').first().click();
    await seite.waitForURL(/#./);
    const ziel = seite.locator(`[id="${new URL(seite.url()).hash.slice(1)}"]`);
    expect(await ziel.locator('dd').textContent()).toMatch(/\p{Script=Arabic}/u);
    expect(
      await ziel.evaluate((element) => element.getBoundingClientRect().top),
    ).toBeGreaterThanOrEqual(0);
    await seite.context().close();
  });

  it('where somebody must leave unseen, there is nothing to copy and no mail to draft', async () => {
    const seite = await besuch.seite();
    await seite.goto(`${besuch.url}ar/angebote/${kurzcode('rsk-frauenhaus')}/`);
    await seite.locator('.anfrage summary').click();
    expect(
      await seite.locator('.anfrage [data-kopieren], .anfrage a[href^="mailto:"]').count(),
    ).toBe(0);
    expect(await seite.locator('.anfrage blockquote').count()).toBe(2);
    await seite.context().close();
  });
});
