/** Offers of a neighbour in the Katalog: in our words, without what is secret, and never as ours. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatKopie } from '../../scripts/lib/verbund/kopie.ts';
import { liesNachbar } from '../../scripts/lib/verbund/lesen.ts';
import type { AngeboteDatei, Begriffe, Datensatz } from '../../src/domain/datensatz.ts';
import { eigeneSeite, seiteInSprache } from '../../src/domain/verbund.ts';
import { naeheZu } from '../../src/domain/angebot.ts';
import { facettenwerte } from '../../src/domain/facettenwerte.ts';
import { createBericht } from '../../src/bericht/bericht.ts';
import { angebot, type Dateien, lies, MUSTERKREIS, STICHTAG } from '../lib/inhalt.ts';
import { offeneDaten } from '../lib/offene-daten.ts';
import { angeboteJson, kopie, mitNachbar, NACHBAR, portalMit, UNSERE } from '../lib/nachbar.ts';

const nachbarn = (dateien: Dateien) => lies(dateien).katalog!.nachbarn;
const angebote = (dateien: Dateien = mitNachbar()) =>
  new Map(
    nachbarn(dateien).flatMap(({ angebote: alle }) => alle.map((eines) => [eines.id, eines])),
  );
const eines = (datei: AngeboteDatei, id: string) =>
  datei.angebote.find((angebot) => angebot.id === id)! as Datensatz & Record<string, unknown>;

describe('the offers of a neighbour', () => {
  const alle = angebote();
  const kurs = alle.get('nachbarkreis~deutschkurs-am-fluss')!;
  const rad = alle.get('nachbarkreis~fahrradwerkstatt')!;

  test('are all there but the one we have ourselves, in the order of their titles', () => {
    expect([...alle.values()].map(({ titel }) => titel)).toEqual([
      'Deutsch üben am Telefon',
      'Deutschkurs am Fluss',
      'Fahrräder gemeinsam reparieren',
      'Hilfe bei Gewalt im Nachbarkreis',
      'Nähtreff im Nachbarkreis',
      'Rechtsrat am Abend',
      'Zuflucht für Frauen',
    ]);
  });

  test('are found under our words for the same thing, and say in theirs what we have none for', () => {
    expect(facettenwerte(kurs, [])).toMatchObject({
      thema: ['sprache'],
      angebotsart: ['kurs'],
      sprache: ['de', 'ar'],
      anbieter: [],
    });
    expect(facettenwerte(rad, [])).toMatchObject({
      thema: ['arbeit'],
      angebotsart: [],
      zielgruppe: [],
    });
    expect(rad.herkunft).toMatchObject({
      art: 'Offene Werkstatt',
      worte: ['Recht und Rat', 'Ältere Menschen'],
    });
  });

  test('say where they come from, and lead to their page, in the language it has there', () => {
    expect(kurs.herkunft).toMatchObject({
      anbieter: 'Brücke Nachbarstadt e. V.',
      wo: 'Nachbarstadt',
      portal: { name: 'Nachbarkreis', geholt_am: '2026-11-20', lizenz: { name: 'CC0 1.0' } },
    });
    expect(seiteInSprache(kurs.herkunft!, 'ar')).toBe(
      'https://nachbar.example/wegweiser/ar/angebote/deutschkurs-am-fluss/',
    );
    for (const sprache of ['de', 'tr'])
      expect(seiteInSprache(kurs.herkunft!, sprache)).toBe(
        'https://nachbar.example/wegweiser/angebote/deutschkurs-am-fluss/',
      );
    expect(kurs.uebersetzungen.get('ar')!.felder.get('titel')!.text).toBe('دورة ألمانية على النهر');
  });

  test('lie where they lie, as exactly as is known, and in none of our Kommunen', () => {
    expect(kurs.orte).toMatchObject([{ punkt: { lat: 50.9311, lon: 7.6022 }, ungefaehr: false }]);
    expect(rad.orte).toMatchObject([{ punkt: { lat: 51, lon: 7.9 }, ungefaehr: true }]);
    expect([...kurs.orte, ...rad.orte].some(({ kommune }) => kommune)).toBe(false);
  });

  test('serve us only where they serve the whole country', () => {
    const hier = [...alle.values()].filter(
      (angebot) => naeheZu(angebot, 'musterstadt') !== undefined,
    );
    expect(hier.map(({ titel }) => titel)).toEqual(['Deutsch üben am Telefon']);
    expect(naeheZu(hier[0]!, 'musterstadt')).toBe(2);
  });

  test('are protected as over there', () => {
    const geschuetzt = [...alle.values()].filter(({ schnellVerlassen }) => schnellVerlassen);
    expect(geschuetzt.map(({ titel }) => titel)).toEqual([
      'Hilfe bei Gewalt im Nachbarkreis',
      'Zuflucht für Frauen',
    ]);
    for (const { herkunft } of geschuetzt)
      expect(herkunft!.seite).not.toMatch(/hilfe|zuflucht|gewalt/);
  });

  test('are left out once they are over', () => {
    const spaeter = lies(mitNachbar(), '2026-12-01').katalog!.nachbarn[0]!.angebote;
    expect(spaeter.map(({ titel }) => titel)).not.toContain('Nähtreff im Nachbarkreis');
    expect(spaeter).toHaveLength(alle.size - 1);
  });
});

describe('a confidential offer has no place, whatever the neighbour says', () => {
  const geheim = { strasse: 'Geheimweg 7', plz: '54901', ort: 'Geheimstadt', lat: 50.9, lon: 7.5 };

  test('that marks it', () => {
    const text = kopie(NACHBAR, (datei) => (eines(datei, 'zuflucht').orte = [geheim]));
    expect(text).not.toMatch(/Geheim/);
    // By hand in the stored copy, too.
    const zurueck = text.replace(
      '"id":"zuflucht"',
      `"id":"zuflucht","orte":[${JSON.stringify(geheim)}]`,
    );
    expect(zurueck).toMatch(/Geheimweg/);
    const katalog = lies(mitNachbar(zurueck)).katalog;
    expect(JSON.stringify(katalog!.nachbarn)).not.toMatch(/Geheim/);
  });

  test('that does not mark it but calls it by a word that is confidential here', () => {
    const text = kopie(NACHBAR, (datei) => {
      Object.assign(eines(datei, 'zuflucht'), { orte: [geheim], schutz: undefined });
    });
    expect(text).not.toMatch(/Geheim/);
    const offen = angebote(mitNachbar(text)).get('nachbarkreis~zuflucht')!;
    expect(offen).toMatchObject({ vertraulich: true, orte: [], schnellVerlassen: true });
    expect(offen.herkunft!.wo).toBeUndefined();
  });
});

describe('what may be a shelter has no place, though nobody marks it', () => {
  const vokabular = readFileSync(join(MUSTERKREIS, 'vokabular/angebotsarten.yaml'), 'utf8').replace(
    '  schutz: [vertraulich]\n',
    `  schutz: [vertraulich]
  suchwoerter:
    de: [Frauenhaus, Schutzhaus, Schutzwohnung, Schutz]
    en: [women's shelter]
    tr: [kadın sığınma evi]
`,
  );
  const geheim = { strasse: 'Geheimweg 7', plz: '54901', ort: 'Geheimstadt', lat: 50.9, lon: 7.5 };
  /** The Nachbarkreis as it was stored before anybody looked for words, with these offers in place of its own; all have a place. */
  const mit = (alle: Partial<Datensatz>[], begriffe: Partial<Begriffe> = {}): Dateien => {
    const roh = JSON.parse(kopie()) as AngeboteDatei;
    for (const [wo, worte] of Object.entries(begriffe))
      Object.assign(roh.begriffe[wo as keyof Begriffe], worte);
    const { kontakt: _, ...muster } = eines(roh, 'rechtsrat');
    roh.angebote = alle.map((felder, i) => ({
      ...muster,
      id: `a-${i}`,
      titel: `Rat ${'ABCDEF'[i]}`,
      orte: [geheim],
      ...felder,
    }));
    return { ...mitNachbar(JSON.stringify(roh)), 'vokabular/angebotsarten.yaml': vokabular };
  };
  const ohneOrt = { vertraulich: true, orte: [], schnellVerlassen: true };

  test.each([
    ['Frauenhaus'],
    ['FRAUENHAUS'],
    ['Frauenhäuser und Schutzwohnungen'],
    ['Schutzunterkünfte'],
    ['Frauenschutzhaus'],
    ['Frauen-Haus'],
    ['Women’s Shelter'],
    ['KADIN SIĞINMA EVİ'],
  ])('by a kind, a term or a title „%s“', (name) => {
    const dateien = mit(
      [
        { angebotsart: 'eigene' },
        { thema: ['eigenes'] },
        { zielgruppen: ['eigene'] },
        { titel: `${name} am Fluss` },
        { anbieter_name: `Verein ${name}` },
        { suchwoerter: { de: [name] } },
      ],
      {
        angebotsarten: { eigene: name },
        themen: { eigenes: name },
        zielgruppen: { eigene: name },
      },
    );
    const [nachbar] = nachbarn(dateien);
    expect(nachbar!.angebote).toMatchObject(Array.from({ length: 6 }, () => ohneOrt));
    expect(JSON.stringify(nachbar)).not.toMatch(/Geheim|50\.9\b/);
  });

  test('by the title of a translation', () => {
    const felder = { titel: { text: 'Women’s shelter', veraltet: false } };
    const uebersetzungen = { en: { art: 'mensch', geprueft: true, felder } } as const;
    expect([...angebote(mit([{ uebersetzungen }])).values()]).toMatchObject([ohneOrt]);
  });

  test('by the number or the address of a shelter of ours, or of a provider of nothing else', () => {
    const { katalog } = lies({
      ...mit(
        [
          { telefon: '+492214710196' },
          { telefon: '02214710196' },
          { email: 'Zuflucht@Beispielverein.de' },
          { email: 'nur@unterkunft.de' },
        ].map((wege) => ({ kontakt: { ...wege, vom_anbieter: false } })),
      ),
      'angebote/eigene-unterkunft.md': angebot({
        titel: 'Sicherer Platz',
        angebotsart: 'schutzunterkunft',
        orte: null,
        telefon: '"0221 4710196"',
        email: 'zuflucht@beispielverein.de',
        web: null,
      }),
      'anbieter/nur-unterkunft.yaml': 'name: Verein für sichere Plätze\nemail: nur@unterkunft.de\n',
      'angebote/andere-unterkunft.md': angebot({
        titel: 'Anderer Platz',
        anbieter: 'nur-unterkunft',
        angebotsart: 'schutzunterkunft',
        orte: null,
        telefon: null,
        email: null,
        web: null,
      }),
    });
    expect(katalog!.angebote.get('andere-unterkunft')).toMatchObject({ vertraulich: true });
    expect(katalog!.nachbarn[0]!.angebote).toMatchObject(Array.from({ length: 4 }, () => ohneOrt));
  });

  test('but not by a word that is ours and open, nor by a number that has open offers, too', () => {
    const offene = mit(
      [
        {
          thema: ['gewaltschutz', 'anders'],
          kontakt: { email: 'kontakt@beispielverein.example', vom_anbieter: false },
        },
      ],
      { themen: { gewaltschutz: 'Schutz vor Gewalt', anders: 'Schutz vor Gewalt' } },
    );
    expect([...angebote(offene).values()]).toMatchObject([
      { vertraulich: false, orte: [{ strasse: 'Geheimweg 7' }] },
    ]);
  });

  test('and is not named where something else is wrong with it', () => {
    const dateien = mit([{ titel: 'Frauenhaus Geheimweg', status: '?' as never }]);
    const fehler = lies(dateien).fehlerZu('verbund/nachbarkreis.json');
    expect(fehler).toHaveLength(1);
    expect(JSON.stringify(fehler)).not.toMatch(/Geheimweg/);
  });
});

