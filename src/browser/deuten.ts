/**
 * Understanding what somebody typed: which words there are, what each can be found by, which place is meant, whether
 * somebody is in danger. The Wortschatz knows the words; nothing is searched yet.
 */
import { verbinde, woerter } from '../suche/analyse/falten.ts';
import { formen, stamm, wurzel } from '../suche/analyse/stamm.ts';
import { BEILAEUFIG } from '../suche/wortzeile.ts';
import { zeichen } from '../suche/zeichen.ts';
import { type Korrektur, lesen, type Lesart, MIN_ANGEFANGEN } from './lesen.ts';
import type { Eintrag, Nachschlagewerk } from './nachschlagen.ts';

/** One way to find offers by a word; `guete` (0–1) tells how well what it finds is what was meant. */
export type Probe =
  /** `verwandt`: close to what was meant, not that itself. */
  | { guete: number; zeichen: string; verwandt?: true }
  /** `strittig`: not all Kreise of a Land take the word for that; it makes no circumstance of it. */
  | { guete: number; facette: string; werte: readonly string[]; strittig?: true }
  /** All pieces of a compound. */
  | { guete: number; teile: readonly (readonly Probe[])[] };

export interface Wort {
  /** As typed. */
  text: string;
  /** Any of these may find an offer; none where nobody here knows the word. */
  proben: Probe[];
  /** Decides nothing where other words do. */
  nebensache: boolean;
  /** Of a phrase (“german course”): the place of its first word, the same for all of them. */
  wendung?: number;
}

export interface Deutung {
  worte: Wort[];
  /** Ids of the Kommunen that are named. */
  orte: string[];
  /** Ids of the needs that mean danger. */
  gefahr: string[];
  korrekturen: Korrektur[];
  /** Ids of Themen close to what no offer meets. */
  themen: string[];
  /** Words that lead nowhere. */
  unbekannt: string[];
  /** The last word is taken for one that it may become, or a guess. */
  unfertig: boolean;
  /**
   * True where nothing in it can be a cry for help: no danger, not even a guessed one, and every word stands in our own
   * vocabularies or offers, none is a guess. What only a neighbour's words explain does not count: it would decide itself what is asked of it.
   */
  harmlos: boolean;
}

/** How well a target of the Wortschatz tells what is meant. */
const GUETE = {
  form: 1,
  wurzel: 0.7,
  anliegen: 0.9,
  verwandt: 0.5,
  teile: 0.6,
  merkmal: 0.95,
} as const;
/** The same of facets that are broader than a word. A word from outside may lead to `constructor`, which every object has. */
const GUETE_BREIT: ReadonlyMap<string, number> = new Map([
  ['thema', 0.55],
  ['angebotsart', 0.5],
  ['zielgruppe', 0.6],
]);

/** „How much …?“ asks for no town of that name. */
const FLOSKELN = /\b(?:how|very|so|too) much\b/gi;

/** What separates the words that `woerter` finds. */
const TRENNER = /[^\p{L}\p{N}\p{M}]+/u;

/**
 * @param text what was typed; its last word may not be finished
 * @param tippend true while somebody types: a last word that nobody knows is not corrected yet, it may become one
 * @returns undefined while typing, where only the next letters will tell
 */
