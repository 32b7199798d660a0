/** The last gate before the place of a shelter: what a finished portal would have to hold for it to say no. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { listPfade } from '../../scripts/lib/dateiliste.ts';
import { pruefeGeheimes } from '../../scripts/lib/bau/pruefe-geheimes.ts';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import type { AngeboteDatei } from '../../src/domain/datensatz.ts';
import { angebot, createInhalt } from '../lib/inhalt.ts';
import { kopie, mitNachbar } from '../lib/nachbar.ts';
import { packeDateien } from '../lib/paket.ts';
import { STICHTAG, WERKSTATT } from './lib/bauen.ts';

/** As somebody might write them whom no rule stops: one place of its own, one that is a file. */
const inhalt = createInhalt({
  'angebote/zuflucht.md': angebot({
    titel: 'Zuflucht',
    angebotsart: 'schutzunterkunft',
    orte:
      '\n  - { name: "Haus Morgenröte", strasse: "Grüne Geheimstraße 7", plz: "53999", ort: Musterstadt, lat: 50.912345, lon: 7.123456 }' +
      '\n  - versteck' +
      '\n  - { strasse: "Hauptstraße 5", plz: "53999", ort: Musterstadt }',
  }),
  // What its own translation says is no more public than the offer.
  'angebote/zuflucht.en.md':
    '---\nart: mensch\ngeprueft: nein\nfassung: {}\n---\n\nGrüne Geheimstraße 7\n',
  'orte/versteck.yaml': 'strasse: Am Ölberg 12b\nplz: "53999"\nort: Musterstadt\n',
  'angebote/nebenan.md': angebot({
    titel: 'Café nebenan',
    orte:
      '\n  - { strasse: "Hauptstraße 5", plz: "53999", ort: Musterstadt }' +
      '\n  - { strasse: "Am Ölberg 3", plz: "53999", ort: Musterstadt }',
  }),
});
const { katalog, kontext } = readKatalog(inhalt, STICHTAG);
const ordner = mkdtempSync(join(tmpdir(), 'portal-geheim-'));
afterAll(() => {
  rmSync(inhalt, { recursive: true });
  rmSync(ordner, { recursive: true });
});

/** What the gate says of a portal of a single file. */
function zu(datei: string, inhalt: string | Uint8Array): string[] {
  mkdirSync(dirname(join(ordner, datei)), { recursive: true });
  writeFileSync(join(ordner, datei), inhalt);
  return pruefeGeheimes({ ordner }, katalog!, kontext!.eintraege, [datei]);
}

const bytes = (text: string) => new TextEncoder().encode(text);

test.each<[string, string, string | Uint8Array, RegExp]>([
  ['an address', 'themen/index.html', '<p>Grüne Geheimstraße 7</p>', /die Straße/],
  ['one abbreviated', 'a.html', 'GRUENE GEHEIM-STR. 7, Musterstadt', /die Straße/],
  [
    'one parted by elements',
    'a.html',
    'Grüne <b class="x">Geheim</b>&shy;<wbr>straße <i>7</i>',
    /die Straße/,
  ],
  [
    'one in an attribute',
    'a.html',
    '<a href="mailto:?body=Gr%C3%BCne%20Geheimstra%C3%9Fe%207">a</a>',
    /die Straße/,
  ],
  ['one in characters of HTML', 'a.html', 'Gr&#252;ne Geheimstra&#xDF;e 7', /die Straße/],
  ['one in names of HTML', 'a.html', 'Gr&uuml;ne Geheimstra&szlig;e&nbsp;7', /die Straße/],
  [
    'one in characters of JSON',
    'daten/a.json',
    '{"s":"Gr\\u00fcne Geheimstra\\u00dfe 7"}',
    /die Straße/,
  ],
  [
    'one at the beginning of a line of JSON',
    'daten/a.json',
    '{"s":"Wir sind hier:\\nGrüne Geheimstraße 7"}',
    /die Straße/,
  ],
  ['one in digits of another script', 'ar/a.html', 'Grüne Geheimstraße ٧', /die Straße/],
  ['one in decomposed letters', 'a.csv', 'Gru\u0308ne Geheimstraße;7', /die Straße/],
  ['a street that nobody else has', 'a.xml', '<t>Grüne Geheimstraße</t>', /die Straße/],
  [
    'one folded in a calendar',
    'kalender/a.ics',
    'LOCATION:Grüne Geheim\r\n straße 7\r\n',
    /die Straße/,
  ],
  ['the name of the house', 'lageplan.svg', '<text>Haus Morgenröte</text>', /der Name des Hauses/],
  ['a point', 'a.geojson', '{"coordinates":[7.123456,50.912345]}', /der Punkt auf der Karte/],
  ['a point that is rounded', 'a.csv', '50,9123;7,1235', /der Punkt auf der Karte/],
  ['a place that is a file', 'robots.txt', 'am oelberg 12 b', /die Straße/],
  [
    'an address that is another offer’s, at its number',
    'sw.js',
    'x("Am Ölberg 12b")',
    /die Straße/,
  ],
  [
    'a compressed part of the search',
    'pagefind/fragment/de.pf_fragment',
    gzipSync('pagefind_dcd{"content":"Grüne Geheimstraße 7"}'),
    /die Straße/,
  ],
  [
    'a package',
    'offline/de-1.paket',
    gzipSync(
      packeDateien(
        new Map([
          ['', bytes('ja')],
          ['angebote/x/', bytes('Haus Morgenröte')],
        ]),
      ),
    ),
    /de-1\.paket \(angebote\/x\/\) steht der Name/,
  ],
])('publishes nothing with %s', (_, datei, text, erwartet) => {
  const einwaende = zu(datei, text);
  expect(einwaende.join('\n')).toMatch(erwartet);
  expect(einwaende.join('\n')).toContain(datei);
  expect(einwaende.join('\n')).toContain('„zuflucht“');
  expect(einwaende.join('\n')).not.toMatch(/Geheim|Morgen|Ölberg|50\.9/);
});

