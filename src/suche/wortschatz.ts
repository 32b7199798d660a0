/**
 * The Wortschatz: every word the portal knows, and what it leads to. The browser looks up what is typed in it, so
 * that each word is understood before anything is searched: exact words, words for a Thema or a need in any language,
 * places, and what a misspelled word must mean. It is cut into parts in the order of its words; a search loads those
 * its words stand in.
 */
import { einmalJe } from '../domain/einmal.ts';
import { sprachcodes } from '../domain/portal.ts';
import { auffindbare, type Katalog } from '../katalog/katalog.ts';
import { sprachName } from '../i18n/sprachen.ts';
import { NEBENSACHE, sinnwoerter } from './analyse/fuellwoerter.ts';
import { stamm, wurzel } from './analyse/stamm.ts';
import { type Analysen, analysenVon } from './analysen.ts';
import { createNummern } from './nummern.ts';
import { type Wendung, wendungenVon } from './wendungen.ts';
import {
  BEILAEUFIG,
  formatZeile,
  GRUPPE,
  istGefahr,
  type Worteintrag,
  WORTART,
} from './wortzeile.ts';

export type Wortschatz = ReadonlyMap<string, Worteintrag>;

/** Names of the languages that offers are in, in every language that the vocabularies have words of. */
function sprachnamen({ vokabular, portal }: Katalog): Wendung[] {
  const { anliegen, themen, sprachen } = vokabular;
  const inSprachen = new Set([
    ...sprachcodes(portal),
    ...[...themen.values(), ...anliegen.values()].flatMap(({ suchwoerter = {} }) =>
      Object.keys(suchwoerter),
    ),
  ]);
  return (
    [...sprachen.keys()]
      // German is what nearly everything here is in; „Deutsch“ means to learn it.
      .filter((code) => code !== 'de')
      .flatMap((code) =>
        [...new Set([...inSprachen, code])].map((sprache) => ({
          text: sprachName(code, sprache),
          ziele: [`sprache=${code}`],
        })),
      )
  );
}

