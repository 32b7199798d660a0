import { expect, test } from 'vitest';
import { toSuchsatz } from '../../src/suche/suchsatz.ts';
import { katalogMit } from './katalog.ts';

/** The tokens of an offer, by field. */
function satz(felder: Parameters<typeof katalogMit>[0][string]) {
  const katalog = katalogMit({ a: felder });
  const { content, meta, ...rest } = toSuchsatz(katalog, katalog.angebote.get('a')!);
  return {
    ...rest,
    text: content.split(' '),
    titel: meta['t']!.split(' '),
    kurz: meta['k']!.split(' '),
  };
}

test('title, short text and text are told apart', () => {
  const { titel, kurz, text, url } = satz({
    titel: 'Deutschkurs',
    kurz: 'Für Anfänger.',
    text: 'Der **Unterricht** ist montags.',
  });
  expect(url).toBe('a');
  expect(titel).toContain('deutschkurs0');
  expect(kurz).toContain('anfang0');
  expect(text).toContain('unterricht0');
  expect([...titel, ...kurz]).not.toContain('unterricht0');
});

test('who offers it stands in the short text, where it is in the text', () => {
  const { kurz, text } = satz({});
  expect(kurz).toContain('beispielverein0');
  expect(text).toContain('siegburg0');
});

test('a word is found by itself, by its family, and by the pieces of compounds', () => {
  const { text } = satz({ titel: 'Kurse und Beratung', text: 'Beratungskurse' });
  expect(text).toContain('beratungskurs0');
  expect(text).toEqual(expect.arrayContaining(['berat1', 'kurs1']));
  expect(text).not.toContain('kurs0');
});

test('the needs that its words meet', () => {
  const { titel, text } = satz({ titel: 'Kleiderkammer', text: 'Hier ist Schutz vor Gewalt.' });
  expect(titel).toContain('kleidung2');
  expect(text).toContain('gewalt2');
  expect(titel).not.toContain('gewalt2');
});

test('a fact of the offer is no matter of its words', () => {
  const alles = Object.values(satz({ titel: 'Kostenlos' })).flat();
  expect(alles).toContain('kostenlo0');
  expect(alles).not.toContain('kostenlos2');
});

test('quotation marks, brackets and soft hyphens do not stick to words', () => {
  const { titel } = satz({ titel: '„Komm rein“ (Straßen\u00ADcafé)' });
  expect(titel).toEqual(expect.arrayContaining(['komm0', 'rein0', 'strassencaf0']));
});

test('search words of every language count like the title', () => {
  const { titel } = satz({ suchwoerter: { de: ['MBE'], tr: ['danışma'], ar: ['استشارة'] } });
  expect(titel).toEqual(expect.arrayContaining(['mbe0', 'danisma0']));
  expect(titel.some((zeichen) => /^\p{Script=Arabic}+0$/u.test(zeichen))).toBe(true);
});

test('no fillers, no years and house numbers; levels and phone numbers known by heart stay', () => {
  const { text } = satz({
    text: 'Das ist der Kurs A1 in Haus 12, seit 2015. Rufen Sie 116016 an!',
  });
  expect(text).toEqual(expect.arrayContaining(['a10', 'haus0', '1160160']));
  for (const zeichen of ['das0', 'der0', '120', '20150', 'an0'])
    expect(text).not.toContain(zeichen);
});

test('every token ends in the digit that tells what it is, so that none begins like another', () => {
  const { titel, kurz, text } = satz({ titel: 'Kurs B1', text: 'Kurse, kurdisch, Kursleitung' });
  const alle = [...titel, ...kurz, ...text];
  for (const zeichen of alle) expect(zeichen).toMatch(/^[\p{L}\p{N}]+[012]$/u);
  for (const eines of new Set(alle))
    expect(alle.filter((anderes) => anderes !== eines && anderes.startsWith(eines))).toEqual([]);
});

test('a confidential offer has no place', () => {
  const record = satz({
    schutz: ['vertraulich'],
    orte: [{ strasse: 'Geheimweg 7', plz: '53721', ort: 'Siegburg' }],
  });
  expect(JSON.stringify(record)).not.toMatch(/geheimweg|53721|siegburg/i);
});
