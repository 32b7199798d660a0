/** Packages for use without a network: made of what was built. The service worker reads them (`bau/programm`). */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inWorkern } from '../../../src/bau/in-workern.ts';
import type { PaketAngaben } from '../../../src/domain/offline-paket.ts';
import { sprachcodes } from '../../../src/domain/portal.ts';
import type { Katalog } from '../../../src/katalog/katalog.ts';
import { JSON_LD_IM_HTML } from '../../../src/site/json-ld/knoten.ts';
import { createKontext, standDerListen } from '../../../src/site/kontext.ts';
import {
  angabenVon,
  gehoertInsPaket,
  OFFLINE_ORDNER,
  toPaketAngaben,
} from '../../../src/site/offline.ts';
import { type Ausgabe, dateienVon } from './ausgabe.ts';
import type { Frueheres, Stuecke } from './gzip-stuecke.ts';

/** What the workers are told that make packages: all they would else have to load half of the program for. */
export interface Auftrag {
  ausgabe: Ausgabe;
  /** Folder of packages, from the root of the portal. */
  paketordner: string;
  /** Between which marks in pages stands what is for search engines only, and not in packages. */
  auslassen: { von: string; bis: string };
  vorlagen: readonly Paketvorlage[];
}

/** A package that is still to be made. */
export interface Paketvorlage {
  sprache: string;
  /** Its files, from the root of the portal. */
  pfade: readonly string[];
  /** What every list says of the day it was built: that alone is no new version, which would cost everybody a download. */
  heute: string;
  /** The package of the last portal. */
  frueheres: Frueheres | undefined;
}

/** What only the bytes of a package tell; `datei` from the root of the portal. */
type Paket = Pick<PaketAngaben, 'hash' | 'datei' | 'bytes' | 'roh' | 'sprache'>;

/** A package, and where its pieces lie in it. */
export interface Gepackt {
  paket: Paket;
  stuecke: Stuecke;
}

/**
 * Writes what is made of all other files but the open data and Pagefind's, which may be written meanwhile: the package of each language,
 * and what is known of it.
 * @param ausgabe the portal: pages, search, generated files; the same portal gives the same bytes
 * @param fruehere of the portal that lies at the target, by the same code: what stands in them just so is taken over
 * @returns each package, in no order
 */
export async function schreibeOffline(
  ausgabe: Ausgabe,
  katalog: Katalog,
  fruehere: readonly Gepackt[] = [],
): Promise<Gepackt[]> {
  const { ordner } = ausgabe;
  const pfade = dateienVon(ausgabe);
  const sprachen = sprachcodes(katalog.portal);
  mkdirSync(join(ordner, OFFLINE_ORDNER), { recursive: true });
  const vorlagen = sprachen.map((sprache): Paketvorlage => ({
    sprache,
    pfade: pfade.filter((pfad) => gehoertInsPaket(pfad, sprache, sprachen)),
    heute: standDerListen(createKontext(katalog, sprache)),
    frueheres: ausBau(ausgabe.bleibt?.ordner, fruehere, sprache),
  }));
  const auftrag: Auftrag = {
    ausgabe,
    paketordner: OFFLINE_ORDNER,
    auslassen: JSON_LD_IM_HTML,
    vorlagen,
  };
  const gepackte = await inWorkern<Gepackt>(
    new URL('./offline-lauf.ts', import.meta.url),
    auftrag,
    {
      anzahl: vorlagen.length,
      jeWorker: 1,
    },
  );
  for (const { paket } of gepackte) {
    const angaben = toPaketAngaben(createKontext(katalog, paket.sprache), paket);
    writeFileSync(join(ordner, angabenVon('', paket.sprache)), JSON.stringify(angaben));
  }
  return gepackte;
}

function ausBau(
  portal: string | undefined,
  gepackte: readonly Gepackt[],
  sprache: string,
): Frueheres | undefined {
  const eines = gepackte.find(({ paket }) => paket.sprache === sprache);
  if (portal === undefined || !eines) return undefined;
  return { datei: join(portal, eines.paket.datei), stuecke: eines.stuecke };
}
