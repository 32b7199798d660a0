import { NIVEAUS } from '../../domain/angebot.ts';
import type { Fund, Regel } from './regel.ts';

/** Dates and other spans that cannot be, and offers that are over. */
export const fristen: Regel = {
  name: 'fristen',
  zweck: 'A check in the future hides that nobody checked; an ended offer leaves the lists, which its editor should know.',
  pruefe({ katalog, eintraege }) {
    const { stichtag } = katalog;
    const funde: Fund[] = [];
    for (const [id, angebot] of eintraege.angebote) {
      if (angebot.geprueft_am !== 'unbekannt' && angebot.geprueft_am > stichtag) {
        funde.push({
          art: 'angebot',
          id,
          feld: ['geprueft_am'],
          meldung: `Das Datum ${angebot.geprueft_am} liegt in der Zukunft (heute ist der ${stichtag}).`,
          tipp: 'Bitte den Tag eintragen, an dem die Angaben zuletzt geprüft wurden.',
        });
      }
      if (angebot.gueltig_bis && angebot.gueltig_bis < stichtag) {
        funde.push({
          art: 'angebot',
          id,
          feld: ['gueltig_bis'],
          stufe: 'hinweis',
          meldung: `Das Angebot ist seit dem ${angebot.gueltig_bis} abgelaufen und steht nicht mehr in Liste und Suche.`,
          tipp: 'Geht es weiter, bitte das Datum ändern.',
        });
      }
      if (angebot.kurs?.stand && angebot.kurs.stand > stichtag) {
        funde.push({ art: 'angebot', id, feld: ['kurs', 'stand'], meldung: `Das Datum ${angebot.kurs.stand} liegt in der Zukunft (heute ist der ${stichtag}).`, tipp: 'Bitte den Tag eintragen, an dem die Zahl der freien Plätze stimmte.' });
      }
      for (const [i, termin] of (angebot.termine ?? []).entries()) {
        if (!termin.ende || termin.ende > termin.start) continue;
        funde.push({ art: 'angebot', id, feld: ['termine', i, 'ende'], meldung: `Der Termin endet ${termin.ende}, also nicht nach seinem Beginn ${termin.start}.`, tipp: 'Bitte Tag und Uhrzeit prüfen.' });
      }
      const niveau = angebot.deutschniveau;
      if (niveau?.von && niveau.bis && NIVEAUS.indexOf(niveau.bis) < NIVEAUS.indexOf(niveau.von)) {
        funde.push({ art: 'angebot', id, feld: ['deutschniveau', 'bis'], meldung: `Das Niveau endet mit ${niveau.bis}, also unter seinem Beginn mit ${niveau.von}.` });
      }
      const { von, bis } = angebot.alter ?? {};
      if (von !== undefined && bis !== undefined && bis < von) {
        funde.push({ art: 'angebot', id, feld: ['alter', 'bis'], meldung: `Das Alter endet mit ${bis}, also vor seinem Beginn mit ${von}.` });
      }
      const { start, ende } = angebot.kurs ?? {};
      if (start && ende && ende < start) {
        funde.push({ art: 'angebot', id, feld: ['kurs', 'ende'], meldung: `Der Kurs endet am ${ende}, also vor seinem Beginn am ${start}.` });
      }
    }
    return funde;
  },
};
