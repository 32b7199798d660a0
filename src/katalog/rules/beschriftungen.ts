import { sprachcodes } from '../../domain/portal.ts';
import type { Fund, Regel } from './regel.ts';

/** Vocabularies whose names stand on pages, and the field that does. German names of places and languages need none. */
const SICHTBAR = {
  themen: 'bezeichnung',
  angebotsarten: 'bezeichnung',
  zielgruppen: 'bezeichnung',
  unterlagen: 'bezeichnung',
  schritte: 'bezeichnung',
  glossar: 'beschreibung',
} as const;

/** What stands on pages of a language has words in it. In Leichte Sprache the German ones do where they are easy. */
export const beschriftungen: Regel = {
  name: 'beschriftungen',
  zweck: 'A German word on an Arabic page tells its reader nothing.',
  pruefe({ eintraege: { portal, vokabular } }) {
    const sprachen = sprachcodes(portal).filter((code) => code !== 'de' && code !== 'leicht');
    return Object.entries(SICHTBAR).flatMap(([name, feld]) => {
      const begriffe = vokabular[name as keyof typeof SICHTBAR];
      return sprachen.flatMap((sprache): Fund[] => {
        const fehlend = [...begriffe]
          .filter(
            ([, begriff]) =>
              !Object.hasOwn((begriff as unknown as Record<string, object>)[feld] ?? {}, sprache),
          )
          .map(([id]) => id);
        if (fehlend.length === 0) return [];
        return [
          {
            art: 'vokabular',
            id: name,
            feld: [fehlend[0]!, feld],
            stufe: 'hinweis',
            meldung: `In der Sprache „${sprache}“ fehlt „${feld}“ von: ${fehlend.join(', ')}. Auf den Seiten steht dort Deutsch.`,
            tipp: `Bitte ergänzen: ${feld}: { de: …, ${sprache}: … }`,
          },
        ];
      });
    });
  },
};
