import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { parseAnfragen } from '../../scripts/lib/suchguete.ts';
import { ersteTeile } from '../../src/browser/erste-teile.ts';
import { createFinder } from '../../src/browser/finder.ts';
import { createSuche, sucheUeber } from '../lib/suche.ts';
import { katalogMit } from '../suche/katalog.ts';

const DATEI = 'test/suche/anfragen.json';
const suche = sucheUeber('content');

/** What a search asks for while nothing has come yet. */
async function gefragt(text: string, bestand = suche.bestand): Promise<string[]> {
  const namen = new Set<string>();
  const ladeTeil = (name: string) => {
    namen.add(name);
    return new Promise<never>(() => undefined);
  };
  void createFinder({ ...bestand, ladeTeil }).finden(text);
  await setImmediate();
  return [...namen].sort();
}

test('whatever people search for, the parts asked for beforehand are those that the search begins with', async () => {
  const anfragen = parseAnfragen(DATEI, readFileSync(DATEI)).map(({ suche }) => suche);
  // Short and unfinished ones, too.
  const texte = [...anfragen, 'a', 'de', 'deu', 'kita in', 'Straße, 53757', '!?', ''];
  for (const text of texte)
    expect([...ersteTeile(suche.bestand, text)].sort(), text).toEqual(await gefragt(text));
  expect(texte.length).toBeGreaterThan(150);
});

/** What a search loads in all, beside the cards. */
async function geladen(text: string): Promise<Set<string>> {
  const namen = new Set<string>();
  const ladeTeil = (name: string) => {
    namen.add(name);
    return suche.bestand.ladeTeil(name);
  };
  const gefunden = await createFinder({ ...suche.bestand, ladeTeil }).finden(text);
  expect(gefunden?.passungen?.length, text).toBeGreaterThan(0);
  return namen;
}

test.each([
  ['безкоштовний одяг', 'زوجي يضربني', 'szukam pracy', 'oturum izni uzatma'],
  [
    'Wonung',
    'Anwlat',
    'Sprachkrus',
    'Kindergaten',
    'Integrationkurs',
    'Schuldnerbertung',
    'german citizenship aplication',
  ],
])(
  'nothing more is loaded for „%s“ and the like: a slow line would take as long again',
  async (...texte) => {
    for (const text of texte)
      expect(await geladen(text), text).toEqual(ersteTeile(suche.bestand, text));
  },
);

test.each([
  ['none', {}],
  ['one', { a: { text: 'Kaffee.' } }],
])('the same where there are few offers: %s', async (_was, angebote) => {
  const { bestand } = createSuche(katalogMit(angebote));
  expect([...ersteTeile(bestand, 'Kaffee')].sort()).toEqual(await gefragt('Kaffee', bestand));
});
