/**
 * Translations: what is missing, outdated or unread; out to translators and back.
 *
 *     npm run uebersetzungen                                           how things stand, per language
 *     npm run uebersetzungen -- zeigen ar                              every entry of a language
 *     npm run uebersetzungen -- ausgeben ar tabelle.csv [--alle]       what is missing or outdated (or all) as a table
 *     npm run uebersetzungen -- einlesen tabelle.csv [--maschinell]    takes a table back
 *     npm run uebersetzungen -- bestaetigen <id …> [--sprache ar] [--feld titel]
 *                                                                      the German has changed, its meaning has not
 *
 * PORTAL_INHALT  content folder (default `content`)
 * Exit code 1 where rows of a table could not be used or the content cannot be read, 2 where the call is wrong or its file cannot be used.
 */
import { fehlerIn } from '../src/domain/befund.ts';
import { sprachcodes } from '../src/domain/portal.ts';
import { tippMeintenSie } from '../src/domain/naechster-wert.ts';
import { LEICHT, tippSprachkuerzel } from '../src/domain/sprache.ts';
import { eigenName, sprachName } from '../src/i18n/sprachen.ts';
import { angeboteMitSeite } from '../src/katalog/katalog.ts';
import { readKatalog } from '../src/katalog/read-katalog.ts';
import { inhaltsordner } from '../src/katalog/umgebung.ts';
import { alsWort, liesAufruf, liesBefehl } from './lib/aufruf.ts';
import { ende } from './lib/ende.ts';
import { FORMATE, mehrzahl } from './lib/format-befunde.ts';
import { legeDateiAn, liesBytes } from './lib/schreibe-datei.ts';
import { ohneSteuerzeichen } from './lib/steuerzeichen.ts';
import {
  alleFelder,
  bestaetige,
  type Feld,
  type Ordner,
  trageEin,
  type Ziel,
  type Zustand,
} from './lib/uebersetzungen.ts';
import { formatTabelle, readTabelle } from './lib/uebersetzungstabelle.ts';

const HILFE = `Aufruf:
  npm run uebersetzungen                                      zeigt den Stand je Sprache
  npm run uebersetzungen -- zeigen <Sprache>                  zeigt, was in einer Sprache zu tun ist
  npm run uebersetzungen -- ausgeben <Sprache> <Datei.csv>    schreibt Fehlendes und Veraltetes in eine Tabelle (--alle: alles)
  npm run uebersetzungen -- einlesen <Datei.csv>              liest die ausgefüllte Tabelle ein (--maschinell: von einer Maschine übersetzt)
  npm run uebersetzungen -- bestaetigen <Kennung …>           der deutsche Text ist anders, sein Sinn nicht (--sprache ar, --feld titel: nur diese)`;

const BEFEHLE = {
  stand: { tue: stand },
  zeigen: { tue: ([sprache]: string[]) => zeigen(spracheOf(sprache)), worte: 1 },
  ausgeben: {
    tue: ([sprache, datei]: string[]) => ausgeben(spracheOf(sprache), datei),
    optionen: ['alle'],
    worte: 2,
  },
  einlesen: {
    tue: ([datei]: string[]) => einlesen(datei),
    optionen: ['maschinell'],
    worte: 1,
  },
  bestaetigen: { tue: bestaetigen, optionen: ['sprache', 'feld'], worte: Infinity },
};

const { befehl, worte, values, stichtag } = readAufruf();
const inhalt = inhaltsordner();
const { katalog, befunde } = readKatalog(inhalt, stichtag);
if (!katalog) ende(FORMATE.text(fehlerIn(befunde)), 1);
const felder = alleFelder(katalog);
BEFEHLE[befehl].tue(worte);

