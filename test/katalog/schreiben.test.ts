/** Writing content files: what is written is read again, and what nobody changes stays. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findContentFiles } from '../../src/katalog/content-files.ts';
import { parseDocument, parseYamlFile } from '../../src/katalog/parse-document.ts';
import {
  formatEintrag,
  ordneDatei,
  type SchreibArt,
  setzeFelder,
} from '../../src/katalog/schreiben.ts';
import { findUnsichtbaresZeichen } from '../../src/katalog/unsichtbare-zeichen.ts';
import { MUSTERKREIS } from '../lib/inhalt.ts';

const ARTEN: readonly SchreibArt[] = ['angebot', 'anbieter', 'ort', 'projekt', 'kontakte'];

/** The values of a file as the portal reads them. */
function lies(art: SchreibArt, datei: string) {
  const parse = art === 'angebot' || art === 'projekt' ? parseDocument : parseYamlFile;
  const { dokument, befunde } = parse('datei', new TextEncoder().encode(datei));
  expect(befunde).toEqual([]);
  return { daten: dokument!.daten, text: dokument!.text };
}

/** Every file of these kinds in both contents. */
const BESTAND = ['content', MUSTERKREIS].flatMap((ordner) =>
  findContentFiles(ordner).dateien.flatMap(({ art, pfad }) =>
    ARTEN.filter((eine) => eine === art).map((art) => ({
      art,
      pfad,
      datei: readFileSync(pfad, 'utf8'),
    })),
  ),
);

const KURS = `---
# Redaktion: Anschrift in der Quelle nicht genannt.
titel:   'Kurs'   # so heißt er
anbieter: beispielverein

# Das Thema steht noch nicht fest.
thema: [ sprache,beruf ]
orte:
    - ort: Musterstadt
      # an der Kirche
      lat: 50.9020
      lon: 7.1040
    # der zweite
    - ort: Probeburg
web: https://kurs.example
# Ende der Felder
---

# Überschrift

Text.
`;

describe('a new file', () => {
  test('has its fields in the order of the schema, at every depth, and no empty ones', () => {
    expect(
      formatEintrag(
        'angebot',
        {
          geprueft_am: '2026-11-01',
          web: undefined,
          zeiten: [{ bis: '12:00', von: '10:00', tage: ['mo', 'do'] }],
          orte: ['rathaus', { ort: 'Musterstadt', lat: 50.9, lon: 7.1, strasse: 'Allee 1' }],
          thema: ['sprache'],
          titel: 'Deutschkurs',
          gebaerdensprache: true,
          sprachen: [
            'de',
            { hinweis: 'nach Absprache', code: 'no' },
            { art: 'direkt', code: 'uk' },
          ],
          suchwoerter: { de: ['Sprachkurs', 'häusliche Hilfe', 'A1', 'ja/nein'] },
          telefon: '0221 4710123',
        },
        '\r\n\r\nWas man **lernt**.\r\n\r\n',
      ),
    ).toBe(`---
titel: "Deutschkurs"
thema: [sprache]
sprachen:
  - de
  - code: "no"
    hinweis: "nach Absprache"
  - { code: uk, art: direkt }
gebaerdensprache: ja
orte:
  - rathaus
  - strasse: "Allee 1"
    ort: "Musterstadt"
    lat: 50.9
    lon: 7.1
zeiten:
  - tage: [mo, do]
    von: "10:00"
    bis: "12:00"
telefon: "0221 4710123"
geprueft_am: 2026-11-01
suchwoerter:
  de: [Sprachkurs, häusliche Hilfe, A1, "ja/nein"]
---

Was man **lernt**.
`);
    expect(formatEintrag('anbieter', { art: 'verein', name: 'Beispielverein e. V.' })).toBe(
      'name: "Beispielverein e. V."\nart: verein\n',
    );
  });

  test('refuses what no field can hold', () => {
    for (const wert of [null, () => 1, Symbol('x')])
      expect(() => formatEintrag('ort', { name: wert })).toThrow(TypeError);
  });
});

