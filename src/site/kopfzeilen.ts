/**
 * What a server says with each answer: what browsers may do with it, and how long they may keep it. This is the only place that
 * knows; configurations of servers are written from it (`server-dateien`).
 */
import type { Element } from 'hast';
import { einmalJe } from '../domain/einmal.ts';
import { MEDIENTYPEN } from '../domain/medientyp.ts';
import { type Portal, sprachcodes } from '../domain/portal.ts';
import { h } from './element.ts';
import { KACHELN } from './kacheln.ts';
import { basisOf } from './pfade.ts';

/** A header whose value depends on the path. */
export interface Kopfzeile {
  name: string;
  /** Where no case fits; empty where it is not sent. */
  sonst: string;
  /** The first that fits counts. */
  faelle: Fall[];
}

export interface Fall {
  /** Regular expression over the whole path, of a kind that PCRE, RE2 and JavaScript understand alike. */
  muster: string;
  /** The same in the notation of `_headers` files: `*` is anything, `:name` anything without a slash. */
  pfade: string[];
  wert: string;
}

/** What of a portal the headers depend on; the start page of a Land has that, too. */
export type Auftritt = Pick<Portal, 'url' | 'sprachen' | 'verbund'> & {
  karte?: Pick<Portal['karte'], 'kacheln'>;
};

/** Files that are for servers, by regular expression over their path; nobody gets them. */
export const VERBORGEN = '/(\\.(?!well-known/)|_headers$)';

/** A year: under their names these files never change. */
const FUER_IMMER = 'public, max-age=31536000, immutable';
/** Kept, but asked for each time whether it has changed. */
const NACHFRAGEN = 'no-cache';
/** A year, for this server alone; names below it are not ours. */
const NUR_VERSCHLUESSELT = 'max-age=31536000';

/** Folders and names of files whose names hold a fingerprint of what is in them, in the notation of `_headers`. */
const UNVERAENDERLICH = [
  '_astro/*',
  'suche-teile/*',
  'pagefind/index/*',
  'pagefind/fragment/*',
  'pagefind/*.pf_meta',
  'offline/*.paket',
];

/** What is no page. Scripts are not among them: a service worker fetches by the policy of its own file. */
const KEINE_SEITEN = Object.keys(MEDIENTYPEN).filter((endung) => !/^(html|js)$/.test(endung));

/**
 * The policy for an answer (Content Security Policy 3).
 * @param art `suche` may show a map and ask neighbours, by Pagefind's WebAssembly; others may show `einbetten` in a frame; `datei` is no page
 */
function csp(portal: Auftritt, art: 'seite' | 'suche' | 'einbetten' | 'datei'): string {
  const wenn = (...arten: (typeof art)[]) => (arten.includes(art) ? ["'self'"] : []);
  const regeln = {
    'default-src': ["'none'"],
    'script-src': [
      ...wenn('seite', 'suche'),
      ...(art === 'suche' && nachbarn(portal).length > 0 ? ["'wasm-unsafe-eval'"] : []),
    ],
    'style-src': wenn('seite', 'suche', 'einbetten'),
    'img-src': [
      ...wenn('seite', 'suche', 'einbetten'),
      ...(art === 'suche' ? kacheln(portal) : []),
    ],
    'connect-src': [...wenn('seite', 'suche'), ...(art === 'suche' ? nachbarn(portal) : [])],
    'worker-src': wenn('seite', 'suche'),
    'manifest-src': wenn('seite', 'suche'),
    'form-action': [...wenn('seite', 'suche'), ...(art === 'einbetten' ? ["'none'"] : [])],
    'base-uri': art === 'datei' ? [] : ["'none'"],
    'frame-ancestors': [art === 'einbetten' ? '*' : "'none'"],
  };
  return Object.entries(regeln)
    .filter(([, werte]) => werte.length > 0)
    .map(([name, werte]) => `${name} ${werte.join(' ')}`)
    .join('; ');
}

/** Whose pictures may lie below the map. */
function kacheln({ karte }: Auftritt): string[] {
  return karte?.kacheln ? [new URL(KACHELN[karte.kacheln]).origin] : [];
}

/** Whose index the search may ask. */
function nachbarn({ verbund = [] }: Auftritt): string[] {
  const portale = verbund.filter(({ form }) => form === 'portal');
  return [...new Set(portale.map(({ url }) => new URL(url).origin))];
}

