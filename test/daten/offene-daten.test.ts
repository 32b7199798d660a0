/** The open data, read back by programs that are not ours. */
import { check } from '@placemarkio/check-geojson';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { uuidVonAngebot } from '../../src/daten/herausgabe.ts';
import { angebotSchema } from '../../src/domain/angebot.ts';
import { DATEN_SCHEMATA, datensatzSchema, OHNE_DATEN } from '../../src/domain/datensatz.ts';
import { skript } from '../../src/site/daten-seite.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { angebot, lies, MUSTERKREIS, OHNE_ANGEBOTE, STICHTAG } from '../lib/inhalt.ts';
import { offeneDaten } from '../lib/offene-daten.ts';

const muster = readKatalog(MUSTERKREIS, STICHTAG).katalog!;
const eingabe = (name: string) => readFileSync(`test/fixtures/eingaben/${name}`, 'utf8');
/** Offers whose texts are meant to break out of what they stand in. */
const boese = lies(
  Object.fromEntries(
    [
      '124-titel-attribut',
      '126-titel-jsonld',
      '128-titel-vorlage',
      '130-titel-cdata',
      '132-titel-formel-dde',
      '004-arabisch-mit-rlm',
    ].map((name) => [`angebote/fall-${name}.md`, eingabe(`${name}.md`)]),
  ),
).katalog!;

const lang = (zeichen: number) => `"${'😀'.repeat(zeichen - 1)}a"`;
const EMAIL = `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}`;
/** Fields of an offer with the most that they take, and with more than that, as YAML. */
const GRENZEN: Record<string, [hoechstens: string, mehr: string, genau?: string]> = {
  titel: [lang(120), lang(121)],
  kurz: [lang(200), lang(201)],
  ausnahmen: [lang(300), lang(301)],
  geprueft_durch: [lang(120), lang(121)],
  leika: [lang(20), lang(21)],
  hinweis: [`{ text: ${lang(400)} }`, `{ text: ${lang(401)} }`, 'hinweis.text'],
  sprachen: [
    `[{ code: de, zeiten: ${lang(120)}, hinweis: ${lang(200)} }]`,
    `[{ code: de, hinweis: ${lang(201)} }]`,
    'sprachen[0].hinweis',
  ],
  zeiten: [`[{ hinweis: ${lang(200)} }]`, `[{ hinweis: ${lang(201)} }]`, 'zeiten[0].hinweis'],
  kosten: [
    `{ betrag: 100000, einheit: ${lang(60)}, hinweis: ${lang(200)} }`,
    `{ betrag: 100001 }`,
    'kosten.betrag',
  ],
  unterlagen: [`[{ text: ${lang(300)} }]`, `[{ text: ${lang(301)} }]`, 'unterlagen[0].text'],
  schritte: [`[{ text: ${lang(300)} }]`, `[{ text: ${lang(301)} }]`, 'schritte[0].text'],
  kurs: ['{ einheiten: 5000, plaetze: 1000 }', '{ einheiten: 5001 }', 'kurs.einheiten'],
  alter: ['{ bis: 120 }', '{ bis: 121 }', 'alter.bis'],
  orte: [viele(500), viele(501)],
  termine: [
    `[{ start: 2026-12-01T10:00, rrule: "FREQ=WEEKLY;BYDAY=TU${',TU'.repeat(660)}" }]`,
    `[{ start: 2026-12-01T10:00, rrule: "FREQ=WEEKLY;BYDAY=TU${',TU'.repeat(661)}" }]`,
    'termine[0].rrule',
  ],
  telefon: ['+49 2241 123456789', '+49 2241 1234567890'],
  email: [`${EMAIL}.${'e'.repeat(6)}`, `${EMAIL}.${'e'.repeat(7)}`],
  web: [webadresse(2000), webadresse(2001)],
  quelle: [
    `{ name: ${lang(120)}, url: "${webadresse(2000)}", stand: ${lang(120)}, lizenz: ${lang(80)} }`,
    `{ name: x, lizenz: ${lang(81)} }`,
    'quelle.lizenz',
  ],
  suchwoerter: [
    `{ leicht: [${lang(80)}], zh-hant-tw: [x] }`,
    `{ leicht: [${lang(81)}] }`,
    'suchwoerter.leicht[0]',
  ],
  externe_ids: [`{ ${'x'.repeat(80)}: ${lang(120)} }`, `{ x: ${lang(121)} }`, 'externe_ids.x'],
};
const TEXT = 'Wort '.repeat(5999);
/** Everything at its limit, and a provider with more offers than a list has entries. */
const grenzen = lies({
  'anbieter/viele.yaml': `name: ${lang(160)}\nbeschreibung: ${lang(600)}\nweb: ${webadresse(2000)}\n`,
  'angebote/grenze.md': angebot(
    Object.fromEntries(Object.entries(GRENZEN).map(([feld, [hoechstens]]) => [feld, hoechstens])),
    TEXT,
  ),
  'angebote/grenze.ar.md': `---\nart: mensch\ngeprueft: ja\n---\n\n${TEXT}\n`,
  'angebote/endung.md': angebot({ web: 'https://пример.рф/kurs' }),
  ...Object.fromEntries(
    Array.from({ length: 501 }, (_, nr) => [
      `angebote/viele-${nr}.md`,
      angebot({ titel: `Kurs ${nr}`, anbieter: 'viele' }),
    ]),
  ),
});

