/**
 * Looking up tokens in Pagefind's index, and knowing when it does not work.
 *
 * Pagefind keeps most failures to itself: a part of its index that cannot be loaded is „no hits“
 * without any error. But every token that is looked up is known to stand in the index, so one without hits is a
 * failure; and the index must be the one the table was made with.
 */
import { INDEX_SPRACHE } from '../suche/dateien.ts';
import { FELDER } from '../suche/zeichen.ts';
import { type Bestand, einmal } from './bestand.ts';
import type { Fundstellen } from './bewerten.ts';
import { holeJson, mitFrist } from './frist.ts';

/** What is used of Pagefind's own script. */
export interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(text: string): Promise<{ results: { id: string; matchedMetaFields?: string[] }[] }>;
}

export interface Volltext {
  /**
   * Rows per token, with how much the field counts that it stands in.
   * @throws where the index does not answer, or not completely
   */
  suchen(zeichen: readonly string[]): Promise<Map<string, Fundstellen>>;
}

const GEDULD_MS = 12_000;
/** What a hit in each field is worth; elsewhere in the text it is {@link WERT_TEXT}. */
const WERT_FELD: Readonly<Record<string, number>> = { [FELDER.titel]: 1, [FELDER.kurz]: 0.75 };
const WERT_TEXT = 0.4;

/**
 * @param pagefind from {@link loadPagefind}
 * @param hash from {@link loadIndexHash}
 */
export function createVolltext(
  pagefind: Promise<Pagefind>,
  hash: Promise<string | undefined>,
  bestand: Bestand,
): Volltext {
  const bekannt = new Map<string, Promise<Fundstellen>>();

  const nachschlagen = async (zeichen: string): Promise<Fundstellen> => {
    const [geladenes, gefunden] = await Promise.all([pagefind, hash]);
    if (gefunden !== bestand.index) throw new Error('The index is not the one of the table');
    const { results } = await geladenes.search(zeichen);
    if (results.length === 0) throw new Error(`Not in the index: ${zeichen}`);
    const stellen = new Map<number, number>();
    for (const { id, matchedMetaFields = [] } of results) {
      const row = bestand.zeileVon(id);
      if (row === undefined) throw new Error('The index has results that the table lacks');
      const werte = matchedMetaFields.map((feld) => WERT_FELD[feld] ?? 0);
      stellen.set(row, Math.max(WERT_TEXT, ...werte));
    }
    return stellen;
  };

  return {
    async suchen(zeichen) {
      const alle = Promise.all(
        zeichen.map(
          async (eines) =>
            [eines, await einmal(bekannt, eines, () => nachschlagen(eines))] as const,
        ),
      );
      return new Map(await mitFrist(alle, GEDULD_MS));
    },
  };
}

/**
 * Loads Pagefind and lets it fetch what every search needs. A failure is reported by the first search.
 * @param basis folder of Pagefind's files, with a slash at the end
 */
export function loadPagefind(basis: string): Promise<Pagefind> {
  const laden = async () => {
    const url = `${basis}pagefind.js`;
    const pagefind = (await import(/* @vite-ignore */ url)) as Pagefind;
    // Looking up a few tokens takes a millisecond or two; a worker would cost a round trip and 12 kB more.
    await pagefind.options({ basePath: basis, noWorker: true });
    await pagefind.init();
    // Waits until everything is loaded.
    await pagefind.search('');
    return pagefind;
  };
  return quiet(laden());
}

/** The name of the index that is there now; it tells whether a table belongs to it. */
export function loadIndexHash(basis: string): Promise<string | undefined> {
  const laden = async () => {
    const eingang = (await holeJson(`${basis}pagefind-entry.json`, { cache: 'no-cache' })) as {
      languages: Record<string, { hash: string }>;
    };
    return eingang.languages[INDEX_SPRACHE]?.hash ?? '';
  };
  return quiet(laden());
}

/** A promise that may fail before anybody waits for it. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
