import { sprachcodes } from '../../src/domain/portal.ts';
import { describe, expect, test } from 'vitest';
import { createKontext } from '../../src/site/kontext.ts';
import { toAngebotSeite } from '../../src/site/angebot-seite.ts';
import { toAngebotKarte } from '../../src/site/angebot-karte.ts';
import { angebot, lies, mitArchivNach, OHNE_ANGEBOTE, STICHTAG } from '../lib/inhalt.ts';

/** The page of an offer made of these fields. */
function seite(
  felder: Record<string, string | null> = {},
  sprache = 'de',
  stichtag = STICHTAG,
  text?: string,
) {
  const katalog = lies(
    {
      ...OHNE_ANGEBOTE,
      ...mitArchivNach('nie'),
      'angebote/x.md': angebot(felder, text),
      'angebote/y.md': angebot(),
    },
    stichtag,
  ).katalog!;
  return toAngebotSeite(
    createKontext(katalog, sprache),
    katalog.angebote.get('x') ?? katalog.beendete.get('x')!,
  );
}

const werte = (angaben: ReturnType<typeof seite>['angaben']) =>
  Object.fromEntries(
    angaben.map(({ titel, werte }) => [
      titel,
      werte.map(({ text, zusaetze }) =>
        zusaetze ? `${text} (${zusaetze.map((zusatz) => zusatz.text).join(', ')})` : text,
      ),
    ]),
  );

describe('facts', () => {
  test('what nobody knows is said to be unknown, and never left out', () => {
    const { angaben } = seite({ sprachen: null, kosten: null, termin: null });
    expect(werte(angaben)).toEqual({ 'Für wen': ['Frauen'], Sprachen: [], Kosten: [], Termin: [] });
  });

  test('what is known is said', () => {
    const { angaben } = seite({
      sprachen: '[de, { code: ar, art: dolmetschen, hinweis: dienstags }]',
      gebaerdensprache: 'ja',
      kosten: '{ betrag: 5.5, einheit: pro Monat }',
      termin: 'noetig',
      alter: '{ von: 18 }',
      deutschniveau: '{ von: alpha, bis: A2 }',
      kanal: '[vor-ort, online]',
      kinderbetreuung: 'auf-anfrage',
      einzugsgebiet: 'kreisweit',
    });
    expect(werte(angaben)).toEqual({
      'Für wen': ['Frauen', 'ab 18 Jahren'],
      Sprachen: [
        'Deutsch',
        'Arabisch (mit Dolmetscherin oder Dolmetscher, dienstags)',
        'Deutsche Gebärdensprache',
      ],
      Kosten: ['kostet etwas', '5,50\u00a0€', 'pro Monat'],
      Termin: ['nur mit Termin'],
      Auch: ['online'],
      'Für Menschen aus': ['ganzer Kreis'],
      'Deutsch-Niveau': ['Alphabetisierung bis A2'],
      Kinderbetreuung: ['auf Anfrage'],
    });
  });

  test('a free place is worth something for thirty days', () => {
    const plaetze = (stand: string) =>
      werte(seite({ kurs: `{ plaetze: 3, stand: ${stand} }` }).angaben)['Kurs'];
    expect(plaetze('2026-10-21')).toEqual(['3 freie Plätze']);
    expect(plaetze('2026-10-20')).toBeUndefined();
  });

  test('German words on an Arabic page are marked', () => {
    const { angaben, hinweise } = seite(
      { kosten: '{ hinweis: Spende }', hinweis: '{ text: Ferien }' },
      'ar',
    );
    expect(angaben.flatMap(({ werte }) => werte)).toContainEqual({ text: 'Spende', lang: 'de' });
    expect(hinweise).toContainEqual(expect.objectContaining({ text: 'Ferien', lang: 'de' }));
  });
});

describe('notices', () => {
  const texte = (felder: Record<string, string | null>, stichtag?: string) =>
    seite(felder, 'de', stichtag).hinweise.map(({ text }) => text);

  test('none on a fresh offer', () => expect(texte({})).toEqual([]));

  test.each([
    ['2026-01-01', 'Diese Angaben wurden länger nicht geprüft.'],
    ['2025-01-01', 'Diese Angaben wurden seit über einem Jahr nicht geprüft.'],
    ['2020-01-01', 'Diese Angaben wurden seit über 6 Jahren nicht geprüft.'],
    ['unbekannt', 'Wir wissen nicht, wann diese Angaben zuletzt geprüft wurden.'],
  ])('checked %s', (geprueft_am, text) =>
    expect(texte({ geprueft_am })).toEqual([expect.stringContaining(text)]),
  );

  test('the author’s own disappears by itself', () => {
    const hinweis = '{ text: Heute geschlossen, bis: 2026-11-20 }';
    expect(texte({ hinweis })).toEqual(['Heute geschlossen']);
    expect(texte({ hinweis }, '2026-11-21')).toEqual([]);
  });

  test.each([
    ['voll', /kein Platz/],
    ['pausiert', /Pause/],
  ])('%s comes first', (status, text) =>
    expect(texte({ status, geprueft_am: 'unbekannt' })[0]).toMatch(text),
  );

  test('of an offer that has ended, one that says so, and where else to look', () => {
    const vorbei = seite({
      gueltig_bis: '2026-11-19',
      geprueft_am: 'unbekannt',
      hinweis: '{ text: x }',
    });
    expect(vorbei).toMatchObject({
      beendet: true,
      hinweise: [{ text: 'Dieses Angebot ist abgelaufen. Es galt bis 19. November 2026.' }],
    });
    expect(vorbei.stattdessen!.karten.map(({ id }) => id)).toEqual(['y']);
    expect(seite({ status: 'beendet' }).hinweise[0]!.text).toBe(
      'Dieses Angebot gibt es nicht mehr.',
    );
  });
});

