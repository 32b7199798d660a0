/** A shelter must not be found by what others say about it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { angebot, lies, MUSTERKREIS, projekt } from '../lib/inhalt.ts';

const SCHUTZHAUS = `---
titel: Schutzhaus
anbieter: schutz-ev
angebotsart: schutzunterkunft
thema: [gewaltschutz]
zielgruppen: [frauen]
telefon: "0221 4710177"
geprueft_am: 2026-11-01
---

Rufen Sie an.
`;
const HAUS = {
  'anbieter/schutz-ev.yaml': 'name: Schutz e. V.\n',
  'angebote/schutzhaus.md': SCHUTZHAUS,
};

describe('a project with a shelter in it', () => {
  const SICHER = { kommunen: 'kreisweit', anbieter: '[schutz-ev]', angebote: '[schutzhaus]' };
  type Fall = { feld?: string; felder?: Record<string, string>; text?: string; datei?: string };
  const faelle: Record<string, Fall> = {
    'is fine for the whole Kreis and without a place': {},
    'is betrayed by its Kommune': { felder: { kommunen: '[probeburg]' }, feld: 'kommunen[0]' },
    'is betrayed by its title': { felder: { titel: 'Frauenhaus Probeburg' }, feld: 'titel' },
    'is betrayed by a word made of its Kommune': {
      felder: { kurz: 'Das Probeburger Haus wächst.' },
      feld: 'kurz',
    },
    'is betrayed by a district': { felder: { kurz: 'Ein Haus in Altmuster.' }, feld: 'kurz' },
    'is betrayed by its street': { felder: { kurz: 'Ein Haus am Rosenweg 7.' }, feld: 'kurz' },
    'is betrayed by a street that ends like none': {
      felder: { kurz: 'Das Haus Unter den Eichen 12 wächst.' },
      feld: 'kurz',
    },
    'is betrayed by its stop': {
      text: '## Ergebnis\n\nHaltestelle Eichenhain.',
      feld: '(text)',
    },
    'may say for how many it is, and how long': {
      text: '## Ergebnis\n\nDas Haus hat 12 Plätze. Montag 9–12 Uhr, im Notfall 110.',
    },
    'is betrayed by another offer in a town': {
      felder: { angebote: '[schutzhaus, spielgruppe]' },
      feld: 'angebote[1]',
    },
    'is betrayed by another offer in a town that is for the whole Kreis': {
      felder: { angebote: '[schutzhaus, migrationsberatung]' },
      feld: 'angebote[1]',
    },
    'is betrayed by a partner in a town': {
      felder: { anbieter: '[schutz-ev, vhs-musterland]' },
      feld: 'anbieter[1]',
    },
    'is betrayed by whom to ask in a town': {
      felder: { kontakt: '{ anbieter: vhs-musterland }' },
      feld: 'kontakt.anbieter',
    },
    'may ask to call the shelter': { felder: { kontakt: '{ angebot: schutzhaus }' } },
    'is betrayed by an offer to ask in a town': {
      felder: { kontakt: '{ angebot: spielgruppe }' },
      feld: 'kontakt.angebot',
    },
    'is betrayed by an office in a town': {
      felder: { kontakt: '{ stelle: Büro Probeburg, email: x@y.example }' },
      feld: 'kontakt.stelle',
    },
    'is betrayed by its source': {
      felder: { quelle: '{ name: x, url: https://probeburg.example/haus }' },
      feld: 'quelle.url',
    },
    'is betrayed by a comment': {
      felder: { status: 'laeuft # in Probeburg' },
      feld: '(front matter)',
    },
    'is betrayed by its text': { text: '## Ergebnis\n\nEin Haus in Probeburg.', feld: '(text)' },
    'is betrayed by its text, marks or not': {
      text: '## Ergebnis\n\nEin Haus in Probe**burg**.',
      feld: '(text)',
    },
    'is betrayed by its text, with a hyphen nobody sees': {
      text: '## Ergebnis\n\nEin Haus in Probe\u00adburg.',
      feld: '(text)',
    },
    'is betrayed by its file name': { datei: 'haus-probeburg', feld: '(dateiname)' },
    'is betrayed even where it only names its provider': {
      felder: {
        angebote: '[migrationsberatung]',
        kontakt: '{ stelle: Haus Probeburg, email: x@y.example }',
      },
      feld: 'kontakt.stelle',
    },
  };
  const alle = Object.entries(faelle).map(([name, { datei, ...fall }], i) => ({
    name,
    ...fall,
    pfad: `projekte/${datei ?? `fall-${i}`}.md`,
  }));
  const { fehlerZu } = lies({
    ...HAUS,
    ...Object.fromEntries(
      alle.map(({ pfad, felder, text }) => [pfad, projekt({ ...SICHER, ...felder }, text)]),
    ),
  });

  test.for(alle)('$name', ({ pfad, feld }) => {
    const felder = fehlerZu(pfad).map((befund) => `${befund.regel} ${befund.feld}`);
    if (feld) expect(felder).toContain(`vertraulich-anderswo ${feld}`);
    else expect(felder).toEqual([]);
  });
});

test('a project of a provider that has the town in its name, and nothing else', () => {
  const { fehlerZu } = lies({
    'anbieter/schutz-probeburg.yaml': 'name: Schutz Probeburg e. V.\n',
    'angebote/schutzhaus.md': SCHUTZHAUS.replace('schutz-ev', 'schutz-probeburg'),
    'projekte/x.md': projekt({
      kommunen: 'kreisweit',
      anbieter: '[schutz-probeburg]',
      angebote: '[schutzhaus]',
    }),
  });
  expect(fehlerZu('projekte/x.md')).toEqual([]);
});

test('a project without a shelter in it may name its town', () =>
  expect(
    lies({
      ...HAUS,
      'projekte/x.md': projekt({ anbieter: '[vhs-musterland]', titel: 'In Probeburg' }),
    }).fehlerZu('projekte/x.md'),
  ).toEqual([]));

describe('a contact', () => {
  const pruefe = (datei: string, eintrag: string) =>
    lies({ ...HAUS, [datei]: `stellen:\n  - { funktion: gewaltschutz, ${eintrag} }\n` }).fehlerZu(
      datei,
    );

  test('in the file of a Kommune would say where it is', () => {
    for (const eintrag of [
      'angebot: schutzhaus',
      'anbieter: schutz-ev, geprueft_am: unbekannt',
      'stelle: Zuflucht, telefon: 0221/4710177, geprueft_am: unbekannt',
    ])
      expect(pruefe('kontakte/testdorf.yaml', eintrag), eintrag).toContainEqual(
        expect.objectContaining({
          regel: 'vertraulich-anderswo',
          tipp: expect.stringContaining('kreisweit.yaml'),
        }),
      );
  });

  test('for the whole Kreis is fine, as long as its remark names no place', () => {
    const datei = 'kontakte/kreisweit.yaml';
    expect(pruefe(datei, 'angebot: schutzhaus, hinweis: Tag und Nacht')).toEqual([]);
    expect(pruefe(datei, 'angebot: schutzhaus, hinweis: Haus in Probeburg')).toMatchObject([
      { feld: 'stellen[0].hinweis' },
    ]);
  });

  test('may refer to one whose name has a town in it: the id is that of its page', () => {
    const datei = 'kontakte/kreisweit.yaml';
    const { fehlerZu } = lies({
      'anbieter/schutz-probeburg.yaml': 'name: Schutz Probeburg e. V.\n',
      'angebote/schutzhaus-probeburg.md': SCHUTZHAUS.replace('schutz-ev', 'schutz-probeburg'),
      [datei]:
        'stellen:\n  - { funktion: gewaltschutz, angebot: schutzhaus-probeburg }\n  - { funktion: fachberatung, anbieter: schutz-probeburg, geprueft_am: unbekannt }\n',
    });
    expect(fehlerZu(datei)).toEqual([]);
  });

  test('beside a comment that tells where it is, is refused; what is about others may name a town', () => {
    const { fehlerZu } = lies({
      ...HAUS,
      'kontakte/kreisweit.yaml': `# Stellen für mehrere Städte, auch für Probeburg
stellen:
  - funktion: fachberatung
    angebot: migrationsberatung # nicht in Testdorf am Bach
  - { funktion: sozialamt, anbieter: beispielverein, geprueft_am: unbekannt }
  # Haus: Musterstraße 4
  - { funktion: gewaltschutz, angebot: schutzhaus } # Tag und Nacht
  # in Probeburg
  - { funktion: integrationsrat, anbieter: beispielverein, geprueft_am: unbekannt }
  # nicht in Testdorf am Bach
  - { funktion: auslaenderbehoerde, anbieter: vhs-musterland, geprueft_am: unbekannt }
  - { funktion: gewaltschutz, anbieter: schutz-ev, geprueft_am: unbekannt }
`,
    });
    expect(
      fehlerZu('kontakte/kreisweit.yaml').map(({ regel, zeile }) => `${regel} ${zeile}`),
    ).toEqual(['vertraulich-anderswo 6', 'vertraulich-anderswo 8']);
  });
});

describe('a page that leads to a shelter', () => {
  const seite = (text: string) => `---\ntitel: Hilfe\n---\n\n${text}\n`;
  const faelle: Record<string, [text: string, zeile: number | undefined]> = {
    'may say that it is there': ['<Kontakt angebot="schutzhaus" />\n\nTag und Nacht.', undefined],
    'says where it is, above': ['Rosenweg 7, 53999 Ort\n\n<Kontakt angebot="schutzhaus" />', 5],
    'says where it is, below a link': [
      '[Haus](/angebote/schutzhaus/)\n\nSie finden es im Rosenweg 7.',
      7,
    ],
    'says where it is, beside its number': ['Telefon 0221 471 0177\nRosenweg 7', 6],
    'says where it is, by its name': ['Die Schutzunterkunft ist im Rosenweg 7.', 5],
    'says in another section where something else is': [
      '## Haus\n\n<Kontakt angebot="schutzhaus" />\n\n## Amt\n\nRosenweg 7',
      undefined,
    ],
    'says where it is, below a heading of its own': [
      '## Schutzunterkunft\n\nHilfe\n\n### So kommen Sie hin\n\nRosenweg 7\n\n## Amt\n\nLindenallee 8',
      11,
    ],
    'says in a section further down where it is': [
      '## Amt\n\nRathaus\n\n## Haus\n\n<Kontakt angebot="schutzhaus" />\n\nRosenweg 7',
      13,
    ],
  };
  test.each(Object.entries(faelle))('%s', (_, [text, zeile]) => {
    const { befundeZu } = lies({ ...HAUS, 'seiten/hilfe.mdx': seite(text) });
    const funde = befundeZu('seiten/hilfe.mdx').filter(
      ({ regel }) => regel === 'vertraulich-anderswo',
    );
    expect(funde.map((fund) => [fund.stufe, fund.zeile])).toEqual(
      zeile === undefined ? [] : [['warnung', zeile]],
    );
  });
});

test('the translation of a page that leads to one', () => {
  const { befundeZu } = lies({
    ...HAUS,
    'seiten/hilfe.md': '---\ntitel: Hilfe\n---\n\n[Haus](/angebote/schutzhaus/)\n',
    'seiten/hilfe.en.md':
      '---\nart: mensch\ngeprueft: nein\ntitel: Help\nfassung: {}\n---\n\n[House](/angebote/schutzhaus/)\n\nRosenweg 7\n',
  });
  expect(befundeZu('seiten/hilfe.en.md')).toContainEqual(
    expect.objectContaining({ regel: 'vertraulich-anderswo', stufe: 'warnung', zeile: 10 }),
  );
});

test('a page whose title names it', () => {
  const { befundeZu } = lies({
    ...HAUS,
    'seiten/hilfe.md': '---\ntitel: In der Schutzunterkunft\n---\n\n## Wo\n\nRosenweg 7\n',
  });
  expect(befundeZu('seiten/hilfe.md')).toContainEqual(
    expect.objectContaining({ regel: 'vertraulich-anderswo', stufe: 'warnung', zeile: 7 }),
  );
});

describe('an open offer', () => {
  const funde = (felder: Parameters<typeof angebot>[0], text?: string) =>
    lies({ ...HAUS, 'angebote/rat.md': angebot(felder, text) })
      .befundeZu('angebote/rat.md')
      .filter(({ regel }) => regel === 'vertraulich-anderswo')
      .map(({ stufe, feld }) => `${stufe} ${feld}`);

  test('may speak of it, and say where it is itself', () =>
    expect(funde({}, 'Wir vermitteln in eine Schutzunterkunft.\n\n## Büro\n\nRosenweg 7')).toEqual(
      [],
    ));
  test('says in its text where it is', () =>
    expect(funde({}, 'Unsere Schutzunterkunft ist im Rosenweg 7.')).toEqual(['warnung (text)']));
  test('says in a remark where it is', () =>
    expect(funde({ ausnahmen: 'Feste in der Schutzunterkunft, Rosenweg 7' })).toEqual([
      'warnung ausnahmen',
    ]));
  test('has a comment that says where it is', () =>
    expect(funde({ termin: 'noetig\n# Schutzunterkunft: Rosenweg 7' })).toEqual([
      'warnung (front matter)',
    ]));
});

test('a project of others that says where it is', () => {
  const { befundeZu } = lies({
    ...HAUS,
    'projekte/kueche.md': projekt({}, '## Vorgehen\n\nIn der Schutzunterkunft im Rosenweg 7.'),
  });
  expect(befundeZu('projekte/kueche.md')).toContainEqual(
    expect.objectContaining({ regel: 'vertraulich-anderswo', stufe: 'warnung', feld: '(text)' }),
  );
});

test('a provider of open offers that says where its shelter is', () => {
  const { befundeZu } = lies({
    ...HAUS,
    'anbieter/vhs-musterland.yaml': 'name: VHS\nbeschreibung: Unser Schutzhaus im Rosenweg 7\n',
    'anbieter/beispielverein.yaml':
      'name: Verein\nbeschreibung: Unsere Schutzunterkunft im Rosenweg 7\n',
  });
  const stellen = (name: string) => befundeZu(name).map(({ regel, feld }) => `${regel} ${feld}`);
  expect(stellen('anbieter/beispielverein.yaml')).toContain('vertraulich-anderswo beschreibung');
  expect(stellen('anbieter/vhs-musterland.yaml')).not.toContain(
    'vertraulich-anderswo beschreibung',
  );
});

test('an emergency number is called by who answers, not by where', () => {
  const portal = readFileSync(join(MUSTERKREIS, 'portal.yaml'), 'utf8');
  const { fehlerZu } = lies({
    ...HAUS,
    'portal.yaml': portal.replace('de: Polizei', 'de: Haus im Rosenweg 7'),
  });
  expect(fehlerZu('portal.yaml')).toMatchObject([
    { regel: 'vertraulich-anderswo', feld: 'notruf[1].bezeichnung.de' },
  ]);
});
