/** What lies under the markers: the drawing of the Kreis with its names, or on request the tiles of the BKG. */
import {
  Control,
  divIcon,
  layerGroup,
  type Map as LeafletMap,
  marker,
  svgOverlay,
  tileLayer,
} from 'leaflet';
import type { Text } from '../i18n/texte.ts';
import type { SuchKonfig } from '../site/such-seite.ts';
import type { Bestand } from './bestand.ts';
import { type Bereiche, el, knopf } from './dom.ts';
import { mitFrist } from './frist.ts';

export interface Grund {
  /** Writes the names that have room between the markers at the current scale. */
  beschriften(marken: readonly { lat: number; lon: number }[]): void;
}

const NAMEN_PANE = 'namen';
/** Size of names and markers on the map, for keeping them apart. */
const MASSE = { buchstabe: 7, hoehe: 15, fern: 15, marke: 15 };

/**
 * Draws the Kreis on the map at once; names need `beschriften`, anew for each scale. Where the portal has tiles, it
 * offers them in the part `karte-kacheln` of the page.
 */
export function createGrund(
  map: LeafletMap,
  bestand: Bestand,
  konfig: SuchKonfig,
  bereich: Bereiche,
  t: Text,
): Grund {
  const vorlage = bereich<HTMLTemplateElement>('kreis').content.querySelector('svg')!;
  const zeichnung = svgOverlay(vorlage.cloneNode(true) as SVGElement, konfig.karte.ecken);
  zeichnung.addTo(map);
  const pane = map.createPane(NAMEN_PANE);
  // Above the drawing, below the markers, and never in the way of a click.
  pane.style.zIndex = '450';
  pane.style.pointerEvents = 'none';
  pane.setAttribute('aria-hidden', 'true');
  const namen = layerGroup().addTo(map);

  const { kacheln, jahr } = konfig.karte;
  if (kacheln) {
    bieteKachelnAn(map, kacheln, jahr, bereich, t, () => {
      namen.remove();
      zeichnung.remove();
    });
  }
  return {
    beschriften(marken) {
      namen.clearLayers();
      for (const { name, lat, lon, darueber } of freieNamen(map, bestand, marken)) {
        const icon = divIcon({
          html: el('span', {}, name),
          className: darueber ? 'landkarte-name darueber' : 'landkarte-name',
          iconSize: [0, 0],
        });
        const optionen = { icon, pane: NAMEN_PANE, interactive: false, keyboard: false };
        marker([lat, lon], optionen).addTo(namen);
      }
    },
  };
}

/** Offers the tiles: nothing is asked of the third party before a click that names it. */
function bieteKachelnAn(
  map: LeafletMap,
  adresse: string,
  jahr: string,
  bereich: Bereiche,
  t: Text,
  beimLaden: () => void,
): void {
  const angebot = bereich('karte-kacheln');
  const laden = () => {
    const kacheln = tileLayer(adresse, { maxZoom: 18, referrerPolicy: 'no-referrer' });
    const melde = () =>
      angebot.replaceChildren(el('p', { role: 'status' }, t('karte.kacheln.fehler')));
    kacheln.once('tileerror', melde);
    // Until there is one, and where none comes, the drawing stays.
    kacheln.once('tileload', beimLaden);
    // A server that never answers reports no error.
    mitFrist(new Promise((done) => void kacheln.once('tileload', done))).catch(melde);
    kacheln.addTo(map);
    const quelle = new Control({ position: 'bottomleft' });
    const text = t('karte.kacheln.quelle', { jahr });
    // Leaflet's own control for this would take the text as HTML.
    quelle.onAdd = () => el('div', { class: 'leaflet-control-attribution' }, text);
    quelle.addTo(map);
    angebot.replaceChildren();
    map.getContainer().focus({ preventScroll: true });
  };
  angebot.replaceChildren(
    el('p', { class: 'leise', id: 'kacheln-text' }, t('karte.kacheln.text')),
    knopf(t('karte.kacheln.laden'), laden, { 'aria-describedby': 'kacheln-text' }),
  );
}

/** Names that cover neither a marker nor a name before them; each below its point, else above. */
function freieNamen(
  map: LeafletMap,
  { kommunen }: Bestand,
  marken: readonly { lat: number; lon: number }[],
): { name: string; lat: number; lon: number; darueber: boolean }[] {
  const r = MASSE.marke;
  const belegt = marken.map(({ lat, lon }) => {
    const { x, y } = map.project([lat, lon]);
    return { links: x - r, rechts: x + r, oben: y - r, unten: y + r };
  });
  return kommunen.flatMap(({ name, lat, lon }) => {
    const { x, y } = map.project([lat, lon]);
    const halb = (name.length * MASSE.buchstabe) / 2;
    const { fern, hoehe } = MASSE;
    const links = x - halb;
    const rechts = x + halb;
    const plaetze = [
      { links, rechts, oben: y + fern, unten: y + fern + hoehe },
      { links, rechts, oben: y - fern - hoehe, unten: y - fern },
    ];
    const platz = plaetze.find((kasten) =>
      belegt.every(
        (anderer) =>
          anderer.rechts <= kasten.links ||
          anderer.links >= kasten.rechts ||
          anderer.unten <= kasten.oben ||
          anderer.oben >= kasten.unten,
      ),
    );
    if (!platz) return [];
    belegt.push(platz);
    return [{ name, lat, lon, darueber: platz === plaetze[1] }];
  });
}
