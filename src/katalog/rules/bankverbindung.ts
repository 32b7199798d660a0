import { lesbarerText } from '../angaben-vergleich.ts';
import { reinerText } from '../text-auszug.ts';
import type { Regel } from './regel.ts';
import { sucheInAllem } from './texte.ts';

const KANDIDAT = /\b[A-Z]{2}[ -]?\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?\b/gi;

/** No bank account anywhere: a common pattern of fraud, and never needed to find help. */
export const bankverbindung: Regel = {
  name: 'bankverbindung',
  zweck: 'Fraudsters ask newcomers to transfer „fees“ in advance.',
  pruefe: (kontext) =>
    sucheInAllem(
      kontext,
      (text, feld) => {
        // Marks of Markdown would hide it from the pattern, but not from readers; what is no Markdown is shown as well: titles of components.
        const iban =
          findeIban(text) ?? (feld?.[0] === 'text' ? findeIban(reinerText(text)) : undefined);
        return iban === undefined ? undefined : Math.max(0, text.indexOf(iban.slice(0, 4)));
      },
      {
        meldung: 'Hier steht eine Kontonummer (IBAN).',
        tipp: 'Bitte entfernen. Wie bezahlt wird, klärt die Anmeldung beim Anbieter.',
      },
    ),
};

function findeIban(text: string): string | undefined {
  return lesbarerText(text).match(KANDIDAT)?.find(isIban);
}

/** By its check digits (ISO 7064); a German one by its shape alone, for an invented one deceives as well. */
function isIban(text: string): boolean {
  const iban = text.replace(/[ -]/g, '').toUpperCase();
  if (/^DE\d{20}$/.test(iban)) return true;
  const ziffern = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return iban.length >= 15 && BigInt(ziffern) % 97n === 1n;
}
