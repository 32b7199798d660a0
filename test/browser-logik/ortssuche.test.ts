import { expect, test } from 'vitest';
import { findeKommune } from '../../src/browser/ortssuche.ts';
import { KOMMUNEN } from './bestand.ts';

test.each([
  ['53721', 'siegburg'],
  ['53721 Siegburg', 'siegburg'],
  ['  siegburg ', 'siegburg'],
  ['Siegb', 'siegburg'],
  ['Siegburg-Kaldauen', 'siegburg'],
  ['kaldauen', 'siegburg'],
  ['Testdorf', 'testdorf'],
  ['GROESSEN', 'testdorf'],
  ['Größen', 'testdorf'],
  ['St. Muster', 'sankt-muster'],
  ['st muster', 'sankt-muster'],
  ['Sankt-Muster', 'sankt-muster'],
])('%s is found', (eingabe, id) => expect(findeKommune(eingabe, KOMMUNEN)?.id).toBe(id));

test.each(['', 'S', '99999', 'Atlantis', '5372', '537211'])('%j is not', (eingabe) =>
  expect(findeKommune(eingabe, KOMMUNEN)).toBeUndefined(),
);

test('what may be two places is none', () => {
  const zwei = [
    KOMMUNEN[0]!,
    { ...KOMMUNEN[0]!, id: 'siegberg', name: 'Siegberg', plz: [], auch: [] },
  ];
  expect(findeKommune('Sieg', zwei)).toBeUndefined();
});