describe('a confidential offer that tells its place in a text is left out, unnamed', () => {
  const strasse = 'Geheimweg 7, 54901 Geheimstadt';
  const uebersetzt = (felder: Record<string, string>) => ({
    uebersetzungen: {
      ar: {
        art: 'mensch',
        geprueft: true,
        felder: Object.fromEntries(
          Object.entries(felder).map(([feld, text]) => [feld, { text, veraltet: false }]),
        ),
      },
    },
  });
  test.each([
    ['description', { text: `Sie finden uns im ${strasse}.` }],
    ['description with marks', { text: 'Sie finden uns im Geheim**weg** 7.' }],
    ['summary', { kurz: strasse }],
    ['notice', { hinweis: { text: strasse } }],
    ['provider', { anbieter_name: `Frauenhaus ${strasse}` }],
    ['translation', uebersetzt({ kurz: strasse })],
    ['translation, in Arabic', uebersetzt({ kurz: 'شارع السر ٧' })],
    ['number of a translation', uebersetzt({ kurz: 'Geheim 54901' })],
    ['name of a field', uebersetzt({ [strasse]: 'x' })],
  ])('its %s', (_, felder) => {
    const roh = JSON.parse(angeboteJson()) as AngeboteDatei;
    Object.assign(eines(roh, 'zuflucht'), felder);
    const bytes = new TextEncoder().encode(JSON.stringify(roh));
    const gelesen = liesNachbar(NACHBAR, bytes, { geholt_am: STICHTAG, adresse: 'x' }, UNSERE);
    if ('einwand' in gelesen) throw new Error(gelesen.einwand);
    expect(gelesen.angebote).toHaveLength(7);
    expect(gelesen.einwaende).toEqual([
      {
        angebot: expect.stringMatching(/^Nummer \d$/) as string,
        einwand:
          'Es ist vertraulich (Schutzunterkunft) oder klingt so, und darin steht etwas, das wie eine Anschrift aussieht.',
      },
    ]);
    expect(formatKopie(gelesen)).not.toMatch(/Geheim|شارع/);
  });

  test.each([
    ['street', 'Im Winkel 12'],
    ['street without its number', 'IM  WINKEL'],
    ['house', 'das **Haus** Sonnenschein'],
    ['stop', 'Steigen Sie an der Lindenmühle aus'],
  ])('its own %s, which does not look like one', (_, text) => {
    const roh = JSON.parse(kopie()) as AngeboteDatei;
    Object.assign(eines(roh, 'zuflucht'), {
      text,
      orte: [{ name: 'Haus Sonnenschein', strasse: 'Im Winkel 12', haltestelle: 'Lindenmühle' }],
    });
    const { katalog, fehlerZu } = lies(mitNachbar(JSON.stringify(roh)));
    expect(katalog!.nachbarn[0]!.angebote).toHaveLength(6);
    expect(fehlerZu('verbund/nachbarkreis.json')).toMatchObject([
      { meldung: expect.stringMatching(/vertraulich/) as string },
    ]);
  });

  test('also where something else is wrong with it', () => {
    const roh = JSON.parse(kopie()) as AngeboteDatei;
    Object.assign(eines(roh, 'zuflucht'), { titel: strasse, status: '?' });
    const fehler = lies(mitNachbar(JSON.stringify(roh))).fehlerZu('verbund/nachbarkreis.json');
    expect(fehler).toMatchObject([
      { meldung: expect.stringMatching(/„zuflucht“ .*„status“/) as string },
    ]);
    expect(JSON.stringify(fehler)).not.toMatch(/geheim/i);
  });

  test('but where it only names its source, that alone', () => {
    const text = kopie(NACHBAR, (datei) => {
      const quelle = { name: 'Liste der Geheimstraße' };
      Object.assign(eines(datei, 'zuflucht'), { quelle, externe_ids: { osm: 'Geheim 54901' } });
    });
    expect(text).not.toMatch(/Geheim/);
    expect(angebote(mitNachbar(text)).has('nachbarkreis~zuflucht')).toBe(true);
  });
});

