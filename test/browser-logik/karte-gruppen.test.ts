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