/** All headers of a portal. @param tls whether the connection is encrypted */
export function kopfzeilen(portal: Auftritt, tls: boolean): Kopfzeile[] {
  const basis = basisOf(portal.url);
  const wurzeln = sprachcodes(portal).map((code) => (code === 'de' ? '' : `${code}/`));
  const fall = (wert: string, pfade: string[]): Fall => ({
    muster: musterVon(basis, pfade),
    pfade: pfade.map((pfad) => basis + pfad),
    wert,
  });
  const inSprachen = (...pfade: string[]) =>
    pfade.flatMap((pfad) => wurzeln.map((wurzel) => wurzel + pfad));
  const immer = (name: string, wert: string): Kopfzeile => ({ name, sonst: wert, faelle: [] });
  return [
    {
      name: 'Content-Security-Policy',
      sonst: csp(portal, 'seite'),
      faelle: [
        fall(csp(portal, 'suche'), inSprachen('suche/*')),
        fall(csp(portal, 'einbetten'), inSprachen('einbetten/:liste/:kennung/*')),
        fall(
          csp(portal, 'datei'),
          KEINE_SEITEN.map((endung) => `*.${endung}`),
        ),
      ],
    },
    {
      name: 'Cache-Control',
      sonst: NACHFRAGEN,
      faelle: [fall(FUER_IMMER, UNVERAENDERLICH)],
    },
    {
      // Whoever may read them in a browser may read them in a page of others.
      name: 'Access-Control-Allow-Origin',
      sonst: '',
      faelle: [fall('*', ['daten/*', 'pagefind/*', ...inSprachen('kalender/*')])],
    },
    immer('X-Content-Type-Options', 'nosniff'),
    immer('Referrer-Policy', 'no-referrer'),
    immer('Permissions-Policy', 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()'),
    immer('Cross-Origin-Opener-Policy', 'same-origin'),
    // It counts for all of a server, so a portal in a folder of one does not decide it.
    ...(tls && portal.url.startsWith('https:') && basis === '/'
      ? [immer(HSTS, NUR_VERSCHLUESSELT)]
      : []),
  ];
}

/** Only on encrypted connections (RFC 6797, 7.2). */
export const HSTS = 'Strict-Transport-Security';

type PruefbareZeile = Kopfzeile & { regeln: RegExp[] };

/** Every page asks, so the expressions are made once for a portal. */
const jeVerbindung = (tls: boolean) =>
  einmalJe((portal: Auftritt): readonly PruefbareZeile[] =>
    kopfzeilen(portal, tls).map((zeile) => ({
      ...zeile,
      regeln: zeile.faelle.map(({ muster }) => new RegExp(muster)),
    })),
  );
const verschluesselt = jeVerbindung(true);
const offen = jeVerbindung(false);

/**
 * What is sent for a path.
 * @param pfad of a file that is there, from the root of the server: `/suche/`; where none is, of the page that says so
 * @param tls whether the connection is encrypted
 */
export function kopfzeilenFuer(portal: Auftritt, pfad: string, tls = false): Map<string, string> {
  return new Map(
    (tls ? verschluesselt : offen)(portal).flatMap((zeile): [string, string][] => {
      const wert = wertFuer(zeile, pfad);
      return wert ? [[zeile.name, wert]] : [];
    }),
  );
}

function wertFuer({ faelle, regeln, sonst }: PruefbareZeile, pfad: string): string {
  return faelle[regeln.findIndex((regel) => regel.test(pfad))]?.wert ?? sonst;
}

/**
 * The policy for the head of a page, where a server sends no headers: what only a header can say is left out.
 * @param pfad address of the page
 */
export function cspImKopf(portal: Auftritt, pfad: string): string {
  const zeile = offen(portal).find(({ name }) => name === 'Content-Security-Policy')!;
  return wertFuer(zeile, pfad).replace(/; frame-ancestors .*$/, '');
}

/** The same as an element, for pages that are none of Astro's. It stands first: it counts for what comes after it. */
export function cspMeta(portal: Auftritt, pfad: string): Element {
  const content = cspImKopf(portal, pfad);
  return h('meta', { httpEquiv: ['Content-Security-Policy'], content });
}

/** Whether a file keeps its name as long as it does not change, and gets another one then. @param pfad from the root of the portal */
export function isUnveraenderlich(pfad: string): boolean {
  return new RegExp(musterVon('', UNVERAENDERLICH)).test(pfad);
}

/** Paths of `_headers` below a folder as one regular expression. */
function musterVon(ordner: string, pfade: readonly string[]): string {
  const muster = pfade.map((pfad) =>
    `${pfad}$`
      .replace(/\*\$$/, '')
      .replaceAll('.', '\\.')
      .replaceAll('*', '.*')
      .replaceAll(/:\w+/g, '[^/]+'),
  );
  return `^${ordner}(${muster.join('|')})`;
}
