/** Nothing found: what was searched, what could be left out, who may know, and where to report the gap. */
import { fremd } from '../i18n/fremd.ts';
import type { Text } from '../i18n/texte.ts';
import type { SuchKonfig } from '../site/such-seite.ts';
import { type Ausweg, auswege } from './auswege.ts';
import type { Bestand, Karte } from './bestand.ts';
import { el, knopf } from './dom.ts';
import { filtern } from './facetten.ts';
import { ordnen, reichweite } from './reihenfolge.ts';
import type { Fund } from './such-ergebnis.ts';
import { mitOrt } from './suchlauf.ts';
import { type Filter, LEER, type Suchzustand } from './zustand.ts';

/** Offers of advice that are named. */
const AUFFANG = 3;

/**
 * Makes what stands there. In danger without hints how to search better, which would be out of place: only where to go and whom to ask.
 * @param anders searches something else instead, after a click
 */
export async function createLeer(
  bestand: Bestand,
  konfig: SuchKonfig,
  t: Text,
  { zustand, gefunden: { passungen, deutung } }: Fund,
  anders: (neu: Suchzustand) => void,
): Promise<Node[]> {
  const { q, filter, karte } = zustand;
  const { orte = [], gefahr = [], themen = [] } = deutung ?? {};
  const inGefahr = gefahr.length > 0;
  const naheliegende = new Set([...gefahr.flatMap((id) => konfig.gefahr[id] ?? []), ...themen]);
  const wege = auswege(bestand, zustand, {
    orte,
    themen: [...naheliegende],
    ...(passungen && { passungen }),
  }).filter(({ ohne }) => !inGefahr || ohne !== 'text');
  const beratung = await auffang(bestand, konfig.auffang, mitOrt(filter, orte));

  const wertName = (facette: string, wert: string): string => {
    const gefunden = bestand.facetten.find(({ id }) => id === facette);
    return gefunden?.werte[gefunden.nr.get(wert) ?? -1]?.text ?? wert;
  };
  const namen = (gewaehlt: Filter) =>
    Object.entries(gewaehlt).flatMap(([facette, werte]) =>
      werte.map((wert) => wertName(facette, wert)),
    );
  const wegText = ({ ohne, zustand: { filter }, anzahl }: Ausweg): string => {
    const nur = (facette: string) => namen({ [facette]: filter[facette] ?? [] }).join(' · ');
    if (ohne === 'thema') return t('suche.leer.thema', { thema: nur('thema'), anzahl });
    if (ohne === 'worte') return t('suche.leer.ort', { ort: nur('kommune'), anzahl });
    const wert = ohne === 'text' ? q : wertName(ohne.facette, ohne.wert);
    return t('suche.leer.ohne', { wert, anzahl });
  };
  const imPunkt = (text: string, neu: Suchzustand) =>
    el(
      'li',
      {},
      knopf(text, () => anders(neu)),
    );
  const zitat = q ? [t('suche.leer.zitat', { suche: q })] : [];
  const gesucht = [...zitat, ...namen(filter)].join(' · ');
  const suchtipps = [
    ...(gesucht ? [el('p', {}, t('suche.leer.gesucht', { auswahl: gesucht }))] : []),
    el('p', {}, t('suche.leer.tipp')),
  ];
  const melden = konfig.melden + encodeURIComponent(gesucht);
  return [
    el('h3', {}, t('suche.leer.titel')),
    ...(inGefahr ? [] : suchtipps),
    el(
      'ul',
      { class: 'suche-wege' },
      ...wege.map((weg) => imPunkt(wegText(weg), weg.zustand)),
      imPunkt(t('suche.leer.alle'), { ...LEER, karte }),
    ),
    ...(beratung.length > 0
      ? [el('h3', {}, t('suche.leer.beratung')), el('ul', {}, ...beratung.map(createZeile))]
      : []),
    ...(konfig.melden && !inGefahr
      ? [el('p', {}, el('a', { href: melden }, t('suche.leer.melden')))]
      : []),
  ];
}

function createZeile({ href, titel, ort }: Karte): HTMLLIElement {
  return el(
    'li',
    {},
    el('a', { href, ...fremd(titel) }, titel.text),
    ' · ',
    el('span', fremd(ort), ort.text),
  );
}

/** Where people turn when nothing is found: advice that is responsible for the place, the nearest first. */
async function auffang(bestand: Bestand, themen: readonly string[], { kommune }: Filter) {
  const nur = { thema: themen, ...(kommune && { kommune }) };
  if (themen.length === 0) return [];
  const unsere = filtern(bestand, nur).filter((row) => row < bestand.eigene);
  const rows = ordnen(bestand, unsere, { sort: 'relevanz', filter: nur })
    .map(({ row }) => row)
    // Without a place, what more people can use comes first.
    .sort((a, b) => (kommune ? 0 : reichweite(bestand, b) - reichweite(bestand, a)))
    .slice(0, AUFFANG);
  await bestand.lade(rows).catch(() => undefined);
  return rows.flatMap((row) => bestand.karten[row] ?? []);
}
