/** Changes for people: in a comment below a proposal, in a report, in a spreadsheet. */
import { KREISWEIT } from '../../src/katalog/ansprechstellen.ts';
import { type Befund, fehlerIn } from '../../src/domain/befund.ts';
import type { Geschuetzt } from '../../src/katalog/schutz.ts';
import { basisOf, createPfade, type Pfade } from '../../src/site/pfade.ts';
import { formatDatum } from '../../src/site/kontext.ts';
import type { Aenderung, AenderungsArt } from '../../src/site/vergleich.ts';
import type { Monatsvergleich, Vergleich } from './aenderungen.ts';
import { formatCsv } from '../../src/daten/csv.ts';
import { formatMarkdown, summariseBefunde } from './format-befunde.ts';
import { code, klartext, MAX_KOMMENTAR, satz, setzeAbschnitte } from './markdown.ts';

/** The first line of every comment, by which the forge's script finds the one it wrote before. */
export const KOMMENTAR_TITEL = '## Prüfung dieses Vorschlags';

const ART: Record<AenderungsArt, string> = {
  neu: 'neu',
  'wieder-da': 'wieder da',
  geaendert: 'geändert',
  beendet: 'beendet',
  archiviert: 'jetzt im Archiv',
  entfernt: 'entfernt',
  veraltet: 'seit jetzt lange nicht geprüft',
};

const ORDNER: Record<Aenderung['ordner'], string> = {
  angebote: 'Angebote',
  anbieter: 'Anbieter',
  projekte: 'Projekte',
  kontakte: 'Ansprechstellen',
  seiten: 'Seiten',
  vokabular: 'Vokabular',
  texte: 'Texte der Oberfläche',
  portal: 'Portal',
};

/** A preview of the proposal: its address, and what no address in it tells. */
export interface Vorschau {
  url: string;
  geschuetzt: Geschuetzt;
}

export interface Kommentar extends Vergleich {
  /** Findings of the content as it was, where that is known, and as it is. */
  vorher?: readonly Befund[];
  nachher: readonly Befund[];
  vorschau?: Vorschau;
}

/** A comment for a proposal: what must be mended first, then what visitors will see differently. */
export function formatKommentar(kommentar: Kommentar): string {
  const { nachher, vorschau, offengelegt = [] } = kommentar;
  const { neue, bekannte } = teileBefunde(kommentar);
  const fehler = fehlerIn(neue).length > 0 || offengelegt.length > 0;
  const teile = [KOMMENTAR_TITEL, '', `${fehler ? '❌' : '✅'} **${summariseBefunde(neue)}**`, ''];
  if (offengelegt.length > 0)
    teile.push(
      '### ⚠️ Vertrauliches würde öffentlich',
      '',
      `Ist das eine Schutzunterkunft, die vertraulich war, oder noch einmal dieselbe: ${aufzaehlung(offengelegt)}? So würde alles veröffentlicht, was in der Datei steht, auch der Ort. Bitte nur annehmen, wenn die Stelle selbst es so will; sonst „angebotsart“ und „schutz“ wieder so eintragen, wie sie waren, und aus einer neuen Datei den Ort löschen.`,
      '',
    );
  if (neue.length > 0)
    teile.push('### Das hat die Prüfung gefunden', '', formatMarkdown(neue, MAX_KOMMENTAR * 0.6));
  if (bekannte > 0)
    teile.push(
      `Nicht aufgeführt: ${kommentar.vorher ? `${bekannte} Warnungen und Hinweise, die es schon vorher gab` : `${bekannte} Hinweise`}. Alle ${nachher.length} zeigt \`npm run check\`.`,
      '',
    );
  teile.push('### Was sich für Besucherinnen und Besucher ändert', '');
  const kopf = teile.join('\n') + '\n';
  return `${kopf}${formatVergleich(kommentar, MAX_KOMMENTAR - kopf.length - 500, vorschau).trim()}\n`;
}

/** Every error, and of the rest what this proposal brought; no hints where nobody knows which those are. */
function teileBefunde({ vorher, nachher }: Pick<Kommentar, 'vorher' | 'nachher'>) {
  const key = ({ datei, feld, regel, meldung }: Befund) => [datei, feld, regel, meldung].join('\0');
  const bekannt = new Set(vorher?.map(key));
  const neue = nachher.filter(
    (befund) =>
      befund.stufe === 'fehler' ||
      (vorher ? !bekannt.has(key(befund)) : befund.stufe === 'warnung'),
  );
  return { neue, bekannte: nachher.length - neue.length };
}

/** The report about a month. */
export function formatMonat(vergleich: Monatsvergleich): string {
  const { monat, von, bis } = vergleich;
  return [
    `## Änderungen im ${formatDatum(`${monat}-01`, 'de', 'monat')}`,
    '',
    `Verglichen wurde der Stand vor dem ${formatDatum(von, 'de')} mit dem am ${formatDatum(bis, 'de')}.`,
    '',
    `${formatVergleich(vergleich, Infinity).trim()}\n`,
  ].join('\n');
}

