/** Every file of the portal that is neither a page of Astro's nor a part of the search: build and dev server write the same. */
import { sprachcodes } from '../domain/portal.ts';
import { angeboteMitSeite, type Katalog, ohneAngebote } from '../katalog/katalog.ts';
import { schluesselVon } from './angebot-blatt.ts';
import { toEinbettHtml } from './einbett-html.ts';
import { einbettListen } from './einbetten.ts';
import { abos, toAboKalender, toAngebotKalender } from './kalender.ts';
import { createKontext } from './kontext.ts';
import { toKurzadresse } from './kurzadresse.ts';
import { formatManifest, MANIFEST } from './manifest.ts';
import { formatLageplan, LAGEPLAN } from './lageplan.ts';
import { formatOpensearch, OPENSEARCH } from './opensearch.ts';
import { absolut, createPfade } from './pfade.ts';
import { formatQr } from './qr.ts';
import { schluesselAus } from './schluessel.ts';
import { formatHeaders, formatHtaccess, SERVER_DATEIEN } from './server-dateien.ts';
import { formatRobots, formatSecurityTxt, SECURITY_TXT } from './serverwurzel.ts';
import { toSitemaps } from './sitemap.ts';

/** @returns texts by path, relative to the root of the portal */
export function toDateien(katalog: Katalog): Map<string, string> {
  return new Map(
    [...aufAbruf(katalog)].flatMap(([pfad, { erzeuge }]): [string, string][] => {
      const text = erzeuge();
      return text === undefined ? [] : [[pfad, text]];
    }),
  );
}

/** A file that is made when it is asked for. */
export interface Abruf {
  /** Undefined where there is none. */
  erzeuge: () => string | undefined;
  /** What decides it beside its path and the code; missing where that is much. */
  schluessel?: () => string | undefined;
}

/** By path, relative to the root of the portal. */
export type DateienAufAbruf = ReadonlyMap<string, Abruf>;

/** The same, each made when it is asked for: the dev server needs one of tens of thousands. */
export function aufAbruf(katalog: Katalog): DateienAufAbruf {
  const dateien = new Map<string, Abruf>([
    [LAGEPLAN, { erzeuge: () => formatLageplan(katalog) }],
    ['robots.txt', { erzeuge: () => formatRobots(katalog) }],
    [SECURITY_TXT, { erzeuge: () => formatSecurityTxt(katalog) }],
    [SERVER_DATEIEN.htaccess, { erzeuge: () => formatHtaccess(katalog.portal) }],
    [SERVER_DATEIEN.headers, { erzeuge: () => formatHeaders(katalog.portal) }],
  ]);
  // During the trial no page wants to be found, so none is listed.
  if (!katalog.portal.probebetrieb)
    for (const [pfad, text] of toSitemaps(katalog)) dateien.set(pfad, { erzeuge: () => text });
  const ids = [...angeboteMitSeite(katalog).keys(), ...katalog.weiterleitungen.keys()];
  for (const sprache of sprachcodes(katalog.portal)) {
    const kontext = createKontext(katalog, sprache);
    const pfade = createPfade('', sprache, katalog.geschuetzt);
    // Nothing of these knows other offers.
    const allein = createKontext(ohneAngebote(katalog), sprache);
    dateien.set(pfade.datei(MANIFEST), { erzeuge: () => formatManifest(kontext) });
    dateien.set(pfade.datei(OPENSEARCH), { erzeuge: () => formatOpensearch(kontext) });
    for (const id of ids) {
      const schluessel = () => schluesselAus(allein, { id });
      dateien.set(`${pfade.kurz(id)}index.html`, {
        erzeuge: () => toKurzadresse(allein, id),
        schluessel,
      });
      dateien.set(pfade.qr(id), {
        erzeuge: () => formatQr(absolut(katalog.portal, allein.pfade.kurz(id))),
        schluessel,
      });
    }
    for (const angebot of katalog.angebote.values())
      dateien.set(pfade.kalender(angebot.id), {
        erzeuge: () => toAngebotKalender(allein, angebot),
        schluessel: () => schluesselVon(kontext, angebot),
      });
    for (const abo of abos(kontext))
      dateien.set(pfade.abo(abo.art, abo.id), { erzeuge: () => toAboKalender(kontext, abo) });
    for (const liste of einbettListen(kontext))
      dateien.set(`${pfade.einbetten(liste.art, liste.id)}index.html`, {
        erzeuge: () => toEinbettHtml(kontext, liste),
      });
  }
  return dateien;
}
