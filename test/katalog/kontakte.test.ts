/** Whom to ask in a Kommune: where contact data come from, who is responsible, what the check answers. */
import { expect, test } from 'vitest';
import { zustaendigIn } from '../../src/katalog/ansprechstellen.ts';
import { angebot, lies } from '../lib/inhalt.ts';

const mit = (eintrag: string, datei = 'kontakte/testdorf.yaml') =>
  lies({ [datei]: `stellen:\n  - { ${eintrag} }\n` });

const { katalog } = lies();
const namen = (kommune: string, funktion: string) =>
  zustaendigIn(katalog!, kommune, funktion).map(({ name }) => name);

test('the Musterkreis is in order', () => {
  const { befunde } = lies();
  expect(befunde.filter(({ datei }) => datei.startsWith('kontakte/'))).toEqual([]);
});

test('contact data come from the offer, from the provider, or from the entry itself', () => {
  const [beratung] = zustaendigIn(katalog!, 'testdorf', 'fachberatung');
  expect(beratung).toMatchObject({
    name: 'Beratung für Zugewanderte',
    angebot: 'migrationsberatung',
    kontakt: { telefon: '+492214710101', email: 'integration@musterkreis.example' },
    geprueft_am: '2026-10-01',
    hinweis: 'Auch für Schulen und Kitas.',
  });
  expect(zustaendigIn(katalog!, 'musterstadt', 'ehrenamtskoordination')).toMatchObject([
    {
      name: 'Ehrenamtskoordination im Beispielverein',
      anbieter: 'beispielverein',
      kontakt: { telefon: '+492214710123' },
      geprueft_am: '2026-09-01',
    },
  ]);
  expect(zustaendigIn(katalog!, 'musterstadt', 'sozialamt')).toMatchObject([
    { name: 'Fachbereich Soziales der Stadt Musterstadt', kontakt: { telefon: '+492214710141' } },
  ]);
});

test('a town with an office of its own is not sent to that of the Kreis', () => {
  expect(namen('musterstadt', 'auslaenderbehoerde')).toEqual([
    'Ausländerbehörde der Stadt Musterstadt',
  ]);
  expect(namen('probeburg', 'auslaenderbehoerde')).toEqual(['Ausländerbehörde des Musterkreises']);
});

test('an office shared by some is named only where its offer serves', () => {
  expect(namen('testdorf', 'fachberatung')).toContain('Familienpatinnen und Familienpaten');
  expect(namen('probeburg', 'fachberatung')).toEqual(['Beratung für Zugewanderte']);
});

test('nobody is responsible for what nobody has entered', () =>
  expect(namen('musterstadt', 'integrationsrat')).toEqual([]));

test('an office whose offer is in the archive stays: it is there, checked or not', () => {
  const { katalog } = lies({
    'angebote/amt.md': angebot({ geprueft_am: '2015-01-01', einzugsgebiet: 'kreisweit' }),
    'kontakte/testdorf.yaml': 'stellen:\n  - { funktion: sozialamt, angebot: amt }\n',
  });
  expect(katalog!.archiv.has('amt')).toBe(true);
  expect(zustaendigIn(katalog!, 'testdorf', 'sozialamt')).toMatchObject([
    { angebot: 'amt', geprueft_am: '2015-01-01', kontakt: { telefon: '+492214710123' } },
  ]);
});

test('an office whose offer has ended is gone', () => {
  const { katalog, befundeZu } = mit('funktion: fachberatung, angebot: fahrdienst');
  expect(befundeZu('kontakte/testdorf.yaml')).toMatchObject([
    { stufe: 'warnung', feld: 'stellen[0].angebot', meldung: expect.stringContaining('beendet') },
  ]);
  expect(zustaendigIn(katalog!, 'testdorf', 'fachberatung')).toEqual([]);
});

test.each([
  ['that is over', { gueltig_bis: '2026-11-19' }],
  ['that was ended', { status: 'beendet' }],
])('a town whose own office has an offer %s is not sent to that of the Kreis', (_, felder) => {
  const stellen = (weitere = '') => ({
    'angebote/amt.md': angebot({ einzugsgebiet: '[testdorf]', orte: null, ...felder }),
    'kontakte/testdorf.yaml': `stellen:\n  - { funktion: auslaenderbehoerde, angebot: amt }\n${weitere}`,
  });
  const { katalog, befundeZu } = lies(stellen());
  expect(zustaendigIn(katalog!, 'testdorf', 'auslaenderbehoerde')).toEqual([]);
  expect(befundeZu('kontakte/testdorf.yaml')).toMatchObject([
    { stufe: 'warnung', meldung: expect.stringMatching(/unter „Noch nicht eingetragen“\.$/) },
  ]);
  const mitAnderer = lies(
    stellen(
      '  - { funktion: auslaenderbehoerde, anbieter: beispielverein, geprueft_am: unbekannt }\n',
    ),
  );
  expect(zustaendigIn(mitAnderer.katalog!, 'testdorf', 'auslaenderbehoerde')).toHaveLength(1);
  expect(mitAnderer.befundeZu('kontakte/testdorf.yaml')).toMatchObject([
    { stufe: 'warnung', meldung: expect.stringMatching(/nicht mehr gezeigt\.$/) },
  ]);
});

