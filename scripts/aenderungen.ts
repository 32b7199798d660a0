/**
 * What changes for visitors: below a proposal, or in a month.
 *
 *     npm run aenderungen -- [--seit <revision>] [--vorschau <url>] [--ausgabe datei.md]
 *     npm run aenderungen -- --monat 2026-10 [--format markdown|csv] [--ausgabe datei]
 *
 * PORTAL_INHALT  content folder (default `content`)
 * STICHTAG       the day both versions are read for (default today in Germany)
 * Exit code 1 where nothing could be compared, 2 where the call is wrong. Findings do not fail it: `check` is the gate.
 */
import { readKatalog } from '../src/katalog/read-katalog.ts';
import { inhaltsordner } from '../src/katalog/umgebung.ts';
import { monatsvergleich, vergleiche } from './lib/aenderungen.ts';
import { liesAufruf, liesMonat, liesWahl } from './lib/aufruf.ts';
import { formatKommentar, formatMonat, formatMonatCsv } from './lib/format-aenderungen.ts';
import { findeAnfang, findeCommit, readKatalogAus } from './lib/git-inhalt.ts';
import { schreibeDatei } from './lib/schreibe-datei.ts';

const HILFE = `Aufruf:
  npm run aenderungen                                 was sich gegenüber dem veröffentlichten Stand (main) ändert
    --seit <Fassung>                                  … gegenüber einem anderen Stand (Zweig, Marke oder Commit)
    --vorschau <https://…>                            … mit Links in eine Vorschau
  npm run aenderungen -- --monat 2026-10              was in einem Monat neu war, sich änderte oder endete
    --format markdown|csv                             … als Text oder als Tabelle
    --ausgabe <Datei>                                 schreibt in eine Datei`;

const MONATSFORMATE = { markdown: formatMonat, csv: formatMonatCsv };

const aufruf = readAufruf();
try {
  gib(aufruf.monat ? monat(aufruf.monat) : vorschlag());
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function monat(monat: string): string {
  const vergleich = monatsvergleich(monat);
  const { grund } = vergleich;
  // A table without rows would say that nothing has changed.
  if (grund && aufruf.format === 'csv') throw new Error(grund);
  if (grund) process.exitCode = 1;
  return MONATSFORMATE[aufruf.format](vergleich);
}

/** The findings are worth reading even where there is nothing to compare with. */
function vorschlag(): string {
  const inhalt = inhaltsordner();
  const { vorschau, stichtag } = aufruf;
  const nachher = readKatalog(inhalt, stichtag);
  try {
    const commit = aufruf.seit ? findeCommit(inhalt, aufruf.seit) : findeAnfang(inhalt);
    const vorher = readKatalogAus(inhalt, commit, stichtag);
    return formatKommentar({
      ...vergleiche(vorher, nachher),
      vorher: vorher.befunde,
      nachher: nachher.befunde,
      ...(vorschau &&
        nachher.katalog && {
          vorschau: { url: vorschau, geschuetzt: nachher.katalog.geschuetzt },
        }),
    });
  } catch (error) {
    const grund = (error as Error).message;
    console.error(grund);
    process.exitCode = 1;
    return formatKommentar({
      aenderungen: [],
      ohneVergleich: [],
      grund,
      nachher: nachher.befunde,
    });
  }
}

/** Prints, or writes the file. */
function gib(text: string): void {
  if (aufruf.ausgabe) schreibeDatei(aufruf.ausgabe, text);
  else process.stdout.write(text);
}

/** What the caller wants; ends the program where that is not to be understood. */
function readAufruf() {
  return liesAufruf(
    HILFE,
    {
      options: {
        seit: { type: 'string' },
        vorschau: { type: 'string' },
        ausgabe: { type: 'string' },
        monat: { type: 'string' },
        format: { type: 'string' },
      },
    },
    ({ values }, stichtag) => {
      const { seit, vorschau, monat, format } = values;
      if (vorschau !== undefined && !/^https?:\/\/[^\s<>()]+$/.test(vorschau))
        throw new Error(`„${vorschau}“ ist keine Adresse einer Vorschau (https://…).`);
      if (monat === undefined && format !== undefined)
        throw new Error('--format geht nur zusammen mit --monat.');
      if (monat !== undefined && (seit !== undefined || vorschau !== undefined))
        throw new Error('--monat geht nicht zusammen mit --seit und --vorschau.');
      return {
        ...values,
        monat: monat === undefined ? undefined : liesMonat(monat, stichtag),
        format: liesWahl('Das Format', format ?? 'markdown', MONATSFORMATE),
        stichtag,
      };
    },
  );
}
