import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Bestand } from '../../src/browser/bestand.ts';
import { ersatzsuche } from '../../src/browser/ersatzsuche.ts';
import { createFinder } from '../../src/browser/finder.ts';
import { createVolltext } from '../../src/browser/volltext.ts';
import { bestandMit } from './bestand.ts';

const WORTSCHATZ = ['am !', 'deutsch 2', 'siegburg - kommune=siegburg'].join('\n');
const ZEILEN = [
  { titel: 'Kaffee', kurz: 'Hier lernt man Deutsch', thema: ['sprache'] },
  { titel: 'Deutsch für Eltern' },
  { titel: 'Wohnungshilfe', thema: ['wohnen'] },
];

/** A table whose parts hold these tokens; `laden` is asked for each. */
function bestandMitTeilen(zeichen: Record<string, string>) {
  const laden = vi.fn(async (name: string) =>
    name.startsWith('w')
      ? WORTSCHATZ
      : Object.entries(zeichen)
          .map((zeile) => zeile.join(' '))
          .join('\n'),
  );
  const bestand: Bestand = {
    ...bestandMit(ZEILEN),
    woerter: ['a'],
    zeichen: ['a'],
    ladeTeil: laden,
  };
  return { bestand, laden };
}
const { bestand } = bestandMitTeilen({});
/** The second offer has it in its title, the first in its short text. */
const DEUTSCH = { deutsch0: '2;1;', deutsch1: '2;1;' };
const finderMit = (zeichen: Record<string, string>) => {
  const { bestand, laden } = bestandMitTeilen(zeichen);
  const finder = createFinder(bestand);
  return { laden, finden: async (text: string) => (await finder.finden(text))! };
};

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('each token’s rows, and how much the field counts that it stands in: title, then short text, then text', async () => {
  const volltext = createVolltext(bestandMitTeilen({ deutsch0: '1;1;3', wohn1: '3;;' }).bestand);
  const funde = await volltext.suchen(['deutsch0', 'wohn1']);
  const [kurz, text] = [0, 2].map((row) => funde.get('deutsch0')!.get(row)!);
  const titel = funde.get('wohn1')!.get(2);
  expect(titel).toBe(1);
  expect(kurz).toBeLessThan(titel!);
  expect(text).toBeLessThan(kurz!);
  expect(text).toBeGreaterThan(0);
  expect([...funde.get('wohn1')!.keys()]).toEqual([2]);
});

test.each<[string, Record<string, string>]>([
  ['a token without hits, since only tokens that stand somewhere are looked up', {}],
  ['a row that the table lacks', { deutsch0: '1;;2s' }],
  ['what is no list of rows', { deutsch0: '<html>' }],
])('a failure: %s', async (_, zeichen) => {
  const volltext = createVolltext(bestandMitTeilen(zeichen).bestand);
  await expect(volltext.suchen(['deutsch0'])).rejects.toThrow();
});

test('one token that fails makes the whole answer a failure', async () => {
  const volltext = createVolltext(bestandMitTeilen({ deutsch0: '1;;' }).bestand);
  await expect(volltext.suchen(['deutsch0', 'wohn1'])).rejects.toThrow();
});

test('a part is loaded once, and again after a failure', async () => {
  const { bestand, laden } = bestandMitTeilen({ deutsch0: '1;;', deutsch1: '1;;' });
  laden.mockRejectedValueOnce(new Error('404'));
  const volltext = createVolltext(bestand);
  await expect(volltext.suchen(['deutsch0'])).rejects.toThrow('404');
  expect((await volltext.suchen(['deutsch0'])).get('deutsch0')!.size).toBe(1);
  await volltext.suchen(['deutsch0', 'deutsch1']);
  expect(laden).toHaveBeenCalledTimes(2);
});

test('words are understood, looked up and rated', async () => {
  const { passungen, deutung, stoerung } = await finderMit(DEUTSCH).finden('Deutsch am Siegburg');
  expect(stoerung).toBeUndefined();
  expect(deutung!.orte).toEqual(['siegburg']);
  const [kaffee, eltern] = [0, 1].map((row) => passungen!.find((eine) => eine.row === row)!.wert);
  expect(eltern).toBeGreaterThan(kaffee!);
  expect(passungen).toHaveLength(2);
});

