/**
 * Translations: what is missing, outdated or unread; out to translators and back.
 *
 *     npm run uebersetzungen                                           how things stand, per language
 *     npm run uebersetzungen -- zeigen ar                              every entry of a language
 *     npm run uebersetzungen -- ausgeben ar tabelle.csv [--alle]       what is missing or outdated (or all) as a table
 *     npm run uebersetzungen -- einlesen tabelle.csv [--maschinell]    takes a table back
 *     npm run uebersetzungen -- bestaetigen <id …> [--sprache ar]      the German has changed, its meaning has not
 *
 * PORTAL_INHALT  content folder (default `content`)
 * Exit code 1 where rows of a table could not be used, 2 where the call is wrong.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sprachcodes } from '../src/domain/portal.ts';
import { tippMeintenSie } from '../src/domain/naechster-wert.ts';
import { eigenName, LEICHT, sprachName } from '../src/i18n/sprachen.ts';
import { inhaltsordner, readKatalog, stichtagDesLaufs } from '../src/katalog/read-katalog.ts';
import { FORMATE } from './lib/format-befunde.ts';
import {
  type Aenderung,
  alleFelder,
  type Feld,
  formatTabelle,
  type Ordner,
  readTabelle,
  schreibeUebersetzung,
  type Zustand,
} from './lib/uebersetzungen.ts';

const HILFE = `Aufruf:
  npm run uebersetzungen                                      zeigt den Stand je Sprache
  npm run uebersetzungen -- zeigen <Sprache>                  zeigt, was in einer Sprache zu tun ist
  npm run uebersetzungen -- ausgeben <Sprache> <Datei.csv>    schreibt Fehlendes und Veraltetes in eine Tabelle (--alle: alles)
  npm run uebersetzungen -- einlesen <Datei.csv>              liest die ausgefüllte Tabelle ein (--maschinell: von einer Maschine übersetzt)
  npm run uebersetzungen -- bestaetigen <Kennung …>           der deutsche Text ist anders, sein Sinn nicht (--sprache ar: nur diese)`;

const { values, positionals } = readAufruf();
const [befehl = 'stand', ...rest] = positionals;
const inhalt = inhaltsordner();
const { katalog, befunde } = readKatalog(inhalt, stichtagDesLaufs());
if (!katalog) ende(FORMATE.text(befunde.filter(({ stufe }) => stufe === 'fehler')));
const felder = alleFelder(katalog);

switch (befehl) {
  case 'stand':
    stand();
    break;
  case 'zeigen':
    zeigen(spracheOf(rest[0]));
    break;
  case 'ausgeben':
    ausgeben(spracheOf(rest[0]), rest[1]);
    break;
  case 'einlesen':
    einlesen(rest[0]);
    break;
  case 'bestaetigen':
    bestaetigen(rest);
    break;
  default:
    ende(`„${befehl}“ gibt es nicht.\n\n${HILFE}`);
}

function stand(): void {
  const eintraege = (liste: readonly Feld[]) =>
    new Set(liste.map(({ ordner, id }) => `${ordner}/${id}`)).size;
  const zeilen = sprachcodes(katalog!.portal)
    .filter((code) => code !== 'de')
    .map((code) => {
      const alle = felder.filter(({ sprache }) => sprache === code);
      const uebersetzt = (ordner: Ordner) => {
        const eigene = alle.filter((feld) => feld.ordner === ordner);
        return `${eintraege(eigene.filter(({ uebersetzung }) => uebersetzung))} von ${eintraege(eigene)}`;
      };
      const im = (zustand: Zustand) =>
        String(eintraege(alle.filter((feld) => feld.zustand === zustand)));
      return [
        `${code} (${code === LEICHT ? eigenName(code) : sprachName(code, 'de')})`,
        uebersetzt('angebote'),
        uebersetzt('seiten'),
        im('veraltet'),
        im('ungeprüft'),
      ];
    });
  const tabelle = [['Sprache', 'Angebote', 'Seiten', 'veraltet', 'ungeprüft'], ...zeilen];
  const breiten = tabelle[0]!.map((_, i) => Math.max(...tabelle.map((zeile) => zeile[i]!.length)));
  for (const zeile of tabelle)
    console.log(
      zeile
        .map((zelle, i) => zelle.padEnd(breiten[i]! + 2))
        .join('')
        .trimEnd(),
    );
  console.log('\nWas in einer Sprache zu tun ist: npm run uebersetzungen -- zeigen <Sprache>');
}

function zeigen(sprache: string): void {
  const eigene = felder.filter((feld) => feld.sprache === sprache);
  for (const [zustand, titel] of [
    ['veraltet', 'Veraltet: Der deutsche Text ist neuer'],
    ['ungeprüft', 'Von niemandem gelesen'],
    ['fehlt', 'Noch nicht übersetzt'],
  ] as const) {
    const gruppen = Map.groupBy(
      eigene.filter((feld) => feld.zustand === zustand),
      ({ ordner, id }) => `${ordner}/${id}`,
    );
    if (gruppen.size === 0) continue;
    console.log(`\n${titel} (${gruppen.size})`);
    for (const [eintrag, liste] of gruppen)
      console.log(`  ${eintrag}: ${liste.map(({ feld }) => feld).join(', ')}`);
  }
}

function ausgeben(sprache: string, datei: string | undefined): void {
  if (!datei) ende(`Es fehlt der Name der Datei.\n\n${HILFE}`);
  const gewaehlt = felder.filter(
    (feld) =>
      feld.sprache === sprache &&
      (values.alle || feld.zustand === 'fehlt' || feld.zustand === 'veraltet'),
  );
  writeFileSync(datei, formatTabelle(gewaehlt));
  console.log(
    `${gewaehlt.length} Texte stehen in „${datei}“. Bitte nur die Spalte „uebersetzung“ ausfüllen, dann: npm run uebersetzungen -- einlesen ${datei}`,
  );
}

function einlesen(datei: string | undefined): void {
  if (!datei) ende(`Es fehlt der Name der Datei.\n\n${HILFE}`);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(datei);
  } catch {
    ende(`Die Datei „${datei}“ lässt sich nicht lesen.`);
  }
  const { felder: neue, einwaende, unveraendertVeraltet } = readTabelle(bytes, felder);
  const gruppen = Map.groupBy(neue, ({ ordner, id, sprache }) => `${ordner}/${id}.${sprache}`);
  const geschrieben = [...gruppen.values()].filter((gruppe) =>
    schreibe(gruppe[0]!, einwaende, {
      art: values.maschinell ? 'maschinell' : 'mensch',
      felder: new Map(
        gruppe.map(({ feld, fassung, uebersetzung }) => [feld, { text: uebersetzung, fassung }]),
      ),
    }),
  );
  for (const einwand of einwaende) console.error(einwand);
  console.log(
    `${geschrieben.flat().length} Texte in ${geschrieben.length} Dateien übernommen. Bitte prüfen: npm run check`,
  );
  if (unveraendertVeraltet > 0)
    console.log(
      `${unveraendertVeraltet} veraltete Texte kamen unverändert zurück und gelten weiter als veraltet. Stimmen sie noch: npm run uebersetzungen -- bestaetigen <Kennung>`,
    );
  if (einwaende.length > 0) process.exitCode = 1;
}

/** Writes a file and says so; a file that cannot be changed becomes a sentence more. */
function schreibe(
  ziel: Pick<Feld, 'ordner' | 'id' | 'sprache'>,
  einwaende: string[],
  aenderung: Aenderung,
): boolean {
  try {
    console.log(schreibeUebersetzung(inhalt, ziel, aenderung));
    return true;
  } catch (error) {
    einwaende.push((error as Error).message);
    return false;
  }
}

