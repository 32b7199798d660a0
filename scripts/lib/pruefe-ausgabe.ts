/** Looks at what was built before it takes its place: nothing missing, nothing too much. */
import { sprachcodes } from '../../src/domain/portal.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { entpackeDateien, type PaketAngaben } from '../../src/domain/offline-paket.ts';
import { angeboteMitSeite, type Katalog } from '../../src/katalog/katalog.ts';
import { toGeschuetzt } from '../../src/katalog/schutz.ts';
import { einbettListen } from '../../src/site/einbetten.ts';
import { angabenVon } from '../../src/site/offline.ts';
import { basisOf, createPfade, LISTEN_ARTEN } from '../../src/site/pfade.ts';
import { PAGEFIND_ORDNER, TABELLE } from '../../src/suche/dateien.ts';

/** No list of a Kreis is that long; a page that is has gone wrong. */
const MAX_HTML = 2_000_000;
/** How much smaller markup becomes when it is compressed, about. */
const MARKUP_GZIP = 4;
/** How many pages are compressed to find the heaviest. */
const KANDIDATEN = 50;

export interface Pruefung {
  seiten: number;
  /** German sentences; empty where all is well. */
  einwaende: string[];
  schwerste: { pfad: string; kb: number };
}

/**
 * @param ordner the built portal
 * @returns what does not agree with the Katalog, and the heaviest page
 */
export function pruefeAusgabe(ordner: string, katalog: Katalog): Pruefung {
  const basis = basisOf(katalog.portal.url);
  const dateien = listFiles(ordner);
  const pfadVon = (path: string) => '/' + relative(ordner, path).split(sep).join('/');
  const vorhanden = new Set(dateien.map((path) => basis + pfadVon(path).slice(1)));
  const seiten = dateien.filter((path) => path.endsWith('.html'));

  const toteLinks = new Map<string, string>();
  const toteAnker: string[] = [];
  const zuGrosse: string[] = [];
  const lasten: { path: string; bytes: number }[] = [];
  // Thousands of pages: each is read once.
  for (const path of seiten) {
    const pfad = pfadVon(path);
    const html = readFileSync(path, 'utf8');
    for (const ziel of linkziele(html))
      if (!vorhanden.has(ziel) && !vorhanden.has(`${ziel}index.html`) && !toteLinks.has(ziel))
        toteLinks.set(
          ziel,
          `Auf der Seite ${basis}${pfad.slice(1)} führt ein Link zu „${ziel}“; diese Seite gibt es nicht.`,
        );
    const anker = toterAnker(html);
    if (anker !== undefined)
      toteAnker.push(
        `Auf der Seite ${pfad} führt ein Link zu „#${anker}“; das gibt es dort nicht.`,
      );
    const bytes = Buffer.byteLength(html);
    if (bytes > MAX_HTML) zuGrosse.push(`Die Seite ${pfad} ist größer als ${MAX_HTML / 1e6} MB.`);
    lasten.push({ path, bytes: bytes / MARKUP_GZIP + geladen(path, html, ordner, basis) });
  }
  return {
    seiten: seiten.length,
    einwaende: [
      ...missingPages(ordner, katalog),
      ...surplusPages(ordner, katalog),
      ...missingOffline(ordner, katalog),
      ...toteLinks.values(),
      ...toteAnker,
      ...zuGrosse,
    ],
    schwerste: schwersteVon(lasten),
  };

  /** Compressing every page would take longer than building it; the heaviest is among those that seem so. */
  function schwersteVon(geschaetzt: readonly { path: string; bytes: number }[]) {
    const [schwerste] = geschaetzt
      .toSorted((a, b) => b.bytes - a.bytes)
      .slice(0, KANDIDATEN)
      .map(({ path }) => ({ pfad: pfadVon(path), bytes: pageWeight(path, ordner, katalog) }))
      .sort((a, b) => b.bytes - a.bytes);
    return {
      pfad: schwerste?.pfad ?? '',
      kb: Math.round((schwerste?.bytes ?? 0) / 102.4) / 10,
    };
  }
}

