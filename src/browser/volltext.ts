/**
 * Text search by Pagefind, and knowing when it does not work.
 *
 * Pagefind runs in a worker and keeps most failures to itself: a part of its index that cannot be loaded is „no hits“
 * without any error. So every part a search needs is tested by words that must be found in it ({@link Stueck}), and
 * the index must be the one the table was made with.
 */
import type { Bestand } from './bestand.ts';

/** What is used of Pagefind's own script. */
export interface Pagefind {
  options(options: object): Promise<void>;
  search(text: string): Promise<{ results: { id: string }[] }>;
}

export interface Fund {
  /** Rows of the found offers, best first. */
  rows: number[];
  /** True where the search did not work, or not completely. */
  gestoert: boolean;
}

export interface Volltext {
  suchen(text: string): Promise<Fund>;
}

const GEDULD_MS = 12_000;
const WENIGE_STUECKE = 4;

/**
 * Text search over the index that belongs to a table.
 * @param pagefind from {@link loadPagefind}
 * @param hash from {@link loadIndexHash}
 */
export function createVolltext(
  pagefind: Promise<Pagefind>,
  hash: Promise<string | undefined>,
  bestand: Bestand,
): Volltext {
  const geladen = new Set<number>();

  const findetProbe = async ({ search }: Pagefind, proben: readonly string[]) => {
    for (const wort of proben) {
      if ((await search(wort)).results.length > 0) return true;
    }
    return proben.length === 0;
  };

  const istVollstaendig = async (geladenes: Pagefind, nummern: readonly number[]) => {
    for (const nr of nummern) {
      if (geladen.has(nr)) continue;
      if (!(await findetProbe(geladenes, bestand.stuecke[nr]![1]))) return false;
      geladen.add(nr);
    }
    return true;
  };

  const suchen = async (text: string): Promise<Fund> => {
    const [geladenes, gefunden] = await Promise.all([pagefind, hash]);
    const { results } = await geladenes.search(anfrage(text));
    const zeilen = results.map(({ id }) => bestand.zeileVon.get(id));
    const rows = zeilen.filter((row) => row !== undefined);
    const passt = gefunden === bestand.index && rows.length === zeilen.length;
    // Before it is said that there is nothing, a small index is tested as a whole.
    const { stuecke } = bestand;
    const alles = rows.length === 0 && stuecke.length <= WENIGE_STUECKE;
    const nummern = alles ? [...stuecke.keys()] : noetigeStuecke(stuecke, text);
    return { rows, gestoert: !passt || !(await istVollstaendig(geladenes, nummern)) };
  };

  return {
    suchen: (text) => mitFrist(suchen(text), GEDULD_MS).catch(() => ({ rows: [], gestoert: true })),
  };
}

/**
 * Loads Pagefind and lets it fetch what every search needs. A failure is reported by the first search.
 * @param basis folder of Pagefind's files, with a slash at the end
 */
export function loadPagefind(basis: string, gewichte: Record<string, number>): Promise<Pagefind> {
  const laden = async () => {
    const url = `${basis}pagefind.js`;
    const pagefind = (await import(/* @vite-ignore */ url)) as Pagefind;
    await pagefind.options({ basePath: basis, ranking: { metaWeights: gewichte } });
    await pagefind.search('');
    return pagefind;
  };
  return quiet(laden());
}

/** The name of the index that is there now; it tells whether a table belongs to it. */
export function loadIndexHash(basis: string, sprache: string): Promise<string | undefined> {
  const laden = async () => {
    const response = await fetch(`${basis}pagefind-entry.json`, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${response.status} pagefind-entry.json`);
    const eingang = (await response.json()) as { languages: Record<string, { hash: string }> };
    return eingang.languages[sprache]?.hash;
  };
  return quiet(laden());
}

/** A promise that may fail before anybody waits for it. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/**
 * Numbers of the parts in which the words of a search may stand. Parts are ranges of stems; a stem mostly begins like
 * its word, so two letters tell the neighbourhood.
 */
export function noetigeStuecke(
  stuecke: readonly (readonly [bis: string, ...unknown[]])[],
  text: string,
): number[] {
  const anfaenge = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    // The Arabic stemmer takes the article away.
    .flatMap((wort) => [wort, wort.replace(/^ال/, '')])
    .map((wort) => wort.slice(0, 2));
  return stuecke.flatMap(([bis], nr) => {
    // A word between two parts may be looked for in either.
    const von = nr === 0 ? '' : stuecke[nr - 1]![0];
    const letztes = nr === stuecke.length - 1;
    const betrifft = (anfang: string) =>
      von.slice(0, anfang.length) <= anfang && (letztes || bis >= anfang);
    return anfaenge.some(betrifft) ? [nr] : [];
  });
}

/** A text as the index would have it: without marks and single letters, as its records are (`suchsatz.ts`). */
export function anfrage(text: string): string {
  const worte = text
    .replace(/\u00AD/g, '')
    .replace(/(?<!\p{L})e\. ?V\./giu, 'eV')
    .replace(/[„“”‚‘’«»‹›'`´()[\]{}/|]/g, ' ')
    .split(/\s+/)
    .filter((wort) => !/^\p{L}\p{P}*$/u.test(wort));
  return worte.join(' ').trim() || text;
}

function mitFrist<T>(arbeit: Promise<T>, ms: number): Promise<T> {
  return Promise.race([
    arbeit,
    new Promise<never>((_, fail) => setTimeout(() => fail(new Error('timeout')), ms)),
  ]);
}
