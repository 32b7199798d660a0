/** What the check of the web addresses found, for people, programs and issues of a forge. */
import type { Fundort } from '../../../src/katalog/webadressen.ts';
import { mehrzahl } from '../format-befunde.ts';
import { code } from '../markdown.ts';
import { ohneSteuerzeichen } from '../steuerzeichen.ts';
import type { Ergebnis } from './abruf.ts';
import { einwandGegenKorrektur } from './korrektur.ts';
import { type Stand, TAGE_BIS_TOT } from './stand.ts';

interface Posten {
  adresse: string;
  /** German sentences: what happened. */
  grund: string;
  stellen: readonly Fundort[];
}

export interface Ausfallposten extends Posten {
  /** First day of the failures. */
  seit: string;
  /** On how many different days it failed since. */
  tage: number;
}

export interface Umleitung {
  adresse: string;
  neu: string;
  /** Why a person has to look at it before the new address takes the place of the old one. */
  einwand?: string;
  stellen: readonly Fundort[];
}

/** Every address is in one of the lists, or counted under `inOrdnung`. */
export interface Bericht {
  stichtag: string;
  adressen: number;
  stellen: number;
  inOrdnung: number;
  tot: Ausfallposten[];
  verdaechtig: Ausfallposten[];
  umgeleitet: Umleitung[];
  nichtPruefbar: Posten[];
}

/** @param stand the failures with those of today */
export function createBericht(
  adressen: ReadonlyMap<string, readonly Fundort[]>,
  ergebnisse: ReadonlyMap<string, Ergebnis>,
  stand: Stand,
  stichtag: string,
): Bericht {
  const bericht: Bericht = {
    stichtag,
    adressen: adressen.size,
    stellen: [...adressen.values()].flat().length,
    inOrdnung: 0,
    tot: [],
    verdaechtig: [],
    umgeleitet: [],
    nichtPruefbar: [],
  };
  for (const [adresse, stellen] of adressen) {
    const ergebnis = ergebnisse.get(adresse)!;
    if (ergebnis.art === 'ausfall') {
      const { seit, tage } = stand.get(adresse)!;
      const liste = tage >= TAGE_BIS_TOT ? bericht.tot : bericht.verdaechtig;
      liste.push({ adresse, grund: ergebnis.grund, seit, tage, stellen });
    } else if (ergebnis.art === 'nicht-pruefbar')
      bericht.nichtPruefbar.push({ adresse, grund: ergebnis.grund, stellen });
    else if (ergebnis.umleitung)
      bericht.umgeleitet.push({ adresse, neu: ergebnis.umleitung, stellen });
    else bericht.inOrdnung++;
  }
  const jeZiel = Map.groupBy(bericht.umgeleitet, ({ neu }) => neu);
  for (const umleitung of bericht.umgeleitet) {
    const seiten = new Set(jeZiel.get(umleitung.neu)!.map(({ adresse }) => seiteVon(adresse)));
    const einwand =
      seiten.size > 1
        ? 'Mehrere Adressen führen zu dieser einen Seite. Bitte ansehen, ob dort noch dasselbe steht.'
        : einwandGegenKorrektur(umleitung.adresse, umleitung.neu);
    if (einwand) umleitung.einwand = einwand;
  }
  return bericht;
}

/** What an address asks a server for, however the server is spelled. */
function seiteVon(adresse: string): string {
  const { pathname, search } = new URL(adresse);
  return pathname.replace(/\/$/, '') + search;
}

type Format = 'text' | 'json' | 'markdown';

/** One formatter per value of `--format`. */
export const LINK_FORMATE: Record<Format, (bericht: Bericht) => string> = {
  text: formatText,
  json: (bericht) => JSON.stringify(bericht, null, 2),
  markdown: formatMarkdown,
};

function summarise(bericht: Bericht): string {
  const { adressen, stellen, inOrdnung, tot, verdaechtig, umgeleitet, nichtPruefbar } = bericht;
  return `${mehrzahl(adressen, 'Adresse', 'Adressen')} an ${mehrzahl(stellen, 'Stelle', 'Stellen')}: ${inOrdnung} in Ordnung, ${tot.length} tot, ${verdaechtig.length} verdächtig, ${umgeleitet.length} umgeleitet, ${nichtPruefbar.length} nicht prüfbar.`;
}

interface Abschnitt {
  titel: string;
  rat: string;
  posten: { adresse: string; saetze: string[]; zuTun: string[]; stellen: readonly Fundort[] }[];
}

