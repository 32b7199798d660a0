import { expect, test } from 'vitest';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { fenstertitel } from '../../src/site/fenstertitel.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { angebot, lies } from '../lib/inhalt.ts';

const kurs = { titel: 'Nähen für alle' };
const { katalog } = lies({
  'angebote/naehen-hier.md': angebot({ ...kurs }),
  'angebote/naehen-zwei.md': angebot({ ...kurs, anbieter: 'vhs-musterland' }),
  'angebote/naehen-drei.md': angebot({ ...kurs, anbieter: 'vhs-musterland' }),
});
const titel = (id: string) =>
  fenstertitel(createKontext(katalog!, 'de'), katalog!.angebote.get(id)!).text;

test('an offer has its own title in tabs', () => {
  expect(titel('kleiderstube')).toBe('Kleiderstube');
});

test('offers that are called the same are told apart by their providers, else by their short names', () => {
  expect(titel('naehen-hier')).toBe('Nähen für alle (Beispielverein e. V.)');
  expect(titel('naehen-zwei')).toBe(
    `Nähen für alle (Volkshochschule Musterland, ${kurzcode('naehen-zwei')})`,
  );
  expect(new Set(['naehen-hier', 'naehen-zwei', 'naehen-drei'].map(titel)).size).toBe(3);
});
