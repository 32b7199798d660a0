import { alleWerte, stelle, texteVon } from './texte.ts';
import type { Fund, Regel } from './regel.ts';

/** Also a misspelt one, which the pages would show as it stands. */
const BEGINN = /\[\[\s*Platzhalter[\s:]*([^\]\n]*)/gi;

/** What a Kreis still has to fill in. */
export const platzhalter: Regel = {
  name: 'platzhalter',
  zweck: 'A placeholder in the Impressum must not go online.',
  pruefe({ eintraege }) {
    const { portal, anbieter, orte, angebote, projekte, kontakte, seiten, texte, uebersetzungen } =
      eintraege;
    const alle: [Fund['art'], ReadonlyMap<string, unknown>][] = [
      ['portal', new Map([['portal', portal]])],
      ['anbieter', anbieter],
      ['ort', orte],
      ['angebot', angebote],
      ['projekt', projekte],
      ['kontakte', kontakte],
      ['seite', seiten],
      ['texte', texte],
      ['angebot-uebersetzung', texteVon(uebersetzungen.angebote)],
      ['seite-uebersetzung', texteVon(uebersetzungen.seiten)],
    ];
    return alle.flatMap(([art, entries]) =>
      [...entries].flatMap(([id, eintrag]) =>
        alleWerte(eintrag).flatMap(([feld, wert]) =>
          [...wert.matchAll(BEGINN)].map((match): Fund => ({
            art,
            id,
            ...stelle(feld, wert, match.index),
            stufe: portal.probebetrieb ? 'hinweis' : 'fehler',
            meldung: `Hier fehlt noch eine Angabe: ${match[1]!.trim()}`,
            tipp: 'Bitte den Platzhalter samt eckigen Klammern ersetzen, bevor das Portal online geht.',
          })),
        ),
      ),
    );
  },
};
