/**
 * Builds the portal, or nothing: content without errors, pages without warnings, counts that agree.
 *
 *     npm run build
 *
 * PORTAL_INHALT  content folder (default `content`)
 * PORTAL_ZIEL    output folder (default `dist`)
 * PORTAL_NEU=ja  nothing is taken over from the last build
 * PORTAL_KOMPRIMIERT=nein  no compressed copies of files, for hosts that compress by themselves
 * STICHTAG       the day the portal is true for (default today in Germany)
 *
 * What is new is built into a folder beside the target, and reaches it only when all of the portal is right.
 */
import { fehlerIn } from '../src/domain/befund.ts';
import { sprachcodes } from '../src/domain/portal.ts';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beendeWorker } from '../src/bau/in-workern.ts';
import { type Gemacht, macheSeiten } from '../src/bau/seiten.ts';
import { gibFrei, sparsam } from '../src/bau/speicher.ts';
import { ablageVon, holeAb, legeAb } from '../src/katalog/ablage.ts';
import {
  ablageDerBaeume,
  ladeGedaechtnis,
  sichereGedaechtnis,
  vergissGedaechtnis,
} from '../src/katalog/gedaechtnis.ts';
import { readPortal, readUngeprueft, type Ungeprueft } from '../src/katalog/read-katalog.ts';
import { inhaltsordner, zielordner } from '../src/katalog/umgebung.ts';
import { schreibeKatalog } from '../src/katalog/weitergabe.ts';
import { readVerlauf, type Verlauf } from '../src/katalog/verlauf.ts';
import { aufAbruf } from '../src/site/dateien.ts';
import { toOffeneDaten } from '../src/site/offene-daten.ts';
import { basisOf } from '../src/site/pfade.ts';
import { bereiteIndex, toSuchdateien } from '../src/suche/build-suchindex.ts';
import { letzteAnalysen, nimmAnalysen, vergissAnalysen } from '../src/suche/analysen.ts';
import { liesAufruf } from './lib/aufruf.ts';
import { dateienVon } from './lib/bau/ausgabe.ts';
import { FORMATE, summariseBefunde } from './lib/format-befunde.ts';
import { fremdeDateien } from './lib/bau/fremde-dateien.ts';
import { komprimiere } from './lib/bau/komprimiere.ts';
import { codeDesBaus, liesLetztenBau, merkeBau } from './lib/bau/letzter-bau.ts';
import { type Geschrieben, schreibeOffeneDaten } from './lib/bau/offene-daten.ts';
import { type Gepackt, schreibeOffline } from './lib/bau/offline.ts';
import { listPfade } from './lib/dateiliste.ts';
import { createBaustelle } from './lib/bau/baustelle.ts';
import { pruefePortal } from './lib/bau/pruefe-portal.ts';
import { holeProgramm, type Programm } from './lib/bau/programm.ts';
import { formatPruefsummen, PRUEFSUMMEN } from './lib/pruefsummen.ts';
import { schwersteSeite, zuSchwere } from './lib/bau/seitengewicht.ts';
import { dateiGrund, legeOrdnerAn } from './lib/schreibe-datei.ts';
import { archivText } from './lib/stand.ts';
import { formatStueckliste, readLock, STUECKLISTE } from './lib/bau/stueckliste.ts';
import { nimmSperre } from './lib/sperre.ts';
import { Gemischt } from './lib/bau/erneuern.ts';
import { echterOrt, einsetzen, einwandGegenZiel } from './lib/bau/ziel.ts';

const HILFE = `Aufruf: npm run build
  Anderer Ordner, anderer Tag, ohne komprimierte Kopien: PORTAL_… und STICHTAG in README.md`;

/** Offers: of so many, Pagefind takes what others leave it; of more, half a gigabyte and above. */
const KLEIN = 1000;

const stichtag = liesAufruf(HILFE, {}, (_, stichtag) => stichtag);
sparsam();
const start = performance.now();
const ziel = echterOrt(zielordner());
const entwurf = join(dirname(ziel), `.${basename(ziel)}-entwurf`);
/** The Katalog for the workers that make pages, so that nobody reads the content again. */
const uebergabe = join(dirname(ziel), `.${basename(ziel)}-katalog`);
const neu = process.env['PORTAL_NEU'] === 'ja';

const einwand = einwandGegenZiel(ziel, inhaltsordner());
if (einwand) {
  console.error(einwand);
  process.exit(1);
}

