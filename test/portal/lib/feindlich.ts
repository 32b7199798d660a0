/**
 * What somebody could write into every text of every kind of entry, hoping that it becomes more than text somewhere: as far as our
 * reader accepts it. What it would run sets `window.__kanarie`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { suchwort, text } from '../../../src/domain/felder.ts';
import { findUnsichtbaresZeichen } from '../../../src/katalog/unsichtbare-zeichen.ts';
import { angebot, type Dateien, MUSTERKREIS, projekt } from '../../lib/inhalt.ts';
import { kopie, NACHBAR } from '../../lib/nachbar.ts';

const KANARIE = 'window.__kanarie=true';
const EIGENE = [
  `" onmouseover="${KANARIE}" x="`,
  `' onfocus='${KANARIE}' autofocus '`,
  `"><img src=x onerror=${KANARIE}>`,
  `</script><script>${KANARIE}</script>`,
  '<!--<script>',
  `&#60img src=x onerror=${KANARIE}&#62`,
  `&ltimg src=x onerror=${KANARIE}&gt`,
  `&lt;img src=x onerror=${KANARIE}&gt;`,
  `\\u003cimg src=x onerror=${KANARIE}\\u003e`,
  `\\x3cimg src=x onerror=${KANARIE}\\x3e`,
  `%3Cscript%3E${KANARIE}%3C/script%3E`,
  `< img src=x onerror=${KANARIE} >`,
  `<ſcript>${KANARIE}`,
  `＜script＞${KANARIE}＜/script＞`,
  `javascript:${KANARIE}`,
  'data:text/html;base64,PHNjcmlwdD4',
  `{{constructor.constructor('${KANARIE}')()}}`,
  `\${${KANARIE}}`,
  `\`\${${KANARIE}}\``,
  `{${KANARIE}}`,
  `<%= ${KANARIE} %>`,
  `]]> ${KANARIE} -->`,
  `*/ ${KANARIE} /*`,
  `"); ${KANARIE}; ("`,
  `'); ${KANARIE}; ('`,
  `\\"); ${KANARIE}; //`,
  `[Klick](javascript:${KANARIE})`,
  `=cmd|' /C calc'!A0`,
  `+1+cmd|' /C calc'!A0`,
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  'a;b,c:d\\nEND:VEVENT',
  'BEGIN:VEVENT',
  "x' OR 1=1 --",
  '$& $1 $$ $` %s %n',
  '__proto__',
  'constructor',
  '../../../etc/passwd',
  'zwei\u2028Zeilen',
  'Kurs \u202etxt.exe',
];
const naughty = createRequire(import.meta.url)('big-list-of-naughty-strings') as string[];

/** Everything that is tried. */
export const VERSUCHE: readonly string[] = [...EIGENE, ...naughty];

/** What of it the reader accepts as a line of text. */
export const ANGENOMMENE = [
  ...new Set(VERSUCHE.map((versuch) => versuch.trim().normalize('NFC'))),
].filter((versuch) => text(80).safeParse(versuch).success && !findUnsichtbaresZeichen(versuch));

const yaml = (wert: unknown) => JSON.stringify(wert);
const musterkreis = (datei: string) => readFileSync(join(MUSTERKREIS, datei), 'utf8').trimEnd();

/** Ids that mean something to programs. */
const KENNUNGEN = ['constructor', 'tostring', 'hasownproperty', 'index', '404', '1'];
export const kennungVon = (nummer: number) => KENNUNGEN[nummer] ?? `feindlich-${nummer}`;

/** Titles of offers: our own texts. The others stand in their many other fields. */
export const TITEL = ANGENOMMENE.filter((titel) => EIGENE.includes(titel));

