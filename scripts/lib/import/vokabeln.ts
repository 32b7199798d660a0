/** From the words of a table to the ids of the vocabularies. */
import { KANAELE, KOSTEN_ARTEN, SCHUTZ, TERMIN_ARTEN } from '../../../src/domain/angebot.ts';
import { tippMeintenSie } from '../../../src/domain/naechster-wert.ts';
import { spracheDesLandes } from '../../../src/domain/sprache.ts';
import { eigenName, sprachName } from '../../../src/i18n/sprachen.ts';
import type { Eintraege } from '../../../src/katalog/katalog.ts';
import { gefaltet } from './spalten.ts';

/** Finds the id that a word means; undefined where there is none, or more than one. */
export interface Verzeichnis {
  finde(wort: string): string | undefined;
  /** What is allowed, for people. */
  bekannte: string[];
}

/** One directory per field that holds ids, `ort.kommune` and `anbieter` included. */
export type Verzeichnisse = Readonly<Record<string, Verzeichnis>>;

type Begriff = {
  bezeichnung?: Readonly<Record<string, string>> | undefined;
  suchwoerter?: Readonly<Record<string, readonly string[]>> | undefined;
};

/**
 * Words are found by id, German name and German search words in whatever spelling ({@link gefaltet}), languages also by
 * their own name and the English one. What is added to the entries later is not found.
 */
export function createVerzeichnisse(eintraege: Eintraege): Verzeichnisse {
  const { vokabular, portal } = eintraege;
  const begriffe = (map: ReadonlyMap<string, Begriff>) =>
    [...map].map(([id, { bezeichnung, suchwoerter }]) => ({
      id,
      name: bezeichnung?.['de'] ?? id,
      auch: suchwoerter?.['de'] ?? [],
    }));
  const worte = (werte: readonly string[], auch: Readonly<Record<string, string[]>> = {}) =>
    verzeichnis(werte.map((id) => ({ id, name: id, auch: auch[id] ?? [] })));
  const kommunen = begriffe(vokabular.kommunen);
  return {
    thema: verzeichnis(begriffe(vokabular.themen)),
    angebotsart: verzeichnis(begriffe(vokabular.angebotsarten)),
    zielgruppen: verzeichnis(begriffe(vokabular.zielgruppen)),
    unterlagen: verzeichnis(begriffe(vokabular.unterlagen)),
    schritte: verzeichnis(begriffe(vokabular.schritte)),
    sprachen: verzeichnis(
      [...vokabular.sprachen].map(([id, sprache]) => ({
        id,
        name: sprache.bezeichnung?.['de'] ?? sprachName(id, 'de'),
        auch: [eigenName(id), sprachName(id, 'en'), ...(sprache.suchwoerter?.['de'] ?? [])],
      })),
    ),
    'ort.kommune': verzeichnis(kommunen),
    einzugsgebiet: verzeichnis([
      ...kommunen,
      {
        id: 'kreisweit',
        name: 'kreisweit',
        auch: [portal.kreis, 'ganzer Kreis', 'Kreisgebiet', 'im ganzen Kreis'],
      },
      { id: 'bundesweit', name: 'bundesweit', auch: ['Deutschland', 'deutschlandweit'] },
    ]),
    kanal: worte(KANAELE, {
      'vor-ort': ['persönlich', 'Präsenz'],
      online: ['digital', 'Video'],
      telefon: ['telefonisch'],
      hausbesuch: ['aufsuchend', 'Hausbesuche'],
    }),
    termin: worte(TERMIN_ARTEN, {
      ohne: ['ohne Termin', 'ohne Anmeldung', 'keine Anmeldung', 'offen', 'nein'],
      noetig: [
        'nur mit Termin',
        'mit Anmeldung',
        'nach Vereinbarung',
        'Anmeldung erforderlich',
        'ja',
      ],
      moeglich: ['mit und ohne Termin'],
    }),
    kosten: worte(KOSTEN_ARTEN, {
      kostenlos: [
        'kostenfrei',
        'gratis',
        'umsonst',
        'keine',
        'keine Kosten',
        'frei',
        '0',
        '0 €',
        '0 Euro',
      ],
    }),
    status: worte(['aktiv', 'pausiert', 'voll', 'beendet']),
    kinderbetreuung: worte(['ja', 'nein', 'auf-anfrage'], JA_NEIN),
    gebaerdensprache: worte(['ja', 'nein'], JA_NEIN),
    schutz: worte(SCHUTZ),
    anbieter: verzeichnis(
      [...eintraege.anbieter].map(([id, { name }]) => ({ id, name, auch: [ohneRechtsform(name)] })),
    ),
  };
}

