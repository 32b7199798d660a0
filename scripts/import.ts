/**
 * Takes offers out of a table (CSV, XLSX), out of open data of a portal like this, or out of HSDS (JSON). Without `--schreiben` it
 * only shows what it would do, and writes nothing but how it reads the columns, for people to correct.
 *
 *     npm run import -- <table.csv|.xlsx|.json> [--spalten <file.yaml>] [--blatt <name>] [--abgelehnt <file.csv>] [--schreiben]
 *
 * PORTAL_INHALT  content folder (default `content`)
 * Exit code 1 where rows were not taken, 2 where the call is wrong or the file cannot be used.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SPALTEN } from '../src/daten/tabelle.ts';
import { alsKennung } from '../src/domain/naechster-wert.ts';
import { readEintraege } from '../src/katalog/read-katalog.ts';
import { inhaltsordner } from '../src/katalog/umgebung.ts';
import { angebotsdateien } from './lib/angebotsdateien.ts';
import { alsWort, liesAufruf } from './lib/aufruf.ts';
import { einwandGegenTabelle } from './lib/bau/ziel.ts';
import { ende } from './lib/ende.ts';
import { FORMATE } from './lib/format-befunde.ts';
import { ohneSteuerzeichen } from './lib/steuerzeichen.ts';
import { formatAbgelehnte, formatPlan, formatSpalten } from './lib/import/bericht.ts';
import { liesJson } from './lib/import/json.ts';
import { liesTabelle, MAX_BYTES } from './lib/import/lies-tabelle.ts';
import { planeImport } from './lib/import/plan.ts';
import { probelauf } from './lib/import/probelauf.ts';
import {
  errateSpalten,
  formatZuordnung,
  istBekannteUeberschrift,
  readZuordnung,
  type Zuordnung,
} from './lib/import/spalten.ts';
import { createVerzeichnisse } from './lib/import/vokabeln.ts';
import {
  freierName,
  legeDateiAn,
  liesBytes,
  pruefeAnlegbar,
  schreibeAlle,
  schreibeDatei,
} from './lib/schreibe-datei.ts';

const HILFE = `Aufruf: npm run import -- <Tabelle.csv|.xlsx|.json> [Optionen]
  --schreiben          übernimmt; ohne das wird nur gezeigt, was geschähe, und die Zuordnung der Spalten angelegt
  --spalten <Datei>    Zuordnung der Spalten (sonst: <Tabelle>.spalten.yaml)
  --blatt <Name>       Blatt einer Excel-Datei (sonst das erste)
  --abgelehnt <Datei>  neue Datei, in die mit --schreiben kommt, was nicht übernommen wird (sonst: <Tabelle>.abgelehnt.csv)`;

const { datei, optionen, stichtag } = readAufruf();
try {
  await importiere();
} catch (error) {
  ende((error as Error).message);
}

async function importiere(): Promise<void> {
  const inhalt = inhaltsordner();
  if (optionen.abgelehnt !== undefined) pruefeZiel(optionen.abgelehnt, inhalt);
  const { eintraege, fundstellen, befunde } = readEintraege(inhalt);
  if (!eintraege) throw new Error(FORMATE.text(befunde));
  const verzeichnisse = createVerzeichnisse(eintraege);

  const json = /\.json$/i.test(datei)
    ? liesJson(datei, verzeichnisse, eintraege.portal)
    : undefined;
  const pfad = optionen.spalten ?? `${datei}.spalten.yaml`;
  const gespeichert = existsSync(pfad)
    ? readZuordnung(pfad, liesBytes(pfad, MAX_BYTES))
    : undefined;
  if (optionen.spalten && !gespeichert) throw new Error(`Die Zuordnung „${pfad}“ gibt es nicht.`);
  const istUeberschrift = (text: string) =>
    gespeichert ? Object.hasOwn(gespeichert.spalten, text) : istBekannteUeberschrift(text);
  const tabelle = json ?? (await liesTabelle(datei, optionen.blatt, istUeberschrift));
  const { kopf, zeilen } = tabelle;
  const zuordnung = gespeichert ? mitEigenenNamen(gespeichert, kopf) : neueZuordnung();

  console.log(`${ohneSteuerzeichen(basename(datei))}: ${tabelle.form}, Zeilen: ${zeilen.length}`);
  console.log(`Zuordnung der Spalten (${ohneSteuerzeichen(pfad)}):`);
  console.log(formatSpalten(kopf, zuordnung));
  if (json && json.uebergangen.length > 0)
    console.log(
      `  nicht übernommen aus ${json.form}: ${ohneSteuerzeichen(json.uebergangen.join(', '))}`,
    );
  const verloren = Object.keys(zuordnung.spalten).filter((name) => !kopf.includes(name));
  if (verloren.length > 0)
    console.log(`  in der Tabelle fehlen: ${verloren.map(ohneSteuerzeichen).join(', ')}`);

  const { plan, dateien, fragen } = probelauf(
    planeImport(zeilen, {
      eintraege,
      dateien: angebotsdateien(inhalt, eintraege, fundstellen),
      gibtEs: (art, id) => fundstellen.gibtEs(art, id),
      zuordnung,
      kopf,
    }),
    inhalt,
    stichtag,
    zuordnung,
    kopf,
  );
  console.log(`\n${formatPlan(plan)}\n`);
  for (const { datei: name, meldung, tipp } of fragen)
    console.log(`Bitte prüfen: ${ohneSteuerzeichen(`${name}: ${meldung}`)}\n  ${tipp}\n`);

  // Somebody may be mending the last one.
  const ziel = optionen.abgelehnt ?? freierName(`${datei}.abgelehnt`, '.csv');
  if (optionen.schreiben) {
    // What is refused must not be lost when the rest is taken.
    if (plan.zurueck.length > 0) pruefeZiel(ziel, inhalt);
    schreibeAlle(new Map([...dateien].map(([name, text]) => [join(inhalt, name), text])));
    console.log(
      `Geschriebene Dateien: ${dateien.size}.${dateien.size > 0 ? ' Bitte prüfen: npm run check' : ''}`,
    );
  } else if (dateien.size > 0) {
    console.log(
      `Das ist eine Vorschau, übernommen ist noch nichts. Übernehmen: npm run import -- ${[datei, ...genannte()].map(alsWort).join(' ')} --schreiben`,
    );
  }
  if (plan.zurueck.length === 0) return;
  process.exitCode = 1;
  if (!optionen.schreiben) return;
  legeDateiAn(ziel, formatAbgelehnte(tabelle, plan.zurueck));
  console.log(
    `Nicht übernommene Zeilen stehen in: ${ohneSteuerzeichen(ziel)}\nNach dem Ausbessern: npm run import -- ${alsWort(ziel)} --spalten ${alsWort(pfad)}`,
  );

  function neueZuordnung() {
    const name = alsKennung(basename(datei).replace(/\.\w+$/, ''));
    const fremd = /[a-z]/.test(name) ? name.slice(0, 80) : `tabelle-${name}`;
    const text = formatZuordnung(errateSpalten(kopf, zeilen, fremd));
    schreibeDatei(pfad, text);
    console.log(`Die Spalten sind erraten; bitte ansehen und ändern, was nicht stimmt.`);
    return readZuordnung(pfad, new TextEncoder().encode(text));
  }
}

/** Asks before anything is written whether what is refused may lie there. @throws Error with a German sentence */
function pruefeZiel(ziel: string, inhalt: string): void {
  const einwand = einwandGegenTabelle(ziel, inhalt);
  if (einwand) throw new Error(einwand);
  pruefeAnlegbar(ziel);
}