test.for<[was: string, eintrag: string, feld: string, hilfe: RegExp]>([
  [
    'a function that does not exist',
    'funktion: sozialamtt, angebot: migrationsberatung',
    'funktion',
    /Meinten Sie „sozialamt“.*funktionen\.yaml/,
  ],
  [
    'an offer that does not exist',
    'funktion: sozialamt, angebot: migrationsberatun',
    'angebot',
    /Meinten Sie „migrationsberatung“/,
  ],
  [
    'a provider that does not exist',
    'funktion: sozialamt, anbieter: verein, geprueft_am: unbekannt',
    'anbieter',
    /Ordner „anbieter“/,
  ],
  ['nobody', 'funktion: sozialamt, geprueft_am: unbekannt', '', /wer das ist/],
  [
    'a number without a check',
    'funktion: sozialamt, stelle: Amt, telefon: "0221 4710155"',
    'geprueft_am',
    /Pflichtfeld „geprueft_am“ fehlt.*unbekannt/,
  ],
  [
    'a check that the offer has',
    'funktion: sozialamt, angebot: migrationsberatung, geprueft_am: 2026-01-01',
    'geprueft_am',
    /steht schon beim Angebot/,
  ],
  [
    'a check in the future',
    'funktion: sozialamt, anbieter: beispielverein, geprueft_am: 2027-01-01',
    'geprueft_am',
    /Zukunft/,
  ],
  [
    'a number that the offer has',
    'funktion: sozialamt, angebot: migrationsberatung, telefon: "0221 1"',
    'telefon',
    /keine gültige|nur an einer Stelle/,
  ],
  [
    'a woman',
    'funktion: sozialamt, stelle: Amt (Frau Muster), telefon: "0221 4710155", geprueft_am: unbekannt',
    'stelle',
    /nur die Funktion/,
  ],
  [
    'a doctor',
    'funktion: sozialamt, stelle: Dr. Müller, telefon: "0221 4710155", geprueft_am: unbekannt',
    'stelle',
    /nur die Funktion/,
  ],
  [
    'HTML',
    'funktion: sozialamt, stelle: "<b>Amt</b>", telefon: "0221 4710155", geprueft_am: unbekannt',
    'stelle',
    /HTML/,
  ],
  [
    'an account',
    'funktion: sozialamt, anbieter: beispielverein, hinweis: DE89370400440532013000, geprueft_am: unbekannt',
    'hinweis',
    /Kontonummer/,
  ],
])('refused: %s', ([, eintrag, feld, hilfe]) => {
  const fehler = mit(eintrag).fehlerZu('kontakte/testdorf.yaml');
  expect(fehler.map((befund) => befund.feld)).toEqual([feld ? `stellen[0].${feld}` : 'stellen[0]']);
  expect(fehler[0]!.zeile).toBe(2);
  expect(`${fehler[0]!.meldung} ${fehler[0]!.tipp}`).toMatch(hilfe);
});

test.for<[was: string, eintrag: string, feld: string, hilfe: RegExp]>([
  [
    'an offer that is not there for this Kommune',
    'funktion: fachberatung, angebot: wohnungslotsen',
    'angebot',
    /einzugsgebiet/,
  ],
  [
    'a mail that stands elsewhere',
    'funktion: sozialamt, stelle: Amt, email: kontakt@beispielverein.example, geprueft_am: unbekannt',
    'email',
    /anbieter: beispielverein/,
  ],
  [
    'a person in a remark',
    'funktion: sozialamt, anbieter: beispielverein, hinweis: Bitte Herrn Muster verlangen., geprueft_am: unbekannt',
    'hinweis',
    /Person/,
  ],
])('warned of: %s', ([, eintrag, feld, hilfe]) => {
  const befunde = mit(eintrag).befundeZu('kontakte/testdorf.yaml');
  expect(befunde).toMatchObject([{ feld: `stellen[0].${feld}`, stufe: 'warnung' }]);
  expect(`${befunde[0]!.meldung} ${befunde[0]!.tipp}`).toMatch(hilfe);
});

test.for<[datei: string, tipp: RegExp]>([
  ['kontakte/probeborg.yaml', /Meinten Sie „probeburg“/],
  ['kontakte/kreis.yaml', /kreisweit/],
])('%s belongs to no Kommune', ([datei, tipp]) =>
  expect(
    mit('funktion: sozialamt, angebot: migrationsberatung', datei).fehlerZu(datei),
  ).toMatchObject([{ feld: '(dateiname)', tipp: expect.stringMatching(tipp) }]),
);

test('the same entry twice is one too many', () =>
  expect(
    lies({
      'kontakte/testdorf.yaml':
        'stellen:\n  - { funktion: sozialamt, angebot: migrationsberatung }\n  - { funktion: sozialamt, angebot: migrationsberatung }\n',
    }).fehlerZu('kontakte/testdorf.yaml'),
  ).toMatchObject([{ meldung: expect.stringContaining('doppelt') }]));
