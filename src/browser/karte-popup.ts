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
   * @param marke gets the focus back when the list closes
   * @param row offer to begin with
   */
  oeffnen(gruppe: Gruppe, marke: HTMLElement, row?: number): void;
  schliessen(): void;
}

const RAND_PX = 12;
/** Width of a popup beside its text. */
const RAHMEN_PX = 36;

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
    oeffnen(gruppe, marke, row) {
      zurueck = undefined;
      const angebote = angeboteIn(gruppe);
      const eintraege = angebote.map(createEintrag);
      const inhalt = el('div', { class: 'landkarte-liste', dir: document.documentElement.dir });
      if (angebote.length > 1) {
        const key = gruppe.verteilt ? 'karte.gegend' : 'karte.gruppe';
        inhalt.append(el('h3', {}, t(key, { anzahl: angebote.length })));
        if (gruppe.verteilt) inhalt.append(knopf(t('karte.naeher'), () => naeher(gruppe)));
      }
      inhalt.append(el('ul', {}, ...eintraege));
      popup.options.maxWidth = Math.min(300, map.getSize().x - RAHMEN_PX - 2 * RAND_PX);
      popup.setLatLng([gruppe.lat, gruppe.lon]).setContent(inhalt).openOn(map);
      zeigeKnoepfe();
      const schliessen = popup.getElement()?.querySelector('.leaflet-popup-close-button');
      schliessen?.setAttribute('aria-label', t('karte.schliessen'));
      zurueck = marke;
      const at = Math.max(
        0,
        angebote.findIndex((stelle) => stelle.row === row),
      );
      const eintrag = eintraege[at];
      eintrag?.classList.toggle('hervorgehoben', row !== undefined);
      eintrag?.querySelector('a')?.focus({ preventScroll: true });
      const fenster = inhalt.parentElement;
      if (fenster && at > 0) fenster.scrollTop = eintrag!.offsetTop;
    },
    schliessen() {
      zurueck = undefined;
      map.closePopup(popup);
    },
  };
}
