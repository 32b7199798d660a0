/**
 * The files of HSDS 3.1 (Open Referral): every offer with all it holds, providers, taxonomies, and the same as a Tabular Data Package. They
 * conform to the schemas of the data; there is no server that would answer as HSDS's API does.
 */
import {
  type Dateien,
  datei,
  formatJson,
  formatJsonListe,
  jsonAnfang,
  jsonEintrag,
  jsonEnde,
  langeDatei,
  type Stueck,
} from '../datei.ts';
import {
  type Herausgabe,
  toDatensatz,
  toKopf,
  uuidVonAngebot,
  veroeffentlichte,
} from '../herausgabe.ts';
import { toService } from './service.ts';
import {
  TABELLEN,
  type TabellenName,
  toResources,
  ueberschriften,
  type Wurzel,
  zeilenVon,
} from './tabellen.ts';
import { createUmfeld, type Objekt, type Umfeld } from './umfeld.ts';

const HSDS_VERSION = '3.1';

const ORDNER = 'daten/hsds/';

/** Everything below `daten/hsds/`. */
export function hsdsDateien(herausgabe: Herausgabe): Dateien[] {
  const { portal } = herausgabe.katalog;
  const angebote = veroeffentlichte(herausgabe);
  const umfeld = createUmfeld(herausgabe, new Set(angebote.map(({ anbieter }) => anbieter)));
  const { begriffe, organizations } = umfeld;
  const liste = (name: string, eintraege: readonly Objekt[]): Dateien =>
    langeDatei(`${ORDNER}${name}.json`, () =>
      formatJsonListe(listenkopf(herausgabe, eintraege.length), 'contents', eintraege),
    );
  return [
    {
      pfade: [
        SERVICES,
        ...angebote.map(({ id }) => einzeln(uuidVonAngebot(portal, id))),
        ...Object.values(TABELLEN).map(({ pfad }) => ORDNER + pfad),
      ],
      stuecke: () => services(umfeld),
    },
    liste('organizations', [...organizations.values()]),
    liste('taxonomies', begriffe.taxonomies),
    liste('taxonomy_terms', begriffe.terms),
    datei(`${ORDNER}datapackage.json`, () => formatJson(toDatapackage(herausgabe))),
  ];
}

const SERVICES = `${ORDNER}services.json`;

function einzeln(uuid: string): string {
  return `${ORDNER}services/${uuid}.json`;
}

/** The list of services, a file for each, and all tables: a service is made once for all of them. */
function* services(umfeld: Umfeld): Generator<Stueck> {
  const { begriffe, herausgabe, organizations } = umfeld;
  const angebote = veroeffentlichte(herausgabe);
  const kopf = hsdsKopf(herausgabe);
  yield* inTabellen(ueberschriften());
  for (const wurzel of [
    ...begriffe.taxonomies.map((eine): Wurzel => ['taxonomy', eine]),
    ...begriffe.terms.map((einer): Wurzel => ['taxonomy_term', einer]),
    ...[...organizations.values()].map((eine): Wurzel => ['organization', eine]),
  ])
    yield* inTabellen(zeilenVon(wurzel));
  yield [SERVICES, jsonAnfang(listenkopf(herausgabe, angebote.length), 'contents')];
  for (const [nummer, angebot] of angebote.entries()) {
    const service = toService(umfeld, toDatensatz(herausgabe, angebot));
    yield [SERVICES, jsonEintrag(service, nummer)];
    yield [einzeln(service.id), formatJson({ ...service, x_de_herausgabe: kopf }), 'ganz'];
    yield* inTabellen(zeilenVon(['service', service]));
  }
  yield [SERVICES, jsonEnde(angebote.length)];
}

function* inTabellen(zeilen: Iterable<[TabellenName, string]>): Generator<Stueck> {
  for (const [name, zeile] of zeilen) yield [ORDNER + TABELLEN[name].pfad, zeile];
}

function hsdsKopf(herausgabe: Herausgabe): object {
  return { ...toKopf(herausgabe), version: HSDS_VERSION };
}

function listenkopf(herausgabe: Herausgabe, anzahl: number): object {
  return { ...hsdsKopf(herausgabe), ...seite(anzahl) };
}

/** What readers of HSDS expect of a list: here it always has one page. */
function seite(anzahl: number): object {
  return {
    total_items: anzahl,
    total_pages: 1,
    page_number: 1,
    size: anzahl,
    first_page: true,
    last_page: true,
    empty: anzahl === 0,
  };
}

/** Describes the tables (Data Package 1), and says of all of them what each of the other files says of itself. */
function toDatapackage(herausgabe: Herausgabe): object {
  const { portal, stand, lizenz, probebetrieb } = toKopf(herausgabe);
  return {
    profile: 'tabular-data-package',
    name: 'hsds',
    title: portal.name,
    version: stand,
    created: `${stand}T00:00:00Z`,
    homepage: portal.url,
    licenses: [{ title: lizenz.name, path: lizenz.url }],
    sources: [{ title: portal.name, path: portal.url }],
    contributors: [{ title: portal.stelle, email: portal.email, role: 'publisher' }],
    x_de_hsds: HSDS_VERSION,
    x_de_probebetrieb: probebetrieb,
    resources: toResources(),
  };
}
