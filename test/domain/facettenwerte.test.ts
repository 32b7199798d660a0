import { expect, test } from 'vitest';
import { ABSAGEN, facettenwerte } from '../../src/domain/facettenwerte.ts';
import { katalogMit } from '../suche/katalog.ts';

function werteVon(felder: Parameters<typeof katalogMit>[0][string]) {
  const katalog = katalogMit({ a: felder });
  return facettenwerte(katalog.angebote.get('a')!, katalog.vokabular.kommunen.keys());
}

test('what is unknown has no value', () => {
  const werte = werteVon({});
  for (const facette of [
    'kosten',
    'termin',
    'kinderbetreuung',
    'deutschniveau',
    'alter',
    'barrierefreiheit',
  ] as const) {
    expect(werte[facette]).toEqual([]);
  }
});

test('„nein“ is told apart from what nobody has said, and is nothing to choose', () => {
  const werte = werteVon({ kinderbetreuung: 'nein', gebaerdensprache: false });
  expect(werte.kinderbetreuung).toEqual([ABSAGEN.kinderbetreuung]);
  expect(werteVon({}).kinderbetreuung).toEqual([]);
  expect(werte.gebaerdensprache).toEqual([]);
});

test('a range of levels or ages includes what lies between', () => {
  const werte = werteVon({ deutschniveau: { von: 'A1', bis: 'B1' }, alter: { von: 16, bis: 27 } });
  expect(werte.deutschniveau).toEqual(['A1', 'A2', 'B1']);
  expect(werte.alter).toEqual(['14-17', '18-26', '27-64']);
  expect(werteVon({ alter: { von: 17, bis: 18 } }).alter).toEqual(['14-17', '18-26']);
});

test('an open range goes on to the end', () => {
  const werte = werteVon({ deutschniveau: { von: 'B2' }, alter: { bis: 5 } });
  expect(werte.deutschniveau).toEqual(['B2', 'C1', 'C2']);
  expect(werte.alter).toEqual(['0-5']);
});

test('a language that is only written does not count as spoken', () => {
  const werte = werteVon({
    sprachen: [
      { code: 'de', art: 'direkt' },
      { code: 'ar', art: 'schriftlich' },
      { code: 'fa', art: 'dolmetschen' },
    ],
  });
  expect(werte.sprache).toEqual(['de', 'fa']);
});

test('an offer for the whole Kreis belongs to every Kommune', () => {
  const katalog = katalogMit({ a: { einzugsgebiet: ['kreisweit'] } });
  const alle = [...katalog.vokabular.kommunen.keys()];
  expect(facettenwerte(katalog.angebote.get('a')!, alle).kommune).toEqual(alle);
});

test('a feature counts where one place has it for certain', () => {
  const werte = werteVon({
    orte: [
      { ort: 'Siegburg', barrierefreiheit: { rollstuhl: 'teilweise', wc: 'nein' } },
      { ort: 'Siegburg', barrierefreiheit: { aufzug: 'ja' } },
    ],
  });
  expect(werte.barrierefreiheit).toEqual(['aufzug']);
});
