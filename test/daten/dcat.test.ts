/** The catalogue for data portals, expanded by a library that knows nothing of ours. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { readFileSync } from 'node:fs';
import { lies, MUSTERKREIS, STICHTAG } from '../lib/inhalt.ts';
import { expandiere, type Node } from '../lib/json-ld.ts';
import { offeneDaten } from '../lib/offene-daten.ts';

const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const DE = 'http://dcat-ap.de/def/dcatde/';
const EU = 'http://publications.europa.eu/resource/authority/';
const VCARD = 'http://www.w3.org/2006/vcard/ns#';

const PORTAL = readFileSync(`${MUSTERKREIS}/portal.yaml`, 'utf8');
const muster = readKatalog(MUSTERKREIS, STICHTAG).katalog!;

async function katalogVon(katalog: typeof muster): Promise<Node> {
  const text = offeneDaten(katalog).get('daten/katalog.jsonld')!;
  const [einer, ...andere] = await expandiere(JSON.parse(text) as object);
  expect(andere).toEqual([]);
  return einer!;
}
const alle = (node: Node, feld: string) => (node[feld] ?? []) as Node[];
const adressen = (node: Node, feld: string) => alle(node, feld).map((wert) => wert['@id']);
const texte = (node: Node, feld: string) => alle(node, feld).map((wert) => wert['@value']);

describe.each([
  ['the first Kreis', readKatalog('content', STICHTAG).katalog!, '05382'],
  ['the Musterkreis', muster, '05999'],
])('the catalogue of %s', (_, katalog, schluessel) => {
  let node: Node;
  beforeAll(async () => {
    node = await katalogVon(katalog);
  });
  const datensaetze = () => alle(node, `${DCAT}dataset`);
  const distributionen = () => datensaetze().flatMap((satz) => alle(satz, `${DCAT}distribution`));

  test('has what DCAT-AP.de asks of a catalogue', () => {
    expect(node['@type']).toEqual([`${DCAT}Catalog`]);
    for (const feld of ['title', 'description', 'license', 'language'])
      expect(alle(node, DCT + feld), feld).not.toEqual([]);
    expect(alle(node, `${DCT}publisher`)).toMatchObject([
      {
        '@type': ['http://xmlns.com/foaf/0.1/Organization'],
        'http://xmlns.com/foaf/0.1/name': [{ '@value': katalog.portal.kontakt.stelle }],
      },
    ]);
    expect(datensaetze()).toHaveLength(4);
  });

  test('has what it asks of a dataset, and invents no id of a data portal', () => {
    for (const satz of datensaetze()) {
      expect(satz['@type']).toEqual([`${DCAT}Dataset`]);
      for (const feld of ['title', 'description', 'identifier', 'publisher', 'spatial'])
        expect(alle(satz, DCT + feld), feld).toHaveLength(1);
      expect(adressen(satz, `${DCAT}theme`)).toContain(`${EU}data-theme/SOCI`);
      expect(adressen(satz, `${DCT}accrualPeriodicity`)).toEqual([`${EU}frequency/DAILY`]);
      expect(adressen(satz, `${DCT}language`)).toContain(`${EU}language/DEU`);
      expect(alle(satz, `${DCT}modified`)).toEqual([
        { '@type': 'http://www.w3.org/2001/XMLSchema#date', '@value': STICHTAG },
      ]);
      expect(adressen(satz, `${DE}politicalGeocodingURI`)).toEqual([
        `http://dcat-ap.de/def/politicalGeocoding/districtKey/${schluessel}`,
      ]);
      expect(alle(satz, `${DCAT}contactPoint`)).toMatchObject([
        {
          '@type': [`${VCARD}Organization`],
          [`${VCARD}fn`]: [{ '@value': katalog.portal.kontakt.stelle }],
          [`${VCARD}hasEmail`]: [{ '@id': `mailto:${katalog.portal.kontakt.email}` }],
        },
      ]);
      expect(satz).not.toHaveProperty([`${DE}contributorID`]);
    }
  });

  test('has what it asks of a file, under a licence that it knows', () => {
    for (const eine of distributionen()) {
      expect(eine['@type']).toEqual([`${DCAT}Distribution`]);
      expect(adressen(eine, `${DCAT}accessURL`)).toHaveLength(1);
      expect(adressen(eine, `${DCT}license`)).toEqual(['http://dcat-ap.de/def/licenses/cc-by/4.0']);
      expect(texte(eine, `${DE}licenseAttributionByText`)).toEqual([katalog.portal.kontakt.stelle]);
      expect(String(adressen(eine, `${DCT}format`)[0])).toMatch(/file-type\/[A-Z]+$/);
      expect(String(adressen(eine, `${DCAT}mediaType`)[0])).toMatch(
        /^https:\/\/www\.iana\.org\/assignments\/media-types\/[a-z]+\/[a-z+]+$/,
      );
    }
  });

  test('names files that are there, and every file that begins a folder', () => {
    const genannt = distributionen()
      .flatMap((eine) => adressen(eine, `${DCAT}downloadURL`))
      .map((url) => String(url).replace(katalog.portal.url, ''));
    const da = [...offeneDaten(katalog).keys()];
    expect(da).toEqual(expect.arrayContaining(genannt));
    const vorn = da.filter((pfad) => /^daten\/(v1\/)?[^/]+$/.test(pfad));
    expect(genannt).toEqual(
      expect.arrayContaining(vorn.filter((pfad) => pfad !== 'daten/katalog.jsonld')),
    );
  });

  test('has addresses of its own for everything in it, each once', () => {
    const eigene = [node, ...datensaetze(), ...distributionen()].map((eine) => String(eine['@id']));
    expect(new Set(eigene).size).toBe(eigene.length);
    for (const adresse of eigene) expect(URL.canParse(adresse), adresse).toBe(true);
  });
});

test('says of a trial that it is one, and of another licence where it stands', async () => {
  expect(texteDerAngebote(await katalogVon(muster))).toContain('Probebetrieb');
  const { katalog } = lies({
    'portal.yaml': `${PORTAL.replace('probebetrieb: ja', 'probebetrieb: nein')}lizenz: { name: Eigene, url: "https://muster.example/lizenz" }\n`,
  });
  const echt = await katalogVon(katalog!);
  expect(texteDerAngebote(echt)).not.toContain('Probebetrieb');
  expect(adressen(echt, `${DCT}license`)).toEqual(['https://muster.example/lizenz']);
});

test('names no Kreis by a key where its municipalities do not agree on one', async () => {
  const kommunen = readFileSync(`${MUSTERKREIS}/vokabular/kommunen.yaml`, 'utf8');
  const { katalog } = lies({
    'vokabular/kommunen.yaml': kommunen.replace('"05999002"', '"05998002"'),
  });
  const [angebote] = alle(await katalogVon(katalog!), `${DCAT}dataset`);
  expect(angebote).not.toHaveProperty([`${DE}politicalGeocodingURI`]);
  expect(angebote).not.toHaveProperty([`${DE}politicalGeocodingLevelURI`]);
});

test('knows the languages of the interface by their European names', async () => {
  const { katalog } = readKatalog('content', STICHTAG);
  const vokabular = alle(await katalogVon(katalog!), `${DCAT}dataset`)[2]!;
  expect(adressen(vokabular, `${DCT}language`).sort()).toEqual(
    ['ARA', 'DEU', 'ENG', 'FAS', 'FRA', 'KUR', 'POL', 'RON', 'RUS', 'TUR', 'UKR'].map(
      (code) => `${EU}language/${code}`,
    ),
  );
});

function texteDerAngebote(node: Node): string {
  return String(texte(alle(node, `${DCAT}dataset`)[0]!, `${DCT}description`)[0]);
}
