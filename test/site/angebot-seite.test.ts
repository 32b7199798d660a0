import { sprachcodes } from '../../src/domain/portal.ts';
import { describe, expect, test } from 'vitest';
import { createKontext } from '../../src/site/kontext.ts';
import { angeboteMitSeite } from '../../src/katalog/katalog.ts';
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

  test('what costs 0 Euro is said to cost nothing, and no amount', () => {
    const { angaben } = seite({ kosten: '{ betrag: 0 }' });
    expect(werte(angaben)['Kosten']).toEqual(['kostenlos']);
    const ermaessigt = seite({ kosten: '{ art: ermaessigt, betrag: 0, einheit: mit Pass }' });
    expect(werte(ermaessigt.angaben)['Kosten']).toEqual([
      'Ermäßigung möglich',
      '0\u00a0€',
      'mit Pass',
    ]);
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

describe('where else to look, when an offer has ended', () => {
  /** The page of the ended offer `x` among others. */
  function ende(
    felder: Record<string, string | null>,
    andere: Record<string, Record<string, string | null>>,
    sprache = 'de',
  ) {
    const katalog = lies({
      ...OHNE_ANGEBOTE,
      'angebote/x.md': angebot({ status: 'beendet', ...felder }),
      ...Object.fromEntries(
        Object.entries(andere).map(([id, eines]) => [`angebote/${id}.md`, angebot(eines)]),
      ),
    }).katalog!;
    return toAngebotSeite(createKontext(katalog, sprache), katalog.beendete.get('x')!);
  }
  const ids = (seite: ReturnType<typeof ende>) => seite.stattdessen!.karten.map(({ id }) => id);

  test('the offers its editor names, in that order, and no others', () => {
    const seite = ende({ weiterleitung: '[c, b]' }, { a: {}, b: { thema: '[arbeit]' }, c: {} });
    expect(ids(seite)).toEqual(['c', 'b']);
    expect(seite.stattdessen!.nachfolge).toBe(true);
  });

  test('what has ended or is in the archive is not named; then those close to it are', () => {
    const seite = ende(
      { weiterleitung: '[b, c]' },
      { a: {}, b: { status: 'beendet' }, c: { geprueft_am: '2010-01-01' } },
    );
    expect(ids(seite)).toEqual(['a']);
    expect(seite.stattdessen!.nachfolge).toBe(false);
  });

  test('up to three of the same Thema for the same Kommune: its own place first, then the same kind, then the checked', () => {
    const woanders = { orte: '[{ ort: Probeburg }]' };
    const seite = ende(
      {},
      {
        'a-treff': { angebotsart: 'treffpunkt' },
        'b-alt': { geprueft_am: 'unbekannt' },
        'c-kreisweit': { ...woanders, einzugsgebiet: 'kreisweit' },
        'd-kurs': {},
        'e-woanders': woanders,
        'f-thema': { thema: '[arbeit]' },
      },
    );
    expect(ids(seite)).toEqual(['d-kurs', 'b-alt', 'a-treff']);
    expect(ids(ende({}, { a: { ...woanders, einzugsgebiet: 'kreisweit' }, b: woanders }))).toEqual([
      'a',
    ]);
  });

  test('the lists of its Themen and its Kommune, in the language of the page', () => {
    expect(ende({}, { a: {} }, 'ar').stattdessen!.listen).toEqual([
      { text: 'تعلم اللغة', href: '/integration/ar/themen/sprache/' },
      expect.objectContaining({ href: '/integration/ar/kommunen/musterstadt/' }),
    ]);
  });

  test('a Thema that lost its last offer is no link: it has no page any more', () => {
    const { themen, stattdessen } = ende({ thema: '[arbeit, sprache]' }, { a: {} });
    for (const links of [themen, stattdessen!.listen])
      expect(links.map(({ href }) => href)).not.toContain('/integration/themen/arbeit/');
    expect(themen.map(({ href }) => href)).toEqual(['/integration/themen/sprache/']);
  });

  test('a shelter that has closed does not say where it was', () => {
    const geheim = ende({ schutz: '[vertraulich]', thema: '[gewaltschutz]' }, { a: {} });
    expect(JSON.stringify(geheim.stattdessen)).not.toMatch(/musterstadt/i);
  });
});

describe('in the archive', () => {
  const alt = { geprueft_am: '2015-03-01', quelle: '{ name: Eine Liste, stand: "2015-03" }' };
  function archiviert(sprache: string, felder = {}) {
    const katalog = lies({
      ...OHNE_ANGEBOTE,
      'angebote/x.md': angebot({ ...alt, ...felder }),
      'angebote/y.md': angebot(),
    }).katalog!;
    return toAngebotSeite(createKontext(katalog, sprache), katalog.archiv.get('x')!);
  }

  test('its page says so first, no more exactly than its source, with its contact and other offers', () => {
    const seite = archiviert('de', { status: 'pausiert' });
    expect(seite.hinweise.map(({ text }) => text)).toEqual([
      expect.stringContaining('steht im Archiv. Die Angaben sind sehr alt (Stand: März 2015)'),
      expect.stringContaining('Pause'),
    ]);
    expect(seite).toMatchObject({ archiviert: true, beendet: false });
    expect(seite.telefon!.href).toBe('tel:+492214710123');
    expect(seite.stattdessen!.karten.map(({ id }) => id)).toEqual(['y']);
  });

  test('in every language of the page', () => {
    expect(archiviert('ar').hinweise[0]!.text).toContain('في الأرشيف');
    expect(archiviert('ar').hinweise[0]!.lang).toBeUndefined();
  });
});

test('that nobody has confirmed the sources is not said of an offer that somebody has checked', () => {
  const quelle = '{ name: Eine Liste }';
  expect(seite({ quelle }).quelleHinweis?.text).toContain('erfunden');
  expect(seite({ quelle, geprueft_durch: 'Fachstelle' }).quelleHinweis).toBeUndefined();
});

describe('confidential', () => {
  test('shows no place, no map and no stop, whatever the file says, and a way to leave', () => {
    const geheim = seite({ schutz: '[vertraulich]', orte: '[haus-der-begegnung]' });
    expect(geheim).toMatchObject({
      vertraulich: true,
      orte: [],
      schutz: true,
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

  test.each([
    ['+49 221 4710123', '0221 4710123'],
    ['+43 512 123456', '+43 512 123456'],
    ['+32 2 555 12 34', '+32 2 555 12 34'],
    ['116016', '116 016'],
  ])('%s is written as it is dialled in Germany', (telefon, text) =>
    expect(seite({ telefon: `"${telefon}"` }).telefon!.text).toBe(text),
  );

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

test('an address is German in every language: it stands on the letter box', () => {
  const orte = '[{ strasse: Marktplatz 1, plz: "53999", kommune: musterstadt }]';
  for (const sprache of ['de', 'ar']) {
    expect(seite({ orte }, sprache).orte[0]!.zeilen).toEqual(['Marktplatz 1', '53999 Musterstadt']);
  }
  expect(seite({ orte }, 'ar').ortszeile).toEqual({ text: 'موسترشتات' });
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
    for (const eintrag of angeboteMitSeite(katalog).values()) {
      const text = JSON.stringify(toAngebotSeite(kontext, eintrag));
      expect(text).not.toMatch(/undefined|NaN|\[object|Invalid Date/);
    }
  }
});