const sperre = versuche(() => {
  legeOrdnerAn(dirname(ziel));
  return nimmSperre(join(dirname(ziel), `.${basename(ziel)}-sperre`));
});
process.once('exit', () => sperre.gibFrei(() => rmSync(uebergabe, { force: true })));
// A full disk, a worker that the system has ended.
const unerwartet = (error: Error) => {
  console.error(error);
  abbruch(`Der Bau ist gescheitert: ${error.message}`);
};
process.once('uncaughtException', unerwartet);
const code = versuche(codeDesBaus);
// Astro runs in a process of its own; meanwhile the content is read here.
const portal = readPortal();
const programm = portal && holeProgramm(basisOf(portal.url), { neu });
// Where the content has errors, nobody waits for it.
programm?.catch(() => undefined);
console.log(`Prüfe den Inhalt in „${inhaltsordner()}“ zum Stichtag ${stichtag} …`);
// What files and offers still say as they did then need not be worked out again.
ladeGedaechtnis(inhaltsordner(), neu);
const analysen = ablageVon('analysen', inhaltsordner());
if (!neu) nimmAnalysen(holeAb(analysen, code));
let inhalt: Ungeprueft | undefined = readUngeprueft(inhaltsordner(), stichtag);
const { katalog, kontext: { eintraege } = {} } = inhalt;
if (!programm || !katalog || !eintraege || fehlerIn(inhalt.befunde).length > 0)
  abbruch(FORMATE.text(fehlerIn(inhalt.pruefe())));

rmSync(entwurf, { recursive: true, force: true });
schreibeKatalog(uebergabe, katalog);
const letzter = neu ? undefined : liesLetztenBau(ziel, code);
// On another day, each page of an offer says another age.
const wenigNeues = letzter?.stichtag === stichtag;
melde(`Baue Seiten und Suche für ${katalog.angebote.size} Angebote`);
const geholt = await programm.catch((error: Error) => abbruch(error.message));
const vorher = letzter?.programm === geholt.programm ? letzter.vorher : undefined;
const baustelle = createBaustelle(entwurf, ziel, { stand: letzter?.stand, vorher });
const { ausgabe, schreibe, behalte } = baustelle;
const stopp = new AbortController();
const seitenBau = baueSeiten(geholt, stopp.signal);
// Meanwhile, what needs no page; first of all, whether there may be any.
const befunde = inhalt.pruefe();
if (fehlerIn(befunde).length > 0) {
  stopp.abort();
  await seitenBau;
  abbruch(FORMATE.text(fehlerIn(befunde)));
}
// Which line of a file says what, only findings need.
inhalt = undefined;
sichereGedaechtnis(inhaltsordner());
vergissGedaechtnis();
const verlauf = readVerlauf(inhaltsordner(), { katalog, eintraege });
const geschriebeneDaten = schreibeDaten(verlauf);
for (const [pfad, inhalt] of toSuchdateien(katalog)) schreibe(pfad, inhalt);
const macheIndex = bereiteIndex(katalog);
// In time that a processor has until all pages are there.
const frueherIndex = katalog.angebote.size <= KLEIN ? macheIndex() : undefined;
legeAb(analysen, code, letzteAnalysen());
vergissAnalysen();
// Where most pages stay, those who make the others are nearly done.
if (!wenigNeues) gibFrei();
const schluesselDerDateien = await baustelle.schreibeAufAbruf(aufAbruf(katalog));
const gemachte = await seitenBau;
if (gemachte instanceof Error) abbruch(gemachte.message);
behalte(gemachte);
melde('Schreibe Offline-Pakete, Daten und Suchindex');
// It packs what it finds now: pages, search, generated files.
const pakete = schreibeOffline(ausgabe, katalog, letzter?.gepackt);
const daten = await geschriebeneDaten;
behalte(daten);
// Nearly alone, for nothing else takes as much memory.
if (!frueherIndex) gibFrei();
for (const [pfad, inhalt] of await (frueherIndex ?? macheIndex())) schreibe(pfad, inhalt);
const gepackt = await pakete;
schreibe(STUECKLISTE, formatStueckliste(readLock(), stichtag));

const summen = baustelle.summiere(gemachte.summen, daten.summen);
const dateien = dateienVon(ausgabe);
melde(`Prüfe ${dateien.length} Dateien`);
const datenPfade = toOffeneDaten(katalog, verlauf).flatMap(({ pfade }) => pfade);
// Before there are copies: foreign files may have their names.
const fremde = fremdeDateien(
  dateien,
  listPfade('public'),
  new Set([...baustelle.geschrieben.keys(), ...datenPfade]),
);
const kopien = process.env['PORTAL_KOMPRIMIERT'] !== 'nein' && fremde.length === 0;
// They begin before anything is looked at; where something is found, they are ended.
const vorrat = komprimiere({
  ausgabe,
  pfade: kopien ? dateien : [],
  stand: letzter?.stand,
  gleiche: new Set(dateien.filter((pfad) => letzter?.stand.summen.get(pfad) === summen.get(pfad))),
});
const { gelesen, seiten, einwaende } = await pruefePortal(
  { ausgabe, katalog, eintraege, dateien, datenPfade },
  { summen, bekannt: letzter?.gelesen() },
);
if (fremde.length + einwaende.length > 0) abbruch([...fremde, ...einwaende].join('\n'));
if (kopien) melde('Komprimiere sie');
const komprimiert = await vorrat;
behalte(komprimiert);
// By their copies, where there are any.
const schwere = zuSchwere(ausgabe, katalog, seiten);
if (schwere.length > 0) abbruch(schwere.slice(0, 20).join('\n'));
const schwerste = schwersteSeite(ausgabe, katalog, seiten);
const hinweis = setzeEin(new Map([...summen, ...komprimiert.summen]));
const schluessel = new Map([...gemachte.schluessel, ...schluesselDerDateien]);
process.off('uncaughtException', unerwartet);
const { programm: womit } = geholt;
merkeBau(ziel, { code, stichtag, gelesen, schluessel, gepackt, programm: womit });