describe('what somebody sends who means harm', () => {
  test.each([
    ['a page elsewhere', { seite: 'https://boese.example/wegweiser/angebote/x/' }],
    ['a page beside the portal', { seite: 'https://nachbar.example/wegweiser/../x/' }],
    ['a page with a name in front', { seite: 'https://nachbar.example@boese.example/wegweiser/' }],
    ['a script for a page', { seite: 'javascript:alert(1)' }],
    ['an id that leads elsewhere', { id: '../../x' }],
    ['a text without end', { titel: 'x'.repeat(121) }],
    ['a title that turns around', { titel: 'Kurs \u202egnp.exe' }],
    ['a title that nobody sees', { titel: '\u00ad \u200f' }],
    ['a control character', { kurz: 'Kurs\u0007' }],
    ['a number that is none', { kontakt: { telefon: '110;ext=1', vom_anbieter: false } }],
    ['a place that is none', { orte: [{ lat: 999, lon: 0 }] }],
    ['a language that is none', { sprachen: [{ code: 'de-aa-bb', art: 'direkt' }] }],
    ['a text that the parser crashes on', { text: '>'.repeat(20_000) }],
    ['a text that the parser takes long for', { text: '_a*'.repeat(6600) }],
    [
      'a translation that the parser crashes on',
      {
        uebersetzungen: {
          ar: {
            art: 'mensch',
            geprueft: true,
            felder: { text: { text: '>'.repeat(20_000), veraltet: false } },
          },
        },
      },
    ],
  ])('%s: the offer is left out, the others remain', (_, felder) => {
    const roh = JSON.parse(kopie()) as AngeboteDatei;
    Object.assign(eines(roh, 'rechtsrat'), felder);
    const { katalog, fehlerZu } = lies(mitNachbar(JSON.stringify(roh)));
    const titel = katalog!.nachbarn[0]!.angebote.map((angebot) => angebot.id);
    expect(titel).toHaveLength(6);
    expect(titel).not.toContain('nachbarkreis~rechtsrat');
    expect(fehlerZu('verbund/nachbarkreis.json')).toMatchObject([
      { tipp: 'Bitte neu holen: npm run verbund -- holen nachbarkreis' },
    ]);
  });

  test('protection in brackets without end: only that offer is left out', () => {
    const roh = kopie(NACHBAR, (datei) => delete eines(datei, 'rechtsrat').schutz);
    const tief = '['.repeat(100_000) + ']'.repeat(100_000);
    const text = roh.replace('"id":"rechtsrat"', `"id":"rechtsrat","schutz":${tief}`);
    expect(text).not.toBe(roh);
    const { katalog, fehlerZu } = lies(mitNachbar(text));
    expect(katalog!.nachbarn[0]!.angebote).toHaveLength(6);
    expect(fehlerZu('verbund/nachbarkreis.json')).toMatchObject([
      { meldung: expect.stringMatching(/^Das Angebot „rechtsrat“ .*schutz/) as string },
    ]);
  });

  test('translations by the thousand, each short enough: the offer is left out', () => {
    const text = kopie(NACHBAR, (datei) => {
      const felder = { text: { text: 'Weg '.repeat(4000), veraltet: false } };
      eines(datei, 'rechtsrat').uebersetzungen = Object.fromEntries(
        Array.from({ length: 100 }, (_, i) => [
          `x-${i}`,
          { art: 'mensch', geprueft: true, felder },
        ]),
      );
    });
    expect(angebote(mitNachbar(text)).has('nachbarkreis~rechtsrat')).toBe(false);
    const roh = JSON.parse(kopie()) as AngeboteDatei;
    eines(roh, 'rechtsrat').uebersetzungen = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [
        `x-${i}`,
        { art: 'mensch', geprueft: true, felder: {} },
      ]),
    );
    expect(
      lies(mitNachbar(JSON.stringify(roh))).fehlerZu('verbund/nachbarkreis.json'),
    ).toMatchObject([{ meldung: expect.stringMatching(/Rechtsrat.* Text ist zu lang/) as string }]);
  });

  test.each([
    ['telefon', '+499001234567'],
    ['telefon', '+497001234567'],
    ['web', 'https://www.sparkasse.de@evil.de/'],
    ['email', 'info@drucker.local'],
  ])('a contact that ours could not have, %s %s: that alone is left out', (feld, wert) => {
    const kontakt = {
      telefon: '+492214710123',
      email: 'rat@nachbar.de',
      web: 'https://nachbar.de/',
      vom_anbieter: false,
    };
    const text = kopie(NACHBAR, (datei) => {
      eines(datei, 'rechtsrat').kontakt = { ...kontakt, [feld]: wert };
    });
    const { vom_anbieter: vomAnbieter, ...wege } = kontakt;
    expect(angebote(mitNachbar(text)).get('nachbarkreis~rechtsrat')!.kontakt).toEqual({
      ...Object.fromEntries(Object.entries(wege).filter(([name]) => name !== feld)),
      vomAnbieter,
    });
  });

  test('words that every object has: they are nobody’s', () => {
    const worte = Object.getOwnPropertyNames(Object.prototype);
    const text = kopie(NACHBAR, (datei) => {
      const muster = eines(datei, 'rechtsrat');
      datei.angebote = worte.map((wort, i) => ({
        ...muster,
        id: `wort-${i}`,
        titel: `Angebot ${wort}`,
        angebotsart: wort,
        thema: [wort],
        zielgruppen: [wort],
        einzugsgebiet: [wort],
        orte: [{ kommune: wort }],
      }));
      // Ids are in lower case: most are refused for that alone.
      expect(worte).toContain('constructor');
    });
    const alle = [...angebote(mitNachbar(text)).values()];
    expect(alle.map(({ titel }) => titel)).toEqual(['Angebot constructor']);
    expect(alle[0]!.herkunft).toMatchObject({ art: 'constructor', worte: [] });
    expect(alle[0]!.herkunft!.wo).toBeUndefined();
    expect(alle[0]!.orte).toEqual([{ ungefaehr: true }]);
  });

  test('in many offers: some are named, the others counted', () => {
    const text = kopie().replaceAll('"status":"aktiv"', '"status":"?"');
    const fehler = lies(mitNachbar(text)).fehlerZu('verbund/nachbarkreis.json');
    expect(fehler).toHaveLength(6);
    expect(fehler.at(0)!.meldung).toBe(
      'Das Angebot „Deutschkurs am Fluss“ (deutschkurs-am-fluss) taugt nicht: Das Feld „status“ fehlt oder hat nicht die vorgesehene Form.',
    );
    expect(fehler.at(-1)!.meldung).toBe('Weitere 3 Angebote taugen nicht.');
  });

  test.each([
    ['no JSON', '{'],
    ['something else', '{"angebote": []}'],
    [
      'a licence that is a script',
      kopie().replace('https://creativecommons.org', 'javascript:x//'),
    ],
    [
      'a name that turns around',
      kopie().replace('"name": "Nachbarkreis"', '"name": "\\u202eNachbar"'),
    ],
  ])('a file with %s is refused as a whole', (_, text) => {
    const { katalog, fehlerZu } = lies(mitNachbar(text));
    expect(katalog!.nachbarn).toEqual([]);
    expect(fehlerZu('verbund/nachbarkreis.json')).toHaveLength(1);
  });

  test('a page is the neighbour’s own only below its portal, or on the server of its file', () => {
    const hsds = {
      ...NACHBAR,
      url: 'https://daten.example/hsds/services.json',
      form: 'hsds' as const,
    };
    expect(eigeneSeite(hsds, 'https://daten.example/angebot/1')).toBeDefined();
    expect(eigeneSeite(hsds, 'https://anders.example/angebot/1')).toBeUndefined();
    const ohne = { ...NACHBAR, url: 'https://nachbar.example/wegweiser' };
    expect(eigeneSeite(ohne, 'https://nachbar.example/wegweiser-falsch/x')).toBeUndefined();
    expect(eigeneSeite(ohne, 'http://nachbar.example/wegweiser/x')).toBeUndefined();
  });
});

