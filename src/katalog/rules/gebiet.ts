import { kommuneOf } from '../katalog.ts';
import type { Fund, Regel } from './regel.ts';

/** An offer belongs to somewhere, or nobody finds it by place. */
export const gebiet: Regel = {
  name: 'gebiet',
  zweck: 'Without a Kommune an offer is missing from every list by place.',
  pruefe({ eintraege }) {
    const { kommunen } = eintraege.vokabular;
    const funde: Fund[] = [];
    for (const [id, angebot] of eintraege.angebote) {
      if (!angebot.orte && !angebot.einzugsgebiet) {
        funde.push({
          art: 'angebot',
          id,
          feld: ['einzugsgebiet'],
          stufe: 'warnung',
          meldung: 'Das Angebot hat weder „orte“ noch „einzugsgebiet“ und erscheint in keiner Liste nach Orten.',
          tipp: 'Bitte „einzugsgebiet“ ergänzen: kreisweit, bundesweit oder Kommunen.',
        });
      }
      for (const [i, eintrag] of (angebot.orte ?? []).entries()) {
        const ort = typeof eintrag === 'string' ? eintraege.orte.get(eintrag) : eintrag;
        if (!ort || kommuneOf(ort, kommunen) || ort.kommune || angebot.einzugsgebiet) continue;
        funde.push({
          art: 'angebot',
          id,
          feld: ['orte', i, ort.plz ? 'plz' : 'ort'],
          stufe: 'warnung',
          meldung: `„${[ort.plz, ort.ort].filter(Boolean).join(' ')}“ gehört zu keiner Kommune des Kreises.`,
          tipp: 'Liegt der Ort im Kreis, bitte „kommune“ ergänzen; sonst bitte „einzugsgebiet“ angeben.',
        });
      }
    }
    return funde;
  },
};
