/** Makes the pages of every so-and-so-many offer, and of lists; see `seiten`. */
import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ladeBaeume } from '../katalog/baeume.ts';
import { liesKatalog, uebergib } from '../katalog/weitergabe.ts';
import { anteilVon } from './in-workern.ts';
import type { Gemacht, Teilauftrag } from './seiten.ts';
import { dateiVon, ladeSeitenprogramm, type Seitenart, type Seitenpfad } from './seitenprogramm.ts';
import { istNoch, uebernimm } from './uebernahme.ts';
import { atme, meinAuftrag, melde } from './worker.ts';

interface Seite {
  /** From the root of the portal. */
  datei: string;
  art: Seitenart;
  pfad: Seitenpfad;
}

const { ordner, programm, katalog, baeume, vorher, hoechstens, ...anteil } =
  meinAuftrag<Teilauftrag>();
if (baeume) ladeBaeume(baeume);
const alle = liesKatalog(katalog);
uebergib({ katalog: alle, dev: false });
const arten = await ladeSeitenprogramm(programm);
// What Astro complains of is no page for visitors.
console.warn = console.error = (...worte: unknown[]) => {
  throw new Error(worte.join(' '));
};
const gemacht: Gemacht = { schluessel: new Map(), summen: new Map(), behalten: new Set() };
// The pages of one offer together, as they say much in common; those of lists, which are heavier, each by itself.
const gruppen = Map.groupBy(await alleSeiten(), ({ datei, pfad }) => pfad.angebot ?? datei);
const eigene = anteilVon([...gruppen.values()], anteil).flat();
// Nobody here needs the pages that others make.
gruppen.clear();
const neue = eigene.filter((seite) => !bleibt(seite));
if (hoechstens !== undefined && neue.length > eigene.length * hoechstens) melde(undefined);
else {
  for (const seite of neue) {
    await atme();
    await schreibe(seite);
  }
  melde(gemacht);
}

async function alleSeiten(): Promise<Seite[]> {
  const seiten = new Map<string, Seite>();
  for (const art of arten)
    for (const pfad of await art.pfade()) {
      const datei = dateiVon(art.muster, pfad.params);
      const andere = seiten.get(datei)?.art.komponente;
      if (andere) throw new Error(`${datei} comes of ${art.komponente} and of ${andere}.`);
      seiten.set(datei, { datei, art, pfad });
    }
  return [...seiten.values()];
}

/** Notes what decides a page, and whether it is there from the last time. */
function bleibt({ datei, art, pfad }: Seite): boolean {
  const schluessel = art.schluessel(pfad);
  if (!schluessel) return false;
  gemacht.schluessel.set(datei, schluessel);
  const summe = uebernimm(vorher, datei, schluessel);
  if (!summe) return false;
  gemacht.behalten.add(datei);
  gemacht.summen.set(datei, summe);
  return true;
}

/** Creating a file takes longer than seeing that it is there: many pages that do not say what decides them are the same again. */
async function schreibe({ datei, art, pfad }: Seite): Promise<void> {
  const html = await art.rendere(pfad);
  const summe = hash('sha256', html);
  gemacht.summen.set(datei, summe);
  if (istNoch(vorher, datei, summe)) {
    gemacht.behalten.add(datei);
    return;
  }
  legeAn(dirname(join(ordner, datei)));
  writeFileSync(join(ordner, datei), html);
}

/** Most folders lie in one that is there: looking for it first takes twice as long. */
function legeAn(neu: string): void {
  try {
    mkdirSync(neu);
  } catch {
    mkdirSync(neu, { recursive: true });
  }
}
