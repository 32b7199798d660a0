/** Projects: what an editor may write, and what the check answers. */
import { describe, expect, test } from 'vitest';
import type { Befund } from '../../src/domain/befund.ts';
import { lies, projekt } from '../lib/inhalt.ts';

const pruefe = (felder: Record<string, string | null>, text?: string) =>
  lies({ 'projekte/x.md': projekt(felder, text) });

/** Tests files of projects, all read at once; a test gets its own with the findings. */
function faelle<T extends readonly unknown[]>(
  liste: readonly T[],
  datei: (fall: T) => string,
  teste: (fall: T, befunde: Befund[], zeilen: string[]) => void,
): void {
  const pfad = (i: number) => `projekte/fall-${i}.md`;
  const dateien = liste.map((fall, i): [string, string] => [pfad(i), datei(fall)]);
  const { befundeZu } = lies(Object.fromEntries(dateien));
  test.for(liste.map((fall, i) => ({ name: String(fall[0]), fall, i })))('$name', ({ fall, i }) =>
    teste(fall, befundeZu(pfad(i)), dateien[i]![1].split('\n')),
  );
}

test('the smallest project is read, and what its text does not say is known to be unknown', () => {
  const { katalog, befundeZu } = pruefe({});
  expect(befundeZu('projekte/x.md')).toEqual([]);
  expect(katalog!.projekte.get('x')).toMatchObject({
    kommunen: ['probeburg'],
    unbekannt: ['Ausgangslage', 'Ergebnis', 'Aufwand', 'Übertragbarkeit'],
  });
});

test('projects are no offers: not counted, not listed', () => {
  const { katalog } = pruefe({});
  const ohne = lies().katalog!;
  expect(katalog!.projekte.size).toBe(ohne.projekte.size + 1);
  expect([...katalog!.angebote.keys()]).toEqual([...ohne.angebote.keys()]);
});

test('a project without a text is allowed: then nothing is known', () => {
  const { katalog, fehlerZu } = pruefe({}, '');
  expect(fehlerZu('projekte/x.md')).toEqual([]);
  expect(katalog!.projekte.get('x')!.unbekannt).toHaveLength(5);
});

