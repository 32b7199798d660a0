/** The same content for other generators: their front matter is ours, with what our build works out itself written beside it. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALLE } from '../src/domain/facette.ts';
import { kurzcode } from '../src/domain/kurzcode.ts';
import { TAGESNAMEN } from '../src/domain/zeiten.ts';
import type { Katalog } from '../src/katalog/katalog.ts';
import type { Erfunden, ErfundenesAngebot } from './erfinden.ts';
import type { ErfundenerInhalt } from './inhalt.ts';

/** Texts of the frame and of facts. */
const RAHMEN = {
  menue: [
    { pfad: '/suche/', text: 'Suche' },
    { pfad: '/thema/', text: 'Themen' },
    { pfad: '/kommunen/', text: 'Orte' },
    { pfad: '/anbieter/', text: 'Anbieter' },
    { pfad: '/hilfe/', text: 'Hilfe' },
  ],
  fuss: [
    { pfad: '/impressum/', text: 'Impressum' },
    { pfad: '/ueber-uns/', text: 'Über dieses Portal' },
    { pfad: '/datenschutz/', text: 'Datenschutz' },
    { pfad: '/hilfe/', text: 'Hilfe' },
    { pfad: '/barrierefreiheit/', text: 'Erklärung zur Barrierefreiheit' },
    { pfad: '/leichte-sprache/', text: 'Leichte Sprache' },
    { pfad: '/diese-woche/', text: 'Termine' },
    { pfad: '/glossar/', text: 'Wörter erklärt' },
    { pfad: '/kontakte/', text: 'Ansprechstellen für Fachkräfte und Ehrenamtliche' },
    { pfad: '/offline/', text: 'Ohne Internet benutzen' },
    { pfad: '/bericht/', text: 'Bericht über die Angebote' },
    { pfad: '/einbetten/', text: 'Angebote auf Ihrer Internetseite zeigen' },
    { pfad: '/daten/', text: 'Offene Daten' },
  ],
  merkmale: {
    rollstuhl: 'Rollstuhl',
    wc: 'Rollstuhl-WC',
    aufzug: 'Aufzug',
    parkplatz: 'Behindertenparkplatz',
    induktion: 'Hilfe für Hörgeräte',
    ruhig: 'ruhiger Raum',
  },
  tage: TAGESNAMEN,
  wochentage: {
    mo: 'Monday',
    di: 'Tuesday',
    mi: 'Wednesday',
    do: 'Thursday',
    fr: 'Friday',
    sa: 'Saturday',
    so: 'Sunday',
  },
  termin: { ohne: 'ohne Termin', moeglich: 'mit oder ohne Termin', noetig: 'nur mit Termin' },
  kosten: {
    kostenlos: 'kostenlos',
    kostenpflichtig: 'kostet Geld',
    ermaessigt: 'Ermäßigung möglich',
    uebernahme: 'Kosten können übernommen werden',
  },
};

/**
 * Writes a project for Hugo (`hugo/`) and one for Eleventy (`eleventy/`), templates and all.
 * @param inhalt the content folder that `schreibeInhalt` wrote
 * @param ziel gets a folder for each of the two; what is in that is removed
 */
export function wandleUm(erfunden: ErfundenerInhalt, inhalt: string, ziel: string): void {
  const projekte = [
    { name: 'hugo', angebote: 'content/angebote', daten: 'data' },
    { name: 'eleventy', angebote: 'angebote', daten: '_data' },
  ];
  for (const { name, angebote, daten } of projekte) {
    const projekt = join(ziel, name);
    rmSync(projekt, { recursive: true, force: true });
    cpSync(join(import.meta.dirname, name), projekt, { recursive: true });
    for (const ordner of [angebote, daten]) mkdirSync(join(projekt, ordner), { recursive: true });
    for (const [datei, wert] of Object.entries(datenVon(erfunden)))
      writeFileSync(join(projekt, daten, `${datei}.json`), JSON.stringify(wert));
    for (const angebot of erfunden.angebote) {
      const datei = `${angebot.id}.md`;
      const unsere = readFileSync(join(inhalt, 'angebote', datei), 'utf8');
      writeFileSync(
        join(projekt, angebote, datei),
        unsere.replace('---\n', `---\n${zusatz(angebot, erfunden.katalog)}`),
      );
    }
  }
}

/** What the other generators do not work out themselves; JSON is YAML. */
function zusatz({ id, felder, kommune, text }: ErfundenesAngebot, { vokabular }: Katalog): string {
  const { einzugsgebiet: gebiet, sprachen, zielgruppen } = felder as unknown as Angaben;
  const code = kurzcode(id);
  const werte = {
    id,
    title: felder.titel,
    description: felder.kurz ?? text.split(/(?<=[.!?])\s/)[0],
    code,
    aliases: [`/a/${code}/`],
    kommunen: kommune && [kommune],
    // In which lists it stands: what is for the whole Kreis is in those of all its Kommunen.
    zuKommunen: gebiet?.includes('kreisweit')
      ? [...vokabular.kommunen.keys()]
      : (gebiet ?? [kommune]),
    zuZielgruppen: zielgruppen.includes(ALLE) ? [...vokabular.zielgruppen.keys()] : zielgruppen,
    sprachcodes: sprachen?.map((sprache) => (typeof sprache === 'string' ? sprache : sprache.code)),
  };
  return Object.entries(werte)
    .filter(([, wert]) => wert !== undefined)
    .map(([name, wert]) => `${name}: ${JSON.stringify(wert)}\n`)
    .join('');
}

/** Lists as they are drawn; their schema also takes a single value. */
interface Angaben {
  zielgruppen: string[];
  einzugsgebiet?: string[];
  sprachen?: (string | { code: string })[];
}

function datenVon({ katalog, anbieter, orte }: ErfundenerInhalt): Record<string, unknown> {
  const { vokabular, portal } = katalog;
  const nachId = (eintraege: readonly Erfunden[]) =>
    Object.fromEntries(eintraege.map(({ id, felder }) => [id, felder]));
  return {
    rahmen: RAHMEN,
    portal,
    anbieterDaten: nachId(anbieter),
    ortsdateien: nachId(orte),
    sprachnamen: Object.fromEntries(
      [...vokabular.sprachen].map(([code, { bezeichnung }]) => [
        code,
        bezeichnung?.['de'] ?? new Intl.DisplayNames('de', { type: 'language' }).of(code),
      ]),
    ),
    vokabular: {
      themen: Object.fromEntries(vokabular.themen),
      zielgruppen: Object.fromEntries(vokabular.zielgruppen),
      angebotsarten: Object.fromEntries(vokabular.angebotsarten),
      unterlagen: Object.fromEntries(vokabular.unterlagen),
      schritte: Object.fromEntries(vokabular.schritte),
      kommunen: Object.fromEntries(
        [...vokabular.kommunen].map(([id, { bezeichnung, lat, lon }]) => [
          id,
          { bezeichnung: bezeichnung['de'], lat, lon },
        ]),
      ),
    },
  };
}