export async function deuten(
  text: string,
  werk: Nachschlagewerk,
  tippend = false,
): Promise<Deutung | undefined> {
  const getippt = verbinde(text.replace(FLOSKELN, ' '))
    .split(/[\s,;:!?()"„“”«»]+/u)
    .flatMap((stueck) => {
      const worte = woerter(stueck);
      if (worte.length === 1) return worte.map((wort) => ({ text: stueck, wort }));
      // „Kursus-Hilffe“: each as it was typed, for there a guess takes its place.
      const getippte = stueck.split(TRENNER).filter((teil) => woerter(teil).length === 1);
      const genau = getippte.length === worte.length;
      return worte.map((wort, i) => ({ text: genau ? getippte[i]! : wort, wort }));
    });
  const letztes = getippt.at(-1)?.wort;
  await Promise.all([
    werk.lade(getippt.flatMap(({ wort }) => formen(wort))),
    letztes && letztes.length >= MIN_ANGEFANGEN ? werk.ladeAnfang(letztes) : undefined,
  ]);
  const gefragt = getippt.filter(({ wort }) => !werk.eintrag(wort)?.fuellwort);
  const lesarten = await Promise.all(
    gefragt.map((wort) => {
      const unfertig = wort.wort === letztes;
      return lesen(wort, { unfertig, abwarten: unfertig && tippend }, werk);
    }),
  );
  if (!sindGelesen(lesarten)) return undefined;
  return zusammenfuehren(lesarten, werk);
}

/**
 * Puts another word in the place of one that was typed, where it stands by itself.
 * @param getippt see {@link Korrektur}
 */
export function ersetze(text: string, getippt: string, wort: string): string {
  const woertlich = getippt.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const allein = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${woertlich}(?![\\p{L}\\p{N}\\p{M}])`, 'u');
  // Only a guess for words that are read as one needs them as one: what people typed stays as they wrote it.
  const worin = allein.test(text) ? text : verbinde(text);
  return worin.replace(allein, () => wort);
}

function sindGelesen(lesarten: readonly (Lesart | undefined)[]): lesarten is readonly Lesart[] {
  return lesarten.every((lesart) => lesart !== undefined);
}

/** What a typed word comes to, while targets are followed. */
interface Gelesen {
  lesart: Lesart;
  proben: Probe[];
  istOrt: boolean;
  gefaehrlich: boolean;
  /** Part of a phrase that leads somewhere: the place of its first word. */
  wendung?: number;
}

/** A target of a word, see `Worteintrag`. */
interface Ziel {
  art: string;
  wert: string;
  /** Words that must be typed with it. */
  weitere: readonly string[];
  strittig: boolean;
}

/** Where targets lead beside offers. */
type Gefolgt = Pick<Deutung, 'orte' | 'gefahr' | 'themen' | 'harmlos'>;

/** Follows the targets of all words, those of several words together included. */
function zusammenfuehren(lesarten: readonly Lesart[], werk: Nachschlagewerk): Deutung {
  const gelesene = lesarten.map(toGelesen);
  const gefolgt: Gefolgt = { orte: [], gefahr: [], themen: [], harmlos: true };
  for (const einer of gelesene)
    for (const { eintrag, guete } of einer.lesart.eintraege)
      for (const ziel of eintrag.ziele.flatMap(parseZiel)) {
        if (!ziel.weitere.every((wort) => gelesene.some((anderer) => istAuch(anderer, [wort]))))
          continue;
        // All words of a phrase stand for its target.
        const beteiligte = gelesene.filter(
          (anderer) => anderer === einer || istAuch(anderer, ziel.weitere),
        );
        const gilt = folge(ziel, { von: einer, eintrag, guete, beteiligte }, gefolgt);
        if (gilt && ziel.weitere.length > 0) verbindeWendungen(beteiligte, gelesene);
      }
  const inGefahr = gelesene.some(({ gefaehrlich }) => gefaehrlich);
  const gefragte = gelesene.filter(({ istOrt }) => !istOrt);
  const worte = gefragte.map((einer) => toWort(einer, inGefahr, werk));
  const unbekannt = gefragte.flatMap(({ lesart, gefaehrlich }, i) => {
    const { proben, nebensache } = worte[i]!;
    return proben.length === 0 && !nebensache && !gefaehrlich ? [lesart.text] : [];
  });
  const bekannt = ({ lesart, wendung }: Gelesen) =>
    !geraten(lesart) && (wendung !== undefined || istEigenes(lesart, werk));
  // A search for nothing but „Hilfe“ means it.
  const nurNebensache = worte.every(({ nebensache }) => nebensache);
  return {
    worte: nurNebensache ? worte.map((wort) => ({ ...wort, nebensache: false })) : worte,
    orte: [...new Set(gefolgt.orte)],
    gefahr: [...new Set(gefolgt.gefahr)],
    korrekturen: lesarten.flatMap(({ korrektur }) => korrektur ?? []),
    themen: gefolgt.themen,
    unbekannt,
    unfertig: lesarten.slice(-1).some((letzte) => letzte.angefangen || geraten(letzte)),
    harmlos: gefolgt.harmlos && unbekannt.length === 0 && gefragte.every(bekannt),
  };
}

function toGelesen(lesart: Lesart): Gelesen {
  return {
    lesart,
    proben: lesart.eintraege.flatMap(({ eintrag, guete }) => wortProben(eintrag, guete)),
    istOrt: false,
    gefaehrlich: false,
  };
}

/** Empty for {@link BEILAEUFIG} alone, which leads nowhere. */
function parseZiel(text: string): Ziel[] {
  if (text === BEILAEUFIG) return [];
  const strittig = text.startsWith(BEILAEUFIG);
  const [wohin = '', ...weitere] = text.slice(strittig ? BEILAEUFIG.length : 0).split('+');
  const [art = '', wert = ''] = wohin.split('=');
  return [{ art, wert, weitere, strittig }];
}

/** True where what was typed is taken for one of these words, too. */
function istAuch({ lesart }: Gelesen, worte: readonly string[]): boolean {
  return lesart.eintraege.some(({ eintrag }) => worte.includes(eintrag.wort));
}

/** @returns false where it only might be meant */
function folge(
  { art, wert, strittig }: Ziel,
  wie: { von: Gelesen; eintrag: Eintrag; guete: number; beteiligte: readonly Gelesen[] },
  gefolgt: Gefolgt,
): boolean {
  const { lesart } = wie.von;
  switch (art) {
    case 'gefahr':
      gefolgt.harmlos = false;
      // „Gehalt“ is not „Gewalt“, and „schla“ may become „schlafen“: only what is sure frightens.
      if (geraten(lesart) || lesart.angefangen) return false;
      gefolgt.gefahr.push(wert);
      if (!lesart.korrektur && !strittig)
        for (const einer of wie.beteiligte) einer.gefaehrlich = true;
      return true;
    case 'kommune':
      if (!nenntOrt(lesart, wie.eintrag, `kommune=${wert}`)) return false;
      gefolgt.orte.push(wert);
      for (const einer of wie.beteiligte) einer.istOrt = true;
      return true;
    case 'siehe':
      gefolgt.themen.push(wert);
      return true;
    default:
      for (const einer of wie.beteiligte)
        einer.proben.push(zielProbe(art, wert, wie.guete, strittig));
      return true;
  }
}

/** Makes a phrase of words; phrases that share a word are one. */
function verbindeWendungen(beteiligte: readonly Gelesen[], gelesene: readonly Gelesen[]): void {
  const erste = Math.min(...beteiligte.map((einer) => einer.wendung ?? gelesene.indexOf(einer)));
  const alte = new Set(beteiligte.flatMap(({ wendung }) => wendung ?? []));
  for (const einer of gelesene)
    if (beteiligte.includes(einer) || (einer.wendung !== undefined && alte.has(einer.wendung)))
      einer.wendung = erste;
}

function toWort(
  { lesart, proben, gefaehrlich, wendung }: Gelesen,
  inGefahr: boolean,
  werk: Nachschlagewerk,
): Wort {
  const teile = lesart.teile.map((teil) => {
    const eintrag = werk.eintrag(stamm(teil));
    return eintrag ? allesVon(eintrag) : [];
  });
  const beilaeufig = lesart.eintraege.some(({ eintrag }) => eintrag.ziele.includes(BEILAEUFIG));
  return {
    text: lesart.text,
    proben: teile.length > 0 ? [...proben, { guete: GUETE.teile, teile }] : proben,
    // Who is in danger needs help with that before anything else they mention.
    nebensache: inGefahr ? !gefaehrlich : wendung === undefined && (beilaeufig || geraten(lesart)),
    ...(wendung !== undefined && { wendung }),
  };
}

/** True where nobody could tell for sure what is asked: none of the words that decide is known, at most one was guessed. */
export function istUnverstanden({ worte, korrekturen }: Deutung): boolean {
  const geratene = new Set(
    korrekturen.filter(({ sicher }) => !sicher).map(({ getippt }) => getippt),
  );
  const entscheidende = worte.filter(({ nebensache }) => !nebensache);
  return (
    entscheidende.length > 0 &&
    entscheidende.every(({ text, proben }) => proben.length === 0 || geratene.has(text))
  );
}

function geraten({ korrektur }: Lesart): boolean {
  return korrektur !== undefined && !korrektur.sicher;
}

/** True where we ourselves know all that a word is taken for, and no piece of it means danger („Gewaltproblem“). */
function istEigenes({ eintraege, teile }: Lesart, werk: Nachschlagewerk): boolean {
  const jedes = (alle: readonly (Eintrag | undefined)[]) =>
    alle.length > 0 &&
    alle.every(
      (eintrag) =>
        !eintrag?.fremd && !eintrag?.ziele.some((ziel) => /^\??gefahr=[^+]+$/.test(ziel)),
    );
  return (
    jedes(eintraege.map(({ eintrag }) => eintrag)) ||
    jedes(teile.map((teil) => werk.eintrag(stamm(teil))))
  );
}

/**
 * True where a word can only mean the place: whatever it is taken for leads there, it means nothing else, and it is
 * not shorter than the name („ließ“ is not Ließem).
 */
function nenntOrt(lesart: Lesart, { ganz, ziele }: Eintrag, wohin: string): boolean {
  const sonst = ziele.some((ziel) => /^(?!kommune|verwandt)\w+=[^+]+$/.test(ziel));
  const vollstaendig =
    lesart.wort.length >= ganz.length ||
    lesart.angefangen !== undefined ||
    lesart.korrektur !== undefined;
  return !sonst && vollstaendig && einig(lesart, wohin);
}

/** True where a word leads to a target whatever it is taken for. */
function einig({ eintraege }: Lesart, wohin: string): boolean {
  return eintraege.every(({ eintrag }) =>
    eintrag.ziele.some((ziel) => ziel === wohin || ziel.startsWith(`${wohin}+`)),
  );
}

/** What a word itself is found by. */
function wortProben({ wort, haeufig, familie }: Eintrag, guete: number): Probe[] {
  const proben: Probe[] = [];
  if (haeufig > 0) proben.push({ guete: guete * GUETE.form, zeichen: zeichen.form(wort) });
  if (familie) proben.push({ guete: guete * GUETE.wurzel, zeichen: zeichen.wurzel(wurzel(wort)) });
  return proben;
}

function zielProbe(art: string, wert: string, guete: number, strittig = false): Probe {
  if (art === 'verwandt')
    return { guete: guete * GUETE.verwandt, zeichen: zeichen.anliegen(wert), verwandt: true };
  if (art === 'anliegen') return { guete: guete * GUETE.anliegen, zeichen: zeichen.anliegen(wert) };
  const eigene = GUETE_BREIT.get(art) ?? GUETE.merkmal;
  return {
    guete: guete * eigene,
    facette: art,
    werte: wert.split(','),
    ...(strittig && { strittig }),
  };
}

/** A piece of a compound: the word and what it leads to by itself. */
function allesVon(eintrag: Eintrag): Probe[] {
  const ziele = eintrag.ziele.filter((ziel) =>
    /^(?!kommune|gefahr|verwandt|siehe)\w+=[^+]+$/.test(ziel),
  );
  return [
    ...wortProben(eintrag, 1),
    ...ziele.map((ziel) => zielProbe(...(ziel.split('=') as [string, string]), 1)),
  ];
}
