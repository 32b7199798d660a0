/** The numbers of the report, on the Musterkreis and on offers made for one question. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bericht, createBericht } from '../../src/bericht/bericht.ts';
import { type Kreuztabelle, zustandVon } from '../../src/bericht/kreuztabelle.ts';
import { naeheZu } from '../../src/domain/angebot.ts';
import { isAngebotVeraltet, type Katalog } from '../../src/katalog/katalog.ts';
import {
  angebot,
  type Dateien,
  lies,
  liesOrdner,
  MUSTERKREIS,
  OHNE_ANGEBOTE,
} from '../lib/inhalt.ts';

const { katalog: musterkreis } = liesOrdner(MUSTERKREIS);

/** The Musterkreis with these offers and no others. */
function katalogMit(angebote: Record<string, Parameters<typeof angebot>[0]>): Katalog {
  const dateien: Dateien = { ...OHNE_ANGEBOTE };
  for (const [id, felder] of Object.entries(angebote))
    dateien[`angebote/${id}.md`] = angebot(felder);
  const { katalog, fehlerZu } = lies(dateien);
  expect(fehlerZu()).toEqual([]);
  return katalog!;
}
const berichtMit = (angebote: Parameters<typeof katalogMit>[0]) =>
  createBericht(katalogMit(angebote));

const zelle = ({ zeilen, spalten }: Kreuztabelle, zeile: string, spalte: string) =>
  zeilen.find(({ id }) => id === zeile)!.zellen[spalten.indexOf(spalte)]!;
const IN_MUSTERSTADT = { orte: '[{ kommune: musterstadt }]' };
const KREISWEIT = { orte: null, einzugsgebiet: 'kreisweit' };

describe('a cell', () => {
  test('counts offers of the place apart from those that serve it from elsewhere', () => {
    const { themaKommune } = berichtMit({
      a: IN_MUSTERSTADT,
      b: { ...IN_MUSTERSTADT, einzugsgebiet: '[musterstadt, testdorf]' },
      c: KREISWEIT,
      d: { orte: null, einzugsgebiet: 'bundesweit' },
    });
    const zahlen = (kommune: string) => {
      const { hier, weitere } = zelle(themaKommune, 'sprache', kommune);
      return [hier.alle, weitere.alle];
    };
    expect(zahlen('musterstadt')).toEqual([2, 2]);
    expect(zahlen('testdorf')).toEqual([0, 3]);
    expect(zahlen('siegburg')).toEqual([0, 2]);
  });

  test('is a gap although an offer for the whole Kreis serves the place', () => {
    const { themaKommune } = berichtMit({ a: KREISWEIT });
    expect(zustandVon(zelle(themaKommune, 'sprache', 'testdorf'))).toBe('luecke');
    expect(zustandVon(zelle(themaKommune, 'wohnen', 'testdorf'))).toBe('leer');
  });

  test('is outdated only where every offer of the place is, those without a date included', () => {
    const alt = { ...IN_MUSTERSTADT, geprueft_am: '2026-01-01' };
    const undatiert = { ...IN_MUSTERSTADT, geprueft_am: 'unbekannt' };
    const von = (bericht: Bericht) =>
      zustandVon(zelle(bericht.themaKommune, 'sprache', 'musterstadt'));
    expect(von(berichtMit({ alt, undatiert }))).toBe('veraltet');
    expect(von(berichtMit({ alt, undatiert, neu: IN_MUSTERSTADT }))).toBe('aktuell');
    // What is fresh elsewhere does not make the place's own fresh.
    expect(von(berichtMit({ alt, neu: KREISWEIT }))).toBe('veraltet');
  });

  test('of a language counts where people can talk in it, not what is only written', () => {
    const { themaSprache } = berichtMit({
      a: { sprachen: '[de, { code: ti, art: dolmetschen }, { code: so, art: schriftlich }]' },
      b: { sprachen: null },
    });
    expect(themaSprache.spalten).toEqual(['de', 'en', 'ar', 'ti']);
    expect(zelle(themaSprache, 'sprache', 'ti').hier.alle).toBe(1);
    expect(themaSprache.zeilen.find(({ id }) => id === 'sprache')).toMatchObject({
      alle: { alle: 2 },
      ohneSpalte: 1,
    });
  });
});

