/**
 * The files of HSDS 3.1 (Open Referral): every offer with all it holds, providers, taxonomies, and the same as a Tabular Data Package. They
 * conform to the schemas of the data; there is no server that would answer as HSDS's API does.
 */
import { type Datei, datei, formatJson, formatJsonListe } from '../datei.ts';
import {
  type Herausgabe,
  toDatensatz,
  toKopf,
  uuidVonAngebot,
  veroeffentlichte,
} from '../herausgabe.ts';
import { toService, toStandard } from './service.ts';
import {
  formatTabelle,
  TABELLEN,
  type TabellenName,
  toResources,
  type Wurzel,
} from './tabellen.ts';
import { createUmfeld, type Objekt, type Umfeld } from './umfeld.ts';

const HSDS_VERSION = '3.1';

const ORDNER = 'daten/hsds/';

/** Everything below `daten/hsds/`. */
export function hsdsDateien(herausgabe: Herausgabe): Datei[] {
  const { portal } = herausgabe.katalog;
  const angebote = veroeffentlichte(herausgabe);
  const umfeld = createUmfeld(herausgabe, new Set(angebote.map(({ anbieter }) => anbieter)));
  const { begriffe, organizations } = umfeld;
  const kopf = { ...toKopf(herausgabe), version: HSDS_VERSION };
  const liste = (name: string, anzahl: number, eintraege: () => Iterable<Objekt>): Datei => ({
    pfad: `${ORDNER}${name}.json`,
    stuecke: () => formatJsonListe({ ...kopf, ...seite(anzahl) }, 'contents', eintraege()),
  });
  return [
    liste('services', angebote.length, function* () {
      for (const angebot of angebote) yield toService(umfeld, toDatensatz(herausgabe, angebot));
    }),
    ...angebote.map((angebot) =>
      datei(`${ORDNER}services/${uuidVonAngebot(portal, angebot.id)}.json`, () =>
        formatJson({
          ...toService(umfeld, toDatensatz(herausgabe, angebot)),
          x_de_herausgabe: kopf,
        }),
      ),
    ),
    liste('organizations', organizations.size, () => organizations.values()),
    liste('taxonomies', begriffe.taxonomies.length, () => begriffe.taxonomies),
    liste('taxonomy_terms', begriffe.terms.length, () => begriffe.terms),
    datei(`${ORDNER}datapackage.json`, () => formatJson(toDatapackage(herausgabe))),
    ...(Object.keys(TABELLEN) as TabellenName[]).map((name) => ({
      pfad: `${ORDNER}${TABELLEN[name].pfad}`,
      stuecke: () => formatTabelle(name, wurzeln(umfeld, name)),
    })),
  ];
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

/** Tables whose rows stand in no service. */
const OHNE_SERVICES: readonly TabellenName[] = ['organization', 'taxonomy', 'taxonomy_term'];

/** Everything that may hold rows of a table. */
function* wurzeln(umfeld: Umfeld, gesucht: TabellenName): Generator<Wurzel> {
  const { begriffe, herausgabe, organizations } = umfeld;
  for (const taxonomie of begriffe.taxonomies) yield ['taxonomy', taxonomie];
  for (const begriff of begriffe.terms) yield ['taxonomy_term', begriff];
  for (const organization of organizations.values()) yield ['organization', organization];
  if (OHNE_SERVICES.includes(gesucht)) return;
  for (const angebot of veroeffentlichte(herausgabe))
    yield ['service', toStandard(umfeld, toDatensatz(herausgabe, angebot))];
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
