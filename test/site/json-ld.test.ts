/** What search engines are told of offers, providers and the portal. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { angebotKnoten } from '../../src/site/json-ld/angebot.ts';
import { anbieterSeitenKnoten } from '../../src/site/json-ld/anbieter.ts';
import { formatJsonLd } from '../../src/site/json-ld/knoten.ts';
import { portalKnoten } from '../../src/site/json-ld/portal.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { toRahmen } from '../../src/site/rahmen.ts';
import { angebot, lies, OHNE_ANGEBOTE } from '../lib/inhalt.ts';
import {
  attribut,
  elemente,
  expandiere,
  fremdesIn,
  jsonLdVon,
  type Node,
  nodesVon,
} from '../lib/json-ld.ts';

type Felder = Record<string, string | null>;

const BERATUNG = { angebotsart: 'beratung', anbieter: 'musterkreis-fachstelle' };
const katalogMit = (felder: Felder) => {
  const { katalog, fehlerZu } = lies({ ...OHNE_ANGEBOTE, 'angebote/x.md': angebot(felder) });
  expect(fehlerZu()).toEqual([]);
  return katalog!;
};
/** What the page of an offer says, as others read it. */
const graph = (felder: Felder, sprache = 'de'): Node[] => {
  const katalog = katalogMit(felder);
  const knoten = angebotKnoten(createKontext(katalog, sprache), katalog.angebote.get('x')!);
  return (JSON.parse(formatJsonLd(knoten)) as { '@graph': Node[] })['@graph'];
};
/** The only node of a type. */
const der = (art: string, felder: Felder, sprache?: string) => {
  const gefunden = nodesVon(graph(felder, sprache), art);
  expect(gefunden).toHaveLength(1);
  return gefunden[0]!;
};

