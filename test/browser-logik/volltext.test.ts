import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Bestand } from '../../src/browser/bestand.ts';
import { ersatzsuche } from '../../src/browser/ersatzsuche.ts';
import { createFinder } from '../../src/browser/finder.ts';
import { createVolltext, type Pagefind } from '../../src/browser/volltext.ts';
import { bestandMit } from './bestand.ts';

const WORTSCHATZ = ['am !', 'deutsch 2', 'siegburg - kommune=siegburg'].join('\n');
const bestand: Bestand = {
  ...bestandMit([
    { titel: 'Kaffee', kurz: 'Hier lernt man Deutsch', thema: ['sprache'] },
    { titel: 'Deutsch für Eltern' },
    { titel: 'Wohnungshilfe', thema: ['wohnen'] },
  ]),
  woerter: ['a'],
  ladeTeil: async () => WORTSCHATZ,
};

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

type Funde = Record<string, { id: string; matchedMetaFields?: string[] }[]>;

/** A Pagefind that finds what the table says. */
function pagefindMit(funde: Funde) {
  return {
    options: async () => undefined,
    init: async () => undefined,
    search: vi.fn(async (text: string) => ({ results: funde[text] ?? [] })),
  } satisfies Pagefind;
}
const volltextMit = (funde: Funde, hash: string | undefined = 'qaa_x') =>
  createVolltext(Promise.resolve(pagefindMit(funde)), Promise.resolve(hash), bestand);
const finderMit = (pagefind: Promise<Pagefind>, hash = 'qaa_x', tabelle = bestand) => {
  const finder = createFinder(pagefind, Promise.resolve(hash), tabelle);
  return { ...finder, finden: async (text: string) => (await finder.finden(text))! };
};

test('each token’s rows, and how much the field counts that it stands in: title, then short text, then text', async () => {
  const volltext = volltextMit({
    deutsch0: [
      { id: 'qaa_0', matchedMetaFields: ['t', 'k'] },
      { id: 'qaa_1', matchedMetaFields: ['k'] },
      { id: 'qaa_2' },
    ],
    wohn1: [{ id: 'qaa_2', matchedMetaFields: ['t'] }],
  });
  const funde = await volltext.suchen(['deutsch0', 'wohn1']);
  const [titel, kurz, text] = [0, 1, 2].map((row) => funde.get('deutsch0')!.get(row)!);
  expect(titel).toBe(1);
  expect(kurz).toBeLessThan(titel!);
  expect(text).toBeLessThan(kurz!);
  expect(text).toBeGreaterThan(0);
  expect([...funde.get('wohn1')!.keys()]).toEqual([2]);
});

test.each<[string, Funde, string?]>([
  ['a token without hits, since only tokens of the index are looked up', {}],
  ['an index of another build', { deutsch0: [{ id: 'qaa_0' }] }, 'qaa_y'],
  ['a result that the table lacks', { deutsch0: [{ id: 'qaa_0' }, { id: 'qaa_99' }] }],
])('a failure: %s', async (_, funde, hash) => {
  await expect(volltextMit(funde, hash).suchen(['deutsch0'])).rejects.toThrow();
});

test('one token that fails makes the whole answer a failure', async () => {
  const volltext = volltextMit({ deutsch0: [{ id: 'qaa_0' }] });
  await expect(volltext.suchen(['deutsch0', 'wohn1'])).rejects.toThrow();
});

test('no Pagefind at all is a failure', async () => {
  const kaputt = createVolltext(Promise.reject(new Error('no')), Promise.resolve('qaa_x'), bestand);
  await expect(kaputt.suchen(['deutsch0'])).rejects.toThrow();
});

test('an answer that never comes is a failure', async () => {
  vi.useFakeTimers();
  const stumm = createVolltext(
    new Promise(() => undefined),
    Promise.resolve('qaa_x'),
    bestand,
  ).suchen(['deutsch0']);
  const fehler = expect(stumm).rejects.toThrow('timeout');
  await vi.advanceTimersByTimeAsync(15_000);
  await fehler;
});

test('a token is looked up once, and again after a failure', async () => {
  const funde: Funde = {};
  const pagefind = pagefindMit(funde);
  const volltext = createVolltext(Promise.resolve(pagefind), Promise.resolve('qaa_x'), bestand);
  await expect(volltext.suchen(['deutsch0'])).rejects.toThrow();
  funde['deutsch0'] = [{ id: 'qaa_0' }];
  expect((await volltext.suchen(['deutsch0'])).get('deutsch0')!.size).toBe(1);
  await volltext.suchen(['deutsch0']);
  expect(pagefind.search).toHaveBeenCalledTimes(2);
});

