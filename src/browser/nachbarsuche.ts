/**
 * Searching the portals of neighbours, after a tap that says so. They are made by the same generator, so their indexes hold the same
 * tokens. The words themselves are sent nowhere: like our own, their search is files with hashed names. Which of them are asked for
 * tells about the words: to a neighbour that cuts its index for that, which of some words was meant. So nothing of this is offered to
 * whoever may be in danger (see `Deutung.harmlos`).
 *
 * Nothing of theirs is run: script and program of the search are our own, the neighbour gives data only.
 */
import { decode } from '../domain/fragment.ts';
import type { Nachbarportal } from '../site/nachbarn.ts';
import { INDEX_SPRACHE, PAGEFIND_ORDNER } from '../suche/dateien.ts';
import { einmal } from './bestand.ts';
import type { Deutung } from './deuten.ts';
import { zeichenDer } from './bewerten.ts';
import { mitFrist } from './frist.ts';

export interface NachbarTreffer {
  titel: string;
  href: string;
}

export interface Nachbarfunde {
  neue: NachbarTreffer[];
  /** Among what fits were offers that stand on the page already; they are left out. */
  schonDa: boolean;
}

interface Fund {
  id: string;
  data(): Promise<{ raw_url?: string; url: string }>;
}

/** What is used of an instance of Pagefind. */
interface Instanz {
  init(): Promise<void>;
  mergeIndex(url: string, optionen: object): Promise<void>;
  search(text: string, optionen: object): Promise<{ results: Fund[] }>;
}

const GEDULD_MS = 12_000;
const HOECHSTENS = 10;
/** Behind so many that are not the neighbour's own, or known, nothing more is looked for. */
const MAX_GELADEN = 50;
const MAX_TITEL = 200;
/** Marks what comes from the neighbour: the instance finds our own offers, too. */
const MARKE = { nachbar: 'ja' };

const instanzen = new Map<string, Promise<Instanz>>();

/**
 * @param basis folder of our own search
 * @param bekannte addresses of offers that stand on the page already
 * @returns what fits most of the words, best first
 * @throws where the neighbour does not answer, or does not let other portals ask
 */
export function sucheBei(
  portal: Nachbarportal,
  basis: string,
  deutung: Deutung,
  bekannte: ReadonlySet<string>,
): Promise<Nachbarfunde> {
  const suchen = async () => {
    const instanz = await einmal(instanzen, portal.url, () => oeffne(portal, basis));
    return ladeNeue(portal, await finde(instanz, deutung), bekannte);
  };
  return mitFrist(suchen(), GEDULD_MS);
}

async function oeffne(portal: Nachbarportal, basis: string): Promise<Instanz> {
  const script = `${basis}pagefind.js`;
  const { createInstance } = (await import(/* @vite-ignore */ script)) as {
    createInstance(optionen: object): Instanz;
  };
  const instanz = createInstance({ basePath: basis, noWorker: true });
  await instanz.init();
  await instanz.mergeIndex(portal.url + PAGEFIND_ORDNER, {
    language: INDEX_SPRACHE,
    mergeFilter: MARKE,
  });
  return instanz;
}

/** What most of the words find, best first. */
async function finde(instanz: Instanz, { worte }: Deutung): Promise<Fund[]> {
  const wichtige = worte.filter(({ nebensache }) => !nebensache);
  const gefunden = new Map<string, { fund: Fund; worte: number; wert: number }>();
  for (const { proben } of wichtige.length > 0 ? wichtige : worte) {
    const jeFund = new Map<string, { fund: Fund; wert: number }>();
    for (const [eines, guete] of zeichenDer(proben)) {
      const { results } = await instanz.search(eines, { filters: MARKE });
      for (const fund of results) {
        const bisher = jeFund.get(fund.id)?.wert ?? 0;
        jeFund.set(fund.id, { fund, wert: Math.max(bisher, guete) });
      }
    }
    for (const [id, { fund, wert }] of jeFund) {
      const bisher = gefunden.get(id) ?? { worte: 0, wert: 0 };
      gefunden.set(id, { fund, worte: bisher.worte + 1, wert: bisher.wert + wert });
    }
  }
  const meiste = Math.max(...[...gefunden.values()].map((eines) => eines.worte));
  return [...gefunden.values()]
    .filter((eines) => eines.worte === meiste)
    .sort((a, b) => b.wert - a.wert)
    .map(({ fund }) => fund);
}

/** The best that are the neighbour's own and not known: its index may hold ours, too, and even before its own. */
async function ladeNeue(
  portal: Nachbarportal,
  funde: readonly Fund[],
  bekannte: ReadonlySet<string>,
): Promise<Nachbarfunde> {
  const neue: NachbarTreffer[] = [];
  let schonDa = false;
  const bis = Math.min(funde.length, MAX_GELADEN);
  for (let ab = 0; ab < bis && neue.length < HOECHSTENS; ab += HOECHSTENS) {
    const daten = await Promise.all(funde.slice(ab, ab + HOECHSTENS).map((fund) => fund.data()));
    const eigene = daten.flatMap(({ raw_url, url }) => toTreffer(portal, raw_url ?? url) ?? []);
    neue.push(...eigene.filter(({ href }) => !bekannte.has(href)));
    schonDa ||= eigene.some(({ href }) => bekannte.has(href));
  }
  return { neue: neue.slice(0, HOECHSTENS), schonDa };
}

/** Only what lies below the neighbour's own portal: what it says is not ours. See `toSatzadresse` in `build-suchindex.ts`. */
function toTreffer({ url, vorsatz }: Nachbarportal, roh: string): NachbarTreffer | undefined {
  const adresse = parseUrl(roh, url);
  if (!adresse?.href.startsWith(url)) return undefined;
  const titel = decode(adresse.hash.slice(1))
    // What would turn the line around.
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .slice(0, MAX_TITEL);
  adresse.hash = '';
  return titel ? { titel, href: url + vorsatz + adresse.href.slice(url.length) } : undefined;
}

/** As URL.parse, which old browsers lack. */
function parseUrl(roh: string, basis: string): URL | undefined {
  try {
    return new URL(roh, basis);
  } catch {
    return undefined;
  }
}
