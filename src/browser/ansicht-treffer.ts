/** The list of results: the empty card of the page, filled in per offer. */
import type { Text } from '../i18n/texte.ts';
import { fuelleKarte } from './angebot-karte.ts';
import type { Bestand } from './bestand.ts';
import { gefragtes } from './bewerten.ts';
import { type Bereiche, el, fokus, knopf } from './dom.ts';
import { wortlaut } from './entfernungen.ts';
import type { Deutung } from './deuten.ts';
import { zeigeKnoepfe } from './merkliste.ts';
import type { Treffer } from './reihenfolge.ts';
import { SCHRITT } from './vorsuche.ts';

export interface TrefferAnsicht {
  /**
   * Shows the first results, as soon as their cards are there.
   * @param gilt false where a newer search has come meanwhile: then the list is left alone
   * @param deutung what the words were taken for: each result says which of them it meets
   * @param mindestens as many as were shown before
   */
  zeigen(
    treffer: readonly Treffer[],
    gilt: () => boolean,
    deutung?: Deutung,
    mindestens?: number,
  ): Promise<void>;
  /** Number of cards shown. */
  gezeigt(): number;
  /** Brings the card of an offer into view, marks it and gives it the focus. */
  hervorheben(row: number): Promise<void>;
}

export interface TrefferWunsch {
  /** „Auf der Karte zeigen“. */
  aufKarte(row: number): void;
  /** More cards were asked for, and are there. */
  mehr(): void;
  /** They could not be loaded. */
  fehler(error: unknown): void;
}

/**
 * Takes over the list `treffer` of the page and the button `mehr` below it. Where cards cannot be loaded, `zeigen` and
 * `hervorheben` fail; after a click on the button, `wunsch.fehler` is told.
 */
export function createTrefferAnsicht(
  bestand: Bestand,
  bereich: Bereiche,
  t: Text,
  wunsch: TrefferWunsch,
): TrefferAnsicht {
  const liste = bereich('treffer');
  const mehr = bereich('mehr');
  const vorlage = bereich<HTMLTemplateElement>('vorlage').content.querySelector('li')!;
  const zahl = new Intl.NumberFormat([document.documentElement.lang, 'de'], {
    maximumFractionDigits: 1,
  });
  let alle: readonly Treffer[] = [];
  let worte: Deutung['worte'] = [];
  let gefahr = false;

  /** „Arabisch: ja · Kinderbetreuung: nicht bekannt“, where a search asks for more than one thing. */
  const passtZu = ({ passung }: Treffer): HTMLElement | undefined => {
    const teile = (gefahr || !passung ? [] : gefragtes(worte, passung)).map(({ text, erfuellt }) =>
      el(
        'li',
        { class: `passt-${erfuellt}` },
        el('bdi', {}, text),
        `: ${t(`suche.passt.${erfuellt}`)}`,
      ),
    );
    if (teile.length === 0) return undefined;
    return el('ul', { class: 'passung', 'aria-label': t('suche.passt') }, ...teile);
  };

  const createKarte = (einer: Treffer): HTMLLIElement => {
    const { row, entfernung } = einer;
    const karte = fuelleKarte(vorlage, bestand, row, t);
    const { titel, punkt } = bestand.karten[row]!;
    const passung = passtZu(einer);
    if (passung) karte.append(passung);
    const zusatz = el('p', { class: 'karte-zusatz' });
    if (entfernung) {
      const { key, km } = wortlaut(entfernung);
      zusatz.append(el('span', { class: 'entfernung' }, t(key, { km: zahl.format(km) })));
    }
    if (punkt) {
      const name = t('suche.auf_karte_von', { titel: titel.text });
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

  /** Where in the list those begin that fit only in part. */
  const grenze = () => {
    const eigene = alle.filter(({ row }) => row < bestand.eigene);
    const at = eigene.findIndex(({ passung }) => passung && !passung.ganz);
    const sortiert = eigene.slice(at).every(({ passung }) => !passung?.ganz);
    return at >= 0 && sortiert ? at : -1;
  };

  const anzahlKarten = () => liste.querySelectorAll(':scope > li[id]').length;

  const erweitern = async (bis: number): Promise<HTMLElement[]> => {
    const meine = alle;
    const gezeigt = anzahlKarten();
    const neue = alle.slice(gezeigt, bis);
    await bestand.lade(neue.map(({ row }) => row));
    // Meanwhile another search may have come.
    if (meine !== alle || anzahlKarten() !== gezeigt) return [];
    const ab = grenze();
    const abNachbarn = alle.findIndex(({ row }) => row >= bestand.eigene);
    const elemente = neue.map(createKarte);
    elemente.forEach((karte, i) => {
      if (gezeigt + i === ab) {
        const key = ab === 0 ? 'suche.teilweise_nur' : 'suche.teilweise';
        liste.append(el('li', { class: 'trenner' }, t(key)));
      }
      if (gezeigt + i === abNachbarn)
        liste.append(el('li', { class: 'trenner' }, t('suche.nachbarn')));
      liste.append(karte);
    });
    zeigeKnoepfe();
    const rest = alle.length - gezeigt - neue.length;
    mehr.hidden = rest <= 0;
    mehr.textContent = rest > 0 ? t('suche.mehr', { anzahl: Math.min(rest, SCHRITT) }) : '';
    return elemente;
  };

  mehr.addEventListener('click', () => {
    erweitern(anzahlKarten() + SCHRITT)
      .then(([erste]) => {
        erste?.querySelector('a')?.focus();
        wunsch.mehr();
      })
      .catch(wunsch.fehler);
  });

  return {
    async zeigen(treffer, gilt, deutung, mindestens = SCHRITT) {
      const ersteRows = treffer.slice(0, Math.max(SCHRITT, mindestens)).map(({ row }) => row);
      // The old list stays until the new one is there: nothing flickers.
      await bestand.lade(ersteRows);
      if (!gilt()) return;
      alle = treffer;
      worte = deutung?.worte ?? [];
      gefahr = (deutung?.gefahr.length ?? 0) > 0;
      liste.replaceChildren();
      await erweitern(ersteRows.length);
    },
    gezeigt: anzahlKarten,
    async hervorheben(row) {
      const at = alle.findIndex((treffer) => treffer.row === row);
      if (at < 0) return;
      await erweitern(Math.max(anzahlKarten(), at + 1));
      wunsch.mehr();
      const karten = [...liste.querySelectorAll<HTMLElement>(':scope > li[id]')];
      for (const karte of karten) karte.classList.toggle('hervorgehoben', karte === karten[at]);
      const link = karten[at]?.querySelector('a');
      if (link) fokus(link);
    },
  };
}
