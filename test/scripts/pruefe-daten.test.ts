/** The gate of the open data: what a finished build would have to look like for it to say no. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schreibeHier } from '../../scripts/lib/bau/offene-daten.ts';
import { listPfade } from '../../scripts/lib/dateiliste.ts';
import { pruefeDaten } from '../../scripts/lib/bau/pruefe-daten.ts';
import { uuidVonAngebot } from '../../src/domain/uuid.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { toOffeneDaten } from '../../src/site/offene-daten.ts';
import { MUSTERKREIS, STICHTAG } from '../lib/inhalt.ts';

const katalog = readKatalog(MUSTERKREIS, STICHTAG).katalog!;
const uuid = (id: string) => uuidVonAngebot(katalog.portal, id);
const verlauf = {
  seit: '2026-01-01',
  ereignisse: [{ datum: '2026-11-01', art: 'neu' as const, id: 'kleiderstube', felder: [] }],
};
const daten = toOffeneDaten(katalog, verlauf);
const pfade = daten.flatMap((eine) => eine.pfade);
const heil = mkdtempSync(join(tmpdir(), 'portal-daten-'));
beforeAll(() => schreibeHier({ ordner: heil }, daten));
afterAll(() => rmSync(heil, { recursive: true }));

/** What the gate says after something was done to the files. */
function nach(tun: (ordner: string) => void): string[] {
  const kopie = mkdtempSync(join(tmpdir(), 'portal-daten-'));
  try {
    cpSync(heil, kopie, { recursive: true });
    tun(kopie);
    return pruefeDaten({ ordner: kopie }, katalog, pfade, listPfade(kopie));
  } finally {
    rmSync(kopie, { recursive: true });
  }
}

function ersetze(pfad: string, tun: (text: string) => string) {
  return (ordner: string) => {
    const alt = readFileSync(join(ordner, pfad), 'utf8');
    const neu = tun(alt);
    expect(neu).not.toBe(alt);
    writeFileSync(join(ordner, pfad), neu);
  };
}

const haus = uuid('frauenhaus');
const ohneZeile = (wort: string) => (text: string) =>
  text
    .split('\n')
    .filter((zeile) => !zeile.includes(wort))
    .join('\n');

test('has nothing against what the build writes', () => {
  expect(pruefeDaten({ ordner: heil }, katalog, pfade, listPfade(heil))).toEqual([]);
});

test.each<[string, (ordner: string) => void, RegExp]>([
  [
    'a file that is missing',
    (ordner) => rmSync(join(ordner, 'daten/v1/aenderungen.json')),
    /aenderungen\.json wurden nicht geschrieben/,
  ],
  [
    'the file of a single service that is missing',
    (ordner) => rmSync(join(ordner, `daten/hsds/services/${haus}.json`)),
    /wurden nicht geschrieben/,
  ],
  [
    'a file that should have vanished',
    (ordner) => cpSync(join(ordner, 'daten/angebote.csv'), join(ordner, 'daten/alt.csv')),
    /alt\.csv gehört nicht/,
  ],
  [
    'an offer that a table lacks',
    ersetze('daten/angebote.csv', ohneZeile('"kleiderstube"')),
    /angebote\.csv fehlt ein Angebot: kleiderstube/,
  ],
  [
    'an offer that the map lacks',
    ersetze('daten/angebote.geojson', ohneZeile(uuid('jugendtreff'))),
    /fehlt ein Angebot: jugendtreff|geojson/,
  ],
  [
    'an offer that stands twice',
    (ordner) => {
      const pfad = join(ordner, 'daten/hsds/services.csv');
      const zeile = readFileSync(pfad, 'utf8')
        .split('\r\n')
        .find((eine) => eine.startsWith(haus));
      appendFileSync(pfad, `${zeile!}\r\n`);
    },
    /services\.csv steht ein Angebot doppelt: frauenhaus/,
  ],
  [
    'a place of a shelter in its own JSON',
    ersetze('daten/v1/angebote.json', (text) =>
      text.replace(`"uuid":"${haus}"`, `"uuid":"${haus}","orte":[{"ort":"Siegburg"}]`),
    ),
    /Ort eines vertraulichen Angebots: frauenhaus/,
  ],
  [
    'a place of a shelter in its file of HSDS',
    ersetze(`daten/hsds/services/${haus}.json`, (text) =>
      text.replace('{', '{ "service_at_locations": [{}],'),
    ),
    /Ort eines vertraulichen Angebots: frauenhaus/,
  ],
  [
    'a place of a shelter in the tables',
    (ordner) =>
      appendFileSync(join(ordner, 'daten/hsds/service_at_location.csv'), `x,${haus},y\r\n`),
    /Ort eines vertraulichen Angebots: frauenhaus/,
  ],
  [
    'an address that belongs to nobody',
    (ordner) =>
      appendFileSync(join(ordner, 'daten/hsds/addresses.csv'), 'x,y,Geheimgasse 7,,,,,,\r\n'),
    /addresses\.csv gehört ein Ort zu keinem Angebot/,
  ],
  [
    'a shelter in a feed',
    ersetze('daten/neu/alle.xml', (text) => text.replace(uuid('kleiderstube'), haus)),
    /alle\.xml steht ein Angebot, das dort nicht stehen darf: frauenhaus/,
  ],
])('refuses %s', (_, tun, erwartet) => {
  const einwaende = nach(tun);
  expect(einwaende.join('\n')).toMatch(erwartet);
});
