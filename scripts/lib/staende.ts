/**
 * What is published, on its server: each release in a folder of its own, and a link that says which one counts.
 *
 *     <Ordner>/aktuell -> staende/2026-11-21T18-12-04-123Z
 *     <Ordner>/staende/2026-11-21T18-12-04-123Z/…
 *
 * Nobody ever sees half a release: the link changes in one step (rename(2)), when everything is there and read back.
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { isUnveraenderlich } from '../../src/site/kopfzeilen.ts';
import { listPfade } from './dateiliste.ts';
import { formatPruefsummen, PRUEFSUMMEN, readPruefsummen, sha256 } from './pruefsummen.ts';
import { schreibeDatei } from './schreibe-datei.ts';
import { allein } from './sperre.ts';
import { liegtIn } from './bau/ziel.ts';
import { nimmtZurueck } from './zurueckgenommen.ts';

/** The link that a server serves. */
export const AKTUELL = 'aktuell';
const STAENDE = 'staende';
/** Says that the folder is ours, and of which portal. */
const ZEICHEN = '.integrationsportal';
const SPERRE = '.sperre';
const ENTWURF = '.entwurf';
/** In a release: what came before it, and which files are from there. Servers hand out nothing that begins with a dot. */
const HERKUNFT = '.herkunft.json';
/** So long an open page still finds what belongs to it. */
const FRIST_MS = 24 * 60 * 60 * 1000;

/** Files that may be taken along, and so be removed again: nothing outside of the release. */
const mitgenommener = z
  .string()
  .refine((pfad) => isUnveraenderlich(pfad) && !pfad.split('/').includes('..'));

const herkunft = z.object({
  /** Name of the release before. */
  davor: z
    .string()
    .regex(/^[\w-]+$/)
    .optional(),
  /** Since when it counts, in milliseconds since 1970. */
  seit: z.number(),
  /** Files of releases before it, by path, and since when they are old. */
  mitgenommen: z.record(mitgenommener, z.number()),
});

type Herkunft = z.output<typeof herkunft>;

export interface Veroeffentlicht {
  dateien: number;
  bytes: number;
  /** How many files of releases before are still there. */
  mitgenommen: number;
  /** Nothing of releases before remains, because what is confidential now stood there. */
  zurueckgenommen: boolean;
  /** Where the release lies. */
  ordner: string;
}

interface Wie {
  /** Milliseconds since 1970. */
  jetzt: number;
  /** Nothing of releases before remains. */
  sofort: boolean;
}

/**
 * Publishes what was built.
 * @param bau folder of a finished build
 * @param ordner folder on the server, ours or empty
 * @throws Error where that is not possible; what was published before stays
 */
export function veroeffentliche(bau: string, ordner: string, wie: Wie): Veroeffentlicht {
  if (liegtIn(ordner, bau) || liegtIn(bau, ordner))
    throw new Error(
      `In „${ordner}“ wird nichts veröffentlicht: Das gebaute Portal („${bau}“) und sein Ordner auf dem Server dürfen nicht ineinander liegen, denn ein Bau löscht in seinem Ordner alles, was nicht zum Portal gehört. Bitte einen eigenen Ordner angeben.`,
    );
  const summen = pruefeBau(bau);
  const adresse = adresseVon(bau);
  const einwand = einwandGegen(ordner, adresse);
  if (einwand) throw new Error(einwand);
  mkdirSync(ordner, { recursive: true });
  // First of all: without it, what a killed run leaves behind would be somebody else's.
  schreibeDatei(join(ordner, ZEICHEN), `${adresse}\n`);
  mkdirSync(join(ordner, STAENDE), { recursive: true });
  return allein(join(ordner, SPERRE), (pruefeSperre) => {
    raeumeEntwuerfeAuf(ordner);
    const davor = aktueller(ordner);
    const entwurf = join(ordner, STAENDE, `${ENTWURF}-${process.pid}`);
    try {
      const bytes = kopiere(bau, entwurf, summen, davor && standVon(ordner, davor), pruefeSperre);
      const zurueckgenommen = davor !== undefined && nimmtZurueck(standVon(ordner, davor), entwurf);
      const ohneAltes = wie.sofort || zurueckgenommen || !davor;
      const mitgenommen = ohneAltes
        ? {}
        : nimmMit(standVon(ordner, davor), entwurf, wie, pruefeSperre);
      schreibeHerkunft(entwurf, { ...(davor && { davor }), seit: wie.jetzt, mitgenommen });
      const name = new Date(wie.jetzt).toISOString().replaceAll(/[:.]/g, '-');
      pruefeSperre();
      renameSync(entwurf, standVon(ordner, name));
      schalteUm(ordner, name);
      behalte(ordner, ohneAltes ? [name] : [name, davor]);
      return {
        dateien: summen.size,
        bytes,
        mitgenommen: Object.keys(mitgenommen).length,
        zurueckgenommen,
        ordner: standVon(ordner, name),
      };
    } finally {
      rmSync(entwurf, { recursive: true, force: true });
    }
  });
}

