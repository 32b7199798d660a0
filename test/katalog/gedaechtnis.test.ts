/** Reading again what was read before: the result is that of reading for the first time. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ablageVon, holeAb, legeAb } from '../../src/katalog/ablage.ts';
import { ladeGedaechtnis, sichereGedaechtnis } from '../../src/katalog/gedaechtnis.ts';
import { type KatalogErgebnis, readKatalog } from '../../src/katalog/read-katalog.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';
import { createKontext } from '../../src/site/kontext.ts';
import {
  analysenVon,
  analysiereVoraus,
  letzteAnalysen,
  nimmAnalysen,
  type Wissen,
} from '../../src/suche/analysen.ts';
import { toSuchsatz } from '../../src/suche/suchsatz.ts';
import { toSuchtabelle } from '../../src/suche/suchtabelle.ts';
import { toSuchteile } from '../../src/suche/suchteile.ts';
import { createInhalt, MUSTERKREIS, STICHTAG } from '../lib/inhalt.ts';
import { katalogMit } from '../suche/katalog.ts';

let ordner: string;
beforeEach(() => (ordner = createInhalt()));
afterEach(() => rmSync(ordner, { recursive: true, force: true }));

/** All that depends on the files, with what the search makes of it. */
const alles = ({ katalog, befunde }: KatalogErgebnis) => ({
  befunde,
  katalog,
  suche: katalog && suchdateien(katalog),
});
const suchdateien = (katalog: Katalog) => {
  const { teile, ...bezug } = toSuchteile(katalog);
  const tabelle = toSuchtabelle(createKontext(katalog, 'de'), { ...bezug, teile: '' });
  return { tabelle, teile: new Map([...teile].map(([name, inhalt]) => [name, inhalt()])) };
};
/** As in a run that has read nothing yet: only the last folder and the last Katalog are remembered. */
const frisch = () => {
  readKatalog(MUSTERKREIS, STICHTAG);
  toSuchsatz(katalogMit({ anderes: {} }), katalogMit({ anderes: {} }).angebote.get('anderes')!);
  return alles(readKatalog(ordner, STICHTAG));
};

const DATEIEN = [
  'angebote/deutschkurs-frauen.md',
  'angebote/alphabetisierung-am-abend.md',
  'angebote/anonyme-unterkunft.md',
  'angebote/frauencafe.ar.md',
  'anbieter/beispielverein.yaml',
  'orte/haus-der-begegnung.yaml',
  'vokabular/themen.yaml',
  'vokabular/anliegen.yaml',
  'portal.yaml',
];

const eingriff = fc.record({
  datei: fc.constantFrom(...DATEIEN),
  wie: fc.constantFrom('wort', 'kaputt', 'weg', 'umbenannt', 'zurueck'),
  wort: fc.stringMatching(/^[A-Z][a-z]{3,9}$/),
});

