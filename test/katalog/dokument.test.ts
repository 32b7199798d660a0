/** Files as bytes: encodings, front matter, YAML. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDocument, parseYamlFile } from '../../src/katalog/parse-document.ts';
import { zeileVon } from '../../src/katalog/read-yaml.ts';
import { type Fall, pruefeFaelle } from '../lib/faelle.ts';
import { angebot, lies, OHNE_ANGEBOTE } from '../lib/inhalt.ts';
import { mitRechenzeit } from '../lib/rechenzeit.ts';

const gut = angebot();
const kopf = (datei: string | Uint8Array, zeile = '', tipp?: RegExp): Fall => ({
  datei,
  abgelehnt: '(front matter)',
  zeile,
  ...(tipp && { tipp }),
});
const kodierung = (datei: Uint8Array, zeile = ''): Fall => ({
  datei,
  abgelehnt: '(kodierung)',
  zeile,
  tipp: /UTF-8/,
});
const angenommen = (datei: string | Uint8Array): Fall => ({
  datei,
  angenommen: ({ titel }) => expect(titel).toBe('Deutschkurs für Frauen A1'),
});
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('encoding', () => {
  pruefeFaelle({
    'UTF-8': angenommen(gut),
    'UTF-8 with BOM': angenommen(`\ufeff${gut}`),
    'Windows line ends': angenommen(gut.replaceAll('\n', '\r\n')),
    'decomposed umlauts': angenommen(gut.normalize('NFD')),
    'old Mac line ends': kopf(gut.replaceAll('\n', '\r'), '', /LF/),
    'one stray CR': kopf(gut.replace('beispielverein\n', 'beispielverein\r'), 'anbieter', /LF/),
    'UTF-16 LE': kodierung(utf16(`\ufeff${gut}`)),
    'UTF-16 BE': kodierung(utf16(`\ufeff${gut}`).swap16()),
    'Windows-1252 quotes': kodierung(
      Buffer.from(angebot({ kurz: '"\u0084Kurs\u0093"', titel: 'Kurs' }), 'latin1'),
      'kurz',
    ),
    'Latin-1 in the text': kodierung(
      Buffer.from(angebot({ titel: 'Kurs' }, 'Eins\nf\u00fcr alle'), 'latin1'),
      'r alle',
    ),
    'cut off in the middle of a letter': kodierung(
      new TextEncoder().encode(angebot({}, 'für ä')).slice(0, -2),
    ),
    'an overlong sequence': kodierung(Buffer.concat([Buffer.from(gut), Buffer.from([0xc0, 0xaf])])),
    surrogates: kodierung(Buffer.concat([Buffer.from(gut), Buffer.from([0xed, 0xa0, 0x80])])),
    'nothing but zeros': kopf(new Uint8Array(500)),
    'an image': kodierung(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  });
});

describe('front matter', () => {
  pruefeFaelle({
    'an empty file': kopf('', '', /ausfüllen/),
    'white space only': kopf('  \n\n'),
    'text only': kopf('Ein Kurs für alle.'),
    'three dashes only': kopf('---'),
    'a head without fields': kopf('---\n---\n', '', /Felder ergänzen/),
    'a head with comments only': kopf('---\n# titel: x\n---\n'),
    'a head that is a word': kopf('---\nHallo\n---\n', 'Hallo'),
    'a blank line before': kopf(`\n${gut}`),
    'a space before': kopf(` ${gut}`),
    'BOM and a blank line before': kopf(`\ufeff\n${gut}`),
    'a space behind the dashes': kopf(gut.replace('---', '--- '), '--- '),
    javascript: kopf(gut.replace('---', '---javascript'), '---javascript'),
    toml: kopf(gut.replace('---', '---toml'), '---toml'),
    'yaml with a space': kopf(gut.replace('---', '--- yaml'), '--- yaml'),
    coffee: kopf(gut.replace('---', '---coffee'), '---coffee'),
    'plus signs, as in other generators': kopf(gut.replaceAll('---', '+++'), '+++'),
    'not closed': kopf(gut.replace('\n---\n', '\n'), '---'),
    'closed by dots': kopf(gut.replace('\n---\n', '\n...\n'), '---'),
    'closed by four dashes': kopf(
      gut.replace('\n---\n', '\n----\n'),
      '----',
      /genau aus drei Strichen/,
    ),
    'closed with a space': kopf(gut.replace('\n---\n', '\n--- \n'), '--- '),
    'closed too early, so that the phone becomes text': kopf(
      gut.replace(
        'geprueft_am: 2026-11-01\n---',
        'geprueft_am: 2026-11-01\n---\ntelefon: 0221\n---',
      ),
      'telefon: 0221',
      /löschen/,
    ),
    'closed too early, with a blank line': kopf(
      gut.replace('\n---\n\nDer', '\n---\n\nkosten: kostenlos\n---\n\nDer'),
      'kosten',
      /löschen/,
    ),
    'no line end at the end': angenommen(gut.trimEnd()),
    'no text below': angenommen(gut.split('\nDer')[0]!),
    'a rule in the text': angenommen(angebot({}, 'Eins\n\n---\n\nZwei')),
    'a text that begins with a word and a colon': angenommen(
      angebot({}, 'Montags: Kurs\n\nAchtung: voll'),
    ),
  });
});

describe('two versions in one file, as Git leaves them', () => {
  const konflikt = (eine: string, andere: string) =>
    `<<<<<<< HEAD\n${eine}\n=======\n${andere}\n>>>>>>> zweig`;
  const datei = (text: string, zeile = '<<<<<<< HEAD'): Fall => ({
    datei: text,
    abgelehnt: '(datei)',
    zeile,
    meldung: /zwei Fassungen/,
    tipp: /eine der beiden behalten .* <<<<<<<, ======= und >>>>>>> beginnen\.$/,
  });
  const titel = 'titel: "Deutschkurs für Frauen A1"';
  pruefeFaelle({
    'in the front matter': datei(gut.replace(titel, konflikt(titel, 'titel: Kurs'))),
    'in the text': datei(angebot({}, konflikt('Montags.', 'Dienstags.'))),
    'at the very beginning': datei(konflikt(gut, gut)),
    'around the end of the front matter': datei(
      gut.replace('---\n\n', `${konflikt('---', '---')}\n`),
    ),
    'with the version both come from': datei(
      angebot({}, 'Eins\n||||||| base\nZwei'),
      '||||||| base',
    ),
    'half mended': datei(angebot({}, 'Montags.\n>>>>>>> zweig'), '>>>>>>> zweig'),
    'with Windows line ends': datei(
      gut.replace(titel, konflikt(titel, 'titel: Kurs')).replaceAll('\n', '\r\n'),
    ),
    'a quote in a text is none': { text: '> Ein Zitat\n\n<https://verein.example>' },
  });

  test.each([
    ['anbieter/x.yaml', `name: A\n${konflikt('art: verein', 'art: kirche')}\n`, 2],
    ['vokabular/themen.yaml', konflikt('x:\n  bezeichnung: X', 'y:\n  bezeichnung: Y'), 1],
    ['portal.yaml', konflikt('name: A', 'name: B'), 1],
    ['seiten/x.md', `---\ntitel: X\n---\n\n${konflikt('A', 'B')}\n`, 5],
    ['seiten/y.mdx', `---\ntitel: X\n---\n\n${konflikt('A', 'B')}\n`, 5],
  ])('%s has one finding, and nothing is made of it', (name, inhalt, zeile) => {
    const { fehlerZu } = lies({ ...OHNE_ANGEBOTE, [name]: inhalt });
    expect(fehlerZu().map((befund) => [befund.datei, befund.zeile, befund.feld])).toEqual([
      [name, zeile, '(datei)'],
    ]);
  });
});

describe('YAML', () => {
  const feld = (source: string, abgelehnt: string, zeile = abgelehnt, tipp?: RegExp): Fall => ({
    datei: gut.replace('titel: "Deutschkurs für Frauen A1"', source),
    abgelehnt,
    zeile,
    ...(tipp && { tipp }),
  });
  const bombe = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...[...'bcdefghi'].map(
      (name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`,
    ),
  ].join('\n');
  pruefeFaelle({
    'a colon in a text': feld('titel: Kurs: A1', 'titel', 'titel', /Anführungszeichen/),
    'no space behind the colon': feld(
      'titel:Kurs',
      '(front matter)',
      'titel:Kurs',
      /ergänzen: titel: Kurs/,
    ),
    'no colon': feld('titel "Kurs"', '(front matter)', 'titel "Kurs"'),
    'a fullwidth colon': feld('titel：Kurs', '(front matter)', 'titel：Kurs'),
    'a quote that does not end': feld('titel: "Kurs', 'titel', 'titel', /Anführungszeichen/),
    'text behind a quote': feld('titel: "Kurs" A1', 'titel', 'titel', /Anführungszeichen/),
    'a percent sign first': feld('titel: %Kurs', 'titel', 'titel', /Anführungszeichen/),
    'an accent first': feld('titel: `Kurs`', 'titel', 'titel', /Anführungszeichen/),
    'a bracket first': feld('titel: [Neu] Kurs', 'titel', 'titel', /Anführungszeichen/),
    'bold, as in Markdown': feld('titel: **Kurs**', 'titel', 'titel', /Anführungszeichen/),
    'an ampersand first': feld('titel: &Co', 'titel', 'titel', /Anführungszeichen/),
    'an exclamation mark first': feld('titel: !Neu Kurs', 'titel', 'titel', /Anführungszeichen/),
    'a hash first': feld('titel: #1 der Kurse', 'titel', 'titel', /Anführungszeichen/),
    'a comment behind words': feld(
      'titel: Kurs für Frauen # vormittags',
      'titel',
      'titel',
      /Anführungszeichen/,
    ),
    'a comment in the middle of a long text': feld(
      'titel: Kurs\n  für # nur\n  Frauen',
      'titel',
      '',
    ),
    'a tag that makes a function': feld('titel: !!js/function "x"', 'titel'),
    'a tag that makes a text': feld('titel: !!str Kurs', 'titel'),
    'a verbatim tag': feld('titel: !<tag:yaml.org,2002:str> Kurs', 'titel'),
    'an anchor': feld('titel: &a Kurs', 'titel'),
    'an alias': feld('kurz: &k Kurs\ntitel: *k', 'titel'),
    'a merge key': feld('<<: { titel: Kurs }', '<<', '<<'),
    'an alias bomb': { datei: `---\n${bombe}\n---\n`, abgelehnt: 'i', zeile: 'i: ' },
    'a key that is a list': feld('? [a, b]\n: Kurs', '(front matter)', '?'),
    'a directive': feld('%YAML 1.1', '(front matter)', ''),
    'an accent in a list': feld('titel: [`Kurs`]', 'titel', 'titel', /Anführungszeichen/),
    'a bracket that does not end': feld('titel: [Kurs', 'titel', 'titel', /\] ergänzen/),
    'a line that is indented too far': feld(
      'titel: Kurs\n kurz: Ein Kurs',
      'titel',
      ' kurz',
      /derselben Spalte/,
    ),
    'a sub-field that is indented too far': feld(
      'titel: Kurs\nalter:\n  von: 3\n    bis: 4',
      'alter',
      '    bis: 4',
      /derselben Spalte/,
    ),
    'a list of several lines is not what is wrong below it': feld(
      'titel: Kurs\nsprachen: [de,\n  ar]\nkurz: Offen: heute',
      'kurz',
      'kurz',
      /kurz: "Offen: heute"/,
    ),
    'typographic quotes around what needs straight ones': feld(
      'titel: „Café: offen“',
      'titel',
      'titel',
      /titel: "Café: offen"/,
    ),
    'a directive before the fields': {
      datei: gut.replace('---\n', '---\n%YAML 1.1\n'),
      abgelehnt: '(front matter)',
      zeile: '',
    },
    'a percent sign in a text of several lines': {
      datei: angebot({ hinweis: '\n  text: |\n    Rabatt\n    %50 heute' }),
      angenommen: ({ hinweis }) => expect(hinweis!.text).toContain('%50'),
    },
    'a second document': feld('titel: Kurs\n... \nkurz: x', '(front matter)', ''),
    'a field twice': feld('titel: Kurs\ntitel: Kurs', 'titel'),
    'a nested field twice, in its line': feld(
      'titel: Kurs\nalter:\n  von: 3\n  von: 4',
      'alter.von',
      'von: 4',
    ),
    'a field twice in a list': {
      datei: angebot({ orte: '\n  - plz: "53999"\n    plz: "53998"' }),
      abgelehnt: 'orte[0].plz',
      zeile: '53998',
    },
    'a tab as indent': {
      datei: angebot({ orte: '\n\t- haus-der-begegnung' }),
      abgelehnt: 'orte',
      zeile: '\t-',
      tipp: /Leerzeichen/,
    },
    'a tab as indent in a map': {
      datei: angebot({ orte: '\n  - strasse: Musterweg 1\n\t  plz: "53999"' }),
      abgelehnt: 'orte',
      zeile: '\t',
      tipp: /Leerzeichen/,
    },
    'no-break spaces as indent': {
      datei: angebot({ orte: '\n\u00a0\u00a0- haus-der-begegnung' }),
      abgelehnt: 'orte',
      zeile: '',
    },
    'a field that is indented': feld('  titel: Kurs', '(front matter)', ''),
    'nested 50 deep': {
      datei: angebot({ kurz: '['.repeat(50) + ']'.repeat(50) }),
      abgelehnt: 'kurz',
      tipp: /vereinfachen/,
    },
    'nested 5000 deep': {
      datei: angebot({ kurz: '['.repeat(5000) + ']'.repeat(5000) }),
      abgelehnt: 'kurz',
      tipp: /vereinfachen/,
    },
    'maps nested 2000 deep': {
      datei: angebot({ kurz: `${'{a: '.repeat(2000)}x${'}'.repeat(2000)}` }),
      abgelehnt: 'kurz',
    },
    'lists nested 3000 deep in one line': {
      datei: angebot({ kurz: `\n  ${'- '.repeat(3000)}x` }),
      abgelehnt: 'kurz',
      zeile: '- -',
    },
    'a long line': { datei: angebot({ kurz: 'x'.repeat(90_000) }), abgelehnt: 'kurz' },
    'many fields': {
      datei: angebot(Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`f${i}`, 'x']))),
      // The others are counted.
      abgelehnt: '(datei)',
      zeile: 'f100',
    },
  });
});

test('comments behind ids are comments: the example of the docs is valid as it stands', () => {
  const source = `---
titel: "Deutschkurs für Frauen A1"
anbieter: beispielverein            # id of a file in content/anbieter/
thema: [sprache]                    # ids of content/vokabular/themen.yaml
angebotsart: kurs
---

Text.
`;
  const { dokument, befunde } = parseDocument('x.md', Buffer.from(source));
  expect(befunde).toEqual([]);
  expect(dokument!.daten).toEqual({
    titel: 'Deutschkurs für Frauen A1',
    anbieter: 'beispielverein',
    thema: ['sprache'],
    angebotsart: 'kurs',
  });
});

test.each([
  ['a field twice', angebot({ telefon: '0221 4710123\ntelefon: 0221 4710124' })],
  ['an invisible letter in the text', angebot({}, 'Deutsch\u200bkurs')],
  ['a comment that eats half of the title', angebot({ kurz: 'Kurs #1' })],
])('with %s nothing of an offer is published', (_was, datei) => {
  const { katalog, fehlerZu } = lies({ ...OHNE_ANGEBOTE, 'angebote/x.md': datei });
  expect(fehlerZu('angebote/x.md')).toHaveLength(1);
  expect(katalog!.angebote.has('x')).toBe(false);
});

test('a broken file is broken every time it is read', () => {
  const bytes = Buffer.from('---\ntitel: [x\n---\n');
  const first = parseDocument('x.md', bytes);
  expect(parseDocument('x.md', bytes)).toEqual(first);
  expect(first.befunde).toHaveLength(1);
});

test('lines are those of the file, with Windows line ends as well', () => {
  const source = readFileSync('test/fixtures/musterkreis/angebote/migrationsberatung.md', 'utf8');
  const lines = source.split('\n');
  for (const text of [source, source.replaceAll('\n', '\r\n'), `\ufeff${source}`]) {
    const { dokument } = parseDocument('x.md', Buffer.from(text));
    expect(lines[zeileVon(dokument!.zeilen, ['orte', 1, 'barrierefreiheit', 'wc']) - 1]).toContain(
      'wc: teilweise',
    );
    expect(lines[zeileVon(dokument!.zeilen, ['sprachen', 2, 'hinweis']) - 1]).toContain(
      'Hocharabisch',
    );
    expect(lines.slice(dokument!.textZeile - 1).join('\n')).toBe(dokument!.text);
    // What is not there is looked for at its parent.
    expect(lines[zeileVon(dokument!.zeilen, ['orte', 1, 'lat_']) - 1]).toContain('name: Kreishaus');
    expect(zeileVon(dokument!.zeilen, ['gibt-es-nicht'])).toBe(2);
  }
});

test.each([
  '%YAML 1.1\n---\nname: x',
  '# x\n%TAG ! tag:x,2000:\n---\nname: x',
  '%FOO\n---\nname: x',
])('an instruction to programs at the beginning of a YAML file is refused: %j', (source) => {
  const { befunde } = parseYamlFile('x.yaml', Buffer.from(source));
  const zeile = source.split('\n').findIndex((line) => line.startsWith('%')) + 1;
  expect(befunde).toMatchObject([{ zeile, feld: '(yaml)', tipp: 'Bitte die Zeile löschen.' }]);
});

test('a head of nothing but blank lines is read at once', () => {
  const datei = Buffer.from(angebot({ kurz: `x${'\n'.repeat(90_000)}` }));
  expect(mitRechenzeit(() => parseDocument('x.md', datei)).sekunden).toBeLessThan(2);
});

test.each(['null', '[]', '- a\n- b', 'Hallo', '42'])(
  'a YAML file that holds %j is read, or reported',
  (source) => {
    const { dokument, befunde } = parseYamlFile('x.yaml', Buffer.from(source));
    expect(dokument !== undefined || befunde.length > 0).toBe(true);
  },
);

describe('brackets and spaces from other hands: what is proposed is right', () => {
  const thema = (wert: string, tipp: RegExp, abgelehnt = 'thema[0]'): Fall => ({
    felder: { thema: wert },
    abgelehnt,
    tipp,
  });
  const leerzeichen = { meldung: /besonderes Leerzeichen \(zum Beispiel aus Word kopiert\)/ };
  pruefeFaelle({
    'round brackets': thema('(familie, sprache)', /: \[familie, sprache\]$/),
    'one bracket of each': thema('[familie, sprache)', /: \[familie, sprache\]$/, 'thema'),
    braces: thema('{familie, sprache}', /: \[familie, sprache\]$/),
    semicolons: thema('[familie; sprache]', /: \[familie, sprache\]$/),
    'semicolons and a slip': thema('familie; sprahce', /: \[familie, sprache\]$/),
    'a bracket at the end': thema('familie, sprache]', /: \[familie, sprache\]$/),
    'quotes of two kinds within a value': {
      felder: { kurz: "'Hallo' ist “gut”" },
      abgelehnt: 'kurz',
      tipp: /: kurz: "'Hallo' ist “gut”"$/,
    },
    'a space from Word before a list': {
      felder: { thema: '\u00a0[sprache]' },
      abgelehnt: 'thema',
      ...leerzeichen,
    },
    'a space from Word instead of one behind the colon': {
      datei: angebot().replace('thema: ', 'thema:\u00a0'),
      abgelehnt: 'thema',
      ...leerzeichen,
    },
    'a space from Word in the indentation': {
      felder: { zeiten: '\n \u00a0- tage: Mo' },
      abgelehnt: 'zeiten',
      zeile: '- tage: Mo',
      ...leerzeichen,
    },
    'a space from Word before words': { felder: { titel: '\u00a0Haus' } },
  });
});

/** The lines of an offer, in which a case breaks one. */
const ORTE = 'orte:\n  - name: Haus\n    strasse: Weg 1\n    plz: "53721"\n    ort: Siegburg';
const ZEITEN = 'zeiten:\n  - tage: [mi]\n    von: 16:00\n    bis: 18:00';

