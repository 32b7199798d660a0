/** What all offers say, analysed once: the records of the index, the Wortschatz and a rule ask for the same. */
import type { Anbieter } from '../domain/anbieter.ts';
import type { Angebot } from '../domain/angebot.ts';
import { sprachcodes } from '../domain/portal.ts';
import { isRundUmDieUhr, TAGESNAMEN, type Zeit } from '../domain/zeiten.ts';
import type { Anliegen } from '../domain/vokabular.ts';
import { auffindbare, type Katalog } from '../katalog/katalog.ts';
import { reinerText } from '../katalog/text-auszug.ts';
import { createErkennung } from './anliegen.ts';
import { type Analyse, createAnalyse, createTeile, sammleTeile } from './text-analyse.ts';
import { wendungenVon } from './wendungen.ts';

/** A text of an offer, and the ids of the needs that it meets. */
export type Textanalyse = Analyse & { anliegen: readonly string[] };

/** Of each list of {@link texteVon}, in that order. */
export type Analysen = readonly Textanalyse[];

type Texte = readonly [titel: readonly string[], kurz: readonly string[], text: readonly string[]];

/** What is known of the texts of a portal. */
export interface Wissen {
  /** What compounds are made of. */
  teile: ReadonlySet<string>;
  anliegen: readonly Anliegen[];
  /** By the id of the offer. */
  je: Map<string, Analysiert>;
}

interface Analysiert {
  /** What the others were made of. */
  texte: Texte;
  teile: ReadonlySet<string>;
  analysen: Analysen;
}

let bekannt = new WeakMap<Katalog, Wissen>();
let zuletzt: Wissen | undefined;

/**
 * The analyses of an offer that can be found. Whoever edits one offer does not wait for the others: what their texts say holds
 * as long as compounds are made of the same words, and the needs are the same.
 */
export function analysenVon(katalog: Katalog, angebot: Angebot): Analysen {
  return wissenVon(katalog).je.get(angebot.id)!.analysen;
}

/** What was analysed last, for a run that comes later: plain data, Maps, Sets. */
export function letzteAnalysen(): Wissen | undefined {
  return zuletzt;
}

/** Begins with what an earlier run of the same code had last: of texts that are the same, it still holds. */
export function nimmAnalysen(wissen: Wissen | undefined): void {
  zuletzt = wissen;
}

/** For who needs them no more: they take as much memory as all that was read. */
export function vergissAnalysen(): void {
  bekannt = new WeakMap();
  zuletzt = undefined;
}

/**
 * Analyses all offers before anybody asks, with a pause after each, so that nobody waits for it. Ends early where somebody has asked
 * after all, or there is a newer Katalog.
 */
export function* analysiereVoraus(katalog: Katalog): Generator<void, void> {
  const vorher = zuletzt;
  for (const schritte = analysiereAlle(katalog, vorher); zuletzt === vorher;) {
    const { done, value } = schritte.next();
    if (done) bekannt.set(katalog, (zuletzt = value));
    else yield;
  }
}

function wissenVon(katalog: Katalog): Wissen {
  let wissen = bekannt.get(katalog);
  if (!wissen) {
    const schritte = analysiereAlle(katalog, zuletzt);
    let schritt = schritte.next();
    while (!schritt.done) schritt = schritte.next();
    bekannt.set(katalog, (wissen = zuletzt = schritt.value));
  }
  return wissen;
}

