/** What visitors see differently, told from two versions of real content. */
import { describe, expect, test } from 'vitest';
import { angebotSchema } from '../../src/domain/angebot.ts';
import { anbieterSchema } from '../../src/domain/anbieter.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';
import { type Aenderung, offengelegte, vergleicheKataloge } from '../../src/site/vergleich.ts';
import {
  angebot,
  type Dateien,
  lies,
  OHNE_ANGEBOTE,
  projekt,
  seite,
  STICHTAG,
} from '../lib/inhalt.ts';

function katalog(dateien: Dateien, stichtag = STICHTAG): Katalog {
  const { katalog, fehlerZu } = lies({ ...OHNE_ANGEBOTE, ...dateien }, stichtag);
  expect(fehlerZu()).toEqual([]);
  return katalog!;
}

const uebersetzung = (titel: string, fassung = '12345678') =>
  `---\nart: mensch\ngeprueft: ja\ntitel: ${titel}\nfassung:\n  titel: "${fassung}"\n---\n`;
const LANG = 'Wir treffen uns zum Sprechen und Kochen und singen zusammen viele Lieder. '.repeat(6);

const vorher = katalog({
  'angebote/gleich.md': angebot(),
  'angebote/kurs.md': angebot({ zeiten: '[{ tage: [mo], von: 09:00, bis: 12:00 }]' }),
  'angebote/lang.md': angebot({}, `${LANG}Montags um 9 Uhr. ${LANG}`),
  'angebote/weg.md': angebot({ titel: 'Tauschbörse' }),
  'angebote/endet.md': angebot({ titel: 'Ferienkurs' }),
  'angebote/kommt.md': angebot({ titel: 'Chor', status: 'beendet' }),
  'angebote/alt.md': angebot({ titel: 'Treff' }),
  'angebote/uralt.md': angebot({ titel: 'Basar' }),
  'angebote/vom-verein.md': angebot({ telefon: null, email: null, web: null }),
  'angebote/uebersetzt.md': angebot({ titel: 'Nähkurs' }),
  'angebote/uebersetzt.ar.md': uebersetzung('دورة'),
  'angebote/uebersetzt.tr.md': uebersetzung('Kurs'),
  'angebote/wird-geheim.md': angebot({
    titel: 'Haus am Geheimweg',
    kurz: 'Im Geheimweg 5.',
    orte: '[{ strasse: Geheimweg 5, plz: "53999", ort: Musterstadt }]',
    anbieter: 'geheimhaus',
  }),
  'angebote/war-geheim.md': angebot({
    titel: 'Haus am Wald',
    telefon: '0221 4710177',
    email: null,
    angebotsart: 'schutzunterkunft',
    orte: null,
  }),
  'anbieter/geheimhaus.yaml': 'name: Haus\nbeschreibung: Im Geheimweg 5 in Musterstadt\n',
  'seiten/hilfe.md': seite('Alter Text', 'titel: Hilfe'),
});

const nachher = katalog({
  'angebote/gleich.md': angebot(),
  'angebote/kurs.md': angebot({
    titel: 'Deutschkurs A2',
    thema: '[sprache, arbeit]',
    telefon: '0221 4710124',
    email: null,
    zeiten: '[{ tage: [mo, do], von: 09:00, bis: 12:30 }]',
    sprachen: '[de, { code: uk, art: dolmetschen }]',
    kosten: '{ betrag: 2.5, einheit: je Stunde }',
    orte: '[rathaus-probeburg]',
  }),
  'angebote/lang.md': angebot({}, `${LANG}Montags um 10 Uhr. ${LANG}`),
  'angebote/neu.md': angebot({ titel: 'Fahrradkurs' }),
  'angebote/endet.md': angebot({ titel: 'Ferienkurs', gueltig_bis: '2026-11-19' }),
  'angebote/kommt.md': angebot({ titel: 'Chor' }),
  'angebote/alt.md': angebot({ titel: 'Treff', geprueft_am: '2026-01-01' }),
  'angebote/uralt.md': angebot({ titel: 'Basar', geprueft_am: '2020-01-01' }),
  'angebote/vom-verein.md': angebot({ telefon: null, email: null, web: null }),
  'angebote/uebersetzt.md': angebot({ titel: 'Nähtreff' }),
  'angebote/uebersetzt.ar.md': uebersetzung('لقاء', '00000000'),
  'angebote/uebersetzt.leicht.md': uebersetzung('Nähen'),
  'angebote/wird-geheim.md': angebot({
    titel: 'Sicherer Platz',
    kurz: 'Ein sicherer Platz.',
    telefon: '0221 4710199',
    orte: null,
    schutz: '[vertraulich]',
    anbieter: 'geheimhaus',
  }),
  'angebote/war-geheim.md': angebot({
    titel: 'Haus am Wald',
    telefon: '0221 4710177',
    email: null,
    orte: '[{ strasse: Geheimweg 7, plz: "53999", ort: Musterstadt }]',
  }),
  'anbieter/geheimhaus.yaml': 'name: Haus\nbeschreibung: Ein Verein\ntelefon: 0221 4710188\n',
  'anbieter/beispielverein.yaml': 'name: Beispielverein e. V.\ntelefon: 0221 4710155\n',
  'anbieter/neuer-verein.yaml': 'name: Neuer Verein\n',
  'seiten/hilfe.md': seite('Neuer Text', 'titel: Hilfe'),
  'texte/de.yaml': 'stand.veraltet: lange nicht geprüft\n',
});

