/** The table of criteria in `docs/barrierefreiheit.md`. */
import { zaehle } from '../../src/site/barrierefreiheit/erklaerung.ts';
import {
  EN_301_549,
  type Kriterium,
  WCAG,
  WEITERES,
} from '../../src/site/barrierefreiheit/kriterien.ts';

const ANFANG = '<!-- Anfang der Tabelle: geschrieben von npm run barrierefreiheit -->';
const ENDE = '<!-- Ende der Tabelle -->';

/**
 * The document with its table as the criteria are now.
 * @param dokument `docs/barrierefreiheit.md`, with the two comments between which the table stands
 * @throws Error with a German sentence where a comment is missing
 */
export function mitTabelle(dokument: string): string {
  const [vorn, rest] = dokument.split(ANFANG);
  const hinten = rest?.split(ENDE)[1];
  if (vorn === undefined || hinten === undefined)
    throw new Error(`Im Dokument fehlt „${ANFANG}“ oder „${ENDE}“.`);
  // Prettier would pad every cell to the widest of its column.
  const tabelle = `<!-- prettier-ignore-start -->\n\n${formatKriterien()}\n\n<!-- prettier-ignore-end -->`;
  return `${vorn}${ANFANG}\n\n${tabelle}\n\n${ENDE}${hinten}`;
}

function formatKriterien(): string {
  return [
    { titel: 'WCAG 2.2, Stufen A und AA', kriterien: WCAG },
    { titel: 'EN 301 549 V3.2.1 darüber hinaus', kriterien: EN_301_549 },
    { titel: 'Was man außerdem wissen muss', kriterien: WEITERES },
  ]
    .map(({ titel, kriterien }) => `### ${titel}\n\n${summe(kriterien)}\n\n${tabelle(kriterien)}`)
    .join('\n\n');
}

function summe(kriterien: readonly Kriterium[]): string {
  const zahlen = Object.entries(zaehle(kriterien)).map(
    ([ergebnis, anzahl]) => `${anzahl} ${ergebnis}`,
  );
  return `${kriterien.length} Punkte: ${zahlen.join(', ')}.`;
}

function tabelle(kriterien: readonly Kriterium[]): string {
  const zeilen = kriterien.map(({ id = '', name, ergebnis, wie, tests = [], offen = '' }) =>
    zeile([id, name, ergebnis, wie, tests.map((datei) => `\`${datei}\``).join(', '), offen]),
  );
  return [
    zeile(['Nr.', 'Kriterium', 'Ergebnis', 'Wie', 'Geprüft von', 'Offen']),
    zeile(['---', '---', '---', '---', '---', '---']),
    ...zeilen,
  ].join('\n');
}

function zeile(zellen: readonly string[]): string {
  return `| ${zellen.map((zelle) => zelle.replaceAll('|', '\\|')).join(' | ')} |`;
}
