/**
 * The catalogue that data portals read (DCAT-AP.de 3.0, which is also 2.0 where we say the same), as JSON-LD. Which portal collects it
 * and under which id (`dcatde:contributorID`), only that portal knows.
 */
import { sprachcodes } from '../domain/portal.ts';
import { type Dateien, datei, formatJson } from './datei.ts';
import { type Herausgabe, ohneLeere, uuidVon } from './herausgabe.ts';
import { type Verteilung, VERZEICHNIS } from './verzeichnis.ts';

const PFAD = 'daten/katalog.jsonld';

const KONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const EU = 'http://publications.europa.eu/resource/authority/';
const DCAT_AP_DE = 'http://dcat-ap.de/def/';

/** Licences that have an address of their own at dcat-ap.de, by how ours begins. */
const LIZENZEN = {
  'creativecommons.org/licenses/by/4.0': 'cc-by/4.0',
  'creativecommons.org/licenses/by-sa/4.0': 'cc-by-sa/4.0',
  'creativecommons.org/publicdomain/zero/1.0': 'cc-zero',
  'www.govdata.de/dl-de/by-2-0': 'dl-by-de/2.0',
  'www.govdata.de/dl-de/zero-2-0': 'dl-zero-de/2.0',
};

/** What the EU calls the languages of the interface. Easy German has no name there; it is German. */
const SPRACHEN: Readonly<Record<string, string>> = {
  ar: 'ARA',
  de: 'DEU',
  en: 'ENG',
  fa: 'FAS',
  fr: 'FRA',
  ku: 'KUR',
  leicht: 'DEU',
  pl: 'POL',
  ro: 'RON',
  ru: 'RUS',
  tr: 'TUR',
  uk: 'UKR',
};

/** Themes of the EU (authority/data-theme): population and society, education. */
const EU_THEMEN = ['SOCI', 'EDUC'];

const uri = (adresse: string) => ({ '@id': adresse });
const eu = (liste: string, code: string) => uri(`${EU}${liste}/${code}`);
const deutsch = (text: string) => ({ '@language': 'de', '@value': text });
const tag = (datum: string) => ({ '@type': 'xsd:date', '@value': datum });

/** The catalogue as a file. */
export function dcatDatei(herausgabe: Herausgabe): Dateien {
  return datei(PFAD, () => formatJson(toDcatKatalog(herausgabe)));
}

function toDcatKatalog(herausgabe: Herausgabe): object {
  const { portal, stichtag } = herausgabe.katalog;
  const { datei } = herausgabe.adressen;
  return {
    '@context': KONTEXT,
    '@id': kennung(herausgabe, 'katalog'),
    '@type': 'dcat:Catalog',
    'dct:title': deutsch(`Offene Daten: ${portal.name}`),
    'dct:description': deutsch(portal.beschreibung['de']!),
    'dct:publisher': {
      '@id': kennung(herausgabe, 'stelle'),
      '@type': 'foaf:Organization',
      'foaf:name': deutsch(portal.kontakt.stelle),
      'foaf:mbox': uri(`mailto:${portal.kontakt.email}`),
    },
    'dct:language': spracheUris(['de']),
    'dct:license': uri(lizenzUri(portal.lizenz.url)),
    'dct:rights': {
      '@type': 'dct:RightsStatement',
      'rdfs:label': deutsch(`${portal.lizenz.name}, ${portal.lizenz.url}`),
    },
    'dct:modified': tag(stichtag),
    'foaf:homepage': uri(datei('')),
    'dcat:themeTaxonomy': uri(`${EU}data-theme`),
    'dcat:dataset': datensaetze(herausgabe).map((satz) =>
      toDataset(
        herausgabe,
        satz,
        VERZEICHNIS.filter(({ inhalt }) => inhalt === satz.name),
      ),
    ),
  };
}

interface Datensatzangaben {
  name: Verteilung['inhalt'];
  titel: string;
  beschreibung: string;
  sprachen: string[];
}

function datensaetze({ katalog }: Herausgabe): Datensatzangaben[] {
  const { portal, angebote } = katalog;
  const imKreis = portal.im_kreis['de']!;
  const uebersetzt = new Set([...angebote.values()].flatMap((a) => [...a.uebersetzungen.keys()]));
  return [
    {
      name: 'angebote',
      titel: `Angebote für Zugewanderte ${imKreis}`,
      beschreibung: `${portal.beschreibung['de']!} Was auf den Seiten steht, als Daten.`,
      sprachen: sprachcodes(portal).filter((code) => code === 'de' || uebersetzt.has(code)),
    },
    {
      name: 'anbieter',
      titel: `Anbieter von Angeboten für Zugewanderte ${imKreis}`,
      beschreibung: 'Behörden, Verbände, Vereine und Initiativen, die zurzeit ein Angebot haben.',
      sprachen: ['de'],
    },
    {
      name: 'vokabular',
      titel: `Begriffe für Angebote für Zugewanderte ${imKreis}`,
      beschreibung: 'Themen, Arten, Zielgruppen und Orte, nach denen die Angebote geordnet sind.',
      sprachen: sprachcodes(portal),
    },
    {
      name: 'aenderungen',
      titel: `Änderungen an Angeboten für Zugewanderte ${imKreis}`,
      beschreibung: 'Welche Angebote wann dazugekommen, anders geworden oder verschwunden sind.',
      sprachen: ['de'],
    },
  ];
}

