/** Finding the place a visitor typed among the Kommunen of the portal. Nothing leaves the device. */
import type { KommuneDef } from '../suche/suchtabelle.ts';

/**
 * @param eingabe a town, a district or a postal code, also „53999 Musterstadt“ or „St. Beispiel“
 * @returns the Kommune, or undefined where none or more than one can be meant
 */
export function findeKommune(
  eingabe: string,
  kommunen: readonly KommuneDef[],
): KommuneDef | undefined {
  const plz = /(?<!\d)\d{5}(?!\d)/.exec(eingabe)?.[0];
  const byPlz = plz && kommunen.find((kommune) => kommune.plz.includes(plz));
  if (byPlz) return byPlz;
  const gesucht = fold(eingabe.replace(/\d+/g, ' '));
  if (gesucht.length < 2) return undefined;
  const namen = kommunen.flatMap((kommune) =>
    [kommune.name, ...kommune.auch].map((name) => ({ kommune, name: fold(name) })),
  );
  const gleich = namen.find(({ name }) => name === gesucht);
  if (gleich) return gleich.kommune;
  const treffer = new Set(
    namen
      // „Muster“ is not finished yet, „Musterstadt-Heide“ says more than is needed.
      .filter(({ name }) => name.startsWith(gesucht) || gesucht.startsWith(`${name} `))
      .map(({ kommune }) => kommune),
  );
  return treffer.size === 1 ? [...treffer][0] : undefined;
}

/** Same spelling for `ä`, `ae` and `a`, `St.` and `Sankt`, hyphens and spaces. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\bst\b\.?/g, 'sankt')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([aou])e/g, '$1')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}
