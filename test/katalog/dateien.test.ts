/** Every file below the content folder is recognised or refused. */
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readKatalog, readPortal } from '../../src/katalog/read-katalog.ts';
import {
  angebot,
  createInhalt,
  lies,
  liesOrdner,
  MUSTERKREIS,
  OHNE_ANGEBOTE,
  seite,
  STICHTAG,
} from '../lib/inhalt.ts';

const gut = angebot();

describe('refused, with the file and what to do', () => {
  test.for<[datei: string, feld: string, tipp: RegExp]>([
    ['angebote/kurs.MD', '(dateiname)', /auf \.md endet/],
    ['angebote/kurs.mdx', '(dateiname)', /auf \.md endet/],
    ['angebote/kurs.markdown', '(dateiname)', /auf \.md endet/],
    ['angebote/kurs.txt', '(datei)', /„kurs\.md“ umbenennen/],
    ['angebote/kurs.md.txt', '(datei)', /„kurs\.md“ umbenennen/],
    ['anbieter/verein.txt', '(datei)', /„verein\.yaml“ umbenennen/],
    ['angebote/kurs', '(datei)', /löschen/],
    ['angebote/kurs.md~', '(datei)', /löschen/],
    ['angebote/kurs.md.bak', '(datei)', /löschen/],
    ['angebote/.kurs.md', '(dateiname)', /„kurs“/],
    ['angebote/_kurs.md', '(dateiname)', /Unterstrich/],
    ['angebote/nc73mk.md', '(dateiname)', /längeren Namen/],
    ['angebote/Kurs.md', '(dateiname)', /„kurs“/],
    ['angebote/Kopie von Kurs.md', '(dateiname)', /„kopie-von-kurs“/],
    ['angebote/kurs (1).md', '(dateiname)', /„kurs-1“/],
    ['angebote/kurs#1.md', '(dateiname)', /„kurs-1“/],
    ['angebote/kurs%20a.md', '(dateiname)', /umbenennen/],
    ['angebote/-kurs.md', '(dateiname)', /„kurs“/],
    ['angebote/kurs--a.md', '(dateiname)', /„kurs-a“/],
    ['angebote/kurs.md ', '(dateiname)', /auf \.md endet/],
    ['angebote/kurs .md', '(dateiname)', /„kurs“/],
    ['angebote/frühstück.md', '(dateiname)', /„fruehstueck“/],
    ['angebote/café.md', '(dateiname)', /„cafe“/],
    ['angebote/🙂.md', '(dateiname)', /umbenennen/],
    ['angebote/com1.md', '(dateiname)', /anderen Namen/],
    [`angebote/${'a'.repeat(81)}.md`, '(dateiname)', /kürzer/],
    ['angebote/jugendtreff.de.md', '(dateiname)', /jugendtreff\.md/],
    ['angebote/Jugendtreff.en.md', '(dateiname)', /umbenennen/],
    ['seiten/2026/impressum.en.md', '(dateiname)', /direkt in den Ordner/],
    ['angebote/2026/kurs.md', '(dateiname)', /direkt in den Ordner/],
    ['angebot/kurs.md', '(datei)', /angebote, anbieter/],
    ['Angebote/kurs.md', '(datei)', /angebote, anbieter/],
    ['kurs.md', '(datei)', /portal\.yaml/],
    ['portal.yml', '(datei)', /portal\.yaml/],
    ['bilder/plan.svg', '(datei)', /als Text schreiben/],
    ['angebote/Foto.JPG', '(datei)', /als Text schreiben/],
    ['.obsidian/app.json', '(datei)', /angebote, anbieter/],
    ['constructor/kurs.md', '(datei)', /angebote, anbieter/],
    ['anbieter/verein.yml', '(dateiname)', /auf \.yaml endet/],
    ['anbieter/verein.md', '(dateiname)', /auf \.yaml endet/],
    ['angebote/verein.yaml', '(dateiname)', /richtigen Ordner/],
    ['vokabular/thema.yaml', '(dateiname)', /themen/],
    ['texte/xx.yaml', '(dateiname)', /de, ar, en/],
    ['karte/umrisse.json', '(datei)', /löschen/],
  ])('%s', ([datei, feld, tipp], { skip }) => {
    let ordner: string;
    try {
      ordner = createInhalt({
        ...OHNE_ANGEBOTE,
        [datei]: /\.ya?ml$/.test(datei) ? 'name: x' : gut,
      });
    } catch {
      return skip('This file system cannot hold this file name.');
    }
    onTestFinished(() => rmSync(ordner, { recursive: true, force: true }));
    const { fehlerZu, katalog } = liesOrdner(ordner);
    const fehler = fehlerZu().filter((befund) => befund.datei === datei.normalize('NFC'));
    expect(fehler.length).toBe(fehlerZu().length);
    expect(fehler).toContainEqual(
      expect.objectContaining({ feld, zeile: 1, tipp: expect.stringMatching(tipp) }),
    );
    expect(katalog!.angebote.size).toBe(0);
  });

  test.each([
    ['angebote/jugendtreff.TR.md', 'jugendtreff.tr.md'],
    ['angebote/Jugendtreff.tr.md', 'jugendtreff.tr.md'],
    ['angebote/jugendtreff_tr.md', 'jugendtreff.tr.md'],
    ['angebote/jugendtreff tr.md', 'jugendtreff.tr.md'],
    ['angebote/jugendtreff-tr.md', 'jugendtreff.tr.md'],
    ['angebote/jugendtreff-leicht.md', 'jugendtreff.leicht.md'],
    ['angebote/jugendtreff.tr.mdx', 'jugendtreff.tr.md'],
    ['angebote/jugendtreff.ua.md', 'jugendtreff.uk.md'],
    ['angebote/jugendtreff.kr.md', 'jugendtreff.ku.md'],
    ['angebote/jugendtreff_GR.md', 'jugendtreff.el.md'],
    ['angebote/jugendtreff.türkisch.md', 'jugendtreff.tr.md'],
    ['angebote/jugendtreff_Arabisch.md', 'jugendtreff.ar.md'],
    ['seiten/ankommen-uk.mdx', 'ankommen.uk.mdx'],
    ['seiten/ueber-uns-fr.md', 'ueber-uns.fr.md'],
  ])('a translation called %s', (datei, name) => {
    const { fehlerZu, katalog } = lies({
      [datei]: '---\nart: mensch\ngeprueft: nein\n---\n\nMetin\n',
    });
    expect(fehlerZu()).toEqual([
      expect.objectContaining({
        datei,
        feld: '(dateiname)',
        meldung: expect.stringMatching(/sieht wie eine Übersetzung von „[a-z-]+“ aus/) as string,
        tipp: expect.stringContaining(`Bitte in „${name}“ umbenennen.`) as string,
      }),
    ]);
    expect([...katalog!.angebote.keys(), ...katalog!.seiten.keys()]).not.toContainEqual(
      expect.stringMatching(/-(tr|uk|fr|leicht)$/),
    );
  });

  test('what only ends like a language is an offer of its own, unless there is one without the ending', () => {
    const { fehlerZu, katalog } = lies({
      'angebote/laufgruppe-ro.md': gut,
      'angebote/jugendtreff-ost.md': gut,
      'angebote/jugendtreff-arabisch.md': angebot({ titel: 'Jugendtreff auf Arabisch' }),
    });
    expect(fehlerZu()).toEqual([]);
    expect([...katalog!.angebote.keys()]).toContain('laufgruppe-ro');
  });

  test('two pages with one address', () => {
    const { fehlerZu, katalog } = lies({
      'seiten/hilfe.md': seite('eins'),
      'seiten/hilfe.mdx': seite('zwei'),
    });
    expect(fehlerZu()).toMatchObject([
      {
        datei: 'seiten/hilfe.md',
        feld: '(dateiname)',
        meldung: expect.stringContaining('hilfe.mdx'),
      },
      {
        datei: 'seiten/hilfe.mdx',
        feld: '(dateiname)',
        meldung: expect.stringContaining('hilfe.md'),
      },
    ]);
    expect(katalog!.seiten.has('hilfe')).toBe(false);
  });

  test('two maps', () => {
    const karte = '{"type":"FeatureCollection","features":[]}';
    expect(
      lies({ 'karte/a.geojson': karte, 'karte/b.geojson': karte })
        .fehlerZu()
        .map(({ datei }) => datei),
    ).toEqual(['karte/a.geojson', 'karte/b.geojson']);
  });

  test.each([
    '{',
    'null',
    '[]',
    '{"features":{}}',
    '{"features":[{"geometry":{"type":"Polygon","coordinates":[["x"]]}}]}',
    '['.repeat(100_000),
  ])('a map that is none (%#)', (geojson) =>
    expect(lies({ 'karte/umrisse.geojson': geojson }).fehlerZu()).toMatchObject([
      { datei: 'karte/umrisse.geojson', feld: '(datei)' },
    ]),
  );

  test('a map with an outline is read', () => {
    const ring = [
      [7, 50.7],
      [7.2, 50.7],
      [7.2, 50.9],
      [7, 50.7],
    ];
    const karte = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { name: 'x' },
          geometry: { type: 'Polygon', coordinates: [ring] },
        },
      ],
    });
    const { katalog, fehlerZu } = lies({ 'karte/umrisse.geojson': karte });
    expect(fehlerZu()).toEqual([]);
    expect(katalog!.umrisse!.features[0]!.geometry.coordinates).toEqual([ring]);
  });

  test('a map that reaches beyond the area is reported under its own name', () => {
    const ring = [
      [7, 50.7],
      [120, 50.7],
      [7.2, 50.9],
      [7, 50.7],
    ];
    const features = [{ geometry: { type: 'Polygon', coordinates: [ring] } }];
    expect(lies({ 'karte/kreis.geojson': JSON.stringify({ features }) }).fehlerZu()).toMatchObject([
      { datei: 'karte/kreis.geojson', zeile: 1, feld: '(datei)', regel: 'koordinaten' },
    ]);
  });

  test('links, folders and files that cannot be read', ({ skip }) => {
    const ordner = createInhalt({ 'angebote/geheim.md': gut });
    onTestFinished(() => rmSync(ordner, { recursive: true, force: true }));
    try {
      symlinkSync('/etc/hostname', join(ordner, 'angebote/link.md'));
      symlinkSync(join(ordner, 'nirgends'), join(ordner, 'angebote/tot.md'));
      symlinkSync(join(ordner, 'anbieter'), join(ordner, 'orte/link'));
    } catch {
      return skip('This system does not allow links.');
    }
    mkdirSync(join(ordner, 'angebote/ordner.md'));
    chmodSync(join(ordner, 'angebote/geheim.md'), 0);
    const { fehlerZu, katalog } = liesOrdner(ordner);
    const istRoot = process.getuid?.() === 0;
    expect(fehlerZu().map(({ datei, feld }) => `${datei} ${feld}`)).toEqual([
      ...(istRoot ? [] : ['angebote/geheim.md (datei)']),
      'angebote/link.md (datei)',
      'angebote/ordner.md (datei)',
      'angebote/tot.md (datei)',
      'orte/link (datei)',
    ]);
    expect([...katalog!.angebote.keys()]).not.toContain('link');
  });
});

