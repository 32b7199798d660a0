/** The card of an offer: the empty one of the page, filled in. */
import { fremd } from '../i18n/fremd.ts';
import type { Text } from '../i18n/texte.ts';
import type { Beschriftung } from '../site/kontext.ts';
import type { Bestand } from './bestand.ts';
import { el } from './dom.ts';

/** Of links to pages of neighbours. */
export const FREMDE_SEITE = 'external noreferrer';

/**
 * @param vorlage the empty card, see `AngebotKarte.astro`
 * @param row of an offer whose card is loaded
 */
export function fuelleKarte(
  vorlage: HTMLElement,
  bestand: Bestand,
  row: number,
  t: Text,
): HTMLLIElement {
  const karte = vorlage.cloneNode(true) as HTMLLIElement;
  const { id, href, titel, kurz, ort, art, sprachen, telefon, stand, herkunft } =
    bestand.karten[row]!;
  const feld = (name: string) => karte.querySelector<HTMLElement>(`[data-feld='${name}']`);
  const fill = (name: string, { text, lang }: Beschriftung) => {
    feld(name)?.replaceChildren(el('span', fremd({ lang }), text));
  };
  karte.id = `angebot-${id}`;
  feld('titel')?.setAttribute('href', href);
  fill('titel', titel);
  fill('kurz', kurz);
  fill('ort', ort);
  if (art.text) fill('art', art);
  else feld('art')?.remove();
  fill('sprachen', { text: sprachen.join(t('liste.komma')) });
  if (sprachen.length === 0) feld('sprachen')?.closest('li')?.remove();
  if (telefon) {
    feld('telefon')?.setAttribute('href', telefon.href);
    feld('telefon')?.querySelector('bdi')?.replaceChildren(telefon.text);
  } else feld('telefon')?.closest('p')?.remove();
  fill('stand', { text: stand });
  if (!bestand.veraltet[row]) feld('veraltet')?.remove();
  const merken = karte.querySelector<HTMLElement>('[data-merken]')!;
  if (herkunft) {
    feld('titel')?.setAttribute('rel', FREMDE_SEITE);
    feld('kurz')?.before(el('p', { class: 'karte-herkunft' }, el('strong', {}, herkunft)));
    merken.remove();
    return karte;
  }
  merken.dataset['merken'] = id;
  merken.setAttribute('aria-label', `${merken.textContent}: ${titel.text}`);
  return karte;
}
