/**
 * The first search of the page, without anything to be seen: this script is small and runs while the one that shows results is still
 * on its way. What it asks for is there by then, or coming; what it could not load is asked for once more, and told, by the page.
 */
import type { SuchKonfig } from '../site/such-seite.ts';
import { type Bestand, loadBestand } from './bestand.ts';
import { bereiche } from './dom.ts';
import { createFinder, type Finder } from './finder.ts';
import { ladeKarte } from './karte-laden.ts';
import { ersteSuche, type Verlaufseintrag } from './verlaufseintrag.ts';
import { suchlauf } from './suchlauf.ts';
import { parseZustand } from './zustand.ts';

/** Results that are shown at first. */
export const SCHRITT = 10;
/** A slow line takes so long for an answer. */
const GEDULD_MS = 600;

export const konfig = JSON.parse(bereiche(document)('konfig').textContent) as SuchKonfig;
/**
 * What the page shows, as soon as its first cards are asked for: an old phone makes its views while they come, not instead. Does not
 * wait long for that; fails where the table cannot be loaded.
 */
export const grundlage: Promise<{ bestand: Bestand; finder: Finder }> = laden();
// The page tells, as soon as it is there.
grundlage.catch(() => undefined);

async function laden() {
  const { fragment, eintrag } = ersteSuche();
  if (parseZustand(fragment, []).karte) ladeKarte().catch(() => undefined);
  // Once more past the cache, which may have kept half of it.
  const bestand = await loadBestand(konfig, false).catch(() => loadBestand(konfig, true));
  const finder = createFinder(bestand);
  const gefragt = frageNachErsten(bestand, finder, fragment, eintrag).catch(() => undefined);
  await Promise.race([gefragt, new Promise((done) => setTimeout(done, GEDULD_MS))]);
  return { bestand, finder };
}

/** Asks for the cards that will be shown first; does not wait for them. */
async function frageNachErsten(
  bestand: Bestand,
  finder: Finder,
  fragment: string,
  { standort, gezeigt = 0 }: Verlaufseintrag,
): Promise<void> {
  const zustand = parseZustand(fragment, bestand.facetten);
  if (zustand.karte) bestand.ladePunkte().catch(() => undefined);
  const gefunden = await finder.finden(zustand.q);
  // Then distances decide.
  if (!gefunden || zustand.nahe || standort) return;
  const { passungen, deutung } = gefunden;
  const gesagt = { orte: deutung?.orte ?? [], ...(passungen && { passungen }) };
  const erste = suchlauf(bestand, zustand, gesagt).treffer.slice(0, Math.max(SCHRITT, gezeigt));
  bestand.lade(erste.map(({ row }) => row)).catch(() => undefined);
}