function formatVergleich(
  { aenderungen, ohneVergleich, grund }: Vergleich,
  max: number,
  vorschau?: Vorschau,
): string {
  if (grund) return `${satz(grund)}\n`;
  const pfade = vorschau && createPfade(basisOf(vorschau.url), 'de', vorschau.geschuetzt);
  const link = (aenderung: Aenderung) => {
    const pfad = pfade && pfadZu(pfade, aenderung);
    return pfad ? ` · [ansehen](${new URL(pfad, vorschau!.url).href})` : '';
  };
  const gruppen = gruppiere(aenderungen);
  const abschnitte = [...gruppen].map(([titel, gruppe]) => ({
    titel: `#### ${titel} (${gruppe.length})`,
    eintraege: gruppe.map((aenderung) => formatEintrag(aenderung, link(aenderung))),
    ort: titel,
  }));
  const ohne =
    ohneVergleich.length > 0
      ? `Nicht verglichen, weil die Datei vorher oder jetzt nicht lesbar ist: ${aufzaehlung(ohneVergleich)}.\n`
      : '';
  if (abschnitte.length === 0)
    return [ohneVergleich.length > 0 ? 'Sonst nichts.' : 'Nichts.', '', ohne].join('\n');
  return [
    `**${summarise(gruppen)}**\n`,
    setzeAbschnitte(abschnitte, max - ohne.length, ['Änderung', 'Änderungen']),
    ohne,
  ].join('\n');
}

/** Changes of one kind together, by what they are: „Angebote: neu“. */
export function gruppiere(aenderungen: readonly Aenderung[]): Map<string, Aenderung[]> {
  return Map.groupBy(aenderungen, ({ ordner, art }) => `${ORDNER[ordner]}: ${ART[art]}`);
}

/** „Angebote: 2 neu, 1 geändert. Anbieter: 1 geändert.“ */
export function summarise(gruppen: ReadonlyMap<string, readonly Aenderung[]>): string {
  const jeOrdner = Map.groupBy(gruppen.values(), ([erste]) => erste!.ordner);
  return [...jeOrdner]
    .map(
      ([ordner, liste]) =>
        `${ORDNER[ordner]}: ${liste.map((gruppe) => `${gruppe.length} ${ART[gruppe[0]!.art]}`).join(', ')}.`,
    )
    .join(' ');
}

function aufzaehlung(namen: readonly string[]): string {
  const mehr = namen.length > 20 ? ` und ${namen.length - 20} weitere` : '';
  return namen.slice(0, 20).map(code).join(', ') + mehr;
}

function formatEintrag({ ordner, id, titel, felder, angebote }: Aenderung, link: string): string {
  const datei = ordner === 'portal' ? '' : ` (${code(`${ordner}/${id}`)})`;
  const betrifft =
    angebote && felder.some(({ feld }) => /^(Telefon|E-Mail|Webseite)$/.test(feld))
      ? ` – so steht es auch bei ${angebote === 1 ? 'einem Angebot' : `${angebote} Angeboten`}`
      : '';
  return [
    `- **${klartext(titel)}**${datei}${link}${betrifft}`,
    ...felder.map(
      ({ feld, vorher, nachher }) => `  - ${klartext(feld)}: ${wert(vorher)} → ${wert(nachher)}`,
    ),
  ].join('\n');
}

function wert(text: string | undefined): string {
  return text === undefined ? '_leer_' : code(text);
}

/** The page on which a change is to be seen. */
function pfadZu(pfade: Pfade, { art, ordner, id }: Aenderung): string | undefined {
  if (art === 'entfernt') return undefined;
  switch (ordner) {
    case 'angebote':
      return pfade.angebot(id);
    case 'anbieter':
      return pfade.anbieter(id);
    case 'projekte':
      return pfade.projekt(id);
    case 'kontakte':
      return id === KREISWEIT ? pfade.kontakte : pfade.kontakteIn(id);
    default:
      return undefined;
  }
}

const SPALTEN = [
  'monat',
  'ordner',
  'kennung',
  'titel',
  'art',
  'feld',
  'vorher',
  'nachher',
] as const;

/** A row per field that changed, and one per entry without. */
export function formatMonatCsv({ monat, aenderungen }: Monatsvergleich): string {
  return formatCsv(
    SPALTEN,
    aenderungen.flatMap(({ ordner, id, titel, art, felder }) => {
      const zeile = { monat, ordner: ORDNER[ordner], kennung: id, titel, art: ART[art] };
      const leer = [{ feld: '', vorher: '', nachher: '' }];
      return (felder.length > 0 ? felder : leer).map(({ feld, vorher = '', nachher = '' }) => ({
        ...zeile,
        feld,
        vorher,
        nachher,
      }));
    }),
  );
}