/** An address that is so long as it is passed on, with a letter that only browsers take. */
function webadresse(laenge: number): string {
  const anfang = 'https://www.verein.example/';
  return `${anfang}ä${'a'.repeat(laenge - anfang.length - '%C3%A4'.length)}`;
}

function viele(orte: number): string {
  return `[${Array.from({ length: orte }, (_, nr) => `{ name: Haus ${nr}, ort: Musterstadt }`).join(', ')}]`;
}

test('a field takes what its file takes, and no more', () => {
  expect(grenzen.fehlerZu()).toEqual([]);
  const mehr = Object.entries(GRENZEN);
  const { fehlerZu } = lies(
    Object.fromEntries(
      mehr.map(([feld, [, wert]], i) => [`angebote/fall-${i}.md`, angebot({ [feld]: wert })]),
    ),
  );
  expect(mehr.map((_, i) => fehlerZu(`angebote/fall-${i}.md`).map(({ feld }) => feld))).toEqual(
    mehr.map(([feld, [, , genau = feld]]) => [genau]),
  );
});

test('a field without a limit is an id, a word of a list, or a date', () =>
  expect(
    Object.keys(angebotSchema.shape)
      .filter((feld) => !(feld in GRENZEN))
      .sort(),
  ).toEqual([
    'anbieter',
    'angebotsart',
    'deutschniveau',
    'einzugsgebiet',
    'gebaerdensprache',
    'geprueft_am',
    'gueltig_bis',
    'kanal',
    'kein_duplikat',
    'kinderbetreuung',
    'schutz',
    'status',
    'termin',
    'thema',
    'weiterleitung',
    'zielgruppen',
  ]));

const kreise = [
  ['the first Kreis', readKatalog('content', STICHTAG).katalog!],
  ['the Musterkreis', muster],
  ['hostile texts', boese],
  ['fields at their limits', grenzen.katalog!],
] as const;

/** UUIDs of the offers that visitors find. */
const uuids = (katalog: typeof muster) =>
  [...katalog.angebote.keys()].map((id) => uuidVonAngebot(katalog.portal, id)).sort();

