/**
 * The state of a search and its form in the address, behind `#` so that no server sees it:
 * `#q=deutsch&thema=arbeit,wohnen&kommune=musterstadt&ansicht=karte&nahe=53999&sort=titel`.
 */

import { anfangVon, decode, type FragmentFeld } from '../domain/fragment.ts';
import type { Sortierung } from '../site/such-seite.ts';

/** Chosen values per facet; facets without a choice are missing. */
export type Filter = Readonly<Record<string, readonly string[]>>;

const SORTIERUNGEN: readonly Sortierung[] = ['relevanz', 'titel', 'naehe', 'stand'];

export interface Suchzustand {
  q: string;
  filter: Filter;
  karte: boolean;
  /** A place as typed by the visitor. */
  nahe: string;
  /** Missing: what fits the search, see {@link sortierungVon}. */
  sort?: Sortierung;
}

export const LEER: Suchzustand = { q: '', filter: {}, karte: false, nahe: '' };

const LAENGE = 200;

/** A facet with its values; `code` stands in addresses in place of an id that tells too much. */
export interface Auswaehlbar {
  id: string;
  werte: readonly { id: string; code?: string }[];
}

/**
 * Reads the part of an address behind `#`.
 * @param facetten known facets in their order, with their known values; everything else is ignored
 */
export function parseZustand(fragment: string, facetten: readonly Auswaehlbar[]): Suchzustand {
  const felder = felderVon(fragment);
  const text = (name: FragmentFeld) => textVon(felder, name);
  const filter: Record<string, readonly string[]> = {};
  for (const { id, werte } of facetten) {
    const gewaehlt = new Set((felder.get(id) ?? '').split(',').map(worteVon));
    const bekannt = werte.filter(({ id, code = id }) => gewaehlt.has(code)).map(({ id }) => id);
    if (bekannt.length > 0) filter[id] = bekannt;
  }
  const sort = SORTIERUNGEN.find((name) => name === text('sort'));
  return {
    q: text('q'),
    filter,
    karte: text('ansicht') === 'karte',
    nahe: text('nahe'),
    ...(sort && { sort }),
  };
}

/** The words of {@link parseZustand} alone. */
export function parseWorte(fragment: string): string {
  return textVon(felderVon(fragment), 'q');
}

function felderVon(fragment: string): Map<string, string> {
  const felder = new Map<string, string>();
  for (const teil of fragment.replace(/^#/, '').split('&')) {
    const at = teil.indexOf('=');
    if (at > 0) felder.set(teil.slice(0, at), teil.slice(at + 1));
  }
  return felder;
}

function textVon(felder: ReadonlyMap<string, string>, name: FragmentFeld): string {
  return anfangVon(worteVon(felder.get(name) ?? '').trim(), LAENGE);
}

/** {@link parseZustand} the other way round, without `#`; empty for an empty search. */
export function formatZustand(
  { q, filter, karte, nahe, sort }: Suchzustand,
  facetten: readonly Auswaehlbar[],
): string {
  const inAdresse = (facette: string, wert: string) => {
    const werte = facetten.find(({ id }) => id === facette)?.werte;
    return werte?.find(({ id }) => id === wert)?.code ?? wert;
  };
  const felder: [string, readonly string[]][] = [
    ['q', [q]],
    ...Object.entries(filter).map(([facette, werte]): [string, readonly string[]] => [
      facette,
      werte.map((wert) => inAdresse(facette, wert)),
    ]),
    ['ansicht', karte ? ['karte'] : []],
    ['nahe', [nahe]],
    ['sort', sort ? [sort] : []],
  ];
  return felder
    .map(
      ([name, werte]) => [name, werte.filter(Boolean).map(encodeURIComponent).join(',')] as const,
    )
    .filter(([, werte]) => werte !== '')
    .map(([name, werte]) => `${name}=${werte}`)
    .join('&');
}

/** The order in effect: near things first once a place is named, else what fits best. */
export function sortierungVon(zustand: Suchzustand, ortBekannt: boolean): Sortierung {
  if (zustand.sort === 'naehe' && !ortBekannt) return 'relevanz';
  return zustand.sort ?? (ortBekannt ? 'naehe' : 'relevanz');
}

/** The same filter with a value added or taken away. */
export function umschalten(filter: Filter, facette: string, wert: string): Filter {
  const bisher = filter[facette] ?? [];
  const neu = bisher.includes(wert) ? bisher.filter((id) => id !== wert) : [...bisher, wert];
  const { [facette]: _, ...rest } = filter;
  return neu.length > 0 ? { ...rest, [facette]: neu } : rest;
}

function worteVon(text: string): string {
  return decode(text.replaceAll('+', ' '));
}
