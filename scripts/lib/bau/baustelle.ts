/** Where a portal is built: what is new lies in a draft beside the target, what is the same stays in the portal that lies at it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  istNoch,
  type Schluessel,
  type Stand,
  uebernimm,
  type Vorher,
} from '../../../src/bau/uebernahme.ts';
import type { DateienAufAbruf } from '../../../src/site/dateien.ts';
import type { Ausgabe } from './ausgabe.ts';
import { listPfade } from '../dateiliste.ts';
import { sha256, type Summen, summenVon } from '../pruefsummen.ts';

export interface Baustelle {
  /** Where each file lies; as long as nobody has said what stays, it is new. */
  ausgabe: Ausgabe;
  /** What stays as it is in the portal that lies at the target, by path from its root. */
  behalten: ReadonlySet<string>;
  /** Checksums of what this process has written or taken over. */
  geschrieben: ReadonlyMap<string, string>;
  /** Adds a file, by its path from the root of the portal. */
  schreibe(pfad: string, inhalt: Uint8Array | string): void;
  /** Adds files one by one; others have their turn in between. @returns what decided them, as far as they say so */
  schreibeAufAbruf(dateien: DateienAufAbruf): Promise<Schluessel>;
  /** Notes what others have found to stay. */
  behalte(von: { behalten: ReadonlySet<string> }): void;
  /**
   * When all is written: what was made again, and is the same as in the last portal, stays as it is there.
   * @param andere checksums of what others have written or taken over
   * @returns those of all files
   */
  summiere(...andere: readonly ReadonlyMap<string, string>[]): Summen;
}

/** The portal that lies at the target, as far as anything of it may be taken over. */
interface Vorgaenger {
  stand?: Stand | undefined;
  vorher?: Vorher | undefined;
}

/**
 * @param entwurf folder of what is new
 * @param ziel folder of the portal
 */
export function createBaustelle(
  entwurf: string,
  ziel: string,
  { stand, vorher }: Vorgaenger,
): Baustelle {
  const geschrieben: Summen = new Map();
  const behalten = new Set<string>();

  // Creating a file takes longer than seeing that it is there.
  function schreibe(pfad: string, inhalt: Uint8Array | string): void {
    const summe = sha256(inhalt);
    geschrieben.set(pfad, summe);
    if (istNoch(stand, pfad, summe)) {
      behalten.add(pfad);
      return;
    }
    mkdirSync(dirname(join(entwurf, pfad)), { recursive: true });
    writeFileSync(join(entwurf, pfad), inhalt);
  }

  async function schreibeAufAbruf(dateien: DateienAufAbruf): Promise<Schluessel> {
    const schluessel: Schluessel = new Map();
    for (const [pfad, { erzeuge, schluessel: eigener }] of dateien) {
      await setImmediate();
      const key = eigener?.();
      if (key) schluessel.set(pfad, key);
      const summe = key && uebernimm(vorher, pfad, key);
      if (summe) {
        geschrieben.set(pfad, summe);
        behalten.add(pfad);
        continue;
      }
      const text = erzeuge();
      if (text !== undefined) schreibe(pfad, text);
    }
    return schluessel;
  }

  function summiere(...andere: readonly ReadonlyMap<string, string>[]): Summen {
    const summen = new Map([geschrieben, ...andere].flatMap((eine) => [...eine]));
    const neue = listPfade(entwurf);
    const uebrige = neue.filter((pfad) => !summen.has(pfad));
    for (const [pfad, summe] of summenVon(entwurf, uebrige)) summen.set(pfad, summe);
    for (const pfad of neue) {
      if (!istNoch(stand, pfad, summen.get(pfad))) continue;
      rmSync(join(entwurf, pfad));
      behalten.add(pfad);
    }
    return summen;
  }

  return {
    ausgabe: { ordner: entwurf, bleibt: { ordner: ziel, dateien: behalten } },
    behalten,
    geschrieben,
    schreibe,
    schreibeAufAbruf,
    behalte: (von) => von.behalten.forEach((pfad) => behalten.add(pfad)),
    summiere,
  };
}
