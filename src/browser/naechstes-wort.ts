/** Which known word a misspelled or differently inflected one must mean. */
import { BEILAEUFIG } from '../suche/wortzeile.ts';
import type { Eintrag } from './nachschlagen.ts';

/** A known word and how far it is from what was typed; below 1 it is the same word in another form. */
export interface Kandidat {
  eintrag: Eintrag;
  abstand: number;
  /** How many letters are mistaken, the first counting more; Infinity where too many are. What is another form may have some, too. */
  fehler: number;
}

/** Shorter words are too easily turned into another. */
const MIN_LAENGE = 5;
const MIN_LAENGE_ZWEI = 7;
/** Two errors make too many words out of one so short, unless it begins the same: „weekend“ is no „werdend“. */
const MIN_LAENGE_ZWEI_AM_ANFANG = 9;
/** Letters that decide whether words begin the same. */
export const ANFANG = 3;
const MIN_GEMEINSAM = 4;
const MAX_ENDUNG = 4;

/** True where one word is the other with one letter added, left out, changed or swapped with the next. */
export function istVertippt(wort: string, bekannt: string): boolean {
  return tippAbstand(wort, bekannt, false) === 1;
}

/**
 * The nearest of the known words, nearest and then most common first.
 * @param wort what was typed, in the spelling of `falten`
 * @param stamm its stem
 * @param angefangen true to compare with the beginnings of words
 */
export function naechsteWorte(
  wort: string,
  stamm: string,
  bekannte: Iterable<Eintrag>,
  angefangen = false,
): Kandidat[] {
  const kandidaten: Kandidat[] = [];
  for (const eintrag of bekannte) {
    // Nobody misspells „nicht“ as „Nacht“.
    if (eintrag.fuellwort || eintrag.ziele.includes(BEILAEUFIG)) continue;
    const fehler = Math.min(
      tippAbstand(stamm, eintrag.wort, angefangen),
      tippAbstand(wort, eintrag.ganz, angefangen),
    );
    const abstand = Math.min(formAbstand(wort, eintrag), fehler);
    if (abstand < Infinity) kandidaten.push({ eintrag, abstand, fehler });
  }
  const gewicht = ({ haeufig, ziele }: Eintrag) => haeufig + (ziele.length > 0 ? 3 : 0);
  return kandidaten.sort(
    (a, b) =>
      a.abstand - b.abstand ||
      gewicht(b.eintrag) - gewicht(a.eintrag) ||
      (a.eintrag.wort < b.eintrag.wort ? -1 : 1),
  );
}

/**
 * Words of other languages have endings that no stemmer here knows: the same beginning and a little more or less
 * behind it is the same word. German words of offers were stemmed and are compared letter by letter instead.
 */
function formAbstand(wort: string, { wort: bekannt, familie }: Eintrag): number {
  // One postal code is no form of another.
  if (/\p{N}/u.test(wort) || (familie && /^[a-z]/.test(bekannt))) return Infinity;
  let gleich = 0;
  while (gleich < wort.length && wort[gleich] === bekannt[gleich]) gleich++;
  const mehr = wort.length - gleich;
  const weniger = bekannt.length - gleich;
  const kurz = /^[a-z]/.test(wort) ? MIN_GEMEINSAM : MIN_GEMEINSAM - 1;
  const endung = weniger === 0 ? MAX_ENDUNG + 1 : MAX_ENDUNG - 1;
  if (gleich < kurz || mehr > endung || weniger > MAX_ENDUNG - 1) return Infinity;
  // „Schlagzeug“ is no form of „schlagen“.
  const anteil = /^[a-z]/.test(wort) ? 0.7 : 0.55;
  if (gleich < Math.max(wort.length, bekannt.length) * anteil) return Infinity;
  return (mehr + weniger) / 12;
}

/** Letters to change, add, leave out or swap; Infinity where it would be another word. */
function tippAbstand(a: string, b: string, angefangen: boolean): number {
  const grenze = a.length < MIN_LAENGE ? 0 : a.length < MIN_LAENGE_ZWEI ? 1 : 2;
  if (grenze === 0 || /\p{N}/u.test(a) || b.length < MIN_LAENGE) return Infinity;
  if (a.length - b.length > grenze || (!angefangen && b.length - a.length > grenze))
    return Infinity;
  let vorletzte: number[] = [];
  let letzte = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const zeile = [i];
    for (let j = 1; j <= b.length; j++) {
      const gleich = a[i - 1] === b[j - 1];
      let wert = Math.min(letzte[j]! + 1, zeile[j - 1]! + 1, letzte[j - 1]! + (gleich ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        wert = Math.min(wert, vorletzte[j - 2]! + 1);
      zeile.push(wert);
    }
    vorletzte = letzte;
    letzte = zeile;
  }
  const abstand = angefangen ? Math.min(...letzte) : letzte[b.length]!;
  if (abstand > grenze) return Infinity;
  const beginntGleich = a.slice(0, ANFANG) === b.slice(0, ANFANG);
  if (abstand > 1 && a.length < MIN_LAENGE_ZWEI_AM_ANFANG && !beginntGleich) return Infinity;
  // Most errors leave the first letter alone.
  return abstand + (a[0] === b[0] ? 0 : 0.5);
}
