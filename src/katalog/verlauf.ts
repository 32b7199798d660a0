/**
 * What happened to the offers in the last year, as Git knows it: `geprueft_am` says when somebody looked at an offer, only the
 * history says when it changed. Without a history, or where only its end was fetched, it says from when on it knows anything.
 */
import { isDeepStrictEqual } from 'node:util';
import { type AngebotEintrag, istAlsVertraulichMarkiert } from '../domain/angebot.ts';
import { frueher, plusTage, spaeter, tagInDeutschland } from '../domain/datum.ts';
import { git, istTeil, readBlobs } from './git.ts';
import { angeboteMitSeite, type Katalog, standVon } from './katalog.ts';
import { parseDocument, parseYamlFile } from './parse-document.ts';
import type { RegelKontext } from './rules/regel.ts';

export interface Ereignis {
  /** The day on which the main line got it, `YYYY-MM-DD`. */
  datum: string;
  /** `weg`: visitors do not find it any more. */
  art: 'neu' | 'geaendert' | 'weg';
  /** Of the offer. */
  id: string;
  /** Keys of its file; `kontakt` where it is that of its provider, `uebersetzungen` for its translations. Empty unless it changed. */
  felder: string[];
}

export interface Verlauf {
  /** Nothing is known of the days before. */
  seit: string;
  /** The newest first; of one day by id. One per offer and day. */
  ereignisse: Ereignis[];
}

/** A history of which nothing is known up to a day. */
export function ohneVerlauf(stichtag: string): Verlauf {
  return { seit: plusTage(stichtag, 1), ereignisse: [] };
}

const TAGE = 365;

/** What a reader calls each field of an offer, and what else of it can change; null for what changes nothing for readers. */
const FELD_WORTE = {
  titel: 'Name',
  kurz: 'Beschreibung',
  anbieter: 'Anbieter',
  angebotsart: 'Art',
  thema: 'Thema',
  zielgruppen: 'Zielgruppe',
  sprachen: 'Sprachen',
  gebaerdensprache: 'Sprachen',
  deutschniveau: 'Deutsch-Niveau',
  alter: 'Alter',
  kanal: 'Ort',
  orte: 'Ort',
  einzugsgebiet: 'Gebiet',
  zeiten: 'Zeiten',
  ausnahmen: 'Zeiten',
  termin: 'Termin',
  kosten: 'Kosten',
  unterlagen: 'Unterlagen',
  schritte: 'Anmeldung',
  kinderbetreuung: 'Kinderbetreuung',
  kurs: 'Kurs',
  termine: 'Termine',
  telefon: 'Kontakt',
  email: 'Kontakt',
  web: 'Kontakt',
  schutz: 'Schutz',
  hinweis: 'Hinweis',
  status: 'Status',
  gueltig_bis: 'Dauer',
  weiterleitung: null,
  geprueft_am: null,
  geprueft_durch: null,
  quelle: null,
  suchwoerter: null,
  leika: null,
  externe_ids: null,
  kein_duplikat: null,
  text: 'Beschreibung',
  kontakt: 'Kontakt',
  uebersetzungen: 'Übersetzung',
} as const satisfies Record<
  keyof AngebotEintrag | 'text' | 'kontakt' | 'uebersetzungen',
  string | null
>;

const worte: ReadonlyMap<string, string | null> = new Map(Object.entries(FELD_WORTE));

/** @returns what a reader calls a field of an {@link Ereignis}; null for what changes nothing for readers, and for what is no field */
export function feldWort(feld: string): string | null {
  return worte.get(feld) ?? null;
}

/**
 * @param inhalt content folder
 * @param kontext what was read from it
 */
export function readVerlauf(
  inhalt: string,
  kontext: Pick<RegelKontext, 'katalog' | 'eintraege'>,
): Verlauf {
  const { katalog } = kontext;
  const { seit, aenderungen } = readAenderungen(inhalt, katalog.stichtag);
  const jeTag = new Map<string, Ereignis>();
  // Git tells the latest first.
  for (const ereignis of toEreignisse(inhalt, aenderungen, kontext)) {
    if (ereignis.datum > katalog.stichtag) continue;
    const key = `${ereignis.datum} ${ereignis.id}`;
    const bisher = jeTag.get(key);
    jeTag.set(key, bisher ? vereint(bisher, ereignis) : ereignis);
  }
  const sichtbar = [...jeTag.values()].filter(
    ({ art, id }) => art !== 'weg' && katalog.angebote.has(id),
  );
  const istOffen = createIstOffen(inhalt, aenderungen, katalog);
  const ereignisse = [...sichtbar, ...verschwundene([...jeTag.values()], katalog)]
    .filter(({ datum, id }) => datum >= seit && istOffen(id))
    .sort((a, b) => compare(b.datum, a.datum) || compare(a.id, b.id));
  return { seit, ereignisse };
}

/**
 * Two events of a day: what is new on a day is new, and what is gone is gone, whatever was changed about it. Of what came and went, or
 * went and came back, the later holds: subscribers may have taken it over in between.
 */