describe('what is offered twice is shown once', () => {
  const titel = (dateien: Dateien) =>
    [...angebote(dateien).values()].map((angebot) => angebot.titel);

  test('also where the neighbour writes the number as one dials it at home', () => {
    const national = kopie(NACHBAR, (datei) =>
      Object.assign(eines(datei, 'infotelefon').kontakt!, { telefon: '02214710102' }),
    );
    expect(titel(mitNachbar(national))).not.toContain('Infotelefon für ganz Deutschland');
    // So it is stored, and shown.
    expect(national).not.toContain('"02214710102"');
  });

  test('but under the same number in another place it is another', () => {
    const anderswo = kopie(NACHBAR, (datei) =>
      Object.assign(eines(datei, 'infotelefon'), { titel: 'Andere Hilfe am Telefon' }),
    );
    expect(titel(mitNachbar(anderswo))).toContain('Andere Hilfe am Telefon');
  });

  const zweiter = { ...NACHBAR, id: 'zweiter', url: 'https://zweiter.example/' };
  const beide = (erste: string, zweite: string) => ({
    'portal.yaml': portalMit(NACHBAR, zweiter),
    'verbund/nachbarkreis.json': erste,
    'verbund/zweiter.json': zweite,
  });

  test('also among neighbours, where the first counts', () => {
    const [erster, anderer] = nachbarn(
      beide(
        kopie(),
        kopie(zweiter, (datei) => {
          delete eines(datei, 'rechtsrat').kontakt;
        }),
      ),
    );
    expect(erster!.angebote).toHaveLength(7);
    // Without a contact, nothing says that it is the same.
    expect(anderer!.angebote.map(({ id }) => id)).toEqual(['zweiter~rechtsrat']);
  });

  test('and nobody makes the offers of another disappear by copying their ids', () => {
    const falle = kopie(NACHBAR, ({ angebote: alle }) => {
      for (const [i, angebot] of alle.entries()) {
        angebot.titel = `Falle ${'ABCDEFGHIJ'[i]}`;
        delete angebot.kontakt;
      }
    });
    const [erster, anderer] = nachbarn(beide(falle, kopie(zweiter)));
    expect(erster!.angebote).toHaveLength(8);
    expect(anderer!.angebote).toHaveLength(7);
  });
});