test('words are understood, looked up and rated', async () => {
  const pagefind = pagefindMit({
    deutsch0: [
      { id: 'qaa_0', matchedMetaFields: ['k'] },
      { id: 'qaa_1', matchedMetaFields: ['t'] },
    ],
    deutsch1: [
      { id: 'qaa_0', matchedMetaFields: ['k'] },
      { id: 'qaa_1', matchedMetaFields: ['t'] },
    ],
  });
  const { passungen, deutung, stoerung } = await finderMit(Promise.resolve(pagefind)).finden(
    'Deutsch am Siegburg',
  );
  expect(stoerung).toBeUndefined();
  expect(deutung!.orte).toEqual(['siegburg']);
  const [kaffee, eltern] = [0, 1].map((row) => passungen!.find((eine) => eine.row === row)!.wert);
  expect(eltern).toBeGreaterThan(kaffee!);
  expect(passungen).toHaveLength(2);
});

test('a place alone narrows down and asks nothing of Pagefind', async () => {
  const pagefind = pagefindMit({});
  const gefunden = await finderMit(Promise.resolve(pagefind)).finden('Siegburg');
  expect(gefunden.passungen).toBeUndefined();
  expect(gefunden.deutung!.orte).toEqual(['siegburg']);
  expect(pagefind.search).not.toHaveBeenCalled();
});

test('without words nothing is asked of Pagefind', async () => {
  const pagefind = pagefindMit({});
  expect(await finderMit(Promise.resolve(pagefind)).finden('')).toEqual({});
  expect(pagefind.search).not.toHaveBeenCalled();
});

test('while the text index fails, titles and short texts are searched, and it is said', async () => {
  const { passungen, stoerung } = await finderMit(Promise.reject(new Error('no'))).finden(
    'deutsch',
  );
  expect(stoerung).toBe('text');
  expect(passungen!.map(({ row }) => row).sort()).toEqual([0, 1]);
});

test('while the Wortschatz cannot be loaded, titles and short texts are searched, and it is said', async () => {
  const ohne = { ...bestand, ladeTeil: () => Promise.reject(new Error('404')) };
  const finder = finderMit(Promise.resolve(pagefindMit({})), 'qaa_x', ohne);
  expect(await finder.finden('wohnungshilfe')).toMatchObject({
    passungen: [{ row: 2 }],
    stoerung: 'text',
  });
});

test('after a failure the same search is tried again', async () => {
  const funde: Funde = {};
  const finder = finderMit(Promise.resolve(pagefindMit(funde)));
  expect((await finder.finden('deutsch')).stoerung).toBe('text');
  funde['deutsch0'] = funde['deutsch1'] = [{ id: 'qaa_1' }];
  const { passungen, stoerung } = await finder.finden('deutsch');
  expect(stoerung).toBeUndefined();
  expect(passungen!.map(({ row }) => row)).toEqual([1]);
});

test('while somebody types, a last word that may still become one is neither corrected nor searched', async () => {
  const pagefind = pagefindMit({ deutsch0: [{ id: 'qaa_1' }], deutsch1: [{ id: 'qaa_1' }] });
  const finder = createFinder(Promise.resolve(pagefind), Promise.resolve('qaa_x'), bestand);
  expect(await finder.finden('Deutcsh', true)).toBeUndefined();
  expect(pagefind.search).not.toHaveBeenCalled();
  expect((await finder.finden('Deutcsh'))!.deutung!.korrekturen).toMatchObject([
    { getippt: 'Deutcsh', gemeint: ['deutsch'] },
  ]);
  expect((await finder.finden('Deutsch', true))!.passungen).toHaveLength(1);
});

test('an index that cannot be used is reported before anybody searches', async () => {
  const melden = vi.fn();
  const finder = finderMit(Promise.resolve(pagefindMit({})), 'qaa_y');
  finder.beiStoerung(melden);
  await vi.waitFor(() => expect(melden).toHaveBeenCalledTimes(1));
  expect(await finder.finden('')).toEqual({ stoerung: 'filter' });
});

test('the plain search finds all words anywhere, titles first, also without umlauts', async () => {
  const suche = async (text: string) =>
    (await ersatzsuche(bestand, text)).sort((a, b) => b.wert - a.wert).map(({ row }) => row);
  expect(await suche('DEUTSCH')).toEqual([1, 0]);
  expect(await suche('fuer eltern')).toEqual([1]);
  expect(await suche('wohnen')).toEqual([2]);
  expect(await suche('deutsch wohnen')).toEqual([]);
  expect(await suche('quark')).toEqual([]);
});

test('the plain search does without cards that cannot be loaded', async () => {
  const ohne = { ...bestand, karten: [], lade: () => Promise.reject(new Error('404')) };
  expect(await ersatzsuche(ohne, 'deutsch')).toEqual([]);
});
