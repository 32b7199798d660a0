/**
 * Writes the report on inventory and needs to files: for the Kreistag, for the Land, for a spreadsheet.
 *
 *     npm run bericht -- [--monat YYYY-MM] [--ordner <folder>]
 *
 * --monat   report of a month, with what has changed in it
 * --ordner  where the files go (default `bericht`, for a month `bericht/<month>`)
 *
 * Uses PORTAL_INHALT and STICHTAG. Exit code 1 where the content has errors, the files cannot be written or the month cannot be
 * compared (the rest is written then), 2 where the call is wrong.
 */
import { join } from 'node:path';
import { fehlerIn } from '../src/domain/befund.ts';
import { readKatalog } from '../src/katalog/read-katalog.ts';
import { inhaltsordner } from '../src/katalog/umgebung.ts';
import { formatDatum } from '../src/site/kontext.ts';
import { liesAufruf, liesMonat } from './lib/aufruf.ts';
import { einwandGegenOrdner, schreibe, toDateien } from './lib/bericht-dateien.ts';
import { toMonatsteil } from './lib/bericht-monat.ts';
import { ende } from './lib/ende.ts';
import { FORMATE } from './lib/format-befunde.ts';
import { ohneSteuerzeichen } from './lib/steuerzeichen.ts';

const HILFE = `Aufruf: npm run bericht -- [--monat JJJJ-MM] [--ordner <Ordner>]
  ohne Angabe   Bericht zum heutigen Stand, in den Ordner „bericht“
  --monat       Bericht für einen Monat, in den Ordner „bericht/<Monat>“
  --ordner      anderer Ordner für die Dateien`;

const { monat, ordner, stichtag } = readAufruf();
const einwand = einwandGegenOrdner(ordner, inhaltsordner());
if (einwand) ende(einwand, 1);
const { katalog, befunde } = readKatalog(inhaltsordner(), stichtag);
const fehler = fehlerIn(befunde);
// What cannot be read would be missing in the numbers.
if (!katalog || fehler.length > 0)
  ende(
    `${FORMATE.text(fehler)}\n\nEs wurde kein Bericht geschrieben: Seine Zahlen wären falsch.`,
    1,
  );

const monatsteil = monat
  ? { name: monatsname(monat), ...toMonatsteil(monat, inhaltsordner()) }
  : undefined;
const { zusammenfassung, dateien } = toDateien(katalog, monatsteil);
try {
  schreibe(ordner, dateien);
} catch (error) {
  ende((error as Error).message, 1);
}
for (const satz of zusammenfassung) console.log(`- ${ohneSteuerzeichen(satz)}`);
console.log(
  `\n${dateien.size} Dateien stehen im Ordner „${ordner}“. Zum Ansehen und Drucken: ${join(ordner, 'bericht.html')}`,
);
if (monatsteil?.grund) {
  console.error(ohneSteuerzeichen(`Ohne die Änderungen des Monats: ${monatsteil.grund}`));
  process.exitCode = 1;
}

/** @example monatsname('2026-10') // 'Oktober 2026' */
function monatsname(monat: string): string {
  return formatDatum(`${monat}-01`, 'de', 'monat');
}

/** What the caller wants; ends the program where that is not to be understood. */
function readAufruf() {
  return liesAufruf(
    HILFE,
    {
      options: { monat: { type: 'string' }, ordner: { type: 'string' } },
    },
    ({ values }, stichtag) => {
      const monat = values.monat === undefined ? undefined : liesMonat(values.monat, stichtag);
      const ordner = values.ordner ?? (monat ? join('bericht', monat) : 'bericht');
      if (ordner.trim() === '') throw new Error('Der Name des Ordners ist leer.');
      return { monat, ordner, stichtag };
    },
  );
}