describe('an offer', () => {
  test('of a public body is a public service, of others a service', () => {
    expect(der('GovernmentService', BERATUNG)['provider']).toMatchObject({
      '@type': 'GovernmentOrganization',
      '@id': 'https://muster.example/integration/anbieter/musterkreis-fachstelle/#anbieter',
      name: 'Musterkreis, Fachstelle Integration',
      contactPoint: { telephone: '+492214710123', email: 'kontakt@beispielverein.example' },
    });
    expect(der('Service', { ...BERATUNG, anbieter: 'beispielverein' })['serviceType']).toBe(
      'Beratung',
    );
  });

  test('is a course by its kind, or because it says when it begins', () => {
    expect(der('Course', {})['name']).toBe('Deutschkurs für Frauen A1');
    const kurs = '{ start: 2027-01-11, ende: 2027-02-26 }';
    expect(der('Course', { ...BERATUNG, kurs })['hasCourseInstance']).toMatchObject({
      startDate: '2027-01-11',
      endDate: '2027-02-26',
      courseMode: 'onsite',
      location: [{ name: 'Haus der Begegnung' }],
    });
  });

  test('whose course is over says nothing of when it was', () => {
    const kurs = '{ start: 2026-01-11, ende: 2026-02-26 }';
    expect(der('Course', { kurs })).not.toHaveProperty('hasCourseInstance');
  });

  test('is the same thing in every language, of which the German page says all', () => {
    const arabisch = graph(BERATUNG, 'ar');
    const id = 'https://muster.example/integration/angebote/x/#angebot';
    expect(nodesVon(arabisch, 'WebPage')).toMatchObject([
      {
        '@id': 'https://muster.example/integration/ar/angebote/x/',
        inLanguage: 'ar',
        mainEntity: { '@id': id },
      },
    ]);
    expect(nodesVon(graph(BERATUNG), 'GovernmentService')).toMatchObject([{ '@id': id }]);
    expect(arabisch).toHaveLength(1);
  });

  test('says when somebody checked it, no more exactly than its source', () => {
    const quelle = '{ name: Broschüre, url: "https://müller.example/", stand: "2026-03" }';
    expect(der('WebPage', { geprueft_am: '2026-03-01', quelle })).toMatchObject({
      lastReviewed: '2026-03',
      isBasedOn: { name: 'Broschüre', url: 'https://xn--mller-kva.example/' },
    });
    expect(der('WebPage', { geprueft_am: '2026-11-01' })['lastReviewed']).toBe('2026-11-01');
    expect(der('WebPage', { geprueft_am: 'unbekannt' })).not.toHaveProperty('lastReviewed');
  });

  test.each([
    ['kostenlos', { category: 'Free', price: 0, priceCurrency: 'EUR' }],
    ['{ betrag: 20 }', { category: 'Paid', price: 20 }],
    [
      '{ betrag: 2.5, einheit: pro Monat }',
      { priceSpecification: { price: 2.5, priceCurrency: 'EUR', unitText: 'pro Monat' } },
    ],
  ])('that costs „%s“ says so', (kosten, erwartet) => {
    expect(der('Offer', { ...BERATUNG, kosten })).toMatchObject(erwartet);
  });

  test('that is full or pauses says so, and says nothing of a price nobody knows', () => {
    expect(der('Offer', { status: 'voll' })).toEqual({ '@type': 'Offer', availability: 'SoldOut' });
    expect(der('Offer', { status: 'pausiert' })['availability']).toBe('OutOfStock');
    expect(nodesVon(graph({}), 'Offer')).toEqual([]);
  });

  test('names the languages people can talk in, and where they go', () => {
    const sprachen = '[de, { code: tr, art: dolmetschen }, { code: fr, art: schriftlich }]';
    expect(der('ServiceChannel', { ...BERATUNG, sprachen, gebaerdensprache: 'ja' })).toMatchObject({
      availableLanguage: ['de', 'tr', 'gsg'],
      serviceUrl: 'https://www.beispielverein.example/kurse',
      serviceLocation: [
        {
          address: { streetAddress: 'Beispielallee 12', postalCode: '53999' },
          geo: { latitude: 50.9021, longitude: 7.1043 },
        },
      ],
    });
  });

  test('has no point where only its Kommune is known', () => {
    const place = der('Place', { orte: '[gemeindehaus-unterbeispiel]' });
    expect(place['address']).toMatchObject({ addressLocality: 'Unterbeispiel' });
    expect(place).not.toHaveProperty('geo');
  });

  test('for everybody names nobody; for some it names them and their age', () => {
    expect(nodesVon(graph({ zielgruppen: '[alle, frauen]' }), 'PeopleAudience')).toEqual([]);
    expect(der('PeopleAudience', { alter: '{ von: 16, bis: 27 }' })).toMatchObject({
      audienceType: 'Frauen',
      suggestedMinAge: 16,
      suggestedMaxAge: 27,
    });
  });
});

