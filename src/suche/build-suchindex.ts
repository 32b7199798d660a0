/**
 * Builds everything the search loads: words, tokens and, per language, table and cards; and Pagefind's index of the same tokens, by
 * which neighbours ask us.
 */
import type { Angebot } from '../domain/angebot.ts';
import { BEITRAG } from '../domain/beitrag.ts';
import { sprachcodes } from '../domain/portal.ts';
import { createHash } from 'node:crypto';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { auffindbare, type Katalog } from '../katalog/katalog.ts';
import { createKontext, type Kontext } from '../site/kontext.ts';
import { basisOf, createPfade } from '../site/pfade.ts';
import { toBeitrag } from './beitrag.ts';
import { GRENZEN, INDEX_SPRACHE, PAGEFIND_ORDNER, TABELLE, TEILE_ORDNER } from './dateien.ts';
import { urlOfFragment } from './pagefind-dateien.ts';
import { type Suchsatz, toSuchsatz } from './suchsatz.ts';
import { type Teil, type Teilebezug, toSuchtabelle } from './suchtabelle.ts';
import { toSuchteile } from './suchteile.ts';

/** Bytes by path, relative to the root of the portal. */
export type SuchDateien = Map<string, Uint8Array>;

/** Pagefind's own interface, which nothing here uses. */
const UNGENUTZT = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/**
 * All of it.
 * @returns the files in alphabetical order; the same content gives the same bytes
 * @throws where Pagefind reports an error, or does not return a result for each offer
 */
export async function buildSuchindex(katalog: Katalog): Promise<SuchDateien> {
  const eigene = toSuchdateien(katalog);
  const macheIndex = bereiteIndex(katalog);
  return new Map([...eigene, ...(await macheIndex())].sort(([a], [b]) => (a < b ? -1 : 1)));
}

// Pagefind runs as one service for the whole process: a build that ends must not close another one's.
let letzter: Promise<unknown> = Promise.resolve();

/**
 * Works out what Pagefind is to know of each offer.
 * @returns lets it make its index, in a process of its own that takes a hundred times the memory of what it is told, and gives the files
 * @throws as {@link buildSuchindex}
 */
export function bereiteIndex(katalog: Katalog): () => Promise<SuchDateien> {
  const saetze = auffindbare(katalog).map((angebot) => ({
    id: angebot.id,
    satz: {
      ...toSuchsatz(katalog, angebot),
      url: toSatzadresse(createKontext(katalog, 'de'), angebot),
    },
  }));
  return async () => {
    const vorige = letzter;
    const fertig = Promise.withResolvers<void>();
    letzter = fertig.promise;
    await vorige;
    try {
      const index = await nimmAuf(saetze.map(({ satz }) => satz));
      const { files } = check(await index.getFiles());
      const dateien = new Map(
        files
          .filter(({ path }) => !UNGENUTZT.test(path))
          .map(({ path, content }) => [path, content]),
      );
      if (saetze.length > 0) pruefeIndex(dateien, saetze);
      return new Map([...dateien].map(([path, bytes]) => [PAGEFIND_ORDNER + path, bytes]));
    } finally {
      await close();
      fertig.resolve();
    }
  };
}

/** What our own search loads, in all languages; the same content gives the same bytes. */
export function toSuchdateien(katalog: Katalog): SuchDateien {
  const dateien: SuchDateien = new Map();
  const { woerter, zeichen, anliegen, gefahr, teile: teil } = toSuchteile(katalog);
  const teile = new Map([...teil].map(([name, erzeuge]) => [name, erzeuge()]));
  // Named after what is in them: under its name a part never changes, and all belong together.
  const stand = hashOf([...teile].map(([teil, inhalt]): Teil => ({ teil, inhalt })));
  const encode = (inhalt: unknown) => new TextEncoder().encode(JSON.stringify(inhalt));
  for (const [name, inhalt] of teile) {
    const teil = `${name}-${stand}`;
    dateien.set(`${TEILE_ORDNER}${teil}.json`, encode({ teil, inhalt } satisfies Teil));
  }

  const bezug: Teilebezug = { teile: stand, woerter, zeichen };
  dateien.set(GRENZEN, encode(bezug));
  for (const sprache of sprachcodes(katalog.portal))
    dateien.set(
      createPfade('', sprache, {}).datei(TABELLE),
      encode(toSuchtabelle(createKontext(katalog, sprache), { ...bezug, anliegen, gefahr })),
    );
  const texte = [...teile].flatMap(([name, inhalt]) =>
    /^w\d+$/.test(name) ? [String(inhalt)] : [],
  );
  dateien.set(BEITRAG, encode(toBeitrag(katalog, texte)));
  return dateien;
}

function hashOf(inhalt: unknown): string {
  return createHash('sha256').update(JSON.stringify(inhalt)).digest('hex').slice(0, 8);
}

/**
 * The page of an offer from the root of its portal, and behind `#` its title: our own search never loads it, but those of neighbours
 * do. Not in a field of `meta`, for those are indexed, and words of titles look like tokens („A1“). An offer of a neighbour has
 * its whole address, and its id behind the title: services without a page of their own share one, and may be called alike.
 */
function toSatzadresse({ katalog, pfade }: Kontext, { id, titel, herkunft }: Angebot): string {
  const seite = herkunft?.seite ?? pfade.angebot(id).slice(basisOf(katalog.portal.url).length);
  return `${seite}#${encodeURIComponent(herkunft ? `${titel} (${id})` : titel)}`;
}

/** Records. */
const AUF_EINMAL = 100;

type Satz = Suchsatz & { url: string };

/** Hands records to a new index. */
async function nimmAuf(saetze: readonly Satz[]): Promise<PagefindIndex> {
  const { index } = check(await createIndex());
  if (!index) throw new Error('Pagefind hat keinen Index angelegt.');
  // Who sends one after the other waits for an answer in between; who sends all at once has all of them in memory, several times.
  for (let i = 0; i < saetze.length; i += AUF_EINMAL) {
    const antworten = saetze
      .slice(i, i + AUF_EINMAL)
      .map((satz) => index.addCustomRecord({ ...satz, filters: {} }));
    (await Promise.all(antworten)).forEach(check);
  }
  return index;
}

function check<T extends { errors: string[] }>(antwort: T): T {
  if (antwort.errors.length > 0) throw new Error(`Pagefind: ${antwort.errors.join('; ')}`);
  return antwort;
}

/** @throws where the index does not hold every record */
function pruefeIndex(pagefind: SuchDateien, saetze: readonly { id: string; satz: Satz }[]): void {
  const bytes = pagefind.get('pagefind-entry.json');
  if (!bytes) throw new Error('Pagefind hat die Datei pagefind-entry.json nicht geschrieben.');
  const { languages } = JSON.parse(new TextDecoder().decode(bytes)) as {
    languages: Record<string, { page_count: number }>;
  };
  const anzahl = languages[INDEX_SPRACHE]?.page_count ?? 0;
  if (anzahl !== saetze.length)
    throw new Error(`Der Suchindex kennt ${anzahl} von ${saetze.length} Angeboten.`);
  const adressen = new Set(
    [...pagefind].flatMap(([path, bytes]) =>
      path.endsWith('.pf_fragment') ? urlOfFragment(bytes) : [],
    ),
  );
  const fehlend = saetze.filter(({ satz }) => !adressen.has(satz.url));
  if (fehlend.length > 0)
    throw new Error(
      `Im Suchindex fehlen ${fehlend.length} Angebote, zum Beispiel ${fehlend[0]!.id}.`,
    );
}
