import { kurzcode } from '../../domain/kurzcode.ts';
import type { Fund, Regel } from './regel.ts';

/** No two offers share a short name; ids that were renamed keep theirs. */
export const kurzcodes: Regel = {
  name: 'kurzcodes',
  zweck: 'A code on paper must not lead to another offer than the one it was printed for.',
  pruefe({ eintraege }) {
    const vergeben = new Map<string, string>(
      [...eintraege.weiterleitungen.keys()].map((id) => [kurzcode(id), id]),
    );
    return [...eintraege.angebote.keys()].flatMap((id): Fund[] => {
      const code = kurzcode(id);
      const anderes = vergeben.get(code);
      vergeben.set(code, id);
      return anderes === undefined || anderes === id
        ? []
        : [
            {
              art: 'angebot',
              id,
              feld: '(dateiname)',
              meldung: `Die Kurzadresse /a/${code}/ gehört schon zu „${anderes}“; sie folgt aus dem Namen der Datei.`,
              tipp: 'Bitte die neuere der beiden Dateien etwas anders nennen.',
            },
          ];
    });
  },
};
