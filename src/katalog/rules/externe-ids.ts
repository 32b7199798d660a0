import type { Fund, Regel } from './regel.ts';

/** A number in another directory is the number of one offer. */
export const externeIds: Regel = {
  name: 'externe-ids',
  zweck:
    'Tables that are read in again find offers by such a number; of two they would change the wrong one.',
  pruefe({ eintraege, fundstellen }) {
    const vergeben = new Map<string, string>();
    return [...eintraege.angebote].flatMap(([id, { externe_ids = {} }]) =>
      Object.entries(externe_ids).flatMap(([quelle, nummer]): Fund[] => {
        const key = `${quelle} ${nummer}`;
        const anderes = vergeben.get(key);
        if (anderes === undefined) {
          vergeben.set(key, id);
          return [];
        }
        return [
          {
            art: 'angebot',
            id,
            feld: ['externe_ids', quelle],
            meldung: `Die Nummer „${nummer}“ (${quelle}) hat schon ${fundstellen.dokument('angebot', anderes)?.datei ?? anderes}. Beim nächsten Einlesen einer Tabelle würde das falsche Angebot geändert.`,
            tipp: 'Bitte die Nummer bei dem Angebot löschen, zu dem sie nicht gehört.',
          },
        ];
      }),
    );
  },
};
