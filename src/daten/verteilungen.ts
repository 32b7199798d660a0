/** Every file of open data that somebody may look for: for the catalogue of data portals, and for the page about them. */
import { sprachcodes } from '../domain/portal.ts';
import { LEICHT } from '../domain/sprache.ts';
import { eigenName, sprachName } from '../i18n/sprachen.ts';
import { ORDNER, schemaPfad } from './eigenes-json.ts';
import type { Herausgabe } from './herausgabe.ts';

/** File formats: their code in the vocabulary of the EU (authority/file-type), and their media type (IANA). */
export const FORMATE = {
  ATOM: 'application/atom+xml',
  CSV: 'text/csv',
  GEOJSON: 'application/geo+json',
  JSON: 'application/json',
} as const;

export type Datensatzname = 'angebote' | 'anbieter' | 'vokabular';

/** A file, as people and data portals are told of it, in German. */
export interface Verteilung {
  /** From the root of the portal. */
  pfad: string;
  datensatz: Datensatzname;
  titel: string;
  /** One sentence. */
  beschreibung: string;
  format: keyof typeof FORMATE;
  /** The language of the file where it has only one. */
  sprache?: string;
  /** Address of the standard or the schema it follows. */
  folgt?: string;
}

/** All files, those that most people want first. A new one is one entry here. */
export function verteilungen({ katalog, adressen }: Herausgabe): Verteilung[] {
  const schema = (name: string) => adressen.datei(schemaPfad(name));
  return [
    {
      pfad: 'daten/angebote.csv',
      datensatz: 'angebote',
      titel: 'Angebote als Tabelle',
      beschreibung:
        'Alle Angebote in den Worten der Seiten, zum Öffnen mit Excel oder LibreOffice.',
      format: 'CSV',
      sprache: 'de',
      folgt: 'https://www.rfc-editor.org/rfc/rfc4180',
    },
    {
      pfad: 'daten/angebote.geojson',
      datensatz: 'angebote',
      titel: 'Angebote für Karten',
      beschreibung: 'Alle Angebote mit ihren Orten, für Karten und Geoinformationssysteme.',
      format: 'GEOJSON',
      sprache: 'de',
      folgt: 'https://www.rfc-editor.org/rfc/rfc7946',
    },
    {
      pfad: `${ORDNER}angebote.json`,
      datensatz: 'angebote',
      titel: 'Angebote vollständig',
      beschreibung: 'Alle Angebote mit allen Angaben und Übersetzungen, für Programme.',
      format: 'JSON',
      folgt: schema('angebote'),
    },
    {
      pfad: 'daten/neu/alle.xml',
      datensatz: 'angebote',
      titel: 'Neue und geänderte Angebote',
      beschreibung: 'Was zuletzt neu oder anders ist, zum Abonnieren.',
      format: 'ATOM',
      sprache: 'de',
      folgt: 'https://www.rfc-editor.org/rfc/rfc4287',
    },
    {
      pfad: `${ORDNER}aenderungen.json`,
      datensatz: 'angebote',
      titel: 'Änderungen',
      beschreibung: 'Welche Angebote wann neu, geändert oder gelöscht wurden, für Programme.',
      format: 'JSON',
      sprache: 'de',
      folgt: schema('aenderungen'),
    },
    {
      pfad: `${ORDNER}anbieter.json`,
      datensatz: 'anbieter',
      titel: 'Anbieter',
      beschreibung: 'Alle Anbieter, die zurzeit ein Angebot haben.',
      format: 'JSON',
      sprache: 'de',
      folgt: schema('anbieter'),
    },
    ...sprachcodes(katalog.portal).map((sprache): Verteilung => ({
      pfad: `${ORDNER}vokabular/${sprache}.json`,
      datensatz: 'vokabular',
      titel: `Begriffe: ${sprache === LEICHT ? eigenName(LEICHT) : sprachName(sprache, 'de')}`,
      beschreibung: 'Was die Kennungen in den Dateien bedeuten, in dieser Sprache.',
      format: 'JSON',
      sprache,
      folgt: schema('vokabular'),
    })),
  ];
}
