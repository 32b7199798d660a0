/** Whom an offer leads to: somebody, the office and not a person, under a number that is whole. */
import { expect, test } from 'vitest';
import { angebot, type Dateien, lies, OHNE_ANGEBOTE } from '../lib/inhalt.ts';

const funde = (dateien: Dateien) =>
  lies({ ...OHNE_ANGEBOTE, ...dateien })
    .befunde.filter(({ regel }) => regel === 'erreichbarkeit')
    .map(({ datei, stufe, feld, meldung }) => `${datei} ${stufe} ${feld}: ${meldung}`);
const zuFeld = (feld: 'telefon' | 'email', wert: string) =>
  funde({ 'angebote/x.md': angebot({ titel: 'Café Kunterbunt', [feld]: `"${wert}"` }) });

test('an offer that nobody can ask is named, whoever runs it', () => {
  const ohne = { telefon: null, email: null, web: null };
  const anbieter = { 'anbieter/stumm.yaml': 'name: Stumm e. V.\n' };
  expect(funde({ ...anbieter, 'angebote/x.md': angebot({ ...ohne, anbieter: 'stumm' }) })).toEqual([
    expect.stringMatching(
      /^angebote\/x\.md hinweis telefon: Weder beim Angebot noch beim Anbieter/,
    ),
  ]);
  expect(funde({ 'angebote/x.md': angebot(ohne) })).toEqual([]);
  for (const weg of [
    { telefon: '"0221 4710123"' },
    { email: 'a@x.example' },
    { web: 'https://x.example/' },
  ])
    expect(
      funde({ ...anbieter, 'angebote/x.md': angebot({ ...ohne, ...weg, anbieter: 'stumm' }) }),
    ).toEqual([]);
});

test.each(['0171 2345678', '+49 151 12345678', '0160 1234567'])('%s is a mobile number', (nummer) =>
  expect(zuFeld('telefon', nummer)).toEqual([
    'angebote/x.md hinweis telefon: Hier steht eine Handynummer.',
  ]),
);

test.each<[wo: string, dateien: Dateien, feld: string]>([
  [
    'in a text',
    { 'angebote/x.md': angebot({}, 'Frau Muster\n\nMobil: 0171 / 23 45 678') },
    '(text)',
  ],
  ['behind a link', { 'angebote/x.md': angebot({}, '[anrufen](tel:+491712345678)') }, '(text)'],
  [
    'in a note',
    { 'angebote/x.md': angebot().replace('\n', '\n# Frau Muster (0171) 2345678\n') },
    '(front matter)',
  ],
  [
    'in a field',
    { 'angebote/x.md': angebot({ ausnahmen: 'Sonst 0049 171-2345678 anrufen.' }) },
    'ausnahmen',
  ],
  [
    'of an office',
    {
      'kontakte/testdorf.yaml':
        'stellen:\n  - funktion: sozialamt\n    stelle: Amt\n    telefon: 0171 2345678\n    geprueft_am: unbekannt\n',
    },
    'stellen[0].telefon',
  ],
])('a mobile number %s is seen', (_wo, dateien, feld) =>
  expect(funde(dateien)).toEqual([
    `${Object.keys(dateien)[0]} hinweis ${feld}: Hier steht eine Handynummer.`,
  ]),
);

test.each([
  '0171 ist die Vorwahl',
  'Aktenzeichen 4900171 2345678',
  '0221 0171234',
  '2017 15 16 17 18 19 20',
])('„%s“ is no mobile number', (text) =>
  expect(funde({ 'angebote/x.md': angebot({}, text) })).toEqual([]),
);

test.each(['0221 471', '0221/47 1', '030 333'])('%s may lack a digit', (nummer) =>
  expect(zuFeld('telefon', nummer)).toEqual([
    expect.stringMatching(/Hinter der Vorwahl stehen nur 3 Ziffern \(\d{3}\)\.$/),
  ]),
);

test.each([
  '0221 4710123',
  '02245 68-61',
  '02241 13-0',
  '02241 900-0',
  '0221 115',
  '0800 1110111',
  '116 016',
  '115',
  '+43 1 5880',
  '+33 6 12 34 56 78',
])('%s is as it should be', (nummer) => expect(zuFeld('telefon', nummer)).toEqual([]));

test.each(['maria.muster@gmail.com', 'Max_Muster70@web.de', 'anna-lena.muster@t-online.de'])(
  '%s looks like that of a person',
  (adresse) =>
    expect(zuFeld('email', adresse)).toEqual([
      `angebote/x.md hinweis email: „${adresse}“ sieht aus wie die private Adresse einer Person.`,
    ]),
);

test.each([
  'cafe-international@web.de',
  'cafe.international@web.de',
  'muster.kunterbunt@gmx.de', // as in the title
  'beispielverein.nord@gmail.com', // as in the name of the provider
  'info@web.de',
  'kinder-hilfe.musterstadt@gmx.de',
  'max.muster@verein.example',
])('%s may be that of the office', (adresse) => expect(zuFeld('email', adresse)).toEqual([]));

test('providers are asked for the same', () =>
  expect(
    funde({
      'anbieter/x.yaml': 'name: Treff\ntelefon: 0171 2345678\nemail: maria.muster@gmail.com\n',
    }),
  ).toEqual([
    expect.stringMatching(/^anbieter\/x\.yaml hinweis telefon: /),
    expect.stringMatching(/^anbieter\/x\.yaml hinweis email: /),
  ]));
