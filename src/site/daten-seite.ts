/** The page about the open data: what there is, what each field means, and how to use it. */
import { z } from 'zod';
import { type Verteilung, VERZEICHNIS } from '../daten/verzeichnis.ts';
import { datensatzSchema } from '../domain/datensatz.ts';
import { gesprocheneSprachen } from '../domain/angebot.ts';
import { sprachName } from '../i18n/sprachen.ts';
import { formatDatum, type Kontext, label } from './kontext.ts';
import { type FeedArt, feedVerweis } from './neuigkeiten.ts';
import { absolut, basisOf } from './pfade.ts';

export interface DatenSeite {
  stand: string;
  lizenz: { name: string; url: string };
  /** How others name where it is from. */
  nennung: string;
  dateien: (Pick<Verteilung, 'titel' | 'beschreibung' | 'pfad'> & {
    href: string;
    schema?: string;
  })[];
  feeds: { titel: string; verweise: { text: string; href: string }[] }[];
  felder: Feld[];
  /** Addresses for examples. */
  adressen: { csv: string; geojson: string; json: string; v1: string };
  /** A program that answers a question from the files alone. */
  skript: { frage: string; text: string };
}

/** A field of an offer in our own JSON. */
export interface Feld {
  name: string;
  pflicht: boolean;
  form: string;
  bedeutung: string;
}

/** @param kontext German words, links in the page's language */
export function toDatenSeite(kontext: Kontext): DatenSeite {
  const { portal, vokabular, stichtag } = kontext.katalog;
  const href = (pfad: string) => (/^https:/.test(pfad) ? pfad : basisOf(portal.url) + pfad);
  const ganz = (pfad: string) => absolut(portal, href(pfad));
  const feeds = (art: FeedArt, titel: string) => ({
    titel,
    verweise: [...(art === 'thema' ? vokabular.themen : vokabular.kommunen).keys()].flatMap(
      (id) => {
        const feed = feedVerweis(kontext, art, id);
        const begriffe = art === 'thema' ? vokabular.themen : vokabular.kommunen;
        return feed ? [{ text: label(begriffe, id, 'de').text, href: href(feed.pfad) }] : [];
      },
    ),
  });
  return {
    stand: formatDatum(stichtag, 'de'),
    lizenz: portal.lizenz,
    nennung: `${portal.name}, ${portal.url}, ${portal.lizenz.name}, Stand ${formatDatum(stichtag, 'de')}`,
    dateien: VERZEICHNIS.map(({ titel, beschreibung, pfad, folgt }) => ({
      titel,
      beschreibung,
      pfad,
      href: href(pfad),
      ...(folgt && { schema: href(folgt) }),
    })),
    feeds: [feeds('thema', 'Je Thema'), feeds('kommune', 'Je Stadt und Gemeinde')],
    felder: felder(),
    adressen: {
      csv: ganz('daten/angebote.csv'),
      geojson: ganz('daten/angebote.geojson'),
      json: ganz('daten/v1/angebote.json'),
      v1: ganz('daten/v1/'),
    },
    skript: beispiel(kontext),
  };
}

/** The question is one that this Kreis's data can answer. */
function beispiel({ katalog }: Kontext): DatenSeite['skript'] {
  const { kommunen, angebotsarten } = katalog.vokabular;
  const angebote = [...katalog.angebote.values()];
  const sprache =
    ['ar', 'en', 'tr'].find((code) =>
      angebote.some((angebot) => gesprocheneSprachen(angebot).includes(code)),
    ) ?? 'de';
  const passend = angebote.find(
    (angebot) =>
      !angebot.schnellVerlassen &&
      angebot.orte.some(({ kommune }) => kommune) &&
      gesprocheneSprachen(angebot).includes(sprache),
  );
  const kommune = passend?.orte.find((ort) => ort.kommune)?.kommune ?? [...kommunen.keys()][0]!;
  const art = passend?.angebotsart ?? [...angebotsarten.keys()][0]!;
  const ort = label(kommunen, kommune, 'de').text;
  return {
    frage: `Welche Angebote der Art „${label(angebotsarten, art, 'de').text}“ gibt es im Umkreis von 10 km um ${ort}, und wo wird ${sprachName(sprache, 'de')} gesprochen?`,
    text: skript({ ort, art, sprache, km: 10 }),
  };
}

/**
 * A program for Node.js that needs nothing but the files; it is called with the address of their folder.
 * @param frage `ort`: name of a Kommune; `art`: id of an Angebotsart; `sprache`: BCP 47
 */
export function skript(frage: { ort: string; art: string; sprache: string; km: number }): string {
  const { ort, art, sprache, km } = frage;
  return `const lade = async (datei) => (await fetch(process.argv[2] + datei)).json();
const { kommunen } = (await lade("vokabular/de.json")).vokabulare;
const mitte = kommunen.find(({ bezeichnung }) => bezeichnung === ${JSON.stringify(ort)});
const breite = Math.cos((mitte.lat * Math.PI) / 180);
const km = ({ lat, lon }) => 111.2 * Math.hypot(lat - mitte.lat, (lon - mitte.lon) * breite);
const spricht = ({ code, art }) => code === "${sprache}" && art !== "schriftlich";
const passt = ({ angebotsart, sprachen = [], orte = [] }) =>
  angebotsart === "${art}" && sprachen.some(spricht) && orte.some((ort) => km(ort) <= ${km});
const { angebote } = await lade("angebote.json");
console.log(angebote.filter(passt).map(({ titel, seite }) => [titel, seite]));
`;
}

/** What stands in a JSON Schema, in words for people. */
interface Schema {
  type?: string;
  format?: string;
  enum?: string[];
  items?: Schema;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
}

function felder(): Feld[] {
  const { properties = {}, required = [] } = z.toJSONSchema(datensatzSchema) as Schema;
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    pflicht: required.includes(name),
    form: form(schema),
    bedeutung: schema.description ?? '',
  }));
}

const FORMEN: Readonly<Record<string, string>> = {
  boolean: 'ja oder nein (true, false)',
  date: 'Datum (JJJJ-MM-TT)',
  integer: 'ganze Zahl',
  number: 'Zahl',
  string: 'Text',
  uri: 'Internetadresse',
};

function form(schema: Schema): string {
  const { type = '', format = '', items, anyOf, properties } = schema;
  if (schema.enum) return schema.enum.join(' · ');
  if (anyOf) return anyOf.map(form).join(' oder ');
  if (type === 'array') return `Liste: ${form(items ?? {})}`;
  if (type === 'object')
    return properties ? `{ ${Object.keys(properties).join(', ')} }` : 'Felder mit Namen';
  return FORMEN[format] ?? FORMEN[type] ?? 'Text';
}
