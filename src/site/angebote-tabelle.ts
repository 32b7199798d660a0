/** All offers for people who read and filter: as a table and on a map, in the words of the pages. */
import { csvKopf, csvZeile } from '../daten/csv.ts';
import { type Dateien, jsonAnfang, jsonEintrag, jsonEnde } from '../daten/datei.ts';
import {
  type Herausgabe,
  ohneLeere,
  toKopf,
  uuidVonAngebot,
  veroeffentlichte,
} from '../daten/herausgabe.ts';
import { type Angebot, pruefzeit } from '../domain/angebot.ts';
import { alsUri } from '../domain/felder.ts';
import type { Ort } from '../domain/ort.ts';
import { type Angabe, angaben, kanaele } from './angaben.ts';
import { barrierefreiheitTexte, bausteine, hinweise } from './angebot-seite.ts';
import { formatTelefon } from './kontakt.ts';
import { createKontext, type Kontext, label } from './kontext.ts';
import { anschrift, ortszeile } from './ortszeile.ts';
import { terminZeilen } from './termin-zeilen.ts';
import { toZeitZeile } from './zeit-zeilen.ts';

const SPALTEN = [
  'Titel',
  'Kurz',
  'Hinweise',
  'Anbieter',
  'Art',
  'Themen',
  'Für wen',
  'Sprachen',
  'Kosten',
  'Termin',
  'Weitere Angaben',
  'Ort',
  'Anschrift',
  'Barrierefreiheit',
  'Zeiten',
  'Termine',
  'Unterlagen',
  'So melden Sie sich',
  'Telefon',
  'E-Mail',
  'Internet',
  'Gilt bis',
  'Geprüft',
  'Schutz',
  'Quelle',
  'Seite im Portal',
  'Kennung',
  'UUID',
  'Stand der Liste',
  'Lizenz',
  'Herausgeber',
] as const;

type Zeile = Record<(typeof SPALTEN)[number], string>;

const CSV = 'daten/angebote.csv';
const GEOJSON = 'daten/angebote.geojson';

/**
 * Both files, for which the words of an offer are found once. The table has a row per offer and opens in Excel by a double click; GeoJSON
 * (RFC 7946) has a feature per offer and place, without a geometry where there is no place, or a secret one.
 */
export function tabelleUndKarte(herausgabe: Herausgabe): Dateien {
  return { pfade: [CSV, GEOJSON], stuecke: () => stuecke(herausgabe) };
}

function* stuecke(herausgabe: Herausgabe): Generator<readonly [pfad: string, text: string]> {
  const { version: _, ...kopf } = toKopf(herausgabe);
  const kontext = createKontext(herausgabe.katalog, 'de');
  let nummer = 0;
  yield [CSV, csvKopf(SPALTEN)];
  yield [GEOJSON, jsonAnfang({ type: 'FeatureCollection', ...kopf }, 'features')];
  for (const angebot of veroeffentlichte(herausgabe)) {
    const zeile = toZeile(herausgabe, kontext, angebot);
    yield [CSV, csvZeile(SPALTEN, zeile)];
    const orte: (Ort | undefined)[] = angebot.orte.length > 0 ? angebot.orte : [undefined];
    for (const [i, ort] of orte.entries())
      yield [GEOJSON, jsonEintrag(toFeature(kontext, zeile, ort, i), nummer++)];
  }
  yield [GEOJSON, jsonEnde(nummer)];
}

function toFeature(
  { katalog }: Kontext,
  zeile: Zeile,
  ort: Ort | undefined,
  nummer: number,
): object {
  const text = (wert: string) => wert || undefined;
  return {
    type: 'Feature',
    id: `${zeile.UUID}/${nummer}`,
    geometry: ort?.punkt ? { type: 'Point', coordinates: [ort.punkt.lon, ort.punkt.lat] } : null,
    properties: ohneLeere({
      uuid: zeile.UUID,
      // What map programs show without being asked; a warning comes first.
      name: zeile.Titel,
      description: [zeile.Hinweise, zeile.Kurz].filter(Boolean).join(' '),
      hinweise: text(zeile.Hinweise),
      anbieter: text(zeile.Anbieter),
      art: text(zeile.Art),
      themen: text(zeile.Themen),
      fuer_wen: text(zeile['Für wen']),
      sprachen: text(zeile.Sprachen),
      kosten: text(zeile.Kosten),
      termin: text(zeile.Termin),
      zeiten: text(zeile.Zeiten),
      termine: text(zeile.Termine),
      haus: ort?.name,
      strasse: ort?.strasse,
      plz: ort?.plz,
      ort: ort?.ort,
      kommune: ort?.kommune && label(katalog.vokabular.kommunen, ort.kommune, 'de').text,
      genau: ort?.punkt && !ort.ungefaehr,
      telefon: text(zeile.Telefon),
      email: text(zeile['E-Mail']),
      web: text(zeile.Internet),
      schutz: text(zeile.Schutz),
      quelle: text(zeile.Quelle),
      seite: zeile['Seite im Portal'],
      geprueft: zeile.Geprüft,
    }),
  };
}

