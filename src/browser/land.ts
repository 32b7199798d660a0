/**
 * The start page of a Land: says which Kreis a place belongs to, and searches in all of them. What is typed stays in this tab: no
 * server sees it, and it never stands in the address.
 */
import { lookUp } from '../i18n/look-up.ts';
import type { Text } from '../i18n/texte.ts';
import type { LandKonfig } from '../site/land-seite.ts';
import './ausstieg.ts';
import { deuten, ersetze } from './deuten.ts';
import { bereiche, zeigeErsatz } from './dom.ts';
import { createLandAnsicht } from './land-ansicht.ts';
import { type LandBestand, loadLandBestand } from './land-bestand.ts';
import { annehmen, uebergeben, verlaesstSeite } from './uebergabe.ts';

/** Every letter costs parts of the search that the next one may not need. */
const TIPP_RUHE_MS = 300;
/** What looks like an error is judged only after a pause. */
const DENK_PAUSE_MS = 600;
const SUCHT_NOCH_MS = 400;

const wurzel = document.querySelector('[data-land]');
if (wurzel instanceof HTMLElement) starten(wurzel);

function starten(seite: HTMLElement): void {
  const bereich = bereiche(seite);
  const konfig = JSON.parse(bereich('konfig').textContent) as LandKonfig;
  const feld = bereich<HTMLInputElement>('feld');
  const ort = bereich<HTMLInputElement>('ort');
  let bestand: Promise<LandBestand> | undefined;
  let lauf = 0;
  let warten: ReturnType<typeof setTimeout>[] = [];

  const ansicht = createLandAnsicht(konfig, bereich, lookUp(konfig.locale, konfig.texte) as Text, {
    berichtigen(getippt, wort) {
      feld.value = ersetze(feld.value, getippt, wort);
      void suchen();
    },
    suchen: () => void suchen(),
  });

  const lade = () =>
    (bestand ??= loadLandBestand(konfig.basis, konfig.sprache).catch((error: unknown) => {
      bestand = undefined;
      throw error;
    }));

  /** Searches and shows; a newer search overtakes an older one. Whatever goes wrong, the page says so. */
  const suchen = async (tippend = false): Promise<void> => {
    const nr = ++lauf;
    warten.forEach(clearTimeout);
    const q = feld.value.trim();
    const wo = ort.value.trim();
    history.replaceState({ q, ort: wo }, '');
    if (!q && !wo) {
      ansicht.deutung(undefined);
      ansicht.notruf([], false);
      ansicht.orte([]);
      seite.dataset['fertig'] = '';
      return;
    }
    warten = [setTimeout(ansicht.sucht, SUCHT_NOCH_MS)];
    try {
      const da = await lade();
      const [deutung, gemeinterOrt] = await Promise.all([
        q ? deuten(q, da.woerter, tippend) : undefined,
        wo ? deuten(wo, da.orte) : undefined,
      ]);
      if (nr !== lauf) return;
      if (q && !deutung) {
        warten.push(setTimeout(() => void suchen(), DENK_PAUSE_MS));
        return;
      }
      ansicht.notruf(deutung?.gefahr ?? [], false);
      ansicht.deutung(deutung, gemeinterOrt?.orte.length === 0);
      const orte = nummernVon([...(gemeinterOrt?.orte ?? []), ...(deutung?.orte ?? [])]);
      if (deutung && deutung.worte.length > 0)
        await ansicht.funde(da, { q, deutung, orte }, () => nr === lauf);
      else ansicht.orte(orte);
    } catch (error) {
      if (nr === lauf) {
        console.error(error);
        ansicht.gestoert(q);
      }
    }
    if (nr !== lauf) return;
    warten.forEach(clearTimeout);
    seite.dataset['fertig'] = `${q}|${wo}`;
  };

  let ruhe: ReturnType<typeof setTimeout> | undefined;
  for (const eingabe of [feld, ort])
    eingabe.addEventListener('input', () => {
      clearTimeout(ruhe);
      ruhe = setTimeout(() => void suchen(true), TIPP_RUHE_MS);
    });
  bereich('formular').addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(ruhe);
    void suchen();
  });
  document.addEventListener('click', (event) => {
    if (verlaesstSeite(event, 'a[hreflang]')) uebergeben(JSON.stringify([feld.value, ort.value]));
  });

  zeigeErsatz(false);
  const [q, wo] = mitgebracht();
  feld.value ||= q;
  ort.value ||= wo;
  if (feld.value || ort.value) void suchen();
}

/** Numbers of the Kreise that places lead to. */
function nummernVon(orte: readonly string[]): number[] {
  return [...new Set(orte.map(Number))];
}

/** What was typed on the page before, in another language, or before somebody went to a portal and came back. */
function mitgebracht(): [q: string, ort: string] {
  try {
    const [q, ort] = JSON.parse(annehmen() ?? '[]') as unknown[];
    if (typeof q === 'string' && typeof ort === 'string') return [q, ort];
  } catch {
    // Something else was left there.
  }
  const { q, ort } = (history.state ?? {}) as Record<string, unknown>;
  return [typeof q === 'string' ? q : '', typeof ort === 'string' ? ort : ''];
}
