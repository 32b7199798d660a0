/** Long lists in pages: on all of them together stands what the whole list holds. */
import { describe, expect, it } from 'vitest';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { toAnbieterListe, toAnbieterSeite } from '../../src/site/anbieter-seite.ts';
import {
  aufSeite,
  KARTEN_JE_SEITE,
  seitenzahl,
  titelMitNr,
  toBlaettern,
  weitereSeiten,
} from '../../src/site/blaettern.ts';
import { facettenWerte, toFacettenSeite } from '../../src/site/facetten.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { FACETTEN_ORDNER, type SeitenFacette } from '../../src/site/pfade.ts';

const katalog = readKatalog('content', '2026-11-20').katalog!;
const kontext = createKontext(katalog, 'de');
const nummern = (seiten: number) => Array.from({ length: seiten }, (_, i) => i + 1);

describe('the pages of a list', () => {
  it('hold every offer of a value once, in the order of the whole list', () => {
    let lange = 0;
    for (const facette of Object.keys(FACETTEN_ORDNER) as SeitenFacette[])
      for (const { id, anzahl } of facettenWerte(kontext, facette)) {
        const links = (nr?: number) =>
          toFacettenSeite(kontext, facette, id, nr).gruppen.flatMap(({ karten }) =>
            karten.map(({ href }) => href),
          );
        const { seiten } = toFacettenSeite(kontext, facette, id, 1);
        expect(seiten).toBe(Math.max(1, Math.ceil(anzahl / KARTEN_JE_SEITE)));
        expect(nummern(seiten).flatMap((nr) => links(nr))).toEqual(links());
        lange += Number(seiten > 1);
      }
    expect(lange).toBeGreaterThan(3);
  });

  it('repeat the heading of a group that goes on', () => {
    const seiten = nummern(toFacettenSeite(kontext, 'zielgruppe', 'gefluechtete', 1).seiten);
    const titel = seiten.map((nr) =>
      toFacettenSeite(kontext, 'zielgruppe', 'gefluechtete', nr).gruppen.map(
        (gruppe) => gruppe.titel,
      ),
    );
    expect(titel.length).toBeGreaterThan(1);
    expect(titel.at(-1)!.length).toBeGreaterThan(0);
    expect(new Set(titel.flat())).toEqual(
      new Set(
        toFacettenSeite(kontext, 'zielgruppe', 'gefluechtete').gruppen.map(({ titel }) => titel),
      ),
    );
  });

  it('hold every provider once, and say how many offers each has in all', () => {
    const alle = [...katalog.anbieter.values()].map((anbieter) => [
      toAnbieterSeite(kontext, anbieter, 1).anzahl,
      toAnbieterSeite(kontext, anbieter).karten.length,
    ]);
    for (const [anzahl, karten] of alle) expect(anzahl).toBe(karten);
    const ganze = toAnbieterListe(kontext).flatMap(({ eintraege }) => eintraege);
    expect(toAnbieterListe(kontext, 1).flatMap(({ eintraege }) => eintraege)).toEqual(ganze);
    expect(toAnbieterListe(kontext, 2)).toEqual([]);
  });

  it('are as many as there have to be', () => {
    expect([0, 1, 50, 51, 100, 101].map((anzahl) => seitenzahl(anzahl, 50))).toEqual([
      1, 1, 1, 2, 2, 3,
    ]);
    expect(weitereSeiten(101, 50)).toEqual([2, 3]);
    expect(weitereSeiten(50, 50)).toEqual([]);
    expect(aufSeite([1, 2, 3, 4, 5], 3, 2)).toEqual([5]);
  });

  it('have addresses below the list, and titles that differ', () => {
    const { pfade } = kontext;
    const adresse = (nr: number) => pfade.blatt(pfade.angebote, nr);
    expect(toBlaettern(adresse, 1, 1)).toBeUndefined();
    const blaettern = toBlaettern(adresse, 2, 3)!;
    expect(blaettern.seiten).toEqual(['/angebote/', '/angebote/seite/2/', '/angebote/seite/3/']);
    expect(titelMitNr({ text: 'Beratung', lang: 'de' }, blaettern)).toEqual({
      text: 'Beratung (2/3)',
      lang: 'de',
    });
  });
});
