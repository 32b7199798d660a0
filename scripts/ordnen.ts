/**
 * Brings the fields of offers, providers, places, projects and contacts into the order of the schema; comments stay with their fields.
 *
 *     npm run ordnen [-- [--pruefen] [files …]]
 *
 * PORTAL_INHALT  content folder (default `content`)
 * Exit code 1 where a file could not be read, or with `--pruefen` where one is out of order; 2 where the call is wrong.
 */
import { resolve } from 'node:path';
import { type ContentDatei, findContentFiles } from '../src/katalog/content-files.ts';
import { inhaltsordner } from '../src/katalog/umgebung.ts';
import { isSchreibArt, ordneDatei, type SchreibArt } from '../src/katalog/schreiben.ts';
import { liesAufruf } from './lib/aufruf.ts';
import { ende } from './lib/ende.ts';
import { mehrzahl } from './lib/format-befunde.ts';
import { liesDatei, schreibeDatei } from './lib/schreibe-datei.ts';
import { ohneSteuerzeichen } from './lib/steuerzeichen.ts';

const HILFE = 'Aufruf: npm run ordnen [-- [--pruefen] [Datei …]]';

const { pruefen, genannte } = readAufruf();
const dateien = auswaehlen(genannte);
const ungeordnete: string[] = [];
let unlesbar = 0;
for (const { art, pfad, datei } of dateien) {
  const name = ohneSteuerzeichen(datei);
  try {
    const alt = liesDatei(pfad);
    const neu = ordneDatei(art, alt);
    if (neu === alt) continue;
    if (!pruefen) schreibeDatei(pfad, neu);
    ungeordnete.push(name);
    console.log(pruefen ? `Nicht geordnet: ${name}` : `Geordnet: ${name}`);
  } catch (error) {
    unlesbar++;
    console.error(`Übergangen: ${name}\n  ${ohneSteuerzeichen((error as Error).message)}`);
  }
}
console.log(ergebnis(ungeordnete.length));
if (unlesbar > 0 || (pruefen && ungeordnete.length > 0)) process.exitCode = 1;

function ergebnis(anzahl: number): string {
  if (anzahl === 0)
    return unlesbar > 0
      ? 'Alle anderen sind geordnet.'
      : `Geprüft: ${dateien.length}. Alle sind geordnet.`;
  const wieviele = mehrzahl(anzahl, 'Datei', 'Dateien');
  return pruefen
    ? `${wieviele} von ${dateien.length}. Zum Ordnen: npm run ordnen`
    : `${wieviele} von ${dateien.length} geordnet.`;
}

type Schreibbar = ContentDatei & { art: SchreibArt };

/** The files that were named, or all; ends the program where a name is none of them. */
function auswaehlen(namen: readonly string[]): Schreibbar[] {
  const inhalt = inhaltsordner();
  const { dateien, befunde } = findContentFiles(inhalt);
  if (dateien.length === 0 && befunde[0]) ende(`${befunde[0].meldung}\n${HILFE}`);
  const alle = dateien.filter((datei): datei is Schreibbar => isSchreibArt(datei.art));
  if (namen.length === 0) return alle;
  return namen.map(
    (name) =>
      alle.find(({ pfad }) => resolve(pfad) === resolve(name)) ??
      ende(`„${name}“ ist nichts im Ordner „${inhalt}“, was sich ordnen lässt.\n${HILFE}`),
  );
}

function readAufruf(): { pruefen: boolean; genannte: string[] } {
  return liesAufruf(
    HILFE,
    {
      options: { pruefen: { type: 'boolean', default: false } },
      allowPositionals: true,
    },
    ({ values, positionals }) => ({ pruefen: values.pruefen, genannte: positionals }),
  );
}