describe('nothing of a neighbour is ours', () => {
  const ohne = lies().katalog!;
  const { katalog } = lies(mitNachbar());

  test('not in what we publish', () => {
    expect(offeneDaten(katalog!)).toEqual(offeneDaten(ohne));
  });

  test('not in what we count', () => {
    expect(createBericht(katalog!)).toEqual(createBericht(ohne));
    expect([...katalog!.angebote.keys()]).toEqual([...ohne.angebote.keys()]);
  });
});

describe('the reader says', () => {
  const zuPortal = (dateien: Dateien, stichtag?: string) =>
    lies(dateien, stichtag)
      .befundeZu('portal.yaml')
      .filter(({ regel }) => regel === 'verbund')
      .map(({ stufe, zeile, meldung, tipp }) => `${stufe} ${zeile > 1} ${meldung} ${tipp}`);

  test('nothing where all is well', () => {
    expect(zuPortal(mitNachbar())).toEqual([]);
    expect(lies(mitNachbar()).fehlerZu()).toEqual([]);
  });

  test('that nothing was fetched', () => {
    expect(zuPortal({ 'portal.yaml': portalMit(NACHBAR) })).toEqual([
      'hinweis true Von „nachbarkreis“ ist noch nichts geholt; seine Angebote erscheinen nicht. Bitte holen: npm run verbund -- holen nachbarkreis',
    ]);
  });

  test('that a copy is old, after thirty days', () => {
    expect(zuPortal(mitNachbar(), '2026-12-20')).toEqual([]);
    expect(zuPortal(mitNachbar(), '2026-12-21')).toEqual([
      expect.stringMatching(/^hinweis true .* vor 31 Tagen geholt; .*holen nachbarkreis$/),
    ]);
  });

  test('that nobody asked for a file, and does not show it', () => {
    const gelesen = lies({ 'verbund/fremd.json': kopie() });
    expect(gelesen.katalog!.nachbarn).toEqual([]);
    expect(gelesen.befundeZu('verbund/fremd.json')).toMatchObject([
      { stufe: 'warnung', regel: 'verbund' },
    ]);
  });

  test('that a portal is its own neighbour', () => {
    const selbst = { id: 'wir', url: 'https://www.muster.example/integration' };
    expect(zuPortal({ 'portal.yaml': portalMit(selbst) })).toEqual([
      expect.stringMatching(/^fehler true „wir“ ist dieses Portal selbst/),
    ]);
  });

  test.each(['Musterkreis', 'Wegweiser Musterkreis', 'MUSTERKREIS'])(
    'that a neighbour cannot be called „%s“ as we are',
    (name) => {
      expect(zuPortal(mitNachbar(kopie(), { ...NACHBAR, name }))).toEqual([
        expect.stringMatching(/^fehler true Der Nachbar nennt sich „.*“ wie wir/),
      ]);
      // By itself, too; unless we call it something else.
      const selbst = kopie(NACHBAR, ({ portal }) => (portal.kreis = name));
      expect(zuPortal(mitNachbar(selbst))).toHaveLength(1);
      expect(zuPortal(mitNachbar(selbst, { ...NACHBAR, name: 'Nachbarkreis' }))).toEqual([]);
    },
  );

  test.each([
    [{ id: 'Nachbar Kreis', url: NACHBAR.url }, 'verbund[0].id'],
    [{ id: 'n', url: 'http://nachbar.example/' }, 'verbund[0].url'],
    [{ id: 'n', url: 'https://nachbar.example/seite.html?x=1' }, 'verbund[0].url'],
    [{ id: 'n', url: 'javascript:alert(1)' }, 'verbund[0].url'],
    [{ id: 'n', url: NACHBAR.url, form: 'xml' }, 'verbund[0].form'],
    [{ id: 'n', url: NACHBAR.url, form: 'hsds' }, 'verbund[0].name'],
    [{ id: 'n', url: NACHBAR.url, adresse: 'x' }, 'verbund[0].adresse'],
  ])('that %j cannot be', (nachbar, feld) => {
    const felder = lies({ 'portal.yaml': portalMit(nachbar as never) })
      .fehlerZu('portal.yaml')
      .map((befund) => befund.feld);
    expect(felder).toEqual([feld]);
  });

  test('that two neighbours have one name', () => {
    expect(
      lies({ 'portal.yaml': portalMit(NACHBAR, NACHBAR) }).fehlerZu('portal.yaml'),
    ).toMatchObject([{ meldung: '„nachbarkreis“ steht doppelt in der Liste.' }]);
  });
});
