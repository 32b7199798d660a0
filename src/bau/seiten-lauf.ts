/** Makes every so-and-so-many page of a portal; see `seiten`. */
import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { liesKatalog, uebergib } from '../katalog/weitergabe.ts';
import { anteilVon } from './in-workern.ts';
import type { Auftrag, Gemacht } from './seiten.ts';
import { dateiVon, ladeSeitenprogramm, type Seitenart, type Seitenpfad } from './seitenprogramm.ts';
import { gibFrei } from './speicher.ts';
import { uebernimm } from './uebernahme.ts';
import { atme, meinAuftrag, melde } from './worker.ts';

const { ordner, programm, katalog, vorher, ...anteil } = meinAuftrag<Auftrag>();
const alle = liesKatalog(katalog);
uebergib({ katalog: alle, dev: false });
/** Pages; looking for what is in use takes the longer the more offers there are. */
const aufraeumenNach = Math.max(1500, Math.round(0.3 * alle.angebote.size));
const arten = await ladeSeitenprogramm(programm);
// What Astro complains of is no page for visitors.
console.warn = console.error = (...worte: unknown[]) => {
  throw new Error(worte.join(' '));
};
let gerendert = 0;
const komponenten = new Map<string, string>();
const gemacht: Gemacht = { schluessel: new Map(), summen: new Map() };
for (const art of arten) await macheAlle(art);
melde(gemacht);

async function macheAlle(art: Seitenart): Promise<void> {
  const pfade = await art.pfade();
  for (const { params } of pfade) {
    const datei = dateiVon(art.muster, params);
    const andere = komponenten.get(datei);
    if (andere) throw new Error(`${datei} comes of ${art.komponente} and of ${andere}.`);
    komponenten.set(datei, art.komponente);
  }
  for (const pfad of anteilVon(pfade, anteil)) {
    const schluessel = art.schluessel(pfad);
    const datei = dateiVon(art.muster, pfad.params);
    legeAn(dirname(join(ordner, datei)));
    if (schluessel) gemacht.schluessel.set(datei, schluessel);
    const summe = schluessel && uebernimm(vorher, ordner, datei, schluessel);
    await atme();
    gemacht.summen.set(datei, summe || (await schreibe(datei, art, pfad)));
  }
}

/** @returns its SHA-256, hexadecimal */
async function schreibe(datei: string, art: Seitenart, pfad: Seitenpfad): Promise<string> {
  // Else V8 lets what they leave behind grow to twice what is in use.
  if (++gerendert % aufraeumenNach === 0) gibFrei();
  const html = await art.rendere(pfad);
  writeFileSync(join(ordner, datei), html);
  return hash('sha256', html);
}

/** Most folders lie in one that is there: looking for it first takes twice as long. */
function legeAn(neu: string): void {
  try {
    mkdirSync(neu);
  } catch {
    mkdirSync(neu, { recursive: true });
  }
}
