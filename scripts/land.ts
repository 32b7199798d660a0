/**
 * The start page of a Land: all its Kreise, and a search in all their portals.
 *
 *     npm run land -- holen [id …] [--trotzdem]    fetches what the portals contribute to the search
 *     npm run land -- bauen [--ohne id]            builds the page from what is stored
 *     npm run land -- ansehen                      serves it on this machine
 *
 * LAND_DATEI    what is known of the Land (default `land/land.yaml`); what is fetched lies beside it, in `daten/`
 * PORTAL_ZIEL   output folder (default `dist-land`)
 * STICHTAG      the day it is (default today in Germany)
 * PORT          of `ansehen` (default 4321)
 * TESTNETZ      for tests: names that end in `.test` are asked, on this machine
 * Exit code 1 where something could not be fetched or built, 2 where the call is wrong.
 */
import { existsSync } from 'node:fs';
import { tageZwischen } from '../src/domain/datum.ts';
import type { LandKreis, Mitglied } from '../src/domain/land.ts';
import { sprachcodes } from '../src/domain/portal.ts';
import { tippMeintenSie } from '../src/domain/naechster-wert.ts';
import { KOPIE_TAGE } from '../src/domain/verbund.ts';
import { basisOf } from '../src/site/pfade.ts';
import { liesAufruf, liesBefehl } from './lib/aufruf.ts';
import { ende } from './lib/ende.ts';
import { baueLand } from './lib/land/bauen.ts';
import { holeBeitrag, liesBeitrag, orteVon } from './lib/land/beitraege.ts';
import { liesLand } from './lib/land/lies-land.ts';
import { istTestnetz } from './lib/links/netz.ts';
import { beiBelegtemPort, portDesLaufs, serveFolder } from './lib/server.ts';
import { ohneSteuerzeichen } from './lib/steuerzeichen.ts';
import { echterOrt, einwandGegenZiel } from './lib/bau/ziel.ts';

const HILFE = `Aufruf:
  npm run land -- holen [Kennung …]     holt, was die Portale der Kreise zur Suche beitragen
      --trotzdem                          auch wenn sehr viele Angebote verschwinden oder der Stand älter ist
  npm run land -- bauen                 baut die Startseite aus dem, was gespeichert ist
      --ohne Kennung                      dieser Kreis steht nur in der Liste, nicht in der Suche (mehrfach möglich)
  npm run land -- ansehen               zeigt sie auf diesem Rechner
Mehr dazu: docs/verbund.md`;

const BEFEHLE = {
  holen: { tue: holen, optionen: ['trotzdem'], worte: Infinity },
  bauen: { tue: bauen, optionen: ['ohne'] },
  ansehen: { tue: ansehen },
};

const datei = process.env['LAND_DATEI'] || 'land/land.yaml';
const ziel = echterOrt(process.env['PORTAL_ZIEL'] || 'dist-land');
const { befehl, ids, trotzdem, stichtag } = readAufruf();
const gelesen = liesLand(datei);
if ('einwand' in gelesen) ende(gelesen.einwand, 1);
const { land } = gelesen;
pruefeKennungen();
await BEFEHLE[befehl].tue();

async function holen(): Promise<void> {
  const testnetz = istTestnetz();
  const kreise = ids.length === 0 ? land.kreise : land.kreise.filter(({ id }) => ids.includes(id));
  for (const kreis of kreise) {
    const ergebnis = await holeBeitrag(kreis, { datei, land, trotzdem, testnetz });
    if ('zeile' in ergebnis) {
      sage(`${kreis.id}: ${ergebnis.zeile}`);
    } else {
      sage(`${kreis.id}: Nicht gespeichert. ${ergebnis.einwand}`, console.error);
      process.exitCode = 1;
    }
  }
}

