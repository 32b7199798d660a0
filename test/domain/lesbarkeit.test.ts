import { describe, expect, test } from 'vitest';
import { findHuerden, GRENZEN } from '../../src/domain/lesbarkeit.ts';
import { texteDer } from '../../src/i18n/texte.ts';
import { angebot, lies, OHNE_ANGEBOTE } from '../lib/inhalt.ts';

const huerden = (text: string) => findHuerden(text, GRENZEN.leicht);

describe('Leichte Sprache', () => {
  test('short sentences and divided words are easy', () => {
    expect(
      huerden('Das ist ein Deutsch·kurs.\nDer Kurs ist am Montag. Sie können Ihr Kind mitbringen.'),
    ).toEqual({ saetze: [], woerter: [], passiv: [] });
  });

  test.each([
    ['Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf.', false],
    ['Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn.', true],
    ['Eins zwei drei vier fünf sechs: sieben acht neun zehn elf zwölf dreizehn.', false],
    ['- eins zwei drei vier fünf sechs\n- sieben acht neun zehn elf zwölf dreizehn', false],
  ])('length of the sentence „%s“', (satz, zuLang) =>
    expect(huerden(satz).saetze).toHaveLength(zuLang ? 1 : 0),
  );

  test.each([
    ['Aufenthaltserlaubnis', true],
    ['Aufenthalts·erlaubnis', false],
    ['Aufenthalts-Erlaubnis', false],
    ['Telefonnummer', false],
  ])('length of the word „%s“', (wort, zuLang) =>
    expect(huerden(`Die ${wort} fehlt.`).woerter).toEqual(zuLang ? [wort] : []),
  );

  test.each([
    ['Ihnen wird geholfen.', true],
    ['Der Antrag wurde gestellt.', true],
    ['Die Daten werden kopiert.', true],
    ['Wir helfen Ihnen.', false],
    ['Es wird kalt.', false],
    ['Sie werden gesund.', false],
    ['Es wird bald Ernst.', false],
    ['Die Wohnung wird verkauft.', true],
  ])('passive voice in „%s“', (satz, passiv) =>
    expect(huerden(satz).passiv).toEqual(passiv ? [satz] : []),
  );

  test('the interface in Leichte Sprache keeps its own rules', () => {
    const schwer = Object.entries(texteDer('leicht')).flatMap(([key, text]) =>
      Object.values(huerden(text.replace(/\{\w+\}/g, 'x')))
        .flat()
        .map((stelle) => `${key}: ${stelle}`),
    );
    expect(schwer).toEqual([]);
  });
});

describe('editors are told', () => {
  const LANG =
    'Die Beratungsstelleneinrichtung wird von vielen Menschen aus dem ganzen Kreis und aus den Nachbarkreisen gern besucht.';
  const funde = (dateien: Record<string, string>, datei: string) =>
    lies({ ...OHNE_ANGEBOTE, 'angebote/x.md': angebot(), ...dateien })
      .befundeZu(datei)
      .filter(({ regel }) => regel === 'leichte-sprache')
      .map(({ stufe, feld, meldung }) => `${stufe} ${feld} ${meldung}`);

  test('of a translation into Leichte Sprache: sentence, word and passive, each with the place', () => {
    expect(
      funde(
        { 'angebote/x.leicht.md': `---\nart: mensch\ngeprueft: nein\n---\n\n${LANG}\n` },
        'angebote/x.leicht.md',
      ),
    ).toEqual([
      expect.stringMatching(/^hinweis \(text\) .*mehr als 12 Wörter.*„Die Beratungs/),
      expect.stringMatching(
        /^hinweis \(text\) .*mehr als 15 Buchstaben.*„Beratungsstelleneinrichtung“/,
      ),
      expect.stringMatching(/^hinweis \(text\) .*Passiv.*„Die Beratungs/),
    ]);
  });

  test('of a German short text only what is hard for everybody', () => {
    expect(
      funde(
        {
          'angebote/x.md': angebot({
            kurz: `"${LANG} ${'Und noch mehr Worte '.repeat(3).trim()}."`,
          }),
        },
        'angebote/x.md',
      ),
    ).toEqual([expect.stringMatching(/^hinweis kurz .*mehr als 25 Buchstaben/)]);
  });

  test('of labels in Leichte Sprache, and of no other language', () => {
    expect(
      funde(
        {
          'vokabular/unterlagen.yaml':
            'ausweis:\n  bezeichnung: { de: Personenstandsurkundenabschrift, leicht: Personenstandsurkundenabschrift }\nmeldebestaetigung:\n  bezeichnung: Meldung\n',
        },
        'vokabular/unterlagen.yaml',
      ),
    ).toEqual([expect.stringMatching(/^hinweis ausweis\.bezeichnung\.leicht/)]);
  });
});

test('a label that is missing in a language of the portal is said once per language', () => {
  const { befundeZu } = lies({
    'vokabular/unterlagen.yaml':
      'ausweis:\n  bezeichnung: { de: Ausweis, en: ID }\nmeldebestaetigung:\n  bezeichnung: Meldung\n',
  });
  expect(
    befundeZu('vokabular/unterlagen.yaml')
      .filter(({ regel }) => regel === 'beschriftungen')
      .map(({ stufe, zeile, meldung }) => [
        stufe,
        zeile,
        /(?<=Sprache „)\w+/.exec(meldung)?.[0],
        /fehlt: (.*)\. Auf/.exec(meldung)?.[1],
      ]),
  ).toEqual([
    ['hinweis', 2, 'ar', 'ausweis, meldebestaetigung'],
    ['hinweis', 4, 'en', 'meldebestaetigung'],
  ]);
});