describe('passed over, because nobody means it as content', () => {
  test('a name that is no UTF-8, as old archives bring it', ({ skip }) => {
    const ordner = createInhalt(OHNE_ANGEBOTE);
    onTestFinished(() => rmSync(ordner, { recursive: true, force: true }));
    mkdirSync(join(ordner, 'angebote'));
    const name = Buffer.from('f\u00fcr.md', 'latin1');
    try {
      writeFileSync(Buffer.concat([Buffer.from(join(ordner, 'angebote/')), name]), gut);
    } catch {
      return skip('This file system cannot hold this file name.');
    }
    expect(liesOrdner(ordner).fehlerZu()).toMatchObject([
      { datei: 'angebote/f\ufffdr.md', zeile: 1, feld: '(dateiname)' },
    ]);
  });

  test('what systems and Git leave behind, and files for people who open the folder', () => {
    const dateien = [
      '.DS_Store',
      'angebote/.DS_Store',
      'orte/Thumbs.db',
      'texte/desktop.ini',
      'karte/.gitkeep',
      '.git/config',
      'README.md',
      'LICENSE',
    ];
    expect(lies(Object.fromEntries(dateien.map((datei) => [datei, 'x']))).fehlerZu()).toEqual([]);
  });

  test('empty folders', () => {
    const ordner = createInhalt();
    onTestFinished(() => rmSync(ordner, { recursive: true, force: true }));
    mkdirSync(join(ordner, 'angebote/alt'));
    expect(liesOrdner(ordner).fehlerZu()).toEqual([]);
  });
});

