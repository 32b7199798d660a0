/** The facets as checkboxes, and the chosen values as chips. Made once; afterwards only numbers change. */
import { fremd } from '../i18n/fremd.ts';
import type { Text } from '../i18n/texte.ts';
import type { Bestand, Facette } from './bestand.ts';
import { type Bereiche, el, knopf, setText } from './dom.ts';
import type { Filter } from './zustand.ts';

export interface FilterAnsicht {
  zeigen(filter: Filter, zahlen: number[][]): void;
}

export interface FilterWunsch {
  /** A value was chosen or taken away. */
  umschalten(facette: string, wert: string): void;
  leeren(): void;
}

/** Side by side with the results, the filters stand open. */
const BREIT = '(min-width: 56rem)';

/**
 * Puts the checkboxes into the page at once; their numbers come with `zeigen`. A click is only told to
 * `wunsch`: who made the view calls `zeigen` with what is chosen then.
 */
export function createFilterAnsicht(
  bestand: Bestand,
  bereich: Bereiche,
  t: Text,
  wunsch: FilterWunsch,
): FilterAnsicht {
  const felder = bestand.facetten.map((facette) => createFeld(facette, wunsch));
  const ort = (haupt: boolean) => felder.filter((_, i) => bestand.facetten[i]!.haupt === haupt);
  bereich('hauptfacetten').replaceChildren(...ort(true).map(({ element }) => element));
  bereich('nebenfacetten').replaceChildren(...ort(false).map(({ element }) => element));
  if (matchMedia(BREIT).matches) bereich<HTMLDetailsElement>('filter').open = true;

  const chips = bereich('gewaehlt');
  const zeigeChips = (filter: Filter) => {
    const hatte = chips.contains(document.activeElement);
    const neu = bestand.facetten.flatMap((facette) =>
      (filter[facette.id] ?? []).map((id) => {
        const wert = facette.werte[facette.nr.get(id)!]!;
        const name = t('suche.filter_entfernen', { facette: facette.name, wert: wert.text });
        const chip = knopf('', () => wunsch.umschalten(facette.id, id), {
          class: 'chip',
          'aria-label': name,
        });
        chip.append(el('span', fremd(wert), wert.text), el('span', { 'aria-hidden': 'true' }, '×'));
        return chip;
      }),
    );
    chips.hidden = neu.length === 0;
    chips.replaceChildren(
      ...neu,
      ...(neu.length > 0 ? [knopf(t('suche.filter_loeschen'), wunsch.leeren)] : []),
    );
    // The chip that had the focus is gone; the next one, or the results, take it.
    if (hatte) (neu[0] ?? bereich('status')).focus();
    return neu.length;
  };

  return {
    zeigen(filter, zahlen) {
      felder.forEach(({ zeigen }, i) => zeigen(filter[bestand.facetten[i]!.id] ?? [], zahlen[i]!));
      const anzahl = zeigeChips(filter);
      setText(
        bereich('filter-titel'),
        anzahl > 0 ? t('suche.filter_gewaehlt', { anzahl }) : t('suche.filter'),
      );
      const weitere = bereich<HTMLDetailsElement>('weitere');
      weitere.hidden = ort(false).every(({ element }) => element.hidden);
      if (bestand.facetten.some(({ id, haupt }) => !haupt && filter[id])) weitere.open = true;
    },
  };
}

/** One facet: its checkboxes with their numbers. */
function createFeld(facette: Facette, wunsch: FilterWunsch) {
  const zeilen = facette.werte.map(({ id, text, lang }) => {
    const box = el('input', { type: 'checkbox', name: facette.id, value: id });
    box.addEventListener('change', () => wunsch.umschalten(facette.id, id));
    const zahl = el('span', { class: 'zahl' });
    const label = el('label', {}, box, el('span', fremd({ lang }), text), ' ', zahl);
    return { id, box, zahl, zeile: el('li', {}, label) };
  });
  const liste = el('ul', {}, ...zeilen.map(({ zeile }) => zeile));
  const element = el('fieldset', { class: 'facette' }, el('legend', {}, facette.name), liste);
  const zeigen = (gewaehlt: readonly string[], zahlen: number[]) => {
    zeilen.forEach(({ id, box, zahl, zeile }, i) => {
      const anzahl = zahlen[i]!;
      box.checked = gewaehlt.includes(id);
      // Nobody looks for an offer because something is not there.
      zeile.hidden = !box.checked && (anzahl === 0 || i === facette.absage);
      setText(zahl, String(anzahl));
    });
    element.hidden = zeilen.every(({ zeile }) => zeile.hidden);
  };
  return { element, zeigen };
}
