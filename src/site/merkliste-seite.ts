/** The view model of the page of a list: everything on it that does not depend on what somebody put together. */
import { locale } from '../i18n/sprachen.ts';
import { texteDer } from '../i18n/texte.ts';
import { TABELLE, TEILE_ORDNER } from '../suche/dateien.ts';
import type { Kontext } from './kontext.ts';
import { basisOf } from './pfade.ts';
import type { SuchKonfig } from './such-seite.ts';

/** What the page tells its script. */
export interface MerkKonfig extends Pick<
  SuchKonfig,
  'sprache' | 'locale' | 'tabelle' | 'teile' | 'texte'
> {
  /** The short address of an offer: its code between these two. */
  kurz: [string, string];
}

/** Texts of the script. */
const SKRIPT =
  /^(merk|naehe)\.|^(liste\.komma|suche\.gestoert\.(laden|neu)|suche\.laedt|teilen\.(geraet|kopiert|markiert)|angebot\.email)$/;

/** Of the texts, which are worded as the Kreis has them, only those of {@link SKRIPT}: the page carries them all. */
export function toMerkKonfig(kontext: Kontext): MerkKonfig {
  const { katalog, sprache, pfade } = kontext;
  const texte = { ...texteDer(sprache), ...katalog.texte.get(sprache) };
  const [vor = '', nach = ''] = pfade.kurzMit('*').split('*');
  return {
    sprache,
    locale: locale(sprache),
    tabelle: pfade.datei(TABELLE),
    teile: basisOf(katalog.portal.url) + TEILE_ORDNER,
    kurz: [vor, nach],
    texte: Object.fromEntries(Object.entries(texte).filter(([key]) => SKRIPT.test(key))),
  };
}
