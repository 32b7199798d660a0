/**
 * How fresh the offers are: whom to call, what has been confirmed, letters to providers.
 *
 *     npm run stand [-- --anbieter <id>] [--format text|csv|markdown] [--ausgabe <file>]   what is due, overdue or was never checked
 *     npm run stand -- bestaetigen <id …> [--am 2026-11-20] [--durch "Stelle"]             somebody has checked it
 *     npm run stand -- bestaetigen --anbieter <id> [--ja]                                  … all offers of a provider
 *     npm run stand -- briefe [--anbieter <id>] [--ziel <folder>] [--alle]                 a letter to each provider
 *
 * PORTAL_INHALT  content folder (default `content`)
 * STICHTAG       the day it is (default today in Germany)
 * Exit code 1 where nothing was confirmed or the content cannot be read, 2 where the call is wrong or its file cannot be written.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Angebot, angebotSchema } from '../src/domain/angebot.ts';
import { fehlerIn } from '../src/domain/befund.ts';
import { deutschesDatum, isDatum } from '../src/domain/datum.ts';
import { tippMeintenSie } from '../src/domain/naechster-wert.ts';
import { readKatalog } from '../src/katalog/read-katalog.ts';
import { inhaltsordner } from '../src/katalog/umgebung.ts';
import { setzeFelder } from '../src/katalog/schreiben.ts';
import { alsWort, liesAufruf, liesBefehl, liesWahl } from './lib/aufruf.ts';
import { dateiVon, toBrief, toUebersicht, UEBERSICHT } from './lib/briefe.ts';
import { ende } from './lib/ende.ts';
import { FORMATE, mehrzahl } from './lib/format-befunde.ts';
import { freierName, legeDateiAn, liesDatei, schreibeAlle } from './lib/schreibe-datei.ts';
import { STAND_FORMATE, toGruppen } from './lib/stand.ts';
import { ohneSteuerzeichen } from './lib/steuerzeichen.ts';
import { geschuetzt } from './lib/bau/ziel.ts';

const HILFE = `Aufruf:
  npm run stand                                  zeigt, welche Angebote zu prüfen sind, nach Anbietern
      --anbieter <Kennung>                         nur von diesem Anbieter
      --format text|csv|markdown                   als Text, Tabelle oder Liste zum Abhaken
      --ausgabe <Datei>                            schreibt in eine neue Datei
  npm run stand -- bestaetigen <Kennung …>       trägt ein, dass diese Angebote heute geprüft wurden
      --am JJJJ-MM-TT                              an einem anderen Tag
      --durch "Fachstelle Integration"             durch diese Stelle
      --anbieter <Kennung> --ja                    alle Angebote eines Anbieters; ohne --ja wird nur gezeigt, welche
  npm run stand -- briefe                        schreibt jedem Anbieter einen Brief mit seinen Angaben
      --anbieter <Kennung>                         nur diesem
      --ziel <Ordner>                              in diesen Ordner (sonst „briefe“); vorhandene Briefe bleiben, wie sie sind
      --alle                                       auch über Angebote, die gerade nicht zu prüfen sind`;

const BEFEHLE = {
  liste: { tue: liste, optionen: ['anbieter', 'format', 'ausgabe'] },
  bestaetigen: {
    tue: bestaetigen,
    optionen: ['am', 'durch', 'anbieter', 'ja'],
    worte: Infinity,
  },
  briefe: { tue: briefe, optionen: ['anbieter', 'ziel', 'alle'], worte: Infinity },
};

const { befehl, ids, format, values, stichtag } = readAufruf();
const inhalt = inhaltsordner();
const { katalog, befunde } = readKatalog(inhalt, stichtag);
if (!katalog) ende(FORMATE.text(fehlerIn(befunde)), 1);
const anbieter = readAnbieter();
BEFEHLE[befehl].tue();

function liste(): void {
  const text = STAND_FORMATE[format](toGruppen(katalog!, { anbieter }), katalog!);
  const { ausgabe } = values;
  if (ausgabe === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    legeDateiAn(ausgabe, text);
  } catch (error) {
    ende((error as Error).message);
  }
  console.log(ohneSteuerzeichen(`Die Liste steht in „${ausgabe}“.`));
}

function bestaetigen(): void {
  const felder = readPruefung();
  const angebote = anbieter ? angeboteVon(anbieter) : [...new Set(ids)].map(angebotOf);
  if (angebote.length === 0) ende(`Es fehlt die Kennung eines Angebots.\n\n${HILFE}`);
  const einwaende = angebote.flatMap((angebot) => einwandGegen(angebot, felder.geprueft_am));
  if (einwaende.length > 0) {
    for (const einwand of einwaende) console.error(einwand);
    console.error('Es wurde nichts geändert.');
    process.exit(1);
  }
  for (const { id, titel, geprueft_am } of angebote)
    console.log(ohneSteuerzeichen(`  ${titel} (${id}), bisher geprüft: ${geprueft_am}`));
  if (anbieter && !values.ja) {
    console.log(
      `\n${mehrzahl(angebote.length, 'Angebot würde', 'Angebote würden')} als geprüft am ${felder.geprueft_am} eingetragen. Haben Sie nach allen gefragt? Dann bitte noch einmal mit --ja.`,
    );
    process.exitCode = 1;
    return;
  }
  try {
    // First all texts, then all files: what cannot be changed stops before the first is.
    const dateien = new Map(
      angebote.map(({ id }) => {
        const datei = join(inhalt, 'angebote', `${id}.md`);
        return [datei, setzeFelder('angebot', liesDatei(datei), felder)];
      }),
    );
    schreibeAlle(dateien);
  } catch (error) {
    ende(`Es wurde nichts geändert: ${(error as Error).message}`, 1);
  }
  console.log(
    `\n${mehrzahl(angebote.length, 'Angebot gilt', 'Angebote gelten')} nun als geprüft am ${felder.geprueft_am}. Bitte prüfen: npm run check`,
  );
}

/** What is to be written into every file. */
function readPruefung(): { geprueft_am: string; geprueft_durch?: string } {
  const { am = stichtag, durch } = values;
  if (!isDatum(am)) {
    const gemeint = deutschesDatum(am);
    ende(
      `„${am}“ ist kein gültiges Datum. ${gemeint ? `Meinten Sie „${gemeint}“?` : 'Bitte als Jahr-Monat-Tag schreiben, zum Beispiel 2026-11-01.'}`,
    );
  }
  if (am > stichtag)
    ende(
      `Der ${am} liegt in der Zukunft (heute ist der ${stichtag}): Geprüft ist, was jemand schon nachgefragt hat.`,
    );
  const gelesen = angebotSchema.shape.geprueft_durch.safeParse(durch);
  if (!gelesen.success) ende(`--durch: ${gelesen.error.issues[0]!.message}`);
  return { geprueft_am: am, ...(gelesen.data && { geprueft_durch: gelesen.data }) };
}