/** Pauses after each offer. */
function* analysiereAlle(katalog: Katalog, vorher: Wissen | undefined): Generator<void, Wissen> {
  const { anliegen: bedarfe, kommunen } = katalog.vokabular;
  const anliegen = [...bedarfe.values()];
  const alle: ({ id: string; analysen?: Analysen } & Omit<Analysiert, 'analysen'>)[] = [];
  for (const angebot of auffindbare(katalog)) {
    const texte = texteVon(katalog, angebot);
    const bisher = vorher?.je.get(angebot.id);
    alle.push(
      bisher && (bisher.texte === texte || sindGleich(bisher.texte, texte))
        ? { ...bisher, id: angebot.id, texte }
        : { id: angebot.id, texte, teile: sammleTeile(texte.flat()) },
    );
    yield;
  }
  const namen = [...kommunen.values()].flatMap(({ bezeichnung, ortsteile = [] }) => [
    bezeichnung['de'] ?? '',
    ...ortsteile,
  ]);
  const vomVokabular = sammleTeile(wendungenVon(katalog, ['de']).map(({ text }) => text));
  const teile = createTeile([vomVokabular, ...alle.map((eines) => eines.teile)], namen);
  // What a new word changes: words that it stands in. Where nearly every word is new, so are the texts.
  const geaendert = [...teile.symmetricDifference(vorher?.teile ?? new Set<string>())];
  const vergleichbar = vorher && geaendert.length < 100 && sindGleich(vorher.anliegen, anliegen);
  const giltNoch = (analysen: Analysen) =>
    vergleichbar && !analysen.some(({ lange }) => geaendert.some((form) => lange.includes(form)));
  const analysiere = createAnalyse((form) => teile.has(form));
  const erkenne = createErkennung(anliegen);
  const analysieren = (texte: Texte): Analysen =>
    texte.map((liste) => {
      const analyse = analysiere(liste);
      return { ...analyse, anliegen: erkenne(analyse) };
    });
  const je: Wissen['je'] = new Map();
  for (const { id, texte, teile: eigene, analysen } of alle) {
    je.set(id, {
      texte,
      teile: eigene,
      analysen: analysen && giltNoch(analysen) ? analysen : analysieren(texte),
    });
    yield;
  }
  return { teile, anliegen, je };
}

/** What was read from files, compared by what it says. */
function sindGleich(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const bekannteTexte = new WeakMap<Angebot, { bezug: readonly unknown[]; texte: Texte }>();

/** The texts of an offer, from those that say most about it to those that mention things; the same object where all is as before. */
export function texteVon(katalog: Katalog, angebot: Angebot): Texte {
  const anbieter = katalog.anbieter.get(angebot.anbieter);
  const sprachen = sprachcodes(katalog.portal);
  const bezug = [anbieter, ...sprachen];
  const bisher = bekannteTexte.get(angebot);
  if (bisher?.bezug.length === bezug.length && bisher.bezug.every((eines, i) => eines === bezug[i]))
    return bisher.texte;
  const texte = toTexte(angebot, anbieter, sprachen);
  bekannteTexte.set(angebot, { bezug, texte });
  return texte;
}

/** Who asks for a day means what takes place then, not what is always there. */
function tageWorte(zeit: Zeit): string[] {
  const { tage = [], hinweis = '' } = zeit;
  return isRundUmDieUhr(zeit) ? [hinweis] : [...tage.map((tag) => TAGESNAMEN[tag]), hinweis];
}

function toTexte(
  angebot: Angebot,
  anbieter: Anbieter | undefined,
  sprachen: readonly string[],
): Texte {
  const { herkunft } = angebot;
  const suchwoerter = (eintrag: { suchwoerter?: Record<string, string[]> | undefined } = {}) =>
    Object.values(eintrag.suchwoerter ?? {}).flat();
  // Only names: were the text of the few translated offers in the index, a search in their language would find them first.
  const titel = sprachen.flatMap((sprache) => {
    const name = angebot.uebersetzungen.get(sprache)?.felder.get('titel');
    return name && !name.veraltet ? [name.text] : [];
  });
  return [
    [angebot.titel, ...titel, ...suchwoerter(angebot)],
    [angebot.kurztext, anbieter?.name ?? herkunft?.anbieter ?? '', ...suchwoerter(anbieter)],
    [
      reinerText(angebot.text),
      ...(herkunft ? [herkunft.art ?? '', ...herkunft.worte] : []),
      ...angebot.orte.flatMap(({ name, ort }) => [name ?? '', ort ?? '']),
      ...(angebot.zeiten ?? []).flatMap(tageWorte),
    ],
  ];
}
