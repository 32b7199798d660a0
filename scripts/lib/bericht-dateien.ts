/** The files of the report: what is in them, where they may go, and how they get there whole. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createBericht } from '../../src/bericht/bericht.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';
import { toBerichtText } from '../../src/site/bericht/abschnitte.ts';
import { toHtml } from '../../src/site/bericht/html.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { createPfade } from '../../src/site/pfade.ts';
import { toMarkdown } from './bericht-markdown.ts';
import { AENDERUNGEN, type Monatsteil } from './bericht-monat.ts';
import { toTabellen } from './bericht-tabellen.ts';
import { dateiGrund, schreibeAlle } from './schreibe-datei.ts';
import { geschuetzt } from './bau/ziel.ts';

/** By this file a folder is known to hold a report. */
const KENNZEICHEN = 'bericht.html';
/** What the page of the portal loads, in its order. */
const STILE = ['tokens', 'base', 'bauteile', 'bericht', 'print'];

/**
 * Why the report cannot go into a folder: what somebody put there could be overwritten.
 * @returns a German sentence, or undefined where all is well
 */
export function einwandGegenOrdner(ordner: string, inhalt: string): string | undefined {
  const nein = (grund: string) =>
    `In den Ordner „${ordner}“ kann der Bericht nicht geschrieben werden: ${grund} Bitte einen eigenen Ordner angeben, zum Beispiel „bericht“.`;
  const grund = geschuetzt(ordner, inhalt);
  if (grund) return nein(grund);
  if (!existsSync(ordner)) return undefined;
  if (!statSync(ordner).isDirectory()) return nein('Das ist eine Datei.');
  const dateien = readdirSync(ordner, { withFileTypes: true }).filter((eine) => eine.isFile());
  return dateien.length > 0 && !dateien.some(({ name }) => name === KENNZEICHEN)
    ? nein('Darin liegen schon andere Dateien.')
    : undefined;
}

/**
 * Writes files into a folder, all or none; other files in it stay, but not a table of changes that is no part of them.
 * @param dateien file name → text
 * @throws a German sentence
 */
export function schreibe(ordner: string, dateien: ReadonlyMap<string, string>): void {
  schreibeAlle(new Map([...dateien].map(([name, text]) => [join(ordner, name), text])));
  if (dateien.has(AENDERUNGEN)) return;
  const pfad = join(ordner, AENDERUNGEN);
  try {
    rmSync(pfad, { force: true });
  } catch (error) {
    throw new Error(`Die Datei „${pfad}“ lässt sich nicht löschen: ${dateiGrund(error)}`, {
      cause: error,
    });
  }
}

/**
 * The whole report.
 * @param monat where it is that of a month: „Oktober 2026“, and what has changed in it
 * @returns its summary, and file name → text
 */
export function toDateien(
  katalog: Katalog,
  monat?: Monatsteil & { name: string },
): { zusammenfassung: string[]; dateien: Map<string, string> } {
  // In a file every link needs the whole address.
  const pfade = createPfade(katalog.portal.url.replace(/\/*$/, '/'), 'de', katalog.geschuetzt);
  const kontext = { ...createKontext(katalog, 'de'), pfade };
  const bericht = createBericht(katalog);
  const text = toBerichtText(kontext, bericht);
  if (monat) {
    text.titel += ` – ${monat.name}`;
    text.abschnitte.unshift(monat.abschnitt);
  }
  return {
    zusammenfassung: text.zusammenfassung,
    dateien: new Map([
      ['bericht.html', toDruckseite(text.titel, toHtml(text))],
      ['bericht.md', toMarkdown(text)],
      ...toTabellen(kontext, bericht),
      ...(monat?.tabellen ?? []),
    ]),
  };
}

/**
 * A page that needs no other file, to be opened, printed or sent.
 * @param titel text
 * @param inhalt HTML
 */
function toDruckseite(titel: string, inhalt: string): string {
  const stile = STILE.map((name) => readFileSync(`src/styles/${name}.css`, 'utf8')).join('\n');
  const sicher = titel.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>
<html lang="de">
<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${sicher}</title>
<style>
${stile}</style>
</head>
<body>
<main class="breite">
${inhalt}
</main>
</body>
</html>
`;
}
