/**
 * What the next build of the same target need not do again. Files that are the same as in the portal that lies there already have the
 * same compressed copies, and the same was found on them; pages of which everything that decides them is the same are the same files; and
 * packages are made of the same pieces.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schluessel, Stand, Vorher } from '../../../src/bau/uebernahme.ts';
import { ablageVon, holeAb, legeAb } from '../../../src/katalog/ablage.ts';
import { fingerabdruck } from '../../../src/katalog/fingerabdruck.ts';
import type { Gepackt } from './offline.ts';
import type { GeleseneSeiten } from './pruefe-seiten.ts';
import { parsePruefsummen, PRUEFSUMMEN } from '../pruefsummen.ts';

/** Of everything that decides what a build makes. */
export function codeDesBaus(): string {
  return fingerabdruck(['src', 'scripts']);
}

/** What is kept of a portal beside itself. */
export interface Gemerkt {
  /** {@link codeDesBaus}, when it began: it may be edited while it runs. */
  code: string;
  /** What was found on its pages. */
  gelesen: GeleseneSeiten;
  /** What decided its files, as far as they say so. */
  schluessel: Schluessel;
  /** Its packages for devices. */
  gepackt: readonly Gepackt[];
  /** Folder of the program that made them. */
  programm: string;
  /** The day it is true for, `2026-11-20`. */
  stichtag: string;
}

export interface LetzterBau extends Pick<Gemerkt, 'gepackt' | 'programm' | 'stichtag'> {
  /** Reads what was found on its pages: it is much, and needed late. */
  gelesen(): GeleseneSeiten | undefined;
  /** The portal that lies at the target. */
  stand: Stand;
  /** The same, of its pages and of other files that say what decided them. */
  vorher: Vorher;
}

interface AbgelegterBau extends Omit<Gemerkt, 'gelesen' | 'code'> {
  /** Of the list of checksums: somebody may have put another portal there. */
  summe: string;
}

/** @returns undefined where there is none, or where it was built by other code */
export function liesLetztenBau(ziel: string, dieserCode: string): LetzterBau | undefined {
  const abgelegt = holeAb<AbgelegterBau>(ablageVon('bau', ziel), dieserCode);
  const liste = abgelegt && lies(join(ziel, PRUEFSUMMEN))?.toString('utf8');
  if (liste === undefined || abgelegt?.summe !== hash('sha256', liste)) return undefined;
  const summen = parsePruefsummen(liste);
  const { schluessel } = abgelegt;
  const eigene = new Map(
    [...summen].filter(([pfad]) => pfad.endsWith('.html') || schluessel.has(pfad)),
  );
  return {
    gepackt: abgelegt.gepackt,
    programm: abgelegt.programm,
    stichtag: abgelegt.stichtag,
    gelesen: () => holeAb<GeleseneSeiten>(ablageVon('gelesen', ziel), dieserCode),
    stand: { ordner: ziel, summen },
    vorher: { ordner: ziel, summen: eigene, schluessel },
  };
}

/** @param ziel holds the portal that was just built */
export function merkeBau(ziel: string, { code, gelesen, ...gemerkt }: Gemerkt): void {
  const summe = hash('sha256', readFileSync(join(ziel, PRUEFSUMMEN)));
  legeAb(ablageVon('gelesen', ziel), code, gelesen);
  legeAb<AbgelegterBau>(ablageVon('bau', ziel), code, { ...gemerkt, summe });
}

/** @returns undefined where it is missing, or nobody may read it */
function lies(datei: string): Buffer | undefined {
  try {
    return readFileSync(datei);
  } catch {
    return undefined;
  }
}