function bestaetigen(ids: readonly string[]): void {
  if (ids.length === 0) ende(`Es fehlt die Kennung eines Angebots oder einer Seite.\n\n${HILFE}`);
  const nur = values.sprache === undefined ? undefined : spracheOf(values.sprache);
  const bekannte = new Set(felder.map(({ id }) => id));
  for (const id of ids.filter((eine) => !bekannte.has(eine)))
    ende(`„${id}“ ist kein Angebot und keine Seite. ${tippMeintenSie(id, bekannte)}`);
  const gruppen = Map.groupBy(
    felder.filter(
      ({ id, sprache, zustand }) =>
        zustand === 'veraltet' && ids.includes(id) && (nur === undefined || nur === sprache),
    ),
    ({ ordner, id, sprache }) => `${ordner}/${id}.${sprache}`,
  );
  const einwaende: string[] = [];
  const geschrieben = [...gruppen.values()].filter((gruppe) =>
    schreibe(gruppe[0]!, einwaende, {
      felder: new Map(gruppe.map(({ feld, fassung }) => [feld, { fassung }])),
    }),
  );
  for (const einwand of einwaende) console.error(einwand);
  console.log(
    gruppen.size === 0
      ? 'Keine dieser Übersetzungen ist veraltet; es gab nichts zu tun.'
      : `${geschrieben.length} Übersetzungen gelten wieder.`,
  );
  if (einwaende.length > 0) process.exitCode = 1;
}

function spracheOf(code: string | undefined): string {
  const bekannte = sprachcodes(katalog!.portal).filter((eine) => eine !== 'de');
  if (code && bekannte.includes(code)) return code;
  return ende(
    code
      ? `„${code}“ ist keine Sprache dieses Portals. ${tippMeintenSie(code, bekannte)}`
      : `Es fehlt die Sprache (${bekannte.join(', ')}).\n\n${HILFE}`,
  );
}

function readAufruf() {
  try {
    return parseArgs({
      options: {
        alle: { type: 'boolean' },
        maschinell: { type: 'boolean' },
        sprache: { type: 'string' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    return ende(`${(error as Error).message}\n\n${HILFE}`);
  }
}

/** Ends the program with a sentence. */
function ende(grund: string): never {
  console.error(grund);
  process.exit(2);
}
