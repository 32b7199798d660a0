/** What the Katalog makes of valid entries: places, municipalities, areas, contacts, order. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createOrt, kommuneOf } from '../../src/katalog/create-angebot.ts';
import { isAngebotVeraltet } from '../../src/katalog/katalog.ts';
import { vielGeschuetzt } from '../../src/katalog/schutz.ts';
import { angebot, lies, MUSTERKREIS, OHNE_ANGEBOTE } from '../lib/inhalt.ts';

const { katalog } = lies();
const { kommunen } = katalog!.vokabular;

/** One offer in the Katalog of the Musterkreis. */
function eintrag(felder: Record<string, string | null>, stichtag?: string) {
  const { katalog } = lies({ ...OHNE_ANGEBOTE, 'angebote/x.md': angebot(felder) }, stichtag);
  return katalog!.angebote.get('x') ?? katalog!.beendete.get('x')!;
}

describe('kommuneOf', () => {
  test.each([
    ['what it says itself', { kommune: 'testdorf', plz: '53999', ort: 'Musterstadt' }, 'testdorf'],
    ['what it says, if that exists', { kommune: 'nirgends', plz: '53999' }, undefined],
    ['its postal code', { plz: '53998' }, 'musterstadt'],
    ['its postal code before its name', { plz: '53997', ort: 'Irgendwo' }, 'beispielhausen'],
    ['its name', { ort: 'Testdorf am Bach' }, 'testdorf'],
    ['its name with a district', { ort: 'Musterstadt-Heide' }, 'musterstadt'],
    ['its district', { ort: 'Altmuster' }, 'musterstadt'],
    ['not a name that only begins alike', { ort: 'Musterstadtwerk' }, undefined],
    ['nothing, elsewhere', { plz: '10115', ort: 'Berlin' }, undefined],
  ])('is %s', (_was, ort, erwartet) => expect(kommuneOf(ort, kommunen)).toBe(erwartet));

  test('where two share a postal code, the name decides', () => {
    const geteilt = new Map(kommunen).set('zwilling', {
      id: 'zwilling',
      bezeichnung: { de: 'Zwilling' },
      plz: ['53996'],
      lat: 50.7,
      lon: 7,
    });
    expect(kommuneOf({ plz: '53996', ort: 'Zwilling' }, geteilt)).toBe('zwilling');
    expect(kommuneOf({ plz: '53996', ort: 'Probeburg' }, geteilt)).toBe('probeburg');
    expect(kommuneOf({ plz: '53996' }, geteilt)).toBeUndefined();
    expect(kommuneOf({ plz: '53996', ort: 'Musterstadt' }, geteilt)).toBeUndefined();
  });

  test.each([
    ['Testdorf am Bach', []],
    ['Probeburg-Süd', []],
    [
      'Musterstadt',
      [
        expect.stringContaining('gehört nicht zu Musterstadt (dort: 53999, 53998)'),
        expect.stringContaining('gehört zu keiner Kommune'),
      ],
    ],
  ])('a postal code of two towns fits both: %s', (name, meldungen) => {
    const datei = 'vokabular/kommunen.yaml';
    const { befundeZu } = lies({
      ...OHNE_ANGEBOTE,
      [datei]: readFileSync(`${MUSTERKREIS}/${datei}`, 'utf8').replace(
        '"53996"',
        '"53996", "53995"',
      ),
      'angebote/x.md': angebot({ orte: `[{ plz: "53995", ort: ${name} }]` }),
    });
    const vonGebiet = befundeZu('angebote/x.md').filter(({ regel }) => regel === 'gebiet');
    expect(vonGebiet.map(({ meldung }) => meldung)).toEqual(meldungen);
    // Better, only one of them has it, as docs/neuer-kreis.md says.
    expect(befundeZu(datei)).toMatchObject([{ feld: 'testdorf.plz[0]', stufe: 'warnung' }]);
  });
});

describe('createOrt', () => {
  test('keeps its own point', () =>
    expect(createOrt({ plz: '53999', lat: 50.91, lon: 7.11 }, kommunen)).toEqual({
      plz: '53999',
      kommune: 'musterstadt',
      punkt: { lat: 50.91, lon: 7.11 },
      ungefaehr: false,
    }));
  test('gets the middle of its Kommune', () =>
    expect(createOrt({ plz: '53999' }, kommunen)).toMatchObject({
      punkt: { lat: 50.9, lon: 7.1 },
      ungefaehr: true,
    }));
  test('elsewhere has none', () =>
    expect(createOrt({ ort: 'Berlin' }, kommunen)).toEqual({ ort: 'Berlin', ungefaehr: true }));
});