/** The options with a value, as they were named. */
function genannte(): string[] {
  return (['spalten', 'blatt', 'abgelehnt'] as const).flatMap((name) => {
    const wert = optionen[name];
    return wert === undefined ? [] : [`--${name}`, wert];
  });
}

/** Columns that were added later and are called what our fields are („kennung“, „kein_duplikat“) need no entry. */
function mitEigenenNamen(zuordnung: Zuordnung, kopf: readonly string[]): Zuordnung {
  const spalten = { ...zuordnung.spalten };
  for (const name of kopf)
    if (SPALTEN.includes(name) && !Object.values(spalten).includes(name)) spalten[name] ??= name;
  return { ...zuordnung, spalten };
}

function readAufruf() {
  return liesAufruf(
    HILFE,
    {
      options: {
        schreiben: { type: 'boolean', default: false },
        spalten: { type: 'string' },
        blatt: { type: 'string' },
        abgelehnt: { type: 'string' },
      },
      allowPositionals: true,
    },
    ({ values, positionals }, stichtag) => {
      const [datei, ...mehr] = positionals;
      if (!datei || mehr.length > 0) throw new Error('Es fehlt der Name der einen Tabelle.');
      if (/\.xls$/i.test(datei))
        throw new Error(
          'Das alte Excel-Format .xls wird nicht gelesen. Bitte als .xlsx speichern.',
        );
      if (!/\.(csv|txt|tsv|xlsx|json)$/i.test(datei))
        throw new Error('Gelesen werden Dateien, die auf .csv, .xlsx oder .json enden.');
      if (values.blatt !== undefined && !/\.xlsx$/i.test(datei))
        throw new Error('„--blatt“ gibt es nur bei Dateien, die auf .xlsx enden.');
      return { datei, optionen: values, stichtag };
    },
  );
}
