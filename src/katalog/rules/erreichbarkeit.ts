import type { Regel } from './regel.ts';

/** Somebody must be reachable. */
export const erreichbarkeit: Regel = {
  name: 'erreichbarkeit',
  zweck: 'An offer without phone, mail and web is a dead end for whoever needs it.',
  pruefe({ katalog }) {
    return [...katalog.angebote.values()]
      .filter(({ kontakt }) => !kontakt.telefon && !kontakt.email && !kontakt.web)
      .map(({ id }) => ({
        art: 'angebot' as const,
        id,
        feld: ['telefon'],
        stufe: 'hinweis' as const,
        meldung: 'Weder beim Angebot noch beim Anbieter steht Telefon, E-Mail oder Webseite.',
        tipp: 'Bitte beim Anbieter erfragen und dort (anbieter/…) oder hier ergänzen.',
      }));
  },
};
