/** Two versions of the content compared, as far as they can be read: what `npm run aenderungen` works with. */
import type { Befund } from '../../src/domain/befund.ts';
import { plusTage } from '../../src/domain/datum.ts';
import { displayPath } from '../../src/katalog/content-files.ts';
import type { KatalogErgebnis } from '../../src/katalog/read-katalog.ts';
import { inhaltsordner, stichtagDesLaufs } from '../../src/katalog/umgebung.ts';
import { teileName } from '../../src/katalog/uebersetzungen.ts';
import { type Aenderung, offengelegte, vergleicheKataloge } from '../../src/site/vergleich.ts';
import { findeCommitVor, readKatalogAus } from './git-inhalt.ts';

export interface Vergleich {
  aenderungen: Aenderung[];
  /** Entries that were left out because their file cannot be read, before or after: `angebote/kurs`. */
  ohneVergleich: string[];
  /** Ids of offers that were confidential and would be public. */
  offengelegt?: string[];
  /** Why nothing could be compared, in German. */
  grund?: string;
}

/** Findings after which the entry is not in the Katalog; a rule finds something in one that is. */
const UNLESBAR = new Set(['lesbarkeit', 'feld', 'dateien']);

/**
 * Compares what can be read of two versions. An entry with an error is left out of the comparison: it must not look as
 * if somebody had removed it.
 * @param inhalt the content folder that findings of both name
 */
export function vergleiche(
  vorher: KatalogErgebnis,
  nachher: KatalogErgebnis,
  inhalt = inhaltsordner(),
): Vergleich {
  const unlesbar = [vorher, nachher].map(({ befunde }) => unlesbare(befunde, inhalt));
  // What others refer to: without it every offer would look changed.
  const grundlagen = [...new Set(unlesbar.flat())].filter((datei) =>
    /^(portal\.yaml|(vokabular|orte)\/.*|)$/.test(datei),
  );
  const gesamt = !vorher.katalog || !nachher.katalog;
  if (gesamt || grundlagen.length > 0) {
    // Only what is broken now can still be mended.
    const [frueher, jetzt] = unlesbar.map((dateien) =>
      grundlagen
        .filter((datei) => datei !== '' && dateien.includes(datei))
        .map((datei) => `„${datei}“`)
        .join(', '),
    );
    return {
      aenderungen: [],
      ohneVergleich: [],
      grund: `Was sich ändert, lässt sich noch nicht sagen: ${
        jetzt
          ? `Erst muss wieder lesbar sein: ${jetzt}.`
          : frueher
            ? `Im früheren Stand fehlt oder ist nicht lesbar: ${frueher}.`
            : vorher.katalog
              ? 'Der neue Stand ist nicht lesbar.'
              : 'Den früheren Stand gibt es nicht, oder er ist nicht lesbar.'
      }`,
    };
  }
  const eintraege = new Set(
    unlesbar.flat().flatMap((datei) => /^(.*)\.(?:md|mdx|yaml)$/.exec(datei)?.[1] ?? []),
  );
  const aenderungen = vergleicheKataloge(vorher.katalog!, nachher.katalog!).flatMap((aenderung) => {
    const name = `${aenderung.ordner}/${aenderung.id}`;
    if (eintraege.has(name)) return [];
    const uebersetzungFehlt = [...eintraege].some((eintrag) => teileName(eintrag).von === name);
    if (!uebersetzungFehlt || aenderung.felder.length === 0) return [aenderung];
    const felder = aenderung.felder.filter(({ feld }) => feld !== 'Übersetzungen');
    return felder.length > 0 || aenderung.art !== 'geaendert' ? [{ ...aenderung, felder }] : [];
  });
  return {
    aenderungen,
    ohneVergleich: [...eintraege].sort(),
    offengelegt: offengelegte(vorher.katalog!, nachher.katalog!),
  };
}

/** Files that could not be used, by their path below the content folder; '' is the folder itself. */
function unlesbare(befunde: readonly Befund[], inhalt: string): string[] {
  const davor = displayPath(inhalt);
  return befunde
    .filter(({ stufe, regel }) => stufe === 'fehler' && UNLESBAR.has(regel))
    .map(({ datei }) => datei.slice(davor.length + 1));
}

export interface Monatsvergleich extends Vergleich {
  /** `YYYY-MM`. */
  monat: string;
  /** First and last day that is compared; the last is today where the month is not over. */
  von: string;
  bis: string;
}

/**
 * What was new, different and over in a month, according to Git: the last accepted version before it, and the last one
 * in it. Offers that ended or became outdated because time passed are among the changes.
 * @param monat `YYYY-MM`, one that has begun
 * @param inhalt content folder
 * @throws a German sentence where Git does not know the month
 */
export function monatsvergleich(monat: string, inhalt = inhaltsordner()): Monatsvergleich {
  const von = `${monat}-01`;
  const danach = plusTage(von, 31).slice(0, 7) + '-01';
  const heute = stichtagDesLaufs();
  const bis = danach > heute ? heute : plusTage(danach, -1);
  const alter = findeCommitVor(inhalt, mitternacht(von));
  const neuer = findeCommitVor(inhalt, mitternacht(danach));
  if (!neuer) throw new Error(`Bis zum Ende des Monats ${monat} gab es noch keine Inhalte.`);
  const nachher = readKatalogAus(inhalt, neuer, bis);
  const vorher = alter ? readKatalogAus(inhalt, alter, plusTage(von, -1)) : leer(nachher);
  return { monat, von, bis, ...vergleiche(vorher, nachher, inhalt) };
}

/** Before the first version there was nothing. */
function leer({ katalog }: KatalogErgebnis): KatalogErgebnis {
  if (!katalog) return { befunde: [] };
  const nichts = {
    angebote: new Map(),
    archiv: new Map(),
    beendete: new Map(),
    weiterleitungen: new Map(),
    anbieter: new Map(),
    projekte: new Map(),
    kontakte: new Map(),
    seiten: new Map(),
  };
  return { katalog: { ...katalog, ...nichts }, befunde: [] };
}

/** The moment a day begins in Germany, in seconds since 1970. */
function mitternacht(tag: string): number {
  const utc = Date.parse(tag) / 1000;
  const stunde = Number(
    new Intl.DateTimeFormat('de', { timeZone: 'Europe/Berlin', hour: '2-digit', hourCycle: 'h23' })
      .format(utc * 1000)
      .replace(/\D/g, ''),
  );
  return utc - stunde * 3600;
}
