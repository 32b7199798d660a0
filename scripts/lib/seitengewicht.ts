/** How much a page weighs: what a phone has to load to show it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Katalog } from '../../src/katalog/katalog.ts';
import { OBERFLAECHEN_SPRACHEN } from '../../src/i18n/sprachen.ts';
import { adresseVon, basisOf, FACETTEN_ORDNER } from '../../src/site/pfade.ts';
import { liesSeite, type Seite } from './seiten/lies-seite.ts';

/**
 * What a page may weigh before a script runs: HTML and styles, each compressed by gzip, which every server can. A phone that gets
 * 400 kbit/s loads 10 kB in 0.2 s. Addresses are without the folder of the language; pages of other kinds are only shown as heaviest.
 */
const BUDGETS = [
  { art: 'eine Startseite', kb: 20, muster: /^$/ },
  { art: 'eine Angebotsseite', kb: 10, muster: /^angebote\/[^/]+\/$/ },
  {
    art: 'eine Liste',
    kb: 30,
    muster: new RegExp(
      `^(angebote|anbieter|diese-woche|einbetten|${Object.values(FACETTEN_ORDNER).join('|')})/`,
    ),
  },
];

/**
 * @param seiten of the built portal, with the addresses of what they load
 * @returns a German sentence for each page that is heavier than its kind may be
 */
export function zuSchwere(
  ordner: string,
  katalog: Katalog,
  seiten: readonly { pfad: string; dazu: readonly string[] }[],
): string[] {
  const basis = basisOf(katalog.portal.url);
  return seiten.flatMap(({ pfad, dazu }) => {
    const adresse = adresseVon(pfad.replace(SPRACHORDNER, ''));
    const budget = BUDGETS.find(({ muster }) => muster.test(adresse));
    if (!budget) return [];
    const stile = dazu.filter((eine) => eine.endsWith('.css'));
    const bytes = [pfad, ...stile.map((eine) => eine.slice(basis.length))]
      .map((eine) => gewicht(join(ordner, eine)))
      .reduce((summe, eine) => summe + eine);
    if (bytes <= budget.kb * 1000) return [];
    const kb = (bytes / 1000).toFixed(2).replace('.', ',');
    return [
      `Die Seite ${basis}${pfad} wiegt komprimiert ${kb} kB; ${budget.art} darf ${budget.kb} kB wiegen. Was zu tun ist: docs/seitenpruefung.md`,
    ];
  });
}

const SPRACHORDNER = new RegExp(`^(${OBERFLAECHEN_SPRACHEN.join('|')})/`);

/** Bytes of a page and everything it loads by itself, compressed one by one. */
export function pageWeight(path: string, ordner: string, katalog: Katalog): number {
  const html = readFileSync(path);
  const basis = basisOf(katalog.portal.url);
  const files = dazu(liesSeite(html.toString('utf8'))).map((url) =>
    url.startsWith(basis) ? join(ordner, url.slice(basis.length)) : join(dirname(path), url),
  );
  return gzipSync(html).length + files.reduce((sum, file) => sum + gewicht(file), 0);
}

/** Addresses of styles, scripts and icon: what every visitor loads. */
export function dazu({ geladenes }: Pick<Seite, 'geladenes'>): string[] {
  return [...geladenes]
    .filter(([, was]) => /^(stylesheet|script|icon)$/.test(was))
    .map(([href]) => href);
}

const gewichte = new Map<string, number>();

/** Compressed bytes of a file; 0 where it does not exist. */
export function gewicht(file: string): number {
  let bytes = gewichte.get(file);
  if (bytes === undefined) {
    bytes = komprimiert(file);
    gewichte.set(file, bytes);
  }
  return bytes;
}

/** @returns bytes of its compressed copy, where the build has made one */
function komprimiert(file: string): number {
  const kopie = statSync(`${file}.gz`, { throwIfNoEntry: false });
  return kopie?.size ?? (existsSync(file) ? gzipSync(readFileSync(file)).length : 0);
}
