import { alleEintraege, alleWerte, stelle } from './texte.ts';
import type { Fund, Regel } from './regel.ts';

/** Also a misspelt one, which the pages would show as it stands. */
const BEGINN = /\[\[\s*Platzhalter[\s:]*([^\]\n]*)/gi;

/** What a Kreis still has to fill in. */
export const platzhalter: Regel = {
  name: 'platzhalter',
  zweck: 'A placeholder in the Impressum must not go online.',
  pruefe({ eintraege }) {
    const stufe = eintraege.portal.probebetrieb ? 'hinweis' : 'fehler';
    return alleEintraege(eintraege).flatMap(([art, id, eintrag]) =>
      alleWerte(eintrag).flatMap(([feld, wert]) =>
        [...wert.matchAll(BEGINN)].map((match): Fund => ({
          art,
          id,
          ...stelle(feld, wert, match.index),
          stufe,
          meldung: `Hier fehlt noch eine Angabe: ${match[1]!.trim()}`,
          tipp: 'Bitte den Platzhalter samt eckigen Klammern ersetzen, bevor das Portal online geht.',
        })),
      ),
    );
  },
};