describe('confidential', () => {
  test('shows no place, no map and no stop, whatever the file says, and a way to leave', () => {
    const geheim = seite({ schutz: '[vertraulich]', orte: '[haus-der-begegnung]' });
    expect(geheim).toMatchObject({
      vertraulich: true,
      orte: [],
      ausstieg: 'https://www.wetter.example/',
      ortszeile: { text: 'Adresse geheim' },
    });
    expect(JSON.stringify(geheim)).not.toMatch(/Beispielallee|50\.9|7\.1|Musterstadt|geo:/);
  });

  test('its card in a list says no place either', () => {
    const katalog = lies({
      'angebote/x.md': angebot({ schutz: '[vertraulich]', orte: '[haus-der-begegnung]' }),
    }).katalog!;
    expect(
      JSON.stringify(toAngebotKarte(createKontext(katalog, 'de'), katalog.angebote.get('x')!)),
    ).not.toMatch(/Musterstadt|Beispielallee|Begegnung/);
  });

  test('by its kind alone, and it can be called', () => {
    expect(seite({ angebotsart: 'schutzunterkunft', telefon: '0221 4710199' })).toMatchObject({
      vertraulich: true,
      orte: [],
      telefon: { href: 'tel:+492214710199' },
    });
  });
});

describe('places', () => {
  test('an address opens the map app, a town alone is approximate', () => {
    const { orte } = seite({
      orte: '[haus-der-begegnung, { ort: Probeburg }, { strasse: Musterweg 1, plz: "53999" }]',
    });
    expect(orte[0]).toMatchObject({
      zeilen: ['Haus der Begegnung', 'Beispielallee 12', '53999 Musterstadt'],
      ungefaehr: false,
      geo: 'geo:50.9021,7.1043',
      haltestelle: 'Musterstadt Markt',
    });
    expect(orte[0]!.barrierefreiheit).toContain('Hilfe für Hörgeräte: teilweise');
    expect(orte[1]).toEqual({ zeilen: ['Probeburg'], ungefaehr: true, barrierefreiheit: [] });
    expect(orte[2]).toEqual({
      zeilen: ['Musterweg 1', '53999 Musterstadt'],
      ungefaehr: false,
      barrierefreiheit: [],
    });
  });
});

describe('contact', () => {
  test('as it is dialled and shown', () => {
    expect(
      seite({
        web: 'https://www.verein.example/ein/sehr/langer/weg/bis/zur/richtigen/seite/der/kurse',
      }),
    ).toMatchObject({
      telefon: { text: '0221 4710123', href: 'tel:+492214710123' },
      email: {
        text: 'kontakt@beispielverein.example',
        href: 'mailto:kontakt@beispielverein.example',
      },
      web: {
        text: expect.stringMatching(/^verein\.example\/.{1,40}…$/),
        href: expect.stringMatching(/^https:\/\/www\.verein\.example\//),
      },
      kontaktVomAnbieter: false,
    });
  });

  test('the provider’s is said to be the provider’s; none is none', () => {
    expect(seite({ telefon: null, email: null, web: null }).kontaktVomAnbieter).toBe(true);
    const ohne = seite({
      telefon: null,
      email: null,
      web: null,
      anbieter: 'nachbarn-in-probeburg',
    });
    expect(ohne.kontaktVomAnbieter).toBe(false);
    expect(ohne.telefon ?? ohne.email ?? ohne.web).toBeUndefined();
  });

  test('a report of a mistake is a mail whose head nobody can widen', () => {
    const { fehlerMelden } = seite({ titel: '"Kurs?bcc=x@boese.example&body=x"' });
    const url = new URL(fehlerMelden);
    expect(url.pathname).toBe('fachstelle@musterkreis.example');
    expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
    expect(url.searchParams.get('body')).toContain('Kurs?bcc=x@boese.example&body=x (x)');
  });
});

test('addresses stand below the portal’s folder and the language', () => {
  expect(seite().anbieter!.href).toBe('/integration/anbieter/beispielverein/');
  expect(seite({}, 'ar').anbieter!.href).toBe('/integration/ar/anbieter/beispielverein/');
  expect(seite({}, 'ar').themen).toEqual([
    { text: 'تعلم اللغة', href: '/integration/ar/themen/sprache/' },
  ]);
});

test('without a short text the first sentence describes the offer', () => {
  expect(
    seite({}, 'de', STICHTAG, 'Der **Kurs** ist [kostenlos](https://x.example). Kommen Sie!')
      .beschreibung,
  ).toBe('Der Kurs ist kostenlos.');
  expect(seite({ kurz: 'Kurz gesagt.' }).beschreibung).toBe('Kurz gesagt.');
});

test('every offer of the Musterkreis has a page in every language', () => {
  const katalog = lies().katalog!;
  for (const sprache of sprachcodes(katalog.portal)) {
    const kontext = createKontext(katalog, sprache);
    for (const eintrag of [...katalog.angebote.values(), ...katalog.beendete.values()]) {
      const text = JSON.stringify(toAngebotSeite(kontext, eintrag));
      expect(text).not.toMatch(/undefined|NaN|\[object|Invalid Date/);
    }
  }
});
