/** How well offers fit the words of a search: every word is looked for on its own, then what they found is joined. */
import { SACHLICH, VOLLSTAENDIG } from '../domain/facette.ts';
import type { Bestand } from './bestand.ts';
import type { Deutung, Probe, Wort } from './deuten.ts';
import { istAnliegen } from '../suche/zeichen.ts';
import { nenntSelbst } from './facetten.ts';

/** For each row that a word finds, how well (0–1). */
export type Fundstellen = ReadonlyMap<number, number>;

/** Whether an offer meets a word: `teils` mentions it or something close to it, `nein` where it says otherwise, `unbekannt` where nobody has said. */
export type Erfuellt = 'ja' | 'teils' | 'unbekannt' | 'nein';

/** What of the offers decides how well they fit. */
export type Zeilen = Pick<Bestand, 'eigene' | 'alphabet' | 'facetten'>;

export interface Passung {
  row: number;
  /** 0–1. */
  wert: number;
  /** Meets every word that decides. */
  ganz: boolean;
  /** Per word of the Deutung. */
  erfuellt: Erfuellt[];
}

/** What an offer for everyone is worth to those who look for something of their own. */
const GUETE_ALLE = 0.3;
const GEWICHT_NEBENSACHE = 0.2;
const GEWICHT_UMSTAND = 0.5;
/** From here on an offer is about it, and does not only mention it. */
const DEUTLICH = 0.45;
/** Below this an offer only might fit: it is for everyone, or far from what was meant. */
const GENUEGEND = 0.25;
/** Offers that fit in part are shown beside so few that fit. */
const WENIGE = 10;
const MAX_TEILWEISE = 12;

/** Every token the search must look up. */
export function zeichenVon({ worte }: Deutung): string[] {
  return [...new Set(worte.flatMap(({ proben }) => zeichenDer(proben).map(([eines]) => eines)))];
}

/** The tokens of a word, each with how well what it finds is what was meant. */
export function zeichenDer(proben: readonly Probe[]): [zeichen: string, guete: number][] {
  return proben.flatMap((probe): [string, number][] =>
    'zeichen' in probe
      ? [[probe.zeichen, probe.guete]]
      : 'teile' in probe
        ? probe.teile.flatMap(zeichenDer)
        : [],
  );
}

/**
 * Rates all offers that meet at least one of the words.
 * @param funde what the index found per token: rows and how much the field counts that the token stands in
 * @returns best first is not decided here; offers that fit in part only where few fit in whole
 */
export function bewerten(
  bestand: Zeilen,
  deutung: Deutung,
  funde: ReadonlyMap<string, Fundstellen>,
): Passung[] {
  const { worte } = deutung;
  const bekannt = worte
    .map((wort, i) => ({ wort, i }))
    .filter(({ wort }) => wort.proben.length > 0);
  const jeWort = bekannt.map(({ wort, i }) => {
    const direkt = fundstellen(
      bestand,
      wort.proben.filter((probe) => !istVerwandt(probe)),
      funde,
    );
    const nah = fundstellen(bestand, wort.proben.filter(istVerwandt), funde);
    const stellen = new Map([...nah, ...direkt]);
    // What few offers have tells more than what most have.
    const selten =
      (1 / (1 + Math.log2(1 + stellen.size) / 8)) * (istUmstand(wort) ? GEWICHT_UMSTAND : 1);
    return { i, wort, stellen, direkt, gewicht: wort.nebensache ? GEWICHT_NEBENSACHE : selten };
  });
  const summe = jeWort.reduce((bisher, { gewicht }) => bisher + gewicht, 0);
  // „Kostenlos“ alone makes no offer a place to eat: where something else is asked for, that must be met.
  const entscheidend = jeWort.filter(({ wort }) => !wort.nebensache);
  const sachen = entscheidend.filter(({ wort }) => !istUmstand(wort));
  // What was asked for is unknown, and only the circumstances are left: that would be no answer.
  if (
    sachen.length === 0 &&
    worte.some(({ proben, nebensache }) => proben.length === 0 && !nebensache)
  )
    return [];
  const noetig = sachen.length > 0 ? sachen : entscheidend;
  const rows = new Set(noetig.flatMap(({ stellen }) => [...stellen.keys()]));
  const passungen = [...rows].map((row): Passung => {
    const wert = jeWort.reduce(
      (bisher, { stellen, gewicht }) => bisher + gewicht * (stellen.get(row) ?? 0),
      0,
    );
    const erfuellt = worte.map((): Erfuellt => 'unbekannt');
    for (const { i, wort, stellen, direkt } of jeWort) {
      if ((direkt.get(row) ?? 0) >= DEUTLICH) erfuellt[i] = 'ja';
      else if (stellen.has(row)) erfuellt[i] = 'teils';
      else if (istVerneint(bestand, wort, row)) erfuellt[i] = 'nein';
    }
    const ganz = jeWort.every(
      ({ wort, direkt }) => wort.nebensache || (direkt.get(row) ?? 0) >= GENUEGEND,
    );
    return { row, wert: wert / summe, ganz, erfuellt };
  });
  // Neighbours neither push out what is ours, nor do they add what is only similar to it.
  const eigene = auswaehlen(
    bestand,
    deutung,
    passungen.filter(({ row }) => row < bestand.eigene),
  );
  const fremde = passungen.filter(({ row }) => row >= bestand.eigene);
  return eigene.length > 0
    ? [...eigene, ...fremde.filter(({ ganz }) => ganz)]
    : auswaehlen(bestand, deutung, fremde);
}