const aenderungen = vergleicheKataloge(vorher, nachher);
const von = (id: string) => aenderungen.filter((aenderung) => aenderung.id === id);
const eine = (id: string): Aenderung => {
  expect(von(id)).toHaveLength(1);
  return von(id)[0]!;
};

describe('an offer', () => {
  test('that is as it was is no change', () => expect(von('gleich')).toEqual([]));

  test('is told field by field, as visitors read it', () => {
    expect(eine('kurs')).toEqual({
      art: 'geaendert',
      ordner: 'angebote',
      id: 'kurs',
      titel: 'Deutschkurs A2',
      felder: [
        { feld: 'Titel', vorher: 'Deutschkurs für Frauen A1', nachher: 'Deutschkurs A2' },
        { feld: 'Telefon', vorher: '0221 4710123', nachher: '0221 4710124' },
        { feld: 'E-Mail', vorher: 'kontakt@beispielverein.example', nachher: undefined },
        {
          feld: 'Ort',
          vorher: expect.stringMatching(/^Haus der Begegnung, /),
          nachher: expect.stringMatching(/^Rathaus/),
        },
        { feld: 'Punkt auf der Karte', vorher: expect.any(String), nachher: expect.any(String) },
        {
          feld: 'Barrierefreiheit',
          vorher: expect.stringContaining('Rollstuhl: ja'),
          nachher: 'Rollstuhl: teilweise, Aufzug: ja',
        },
        {
          feld: 'Zeiten',
          vorher: 'Montag 09:00–12:00 Uhr',
          nachher: 'Montag und Donnerstag 09:00–12:30 Uhr',
        },
        {
          feld: 'Themen',
          vorher: 'Sprache lernen',
          nachher: 'Sprache lernen, Arbeit',
        },
        {
          feld: 'Sprachen',
          vorher: 'Deutsch, Arabisch',
          nachher: 'Deutsch, Ukrainisch (mit Dolmetscherin oder Dolmetscher)',
        },
        { feld: 'Kosten', vorher: undefined, nachher: 'kostet etwas, 2,50\u00a0€, je Stunde' },
      ],
    });
  });

  test('with a long text is quoted around what differs', () => {
    const [feld] = eine('lang').felder;
    expect(feld).toEqual({
      feld: 'Text',
      vorher: expect.stringMatching(/^… .{10,60} um 9 Uhr.{10,60} …$/),
      nachher: expect.stringMatching(/^… .{10,60} um 10 Uhr.{10,60} …$/),
    });
  });

  test.each([
    ['neu', 'neu'],
    ['weg', 'entfernt'],
    ['endet', 'beendet'],
    ['kommt', 'wieder-da'],
    ['uralt', 'archiviert'],
  ])('%s is %s', (id, art) => expect(eine(id).art).toBe(art));

  test('whose check was long ago is changed, and outdated', () =>
    expect(von('alt').map(({ art }) => art)).toEqual(['geaendert', 'veraltet']));

  test('tells of its translations which languages are new, different, outdated and gone', () =>
    expect(eine('uebersetzt').felder.at(-1)).toEqual({
      feld: 'Übersetzungen',
      vorher: 'Arabisch und Türkisch',
      nachher: 'Arabisch (geändert) und Leichte Sprache (neu)',
    }));

  test('ends and becomes outdated because time passes', () => {
    const dateien: Dateien = {
      'angebote/endet.md': angebot({ gueltig_bis: '2026-11-25' }),
      'angebote/alt.md': angebot({ geprueft_am: '2026-11-01' }),
    };
    expect(
      vergleicheKataloge(katalog(dateien), katalog(dateien, '2027-11-20')).map(
        ({ id, art, felder }) => [id, art, felder],
      ),
    ).toEqual([
      ['endet', 'beendet', []],
      ['alt', 'veraltet', []],
    ]);
    const archiviert = vergleicheKataloge(katalog(dateien), katalog(dateien, '2028-11-20'));
    expect(archiviert.map(({ id, art }) => [id, art])).toEqual([
      ['endet', 'beendet'],
      ['alt', 'archiviert'],
    ]);
  });
});

