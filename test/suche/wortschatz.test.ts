import { describe, expect, test } from 'vitest';
import { createNachschlagewerk } from '../../src/browser/nachschlagen.ts';
import { inhaltswoerter, NEBENSACHE, sinnwoerter } from '../../src/suche/analyse/fuellwoerter.ts';
import { stamm } from '../../src/suche/analyse/stamm.ts';
import { createWortschatz, formatWortschatz, inTeile } from '../../src/suche/wortschatz.ts';
import { wendungenVon } from '../../src/suche/wendungen.ts';
import { MUSTERKREIS } from '../lib/inhalt.ts';
import { sucheUeber } from '../lib/suche.ts';
import { katalogMit } from './katalog.ts';

/** A Nachschlagewerk over parts, and which of them it loaded. */
function oeffne(teile: readonly { von: string; text: string }[]) {
  const geladen: string[] = [];
  const werk = createNachschlagewerk({
    woerter: teile.map(({ von }) => von),
    ladeTeil: async (name) => {
      geladen.push(name);
      return teile[Number(name.slice(1))]!.text;
    },
  });
  return { werk, geladen };
}

describe.each(['content', MUSTERKREIS] as const)('the Wortschatz of %s', (ordner) => {
  const suche = sucheUeber(ordner);

  test('every word is found again in the one part it is looked for in', async () => {
    const teile = formatWortschatz(suche.wortschatz);
    for (const [wort, { art, fuellwort, ziele }] of suche.wortschatz) {
      const { werk, geladen } = oeffne(teile);
      await werk.lade([wort]);
      const eintrag = werk.eintrag(wort);
      expect(eintrag, wort).toMatchObject({ wort, ziele, fuellwort });
      expect(eintrag!.haeufig > 0, wort).toBe(/\d/.test(art));
      expect(geladen.length, wort).toBe(1);
    }
  });

  test('every word is found again by its beginning', async () => {
    const { werk } = oeffne(formatWortschatz(suche.wortschatz));
    for (const wort of suche.wortschatz.keys()) {
      const anfang = wort.slice(0, 4);
      await werk.ladeAnfang(anfang);
      expect(werk.mitAnfang(anfang).map((eintrag) => eintrag.wort)).toContain(wort);
    }
  });

  test('a word that is not there is not found, wherever it would stand', async () => {
    const { werk } = oeffne(formatWortschatz(suche.wortschatz));
    for (const wort of ['', '0', 'aaaa', 'zzzz', 'яяяя', 'ييي', '\uFFFD']) {
      await werk.lade([wort]);
      await werk.ladeAnfang(wort);
      expect(werk.eintrag(wort)).toBeUndefined();
    }
  });

  test('no word or target breaks the lines of the parts', () => {
    for (const [wort, { ziele }] of suche.wortschatz)
      for (const text of [wort, ...ziele]) expect(text).toMatch(/^[^\s]+$/);
  });

  test('every name and search word of every language leads to its entry', async () => {
    for (const { text, ziele } of wendungenVon(suche.katalog)) {
      const eintraege = [...new Set(sinnwoerter(text).map(stamm))].map(
        (form) => [form, suche.wortschatz.get(form)] as const,
      );
      if (eintraege.length === 0) continue;
      // A word that nothing else has, too, is in the Wortschatz.
      for (const [form, eintrag] of eintraege) expect(eintrag, `${text}: ${form}`).toBeDefined();
      for (const ziel of ziele.filter((eines) => !/^(anliegen|verwandt|siehe)=/.test(eines))) {
        const fuehrt = eintraege.some(([form, eintrag]) => {
          const rest = eintraege.map(([andere]) => andere).filter((andere) => andere !== form);
          return eintrag!.ziele.some((eines) => {
            const [wohin, ...weitere] = eines.split('+');
            return wohin === ziel && weitere.toSorted().join() === rest.toSorted().join();
          });
        });
        expect(fuehrt, `${text}: ${ziel}`).toBe(true);
      }
    }
  });

  test('it is the same for the same content', () => {
    const nochmal = createWortschatz(suche.katalog);
    expect([...nochmal]).toEqual([...suche.wortschatz]);
    expect([...nochmal.keys()]).toEqual([...nochmal.keys()].sort());
  });

  test('German fillers are no words to search for', async () => {
    for (const wort of NEBENSACHE.fuellwoerter)
      expect(suche.wortschatz.get(wort)?.fuellwort, wort).toBe(true);
  });
});

test('lines are cut into parts even where a word comes twice, or is none', () => {
  const zeilen = ['', '', 'kurs', 'kurs'].map((wort) => [wort, `${wort} 1`] as const);
  expect(inTeile(zeilen, 1).map(({ von }) => von)).toEqual(['', '', 'k', 'kurs']);
});

