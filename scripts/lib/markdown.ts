/**
 * Markdown for comments on GitHub and GitLab. What it quotes comes by pull request: it must notify nobody (`@name`),
 * refer to nothing (`#12`), and become no link, image, HTML or command of the forge.
 */
import { ohneSteuerzeichen } from './steuerzeichen.ts';

/** GitHub takes 65 536 characters in a comment, GitLab a million; a comment that fits the one fits the other. */
export const MAX_KOMMENTAR = 65_000;
/** Room for the sentence about what is left out. */
const SCHLUSS = 4000;
/** So many places are named in it. */
const MAX_STELLEN = 20;

/** Words that a forge makes a link or a notice of: mentions, references, addresses, commits, formulas. */
const VERWEIS =
  /[@#$&^~]|[!%][\d{"]|:\/\/|www\.|\b(?=\d*[a-f])[0-9a-f]{7,}\b|\bGH-\d|\[(?:issue|vulnerability|feature_flag|cadence|contact|epic|work_item)/i;
const MARKEN = /[\\`*_{}[\]<>|]/g;

/** A text as it is, in a code span: nothing in it means anything. */
export function code(text: string): string {
  const zeile = ohneSteuerzeichen(text);
  if (zeile.trim() === '') return '„“';
  const laengster = Math.max(0, ...[...zeile.matchAll(/`+/g)].map(([lauf]) => lauf.length));
  const zaun = '`'.repeat(laengster + 1);
  const rand = /^[` ]|[` ]$/.test(zeile) ? ' ' : '';
  return zaun + rand + zeile + rand + zaun;
}

/** A text for reading: its marks mean nothing, and words that a forge would act on stand in a code span. */
export function klartext(text: string): string {
  return ohneSteuerzeichen(text)
    .split(' ')
    .map((wort) => (VERWEIS.test(wort) ? code(wort) : wort.replace(MARKEN, '\\$&')))
    .join(' ');
}

/** A sentence of ours with quotations: what stands in „…“ as it is, the rest for reading. */
export function satz(text: string): string {
  return (
    ohneSteuerzeichen(text)
      .split(/„([^“]*)“/)
      .map((teil, i) => (i % 2 === 1 ? code(teil) : klartext(teil)))
      // Two code spans side by side would be read as one that never ends where it should.
      .reduce(
        (davor, teil) => davor + (davor.endsWith('`') && teil.startsWith('`') ? ' ' : '') + teil,
      )
  );
}

/** A heading with its list. */
export interface Abschnitt {
  /** Markdown. */
  titel: string;
  /** Markdown, each an item of the list. */
  eintraege: readonly string[];
  /** What the section is called where its items are left out. */
  ort: string;
}

/**
 * Sections one below the other, as many items as there is room for, and how many more there are and where.
 * @param max characters of the whole
 * @param was what the items are, as in „3 weitere Befunde“: singular and plural
 */
export function setzeAbschnitte(
  abschnitte: readonly Abschnitt[],
  max: number,
  was: readonly [eins: string, viele: string],
): string {
  const alles = abschnitte.map(({ titel, eintraege }) => [titel, '', ...eintraege, ''].join('\n'));
  if (alles.join('\n').length <= max) return alles.join('\n');

  const gezeigt: string[] = [];
  const rest: { ort: string; anzahl: number }[] = [];
  let platz = max - SCHLUSS;
  for (const { titel, eintraege, ort } of abschnitte) {
    let anzahl = 0;
    for (const eintrag of eintraege) {
      const kopf = anzahl === 0 ? titel.length + 3 : 0;
      if (platz < kopf + eintrag.length + 1) break;
      platz -= kopf + eintrag.length + 1;
      anzahl++;
    }
    if (anzahl > 0) gezeigt.push([titel, '', ...eintraege.slice(0, anzahl), ''].join('\n'));
    // What comes later is less important: a short one must not slip in where a longer one had no room.
    if (anzahl < eintraege.length) {
      rest.push({ ort, anzahl: eintraege.length - anzahl });
      platz = 0;
    }
  }
  const anzahl = rest.reduce((summe, stelle) => summe + stelle.anzahl, 0);
  const stellen = rest
    .slice(0, MAX_STELLEN)
    .map((stelle) => `${code(stelle.ort.slice(0, 120))} (${stelle.anzahl})`);
  const mehr =
    rest.length > MAX_STELLEN ? ` und an ${rest.length - MAX_STELLEN} weiteren Stellen` : '';
  gezeigt.push(
    `**Hier ist kein Platz für alles.** Es fehlen ${anzahl} ${anzahl === 1 ? was[0] : was[1]}: ${stellen.join(', ')}${mehr}.`,
    '',
  );
  return gezeigt.join('\n');
}
