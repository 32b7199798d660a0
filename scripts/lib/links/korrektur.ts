/** Writes addresses that have permanently changed into the files, where nothing else can be meant. */
import { webadresse } from '../../../src/domain/felder.ts';
import { textfelder } from '../../../src/domain/uebersetzung.ts';
import type { RegelKontext } from '../../../src/katalog/rules/regel.ts';
import { zeileVon } from '../../../src/katalog/read-yaml.ts';
import { fingerabdruck, teileName } from '../../../src/katalog/uebersetzungen.ts';
import type { Fundort } from '../../../src/katalog/webadressen.ts';
import { serverVon } from './abruf.ts';
import { liesDatei, schreibeAlle } from '../schreibe-datei.ts';

/** Characters that mean nothing to YAML and Markdown. */
const HARMLOS = /^https?:\/\/[\w.-]+(:\d+)?\/[\w./~%?=&+@:-]*$/;

/**
 * Why a person has to look at a new address before it takes the place of the old one.
 * @returns a German sentence, or undefined where only the spelling of the server or the place on it has changed
 */
export function einwandGegenKorrektur(alt: string, neu: string): string | undefined {
  const [vorher, nachher] = [new URL(alt), new URL(neu)];
  if (serverVon(vorher) !== serverVon(nachher) || vorher.port !== nachher.port)
    return 'Das ist eine andere Website. Bitte ansehen, ob dort noch dasselbe steht.';
  if (vorher.protocol === 'https:' && nachher.protocol === 'http:')
    return 'Die neue Adresse ist unverschlüsselt. Bitte die alte behalten.';
  const warStartseite = vorher.pathname === '/' && vorher.search === '';
  const istStartseite = nachher.pathname === '/' && nachher.search === '';
  if (istStartseite && !warStartseite)
    return 'Sie führt nur noch zur Startseite; die gesuchte Seite gibt es wohl nicht mehr. Bitte ansehen.';
  if (warStartseite && !istStartseite)
    return 'Die alte Adresse ist die der Startseite und bleibt meist gültig. Bitte nur ändern, wenn die neue besser passt.';
  if (/(^|[/._-])(404|error|fehler|not-?found|nicht-gefunden)/i.test(nachher.pathname))
    return 'Die neue Seite heißt wie eine Fehlermeldung; die gesuchte gibt es wohl nicht mehr. Bitte ansehen.';
  if (nachher.search !== '' && nachher.search !== vorher.search)
    return 'Die neue Adresse hat einen Zusatz hinter „?“, der vielleicht nur heute gilt. Bitte ansehen.';
  if (!HARMLOS.test(neu) || !webadresse().safeParse(neu).success)
    return 'Die neue Adresse enthält ungewöhnliche Zeichen. Bitte ansehen und von Hand ändern.';
  return undefined;
}

export interface Ersetzung {
  alt: string;
  neu: string;
  stellen: readonly Fundort[];
}

/**
 * Replaces addresses at their places: each of them everywhere, or nowhere if one of its places cannot be found by the letter.
 * @returns the files that were changed, and the addresses that have to be changed by hand
 * @throws Error with a German sentence where a file cannot be written; all are then as they were
 */
export function korrigiere(ersetzungen: readonly Ersetzung[]): {
  dateien: string[];
  vonHand: string[];
} {
  const neu = new Map<string, string>();
  const vonHand: string[] = [];
  for (const { alt, neu: ziel, stellen } of ersetzungen) {
    const entwurf = new Map<string, string>();
    // A line with the address twice is two places and one replacement.
    const zeilen = new Map(
      stellen.map((ort) => [`${ort.datei}:${ort.zeile} ${ort.wortlaut}`, ort]),
    );
    const gelungen = [...zeilen.values()].every(({ datei, zeile, wortlaut }) => {
      const text = entwurf.get(datei) ?? neu.get(datei) ?? liesDatei(datei);
      const anker = wortlaut.includes('#') ? wortlaut.slice(wortlaut.indexOf('#')) : '';
      const ergebnis = ersetzeInZeile(text, zeile, wortlaut, ziel + anker);
      if (ergebnis !== undefined) entwurf.set(datei, ergebnis);
      return ergebnis !== undefined;
    });
    if (!gelungen) vonHand.push(alt);
    else for (const [datei, text] of entwurf) neu.set(datei, text);
  }
  schreibeAlle(neu);
  return { dateien: [...neu.keys()].sort(), vonHand };
}

/** What may stand before and behind an address in YAML and Markdown. */
const DAVOR = /(^|[\s"'(<[{|])$/;
const DAHINTER = /^($|[\s"'<>\]}|]|[).,;:!?]+($|[\s"'<>\]}|*_]))/;

/**
 * Replaces every occurrence of an address (or a version) in one line; everything else stays as it is.
 * @param zeile counted from 1
 * @returns undefined where the address does not stand there, or is part of a longer one
 */
export function ersetzeInZeile(
  text: string,
  zeile: number,
  alt: string,
  neu: string,
): string | undefined {
  const zeilen = text.split('\n');
  const teile = (zeilen[zeile - 1] ?? '').split(alt);
  const eindeutig = teile.slice(1).every((danach, i) => {
    const davor = teile[i]!;
    const imLink = davor.endsWith('](') && danach.startsWith(')');
    return imLink || (DAVOR.test(davor) && DAHINTER.test(danach));
  });
  if (teile.length === 1 || !eindeutig) return undefined;
  return zeilen.with(zeile - 1, teile.join(neu)).join('\n');
}

/**
 * A new address is no reason to translate a text again: translations that belonged to the German text before a correction
 * belong to it afterwards. What was outdated stays so.
 * @throws Error with a German sentence where a file cannot be written; all are then as they were
 */
export function erneuereFassungen(vorher: RegelKontext, nachher: RegelKontext): void {
  const neu = new Map<string, string>();
  for (const [art, ordner] of [
    ['angebot', 'angebote'],
    ['seite', 'seiten'],
  ] as const) {
    for (const [name, { fassung }] of vorher.eintraege.uebersetzungen[ordner]) {
      const { von } = teileName(name);
      const [deutschVorher, deutschNachher] = [vorher, nachher].map(({ eintraege }) => {
        const eintrag = eintraege[ordner].get(von);
        return eintrag ? textfelder(eintrag) : new Map<string, string>();
      }) as [Map<string, string>, Map<string, string>];
      const dokument = nachher.fundstellen.dokument(`${art}-uebersetzung`, name);
      if (!dokument) continue;
      for (const [feld, alt] of Object.entries(fassung)) {
        const [text, neuerText] = [deutschVorher.get(feld), deutschNachher.get(feld)];
        if (!text || !neuerText || text === neuerText || fingerabdruck(text) !== alt) continue;
        const zeile = zeileVon(dokument.zeilen, ['fassung', feld]);
        const datei = neu.get(dokument.datei) ?? liesDatei(dokument.datei);
        const erneuert = ersetzeInZeile(datei, zeile, alt, fingerabdruck(neuerText));
        if (erneuert !== undefined) neu.set(dokument.datei, erneuert);
      }
    }
  }
  schreibeAlle(neu);
}