test('words with the same first letter share a part, or else those with the same two', () => {
  const grenzen = (...worte: string[]) =>
    inTeile(
      worte.map((wort) => [wort, wort.padEnd(9)] as const),
      30,
    ).map(({ von }) => von);
  expect(grenzen('aa', 'ab', 'ba', 'bb', 'ca')).toEqual(['a', 'b']);
  // Four lines are more than three, but not much.
  expect(grenzen('aa', 'ba', 'bea', 'beb', 'bec', 'bed', 'bu', 'c')).toEqual(['a', 'be', 'bu']);
  // These are too many.
  expect(grenzen('aa', 'bea', 'beb', 'bec', 'bed', 'bee')).toEqual(['a', 'bec']);
  expect(grenzen()).toEqual([]);
});

describe('a Wortschatz of few words', () => {
  const katalog = katalogMit({
    a: { titel: 'Kleiderkammer', text: 'Kostenlose Kleidung für alle.' },
    b: { titel: 'Schutz', text: 'Wir beraten bei Gewalt.' },
    c: { titel: 'Malen', text: 'Malen mit Kindern in der Malwerkstatt.' },
  });
  const wortschatz = createWortschatz(katalog);
  const ziele = (wort: string) => wortschatz.get(stamm(wort))?.ziele ?? [];

  test('a line that was cut is no word', async () => {
    const { werk } = oeffne([{ von: 'a', text: 'arbeit 2\nart' }]);
    await expect(werk.lade(['art'])).rejects.toThrow('Wortschatz');
  });

  test('synonyms of every language lead to the same need', () => {
    for (const wort of ['kleider', 'anziehsachen', 'clothes', 'clothing', 'ملابس'])
      expect(ziele(wort), wort).toContain('anliegen=kleidung');
  });

  test('a phrase needs all of its words', () => {
    const alle = [...wortschatz].flatMap(([wort, eintrag]) =>
      eintrag.ziele.map((ziel) => [wort, ziel] as const),
    );
    // „Mann schlägt mich“: whichever word is looked up, the other must be typed too.
    const gewalt = alle.filter(([wort]) => ['mann', 'schlagt'].includes(wort));
    expect(gewalt.filter(([, ziel]) => ziel.startsWith('gefahr=') && !ziel.includes('+'))).toEqual(
      [],
    );
    expect(
      gewalt.some(
        ([wort, ziel]) => ziel === `gefahr=gewalt+${wort === 'mann' ? 'schlagt' : 'mann'}`,
      ),
    ).toBe(true);
  });

  test('a need that no offer meets leads nowhere, but its danger still does', () => {
    const ohne = katalogMit({ a: { titel: 'Kleiderkammer' } });
    const worte = createWortschatz(ohne);
    const alle = [...worte.values()].flatMap((eintrag) => eintrag.ziele);
    expect(alle.filter((ziel) => ziel.startsWith('anliegen=gewalt'))).toEqual([]);
    expect(alle.some((ziel) => ziel.startsWith('gefahr=gewalt'))).toBe(true);
  });

  test('a fact leads to its facet', () => {
    for (const wort of ['kostenlos', 'umsonst', 'gratis'])
      expect(ziele(wort), wort).toContain('kosten=kostenlos');
  });

  test('places: name, district, postal code, another name', () => {
    for (const wort of ['musterstadt', 'musterheide', '53999'])
      expect(ziele(wort), wort).toContain('kommune=musterstadt');
  });

  test('languages in the languages of the vocabulary; German is nothing to look for', () => {
    for (const wort of ['arabisch', 'arabic', 'العربية'].flatMap((text) => inhaltswoerter(text)))
      expect(ziele(wort), wort).toContain('sprache=ar');
    expect([...wortschatz.values()].flatMap((eintrag) => eintrag.ziele)).not.toContain(
      'sprache=de',
    );
  });

  test('a filler that looks like the stem of another word does not hide that word', async () => {
    const { werk } = oeffne(formatWortschatz(wortschatz));
    await werk.lade(['mal', 'malen']);
    // „mal“ is left out, „malen“ is what the offer is about.
    expect(werk.eintrag('mal')?.fuellwort).toBe(true);
    expect(werk.eintrag(stamm('malen'))?.haeufig).toBeGreaterThan(0);
  });
});

test('a need that no offer meets leads to its Themen instead, and only then', () => {
  const { katalog } = sucheUeber(MUSTERKREIS);
  const anliegen = new Map(katalog.vokabular.anliegen);
  anliegen.set('tauchen', {
    id: 'tauchen',
    bezeichnung: { de: 'Tauchen' },
    suchwoerter: { de: ['Tauchkurs'] },
    themen: ['gesundheit'],
  });
  const mehr = { ...katalog, vokabular: { ...katalog.vokabular, anliegen } };
  const wortschatz = createWortschatz(mehr);
  expect(wortschatz.get('tauchkurs')?.ziele).toEqual(['siehe=gesundheit']);
  expect(wortschatz.get(stamm('ملابس'))?.ziele).toContain('anliegen=kleidung');
  expect(wortschatz.get(stamm('ملابس'))?.ziele).not.toContain('siehe=familie');
});