/** Files that make the Musterkreis hostile. */
export function feindlicheDateien(): Dateien {
  let nummer = 0;
  const naechste = () => yaml(ANGENOMMENE[nummer++ % ANGENOMMENE.length]);
  const worte = ANGENOMMENE.filter((wort) => suchwort().safeParse(wort).success);
  const wort = () => yaml(worte[nummer++ % worte.length]);
  // Translations may name no number that the German does not.
  const begriff = (id: string, mehr = '', wie = naechste()) =>
    `${id}:\n  bezeichnung: { de: ${wie}, ar: ${wie} }\n${mehr}`;
  const mit = (datei: string, ...mehr: string[]) =>
    [musterkreis(`vokabular/${datei}.yaml`), ...mehr, ''].join('\n');
  const beschrieben = () =>
    `  beschreibung: { de: ${naechste()} }\n  suchwoerter: { de: [${wort()}], ar: [${wort()}] }\n`;

  const angebote = TITEL.map((titel, i): [string, string] => [
    `angebote/${kennungVon(i)}.md`,
    angebot(
      {
        titel: yaml(titel),
        kurz: naechste(),
        anbieter: 'feindlich',
        thema: '[sprache, feindlich]',
        zielgruppen: '[feindlich]',
        angebotsart: 'feindlich',
        orte: `\n  - { name: ${naechste()}, strasse: ${naechste()}, plz: "53999", ort: ${naechste()}, haltestelle: ${naechste()}, kommune: feindlich, lat: 50.${810 + (i % 90)}, lon: 7.${100 + (i % 97)} }`,
        sprachen: `[{ code: ar, zeiten: ${naechste()}, hinweis: ${naechste()} }]`,
        zeiten: `\n  - { tage: [mo], von: 09:00, bis: 10:00, hinweis: ${naechste()} }`,
        ausnahmen: naechste(),
        kosten: `{ betrag: 3, einheit: ${yaml(ANGENOMMENE.filter((t) => t.length < 60)[i % 20])}, hinweis: ${naechste()} }`,
        unterlagen: `[feindlich, { text: ${naechste()} }]`,
        schritte: `[feindlich, { text: ${naechste()} }]`,
        hinweis: `{ text: ${naechste()} }`,
        quelle: `{ name: ${naechste()}, stand: ${naechste()}, lizenz: ${naechste()} }`,
        suchwoerter: `{ de: [${wort()}] }`,
        geprueft_durch: naechste(),
      },
      ['```', ...VERSUCHE.slice(i, i + 3).map((v) => v.replace(/[^\x20-\x7e]/g, '')), '```'].join(
        '\n',
      ),
    ),
  ]);

  return {
    ...Object.fromEntries(angebote),
    [`angebote/${kennungVon(0)}.ar.md`]: `---\nart: mensch\ngeprueft: nein\ntitel: ${yaml(TITEL[0])}\nkurz: ${yaml(TITEL[0])}\n---\n`,
    'anbieter/feindlich.yaml': `name: ${naechste()}\nbeschreibung: ${naechste()}\nsuchwoerter: [${wort()}]\nquelle: { name: ${naechste()} }\n`,
    'orte/feindlich.yaml': `name: ${naechste()}\nstrasse: ${naechste()}\nort: ${naechste()}\nkommune: feindlich\n`,
    'projekte/feindlich.md': projekt({
      titel: naechste(),
      kurz: naechste(),
      anbieter: '[feindlich]',
      thema: '[feindlich]',
      kommunen: '[feindlich]',
      kontakt: `{ stelle: ${naechste()}, email: a@verein.example }`,
    }),
    'kontakte/feindlich.yaml': `stellen:\n  - { funktion: feindlich, stelle: ${naechste()}, hinweis: ${naechste()}, email: a@verein.example, geprueft_am: 2026-10-01 }\n`,
    'vokabular/themen.yaml': mit('themen', begriff('feindlich', beschrieben())),
    'vokabular/zielgruppen.yaml': mit('zielgruppen', begriff('feindlich', beschrieben())),
    'vokabular/angebotsarten.yaml': mit(
      'angebotsarten',
      begriff('feindlich', '  pruefintervall_tage: 3650\n  treffen: ja\n'),
    ),
    'vokabular/kommunen.yaml': mit(
      'kommunen',
      begriff(
        'feindlich',
        `  plz: ["53990"]\n  lat: 50.85\n  lon: 7.2\n  ortsteile: [${wort()}]\n`,
      ),
    ),
    'vokabular/anliegen.yaml': mit('anliegen', begriff('feindlich', '  themen: [feindlich]\n')),
    'vokabular/unterlagen.yaml': mit('unterlagen', begriff('feindlich', beschrieben())),
    'vokabular/schritte.yaml': mit('schritte', begriff('feindlich')),
    'vokabular/funktionen.yaml': mit('funktionen', begriff('feindlich')),
    'vokabular/glossar.yaml': mit(
      'glossar',
      `feindlich:\n  bezeichnung: "onerror"\n  formen: [${yaml('__proto__')}]\n  beschreibung: { de: ${naechste()} }\n`,
    ),
    'texte/de.yaml': `${musterkreis('texte/de.yaml')}\nnav.suche: ${naechste()}\n`,
    'seiten/feindlich.mdx': `---\ntitel: ${naechste()}\nkurz: ${naechste()}\nart: wegweiser\n---\n\n<Hinweis titel="' onfocus='${KANARIE}' autofocus '">\n\nText.\n\n</Hinweis>\n`,
    'portal.yaml': `${musterkreis('portal.yaml')
      .replace(/^name: .*$/m, `name: ${yaml(EIGENE[0])}`)
      .replace(
        /^ {2}stelle: .*$/m,
        `  stelle: ${yaml(EIGENE[1])}`,
      )}\nverbund:\n  - ${yaml(NACHBAR)}\n`,
    'verbund/nachbarkreis.json': kopie(NACHBAR, (datei) => {
      datei.angebote.forEach(
        (fremdes, i) => (fremdes.titel = ANGENOMMENE[i % ANGENOMMENE.length]!),
      );
    }),
  };
}
