/** How much a page weighs: what a phone has to load to show it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import type { Katalog } from '../../../src/katalog/katalog.ts';
import { OBERFLAECHEN_SPRACHEN } from '../../../src/i18n/sprachen.ts';
import { adresseVon, basisOf, FACETTEN_ORDNER } from '../../../src/site/pfade.ts';
import { type Ausgabe, ortVon } from './ausgabe.ts';
import { liesSeite, type Seite } from '../seiten/lies-seite.ts';

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

/** How much smaller markup becomes when it is compressed, about. */
const MARKUP_GZIP = 4;
/** How many pages are weighed to find the heaviest. */
const KANDIDATEN = 50;

/** A page of the built portal. */
export interface GewogeneSeite {
  /** From the root of the portal. */
  pfad: string;
  /** Of its HTML, as it lies there. */
  bytes: number;
  /** Addresses of what every visitor loads with it. */
  dazu: readonly string[];
}

/**
 * Weighing every page would take long where there are no compressed copies; the heaviest is among those that seem so.
 * @returns its path with all it loads by itself, compressed, in kB
 */
export function schwersteSeite(
  ausgabe: Ausgabe,
  katalog: Katalog,
  seiten: readonly GewogeneSeite[],
): { pfad: string; kb: number } {
  const basis = basisOf(katalog.portal.url);
  const mit = (bytes: number, { dazu }: GewogeneSeite) =>
    dazu.reduce((summe, url) => summe + gewicht(ausgabe, url.slice(basis.length)), bytes);
  const [schwerste = { pfad: '', bytes: 0 }] = seiten
    .map((seite) => ({ seite, bytes: mit(seite.bytes / MARKUP_GZIP, seite) }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, KANDIDATEN)
    .map(({ seite }) => ({ pfad: seite.pfad, bytes: mit(gewicht(ausgabe, seite.pfad), seite) }))
    .sort((a, b) => b.bytes - a.bytes);
  return { pfad: `/${schwerste.pfad}`, kb: Math.round(schwerste.bytes / 102.4) / 10 };
}

/**
 * @returns a German sentence for each page that is heavier than its kind may be
 */
export function zuSchwere(
  ausgabe: Ausgabe,
  katalog: Katalog,
  seiten: readonly Omit<GewogeneSeite, 'bytes'>[],
): string[] {
  const basis = basisOf(katalog.portal.url);
  return seiten.flatMap(({ pfad, dazu }) => {
    const adresse = adresseVon(pfad.replace(SPRACHORDNER, ''));
    const budget = BUDGETS.find(({ muster }) => muster.test(adresse));
    if (!budget) return [];
    const stile = dazu.filter((eine) => eine.endsWith('.css'));
    const bytes = [pfad, ...stile.map((eine) => eine.slice(basis.length))]
      .map((eine) => gewicht(ausgabe, eine))
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
export function pageWeight(ausgabe: Ausgabe, pfad: string, katalog: Katalog): number {
  const html = readFileSync(ortVon(ausgabe, pfad), 'utf8');
  const basis = basisOf(katalog.portal.url);
  const dateien = dazu(liesSeite(html)).map((url) =>
    url.startsWith(basis) ? url.slice(basis.length) : join(dirname(pfad), url),
  );
  return [pfad, ...dateien].reduce((summe, eine) => summe + gewicht(ausgabe, eine), 0);
}

/** Addresses of styles, scripts and icon: what every visitor loads. */
export function dazu({ geladenes }: Pick<Seite, 'geladenes'>): string[] {
  return [...geladenes]
    .filter(([, was]) => /^(stylesheet|script|icon)$/.test(was))
    .map(([href]) => href);
}

const gewichte = new Map<string, number>();

/** Compressed bytes of a file; 0 where it does not exist. Nobody may be making copies meanwhile. */
export function gewicht(ausgabe: Ausgabe, pfad: string): number {
  const datei = ortVon(ausgabe, pfad);
  let bytes = gewichte.get(datei);
  if (bytes === undefined) {
    // Where the build has made a compressed copy already; else as it would.
    const kopie = statSync(ortVon(ausgabe, `${pfad}.gz`), { throwIfNoEntry: false });
    bytes = kopie?.size ?? (existsSync(datei) ? gepresst(datei) : 0);
    gewichte.set(datei, bytes);
  }
  return bytes;
}

function gepresst(datei: string): number {
  return gzipSync(readFileSync(datei), { level: constants.Z_BEST_COMPRESSION }).length;
}
