/** Where the background of the map comes from: pictures of a third party, loaded only after a tap that names it. */
import type { Portal } from '../domain/portal.ts';

type Name = NonNullable<Portal['karte']['kacheln']>;

/** Addresses of the pictures, as Leaflet fills them in. */
export const KACHELN: Readonly<Record<Name, string>> = {
  basemapde:
    'https://sgx.geodatenzentrum.de/wmts_basemapde/tile/1.0.0/de_basemapde_web_raster_grau/default/GLOBAL_WEBMERCATOR/{z}/{y}/{x}.png',
};