function vereint(spaeteres: Ereignis, frueheres: Ereignis): Ereignis {
  const art = [spaeteres, frueheres].map((eines) => eines.art).find((eine) => eine !== 'geaendert');
  if (art) return { ...spaeteres, art, felder: [] };
  return {
    ...spaeteres,
    felder: [...new Set([...spaeteres.felder, ...frueheres.felder])].sort(),
  };
}

/** Offers that are gone: withdrawn, ended, or so old that they rest in the archive. Each once, on the day it went. */
function verschwundene(ereignisse: readonly Ereignis[], katalog: Katalog): Ereignis[] {
  const { archiv, beendete, stichtag } = katalog;
  const weg = (id: string, datum: string | undefined): Ereignis[] =>
    datum ? [{ datum, art: 'weg', id, felder: [] }] : [];
  const geloescht = letzteTage(ereignisse.filter(({ art }) => art === 'weg'));
  // What has ended has not been given another status since.
  const beendet = letzteTage(
    ereignisse.filter(({ art, felder }) => art === 'neu' || felder.includes('status')),
  );
  const bekannte = angeboteMitSeite(katalog);
  return [
    ...[...geloescht].flatMap(([id, tag]) => (bekannte.has(id) ? [] : weg(id, tag))),
    ...[...beendete.values()].flatMap(({ id, gueltig_bis, status }) =>
      weg(
        id,
        frueher(
          gueltig_bis && gueltig_bis < stichtag ? plusTage(gueltig_bis, 1) : undefined,
          status === 'beendet' ? beendet.get(id) : undefined,
        ),
      ),
    ),
    ...[...archiv.values()].flatMap((angebot) =>
      weg(angebot.id, standVon(katalog, angebot).sehrAltAb),
    ),
  ];
}

/** The last day of each offer. */
function letzteTage(ereignisse: readonly Ereignis[]): Map<string, string> {
  const tage = new Map<string, string>();
  for (const { id, datum } of ereignisse) tage.set(id, spaeter(datum, tage.get(id)));
  return tage;
}

/**
 * Says of an offer whether what happened to it may be told. Of a shelter it would tell since when its address is gone, and so where to
 * look for it; also of one that is gone itself, for whoever guesses its id knows its UUID.
 */
function createIstOffen(
  inhalt: string,
  aenderungen: readonly Dateiaenderung[],
  katalog: Katalog,
): (id: string) => boolean {
  const bekannte = angeboteMitSeite(katalog);
  const versionen = aenderungen.flatMap(({ pfad, vorher, nachher }) => {
    const [, ordner, id = '', sprache] = DATEI.exec(pfad) ?? [];
    if (ordner !== 'angebote' || sprache || bekannte.has(id)) return [];
    return [vorher, nachher].flatMap((oid) => (oid ? [{ id, pfad, oid }] : []));
  });
  const bytes = readBlobs(
    inhalt,
    versionen.map(({ oid }) => oid),
  );
  const { angebotsarten } = katalog.vokabular;
  const gesehen = versionen.map(({ id, pfad }) => ({
    id,
    offen: warOffen(pfad, bytes.next().value!, angebotsarten),
  }));
  const geheime = new Set(gesehen.flatMap(({ id, offen }) => (offen ? [] : [id])));
  const offene = new Set(gesehen.map(({ id }) => id)).difference(geheime);
  return (id) => {
    const angebot = bekannte.get(id);
    return angebot ? !angebot.vertraulich : offene.has(id);
  };
}

/** False where a version was confidential; and where nobody can tell any more, because it cannot be read or no such kind is left. */
function warOffen(
  pfad: string,
  bytes: Uint8Array,
  angebotsarten: Katalog['vokabular']['angebotsarten'],
): boolean {
  const daten = parseDocument(pfad, bytes).dokument?.daten as Record<string, unknown> | undefined;
  const art = angebotsarten.get(String(daten?.['angebotsart']));
  return (
    art !== undefined &&
    !istAlsVertraulichMarkiert(art) &&
    !/vertraulich/i.test(JSON.stringify(daten?.['schutz'] ?? ''))
  );
}

/** A file that a commit of the main line added, changed or took away. */
interface Dateiaenderung {
  datum: string;
  /** Below the content folder. */
  pfad: string;
  /** Names of what stood in it before and after; undefined where it was not there. */
  vorher: string | undefined;
  nachher: string | undefined;
}

