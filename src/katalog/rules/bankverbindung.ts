import { alleTexte } from './texte.ts';
import type { Regel } from './regel.ts';

const IBAN = /\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,4})?\b/;

/** No bank account in an offer: a common pattern of fraud, and never needed to find help. */
export const bankverbindung: Regel = {
  name: 'bankverbindung',
  zweck: 'Fraudsters ask newcomers to transfer „fees“ in advance.',
  pruefe({ eintraege }) {
    return alleTexte(eintraege)
      .filter(({ art, text }) => art === 'angebot' && IBAN.test(text))
      .map(({ art, id, text }) => ({
        art,
        id,
        feld: '(text)' as const,
        textZeile: text.slice(0, IBAN.exec(text)!.index).split('\n').length,
        meldung: 'Im Text steht eine Kontonummer (IBAN).',
        tipp: 'Bitte entfernen. Wie bezahlt wird, klärt die Anmeldung beim Anbieter.',
      }));
  },
};
