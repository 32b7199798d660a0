/** What must hold for any input, tried with thousands of generated ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { angebotSchema } from '../../src/domain/angebot.ts';
import type { Befund } from '../../src/domain/befund.ts';
import { isDatum } from '../../src/domain/datum.ts';
import { telefon, webadresse } from '../../src/domain/felder.ts';
import { parseDocument, parseYamlFile } from '../../src/katalog/parse-document.ts';
import { parseEintrag } from '../../src/katalog/parse-eintrag.ts';
import { alleWerte } from '../../src/katalog/rules/texte.ts';
import { angebot, lies, MUSTERKREIS, OHNE_ANGEBOTE } from '../lib/inhalt.ts';

/** Pieces that mean something to YAML, Markdown, HTML or Unicode, and any other text. */
const stueck = fc.oneof(
  fc.constantFrom(
    '---',
    '---\n',
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '  ',
    ': ',
    ':',
    '- ',
    '? ',
    '#',
    ' # ',
    '"',
    "'",
    '|',
    '>',
    '|\n',
    '&a ',
    '*a',
    '!!',
    '!x ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '%',
    '@',
    '`',
    '<<: ',
    '~',
    '...',
    '\n...\n',
  ),
  fc.constantFrom(
    'titel',
    'anbieter',
    'orte',
    'zeiten',
    'telefon',
    'sprachen',
    'von',
    '__proto__',
    'constructor',
    'de',
    'kurs',
    '2026-11-01',
    '0221 4710123',
    'https://x.example',
    '50.9',
    'ja',
  ),
  fc.constantFrom(
    '\ufeff',
    '\u200b',
    '\u202e',
    '\u2066',
    '\u0000',
    '\u2028',
    '\u00ad',
    '\u200d',
    '\ufffd',
    '\u3164',
    'é',
    'e\u0301',
    'Ã¼',
    '😀',
    '\u{e0041}',
    'ﬁ',
  ),
  fc.constantFrom(
    '<b>',
    '<!--',
    '![',
    '](',
    'javascript:',
    '# ',
    '> ',
    '[^a]: ',
    '===',
    '|-|',
    '```',
    '<x />',
    '${x}',
  ),
  fc.string({ maxLength: 5 }),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
);
const quelltext = fc.array(stueck, { maxLength: 40 }).map((teile) => teile.join(''));
const mitKopf = fc.tuple(quelltext, quelltext).map(([kopf, text]) => `---\n${kopf}\n---\n${text}`);
/** A valid offer with one piece put in anywhere, in a quarter of the cases in place of what stands there. */
const gut = angebot({
  alter: '{ von: 3, bis: 6 }',
  zeiten: '\n  - tage: [mo]\n    von: 09:00\n    bis: 12:00',
  suchwoerter: '{ de: [a, b] }',
});
const verdorben = fc
  .tuple(fc.nat(gut.length), fc.constantFrom(0, 0, 1, 7), stueck)
  .map(([stelle, weg, neu]) => gut.slice(0, stelle) + neu + gut.slice(stelle + weg));

const zeilen = (bytes: Uint8Array) => new TextDecoder().decode(bytes).split(/\r\n|\r|\n/).length;

function pruefeBefunde(befunde: readonly Befund[], bytes: Uint8Array) {
  for (const { zeile, feld, meldung, tipp } of befunde) {
    expect(zeile).toBeGreaterThanOrEqual(1);
    expect(zeile).toBeLessThanOrEqual(zeilen(bytes));
    expect(feld).not.toBe('');
    expect(meldung + (tipp ?? '')).not.toMatch(/\bundefined\b|\[object/);
  }
}

/** Characters no reader can see, or that turn a text around. */
const VERBOTEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufffd\u{e0000}-\u{e0fff}]/u;

