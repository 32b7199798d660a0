/**
 * Offers as a table: one row each, one column per field. A cell is written as an officer would write it („mo, mi 09:00–12:00“) and
 * read back without loss; a value that no such words can hold stands there as JSON.
 */
import { isDeepStrictEqual } from 'node:util';
import { angebotSchema, KOSTEN_ARTEN, SPRACHE_ARTEN } from '../domain/angebot.ts';
import { KENNUNG } from '../domain/felder.ts';
import { MERKMALE } from '../domain/ort.ts';
import { RHYTHMEN, tageVonBis, type Wochentag, WOCHENTAGE } from '../domain/zeiten.ts';
import type { Baum } from '../katalog/read-yaml.ts';

/** Fields of an offer as they stand in its file, before the schema gives them their types. */
export type Felder = Readonly<Record<string, Baum>>;

/** The columns: the id, every field in the order of the schema, and the text below the front matter. */
export const SPALTEN: readonly string[] = ['kennung', ...Object.keys(angebotSchema.shape), 'text'];

/**
 * One row.
 * @param felder as they stand in the file; a confidential offer must come without `orte`
 * @param text Markdown below the front matter
 */
export function toZeile(id: string, felder: Felder, text: string): Record<string, string> {
  const zellen = Object.entries(felder).map(([feld, wert]) => [feld, formatZelle(feld, wert)]);
  return { kennung: id, ...Object.fromEntries(zellen), text: text.trim() };
}

/** A value as a cell; {@link readZelle} gets the same value out of it. */
export function formatZelle(feld: string, wert: Baum): string {
  const art = schreibweise(feld);
  if (!art) return typeof wert === 'string' ? wert : JSON.stringify(wert);
  const einheitlich = art.vereinheitliche?.(wert) ?? wert;
  const zelle = art.format(einheitlich);
  return zelle !== undefined && isDeepStrictEqual(readZelle(feld, zelle), einheitlich)
    ? zelle
    : JSON.stringify(wert);
}

