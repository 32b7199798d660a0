/** The map of what the search found. Loaded on request only; the list says the same without it. */
import { control, divIcon, type LatLngBoundsExpression, map as createMap, marker } from 'leaflet';
import type { Text } from '../i18n/texte.ts';
import type { SuchKonfig } from '../site/such-seite.ts';
import type { Bestand } from './bestand.ts';
import { type Bereiche, el } from './dom.ts';
import { createGrund } from './karte-grund.ts';
import { angeboteIn, type Gruppe, gruppieren, stellenVon } from './karte-gruppen.ts';
import { createPopup } from './karte-popup.ts';
import type { Treffer } from './reihenfolge.ts';

export interface Karte {
  zeigen(treffer: readonly Treffer[]): void;
  /** Goes to the place of an offer and opens its list. */
  zeigeAngebot(row: number): void;
}

const MARKER_PX = 44;
/** Markers closer than this become one. */
const GRUPPE_PX = 34;
const RAND_PX = 28;
const ZOOM = { min: 7, max: 17, angebot: 13 };

/** Makes the map in its place on the page. Points and style sheet are there; cards are loaded as they are needed. */
export function createKarte(
  bestand: Bestand,
  konfig: SuchKonfig,
  bereich: Bereiche,
  t: Text,
  inListe: (row: number) => void,
): Karte {
  const flaeche = bereich('karte-flaeche');
  const ruhig = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const kreis: LatLngBoundsExpression = konfig.karte.ecken;
  flaeche.setAttribute('role', 'group');
  flaeche.setAttribute('aria-label', t('karte.bereich'));
  // Positions on a map run from left to right in every language.
  flaeche.dir = 'ltr';

  const map = createMap(flaeche, {
    attributionControl: false,
    zoomControl: false,
    minZoom: ZOOM.min,
    maxZoom: ZOOM.max,
    zoomSnap: 0.1,
    maxBounds: kreis,
    maxBoundsViscosity: 0.5,
    zoomAnimation: !ruhig,
    fadeAnimation: !ruhig,
    markerZoomAnimation: !ruhig,
    inertia: !ruhig,
    scrollWheelZoom: false,
  });
  control
    .zoom({
      // Lists of offers open to the top.
      position: 'bottomright',
      zoomInTitle: t('karte.vergroessern'),
      zoomOutTitle: t('karte.verkleinern'),
    })
    .addTo(map);
  // Who scrolls past the map must not be caught by it.
  map.on('focus', () => map.scrollWheelZoom.enable());
  map.on('blur', () => map.scrollWheelZoom.disable());
  map.fitBounds(kreis, { animate: false });
  // Nobody gets lost; and beside a place at the very edge there is room for the list of its offers.
  map.setMaxBounds(map.getBounds().pad(1));
  const grund = createGrund(map, bestand, konfig, bereich, t);
  const popup = createPopup(map, bestand, t, inListe);

  let rows: number[] = [];
  let marken: { gruppe: Gruppe; marke: ReturnType<typeof marker> }[] = [];

  const zeichnen = () => {
    for (const { marke } of marken) marke.remove();
    const gruppen = gruppieren(
      stellenVon(bestand.punkte, rows),
      ({ lat, lon }) => map.project([lat, lon]),
      GRUPPE_PX,
    );
    marken = gruppen.map((gruppe) => ({ gruppe, marke: createMarke(gruppe) }));
    grund.beschriften(gruppen);
  };

  const createMarke = (gruppe: Gruppe) => {
    const angebote = angeboteIn(gruppe);
    const [erstes] = angebote;
    const anzahl = t(gruppe.verteilt ? 'karte.gegend' : 'karte.gruppe', {
      anzahl: angebote.length,
    });
    const zeichen = el('span', {
      class: gruppe.ungefaehr ? 'landkarte-zeichen ungefaehr' : 'landkarte-zeichen',
    });
    const zahl = angebote.length.toLocaleString(document.documentElement.lang);
    if (angebote.length > 1) zeichen.textContent = zahl;
    // Who speaks to the device says what stands there; some languages have a word for two.
    const genannt = angebote.length > 1 && !anzahl.includes(zahl) ? `${zahl}: ${anzahl}` : anzahl;
    const icon = divIcon({
      html: zeichen,
      className: 'landkarte-marke',
      iconSize: [MARKER_PX, MARKER_PX],
    });
    const marke = marker([gruppe.lat, gruppe.lon], { icon }).addTo(map);
    const element = marke.getElement()!;
    const benenne = (name: string, laut: string) => {
      element.title = name;
      element.setAttribute(
        'aria-label',
        gruppe.ungefaehr ? `${laut} (${t('karte.ungefaehr')})` : laut,
      );
    };
    benenne(anzahl, genannt);
    // One offer is called by its name, as soon as that is known.
    const titel = () => bestand.karten[erstes!.row]!.titel.text;
    if (angebote.length === 1)
      bestand.lade([erstes!.row]).then(() => benenne(titel(), titel()), console.error);
    marke.on('click', () => void popup.oeffnen(gruppe, element));
    element.addEventListener('keydown', (event) => {
      if (event.key !== ' ' && event.key !== 'Enter') return;
      event.preventDefault();
      void popup.oeffnen(gruppe, element);
    });
    return marke;
  };

  const einpassen = () => {
    const eigene = rows.filter((row) => row < bestand.eigene);
    // Neighbours lie around; only where they are all there is does the view go there.
    const stellen = [eigene, rows]
      .map((welche) => stellenVon(bestand.punkte, welche))
      .find(({ length }) => length > 0);
    if (!stellen) return;
    map.fitBounds(
      stellen.map(({ lat, lon }) => [lat, lon]),
      { padding: [RAND_PX, RAND_PX], maxZoom: ZOOM.angebot, animate: false },
    );
  };

  map.on('zoomend', zeichnen);
  return {
    zeigen(treffer) {
      const neu = treffer.map(({ row }) => row).sort((a, b) => a - b);
      map.invalidateSize({ animate: false });
      if (marken.length > 0 && neu.join() === rows.join()) return;
      rows = neu;
      popup.schliessen();
      zeichnen();
      einpassen();
    },
    zeigeAngebot(row) {
      const [punkt] = bestand.punkte[row] ?? [];
      if (!punkt) return;
      map.setView([punkt[0], punkt[1]], Math.max(map.getZoom(), ZOOM.angebot), { animate: false });
      const gesucht = marken.find(({ gruppe }) =>
        gruppe.stellen.some((stelle) => stelle.row === row),
      );
      if (gesucht) void popup.oeffnen(gesucht.gruppe, gesucht.marke.getElement()!, row);
    },
  };
}
