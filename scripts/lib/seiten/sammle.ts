/** Reads many pages: what is wrong on each, and what all of them refer to. Plain data in and out, so that it can be done in a worker. */
import { readFileSync } from 'node:fs';
import type { Portal } from '../../../src/domain/portal.ts';
import { cspImKopf } from '../../../src/site/kopfzeilen.ts';
import { adresseVon, BLATT_ORDNER } from '../../../src/site/pfade.ts';
import { type Ausgabe, ortVon } from '../bau/ausgabe.ts';
import { dazu } from '../bau/seitengewicht.ts';
import { SCHEMATA } from './erlaubt.ts';
import { type Link, liesSeite, type Mangel, type Seite } from './lies-seite.ts';

/** What pages are measured by. */
export interface Vorgaben {
  ausgabe: Ausgabe;
  /** Its public address. */
  url: string;
  portalName: string;
  portal: Portal;
  /** `lang` and `dir` by the folder of a language; German has none. */
  sprachen: ReadonlyMap<string, { lang: string; dir: string }>;
  /** Addresses of pages whose titles and previews name the portal only. */
  neutral: ReadonlySet<string>;
  /** Addresses of pages that lead on to another one at once. */
  weiter: ReadonlySet<string>;
}

export interface Einwand {
  art: string;
  satz: string;
}

/** What is left of a page when it has been read. Addresses and ids stand in {@link Sammlung.worte}: pages share nearly all of them. */
export interface GeleseneSeite {
  /** From the root of the portal. */
  pfad: string;
  bytes: number;
  titel: string;
  /** It says that it is another page, by its canonical address. */
  anderswo: boolean;
  /** Addresses of what every visitor loads with it. */
  dazu: number[];
  /** What links can lead to on it. */
  ids: number[];
  /** Addresses within the portal that its links lead to, `/suche/#q=`. */
  ziele: number[];
  /** Addresses within the portal that browsers load by themselves. */
  geladenes: number[];
  einwaende: Einwand[];
}

export interface Sammlung {
  seiten: GeleseneSeite[];
  worte: string[];
}

/** @param pfade of pages, from the root of the portal */
export function sammle(vorgaben: Vorgaben, pfade: readonly string[]): Sammlung {
  const worte = createWorte();
  const deute = createDeutung(vorgaben.url);
  const seiten = pfade.map((pfad): GeleseneSeite => {
    const html = readFileSync(ortVon(vorgaben.ausgabe, pfad));
    const seite = liesSeite(html.toString('utf8'));
    const adresse = new URL(adresseVon(pfad), vorgaben.url);
    const maengel = [...seite.maengel, ...amRahmen(vorgaben, seite, pfad)];
    const [ziele, geladenes] = [new Set<number>(), new Set<number>()];

    for (const link of seite.links) {
      const ziel = deute(link.href, adresse);
      if ('mangel' in ziel) maengel.push(ziel.mangel);
      else if ('intern' in ziel) ziele.add(worte.nr(ziel.intern));
      else maengel.push(...anFremdem(link, ziel.fremd));
    }
    for (const [href, was] of seite.geladenes) {
      const ziel = deute(href, adresse);
      if (!('intern' in ziel))
        maengel.push({ art: 'fremdes', was: `lädt <${was}> von anderswo: „${href}“` });
      else {
        geladenes.add(worte.nr(ziel.intern));
        if (was === 'script' && !ziel.intern.startsWith(new URL('_astro/', vorgaben.url).pathname))
          maengel.push({
            art: 'skript',
            was: `läuft ein Skript, das nicht aus src/browser kommt: „${href}“`,
          });
      }
    }
    const kanonisch = seite.links.find(({ rel }) => rel === 'canonical')?.href;
    const saetze = new Map(maengel.map(({ art, was }) => [was, art]));
    return {
      pfad,
      bytes: html.length,
      titel: seite.titel,
      anderswo: kanonisch !== undefined && kanonisch !== adresse.href,
      dazu: dazu(seite).map(worte.nr),
      ids: [...seite.ids].map(worte.nr),
      ziele: [...ziele],
      geladenes: [...geladenes],
      einwaende: [...saetze].map(([was, art]) => ({
        art,
        satz: `Auf der Seite ${adresse.pathname} ${was}.`,
      })),
    };
  });
  return { seiten, worte: worte.alle };
}

/** The pages of several collections, in their order, with words that all of them share. */
export function vereine(teile: readonly Sammlung[]): Sammlung {
  const worte = createWorte();
  const seiten = teile.flatMap((teil) => {
    const nummern = teil.worte.map(worte.nr);
    const neu = (alte: readonly number[]) => alte.map((nr) => nummern[nr]!);
    return teil.seiten.map((seite) => ({
      ...seite,
      dazu: neu(seite.dazu),
      ids: neu(seite.ids),
      ziele: neu(seite.ziele),
      geladenes: neu(seite.geladenes),
    }));
  });
  return { seiten, worte: worte.alle };
}