describe('hours', () => {
  const zeiten = (zeile: string) => ({ ...BERATUNG, zeiten: `[${zeile}]` });
  const stunden = (felder: Felder) => nodesVon(graph(felder), 'OpeningHoursSpecification');

  test('are told day by day, to the end of the day at the latest', () => {
    expect(stunden(zeiten('{ tage: [mo, fr], von: "09:00", bis: "24:00" }'))).toEqual([
      {
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: ['Monday', 'Friday'],
        opens: '09:00',
        closes: '23:59',
      },
    ]);
  });

  test.each([
    [
      'every other week',
      zeiten('{ tage: [mo], von: "09:00", bis: "12:00", rhythmus: [zweiwoechentlich] }'),
    ],
    [
      'with a remark',
      zeiten('{ tage: [mo], von: "09:00", bis: "12:00", hinweis: nur mit Termin }'),
    ],
    [
      'with exceptions',
      {
        ...zeiten('{ tage: [mo], von: "09:00", bis: "12:00" }'),
        ausnahmen: 'In den Schulferien geschlossen',
      },
    ],
    ['without an end', zeiten('{ tage: [mo], von: "09:00" }')],
    [
      'that are over',
      zeiten('{ tage: [mo], von: "09:00", bis: "12:00", gueltig_bis: 2026-11-01 }'),
    ],
    [
      'of what pauses',
      { ...zeiten('{ tage: [mo], von: "09:00", bis: "12:00" }'), status: 'pausiert' },
    ],
    [
      'that nobody has checked for long',
      { ...zeiten('{ tage: [mo], von: "09:00", bis: "12:00" }'), geprueft_am: '2024-01-01' },
    ],
  ])('%s are left out, for a search engine would show them without the rest', (_, felder) => {
    expect(stunden(felder)).toEqual([]);
  });

  test('of a course are its schedule', () => {
    const felder = {
      zeiten: '[{ tage: [di], von: "18:00", bis: "19:30", gueltig_ab: 2026-12-01 }]',
    };
    expect(der('Schedule', felder)).toMatchObject({
      byDay: ['Tuesday'],
      startTime: '18:00',
      endTime: '19:30',
      startDate: '2026-12-01',
      scheduleTimezone: 'Europe/Berlin',
    });
  });

  test('of a course hold no longer than the course and its offer', () => {
    const felder = {
      zeiten: '[{ tage: [di], von: "18:00", bis: "19:30" }]',
      kurs: '{ start: 2026-12-01, ende: 2027-05-28 }',
      gueltig_bis: '2027-03-31',
    };
    expect(der('Schedule', felder)).toMatchObject({
      startDate: '2026-12-01',
      endDate: '2027-03-31',
    });
  });
});

describe('dates', () => {
  const events = (termine: string, mehr: Felder = {}) =>
    nodesVon(graph({ ...BERATUNG, termine, ...mehr }), 'Event');

  test('are told with the time of Germany on that day', () => {
    const tage = events(
      '[{ start: 2026-12-05T15:00, ende: 2026-12-05T18:00 }, { start: 2027-07-01T00:30 }]',
    );
    expect(tage.map(({ startDate, endDate }) => [startDate, endDate])).toEqual([
      ['2026-12-05T15:00+01:00', '2026-12-05T18:00+01:00'],
      ['2027-07-01T00:30+02:00', undefined],
    ]);
  });

  test('of a series are the next three, a cancelled one among them', () => {
    const termine = '[{ start: 2026-11-03T10:00, rrule: "FREQ=WEEKLY", ausfall: [2026-12-01] }]';
    expect(events(termine).map(({ startDate, eventStatus }) => [startDate, eventStatus])).toEqual([
      ['2026-11-24T10:00+01:00', 'https://schema.org/EventScheduled'],
      ['2026-12-01T10:00+01:00', 'https://schema.org/EventCancelled'],
      ['2026-12-08T10:00+01:00', 'https://schema.org/EventScheduled'],
    ]);
  });

  test('say where: at a place, online, or nothing at all', () => {
    const termin = '[{ start: 2026-12-05T15:00 }]';
    expect(events(termin)).toMatchObject([
      {
        location: [{ '@type': 'Place' }],
        eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      },
    ]);
    expect(
      events(termin, { orte: null, kanal: '[online]', einzugsgebiet: '[kreisweit]' }),
    ).toMatchObject([
      {
        location: [{ '@type': 'VirtualLocation', url: 'https://www.beispielverein.example/kurse' }],
        eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      },
    ]);
    expect(events(termin, { orte: null, einzugsgebiet: '[kreisweit]' })).toEqual([]);
    expect(events(termin, { status: 'pausiert' })).toEqual([]);
  });
});

