/** One state of the content while it is edited. What is made of it is made when it is asked for, and once. */
import type { Seitenart, Seitenpfad } from '../../../src/bau/seitenprogramm.ts';
import { type Befund, fehlerIn } from '../../../src/domain/befund.ts';
import type { Portal } from '../../../src/domain/portal.ts';
import { readUngeprueft } from '../../../src/katalog/read-katalog.ts';
import { readVerlauf } from '../../../src/katalog/verlauf.ts';
import { uebergib } from '../../../src/katalog/weitergabe.ts';
import { analysiereVoraus } from '../../../src/suche/analysen.ts';
import { GRENZEN, TABELLE, TEILE_ORDNER } from '../../../src/suche/dateien.ts';

/** Everything of a portal whose content can be read. */
export interface Stand {
  /** Another one for every state, in this run and others. */
  name: string;
  portal: Portal;
  /**
   * A page.
   * @param adresse from the root of the portal, without a slash at the end
   * @throws what a page throws
   */
  seite(arten: readonly Seitenart[], adresse: string): Promise<string | undefined>;
  /** What is neither a page of Astro's nor a file of the code. @param name from the root of the portal */
  datei(name: string): Promise<string | undefined>;
  /** Makes what the first search would wait for, with a pause after each piece. */
  bereite(): Generator;
}

/** What is wrong where there is no Katalog, and so nothing to show. */
export interface Hindernis {
  name: string;
  hindernisse: Befund[];
}

let anzahl = 0;

/** Reads the content. */
export function createStand(inhalt: string): Stand | Hindernis {
  const name = `${process.pid}x${++anzahl}`;
  const { katalog, kontext, befunde } = readUngeprueft(inhalt);
  if (!katalog || !kontext) return { name, hindernisse: fehlerIn(befunde) };
  uebergib({ katalog, dev: true });
  const pfade = new Map<Seitenart, Promise<Seitenpfad[]>>();
  const pfadeVon = (art: Seitenart) => {
    if (!pfade.has(art)) pfade.set(art, art.pfade());
    return pfade.get(art)!;
  };
  // What no page needs is not even loaded before: the first page waits for nothing else.
  const suche = einmal(async () => (await import('./suche.ts')).createDevSuche(katalog, name));
  const dateien = einmal(async () =>
    (await import('../../../src/site/dateien.ts')).aufAbruf(katalog),
  );
  const daten = einmal(async () =>
    (await import('../../../src/site/offene-daten.ts')).toOffeneDaten(
      katalog,
      readVerlauf(inhalt, kontext),
    ),
  );
  const datenVon = async (pfad: string) => {
    const gruppe = (await daten()).find(({ pfade }) => pfade.includes(pfad));
    let text = '';
    for (const [einer, stueck] of gruppe?.stuecke() ?? []) if (einer === pfad) text += stueck;
    return gruppe && text;
  };
  return {
    name,
    portal: katalog.portal,
    async seite(arten, adresse) {
      for (const art of arten) {
        const treffer = musterVon(art).exec(`/${adresse}`);
        if (!treffer) continue;
        const gefragt = treffer.groups ?? {};
        const pfad = (await pfadeVon(art)).find(({ params }) =>
          Object.keys(gefragt).every((name) => params[name] === gefragt[name]),
        );
        if (pfad) return art.rendere(pfad);
      }
      return undefined;
    },
    async datei(name) {
      if (name.startsWith(TEILE_ORDNER) || name.endsWith(TABELLE) || name === GRENZEN)
        return (await suche())(name);
      if (name.startsWith('daten/')) return datenVon(name);
      return (await dateien()).get(name)?.erzeuge();
    },
    bereite: () => analysiereVoraus(katalog),
  };
}

/** What addresses of such pages look like: `/[...sprache]/angebote/[id]` has a group for each of its parts that may be anything. */
function musterVon({ muster }: Seitenart): RegExp {
  const vonSeiten = muster
    .replace(/\/\[\.\.\.(\w+)\]/, '(?:/(?<$1>[^/]+))?')
    .replace(/\[(\w+)\]/g, '(?<$1>[^/]+)');
  return new RegExp(`^${vonSeiten}/?$`);
}

function einmal<T>(mache: () => T): () => T {
  let fertig: { wert: T } | undefined;
  return () => (fertig ??= { wert: mache() }).wert;
}