/** A thing that is asked for, in the words that were typed, and whether an offer meets it. */
export interface Gefragtes {
  text: string;
  erfuellt: Erfuellt;
}

/**
 * Says of each thing that decides whether it is met. The words of a phrase are one thing, where they stand side by side: in many
 * languages childcare is two words, and of „children: not known“ nobody learns anything.
 * @returns empty where there is nothing to tell: one thing was asked for, and it is met
 */
export function gefragtes(worte: readonly Wort[], { erfuellt }: Passung): Gefragtes[] {
  const alle: (Gefragtes & { wendung: number | undefined })[] = [];
  worte.forEach(({ text, proben, nebensache, wendung }, i) => {
    const dieses = erfuellt[i];
    if (!dieses || nebensache || proben.length === 0) return;
    const voriges = alle.at(-1);
    if (
      voriges &&
      wendung !== undefined &&
      voriges.wendung === wendung &&
      voriges.erfuellt === dieses
    )
      voriges.text += ` ${text}`;
    else alle.push({ text, erfuellt: dieses, wendung });
  });
  const [einziges, ...weitere] = alle;
  return weitere.length === 0 && einziges?.erfuellt === 'ja' ? [] : alle;
}

/** All that fit, and some of what is similar where few do. */
function auswaehlen(
  bestand: Zeilen,
  { gefahr }: Deutung,
  passungen: readonly Passung[],
): Passung[] {
  const ganze = passungen.filter(({ ganz }) => ganz);
  // Who is in danger has no time for what is only a little similar.
  if (ganze.length >= WENIGE || (gefahr.length > 0 && ganze.length > 0)) return ganze;
  const teilweise = passungen
    .filter(({ ganz }) => !ganz)
    .sort((a, b) => b.wert - a.wert || bestand.alphabet[a.row]! - bestand.alphabet[b.row]!);
  const hoechster = teilweise[0]?.wert ?? 0;
  const nahe = teilweise.filter(({ wert }) => wert >= hoechster * 0.5);
  return [...ganze, ...nahe.slice(0, ganze.length > 0 ? MAX_TEILWEISE : 3 * MAX_TEILWEISE)];
}

/**
 * True for a word that asks how an offer is (free of charge, in Arabic), not what. „Kurdisch“ is more than a language
 * where offers are called so, and what offers are recognised by is more than a fact of them.
 */
function istUmstand({ proben }: Wort): boolean {
  const anliegen = proben.some((probe) => 'zeichen' in probe && istAnliegen(probe.zeichen));
  const inAngeboten = proben.some((probe) => 'zeichen' in probe);
  return (
    !anliegen &&
    proben.some(
      (probe) =>
        'facette' in probe &&
        !probe.strittig &&
        !SACHLICH.has(probe.facette) &&
        !(probe.facette === 'sprache' && inAngeboten),
    )
  );
}

function istVerwandt(probe: Probe): boolean {
  return 'zeichen' in probe && probe.verwandt === true;
}

/** Rows that any of the ways finds, by the best of them; a second way adds a little. */
function fundstellen(
  bestand: Zeilen,
  proben: readonly Probe[],
  funde: ReadonlyMap<string, Fundstellen>,
): Map<number, number> {
  const alle = new Map<number, number>();
  for (const probe of proben) {
    for (const [row, wert] of einzeln(bestand, probe, funde)) {
      const bisher = alle.get(row) ?? 0;
      alle.set(row, Math.max(bisher, wert) + 0.08 * Math.min(bisher, wert));
    }
  }
  return alle;
}

function einzeln(
  bestand: Zeilen,
  probe: Probe,
  funde: ReadonlyMap<string, Fundstellen>,
): Iterable<[number, number]> {
  if ('zeichen' in probe) return mal(funde.get(probe.zeichen) ?? new Map(), probe.guete);
  if ('facette' in probe) return mal(ausFacette(bestand, probe.facette, probe.werte), probe.guete);
  const [erstes, ...weitere] = probe.teile.map((teil) => fundstellen(bestand, teil, funde));
  const gemeinsam = new Map<number, number>();
  for (const [row, wert] of erstes ?? []) {
    const andere = weitere.map((teil) => teil.get(row) ?? 0);
    if (andere.every((zahl) => zahl > 0)) gemeinsam.set(row, Math.min(wert, ...andere));
  }
  return mal(gemeinsam, probe.guete);
}

function* mal(stellen: Fundstellen, faktor: number): Iterable<[number, number]> {
  for (const [row, wert] of stellen) yield [row, wert * faktor];
}

/** Offers that have one of the values of a facet. */
function ausFacette(bestand: Zeilen, id: string, werte: readonly string[]): Fundstellen {
  const facette = bestand.facetten.find((eine) => eine.id === id);
  const stellen = new Map<number, number>();
  if (!facette) return stellen;
  facette.von.forEach((nummern, row) => {
    if (nenntSelbst(facette, row, werte)) stellen.set(row, 1);
    else if (facette.alle !== undefined && nummern.includes(facette.alle))
      stellen.set(row, GUETE_ALLE);
  });
  return stellen;
}

/** True where a word asks for a fact, and the offer names other ones. */
function istVerneint(bestand: Zeilen, { proben }: Wort, row: number): boolean {
  return proben.some(
    (probe) =>
      'facette' in probe &&
      VOLLSTAENDIG.has(probe.facette) &&
      bestand.facetten.some(({ id, von }) => id === probe.facette && von[row]!.length > 0),
  );
}
