import { expect, test, vi } from 'vitest';
import { ersatzsuche } from '../../src/browser/ersatzsuche.ts';
import { createFinder } from '../../src/browser/finder.ts';
import {
  anfrage,
  createVolltext,
  noetigeStuecke,
  type Pagefind,
} from '../../src/browser/volltext.ts';
import { bestandMit } from './bestand.ts';

const bestand = bestandMit([
  { titel: 'Kaffee', kurz: 'Hier lernt man Deutsch', thema: ['sprache'] },
  { titel: 'Deutsch für Eltern' },
  { titel: 'Wohnungshilfe', thema: ['wohnen'] },
]);

/** A Pagefind that finds what the table says. */
function pagefindMit(funde: Record<string, string[]>): Promise<Pagefind> {
  const search = async (text: string) => ({ results: (funde[text] ?? []).map((id) => ({ id })) });
  return Promise.resolve({ options: async () => undefined, search });
}
const HEIL = { alpha: ['de_0'], nadel: ['de_1'] };
const suche = (funde: Record<string, string[]>, hash = 'de_x') =>
  createVolltext(pagefindMit(funde), Promise.resolve(hash), bestand);

test('hits in the order of Pagefind', async () => {
  expect(await suche({ ...HEIL, deutsch: ['de_1', 'de_0'] }).suchen('deutsch')).toEqual({
    rows: [1, 0],
    gestoert: false,
  });
});

test('nothing found in a whole index is nothing', async () => {
  expect(await suche(HEIL).suchen('xyz')).toEqual({ rows: [], gestoert: false });
});

test('nothing found while a part is missing is a failure, whichever part it is', async () => {
  expect((await suche({ alpha: ['de_0'] }).suchen('abc')).gestoert).toBe(true);
  expect((await suche({ nadel: ['de_0'] }).suchen('xyz')).gestoert).toBe(true);
});

test('some hits while the part of one word is missing is a failure', async () => {
  expect(
    await suche({ alpha: ['de_0'], 'beratung wohnen': ['de_2'] }).suchen('beratung wohnen'),
  ).toEqual({ rows: [2], gestoert: true });
});

test('any of the words proves a part', async () => {
  expect((await suche({ alpha: ['de_0'], zebra: ['de_0'] }).suchen('xyz')).gestoert).toBe(false);
});

test('a part that has been there stays there', async () => {
  const search = vi.fn(async (text: string) => ({
    results: text === 'xyz' ? [] : [{ id: 'de_0' }],
  }));
  const volltext = createVolltext(
    Promise.resolve({ options: async () => undefined, search }),
    Promise.resolve('de_x'),
    bestand,
  );
  await volltext.suchen('xyz');
  const vorher = search.mock.calls.length;
  await volltext.suchen('xyz');
  expect(search.mock.calls.length).toBe(vorher + 1);
});

test('another index, an unknown result, or no Pagefind at all is a failure', async () => {
  expect((await suche(HEIL, 'de_y').suchen('x')).gestoert).toBe(true);
  expect((await suche({ ...HEIL, x: ['de_99'] }).suchen('x')).gestoert).toBe(true);
  const kaputt = createVolltext(Promise.reject(new Error('no')), Promise.resolve('de_x'), bestand);
  expect(await kaputt.suchen('x')).toEqual({ rows: [], gestoert: true });
});

test('an answer that never comes is a failure', async () => {
  vi.useFakeTimers();
  const stumm = createVolltext(
    new Promise(() => undefined),
    Promise.resolve('de_x'),
    bestand,
  ).suchen('x');
  await vi.advanceTimersByTimeAsync(15_000);
  expect((await stumm).gestoert).toBe(true);
  vi.useRealTimers();
});

test('while the text index fails, titles and short texts are searched, and it is said', async () => {
  const finder = createFinder(Promise.reject(new Error('no')), Promise.resolve('de_x'), bestand);
  expect(await finder.finden('deutsch')).toEqual({ rows: [1, 0], stoerung: 'text' });
});

test('without words nothing is asked of Pagefind', async () => {
  const search = vi.fn();
  const finder = createFinder(
    Promise.resolve({ options: async () => undefined, search }),
    Promise.resolve('de_x'),
    bestand,
  );
  expect(await finder.finden('')).toEqual({});
  expect(search).not.toHaveBeenCalled();
});

test('the plain search finds all words anywhere, titles first, also without umlauts', () => {
  expect(ersatzsuche(bestand, 'DEUTSCH')).toEqual([1, 0]);
  expect(ersatzsuche(bestand, 'fuer eltern')).toEqual([1]);
  expect(ersatzsuche(bestand, 'wohnen')).toEqual([2]);
  expect(ersatzsuche(bestand, 'quark')).toEqual([]);
});

test('the parts in which words may stand', () => {
  const stuecke = [['be'], ['kurd'], ['z'], ['ي']] as const;
  expect(noetigeStuecke(stuecke, 'Beratung')).toEqual([0, 1]);
  expect(noetigeStuecke(stuecke, 'kurs')).toEqual([1, 2]);
  expect(noetigeStuecke(stuecke, 'Über Zürich')).toEqual([2, 3]);
  expect(noetigeStuecke(stuecke, 'اللغة')).toEqual([3]);
});

test('a query is written as the records are', () => {
  expect(anfrage('„Komm rein“ e. V.')).toBe('Komm rein eV');
  expect(anfrage('Hilfe von A bis Z')).toBe('Hilfe von bis');
  expect(anfrage('Kurs A1')).toBe('Kurs A1');
  expect(anfrage('x')).toBe('x');
});
