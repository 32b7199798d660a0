/** What pages tell search engines, as it was built. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../lib/dateien.ts';
import { sprachcodes } from '../../src/domain/portal.ts';
import { angeboteMitSeite } from '../../src/katalog/katalog.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { createKontext } from '../../src/site/kontext.ts';
import {
  attribut,
  elemente,
  expandiere,
  fremdesIn,
  jsonLdVon,
  type Node,
  nodesVon,
  textVon,
} from '../lib/json-ld.ts';
import { STICHTAG, WERKSTATT } from './lib/bauen.ts';

const SKRIPT = '<script type="application/ld+json">';
const katalogVon = (inhalt: string) => readKatalog(inhalt, STICHTAG).katalog!;
const rheinSieg = katalogVon('content');
const musterkreis = katalogVon('test/fixtures/musterkreis');

/** Pages of a built portal with their HTML, by path. */
const seitenIn = (name: string, ordner = '') =>
  listFiles(join(WERKSTATT, name, ordner))
    .filter((path) => path.endsWith('.html'))
    .map((path) => [relative(join(WERKSTATT, name), path), readFileSync(path, 'utf8')] as const);

/** All pages of the small portals; of the large one, those that say most, in two languages. */
const seiten = [
  ...seitenIn('musterkreis'),
  ...seitenIn('korpus'),
  ...['angebote', 'anbieter', 'ar/angebote', 'ar/anbieter'].flatMap((ordner) =>
    seitenIn('rhein-sieg', ordner),
  ),
].filter(([, html]) => html.includes(SKRIPT));
const daten = new Map(seiten.map(([pfad, html]) => [pfad, jsonLdVon(html)] as const));
const nodes = (art: string) => [...daten].flatMap(([, skripte]) => nodesVon(skripte, art));

describe('what pages tell search engines', () => {
  it('is one script on many pages, of types and properties that schema.org knows', () => {
    expect(seiten.length).toBeGreaterThan(500);
    for (const [pfad, skripte] of daten) {
      expect(skripte, pfad).toHaveLength(1);
      const graph = skripte[0]!['@graph'] as Node[];
      expect(
        graph.flatMap((node) => fremdesIn(node)),
        pfad,
      ).toEqual([]);
    }
  });

  it('can be read in full, and everything in it has a whole address', async () => {
    for (const [pfad, skripte] of daten) {
      expect(await expandiere(skripte), pfad).not.toEqual([]);
      const adressen = [...JSON.stringify(skripte).matchAll(/"(?:@id|url)":"([^"]+)"/g)];
      for (const [, adresse] of adressen) expect(adresse, pfad).toMatch(/^https?:\/\/[^/]/);
    }
  });

  it('says of courses, dates and trails what Google needs', () => {
    const kurse = nodes('Course');
    expect(kurse.length).toBeGreaterThan(20);
    for (const kurs of kurse)
      expect(kurs).toMatchObject({
        name: expect.stringMatching(/./),
        description: expect.stringMatching(/./),
        provider: { name: expect.stringMatching(/./) },
      });
    const termine = nodes('Event');
    expect(termine.length).toBeGreaterThan(0);
    for (const termin of termine) {
      expect(termin['startDate']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d\+0[12]:00$/);
      expect(termin['name']).toBeTruthy();
      for (const ort of termin['location'] as Node[])
        expect(ort['address'] ?? ort['url']).toBeTruthy();
    }
    const pfade = nodes('BreadcrumbList');
    expect(pfade.length).toBeGreaterThan(500);
    for (const { itemListElement } of pfade) {
      const schritte = itemListElement as Node[];
      expect(schritte.length).toBeGreaterThanOrEqual(2);
      expect(schritte.map(({ position }) => position)).toEqual(schritte.map((_, i) => i + 1));
      for (const { name } of schritte) expect(name).toBeTruthy();
      for (const { item } of schritte.slice(0, -1)) expect((item as Node)['@id']).toMatch(/^https/);
    }
  });

  it('has the same trail as the page shows, to a page of its own name', () => {
    const { origin } = new URL(musterkreis.portal.url);
    let verglichen = 0;
    for (const [pfad, html] of seitenIn('musterkreis').filter(([, html]) =>
      html.includes(SKRIPT),
    )) {
      const alle = elemente(html);
      const nav = alle.find((e) => e.tagName === 'nav' && attribut(e, 'class') === 'pfad');
      const links = nav ? elemente(nav).filter(({ tagName }) => tagName === 'a') : [];
      const gezeigt = links.map((a) => [textVon(a).trim(), origin + attribut(a, 'href')]);
      const schritte = nodesVon(daten.get(pfad), 'BreadcrumbList').map(
        ({ itemListElement }) => itemListElement as Node[],
      );
      expect(
        schritte.map(([oben]) => [oben!['name'], (oben!['item'] as Node)['@id']]),
        pfad,
      ).toEqual(gezeigt);
      const h1 = textVon(alle.find(({ tagName }) => tagName === 'h1')!).trim();
      const tab = textVon(alle.find(({ tagName }) => tagName === 'title')!).trim();
      // Of offers with the same title, each has its provider behind it, as in the tab.
      for (const [, selbst] of schritte)
        expect(
          [selbst!['name'], tab].every((name) => String(name).startsWith(h1)),
          pfad,
        ).toBe(true);
      verglichen += gezeigt.length;
    }
    expect(verglichen).toBeGreaterThan(100);
  });

  it('is in the language of the page, and leads to that page', () => {
    for (const [pfad, html] of seiten) {
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)![1]!;
      const [, sprache] = /<html lang="([^"]+)"/.exec(html)!;
      for (const node of nodesVon(daten.get(pfad), 'WebPage'))
        expect([node['@id'], node['inLanguage']], pfad).toEqual([canonical, sprache]);
    }
    expect(nodes('WebPage').length).toBeGreaterThan(400);
  });
});