/** All files of a folder, sorted. */
export function listFiles(ordner: string): string[] {
  return readdirSync(ordner, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Every entry has its page, in every language. */
function missingPages(ordner: string, katalog: Katalog): string[] {
  const kommunen = [...katalog.vokabular.kommunen.keys()];
  const erwartet = sprachcodes(katalog.portal).flatMap((sprache) => {
    const pfade = createPfade('/', sprache, toGeschuetzt(katalog));
    return [
      pfade.start,
      pfade.suche,
      pfade.woche,
      pfade.bericht,
      pfade.daten,
      pfade.merkliste,
      pfade.einbettenListe,
      ...einbettListen({ katalog }).map(({ art, id }) => pfade.einbetten(art, id)),
      ...(katalog.archiv.size > 0 ? [pfade.archiv] : []),
      ...(katalog.portal.ausstieg ? [pfade.verlassen] : []),
      ...adressenVonAngeboten(katalog).map(pfade.angebot),
      ...[...katalog.anbieter.keys()].map(pfade.anbieter),
      ...kommunen.map((id) => pfade.wert('kommune', id)),
      ...(katalog.projekte.size > 0 ? [pfade.projekte] : []),
      ...[...katalog.projekte.keys()].map(pfade.projekt),
      ...(katalog.vokabular.funktionen.size > 0
        ? [pfade.kontakte, ...kommunen.map(pfade.kontakteIn)]
        : []),
      ...[...katalog.seiten.values()].map(({ id, art }) =>
        art === 'wegweiser' ? pfade.wegweiser(id) : pfade.seite(id),
      ),
    ];
  });
  return erwartet
    .filter((pfad) => !existsSync(join(ordner, pfad, 'index.html')))
    .map((pfad) => `Die Seite ${pfad} wurde nicht gebaut.`);
}

/** Every id below `/angebote/`: of offers, and of those that were renamed. */
function adressenVonAngeboten(katalog: Katalog): string[] {
  return [...angeboteMitSeite(katalog).keys(), ...katalog.weiterleitungen.keys()];
}

/** No page of an offer, a project, a Kommune's contacts or an embedded list that the Katalog does not know. */
function surplusPages(ordner: string, katalog: Katalog): string[] {
  const { projekte, vokabular } = katalog;
  const kommunen = vokabular.funktionen.size > 0 ? [...vokabular.kommunen.keys()] : [];
  return sprachcodes(katalog.portal).flatMap((sprache) => {
    const pfade = createPfade('/', sprache, toGeschuetzt(katalog));
    const bekannte: [string, string[]][] = [
      [pfade.angebote, adressenVonAngeboten(katalog).map((id) => pfade.kennung('angebot', id))],
      [pfade.projekte, [...projekte.keys()]],
      [pfade.kontakte, kommunen],
      ...LISTEN_ARTEN.map((art): [string, string[]] => [
        pfade.einbetten(art, '').slice(0, -1),
        einbettListen({ katalog })
          .filter((liste) => liste.art === art)
          .map(({ id }) => pfade.kennung(art, id)),
      ]),
    ];
    return bekannte.flatMap(([pfad, ids]) => {
      const gebaut = existsSync(join(ordner, pfad)) ? readdirSync(join(ordner, pfad)) : [];
      return [...new Set(gebaut).difference(new Set([...ids, 'index.html']))].map(
        (name) => `Die Seite ${pfad}${name}/ gehört zu keinem Eintrag.`,
      );
    });
  });
}

/** The package of each language holds all of its offers, and what finding them needs. */
function missingOffline(ordner: string, katalog: Katalog): string[] {
  return sprachcodes(katalog.portal).flatMap((sprache) => {
    const angaben = join(ordner, angabenVon('', sprache));
    if (!existsSync(angaben)) return [`Für „${sprache}“ fehlt das Paket zum Offline-Speichern.`];
    const { datei } = JSON.parse(readFileSync(angaben, 'utf8')) as PaketAngaben;
    const paket = readFileSync(join(ordner, datei.slice(basisOf(katalog.portal.url).length)));
    const dateien = entpackeDateien(new Uint8Array(gunzipSync(paket)));
    const pfade = createPfade('', sprache, toGeschuetzt(katalog));
    return [
      pfade.start,
      pfade.suche,
      pfade.offline,
      pfade.datei(TABELLE),
      `${PAGEFIND_ORDNER}pagefind.js`,
      ...[...katalog.angebote.keys()].flatMap((id) => [pfade.angebot(id), pfade.kurz(id)]),
    ]
      .filter((adresse) => !dateien.has(adresse))
      .map((adresse) => `Im Offline-Paket für „${sprache}“ fehlt /${adresse}.`);
  });
}

/** The first link within a page that leads to no element of it. */
function toterAnker(html: string): string | undefined {
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  return [...html.matchAll(/<a [^>]*?href="#([^"]+)"/g)].find(([, id]) => !ids.has(id))?.[1];
}

/** Where the links of a page lead within the portal. */
function linkziele(html: string): string[] {
  return [...html.matchAll(/<a [^>]*?href="(\/[^"#?]*)/g)].map(([, href = '']) => decodeURI(href));
}

/** Bytes of a page and everything it loads by itself, compressed one by one. */
export function pageWeight(path: string, ordner: string, katalog: Katalog): number {
  const html = readFileSync(path, 'utf8');
  return gzipSync(html).length + geladen(path, html, ordner, basisOf(katalog.portal.url));
}

/** Compressed bytes of what a page loads by itself. */
function geladen(path: string, html: string, ordner: string, basis: string): number {
  const assets = [
    ...html.matchAll(
      /<(?:link rel="stylesheet" href|script [^>]*src|link rel="icon"[^>]* href)="([^"]+)"/g,
    ),
  ];
  const files = assets.map(([, url]) =>
    url!.startsWith(basis) ? join(ordner, url!.slice(basis.length)) : join(dirname(path), url!),
  );
  return files.reduce((sum, file) => sum + gewicht(file), 0);
}

const gewichte = new Map<string, number>();

/** Compressed bytes of a file that many pages load; 0 where it does not exist. */
function gewicht(file: string): number {
  let bytes = gewichte.get(file);
  if (bytes === undefined) {
    bytes = existsSync(file) ? gzipSync(readFileSync(file)).length : 0;
    gewichte.set(file, bytes);
  }
  return bytes;
}
