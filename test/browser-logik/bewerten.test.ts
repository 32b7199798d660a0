import { describe, expect, test } from 'vitest';
import {
  bewerten,
  type Erfuellt,
  type Fundstellen,
  gefragtes,
  type Passung,
  zeichenVon,
} from '../../src/browser/bewerten.ts';
import type { Deutung, Probe, Wort } from '../../src/browser/deuten.ts';
import { suchlauf } from '../../src/browser/suchlauf.ts';
import { LEER } from '../../src/browser/zustand.ts';
import { bestandMit, type Zeile } from './bestand.ts';

const TITEL = 1;
const TEXT = 0.4;

const wort = (text: string, ...proben: Probe[]): Wort => ({ text, proben, nebensache: false });
const zeichen = (name: string, guete = 1): Probe => ({ guete, zeichen: name });
const facette = (id: string, ...werte: string[]): Probe => ({ guete: 0.95, facette: id, werte });
const verwandt = (name: string): Probe => ({ guete: 0.5, zeichen: name, verwandt: true });

function rate(
  zeilen: readonly Zeile[],
  worte: readonly Wort[],
  funde: Record<string, Record<number, number>>,
  mehr: Partial<Deutung> = {},
) {
  const bestand = bestandMit(zeilen);
  const deutung: Deutung = {
    worte: [...worte],
    orte: [],
    gefahr: [],
    korrekturen: [],
    themen: [],
    unbekannt: [],
    unfertig: false,
    harmlos: true,
    ...mehr,
  };
  const stellen = new Map<string, Fundstellen>(
    Object.entries(funde).map(([name, rows]) => [
      name,
      new Map(Object.entries(rows).map(([row, wert]) => [Number(row), wert])),
    ]),
  );
  const passungen = bewerten(bestand, deutung, stellen);
  const { treffer } = suchlauf(bestand, { ...LEER, q: 'x' }, { passungen, orte: deutung.orte });
  const von = (row: number): Passung | undefined => passungen.find((eine) => eine.row === row);
  return { passungen, rows: treffer.map(({ row }) => row), von };
}
const leer = (anzahl: number): Zeile[] => Array.from({ length: anzahl }, () => ({}));

describe('how well an offer fits', () => {
  test('a hit in the title counts more than one in the text', () => {
    const { rows } = rate(leer(2), [wort('kurs', zeichen('kurs0'))], {
      kurs0: { 0: TEXT, 1: TITEL },
    });
    expect(rows).toEqual([1, 0]);
  });

  test('the word itself counts more than one of its family', () => {
    const { rows } = rate(leer(2), [wort('kurs', zeichen('kurs0'), zeichen('kurs1', 0.7))], {
      kurs0: { 1: TITEL },
      kurs1: { 0: TITEL, 1: TITEL },
    });
    expect(rows).toEqual([1, 0]);
  });

  test('a rare word decides more than a common one', () => {
    const zeilen = leer(30);
    const oft = Object.fromEntries(zeilen.map((_, row) => [row, TEXT]));
    const { rows } = rate(
      zeilen,
      [wort('hilfe', zeichen('hilf0')), wort('nähen', zeichen('nah0'))],
      { hilf0: { ...oft, 3: TITEL }, nah0: { 7: TEXT } },
    );
    expect(rows[0]).toBe(7);
  });

  test('all pieces of a compound must be there', () => {
    const probe: Probe = { guete: 0.6, teile: [[zeichen('frau0')], [zeichen('treff0')]] };
    const { rows } = rate(leer(3), [wort('frauentreff', probe)], {
      frau0: { 0: TITEL, 1: TITEL },
      treff0: { 1: TITEL, 2: TITEL },
    });
    expect(rows).toEqual([1]);
  });

  test('the own place comes before what is for the whole Kreis', () => {
    const { rows } = rate(
      [{ naehe: '1--' }, { naehe: '0--' }, { naehe: '-0-' }],
      [wort('kurs', zeichen('kurs0'))],
      { kurs0: { 0: TITEL, 1: TITEL, 2: TITEL } },
      { orte: ['siegburg'] },
    );
    expect(rows).toEqual([1, 0]);
  });

  test('the same question has the same answer, in whatever order the index found it', () => {
    const worte = [wort('kurs', zeichen('kurs0')), wort('frau', zeichen('frau0'))];
    const vor = rate(leer(4), worte, { kurs0: { 0: 1, 1: 1, 3: 1 }, frau0: { 1: 1, 2: 1, 3: 1 } });
    const stellen = (...rows: number[]) => new Map(rows.map((row) => [row, 1]));
    const bestand = bestandMit(leer(4));
    const deutung = {
      worte,
      orte: [],
      gefahr: [],
      korrekturen: [],
      themen: [],
      unbekannt: [],
      unfertig: false,
      harmlos: true,
    };
    const rueck = bewerten(
      bestand,
      deutung,
      new Map([
        ['frau0', stellen(3, 2, 1)],
        ['kurs0', stellen(3, 1, 0)],
      ]),
    );
    const { treffer } = suchlauf(bestand, { ...LEER, q: 'x' }, { passungen: rueck });
    expect(treffer.map(({ row }) => row)).toEqual(vor.rows);
    expect(vor.rows.slice(0, 2)).toEqual([1, 3]);
  });
});

