/** Where a shelter is must stand nowhere: not in its file, and not in the Katalog whatever the file says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Fall, pruefeFaelle } from '../lib/faelle.ts';
import { angebot, lies, MUSTERKREIS, OHNE_ANGEBOTE } from '../lib/inhalt.ts';

/** What nobody takes for the shelter, though it has a place. */
const OFFEN = { titel: 'Nähkurs', telefon: '"02241 654321"', email: 'kurs@example.org' };
const schutz = { angebotsart: 'schutzunterkunft', orte: null, einzugsgebiet: 'kreisweit' };

test('the name of a file is an address: neither it nor an old one may tell a place', () => {
  const { fehlerZu } = lies({
    ...OHNE_ANGEBOTE,
    'angebote/frauenhaus-rosenstrasse-5.md': angebot(schutz),
    'angebote/frauenhaus.md': angebot({ ...schutz, titel: 'Ein anderes' }),
    'weiterleitungen.yaml': 'frauenhaus-tulpenstrasse-7: frauenhaus\nfrauenhaus-alt: frauenhaus\n',
  });
  const vertraulich = fehlerZu().filter(({ regel }) => regel === 'vertraulich');
  expect(vertraulich.map(({ datei, feld }) => `${datei} ${feld}`).sort()).toEqual([
    'angebote/frauenhaus-rosenstrasse-5.md (dateiname)',
    'weiterleitungen.yaml frauenhaus-tulpenstrasse-7',
  ]);
});

test('what it takes from the vocabularies, and its kind, tell no place either', () => {
  const baustein = (adresse: string) =>
    readFileSync(join(MUSTERKREIS, 'vokabular/schritte.yaml'), 'utf8') +
    `hin:\n  bezeichnung: { de: Kommen Sie., en: Come to ${adresse}., ar: تعال }\n`;
  const haus = { 'angebote/haus.md': angebot({ ...schutz, schritte: '[anrufen, hin]' }) };
  const felder = (dateien: Record<string, string>) =>
    lies({ ...OHNE_ANGEBOTE, ...haus, ...dateien })
      .fehlerZu()
      .map(({ datei, feld }) => `${datei} ${feld}`);
  expect(felder({ 'vokabular/schritte.yaml': baustein('our office') })).toEqual([]);
  expect(felder({ 'vokabular/schritte.yaml': baustein('Rosenstraße 5') })).toEqual([
    'angebote/haus.md schritte[1]',
  ]);
  const arten = readFileSync(join(MUSTERKREIS, 'vokabular/angebotsarten.yaml'), 'utf8');
  expect(
    felder({
      'vokabular/schritte.yaml': baustein('our office'),
      'vokabular/angebotsarten.yaml': arten.replace(
        'de: Schutzunterkunft',
        'de: Haus Rosenstraße 5',
      ),
    }),
  ).toEqual(['vokabular/angebotsarten.yaml schutzunterkunft.bezeichnung.de']);
});

test.each([
  ['in its text', 'angebote/haus.md', angebot(schutz, 'Das Haus liegt in Altmuster.'), '(text)'],
  ['in marks', 'angebote/haus.md', angebot(schutz, 'Das Haus in **Alt**muster.'), '(text)'],
  [
    'with a hyphen nobody sees',
    'angebote/haus.md',
    angebot(schutz, 'In Alt\u00admuster.'),
    '(text)',
  ],
  ['in a field', 'angebote/haus.md', angebot({ ...schutz, kurz: 'In Altmuster.' }), 'kurz'],
  ['in its id', 'angebote/haus-altmuster.md', angebot(schutz), '(dateiname)'],
])('a district %s is as good as an address', (_, name, datei, feld) => {
  const { fehlerZu } = lies({ ...OHNE_ANGEBOTE, [name]: datei });
  expect(fehlerZu(name)).toMatchObject([{ regel: 'vertraulich', feld }]);
});

test.each(['St. Muster', 'St Muster'])('%s is no other district than Sankt Muster', (ort) => {
  const kommunen = readFileSync(join(MUSTERKREIS, 'vokabular/kommunen.yaml'), 'utf8');
  const { fehlerZu } = lies({
    ...OHNE_ANGEBOTE,
    'vokabular/kommunen.yaml': kommunen.replace('[Musterheide', '[Sankt Muster, Musterheide'),
    'angebote/haus.md': angebot(schutz, `Das Haus liegt in ${ort}.`),
  });
  expect(fehlerZu('angebote/haus.md')).toMatchObject([{ regel: 'vertraulich', feld: '(text)' }]);
});

