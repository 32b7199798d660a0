/** What servers say with each file, and how long it may be for those that only read `_headers`. */
import { describe, expect, test } from 'vitest';
import type { Portal } from '../../src/domain/portal.ts';
import { readPortal } from '../../src/katalog/read-katalog.ts';
import {
  cspImKopf,
  isUnveraenderlich,
  kopfzeilen,
  kopfzeilenFuer,
} from '../../src/site/kopfzeilen.ts';
import {
  formatHeaders,
  formatNginxHttp,
  formatNginxLocation,
} from '../../src/site/server-dateien.ts';
import { MUSTERKREIS } from '../lib/inhalt.ts';

const portal = readPortal(MUSTERKREIS)!;
const rheinSieg = readPortal('content')!;
const CSP = 'Content-Security-Policy';
const csp = (pfad: string, von = portal) => kopfzeilenFuer(von, pfad).get(CSP)!;

describe('the policy', () => {
  test('allows nothing that is not the portal’s own, in any language', () => {
    for (const pfad of ['', 'angebote/deutschkurs/', 'ar/', 'einbetten/', '404.html', 'sw.js']) {
      expect(csp(`/integration/${pfad}`)).not.toMatch(/unsafe|https?:|data:|\*/);
      expect(csp(`/integration/${pfad}`)).toContain("frame-ancestors 'none'");
    }
  });

  test('lets only the search run Pagefind, show the map and ask neighbours', () => {
    const nachbarn = ['https://nachbar.example/wegweiser/', 'https://nachbar.example/zwei/'];
    const mit: Portal = {
      ...portal,
      verbund: [
        ...nachbarn.map((url) => ({ id: 'n', url, form: 'portal' as const })),
        { id: 'd', url: 'https://daten.example/hsds.json', form: 'hsds' },
      ],
    };
    for (const pfad of ['suche/', 'ar/suche/'].map((eine) => `/integration/${eine}`)) {
      expect(csp(pfad, mit)).toContain("script-src 'self' 'wasm-unsafe-eval';");
      expect(csp(pfad, mit)).toContain("img-src 'self' https://sgx.geodatenzentrum.de;");
      expect(csp(pfad, mit)).toContain("connect-src 'self' https://nachbar.example;");
    }
    const { kacheln: _, ...karte } = portal.karte;
    expect(csp('/integration/suche/', { ...portal, karte })).toContain("img-src 'self';");
    // A list that somebody calls so is not the search.
    expect(csp('/integration/themen/suche/')).not.toContain('wasm');
    expect(csp('/suche/')).not.toContain('wasm');
  });

  test('lets others frame the lists that are made for it, and those run nothing', () => {
    for (const pfad of ['einbetten/themen/sprache/', 'ar/einbetten/anbieter/verein/']) {
      expect(csp(`/integration/${pfad}`)).toContain('frame-ancestors *');
      expect(csp(`/integration/${pfad}`)).not.toContain('script-src');
    }
  });

  test('stands in the head of a page without what only a header can say', () => {
    expect(cspImKopf(portal, '/integration/suche/')).toBe(
      csp('/integration/suche/').replace("; frame-ancestors 'none'", ''),
    );
  });
});

test('only names with a fingerprint are kept for ever', () => {
  const immer = ['_astro/a.js', 'suche-teile/k0-de-1.json', 'pagefind/index/qaa_1.pf_index'];
  for (const pfad of [...immer, 'pagefind/pagefind.qaa_1.pf_meta', 'offline/ar-1.paket'])
    expect([pfad, isUnveraenderlich(pfad)]).toEqual([pfad, true]);
  const wechselnd = [
    'sw.js',
    'suche-tabelle.json',
    'suche-grenzen.json',
    'pagefind/pagefind.js',
    'offline/ar.json',
  ];
  for (const pfad of [...wechselnd, 'pagefind/wasm.unknown.pagefind', 'index.html', 'a_astro/b.js'])
    expect([pfad, isUnveraenderlich(pfad)]).toEqual([pfad, false]);
});

