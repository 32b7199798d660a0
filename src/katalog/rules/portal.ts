import { tippMeintenSie } from '../../domain/naechster-wert.ts';
import { OBERFLAECHEN_SPRACHEN } from '../../i18n/sprachen.ts';
import { isTextSchluessel } from '../../i18n/texte.ts';
import type { Fund, Regel } from './regel.ts';

/** Pages every portal must have by law or for its readers. */
const PFLICHTSEITEN = ['impressum', 'datenschutz', 'barrierefreiheit'];

/** The portal as a whole: languages that exist, pages that must be there, nothing provisional in public. */
export const portal: Regel = {
  name: 'portal',
  zweck: 'A portal without Impressum, or with an invented address, must not go online.',
  pruefe({ eintraege }) {
    const { portal: werte, seiten, texte } = eintraege;
    const funde: Fund[] = [];
    for (const [i, code] of werte.sprachen.entries()) {
      if (OBERFLAECHEN_SPRACHEN.includes(code)) continue;
      funde.push({
        art: 'portal',
        id: 'portal',
        feld: ['sprachen', i],
        meldung: `Für die Sprache „${code}“ gibt es noch keine Texte der Oberfläche.`,
        tipp: tippMeintenSie(code, OBERFLAECHEN_SPRACHEN),
      });
    }
    if (!werte.probebetrieb) {
      for (const id of PFLICHTSEITEN.filter((seite) => !seiten.has(seite))) {
        funde.push({ art: 'portal', id: 'portal', feld: ['probebetrieb'], meldung: `Die Seite „seiten/${id}.md“ fehlt; ohne sie darf das Portal nicht online gehen.` });
      }
      if (/\.(example|test|invalid)$/.test(new URL(werte.url).hostname)) {
        funde.push({ art: 'portal', id: 'portal', feld: ['url'], meldung: `„${werte.url}“ ist ein Platzhalter.`, tipp: 'Bitte die echte Adresse des Portals eintragen.' });
      }
    }
    for (const [sprache, eigene] of texte) {
      for (const key of Object.keys(eigene).filter((name) => !isTextSchluessel(name))) {
        funde.push({ art: 'texte', id: sprache, feld: [key], meldung: `Einen Oberflächentext „${key}“ gibt es nicht.` });
      }
    }
    return funde;
  },
};
