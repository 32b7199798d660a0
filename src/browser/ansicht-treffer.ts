/** The list of results: the empty card of the page, filled in per offer. */
import type { Text } from '../i18n/texte.ts';
import type { Bestand } from './bestand.ts';
import { type Bereiche, el, fokus, knopf } from './dom.ts';
import { wortlaut } from './entfernungen.ts';
import type { Treffer } from './reihenfolge.ts';

export interface TrefferAnsicht {
  /** Shows the first results; `mindestens` as many as were shown before. */
  zeigen(treffer: readonly Treffer[], mindestens?: number): void;
  /** Number of cards shown. */
  gezeigt(): number;
  /** Brings the card of an offer into view, marks it and gives it the focus. */
  hervorheben(row: number): void;
}

export interface TrefferWunsch {
  /** „Auf der Karte zeigen“. */
  aufKarte(row: number): void;
  /** More cards were asked for. */
  mehr(): void;
}

const SCHRITT = 20;

export function createTrefferAnsicht(
  bestand: Bestand,
  bereich: Bereiche,
  t: Text,
  wunsch: TrefferWunsch,
): TrefferAnsicht {
  const liste = bereich('treffer');
  const mehr = bereich('mehr');
  const vorlage = bereich<HTMLTemplateElement>('vorlage').content.querySelector('li')!;
  const zahl = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  let alle: readonly Treffer[] = [];

  const createKarte = ({ row, entfernung }: Treffer): HTMLLIElement => {
    const karte = vorlage.cloneNode(true) as HTMLLIElement;
    const { id, href, titel, kurz, ort, art, sprachen, stand, veraltet } = bestand.karten[row]!;
    const feld = (name: string) => karte.querySelector<HTMLElement>(`[data-feld='${name}']`);
    const fill = (name: string, text: string) => feld(name)?.replaceChildren(text);
    karte.id = `angebot-${id}`;
    feld('titel')?.setAttribute('href', href);
    fill('titel', titel);
    fill('kurz', kurz);
    fill('ort', ort);
    fill('art', art.text);
    if (art.lang) feld('art')?.setAttribute('lang', art.lang);
    fill('sprachen', sprachen.join(t('liste.komma')));
    if (sprachen.length === 0) feld('sprachen')?.closest('li')?.remove();
    fill('stand', stand);
    if (!veraltet) feld('veraltet')?.remove();
    const zusatz = el('p', { class: 'karte-zusatz' });
    if (entfernung) {
      const { key, km } = wortlaut(entfernung);
      zusatz.append(el('span', { class: 'entfernung' }, t(key, { km: zahl.format(km) })));
    }
    if (bestand.punkte[row]!.length > 0) {
      const name = t('suche.auf_karte_von', { titel });
      zusatz.append(
        knopf(t('suche.auf_karte'), () => wunsch.aufKarte(row), {
          class: 'als-link',
          'aria-label': name,
        }),
      );
    }
    if (zusatz.hasChildNodes()) karte.append(zusatz);
    return karte;
  };

  const erweitern = (bis: number) => {
    const neue = alle.slice(liste.childElementCount, bis).map(createKarte);
    liste.append(...neue);
    const rest = alle.length - liste.childElementCount;
    mehr.hidden = rest <= 0;
    mehr.textContent = rest > 0 ? t('suche.mehr', { anzahl: Math.min(rest, SCHRITT) }) : '';
    return neue;
  };

  mehr.addEventListener('click', () => {
    const [erste] = erweitern(liste.childElementCount + SCHRITT);
    erste?.querySelector('a')?.focus();
    wunsch.mehr();
  });

  return {
    zeigen(treffer, mindestens = SCHRITT) {
      alle = treffer;
      liste.replaceChildren();
      erweitern(Math.max(SCHRITT, mindestens));
    },
    gezeigt: () => liste.childElementCount,
    hervorheben(row) {
      const at = alle.findIndex((treffer) => treffer.row === row);
      if (at < 0) return;
      erweitern(Math.max(liste.childElementCount, at + 1));
      for (const karte of liste.children)
        karte.classList.toggle('hervorgehoben', karte === liste.children[at]);
      const link = liste.children[at]!.querySelector('a');
      if (link) fokus(link);
    },
  };
}
