import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verstoesse } from './lib/axe.ts';
import { besuche, type Besuch, seitenarten } from './lib/browser.ts';
import { suchseite, type Suchseite } from './lib/suchseite.ts';

describe.each([
  { name: 'rhein-sieg', basis: '/', praefix: [''] },
  { name: 'musterkreis', basis: '/integration/', praefix: ['', 'ar/'] },
])('$name', ({ name, basis, praefix }) => {
  let besuch: Besuch;
  beforeAll(async () => {
    besuch = await besuche(name, basis);
  });
  afterAll(() => besuch.ende());

  const adressen = praefix.flatMap((p) =>
    seitenarten(name === 'musterkreis').map((adresse) => p + adresse),
  );

  it.each(adressen)('/%s passes axe, asks nobody else, and fits 320 px', async (adresse) => {
    const seite = await besuch.seite({ breite: 320 });
    const fremde: string[] = [];
    seite.on('request', (request) => {
      if (!request.url().startsWith(new URL(besuch.url).origin)) fremde.push(request.url());
    });
    await seite.goto(besuch.url + adresse, { waitUntil: 'networkidle' });
    expect(await seite.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    expect(fremde).toEqual([]);
    expect(await verstoesse(seite)).toEqual([]);
    await seite.context().close();
  });
});

describe.each([
  {
    name: 'rhein-sieg',
    basis: '/',
    pfad: 'suche/',
    worte: { vorschlag: 'Wohn', gefahr: 'mein Mann schlägt mich', teils: 'arabisch Hebamme' },
  },
  {
    name: 'musterkreis',
    basis: '/integration/',
    pfad: 'ar/suche/',
    worte: { vorschlag: 'Deutsch', gefahr: 'زوجي يضربني', teils: 'Kleidung arabisch' },
  },
])('the search of $name at 360 px passes axe', ({ name, basis, pfad, worte }) => {
  let besuch: Besuch;
  let s: Suchseite;
  beforeAll(async () => {
    besuch = await besuche(name, basis);
    s = suchseite(await besuch.seite({ breite: 360 }), besuch.url + pfad);
    await s.oeffne();
  });
  afterAll(() => besuch.ende());

  const pruefen = async () => {
    expect(await s.seite.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    expect(await verstoesse(s.seite)).toEqual([]);
  };

  it('with suggestions open, one of them chosen', async () => {
    await s.tippe(worte.vorschlag);
    await s.feld.press('ArrowDown');
    await pruefen();
    expect(await s.vorschlaege.getByRole('option', { selected: true }).isVisible()).toBe(true);
  });

  it('with the numbers for danger', async () => {
    await s.suche(worte.gefahr);
    await s.bereich('notruf').waitFor();
    await pruefen();
  });

  it('with nothing found', async () => {
    await s.suche('asdfgh');
    await s.bereich('leer').waitFor();
    await pruefen();
  });

  it('with offers that fit in part', async () => {
    await s.suche(worte.teils);
    await s.seite.locator('#treffer .trenner').waitFor();
    await s.seite.locator('#treffer .passung').first().waitFor();
    await pruefen();
  });

  it('with a word that was taken for another, and one left out', async () => {
    await s.suche('Deutschkrus blubberquatsch');
    await s.bereich('deutung').waitFor();
    await pruefen();
  });

  it('with a part of it that cannot be loaded', async () => {
    await s.seite.route(/suche-teile\/w/, (route) => route.abort());
    await s.oeffne('q=Deutschkurs');
    await s.bereich('stoerung').waitFor();
    await pruefen();
  });
});