describe('a confidential offer', () => {
  test('that would be public is named, and no other', () => {
    expect(offengelegte(vorher, nachher)).toEqual(['war-geheim']);
    expect(offengelegte(nachher, vorher)).toEqual(['wird-geheim']);
  });

  test('never shows a place, whether it was confidential before or is now', () => {
    expect(von('wird-geheim').length + von('war-geheim').length).toBe(2);
    const alles = JSON.stringify([
      ...von('wird-geheim'),
      ...von('war-geheim'),
      ...von('geheimhaus'),
    ]);
    expect(alles).not.toMatch(/Geheimweg|53999|Musterstadt|Haus am/);
  });

  test('says all the same which fields are different, and the phone', () => {
    expect(eine('wird-geheim')).toMatchObject({ titel: 'Vertrauliches Angebot' });
    const { felder } = eine('wird-geheim');
    expect(felder).toContainEqual({
      feld: 'Ort',
      vorher: expect.stringContaining('vertraulich'),
      nachher: undefined,
    });
    expect(felder).toContainEqual({
      feld: 'Telefon',
      vorher: '0221 4710123',
      nachher: '0221 4710199',
    });
    expect(eine('geheimhaus').felder.map(({ feld }) => feld)).toEqual(['Telefon', 'Beschreibung']);
  });

  test('is treated as one where its kind cannot be told', () => {
    const ohneArten = (k: Katalog): Katalog => ({
      ...k,
      vokabular: { ...k.vokabular, angebotsarten: new Map() },
    });
    const unbekannt = vergleicheKataloge(ohneArten(vorher), ohneArten(nachher));
    expect(JSON.stringify(unbekannt)).not.toMatch(/Geheimweg|53999/);
  });
});

describe('what else', () => {
  test('a provider says how many offers show its new phone, and these are no changes of their own', () => {
    expect(eine('beispielverein')).toMatchObject({
      ordner: 'anbieter',
      titel: expect.any(String),
      angebote: 1,
    });
    expect(eine('beispielverein').felder).toContainEqual({
      feld: 'Telefon',
      vorher: '0221 4710123',
      nachher: '0221 4710155',
    });
    expect(von('vom-verein')).toEqual([]);
    expect(eine('neuer-verein').art).toBe('neu');
  });

  test('pages and wordings', () => {
    expect(eine('hilfe')).toMatchObject({
      ordner: 'seiten',
      felder: [{ feld: 'Text', vorher: 'Alter Text', nachher: 'Neuer Text' }],
    });
    expect(aenderungen.find(({ ordner }) => ordner === 'texte')).toMatchObject({
      id: 'de',
      felder: [expect.objectContaining({ nachher: 'lange nicht geprüft' })],
    });
  });

  test('a new label in a vocabulary is one change, not one of every offer', () => {
    const umbenannt: Katalog = {
      ...vorher,
      vokabular: {
        ...vorher.vokabular,
        themen: new Map(
          [...vorher.vokabular.themen].map(([id, thema]) => [
            id,
            id === 'sprache' ? { ...thema, bezeichnung: { de: 'Deutsch lernen' } } : thema,
          ]),
        ),
      },
    };
    expect(vergleicheKataloge(vorher, umbenannt)).toEqual([
      expect.objectContaining({
        ordner: 'vokabular',
        id: 'themen',
        titel: 'vokabular/themen.yaml',
      }),
    ]);
  });

  test('nothing changes between a version and itself', () =>
    expect(vergleicheKataloge(nachher, nachher)).toEqual([]));
});