describe('a confidential offer', () => {
  const vertraulich = (mehr: object) => ({
    schutz: '[vertraulich]',
    thema: '[gewaltschutz]',
    orte: null,
    ...mehr,
  });

  test('counts in every Kommune alike and in none as its own, whatever its file says', () => {
    for (const gebiet of ['[musterstadt]', 'kreisweit', 'bundesweit', null]) {
      const bericht = berichtMit({ a: vertraulich({ einzugsgebiet: gebiet }) });
      const { hier, weitere } = zelle(bericht.themaKommune, 'gewaltschutz', 'musterstadt');
      expect([hier.alle, weitere.alle], String(gebiet)).toEqual([0, 1]);
      const zeile = bericht.themaKommune.zeilen.find(({ id }) => id === 'gewaltschutz')!;
      expect(new Set(zeile.zellen.map((eine) => JSON.stringify(eine))).size).toBe(1);
      expect(bericht.kommunen.map(({ hier }) => hier.alle)).toEqual([0, 0, 0, 0, 0]);
      expect(bericht.gebiet).toEqual({ ort: 0, kreis: 1, unbekannt: 0 });
    }
  });

  test('is similar to none', () => {
    const a = vertraulich({ einzugsgebiet: 'kreisweit' });
    expect(berichtMit({ a, b: a, c: KREISWEIT }).aehnliche).toEqual([]);
  });
});

describe('the counts', () => {
  test('of the Musterkreis agree with its offers, one by one', () => {
    const angebote = [...musterkreis!.angebote.values()].filter(({ vertraulich }) => !vertraulich);
    const { themaKommune, zielgruppeKommune } = createBericht(musterkreis!);
    const vertrauliche = [...musterkreis!.angebote.values()].filter((a) => a.vertraulich);
    for (const [tabelle, feld] of [
      [themaKommune, 'thema'],
      [zielgruppeKommune, 'zielgruppen'],
    ] as const)
      for (const zeile of tabelle.zeilen)
        for (const [i, kommune] of tabelle.spalten.entries()) {
          const dazu = angebote.filter((a) => a[feld].includes(zeile.id));
          const geheim = vertrauliche.filter((a) => a[feld].includes(zeile.id)).length;
          const nahe = dazu.map((a) => naeheZu(a, kommune));
          expect(zeile.zellen[i]!.hier.alle).toBe(nahe.filter((n) => n === 0).length);
          expect(zeile.zellen[i]!.weitere.alle).toBe(nahe.filter((n) => n! > 0).length + geheim);
        }
    expect(themaKommune.zeilen.some(({ zellen }) => zellen.some((z) => z.hier.alle > 1))).toBe(
      true,
    );
  });

  test('lose no offer and count none twice, whatever the offers are', () => {
    const ids = [...musterkreis!.angebote.keys()];
    fc.assert(
      fc.property(fc.subarray(ids), (gewaehlt) => {
        const angebote = new Map(gewaehlt.map((id) => [id, musterkreis!.angebote.get(id)!]));
        const bericht = createBericht({ ...musterkreis!, angebote });
        const { ort, kreis, unbekannt } = bericht.gebiet;
        expect(ort + kreis + unbekannt).toBe(angebote.size);
        expect(Object.values(bericht.alter).reduce((a, b) => a + b)).toBe(angebote.size);
        expect(bericht.maengel).toHaveLength(angebote.size);
        for (const { alle, ohneSpalte, zellen } of bericht.themaKommune.zeilen)
          for (const { hier, weitere } of zellen) {
            expect(hier.alle + weitere.alle).toBeLessThanOrEqual(alle.alle - ohneSpalte);
            expect(hier.veraltet).toBeLessThanOrEqual(hier.alle);
          }
        const veraltete = [...angebote.values()].filter((a) => isAngebotVeraltet(musterkreis!, a));
        expect(bericht.angebote.veraltet).toBe(veraltete.length);
        expect(bericht.alter['in-frist']).toBe(angebote.size - veraltete.length);
      }),
      { numRuns: 50 },
    );
  });

  test('leave out offers that have ended, and know those of which nobody says whom they serve', () => {
    const bericht = berichtMit({
      a: { orte: null },
      b: { status: 'beendet' },
    });
    expect(bericht.angebote.alle).toBe(1);
    expect(bericht.gebiet).toEqual({ ort: 0, kreis: 0, unbekannt: 1 });
    expect(bericht.themaKommune.zeilen.find(({ id }) => id === 'sprache')!.ohneSpalte).toBe(1);
  });

  test('per 10 000 inhabitants are of the offers of the place, where the content knows how many live there', () => {
    const { kommunen } = berichtMit({ a: IN_MUSTERSTADT, b: IN_MUSTERSTADT, c: KREISWEIT });
    const rate = (id: string) => kommunen.find((kommune) => kommune.id === id)!.jeZehntausend;
    expect(rate('musterstadt')).toBeCloseTo((2 / 42_500) * 10_000);
    expect(rate('probeburg')).toBe(0);
    expect(rate('testdorf')).toBeUndefined();
  });

  test('of a cluster take an offer of two of its Themen once', () => {
    const { cluster } = berichtMit({ a: { thema: '[arbeit, wohnen]' } });
    expect(cluster.find((eines) => eines.cluster === 'teilhabe')).toEqual({
      handlungsfeld: 'querschnitt',
      cluster: 'teilhabe',
      themen: ['arbeit', 'wohnen'],
      angebote: { alle: 1, veraltet: 0 },
    });
  });
});