test('a provider of nothing else tells no place either, not even in a comment', () => {
  const name = 'anbieter/schutz-ev.yaml';
  const { fehlerZu } = lies({
    ...OHNE_ANGEBOTE,
    [name]:
      'name: Schutz e. V.\n# Haus: Musterstraße 4\nkommune: siegburg\nbeschreibung: Am Park 2\n',
    'anbieter/offen-ev.yaml': 'name: Offen e. V.\n# Büro: Musterstraße 4\nkommune: siegburg\n',
    'angebote/haus.md': angebot({ ...schutz, anbieter: 'schutz-ev' }),
    'angebote/haus-2.md': angebot({ ...schutz, anbieter: 'schutz-ev', titel: 'Ein anderes' }),
    'angebote/haus-3.md': angebot({ ...schutz, anbieter: 'offen-ev', titel: 'Noch eines' }),
    'angebote/kurs.md': angebot({ ...OFFEN, anbieter: 'offen-ev' }),
  });
  expect(
    fehlerZu().map(({ datei, zeile, regel, feld }) => `${datei}:${zeile} ${regel} ${feld}`),
  ).toEqual([
    `${name}:2 vertraulich (yaml)`,
    `${name}:3 vertraulich kommune`,
    `${name}:4 vertraulich beschreibung`,
  ]);
});

describe.each([
  ['by its kind', schutz],
  ['by itself', { ...schutz, angebotsart: 'beratung', schutz: '[vertraulich]' }],
])('confidential %s', (_wie, felder) => {
  test('without a place it is fine, and its page can be left at once', () => {
    const { katalog, befundeZu } = lies({ ...OHNE_ANGEBOTE, 'angebote/x.md': angebot(felder) });
    expect(befundeZu('angebote/x.md')).toEqual([]);
    expect(katalog!.angebote.get('x')).toMatchObject({
      vertraulich: true,
      schnellVerlassen: true,
      orte: [],
      kanal: [],
      einzugsgebiet: 'kreisweit',
    });
  });

  test.each<[orte: string, feld: string]>([
    ['[haus-der-begegnung]', 'orte[0]'],
    ['\n  - strasse: Musterweg 1\n    ort: Musterstadt', 'orte[0].strasse'],
    ['\n  - ort: Musterstadt\n    lat: 50.9\n    lon: 7.1', 'orte[0].lat'],
    ['\n  - ort: Musterstadt\n    plz: "53999"', 'orte[0].plz'],
    ['\n  - ort: Musterstadt\n    name: Haus Sonne', 'orte[0].name'],
    ['\n  - ort: Musterstadt\n    haltestelle: Markt', 'orte[0].haltestelle'],
    ['\n  - ort: Musterstadt, Musterweg 1', 'orte[0]'],
  ])('orte: %j', (orte, feld) => {
    const { katalog, fehlerZu } = lies({
      ...OHNE_ANGEBOTE,
      'angebote/x.md': angebot({ ...felder, orte }),
    });
    expect(fehlerZu('angebote/x.md').map((befund) => befund.feld)).toContain(feld);
    expect(JSON.stringify(katalog!.angebote.get('x'))).not.toMatch(
      /Musterweg|53999|50\.9|Haus Sonne|Markt|Begegnung/,
    );
  });
});

