/** All offers as a table for people, in the words of the pages. */
import { csvStuecke } from '../daten/csv.ts';
import { type Dateien, langeDatei } from '../daten/datei.ts';
import { type Herausgabe, uuidVonAngebot, veroeffentlichte } from '../daten/herausgabe.ts';
import type { Angebot } from '../domain/angebot.ts';
import { type Angabe, angaben } from './angaben.ts';
import { formatTelefon } from './kontakt.ts';
import { createKontext, type Kontext, label } from './kontext.ts';
import { anschrift, ortszeile } from './ortszeile.ts';
import { toZeitZeile } from './zeit-zeilen.ts';

const SPALTEN = [
  'Titel',
  'Kurz',
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
  'Zeiten',
  'Telefon',
  'E-Mail',
  'Internet',
  'Gilt bis',
  'Geprüft am',
  'Quelle',
  'Seite im Portal',
  'Kennung',
  'UUID',
  'Stand der Liste',
  'Lizenz',
  'Herausgeber',
] as const;

/** One row per offer; opens in Excel by a double click. */
export function csvDatei(herausgabe: Herausgabe): Dateien {
  const kontext = createKontext(herausgabe.katalog, 'de');
  const zeilen = function* () {
    for (const angebot of veroeffentlichte(herausgabe)) yield toZeile(herausgabe, kontext, angebot);
  };
  return langeDatei('daten/angebote.csv', () => csvStuecke(SPALTEN, zeilen()));
}

function toZeile(
  { katalog, adressen }: Herausgabe,
  kontext: Kontext,
  angebot: Angebot,
): Record<(typeof SPALTEN)[number], string> {
  const { vokabular, portal, stichtag } = katalog;
  const { telefon, email, web } = angebot.kontakt;
  const [fuerWen, sprachen, kosten, termin, ...weitere] = angaben(kontext, angebot);
  return {
    Titel: angebot.titel,
    Kurz: angebot.kurztext,
    Anbieter: katalog.anbieter.get(angebot.anbieter)?.name ?? '',
    Art: label(vokabular.angebotsarten, angebot.angebotsart, 'de').text,
    Themen: angebot.thema.map((id) => label(vokabular.themen, id, 'de').text).join(', '),
    'Für wen': werteText(fuerWen),
    Sprachen: werteText(sprachen),
    Kosten: werteText(kosten),
    Termin: werteText(termin),
    'Weitere Angaben': weitere.map((eine) => `${eine.titel}: ${werteText(eine)}`).join('; '),
    Ort: ortszeile(kontext, angebot).text,
    Anschrift: angebot.orte.map((ort) => anschrift(kontext, ort).join(', ')).join(' / '),
    Zeiten: zeitenText(kontext, angebot),
    Telefon: telefon ? formatTelefon(telefon) : '',
    'E-Mail': email ?? '',
    Internet: web ?? '',
    'Gilt bis': angebot.gueltig_bis ?? '',
    'Geprüft am': angebot.geprueft_am,
    Quelle: [angebot.quelle?.name, angebot.quelle?.url].filter(Boolean).join(', '),
    'Seite im Portal': adressen.angebot(angebot.id),
    Kennung: angebot.id,
    UUID: uuidVonAngebot(portal, angebot.id),
    'Stand der Liste': stichtag,
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
