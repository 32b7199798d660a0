/**
 * Finds the known value an author most likely meant.
 * @param wert what was written
 * @param bekannte all allowed values
 * @returns the nearest value, or undefined where none is near (more than a third of the letters differ)
 */
export function naechsterWert(wert: string, bekannte: Iterable<string>): string | undefined {
  const gesucht = alsKennung(wert);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(Math.max(gesucht.length, 4) / 3)) + 1;
  for (const kandidat of bekannte) {
    const folded = alsKennung(kandidat);
    const beginn = folded.startsWith(gesucht) && gesucht.length >= 3;
    // Each letter that one has more than the other is a difference.
    if (!beginn && Math.abs(folded.length - gesucht.length) >= bestDistance) continue;
    const distance = beginn ? 1 : editDistance(gesucht, folded);
    if (distance < bestDistance) [best, bestDistance] = [kandidat, distance];
  }
  return best;
}

/** A text in the letters of ids: lower case, `ä` as `ae`, `é` as `e`, everything else that is no letter or digit as `-`. */
export function alsKennung(text: string): string {
  const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Levenshtein distance, two rows at a time. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(change, previous[j]! + 1, current[j - 1]! + 1);
    }
    previous = current;
  }
  return previous[b.length]!;
}

/**
 * The tip for a value that is not among the known ones: the nearest one, and all of them where they are few.
 * @param sonst what to do where neither can be said
 */
export function tippMeintenSie(
  wert: string,
  bekannte: Iterable<string>,
  sonst = 'Bitte die Schreibweise prüfen.',
): string {
  const alle = [...bekannte];
  const naechster = naechsterWert(wert, alle);
  const kurz = alle.length > 0 && alle.length <= (naechster ? 20 : 40);
  const saetze = [
    naechster && `Meinten Sie „${naechster}“?`,
    kurz && `Bekannt sind: ${alle.join(', ')}.`,
  ];
  return saetze.filter(Boolean).join(' ') || sonst;
}

/** The values of a list, however it was bracketed: `(a, b)`, `{a; b}`, `[a, b)`. */
export function werteAus(text: string): string[] {
  return text
    .replace(/[()[\]{}]/g, '')
    .split(/[,;]/)
    .map((wert) => wert.trim())
    .filter((wert) => wert !== '');
}
