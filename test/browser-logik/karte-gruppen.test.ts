import fc from 'fast-check';
import { expect, test } from 'vitest';
import { angeboteIn, gruppieren, stellenVon } from '../../src/browser/karte-gruppen.ts';

const punkte = [
  [[50, 7, 0]],
  [
    [50, 7, 0],
    [50.5, 7.5, 0],
  ],
  [[50.001, 7, 1]],
  [],
] as [number, number, 0 | 1][][];
/** Some fit beside each other, most do not. */
const grenzen = { min: -0.2, max: 0.2, noNaN: true };
const project = ({ lat, lon }: { lat: number; lon: number }) => ({ x: lon * 1000, y: lat * 1000 });

test('every place of every offer stands in exactly one group', () => {
  const stellen = stellenVon(punkte, [0, 1, 2, 3]);
  const gruppen = gruppieren(stellen, project, 40);
  expect(gruppen.map((gruppe) => gruppe.stellen.map(({ row }) => row))).toEqual([[0, 1, 2], [1]]);
});

test('a group knows whether a closer look would part it, and whether it is only roughly there', () => {
  const [weit] = gruppieren(stellenVon(punkte, [0, 2]), project, 40);
  expect(weit).toMatchObject({ verteilt: true, ungefaehr: false });
  const [eng] = gruppieren(stellenVon(punkte, [0, 1]), project, 40);
  expect(eng).toMatchObject({ verteilt: false });
  const [rund] = gruppieren(stellenVon(punkte, [2]), project, 40);
  expect(rund).toMatchObject({ ungefaehr: true });
});

test('each place belongs to the first group it is near to, wherever it lies', () => {
  const ort = fc.record({ lat: fc.double(grenzen), lon: fc.double(grenzen) });
  fc.assert(
    fc.property(fc.array(ort, { maxLength: 60 }), (orte) => {
      const stellen = orte.map((ort, row) => ({ ...ort, row, ungefaehr: false }));
      const erwartet: (typeof stellen)[] = [];
      for (const stelle of stellen) {
        const abstand = ([erste]: typeof stellen) =>
          Math.hypot(erste!.lat - stelle.lat, erste!.lon - stelle.lon);
        const nahe = erwartet.find((gruppe) => abstand(gruppe) * 1000 < 40);
        if (nahe) nahe.push(stelle);
        else erwartet.push([stelle]);
      }
      expect(gruppieren(stellen, project, 40).map((gruppe) => gruppe.stellen)).toEqual(erwartet);
    }),
  );
});

test('an offer with two places in a group is listed once', () => {
  const [gruppe] = gruppieren(
    stellenVon(
      [
        [
          [50, 7, 0],
          [50.001, 7, 0],
        ],
      ],
      [0],
    ),
    project,
    40,
  );
  expect(angeboteIn(gruppe!)).toHaveLength(1);
});