/**
 * Makes the release before the one that counts. With `sofort` the newer one is gone for good, and also where it tells what is
 * confidential; else a page that came from it still finds what belongs to it.
 * @returns whether the newer one is gone
 * @throws Error where there is none, or where it tells what is confidential now
 */
export function geheZurueck(ordner: string, wie: Wie): boolean {
  verlangeEigenen(ordner);
  return allein(join(ordner, SPERRE), (pruefeSperre) => {
    const name = aktueller(ordner);
    const davor = name && readHerkunft(standVon(ordner, name)).davor;
    if (!davor || !existsSync(standVon(ordner, davor)))
      throw new Error('Es gibt keinen früheren Stand, zu dem man zurückgehen könnte.');
    const stand = standVon(ordner, davor);
    pruefeStand(stand, pruefeSperre);
    const jetziger = standVon(ordner, name);
    if (nimmtZurueck(stand, jetziger))
      throw new Error(
        'Im früheren Stand steht öffentlich, was jetzt vertraulich ist oder zurückgezogen wurde. Bitte stattdessen im Inhalt berichtigen, was jetzt falsch ist, neu bauen und veröffentlichen.',
      );
    const sofort = wie.sofort || nimmtZurueck(jetziger, stand);
    if (sofort) entferneMitgenommene(stand, () => true);
    const bisher = readHerkunft(stand);
    const neue = sofort ? {} : nimmMit(jetziger, stand, wie, pruefeSperre);
    schreibeHerkunft(stand, {
      ...bisher,
      seit: wie.jetzt,
      mitgenommen: { ...bisher.mitgenommen, ...neue },
    });
    pruefeSperre();
    schalteUm(ordner, davor);
    if (sofort) behalte(ordner, [davor]);
    return sofort;
  });
}

/** Removes what is old for longer than a day: files of releases before, and those releases. With `sofort`, all of it. */
export function raeumeAuf(ordner: string, { jetzt, sofort }: Wie): void {
  verlangeEigenen(ordner);
  allein(join(ordner, SPERRE), () => {
    raeumeEntwuerfeAuf(ordner);
    const name = aktueller(ordner);
    if (!name) return;
    const stand = standVon(ordner, name);
    entferneMitgenommene(stand, (seit) => sofort || jetzt - seit > FRIST_MS);
    if (sofort || jetzt - readHerkunft(stand).seit > FRIST_MS) behalte(ordner, [name]);
  });
}

/** The checksums of a build that is whole. @throws Error with a German sentence where it is not */
function pruefeBau(bau: string): Map<string, string> {
  const summen = readPruefsummen(bau);
  if (!summen)
    throw new Error(`Im Ordner „${bau}“ liegt kein gebautes Portal. Bitte zuerst: npm run build`);
  const da = new Set(pfadeIn(bau));
  const fehlt = [...summen.keys()].find((pfad) => !da.has(pfad));
  if (fehlt) throw new Error(`Im gebauten Portal fehlt „${fehlt}“. Bitte neu bauen: npm run build`);
  const fremd = [...da].find((pfad) => !summen.has(pfad));
  if (fremd)
    throw new Error(
      `„${fremd}“ gehört nicht zum gebauten Portal. Eigene Dateien gehören in den Ordner „public“; dann bitte neu bauen.`,
    );
  return summen;
}