test.each([
  ['the address of somebody who is no secret', 'Hauptstraße 5, 53999 Musterstadt'],
  ['the same street at another number', 'Am Ölberg 12'],
  ['numbers that begin alike', 'Am Ölberg 12bis'],
  ['a name within a word', 'Waldhaus Morgenröten'],
  [
    'one number of a point',
    '50.9123 und weit weg, auf einer ganz anderen Zeile der Tabelle, 7.1235',
  ],
  ['a point a kilometre away', '50.91, 7.12'],
])('does not take %s for a secret', (_, text) => {
  expect(zu('a.html', text)).toEqual([]);
});

test('finds nothing in a portal whose content has no such place', () => {
  const musterkreis = readKatalog('test/fixtures/musterkreis', STICHTAG);
  const portal = join(WERKSTATT, 'musterkreis');
  const { eintraege } = musterkreis.kontext!;
  expect(
    pruefeGeheimes({ ordner: portal }, musterkreis.katalog!, eintraege, listPfade(portal)),
  ).toEqual([]);
});

test('lets no page of a confidential offer show an address, whosever it is', () => {
  const datei = `angebote/${kurzcode('zuflucht')}/index.html`;
  expect(zu(datei, '<address>Rathausplatz 1</address>')).toEqual([
    `Auf der Seite /${datei} steht eine Anschrift; ihr Angebot ist vertraulich.`,
  ]);
  expect(zu(datei, '<a href="geo:50.7,7.1">Karte</a>')).toHaveLength(1);
  expect(zu(datei, '<p>Rufen Sie an.</p>')).toEqual([]);
});

test('takes nothing for public because a neighbour’s shelter says it itself', () => {
  const mit = createInhalt(mitNachbar());
  try {
    const { katalog, kontext } = readKatalog(mit, STICHTAG);
    const { verbund } = kontext!.eintraege;
    const datei = verbund.get('nachbarkreis')!;
    const geheime = datei.angebote.filter(({ schutz }) => schutz?.includes('vertraulich'));
    expect(geheime).toHaveLength(1);
    geheime[0]!.text = 'Frauen wohnen im Haus Sonnenschein.';
    datei.geheimeOrte.push({ name: 'Haus Sonnenschein' });
    writeFileSync(join(ordner, 'n.json'), '["Frauen wohnen im Haus Sonnenschein."]');
    expect(pruefeGeheimes({ ordner }, katalog!, kontext!.eintraege, ['n.json'])).toEqual([
      'In der Datei n.json steht der Name des Hauses eines vertraulichen Angebots von „nachbarkreis“.',
    ]);
  } finally {
    rmSync(mit, { recursive: true });
  }
});

test('looks for what a neighbour says of the place of a shelter, too', () => {
  const stand = JSON.parse(kopie()) as AngeboteDatei;
  const [erstes] = stand.angebote;
  erstes!.schutz = ['vertraulich'];
  erstes!.orte = [{ strasse: 'Nachbargasse 9', ort: 'Nachbarstadt', plz: '54321' }];
  const mit = createInhalt(mitNachbar(JSON.stringify(stand)));
  try {
    const { katalog, kontext } = readKatalog(mit, STICHTAG);
    writeFileSync(join(ordner, 'n.json'), '["Nachbargasse 9"]');
    expect(pruefeGeheimes({ ordner }, katalog!, kontext!.eintraege, ['n.json'])).toContain(
      'In der Datei n.json steht die Straße eines vertraulichen Angebots von „nachbarkreis“.',
    );
  } finally {
    rmSync(mit, { recursive: true });
  }
});
