/**
 * What the next build of the same target need not do again. Files that are the same as in the portal that lies there already have the
 * same compressed copies, and the same was found on them; pages of which everything that decides them is the same are the same files.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Schluessel, Vorher } from '../../src/bau/uebernahme.ts';
import { ablageort, legeAb } from '../../src/katalog/ablage.ts';
import { fingerabdruck } from '../../src/katalog/fingerabdruck.ts';
import type { GeleseneSeiten } from './pruefe-seiten.ts';
import { parsePruefsummen, PRUEFSUMMEN, type Summen } from './pruefsummen.ts';

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
  /** Folder of the program that made them. */
  programm: string;
}

export interface LetzterBau extends Pick<Gemerkt, 'gelesen' | 'programm'> {
  /** Checksums of all files of the portal that lies at the target. */
  summen: Summen;
  vorher: Vorher;
}

interface Abgelegt extends Gemerkt {
  /** Of the list of checksums: somebody may have put another portal there. */
  summe: string;
}

/** @returns undefined where there is none, or where it was built by other code */
export function liesLetztenBau(ziel: string, dieserCode: string): LetzterBau | undefined {
  const [datei, liste] = [ablage(ziel), join(ziel, PRUEFSUMMEN)];
  if (!existsSync(datei) || !existsSync(liste)) return undefined;
  try {
    const { code, summe, gelesen, programm, schluessel } = deserialize(
      readFileSync(datei),
    ) as Abgelegt;
    const text = readFileSync(liste, 'utf8');
    if (code !== dieserCode || summe !== hash('sha256', text)) return undefined;
    const summen = parsePruefsummen(text);
    const dateien = new Map(
      [...schluessel].map(([datei, eines]) => [
        datei,
        { schluessel: eines, summe: summen.get(datei) },
      ]),
    );
    return { gelesen, programm, summen, vorher: { ordner: ziel, dateien } };
  } catch {
    // It is broken: then everything is made anew.
    return undefined;
  }
}

/** @param ziel holds the portal that was just built */
export function merkeBau(ziel: string, gemerkt: Gemerkt): void {
  const datei = ablage(ziel);
  const summe = hash('sha256', readFileSync(join(ziel, PRUEFSUMMEN)));
  const abgelegt: Abgelegt = { ...gemerkt, summe };
  legeAb(datei, serialize(abgelegt));
}

function ablage(ziel: string): string {
  return ablageort('bau', hash('sha256', resolve(ziel)).slice(0, 12));
}
