/** Likely doubles: what is asked about, what is left alone, and how editors answer. */
import { describe, expect, test } from 'vitest';
import type { Angebot } from '../../src/domain/angebot.ts';
import type { Befund } from '../../src/domain/befund.ts';
import { aehnlicheZu, createBekannte, findeDubletten } from '../../src/katalog/dubletten.ts';
import { readEintraege } from '../../src/katalog/read-katalog.ts';
import { angebot, type Dateien, lies, OHNE_ANGEBOTE } from '../lib/inhalt.ts';

type Felder = Record<string, string | null>;

/** Two offers of two providers that have nothing in common but their town. */
const EINS: Felder = {
  titel: 'Nähen am Montag',
  anbieter: 'beispielverein',
  thema: '[familie]',
  angebotsart: 'treffpunkt',
  orte: '[{ ort: Musterstadt }]',
  telefon: null,
  email: null,
  web: null,
};
const ZWEI: Felder = {
  ...EINS,
  titel: 'Hausaufgabenhilfe',
  anbieter: 'vhs-musterland',
  thema: '[sprache]',
  angebotsart: 'beratung',
};

/** What is said about doubles in a content folder. */
function dubletten(dateien: Dateien): Befund[] {
  return lies(dateien).befunde.filter(({ regel }) => regel === 'dubletten');
}

/** The reasons why two offers are taken for doubles; empty where they are not. */
function gruende(eins: Felder, zwei: Felder): string {
  const befunde = dubletten({
    ...OHNE_ANGEBOTE,
    'angebote/eins.md': angebot({ ...EINS, ...eins }),
    'angebote/zwei.md': angebot({ ...ZWEI, ...zwei }),
  });
  expect(befunde.length).toBeLessThanOrEqual(1);
  return /Gemeinsam: (.*)\.$/.exec(befunde[0]?.meldung ?? '')?.[1] ?? '';
}

describe('two offers of two providers', () => {
  test('are asked about where their titles are nearly the same in one municipality', () => {
    for (const [eins, zwei] of [
      ['Frauencafé', 'Frauen-Café'],
      ['Frauencafé', 'Frauen Café'],
      ['Deutschkurs für Frauen', 'Frauen: Deutschkurse (A1)'],
      ['Verein Nähstube e. V.', 'Die Nähstube in Musterstadt'],
      ['Beratung', 'Beratung'],
      ['Treff Sankt-Anna-Haus', 'Treff St.-Anna-Haus'],
      ['St. Anna', 'Sankt Anna'],
    ] as const)
      expect(gruende({ titel: `"${eins}"` }, { titel: `"${zwei}"` }), `${eins} / ${zwei}`).toBe(
        'ein ähnlicher Name',
      );
  });

  test('are not for words that many titles have, for other levels, or for other places', () => {
    for (const [eins, zwei] of [
      ['Beratung für Frauen', 'Beratung für Männer'],
      ['Frauencafé', 'Sprachcafé'],
      ['Deutschkurs für Frauen, Abend, Zentrum A1', 'Deutschkurs für Frauen, Abend, Zentrum A2'],
      ['Kleiderstube Musterheide', 'Kleiderstube Altmuster'],
      ['Helferkreis Nord', 'Helferkreis Süd'],
    ] as const)
      expect(gruende({ titel: eins }, { titel: zwei }), `${eins} / ${zwei}`).toBe('');
    const titel = 'Nähstube am Markt';
    expect(gruende({ titel }, { titel, orte: '[{ ort: Probeburg }]' })).toBe('');
    expect(
      gruende(
        { titel, orte: '[{ strasse: Allee 1, ort: Musterstadt }]' },
        { titel, orte: '[{ strasse: Allee 99, ort: Musterstadt }]' },
      ),
    ).toBe('');
  });

  test('are asked about for a number, mail or web address with something else in common', () => {
    const titel = 'Nähen und Reden';
    expect(gruende({ telefon: '0221 4710123' }, { telefon: '+49 221 4710123', titel })).toBe(
      'ein ähnlicher Name, dieselbe Telefonnummer',
    );
    expect(gruende({ email: 'Kurs@verein.example' }, { email: 'kurs@verein.example', titel })).toBe(
      'ein ähnlicher Name, dieselbe E-Mail-Adresse',
    );
    expect(
      gruende(
        { web: 'http://www.verein.example/kurs/' },
        {
          web: 'https://verein.example/kurs#oben',
          thema: EINS['thema']!,
          angebotsart: 'treffpunkt',
        },
      ),
    ).toBe('dieselbe Webadresse, dieselbe Angebotsart und dieselben Themen');
    expect(gruende({ telefon: '0221 4710123' }, { telefon: '0221 4710123' })).toBe('');
  });

  test('are asked about at one address, or within 100 m, with something else in common', () => {
    const titel = 'Nähen und Reden';
    const ort = (felder: string) => ({ orte: `[{ ort: Musterstadt, ${felder} }]` });
    expect(
      gruende(ort('strasse: Lange Straße 4a'), { ...ort('strasse: Lange Str. 4 A'), titel }),
    ).toBe('ein ähnlicher Name, dieselbe Anschrift');
    expect(
      gruende(ort('strasse: St.-Anna-Str. 5'), { ...ort('strasse: Sankt-Anna-Straße 5'), titel }),
    ).toBe('ein ähnlicher Name, dieselbe Anschrift');
    expect(
      gruende(ort('lat: 50.9020, lon: 7.1040'), { ...ort('lat: 50.9027, lon: 7.1044'), titel }),
    ).toBe('ein ähnlicher Name, höchstens 100 Meter Abstand');
    expect(
      gruende(ort('lat: 50.9020, lon: 7.1040'), { ...ort('lat: 50.9030, lon: 7.1040'), titel }),
    ).toBe('');
    expect(gruende(ort('strasse: Langestraße'), { ...ort('strasse: Langestraße'), titel })).toBe(
      '',
    );
    expect(gruende({ orte: '[haus-der-begegnung]' }, { orte: '[haus-der-begegnung]' })).toBe('');
  });

  test('are not for naming the same house', () => {
    const haus = { orte: '[{ name: Haus Sonne, strasse: Weg 1, ort: Musterstadt }]' };
    expect(
      gruende({ ...haus, titel: 'Yoga im Haus Sonne' }, { ...haus, titel: 'Schach im Haus Sonne' }),
    ).toBe('');
  });
});

