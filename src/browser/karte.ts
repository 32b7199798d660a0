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
/** Of the view, on each side: markers stand there before somebody moves the map. */
const UMGEBUNG = 0.5;
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
  let gruppen: Gruppe[] = [];
  /** The scale they were made for; undefined where the offers are others. */
  let massstab: number | undefined;
  const marken = new Map<Gruppe, ReturnType<typeof marker>>();

  /** Makes the markers in view and around it: all of a Kreis with thousands of offers would take seconds, and load all cards. */
  const zeichnen = () => {
    if (massstab !== map.getZoom()) {
      massstab = map.getZoom();
      for (const marke of marken.values()) marke.remove();
      marken.clear();
      gruppen = gruppieren(
        stellenVon(bestand.punkte, rows),
        ({ lat, lon }) => map.project([lat, lon]),
        GRUPPE_PX,
      );
      grund.beschriften(gruppen);
    }
    const nahe = map.getBounds().pad(UMGEBUNG);
    for (const gruppe of gruppen) {
      if (!marken.has(gruppe) && nahe.contains([gruppe.lat, gruppe.lon]))
        marken.set(gruppe, createMarke(gruppe));
    }
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

  // Comes after each change of scale, too.
  map.on('moveend', zeichnen);
  return {
    zeigen(treffer) {
      const neu = treffer.map(({ row }) => row).sort((a, b) => a - b);
      map.invalidateSize({ animate: false });
      if (massstab !== undefined && neu.join() === rows.join()) return;
      rows = neu;
      massstab = undefined;
      popup.schliessen();
      einpassen();
      // Where that moves nothing.
      zeichnen();
    },
    zeigeAngebot(row) {
      const [punkt] = bestand.punkte[row] ?? [];
      if (!punkt) return;
      map.setView([punkt[0], punkt[1]], Math.max(map.getZoom(), ZOOM.angebot), { animate: false });
      for (const [gruppe, marke] of marken)
        if (gruppe.stellen.some((stelle) => stelle.row === row))
          return void popup.oeffnen(gruppe, marke.getElement()!, row);
    },
  };
}