describe('the folder itself', () => {
  test('is missing', () => {
    const { katalog, befunde } = readKatalog('gibt/es/nicht', STICHTAG);
    expect(katalog).toBeUndefined();
    expect(befunde).toMatchObject([{ datei: 'gibt/es/nicht', feld: '(datei)', stufe: 'fehler' }]);
  });

  test('has a portal.yaml that can be read alone', () => {
    expect(readPortal(MUSTERKREIS)).toEqual(readKatalog(MUSTERKREIS, STICHTAG).katalog!.portal);
    expect(readPortal('gibt/es/nicht')).toBeUndefined();
  });

  test('has a portal.yaml that leads elsewhere: what is there is not read', () => {
    const ordner = createInhalt({ 'portal.yaml': null });
    onTestFinished(() => rmSync(ordner, { recursive: true, force: true }));
    symlinkSync(join(process.cwd(), MUSTERKREIS, 'portal.yaml'), join(ordner, 'portal.yaml'));
    expect(readPortal(ordner)).toBeUndefined();
  });

  test('is a file', () => {
    expect(readKatalog('package.json', STICHTAG).befunde).toMatchObject([
      { datei: 'package.json', feld: '(datei)' },
    ]);
  });

  test('is empty', () => {
    const ordner = createInhalt({
      angebote: null,
      anbieter: null,
      orte: null,
      seiten: null,
      texte: null,
      vokabular: null,
      'portal.yaml': null,
    });
    onTestFinished(() => rmSync(ordner, { recursive: true, force: true }));
    const { katalog, fehlerZu } = liesOrdner(ordner);
    expect(katalog).toBeUndefined();
    expect(fehlerZu().map(({ datei }) => datei)).toContain('portal.yaml');
  });

  test('is the Musterkreis, and nothing is wrong', () => {
    const { katalog, befunde } = readKatalog(MUSTERKREIS, STICHTAG);
    expect(befunde.filter(({ stufe }) => stufe !== 'hinweis')).toEqual([]);
    expect(katalog!.angebote.size + katalog!.beendete.size).toBeGreaterThan(15);
  });
});

