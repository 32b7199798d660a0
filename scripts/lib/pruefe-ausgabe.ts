/** Looks at what was built before it takes its place: nothing missing, nothing too much. */
import { sprachcodes } from '../../src/domain/portal.ts';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
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
  const html = listFiles(ordner).filter((path) => path.endsWith('.html'));
  const gewichte = html.map((path) => ({
    pfad: '/' + relative(ordner, path).split(sep).join('/'),
    bytes: pageWeight(path, ordner, katalog),
  }));
  const schwerste = gewichte.reduce((a, b) => (b.bytes > a.bytes ? b : a), { pfad: '', bytes: 0 });
  return {
    seiten: html.length,
    einwaende: [
      ...missingPages(ordner, katalog),
      ...surplusPages(ordner, katalog),
      ...missingOffline(ordner, katalog),
      ...deadLinks(ordner, html, basisOf(katalog.portal.url)),
      ...deadAnchors(ordner, html),
      ...html
        .filter((path) => statSync(path).size > MAX_HTML)
        .map((path) => `Die Seite /${relative(ordner, path)} ist größer als ${MAX_HTML / 1e6} MB.`),
    ],
    schwerste: { pfad: schwerste.pfad, kb: Math.round(schwerste.bytes / 102.4) / 10 },
  };
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

/** Links within a page that lead to no element of it. */
function deadAnchors(ordner: string, seiten: readonly string[]): string[] {
  return seiten.flatMap((seite) => {
    const html = readFileSync(seite, 'utf8');
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const tot = [...html.matchAll(/<a [^>]*?href="#([^"]+)"/g)].find(([, id]) => !ids.has(id));
    return tot
      ? [
          `Auf der Seite /${relative(ordner, seite)} führt ein Link zu „#${tot[1]}“; das gibt es dort nicht.`,
        ]
      : [];
  });
}

/** Links within the portal that lead nowhere, each once. */
function deadLinks(ordner: string, seiten: readonly string[], basis: string): string[] {
  const vorhanden = new Set(
    listFiles(ordner).map((path) => basis + relative(ordner, path).split(sep).join('/')),
  );
  const einwaende = new Map<string, string>();
  for (const seite of seiten) {
    const pfad = basis + relative(ordner, seite).split(sep).join('/');
    for (const [, href = ''] of readFileSync(seite, 'utf8').matchAll(
      /<a [^>]*?href="(\/[^"#?]*)/g,
    )) {
      const ziel = decodeURI(href);
      if (vorhanden.has(ziel) || vorhanden.has(`${ziel}index.html`) || einwaende.has(ziel))
        continue;
      einwaende.set(
        ziel,
        `Auf der Seite ${pfad} führt ein Link zu „${ziel}“; diese Seite gibt es nicht.`,
      );
    }
  }
  return [...einwaende.values()];
}

/** Bytes of a page and everything it loads by itself, compressed one by one. */
export function pageWeight(path: string, ordner: string, katalog: Katalog): number {
  const html = readFileSync(path, 'utf8');
  const basis = basisOf(katalog.portal.url);
  const assets = [
    ...html.matchAll(
      /<(?:link rel="stylesheet" href|script [^>]*src|link rel="icon"[^>]* href)="([^"]+)"/g,
    ),
  ];
  const files = assets.map(([, url]) =>
    url!.startsWith(basis) ? join(ordner, url!.slice(basis.length)) : join(dirname(path), url!),
  );
  const sizes = files.filter(existsSync).map(gewicht);
  return gzipSync(html).length + sizes.reduce((sum, size) => sum + size, 0);
}

const gewichte = new Map<string, number>();

/** Compressed bytes of a file that many pages load. */
function gewicht(file: string): number {
  const bytes = gewichte.get(file) ?? gzipSync(readFileSync(file)).length;
  gewichte.set(file, bytes);
  return bytes;
}
