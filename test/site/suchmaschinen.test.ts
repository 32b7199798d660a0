/** What search engines and browsers look for beside the pages: robots.txt, sitemaps, OpenSearch, security.txt. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sprachcodes } from '../../src/domain/portal.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { toDateien } from '../../src/site/dateien.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { gehoertInsPaket } from '../../src/site/offline.ts';
import { formatOpensearch } from '../../src/site/opensearch.ts';
import { toRahmen } from '../../src/site/rahmen.ts';
import { formatSitemaps } from '../../src/site/sitemap.ts';
import { lies, MUSTERKREIS, STICHTAG } from '../lib/inhalt.ts';

const PORTAL = readFileSync(`${MUSTERKREIS}/portal.yaml`, 'utf8');
const probe = lies().katalog!;
const echt = lies({
  'portal.yaml': PORTAL.replace('probebetrieb: ja', 'probebetrieb: nein'),
}).katalog!;
const dateien = { probe: toDateien(probe), echt: toDateien(echt) };

/** Whether a robot may fetch a path: of the rules that fit, the longest counts (RFC 9309). */
function darf(robots: string, pfad: string): boolean {
  const regeln = robots.split('\n').flatMap((zeile) => {
    const [, art, muster] = /^(Allow|Disallow): (\/\S*)$/.exec(zeile) ?? [];
    return art && muster ? [{ erlaubt: art === 'Allow', muster }] : [];
  });
  const passt = ({ muster }: { muster: string }) =>
    muster.endsWith('$') ? pfad === muster.slice(0, -1) : pfad.startsWith(muster);
  const [staerkste] = regeln.filter(passt).sort((a, b) => b.muster.length - a.muster.length);
  return staerkste?.erlaubt ?? true;
}

describe('robots.txt', () => {
  test('keeps robots from the data on trial, and lets them read on each page that it is not to be found', () => {
    const robots = dateien.probe.get('robots.txt')!;
    expect(darf(robots, '/integration/daten/v1/angebote.json')).toBe(false);
    expect(darf(robots, '/integration/daten/angebote.csv')).toBe(false);
    expect(darf(robots, '/integration/daten/')).toBe(true);
    expect(darf(robots, '/integration/angebote/frauencafe/')).toBe(true);
    expect(darf(robots, '/daten/eines-anderen/')).toBe(true);
    expect(robots).not.toContain('Sitemap');
    expect(dateien.probe.has('sitemap.xml')).toBe(false);
  });

  test('allows everything afterwards, and names the sitemap', () => {
    const robots = dateien.echt.get('robots.txt')!;
    expect(darf(robots, '/integration/daten/v1/angebote.json')).toBe(true);
    expect(robots).toContain('\nSitemap: https://muster.example/integration/sitemap.xml\n');
    expect(dateien.echt.has('sitemap.xml')).toBe(true);
  });
});

test('security.txt names the contact of the portal, for less than a year', () => {
  const zeilen = dateien.probe.get('.well-known/security.txt')!.trimEnd().split('\n');
  const felder = new Map(zeilen.map((zeile) => zeile.split(/: (.*)/) as [string, string]));
  expect([...felder.keys()]).toHaveLength(zeilen.length);
  expect(felder.get('Contact')).toBe('mailto:fachstelle@musterkreis.example');
  expect(felder.get('Expires')).toBe('2027-11-19T23:59:59Z');
  const jahr = Date.parse(felder.get('Expires')!) - Date.parse(STICHTAG);
  expect(jahr).toBeLessThanOrEqual(365 * 86_400_000);
  // The only place where it counts.
  expect(felder.get('Canonical')).toBe('https://muster.example/.well-known/security.txt');
  expect(felder.get('Preferred-Languages')).toBe('de');
});