function angeboteVon(id: string): Angebot[] {
  if (ids.length > 0)
    ende('Bitte entweder Kennungen von Angeboten nennen oder --anbieter, nicht beides.');
  const angebote = toGruppen(katalog!, { anbieter: id, alle: true }).flatMap(({ posten }) =>
    posten.map(({ angebot }) => angebot),
  );
  return angebote.length > 0 ? angebote : ende(`Von „${id}“ gibt es kein laufendes Angebot.`);
}

function angebotOf(id: string): Angebot {
  const { angebote, archiv, beendete } = katalog!;
  const angebot = angebote.get(id) ?? archiv.get(id) ?? beendete.get(id);
  if (angebot) return angebot;
  const kaputt = befunde.find(
    ({ datei, stufe }) => stufe === 'fehler' && datei.endsWith(`angebote/${id}.md`),
  );
  return ende(
    kaputt
      ? `Die Datei von „${id}“ hat einen Fehler, der zuerst behoben werden muss (Zeile ${kaputt.zeile}, ${kaputt.feld}): ${ohneSteuerzeichen(kaputt.meldung)}`
      : `Ein Angebot „${id}“ gibt es nicht. ${tippMeintenSie(id, [...angebote.keys(), ...archiv.keys()])}`,
  );
}

function einwandGegen({ id, geprueft_am }: Angebot, am: string): string[] {
  if (katalog!.beendete.has(id))
    return [
      `„${id}“ ist beendet. Gibt es das Angebot wieder, bitte zuerst in der Datei „status“ und „gueltig_bis“ ändern.`,
    ];
  return geprueft_am !== 'unbekannt' && geprueft_am > am
    ? [`„${id}“ wurde schon am ${geprueft_am} geprüft; der ${am} ist früher.`]
    : [];
}

