import { describe, expect, test } from 'vitest';
import { isAbgelaufen, jahreSeitPruefung, naeheZu } from '../../src/domain/angebot.ts';
import type { Ort } from '../../src/domain/ort.ts';

describe('isAbgelaufen', () => {
  test.each([
    ['on its last day it is valid', { status: 'aktiv', gueltig_bis: '2026-11-20' }, false],
    ['the day after it is not', { status: 'aktiv', gueltig_bis: '2026-11-19' }, true],
    ['without a last day it is valid', { status: 'aktiv' }, false],
    [
      'an ended one is over whatever its dates say',
      { status: 'beendet', gueltig_bis: '2030-01-01' },
      true,
    ],
    ['a full one is not', { status: 'voll' }, false],
    ['a paused one is not', { status: 'pausiert' }, false],
  ] as const)('%s', (_was, angebot, erwartet) =>
    expect(isAbgelaufen(angebot, '2026-11-20')).toBe(erwartet),
  );
});

test.each([
  ['2026-11-01', undefined],
  ['2025-11-21', undefined],
  ['2025-11-20', undefined], // 365 days are not yet a mean year
  ['2025-11-18', 1],
  ['2023-11-20', 3],
  ['unbekannt', undefined],
])('checked %s is %s whole years ago', (geprueft_am, jahre) =>
  expect(jahreSeitPruefung({ geprueft_am }, '2026-11-20')).toBe(jahre),
);

describe('naeheZu', () => {
  const ort = (kommune: string | undefined): Ort => ({
    ...(kommune && { kommune }),
    ungefaehr: true,
  });
  test.each([
    ['its own place', ['probeburg'], ['probeburg'], 0],
    ['its own place, though it serves the whole Kreis', 'kreisweit', ['probeburg'], 0],
    ['its own place, though it serves the country', 'bundesweit', ['probeburg'], 0],
    ['another place, for the whole Kreis', 'kreisweit', ['musterstadt'], 1],
    ['no place, for the whole Kreis', 'kreisweit', [], 1],
    ['another place, for some Kommunen', ['probeburg', 'testdorf'], ['musterstadt'], 1],
    ['no place, for this Kommune', ['probeburg'], [], 0],
    ['a place nobody could assign, for this Kommune', ['probeburg'], [undefined], 0],
    ['the whole country', 'bundesweit', ['musterstadt'], 2],
    ['another Kommune', ['musterstadt'], ['musterstadt'], undefined],
    ['in this Kommune, but for the people of another', ['musterstadt'], ['probeburg'], undefined],
    ['nobody knows', [], [], undefined],
  ] as const)('%s', (_was, einzugsgebiet, orte, erwartet) => {
    expect(
      naeheZu(
        {
          einzugsgebiet: typeof einzugsgebiet === 'string' ? einzugsgebiet : [...einzugsgebiet],
          orte: orte.map(ort),
        },
        'probeburg',
      ),
    ).toBe(erwartet);
  });

  test('of a shelter says no more than that it is for the whole Kreis, or for the country', () => {
    const fuer = (einzugsgebiet: Parameters<typeof naeheZu>[0]['einzugsgebiet']) =>
      naeheZu({ einzugsgebiet, orte: [], vertraulich: true }, 'probeburg');
    expect([fuer(['probeburg']), fuer('kreisweit'), fuer('bundesweit')]).toEqual([1, 1, 2]);
    expect(fuer(['musterstadt'])).toBeUndefined();
  });
});
