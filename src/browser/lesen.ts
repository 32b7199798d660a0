/** Reading one typed word: which entries of the Wortschatz it can mean. */
import { stamm, wurzel } from '../suche/analyse/stamm.ts';
import { zerlege } from '../suche/analyse/zerlegung.ts';
import { ANFANG, istVertippt, type Kandidat, naechsteWorte } from './naechstes-wort.ts';
import type { Eintrag, Nachschlagewerk } from './nachschlagen.ts';
import { GRUPPE, istGefahr } from '../suche/wortzeile.ts';

/** A typed word and the entries of the Wortschatz it is taken for. */
export interface Lesart {
  /** As typed. */
  text: string;
  /** In the spelling of `falten`. */
  wort: string;
  /** Several where an unfinished word may become any of them. */
  eintraege: { eintrag: Eintrag; guete: number }[];
  /** Pieces of a compound that the portal itself does not have, or hardly. */
  teile: string[];
  korrektur?: Korrektur;
  /** Only the beginning of what it is taken for. */
  angefangen?: true;
}

/** A word that was taken for another. */
export interface Korrektur {
  getippt: string;
  /** What it may mean, first what is searched; in the spelling of `falten`. */
  gemeint: string[];
  /** False where it is a guess. */
  sicher: boolean;
}

/** How well a word is told by another of its family, by the end of a compound, by its beginning; by one far off never enough to fit. */
const GUETE = { familie: 0.7, schluss: 0.6, ergaenzt: 0.8, entfernt: 0.2 } as const;
const MAX_ERGAENZUNGEN = 6;
/** Shorter beginnings say nothing. */
export const MIN_ANGEFANGEN = 3;
/** Words so long mostly begin as what was meant, with {@link ANFANG} letters; those in Latin letters so long with {@link GRUPPE}. */
const BEGINNT_RICHTIG_AB = 9;
const LATEINISCH_AB = /^[a-z]{6}/;
/** Words in so many offers or more (see `Eintrag.haeufig`) need no pieces to find some. */
const GENUG = 3;

/**
 * Finds the entries that a word can mean.
 * @returns undefined where it is unknown and worth waiting for its next letter
 */
export async function lesen(
  { text, wort }: { text: string; wort: string },
  { unfertig, abwarten }: { unfertig: boolean; abwarten: boolean },
  werk: Nachschlagewerk,
): Promise<Lesart | undefined> {
  const form = stamm(wort);
  const lesart: Lesart = { text, wort, eintraege: [], teile: [] };
  const genau = werk.eintrag(form) ?? werk.eintrag(wort);
  if (genau) {
    lesart.eintraege.push({ eintrag: genau, guete: 1 });
    if (genau.haeufig < GENUG && genau.ziele.length === 0)
      lesart.teile = await zerlegen(wort, werk);
    return lesart;
  }
  const familie = werk.eintrag(wurzel(form));
  if (familie?.familie) {
    lesart.eintraege.push({ eintrag: familie, guete: GUETE.familie });
    return lesart;
  }
  if (unfertig && wort.length >= MIN_ANGEFANGEN) {
    const ergaenzt = werk
      .mitAnfang(wort)
      .filter(({ fuellwort }) => !fuellwort)
      .sort((a, b) => b.haeufig - a.haeufig || a.wort.length - b.wort.length)
      .slice(0, MAX_ERGAENZUNGEN);
    if (ergaenzt.length > 0) {
      lesart.eintraege = ergaenzt.map((eintrag) => ({ eintrag, guete: GUETE.ergaenzt }));
      lesart.angefangen = true;
      return lesart;
    }
  }
  if (abwarten) return undefined;
  const verglichen = await vergleichen(wort, form, werk);
  lesart.teile = verglichen.teile;
  if (lesart.teile.length > 0) return lesart;
  let { kandidaten } = verglichen;
  const angefangen = kandidaten.length === 0 && unfertig;
  if (angefangen) kandidaten = naechsteWorte(wort, form, werk.mitAnfang(wort[0]!), true);
  const [beste] = kandidaten;
  if (beste) {
    const gleichGut = kandidaten.filter(({ abstand }) => abstand <= Math.max(1, beste.abstand));
    const guete = beste.abstand < 2 ? 1 : GUETE.entfernt;
    lesart.eintraege.push({ eintrag: beste.eintrag, guete });
    if (beste.abstand >= 1)
      lesart.korrektur = {
        getippt: text,
        gemeint: gleichGut.slice(0, 3).map(({ eintrag }) => eintrag.ganz),
        sicher: beste.abstand <= 1 && gleichGut.length === 1 && !angefangen,
      };
    return lesart;
  }
  // The end of a German compound says what it is: a Zahnarzt is an Arzt.
  const kopf = await bekannterSchluss(wort, werk);
  if (kopf) {
    lesart.eintraege.push({ eintrag: kopf, guete: GUETE.schluss });
    lesart.korrektur = { getippt: text, gemeint: [kopf.ganz], sicher: false };
  }
  return lesart;
}

