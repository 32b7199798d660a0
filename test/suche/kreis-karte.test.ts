import { expect, test } from 'vitest';
import { placeLabels, textWidth } from '../../src/site/karte-beschriftung.ts';
import { toKreisKarte } from '../../src/site/karte-svg.ts';
import type { Umrisse } from '../../src/domain/umrisse.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { katalogMit } from './katalog.ts';

/** Nineteen towns as close together as they come in a real Kreis. */
const ORTE: [name: string, x: number, y: number, radius: number][] = [
  ['Oberbach', 52, 195, 6],
  ['Bad Muster', 190, 218, 8],
  ['Birkenheim', 80, 140, 9],
  ['Eichdorf', 305, 130, 5],
  ['Hausen', 220, 122, 8],
  ['Königsfelden', 170, 198, 9],
  ['Lindmar', 180, 72, 7],
  ['Mühlenheim', 85, 235, 4],
  ['Moor', 280, 22, 4],
  ['Neukirchen-Seelheim', 245, 60, 5],
  ['Niederkirchen', 95, 92, 6],
  ['Rheinbruch', 50, 233, 5],
  ['Rupprechtsrode', 320, 68, 4],
  ['Sankt Cornelius', 168, 120, 10],
  ['Siegstadt', 178, 104, 11],
  ['Swistal', 38, 188, 4],
  ['Trostdorf', 160, 90, 11],
  ['Wachtburg', 135, 234, 4],
  ['Windecken', 362, 110, 4],
];

test('no label covers another label or a point, and all stand on the sheet', () => {
  const punkte = ORTE.map(([name, x, y, radius]) => ({ name, x, y, radius }));
  const labels = placeLabels(punkte, { breite: 400, hoehe: 260, schrift: 12 });
  const boxes = labels.map(({ x, y, anker }, i) => {
    const weit = textWidth(punkte[i]!.name, 12);
    const links = anker === 'start' ? x : anker === 'end' ? x - weit : x - weit / 2;
    return { links, rechts: links + weit, oben: y - 9, unten: y + 2 };
  });
  const beruehren = (a: (typeof boxes)[0], b: (typeof boxes)[0]) =>
    a.links < b.rechts && b.links < a.rechts && a.oben < b.unten && b.oben < a.unten;
  boxes.forEach((box, i) => {
    const name = punkte[i]!.name;
    expect(box.links >= 0 && box.rechts <= 400 && box.oben >= 0 && box.unten <= 260, name).toBe(
      true,
    );
    boxes.forEach((other, j) =>
      expect(i !== j && beruehren(box, other), `${name} / ${punkte[j]!.name}`).toBe(false),
    );
    punkte.forEach(({ x, y, radius, name: other }, j) => {
      const kreis = {
        links: x - radius + 1,
        rechts: x + radius - 1,
        oben: y - radius + 1,
        unten: y + radius - 1,
      };
      expect(i !== j && beruehren(box, kreis), `${name} / ${other}`).toBe(false);
    });
  });
});

test('counts the offers that take place there, and never a confidential one', () => {
  const katalog = katalogMit({
    a: {},
    b: { einzugsgebiet: ['kreisweit'] },
    c: { schutz: ['vertraulich'] },
  });
  const karte = toKreisKarte(createKontext(katalog, 'de'));
  const siegburg = karte.kommunen.find(({ id }) => id === 'siegburg')!;
  expect(siegburg.titel).toBe('Siegburg, 2 Angebote vor Ort');
  expect(siegburg.href).toBe('/integration/kommunen/siegburg/');
});

test.each([
  ['ar', { text: 'موسترشتات' }],
  ['fa', { text: 'Musterstadt', lang: 'de' }],
])('names are in the language of the page, or marked as German: %s', (sprache, name) => {
  const karte = toKreisKarte(createKontext(katalogMit({}), sprache));
  expect(karte.kommunen.find(({ id }) => id === 'musterstadt')!.name).toEqual(name);
});

test('north is up, east is right, and the corners enclose every point', () => {
  const katalog = katalogMit({});
  const karte = toKreisKarte(createKontext(katalog, 'de'));
  const [[sued, west], [nord, ost]] = karte.ecken;
  for (const { id, x, y } of karte.kommunen) {
    const { lat, lon } = katalog.vokabular.kommunen.get(id)!;
    expect(lat > sued && lat < nord && lon > west && lon < ost).toBe(true);
    expect(x / karte.breite).toBeCloseTo((lon - west) / (ost - west), 2);
    expect(y / karte.hoehe).toBeCloseTo((nord - lat) / (nord - sued), 1);
  }
});

test('outlines become paths', () => {
  const ring: [number, number][] = [
    [7, 50.7],
    [7.3, 50.7],
    [7.3, 50.9],
    [7, 50.7],
  ];
  const umrisse: Umrisse = {
    features: [
      { geometry: { type: 'Polygon', coordinates: [ring] } },
      { geometry: { type: 'MultiPolygon', coordinates: [[ring], [ring]] } },
    ],
  };
  const karte = toKreisKarte(createKontext(katalogMit({}, { umrisse }), 'de'));
  expect(karte.umrisse).toHaveLength(3);
  for (const path of karte.umrisse) expect(path).toMatch(/^M[\d. L-]+Z$/);
});

test('a Kreis with one municipality, or with none, has a drawing', () => {
  const katalog = katalogMit({});
  const [eine] = katalog.vokabular.kommunen;
  for (const kommunen of [new Map([eine!]), new Map()]) {
    const karte = toKreisKarte(
      createKontext({ ...katalog, vokabular: { ...katalog.vokabular, kommunen } }, 'de'),
    );
    expect(JSON.stringify(karte)).not.toMatch(/null|NaN/);
  }
});