/** A cell as a value for the schema; undefined where the cell is not written in the way of this field. */
export function readZelle(feld: string, zelle: string): Baum | undefined {
  const text = zelle.trim();
  const art = schreibweise(feld);
  if (!art) return text;
  if (/^[[{]/.test(text)) {
    const json = readJson(text);
    if (json !== undefined) return art.vereinheitliche?.(json) ?? json;
  }
  return art.read(text);
}

/** True for a field that is more than a single text. */
export function istZusammengesetzt(feld: string): boolean {
  return schreibweise(feld) !== undefined;
}

/** JSON with every single value a text; undefined where it is none. */
function readJson(text: string): Baum | undefined {
  try {
    return JSON.parse(text, (_, wert: unknown) =>
      wert === null || typeof wert === 'object' ? wert : String(wert),
    ) as Baum;
  } catch {
    return undefined;
  }
}

/** How one field is written in a cell. */
interface Schreibweise {
  /** One of the forms an author may choose (`thema: arbeit` is `thema: [arbeit]`). */
  vereinheitliche?: (wert: Baum) => Baum;
  format: (wert: Baum) => string | undefined;
  read: (text: string) => Baum | undefined;
}

type Map_ = Record<string, Baum>;
const isMap = (wert: Baum | undefined): wert is Map_ =>
  typeof wert === 'object' && !Array.isArray(wert);
const alsListe = (wert: Baum): Baum[] => (Array.isArray(wert) ? wert : [wert]);
const text = (wert: Baum | undefined): string | undefined =>
  typeof wert === 'string' ? wert : undefined;

/** A list of entries, each written by itself. */
function liste(
  trenner: string,
  teile: (text: string) => string[],
  eintrag: {
    format: (wert: Baum) => string | undefined;
    read: (text: string) => Baum | undefined;
  },
): Schreibweise {
  return {
    vereinheitliche: alsListe,
    format(wert) {
      const stuecke = alsListe(wert).map(eintrag.format);
      return stuecke.includes(undefined) ? undefined : stuecke.join(trenner);
    },
    read(text) {
      const werte = teile(text)
        .map((teil) => teil.trim())
        .filter((teil) => teil !== '')
        .map(eintrag.read);
      return werte.every((wert) => wert !== undefined) ? werte : undefined;
    },
  };
}

const proZeile = (text: string) => text.split(/\r?\n/);
/** At commas, but not at those in brackets. */
const anKommas = (text: string) => text.split(/[,;\n](?![^(]*\))/);

const kennungen = liste(', ', anKommas, { format: text, read: (teil) => teil });

/** `kurs`, `quelle`: „start: 2026-09-01; ende: 2027-01-31“. */
const merkmale: Schreibweise = { format: formatMerkmale, read: readMerkmale };

function formatMerkmale(wert: Baum): string | undefined {
  if (!isMap(wert)) return undefined;
  return Object.entries(wert)
    .map(([name, teil]) => `${name}: ${typeof teil === 'string' ? teil : ''}`)
    .join('; ');
}

function readMerkmale(text: string): Map_ | undefined {
  const paare = text.split(/;\s*/).filter(Boolean);
  const felder = paare.map((paar) => /^([a-z][a-z0-9_-]*):\s*(.+)$/s.exec(paar)?.slice(1));
  return felder.includes(undefined) ? undefined : Object.fromEntries(felder as [string, string][]);
}

/** Words and what stands in brackets behind them; the brackets are undefined where there are none. */
function mitKlammer(text: string): [string, string | undefined] {
  const [, vorn = '', klammer] = /^([^(]*?)\s*(?:\((.*)\))?$/s.exec(text) ?? [, text];
  return [vorn, klammer];
}

/** „ar (dolmetschen; zeiten: dienstags; nur am Telefon)“. */
const sprache = {
  format(wert: Baum): string | undefined {
    if (!isMap(wert)) return text(wert);
    const { code, art, zeiten, hinweis } = wert;
    const zusatz = [art, zeiten && `zeiten: ${text(zeiten)}`, hinweis].filter(Boolean);
    return `${text(code)}${zusatz.length > 0 ? ` (${zusatz.join('; ')})` : ''}`;
  },
  read(teil: string): Baum | undefined {
    const [code, klammer] = mitKlammer(teil);
    if (klammer === undefined) return code;
    const wert: Map_ = { code };
    for (const zusatz of klammer.split(/;\s*/)) {
      const feld = (SPRACHE_ARTEN as readonly string[]).includes(zusatz)
        ? 'art'
        : zusatz.startsWith('zeiten: ')
          ? 'zeiten'
          : 'hinweis';
      if (wert[feld] !== undefined) return undefined;
      wert[feld] = feld === 'zeiten' ? zusatz.slice('zeiten: '.length) : zusatz;
    }
    return wert;
  },
};

/** What can only be a street, where no name of a house stands in front of it. */
const STRASSE = /\d|(stra(ß|ss)e|str\.|weg|gasse|allee)$/i;

/** „Kreishaus, Beispielplatz 1, 12345 Musterstadt (lat: 50.79; lon: 7.2; rollstuhl: ja)“, or the id of a file in `orte/`. */
const ort = {
  format(wert: Baum): string | undefined {
    if (!isMap(wert)) return text(wert);
    const { name, strasse, plz, ort, barrierefreiheit, ...rest } = wert;
    const stadt = [plz, ort].filter(Boolean).join(' ');
    const zusatz = formatMerkmale({ ...rest, ...(isMap(barrierefreiheit) && barrierefreiheit) });
    return `${[name, strasse, stadt].filter(Boolean).join(', ')}${zusatz ? ` (${zusatz})` : ''}`;
  },
  read(zeile: string): Baum | undefined {
    if (KENNUNG.test(zeile)) return zeile;
    const [anschrift, klammer] = mitKlammer(zeile);
    const zusatz = klammer === undefined ? {} : readMerkmale(klammer);
    const teile = anschrift.split(/,\s*/);
    if (!zusatz || teile.length > 3 || teile.includes('')) return undefined;
    const [, plz, stadt] = /^(\d{5})?\s*(.*)$/s.exec(teile.pop()!)!;
    const strasse = teile.length === 2 || STRASSE.test(teile[0] ?? '') ? teile.pop() : undefined;
    const merkmal = (name: string) => (MERKMALE as readonly string[]).includes(name);
    const felder = Object.entries({ name: teile[0], strasse, plz, ort: stadt, ...zusatz });
    const barrierefreiheit = felder.filter(([name]) => merkmal(name));
    return Object.fromEntries([
      ...felder.filter(([name, wert]) => wert && !merkmal(name)),
      ...(barrierefreiheit.length > 0
        ? [['barrierefreiheit', Object.fromEntries(barrierefreiheit)]]
        : []),
    ]) as Baum;
  },
};

const RHYTHMUS_WORTE: Readonly<Record<(typeof RHYTHMEN)[number], string>> = {
  woechentlich: 'wöchentlich',
  zweiwoechentlich: '14-täglich',
  'monatlich-1': '1. im Monat',
  'monatlich-2': '2. im Monat',
  'monatlich-3': '3. im Monat',
  'monatlich-4': '4. im Monat',
  'monatlich-letzte': 'letzter im Monat',
};

const TAG = `(?:${WOCHENTAGE.join('|')})`;
const TAGE = `${TAG}(?:–${TAG})?`;
const ZEIT_ZEILE = new RegExp(
  `^(${TAGE}(?:, ${TAGE})*)(?: (ab )?(\\d\\d:\\d\\d)(?:–(\\d\\d:\\d\\d))?)?(?: \\((.*)\\))?$`,
);

/** „mo–mi, fr 09:00–12:00 (14-täglich; gilt ab 2026-09-01; nur mit Termin)“, or a remark alone. */
const zeit = {
  format(wert: Baum): string | undefined {
    if (!isMap(wert)) return undefined;
    const { tage, von, bis, rhythmus, gueltig_ab, gueltig_bis, hinweis } = wert;
    if (!tage) return text(hinweis);
    const uhrzeit = bis ? `${text(von)}–${text(bis)}` : von && `ab ${text(von)}`;
    const worte = alsListe(rhythmus ?? []).map(
      (eine) => RHYTHMUS_WORTE[eine as (typeof RHYTHMEN)[number]],
    );
    const zusatz = [
      ...worte,
      gueltig_ab && `gilt ab ${text(gueltig_ab)}`,
      gueltig_bis && `gilt bis ${text(gueltig_bis)}`,
      hinweis,
    ].filter(Boolean);
    return [
      formatTage(alsListe(tage) as string[]),
      uhrzeit,
      zusatz.length > 0 && `(${zusatz.join('; ')})`,
    ]
      .filter(Boolean)
      .join(' ');
  },
  read(zeile: string): Baum | undefined {
    const match = ZEIT_ZEILE.exec(zeile);
    if (!match) return { hinweis: zeile };
    const [, tage = '', ab, von, bis, klammer] = match;
    if (von && Boolean(ab) === Boolean(bis)) return undefined;
    const wert: Map_ = { tage: readTage(tage), ...(von && { von }), ...(bis && { bis }) };
    for (const zusatz of klammer?.split(/;\s*/) ?? []) {
      const rhythmus = RHYTHMEN.find((eine) => RHYTHMUS_WORTE[eine] === zusatz);
      const [, wann, tag] = /^gilt (ab|bis) (.+)$/.exec(zusatz) ?? [];
      const feld = wann ? `gueltig_${wann}` : 'hinweis';
      if (rhythmus) wert['rhythmus'] = [...alsListe(wert['rhythmus'] ?? []), rhythmus];
      else if (wert[feld] !== undefined) return undefined;
      else wert[feld] = tag ?? zusatz;
    }
    return wert;
  },
};

/** Three days and more in a row as „mo–fr“. */
function formatTage(tage: readonly string[]): string {
  const rang = tage.map((tag) => WOCHENTAGE.indexOf(tag as (typeof WOCHENTAGE)[number]));
  const teile: string[] = [];
  for (let i = 0; i < tage.length;) {
    let ende = i;
    while (rang[ende + 1] === rang[ende]! + 1) ende++;
    if (ende - i < 2) ende = i;
    teile.push(ende > i ? `${tage[i]}–${tage[ende]}` : tage[i]!);
    i = ende + 1;
  }
  return teile.join(', ');
}

function readTage(text: string): string[] {
  return text.split(', ').flatMap((teil) => {
    const [von, bis = von] = teil.split('–') as [Wochentag, Wochentag?];
    return tageVonBis(von, bis);
  });
}

const KOSTEN = new RegExp(
  `^(${KOSTEN_ARTEN.join('|')})?(?:(?:^|, )(\\d+(?:[.,]\\d{1,2})?) Euro(?: ([^(]+?))?)?(?:(?:^| )\\((.*)\\))?$`,
  's',
);

/** „ermaessigt, 5 Euro pro Monat (2 Euro für alle ohne Arbeit)“. */
const kosten: Schreibweise = {
  format(wert) {
    if (!isMap(wert)) return text(wert);
    const { art, betrag, einheit, hinweis } = wert;
    const preis = betrag && `${text(betrag)?.replace('.', ',')} Euro ${text(einheit) ?? ''}`.trim();
    const vorn = [art, preis].filter(Boolean).join(', ');
    return [vorn, hinweis && `(${text(hinweis)})`].filter(Boolean).join(' ');
  },
  read(zelle) {
    const match = zelle === '' ? null : KOSTEN.exec(zelle);
    if (!match) return undefined;
    const [, art, betrag, einheit, hinweis] = match;
    if (art && !betrag && hinweis === undefined) return art;
    return {
      ...(art && { art }),
      ...(betrag && { betrag: betrag.replace(',', '.') }),
      ...(einheit && { einheit }),
      ...(hinweis !== undefined && { hinweis }),
    };
  },
};

/** Ids of blocks, and texts of the offer's own; each on a line of its own where there are texts. */
const bausteine: Schreibweise = {
  vereinheitliche: alsListe,
  format(wert) {
    const teile = alsListe(wert);
    const eigene = teile.some(isMap);
    return teile
      .map((teil) => (isMap(teil) ? text(teil['text']) : teil))
      .join(eigene ? '\n' : ', ');
  },
  read(zelle) {
    const zeilen = proZeile(zelle).map((zeile) => zeile.trim());
    const ids = zelle.split(/[,;\n]/).map((teil) => teil.trim());
    if (ids.every((id) => KENNUNG.test(id))) return ids;
    return zeilen.filter(Boolean).map((teil) => (KENNUNG.test(teil) ? teil : { text: teil }));
  },
};

/** `alter`, `deutschniveau`: „12–18“, „ab 12“, „bis 18“. With a hyphen a spreadsheet would make a date of it. */
const spanne: Schreibweise = {
  format(wert) {
    if (!isMap(wert)) return undefined;
    const [von, bis] = [text(wert['von']), text(wert['bis'])];
    return von && bis ? `${von}–${bis}` : von ? `ab ${von}` : `bis ${bis}`;
  },
  read(zelle) {
    const [, von, bis] =
      /^(?:ab |von )?(\w+)\+?(?:\s*(?:–|-|bis)\s*(\w+))?(?: Jahren?)?$/.exec(zelle) ??
      /^()bis (\w+)(?: Jahren?)?$/.exec(zelle) ??
      [];
    if (!von && !bis) return undefined;
    const genau = von && !bis && !/^(ab|von) |\+/.test(zelle);
    return genau ? undefined : { ...(von && { von }), ...(bis && { bis }) };
  },
};

/** „Im August geschlossen. (bis 2026-08-31)“. */
const hinweis: Schreibweise = {
  format(wert) {
    if (!isMap(wert)) return undefined;
    return [text(wert['text']), wert['bis'] && `(bis ${text(wert['bis'])})`]
      .filter(Boolean)
      .join(' ');
  },
  read(zelle) {
    const [, text = '', bis] = /^(.*?)(?: \(bis (\d{4}-\d\d-\d\d)\))?$/s.exec(zelle)!;
    return text ? { text, ...(bis && { bis }) } : undefined;
  },
};

/** „2026-12-05T15:00 bis 2026-12-05T18:00; rrule: FREQ=WEEKLY; ausfall: 2026-12-25“. */
const termin = {
  format(wert: Baum): string | undefined {
    if (!isMap(wert)) return undefined;
    const { start, ende, rrule, ausfall } = wert;
    return [
      `${text(start)}${ende ? ` bis ${text(ende)}` : ''}`,
      rrule && `rrule: ${text(rrule)?.replaceAll(';', ' ')}`,
      ausfall && `ausfall: ${alsListe(ausfall).join(', ')}`,
    ]
      .filter(Boolean)
      .join('; ');
  },
  read(zeile: string): Baum | undefined {
    const [zeitraum = '', ...rest] = zeile.split(/;\s*/);
    const [start = '', ende] = zeitraum.split(' bis ');
    const merkmale = rest.length > 0 ? readMerkmale(rest.join('; ')) : {};
    if (!merkmale) return undefined;
    const { rrule, ausfall } = merkmale;
    return {
      start,
      ...(ende && { ende }),
      ...(rrule && { rrule: text(rrule)!.replaceAll(' ', ';') }),
      ...(ausfall && { ausfall: text(ausfall)!.split(', ') }),
    };
  },
};

/** German words alone, else a line per language: „de: Sofa, Sessel“. */
const suchwoerter: Schreibweise = {
  vereinheitliche(wert) {
    const map = isMap(wert) ? wert : { de: wert };
    return Object.fromEntries(Object.entries(map).map(([code, worte]) => [code, alsListe(worte)]));
  },
  format(wert) {
    if (!isMap(wert)) return undefined;
    const zeilen = Object.entries(wert).map(
      ([code, worte]) => `${code}: ${alsListe(worte).join(', ')}`,
    );
    return Object.keys(wert).join() === 'de' ? zeilen[0]!.slice('de: '.length) : zeilen.join('\n');
  },
  read(zelle) {
    const worte = (text: string) => text.split(/[,;]/).map((wort) => wort.trim());
    const zeilen = proZeile(zelle).map((zeile) => /^(leicht|[a-z]{2,3}): (.*)$/.exec(zeile.trim()));
    if (zeilen.every((zeile) => zeile !== null))
      return Object.fromEntries(zeilen.map(([, code, liste]) => [code!, worte(liste!)]));
    return { de: worte(zelle) };
  },
};

/** Fields that need more than commas between their values. */
const SCHREIBWEISEN: Readonly<Record<string, Schreibweise>> = {
  sprachen: liste(', ', anKommas, sprache),
  orte: liste('\n', proZeile, ort),
  zeiten: liste('\n', proZeile, zeit),
  termine: liste('\n', proZeile, termin),
  kosten,
  unterlagen: bausteine,
  schritte: bausteine,
  alter: spanne,
  deutschniveau: spanne,
  hinweis,
  suchwoerter,
  kurs: merkmale,
  quelle: merkmale,
  externe_ids: merkmale,
};

/** How a field is written; undefined for a single text. */
function schreibweise(feld: string): Schreibweise | undefined {
  return SCHREIBWEISEN[feld] ?? (istListe(feld) ? kennungen : undefined);
}

/** True where the schema of a field takes a list. */
function istListe(feld: string): boolean {
  const schema = angebotSchema.shape[feld as keyof typeof angebotSchema.shape];
  const einwaende = schema?.safeParse(['x']).error?.issues ?? [];
  return (
    schema !== undefined &&
    !einwaende.some(({ code, path }) => code === 'invalid_type' && path.length === 0)
  );
}