function readAenderungen(
  inhalt: string,
  stichtag: string,
): { seit: string; aenderungen: Dateiaenderung[] } {
  const antwort = git(inhalt, [
    'log',
    // Days count on which something came online, not those on which somebody worked on it.
    ...['--first-parent', '--diff-merges=first-parent'],
    ...['--no-renames', '--raw', '--no-abbrev', '--relative', '-z'],
    // No limit by date here: one commit with a wrong clock would end the walk.
    '--format=%cI %P',
    ...['HEAD', '--', 'angebote', 'anbieter', 'orte'],
  ]);
  if (antwort === undefined) return { seit: ohneVerlauf(stichtag).seit, aenderungen: [] };
  const teil = istTeil(inhalt);
  const anfang = plusTage(stichtag, -TAGE);
  const aenderungen: Dateiaenderung[] = [];
  let seit = anfang;
  let commit = { datum: '', zaehlt: false };
  const teile = antwort.toString('utf8').split('\0');
  // Each commit is followed by its files, each file by its path; so no path can be taken for anything else.
  for (let i = 0; i < teile.length; i++) {
    const [, zeitpunkt, eltern] = /^\n?(\d{4}-\S+) ?([0-9a-f ]*)$/.exec(teile[i]!) ?? [];
    const [, vorher, nachher] =
      /^\n?:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) [AMDT]$/.exec(teile[i]!) ?? [];
    if (zeitpunkt) {
      const datum = tagInDeutschland(new Date(zeitpunkt));
      // Where the fetched part of the history ends, everything looks new.
      const rand = teil && !eltern;
      if (rand && datum >= seit) seit = plusTage(datum, 1);
      commit = { datum, zaehlt: !rand && datum >= anfang };
    } else if (vorher && nachher) {
      const pfad = teile[++i] ?? '';
      if (commit.zaehlt)
        aenderungen.push({
          datum: commit.datum,
          pfad,
          vorher: blob(vorher),
          nachher: blob(nachher),
        });
    }
  }
  return { seit, aenderungen };
}

function blob(oid: string): string | undefined {
  return /^0+$/.test(oid) ? undefined : oid;
}

const DATEI = /^(angebote|anbieter|orte)\/(?:.*\/)?([a-z0-9-]+)(?:\.([a-z-]+))?\.(?:md|yaml)$/;

/** What changes of files mean for offers. */
function toEreignisse(
  inhalt: string,
  aenderungen: readonly Dateiaenderung[],
  { katalog, eintraege }: Pick<RegelKontext, 'katalog' | 'eintraege'>,
): Ereignis[] {
  const geaendert = aenderungen.filter(({ vorher, nachher }) => vorher && nachher);
  const oids = [...new Set(geaendert.flatMap(({ vorher, nachher }) => [vorher!, nachher!]))];
  const bytes = readBlobs(inhalt, oids);
  const inhalte = new Map(oids.map((oid) => [oid, bytes.next().value!]));
  const angebote = [...katalog.angebote.values()];
  const jeAnbieter = idsJe(
    angebote.flatMap(({ id, anbieter, kontakt }) => (kontakt.vomAnbieter ? [[anbieter, id]] : [])),
  );
  const jeOrt = idsJe(
    angebote.flatMap(({ id }) =>
      [...new Set(eintraege.angebote.get(id)?.orte)].flatMap((ort) =>
        typeof ort === 'string' ? [[ort, id]] : [],
      ),
    ),
  );
  return aenderungen.flatMap(({ datum, pfad, vorher, nachher }): Ereignis[] => {
    const [, ordner, id = '', sprache] = DATEI.exec(pfad) ?? [];
    if (!ordner) return [];
    const ereignis = (art: Ereignis['art'], felder: string[] = [], wer = id): Ereignis => ({
      datum,
      art,
      id: wer,
      felder,
    });
    if (sprache) return [ereignis('geaendert', ['uebersetzungen'])];
    if (ordner === 'angebote' && !(vorher && nachher)) return [ereignis(nachher ? 'neu' : 'weg')];
    if (!vorher || !nachher) return [];
    const felder = verschieden(pfad, inhalte.get(vorher)!, inhalte.get(nachher)!);
    if (ordner === 'angebote') {
      const sichtbare = felder.filter((feld) => feldWort(feld) !== null);
      return sichtbare.length > 0 ? [ereignis('geaendert', sichtbare)] : [];
    }
    if (ordner === 'orte')
      return felder.some((feld) => feld !== 'kein_duplikat')
        ? (jeOrt.get(id) ?? []).map((wer) => ereignis('geaendert', ['orte'], wer))
        : [];
    return felder.some((feld) => /^(telefon|email|web)$/.test(feld))
      ? (jeAnbieter.get(id) ?? []).map((wer) => ereignis('geaendert', ['kontakt'], wer))
      : [];
  });
}

/** The second of each pair by the first. */
function idsJe(paare: readonly (readonly [string, string])[]): Map<string, string[]> {
  const gruppen = Map.groupBy(paare, ([von]) => von);
  return new Map([...gruppen].map(([von, seine]) => [von, seine.map(([, id]) => id)]));
}

/** Fields that say something else than before. Files that nobody can read say nothing. */
function verschieden(pfad: string, vorher: Uint8Array, nachher: Uint8Array): string[] {
  const lies = (bytes: Uint8Array): Record<string, unknown> | undefined => {
    const { dokument } = (pfad.endsWith('.md') ? parseDocument : parseYamlFile)(pfad, bytes);
    return (
      dokument && { ...(dokument.daten as Record<string, unknown>), text: dokument.text.trim() }
    );
  };
  const [alt, neu] = [lies(vorher), lies(nachher)];
  if (!alt || !neu) return [];
  return [...new Set([...Object.keys(alt), ...Object.keys(neu)])]
    .filter((feld) => !isDeepStrictEqual(alt[feld], neu[feld]))
    .sort();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