/** Numbers words, from 0, in the order in which they come for the first time. */
function createWorte(): { alle: string[]; nr: (wort: string) => number } {
  const nummern = new Map<string, number>();
  const alle: string[] = [];
  return {
    alle,
    nr: (wort) => {
      let nr = nummern.get(wort);
      if (nr === undefined) nummern.set(wort, (nr = alle.push(wort) - 1));
      return nr;
    },
  };
}

/** What the portal says of a page, beside what is the same for all: whether it has to be neutral, and may lead on by itself. */
export function umstaende(
  { url, neutral, weiter }: Vorgaben,
  pfad: string,
): { neutral: boolean; weiter: boolean } {
  const adresse = new URL(adresseVon(pfad), url).pathname;
  return {
    neutral: neutral.has(adresse.replace(WEITERES_BLATT, '')),
    weiter: weiter.has(adresse),
  };
}

/** Language, title and preview: what must be the same for all pages of a kind. */
function amRahmen(vorgaben: Vorgaben, seite: Seite, pfad: string): Mangel[] {
  const maengel: Mangel[] = [];
  const { url, portalName, sprachen } = vorgaben;
  const { neutral, weiter } = umstaende(vorgaben, pfad);
  const basis = new URL(url).pathname;
  const adresse = new URL(adresseVon(pfad), url).pathname;
  const ordner = adresse.slice(basis.length).split('/')[0]!;
  const { lang, dir } = sprachen.get(ordner) ?? sprachen.get('')!;
  if (seite.lang !== lang || seite.dir !== dir)
    maengel.push({
      art: 'sprache',
      was: `steht <html lang="${seite.lang}" dir="${seite.dir}"> statt lang="${lang}" dir="${dir}"`,
    });
  const start = adresse === basis || (adresse === `${basis}${ordner}/` && sprachen.has(ordner));
  if (neutral && seite.titel !== portalName)
    maengel.push({
      art: 'neutral',
      was: `verrät der Titel „${seite.titel}“, worum es geht; dort darf nur „${portalName}“ stehen`,
    });
  if (neutral && (seite.vorschau ?? portalName) !== portalName)
    maengel.push({ art: 'neutral', was: `verrät die Vorschau (og:title), worum es geht` });
  if (!neutral && !start && seite.titel === portalName)
    maengel.push({ art: 'titel', was: 'nennt der Titel nur das Portal, nicht die Seite' });
  if (seite.csp !== cspImKopf(vorgaben.portal, adresse))
    maengel.push({
      art: 'csp',
      was: 'steht am Anfang des Kopfs nicht die Content-Security-Policy aus src/site/kopfzeilen.ts',
    });
  if (seite.weiter !== undefined && !weiter)
    maengel.push({ art: 'weiter', was: `wird man ungefragt weitergeleitet zu „${seite.weiter}“` });
  return maengel;
}

/** What further pages of a list add to its address. */
const WEITERES_BLATT = new RegExp(`(?<=/)${BLATT_ORDNER}/\\d+/$`);

/** Of what lies elsewhere, the scheme as browsers read it: `https:`. */
type Ziel = { intern: string } | { mangel: Mangel } | { fremd: string };

const MERKE_HOECHSTENS = 2000;

/** Says what an address on a page is. Addresses come again and again, so those that mean the same everywhere are kept. */
function createDeutung(portal: string): (href: string, seite: URL) => Ziel {
  const { origin, pathname: basis } = new URL(portal);
  const bekannt = new Map<string, Ziel>();
  return (href, seite) => {
    if (!/^(\/|[a-z]+:)/.test(href)) return deute(href, seite);
    const ziel = bekannt.get(href) ?? deute(href, seite);
    if (bekannt.size >= MERKE_HOECHSTENS) bekannt.clear();
    bekannt.set(href, ziel);
    return ziel;
  };

  function deute(href: string, seite: URL): Ziel {
    const mangel = (was: string): Ziel => ({
      mangel: { art: 'adresse', was: `führt ein Link zu „${href}“; ${was}` },
    });
    const url = URL.parse(href, seite);
    if (!url) return mangel('das ist keine Adresse');
    const form = SCHEMATA[url.protocol];
    if (!form) return mangel(`Adressen mit „${url.protocol}“ sind nicht erlaubt`);
    if (!form.test(url.href)) return mangel('so sehen solche Adressen nicht aus');
    if (url.username || url.password) return mangel('vor dem @ steht, was über das Ziel täuscht');
    // A calendar to subscribe to is a file of the portal.
    const gleich =
      url.origin === origin ||
      `${url.protocol}//${url.host}` === `webcal://${new URL(origin).host}`;
    if (gleich && url.pathname.startsWith(basis)) return { intern: url.pathname + url.hash };
    return { fremd: url.protocol };
  }
}

/** Foreign pages are not told from where somebody comes, and a page never leads out of the portal by itself. */
function anFremdem({ href, rel }: Link, schema: string): Mangel[] {
  if (!rel.startsWith('a '))
    return [{ art: 'hinaus', was: `führt <${rel}> aus dem Portal hinaus zu „${href}“` }];
  if (/^https?:$/.test(schema) && !/\bnoreferrer\b/.test(rel))
    return [{ art: 'rel', was: `fehlt dem Link zu „${href}“ rel="noreferrer"` }];
  return [];
}