/** The report as people read it, the worst first. */
function abschnitte({ tot, verdaechtig, umgeleitet, nichtPruefbar }: Bericht): Abschnitt[] {
  const ausfaelle = (liste: readonly Ausfallposten[], zuTun: (stellen: Posten) => string[]) =>
    liste.map((posten) => ({
      ...posten,
      saetze: [
        `${posten.grund} Ausgefallen an ${mehrzahl(posten.tage, 'Tag', 'Tagen')}, zuerst am ${posten.seit}.`,
      ],
      zuTun: zuTun(posten),
    }));
  const umleitungen = (liste: readonly Umleitung[]) =>
    liste.map((posten) => ({
      ...posten,
      saetze: [`Neu: ${posten.neu}`],
      zuTun: posten.einwand ? [posten.einwand] : [],
    }));
  return [
    {
      titel: 'Tot',
      rat: `An mindestens ${TAGE_BIS_TOT} verschiedenen Tagen nicht erreichbar. Bitte ersetzen oder löschen.`,
      posten: ausfaelle(tot, ({ stellen }) => [...new Set(stellen.map(zuTunAn))]),
    },
    {
      titel: 'Verdächtig',
      rat: `Heute nicht erreichbar. Nach ${TAGE_BIS_TOT} Tagen mit Ausfall gilt die Adresse als tot; bis dahin ist nichts zu tun.`,
      posten: ausfaelle(verdaechtig, () => []),
    },
    {
      titel: 'Umgeleitet, wird auf Wunsch berichtigt',
      rat: 'Die Seite ist auf derselben Website umgezogen. In alle Dateien einsetzen: npm run links -- --korrigieren',
      posten: umleitungen(umgeleitet.filter(({ einwand }) => !einwand)),
    },
    {
      titel: 'Umgeleitet, bitte ansehen',
      rat: 'Diese Adressen ändert niemand von selbst.',
      posten: umleitungen(umgeleitet.filter(({ einwand }) => einwand)),
    },
    {
      titel: 'Nicht prüfbar',
      rat: 'Ob diese Seiten noch da sind, kann nur ein Mensch im Browser sehen. Sie gelten nie als tot.',
      posten: nichtPruefbar.map((posten) => ({ ...posten, saetze: [posten.grund], zuTun: [] })),
    },
  ].filter(({ posten }) => posten.length > 0);
}

/** What to do about a dead address depends on what it is for. */
function zuTunAn({ feld }: Fundort): string {
  if (feld === 'ausstieg')
    return 'Bitte sofort eine andere harmlose Seite eintragen: Dorthin führt „Seite schnell verlassen“.';
  if (feld === 'url') return 'Das ist die Adresse des Portals selbst. Bitte prüfen, ob sie stimmt.';
  if (feld === 'quelle.url')
    return 'Quelle: Bitte die Zeile „url“ löschen oder die neue Adresse eintragen. Name und Stand der Quelle bleiben stehen.';
  if (feld === '(text)')
    return 'Text: Bitte den Link ersetzen oder entfernen, auch in den Übersetzungen.';
  return 'Bitte beim Anbieter nach der neuen Adresse fragen und sie eintragen, oder die Angabe löschen.';
}

function formatText(bericht: Bericht): string {
  const zeilen: string[] = [];
  for (const { titel, rat, posten } of abschnitte(bericht)) {
    zeilen.push(`== ${titel.toUpperCase()} (${posten.length}) ==`, rat, '');
    for (const { adresse, saetze, zuTun, stellen } of posten) {
      zeilen.push(adresse, ...saetze.map((satz) => `  ${satz}`));
      for (const { datei, zeile, feld } of stellen)
        zeilen.push(`  ${ohneSteuerzeichen(`${datei}, Zeile ${zeile} · ${feld}`)}`);
      zeilen.push(...zuTun.map((satz) => `  → ${satz}`), '');
    }
  }
  return [...zeilen, summarise(bericht)].join('\n');
}

function formatMarkdown(bericht: Bericht): string {
  const zeilen = [`# Webadressen am ${bericht.stichtag}`, '', summarise(bericht), ''];
  for (const { titel, rat, posten } of abschnitte(bericht)) {
    zeilen.push(`## ${titel} (${posten.length})`, '', rat, '');
    for (const { adresse, saetze, zuTun, stellen } of posten) {
      zeilen.push(`- ${code(adresse)}`);
      for (const satz of [...saetze, ...zuTun])
        zeilen.push(`  - ${satz.replace(/https?:\/\/\S+/g, code)}`);
      for (const { datei, zeile, feld } of stellen)
        zeilen.push(`  - ${code(datei)}, Zeile ${zeile}, Feld ${code(feld)}`);
    }
    zeilen.push('');
  }
  return zeilen.join('\n').trimEnd();
}
