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
});

test.each(['0171 2345678', '+49 151 12345678', '0160 1234567'])('%s is a mobile number', (nummer) =>
  expect(zuFeld('telefon', nummer)).toEqual([
    'angebote/x.md hinweis telefon: Das ist eine Handynummer.',
  ]),
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
