import { expect, test } from 'vitest';
import { toBestand } from '../../src/browser/bestand.ts';
import { toAngebotKarte } from '../../src/site/angebot-karte.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { toSuchtabelle } from '../../src/suche/suchtabelle.ts';
import { katalogMit } from './katalog.ts';

const katalog = katalogMit({
  a: { titel: 'Aaa', kosten: { art: 'kostenlos' }, sprachen: [{ code: 'ar', art: 'direkt' }] },
  b: {
    titel: 'Bbb',
    einzugsgebiet: ['kreisweit'],
    zielgruppen: ['frauen'],
    geprueft_am: 'unbekannt',
  },
  c: { titel: 'Ccc', schutz: ['vertraulich'], orte: [{ ort: 'Siegburg', lat: 50.79, lon: 7.2 }] },
  d: { titel: 'Ddd', orte: [{ ort: 'Siegburg', lat: 50.8, lon: 7.21 }] },
  ende: { status: 'beendet' },
});
const index = {
  hash: 'de_1',
  ergebnisse: new Map([
    ['a', 'de_a'],
    ['d', 'de_d'],
  ]),
  stuecke: [],
};

test.each(['de', 'en', 'ar'])('the browser gets the same cards as the pages (%s)', (sprache) => {
  const kontext = createKontext(katalog, sprache);
  const bestand = toBestand(JSON.parse(JSON.stringify(toSuchtabelle(kontext, index))));
  const cards = [...katalog.angebote.values()].map((angebot) => toAngebotKarte(kontext, angebot));
  expect(bestand.karten).toEqual(cards);
  expect(bestand.zeileVon.get('de_d')).toBe(3);
});

test('places: exact, only roughly known, and none for confidential offers', () => {
  const { punkte } = toBestand(toSuchtabelle(createKontext(katalog, 'de'), index));
  const { lat, lon } = katalog.vokabular.kommunen.get('siegburg')!;
  expect(punkte).toEqual([[[lat, lon, 1]], [[lat, lon, 1]], [], [[50.8, 7.21, 0]]]);
});

test('only facets and values that an offer has', () => {
  const { facetten } = toBestand(toSuchtabelle(createKontext(katalog, 'de'), index));
  const ids = facetten.map(({ id }) => id);
  expect(ids).toContain('kosten');
  expect(ids).not.toContain('deutschniveau');
  expect(facetten.find(({ id }) => id === 'zielgruppe')!.werte.map(({ id }) => id)).toEqual([
    'alle',
    'frauen',
  ]);
});

test('ended offers are not in the table', () => {
  expect(JSON.stringify(toSuchtabelle(createKontext(katalog, 'de'), index))).not.toContain(
    '"ende"',
  );
});

test('a portal without offers has an empty table', () => {
  const leer = toSuchtabelle(createKontext(katalogMit({}), 'de'), {
    ...index,
    ergebnisse: new Map(),
  });
  expect(toBestand(leer)).toMatchObject({ anzahl: 0, facetten: [] });
});
