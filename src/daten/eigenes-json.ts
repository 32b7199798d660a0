/** Our own JSON, version 1: everything about the offers that pages show, for other programs and other portals. */
import { z } from 'zod';
import type { Anbieter } from '../domain/anbieter.ts';
import {
  type AenderungenDatei,
  type AnbieterDaten,
  type AngeboteDatei,
  DATEN_SCHEMATA,
  DATEN_VERSION,
  type VokabularDatei,
} from '../domain/datensatz.ts';
import { alsUri } from '../domain/felder.ts';
import type { Kommune } from '../domain/vokabular.ts';
import { sprachcodes } from '../domain/portal.ts';
import { sprachName } from '../i18n/sprachen.ts';
import { type Dateien, datei, formatJson, formatJsonListe, langeDatei } from './datei.ts';
import {
  type Herausgabe,
  ohneLeere,
  toBegriffe,
  toDatensatz,
  toKopf,
  uuidVonAnbieter,
  uuidVonAngebot,
  veroeffentlichte,
} from './herausgabe.ts';

/** Folder of the version; a later one stands beside it. */
export const ORDNER = `daten/v${DATEN_VERSION}/`;

/** The files of our own format, and the schemas they follow. */
export function eigeneDateien(herausgabe: Herausgabe): Dateien[] {
  const { katalog, adressen } = herausgabe;
  const kopf = (name: keyof typeof DATEN_SCHEMATA) => ({
    $schema: adressen.datei(schemaPfad(name)),
    ...toKopf(herausgabe),
  });
  return [
    langeDatei(`${ORDNER}angebote.json`, () =>
      formatJsonListe(
        { ...kopf('angebote'), begriffe: toBegriffe(herausgabe) } satisfies Omit<
          AngeboteDatei,
          'angebote'
        >,
        'angebote',
        map(veroeffentlichte(herausgabe), (angebot) => toDatensatz(herausgabe, angebot)),
      ),
    ),
    langeDatei(`${ORDNER}anbieter.json`, () =>
      formatJsonListe(kopf('anbieter'), 'anbieter', alleAnbieter(herausgabe)),
    ),
    datei(`${ORDNER}aenderungen.json`, () =>
      formatJson({ ...kopf('aenderungen'), ...toAenderungen(herausgabe) }),
    ),
    ...sprachcodes(katalog.portal).map((sprache) =>
      datei(`${ORDNER}vokabular/${sprache}.json`, () =>
        formatJson({ ...kopf('vokabular'), ...toVokabular(herausgabe, sprache) }),
      ),
    ),
    ...Object.entries(DATEN_SCHEMATA).map(([name, schema]) =>
      datei(schemaPfad(name), () =>
        formatJson({
          $id: adressen.datei(schemaPfad(name)),
          // Of what comes in: later fields of version 1 are no error for whoever checks with it.
          ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
        }),
      ),
    ),
  ];
}

function schemaPfad(name: string): string {
  return `${ORDNER}schema/${name}.json`;
}

/**
 * What happened, the newest first; nothing of shelters (`katalog/verlauf`). Of what is gone, only an id that says nothing: its name may
 * have been withdrawn with good reason.
 */
function toAenderungen({
  katalog,
  verlauf,
}: Herausgabe): Pick<AenderungenDatei, 'seit' | 'aenderungen'> {
  return {
    seit: verlauf.seit,
    aenderungen: verlauf.ereignisse.map(({ datum, art, id, felder }) => ({
      datum,
      art,
      uuid: uuidVonAngebot(katalog.portal, id),
      ...(art !== 'weg' && { id }),
      ...(felder.length > 0 && { felder }),
    })),
  };
}

/** Providers that have an offer now. */
function* alleAnbieter(herausgabe: Herausgabe): Generator<AnbieterDaten> {
  const jeAnbieter = Map.groupBy(veroeffentlichte(herausgabe), ({ anbieter }) => anbieter);
  for (const anbieter of herausgabe.katalog.anbieter.values()) {
    const angebote = jeAnbieter.get(anbieter.id)?.map(({ id }) => id);
    if (angebote) yield toAnbieterDaten(herausgabe, anbieter, angebote);
  }
}

function toAnbieterDaten(
  { katalog, adressen }: Herausgabe,
  anbieter: Anbieter,
  angebote: string[],
): AnbieterDaten {
  const { id, schutz: _, kein_duplikat: __, web, quelle, ...rest } = anbieter;
  return ohneLeere({
    id,
    uuid: uuidVonAnbieter(katalog.portal, id),
    seite: adressen.anbieter(id),
    ...rest,
    web: alsUri(web),
    quelle: quelle && ohneLeere({ ...quelle, url: alsUri(quelle.url) }),
    angebote,
  });
}

/** The vocabularies in a language; German words are marked where there are no others. */
function toVokabular(
  { katalog: { vokabular } }: Herausgabe,
  sprache: string,
): Pick<VokabularDatei, 'sprache' | 'vokabulare'> {
  const { handlungsfelder: _, ...rest } = vokabular;
  const vokabulare = Object.entries(rest).map(([name, begriffe]) => [
    name,
    [...begriffe.values()].map((begriff) => toBegriff(begriff, sprache)),
  ]);
  return { sprache, vokabulare: Object.fromEntries(vokabulare) as VokabularDatei['vokabulare'] };
}

interface Begriff {
  id: string;
  bezeichnung?: string | Record<string, string> | undefined;
  beschreibung?: Record<string, string> | undefined;
  suchwoerter?: Record<string, string[]> | undefined;
}

function toBegriff(begriff: Begriff | Kommune, sprache: string) {
  const { id, bezeichnung, beschreibung, suchwoerter } = begriff;
  // Words of letters and doors are German in every language; languages that a Kreis does not name have CLDR's names.
  const worte =
    typeof bezeichnung === 'string'
      ? { de: bezeichnung }
      : (bezeichnung ?? { [sprache]: sprachName(id, sprache) });
  const eigenes = worte[sprache];
  return {
    id,
    bezeichnung: eigenes ?? worte['de'] ?? id,
    ...(eigenes === undefined && { sprache: 'de' }),
    ...(beschreibung?.[sprache] && { beschreibung: beschreibung[sprache] }),
    ...(suchwoerter?.[sprache] && { suchwoerter: suchwoerter[sprache] }),
    ...('plz' in begriff &&
      ohneLeere({ ags: begriff.ags, plz: begriff.plz, lat: begriff.lat, lon: begriff.lon })),
  };
}

function* map<A, B>(werte: Iterable<A>, tun: (wert: A) => B): Generator<B> {
  for (const wert of werte) yield tun(wert);
}