describe.each(kreise)('the open data of %s', (_, katalog) => {
  const dateien = offeneDaten(katalog);
  const json = (pfad: string) => JSON.parse(dateien.get(pfad)!) as Record<string, never>;

  test('follow their published JSON Schemas, with no field that these do not name', () => {
    const ajv = new Ajv2020({ allErrors: true });
    addFormats.default(ajv);
    for (const [name, schema] of Object.entries(DATEN_SCHEMATA)) {
      const pruefe = ajv.compile(json(`daten/v1/schema/${name}.json`));
      const passende = [...dateien.keys()].filter((pfad) =>
        new RegExp(`^daten/v1/${name}(/.*)?\\.json$`).test(pfad),
      );
      expect(passende.length, name).toBeGreaterThan(0);
      for (const pfad of passende) {
        const { $schema, ...wert } = json(pfad);
        expect($schema).toBe(json(`daten/v1/schema/${name}.json`)['$id']);
        expect(pruefe(wert), `${pfad}: ${ajv.errorsText(pruefe.errors)}`).toBe(true);
        expect(schema.parse(wert), pfad).toEqual(wert);
      }
    }
  });

  test('say in every file whose they are, of which day, and what may be done with them', () => {
    for (const [pfad, text] of dateien) {
      // Tables of a data package have no room for it; their `datapackage.json` says it.
      if (/\/schema\/|\/hsds\/.*\.csv$/.test(pfad)) continue;
      expect(text, pfad).toContain(katalog.portal.lizenz.name);
      expect(text, pfad).toContain(katalog.portal.kontakt.stelle);
      expect(text, pfad).toContain(STICHTAG);
    }
  });

  test('are GeoJSON that another reader takes, with every offer in it', () => {
    const { features } = check(dateien.get('daten/angebote.geojson')!) as unknown as {
      features: {
        geometry: { coordinates: [number, number] } | null;
        properties: { uuid: string };
      }[];
    };
    expect([...new Set(features.map(({ properties }) => properties.uuid))].sort()).toEqual(
      uuids(katalog),
    );
    for (const { geometry } of features.filter(({ geometry }) => geometry)) {
      // Longitude first: the other way round the points lie in the Indian Ocean.
      expect(geometry!.coordinates[0]).toBeLessThan(15.1);
      expect(geometry!.coordinates[1]).toBeGreaterThan(47.2);
    }
  });

  test('are a table for Excel: one row per offer, nothing that is calculated', () => {
    const text = dateien.get('daten/angebote.csv')!;
    expect(text.startsWith('\ufeff"Titel";')).toBe(true);
    const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
      delimiter: ';',
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data.map((zeile) => zeile['UUID']).sort()).toEqual(uuids(katalog));
    for (const zeile of data)
      for (const zelle of Object.values(zeile)) expect(zelle).not.toMatch(/^[=+\-@\t\r]/);
  });
});