describe('the description of the search for browsers', () => {
  const lese = (xml: string) => {
    expect(XMLValidator.validate(xml)).toBe(true);
    const parser = new XMLParser({ ignoreAttributes: false, htmlEntities: true });
    return (parser.parse(xml) as { OpenSearchDescription: Record<string, never> })
      .OpenSearchDescription;
  };

  test('leads to the search in each language, behind „#“', () => {
    expect(lese(dateien.probe.get('ar/opensearch.xml')!)).toMatchObject({
      '@_xmlns': 'http://a9.com/-/spec/opensearch/1.1/',
      Language: 'ar',
      Url: {
        '@_type': 'text/html',
        '@_template': 'https://muster.example/integration/ar/suche/#q={searchTerms}',
      },
    });
  });

  test('keeps to the lengths that are allowed, in every language and whatever the portal is called', () => {
    const { katalog } = readKatalog('content', STICHTAG);
    const portal = { ...katalog!.portal, name: 'Wegweiser & Rat für alle '.repeat(3).trim() };
    const alle = sprachcodes(portal).map(
      (code) => [code, formatOpensearch(createKontext({ ...katalog!, portal }, code))] as const,
    );
    expect(alle.length).toBeGreaterThan(10);
    for (const [sprache, xml] of alle) {
      const { ShortName, LongName, Description } = lese(xml);
      expect([...String(ShortName)].length, sprache).toBeLessThanOrEqual(16);
      expect([...String(LongName)].length, sprache).toBeLessThanOrEqual(48);
      expect([...String(Description)].length, sprache).toBeLessThanOrEqual(1024);
      expect(ShortName).not.toBe('');
    }
  });

  test('is named where people begin and where they search, and weighs nothing elsewhere', () => {
    const kontext = createKontext(probe, 'ar');
    const auf = (pfad: Parameters<typeof toRahmen>[1]['pfad']) =>
      toRahmen(kontext, { pfad }).opensearch;
    expect(auf((p) => p.start)).toBe('/integration/ar/opensearch.xml');
    expect(auf((p) => p.suche)).toBe('/integration/ar/opensearch.xml');
    expect(auf((p) => p.angebot('frauencafe'))).toBeUndefined();
  });
});

describe('sitemaps', () => {
  interface Verweis {
    '@_hreflang': string;
    '@_href': string;
  }
  const parser = new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => ['url', 'xhtml:link', 'sitemap'].includes(name),
  });
  const xml = dateien.echt.get('sitemap.xml')!;
  const { urlset } = parser.parse(xml) as {
    urlset: { url: { loc: string; 'xhtml:link'?: Verweis[] }[] };
  };
  const seiten = new Map(
    urlset.url.map(({ loc, 'xhtml:link': links = [] }) => [
      loc,
      new Map(links.map((link) => [link['@_hreflang'], link['@_href']])),
    ]),
  );

  test('are well formed and in the right namespaces', () => {
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(urlset).toMatchObject({
      '@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
      '@_xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
    });
  });

  test('let each page name itself and every other language, which names it in return', () => {
    let mehrsprachige = 0;
    for (const [loc, andere] of seiten) {
      if (andere.size === 0) continue;
      mehrsprachige++;
      expect([...andere.values()]).toContain(loc);
      expect(andere.get('x-default')).toBe(andere.get('de'));
      for (const href of andere.values())
        expect(seiten.get(href), `${href} of ${loc}`).toEqual(andere);
    }
    expect(mehrsprachige).toBeGreaterThan(50);
  });

  test('agree with the heads of the pages about who speaks none of the languages', () => {
    const { hreflang } = toRahmen(createKontext(echt, 'ar'), { pfad: (p) => p.suche });
    const inSitemap = seiten.get('https://muster.example/integration/ar/suche/')!;
    expect(new Map(hreflang.map(({ tag, absolut }) => [tag, absolut]))).toEqual(inSitemap);
  });

  const adresse = (name: string) => `https://muster.example/${name}`;

  test.each([
    ['addresses', Array.from({ length: 100_001 }, (_, i) => `<url><loc>${i}</loc></url>`), 3],
    ['bytes', Array.from({ length: 90 }, () => `<url><loc>${'x'.repeat(1e6)}</loc></url>`), 2],
  ])('become several where there are too many %s, and lose none', (_, urls, anzahl) => {
    const alle = formatSitemaps(urls, adresse);
    const { sitemapindex } = parser.parse(alle.get('sitemap.xml')!) as {
      sitemapindex: { sitemap: { loc: string }[] };
    };
    const namen = sitemapindex.sitemap.map(({ loc }) => loc.replace(adresse(''), ''));
    expect(namen).toHaveLength(anzahl);
    expect([...alle.keys()].sort()).toEqual(['sitemap.xml', ...namen].sort());
    const texte = namen.map((name) => alle.get(name)!);
    for (const text of texte) {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(52_428_800);
      expect(text.split('<url>').length - 1).toBeLessThanOrEqual(50_000);
    }
    expect(texte.flatMap((text) => text.match(/<url>.*<\/url>/g))).toEqual(urls);
  });
});

test('nothing of it is stored on devices', () => {
  const neu = [...dateien.echt.keys()].filter((pfad) =>
    /opensearch|robots|security|sitemap/.test(pfad),
  );
  expect(neu).toHaveLength(6);
  for (const pfad of neu) expect(gehoertInsPaket(pfad, 'de', ['de', 'en', 'ar']), pfad).toBe(false);
});