describe('projects and contacts', () => {
  const GEHEIM = {
    'anbieter/schutz-ev.yaml': 'name: Schutz e. V.\n',
    'angebote/schutzhaus.md': angebot({
      angebotsart: 'schutzunterkunft',
      anbieter: 'schutz-ev',
      orte: null,
    }),
  };
  const stelle = (telefon: string) =>
    `stellen:\n  - { funktion: sozialamt, stelle: Amt, telefon: ${telefon}, geprueft_am: 2026-11-01 }\n`;
  const alt = katalog({
    ...GEHEIM,
    'projekte/garten.md': projekt({ titel: 'Garten' }),
    'projekte/chor.md': projekt({ titel: 'Chor' }),
    'projekte/schutz.md': projekt({
      titel: 'Zuflucht',
      kommunen: 'kreisweit',
      anbieter: 'schutz-ev',
    }),
    'kontakte/probeburg.yaml': stelle('0221 4710141'),
    'kontakte/testdorf.yaml': stelle('0221 4710142'),
    'kontakte/kreisweit.yaml': 'stellen:\n  - { funktion: gewaltschutz, angebot: schutzhaus }\n',
  });
  const neu = katalog({
    ...GEHEIM,
    'projekte/garten.md': projekt(
      { titel: 'Garten', status: 'abgeschlossen' },
      '## Vorgehen\n\nWir haben zwei Beete angelegt.',
    ),
    'projekte/schutz.md': projekt({
      titel: 'Zuflucht finden',
      kommunen: 'kreisweit',
      anbieter: 'schutz-ev',
    }),
    'kontakte/probeburg.yaml': stelle('0221 4710149'),
    'kontakte/musterstadt.yaml': stelle('0221 4710142'),
    'kontakte/kreisweit.yaml':
      'stellen:\n  - { funktion: gewaltschutz, angebot: schutzhaus, hinweis: Tag und Nacht }\n',
  });
  const aenderungen = vergleicheKataloge(alt, neu);
  const finde = (ordner: string, id: string) =>
    aenderungen.find((aenderung) => aenderung.ordner === ordner && aenderung.id === id);

  test('another number of an office is told with both numbers', () =>
    expect(finde('kontakte', 'probeburg')).toMatchObject({
      art: 'geaendert',
      titel: 'Probeburg',
      felder: [
        {
          feld: 'Sozialamt',
          vorher: expect.stringContaining('0221 4710141'),
          nachher: expect.stringContaining('0221 4710149'),
        },
      ],
    }));

  test('files that come and go are told', () => {
    expect(finde('kontakte', 'musterstadt')).toMatchObject({ art: 'neu' });
    expect(finde('kontakte', 'testdorf')).toMatchObject({ art: 'entfernt' });
    expect(finde('projekte', 'chor')).toMatchObject({ art: 'entfernt', titel: 'Chor' });
  });

  test('what a project says now, and what it said', () =>
    expect(finde('projekte', 'garten')!.felder).toMatchObject([
      { feld: 'Status', vorher: undefined, nachher: 'abgeschlossen' },
      { feld: 'Text', nachher: expect.stringContaining('zwei Beete') },
    ]));

  test('nothing is quoted of what has to do with a shelter', () => {
    expect(finde('projekte', 'schutz')!.felder).toMatchObject([{ feld: 'Titel' }]);
    const gesagt = JSON.stringify(aenderungen);
    expect(gesagt).not.toMatch(/Zuflucht|Tag und Nacht/);
  });

  test('tell nothing of what is reached like a shelter', () => {
    const mit = (name: string) => {
      const stelle = `{ funktion: gewaltschutz, stelle: ${name}, telefon: 0221 4710123, geprueft_am: 2026-11-01 }`;
      const kontakt = `{ stelle: ${name}, email: kontakt@beispielverein.example }`;
      return lies({
        ...OHNE_ANGEBOTE,
        ...GEHEIM,
        'projekte/chor.md': projekt({ titel: `Chor ${name}`, kontakt }),
        'kontakte/kreisweit.yaml': `stellen:\n  - ${stelle}\n`,
      }).katalog!;
    };
    const gefunden = vergleicheKataloge(mit('Amsel'), mit('Geheimweg'));
    expect(gefunden.map(({ ordner, titel }) => [ordner, titel])).toContainEqual([
      'projekte',
      'Projekt mit einem vertraulichen Angebot',
    ]);
    expect(JSON.stringify(gefunden)).not.toMatch(/Amsel|Geheimweg/);
  });
});