function ersetzt(in_: string, alt: string, neu: string): string {
  expect(in_).toContain(alt);
  return in_.replace(alt, neu);
}

describe('an editor is sent to the line that is wrong, and told how it reads right', () => {
  /** Breaks one line of an offer: the only finding is at the line `zeile`, and what the tip proposes instead of it is read. */
  const pruefe = (felder: string, zeile: string, meldung: RegExp, vorschlag: string) => {
    const gut = angebot({ orte: null, sprachen: null });
    const datei = gut.replace('\ntelefon', `\n${felder}\ntelefon`);
    const lies = (text: string) => parseDocument('x.md', Buffer.from(text)).befunde;
    const befunde = lies(datei);
    expect(befunde).toHaveLength(1);
    const { zeile: nummer, meldung: satz, tipp } = befunde[0]!;
    const lines = datei.split('\n');
    expect(lines[nummer - 1]).toBe(zeile);
    expect(satz).toMatch(meldung);
    expect(tipp).toContain(vorschlag);
    expect(vorschlag).not.toBe(zeile.trim());
    // What the tip says, done.
    const davor = /mit (\d+) Leerzeichen/.exec(tipp!)?.[1];
    const [einzug] = /^\s*/.exec(zeile)!;
    const neu = /: .*: |: - /.test(tipp!)
      ? einzug + vorschlag
      : ' '.repeat(/ohne Leerzeichen/.test(tipp!) ? 0 : Number(davor)) + zeile.trim();
    expect(lies(lines.with(nummer - 1, neu).join('\n'))).toEqual([]);
  };

  test.each([
    [
      'a list, before fields that are indented',
      `sprachen: [de, ar\n${ORTE}`,
      'sprachen: [de, ar',
      ']',
    ],
    ['a list in an entry', ersetzt(ZEITEN, '[mi]', '[mi'), '  - tage: [mi', ']'],
    [
      'a list in an entry, below other fields',
      `${ORTE}\n${ersetzt(ZEITEN, '[mi]', '[mi')}`,
      '  - tage: [mi',
      ']',
    ],
    ['braces', `kosten: { betrag: 2.50\n${ORTE}`, 'kosten: { betrag: 2.50', ' }'],
    [
      'braces with a comma in quotes',
      `hinweis: { text: "Heute, hier", bis: 2026-12-01\n${ORTE}`,
      'hinweis: { text: "Heute, hier", bis: 2026-12-01',
      ' }',
    ],
    ['a quotation mark', `kurz: "Kurs\n${ORTE}`, 'kurz: "Kurs', '"'],
  ])('not closed: %s', (_was, felder, zeile, ende) =>
    pruefe(felder, zeile, /beginnt mit .*, das nicht mit .* endet\.$/, zeile.trim() + ende),
  );

  test.each([
    ['a list', 'kanal: [telefon]]', 'kanal: [telefon]'],
    ['a list in an entry', ersetzt(ZEITEN, '[mi]', '[mi]]'), '- tage: [mi]'],
    ['braces', 'kosten: { betrag: 2.50 }}', 'kosten: { betrag: 2.50 }'],
    ['of another kind', 'kanal: [telefon]}', 'kanal: [telefon]'],
  ])('closed twice: %s', (_was, felder, vorschlag) =>
    pruefe(
      felder,
      felder.split('\n').find((line) => line.includes(vorschlag))!,
      /mehr geschlossen/,
      vorschlag,
    ),
  );

  test.each([
    ['two lists', 'kanal: [telefon], [online]', /geht der Wert weiter/, 'kanal: [telefon, online]'],
    ['one that ends too early', 'kanal: [telefon], online]', /weiter/, 'kanal: [telefon, online]'],
    [
      'never opened',
      'alter: von: 3, bis: 5 }',
      /nicht mit \{ beginnt/,
      'alter: { von: 3, bis: 5 }',
    ],
  ])('brackets: %s', (_was, zeile, meldung, vorschlag) => pruefe(zeile, zeile, meldung, vorschlag));

  test('what is missing within brackets is not guessed', () => {
    for (const wert of ['[{ tage: [mo, von: 09:00 }]', '[{ tage: [mo], von: 09:00 }']) {
      const { befunde } = parseDocument('x.md', Buffer.from(angebot({ zeiten: wert })));
      expect(befunde).toHaveLength(1);
      expect(befunde[0]!.tipp).not.toContain(wert);
    }
  });

  test.each([
    [
      ORTE,
      '    plz: "53721"',
      '   plz: "53721"',
      /mit 3 Leerzeichen eingerückt, die darüber mit 4\.$/,
    ],
    [
      ORTE,
      '    plz: "53721"',
      '     plz: "53721"',
      /mit 5 Leerzeichen eingerückt, die darüber mit 4\./,
    ],
    [ORTE, '    strasse', '   strasse', /mit 3 .*„name“ darüber beginnt nach 4 Zeichen\.$/],
    [ORTE, '    ort:', '   ort:', /mit 3 Leerzeichen eingerückt, die darüber mit 4\.$/],
    [ZEITEN, '    bis', '   bis', /mit 3 Leerzeichen eingerückt, die darüber mit 4\.$/],
    [ZEITEN, '    bis', '     bis', /mit 5 Leerzeichen eingerückt, die darüber mit 4\.$/],
    [
      'alter:\n  von: 3\n  bis: 5',
      '  bis',
      '   bis',
      /mit 3 Leerzeichen eingerückt, die darüber mit 2\.$/,
    ],
    [
      'kanal: telefon\nkosten: kostenlos',
      'kosten',
      ' kosten',
      /mit 1 .*, die darüber gar nicht\.$/,
    ],
    [
      `${ZEITEN}\n  - tage: [do]`,
      '  - tage: [do]',
      ' - tage: [do]',
      /mit 1 .*„- tage: \[mi\]“ darüber beginnt nach 2/,
    ],
    [`${ZEITEN}\n  - tage: [do]`, '  - tage: [do]', '    - tage: [do]', /mit 4 .*„- tage: \[mi\]“/],
  ])('indented otherwise: %j with %j as %j', (felder, alt, neu, meldung) => {
    const kaputt = ersetzt(felder, alt, neu);
    const zeile = kaputt.split('\n').find((line) => line.startsWith(neu))!;
    const spalte = /^ */.exec(alt)![0].length;
    pruefe(
      kaputt,
      zeile,
      meldung,
      spalte ? `mit ${spalte} Leerzeichen beginnen` : 'ohne Leerzeichen',
    );
  });

  test.each([
    ['–', /beginnt mit „–“; .* mit „-“ und einem Leerzeichen/],
    ['•', /beginnt mit „•“/],
    ['*', /beginnt mit „\*“/],
    ['-', /Hinter dem Strich .* fehlt ein Leerzeichen/],
  ])('a list whose dash is %j', (strich, meldung) => {
    const zeile = `  ${strich}${strich === '-' ? '' : ' '}tage: [mi]`;
    const felder = ersetzt(ZEITEN, '  - tage: [mi]', zeile);
    pruefe(felder, zeile, meldung, '- tage: [mi]');
    pruefe(`${ZEITEN}\n${felder.slice('zeiten:\n'.length)}`, zeile, meldung, '- tage: [mi]');
  });

  test('a column that may be that of either: both are named', () => {
    const { befunde } = parseDocument(
      'x.md',
      Buffer.from(angebot({ alter: '\n  von: 3\n bis: 5' })),
    );
    expect(befunde[0]!.tipp).toMatch(
      /wie „alter“ \(ohne Leerzeichen\) oder wie „von“ \(mit 2 Leerzeichen\)/,
    );
  });

  test('lines of a text, and fields of any name, are not what is wrong below them', () => {
    const felder = {
      hinweis: '\n  text: |\n    Kurse: [neu\n    – tage: x\n      noch: tiefer',
      externe_ids: '\n  Büro:\n    a: x\n  "A b":\n    a: x',
      kanal: '[telefon,\n    online]',
      kurz: 'Offen: heute',
    };
    const datei = angebot(felder);
    const { befunde } = parseDocument('x.md', Buffer.from(datei));
    expect(befunde.map(({ zeile }) => datei.split('\n')[zeile - 1])).toEqual([
      'kurz: Offen: heute',
    ]);
  });

  test('a text that goes on in the next line, with a colon, is no field', () => {
    const datei = angebot({ kurz: 'Am Montag\n  Achtung: heute zu' });
    const { befunde } = parseDocument('x.md', Buffer.from(datei));
    expect(datei.split('\n')[befunde[0]!.zeile - 1]).toBe('  Achtung: heute zu');
    expect(befunde[0]!.meldung).toMatch(/geht der Wert von oben weiter/);
  });

  test.each([
    ["'Mama's Café'", `"Mama's Café"`],
    ["'Mama's Café", `"Mama's Café"`],
    ["'Mama's und Papa's Café'", `"Mama's und Papa's Café"`],
    ["'Mama's und Papas' Café'", `"Mama's und Papas' Café"`],
    ["'Treffen bei Mama's'", `"Treffen bei Mama's"`],
    ['"Das "Café" ist offen"', `'Das "Café" ist offen'`],
    ['"Café" und "Tee"', `'"Café" und "Tee"'`],
    ["'Hallo' ist 'gut'", `"'Hallo' ist 'gut'"`],
    ['"Kurs" A1', `'"Kurs" A1'`],
  ])('quotation marks within a title: %s → %s', (wert, richtig) => {
    pruefe(
      `kurz: ${wert}`,
      `kurz: ${wert}`,
      /Apostroph|zweiten Anführungszeichen/,
      `kurz: ${richtig}`,
    );
  });
});
