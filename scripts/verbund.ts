/**
 * Offers of neighbouring Kreise: fetches them into `verbund/` of the content, from where the build takes them.
 *
 *     npm run verbund -- holen [id …] [--trotzdem]
 *     npm run verbund -- zeigen
 *
 * PORTAL_INHALT    content folder (default `content`)
 * STICHTAG         the day it is (default today in Germany)
 * VERBUND_TESTNETZ for tests: names that end in `.test` are asked, on this machine
 * Exit code 1 where something could not be fetched or was refused, 2 where the call is wrong.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tageZwischen } from '../src/domain/datum.ts';
import { tippMeintenSie } from '../src/domain/naechster-wert.ts';
import type { NachbarEintrag } from '../src/domain/portal.ts';
import { datenadresse, MAX_NACHBAR_BYTES } from '../src/domain/verbund.ts';
import { type NachbarDatei, parseNachbarDatei } from '../src/katalog/nachbarn.ts';
import { inhaltsordner, readPortal, stichtagDesLaufs } from '../src/katalog/read-katalog.ts';
import { ende } from './lib/ende.ts';
import { mehrzahl } from './lib/format-befunde.ts';
import { ladeDatei } from './lib/links/abruf.ts';
import { istPlatzhalter, namensaufloesung } from './lib/links/netz.ts';
import { schreibeAlle } from './lib/schreibe-datei.ts';
import { ohneSteuerzeichen } from './lib/steuerzeichen.ts';
import { formatKopie } from './lib/verbund/kopie.ts';
import { liesNachbar } from './lib/verbund/lesen.ts';
import { einwandGegenKopie, formatUnterschiede, vergleiche } from './lib/verbund/vergleich.ts';

const HILFE = `Aufruf:
  npm run verbund -- holen [Kennung …]   holt die Angebote der Nachbarn, die in portal.yaml unter „verbund“ stehen
      --trotzdem                           auch wenn sehr viele verschwinden oder der Stand älter ist
  npm run verbund -- zeigen              zeigt, was gespeichert ist`;

const GEDULD_MS = 120_000;

const { befehl, ids, trotzdem, stichtag } = readAufruf();
const inhalt = inhaltsordner();
const portal =
  readPortal(inhalt) ?? ende('portal.yaml fehlt oder ist falsch. Siehe: npm run check', 1);
const nachbarn = portal.verbund ?? [];
if (nachbarn.length === 0) sage(['In portal.yaml steht unter „verbund“ noch kein Nachbar.']);
else if (befehl === 'zeigen') nachbarn.forEach(zeige);
else for (const nachbar of gewaehlte()) await hole(nachbar);

async function hole(nachbar: NachbarEintrag): Promise<void> {
  const adresse = datenadresse(nachbar);
  sage([`${nachbar.id}: ${adresse}`]);
  const geladen = await lade(adresse);
  if ('grund' in geladen) return scheitere(geladen.grund);
  const gelesen = liesNachbar(nachbar, geladen.bytes, { adresse, geholt_am: stichtag });
  if ('einwand' in gelesen) return scheitere(gelesen.einwand);
  const { einwaende, ...kopie } = gelesen;
  for (const { angebot, einwand } of einwaende)
    sage([`  ausgelassen: ${angebot}. ${einwand}`], console.error);
  if (kopie.angebote.length === 0 && einwaende.length > 0)
    return scheitere('Kein einziges Angebot taugt.');

  const alt = liesKopie(nachbar);
  const unterschiede = vergleiche(alt?.angebote ?? [], kopie.angebote);
  sage(formatUnterschiede(unterschiede));
  const einwand = alt && einwandGegenKopie(alt, kopie, unterschiede);
  if (einwand && !trotzdem)
    return scheitere(
      `${einwand} Bitte beim Nachbarn nachfragen; ist es richtig so, noch einmal mit --trotzdem.`,
    );
  schreibeAlle(new Map([[pfadVon(nachbar), formatKopie(kopie)]]));
  const { stand, lizenz } = kopie.kopf;
  sage([
    `  ${mehrzahl(kopie.angebote.length, 'Angebot', 'Angebote')} gespeichert, Stand ${stand}, Lizenz ${lizenz?.name ?? 'nicht genannt'}.`,
  ]);
}

async function lade(adresse: string): Promise<Awaited<ReturnType<typeof ladeDatei>>> {
  const testnetz = process.env['VERBUND_TESTNETZ'] === '1';
  const erfunden =
    istPlatzhalter(adresse) && !(testnetz && new URL(adresse).hostname.endsWith('.test'));
  if (erfunden) return { grund: 'Das ist ein Platzhalter; diese Adresse gibt es nicht.' };
  const userAgent = `Verbund/1.0 (+${new URL(portal.url).href}; ${portal.kontakt.email})`;
  const lookup = namensaufloesung(testnetz);
  return ladeDatei(adresse, { userAgent, lookup, geduldMs: GEDULD_MS }, MAX_NACHBAR_BYTES);
}

function zeige(nachbar: NachbarEintrag): void {
  const kopie = liesKopie(nachbar);
  if (!kopie) return sage([`${nachbar.id}: noch nichts geholt (${nachbar.url})`]);
  const { kopf, angebote } = kopie;
  const alter = mehrzahl(tageZwischen(kopf.geholt_am, stichtag), 'Tag', 'Tagen');
  sage([
    `${nachbar.id}: ${nachbar.name ?? kopf.name} (${nachbar.url})`,
    `  ${mehrzahl(angebote.length, 'Angebot', 'Angebote')}, geholt am ${kopf.geholt_am} (vor ${alter}), Stand ${kopf.stand}`,
    `  Lizenz ${kopf.lizenz ? `${kopf.lizenz.name}, ${kopf.lizenz.url}` : 'nicht genannt'}${kopf.probebetrieb ? ', Probebetrieb' : ''}`,
  ]);
}

function pfadVon({ id }: NachbarEintrag): string {
  return join(inhalt, 'verbund', `${id}.json`);
}

/** The stored copy; undefined where there is none, or none that can be read. */
function liesKopie(nachbar: NachbarEintrag): NachbarDatei | undefined {
  const pfad = pfadVon(nachbar);
  if (!existsSync(pfad)) return undefined;
  const gelesen = parseNachbarDatei(nachbar, readFileSync(pfad));
  if (!('einwand' in gelesen)) return gelesen;
  sage([`  Die gespeicherte Kopie lässt sich nicht lesen. ${gelesen.einwand}`], console.error);
  return undefined;
}

