/** Which words stand in the address, and when. */
import { expect, test } from 'vitest';
import { createSuchadresse } from '../../src/browser/such-adresse.ts';
import { LEER } from '../../src/browser/zustand.ts';

const FACETTEN = [{ id: 'thema', werte: [{ id: 'arbeit' }, { id: 'gewalt', code: 'k7q2x4' }] }];

/** An address, and all that was ever seen in it. */
function oeffne(fragment = '') {
  const gesehen: string[] = [];
  const behalten: string[] = [];
  const adresse = createSuchadresse(FACETTEN, (suche, offen) => {
    behalten.push(suche);
    if (offen) gesehen.push(suche);
  });
  adresse.lies(fragment);
  return {
    gesehen,
    behalten,
    adresse,
    tippe(q: string) {
      adresse.tippt();
      adresse.setze({ ...adresse.zustand(), q }, 'ersetzen', {}, true);
    },
    sende: (q: string) => adresse.setze({ ...adresse.zustand(), q }, 'ersetzen', {}, false),
  };
}

test('words stand there once they are sent and found harmless, not before', () => {
  const { adresse, gesehen, tippe, sende } = oeffne();
  tippe('deutsch');
  adresse.beurteilt('deutsch', true);
  sende('deutsch kurs');
  expect(gesehen).toEqual([]);
  adresse.beurteilt('deutsch kurs', true);
  expect(gesehen).toEqual(['q=deutsch%20kurs']);
});

test('words that were only typed stand there as soon as somebody goes elsewhere, if they are still what is searched', () => {
  const { adresse, gesehen, tippe } = oeffne();
  tippe('deutsch');
  adresse.beurteilt('deutsch', true);
  adresse.fertig('deutschkurs');
  expect(gesehen).toEqual([]);
  tippe('deutsch');
  adresse.fertig('deutsch');
  expect(gesehen).toEqual(['q=deutsch']);
});

test('the beginning of a sentence is not taken for its end', () => {
  const { adresse, gesehen, tippe } = oeffne();
  for (const q of ['mein', 'mein mann', 'mein mann schlägt mich']) {
    tippe(q);
    adresse.beurteilt(q, q !== 'mein mann schlägt mich');
  }
  adresse.fertig('mein mann schlägt mich');
  expect(gesehen).toEqual([]);
});

test('words that are not harmless stand nowhere, whatever is chosen beside them, and are kept all the same', () => {
  const { adresse, gesehen, behalten, sende } = oeffne();
  sende('zuflucht');
  adresse.beurteilt('zuflucht', false);
  adresse.setze({ ...adresse.zustand(), filter: { thema: ['gewalt'] } }, 'neu', {}, false);
  adresse.wiederhole();
  expect(gesehen).toEqual([]);
  expect(behalten.at(-1)).toBe('q=zuflucht&thema=k7q2x4');
});

test('harmless words say nothing of the next ones', () => {
  const { adresse, gesehen, sende } = oeffne();
  sende('deutsch');
  adresse.beurteilt('deutsch', true);
  gesehen.length = 0;
  sende('zuflucht');
  expect(gesehen).toEqual([]);
  // What is found out too late concerns the words before.
  adresse.beurteilt('deutsch', true);
  expect(gesehen).toEqual([]);
  adresse.beurteilt('zuflucht', false);
  sende('deutsch');
  expect(gesehen).toEqual([]);
});

test('words of a link stand there again only when they are found harmless', () => {
  const { adresse, gesehen } = oeffne('#q=deutsch');
  adresse.wiederhole();
  expect(gesehen).toEqual([]);
  adresse.beurteilt('deutsch', true);
  expect(gesehen).toEqual(['q=deutsch']);
});

test('a choice without words stands there at once, under a name that says nothing', () => {
  const { adresse, gesehen } = oeffne();
  adresse.setze({ ...LEER, filter: { thema: ['gewalt'] } }, 'neu', {}, false);
  expect(gesehen).toEqual(['thema=k7q2x4']);
});
