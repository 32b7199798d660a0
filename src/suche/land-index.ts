/**
 * The search across all Kreise of a Land, made of what their portals contribute. It is cut so that a search loads a few parts of a
 * few kilobytes, however many Kreise there are: words by the order of words, tokens by the order of tokens, cards by Kreis.
 */
import { createHash } from 'node:crypto';
import type { Beitrag } from '../domain/beitrag.ts';
import { SACHLICH } from '../domain/facette.ts';
import { isKurzcode } from '../domain/kurzcode.ts';
import type { LandKreis, Mitglied } from '../domain/land.ts';
import { woerter as worteIn } from './analyse/falten.ts';
import { NEBENSACHE } from './analyse/fuellwoerter.ts';
import { stamm } from './analyse/stamm.ts';
import { LAND_KOPF, TEILE_ORDNER } from './dateien.ts';
import { formatFundstellen } from './fundstellen.ts';
import { formatWortschatz, inTeile, type Wortschatz } from './wortschatz.ts';
import { BEILAEUFIG, parseZeile, type Worteintrag, WORTART } from './wortzeile.ts';

/** What the browser loads first: where everything else stands. */
export interface LandKopf {
  version: 2;
  /** Ends the names of all parts: `w0` (words), `o0` (places), `z0` (tokens), `k0-de` (cards). */
  teile: string;
  /** What the words of each part begin with or come after. */
  woerter: string[];
  orte: string[];
  zeichen: string[];
  /** Rows per part of the cards. */
  jeBlock: number;
  /**
   * In the order of the list on the page: its offers have the rows from `ab`, their cards the blocks from `block`. Rows of `geschuetzt`
   * are counted from `ab`.
   */
  kreise: { ab: number; anzahl: number; block: number; geschuetzt: number[] }[];
}

/** Cards of some rows of one Kreis, in columns. */
export interface LandKarten {
  /** Pages, from the root of the portal, in German. */
  seite: string[];
  titel: string[];
  ort: string[];
  /** Which of these is German on a page of another language, by first letter: `t`, `o`. */
  deutsch: string[];
}

const JE_BLOCK = 16;
const ZEICHEN_JE_TEIL = 12_000;

/**
 * @param mitglieder in the order of the list on the page
 * @param sprachen of the page
 * @returns files by path from the root of the page; the same contributions give the same bytes
 */
export function createLandIndex(
  mitglieder: readonly Mitglied[],
  sprachen: readonly string[],
): Map<string, string> {
  const beitraege = mitglieder.map(({ beitrag }) => beitrag);
  const woerter = formatWortschatz(mergeWortschatz(beitraege));
  const orte = formatWortschatz(createOrte(mitglieder));
  const angebote = beitraege.flatMap((beitrag) => beitrag?.angebote ?? []);
  // Values of facets are tokens, too.
  const zeichen = inTeile(
    formatFundstellen(angebote.map(({ zeichen: texte, werte }) => ({ texte, werte }))),
    ZEICHEN_JE_TEIL,
  );
  const teile = new Map<string, unknown>([
    ...woerter.map(({ text }, i) => [`w${i}`, text] as const),
    ...orte.map(({ text }, i) => [`o${i}`, text] as const),
    ...zeichen.map(({ text }, i) => [`z${i}`, text] as const),
  ]);
  const kreise: LandKopf['kreise'] = [];
  let ab = 0;
  let block = 0;
  for (const beitrag of beitraege) {
    const angebote = beitrag?.angebote ?? [];
    const geschuetzt = angebote.flatMap((angebot, i) => (istGeschuetzt(angebot) ? [i] : []));
    kreise.push({ ab, anzahl: angebote.length, block, geschuetzt });
    ab += angebote.length;
    for (let i = 0; i < angebote.length; i += JE_BLOCK, block++)
      for (const sprache of sprachen)
        teile.set(`k${block}-${sprache}`, toKarten(angebote.slice(i, i + JE_BLOCK), sprache));
  }
  const stand = createHash('sha256')
    .update(JSON.stringify([...teile]))
    .digest('hex')
    .slice(0, 8);
  const von = (alle: readonly { von: string }[]) => alle.map((teil) => teil.von);
  const kopf: LandKopf = {
    version: 2,
    teile: stand,
    woerter: von(woerter),
    orte: von(orte),
    zeichen: von(zeichen),
    jeBlock: JE_BLOCK,
    kreise,
  };
  return new Map([
    [LAND_KOPF, JSON.stringify(kopf)],
    ...[...teile].map(([name, inhalt]): [string, string] => {
      const teil = `${name}-${stand}`;
      return [`${TEILE_ORDNER}${teil}.json`, JSON.stringify({ teil, inhalt })];
    }),
  ]);
}

type Angebot = Beitrag['angebote'][number];

/** What is protected has an address that says nothing; portals of every age publish that. */
function istGeschuetzt({ seite }: Angebot): boolean {
  return isKurzcode(seite.split('/')[1]!);
}

function toKarten(angebote: readonly Angebot[], sprache: string): LandKarten {
  const text = (feld: 'titel' | 'ort', angebot: Angebot) =>
    angebot[feld][sprache] ?? angebot[feld]['de'] ?? '';
  const istDeutsch = (feld: 'titel' | 'ort', angebot: Angebot) =>
    sprache !== 'de' && angebot[feld][sprache] === undefined;
  return {
    seite: angebote.map(({ seite }) => seite),
    titel: angebote.map((angebot) => text('titel', angebot)),
    ort: angebote.map((angebot) => text('ort', angebot)),
    deutsch: angebote.map((angebot) =>
      (['titel', 'ort'] as const)
        .filter((feld) => istDeutsch(feld, angebot))
        .map((feld) => feld[0])
        .join(''),
    ),
  };
}