function stand(): void {
  const eintraege = (liste: readonly Feld[]) =>
    new Set(liste.map(({ ordner, id }) => `${ordner}/${id}`)).size;
  const zeilen = sprachcodes(katalog!.portal)
    .filter((code) => code !== 'de')
    .map((code) => {
      const alle = felder.filter(
        ({ sprache, zustand }) => sprache === code && zustand !== 'entfällt',
      );
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
      (feld.zustand === 'fehlt' ||
        feld.zustand === 'veraltet' ||
        (values.alle && feld.zustand !== 'entfällt')),
  );
  try {
    legeDateiAn(datei, formatTabelle(gewaehlt));
  } catch (error) {
    ende((error as Error).message);
  }
  console.log(
    `${mehrzahl(gewaehlt.length, 'Text steht', 'Texte stehen')} in „${datei}“. Bitte nur die Spalte „uebersetzung“ ausfüllen, dann: npm run uebersetzungen -- einlesen ${alsWort(datei)}`,
  );
}

function einlesen(datei: string | undefined): void {
  if (!datei) ende(`Es fehlt der Name der Datei.\n\n${HILFE}`);
  const { texte, einwaende, unveraendertVeraltet } = readTabelle(bytesAus(datei), felder);
  const art = values.maschinell ? 'maschinell' : 'mensch';
  const geschrieben = jeDatei(texte, (ziel, neue) => {
    const { pfad, ...ergebnis } = trageEin(inhalt, ziel, art, neue);
    console.log(`${pfad}: ${neue.map(({ feld }) => feld).join(', ')}`);
    return ergebnis;
  });
  meldeEinwaende([...einwaende, ...geschrieben.einwaende]);
  console.log(`${geschrieben.bilanz} übernommen. Bitte prüfen: npm run check`);
  const gemischt = geschrieben.ergebnisse.filter((eines) => eines.art !== art).length;
  if (gemischt > 0)
    console.log(
      `${mehrzahl(gemischt, 'Datei gilt', 'Dateien gelten')} weiter als „maschinell“: Andere Texte darin sind noch von einer Maschine.`,
    );
  const ungelesen = geschrieben.ergebnisse.filter(({ warGeprueft }) => warGeprueft).length;
  if (ungelesen > 0)
    console.log(
      `In ${mehrzahl(ungelesen, 'Datei', 'Dateien')} steht jetzt „geprueft: nein“: Die neuen Texte hat noch niemand gelesen.`,
    );
  if (unveraendertVeraltet > 0)
    console.log(
      `${mehrzahl(unveraendertVeraltet, 'Text ist veraltet und kam', 'Texte sind veraltet und kamen')} unverändert zurück. Stimmt die Übersetzung noch: npm run uebersetzungen -- bestaetigen <Kennung>`,
    );
}

function bytesAus(datei: string): Uint8Array {
  try {
    return liesBytes(datei);
  } catch (error) {
    return ende((error as Error).message);
  }
}

function bestaetigen(namen: readonly string[]): void {
  if (namen.length === 0) ende(`Es fehlt die Kennung eines Angebots oder einer Seite.\n\n${HILFE}`);
  const eintraege = new Set(namen.map(eintragOf));
  const sprache = values.sprache === undefined ? undefined : spracheOf(values.sprache);
  const gemeint = felder.filter(
    (feld) =>
      eintraege.has(`${feld.ordner}/${feld.id}`) &&
      (sprache === undefined || feld.sprache === sprache),
  );
  const bekannte = new Set(gemeint.map(({ feld }) => feld));
  const unbekannt = values.feld?.find((feld) => !bekannte.has(feld));
  if (unbekannt !== undefined)
    ende(
      `${[...eintraege].join(', ')}: Einen Text „${unbekannt}“ gibt es dort nicht. ${tippMeintenSie(unbekannt, bekannte)}`,
    );
  const veraltete = gemeint.filter(
    ({ feld, zustand }) =>
      zustand === 'veraltet' && (values.feld === undefined || values.feld.includes(feld)),
  );
  const { einwaende, bilanz } = jeDatei(veraltete, (ziel, liste) => {
    const pfad = bestaetige(inhalt, ziel, liste);
    console.log(`${pfad}: ${liste.map(({ feld }) => feld).join(', ')}`);
  });
  meldeEinwaende(einwaende);
  console.log(
    veraltete.length === 0
      ? 'Keine dieser Übersetzungen ist veraltet; es gab nichts zu tun.'
      : `${bilanz} bestätigt: Die Übersetzung gilt wieder für den deutschen Text, wie er jetzt ist.`,
  );
}

/** Writes texts file by file, and says how many; a file that cannot be changed becomes a sentence. */
function jeDatei<T extends Ziel, R>(
  texte: readonly T[],
  schreibe: (ziel: Ziel, texte: readonly T[]) => R,
): { ergebnisse: R[]; einwaende: string[]; bilanz: string } {
  const ergebnisse: R[] = [];
  const einwaende: string[] = [];
  let anzahl = 0;
  const gruppen = Map.groupBy(texte, ({ ordner, id, sprache }) => `${ordner}/${id}.${sprache}`);
  for (const gruppe of gruppen.values())
    try {
      ergebnisse.push(schreibe(gruppe[0]!, gruppe));
      anzahl += gruppe.length;
    } catch (error) {
      einwaende.push((error as Error).message);
    }
  const bilanz = `${mehrzahl(anzahl, 'Text', 'Texte')} in ${mehrzahl(ergebnisse.length, 'Datei', 'Dateien')}`;
  return { ergebnisse, einwaende, bilanz };
}

function meldeEinwaende(einwaende: readonly string[]): void {
  for (const einwand of einwaende) console.error(ohneSteuerzeichen(einwand));
  if (einwaende.length > 0) process.exitCode = 1;
}

/** `tafel` or `angebote/tafel` → `angebote/tafel`. */
function eintragOf(name: string): string {
  const bekannte = [
    ...[...angeboteMitSeite(katalog!).keys()].map((id) => `angebote/${id}`),
    ...[...katalog!.seiten.keys()].map((id) => `seiten/${id}`),
  ];
  const [eintrag, zweiter] = bekannte.filter(
    (einer) => einer === name || einer.split('/')[1] === name,
  );
  if (!eintrag)
    return ende(
      `„${name}“ ist kein Angebot und keine Seite, oder die Datei hat noch Fehler (npm run check). ${tippMeintenSie(name, name.includes('/') ? bekannte : bekannte.map((einer) => einer.split('/')[1]!))}`,
    );
  if (zweiter)
    return ende(`„${name}“ gibt es zweimal. Bitte „${eintrag}“ oder „${zweiter}“ schreiben.`);
  return eintrag;
}

function spracheOf(code: string | undefined): string {
  const bekannte = sprachcodes(katalog!.portal).filter((eine) => eine !== 'de');
  if (code && bekannte.includes(code)) return code;
  return ende(
    code
      ? `„${code}“ ist keine Sprache dieses Portals. ${tippSprachkuerzel(code, bekannte)}`
      : `Es fehlt die Sprache (${bekannte.join(', ')}).\n\n${HILFE}`,
  );
}

function readAufruf() {
  return liesAufruf(
    HILFE,
    {
      options: {
        alle: { type: 'boolean' },
        maschinell: { type: 'boolean' },
        sprache: { type: 'string' },
        feld: { type: 'string', multiple: true },
      },
      allowPositionals: true,
    },
    (args, stichtag) => ({
      ...liesBefehl(BEFEHLE, args, 'stand'),
      values: args.values,
      stichtag,
    }),
  );
}
