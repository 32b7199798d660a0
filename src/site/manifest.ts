/** What a phone needs to put the portal on its home screen, per language. */
import { richtung, sprachTag } from '../i18n/sprachen.ts';
import { inSprache, type Kontext } from './kontext.ts';
import { basisOf } from './pfade.ts';

/** Its name in the folder of its language. */
export const MANIFEST = 'manifest.webmanifest';
/** Colour of the bar above the page; as `--farbe-akzent`. */
export const FARBE = '#0b5c6b';
/** Pictures in `public/`, drawn from `favicon.svg`. */
export const ZEICHEN = [
  { src: 'zeichen-192.png', sizes: '192x192', type: 'image/png' },
  { src: 'zeichen-512.png', sizes: '512x512', type: 'image/png' },
  { src: 'zeichen-maske-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
] as const;

/** @returns the manifest as JSON */
export function formatManifest({ katalog, sprache, t, pfade }: Kontext): string {
  const { portal } = katalog;
  const basis = basisOf(portal.url);
  return JSON.stringify({
    id: pfade.start,
    name: t('start.titel', { imKreis: inSprache(portal.im_kreis, sprache).text }),
    // Below the picture, for everybody who sees the phone: it says little.
    short_name: t('app.kurzname'),
    lang: sprachTag(sprache),
    dir: richtung(sprache),
    start_url: pfade.start,
    scope: basis,
    // With a way back, which cheap phones may lack; and on an iPhone it shares what Safari stored.
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: FARBE,
    icons: ZEICHEN.map((zeichen) => ({ ...zeichen, src: basis + zeichen.src })),
  });
}