/** The neighbours that were asked for; all where none is named. */
function gewaehlte(): NachbarEintrag[] {
  const bekannte = nachbarn.map(({ id }) => id);
  const fremd = ids.find((id) => !bekannte.includes(id));
  if (fremd !== undefined)
    ende(`Einen Nachbarn „${fremd}“ gibt es nicht. ${tippMeintenSie(fremd, bekannte)}`);
  return ids.length === 0 ? nachbarn : nachbarn.filter(({ id }) => ids.includes(id));
}

function scheitere(grund: string): void {
  sage([`  Nicht gespeichert: ${grund}`], console.error);
  process.exitCode = 1;
}

/** Lines may quote what a neighbour's server says. */
function sage(zeilen: readonly string[], wohin = console.log): void {
  for (const zeile of zeilen) wohin(ohneSteuerzeichen(zeile));
}

function readAufruf() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { trotzdem: { type: 'boolean', default: false } },
    });
    const [befehl, ...rest] = positionals;
    if (befehl !== 'holen' && befehl !== 'zeigen')
      return ende(befehl ? `Den Befehl „${befehl}“ gibt es nicht.\n${HILFE}` : HILFE);
    if (befehl === 'zeigen' && (rest.length > 0 || values.trotzdem))
      return ende(`„zeigen“ kennt keine weiteren Angaben.\n${HILFE}`);
    return { befehl, ids: rest, ...values, stichtag: stichtagDesLaufs() };
  } catch (error) {
    return ende(`${(error as Error).message}\n${HILFE}`);
  }
}
