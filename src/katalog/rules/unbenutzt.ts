import type { Fund, Regel } from './regel.ts';
import { sindAlleLesbar } from './ziele.ts';

/** Providers and places that nothing names: somebody has to keep them up to date for nobody. */
export const unbenutzt: Regel = {
  name: 'unbenutzt',
  zweck: 'What is left over after an offer has gone is checked and translated for nothing.',
  pruefe(kontext) {
    const { angebote, anbieter, orte, projekte, kontakte } = kontext.eintraege;
    if (angebote.size === 0 || !sindAlleLesbar(kontext)) return [];
    const genannteOrte = new Set(
      [...angebote.values()].flatMap((angebot) =>
        (angebot.orte ?? []).filter((ort) => typeof ort === 'string'),
      ),
    );
    const genannteAnbieter = new Set([
      ...[...angebote.values()].map((angebot) => angebot.anbieter),
      ...[...projekte.values()].flatMap(({ anbieter, kontakt }) => [
        ...anbieter,
        kontakt?.anbieter,
      ]),
      ...[...kontakte.values()].flatMap(({ stellen }) => stellen.map((stelle) => stelle.anbieter)),
    ]);
    return [
      ...[...orte.keys()]
        .filter((id) => !genannteOrte.has(id))
        .map((id): Fund => ({
          art: 'ort',
          id,
          feld: '(dateiname)',
          stufe: 'hinweis',
          meldung: 'Kein Angebot nennt diesen Ort; er steht auf keiner Seite.',
          tipp: `Bitte die Datei löschen, oder den Ort bei einem Angebot eintragen: orte: [${id}]`,
        })),
      ...[...anbieter.keys()]
        .filter((id) => !genannteAnbieter.has(id))
        .map((id): Fund => ({
          art: 'anbieter',
          id,
          feld: '(dateiname)',
          stufe: 'hinweis',
          meldung:
            'Kein Angebot, kein Projekt und keine Ansprechstelle nennt diesen Anbieter; auf seiner Seite steht nichts.',
          tipp: `Bitte die Datei löschen, oder den Anbieter bei einem Angebot eintragen: anbieter: ${id}`,
        })),
    ];
  },
};
