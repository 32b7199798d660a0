import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { WOCHENTAGE } from '../../src/domain/zeiten.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { basisOf } from '../../src/site/pfade.ts';
import { toBestand } from '../../src/browser/bestand.ts';
import { createFinder } from '../../src/browser/finder.ts';
import { createVolltext } from '../../src/browser/volltext.ts';
import { buildSuchindex, type SuchDateien } from '../../src/suche/build-suchindex.ts';
import { readPagefindDatei, urlOfFragment } from '../../src/suche/pagefind-dateien.ts';
import { zeilenVon } from '../../src/suche/suchtabelle.ts';
import { saetzeVon, sucheUeber } from '../lib/suche.ts';
import { katalogMit } from './katalog.ts';
import { ohneMeldungen, openPagefind } from './pagefind.ts';

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
  ohne: { titel: 'Offene Sprechstunde', kinderbetreuung: 'nein' },
  ende: { titel: 'Vergangenes', status: 'beendet' },
});
let dateien: SuchDateien;
ohneMeldungen();
beforeAll(async () => {
  dateien = await buildSuchindex(katalog);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const jsonAus = (alle: SuchDateien, path: string): unknown => {
  const bytes = alle.get(path);
  if (!bytes) throw new Error(`There is no file ${path}`);
  return JSON.parse(new TextDecoder().decode(bytes));
};
const oeffne = (alle: SuchDateien, tabelle = 'suche-tabelle.json') =>
  toBestand(jsonAus(alle, tabelle) as Parameters<typeof toBestand>[0], async (datei) =>
    jsonAus(alle, `suche-teile/${datei}.json`),
  );
/** The ids of what is found, best first. */
const finde = async (text: string, alle = dateien) => {
  const bestand = oeffne(alle);
  const finder = createFinder(bestand);
  const { passungen = [], stoerung } = (await finder.finden(text))!;
  expect(stoerung).toBeUndefined();
  await bestand.lade(passungen.map(({ row }) => row));
  return passungen
    .sort((a, b) => Number(b.ganz) - Number(a.ganz) || b.wert - a.wert)
    .map(({ row }) => bestand.karten[row]!.id);
};

test('two builds at the same time give the same bytes', async () => {
  const [eins, zwei] = await Promise.all([buildSuchindex(katalog), buildSuchindex(katalog)]);
  expect([...eins.keys()]).toEqual([...dateien.keys()]);
  for (const [path, bytes] of dateien) {
    expect(Buffer.from(eins.get(path)!).equals(bytes), path).toBe(true);
    expect(Buffer.from(zwei.get(path)!).equals(bytes), path).toBe(true);
  }
});

test.each([
  ['suche-tabelle.json', 'de'],
  ['en/suche-tabelle.json', 'en'],
  ['ar/suche-tabelle.json', 'ar'],
])('%s has every visible offer and every part it names', async (path) => {
  const bestand = oeffne(dateien, path);
  await bestand.lade([0, 1, 2, 3, 4]);
  await bestand.ladePunkte();
  expect(bestand.karten.map(({ id }) => id).sort()).toEqual([
    'haus',
    'kreis',
    'kurs',
    'ohne',
    'treff',
  ]);
  expect(bestand.punkte).toHaveLength(5);
  for (let i = 0; i < bestand.woerter.length; i++)
    expect(await bestand.ladeTeil(`w${i}`)).toBeTypeOf('string');
});

test('a part is named after what is in it: other content gives other names', async () => {
  const namen = (alle: SuchDateien) =>
    [...alle.keys()].filter((path) => path.startsWith('suche-teile/'));
  const anders = await buildSuchindex(katalogMit({ kurs: { titel: 'Nähkurs' } }));
  expect(namen(dateien).length).toBeGreaterThan(4);
  expect(namen(anders).filter((path) => dateien.has(path))).toEqual([]);
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
  expect((await finde('Deutschkurs')).slice(0, 2)).toEqual(['kurs', 'treff']);
});

test('a day finds what takes place then, structured or in words, and not what is always there', async () => {
  const alle = await buildSuchindex(
    katalogMit({
      dienstags: { zeiten: [{ tage: ['di', 'do'], von: '10:00', bis: '12:00' }] },
      worte: { zeiten: [{ hinweis: 'jeden zweiten Dienstag' }] },
      freitags: { zeiten: [{ tage: ['fr'], von: '10:00' }] },
      immer: { zeiten: [{ tage: [...WOCHENTAGE], von: '00:00', bis: '24:00' }] },
    }),
  );
  expect((await finde('Dienstag', alle)).sort()).toEqual(['dienstags', 'worte']);
});

describe('neighbours find by Pagefind exactly what we find by our parts', () => {
  test.each(['content', 'test/fixtures/musterkreis'] as const)(
    'of %s',
    async (ordner) => {
      const { katalog } = sucheUeber(ordner);
      const alle = await buildSuchindex(katalog);
      const pagefind = await openPagefind(alle);
      const { pfade } = createKontext(katalog, 'de');
      const rows = new Map(
        zeilenVon(katalog).map(({ id, titel, herkunft }, row) => [
          herkunft
            ? `${herkunft.seite}#${encodeURIComponent(`${titel} (${id})`)}`
            : `${pfade.angebot(id).slice(basisOf(katalog.portal.url).length)}#${encodeURIComponent(titel)}`,
          row,
        ]),
      );
      const rowVon = new Map(
        [...alle].flatMap(([path, bytes]) => {
          const [, ergebnis] = /fragment\/(.+)\.pf_fragment$/.exec(path) ?? [];
          return ergebnis ? [[ergebnis, rows.get(urlOfFragment(bytes))] as const] : [];
        }),
      );
      const wir = createVolltext(oeffne(alle));
      const zeichen = [
        ...new Set(
          saetzeVon(katalog).flatMap(({ content, meta }) =>
            [content, ...Object.values(meta)].flatMap((text) => text.split(' ')),
          ),
        ),
      ].filter(Boolean);
      expect(zeichen.length).toBeGreaterThan(100);
      const wert = (felder: string[] = []) =>
        felder.includes('t') ? 1 : felder.includes('k') ? 0.75 : 0.4;
      for (const eines of zeichen) {
        const { results } = await pagefind.search(eines);
        const sie = results.map(
          ({ id, matchedMetaFields }) => `${rowVon.get(id)}: ${wert(matchedMetaFields)}`,
        );
        const unsere = [...(await wir.suchen([eines])).get(eines)!];
        expect(unsere.map(([row, zahl]) => `${row}: ${zahl}`).sort(), eines).toEqual(sie.sort());
      }
    },
    120_000,
  );
});

test('an intact index answers, and says honestly that there is nothing', async () => {
  expect(await finde('Quastenflosser')).toEqual([]);
});

test('a part of the tokens that cannot be loaded is noticed', async () => {
  const ohne = new Map([...dateien].filter(([path]) => !/suche-teile\/z/.test(path)));
  const finder = createFinder(oeffne(ohne));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect((await finder.finden('Deutschkurs'))!.stoerung).toBe('text');
});

test('a portal without offers still builds, and its search finds nothing without failing', async () => {
  const leer = await buildSuchindex(katalogMit({}));
  const bestand = oeffne(leer);
  expect(await createFinder(bestand).finden('Deutschkurs')).toEqual({});
});
