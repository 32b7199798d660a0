import { expect, test } from 'vitest';
import { createKontext } from '../../src/site/kontext.ts';
import { toSuchsatz } from '../../src/suche/suchsatz.ts';
import { katalogMit } from './katalog.ts';

function satz(felder: Parameters<typeof katalogMit>[0][string], sprache = 'de') {
  const katalog = katalogMit({ a: felder });
  return toSuchsatz(createKontext(katalog, sprache), katalog.angebote.get('a')!);
}

test('the record carries title, labels in both languages, provider and place', () => {
  const { meta, content, language } = satz({ titel: 'Deutschkurs', text: 'Der **Kurs**.' }, 'en');
  expect(language).toBe('en');
  expect(meta['title']).toBe('Deutschkurs');
  expect(meta['begriffe']).toContain('Work');
  expect(meta['begriffe']).toContain('Arbeit');
  expect(meta['ort']).toContain('Siegburg');
  expect(content).toContain('Der Kurs.');
  expect(content).toContain('Beispielverein');
});

test('filters hold ids', () => {
  const { filters } = satz({});
  expect(filters['thema']).toEqual(['arbeit']);
  expect(filters['kommune']).toEqual(['siegburg']);
});

test('quotation marks, brackets and soft hyphens do not stick to words', () => {
  const { meta } = satz({ titel: '„Komm rein“ (Straßen\u00ADcafé)' });
  expect(meta['title']).toBe('Komm rein Straßencafé');
});

test('words for finding are found in every language', () => {
  const { meta } = satz({ suchwoerter: { de: ['MBE'], tr: ['danışma'] } }, 'ar');
  expect(meta['suchwoerter']).toContain('MBE');
  expect(meta['suchwoerter']).toContain('danışma');
});

test('a confidential offer has no place', () => {
  const record = satz({
    schutz: ['vertraulich'],
    orte: [{ strasse: 'Geheimweg 7', plz: '53721', ort: 'Siegburg' }],
  });
  expect(JSON.stringify(record)).not.toMatch(/Geheimweg|53721/);
  expect(record.meta['ort']).toBe('');
});

test('no single letters, by which unknown words would be found', () => {
  const { content, meta } = satz({ titel: 'Hilfe von A bis Z', text: 'Kurs A1, Haus B.' });
  expect(meta['title']).toBe('Hilfe von bis');
  expect(content).toContain('Kurs A1, Haus');
  expect(content).toContain('Beispielverein eV');
});