describe('a changed file', () => {
  test('keeps everything else letter by letter', () => {
    expect(setzeFelder('angebot', KURS, { titel: 'Neuer Kurs', telefon: '0221 4710123' })).toBe(
      KURS.replace("titel:   'Kurs'   # so", 'titel: "Neuer Kurs" # so').replace(
        'web:',
        'telefon: "0221 4710123"\nweb:',
      ),
    );
  });

  test('keeps comments and spelling within a field where its parts stay', () => {
    const orte = (eins: object, ...weitere: object[]) => ({
      orte: [{ ort: 'Musterstadt', lat: 50.902, lon: 7.104, ...eins }, ...weitere],
    });
    const neu = setzeFelder(
      'angebot',
      KURS,
      orte({ strasse: 'Allee 1', lat: 50.9021 }, { ort: 'Probeburg' }),
    );
    expect(neu).toContain(
      'orte:\n  - strasse: "Allee 1"\n    ort: Musterstadt\n    # an der Kirche\n    lat: 50.9021\n    lon: 7.1040\n  # der zweite\n  - ort: Probeburg\n',
    );
    // A comment never moves to another place when one is taken away.
    const ohneErsten = setzeFelder('angebot', KURS, { orte: [{ ort: 'Probeburg' }] });
    expect(ohneErsten).toContain('orte:\n  # der zweite\n  - ort: Probeburg\n');
    const ohneZweiten = setzeFelder('angebot', KURS, orte({}));
    expect(ohneZweiten).toContain('# an der Kirche');
    expect(ohneZweiten).not.toContain('# der zweite');
    const verschoben = setzeFelder('angebot', KURS, {
      orte: [{ ort: 'Probeburg' }, { ort: 'Testdorf' }],
    });
    expect(verschoben).toContain(
      'orte:\n  # der zweite\n  - ort: Probeburg\n  - ort: "Testdorf"\n',
    );
  });

  test('is the same string where the values are those it has', () => {
    const { daten } = lies('angebot', KURS);
    expect(setzeFelder('angebot', KURS, daten as Record<string, unknown>)).toBe(KURS);
    expect(setzeFelder('angebot', KURS, { email: undefined })).toBe(KURS);
  });

  test('loses a field, but not the comment above it', () => {
    expect(setzeFelder('angebot', KURS, { thema: undefined })).toBe(
      KURS.replace('thema: [ sprache,beruf ]\n', ''),
    );
    expect(setzeFelder('angebot', KURS, { titel: undefined, web: undefined })).toBe(
      KURS.replace(/titel.*\n/, '').replace(/web.*\n/, ''),
    );
  });

  test('keeps byte order mark, Windows line ends and a missing last line end', () => {
    const crlf = `\ufeff${KURS.replaceAll('\n', '\r\n')}`;
    const neu = setzeFelder('angebot', crlf, {
      hinweis: { text: 'Eins\n\nZwei', bis: '2026-12-01' },
      orte: [{ ort: 'Musterstadt' }],
    });
    expect(neu.startsWith('\ufeff---\r\n')).toBe(true);
    expect(neu.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(lies('angebot', neu).daten).toMatchObject({ hinweis: { text: 'Eins\n\nZwei' } });

    expect(setzeFelder('ort', 'name: Haus\nort: Ort', { plz: '01067' })).toBe(
      'name: Haus\nplz: "01067"\nort: Ort',
    );
    expect(setzeFelder('ort', 'name: Haus\nort: Ort', { ort: 'Probeburg' })).toBe(
      'name: Haus\nort: "Probeburg"',
    );
  });

  test('may be written as its author likes', () => {
    for (const datei of [
      '---\nname: Haus\nort: Ort\n...\n',
      '"name": Haus\n\n\n\'ort\': >-\n  Ort\n',
    ]) {
      const neu = setzeFelder('ort', datei, { plz: '01067' });
      expect(lies('ort', neu).daten, datei).toEqual({ name: 'Haus', plz: '01067', ort: 'Ort' });
    }
  });

  test('is refused with a sentence where it cannot be read', () => {
    for (const [datei, satz] of [
      ['titel: Kurs\n', /Zeile 1: .*fehlt „---“/],
      ['---\ntitel: "Kurs\n---\n', /Zeile 2: /],
      ['---\ntitel: a\ntitel: b\n---\n', /Zeile 3: .*doppelt/],
      ['---\n- a\n---\n', /„name: Wert“/],
      ['---\n{ titel: Kurs }\n---\n', /„name: Wert“/],
      ['---\n  titel: Kurs\n---\n', /„name: Wert“/],
      ['---\n? titel\n: Kurs\n---\n', /„name: Wert“/],
      ['---\n---\n', /Zeile 2: .*keine Angaben/],
      ['---\ntitel: *a\n---\n', /Die Datei lässt sich nicht lesen/],
      ['', /Die Datei lässt sich nicht lesen/],
    ] as const) {
      expect(() => setzeFelder('angebot', datei, { titel: 'x' }), datei).toThrow(satz);
      expect(() => ordneDatei('angebot', datei), datei).toThrow(satz);
    }
  });
});

describe('an ordered file', () => {
  test('has its fields in the order of the schema, each with the comments above it', () => {
    const datei = `---
# Redaktion: gilt für alles

# bestätigt am Telefon
geprueft_am: 2026-11-01
zeiten:
  - bis: "12:00"
    # wirklich so früh
    von: "08:00"
    tage: [mo]
# der Name stimmt
titel: 'Kurs'
unbekannt: x
anbieter: verein
---

Text.
`;
    const geordnet = `---
# Redaktion: gilt für alles

# der Name stimmt
titel: 'Kurs'
anbieter: verein
zeiten:
  - tage: [mo]
    # wirklich so früh
    von: "08:00"
    bis: "12:00"
# bestätigt am Telefon
geprueft_am: 2026-11-01
unbekannt: x
---

Text.
`;
    expect(ordneDatei('angebot', datei)).toBe(geordnet);
    expect(ordneDatei('angebot', geordnet)).toBe(geordnet);
    expect(ordneDatei('angebot', datei.replaceAll('\n', '\r\n'))).toBe(
      geordnet.replaceAll('\n', '\r\n'),
    );
  });

  test('says the same as before, for every file there is', () => {
    for (const { art, pfad, datei } of BESTAND) {
      const geordnet = ordneDatei(art, datei);
      expect(lies(art, geordnet), pfad).toEqual(lies(art, datei));
      expect(ordneDatei(art, geordnet), pfad).toBe(geordnet);
      const zeilen = (text: string) =>
        text
          .replace(/^[ -]+/gm, '')
          .split('\n')
          .sort();
      expect(zeilen(geordnet), pfad).toEqual(zeilen(datei));
    }
    expect(BESTAND.length).toBeGreaterThan(250);
  });
});

describe('whatever is written', () => {
  /** Texts that mean something to YAML, and any other; the reader refuses invisible characters, and composes the rest. */
  const boese = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...['---', '\n', '\n\n', '\r', '\t', ' ', ': ', ' #', '- ', '"', "'", '|', '&a', '*a'],
          ...['!', '[', ']', '{', '}', ',', '%', '@', '~', '...', '<<', '\\', 'no', 'null', 'ä'],
          ...['2026-01-01', '0x1', '1e3', '012', 'Deutsch', 'مرحبا', 'haus-am-see', '=', '?'],
        ),
        fc.string({ unit: 'binary', maxLength: 6 }),
      ),
      { maxLength: 6 },
    )
    .map((teile) => teile.join('').normalize('NFC'))
    .filter((text) => !findUnsichtbaresZeichen(text));
  const name = fc.oneof(
    fc.constantFrom('titel', 'name', 'orte', 'zeiten', 'von', 'text', 'kosten', 'geprueft_am'),
    boese.filter((text) => text !== '__proto__' && /^[^\n]+$/.test(text)),
  );
  const felder = fc.dictionary(
    name,
    fc.oneof(
      boese,
      fc.array(fc.oneof(boese, fc.dictionary(name, boese, { maxKeys: 3 })), { maxLength: 3 }),
      fc.dictionary(name, fc.oneof(boese, fc.array(boese, { maxLength: 3 })), { maxKeys: 3 }),
    ),
    { minKeys: 1, maxKeys: 5 },
  );
  const art = fc.constantFrom(...ARTEN);

  test('is read again as it was meant', () => {
    fc.assert(
      fc.property(art, felder, (art, felder) => {
        const datei = formatEintrag(art, felder, 'Ein Text.');
        expect(lies(art, datei).daten).toEqual({ ...felder });
        expect(ordneDatei(art, datei)).toBe(datei);
      }),
      { numRuns: 400 },
    );
  });

  test('takes the place of anything that was there', () => {
    fc.assert(
      fc.property(art, felder, felder, fc.boolean(), (art, vorher, neu, windows) => {
        const alt = formatEintrag(art, vorher, 'Ein Text.');
        const datei = setzeFelder(art, windows ? alt.replaceAll('\n', '\r\n') : alt, neu);
        expect(lies(art, datei).daten).toEqual({ ...vorher, ...neu });
      }),
      { numRuns: 400 },
    );
  });

  test('goes into any file that can be read; any other is refused with a sentence', () => {
    const zeile = fc
      .array(
        fc.constantFrom(
          ...['name', 'ort', 'a', ': ', ':', '- ', '? ', '# x', ' ', '  ', '{', '}', '[', ']', ','],
          ...[
            '"',
            "'",
            '|',
            '>',
            '---',
            '...',
            '%YAML 1.2',
            '\t',
            '\r',
            'x',
            '&a ',
            '*a',
            '!!str ',
          ],
        ),
        { maxLength: 5 },
      )
      .map((teile) => teile.join(''));
    fc.assert(
      fc.property(fc.array(zeile, { maxLength: 6 }), (zeilen) => {
        const datei = zeilen.join('\n');
        let neu: string;
        try {
          neu = setzeFelder('ort', datei, { plz: '01067' });
        } catch (error) {
          expect((error as Error).message).toMatch(/^Die Datei lässt sich nicht/);
          expect(() => ordneDatei('ort', datei)).toThrow(/^Die Datei lässt sich nicht/);
          return;
        }
        const vorher = lies('ort', datei).daten as object;
        expect(lies('ort', neu).daten).toEqual({ ...vorher, plz: '01067' });
        expect(lies('ort', ordneDatei('ort', datei)).daten).toEqual(vorher);
      }),
      { numRuns: 2000 },
    );
  });

  test('is written into any file there is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BESTAND), felder, ({ art, datei }, neu) => {
        const vorher = lies(art, datei);
        const nachher = lies(art, setzeFelder(art, datei, neu));
        expect(nachher).toEqual({
          daten: { ...(vorher.daten as object), ...neu },
          text: vorher.text,
        });
      }),
      { numRuns: 200 },
    );
  });
});
