/** The list that opens at a marker: every offer there, as a link to its page and to its card. */
import { fremd } from '../i18n/fremd.ts';
import { type Map as LeafletMap, popup as createLeafletPopup } from 'leaflet';
import type { Text } from '../i18n/texte.ts';
import type { Bestand } from './bestand.ts';
import { FREMDE_SEITE } from './angebot-karte.ts';
import { el, knopf } from './dom.ts';
import { angeboteIn, type Gruppe, type Stelle } from './karte-gruppen.ts';
import { zeigeKnoepfe } from './merkliste.ts';

export interface Popup {
  /**
   * Opens when the first cards are there; where they do not come, the list is empty and says so.
   * @param marke gets the focus back when the list closes
   * @param row offer to begin with
   */
  oeffnen(gruppe: Gruppe, marke: HTMLElement, row?: number): Promise<void>;
  schliessen(): void;
}

/** Offers listed at once: a place may have hundreds. */
const SCHRITT = 20;
const RAND_PX = 12;
/** Width of a popup beside its text. */
const RAHMEN_PX = 36;

/**
 * One list for the whole map: it leaves its marker when it opens at another. Escape closes it.
 * @param inListe is asked for the card of an offer when the list has closed; gets its row
 */
export function createPopup(
  map: LeafletMap,
  bestand: Bestand,
  t: Text,
  inListe: (row: number) => void,
): Popup {
  const popup = createLeafletPopup({
    minWidth: 180,
    maxHeight: 260,
    offset: [0, -8],
    autoPanPadding: [RAND_PX, RAND_PX],
  });
  let zurueck: HTMLElement | undefined;
  let lauf = 0;

  const createEintrag = ({ row, ungefaehr }: Stelle): HTMLLIElement => {
    const { id, href, titel, ort, art, herkunft } = bestand.karten[row]!;
    const zeigen = () => {
      zurueck = undefined;
      map.closePopup(popup);
      inListe(row);
    };
    return el(
      'li',
      {},
      el('a', { href, ...(herkunft && { rel: FREMDE_SEITE }), ...fremd(titel) }, titel.text),
      herkunft ? el('p', {}, herkunft) : '',
      el(
        'p',
        {},
        el('span', fremd(art), art.text),
        ' · ',
        el('span', fremd(ort), ort.text),
        ungefaehr ? ` · ${t('karte.ungefaehr')}` : '',
      ),
      knopf(t('karte.in_liste'), zeigen, {
        class: 'als-link',
        'aria-label': t('karte.in_liste_von', { titel: titel.text }),
      }),
      ' ',
      herkunft
        ? ''
        : el(
            'button',
            {
              type: 'button',
              class: 'merken',
              'data-merken': id,
              'aria-label': `${t('merk.merken')}: ${titel.text}`,
            },
            t('merk.merken'),
          ),
    );
  };

  const lade = (stellen: readonly Stelle[]): Promise<boolean> =>
    bestand.lade(stellen.map(({ row }) => row)).then(
      () => true,
      (error: unknown) => {
        console.error(error);
        return false;
      },
    );

  const naeher = (gruppe: Gruppe) => {
    zurueck = undefined;
    map.closePopup(popup);
    map.fitBounds(
      gruppe.stellen.map(({ lat, lon }) => [lat, lon]),
      { padding: [60, 60] },
    );
    map.getContainer().focus({ preventScroll: true });
  };

  map.on('popupclose', () => {
    if (zurueck?.isConnected) zurueck.focus({ preventScroll: true });
    else if (zurueck) map.getContainer().focus({ preventScroll: true });
    zurueck = undefined;
  });
  map.getContainer().addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && popup.isOpen()) map.closePopup(popup);
  });

  return {
    async oeffnen(gruppe, marke, row) {
      const nr = ++lauf;
      const angebote = angeboteIn(gruppe);
      const at = Math.max(
        0,
        angebote.findIndex((stelle) => stelle.row === row),
      );
      const erste = angebote.slice(0, at + SCHRITT);
      zurueck = undefined;
      const liste = el('ul');
      const mehr = knopf('', () => void erweitern());
      const fehler = el('p', { role: 'alert' });
      const zeigeMehr = () => {
        const rest = angebote.length - liste.childElementCount;
        mehr.hidden = rest <= 0;
        mehr.textContent = t('suche.mehr', { anzahl: Math.min(rest, SCHRITT) });
      };
      const erweitern = async () => {
        const ab = liste.childElementCount;
        const neue = angebote.slice(ab, ab + SCHRITT);
        fehler.textContent = '';
        const da = await lade(neue);
        if (liste.childElementCount > ab) return;
        if (!da) {
          fehler.textContent = t('suche.gestoert.laden');
          return;
        }
        liste.append(...neue.map(createEintrag));
        zeigeKnoepfe();
        zeigeMehr();
        liste.children[ab]?.querySelector('a')?.focus();
      };
      const inhalt = el('div', { class: 'landkarte-liste', dir: document.documentElement.dir });
      if (angebote.length > 1) {
        const key = gruppe.verteilt ? 'karte.gegend' : 'karte.gruppe';
        inhalt.append(el('h3', {}, t(key, { anzahl: angebote.length })));
        if (gruppe.verteilt) inhalt.append(knopf(t('karte.naeher'), () => naeher(gruppe)));
      }
      const wartet = el('p', { role: 'status', tabindex: '-1' }, t('suche.laedt'));
      inhalt.append(wartet);
      popup.options.maxWidth = Math.min(300, map.getSize().x - RAHMEN_PX - 2 * RAND_PX);
      popup.setLatLng([gruppe.lat, gruppe.lon]).setContent(inhalt).openOn(map);
      const schliessen = popup.getElement()?.querySelector('.leaflet-popup-close-button');
      schliessen?.setAttribute('aria-label', t('karte.schliessen'));
      zurueck = marke;
      wartet.focus({ preventScroll: true });
      const da = await lade(erste);
      // Another one was opened meanwhile.
      if (nr !== lauf) return;
      const hier = document.activeElement === wartet;
      if (da) {
        liste.append(...erste.map(createEintrag));
        wartet.replaceWith(liste, mehr, fehler);
        zeigeMehr();
        zeigeKnoepfe();
      } else {
        wartet.replaceWith(fehler);
        fehler.textContent = t('suche.gestoert.laden');
      }
      popup.update();
      const eintrag = liste.children[at] as HTMLElement | undefined;
      eintrag?.classList.toggle('hervorgehoben', row !== undefined);
      // Who has gone on meanwhile is left alone.
      if (hier) eintrag?.querySelector('a')?.focus({ preventScroll: true });
      const fenster = inhalt.parentElement;
      if (fenster && eintrag && at > 0) fenster.scrollTop = eintrag.offsetTop;
    },
    schliessen() {
      lauf++;
      zurueck = undefined;
      map.closePopup(popup);
    },
  };
}
