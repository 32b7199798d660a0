import { reinerText } from '../text-auszug.ts';
import { alleWerte, stelle } from './texte.ts';
import type { Fund, Regel } from './regel.ts';

const KANDIDAT = /\b[A-Z]{2}[ -]?\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?\b/gi;

/** No bank account in an offer: a common pattern of fraud, and never needed to find help. */
export const bankverbindung: Regel = {
  name: 'bankverbindung',
  zweck: 'Fraudsters ask newcomers to transfer „fees“ in advance.',
  pruefe({ eintraege }) {
    const alle = [
      ...[...eintraege.angebote].map(
        ([id, angebot]) => ['angebot', id, { ...angebot, text: reinerText(angebot.text) }] as const,
      ),
      ...[...eintraege.anbieter].map(([id, anbieter]) => ['anbieter', id, anbieter] as const),
    ];
    return alle.flatMap(([art, id, eintrag]) =>
      alleWerte(eintrag).flatMap(([feld, wert]): Fund[] => {
        const iban = [...wert.matchAll(KANDIDAT)].find(([text]) => isIban(text));
        if (!iban) return [];
        return [
          {
            art,
            id,
            ...stelle(
              feld,
              eintraege.angebote.get(id)?.text ?? wert,
              eintraege.angebote.get(id)?.text.indexOf(iban[0].slice(0, 4)) ?? iban.index,
            ),
            meldung: 'Hier steht eine Kontonummer (IBAN).',
            tipp: 'Bitte entfernen. Wie bezahlt wird, klärt die Anmeldung beim Anbieter.',
          },
        ];
      }),
    );
  },
};

/** By its check digits (ISO 7064); a German one by its shape alone, for an invented one deceives as well. */
function isIban(text: string): boolean {
  const iban = text.replace(/[ -]/g, '').toUpperCase();
  if (/^DE\d{20}$/.test(iban)) return true;
  const ziffern = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return iban.length >= 15 && BigInt(ziffern) % 97n === 1n;
}