test('a formula in a title is text in the table', () => {
  const csv = offeneDaten(boese).get('daten/angebote.csv')!;
  expect(csv).toMatch(/^"'@SUM/m);
});

test('every field of an offer is published, or there is a reason why not', () => {
  const { kontakt: _, ...felder } = datensatzSchema.shape;
  const veroeffentlicht = new Set([
    ...Object.keys(felder),
    ...['telefon', 'email', 'web'], // in `kontakt`
    ...Object.keys(OHNE_DATEN),
  ]);
  expect(Object.keys(angebotSchema.shape).filter((feld) => !veroeffentlicht.has(feld))).toEqual([]);
});

describe('the files for people', () => {
  const dateien = offeneDaten(muster);
  const { data } = Papa.parse<Record<string, string>>(dateien.get('daten/angebote.csv')!.slice(1), {
    delimiter: ';',
    header: true,
    skipEmptyLines: true,
  });
  const zeile = (id: string) => data.find(({ Kennung }) => Kennung === id)!;
  const { features } = JSON.parse(dateien.get('daten/angebote.geojson')!) as {
    features: { properties: Record<string, string> }[];
  };
  const aufKarte = (id: string) =>
    features.find(({ properties }) => properties['uuid'] === zeile(id)['UUID'])!.properties;

  test('warn as the page does, the map before anything else', () => {
    expect(zeile('familienpaten')['Hinweise']).toContain('Pause');
    expect(aufKarte('familienpaten')['description']).toMatch(/^Dieses Angebot macht zurzeit Pause/);
    expect(zeile('migrationsberatung')['Hinweise']).toContain('3. Dezember 2026');
  });

  test('say how a language is there, and by what else than a visit one gets help', () => {
    expect(aufKarte('migrationsberatung')['sprachen']).toContain(
      'Türkisch (nur schriftliche Infos)',
    );
    expect(zeile('infotelefon')['Weitere Angaben']).toContain('am Telefon');
  });

  test('have the dates, and what to bring', () => {
    expect(zeile('frauencafe')['Termine']).toContain('5. Dezember 2026');
    expect(zeile('migrationsberatung')['Unterlagen']).toBe('Ausweis oder Pass; Meldebestätigung');
  });

  test('name source and licence, and what must be treated with care', () => {
    expect(zeile('migrationsberatung')['Quelle']).toContain('Datenlizenz Deutschland');
    expect(zeile('frauenhaus')['Schutz']).toBe('vertraulich');
    expect(aufKarte('beratung-bei-gewalt')['schutz']).toBe('ja');
    expect(zeile('kleiderstube')['Schutz']).toBe('');
  });

  test('are no more exact about the last check than its source', () => {
    const { katalog } = lies({
      'angebote/kleiderstube.md': readFileSync(
        `${MUSTERKREIS}/angebote/kleiderstube.md`,
        'utf8',
      ).replace(
        /^geprueft_am: .*$/m,
        'geprueft_am: 2026-01-01\nquelle: { name: Faltblatt, stand: "2026" }',
      ),
    });
    const alt = offeneDaten(katalog!);
    expect(alt.get('daten/angebote.csv')).not.toContain('2026-01-01');
    expect(alt.get('daten/angebote.geojson')).not.toContain('2026-01-01');
    expect(alt.get('daten/angebote.geojson')).toContain('"geprueft":"2026"');
    expect(alt.get('daten/hsds/services.csv')).not.toContain('2026-01-01');
    expect(alt.get('daten/hsds/services.json')).not.toContain('"assured_date":"2026-01');
  });
});

test('an offer has the same uuid whatever the address of the portal', () => {
  const portal = readFileSync(`${MUSTERKREIS}/portal.yaml`, 'utf8');
  const umgezogen = lies({
    'portal.yaml': portal.replace('https://muster.example/integration/', 'https://neu.example/'),
  }).katalog!;
  expect(umgezogen.portal.url).toBe('https://neu.example/');
  expect(uuids(umgezogen)).toEqual(uuids(muster));
  expect(uuids(muster)).not.toEqual(
    uuids({ ...muster, portal: { ...muster.portal, kreis: 'Nachbarkreis' } }),
  );
});

describe('what visitors must not find', () => {
  const alles = (katalog: typeof muster) => [...offeneDaten(katalog).values()].join('\n');
  const kurs = readFileSync(`${MUSTERKREIS}/angebote/deutschkurs-frauen.md`, 'utf8');
  const angeboteVon = (katalog: typeof muster) => {
    const text = offeneDaten(katalog).get('daten/v1/angebote.json')!;
    const { angebote } = DATEN_SCHEMATA.angebote.parse(JSON.parse(text));
    return new Map(angebote.map((eines) => [eines.id, eines]));
  };

  test.each([
    ['ended', kurs.replace(/^gueltig_bis: .*$/m, 'gueltig_bis: 2026-11-19')],
    ['was ended', kurs.replace(/^gueltig_bis: .*$/m, 'status: beendet')],
    ['was withdrawn', null],
  ])('vanishes from all of them when it %s', (_, datei) => {
    expect(alles(muster)).toContain('deutschkurs-frauen');
    expect(alles(muster)).toContain('Deutschkurs für Frauen A1');
    const { katalog } = lies({ 'angebote/deutschkurs-frauen.md': datei });
    expect(alles(katalog!)).not.toContain('deutschkurs-frauen');
    expect(alles(katalog!)).not.toContain('Deutschkurs für Frauen A1');
  });

  test('a secret place is in none, whatever the file of the offer says', () => {
    const geheim = readFileSync(`${MUSTERKREIS}/angebote/frauenhaus.md`, 'utf8').replace(
      /^angebotsart:/m,
      'orte: [{ strasse: "Geheimgasse 77", plz: "53721", ort: Siegburg, lat: 50.71717, lon: 7.17171 }]\nangebotsart:',
    );
    const { katalog } = lies({ 'angebote/frauenhaus.md': geheim });
    expect(katalog!.angebote.has('frauenhaus')).toBe(true);
    expect(alles(katalog!)).not.toMatch(/Geheimgasse|50\.71717|7\.17171/);
    // Portals that show it must know, and a release that shows it must not count again.
    const haus = angeboteVon(katalog!).get('frauenhaus');
    expect(haus).toMatchObject({ schutz: ['vertraulich', 'schnell-verlassen'] });
    expect(haus).not.toHaveProperty('orte');
  });

  test('the middle of a Kommune is not taken for the place of an offer', () => {
    const { katalog } = lies({
      'angebote/x.md': angebot({
        orte: '[{ plz: "53999" }, { plz: "53999", lat: 50.91, lon: 7.11 }]',
      }),
    });
    expect(angeboteVon(katalog!).get('x')!.orte).toMatchObject([
      { lat: 50.9, genau: false },
      { lat: 50.91, genau: true },
    ]);
  });

  test('notes of the editors are in none', () => {
    const notiz = (pfad: string) =>
      `${readFileSync(`${MUSTERKREIS}/${pfad}`, 'utf8').trimEnd()}\nkein_duplikat: [anderes-haus]\n`;
    const { katalog } = lies({
      'orte/haus-der-begegnung.yaml': notiz('orte/haus-der-begegnung.yaml'),
      'anbieter/beispielverein.yaml': notiz('anbieter/beispielverein.yaml'),
      'angebote/deutschkurs-frauen.md': kurs.replace(
        /^thema:/m,
        'kein_duplikat: [kleiderstube]\nthema:',
      ),
    });
    expect(katalog!.angebote.get('deutschkurs-frauen')?.kein_duplikat).toEqual(['kleiderstube']);
    expect(alles(katalog!)).not.toMatch(/duplikat|anderes-haus/);
  });
});

describe('feeds', () => {
  const verlauf = {
    seit: '2026-01-01',
    ereignisse: [
      {
        datum: '2026-11-18',
        art: 'geaendert' as const,
        id: 'kleiderstube',
        felder: ['telefon', 'zeiten'],
      },
      { datum: '2026-11-17', art: 'neu' as const, id: 'frauenhaus', felder: [] },
      { datum: '2026-11-16', art: 'weg' as const, id: 'gibt-es-nicht-mehr', felder: [] },
      { datum: '2026-11-15', art: 'neu' as const, id: 'deutschkurs-frauen', felder: [] },
      { datum: '2026-11-01', art: 'neu' as const, id: 'kleiderstube', felder: [] },
    ],
  };
  const dateien = offeneDaten(muster, verlauf);
  const lese = (pfad: string) => {
    expect(XMLValidator.validate(dateien.get(pfad)!)).toBe(true);
    const { feed } = new XMLParser({ isArray: (name) => name === 'entry' }).parse(
      dateien.get(pfad)!,
    ) as {
      feed: {
        updated: string;
        entry?: { id: string; title: string; summary: string; updated: string }[];
      };
    };
    return feed;
  };

  test('name each offer once, with the last that happened to it, the newest first', () => {
    const { entry = [], updated } = lese('daten/neu/alle.xml');
    expect(entry.map(({ title }) => title)).toEqual([
      'Geändert: Kleiderstube',
      'Neu: Deutschkurs für Frauen A1',
    ]);
    expect(entry[0]).toMatchObject({
      id: `urn:uuid:${uuidVonAngebot(muster.portal, 'kleiderstube')}`,
      updated: '2026-11-18T00:00:00Z',
      summary: expect.stringContaining('Geändert: Kontakt und Zeiten.') as string,
    });
    expect(updated).toBe('2026-11-18T00:00:00Z');
  });

  test('are there per Thema and Kommune', () => {
    expect(lese('daten/neu/thema-sprache.xml').entry).toHaveLength(1);
    expect(lese('daten/neu/kommune-siegburg.xml').entry?.[0]?.title).toContain('Deutschkurs');
    expect(lese('daten/neu/thema-wohnen.xml').entry).toBeUndefined();
  });

  test('lead to the list they are about, and where no offer is left in it to all lists', () => {
    const { katalog } = lies({
      ...OHNE_ANGEBOTE,
      'angebote/a.md': angebot({ thema: '[sprache]' }),
    });
    const seite = (name: string) =>
      /<link rel="alternate" type="text\/html" href="([^"]*)"/.exec(
        offeneDaten(katalog!).get(`daten/neu/${name}.xml`)!,
      )?.[1];
    expect(seite('thema-sprache')).toBe('https://muster.example/integration/themen/sprache/');
    expect(seite('thema-arbeit')).toBe('https://muster.example/integration/themen/');
    expect(seite('kommune-probeburg')).toMatch(/\/kommunen\/probeburg\/$/);
  });

  test('never name what may be read over a shoulder', () => {
    expect([...dateien.keys()]).not.toContain('daten/neu/thema-gewaltschutz.xml');
    for (const [pfad, text] of dateien)
      if (pfad.startsWith('daten/neu/')) expect(text, pfad).not.toMatch(/Frauenhaus|Gewalt/);
  });

  test('are well-formed whatever a title says', () => {
    const ereignisse = [...boese.angebote.keys()].map((id) => ({
      datum: '2026-11-18',
      art: 'neu' as const,
      id,
      felder: [],
    }));
    const alle = offeneDaten(boese, { seit: '2026-01-01', ereignisse }).get('daten/neu/alle.xml')!;
    expect(XMLValidator.validate(alle)).toBe(true);
    expect(alle).not.toContain('<script');
  });

  test('the list of changes names what is gone by nothing but its number', () => {
    const { aenderungen } = JSON.parse(dateien.get('daten/v1/aenderungen.json')!) as {
      aenderungen: object[];
    };
    expect(aenderungen[2]).toEqual({
      datum: '2026-11-16',
      art: 'weg',
      uuid: uuidVonAngebot(muster.portal, 'gibt-es-nicht-mehr'),
    });
    expect(aenderungen[0]).toMatchObject({ id: 'kleiderstube', felder: ['telefon', 'zeiten'] });
  });
});

