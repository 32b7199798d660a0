/** Which offers are listed, which go to the archive, and where ended ones lead. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  angebot,
  type Dateien,
  lies,
  mitArchivNach,
  MUSTERKREIS,
  OHNE_ANGEBOTE,
} from '../lib/inhalt.ts';

type Felder = Record<string, string | null>;

/** The Musterkreis with only these offers. */
function mit(angebote: Record<string, Felder>, dateien: Dateien = {}, stichtag?: string) {
  const eigene = Object.entries(angebote).map(
    ([id, felder]) => [`angebote/${id}.md`, angebot(felder)] as const,
  );
  return lies({ ...OHNE_ANGEBOTE, ...dateien, ...Object.fromEntries(eigene) }, stichtag);
}

const arten = readFileSync(`${MUSTERKREIS}/vokabular/angebotsarten.yaml`, 'utf8');
/** Checked longer ago than three intervals of 180 days. */
const SEHR_ALT = { geprueft_am: '2025-01-01' };
const befunde = (gelesen: ReturnType<typeof mit>, regel: string) =>
  gelesen.befunde.filter((befund) => befund.regel === regel);

describe('what nobody has checked for very long', () => {
  test('leaves the offers for the archive', () => {
    const { katalog } = mit({ alt: SEHR_ALT, neu: {} });
    expect([...katalog!.angebote.keys()]).toEqual(['neu']);
    expect([...katalog!.archiv.keys()]).toEqual(['alt']);
  });

  test('is announced before, with the day, and said afterwards', () => {
    const vorher = mit({ x: SEHR_ALT }, {}, '2026-06-25');
    const [befund] = befunde(vorher, 'archiv');
    expect(vorher.katalog!.angebote.has('x')).toBe(true);
    expect(befund).toMatchObject({ stufe: 'hinweis', feld: 'geprueft_am', datei: 'angebote/x.md' });
    expect(befund!.meldung).toContain('wird am 2026-06-26 ins Archiv verschoben');
    const danach = mit({ x: SEHR_ALT, y: {}, z: {} }, {}, '2026-06-26');
    expect(danach.katalog!.archiv.has('x')).toBe(true);
    expect(befunde(danach, 'archiv').map(({ stufe, meldung }) => [stufe, meldung])).toEqual([
      ['hinweis', expect.stringContaining('steht seit dem 2026-06-26 im Archiv')],
    ]);
  });

  test('is not announced for an offer that ends before', () => {
    const endet = { ...SEHR_ALT, gueltig_bis: '2026-06-20' };
    expect(befunde(mit({ x: endet }, {}, '2026-06-01'), 'archiv')).toEqual([]);
  });

  test('stays where the Kreis says „nie“, without a word', () => {
    const gelesen = mit({ x: SEHR_ALT }, mitArchivNach('nie'));
    expect(gelesen.katalog!.angebote.has('x')).toBe(true);
    expect(befunde(gelesen, 'archiv')).toEqual([]);
  });

  test('stays where nobody knows how old it is, and an ended one stays ended', () => {
    const { katalog } = mit({
      x: { geprueft_am: 'unbekannt' },
      y: { ...SEHR_ALT, status: 'beendet' },
    });
    expect([...katalog!.angebote.keys()]).toEqual(['x']);
    expect([...katalog!.beendete.keys()]).toEqual(['y']);
  });

  test('goes after two intervals where portal.yaml says nothing', () => {
    const portal = readFileSync(`${MUSTERKREIS}/portal.yaml`, 'utf8');
    const ohne = { 'portal.yaml': portal.replace(/^archiv_nach: .*\n/m, '') };
    const angebote = { x: { geprueft_am: '2025-11-01' } };
    expect(mit(angebote).katalog!.archiv.size).toBe(0);
    expect(mit(angebote, ohne).katalog!.archiv.size).toBe(1);
  });

  test('is a warning at portal.yaml where it would empty the portal', () => {
    const viele = mit({ x: SEHR_ALT, y: SEHR_ALT, z: {} });
    expect(befunde(viele, 'archiv')).toContainEqual(
      expect.objectContaining({
        stufe: 'warnung',
        datei: 'portal.yaml',
        feld: 'archiv_nach',
        meldung: expect.stringContaining('2 von 3 Angeboten'),
      }),
    );
    expect(
      befunde(mit({ w: {}, x: SEHR_ALT, y: {}, z: {} }), 'archiv').map(({ stufe }) => stufe),
    ).toEqual(['hinweis']);
  });

  test.each(['1', '0', '-2', 'nein', 'niemals', '2,5', '2.55', '21'])(
    'archiv_nach: %s is refused with what is possible',
    (wert) => {
      const [befund, ...mehr] = mit({}, mitArchivNach(wert)).fehlerZu();
      expect(befund).toMatchObject({ datei: 'portal.yaml', feld: 'archiv_nach' });
      expect(befund!.tipp).toContain('Möglich ist auch „nie“');
      expect(mehr).toEqual([]);
    },
  );
});

