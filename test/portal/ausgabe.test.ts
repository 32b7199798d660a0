import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LEICHT } from '../../src/domain/sprache.ts';
import { sprachTag } from '../../src/i18n/sprachen.ts';
import { texteDer } from '../../src/i18n/texte.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { listFiles } from '../lib/dateien.ts';
import { pageWeight } from '../../scripts/lib/bau/seitengewicht.ts';
import { STICHTAG, WERKSTATT } from './lib/bauen.ts';

const rheinSieg = join(WERKSTATT, 'rhein-sieg');
const musterkreis = join(WERKSTATT, 'musterkreis');
const korpus = join(WERKSTATT, 'korpus');
const lies = (...teile: string[]) => readFileSync(join(...teile), 'utf8');
/** A file as text, Pagefind's compressed ones unpacked. */
const inhaltOf = (path: string) => {
  const bytes = readFileSync(path);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
};

/** All but the packages for offline use, which hold every page once more. */
/** Without the packages, and without the copies that hold the same as their files. */
const dateienIn = (ordner: string) =>
  listFiles(ordner).filter((path) => !/\.(paket|br|gz)$/.test(path));

describe('the portal of the first Kreis', () => {
  const { katalog } = readKatalog('content', STICHTAG);
  const { pfade } = createKontext(katalog!, 'de');
  const seiten = listFiles(rheinSieg).filter((path) => path.endsWith('.html'));

  it('has a page for each offer', () => {
    const gebaut = readdirSync(join(rheinSieg, 'angebote')).filter(
      (name) => !name.startsWith('index.html'),
    );
    const ids = [...katalog!.angebote.keys(), ...katalog!.beendete.keys()];
    expect(gebaut.sort()).toEqual(ids.map((id) => pfade.kennung('angebot', id)).sort());
  });

  it('loads no second script for the one that every page has', () => {
    const skripte = readdirSync(join(rheinSieg, '_astro')).filter((name) =>
      /^Grundseite.*\.js$/.test(name),
    );
    expect(skripte).toHaveLength(1);
    expect(lies(rheinSieg, '_astro', skripte[0]!)).not.toMatch(/\b(?:import|from)\s*["'`]/);
  });

  it('says on every page that nobody has confirmed the data, and asks search engines to stay away', () => {
    for (const seite of seiten) {
      const html = readFileSync(seite, 'utf8');
      const [, sprache = ''] = /<html lang="([\w-]+)"/.exec(html) ?? [];
      const banner = texteDer(sprache === sprachTag(LEICHT) ? LEICHT : sprache)['probebetrieb'];
      // A short address shows nothing: it leads on at once.
      if (!html.includes('http-equiv="refresh"')) expect(html, seite).toContain(`>${banner}</p>`);
      expect(html, seite).toContain('<meta name="robots" content="noindex">');
    }
  });

  it('ships offer pages of at most 15 kB with everything they load', () => {
    for (const id of katalog!.angebote.keys()) {
      for (const sprache of ['', 'uk', 'ar']) {
        const pfad = join(sprache, pfade.angebot(id), 'index.html');
        expect(pageWeight({ ordner: rheinSieg }, pfad, katalog!), pfad).toBeLessThanOrEqual(15_000);
      }
    }
  });

  it('parts the source of an offer from the date of that source', () => {
    const html = lies(musterkreis, 'angebote/migrationsberatung/index.html');
    expect(html.replaceAll(/<[^>]*>/g, '')).toMatch(/Internetseite der Fachstelle\s+· /);
  });

  it('names somebody to call for every offer that has no phone number and no e-mail, beside its website', () => {
    const kontakte = (id: string) =>
      [
        .../<section[^>]*aria-labelledby="kontakt".*?<\/section>/s
          .exec(lies(musterkreis, 'ar', 'angebote', id, 'index.html'))![0]
          .matchAll(/href="((?:tel:|mailto:|https:)[^"?]*)"/g),
      ].map(([, href]) => href);
    const fachstelle = ['tel:+492214710100', 'mailto:fachstelle@musterkreis.example'];
    expect(kontakte('spielgruppe')).toEqual(fachstelle);
    expect(kontakte('sprachtreff-online')).toEqual(['https://sprachtreff.example/', ...fachstelle]);
    expect(kontakte('migrationsberatung')).not.toContain(fachstelle[0]);
  });

  it('leads on from a contact in a guide to all that is known of the offer', () => {
    for (const sprache of ['', 'ar/']) {
      const html = lies(rheinSieg, sprache, 'wegweiser/neu-im-kreis/index.html');
      const kasten = html.split('<div class="kasten">').map((teil) => teil.split('</ul>')[0]!);
      for (const id of ['rsk-auslaenderbehoerde', 'troisdorf-auslaenderbehoerde'])
        expect(kasten.filter((teil) => teil.includes(`href="/${sprache}angebote/${id}/"`))).toEqual(
          [expect.stringContaining('class="knopf')],
        );
    }
  });

  it('shows when an offer was last checked, and that this is long ago', () => {
    const html = lies(rheinSieg, 'angebote/troisdorf-tafel/index.html');
    expect(html).toContain('Stand: März 2015');
    expect(html).toContain('seit über 11 Jahren nicht geprüft');
    expect(html).toContain('href="https://www.troisdorf.de/');
  });
});

describe('confidential places', () => {
  it("appear nowhere in the output, whatever the provider's other offers say", () => {
    const katalog = readKatalog('content', STICHTAG).katalog!;
    const { pfade } = createKontext(katalog, 'de');
    const vertraulich = [...katalog.angebote.values()].filter((angebot) => angebot.vertraulich);
    expect(vertraulich.map(({ id }) => id).sort()).toEqual([
      'rsk-frauenhaus',
      'troisdorf-frauenhaus',
    ]);
    for (const { id } of vertraulich) {
      const html = lies(rheinSieg, pfade.angebot(id), 'index.html');
      expect(html).toContain('Die Adresse ist geheim');
      expect(html).not.toContain('<address');
      expect(html).not.toMatch(/geo:|\d{5} \p{Lu}/u);
    }
  });
});

describe('projects', () => {
  it('have a page in every language, and are in no list and in no search of offers', () => {
    const { katalog } = readKatalog('test/fixtures/musterkreis', STICHTAG);
    for (const { id, titel } of katalog!.projekte.values()) {
      for (const sprache of ['', 'en', 'ar'])
        expect(lies(musterkreis, sprache, 'projekte', id, 'index.html')).toContain(titel);
      const wo = dateienIn(musterkreis)
        .filter((path) => inhaltOf(path).includes(titel))
        .map((path) => path.slice(musterkreis.length).replace(/^\/(en|ar)\//, '/'));
      const erlaubt = /^\/(projekte|kontakte|anbieter|angebote\/(spielgruppe|frauencafe))\//;
      expect([...new Set(wo)].filter((path) => !erlaubt.test(path))).toEqual([]);
    }
  });
});

describe('offers that have ended', () => {
  const beendete = [
    ...readKatalog('test/fixtures/musterkreis', STICHTAG).katalog!.beendete.values(),
  ];

  it('keep a page that says so and leads on, and leave every list and the search', () => {
    expect(beendete.length).toBeGreaterThan(0);
    for (const { id, titel } of beendete) {
      const html = lies(musterkreis, 'angebote', id, 'index.html');
      expect(html).toMatch(/abgelaufen|gibt es nicht mehr/);
      for (const path of dateienIn(musterkreis).filter((file) => !file.includes(`${id}/`))) {
        expect(inhaltOf(path).includes(titel), `${titel} in ${path}`).toBe(false);
      }
    }
  });
});

describe('offers in the archive', () => {
  const { katalog } = readKatalog('test/fixtures/musterkreis', STICHTAG);

  it('keep their page and stand on that of the archive, and nowhere else', () => {
    expect(katalog!.archiv.size).toBeGreaterThan(0);
    for (const { id, titel } of katalog!.archiv.values()) {
      for (const sprache of ['', 'en/', 'ar/']) {
        const html = lies(musterkreis, `${sprache}angebote/${id}/index.html`);
        expect(html).toContain('class="hinweis hinweis-stark"');
        expect(lies(musterkreis, `${sprache}archiv/index.html`)).toContain(`angebote/${id}/`);
      }
      expect(lies(musterkreis, 'angebote', id, 'index.html')).toContain('steht im Archiv');
      const andere = dateienIn(musterkreis).filter(
        (file) => !file.includes(`${id}/`) && !file.endsWith('archiv/index.html'),
      );
      for (const path of andere)
        expect(inhaltOf(path).includes(titel), `${titel} in ${path}`).toBe(false);
    }
  });
});

describe('offers that were renamed', () => {
  it('lead on from their old address in every language, with a link where nothing happens by itself', () => {
    for (const sprache of ['', 'ar/']) {
      const html = lies(musterkreis, `${sprache}angebote/frauenfruehstueck/index.html`);
      const neu = `/integration/${sprache}angebote/frauencafe/`;
      expect(html).toContain(`<meta http-equiv="refresh" content="0; url=${neu}">`);
      expect(html).toContain(`<a class="knopf" href="${neu}"`);
      expect(html).toContain(`<link rel="canonical" href="https://muster.example${neu}">`);
    }
  });
});

describe('input of the corpus that is allowed', () => {
  interface Fall {
    dateien: string[];
    erwarte?: { telefon_href?: string; plz?: string; titel?: string };
    ausgabe_text_enthaelt?: string[];
    ausgabe_enthaelt?: string[];
    ausgabe_enthaelt_nicht?: string[];
    sichtbar?: boolean;
  }
  const { faelle } = JSON.parse(lies('test/fixtures/eingaben/index.json')) as { faelle: Fall[] };
  const gebaut = faelle.filter(
    ({ dateien }) =>
      dateien.length === 1 &&
      existsSync(join(korpus, 'angebote', dateien[0]!.replace(/\.md$/, ''), 'index.html')),
  );

  it('covers at least the accepted cases', () => {
    expect(gebaut.length).toBeGreaterThanOrEqual(12);
  });

  it.each(gebaut)('$dateien arrives whole and harmless', (fall) => {
    const id = fall.dateien[0]!.replace(/\.md$/, '');
    const html = lies(korpus, 'angebote', id, 'index.html');
    if (fall.erwarte?.telefon_href) expect(html).toContain(`href="${fall.erwarte.telefon_href}"`);
    if (fall.erwarte?.plz) expect(html).toContain(fall.erwarte.plz);
    if (fall.erwarte?.titel) expect(html).toContain(`>${fall.erwarte.titel}</h1>`);
    for (const text of [...(fall.ausgabe_text_enthaelt ?? []), ...(fall.ausgabe_enthaelt ?? [])])
      expect(html).toContain(text);
    for (const text of fall.ausgabe_enthaelt_nicht ?? []) expect(html).not.toContain(text);
    const liste = lies(korpus, 'angebote/index.html');
    expect(liste.includes(`/angebote/${id}/`)).toBe(fall.sichtbar !== false);
  });
});
