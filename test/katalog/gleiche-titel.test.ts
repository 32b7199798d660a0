/** Titles that the build would refuse: the check names both files before. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fingerabdruck } from '../../src/katalog/uebersetzungen.ts';
import { type Dateien, lies, MUSTERKREIS, projekt, seite } from '../lib/inhalt.ts';

/** Findings of the rule, and of doubles, for one mistake needs one of them. */
const funde = (dateien: Dateien) =>
  lies(dateien)
    .befundeZu()
    .filter(({ regel }) => ['gleiche-titel', 'dubletten'].includes(regel))
    .map(({ datei, zeile, feld, stufe, meldung, tipp }) => ({
      wo: `${datei}:${zeile} ${feld} ${stufe}`,
      satz: `${meldung} ${tipp}`,
    }));
const vokabular = (name: string) =>
  readFileSync(`${MUSTERKREIS}/vokabular/${name}.yaml`, 'utf8').trimEnd();

test('providers of different places: the place belongs to the name', () => {
  expect(
    funde({
      'anbieter/caritas-a.yaml': 'name: Caritasverband\nkommune: probeburg\n',
      'anbieter/caritas-b.yaml': 'kommune: musterstadt\nname: Caritasverband\n',
    }),
  ).toEqual([
    {
      wo: 'anbieter/caritas-b.yaml:2 name fehler',
      satz: expect.stringMatching(
        /^„Caritasverband“ heißt auch .*anbieter\/caritas-a\.yaml.* Bitte den Ort dazuschreiben: „name: Caritasverband \(Musterstadt\)“. Mit „kein_duplikat“ allein ist es nicht getan\.$/,
      ) as string,
    },
  ]);
});

test('providers of the same place are probably one; that is said once', () => {
  const gefunden = funde({
    'anbieter/caritas-a.yaml': 'name: Caritasverband\nkommune: probeburg\n',
    'anbieter/caritas-b.yaml': 'name: Caritasverband\nkommune: probeburg\n',
  });
  expect(gefunden).toHaveLength(1);
  expect(gefunden[0]!.satz).toContain('Ist es derselbe Anbieter');
});

test('of three, two are to be changed', () => {
  const name = 'name: Caritasverband\n';
  const gefunden = funde(
    Object.fromEntries(['a', 'b', 'c'].map((id) => [`anbieter/caritas-${id}.yaml`, name])),
  );
  expect(gefunden.map(({ wo }) => wo)).toEqual([
    'anbieter/caritas-b.yaml:1 name fehler',
    'anbieter/caritas-c.yaml:1 name fehler',
  ]);
});

describe('pages', () => {
  const wegweiser = (titel: string) => seite('x', `titel: ${titel}\nart: wegweiser`);

  test('two guides', () => {
    expect(
      funde({ 'seiten/weg-a.md': wegweiser('Weg'), 'seiten/weg-b.md': wegweiser('Weg') }),
    ).toMatchObject([{ wo: 'seiten/weg-b.md:2 titel fehler' }]);
  });

  test('a guide and a page of another folder may be called the same', () => {
    expect(
      funde({ 'seiten/weg-a.md': wegweiser('Weg'), 'seiten/weg-b.md': seite('x', 'titel: Weg') }),
    ).toEqual([]);
  });

  test('a page called like one of the portal itself', () => {
    const [eins] = funde({ 'seiten/such.md': seite('x', 'titel: Suche') });
    expect(eins).toMatchObject({ wo: 'seiten/such.md:2 titel fehler' });
    expect(eins!.satz).toContain('die Seite „/suche/“ des Portals');
  });

  test('in another language only', () => {
    const mit = (fassung: (titel: string) => string) =>
      funde(
        Object.fromEntries(
          ['Weg A', 'Weg B'].flatMap((titel, i) => [
            [`seiten/weg-${i}.md`, wegweiser(titel)],
            [
              `seiten/weg-${i}.en.md`,
              `---\nart: mensch\ngeprueft: ja\nfassung: { titel: ${fassung(titel)} }\ntitel: Way\n---\n`,
            ],
          ]),
        ),
      );
    expect(mit(fingerabdruck)).toMatchObject([{ wo: 'seiten/weg-1.en.md:5 titel fehler' }]);
    // Outdated titles are not shown.
    expect(mit(() => '00000000')).toEqual([]);
  });

  test('what is protected has no title of its own', () => {
    const geschuetzt = seite('x', 'titel: Weg\nart: wegweiser\nschutz: [schnell-verlassen]');
    expect(funde({ 'seiten/weg-a.md': geschuetzt, 'seiten/weg-b.md': geschuetzt })).toEqual([]);
  });
});

test('two projects', () => {
  expect(
    funde({
      'projekte/garten-a.md': projekt({ titel: 'Garten' }),
      'projekte/garten-b.md': projekt({ titel: 'Garten' }),
    }),
  ).toMatchObject([
    {
      wo: 'projekte/garten-b.md:2 titel fehler',
      satz: expect.stringContaining('„titel: Garten (Probeburg)“') as string,
    },
  ]);
});

describe('words', () => {
  const neue = (a: string, b: string) => ({
    'vokabular/themen.yaml': `${vokabular('themen')}\nneu-a:\n  bezeichnung: ${a}\nneu-b:\n  bezeichnung: ${b}\n`,
  });
  const zeile = vokabular('themen').split('\n').length;

  test('two Themen', () => {
    const gefunden = funde(neue('Neues', 'Neues'));
    expect(gefunden).toMatchObject([
      { wo: `vokabular/themen.yaml:${zeile + 4} neu-b.bezeichnung.de fehler` },
    ]);
    expect(gefunden[0]!.satz).toContain('„neu-a“ in derselben Datei');
  });

  test('in another language only', () => {
    expect(funde(neue('{ de: A, en: New }', '{ de: B, en: New }'))).toMatchObject([
      { wo: `vokabular/themen.yaml:${zeile + 4} neu-b.bezeichnung.en fehler` },
    ]);
  });
});
