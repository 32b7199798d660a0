/** Files made to keep the reader busy: each is read within seconds, and what is wrong with it is said in sentences one can read. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { angebot, type Dateien, lies, OHNE_ANGEBOTE, seite } from '../lib/inhalt.ts';
import { mitRechenzeit } from '../lib/rechenzeit.ts';

const viele = (anzahl: number, zeile: (nummer: number) => string) =>
  Array.from({ length: anzahl }, (_, nummer) => zeile(nummer)).join('\n');
const kommunen = readFileSync('test/fixtures/musterkreis/vokabular/kommunen.yaml', 'utf8');

/** What takes but seconds in one file, in several that differ. */
const mehrfach = (datei: (nummer: number) => Dateien): Dateien =>
  Object.assign({}, ...Array.from({ length: 6 }, (_, nummer) => datei(nummer))) as Dateien;

const faelle: Record<string, Dateien> = {
  'what could be a street of a shelter': {
    'angebote/x.md': angebot(
      { angebotsart: 'schutzunterkunft', orte: null },
      ['-A', 'A-', '-Aa', 'A', 'Aen', 'A\n'].map((teil) => teil.repeat(1500)).join(' '),
    ),
  },
  'thousands of interface texts that do not exist': {
    'texte/de.yaml': viele(5000, (nr) => `stand.v${nr}: x`),
  },
  'thousands of languages that do not exist': {
    'vokabular/sprachen.yaml': viele(5000, (nr) => `k${nr}x:`),
  },
  'search words in thousands of languages that do not exist': {
    'vokabular/themen.yaml': `neu:\n  bezeichnung: Neu\n  suchwoerter:\n${viele(7500, (nr) => `    k${nr}: [a]`)}`,
  },
  'thousands of fields that do not exist': {
    'angebote/x.md': angebot({ kurz: `x\n${viele(9000, (nr) => `k${nr}: x`)}` }),
  },
  'the same field thousands of times': {
    'angebote/x.md': angebot({ kurz: `x\n${viele(9000, () => 'kurz: x')}` }),
  },
  'thousands of offers to lead on to': {
    'angebote/x.md': angebot({ weiterleitung: `[${viele(9000, (nr) => `k${nr},`)}]` }),
  },
  'blank lines only': { 'angebote/x.md': angebot({ kurz: `x${'\n'.repeat(90_000)}` }) },
  'anchors and aliases': {
    'angebote/x.md': angebot({ kurz: `&a x\nk: [${'*a, '.repeat(15_000)}]` }),
  },
  'a mail address of many parts': { 'angebote/x.md': angebot({ email: 'a@'.repeat(990) }) },
  'a phone number of many groups': {
    'angebote/x.md': angebot({ telefon: `"0${' ('.repeat(950)}1"` }),
  },
  'the name of a field that never ends': {
    'angebote/x.md': angebot({ kurz: `x\n${'k'.repeat(900)}: x` }),
  },
  'braces in braces on a page': {
    'seiten/x.mdx': seite('{'.repeat(9000) + '}'.repeat(9000)),
  },
  ...Object.fromEntries(
    ['{', '{/*', '{"', '{/', '{a((((', '<Hinweis a={`', 'export default ('].flatMap((anfang) => [
      [
        `what could be code on a page: ${anfang}`,
        { 'seiten/x.mdx': seite(anfang + '}'.repeat(29_000)) },
      ],
      [
        `what could be code on a page, line by line: ${anfang}`,
        { 'seiten/x.mdx': seite(anfang + '\n\n}'.repeat(490)) },
      ],
    ]),
  ),
  'an export of many lines': { 'seiten/x.mdx': seite(`export const x = \`${'\n\nb'.repeat(700)}`) },
  'an offer that could be a page with code': {
    'angebote/x.md': angebot({}, `<A/>\n\n{/*${'}'.repeat(29_000)}`),
    'angebote/x.ar.md': `---\nquelle_fassung: 12345678\ngeprueft: nein\n---\n\n<A/>\n\n{/*${'}'.repeat(29_000)}`,
  },
  'a paragraph of thousands of lines': {
    'angebote/x.md': angebot({}, `> > > > > a\n${'b\n'.repeat(14_000)}`),
  },
  'quotes by the thousand': { 'angebote/x.md': angebot({}, '> a\n\n'.repeat(5800)) },
  'lists in lists, by the thousand': { 'angebote/x.md': angebot({}, '- - - a\n'.repeat(3700)) },
  'HTML that does not end, by the thousand': { 'angebote/x.md': angebot({}, 'a<?'.repeat(9900)) },
  'declarations by the thousand': { 'angebote/x.md': angebot({}, 'a<!A'.repeat(7400)) },
  'CDATA by the thousand': { 'angebote/x.md': angebot({}, 'a<![CDATA['.repeat(2900)) },
  'ends of links by the thousand': mehrfach((nr) => ({
    [`seiten/x${nr}.mdx`]: seite(']('.repeat(14_900 - nr)),
  })),
  'brackets that close by the thousand': mehrfach((nr) => ({
    [`angebote/x${nr}.md`]: angebot({}, ']'.repeat(29_900 - nr)),
  })),
  'links to nowhere by the thousand': { 'seiten/x.md': seite('[a](/b/) '.repeat(3000)) },
  'components in components': { 'seiten/x.mdx': seite('<Hinweis>'.repeat(3000)) },
  'a component whose name never ends': { 'seiten/x.mdx': seite(`<a${'.a'.repeat(9000)}/>`) },
  'a thousand municipalities': {
    'vokabular/kommunen.yaml':
      kommunen +
      viele(
        1000,
        (nr) =>
          `k${nr}:\n  bezeichnung: K${nr}\n  plz: ["${10_000 + nr}"]\n  lat: 50.8\n  lon: 7.1`,
      ),
  },
};

test.each(Object.entries(faelle))('%s', (_name, dateien) => {
  const { ergebnis, sekunden } = mitRechenzeit(() => lies({ ...OHNE_ANGEBOTE, ...dateien }));
  expect(sekunden).toBeLessThan(5);
  for (const { datei, zeile, meldung, tipp } of ergebnis.fehlerZu()) {
    expect(Object.keys(dateien)).toContain(datei);
    expect(zeile).toBeGreaterThanOrEqual(1);
    expect(meldung.length).toBeLessThan(400);
    expect(tipp?.length ?? 0).toBeLessThan(700);
  }
});

test('of a broken file a hundred findings are shown, errors first, and how many more there are', () => {
  const { befundeZu } = lies({
    ...OHNE_ANGEBOTE,
    'vokabular/sprachen.yaml': viele(150, (nr) => `k${nr}x:`),
  });
  const befunde = befundeZu('vokabular/sprachen.yaml');
  expect(befunde).toHaveLength(101);
  expect(befunde.at(-1)).toMatchObject({
    zeile: 101,
    stufe: 'fehler',
    meldung: '… und 50 weitere Befunde in dieser Datei.',
  });
});