function toDataset(
  herausgabe: Herausgabe,
  { name, titel, beschreibung, sprachen }: Datensatzangaben,
  dateien: readonly Verteilung[],
): object {
  const { katalog, adressen } = herausgabe;
  const { portal, stichtag, vokabular } = katalog;
  const schluessel = kreisschluessel(katalog);
  const worte = [...vokabular.themen.values()].filter(({ schutz }) => !schutz?.length);
  return ohneLeere({
    '@id': kennung(herausgabe, name),
    '@type': 'dcat:Dataset',
    'dct:identifier': uuidVon(portal, 'datensatz', name),
    'dct:title': deutsch(titel),
    'dct:description': deutsch(
      portal.probebetrieb ? `Probebetrieb, noch nicht bestätigt. ${beschreibung}` : beschreibung,
    ),
    'dct:publisher': uri(kennung(herausgabe, 'stelle')),
    'dcat:contactPoint': ohneLeere({
      '@id': kennung(herausgabe, 'kontakt'),
      '@type': 'vcard:Organization',
      'vcard:fn': portal.kontakt.stelle,
      'vcard:hasEmail': uri(`mailto:${portal.kontakt.email}`),
      'vcard:hasTelephone': portal.kontakt.telefon && uri(`tel:${portal.kontakt.telefon}`),
      'vcard:hasURL': uri(adressen.datei('')),
    }),
    'dcat:landingPage': uri(adressen.datei('daten/')),
    'dcat:theme': EU_THEMEN.map((code) => eu('data-theme', code)),
    'dcat:keyword': ['Integration', ...worte.map((wort) => wort.bezeichnung['de']!)].map(deutsch),
    'dct:language': spracheUris(sprachen),
    'dct:accessRights': eu('access-right', 'PUBLIC'),
    'dct:accrualPeriodicity': eu('frequency', 'DAILY'),
    'dct:modified': tag(stichtag),
    'dct:spatial': gebiet(portal),
    ...(schluessel && {
      'dcatde:politicalGeocodingLevelURI': uri(
        `${DCAT_AP_DE}politicalGeocoding/Level/administrativeDistrict`,
      ),
      'dcatde:politicalGeocodingURI': uri(
        `${DCAT_AP_DE}politicalGeocoding/districtKey/${schluessel}`,
      ),
    }),
    'dcat:distribution': dateien.map((eine) => toDistribution(herausgabe, eine)),
  });
}

function toDistribution(herausgabe: Herausgabe, verteilung: Verteilung): object {
  const { portal, stichtag } = herausgabe.katalog;
  const { pfad, titel, beschreibung, medientyp, dateityp, folgt } = verteilung;
  const { datei } = herausgabe.adressen;
  const adresse = uri(datei(pfad));
  // A standard has an address of its own, a schema of ours a path.
  const regel = folgt && (URL.canParse(folgt) ? folgt : datei(folgt));
  return ohneLeere({
    '@id': kennung(herausgabe, pfad),
    '@type': 'dcat:Distribution',
    'dct:title': deutsch(titel),
    'dct:description': deutsch(beschreibung),
    'dcat:accessURL': adresse,
    'dcat:downloadURL': adresse,
    'dct:format': eu('file-type', dateityp),
    'dcat:mediaType': uri(`https://www.iana.org/assignments/media-types/${medientyp}`),
    'dct:conformsTo': regel && { '@id': regel, '@type': 'dct:Standard' },
    'dct:license': uri(lizenzUri(portal.lizenz.url)),
    'dcatde:licenseAttributionByText': deutsch(portal.kontakt.stelle),
    'dct:modified': tag(stichtag),
    'dcatap:availability': eu(
      'planned-availability',
      portal.probebetrieb ? 'EXPERIMENTAL' : 'AVAILABLE',
    ),
  });
}

/** The rectangle of the map: no list that DCAT-AP.de knows has addresses of Kreise. */
function gebiet({ kreis, karte }: Herausgabe['katalog']['portal']): object {
  const [sued, nord] = karte.gebiet.lat;
  const [west, ost] = karte.gebiet.lon;
  const ecken = [
    [west, sued],
    [ost, sued],
    [ost, nord],
    [west, nord],
    [west, sued],
  ];
  return {
    '@type': 'dct:Location',
    'skos:prefLabel': deutsch(kreis),
    'dcat:bbox': {
      '@type': 'geo:wktLiteral',
      '@value': `POLYGON((${ecken.map((ecke) => ecke.join(' ')).join(', ')}))`,
    },
  };
}

/** The official key of the Kreis: what those of its municipalities have in common; undefined where they have nothing. */
function kreisschluessel({ vokabular }: Herausgabe['katalog']): string | undefined {
  const [erster, ...andere] = new Set(
    [...vokabular.kommunen.values()].flatMap(({ ags }) => ags?.slice(0, 5) ?? []),
  );
  return andere.length === 0 ? erster : undefined;
}

/** Languages of which the EU has no name are left out. */
function spracheUris(codes: readonly string[]): object[] {
  const namen = new Set(codes.flatMap((code) => SPRACHEN[code] ?? []));
  return [...namen].map((name) => eu('language', name));
}

function lizenzUri(url: string): string {
  const ohneProtokoll = url.replace(/^https?:\/\//, '');
  const [, name] =
    Object.entries(LIZENZEN).find(([anfang]) => ohneProtokoll.startsWith(anfang)) ?? [];
  return name ? `${DCAT_AP_DE}licenses/${name}` : url;
}

/** The address of something in this file. */
function kennung({ adressen }: Herausgabe, name: string): string {
  return `${adressen.datei(PFAD)}#${name}`;
}