test('the program in the docs answers from the files alone: counselling in Arabic within 10 km of Hennef', async () => {
  const docs = readFileSync('docs/offene-daten.md', 'utf8');
  const [, programm = ''] = /```js\n([^`]*?)```/.exec(docs) ?? [];
  // The page of each portal shows the same program with a question of its own.
  expect(programm).toBe(skript({ ort: 'Hennef', art: 'beratung', sprache: 'ar', km: 10 }));
  expect(programm.trimEnd().split('\n')).toHaveLength(10);

  const { katalog } = readKatalog('content', STICHTAG);
  const beratungen = [...katalog!.angebote.values()].filter(
    ({ angebotsart, orte }) => angebotsart === 'beratung' && orte.length > 0,
  );
  const nah = beratungen.find(({ orte }) => orte.some(({ kommune }) => kommune === 'hennef'))!;
  const fern = beratungen.find(({ orte }) => orte.every(({ kommune }) => kommune === 'rheinbach'))!;
  const arabisch = [{ code: 'ar', art: 'direkt' as const }];
  const angebote = new Map(katalog!.angebote)
    .set(nah.id, { ...nah, sprachen: arabisch })
    .set(fern.id, { ...fern, sprachen: arabisch });
  const dateien = offeneDaten({ ...katalog!, angebote });
  const ordner = mkdtempSync(join(tmpdir(), 'portal-frage-'));
  const server = createServer((request, response) =>
    response.end(dateien.get(`daten/v1${request.url!}`)),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const { port } = server.address() as AddressInfo;
    writeFileSync(join(ordner, 'frage.mjs'), programm);
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(ordner, 'frage.mjs'),
      `http://127.0.0.1:${port}/`,
    ]);
    expect(stdout).toContain(nah.titel);
    expect(stdout).not.toContain(fern.titel);
  } finally {
    rmSync(ordner, { recursive: true });
    server.close();
  }
});