test('what a finished word is found by is asked for before it is known what it means', async () => {
  const { bestand, laden } = bestandMitTeilen(DEUTSCH);
  const finder = createFinder(bestand);
  void finder.finden('Deutsch');
  expect(laden.mock.calls.map(([name]) => name)).toContain('z0');
});

test('a place alone narrows down', async () => {
  const gefunden = await finderMit({}).finden('Siegburg');
  expect(gefunden.passungen).toBeUndefined();
  expect(gefunden.deutung!.orte).toEqual(['siegburg']);
});

test('without words nothing is loaded', async () => {
  const { finden, laden } = finderMit({});
  expect(await finden('')).toEqual({});
  expect(laden).not.toHaveBeenCalled();
});

test('while tokens cannot be looked up, titles and short texts are searched, and it is said', async () => {
  const { passungen, stoerung } = await finderMit({}).finden('deutsch');
  expect(stoerung).toBe('text');
  expect(passungen!.map(({ row }) => row).sort()).toEqual([0, 1]);
});

test('while the Wortschatz cannot be loaded, titles and short texts are searched, and it is said', async () => {
  const ohne = { ...bestand, ladeTeil: () => Promise.reject(new Error('404')) };
  expect(await createFinder(ohne).finden('wohnungshilfe')).toMatchObject({
    passungen: [{ row: 2 }],
    stoerung: 'text',
  });
});

test('after a failure the same search is tried again', async () => {
  const { bestand, laden } = bestandMitTeilen(DEUTSCH);
  const finder = createFinder(bestand);
  laden.mockRejectedValueOnce(new Error('404')).mockRejectedValueOnce(new Error('404'));
  expect((await finder.finden('deutsch'))!.stoerung).toBe('text');
  const { passungen, stoerung } = (await finder.finden('deutsch'))!;
  expect(stoerung).toBeUndefined();
  expect(passungen!.map(({ row }) => row).sort()).toEqual([0, 1]);
});

test('after a failure, whoever only filters does not wait for it again', async () => {
  const { bestand, laden } = bestandMitTeilen(DEUTSCH);
  const finder = createFinder(bestand);
  laden.mockRejectedValueOnce(new Error('404')).mockRejectedValueOnce(new Error('404'));
  const gestoert = await finder.finden('deutsch');
  laden.mockClear();
  expect(await finder.finden('deutsch', { erneut: false })).toBe(gestoert);
  expect(laden).not.toHaveBeenCalled();
});

test('while somebody types, a last word that may still become one is neither corrected nor searched', async () => {
  const { bestand, laden } = bestandMitTeilen(DEUTSCH);
  const finder = createFinder(bestand);
  expect(await finder.finden('Deutcsh', { tippend: true })).toBeUndefined();
  expect(laden.mock.calls.map(([name]) => name)).not.toContain('z0');
  expect((await finder.finden('Deutcsh'))!.deutung!.korrekturen).toMatchObject([
    { getippt: 'Deutcsh', gemeint: ['deutsch'] },
  ]);
  expect((await finder.finden('Deutsch', { tippend: true }))!.passungen).toHaveLength(2);
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

test('the plain search takes „St.“ and „Sankt“ for the same', async () => {
  const tafeln = bestandMit([{ titel: 'Tafel St. Muster' }, { titel: 'Sankt-Muster-Haus' }]);
  expect(await ersatzsuche(tafeln, 'Sankt Muster')).toHaveLength(2);
  expect(await ersatzsuche(tafeln, 'St. Muster')).toHaveLength(2);
});

test('the plain search does without cards that cannot be loaded', async () => {
  const ohne = { ...bestand, karten: [], lade: () => Promise.reject(new Error('404')) };
  expect(await ersatzsuche(ohne, 'deutsch')).toEqual([]);
});

test('who asks for the same words before they are answered gets the same answer, and nothing is worked out twice', async () => {
  const { laden, finden } = finderMit(DEUTSCH);
  const [eine, andere] = await Promise.all([finden('Deutsch'), finden('Deutsch')]);
  expect(andere).toBe(eine);
  expect(eine.passungen).toHaveLength(2);
  const gefragt = laden.mock.calls.map(([name]) => name);
  expect(new Set(gefragt).size).toBe(gefragt.length);
});