describe('an offer that fits only in part', () => {
  const worte = [wort('kurs', zeichen('kurs0')), wort('frau', zeichen('frau0'))];

  test('is shown behind those that fit in whole, and is told apart', () => {
    const { rows, von } = rate(leer(3), worte, {
      kurs0: { 0: TITEL, 1: TEXT },
      frau0: { 1: TEXT, 2: TITEL },
    });
    expect(rows[0]).toBe(1);
    expect(rows).toHaveLength(3);
    expect(von(1)!.ganz).toBe(true);
    expect(von(0)).toMatchObject({ ganz: false, erfuellt: ['ja', 'unbekannt'] });
    expect(von(2)).toMatchObject({ ganz: false, erfuellt: ['unbekannt', 'ja'] });
  });

  test('is not shown where enough fit in whole', () => {
    const zeilen = leer(14);
    const zwoelf = Object.fromEntries(zeilen.slice(0, 12).map((_, row) => [row, TITEL]));
    const { rows } = rate(zeilen, worte, { kurs0: { ...zwoelf, 12: TITEL }, frau0: zwoelf });
    expect(rows).toHaveLength(12);
  });

  test('is shown where nothing fits in whole: a word that was understood never finds nothing', () => {
    const { rows } = rate(leer(2), worte, { kurs0: { 0: TITEL }, frau0: { 1: TITEL } });
    expect(rows).toEqual([0, 1]);
  });

  test('is not shown to somebody in danger, where something fits in whole', () => {
    const funde = { kurs0: { 0: TITEL, 1: TITEL }, frau0: { 1: TITEL } };
    expect(rate(leer(2), worte, funde, { gefahr: ['gewalt'] }).rows).toEqual([1]);
    const nurTeils = { kurs0: { 0: TITEL }, frau0: { 1: TITEL } };
    expect(rate(leer(2), worte, nurTeils, { gefahr: ['gewalt'] }).rows).toHaveLength(2);
  });
});

describe('a word', () => {
  test('that nobody knows changes nothing', () => {
    const { rows, von } = rate(leer(2), [wort('kurs', zeichen('kurs0')), wort('xyz')], {
      kurs0: { 1: TITEL },
    });
    expect(rows).toEqual([1]);
    expect(von(1)!.ganz).toBe(true);
  });

  test('that decides nothing is not needed, but helps', () => {
    const hilfe = { ...wort('hilfe', zeichen('hilf0')), nebensache: true };
    const { rows, von } = rate(leer(3), [wort('kurs', zeichen('kurs0')), hilfe], {
      kurs0: { 0: TITEL, 1: TITEL },
      hilf0: { 1: TITEL, 2: TITEL },
    });
    expect(rows).toEqual([1, 0]);
    expect(von(0)!.ganz).toBe(true);
  });

  test('that only something close meets is met in part', () => {
    const { von, rows } = rate(
      leer(2),
      [wort('kita', zeichen('kita2', 0.9), verwandt('familie2'))],
      {
        kita2: { 0: TITEL },
        familie2: { 0: TITEL, 1: TITEL },
      },
    );
    expect(rows).toEqual([0, 1]);
    expect(von(0)).toMatchObject({ ganz: true, erfuellt: ['ja'] });
    expect(von(1)).toMatchObject({ ganz: false, erfuellt: ['teils'] });
  });

  test('that the text only mentions is met in part, though it was found', () => {
    const { von } = rate(leer(1), [wort('kurs', zeichen('kurs0'))], { kurs0: { 0: TEXT } });
    expect(von(0)).toMatchObject({ ganz: true, erfuellt: ['teils'] });
  });
});