describe('what somebody in danger may need', () => {
  const faelle: [string, Felder, Dateien?][] = [
    ['a confidential offer', { schutz: '[vertraulich]', orte: null }],
    ['advice for people who are watched', { schutz: '[schnell-verlassen]' }],
    ['a shelter by its kind', { angebotsart: 'schutzunterkunft', orte: null }],
    ['an emergency number of the portal', { telefon: '"116 016"' }, notruf('"116 016"')],
    ['such a number in another spelling', { telefon: '0221 4710177' }, notruf('+49 221 4710177')],
    ['with a zero in brackets', { telefon: '0221 4710177' }, notruf('"+49 (0)221 4710177"')],
    [
      'a kind that never goes there',
      {},
      { 'vokabular/angebotsarten.yaml': arten.replace(/^kurs:\n/m, 'kurs:\n  archiv: nein\n') },
    ],
  ];

  function notruf(nummer: string): Dateien {
    const portal = readFileSync(`${MUSTERKREIS}/portal.yaml`, 'utf8');
    return { 'portal.yaml': portal.replace('"112"', nummer) };
  }

  test.each(faelle)('%s never goes to the archive, but warns', (_was, felder, dateien) => {
    const gelesen = mit({ x: { ...SEHR_ALT, ...felder } }, dateien);
    expect(gelesen.fehlerZu()).toEqual([]);
    expect([...gelesen.katalog!.angebote.keys()]).toEqual(['x']);
    expect(befunde(gelesen, 'archiv')).toMatchObject([
      { stufe: 'warnung', feld: 'geprueft_am', tipp: expect.stringContaining('nachfragen') },
    ]);
  });

  test('warns in a Kreis without an archive, too, and where nobody knows when it was checked', () => {
    const schutz = { schutz: '[schnell-verlassen]' };
    for (const geprueft_am of ['2025-01-01', 'unbekannt']) {
      const gelesen = mit({ x: { ...schutz, geprueft_am } }, mitArchivNach('nie'));
      expect(befunde(gelesen, 'archiv').map(({ stufe }) => stufe)).toEqual(['warnung']);
    }
    expect(befunde(mit({ x: schutz }), 'archiv')).toEqual([]);
  });
});

