/** Translations as a table: out to translators, and back. */
import Papa from 'papaparse';
import { fremdeAngabe } from '../../src/katalog/angaben-vergleich.ts';
import { fingerabdruck } from '../../src/katalog/uebersetzungen.ts';
import { einwandGegenCsv, formatCsv, ohneApostroph } from '../../src/daten/csv.ts';
import { einwandGegenText, type Feld, type Ordner, type Ziel } from './uebersetzungen.ts';

const SPALTEN = [
  'art',
  'kennung',
  'sprache',
  'feld',
  'zustand',
  'deutsch',
  'uebersetzung',
  'fassung',
  'stand',
] as const;
type Spalte = (typeof SPALTEN)[number];
/** Without these nobody knows what a row says. */
const NOETIG = ['art', 'kennung', 'sprache', 'feld', 'uebersetzung', 'fassung'] as const;

const ARTEN: Record<Ordner, string> = { angebote: 'Angebot', seiten: 'Seite' };

/** What a spreadsheet writes into a cell that it cannot calculate. */
const RECHENFEHLER = /^(#[\p{Lu}/]+0?[!?]?|#+|Err:\d+)$/u;

/** Fields as a table for translators. The apostrophe before what looks like a formula is taken away by {@link readTabelle}. */
export function formatTabelle(felder: readonly Feld[]): string {
  const zeilen = felder.map((feld): Record<Spalte, string> => ({
    art: ARTEN[feld.ordner],
    kennung: feld.id,
    sprache: feld.sprache,
    feld: feld.feld,
    zustand: feld.zustand,
    deutsch: feld.deutsch.trim(),
    uebersetzung: feld.uebersetzung?.trim() ?? '',
    fassung: alsZelle(feld.fassung),
    stand: standVon(feld.uebersetzung),
  }));
  return formatCsv(SPALTEN, zeilen);
}

/** With a letter in front, or a spreadsheet takes `00123456` and `1e345678` for numbers. */
function alsZelle(abdruck: string): string {
  return `v${abdruck}`;
}

/** By what a translation is known to be the one that went out. */
function standVon(uebersetzung: string | undefined): string {
  return uebersetzung === undefined ? 'neu' : alsZelle(fingerabdruck(uebersetzung));
}

export interface NeuerText extends Ziel {
  feld: string;
  text: string;
  /** Fingerprint of the German text it was made from. */
  fassung: string;
}

export interface Rueckgabe {
  texte: NeuerText[];
  /** German sentences about rows that cannot be used, with their number in the spreadsheet. */
  einwaende: string[];
  /** Outdated texts that came back as they went out. */
  unveraendertVeraltet: number;
}

/**
 * Reads a table that came back from a translator. Rows without a translation are passed over, and so are those whose translation is
 * the one that went out: going out and coming back makes nothing newer.
 * @param bekannt every field that can be translated, as it is now
 */
export function readTabelle(bytes: Uint8Array, bekannt: readonly Feld[]): Rueckgabe {
  const zeilen = readZeilen(bytes);
  if (typeof zeilen === 'string')
    return { texte: [], einwaende: [zeilen], unveraendertVeraltet: 0 };
  const felder = new Map(
    bekannt.map((feld) => [key(ARTEN[feld.ordner], feld.id, feld.sprache, feld.feld), feld]),
  );
  const ergebnis: Rueckgabe = { texte: [], einwaende: [], unveraendertVeraltet: 0 };
  const gruppen = Map.groupBy(
    zeilen.filter(({ uebersetzung }) => uebersetzung !== ''),
    keyOf,
  );
  for (const [ort, gruppe] of gruppen) {
    const hier = felder.get(ort);
    const [zeile, ...weitere] = gruppe.filter((eine) => !istUnveraendert(eine, hier));
    if (!zeile) {
      if (hier?.zustand === 'veraltet') ergebnis.unveraendertVeraltet++;
      continue;
    }
    const einwand =
      weitere.length > 0
        ? 'Dieses Feld steht mehrmals in der Tabelle. Bitte nur die richtige Zeile stehen lassen.'
        : einwandGegen(zeile, hier);
    if (einwand === undefined && hier)
      ergebnis.texte.push({
        ordner: hier.ordner,
        id: hier.id,
        sprache: hier.sprache,
        feld: hier.feld,
        fassung: zeile.fassung.slice(1),
        text: zeile.uebersetzung,
      });
    else ergebnis.einwaende.push(`${stelle([zeile, ...weitere])}: ${einwand} Nicht übernommen.`);
  }
  return ergebnis;
}

/** True where the translation is that of the file, or the one that went out before somebody changed the file. */
function istUnveraendert({ uebersetzung, stand }: Zeile, hier: Feld | undefined): boolean {
  return (
    hier?.uebersetzung?.trim() === uebersetzung ||
    (stand !== standVon(hier?.uebersetzung) && stand === standVon(uebersetzung))
  );
}

/** Why a row with a new translation cannot be used: a German sentence, or undefined. */
function einwandGegen(zeile: Zeile, hier: Feld | undefined): string | undefined {
  const { kennung, sprache, feld, uebersetzung, fassung, stand } = zeile;
  if (!hier)
    return `${zitat(kennung)} hat kein Feld ${zitat(feld)}, oder ${zitat(sprache)} ist keine Sprache des Portals.`;
  if (RECHENFEHLER.test(uebersetzung))
    return `${zitat(uebersetzung)} ist eine Fehlermeldung der Tabellenkalkulation. Bitte den Text noch einmal eintragen; beginnt er mit =, + oder -, davor ein ' setzen.`;
  if (!/^v[0-9a-f]{8}$/.test(fassung))
    return `In der Spalte „fassung“ steht ${zitat(fassung)}. Ohne den ausgegebenen Wert ist nicht bekannt, welcher deutsche Text übersetzt wurde.`;
  const bekannterStand = /^(neu|v[0-9a-f]{8})$/.test(stand);
  if (!bekannterStand && hier.uebersetzung !== undefined)
    return 'Es gibt schon eine Übersetzung, und in der Spalte „stand“ fehlt der ausgegebene Wert. Ohne ihn ist nicht bekannt, ob sie inzwischen berichtigt wurde. Bitte die Tabelle neu ausgeben und den Text dort eintragen.';
  if (bekannterStand && stand !== standVon(hier.uebersetzung))
    return `Seit diese Tabelle ausgegeben wurde, hat jemand die Übersetzung in „${hier.ordner}/${hier.id}.${hier.sprache}“ geändert. Bitte beide vergleichen. Ist die aus der Tabelle besser, die Tabelle neu ausgeben und den Text dort eintragen.`;
  const fremd = fremdeAngabe(
    uebersetzung,
    hier.deutsch,
    hier.feld === 'text' ? 'markdown' : 'text',
  );
  if (fremd !== undefined)
    return `Im deutschen Text steht ${zitat(fremd)} nicht. Nummern, Adressen und Links müssen genau die des deutschen Textes sein.`;
  return einwandGegenText(hier.feld, uebersetzung);
}

type Zeile = Record<Spalte, string> & { nummer: number };

/** The rows of a table below its headings, or a German sentence why it cannot be read. */
function readZeilen(bytes: Uint8Array): Zeile[] | string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'Die Tabelle ist nicht in UTF-8 gespeichert; fremde Schriften sind darin zerstört. Bitte als „CSV UTF-8“ speichern und noch einmal einlesen.';
  }
  const einheitlich = text.normalize('NFC').replace(/\r\n?/g, '\n');
  // The headings tell; in the rows below commas and semicolons are those of sentences.
  const [, delimiter = ';'] = /kennung"?([;,\t])/i.exec(einheitlich) ?? [];
  const { data, errors } = Papa.parse<string[]>(einheitlich, { delimiter });
  const einwand = einwandGegenCsv(errors);
  if (einwand) return einwand;
  const kopfzeile = data.findIndex((zellen) => zellen.map(name).includes('kennung'));
  const kopf = (data[kopfzeile] ?? []).map(name);
  const fehlend = NOETIG.filter((spalte) => !kopf.includes(spalte));
  if (fehlend.length > 0)
    return `In der ersten Zeile fehlen die Spalten ${fehlend.join(', ')}. Bitte die Überschriften der ausgegebenen Tabelle nicht ändern.`;
  return data.slice(kopfzeile + 1).map((zellen, i) => {
    const zelle = (spalte: Spalte) => zellen[kopf.indexOf(spalte)]?.trim() ?? '';
    return {
      nummer: kopfzeile + i + 2,
      art: zelle('art'),
      kennung: name(zelle('kennung')),
      sprache: name(zelle('sprache')),
      feld: name(zelle('feld')),
      zustand: zelle('zustand'),
      deutsch: zelle('deutsch'),
      uebersetzung: ohneApostroph(zelle('uebersetzung')).trim(),
      fassung: zelle('fassung'),
      stand: zelle('stand'),
    };
  });
}

/** Names as they went out, whatever a spreadsheet made of their case. */
function name(zelle: string): string {
  return zelle.trim().toLowerCase();
}

function keyOf({ art, kennung, sprache, feld }: Zeile): string {
  return key(art, kennung, sprache, feld);
}

function key(art: string, kennung: string, sprache: string, feld: string): string {
  return [name(art), kennung, sprache, feld].join('\n');
}

/** „Zeile 5 („tafel“, Feld „titel“)“. */
function stelle(zeilen: readonly Zeile[]): string {
  const { kennung, feld } = zeilen[0]!;
  const nummern = zeilen.map(({ nummer }) => nummer).join(', ');
  return `Zeile ${nummern} (${zitat(kennung)}, Feld ${zitat(feld)})`;
}

function zitat(text: string): string {
  return text.length > 60 ? `„${text.slice(0, 60)}…“` : `„${text}“`;
}