/** A release that counted before is still what it was. */
function pruefeStand(stand: string, pruefeSperre: () => void): void {
  const beschaedigt = (pfad: string) =>
    new Error(
      `Der frühere Stand ist beschädigt („${pfad}“). Bitte stattdessen den Inhalt berichtigen, neu bauen und veröffentlichen.`,
    );
  const summen = readPruefsummen(stand);
  if (!summen) throw beschaedigt(PRUEFSUMMEN);
  for (const [pfad, summe] of summen) {
    pruefeSperre();
    if (!existsSync(join(stand, pfad)) || sha256(readFileSync(join(stand, pfad))) !== summe)
      throw beschaedigt(pfad);
  }
}

/** Address of a built portal, as its start page says. */
function adresseVon(bau: string): string {
  const html = readFileSync(join(bau, 'index.html'), 'utf8');
  const [, adresse = ''] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
  return adresse;
}

/** Why a folder cannot be published to: what is there is not ours. A German sentence. */
function einwandGegen(ordner: string, adresse: string): string | undefined {
  if (!existsSync(ordner)) return undefined;
  if (!statSync(ordner).isDirectory()) return `„${ordner}“ ist kein Ordner.`;
  const zeichen = join(ordner, ZEICHEN);
  if (!existsSync(zeichen))
    return readdirSync(ordner).length === 0
      ? undefined
      : `Der Ordner „${ordner}“ ist nicht leer, und was darin liegt, hat nicht dieser Befehl angelegt. Bitte einen eigenen, leeren Ordner angeben.`;
  const dort = readFileSync(zeichen, 'utf8').trim();
  if (dort !== adresse)
    return `Im Ordner „${ordner}“ liegt das Portal ${dort}, gebaut ist ${adresse}. Bitte einen anderen Ordner angeben. Hat nur die Adresse gewechselt, bitte dort die Datei „${ZEICHEN}“ berichtigen.`;
  const link = lstatSync(join(ordner, AKTUELL), { throwIfNoEntry: false });
  return link && !link.isSymbolicLink()
    ? `„${join(ordner, AKTUELL)}“ ist kein Verweis auf einen Stand, und was das ist, weiß dieser Befehl nicht.`
    : undefined;
}

function verlangeEigenen(ordner: string): void {
  if (!existsSync(join(ordner, ZEICHEN)))
    throw new Error(`Im Ordner „${ordner}“ hat dieser Befehl noch nichts veröffentlicht.`);
}

/**
 * Copies a build and reads the copy back. A file that is the same as before keeps its time, so that browsers need not load it again.
 * @returns bytes
 */
function kopiere(
  bau: string,
  nach: string,
  summen: ReadonlyMap<string, string>,
  davor: string | undefined,
  pruefeSperre: () => void,
): number {
  const alte = davor ? readPruefsummen(davor) : undefined;
  let bytes = 0;
  for (const [pfad, summe] of summen) {
    pruefeSperre();
    const ziel = join(nach, pfad);
    lege(join(bau, pfad), ziel);
    bytes += statSync(ziel).size;
    if (sha256(readFileSync(ziel)) !== summe)
      throw new Error(
        `„${pfad}“ ist nicht so angekommen, wie es gebaut wurde. Wird gerade gebaut, bitte das Ende abwarten und noch einmal veröffentlichen, sonst vorher neu bauen; hilft das nicht, ist ein Datenträger schadhaft.`,
      );
    const alt = davor && statSync(join(davor, pfad), { throwIfNoEntry: false });
    if (!alt) continue;
    if (alte?.get(pfad) === summe) utimesSync(ziel, alt.atime, alt.mtime);
    // Servers tell versions of a file by seconds.
    else if (statSync(ziel).mtimeMs < alt.mtimeMs + 1000)
      utimesSync(ziel, alt.atime, new Date(alt.mtimeMs + 1000));
  }
  // Of what was copied: the build may have another one by now.
  writeFileSync(join(nach, PRUEFSUMMEN), formatPruefsummen(summen));
  return bytes;
}

