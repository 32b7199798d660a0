/**
 * Suggestions while typing: Themen, places, providers and the offers found so far. A combobox with a list as in the
 * ARIA Authoring Practices: the arrow keys move through it, Enter takes one, Escape closes it.
 */
import { fremd } from '../i18n/fremd.ts';
import type { Text } from '../i18n/texte.ts';
import { falten } from '../suche/analyse/falten.ts';
import type { Bestand } from './bestand.ts';
import { type Bereiche, el } from './dom.ts';
import type { Treffer } from './reihenfolge.ts';

/** What a suggestion does: choose a value of a facet, or go to an offer. */
export type Vorschlag = { text: string; lang?: string | undefined; art: string } & (
  { facette: string; wert: string } | { href: string }
);

export interface VorschlagWunsch {
  /** A value of a facet. */
  waehlen(facette: string, wert: string): void;
  /** An offer. */
  gehe(href: string): void;
}

const JE_ART = 3;
/** The list of results is right below. */
const ANGEBOTE = 2;
const MIN_LAENGE = 2;
const FACETTEN = ['thema', 'kommune', 'anbieter'];

/** Values and offers whose name has a word that begins like what was typed. */
export function findeVorschlaege(
  bestand: Bestand,
  eingabe: string,
  treffer: readonly Treffer[],
): Vorschlag[] {
  // „St“ by itself may still become „Stadt“.
  const inWorten = (text: string) =>
    falten(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .replace(/\bst (?=\S)/g, 'sankt ');
  const gesucht = inWorten(eingabe);
  if (gesucht.length < MIN_LAENGE) return [];
  const passt = (text: string) => ` ${inWorten(text)}`.includes(` ${gesucht}`);
  const werte = FACETTEN.flatMap((id) => {
    const facette = bestand.facetten.find((eine) => eine.id === id);
    return (facette?.werte ?? [])
      .filter(({ text }) => passt(text))
      .slice(0, JE_ART)
      .map(({ id: wert, text, lang }) => ({ text, lang, art: facette!.name, facette: id, wert }));
  });
  const eigene = treffer.filter(({ row }) => row < bestand.eigene);
  const angebote = eigene.slice(0, ANGEBOTE).flatMap(({ row }) => {
    const karte = bestand.karten[row];
    return karte ? [{ ...karte.titel, art: karte.art.text, href: karte.href }] : [];
  });
  return [...werte, ...angebote];
}

/**
 * Takes over the field of the search and the list below it, with their keys. Suggests nothing by itself: `zeigen` is
 * called when a search has results, and does nothing unless somebody has just typed.
 */
export function createVorschlaege(
  bestand: Bestand,
  bereich: Bereiche,
  t: Text,
  wunsch: VorschlagWunsch,
) {
  const feld = bereich<HTMLInputElement>('feld');
  const liste = bereich('vorschlaege');
  const status = bereich('vorschlaege-status');
  let vorschlaege: Vorschlag[] = [];
  let aktiv = -1;
  /** Nobody is surprised by a list that opens without having typed. */
  let getippt = false;

  const schliessen = () => {
    liste.hidden = true;
    aktiv = -1;
    getippt = false;
    feld.setAttribute('aria-expanded', 'false');
    feld.removeAttribute('aria-activedescendant');
    status.textContent = '';
  };
  const markieren = (nr: number) => {
    aktiv = nr;
    [...liste.children].forEach((option, i) =>
      option.setAttribute('aria-selected', String(i === nr)),
    );
    if (nr < 0) feld.removeAttribute('aria-activedescendant');
    else {
      feld.setAttribute('aria-activedescendant', `vorschlag-${nr}`);
      liste.children[nr]!.scrollIntoView({ block: 'nearest' });
    }
  };
  const nehmen = (vorschlag: Vorschlag) => {
    schliessen();
    if ('href' in vorschlag) wunsch.gehe(vorschlag.href);
    else wunsch.waehlen(vorschlag.facette, vorschlag.wert);
  };

  feld.addEventListener('input', () => (getippt = true));
  feld.addEventListener('blur', schliessen);
  feld.addEventListener('keydown', (event) => {
    const offen = !liste.hidden;
    const schritt = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && offen) {
      event.preventDefault();
      schliessen();
    } else if (event.key === 'Enter') {
      const vorschlag = vorschlaege[aktiv];
      if (offen && vorschlag) {
        event.preventDefault();
        nehmen(vorschlag);
      } else schliessen();
    } else if (offen && schritt) {
      event.preventDefault();
      const anzahl = vorschlaege.length + 1;
      markieren(((aktiv + 1 + schritt + anzahl) % anzahl) - 1);
    }
  });
  // Before the field loses the focus, which would close the list under the pointer.
  liste.addEventListener('pointerdown', (event) => event.preventDefault());
  liste.addEventListener('click', (event) => {
    const nr = [...liste.children].findIndex((option) => option.contains(event.target as Node));
    if (vorschlaege[nr]) nehmen(vorschlaege[nr]);
  });

  return {
    schliessen,
    /** Offers suggestions for what stands in the field, if it was just typed. */
    zeigen(treffer: readonly Treffer[]) {
      if (!getippt || document.activeElement !== feld) return;
      vorschlaege = findeVorschlaege(bestand, feld.value, treffer);
      liste.replaceChildren(
        ...vorschlaege.map(({ text, lang, art }, i) =>
          el(
            'li',
            { id: `vorschlag-${i}`, role: 'option', 'aria-selected': 'false' },
            el('span', fremd({ lang }), text),
            ' ',
            el('span', { class: 'leise' }, art),
          ),
        ),
      );
      aktiv = -1;
      feld.removeAttribute('aria-activedescendant');
      liste.hidden = vorschlaege.length === 0;
      feld.setAttribute('aria-expanded', String(!liste.hidden));
      status.textContent = liste.hidden
        ? ''
        : t('suche.vorschlaege', { anzahl: vorschlaege.length });
    },
  };
}