describe('contact', () => {
  const ohne = { telefon: null, email: null, web: null };
  test('is its own', () => {
    expect(eintrag({}).kontakt).toEqual({
      telefon: '+492214710123',
      email: 'kontakt@beispielverein.example',
      web: 'https://www.beispielverein.example/kurse',
      vomAnbieter: false,
    });
  });
  test('is the provider’s where it has none at all', () => {
    expect(eintrag(ohne).kontakt).toEqual({
      telefon: '+492214710123',
      email: 'kontakt@beispielverein.example',
      web: 'https://www.beispielverein.example/',
      vomAnbieter: true,
    });
  });
  test.each([
    [{ web: 'https://nur.example/' }, { web: 'https://nur.example/' }],
    [{ telefon: '0221 4710199' }, { telefon: '+492214710199' }],
    [{ email: 'nur@x.example' }, { email: 'nur@x.example' }],
  ])('with only %j is not mixed with the provider’s', (eigener, erwartet) => {
    expect(eintrag({ ...ohne, ...eigener }).kontakt).toEqual({ ...erwartet, vomAnbieter: false });
  });
  test('of a provider without any is empty', () => {
    expect(eintrag({ ...ohne, anbieter: 'nachbarn-in-probeburg' }).kontakt).toEqual({
      vomAnbieter: true,
    });
  });
});

describe('area', () => {
  test('is that of its places', () =>
    expect(
      eintrag({ orte: '[haus-der-begegnung, rathaus-probeburg, { plz: "53998" }]' }).einzugsgebiet,
    ).toEqual(['musterstadt', 'probeburg']));
  test('is what it says, wherever the door is', () =>
    expect(eintrag({ einzugsgebiet: '[testdorf]' }).einzugsgebiet).toEqual(['testdorf']));
  test('of several is the largest', () => {
    expect(eintrag({ einzugsgebiet: '[testdorf, kreisweit]' }).einzugsgebiet).toBe('kreisweit');
    expect(eintrag({ einzugsgebiet: '[kreisweit, bundesweit]' }).einzugsgebiet).toBe('bundesweit');
  });
  test('is empty where nobody knows', () => {
    expect(eintrag({ orte: null }).einzugsgebiet).toEqual([]);
    expect(eintrag({ orte: '[{ ort: Anderswo }]' }).einzugsgebiet).toEqual([]);
  });
  test('of a shelter is the whole Kreis, for its place says nothing', () =>
    expect(eintrag({ schutz: '[vertraulich]' })).toMatchObject({
      einzugsgebiet: 'kreisweit',
      orte: [],
    }));
});

test('an offer is reached on the spot where it has places, and nobody knows how otherwise', () => {
  expect(eintrag({}).kanal).toEqual(['vor-ort']);
  expect(eintrag({ orte: null }).kanal).toEqual([]);
  expect(eintrag({ kanal: '[online]' }).kanal).toEqual(['online']);
});

test('whoever looks for help against violence can leave at once, places are kept', () => {
  expect(eintrag({ schutz: '[schnell-verlassen]' })).toMatchObject({
    vertraulich: false,
    schnellVerlassen: true,
    orte: [{ kommune: 'musterstadt' }],
  });
});

test('the old address of a protected offer is protected as well', () => {
  const { katalog } = lies({
    ...OHNE_ANGEBOTE,
    'angebote/zuflucht.md': angebot({ schutz: '[schnell-verlassen]' }),
    'angebote/kurs.md': angebot({ titel: 'Kurs' }),
    'weiterleitungen.yaml': 'frauenhaus-alt: zuflucht\nkurs-alt: kurs\n',
  });
  expect([...katalog!.geschuetzt['angebot']!].sort()).toEqual(['frauenhaus-alt', 'zuflucht']);
});

test('a list is about violence where a third of it is', () => {
  const liste = (...schnellVerlassen: boolean[]) =>
    vielGeschuetzt(schnellVerlassen.map((eines) => ({ schnellVerlassen: eines })));
  expect(liste(true, false, false)).toBe(true);
  expect(liste(true, false, false, false)).toBe(false);
  expect(liste()).toBe(false);
});

test('ended offers stand apart, the rest in the order of the German alphabet', () => {
  const { katalog } = lies({
    'angebote/a.md': angebot({ titel: 'Zebra' }),
    'angebote/b.md': angebot({ titel: 'Ärztin' }),
    'angebote/c.md': angebot({ titel: 'Apfel' }),
    'angebote/d.md': angebot({ titel: 'Apfel' }),
    'angebote/e.md': angebot({ gueltig_bis: '2026-11-19' }),
  });
  const ids = [...katalog!.angebote.keys()].filter((id) => id.length === 1);
  expect(ids).toEqual(['c', 'd', 'b', 'a']);
  expect(katalog!.beendete.has('e')).toBe(true);
  expect([...katalog!.beendete.keys()]).toEqual(
    expect.arrayContaining(['fahrdienst', 'ferienkurs-sommer']),
  );
});

test('the Stichtag decides what is over and what is old', () => {
  const alt = { gueltig_bis: '2026-11-20', geprueft_am: '2026-05-24' };
  const am = (stichtag: string) => {
    const { katalog } = lies({ 'angebote/x.md': angebot(alt) }, stichtag);
    const x = katalog!.angebote.get('x');
    return x ? isAngebotVeraltet(katalog!, x) : 'beendet';
  };
  expect(am('2026-11-20')).toBe(false); // 180 days
  expect(am('2026-11-21')).toBe('beendet');
  alt.geprueft_am = '2026-05-23';
  expect(am('2026-11-20')).toBe(true);
});