describe('a fact', () => {
  const kostenlos = wort('kostenlos', zeichen('kostenlo0'), facette('kosten', 'kostenlos'));
  const kurs = wort('kurs', zeichen('kurs0'));
  const zeilen: Zeile[] = [
    { kosten: ['kostenlos'] },
    { kosten: ['kostenlos'] },
    { kosten: ['kostenpflichtig'] },
    {},
  ];

  test('alone makes no offer what is asked for', () => {
    const { rows } = rate(zeilen, [kostenlos, kurs], {
      kurs0: { 1: TEXT, 2: TEXT, 3: TEXT },
      kostenlo0: {},
    });
    expect(rows).not.toContain(0);
    expect(rows[0]).toBe(1);
  });

  test('alone is searched where nothing else is asked', () => {
    const { rows } = rate(zeilen, [kostenlos], { kostenlo0: { 3: TEXT } });
    expect(rows).toEqual([0, 1, 3]);
  });

  test('that nobody has told is unknown; one that was told otherwise is „nein“', () => {
    const { von } = rate(zeilen, [kostenlos, kurs], {
      kurs0: { 1: TITEL, 2: TITEL, 3: TITEL },
      kostenlo0: {},
    });
    expect(von(1)!.erfuellt).toEqual(['ja', 'ja']);
    expect(von(2)!.erfuellt).toEqual(['nein', 'ja']);
    expect(von(3)!.erfuellt).toEqual(['unbekannt', 'ja']);
  });

  test('for whom an offer is, is no refusal of others', () => {
    const frauen = wort('frauen', zeichen('frau0'), facette('zielgruppe', 'frauen'));
    const { von } = rate([{ zielgruppe: ['kinder'] }], [frauen, kurs], { kurs0: { 0: TITEL } });
    expect(von(0)!.erfuellt).toEqual(['unbekannt', 'ja']);
  });

  test('that no offer of the portal tells is unknown too', () => {
    const rolli = wort('rollstuhl', facette('barrierefreiheit', 'rollstuhl'));
    const { von, rows } = rate(leer(1), [rolli, kurs], { kurs0: { 0: TITEL } });
    expect(rows).toEqual([0]);
    expect(von(0)!.erfuellt).toEqual(['unbekannt', 'ja']);
  });

  test('a language is one, unless offers are called so', () => {
    const arabisch = wort('arabisch', facette('sprache', 'ar'));
    const kurdisch = wort('kurdisch', zeichen('kurdisch0'), facette('sprache', 'ku'));
    const sprachen: Zeile[] = [{ sprache: ['ar'] }, { sprache: ['ku'] }, {}];
    expect(rate(sprachen, [arabisch, kurs], { kurs0: { 2: TITEL } }).rows).toEqual([2]);
    const eigene = rate(sprachen, [kurdisch, kurs], {
      kurs0: { 2: TITEL },
      kurdisch0: { 1: TITEL },
    });
    expect(eigene.rows.toSorted()).toEqual([1, 2]);
  });
});

test('an offer for everyone is worth less to those who look for something of their own', () => {
  const frauen = wort('frauen', { ...facette('zielgruppe', 'frauen'), guete: 0.6 });
  const { rows } = rate([{ zielgruppe: ['alle'] }, { zielgruppe: ['frauen'] }, {}], [frauen], {});
  expect(rows).toEqual([1, 0]);
});

test('every token of every way is looked up, each once', () => {
  const worte = [
    wort('a', zeichen('a0'), facette('kosten', 'kostenlos'), verwandt('b2')),
    wort('b', zeichen('b2'), {
      guete: 1,
      teile: [[zeichen('c0')], [zeichen('a0'), zeichen('d1')]],
    }),
  ];
  const deutung = {
    worte,
    orte: [],
    gefahr: [],
    korrekturen: [],
    themen: [],
    unbekannt: [],
    unfertig: false,
    harmlos: true,
  };
  expect(zeichenVon(deutung).sort()).toEqual(['a0', 'b2', 'c0', 'd1']);
});

describe('what is said of an offer that meets some of what was asked', () => {
  const sagt = (worte: Wort[], ...erfuellt: Erfuellt[]) =>
    gefragtes(worte, { row: 0, wert: 1, ganz: false, erfuellt }).map(
      ({ text, erfuellt }) => `${text}: ${erfuellt}`,
    );
  const kurs = wort('دورة', zeichen('kurs2'));
  const kinder = ['رعاية', 'أطفال'].map((text) => ({
    ...wort(text, zeichen('kinderbetreuung2')),
    wendung: 1,
  }));

  test('the words of a phrase are one thing, where they stand together and agree', () => {
    expect(sagt([kurs, ...kinder], 'ja', 'unbekannt', 'unbekannt')).toEqual([
      'دورة: ja',
      'رعاية أطفال: unbekannt',
    ]);
    expect(sagt([kinder[0]!, kurs, kinder[1]!], 'ja', 'nein', 'ja')).toHaveLength(3);
    expect(sagt(kinder, 'ja', 'nein')).toEqual(['رعاية: ja', 'أطفال: nein']);
    // Beside each other, but no phrase.
    expect(sagt([kurs, kurs], 'nein', 'nein')).toHaveLength(2);
  });

  test('of one thing that is met there is nothing to say, nor of words that decide nothing', () => {
    expect(sagt(kinder, 'ja', 'ja')).toEqual([]);
    expect(sagt(kinder, 'unbekannt', 'unbekannt')).toEqual(['رعاية أطفال: unbekannt']);
    expect(sagt([kurs, { ...kurs, nebensache: true }, wort('xyz')], 'ja', 'nein', 'nein')).toEqual(
      [],
    );
  });
});
