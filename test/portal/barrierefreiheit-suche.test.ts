import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verstoesse } from './lib/axe.ts';
import { besuche, type Besuch } from './lib/browser.ts';
import { suchseite, type Suchseite } from './lib/suchseite.ts';

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