/** Copies a file so that the server may read it, whoever may read the original. */
function lege(von: string, nach: string): void {
  mkdirSync(dirname(nach), { recursive: true });
  copyFileSync(von, nach);
  chmodSync(nach, 0o644);
}

/**
 * Keeps files that open pages may still ask for: those whose names hold a fingerprint, for a day. A page without them finds nothing.
 * @returns which, and since when they are old
 */
function nimmMit(
  von: string,
  nach: string,
  { jetzt }: Wie,
  pruefeSperre: () => void,
): Record<string, number> {
  const bisher = readHerkunft(von).mitgenommen;
  const mitgenommen: Record<string, number> = {};
  for (const pfad of pfadeIn(von)) {
    const seit = bisher[pfad] ?? jetzt;
    if (!isUnveraenderlich(pfad) || jetzt - seit > FRIST_MS || existsSync(join(nach, pfad)))
      continue;
    pruefeSperre();
    lege(join(von, pfad), join(nach, pfad));
    mitgenommen[pfad] = seit;
  }
  return mitgenommen;
}

function entferneMitgenommene(stand: string, weg: (seit: number) => boolean): void {
  const { mitgenommen, ...sonst } = readHerkunft(stand);
  const bleibt = Object.entries(mitgenommen).filter(([pfad, seit]) => {
    if (!weg(seit)) return true;
    rmSync(join(stand, pfad), { force: true });
    return false;
  });
  schreibeHerkunft(stand, { ...sonst, mitgenommen: Object.fromEntries(bleibt) });
}

/** One step for everybody: before it the old release counts, after it the new one. */
function schalteUm(ordner: string, name: string): void {
  const neu = join(ordner, `.${AKTUELL}-${process.pid}`);
  rmSync(neu, { force: true });
  symlinkSync(join(STAENDE, name), neu);
  renameSync(neu, join(ordner, AKTUELL));
}

/** Removes all releases but some. */
function behalte(ordner: string, namen: readonly string[]): void {
  for (const name of readdirSync(join(ordner, STAENDE)))
    if (!namen.includes(name)) rmSync(standVon(ordner, name), { recursive: true, force: true });
}

/** What runs that were killed left behind. */
function raeumeEntwuerfeAuf(ordner: string): void {
  for (const name of readdirSync(join(ordner, STAENDE)))
    if (name.startsWith(ENTWURF)) rmSync(standVon(ordner, name), { recursive: true, force: true });
}

/** Name of the release that counts; undefined where none does. */
export function aktueller(ordner: string): string | undefined {
  const link = join(ordner, AKTUELL);
  if (!existsSync(link) || !lstatSync(link).isSymbolicLink()) return undefined;
  const name = basename(readlinkSync(link));
  return existsSync(standVon(ordner, name)) ? name : undefined;
}

const standVon = (ordner: string, name: string) => join(ordner, STAENDE, name);

/** What is noted about a release; nothing where that cannot be read, for publishing must go on after a power cut. */
function readHerkunft(stand: string): Herkunft {
  try {
    return herkunft.parse(JSON.parse(readFileSync(join(stand, HERKUNFT), 'utf8')));
  } catch {
    return { seit: 0, mitgenommen: {} };
  }
}

function schreibeHerkunft(stand: string, neu: Herkunft): void {
  schreibeDatei(join(stand, HERKUNFT), `${JSON.stringify(neu)}\n`);
}

/** The files of a portal, from its root; not what is noted about it. */
function pfadeIn(ordner: string): string[] {
  return listPfade(ordner).filter((pfad) => pfad !== PRUEFSUMMEN && pfad !== HERKUNFT);
}