describe('where an ended offer leads', () => {
  const beendet = { status: 'beendet' };
  const meldungen = (angebote: Record<string, Felder>) =>
    mit(angebote)
      .befunde.filter(({ feld }) => feld.startsWith('weiterleitung'))
      .map(({ stufe, datei, feld, meldung, tipp }) => [
        stufe,
        `${datei} ${feld}`,
        `${meldung} ${tipp}`,
      ]);

  test('to a living offer, or several', () => {
    expect(meldungen({ x: { ...beendet, weiterleitung: '[y, z]' }, y: {}, z: {} })).toEqual([]);
    expect(meldungen({ x: { gueltig_bis: '2027-01-01', weiterleitung: 'y' }, y: {} })).toEqual([]);
  });

  test('not to one that does not exist', () =>
    expect(meldungen({ x: { ...beendet, weiterleitung: 'kurss' }, kurs: {} })).toEqual([
      [
        'fehler',
        'angebote/x.md weiterleitung[0]',
        expect.stringMatching(/„kurss“ gibt es nicht.*Meinten Sie „kurs“/),
      ],
    ]));

  test('not to itself', () =>
    expect(meldungen({ x: { ...beendet, weiterleitung: 'x' } })).toEqual([
      ['fehler', 'angebote/x.md weiterleitung[0]', expect.stringContaining('selbst')],
    ]));

  test('to an ended one, in a circle or into the archive: a warning, for a date must not stop the build', () => {
    expect(
      meldungen({
        a: { ...beendet, weiterleitung: 'b' },
        b: { ...beendet, weiterleitung: '[a, c]' },
        c: SEHR_ALT,
      }),
    ).toEqual([
      ['warnung', 'angebote/a.md weiterleitung[0]', expect.stringContaining('„b“')],
      ['warnung', 'angebote/b.md weiterleitung[0]', expect.stringContaining('ist beendet')],
      ['warnung', 'angebote/b.md weiterleitung[1]', expect.stringContaining('im Archiv')],
    ]);
  });

  test('nowhere while it has not ended, and its editor is told', () =>
    expect(meldungen({ x: { weiterleitung: 'y' }, y: {} })).toEqual([
      ['hinweis', 'angebote/x.md weiterleitung', expect.stringContaining('erst, wenn')],
    ]));
});

describe('weiterleitungen.yaml', () => {
  const mitAlten = (zeilen: string) =>
    mit({ kurs: {}, treff: { status: 'beendet' } }, { 'weiterleitungen.yaml': zeilen });

  test('leads from ids whose file is gone to offers, ended ones included: their pages remain', () => {
    const { katalog, befundeZu } = mitAlten('alter-kurs: kurs\nalter-treff: treff\n');
    expect(befundeZu('weiterleitungen.yaml')).toEqual([]);
    expect([...katalog!.weiterleitungen]).toEqual([
      ['alter-kurs', 'kurs'],
      ['alter-treff', 'treff'],
    ]);
  });

  test.each([
    ['an offer that still has a file', 'treff: kurs', 'treff', /gibt es noch/],
    ['a target that does not exist', 'alt: kurss', 'alt', /Meinten Sie „kurs“/],
    ['a target that leads on itself', 'alt: neu\nneu: kurs', 'alt', /alt: kurs/],
    ['a chain of three', 'alt: neu\nneu: neuer\nneuer: kurs', 'alt', /alt: kurs/],
    ['a chain that ends nowhere', 'alt: neu\nneu: kurss', 'alt', /gibt es nicht\. Bekannt sind/],
    ['a circle', 'alt: neu\nneu: alt', 'alt', /gibt es nicht\. Bekannt sind/],
    ['a key that is no id', '../x: kurs', '../x', /Kennung/],
    ['two targets', 'alt: [kurs, treff]', 'alt', /./],
  ])('refuses %s', (_was, zeilen, feld, satz) => {
    const [befund] = mitAlten(`${zeilen}\n`).fehlerZu('weiterleitungen.yaml');
    expect(befund).toMatchObject({ feld: expect.stringContaining(feld) });
    expect(`${befund!.meldung} ${befund!.tipp}`).toMatch(satz);
  });
});

test.each([
  'https://github.com',
  'https://github.com/kreis',
  'http://github.com/kreis/portal',
  'https://github.com/kreis/portal?tab=x',
  'git@github.com:kreis/portal.git',
])('projekt: %s is no address of a project', (projekt) => {
  const portal = readFileSync(`${MUSTERKREIS}/portal.yaml`, 'utf8');
  const { fehlerZu } = mit(
    {},
    { 'portal.yaml': portal.replace(/^projekt: .*$/m, `projekt: "${projekt}"`) },
  );
  expect(fehlerZu()).toMatchObject([{ datei: 'portal.yaml', feld: 'projekt' }]);
});

test('a guide that names an archived offer warns: it shows the contact of the portal instead', () => {
  const gelesen = mit(
    { alt: SEHR_ALT },
    { 'seiten/rat.mdx': '---\ntitel: Rat\n---\n\n<Kontakt angebot="alt" />\n' },
  );
  expect(gelesen.befundeZu('seiten/rat.mdx')).toMatchObject([
    { stufe: 'warnung', meldung: expect.stringContaining('„alt“ ist im Archiv') },
  ]);
});
