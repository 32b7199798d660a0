/** What there is to download: for people on the page about open data, for data portals in the catalogue. */

export interface Verteilung {
  /** From the root of the portal. */
  pfad: string;
  titel: string;
  /** What it is good for, in a sentence. */
  beschreibung: string;
  /** IANA media type. */
  medientyp: string;
  /** Of the file types of the EU: the end of http://publications.europa.eu/resource/authority/file-type/… */
  dateityp: 'ATOM' | 'CSV' | 'GEOJSON' | 'JSON' | 'ICS' | 'ZIP';
  /** What it holds: offers, providers, words, or what changed. */
  inhalt: 'angebote' | 'anbieter' | 'vokabular' | 'aenderungen';
  /** The schema or standard it follows. */
  folgt?: string;
}

const V1 = 'daten/v1/';

/** The files that others are told of; those of single offers, Themen and the like are found from them. */
export const VERZEICHNIS: readonly Verteilung[] = [
  {
    pfad: 'daten/angebote.csv',
    titel: 'Tabelle aller Angebote (CSV)',
    beschreibung:
      'Öffnet sich mit einem Doppelklick in Excel oder LibreOffice, eine Zeile je Angebot.',
    medientyp: 'text/csv',
    dateityp: 'CSV',
    inhalt: 'angebote',
  },
  {
    pfad: 'daten/angebote.geojson',
    titel: 'Orte aller Angebote (GeoJSON)',
    beschreibung: 'Für Karten, zum Beispiel in uMap oder QGIS.',
    medientyp: 'application/geo+json',
    dateityp: 'GEOJSON',
    inhalt: 'angebote',
    folgt: 'https://www.rfc-editor.org/rfc/rfc7946',
  },
  {
    pfad: `${V1}angebote.json`,
    titel: 'Alle Angebote mit allen Angaben (JSON)',
    beschreibung: 'Für Programme und für andere Portale; mit Übersetzungen.',
    medientyp: 'application/json',
    dateityp: 'JSON',
    inhalt: 'angebote',
    folgt: `${V1}schema/angebote.json`,
  },
  {
    pfad: `${V1}anbieter.json`,
    titel: 'Anbieter (JSON)',
    beschreibung: 'Wer die Angebote macht und wie man ihn erreicht.',
    medientyp: 'application/json',
    dateityp: 'JSON',
    inhalt: 'anbieter',
    folgt: `${V1}schema/anbieter.json`,
  },
  {
    pfad: `${V1}vokabular/de.json`,
    titel: 'Vokabular (JSON)',
    beschreibung:
      'Was die Kennungen heißen: Themen, Zielgruppen, Sprachen, Kommunen. In jeder Sprache des Portals, zum Beispiel ar.json.',
    medientyp: 'application/json',
    dateityp: 'JSON',
    inhalt: 'vokabular',
    folgt: `${V1}schema/vokabular.json`,
  },
  {
    pfad: `${V1}aenderungen.json`,
    titel: 'Was sich geändert hat (JSON)',
    beschreibung: 'Neue, geänderte und verschwundene Angebote, mit Datum.',
    medientyp: 'application/json',
    dateityp: 'JSON',
    inhalt: 'aenderungen',
    folgt: `${V1}schema/aenderungen.json`,
  },
  {
    pfad: 'daten/hsds/services.json',
    titel: 'Alle Angebote nach HSDS 3.1 (JSON)',
    beschreibung: 'Für Verzeichnisse sozialer Hilfen, die den Standard von Open Referral lesen.',
    medientyp: 'application/json',
    dateityp: 'JSON',
    inhalt: 'angebote',
    folgt: 'https://docs.openreferral.org/',
  },
  {
    pfad: 'daten/hsds/datapackage.json',
    titel: 'Dasselbe als Tabellen (HSDS, Data Package)',
    beschreibung: 'Beschreibt die CSV-Dateien, die neben ihr liegen, und wie sie zusammenhängen.',
    medientyp: 'application/json',
    dateityp: 'JSON',
    inhalt: 'angebote',
    folgt: 'https://specs.frictionlessdata.io/tabular-data-package/',
  },
  {
    pfad: 'daten/neu/alle.xml',
    titel: 'Neue und geänderte Angebote zum Abonnieren (Atom)',
    beschreibung:
      'Für Feedreader und Mailprogramme wie Thunderbird; gibt es auch je Thema und Kommune.',
    medientyp: 'application/atom+xml',
    dateityp: 'ATOM',
    inhalt: 'aenderungen',
    folgt: 'https://www.rfc-editor.org/rfc/rfc4287',
  },
];