function briefe(): void {
  if (ids.length > 0)
    ende(`Einen einzelnen Anbieter bitte so nennen: --anbieter ${alsWort(ids[0]!)}`);
  const gruppen = toGruppen(katalog!, { anbieter, alle: values.alle });
  if (gruppen.length === 0) {
    console.log('Zurzeit ist kein Angebot zu prüfen; es gibt keinen Brief zu schreiben.');
    return;
  }
  const ziel = values.ziel ?? 'briefe';
  const texte = new Map([
    ...gruppen.map((gruppe) => [dateiVon(gruppe.anbieter.id), toBrief(katalog!, gruppe)] as const),
    [UEBERSICHT, toUebersicht(katalog!, gruppen)] as const,
  ]);
  const einwand = einwandGegenBriefeIn(ziel, texte.keys());
  if (einwand)
    ende(
      `${einwand} Es wurde nichts geschrieben. Bitte einen anderen Ordner nennen, zum Beispiel: --ziel ${freierName(`briefe-${stichtag.slice(0, 7)}`)}`,
    );
  try {
    schreibeAlle(new Map([...texte].map(([name, text]) => [join(ziel, name), text])));
  } catch (error) {
    ende((error as Error).message);
  }
  console.log(
    `${mehrzahl(gruppen.length, 'Brief', 'Briefe')} und „${UEBERSICHT}“ stehen im Ordner „${ziel}“.`,
  );
  const alte = readdirSync(ziel).filter((name) => name.endsWith('.txt') && !texte.has(name));
  if (alte.length > 0)
    console.log(
      `Achtung: Dort liegen auch ${mehrzahl(alte.length, 'Datei', 'Dateien')} von früher, die zu diesem Lauf nicht gehören: ${alte.slice(0, 5).join(', ')}${alte.length > 5 ? ' …' : ''}`,
    );
}

/** Why no letters go into a folder: they would take the place of what somebody wrote. A German sentence. */
function einwandGegenBriefeIn(ziel: string, namen: Iterable<string>): string | undefined {
  const grund = geschuetzt(ziel, inhalt);
  if (grund) return `In den Ordner „${ziel}“ kommen keine Briefe: ${grund}`;
  const da = [...namen].find((name) => existsSync(join(ziel, name)));
  return da && `Im Ordner „${ziel}“ gibt es „${da}“ schon, vielleicht abgehakt oder geändert.`;
}

function readAnbieter(): string | undefined {
  const id = values.anbieter;
  if (id === undefined || katalog!.anbieter.has(id)) return id;
  return ende(
    `Einen Anbieter „${id}“ gibt es nicht. ${tippMeintenSie(id, katalog!.anbieter.keys())}`,
  );
}

function readAufruf() {
  return liesAufruf(
    HILFE,
    {
      options: {
        anbieter: { type: 'string' },
        format: { type: 'string' },
        ausgabe: { type: 'string' },
        am: { type: 'string' },
        durch: { type: 'string' },
        ja: { type: 'boolean' },
        ziel: { type: 'string' },
        alle: { type: 'boolean' },
      },
      allowPositionals: true,
    },
    ({ values, positionals }, stichtag) => {
      const { befehl, worte } = liesBefehl(BEFEHLE, { values, positionals }, 'liste');
      const format = liesWahl('Das Format', values.format ?? 'text', STAND_FORMATE);
      return { befehl, ids: worte, format, values, stichtag };
    },
  );
}