describe('no field is forgotten', () => {
  /** For each field a value that the small offer does not have. */
  const werte: Record<keyof typeof angebotSchema.shape, string> = {
    titel: 'Anders',
    kurz: 'Anders.',
    anbieter: 'vhs-musterland',
    angebotsart: 'beratung',
    thema: '[arbeit]',
    zielgruppen: '[alle]',
    sprachen: '[fr]',
    gebaerdensprache: 'ja',
    deutschniveau: '{ von: A1 }',
    alter: '{ von: 12 }',
    kanal: '[online]',
    orte: '[rathaus-probeburg]',
    einzugsgebiet: 'kreisweit',
    zeiten: '[{ tage: [mo] }]',
    ausnahmen: 'Ferien',
    termin: 'ohne',
    kosten: 'kostenlos',
    unterlagen: '[ausweis]',
    schritte: '[{ text: Anrufen }]',
    kinderbetreuung: 'ja',
    kurs: '{ start: 2026-12-01 }',
    termine: '[{ start: 2026-12-05T15:00 }]',
    telefon: '0221 4710124',
    email: 'anders@beispielverein.example',
    web: 'https://anders.example/',
    schutz: '[schnell-verlassen]',
    hinweis: '{ text: Umzug }',
    status: 'voll',
    gueltig_bis: '2027-12-31',
    weiterleitung: 'x-titel',
    geprueft_am: '2026-11-02',
    geprueft_durch: 'Fachstelle',
    quelle: '{ name: Liste }',
    suchwoerter: '[Anders]',
    leika: '"99107017"',
    externe_ids: '{ alt: "17" }',
    kein_duplikat: '[x-titel]',
  };
  const anbieterWerte: Record<keyof typeof anbieterSchema.shape, string> = {
    name: 'Anders',
    art: 'bildung',
    beschreibung: 'Anders.',
    telefon: '0221 4710124',
    email: 'anders@beispielverein.example',
    web: 'https://anders.example/',
    kommune: 'probeburg',
    suchwoerter: '[Anders]',
    schutz: '[schnell-verlassen]',
    quelle: '{ name: Liste }',
    kein_duplikat: '[vhs-musterland]',
  };
  const felder = Object.keys(angebotSchema.shape) as (keyof typeof werte)[];
  const anbieterFelder = Object.keys(anbieterSchema.shape) as (keyof typeof anbieterWerte)[];
  const mit = (anders: boolean) =>
    katalog({
      ...Object.fromEntries(
        felder.map((feld) => [
          `angebote/x-${feld.replaceAll('_', '-')}.md`,
          angebot(anders ? { [feld]: werte[feld] } : {}),
        ]),
      ),
      ...Object.fromEntries(
        anbieterFelder.map((feld) => [
          `anbieter/y-${feld.replaceAll('_', '-')}.yaml`,
          `name: Verein ${feld}\n${anders && feld !== 'name' ? `${feld}: ${anbieterWerte[feld]}\n` : ''}`.replace(
            anders && feld === 'name' ? 'Verein' : '\0',
            'Anders',
          ),
        ]),
      ),
    });
  const geaendert = vergleicheKataloge(mit(false), mit(true));

  test.each(felder)('of an offer: %s', (feld) => {
    const aenderung = geaendert.find(({ id }) => id === `x-${feld.replaceAll('_', '-')}`);
    expect(aenderung?.felder.length).toBeGreaterThan(0);
  });

  test.each(anbieterFelder)('of a provider: %s', (feld) => {
    const aenderung = geaendert.find(({ id }) => id === `y-${feld.replaceAll('_', '-')}`);
    expect(aenderung?.felder.length).toBeGreaterThan(0);
  });
});
