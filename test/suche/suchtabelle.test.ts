import { expect, test, vi } from 'vitest';
import { toBestand } from '../../src/browser/bestand.ts';
import { toAngebotKarte } from '../../src/site/angebot-karte.ts';
import { createKontext } from '../../src/site/kontext.ts';
import {
  type Kartenblock,
  type PunktDef,
  type Teil,
  inBloecken,
  toKartenblock,
  toPunkte,
  toSuchtabelle,
  zeilenVon,
} from '../../src/suche/suchtabelle.ts';
import { entpacken, type Spalte } from '../../src/suche/spalten.ts';
import { katalogMit } from './katalog.ts';

const katalog = katalogMit({
  a: {
    titel: 'Aaa',
    telefon: '+492214710123',
    kosten: { art: 'kostenlos' },
    sprachen: [{ code: 'ar', art: 'direkt' }],
  },
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
  teile: 't1',
  woerter: [],
  zeichen: [],
  anliegen: '',
  gefahr: [],
};
const keinTeil = () => Promise.reject(new Error('There are no parts'));

/** The table as the browser reads it, with the parts of the build. */
function oeffne(sprache: string) {
  const kontext = createKontext(katalog, sprache);
  const teile: Record<string, unknown> = { 'p-t1': toPunkte(katalog) };
  inBloecken(zeilenVon(katalog)).forEach(
    (block, i) => (teile[`k${i}-${sprache}-t1`] = toKartenblock(kontext, block)),
  );
  const durchDatei = <T>(inhalt: T) => JSON.parse(JSON.stringify(inhalt)) as T;
  const ladeTeil = vi.fn(async (datei: string) =>
    durchDatei<Teil>({ teil: datei, inhalt: teile[datei] }),
  );
  const bestand = toBestand(durchDatei(toSuchtabelle(kontext, index)), ladeTeil);
  return { kontext, bestand, ladeTeil };
}

test.each(['de', 'en', 'ar'])(
  'the browser gets the same cards as the pages (%s)',
  async (sprache) => {
    const { kontext, bestand } = oeffne(sprache);
    await bestand.lade([0, 1, 2, 3]);
    zeilenVon(katalog).forEach((angebot, row) => {
      const { veraltet, ...karte } = toAngebotKarte(kontext, angebot);
      const { punkt, ...gelesen } = bestand.karten[row]!;
      expect(gelesen).toMatchObject(karte);
      expect(bestand.veraltet[row]).toBe(veraltet);
      expect(punkt).toBe(angebot.id !== 'c');
    });
  },
);

test('cards and points are loaded once, and again after a failure', async () => {
  const { bestand, ladeTeil } = oeffne('de');
  ladeTeil.mockRejectedValueOnce(new Error('offline'));
  await expect(bestand.lade([0])).rejects.toThrow('offline');
  await bestand.lade([0]);
  await bestand.lade([1, 2]);
  expect(ladeTeil).toHaveBeenCalledTimes(2);
  ladeTeil.mockRejectedValueOnce(new Error('offline'));
  await expect(bestand.ladePunkte()).rejects.toThrow('offline');
  await bestand.ladePunkte();
  await bestand.ladePunkte();
  expect(ladeTeil).toHaveBeenCalledTimes(4);
});

test('within a Thema the outdated stand behind the others, whatever their titles', () => {
  const sortiert = katalogMit({
    alt: { titel: 'Aaa', geprueft_am: '2025-01-01' },
    neu: { titel: 'Zzz' },
    anderes: { titel: 'Ccc', thema: ['sprache'], geprueft_am: 'unbekannt' },
  });
  const ids = zeilenVon(sortiert).map(({ id }) => id);
  expect(ids.indexOf('neu')).toBe(ids.indexOf('alt') - 1);
});

test('rows stand by Thema, and know their place in the alphabet', async () => {
  const sortiert = katalogMit({
    x: { titel: 'Xxx', thema: ['arbeit'] },
    y: { titel: 'Aaa', thema: ['gewaltschutz'] },
    z: { titel: 'Bbb', thema: ['arbeit'] },
  });
  const themen = [...sortiert.vokabular.themen.keys()];
  const vorn = themen.indexOf('arbeit') < themen.indexOf('gewaltschutz');
  const erwartet = vorn ? ['z', 'x', 'y'] : ['y', 'z', 'x'];
  expect(zeilenVon(sortiert).map(({ id }) => id)).toEqual(erwartet);
  const { alphabet } = toBestand(toSuchtabelle(createKontext(sortiert, 'de'), index), keinTeil);
  const nachTitel = erwartet.map((id, row) => [alphabet[row]!, id] as const).sort();
  expect(nachTitel.map(([, id]) => id)).toEqual(['y', 'z', 'x']);
});

test('places: exact, only roughly known, and none for confidential offers', async () => {
  const { bestand } = oeffne('de');
  await bestand.ladePunkte();
  const { lat, lon } = katalog.vokabular.kommunen.get('siegburg')!;
  const punkte = zeilenVon(katalog).map(({ id }, row) => [id, bestand.punkte[row]]);
  expect(Object.fromEntries(punkte)).toEqual({
    a: [[lat, lon, 1]],
    b: [[lat, lon, 1]],
    c: [],
    d: [[50.8, 7.21, 0]],
  });
});

test('only facets and values that an offer has', () => {
  const { facetten } = oeffne('de').bestand;
  const ids = facetten.map(({ id }) => id);
  expect(ids).toContain('kosten');
  expect(ids).not.toContain('deutschniveau');
  expect(facetten.find(({ id }) => id === 'zielgruppe')!.werte.map(({ id }) => id)).toEqual([
    'alle',
    'frauen',
  ]);
});

test('every value of a facet that an offer can have has a label in every language', () => {
  const alle = katalogMit({
    ja: { kinderbetreuung: 'ja' },
    nein: { kinderbetreuung: 'nein' },
    frage: { kinderbetreuung: 'auf-anfrage' },
  });
  for (const sprache of ['de', 'en', 'ar']) {
    const { facetten } = toSuchtabelle(createKontext(alle, sprache), index);
    const { werte, absage } = facetten.find(({ id }) => id === 'kinderbetreuung')!;
    expect(werte.map(({ text }) => text).filter(Boolean)).toHaveLength(3);
    expect(werte[absage!]!.id).toBe('nein');
  }
});

test('ended offers are not in the table', () => {
  expect(JSON.stringify(toSuchtabelle(createKontext(katalog, 'de'), index))).not.toContain(
    '"ende"',
  );
});

test('a portal without offers has an empty table', () => {
  const leer = toSuchtabelle(createKontext(katalogMit({}), 'de'), index);
  expect(toBestand(leer, keinTeil)).toMatchObject({ anzahl: 0, facetten: [] });
});

test.each([
  ['of another name', (teil: Teil) => ({ ...teil, teil: 'k1-de-t1' })],
  ['without a name', ({ inhalt }: Teil) => inhalt],
  ['with too few rows', (teil: Teil) => ({ ...teil, inhalt: ohneLetzte(teil.inhalt) })],
])('a part %s is refused, and asked for again', async (_was, verfaelscht) => {
  const { bestand, ladeTeil } = oeffne('de');
  const echt = ladeTeil.getMockImplementation()!;
  for (const [datei, lade] of [
    ['k0-de-t1', () => bestand.lade([0])],
    ['p-t1', () => bestand.ladePunkte()],
  ] as const) {
    ladeTeil.mockResolvedValueOnce(verfaelscht(await echt(datei)) as Teil);
    await expect(lade(), datei).rejects.toThrow();
    await lade();
  }
  expect(bestand.karten[0]!.id).toBe(zeilenVon(katalog)[0]!.id);
});

/** Cards or points, but one row less. */
function ohneLetzte(inhalt: unknown): unknown {
  const punkte = inhalt as Spalte<PunktDef[]>;
  const block = inhalt as Kartenblock;
  return 'id' in block ? { ...block, id: block.id.slice(1) } : entpacken(punkte).slice(1);
}

test('a table of another version is refused', () => {
  const tabelle = toSuchtabelle(createKontext(katalog, 'de'), index);
  expect(() => toBestand({ ...tabelle, version: 1 as never }, keinTeil)).toThrow('version');
});