describe('reading again', () => {
  test('after any edits gives what reading for the first time gives', () => {
    fc.assert(
      fc.property(fc.array(eingriff, { minLength: 1, maxLength: 4 }), (eingriffe) => {
        for (const { datei, wie, wort } of eingriffe) {
          const pfad = join(ordner, datei);
          const text = readFileSync(join(MUSTERKREIS, datei), 'utf8');
          if (wie === 'zurueck') writeFileSync(pfad, text);
          if (wie === 'wort')
            writeFileSync(pfad, `${text}\n# ${wort}\n`.replace(/^---\n$/m, '---\n'));
          if (wie === 'kaputt') writeFileSync(pfad, text.replace(':', ': ['));
          if (wie === 'weg') rmSync(pfad, { force: true });
          if (wie === 'umbenannt') {
            writeFileSync(pfad, text);
            renameSync(pfad, pfad.replace(/(\.\w+)$/, `-${wort.toLowerCase()}$1`));
          }
          readKatalog(ordner, STICHTAG);
        }
        const wieder = alles(readKatalog(ordner, STICHTAG));
        expect(wieder).toEqual(frisch());
      }),
      { numRuns: 5 },
    );
  });

  test('sees a change that leaves length and time of the file as they were', () => {
    const pfad = join(ordner, DATEIEN[0]!);
    const text = readFileSync(pfad, 'utf8');
    const titel = () =>
      [...readKatalog(ordner, STICHTAG).katalog!.angebote.values()].map((eines) => eines.titel);
    const vorher = titel();
    writeFileSync(pfad, text.replace(/^titel: (["']?)./m, 'titel: $1Q'));
    expect(titel()).not.toEqual(vorher);
  });

  test('what offers say is the same, analysed ahead in part, in whole, or when it is asked for', () => {
    const katalog = () =>
      katalogMit({ a: { text: 'Am Zitronenfalterhaus.' }, b: { text: 'Haus, Zitronenfalter.' } });
    const saetze = (eines: ReturnType<typeof katalog>) =>
      [...eines.angebote.values()].map((angebot) => toSuchsatz(eines, angebot));
    const soll = saetze(katalog());
    const [teilweise, ganz] = [katalog(), katalog()];
    analysiereVoraus(teilweise).next();
    expect(saetze(teilweise)).toEqual(soll);
    for (const _ of analysiereVoraus(ganz));
    expect(saetze(ganz)).toEqual(soll);
  });

  test('a new word that compounds are made of is found in texts that were not touched', () => {
    const familie = (katalog: Parameters<typeof toSuchsatz>[0]) =>
      toSuchsatz(katalog, katalog.angebote.get('a')!).content.split(' ');
    const a = { text: 'Am Zitronenfalterhaus.' };
    expect(familie(katalogMit({ a, b: { text: 'Ein Haus.' } }))).not.toContain('zitronenfalt1');
    expect(familie(katalogMit({ a, b: { text: 'Ein Haus, ein Zitronenfalter.' } }))).toContain(
      'zitronenfalt1',
    );
  });
});

describe('what an earlier run has read', () => {
  afterEach(() => rmSync(ablageVon('inhalt', ordner), { force: true }));

  test('is what this one would read', () => {
    ladeGedaechtnis(ordner);
    const soll = alles(readKatalog(ordner, STICHTAG));
    sichereGedaechtnis(ordner);
    frisch();
    expect(ladeGedaechtnis(ordner)).toBe(true);
    expect(alles(readKatalog(ordner, STICHTAG))).toEqual(soll);
  });

  test('does not count where the file has changed since, or what was kept is broken', () => {
    ladeGedaechtnis(ordner);
    readKatalog(ordner, STICHTAG);
    sichereGedaechtnis(ordner);
    writeFileSync(join(ordner, 'portal.yaml'), 'name: [');
    expect(ladeGedaechtnis(ordner)).toBe(true);
    expect(readKatalog(ordner, STICHTAG).katalog).toBeUndefined();
    writeFileSync(ablageVon('inhalt', ordner), 'broken');
    expect(ladeGedaechtnis(ordner)).toBe(false);
    expect(readKatalog(ordner, STICHTAG).katalog).toBeUndefined();
  });
});

describe('what an earlier run has analysed', () => {
  const ort = ablageVon('analysen', 'test');
  afterEach(() => rmSync(ort, { force: true }));
  const vorher = {
    a: { text: 'Am Zitronenfalterhaus.' },
    b: { text: 'Ein Haus.' },
    c: { text: 'Ein Zitronenbaum.' },
  };
  const saetze = (angebote: Record<string, { text: string }>) => {
    const katalog = katalogMit(angebote);
    return [...katalog.angebote.values()].map((angebot) => toSuchsatz(katalog, angebot));
  };
  /** In a run that has what one with the offers of before has kept. */
  const danach = (angebote: Record<string, { text: string }>, code = 'eins') => {
    saetze(vorher);
    legeAb(ort, 'eins', letzteAnalysen());
    saetze({ anderes: { text: 'Etwas anderes.' } });
    nimmAnalysen(holeAb<Wissen>(ort, code));
    return saetze(angebote);
  };

  test('holds for an offer that says the same', () => {
    danach({ anderes: { text: 'Etwas anderes.' } });
    const wissen = holeAb<Wissen>(ort, 'eins')!;
    nimmAnalysen(wissen);
    const katalog = katalogMit({ ...vorher, b: { text: 'Zwei Wohnungen.' } });
    const jetzt = (id: string) => analysenVon(katalog, katalog.angebote.get(id)!);
    expect(jetzt('c')).toBe(wissen.je.get('c')!.analysen);
    expect(jetzt('b')).not.toEqual(wissen.je.get('b')!.analysen);
  });

  test.each([
    ['nothing has changed', vorher],
    ['one says something else', { ...vorher, b: { text: 'Zwei Wohnungen.' } }],
    ['one is gone and another new', { a: vorher.a, d: { text: 'Ein Baum.' } }],
    ['a new word takes compounds apart', { ...vorher, d: { text: 'Ein Zitronenfalter.' } }],
  ])('is what this one finds where %s', (_was, angebote) => {
    const neu = danach(angebote, 'zwei');
    expect(neu).toHaveLength(Object.keys(angebote).length);
    expect(danach(angebote)).toEqual(neu);
    saetze(vorher);
    legeAb(ort, 'eins', letzteAnalysen());
    writeFileSync(ort, 'broken');
    nimmAnalysen(holeAb<Wissen>(ort, 'eins'));
    expect(saetze(angebote)).toEqual(neu);
  });
});
