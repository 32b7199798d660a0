/** Files that only the build itself may make: whatever else lies in `public` would be published without anybody having looked at it. */
import { KODIERUNGEN, MEDIENTYPEN } from '../../../src/domain/medientyp.ts';
import { SERVER_DATEIEN } from '../../../src/site/server-dateien.ts';

const KOPIE = new RegExp(`\\.(${Object.keys(KODIERUNGEN).join('|')})$`);
/** Browsers and servers do not care about case; our checks and the policies of the server files do. */
const BEKANNT = new RegExp(`\\.(${Object.keys(MEDIENTYPEN).join('|')})$`);
/** What can run or be read as a page. */
const NUR_VOM_BAU = /^_astro\/|\.(html|js)$/;

/**
 * @param pfade all files of the built portal, before any is compressed
 * @param ausPublic files of the folder `public`, from its root
 * @param geschrieben files that the build has written itself, pages left out: what was there before is gone
 * @returns German sentences; empty where all is well
 */
export function fremdeDateien(
  pfade: readonly string[],
  ausPublic: readonly string[],
  geschrieben: ReadonlySet<string>,
): string[] {
  const eigene: readonly string[] = Object.values(SERVER_DATEIEN);
  return [
    ...pfade
      .filter((pfad) => KOPIE.test(pfad))
      .map(
        (pfad) =>
          `Die Datei /${pfad} ist schon komprimiert; Server würden sie ungeprüft an Stelle einer anderen ausliefern. Bitte aus dem Ordner „public“ nehmen.`,
      ),
    ...pfade
      .filter((pfad) => !KOPIE.test(pfad) && !BEKANNT.test(pfad) && !eigene.includes(pfad))
      .map(
        (pfad) =>
          `Die Datei /${pfad} endet nicht wie eine, die ein Portal hat; niemand würde sie prüfen. Bitte aus dem Ordner „public“ nehmen oder umbenennen (erlaubte Endungen, klein geschrieben: ${Object.keys(MEDIENTYPEN).join(', ')}).`,
      ),
    ...ausPublic
      .filter((pfad) => NUR_VOM_BAU.test(pfad))
      .map(
        (pfad) =>
          `Im Ordner „public“ liegt „${pfad}“; Seiten und Skripte macht nur der Bau. Bitte die Datei dort wegnehmen.`,
      ),
    ...ausPublic
      .filter((pfad) => !NUR_VOM_BAU.test(pfad) && geschrieben.has(pfad))
      .map(
        (pfad) =>
          `Im Ordner „public“ liegt „${pfad}“; unter diesem Namen schreibt der Bau selbst eine Datei. Bitte die in „public“ wegnehmen oder umbenennen.`,
      ),
  ];
}