describe('offers of one provider', () => {
  const anbieter = 'vhs-musterland';

  test('may share number, house, kind and topics', () => {
    const gleich = {
      anbieter,
      angebotsart: 'kurs',
      thema: '[sprache]',
      telefon: '0221 4710111',
      orte: '[haus-der-begegnung]',
    };
    expect(gruende(gleich, gleich)).toBe('');
  });

  test('may be the same course at other times, not at the same', () => {
    const kurs = (von: string) => ({
      anbieter,
      titel: 'Deutschkurs am Markt',
      zeiten: `[{ tage: [mo], von: "${von}" }]`,
    });
    expect(gruende(kurs('09:00'), kurs('18:00'))).toBe('');
    expect(gruende(kurs('09:00'), kurs('09:00'))).toBe('ein ähnlicher Name, dieselben Zeiten');
  });
});

describe('offers of one provider at one address', () => {
  const gleich = {
    anbieter: 'vhs-musterland',
    angebotsart: 'kurs',
    thema: '[sprache]',
    orte: '[{ strasse: Markt 1, plz: "53999" }]',
  };
  const mit = (titel: string, zeiten: string) => ({ ...gleich, titel, zeiten });
  const montags = '[{ tage: [mo], von: 09:00 }]';

  test('are asked about for the same hours under another title', () => {
    expect(gruende(mit('Malen', montags), mit('Zeichnen', montags))).toBe(
      'dieselbe Anschrift, dieselben Zeiten, dieselbe Angebotsart und dieselben Themen',
    );
  });

  test('are not for other hours, for none, for other topics, or for levels side by side', () => {
    expect(gruende(mit('Malen', montags), mit('Zeichnen', '[{ tage: [mo], von: 10:00 }]'))).toBe(
      '',
    );
    const absprache = '[{ hinweis: nach Absprache }]';
    expect(gruende(mit('Malen', absprache), mit('Zeichnen', absprache))).toBe('');
    expect(gruende(mit('Malen', montags), { ...mit('Zeichnen', montags), thema: '[arbeit]' })).toBe(
      '',
    );
    expect(gruende(mit('Kurs A1', montags), mit('Malen A2', montags))).toBe('');
  });
});