describe('an address in words', () => {
  const anschriften = [
    'Musterstraße 4',
    'Musterstr. 12a',
    'Musterstr 5',
    'Alte Poststraße 9',
    'Kölner Straße 5',
    'Am Markt 5',
    'Kirchplatz Nr. 3',
    'im Rosenweg 7',
    'MUSTERALLEE 3',
    '53999 Musterstadt',
    '50.7952, 7.2070',
    'Mühlengasse 2–4',
    'Unter den Eichen 12',
    'Unter den Eichen\n12',
    'unter den eichen 12',
    'UNTER DEN EICHEN 12',
    'Hauptstr.5 in Musterstadt',
    'Hauptstraße5',
    'Am Alten Zoll 9',
    'Im Wingert 4-6',
    'An der Burg 1a',
    'Auf dem Driesch 7',
    'Am Park 2',
    'Bonner Wall 8',
    'Frankfurter Tor 3',
    'Mühlental 6',
    'Kapellenfeld 9, Hinterhaus',
    'Winkel 4',
    'Kaiser-Wilhelm-Ring 12 b',
    'der Heideweg',
    'am Kirchplatz',
    'Eingang über Kölner Straße',
    'Alter Markt, Bonner Platz',
    'Straße des Friedens',
    'Konrad-Adenauer-Straße',
    'KONRAD-ADENAUER-STRASSE',
    'Theodor‑Heuss‑Allee',
    'Willy-Brandt-Platz',
    'St.-Anna-Platz',
    'Johann-von-Werth-Weg',
    'Kaiser-Wilhelm-Ring',
    'Anne-Frank-Str.',
    'Ecke Musterstr.',
    'am Rosenring',
    'im Nordring',
    'am Moselufer',
    'beim Eichendamm',
    'Haltestelle Eichenhain',
    'Bushaltestelle: „Eichenhain“',
    'gegenüber vom Bahnhof Eichenhain',
    '50° 54\' 7" N',
    '50 Grad 54 Minuten Nord',
    'WC53+2F',
    '9F28WC53+2F',
    '///tisch.lampe.stuhl',
    'https://w3w.co/tisch.lampe.stuhl',
  ];
  const harmlos = [
    'Tag und Nacht, 24 Stunden',
    'Wir sind auf dem Weg 24 Stunden für Sie da',
    'Am 3. Dezember 2026 geschlossen',
    'Bis zu 12 Frauen und 14 Kinder',
    'Rufen Sie an: 0221 4710199',
    'Im Jahr 2026',
    'Ab 9:30 Uhr',
    'Montag 9–12 Uhr, Di 10 bis 12 und Freitag 9 bis 12.30',
    'Im Notfall: Polizei 110, Feuerwehr 112, Hilfetelefon 116 016',
    'Für Frauen ab 18 und Kinder bis 12 Jahre',
    'Kinder 3 bis 6 Jahre',
    'Das Haus hat 8 Plätze. Eine Nacht kostet 12 Euro.',
    'Nach § 8a SGB VIII und Artikel 3 GG',
    'Telefon 02241 330194, Fax +49 2241 330195',
    'Wir haben einen Schutzplatz für Sie, einen Ausweg, einen Arbeitsplatz',
    'Wir holen Sie an der Haltestelle ab.',
    'In den letzten 3 Jahren, im Alter von 12 bis 17',
    'Was Sie tun können:\n\n1. Rufen Sie an\n2. Packen Sie',
    'Ein Kita-Platz, ein Mutter-Kind-Platz',
    'Mentoring, Clearing und Freundschaftsring; Anrufer, Käufer, Deutscher Frauenring; Weißer Ring e. V.',
    'Bei 40 °C waschen',
    'Ein sicherer Platz für Sie, der Weg ist frei',
  ];
  const feld = (name: string, wert: string, genau = name): Fall => ({
    felder: { ...schutz, [name]: wert },
    abgelehnt: genau,
  });
  pruefeFaelle({
    ...Object.fromEntries(
      anschriften.map((text) => [
        text,
        {
          felder: schutz,
          text: `Eins\n\nSie finden uns: ${text}.`,
          abgelehnt: '(text)',
          zeile: text.split('\n')[0]!,
        },
      ]),
    ),
    ...Object.fromEntries(harmlos.map((text) => [`none: ${text}`, { felder: schutz, text }])),
    'in titel': feld('titel', 'Frauenhaus Musterstraße 4'),
    'in kurz': feld('kurz', 'Schutz im Musterweg 7'),
    'in hinweis': feld(
      'hinweis',
      '{ text: Wir sind umgezogen in die Musterallee 3 }',
      'hinweis.text',
    ),
    'in ausnahmen': feld('ausnahmen', 'Am Feiertag bitte zur Mustergasse 2'),
    'in zeiten': feld('zeiten', '[{ hinweis: Klingeln am Musterplatz 1 }]', 'zeiten[0].hinweis'),
    'in schritte': feld('schritte', '[{ text: Kommen Sie zum Mustermarkt 8 }]', 'schritte[0].text'),
    'in quelle': feld(
      'quelle',
      '{ name: x, url: "https://karte.example/@50.7952,7.2070" }',
      'quelle.url',
    ),
    'in its text, marks or not': {
      felder: schutz,
      text: 'Linden**allee** **8**',
      abgelehnt: '(text)',
      zeile: '', // where in the text is not known
    },
    'in the number of another list, where it can be looked up': feld(
      'externe_ids',
      '{ osm: node/240109189 }',
    ),
    'in suchwoerter': feld('suchwoerter', '[Musterstraße 4]', 'suchwoerter.de[0]'),
    'allowed in other offers': { felder: OFFEN, text: 'Musterstraße 4, 53999 Musterstadt' },
  });
});