/** What an unknown word is next to; where it may be made of known words, these. Loads no more than that takes. */
async function vergleichen(
  wort: string,
  form: string,
  werk: Nachschlagewerk,
): Promise<{ teile: string[]; kandidaten: Kandidat[] }> {
  const naechsteMit = async (anfang: string) => {
    await werk.ladeAnfang(anfang);
    return naechsteWorte(wort, form, werk.mitAnfang(anfang));
  };
  const [anfang, ...kuerzere] = anfaenge(wort, form, werk);
  let kandidaten = await naechsteMit(anfang!);
  const [naechstes] = kandidaten;
  const teile = naechstes && istTippfehler(form, naechstes) ? [] : await zerlegen(wort, werk);
  for (const kuerzer of teile.length > 0 ? [] : kuerzere) {
    if (kandidaten[0] && kandidaten[0].abstand <= 1) break;
    kandidaten = await naechsteMit(kuerzer);
  }
  return { teile, kandidaten };
}

/**
 * The beginnings that a word is looked for with, one after the other, until a known word is one error away. All words with the first
 * letter are many to load; those with the first two mostly stand in one part. Hardly ever is another as near that begins otherwise
 * (`npm run bench -- tippfehler`); but where that could be danger, and with short words or other letters, all are compared.
 * @param form its stem
 */
function anfaenge(wort: string, form: string, { gefahr }: Nachschlagewerk): string[] {
  const istLang = wort.length >= BEGINNT_RICHTIG_AB;
  const ungefaehrlich =
    gefahr && !gefahr.some((eines) => istVertippt(form, eines) || istVertippt(wort, eines));
  return [
    ...(istLang ? [wort.slice(0, ANFANG)] : []),
    ...(LATEINISCH_AB.test(wort) && ungefaehrlich ? [wort.slice(0, GRUPPE)] : []),
    wort[0]!,
  ];
}

/**
 * True where a word is a known one with an error rather than one of two pieces: with a letter too many or too few, or two swapped.
 * „Aufenthalterlaubnis“ is made of two words, too; but „Integrationsrat“, with another letter, is no error in „Integrationspate“, unless
 * that would mean danger.
 * @param form its stem
 * @param naechstes what it is next to
 */
function istTippfehler(form: string, { abstand, fehler, eintrag }: Kandidat): boolean {
  if (fehler !== 1) return false;
  // What is another form of it, too, is not said to be corrected; but nobody is frightened by a word that was not typed.
  if (eintrag.ziele.some(istGefahr)) return abstand === 1;
  const sortiert = (eines: string) => [...eines].sort().join('');
  return eintrag.wort.length !== form.length || sortiert(eintrag.wort) === sortiert(form);
}

/** The known pieces of a compound. Loads what is needed to tell: behind each piece that is known, what may follow. */
async function zerlegen(wort: string, werk: Nachschlagewerk): Promise<string[]> {
  await werk.ladeAnfang(wort.slice(0, ANFANG));
  /** Where pieces may begin. */
  const stellen = new Set([0]);
  let neue = [0];
  while (neue.length > 0) {
    const bisher = stellen.size;
    for (const ab of neue)
      for (let bis = ab + 4; bis <= wort.length - 3; bis++)
        if (werk.eintrag(stamm(wort.slice(ab, bis)))?.familie) stellen.add(bis);
    neue = [...stellen].slice(bisher);
    await werk.lade(neue.map((stelle) => stamm(wort.slice(stelle))));
  }
  return zerlege(wort, (form) => werk.eintrag(form)?.familie ?? false);
}

async function bekannterSchluss(wort: string, werk: Nachschlagewerk): Promise<Eintrag | undefined> {
  if (!/^[a-z]{8,}$/.test(wort)) return undefined;
  const schluesse = Array.from({ length: wort.length - 7 }, (_, i) => stamm(wort.slice(i + 4)));
  await werk.lade(schluesse);
  return schluesse
    .map((form) => werk.eintrag(form))
    .find((eintrag) => eintrag && eintrag.haeufig > 0);
}