const JA_NEIN = {
  ja: ['x', 'j', '1', 'wahr', 'true', 'yes', 'vorhanden'],
  nein: ['n', '0', 'falsch', 'false', 'no', 'keine'],
};

/** „Beispielverein e. V.“ and „Beispielverein“ are one. */
export function ohneRechtsform(name: string): string {
  return name.replace(/[\s,]*(e\.?\s?V\.?|g?GmbH|gAG|i\.\s?G\.)\s*$/i, '');
}

function verzeichnis(
  eintraege: readonly { id: string; name: string; auch: readonly string[] }[],
): Verzeichnis {
  const ids = new Map<string, Set<string>>();
  const merke = (wort: string, id: string) => {
    const key = gefaltet(wort);
    if (key !== '') ids.set(key, (ids.get(key) ?? new Set()).add(id));
  };
  // An id or a name is surer than a search word that another entry has as well.
  const sichere = new Map<string, string>();
  for (const { id, name, auch } of eintraege) {
    for (const wort of [id, name]) {
      merke(wort, id);
      if (gefaltet(wort) !== '') sichere.set(gefaltet(wort), id);
    }
    for (const wort of auch) merke(wort, id);
  }
  return {
    finde(wort) {
      const key = gefaltet(wort);
      const treffer = ids.get(key);
      return treffer?.size === 1 ? [...treffer][0] : sichere.get(key);
    },
    bekannte: eintraege.map(({ id, name }) => (id === name ? id : `${name} (${id})`)),
  };
}

/** The values of a cell and their ids, as few cuts as needed: a label may have a comma or „und“ in it. */
export function findeAlle(
  zelle: string,
  { finde }: Pick<Verzeichnis, 'finde'>,
): { ids: string[]; unbekannt: string[] } {
  const schnitte = [/[;\n|]/, /,/, /\/|\s+(?:und|u\.|&|\+)\s+|\s•\s/];
  const suche = (text: string, tiefe: number): (string | [string])[] => {
    const wort = text.trim();
    if (wort === '') return [];
    const id = finde(wort);
    if (id !== undefined) return [id];
    const teile = wort.split(schnitte[tiefe] ?? /(?!)/);
    if (tiefe >= schnitte.length) return [[wort]];
    return teile.flatMap((teil) => suche(teil, tiefe + 1));
  };
  const alle = suche(zelle, 0);
  return {
    ids: [...new Set(alle.filter((eine) => typeof eine === 'string'))],
    unbekannt: alle.filter((eine) => typeof eine !== 'string').map(([wort]) => wort),
  };
}

/** Why a word is none of the known ones, and what those are. */
export function unbekannt(wort: string, { bekannte }: Verzeichnis): string {
  return `„${wort}“ ist nicht bekannt. ${tippMeintenSie(wort, bekannte)}`;
}

/** As {@link unbekannt}; the code of a country is no language, but says which one is meant. */
export function unbekannteSprache(wort: string, verzeichnis: Verzeichnis): string {
  const code = spracheDesLandes(wort.toLowerCase());
  const gemeint = verzeichnis.bekannte.find((eine) => eine.endsWith(`(${code})`));
  return gemeint
    ? `„${wort}“ ist nicht bekannt. Meinten Sie „${gemeint}“?`
    : unbekannt(wort, verzeichnis);
}