describe('nothing is told', () => {
  const rahmen = (angaben: object) =>
    toRahmen(createKontext(katalogMit({}), 'de'), {
      titel: 'Seite',
      pfad: (p) => p.angebote,
      darueber: [{ text: 'Start', href: '/integration/' }],
      ...angaben,
    }).jsonLd;

  test('of pages that say nothing in their title, that have the way out, or that are not to be found', () => {
    expect(rahmen({})).toContain('BreadcrumbList');
    for (const angaben of [{ neutral: true }, { ausstieg: true }, { noindex: true }])
      expect(rahmen(angaben)).toBeUndefined();
  });

  test('of offers that are protected, in the archive or over, whoever asks', () => {
    const { katalog } = lies();
    const stumm = [
      ...[...katalog!.angebote.values()].filter(({ schnellVerlassen }) => schnellVerlassen),
      ...katalog!.archiv.values(),
      ...katalog!.beendete.values(),
    ];
    expect(stumm.length).toBeGreaterThan(4);
    const kontext = createKontext(katalog!, 'de');
    for (const eines of stumm) expect(angebotKnoten(kontext, eines), eines.id).toEqual([]);
  });
});

/** As its author wrote it, past the reader, which takes no HTML in a title. */
const titelDer = (datei: string) =>
  JSON.parse(
    /^titel: (".*")$/m.exec(readFileSync(`test/fixtures/eingaben/${datei}`, 'utf8'))![1]!,
  ) as string;

test.each([
  titelDer('126-titel-jsonld.md'),
  titelDer('122-titel-script.md'),
  'Kurs <!-- <script>',
  'Kurs ]]> & &lt;/script&gt;',
  'Kurs\u2028mit\u2029Zeilen',
  '"}]}',
])('the title „%s“ arrives whole and ends no script', (titel) => {
  const katalog = katalogMit({});
  const eines = { ...katalog.angebote.get('x')!, titel };
  const json = formatJsonLd(angebotKnoten(createKontext(katalog, 'de'), eines));
  const html = `<!doctype html><body><script type="application/ld+json">${json}</script><p>danach`;
  const skripte = elemente(html).filter(({ tagName }) => tagName === 'script');
  expect(skripte.map((skript) => attribut(skript, 'type'))).toEqual(['application/ld+json']);
  expect(elemente(html).filter(({ tagName }) => tagName === 'p')).toHaveLength(1);
  expect(nodesVon(jsonLdVon(html), 'Course')).toMatchObject([{ name: titel }]);
  expect(json).not.toMatch(/[<>&\u2028\u2029]/);
});

test('the start page names the portal, and its search behind the address', async () => {
  const { katalog } = lies();
  const knoten = JSON.parse(formatJsonLd(portalKnoten(createKontext(katalog!, 'ar')))) as Node;
  expect(nodesVon(knoten, 'WebSite')).toMatchObject([
    {
      '@id': 'https://muster.example/integration/ar/',
      inLanguage: 'ar',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      potentialAction: {
        target: { urlTemplate: 'https://muster.example/integration/ar/suche/#q={wort}' },
        'query-input': 'required name=wort',
      },
    },
  ]);
  await expect(expandiere(knoten)).resolves.toHaveLength(1);
});

test('a provider is told by its own page, its German description on the German one only', () => {
  const { katalog } = lies();
  const anbieter = katalog!.anbieter.get('musterkreis-fachstelle')!;
  const [, deutsch] = anbieterSeitenKnoten(createKontext(katalog!, 'de'), anbieter);
  const [, arabisch] = anbieterSeitenKnoten(createKontext(katalog!, 'ar'), anbieter);
  expect(deutsch).toMatchObject({
    '@type': 'GovernmentOrganization',
    telephone: '+492214710101',
    description: 'Die Fachstelle berät Menschen, die neu im Musterkreis sind.',
    address: { addressLocality: 'Siegburg', addressCountry: 'DE' },
  });
  expect(arabisch).not.toHaveProperty('description');
  expect(fremdesIn(deutsch as unknown as Node)).toEqual([]);
});

test('the check against the vocabulary finds what is not in it', () => {
  const falsch = {
    '@type': 'Service',
    hoursAvailable: 'immer',
    telephone: '110',
    provider: { '@type': 'Place', name: 'Rathaus' },
  };
  expect(fremdesIn(falsch)).toEqual([
    '/Service.hoursAvailable cannot be "immer"',
    '/Service has no telephone',
    '/Service.provider cannot be {"@type":"Place","name":"Rathaus"}',
  ]);
});
