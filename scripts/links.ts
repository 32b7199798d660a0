/**
 * Asks every web address of the content whether it still leads somewhere.
 *
 *     npm run links -- [--format text|json|markdown] [--korrigieren] [--stand <file>]
 *
 * --korrigieren   writes addresses into the files that have permanently moved on their own site
 * --stand <file>  where failures are counted from day to day (default `.links.json`); keep it between two runs
 *
 * PORTAL_INHALT   content folder (default `content`)
 * STICHTAG        the day for which failures are counted, default today in Germany
 * TESTNETZ        for tests: names that end in `.test` are asked, on this machine
 * Exit code 1 where an address is dead or nothing could be checked, 2 where the call is wrong.
 */
import { fehlerIn } from '../src/domain/befund.ts';
import type { Portal } from '../src/domain/portal.ts';
import { readKatalog } from '../src/katalog/read-katalog.ts';
import { inhaltsordner } from '../src/katalog/umgebung.ts';
import type { RegelKontext } from '../src/katalog/rules/regel.ts';
import { sammleWebadressen } from '../src/katalog/webadressen.ts';
import { liesAufruf, liesWahl } from './lib/aufruf.ts';
import { FORMATE, mehrzahl } from './lib/format-befunde.ts';
import { zeigeFortschritt } from './lib/fortschritt.ts';
import { type Ergebnis, pruefeAlle, userAgentVon } from './lib/links/abruf.ts';
import { type Bericht, createBericht, LINK_FORMATE } from './lib/links/bericht.ts';
import { erneuereFassungen, korrigiere } from './lib/links/korrektur.ts';
import { istPlatzhalter, istTestnetz, namensaufloesung } from './lib/links/netz.ts';
import { readStand, writeStand, zaehle } from './lib/links/stand.ts';

const HILFE = `Aufruf: npm run links -- [--format ${Object.keys(LINK_FORMATE).join('|')}] [--korrigieren] [--stand <Datei>]
  --format        wie das Ergebnis geschrieben wird
  --korrigieren   trägt neue Adressen ein, wo eine Seite dauerhaft umgezogen ist
  --stand         Datei, die sich merkt, wie oft ein Link schon ausfiel (sonst .links.json)`;

const aufruf = readAufruf();
try {
  process.exitCode = await pruefe();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** The whole check; returns the exit code. */
async function pruefe(): Promise<0 | 1> {
  const vorher = readStand(aufruf.stand);
  const { kontext, befunde } = readKatalog(inhaltsordner(), aufruf.stichtag);
  const fehler = fehlerIn(befunde);
  if (!kontext) throw new Error(FORMATE.text(fehler));
  if (fehler.length > 0)
    console.error(
      'Im Inhalt sind Fehler; die Adressen fehlerhafter Dateien werden nicht geprüft. Siehe: npm run check',
    );
  const adressen = sammleWebadressen(kontext);
  const ergebnisse = await frageAlle([...adressen.keys()], kontext.eintraege.portal);
  const stand = zaehle(vorher, ergebnisse, aufruf.stichtag);
  // What stands in a broken file is not gone.
  const unbekannt = [...vorher].filter(([adresse]) => fehler.length > 0 && !adressen.has(adresse));
  writeStand(aufruf.stand, new Map([...stand, ...unbekannt]));
  const bericht = createBericht(adressen, ergebnisse, stand, aufruf.stichtag);
  console.log(LINK_FORMATE[aufruf.format](bericht));
  if (aufruf.korrigieren) berichtige(bericht, kontext);
  return bericht.tot.length > 0 ? 1 : 0;
}

/** What the caller wants; ends the program where that is not to be understood. */
function readAufruf() {
  return liesAufruf(
    HILFE,
    {
      options: {
        format: { type: 'string', default: 'text' },
        korrigieren: { type: 'boolean', default: false },
        stand: { type: 'string', default: '.links.json' },
      },
    },
    ({ values }, stichtag) => {
      const format = liesWahl('Das Format', values.format, LINK_FORMATE);
      return { ...values, format, stichtag };
    },
  );
}

async function frageAlle(
  adressen: readonly string[],
  portal: Portal,
): Promise<Map<string, Ergebnis>> {
  const testnetz = istTestnetz();
  const echte = adressen.filter((adresse) => !istPlatzhalter(adresse, testnetz));
  const ergebnisse = await pruefeAlle(
    echte,
    {
      userAgent: userAgentVon('Linkpruefung', portal),
      lookup: namensaufloesung(testnetz),
      gleichzeitig: 8,
      geduldMs: 15_000,
      pauseMs: 3_000,
    },
    (fertig) => zeigeFortschritt('Adresse', fertig, echte.length),
  );
  if (istOffline(ergebnisse))
    throw new Error(
      'Kein einziger Server war zu erreichen. Wahrscheinlich hat dieser Rechner keinen direkten Zugang zum Internet. Es wurde nichts gezählt.',
    );
  for (const adresse of adressen.filter((eine) => istPlatzhalter(eine, testnetz)))
    ergebnisse.set(adresse, {
      art: 'nicht-pruefbar',
      grund: 'Das ist ein Platzhalter; solche Adressen gibt es nicht. Bitte die echte eintragen.',
    });
  return ergebnisse;
}

/** True where nobody at all answered: then the fault is here. */
function istOffline(ergebnisse: ReadonlyMap<string, Ergebnis>): boolean {
  return (
    ergebnisse.size >= 3 &&
    [...ergebnisse.values()].every(
      (ergebnis) => ergebnis.art === 'ausfall' && ergebnis.ganzerServer,
    )
  );
}

/** Writes what has moved into the files, and says on stderr what became of it. */
function berichtige({ umgeleitet }: Bericht, vorher: RegelKontext): void {
  const ersetzungen = umgeleitet
    .filter(({ einwand }) => !einwand)
    .map(({ adresse, neu, stellen }) => ({ alt: adresse, neu, stellen }));
  const { dateien, vonHand } = korrigiere(ersetzungen);
  const nachher = readKatalog(inhaltsordner(), aufruf.stichtag).kontext;
  if (nachher) erneuereFassungen(vorher, nachher);
  console.error(
    `${mehrzahl(ersetzungen.length - vonHand.length, 'Adresse', 'Adressen')} in ${mehrzahl(dateien.length, 'Datei', 'Dateien')} berichtigt. Bitte prüfen: npm run check`,
  );
  for (const adresse of vonHand)
    console.error(`${adresse} steht nicht überall wörtlich da; bitte von Hand ändern.`);
}