describe('refused', () =>
  faelle<[was: string, felder: Record<string, string | null>, feld: string, hilfe: RegExp]>(
    [
      ['no short text', { kurz: null }, 'kurz', /Pflichtfeld „kurz“ fehlt/],
      [
        'a Kommune that is none',
        { kommunen: '[probeborg]' },
        'kommunen[0]',
        /Meinten Sie „probeburg“/,
      ],
      [
        'a misspelt kreisweit',
        { kommunen: 'kreisweitt' },
        'kommunen[0]',
        /Meinten Sie „kreisweit“/,
      ],
      ['a provider that is none', { anbieter: '[verein]' }, 'anbieter[0]', /Ordner „anbieter“/],
      ['a Thema that is none', { thema: '[famillie]' }, 'thema[0]', /Meinten Sie „familie“/],
      ['a group that is none', { zielgruppen: '[manner]' }, 'zielgruppen[0]', /Bekannt sind/],
      ['an offer that is none', { angebote: '[gibt-es-nicht]' }, 'angebote[0]', /gibt es nicht/],
      ['a status of its own', { status: 'beendet' }, 'status', /laeuft, abgeschlossen, verstetigt/],
      ['a month in words', { zeitraum: '{ von: Mai 2024 }' }, 'zeitraum.von', /2026-11/],
      ['a month that is none', { zeitraum: '{ von: 2024-13 }' }, 'zeitraum.von', /kein Monat/],
      ['a day too much', { zeitraum: '{ von: 2024-02-30 }' }, 'zeitraum.von', /kein Tag/],
      [
        'the end before its beginning',
        { zeitraum: '{ von: 2024-05, bis: 2023 }' },
        'zeitraum.bis',
        /vor seinem Beginn/,
      ],
      ['a check in the future', { geprueft_am: '2027-01-01' }, 'geprueft_am', /Zukunft/],
      [
        'two contacts',
        { kontakt: '{ angebot: migrationsberatung, anbieter: beispielverein }' },
        'kontakt.anbieter',
        /nur von einem/,
      ],
      [
        'a number beside a reference',
        { kontakt: '{ anbieter: beispielverein, telefon: "0221 4710123" }' },
        'kontakt.telefon',
        /nur an einer Stelle/,
      ],
      [
        'an office nobody reaches',
        { kontakt: '{ stelle: Fachbereich }' },
        'kontakt.stelle',
        /so erreicht sie niemand/,
      ],
      [
        'a number without an office',
        { kontakt: '{ telefon: "0221 4710123" }' },
        'kontakt',
        /„stelle“/,
      ],
      [
        'a person',
        { kontakt: '{ stelle: Frau Muster, email: x@verein.example }' },
        'kontakt.stelle',
        /nur die Funktion/,
      ],
      ['an account', { kurz: 'Spenden an DE89370400440532013000.' }, 'kurz', /Kontonummer/],
      [
        'letters of two scripts',
        { kontakt: '{ stelle: Büro, web: https://bеispiel.de }' },
        'kontakt.web',
        /mischt Buchstaben/,
      ],
      [
        'a source that deceives',
        { quelle: '{ name: bank.de, url: https://verein.example }' },
        'quelle.name',
        /führt aber zu/,
      ],
      ['a field that does not exist', { ergebnis: 'gut' }, 'ergebnis', /gibt es hier nicht/],
    ],
    ([, felder]) => projekt(felder),
    ([, felder, feld, hilfe], befunde, zeilen) => {
      expect(befunde).toEqual([expect.objectContaining({ feld, stufe: 'fehler' })]);
      const [{ meldung, tipp = '', zeile }] = befunde as [Befund];
      expect(`${meldung} ${tipp}`).toMatch(hilfe);
      const genannt = feld.split(/[.[]/)[0]!;
      if (felder[genannt]) expect(zeilen[zeile - 1]).toContain(genannt);
    },
  ));

describe('refused in the text', () => {
  faelle<[was: string, text: string, zeile: string, hilfe: RegExp]>(
    [
      ['a misspelt heading', '## Ergebniss\n\nGut.', '## Ergebniss', /Meinten Sie „Ergebnis“/],
      [
        'a heading of its own',
        '## Vorgehen\n\nSo.\n\n## Dank\n\nDanke.',
        '## Dank',
        /Bekannt sind/,
      ],
      [
        'words before the first heading',
        'Es war gut.\n\n## Ergebnis\n\nGut.',
        'Es war',
        /ohne Überschrift/,
      ],
      ['a heading twice', '## Ergebnis\n\nA\n\n## Ergebnis\n\nB', '## Ergebnis', /doppelt/],
      [
        'a heading with nothing below',
        '## Vorgehen\n\n## Ergebnis\n\nGut.',
        '## Vorgehen',
        /steht nichts/,
      ],
      ['HTML', '## Ergebnis\n\n<script>alert(1)</script>', '<script>', /HTML/],
      [
        'a link that is none',
        '## Ergebnis\n\n[hier](javascript:alert(1))',
        '[hier]',
        /nicht erlaubt/,
      ],
      ['an account', '## Aufwand\n\nDE89 3704 0044 0532 0130 00', 'DE89', /Kontonummer/],
      [
        'an account in marks',
        '## Aufwand\n\nDE89 **3704** 0044 0532 0130 00',
        'DE89',
        /Kontonummer/,
      ],
    ],
    ([, text]) => projekt({}, text),
    ([, , genannt, hilfe], befunde, zeilen) => {
      expect(befunde).toEqual([expect.objectContaining({ stufe: 'fehler' })]);
      const [{ meldung, tipp, zeile }] = befunde as [Befund];
      expect(`${meldung} ${tipp}`).toMatch(hilfe);
      expect(zeilen[zeile - 1]).toContain(genannt);
    },
  );

  test('headings below those of the list are free', () => {
    expect(pruefe({}, '## Ergebnis\n\n### Zahlen\n\n12').fehlerZu('projekte/x.md')).toEqual([]);
  });
});

describe('warned of', () =>
  faelle<[was: string, felder: Record<string, string>, feld: string]>(
    [
      [
        'running, though its time is over',
        { status: 'laeuft', zeitraum: '{ bis: 2026-10 }' },
        'status',
      ],
      [
        'a number that stands elsewhere',
        { kontakt: '{ stelle: Büro, telefon: "0221 4710123" }' },
        'kontakt.telefon',
      ],
      [
        'a contact of an offer that has ended',
        { kontakt: '{ angebot: fahrdienst }' },
        'kontakt.angebot',
      ],
      ['a person in a text', { kurz: 'Herr Muster gärtnert.' }, 'kurz'],
    ],
    ([, felder]) => projekt(felder),
    ([, , feld], befunde) => expect(befunde).toMatchObject([{ feld, stufe: 'warnung' }]),
  ));

describe('fine', () =>
  faelle<[was: string, felder: Record<string, string>]>(
    [
      ['running this year', { status: 'laeuft', zeitraum: '{ von: 2024, bis: 2026 }' }],
      ['running this month', { status: 'laeuft', zeitraum: '{ bis: 2026-11 }' }],
      ['a year that ends where a day begins', { zeitraum: '{ von: 2024-05-01, bis: 2024 }' }],
      ['the whole Kreis', { kommunen: 'kreisweit' }],
      ['women who are no person', { kurz: 'Frauen und Kinder, auch bei Frau und Beruf.' }],
    ],
    ([, felder]) => projekt(felder),
    (_fall, befunde) => expect(befunde).toEqual([]),
  ));

test('an offer that has ended is no longer named', () => {
  expect(pruefe({ angebote: '[fahrdienst]' }).befundeZu('projekte/x.md')).toMatchObject([
    { feld: 'angebote[0]', stufe: 'hinweis' },
  ]);
});
