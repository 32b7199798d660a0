/**
 * Writes all offers into a table for a spreadsheet, one row each; `npm run import` takes it back.
 *
 *     npm run ausgeben -- angebote.csv
 *
 * PORTAL_INHALT  content folder (default `content`)
 * Exit code 1 where offers had to be left out or the content cannot be read, 2 where the call is wrong or its file cannot be written.
 */
import { formatCsv } from '../src/daten/csv.ts';
import { SPALTEN, toZeile } from '../src/daten/tabelle.ts';
import { fehlerIn } from '../src/domain/befund.ts';
import { displayPath } from '../src/katalog/content-files.ts';
import { readKatalog } from '../src/katalog/read-katalog.ts';
import { inhaltsordner } from '../src/katalog/umgebung.ts';
import { angebotsdateien } from './lib/angebotsdateien.ts';
import { alsWort, liesAufruf } from './lib/aufruf.ts';
import { einwandGegenTabelle } from './lib/bau/ziel.ts';
import { ende } from './lib/ende.ts';
import { FORMATE, mehrzahl } from './lib/format-befunde.ts';
import { ohneSteuerzeichen } from './lib/steuerzeichen.ts';
import { legeDateiAn } from './lib/schreibe-datei.ts';

const HILFE = 'Aufruf: npm run ausgeben -- <Datei.csv>';

const { datei, stichtag } = readAufruf();
const inhalt = inhaltsordner();
const einwand = einwandGegenTabelle(datei, inhalt);
if (einwand) ende(einwand);
const { kontext, befunde } = readKatalog(inhalt, stichtag);
const fehler = fehlerIn(befunde);
if (!kontext) ende(FORMATE.text(fehler), 1);
const { eintraege, fundstellen } = kontext;

// What is wrong with an offer may be that it names a secret place: it stays here.
const ausgelassen = new Set(
  fehler.map((befund) => befund.datei).filter((name) => /(^|\/)angebote\/[^/.]+\.md$/.test(name)),
);
const zeilen = [...angebotsdateien(inhalt, eintraege, fundstellen).values()]
  .filter(({ pfad }) => !ausgelassen.has(displayPath(pfad)))
  .map(({ id, felder, wert, vertraulich }) => {
    const { orte, ...ohneOrte } = felder;
    return toZeile(id, vertraulich ? ohneOrte : felder, wert.text);
  });
try {
  legeDateiAn(datei, formatCsv(SPALTEN, zeilen));
} catch (error) {
  ende((error as Error).message);
}
console.log(
  `${mehrzahl(zeilen.length, 'Angebot steht', 'Angebote stehen')} in „${ohneSteuerzeichen(datei)}“. Zurück geht es mit: npm run import -- ${alsWort(datei)}`,
);
if (ausgelassen.size > 0) {
  console.error('Ausgelassen, weil darin Fehler sind (npm run check):');
  for (const name of ausgelassen) console.error(`  ${ohneSteuerzeichen(name)}`);
  process.exitCode = 1;
}

function readAufruf() {
  return liesAufruf(HILFE, { allowPositionals: true }, ({ positionals }, stichtag) => {
    const [datei, ...mehr] = positionals;
    if (!datei || mehr.length > 0) throw new Error('Es fehlt der Name der einen Datei.');
    if (!/\.csv$/i.test(datei)) throw new Error('Der Name der Datei muss auf .csv enden.');
    return { datei, stichtag };
  });
}