console.log(`
  Angebote          ${katalog.angebote.size} (dazu ${katalog.beendete.size} beendete)
  Archiv            ${archivText(katalog)}
  Seiten            ${seiten.length}
  Sprachen          ${sprachcodes(katalog.portal).join(', ')}
  Prüfung           ${summariseBefunde(befunde)}
  schwerste Seite   ${schwerste.pfad}: ${schwerste.kb} kB komprimiert mit allem, was sie lädt
  Offline-Pakete    ${paketgroessen(gepackt)} kB, je nach Sprache
  Komprimiert       ${komprimiert.dateien} Dateien, ${mb(komprimiert.bytes)} MB auf ${mb(komprimiert.brBytes)} MB
  Dauer             ${sekunden(1)} s
  Ziel              ${zielordner()}
`);
if (hinweis) console.error(hinweis);

/** @returns why a page cannot be made, else all of them */
function baueSeiten({ programm, dateien }: Programm, stopp: AbortSignal): Promise<Error | Gemacht> {
  cpSync(dateien, entwurf, { recursive: true });
  const baeume = neu ? undefined : ablageDerBaeume(inhaltsordner());
  const auftrag = { ordner: entwurf, programm, katalog: uebergabe, baeume, vorher };
  const umfang = { anzahl: katalog!.angebote.size, wenigNeues };
  return macheSeiten(auftrag, umfang, stopp).catch((error: Error) => error);
}

/** When all pages are there, and a processor has time. @returns checksums */
async function schreibeDaten(verlauf: Verlauf): Promise<Geschrieben> {
  if ((await seitenBau) instanceof Error) return { summen: new Map(), behalten: new Set() };
  const stand = letzter && {
    ordner: ziel,
    summen: new Map([...letzter.stand.summen].filter(([pfad]) => pfad.startsWith('daten/'))),
  };
  return schreibeOffeneDaten({ ordner: entwurf, katalog: uebergabe, verlauf, stand }, katalog!);
}

/** @returns a German sentence where all is in place, but something is left over */
function setzeEin(summen: ReadonlyMap<string, string>): string | undefined {
  // A machine that has slept meanwhile may have lost it, and the draft with it.
  versuche(sperre.pruefe);
  writeFileSync(join(entwurf, PRUEFSUMMEN), formatPruefsummen(summen));
  try {
    return einsetzen(entwurf, ziel, baustelle.behalten);
  } catch (error) {
    const grund = `Der Ordner „${ziel}“ lässt sich nicht ersetzen: ${dateiGrund(error)}`;
    if (!(error instanceof Gemischt)) abbruch(grund);
    abbruch(
      grund,
      'Darin liegt jetzt teils der alte, teils der neue Stand. Bitte noch einmal bauen.',
    );
  }
}

/** Does what can fail with a sentence for people, before anything of this run lies on the disk, or when it is no longer ours. */
function versuche<T>(tun: () => T): T {
  try {
    return tun();
  } catch (error) {
    console.error(`\n${(error as Error).message}\n\nEs wurde nichts veröffentlicht.`);
    return process.exit(1);
  }
}

/** Says what is done now, and how long all before took. */
function melde(was: string): void {
  versuche(sperre.pruefe);
  console.log(`${was} … (nach ${sekunden(0)} s)`);
}

function sekunden(stellen: number): string {
  return ((performance.now() - start) / 1000).toFixed(stellen);
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(1).replace('.', ',');
}

/** The smallest and the largest package: „590–720“. */
function paketgroessen(gepackt: readonly Gepackt[]): string {
  const kb = gepackt.map(({ paket }) => Math.ceil(paket.bytes / 1000));
  return `${Math.min(...kb)}–${Math.max(...kb)}`;
}

/** Ends the run; the target folder stays as it was. */
function abbruch(
  grund: string,
  folge = `Es wurde nichts veröffentlicht; der Ordner „${basename(ziel)}“ ist unverändert.`,
): never {
  beendeWorker();
  try {
    // Else it is the draft of somebody else.
    sperre.pruefe();
    // One of them may still finish what it was writing.
    rmSync(entwurf, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch {
    // The next build deletes it, before anything else.
  }
  console.error(`\n${grund}\n\n${folge}`);
  process.exit(1);
}