describe.each([
  ['rhein-sieg', rheinSieg],
  ['musterkreis', musterkreis],
])('nothing is told in %s', (name, katalog) => {
  const lies = (pfad: string) => readFileSync(join(WERKSTATT, name, pfad, 'index.html'), 'utf8');
  const mitSeite = [...angeboteMitSeite(katalog).values()];
  const geschuetzt = mitSeite.filter(({ schnellVerlassen }) => schnellVerlassen);
  const pfadeIn = (sprache: string) => {
    const { pfade } = createKontext(katalog, sprache);
    const basis = createKontext(katalog, 'de').pfade.start;
    return (id: string) => pfade.angebot(id).slice(basis.length);
  };

  it('on pages of offers that are protected, in the archive or over, in no language', () => {
    expect(geschuetzt.length).toBeGreaterThan(1);
    for (const sprache of sprachcodes(katalog.portal)) {
      const pfad = pfadeIn(sprache);
      for (const { id, schnellVerlassen } of mitSeite)
        if (schnellVerlassen || !katalog.angebote.has(id))
          expect(lies(pfad(id)), `${sprache} ${id}`).not.toContain('ld+json');
        else expect(lies(pfad(id)), `${sprache} ${id}`).toContain(SKRIPT);
    }
  });

  it('on any page with the way out, and nowhere about what is protected', () => {
    const adressen = geschuetzt.map(({ id }) => `/${pfadeIn('de')(id)}`);
    const titel = geschuetzt.map((angebot) => JSON.stringify(angebot.titel).slice(1, -1));
    for (const [pfad, html] of seitenIn(name)) {
      const [, skript] = /<script type="application\/ld\+json">([^<]*)</.exec(html) ?? [];
      if (skript === undefined) continue;
      expect(html, pfad).not.toContain('data-ausstieg');
      for (const verboten of [...adressen, ...titel])
        expect(skript.includes(verboten), `${verboten} in ${pfad}`).toBe(false);
    }
  });
});