describe('confidential offers', () => {
  test('are never compared by their place, and it is nowhere said', () => {
    const geheim = {
      titel: 'Nähen und Reden',
      schutz: '[vertraulich]',
      orte: '[{ name: Haus Sonne, strasse: Geheimweg 1, ort: Musterstadt, lat: 50.9, lon: 7.1 }]',
    };
    expect(gruende({ ...geheim, titel: 'Nähen am Montag' }, geheim)).toBe('');
    expect(gruende({ orte: geheim.orte }, geheim)).toBe('');
  });

  test('are asked about for the same name and area', () => {
    const schutz = { schutz: '[vertraulich]', orte: null, titel: 'Sicherer Platz' };
    expect(gruende(schutz, schutz)).toBe('ein ähnlicher Name');
  });
});

describe('providers and places', () => {
  const vhs = 'name: Die Volkshochschule Musterland e. V.\nkommune: musterstadt\n';

  test('are asked about for a contact, a name or an address', () => {
    const befunde = dubletten({
      'anbieter/vhs-zwei.yaml': vhs,
      'anbieter/zweiter-verein.yaml':
        'name: Anderer Verein\nkommune: probeburg\nweb: http://beispielverein.example\n',
      'orte/begegnung.yaml': 'strasse: Beispielallee 12\nort: Musterstadt\n',
      'orte/fern.yaml': 'name: Haus der Begegnung\nort: Probeburg\n',
    });
    expect(befunde.map(({ datei, zeile, feld, stufe }) => ({ datei, zeile, feld, stufe }))).toEqual(
      [
        { datei: 'anbieter/beispielverein.yaml', zeile: 1, feld: 'name', stufe: 'hinweis' },
        { datei: 'anbieter/vhs-musterland.yaml', zeile: 1, feld: 'name', stufe: 'hinweis' },
        expect.objectContaining({ datei: 'orte/begegnung.yaml' }),
      ],
    );
    expect(befunde[1]).toMatchObject({
      meldung: expect.stringMatching(
        /^Das ist vielleicht derselbe Anbieter wie .*anbieter\/vhs-zwei\.yaml\. Gemeinsam: ein ähnlicher Name\.$/,
      ),
      tipp: expect.stringContaining('kein_duplikat: [vhs-zwei]'),
    });
  });

  test('with other towns in their names are others', () => {
    expect(
      dubletten({
        'anbieter/tafel-a.yaml': 'name: Tafel Musterstadt\n',
        'anbieter/tafel-b.yaml': 'name: Tafel Probeburg\n',
      }),
    ).toEqual([]);
  });
});

