/** Numbers in German sentences. */
import { zahlenformat } from '../../i18n/intl.ts';

/** @example zahl(1234.56) // '1.234,6' */
export function zahl(wert: number): string {
  return zahlenformat('de', { maximumFractionDigits: 1 }).format(wert);
}

/** @example mehrzahl(1, 'Angebot', 'Angebote') // '1 Angebot' */
export function mehrzahl(anzahl: number, eins: string, viele: string): string {
  return `${zahl(anzahl)} ${anzahl === 1 ? eins : viele}`;
}

/** @example anteil(3, 176) // '2 %' */
export function anteil(teil: number, ganzes: number): string {
  const prozent = zahlenformat('de', { style: 'percent', maximumFractionDigits: 0 });
  return ganzes === 0 ? '–' : prozent.format(teil / ganzes);
}