describe('similar offers', () => {
  test('are of the same kind, topic and place; several topics of the same offers are one group', () => {
    const beide = { ...IN_MUSTERSTADT, thema: '[sprache, familie]' };
    const { aehnliche } = berichtMit({
      a: beide,
      b: { ...beide, anbieter: 'vhs-musterland' },
      'andere-art': { ...beide, angebotsart: 'beratung' },
      'anderer-ort': { ...beide, orte: '[{ kommune: testdorf }]' },
      'anderes-thema': { ...IN_MUSTERSTADT, thema: '[arbeit]' },
    });
    expect(
      aehnliche.map(({ angebote, ...rest }) => ({ ...rest, ids: angebote.map(({ id }) => id) })),
    ).toEqual([
      {
        kommune: 'musterstadt',
        angebotsart: 'kurs',
        themen: ['sprache', 'familie'],
        mehrereAnbieter: true,
        ids: ['a', 'b'],
      },
    ]);
  });

  test('of one provider are told apart, and those for the whole Kreis are no place’s', () => {
    const { aehnliche } = berichtMit({ a: KREISWEIT, b: KREISWEIT });
    expect(aehnliche).toMatchObject([{ themen: ['sprache'], mehrereAnbieter: false }]);
    expect(aehnliche[0]).not.toHaveProperty('kommune');
  });
});

test('what an offer lacks is named, and how far it is translated', () => {
  const { maengel, uebersetzungen } = berichtMit({
    a: { geprueft_am: 'unbekannt', sprachen: '[{ code: so, art: schriftlich }]' },
    b: {
      geprueft_am: '2026-01-01',
      anbieter: 'nachbarn-in-probeburg',
      zeiten: '\n  - tage: [mo]',
      telefon: null,
      email: null,
      web: null,
    },
  });
  expect(maengel.map(({ angebot, maengel }) => [angebot.id, maengel])).toEqual([
    ['a', ['undatiert', 'ohne-sprachen', 'ohne-zeiten']],
    ['b', ['veraltet', 'ohne-kontakt']],
  ]);
  expect(maengel[0]!.unuebersetzt).toEqual(['en', 'ar']);
  expect(uebersetzungen.map(({ sprache, fehlt }) => [sprache, fehlt])).toEqual([
    ['en', 2],
    ['ar', 2],
  ]);
  expect(
    createBericht(musterkreis!).uebersetzungen.find(({ sprache }) => sprache === 'ar'),
  ).toEqual({ sprache: 'ar', uebersetzt: 2, veraltet: 1, ungelesen: 1, fehlt: 13 });
});
