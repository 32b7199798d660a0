/** Words that stay on each side of a difference, so that one sees where it is. */
const UMGEBUNG = 5;

/**
 * Two versions of a text, shortened to where they differ.
 * @param max characters up to which a text stays whole, and to which its difference is cut
 * @example ausschnitte('… lange … montags um 9 …', '… lange … montags um 10 …', 20) // ['… montags um 9 …', '… montags um 10 …']
 */
export function ausschnitte(vorher: string, nachher: string, max: number): [string, string] {
  if (vorher.length <= max && nachher.length <= max) return [vorher, nachher];
  const alt = vorher.split(/\s+/);
  const neu = nachher.split(/\s+/);
  const gemeinsam = Math.min(alt.length, neu.length);
  let vorn = 0;
  while (vorn < gemeinsam && alt[vorn] === neu[vorn]) vorn++;
  let hinten = 0;
  while (hinten < gemeinsam - vorn && alt.at(-1 - hinten) === neu.at(-1 - hinten)) hinten++;
  const teil = (worte: string[]) => {
    const von = Math.max(0, vorn - UMGEBUNG);
    const bis = Math.min(worte.length, worte.length - hinten + UMGEBUNG);
    const text = kuerze(worte.slice(von, bis).join(' '), max);
    return `${von > 0 ? '… ' : ''}${text}${bis < worte.length && !text.endsWith('…') ? ' …' : ''}`;
  };
  return [teil(alt), teil(neu)];
}

/** At most `max` characters, the last of them „…“ where something is left out. */
export function kuerze(text: string, max: number): string {
  const zeichen = [...text];
  return zeichen.length <= max ? text : `${zeichen.slice(0, max - 1).join('')}…`;
}