describe('any bytes', () => {
  test.each([
    ['a Markdown file', parseDocument],
    ['a YAML file', parseYamlFile],
  ])('as %s are a document or a finding, never an exception', (_name, parse) => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.oneof(quelltext, mitKopf, verdorben).map((text) => new TextEncoder().encode(text)),
        ),
        (bytes) => {
          const { dokument, befunde } = parse('x', bytes);
          expect(dokument !== undefined || befunde.length > 0).toBe(true);
          pruefeBefunde(befunde, bytes);
          expect(parse('x', bytes).befunde).toEqual(befunde);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('as an offer are an entry without forbidden characters, or findings at fields', () => {
    fc.assert(
      fc.property(
        fc.oneof(verdorben, mitKopf).map((text) => new TextEncoder().encode(text)),
        (bytes) => {
          const { dokument, befunde } = parseDocument('x', bytes);
          if (!dokument) return;
          const eintrag = parseEintrag(dokument, angebotSchema);
          expect(eintrag.wert !== undefined).toBe(eintrag.befunde.length === 0);
          pruefeBefunde(eintrag.befunde, bytes);
          if (befunde.length > 0) return;
          for (const [, wert] of alleWerte({ ...eintrag.wert, text: dokument.text })) {
            expect(wert).not.toMatch(VERBOTEN);
            expect(wert).toBe(wert.normalize('NFC'));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test('put into a content folder, all rules included, are in the Katalog or reported', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(verdorben, mitKopf), { minLength: 30, maxLength: 30 }),
        (texte) => {
          const dateien = Object.fromEntries(texte.map((text, i) => [`angebote/x-${i}.md`, text]));
          const { katalog, befundeZu, fehlerZu } = lies({ ...OHNE_ANGEBOTE, ...dateien });
          for (const [datei, text] of Object.entries(dateien)) {
            const id = datei.slice('angebote/'.length, -'.md'.length);
            expect(
              fehlerZu(datei).length > 0 || katalog!.angebote.has(id) || katalog!.beendete.has(id),
            ).toBe(true);
            pruefeBefunde(befundeZu(datei), new TextEncoder().encode(text));
          }
        },
      ),
      { numRuns: 5 },
    );
  });
});

describe('the Musterkreis with one piece put in anywhere, in any of its files', () => {
  const dateien = readdirSync(MUSTERKREIS, { recursive: true, withFileTypes: true })
    .filter((eintrag) => eintrag.isFile())
    .map((eintrag) =>
      relative(MUSTERKREIS, join(eintrag.parentPath, eintrag.name)).replaceAll('\\', '/'),
    )
    .sort();

  test('is read, and what is wrong is said of a file there is, at one of its lines', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...dateien),
        fc.nat(3000),
        fc.constantFrom(0, 1, 7, 40),
        stueck,
        (datei, stelle, weg, neu) => {
          const text = readFileSync(join(MUSTERKREIS, datei), 'utf8');
          const hier = stelle % text.length;
          const verdorbener = text.slice(0, hier) + neu + text.slice(hier + weg);
          const { katalog, befundeZu, fehlerZu } = lies({ [datei]: verdorbener });
          expect(katalog !== undefined || fehlerZu(datei).length > 0).toBe(true);
          pruefeBefunde(befundeZu(datei), new TextEncoder().encode(verdorbener));
          for (const befund of befundeZu()) expect(dateien).toContain(befund.datei);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('single values', () => {
  test('every date that is accepted exists', () => {
    const teil = (max: number) =>
      fc.integer({ min: 0, max }).map((zahl) => String(zahl).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), teil(13), teil(32), (jahr, monat, tag) => {
        const datum = `${String(jahr).padStart(4, '0')}-${monat}-${tag}`;
        if (isDatum(datum))
          expect(new Date(`${datum}T12:00:00Z`).toISOString().slice(0, 10)).toBe(datum);
      }),
    );
  });

  test('a phone number in any of the usual ways of writing is the same number', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('221', '30', '33708', '176'),
        fc.integer({ min: 1_000_000, max: 9_999_999 }),
        fc.constantFrom('+49 ', '+49', '0049 ', '+49 (0)', '0', '(0'),
        fc.constantFrom(' ', '/', ' / ', '-', '–', ''),
        (vorwahl, nummer, land, trenner) => {
          const zu = land === '(0' ? ')' : '';
          const gelesen = telefon().safeParse(`${land}${vorwahl}${zu}${trenner}${nummer}`);
          if (gelesen.success) expect(gelesen.data).toBe(`+49${vorwahl}${nummer}`);
        },
      ),
    );
  });

  test('whatever is accepted as a web address is one for browsers, with the host that is written there', () => {
    const teile = fc.constantFrom(
      'https://',
      'http://',
      'HTTPS://',
      '//',
      '\\',
      '/',
      '@',
      ':',
      '.',
      '?',
      '#',
      '%',
      'verein',
      'example',
      'xn--',
      '127',
      '0x7f',
      '[::1]',
      '。',
      'ｖ',
      'е',
      'ü',
      ' ',
      '\t',
      'localhost',
      '-',
      '_',
      '..',
      '<',
      '"',
    );
    fc.assert(
      fc.property(
        fc.array(teile, { minLength: 2, maxLength: 9 }).map((list) => list.join('')),
        (adresse) => {
          const gelesen = webadresse().safeParse(adresse);
          if (!gelesen.success) return;
          const url = new URL(gelesen.data);
          expect(['http:', 'https:']).toContain(url.protocol);
          expect(url.username + url.password).toBe('');
          expect(url.hostname).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/);
          const geschrieben = /^https?:\/\/([^/?#]*)/i.exec(gelesen.data)![1]!;
          expect(new URL(`http://${geschrieben}`).hostname).toBe(url.hostname);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
