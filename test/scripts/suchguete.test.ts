/** Measuring the search: the numbers, the words for them, and the refusal of what cannot be measured. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  type Anfrage,
  bewerten,
  kennzahlen,
  kennzahlenJe,
  parseAnfragen,
  toJson,
  toText,
  toYaml,
} from '../../scripts/lib/suchguete.ts';
import { suchenMitMiniSearch, toSaetze } from '../../scripts/lib/vergleich.ts';
import { rufe } from '../lib/befehl.ts';
import { liesOrdner, MUSTERKREIS } from '../lib/inhalt.ts';

const anfrage = (mehr: Partial<Anfrage> = {}): Anfrage => ({
  nr: 1,
  suche: 'Deutschkurs',
  sprache: 'Deutsch',
  typ: 'normal',
  muss: [],
  kann: [],
  ...mehr,
});
const nummern = (von: number, bis: number) =>
  Array.from({ length: bis - von + 1 }, (_, i) => `a${von + i}`);

describe('a query', () => {
  test('is worth the share of what belongs there among the first ten', () => {
    const { recall10, rang, fehlend } = bewerten(
      anfrage({ muss: ['a2', 'a10', 'a11', 'x'] }),
      nummern(1, 12),
    );
    expect({ recall10, rang }).toEqual({ recall10: 0.5, rang: 2 });
    expect(fehlend).toEqual([
      { id: 'a11', rang: 11 },
      { id: 'x', rang: null },
    ]);
  });

  test('with more than ten that belong there can be answered completely', () => {
    const muss = nummern(1, 13);
    expect(bewerten(anfrage({ muss }), muss).recall10).toBe(1);
    expect(bewerten(anfrage({ muss }), ['x', ...muss]).recall10).toBe(0.9);
  });

  test('for which nothing belongs there has no share, but a rank', () => {
    expect(bewerten(anfrage({ kann: ['a2'] }), nummern(1, 3))).toMatchObject({
      recall10: null,
      rang: 2,
      fehlend: [],
    });
    expect(bewerten(anfrage(), [])).toMatchObject({ recall10: null, rang: null });
  });

  test('has the rank of the first right offer, wherever it stands', () => {
    expect(bewerten(anfrage({ muss: ['a40'] }), nummern(1, 50)).rang).toBe(40);
    expect(bewerten(anfrage({ muss: ['a9'], kann: ['a3'] }), nummern(1, 50)).rang).toBe(3);
    expect(bewerten(anfrage({ muss: ['x'] }), nummern(1, 50))).toMatchObject({
      recall10: 0,
      rang: null,
    });
  });

  test('never leaves its bounds', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 40 }).map(String));
    fc.assert(
      fc.property(ids, ids, ids, (muss, kann, gefunden) => {
        const { recall10, rang, fehlend } = bewerten(anfrage({ muss, kann }), gefunden);
        if (muss.length === 0) expect(recall10).toBeNull();
        else expect(recall10).toSatisfy((wert: number) => wert >= 0 && wert <= 1);
        if (rang !== null) expect([...muss, ...kann]).toContain(gefunden[rang - 1]);
        if (recall10 === 1) expect(muss.length - fehlend.length).toBe(Math.min(10, muss.length));
      }),
    );
  });
});

const bewertungen = [
  bewerten(anfrage({ nr: 1, muss: ['a1', 'a2', 'a3'] }), ['x', 'a1', 'a2']),
  bewerten(anfrage({ nr: 2, typ: 'Tippfehler', muss: ['a1'] }), []),
  bewerten(anfrage({ nr: 3, sprache: 'Türkisch', muss: ['a1'] }), ['x']),
  bewerten(anfrage({ nr: 4, typ: 'kein Treffer' }), []),
];
const portal = { id: 'portal', name: 'Dieses Portal', bewertungen };
const andere = {
  id: 'andere',
  name: 'Andere',
  bewertungen: bewertungen.map(({ anfrage }) => bewerten(anfrage, ['x', 'y', 'z', 'a1'])),
};

describe('the numbers of a search', () => {
  test('are averages over the queries for which something belongs there', () => {
    expect(kennzahlen(bewertungen)).toEqual({
      anfragen: 4,
      recall10: 0.2222,
      mrr: 0.1667,
      nulltreffer: 1,
    });
  });

  test('are missing where no query counts', () => {
    const ohne = { recall10: null, mrr: null, nulltreffer: 0 };
    expect(kennzahlen(bewertungen.slice(3))).toEqual({ anfragen: 1, ...ohne });
    expect(kennzahlen([])).toEqual({ anfragen: 0, ...ohne });
  });

  test('are given per language and per kind, in the order of the file', () => {
    expect([...kennzahlenJe(bewertungen, 'sprache').keys()]).toEqual(['Deutsch', 'Türkisch']);
    expect(kennzahlenJe(bewertungen, 'typ').get('normal')).toMatchObject({
      anfragen: 2,
      recall10: 0.3333,
    });
  });
});

describe('the outcome', () => {
  test('for programs is what was measured, and a comparison only where there was one', () => {
    expect(toJson(portal, [])).toEqual({
      gesamt: kennzahlen(bewertungen),
      je: [
        { nr: 1, suche: 'Deutschkurs', ids: ['x', 'a1', 'a2'], recall10: 0.6667, rang: 2 },
        { nr: 2, suche: 'Deutschkurs', ids: [], recall10: 0, rang: null },
        { nr: 3, suche: 'Deutschkurs', ids: ['x'], recall10: 0, rang: null },
        { nr: 4, suche: 'Deutschkurs', ids: [], recall10: null, rang: null },
      ],
    });
    expect(toJson(portal, [andere])).toHaveProperty('vergleich.andere', {
      recall10: 0.7778,
      mrr: 0.25,
      nulltreffer: 0,
    });
  });

  test('for the content folder is YAML that says where it comes from', () => {
    const yaml = toYaml(portal, [andere], '2026-11-20');
    expect(yaml).toMatch(
      /^#.*\n# {3}npm run suchguete -- test\/suche\/anfragen\.json --speichern\n/,
    );
    expect(parse(yaml)).toEqual({
      stand: '2026-11-20',
      ...kennzahlen(bewertungen),
      sprachen: {
        Deutsch: { anfragen: 3, recall10: 0.3333, mrr: 0.25 },
        Türkisch: { anfragen: 1, recall10: 0, mrr: 0 },
      },
      arten: {
        normal: { anfragen: 2, recall10: 0.3333, mrr: 0.25 },
        Tippfehler: { anfragen: 1, recall10: 0, mrr: 0 },
        'kein Treffer': { anfragen: 1, recall10: null, mrr: null },
      },
      vergleich: { andere: { recall10: 0.7778, mrr: 0.25, nulltreffer: 0 } },
      beispiele: bewertungen.map(({ anfrage: { suche, sprache, typ }, rang }, i) => ({
        suche,
        sprache,
        typ,
        recall10: [0.6667, 0, 0, null][i],
        rang,
      })),
    });
  });

  test('for people marks what is bad, names what is missing, and stands in columns', () => {
    const zeilen = toText(portal, [andere]).split('\n');
    expect(zeilen.slice(0, 8)).toEqual([
      '  Nr  Recall  Rang  Treffer  Suche',
      '!  1    0,67     2        3  Deutschkurs',
      '                             fehlt: a3',
      '✗  2    0,00     –        0  Deutschkurs',
      '                             fehlt: a1',
      '✗  3    0,00     –        1  Deutschkurs',
      '                             fehlt: a1',
      '   4       –     –        0  Deutschkurs',
    ]);
    const tabelle = zeilen.slice(zeilen.findIndex((zeile) => zeile.includes('Dieses Portal')));
    expect(new Set(tabelle.map((zeile) => zeile.indexOf('│'))).size).toBe(1);
    expect(tabelle.find((zeile) => zeile.startsWith('Gesamt'))).toMatch(
      /^Gesamt +4 +│ +0,22 +0,17 +1 +│ +0,78 +0,25 +0$/,
    );
  });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const datei = (...anfragen: unknown[]) => bytes(JSON.stringify({ anfragen }));
const gut = { ...anfrage(), muss: [{ id: 'a', titel: 'A' }, { id: 'a' }], kann: [], notiz: '' };

describe('a file of queries', () => {
  test('is read, with more than is needed, and an offer named twice is one', () => {
    expect(parseAnfragen('x.json', datei(gut))).toEqual([anfrage({ muss: ['a'] })]);
    expect(
      parseAnfragen('x.json', bytes(`\ufeff{"anfragen":[${JSON.stringify(gut)}]}`)),
    ).toHaveLength(1);
  });

  test.each([
    ['no JSON', bytes('anfragen:'), /kein lesbares JSON/],
    ['not UTF-8', Uint8Array.of(0x22, 0xe4, 0x22), /kein lesbares JSON/],
    ['empty', bytes(''), /kein lesbares JSON/],
    ['a list', bytes('[]'), /nicht die erwartete Form\. Die Angabe/],
    ['null', bytes('null'), /nicht die erwartete Form/],
    ['no queries', datei(), /steht keine Anfrage/],
    ['no words', datei(gut, { ...gut, suche: ' ' }), /Anfrage 2, Feld „suche“/],
    ['words over two lines', datei({ ...gut, suche: 'a\nb' }), /Anfrage 1, Feld „suche“/],
    ['no number', datei({ ...gut, nr: '1' }), /Anfrage 1, Feld „nr“/],
    ['no list of offers', datei({ ...gut, muss: undefined }), /Anfrage 1, Feld „muss“/],
    ['ids only', datei({ ...gut, kann: ['a'] }), /Anfrage 1, Feld „kann“/],
    ['a text for a query', datei('Deutschkurs'), /Anfrage 1: /],
  ])('is refused: %s', (_was, inhalt, satz) => {
    expect(() => parseAnfragen('x.json', inhalt)).toThrow(/^(Die|In der) Datei „x\.json“/);
    expect(() => parseAnfragen('x.json', inhalt)).toThrow(satz);
  });
});

describe('the comparison', () => {
  test('searches every visible offer by its words and the labels of its facets', () => {
    const { katalog } = liesOrdner(MUSTERKREIS);
    const saetze = toSaetze(katalog!);
    expect(saetze.map(({ id }) => id)).toEqual([...katalog!.angebote.keys()]);
    for (const { id, text } of saetze) {
      const { titel, thema } = katalog!.angebote.get(id)!;
      expect(text).toContain(titel);
      for (const name of thema)
        expect(text).toContain(katalog!.vokabular.themen.get(name)!.bezeichnung['de']);
    }
    const [gefunden, nichts] = suchenMitMiniSearch(saetze, ['Deutschkurs', 'qqqqqqqqq']);
    expect(gefunden).toContain('deutschkurs-frauen');
    expect(nichts).toEqual([]);
  });
});

describe('the call', () => {
  const ordner = mkdtempSync(join(tmpdir(), 'suchguete-'));
  const leer = join(ordner, 'leer.json');
  writeFileSync(leer, datei());
  afterAll(() => rmSync(ordner, { recursive: true, force: true }));

  const suchguete = (...args: string[]) => rufe('scripts/suchguete.ts', args);

  test.each([
    [
      'a file that is not there',
      [join(ordner, 'fehlt.json')],
      /lässt sich nicht lesen: Es gibt sie nicht/,
    ],
    ['a folder', [ordner], /lässt sich nicht lesen: Das ist ein Ordner/],
    ['no queries', [leer, '--json'], /steht keine Anfrage/],
  ])('%s: 1, and a sentence', (_was, args, satz) => {
    const { status, stdout, stderr } = suchguete(...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(satz);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test.each([
    ['nothing', []],
    ['two files', [leer, leer]],
    ['an unknown option', [leer, '--laut']],
    ['an address that is none', [leer, '--base', 'localhost:4321']],
  ])('%s: 2, nothing on stdout, and how to call it', (_was, args) => {
    const { status, stdout, stderr } = suchguete(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/Aufruf: npm run suchguete -- <anfragen\.json>/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
