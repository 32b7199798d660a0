import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { toBestand } from '../../src/browser/bestand.ts';
import { createVolltext } from '../../src/browser/volltext.ts';
import { buildSuchindex, type SuchDateien } from '../../src/suche/build-suchindex.ts';
import { readPagefindDatei } from '../../src/suche/pagefind-dateien.ts';
import { katalogMit } from './katalog.ts';
import { openPagefind } from './pagefind.ts';

const katalog = katalogMit({
  kurs: {
    titel: 'Deutschkurs für Frauen',
    zielgruppen: ['frauen'],
    text: 'Jeden Montag lernen wir zusammen.',
  },
  treff: { titel: 'Offener Treff', text: 'Hier gibt es Kaffee und manchmal einen Deutschkurs.' },
  kreis: { titel: 'Wohnungslotsen', einzugsgebiet: ['kreisweit'], orte: [{ ort: 'Musterstadt' }] },
  haus: {
    titel: 'Schutz in Not',
    angebotsart: 'schutzunterkunft',
    orte: [
      { strasse: 'Geheimweg 7', plz: '53721', ort: 'Siegburg', lat: 50.123456, lon: 7.654321 },
    ],
  },
  ende: { titel: 'Vergangenes', status: 'beendet' },
});
let dateien: SuchDateien;
beforeAll(async () => {
  dateien = await buildSuchindex(katalog);
});
afterEach(() => vi.unstubAllGlobals());

const tabelle = (path = 'suche-tabelle.json') =>
  JSON.parse(new TextDecoder().decode(dateien.get(path)));
const idOf = (pagefindId: string) => {
  const bestand = toBestand(tabelle());
  return bestand.karten[bestand.zeileVon.get(pagefindId)!]?.id;
};
const finde = async (text: string) => {
  const { results } = await (await openPagefind(dateien)).search(text);
  return results.map(({ id }) => idOf(id));
};

test('two builds at the same time give the same bytes', async () => {
  const [eins, zwei] = await Promise.all([buildSuchindex(katalog), buildSuchindex(katalog)]);
  expect([...eins.keys()]).toEqual([...dateien.keys()]);
  for (const [path, bytes] of dateien) {
    expect(Buffer.from(eins.get(path)!).equals(bytes), path).toBe(true);
    expect(Buffer.from(zwei.get(path)!).equals(bytes), path).toBe(true);
  }
});

test('every visible offer has one result in every language', () => {
  for (const [path, sprache] of [
    ['suche-tabelle.json', 'de'],
    ['en/suche-tabelle.json', 'en'],
    ['ar/suche-tabelle.json', 'ar'],
  ]) {
    const { ergebnisse, karten } = tabelle(path);
    expect(karten.id).toHaveLength(4);
    expect(new Set(ergebnisse).size).toBe(4);
    for (const id of ergebnisse)
      expect(dateien.has(`pagefind/fragment/${id}.pf_fragment`), sprache).toBe(true);
  }
});

test('nothing of a confidential place is in any file, packed or not', () => {
  for (const [path, bytes] of dateien) {
    const packed = /\.pf_|wasm/.test(path);
    const text = new TextDecoder().decode(
      packed && !path.includes('wasm') ? readPagefindDatei(bytes) : bytes,
    );
    expect(text, path).not.toMatch(/geheimweg|50\.123456|7\.654321/i);
  }
});

test('ended offers are not found', async () => {
  expect(await finde('Vergangenes')).toEqual([]);
});

test('a hit in the title comes before one in the text', async () => {
  expect(await finde('Deutschkurs')).toEqual(['kurs', 'treff']);
});

test('words of title, place and area are found together, also without umlaut', async () => {
  expect(await finde('deutschkurs fur frauen siegburg')).toEqual(['kurs']);
  expect(await finde('Wohnungslotsen Siegburg')).toEqual(['kreis']);
});

test('the words that test a part of the index are found in it', async () => {
  const pagefind = await openPagefind(dateien);
  for (const [, proben] of tabelle().stuecke) {
    expect(proben.length).toBeGreaterThan(0);
    for (const wort of proben)
      expect((await pagefind.search(wort)).results.length, wort).toBeGreaterThan(0);
  }
});

test('an intact index answers, and says honestly that there is nothing', async () => {
  const bestand = toBestand(tabelle());
  const volltext = createVolltext(openPagefind(dateien), Promise.resolve(bestand.index), bestand);
  expect((await volltext.suchen('Deutschkurs')).gestoert).toBe(false);
  expect(await volltext.suchen('Quastenflosser')).toEqual({ rows: [], gestoert: false });
});

test.each([/pf_index$/, /pf_meta$/, /wasm/, /entry/])(
  'what cannot be loaded is noticed: %s',
  async (fehlt) => {
    const bestand = toBestand(tabelle());
    const pagefind = openPagefind(dateien, 'de', fehlt);
    const volltext = createVolltext(pagefind, Promise.resolve(bestand.index), bestand);
    process.once('unhandledRejection', () => undefined);
    expect(await volltext.suchen('Deutschkurs')).toEqual({ rows: [], gestoert: true });
  },
);

test('an index of another build is noticed', async () => {
  const bestand = { ...toBestand(tabelle()), index: 'de_alt' };
  const volltext = createVolltext(openPagefind(dateien), Promise.resolve('de_neu'), bestand);
  expect((await volltext.suchen('Deutschkurs')).gestoert).toBe(true);
});

test('a portal without offers still builds', async () => {
  const leer = await buildSuchindex(katalogMit({}));
  expect(leer.has('suche-tabelle.json')).toBe(true);
});