function istOrt(ziel: string): boolean {
  return ziel.startsWith('kommune=');
}

/** `kommune=neustadt+bach` of the Kreis with this number. */
function imKreis(ziel: string, nr: number): string {
  const [, ...weitere] = ziel.split('+');
  return [`kommune=${nr}`, ...weitere].join('+');
}

/** What all Kreise together say of a word. */
interface Gesammelt {
  eintraege: Worteintrag[];
  /** Kreise in which it is a place, with what must be typed with it. */
  orte: Set<string>;
}

/**
 * All words of all Kreise. A place leads to its Kreis; where other Kreise know the word otherwise („Garten“ is a part of some town) it
 * is no place for a search. The field for places knows all of them.
 */
function mergeWortschatz(beitraege: readonly (Beitrag | undefined)[]): Wortschatz {
  const alle = new Map<string, Gesammelt>();
  beitraege.forEach((beitrag, nr) => {
    for (const zeile of beitrag?.woerter ?? []) {
      const [wort, eintrag] = parseZeile(zeile);
      let bisher = alle.get(wort);
      if (!bisher) alle.set(wort, (bisher = { eintraege: [], orte: new Set() }));
      bisher.eintraege.push(eintrag);
      for (const ziel of eintrag.ziele.filter(istOrt)) bisher.orte.add(imKreis(ziel, nr));
    }
  });
  return new Map(
    [...alle]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([wort, gesammelt]): [string, Worteintrag] => [wort, mergeEintraege(gesammelt)]),
  );
}

/** Targets that only add to what a word finds; facets of circumstances and danger also decide what becomes of the other words. */
const NUR_MEHR = new Set([...SACHLICH, 'anliegen', 'verwandt', 'siehe', BEILAEUFIG]);

/** A target without its value: `kosten+eintritt`. What Kreise call a danger may differ; that it is one may not. */
function sorteVon(ziel: string): string {
  return ziel.replace(/=[^+]*/, '');
}

/**
 * The most that any Kreis says of a word. What would make all others lose it (left out, decides nothing, a place, a circumstance, a
 * danger before which nothing else counts) counts only where all that know it say so. Emergency numbers are shown in any case.
 */
function mergeEintraege({ eintraege, orte }: Gesammelt): Worteintrag {
  const alle = (trifft: (eintrag: Worteintrag) => boolean) => eintraege.every(trifft);
  const sorten = eintraege.map(({ ziele }) => new Set(ziele.map(sorteVon)));
  const sagtJeder = (sorte: string) => sorten.every((eine) => eine.has(sorte));
  const istStrittig = (ziel: string) =>
    !NUR_MEHR.has(ziel.split('=')[0]!) && !sagtJeder(sorteVon(ziel));
  const ziele = new Set(
    eintraege
      .flatMap((eintrag) => eintrag.ziele.filter((ziel) => !istOrt(ziel)))
      .map((ziel) => (istStrittig(ziel) ? BEILAEUFIG + ziel : ziel)),
  );
  if (!sagtJeder(BEILAEUFIG)) ziele.delete(BEILAEUFIG);
  const art = eintraege.reduce(
    (bisher, eintrag) => (RANG.indexOf(eintrag.art) > RANG.indexOf(bisher) ? eintrag.art : bisher),
    '',
  );
  return {
    art,
    fuellwort: alle((eintrag) => eintrag.fuellwort),
    fremd: alle((eintrag) => eintrag.fremd),
    endung: eintraege[0]!.endung,
    ziele: [...ziele, ...(alle((eintrag) => eintrag.ziele.some(istOrt)) ? orte : [])].sort(),
  };
}

/** Kinds of words, from what says least. */
const RANG = ` ${WORTART.nurZiel}${WORTART.familie}0123456789`;

/** Words of the names of Kreise that tell none of them from the others. */
const ALLGEMEIN = new Set(
  [
    'kreis',
    'landkreis',
    'stadt',
    'kreisfreie',
    'region',
    'regionalverband',
    'am',
    'an',
    'der',
    'bei',
    'in',
    'im',
  ].map(stamm),
);

/** What people type to say where they live, and the Kreise that it leads to. */
function createOrte(mitglieder: readonly Mitglied[]): Wortschatz {
  const ziele = new Map<string, Set<string>>();
  const add = (wort: string, ziel: string) =>
    ziele.set(wort, (ziele.get(wort) ?? new Set()).add(ziel));
  mitglieder.forEach(({ kreis, beitrag }, nr) => {
    for (const zeile of beitrag?.woerter ?? []) {
      const [wort, eintrag] = parseZeile(zeile);
      for (const ziel of eintrag.ziele.filter(istOrt)) {
        const neu = imKreis(ziel, nr);
        add(wort, neu);
        // Words that must be typed with it have to be known.
        for (const anderes of neu.split('+').slice(1))
          if (!ziele.has(anderes)) ziele.set(anderes, new Set());
      }
    }
    for (const wort of namensworte(kreis)) add(wort, `kommune=${nr}`);
  });
  return new Map(
    [...ziele]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([wort, wohin]): [string, Worteintrag] => [
        wort,
        {
          art: WORTART.nurZiel,
          fuellwort: false,
          fremd: false,
          endung: '',
          ziele: [...wohin].sort(),
        },
      ]),
  );
}

/** Each word of a Kreis's name leads to it, and every name that its entry in `land.yaml` gives. */
function namensworte({ name, orte = [] }: LandKreis): string[] {
  return [name, ...orte].flatMap((text) => {
    const alle = worteIn(text)
      .filter((wort) => !NEBENSACHE.fuellwoerter.has(wort))
      .map(stamm);
    const eigene = alle.filter((wort) => !ALLGEMEIN.has(wort));
    return eigene.length > 0 ? eigene : alle;
  });
}