function toZeile({ katalog, adressen }: Herausgabe, kontext: Kontext, angebot: Angebot): Zeile {
  const { vokabular, portal, stichtag } = katalog;
  const { telefon, email, web } = angebot.kontakt;
  const { quelle } = angebot;
  const [fuerWen, sprachen, kosten, termin, ...weitere] = angaben(kontext, angebot);
  // On the page they stand where the place would be.
  const statt = angebot.orte.length > 0 ? [] : kanaele(kontext, angebot);
  return {
    Titel: angebot.titel,
    Kurz: angebot.kurztext,
    Hinweise: hinweise(kontext, angebot)
      .map(({ text }) => text.replace(/\s+/g, ' '))
      .join(' '),
    Anbieter: katalog.anbieter.get(angebot.anbieter)?.name ?? '',
    Art: label(vokabular.angebotsarten, angebot.angebotsart, 'de').text,
    Themen: angebot.thema.map((id) => label(vokabular.themen, id, 'de').text).join(', '),
    'Für wen': werteText(fuerWen),
    Sprachen: werteText(sprachen),
    Kosten: werteText(kosten),
    Termin: werteText(termin),
    'Weitere Angaben': [
      ...(statt.length > 0 ? [`${kontext.t('angabe.kanal')}: ${statt.join(', ')}`] : []),
      ...weitere.map((eine) => `${eine.titel}: ${werteText(eine)}`),
    ].join('; '),
    Ort: ortszeile(kontext, angebot).text,
    Anschrift: angebot.orte.map((ort) => anschrift(kontext, ort).join(', ')).join(' / '),
    Barrierefreiheit: angebot.orte
      .map((ort) => barrierefreiheitTexte(ort.barrierefreiheit, kontext.t).join(', '))
      .filter(Boolean)
      .join(' / '),
    Zeiten: zeitenText(kontext, angebot),
    Termine: terminZeilen(kontext, angebot).join('; '),
    Unterlagen: bausteinText(kontext, angebot, 'unterlagen'),
    'So melden Sie sich': bausteinText(kontext, angebot, 'schritte'),
    Telefon: telefon ? formatTelefon(telefon) : '',
    'E-Mail': email ?? '',
    Internet: alsUri(web) ?? '',
    'Gilt bis': angebot.gueltig_bis ?? '',
    Geprüft: pruefzeit(angebot) ?? 'unbekannt',
    Schutz: angebot.vertraulich ? 'vertraulich' : angebot.schnellVerlassen ? 'ja' : '',
    Quelle: [quelle?.name, quelle?.url, quelle?.stand, quelle?.lizenz].filter(Boolean).join(', '),
    'Seite im Portal': adressen.angebot(angebot.id),
    Kennung: angebot.id,
    UUID: uuidVonAngebot(portal, angebot.id),
    'Stand der Liste': stichtag + (portal.probebetrieb ? ' (Probebetrieb, nicht bestätigt)' : ''),
    Lizenz: portal.lizenz.name,
    Herausgeber: portal.kontakt.stelle,
  };
}

/** „Deutsch, Arabisch (nach Absprache)“ */
function werteText(angabe: Angabe | undefined): string {
  return (angabe?.werte ?? [])
    .map(({ text, zusaetze }) =>
      zusaetze ? `${text} (${zusaetze.map((zusatz) => zusatz.text).join(', ')})` : text,
    )
    .join(', ');
}

/** „Montag und Donnerstag, 14:00–16:00 Uhr; nach Vereinbarung“ */
function zeitenText(kontext: Kontext, angebot: Angebot): string {
  const zeilen = (angebot.zeiten ?? []).map((zeit) => {
    const { tage, zeit: uhrzeit, zusatz } = toZeitZeile(kontext, zeit);
    return [tage, uhrzeit, zusatz, zeit.hinweis].filter(Boolean).join(', ');
  });
  return [...zeilen, angebot.ausnahmen].filter(Boolean).join('; ');
}

function bausteinText(kontext: Kontext, angebot: Angebot, name: 'unterlagen' | 'schritte'): string {
  return bausteine(kontext, angebot, name)
    .map(({ text }) => text)
    .join('; ');
}
