import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eigenName, OBERFLAECHEN_SPRACHEN, richtung, sprachName } from '../../src/i18n/sprachen.ts';
import { createText, lookUp, texteDer } from '../../src/i18n/texte.ts';
import { findUnsichtbaresZeichen } from '../../src/katalog/unsichtbare-zeichen.ts';

const FORM = /_(zero|one|two|few|many|other)$/;
const stamm = (key: string) => key.replace(FORM, '');
const platzhalter = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();
const de = texteDer('de');
const staemme = [...new Set(Object.keys(de).map(stamm))].sort();
const mehrzahlen = new Set(
  Object.keys(de)
    .filter((key) => FORM.test(key))
    .map(stamm),
);

describe.each(OBERFLAECHEN_SPRACHEN)('texts in %s', (sprache) => {
  const texte = texteDer(sprache);

  test('are those of German', () => {
    expect([...new Set(Object.keys(texte).map(stamm))].sort()).toEqual(staemme);
  });

  test('have the plural forms of the language, all of them and no others', () => {
    const formen = new Intl.PluralRules(sprache).resolvedOptions().pluralCategories.toSorted();
    for (const key of mehrzahlen) {
      const da = Object.keys(texte)
        .filter((name) => stamm(name) === key)
        .map((name) => name.slice(key.length + 1));
      expect(da.sort(), key).toEqual(formen);
    }
  });

  test('have the same placeholders; a plural form may do without the number', () => {
    for (const [key, text] of Object.entries(texte)) {
      const deutsche = Object.entries(de)
        .filter(([name]) => stamm(name) === stamm(key))
        .flatMap(([, text]) => platzhalter(text));
      const hier = FORM.test(key) ? platzhalter(text).concat('anzahl') : platzhalter(text);
      const dort = FORM.test(key) ? deutsche.concat('anzahl') : deutsche;
      expect([...new Set(hier)].sort(), key).toEqual([...new Set(dort)].sort());
    }
  });

  test('are clean: nothing empty, no HTML, no invisible characters, no stray spaces', () => {
    for (const [key, text] of Object.entries(texte)) {
      expect(text.trim(), key).not.toBe('');
      // A separator is all about its space, and what was searched follows in the subject of a mail.
      expect(/\.(komma|betreff|trenner)$/.test(key) ? text.trim() : text, key).not.toMatch(
        /<[a-z/]|&\w+;|^ | {2}| $/i,
      );
      expect(findUnsichtbaresZeichen(text), key).toBeUndefined();
    }
  });
});

test('every file of texts is a language of the interface, and the other way round', () => {
  const dateien = readdirSync('src/i18n')
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''));
  expect(dateien.sort()).toEqual([...OBERFLAECHEN_SPRACHEN].sort());
  for (const code of OBERFLAECHEN_SPRACHEN.slice(1)) expect(texteDer(code)).not.toBe(de);
});

test.each([
  [0, 'zero'],
  [1, 'one'],
  [2, 'two'],
  [3, 'few'],
  [10, 'few'],
  [11, 'many'],
  [99, 'many'],
  [100, 'other'],
])('Arabic has a form for %i: %s', (anzahl, form) => {
  const erwartet = texteDer('ar')[`liste.angebote_${form}`]!.replace(
    '{anzahl}',
    new Intl.NumberFormat('ar').format(anzahl),
  );
  expect(createText('ar')('liste.angebote', { anzahl })).toBe(erwartet);
});

test('German has two', () => {
  const t = createText('de');
  expect(t('liste.angebote', { anzahl: 1 })).toBe('1 Angebot');
  expect(t('liste.angebote', { anzahl: 0 })).toBe('0 Angebote');
  expect(t('liste.angebote', { anzahl: 1234 })).toBe('1.234 Angebote');
});

test('a missing text or value is an error, never a gap on the page', () => {
  const t = lookUp('de', { gruss: 'Hallo {name}' });
  expect(t('gruss', { name: 'Ada' })).toBe('Hallo Ada');
  expect(() => t('gruss')).toThrow('{name}');
  expect(() => t('abschied')).toThrow('abschied');
});

test('values are put in as they are, whatever they hold', () => {
  expect(lookUp('de', { x: '„{a}“' })('x', { a: '$& {a} <b>' })).toBe('„$& {a} <b>“');
});

test('a Kreis’s own wording goes before', () => {
  expect(createText('de', { 'nav.suche': 'Finden' })('nav.suche')).toBe('Finden');
  expect(createText('de', { 'nav.suche': 'Finden' })('nav.start')).toBe(de['nav.start']);
});

test('a number after a German name stays on its side of the name in lines from right to left', () => {
  // „Siegburg: 37“ would run from left to right as one piece, unless a mark (U+200F) stands between.
  const geklebt = OBERFLAECHEN_SPRACHEN.filter((code) => richtung(code) === 'rtl').flatMap((code) =>
    Object.entries(texteDer(code))
      .filter(([, text]) =>
        /\{(?:name|ort|thema|titel|wert)\}[^\p{L}\u200f]*\{anzahl\}/u.test(text),
      )
      .map(([key]) => `${code} ${key}`),
  );
  expect(geklebt).toEqual([]);
});

test.each([
  ['ar', 'rtl'],
  ['fa', 'rtl'],
  ['ku', 'ltr'],
  ['de', 'ltr'],
  ['ti', 'ltr'],
])('%s runs %s', (code, erwartet) => expect(richtung(code)).toBe(erwartet));

test('languages are called by their names', () => {
  expect(sprachName('ar', 'de')).toBe('Arabisch');
  expect(sprachName('ti', 'en')).toBe('Tigrinya');
  expect(sprachName('de', 'ar')).toMatch(/الألمانية/);
  expect(sprachName('xyz', 'de')).toBe('xyz');
  expect(['de', 'en', 'ar'].map(eigenName)).toEqual(['Deutsch', 'English', 'العربية']);
});

test('every text is used', () => {
  const code = readdirSync('src', { recursive: true })
    .map(String)
    .filter((name) => /\.(ts|astro)$/.test(name))
    .map((name) => readFileSync(`src/${name}`, 'utf8'))
    .join('\n');
  // `facette.kosten.kostenlos` is asked for as `facette.${id}.${wert}`.
  const gebraucht = (key: string) =>
    new RegExp(`['"\`]${RegExp.escape(key)}['"\`]`).test(code) ||
    key
      .split('.')
      .some((_, i, teile) => i > 0 && code.includes(`\`${teile.slice(0, i).join('.')}.\${`));
  expect(staemme.filter((key) => !gebraucht(key))).toEqual([]);
});