/** Every Kreis, or nothing: one whose offers are missing is left out only where somebody says so. */
async function bauen(): Promise<void> {
  const start = performance.now();
  for (const ort of orteVon(datei)) {
    const einwand = einwandGegenZiel(ziel, ort);
    if (einwand) ende(einwand, 1);
  }
  const fehler: string[] = [];
  const mitglieder = land.kreise.map((kreis): Mitglied => {
    if (ids.includes(kreis.id)) return { kreis };
    const beitrag = liesBeitrag(datei, kreis);
    if ('einwand' in beitrag) {
      fehler.push(`${kreis.id} (${kreis.name}): ${beitrag.einwand}`);
      return { kreis };
    }
    return pruefe(kreis, beitrag);
  });
  if (fehler.length > 0)
    ende(
      `${fehler.join('\n')}\n\nBitte neu holen (npm run land -- holen), oder ohne diese Kreise in der Suche bauen (--ohne Kennung).\nEs wurde nichts veröffentlicht; der Ordner „${ziel}“ ist unverändert.`,
      1,
    );
  const { dateien, bytes, hinweis } = await baueLand(land, mitglieder, ziel).catch((error: Error) =>
    ende(
      `Die Startseite lässt sich nicht bauen: ${error.message}\n\nEs wurde nichts veröffentlicht; der Ordner „${ziel}“ ist unverändert.`,
      1,
    ),
  );
  const angebote = mitglieder.reduce(
    (summe, { beitrag }) => summe + (beitrag?.angebote.length ?? 0),
    0,
  );
  sage(`
  Kreise            ${land.kreise.length}
  Angebote          ${angebote}
  Sprachen          ${sprachcodes(land).join(', ')}
  Dateien           ${dateien}, ${(bytes / 1e6).toFixed(1)} MB
  Dauer             ${((performance.now() - start) / 1000).toFixed(1)} s
  Ziel              ${ziel}
`);
  if (hinweis) sage(hinweis, console.error);
}

/** What is old is said; what nobody has confirmed yet stays out of the search of a Land that is no trial. */
function pruefe(kreis: LandKreis, { beitrag }: Required<Pick<Mitglied, 'beitrag'>>): Mitglied {
  const alter = tageZwischen(beitrag.stand, stichtag);
  if (alter > KOPIE_TAGE)
    sage(`Hinweis: ${kreis.id}: Der Stand ist ${alter} Tage alt. Bitte neu holen.`);
  if (!beitrag.portal.probebetrieb || land.probebetrieb) return { kreis, beitrag };
  sage(
    `Hinweis: ${kreis.id}: Das Portal ist im Probebetrieb; seine Angebote sind nicht in der Suche.`,
  );
  return { kreis };
}

async function ansehen(): Promise<void> {
  if (!existsSync(ziel))
    ende(`Den Ordner „${ziel}“ gibt es noch nicht. Bitte zuerst: npm run land -- bauen`, 1);
  const aufruf = 'npm run land -- ansehen';
  const port = portDesLaufs(aufruf);
  const basis = basisOf(land.url);
  await serveFolder(ziel, basis, port, land).catch((error: unknown) =>
    beiBelegtemPort(error, port, aufruf),
  );
  sage(`\n  ${land.name}\n  http://localhost:${port}${basis}\n\n  Beenden mit Strg+C.`);
}

/** Whoever mistypes a Kreis must not be told that all went well. */
function pruefeKennungen(): void {
  const bekannte = land.kreise.map(({ id }) => id);
  const fremd = ids.find((id) => !bekannte.includes(id));
  if (fremd !== undefined)
    ende(`Einen Kreis „${fremd}“ gibt es in ${datei} nicht. ${tippMeintenSie(fremd, bekannte)}`);
}

/** Lines may quote what a server says. */
function sage(text: string, wohin = console.log): void {
  for (const zeile of text.split('\n')) wohin(ohneSteuerzeichen(zeile));
}

function readAufruf() {
  return liesAufruf(
    HILFE,
    {
      allowPositionals: true,
      options: { trotzdem: { type: 'boolean' }, ohne: { type: 'string', multiple: true } },
    },
    (args, stichtag) => {
      const { befehl, worte } = liesBefehl(BEFEHLE, args);
      const { trotzdem = false, ohne = [] } = args.values;
      const ids = befehl === 'bauen' ? ohne : worte;
      return { befehl, ids, trotzdem, stichtag };
    },
  );
}
