/** What the search made of the words: what was corrected, left out or narrowed down. */
import type { Text } from '../i18n/texte.ts';
import { falten } from '../suche/analyse/falten.ts';
import { stamm } from '../suche/analyse/stamm.ts';
import type { Bestand } from './bestand.ts';
import type { Deutung } from './deuten.ts';
import { type Bereiche, el, setKinder } from './dom.ts';
import { korrekturSatz } from './korrektur-satz.ts';
import type { Korrektur } from './lesen.ts';
import type { Treffer } from './reihenfolge.ts';

export interface DeutungWunsch {
  /** Searches with another word in place of one that was typed. */
  berichtigen(getippt: string, wort: string): void;
}

export interface Gedeutet {
  deutung?: Deutung;
  treffer: readonly Treffer[];
  /** Nothing at the named place, see `suchlauf.ts`. */
  anderswo: boolean;
}

/**
 * Writes into the part `deutung` of the page.
 * @param wunsch is told of a click on a guess
 */
export function createDeutungAnsicht(
  bestand: Bestand,
  bereich: Bereiche,
  t: Text,
  wunsch: DeutungWunsch,
) {
  const saetze = ({ deutung, treffer, anderswo }: Gedeutet): (Node | string)[][] => {
    if (!deutung) return [];
    const { korrekturen, unbekannt, orte } = deutung;
    const ort = orte
      .map((id) => bestand.kommunen.find((kommune) => kommune.id === id)?.name ?? id)
      .join(t('liste.komma'));
    return [
      ...korrekturen.map((korrektur) => korrigiert(korrektur, treffer)),
      ...(treffer.length > 0 && unbekannt.length > 0
        ? [[t('suche.weggelassen', { worte: unbekannt.join(t('liste.komma')) })]]
        : []),
      ...(ort ? [[t(anderswo ? 'suche.ort_anderswo' : 'suche.ort', { ort })]] : []),
    ];
  };

  const korrigiert = (korrektur: Korrektur, treffer: Gedeutet['treffer']) =>
    korrekturSatz(
      t,
      korrektur,
      korrektur.gemeint.map((wort) => ausgeschrieben(bestand, wort, treffer)),
      (wort) => wunsch.berichtigen(korrektur.getippt, wort),
    );

  return {
    zeigen(gedeutet: Gedeutet) {
      setKinder(
        bereich('deutung'),
        saetze(gedeutet).map((teile) => el('p', {}, ...teile)),
      );
    },
  };
}

/** A word as people write it, with its umlauts: as it stands in one of the offers found by it. */
function ausgeschrieben(bestand: Bestand, gemeint: string, treffer: readonly Treffer[]): string {
  const form = stamm(gemeint);
  for (const { row } of treffer.slice(0, 20)) {
    const { titel, kurz } = bestand.karten[row] ?? {};
    const wort = `${titel?.text ?? ''} ${kurz?.text ?? ''}`
      .match(/[\p{L}\p{N}]+/gu)
      ?.find((eines) => stamm(falten(eines)) === form);
    if (wort) return wort;
  }
  return gemeint.charAt(0).toUpperCase() + gemeint.slice(1);
}