describe('„kein_duplikat“', () => {
  const titel = 'Nähstube am Markt';
  const zwei = (eins: Felder, zwei: Felder = {}) =>
    lies({
      ...OHNE_ANGEBOTE,
      'angebote/eins.md': angebot({ ...EINS, titel, ...eins }),
      'angebote/zwei.md': angebot({ ...ZWEI, titel, ...zwei }),
    });
  const gemeldet = (gelesen: ReturnType<typeof lies>) =>
    gelesen.befunde
      .filter(({ feld, regel }) => regel === 'dubletten' || feld.startsWith('kein_duplikat'))
      .map(({ datei, stufe, feld, meldung }) => `${datei} ${feld} ${stufe}: ${meldung}`);

  test('on either side ends the question', () => {
    expect(gemeldet(zwei({}))).toHaveLength(1);
    expect(gemeldet(zwei({ kein_duplikat: '[zwei]' }))).toEqual([]);
    expect(gemeldet(zwei({}, { kein_duplikat: 'eins' }))).toEqual([]);
    expect(gemeldet(zwei({ kein_duplikat: 'zwei' }, { kein_duplikat: 'eins' }))).toEqual([]);
  });

  test('is reported where nobody would have asked', () => {
    expect(gemeldet(zwei({ kein_duplikat: '[zwei, eins]' }))).toEqual([
      expect.stringMatching(/^angebote\/eins\.md kein_duplikat\[1\] hinweis: „eins“ .*unnötig/),
    ]);
    expect(gemeldet(zwei({ titel: 'Garten', kein_duplikat: '[zwei]' }))).toEqual([
      expect.stringMatching(/^angebote\/eins\.md kein_duplikat\[0\] hinweis: „zwei“ .*unnötig/),
    ]);
  });

  test('must name something that exists', () => {
    const gelesen = zwei({ kein_duplikat: '[zwei, zwo]' });
    expect(gelesen.fehlerZu('angebote/eins.md')).toMatchObject([
      { feld: 'kein_duplikat[1]', meldung: 'Das Angebot „zwo“ gibt es nicht.' },
    ]);
    for (const [datei, inhalt] of [
      ['anbieter/neu.yaml', 'name: Neu\nkein_duplikat: [beispielverien]\n'],
      ['orte/neu.yaml', 'ort: Probeburg\nkein_duplikat: rathaus\n'],
    ] as const)
      expect(lies({ [datei]: inhalt }).fehlerZu(datei)).toMatchObject([
        { feld: 'kein_duplikat[0]', regel: 'verweise' },
      ]);
  });

  test('stays of use for an offer that has ended and may come back; nobody is asked about it', () => {
    const ende = { status: 'beendet' };
    expect(gemeldet(zwei({}, ende))).toEqual([]);
    expect(gemeldet(zwei({ kein_duplikat: '[zwei]' }, ende))).toEqual([]);
  });
});

describe('the content there is', () => {
  const content = readEintraege('content').eintraege!;

  test('is not flooded with questions', () => {
    expect(dubletten({})).toEqual([]);
    expect(findeDubletten(content).length).toBeLessThan(20);
  });

  test('has the same doubles, whether all pairs are compared or only those that share something', () => {
    const gefunden = findeDubletten(content)
      .filter(({ art }) => art === 'angebot')
      .flatMap(({ ids: [a, b] }) => [`${a} ${b}`, `${b} ${a}`]);
    const verglichen = [...content.angebote].flatMap(([id, eintrag]) =>
      aehnlicheZu({ art: 'angebot', eintrag }, content)
        .filter((aehnlich) => aehnlich.id !== id)
        .map((aehnlich) => `${id} ${aehnlich.id}`),
    );
    expect(verglichen.toSorted()).toEqual(gefunden.toSorted());
  });
});

test('what has the same number and title is another at another address of the town, unless both points are near', () => {
  const offen = (felder: string) => angebot({ orte: `[{ ort: Musterstadt, ${felder} }]` });
  const istBekannt = (eins: string, zwei: string) => {
    const { katalog } = lies({
      ...OHNE_ANGEBOTE,
      'angebote/eins.md': offen(eins),
      'angebote/zwei.md': offen(zwei),
    });
    const bekannt = createBekannte(katalog!.vokabular);
    bekannt.merke(katalog!.angebote.get('eins')!);
    return bekannt.kennt(katalog!.angebote.get('zwei')!);
  };
  const punkt = 'lat: 50.9020, lon: 7.1040';
  expect(istBekannt('strasse: Weg 1', 'strasse: Weg 1')).toBe(true);
  expect(istBekannt('strasse: Weg 1', 'strasse: Allee 99')).toBe(false);
  expect(istBekannt(`strasse: Weg 1, ${punkt}`, `strasse: Allee 99, ${punkt}`)).toBe(true);
});

test('of hundreds under one number only the first are known again, our own among them', () => {
  const { katalog } = lies();
  const muster = katalog!.angebote.get('kleiderstube')!;
  const eines = (i: number): Angebot => ({
    ...muster,
    id: `eines-${i}`,
    titel: `Angebot ${i}`,
    kontakt: { telefon: '+49221471000', vomAnbieter: false },
  });
  const bekannt = createBekannte(katalog!.vokabular);
  for (let i = 0; i < 300; i++) bekannt.merke(eines(i));
  expect([0, 249, 250, 299].map((i) => bekannt.kennt(eines(i)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