test('encryption is demanded only over encryption, and only where the server is the portal’s own', () => {
  const hsts = (url: string, tls: boolean) =>
    kopfzeilenFuer({ ...portal, url }, '/', tls).get('Strict-Transport-Security');
  expect(hsts('https://muster.example/', true)).toBe('max-age=31536000');
  expect(hsts('https://muster.example/', false)).toBeUndefined();
  expect(hsts('https://muster.example/integration/', true)).toBeUndefined();
  expect(hsts('http://muster.example/', true)).toBeUndefined();
});

describe('_headers', () => {
  /** As Cloudflare reads it; a rule that takes a header back does so for all before it. Netlify knows no `!`: there the last counts. */
  function gelesen(text: string, pfad: string, mitRuecknahme: boolean): Map<string, string> {
    const kopf = new Map<string, string>();
    let gilt = false;
    for (const zeile of text.split('\n')) {
      if (zeile.startsWith('/')) {
        const muster = zeile
          .replaceAll('.', '\\.')
          .replaceAll('*', '.*')
          .replaceAll(/:\w+/g, '[^/]+');
        gilt = new RegExp(`^${muster}$`).test(pfad);
      }
      if (!gilt || !zeile.startsWith('  ')) continue;
      const [, weg, name = '', wert = ''] = /^ {2}(! )?([\w-]+)(?:: (.*))?$/.exec(zeile)!;
      if (weg && mitRuecknahme) kopf.delete(name);
      else if (!weg) {
        const bisher = mitRuecknahme ? kopf.get(name) : undefined;
        kopf.set(name, bisher ? `${bisher}, ${wert}` : wert);
      }
    }
    return kopf;
  }

  const wurzel = { ...rheinSieg, url: 'https://kreis.example/' };
  test.each([portal, rheinSieg, wurzel])('of $url say the same as other servers', (eines) => {
    const basis = new URL(eines.url).pathname;
    const pfade = ['', 'suche/', 'ar/suche/', 'einbetten/themen/sprache/', 'einbetten/', 'sw.js']
      .concat([
        '_astro/a.css',
        'daten/angebote.csv',
        'ar/kalender/a.ics',
        'pagefind/index/a.pf_index',
      ])
      .map((pfad) => basis + pfad);
    for (const pfad of pfade)
      for (const mitRuecknahme of [true, false])
        expect([pfad, ...gelesen(formatHeaders(eines), pfad, mitRuecknahme)].sort()).toEqual(
          [pfad, ...kopfzeilenFuer(eines, pfad, true)].sort(),
        );
  });

  test('stays within what Cloudflare reads, with all languages and a dozen neighbours', () => {
    const verbund = Array.from({ length: 12 }, (_, i) => ({
      id: `n${i}`,
      url: `https://integration.nachbarkreis-nummer-${i}.example/wegweiser/`,
      form: 'portal' as const,
    }));
    const zeilen = formatHeaders({ ...rheinSieg, verbund }).split('\n');
    expect(zeilen.filter((zeile) => zeile.startsWith('/')).length).toBeLessThanOrEqual(100);
    expect(Math.max(...zeilen.map(({ length }) => length))).toBeLessThanOrEqual(2000);
  });
});

test('no value can end the quotation marks it stands in', () => {
  for (const { sonst, faelle } of kopfzeilen(rheinSieg, true))
    for (const text of [sonst, ...faelle.flatMap(({ muster, wert }) => [muster, wert])])
      expect(text).not.toMatch(/["\n]|\$\w/);
  expect(formatNginxLocation(portal, '/srv/x')).toContain('alias "/srv/x/";');
});

test('what is written again for nginx holds nothing that certbot writes into', () => {
  const wieder = formatNginxHttp(portal) + formatNginxLocation(portal, '/srv/x');
  expect(wieder).not.toMatch(/\b(server|listen|server_name|ssl_\w+)\b/);
});