/** The whole Wortschatz, in the order of its words. */
export function createWortschatz(katalog: Katalog): Wortschatz {
  const bestand = zaehlen(katalog);
  const { haeufig, familien } = bestand;
  const ziele = sammeln([...wendungenVon(katalog), ...sprachnamen(katalog)], bestand);
  const add = (wort: string, ziel: string) =>
    ziele.set(wort, (ziele.get(wort) ?? new Set()).add(ziel));
  for (const wort of NEBENSACHE.beilaeufig) add(stamm(wort), BEILAEUFIG);
  const fuellwoerter = new Set(NEBENSACHE.fuellwoerter);
  for (const wort of NEBENSACHE.fremdeFuellwoerter) {
    if (haeufig.has(stamm(wort)) || ziele.has(stamm(wort))) add(stamm(wort), BEILAEUFIG);
    else fuellwoerter.add(wort);
  }

  const alle = new Set([...haeufig.keys(), ...familien, ...ziele.keys()]);
  const artVon = (wort: string) => {
    const anzahl = haeufig.get(wort);
    if (anzahl) return String(Math.min(9, anzahl.toString(2).length));
    return familien.has(wurzel(wort)) ? WORTART.familie : WORTART.nurZiel;
  };
  const hinweiseAufGefahr = new Set(
    [...katalog.vokabular.anliegen.values()].flatMap(({ id, gefahr }) =>
      gefahr ? `verwandt=${id}` : [],
    ),
  );
  /** Known by what an open offer of our own says, or leads somewhere by itself. Where a name is a place, the browser sees it. */
  const istEigenes = (wort: string) =>
    bestand.offene.has(wurzel(wort)) ||
    [...(ziele.get(wort) ?? [])].some(
      (ziel) =>
        !ziel.includes('+') && !/^(kommune|siehe)=/.test(ziel) && !hinweiseAufGefahr.has(ziel),
    );
  const istFremd = (wort: string) =>
    katalog.nachbarn.length > 0 && alle.has(wort) && !istEigenes(wort);
  const eintraege = [...alle, ...fuellwoerter].map((wort): [string, Worteintrag] => {
    const schreibweise = bestand.woerter.get(wort) ?? wort;
    return [
      wort,
      {
        art: alle.has(wort) ? artVon(wort) : '',
        fuellwort: fuellwoerter.has(wort),
        fremd: istFremd(wort),
        endung: schreibweise.startsWith(wort) ? schreibweise.slice(wort.length) : '',
        ziele: [...(ziele.get(wort) ?? [])].sort(),
      },
    ];
  });
  return new Map(eintraege.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/**
 * The words that mean danger, by themselves or with others, as far as shorter ones are compared with them before anything is loaded, see
 * `browser/lesen`: in Latin letters, as long as a word of six to eight letters with an error.
 */
export function gefahrworte(wortschatz: Wortschatz): string[] {
  return [...wortschatz]
    .filter(([wort, { ziele }]) => /^[a-z]{5,9}$/.test(wort) && ziele.some(istGefahr))
    .map(([wort]) => wort);
}

/** What the offers say. */
interface Wortbestand {
  /** In how many offers each stem stands. */
  haeufig: Map<string, number>;
  familien: Set<string>;
  /** Families of the words of our own offers that are not protected. Without pieces of compounds: neighbours' words tell them apart. */
  offene: Set<string>;
  /** Ids of the needs that an offer meets. */
  erkannt: Set<string>;
  /** A whole word per stem, to be read. */
  woerter: Map<string, string>;
}

function zaehlen(katalog: Katalog): Wortbestand {
  const alle = auffindbare(katalog).map((angebot) => ({
    istOffen: !angebot.herkunft && !angebot.schnellVerlassen,
    ...vorkommenIn(analysenVon(katalog, angebot)),
  }));
  const anzahl = new Uint32Array(formen.texte.length);
  const offen = new Uint8Array(formen.texte.length);
  const belegt = new Uint8Array(familien.texte.length);
  const woerter = new Map<string, string>();
  const erkannt = new Set<string>();
  for (const { istOffen, eigene, worte, familien, anliegen } of alle) {
    eigene.forEach((form, i) => {
      if (anzahl[form]!++ === 0) woerter.set(formen.texte[form]!, worte[i]!);
      if (istOffen) offen[form] = 1;
    });
    for (const familie of familien) belegt[familie] = 1;
    for (const id of anliegen) erkannt.add(id);
  }
  return {
    haeufig: new Map(
      formen.texte.flatMap((form, i): [string, number][] => (anzahl[i] ? [[form, anzahl[i]]] : [])),
    ),
    familien: new Set(familien.texte.filter((_, i) => belegt[i])),
    offene: new Set(formen.texte.flatMap((form, i) => (offen[i] ? wurzel(form) : []))),
    erkannt,
    woerter,
  };
}

const formen = createNummern();
const familien = createNummern();

/** What is counted of one offer. Whoever edits another does not wait for it. */
const vorkommenIn = einmalJe((analysen: Analysen) => {
  // The first whole word of each stem.
  const worte = new Map<number, string>();
  const eigeneFamilien = new Set<number>();
  for (const analyse of analysen) {
    for (const [form, wort] of analyse.formen) {
      const nummer = formen.von(form);
      if (!worte.has(nummer)) worte.set(nummer, wort);
    }
    for (const familie of analyse.wurzeln) eigeneFamilien.add(familien.von(familie));
  }
  return {
    eigene: Uint32Array.from(worte.keys()),
    worte: [...worte.values()],
    familien: Uint32Array.from(eigeneFamilien),
    anliegen: new Set(analysen.flatMap(({ anliegen }) => anliegen)),
  };
});

/** A word that belongs to more needs than these hints at none. */
const MAX_ANDEUTUNGEN = 3;

/** Where the words of names and search words lead; a phrase stands at its rarest word. Notes how they are written. */
function sammeln(
  wendungen: readonly Wendung[],
  { haeufig, erkannt, woerter }: Wortbestand,
): Map<string, Set<string>> {
  const ziele = new Map<string, Set<string>>();
  const andeutungen = new Map<string, string[]>();
  const gueltigeVon = einmalJe((wohin: readonly string[]): readonly string[] => {
    // What no offer meets leads nowhere; the word alone may still be found.
    const moegliche = wohin.filter(
      (ziel) => !/^(anliegen|verwandt)=/.test(ziel) || erkannt.has(ziel.split('=')[1]!),
    );
    const finden = moegliche.filter((ziel) => !ziel.startsWith('siehe='));
    return finden.length > 0 ? finden : moegliche;
  });
  for (const { text, ziele: wohin } of wendungen) {
    const worte = worteVon(text);
    const formen = [...worte.keys()];
    const gueltige = gueltigeVon(wohin);
    const anker = ankerVon(formen, haeufig);
    const rest = formen.filter((form) => form !== anker).map((form) => `+${form}`);
    for (const [form, wort] of worte) {
      // A name is written as it is, not as „Musterstädter“.
      const istName = wohin[0]?.startsWith('kommune=');
      if (istName || !woerter.has(form)) woerter.set(form, wort);
      const bisher = ziele.get(form) ?? new Set();
      if (form === anker) for (const ziel of gueltige) bisher.add(ziel + rest.join(''));
      ziele.set(form, bisher);
      if (formen.length === 1) continue;
      const hinweise = andeutungen.get(form);
      if (hinweise) hinweise.push(...gueltige);
      else andeutungen.set(form, [...gueltige]);
    }
  }
  // A word that is known only as part of phrases at least hints at what they mean.
  for (const [form, wohin] of andeutungen) {
    const bisher = ziele.get(form)!;
    const eigene = [...bisher].some((ziel) => !ziel.includes('+'));
    if (eigene || haeufig.has(form) || NEBENSACHE.beilaeufig.has(form)) continue;
    const hinweise = [...new Set(wohin)].filter((ziel) => ziel.startsWith('anliegen='));
    if (hinweise.length > MAX_ANDEUTUNGEN) continue;
    for (const ziel of hinweise) bisher.add(ziel.replace('anliegen=', 'verwandt='));
  }
  return ziele;
}

const bekannteWorte = new Map<string, ReadonlyMap<string, string>>();

/** The words of a phrase that tell what is meant, by their stems. The vocabularies have the same phrases after every edit. */
function worteVon(text: string): ReadonlyMap<string, string> {
  let worte = bekannteWorte.get(text);
  if (!worte)
    bekannteWorte.set(
      text,
      (worte = new Map(sinnwoerter(text).map((wort) => [stamm(wort), wort]))),
    );
  return worte;
}

/** The word of a phrase that is looked up: the rarest, of equally rare ones the longest. */
function ankerVon(formen: readonly string[], haeufig: ReadonlyMap<string, number>) {
  return [...formen].sort(
    (a, b) =>
      (haeufig.get(a) ?? 0) - (haeufig.get(b) ?? 0) || b.length - a.length || (a < b ? -1 : 1),
  )[0];
}

/** A part is about 1.6 kB when it is compressed. */
const ZEICHEN_JE_TEIL = 6300;

/** The Wortschatz in parts: a line per word, see {@link formatZeile}. */
export function formatWortschatz(wortschatz: Wortschatz): { von: string; text: string }[] {
  return inTeile(
    [...wortschatz].map(([wort, eintrag]): [string, string] => [wort, formatZeile(wort, eintrag)]),
    ZEICHEN_JE_TEIL,
  );
}

/**
 * Cuts lines into parts of about the same size. Words that begin alike stand together, as far as that goes.
 * @param zeilen each with the word it is looked up by, in the order of the words
 * @returns per part its text, and what its words begin with or come after: longer than the last word before, no
 *   longer than needed
 */
export function inTeile(
  zeilen: Iterable<Wortzeile>,
  zeichenJeTeil: number,
): { von: string; text: string }[] {
  const teile: { von: string; zeilen: string[]; laenge: number }[] = [];
  let davor = '';
  for (const gruppe of inGruppen([...zeilen], zeichenJeTeil)) {
    const [wort] = gruppe[0]!;
    const laenge = laengeVon(gruppe);
    let teil = teile.at(-1);
    if (!teil || teil.laenge + laenge > zeichenJeTeil)
      teile.push((teil = { von: kuerzesterAnfang(wort, davor), zeilen: [], laenge: 0 }));
    teil.zeilen.push(...gruppe.map(([, zeile]) => zeile));
    teil.laenge += laenge;
    davor = gruppe.at(-1)![0];
  }
  return teile.map(({ von, zeilen }) => ({ von, text: zeilen.join('\n') }));
}

type Wortzeile = readonly [wort: string, zeile: string];

/** Words that begin alike may make a part so much longer. */
const MEHR = 1.5;

/** Lines that come into one part: words with the same first letter, where these are too many with the same two. */
function inGruppen(
  zeilen: readonly Wortzeile[],
  zeichenJeTeil: number,
  anfang = 1,
): (readonly Wortzeile[])[] {
  return [...Map.groupBy(zeilen, ([wort]) => wort.slice(0, anfang)).values()].flatMap((gruppe) => {
    if (laengeVon(gruppe) <= MEHR * zeichenJeTeil) return [gruppe];
    if (anfang < GRUPPE) return inGruppen(gruppe, zeichenJeTeil, anfang + 1);
    return gruppe.map((zeile) => [zeile]);
  });
}

function laengeVon(zeilen: readonly Wortzeile[]): number {
  return zeilen.reduce((summe, [, zeile]) => summe + zeile.length + 1, 0);
}

/** The shortest beginning of a word that still comes after the word before it; all of a word that does not. */
function kuerzesterAnfang(wort: string, davor: string): string {
  let laenge = 1;
  while (laenge < wort.length && wort.slice(0, laenge) <= davor) laenge++;
  return wort.slice(0, laenge);
}
