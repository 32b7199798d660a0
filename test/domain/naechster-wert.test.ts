import { expect, test } from 'vitest';
import { naechsterWert, tippMeintenSie } from '../../src/domain/naechster-wert.ts';

test.each([
  ['sprachen', ['sprache', 'arbeit'], 'sprache'],
  ['Sprache', ['sprache', 'arbeit'], 'sprache'],
  ['nötig', ['ohne', 'moeglich', 'noetig'], 'noetig'],
  ['auf Anfrage', ['ja', 'nein', 'auf-anfrage'], 'auf-anfrage'],
  ['tele fon', ['telefon', 'termin'], 'telefon'],
  ['bera', ['beratung', 'begleitung'], 'beratung'], // the beginning of a word
  ['quatsch', ['sprache', 'arbeit'], undefined],
  ['', ['sprache'], undefined],
  ['x', [], undefined],
])('%j among %j is %s', (wert, bekannte, erwartet) =>
  expect(naechsterWert(wert, bekannte)).toBe(erwartet),
);

test('the tip names the near value, and all of them where there are few', () => {
  expect(tippMeintenSie('sprachen', ['sprache', 'arbeit'])).toBe(
    'Meinten Sie „sprache“? Bekannt sind: sprache, arbeit.',
  );
  expect(tippMeintenSie('quatsch', ['sprache', 'arbeit'])).toBe('Bekannt sind: sprache, arbeit.');
  const viele = Array.from({ length: 41 }, (_, i) => `wert-${i}`);
  expect(tippMeintenSie('wert-400', viele)).toBe('Meinten Sie „wert-40“?');
  expect(tippMeintenSie('quatsch', viele)).toBe('Bitte die Schreibweise prüfen.');
  expect(tippMeintenSie('quatsch', [], 'Bitte löschen.')).toBe('Bitte löschen.');
});