test('a thousand offers are read, none is lost, and all their findings are named', () => {
  const ordner = createInhalt();
  onTestFinished(() => rmSync(ordner, { recursive: true, force: true }));
  const vorher = liesOrdner(ordner).katalog!.angebote.size;
  for (let i = 0; i < 1000; i++)
    writeFileSync(
      join(ordner, `angebote/viele-${i}.md`),
      i % 100 === 0 ? gut.replace('thema: [sprache]', 'thema: [x]') : gut,
    );
  const { katalog, fehlerZu } = liesOrdner(ordner);
  expect(katalog!.angebote.size).toBe(vorher + 1000);
  expect(fehlerZu()).toHaveLength(10);
});

test('all findings of all files come in one run, sorted, the same each time', () => {
  const dateien = {
    'angebote/b.md': angebot({ telefon: 'x', titel: '' }),
    'angebote/a.md': angebot({ web: 'x' }, '<b>x</b>'),
    'anbieter/z.yaml': 'name: [',
    'orte/y.yaml': 'lat: 5',
  };
  const first = lies(dateien).fehlerZu();
  expect(first.map(({ datei, feld }) => `${datei} ${feld}`)).toEqual([
    'anbieter/z.yaml (yaml)',
    'angebote/a.md web',
    'angebote/b.md titel',
    'angebote/b.md telefon',
    'orte/y.yaml (yaml)',
    'orte/y.yaml lon',
  ]);
  expect(lies(dateien).fehlerZu()).toEqual(first);
});
