/**
 * Offers of neighbouring Kreise: fetches them into `verbund/` of the content, from where the build takes them.
 *
 *     npm run verbund -- holen [id …] [--trotzdem]
 *     npm run verbund -- zeigen
 *
 * PORTAL_INHALT  content folder (default `content`)
 * STICHTAG       the day it is (default today in Germany)
 * TESTNETZ       for tests: names that end in `.test` are asked, on this machine
 * Exit code 1 where something could not be fetched or read or was refused, 2 where the call is wrong.
 */
import { tageZwischen } from '../src/domain/datum.ts';
import { tippMeintenSie } from '../src/domain/naechster-wert.ts';
import type { NachbarEintrag } from '../src/domain/portal.ts';
import { einwandGegenAdresse } from '../src/domain/verbund.ts';
import { PFLICHT_VOKABULARE } from '../src/domain/vokabular.ts';
import { readEintraege } from '../src/katalog/read-katalog.ts';
import { inhaltsordner } from '../src/katalog/umgebung.ts';
import { liesAufruf, liesBefehl } from './lib/aufruf.ts';
import { ende } from './lib/ende.ts';
import { mehrzahl } from './lib/format-befunde.ts';
import { istTestnetz } from './lib/links/netz.ts';
import { ohneSteuerzeichen } from './lib/steuerzeichen.ts';
import { hole, liesKopie } from './lib/verbund/holen.ts';

const HILFE = `Aufruf:
  npm run verbund -- holen [Kennung …]   holt die Angebote der Nachbarn, die in portal.yaml unter „verbund“ stehen
      --trotzdem                           auch wenn sehr viele verschwinden, der Stand älter ist
                                           oder das Gespeicherte beschädigt ist
  npm run verbund -- zeigen              zeigt, was gespeichert ist`;

const BEFEHLE = {
  holen: { tue: holen, optionen: ['trotzdem'], worte: Infinity },
  zeigen: { tue: () => nachbarn.forEach(zeige) },
};

const { befehl, ids, trotzdem, stichtag } = readAufruf();
const inhalt = inhaltsordner();
const eintraege =
  readEintraege(inhalt).eintraege ??
  ende('portal.yaml fehlt oder ist falsch. Siehe: npm run check', 1);
// They say what is confidential: without them a place could be stored that must be nowhere.
if (PFLICHT_VOKABULARE.some((name) => eintraege.vokabular[name].size === 0))
  ende('Ein Vokabular fehlt oder ist falsch. Siehe: npm run check', 1);
const nachbarn = eintraege.portal.verbund ?? [];
if (nachbarn.length === 0) sage(['In portal.yaml steht unter „verbund“ noch kein Nachbar.']);
else await BEFEHLE[befehl].tue();

async function holen(): Promise<void> {
  for (const nachbar of gewaehlte()) await holeUndSage(nachbar);
}

async function holeUndSage(nachbar: NachbarEintrag): Promise<void> {
  sage([`${nachbar.id}: ${nachbar.url}`]);
  const testnetz = istTestnetz();
  const auftrag = { inhalt, eintraege, stichtag, trotzdem, testnetz };
  const { zeilen, ausgelassen, fehler } = await hole(nachbar, auftrag);
  sage(
    ausgelassen.map((eines) => `  ausgelassen: ${eines}`),
    console.error,
  );
  sage(zeilen.map((zeile) => `  ${zeile}`));
  if (!fehler) return;
  sage([`  Nicht gespeichert: ${fehler}`], console.error);
  process.exitCode = 1;
}

function zeige(nachbar: NachbarEintrag): void {
  const kopie = liesKopie(inhalt, nachbar, eintraege);
  if (!kopie) return sage([`${nachbar.id}: noch nichts geholt (${nachbar.url})`]);
  if ('einwand' in kopie) {
    sage([`${nachbar.id}: ${kopie.einwand}`], console.error);
    process.exitCode = 1;
    return;
  }
  const { kopf, angebote } = kopie;
  const anderswo = einwandGegenAdresse(nachbar, kopf);
  if (anderswo) return sage([`${nachbar.id}: ${anderswo.einwand} ${anderswo.tipp}`]);
  const alter = mehrzahl(tageZwischen(kopf.geholt_am, stichtag), 'Tag', 'Tagen');
  sage([
    `${nachbar.id}: ${nachbar.name ?? kopf.name} (${nachbar.url})`,
    `  ${mehrzahl(angebote.length, 'Angebot', 'Angebote')}, geholt am ${kopf.geholt_am} (vor ${alter}), Stand ${kopf.stand}`,
    `  Lizenz ${kopf.lizenz ? `${kopf.lizenz.name}, ${kopf.lizenz.url}` : 'nicht genannt'}${kopf.probebetrieb ? ', Probebetrieb' : ''}`,
  ]);
}

/** The neighbours that were asked for; all where none is named. */
function gewaehlte(): NachbarEintrag[] {
  const bekannte = nachbarn.map(({ id }) => id);
  const fremd = ids.find((id) => !bekannte.includes(id));
  if (fremd !== undefined)
    ende(`Einen Nachbarn „${fremd}“ gibt es nicht. ${tippMeintenSie(fremd, bekannte)}`);
  return ids.length === 0 ? nachbarn : nachbarn.filter(({ id }) => ids.includes(id));
}

/** Lines may quote what a neighbour's server says. */
function sage(zeilen: readonly string[], wohin = console.log): void {
  for (const zeile of zeilen) wohin(ohneSteuerzeichen(zeile));
}

function readAufruf() {
  return liesAufruf(
    HILFE,
    { allowPositionals: true, options: { trotzdem: { type: 'boolean' } } },
    (args, stichtag) => {
      const { befehl, worte } = liesBefehl(BEFEHLE, args);
      const { trotzdem = false } = args.values;
      return { befehl, ids: worte, trotzdem, stichtag };
    },
  );
}
