/** Offers of neighbours on lists and in the search's files: after our own, marked, and of no cost where there are none. */
import { describe, expect, test } from 'vitest';
import { toBestand } from '../../src/browser/bestand.ts';
import { bewerten } from '../../src/browser/bewerten.ts';
import { findeVorschlaege } from '../../src/browser/vorschlaege.ts';
import { ordnen } from '../../src/browser/reihenfolge.ts';
import { suchlauf } from '../../src/browser/suchlauf.ts';
import { LEER } from '../../src/browser/zustand.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';
import { toDateien } from '../../src/site/dateien.ts';
import { facettenWerte, toFacettenSeite } from '../../src/site/facetten.ts';
import { createKontext } from '../../src/site/kontext.ts';
import type { SeitenFacette } from '../../src/site/pfade.ts';
import { toStartseite } from '../../src/site/startseite.ts';
import { toSuchSeite } from '../../src/site/such-seite.ts';
import { toAngebotKarte } from '../../src/site/angebot-karte.ts';
import { buildSuchindex } from '../../src/suche/build-suchindex.ts';
import type { Suchtabelle } from '../../src/suche/suchtabelle.ts';
import { toKartenblock, toKurzcodes, toPunkte, zeilenVon } from '../../src/suche/suchtabelle.ts';
import { bestandMit } from '../browser-logik/bestand.ts';
import { lies } from '../lib/inhalt.ts';
import { kopie, mitNachbar, NACHBAR } from '../lib/nachbar.ts';

const ohne = lies().katalog!;
const mit = lies(mitNachbar()).katalog!;
const deutsch = createKontext(mit, 'de');
const arabisch = createKontext(mit, 'ar');

const dort = (facette: SeitenFacette, id: string, kontext = deutsch) =>
  toFacettenSeite(kontext, facette, id).nachbarn?.karten.map(({ titel }) => titel.text) ?? [];

describe('a list', () => {
  test('has those of neighbours in a section of its own, marked, below our own', () => {
    const seite = toFacettenSeite(deutsch, 'thema', 'sprache');
    expect(dort('thema', 'sprache')).toEqual([
      'Deutsch üben am Telefon',
      'Deutschkurs am Fluss',
      'Nähtreff im Nachbarkreis',
    ]);
    expect(seite.nachbarn!.karten[1]).toMatchObject({
      herkunft: 'Aus: \u2068Nachbarkreis\u2069 · abgeholt am 20. November 2026',
      href: 'https://nachbar.example/wegweiser/angebote/deutschkurs-am-fluss/',
      ort: { text: 'Nachbarstadt' },
    });
    expect(seite.nachbarn!.quellen).toEqual([
      {
        name: { text: 'Nachbarkreis' },
        href: NACHBAR.url,
        lizenz: { text: 'CC0 1.0', href: 'https://creativecommons.org/publicdomain/zero/1.0/' },
      },
    ]);
    expect({ ...seite, nachbarn: undefined }).toEqual({
      ...toFacettenSeite(createKontext(ohne, 'de'), 'thema', 'sprache'),
      nachbarn: undefined,
    });
  });

  test.each<[SeitenFacette, string, string[]]>([
    ['kommune', 'musterstadt', ['Deutsch üben am Telefon']],
    ['sprache', 'ar', ['Deutschkurs am Fluss']],
    ['angebotsart', 'treffpunkt', ['Nähtreff im Nachbarkreis']],
    ['thema', 'wohnen', []],
  ])('of %s %s has what belongs there', (facette, id, titel) =>
    expect(dort(facette, id)).toEqual(titel),
  );

  test('in another language leads to the page in that language and says in it what can be said', () => {
    const karte = toFacettenSeite(arabisch, 'sprache', 'ar').nachbarn!.karten[0]!;
    expect(karte).toMatchObject({
      titel: { text: 'دورة ألمانية على النهر' },
      href: 'https://nachbar.example/wegweiser/ar/angebote/deutschkurs-am-fluss/',
      ort: { text: 'Nachbarstadt', lang: 'de' },
    });
    const rad = mit.nachbarn[0]!.angebote.find(({ id }) => id.endsWith('fahrradwerkstatt'))!;
    expect(toAngebotKarte(arabisch, rad).art).toEqual({ text: 'Offene Werkstatt', lang: 'de' });
  });

  test('brings the way out where those of neighbours are about violence', () => {
    const text = kopie(NACHBAR, ({ angebote }) => {
      for (const angebot of angebote) if (angebot.schutz) angebot.thema = ['arbeit', 'gewalt'];
    });
    const { katalog } = lies(mitNachbar(text));
    expect(toFacettenSeite(createKontext(katalog!, 'de'), 'thema', 'arbeit').schutz).toBe(true);
    expect(toFacettenSeite(deutsch, 'thema', 'arbeit').schutz).toBe(false);
  });

  test('shows twenty; the others are on the neighbour’s own pages', () => {
    const text = kopie(NACHBAR, (datei) => {
      const kurs = datei.angebote.find(({ id }) => id === 'deutschkurs-am-fluss')!;
      datei.angebote = Array.from({ length: 30 }, (_, i) => ({
        ...kurs,
        id: `kurs-${i}`,
        titel: `Kurs Nummer ${i}`,
        uuid: kurs.uuid.replace(/..$/, String(i + 10)),
      }));
    });
    const { katalog } = lies(mitNachbar(text));
    expect(katalog!.nachbarn[0]!.angebote).toHaveLength(30);
    const { nachbarn } = toFacettenSeite(createKontext(katalog!, 'de'), 'thema', 'sprache');
    expect(nachbarn!.karten).toHaveLength(20);
  });

  test.each([
    ['http://creativecommons.org/licenses/by/4.0/', false],
    ['https://boese.example/login', false],
    ['https://creativecommons.org.boese.example/', false],
    ['https://creativecommons.org@boese.example/', false],
    ['https://www.govdata.de/dl-de/by-2-0', true],
    ['https://opendatacommons.org/licenses/by/1-0/', true],
  ])('links the licence %s only where it is one we know: %s', (href, bekannt) => {
    const text = kopie(NACHBAR, (datei) => (datei.lizenz = { name: 'Lizenz', url: href }));
    const kontext = createKontext(lies(mitNachbar(text)).katalog!, 'de');
    expect(toFacettenSeite(kontext, 'thema', 'sprache').nachbarn!.quellen[0]!.lizenz).toEqual({
      text: 'Lizenz',
      ...(bekannt && { href }),
    });
  });

  test('of all other pages and files knows nothing of them', () => {
    expect(toStartseite(deutsch)).toEqual(toStartseite(createKontext(ohne, 'de')));
    expect(facettenWerte(deutsch, 'thema')).toEqual(
      facettenWerte(createKontext(ohne, 'de'), 'thema'),
    );
    // Only servers are told whom the search may ask.
    const dateien = (katalog: Katalog) =>
      [...toDateien(katalog)].filter(([name]) => !['.htaccess', '_headers'].includes(name));
    expect(dateien(mit)).toEqual(dateien(ohne));
  });
});

describe('the search', async () => {
  const dateien = await buildSuchindex(mit);
  const json = (name: string) => JSON.parse(new TextDecoder().decode(dateien.get(name))) as unknown;
  const tabelle = json('ar/suche-tabelle.json') as Suchtabelle;
  const bestand = toBestand(tabelle, async (datei) => json(`suche-teile/${datei}.json`));
  const alle = Array.from({ length: bestand.anzahl }, (_, row) => row);
  await bestand.lade(alle);
  await bestand.ladePunkte();

  test('has their rows behind our own, with address and origin', () => {
    expect([bestand.eigene, bestand.anzahl]).toEqual([ohne.angebote.size, ohne.angebote.size + 7]);
    const hier = `${createKontext(mit, 'ar').pfade.angebot('x').replace('x/', '')}`;
    for (const row of alle) {
      const { href, herkunft, id } = bestand.karten[row]!;
      if (row < bestand.eigene)
        expect([href.startsWith(hier), herkunft]).toEqual([true, undefined]);
      else {
        expect(href).toMatch(/^https:\/\/nachbar\.example\/wegweiser\/ar\/angebote\//);
        expect(herkunft).toContain('Nachbarkreis');
        expect(id).toMatch(/^nachbarkreis~/);
      }
    }
    expect(toKurzcodes(mit)).toEqual(toKurzcodes(ohne));
  });

  test('shows them on the map as far as the map goes', () => {
    const fern = kopie(NACHBAR, ({ angebote }) => {
      const kurs = angebote.find(({ id }) => id === 'deutschkurs-am-fluss')!;
      kurs.orte = [{ lat: -33, lon: 151, genau: true, ort: 'Sydney' }];
    });
    const punkte = (von: typeof mit) => JSON.stringify(toPunkte(von));
    expect(punkte(mit)).toContain('[50.9311,7.6022,0]');
    expect(punkte(lies(mitNachbar(fern)).katalog!)).not.toContain('151');
  });

  test('orders, counts and filters them like ours, but never before ours', () => {
    const { treffer, zahlen } = suchlauf(bestand, {
      ...LEER,
      filter: { thema: ['sprache'] },
      sort: 'titel',
    });
    const rows = treffer.map(({ row }) => row);
    expect(rows.slice(-3).every((row) => row >= bestand.eigene)).toBe(true);
    expect(rows.slice(0, -3).every((row) => row < bestand.eigene)).toBe(true);
    const f = bestand.facetten.findIndex(({ id }) => id === 'thema');
    expect(zahlen[f]![bestand.facetten[f]!.nr.get('sprache')!]).toBe(treffer.length);
    const inKommune = suchlauf(bestand, { ...LEER, filter: { kommune: ['musterstadt'] } }).treffer;
    const fremde = inKommune.filter(({ row }) => row >= bestand.eigene);
    expect(fremde.map(({ row }) => bestand.karten[row]!.titel.text)).toEqual([
      'Deutsch üben am Telefon',
    ]);
    const standpunkt = { lat: 50.9311, lon: 7.6022, ungefaehr: false };
    const nah = ordnen(bestand, alle, { sort: 'naehe', filter: {}, standpunkt });
    expect(nah[0]!.row).toBeLessThan(bestand.eigene);
    expect(bestand.karten[nah[bestand.eigene]!.row]!.id).toBe('nachbarkreis~deutschkurs-am-fluss');
  });

  test('has two that are called alike and share a page', async () => {
    const text = kopie(NACHBAR, ({ angebote }) => {
      for (const angebot of angebote) {
        delete angebot.kontakt;
        angebot.titel = 'Beratung';
        angebot.seite = NACHBAR.url;
      }
    });
    const { katalog } = lies(mitNachbar(text));
    const index = await buildSuchindex(katalog!);
    const { length } = [...index.keys()].filter((name) => name.endsWith('.pf_fragment'));
    expect(length).toBe(ohne.angebote.size + 8);
  });

  test('costs nothing where there are no neighbours', async () => {
    const vorher = await buildSuchindex(ohne);
    const text = new TextDecoder().decode(vorher.get('suche-tabelle.json'));
    expect(Object.keys(tabelle)).toContain('nachbarn');
    expect(Object.keys(JSON.parse(text) as object)).not.toContain('nachbarn');
    expect(JSON.stringify(toKartenblock(createKontext(ohne, 'de'), zeilenVon(ohne)))).not.toMatch(
      /"seite"/,
    );
    expect(JSON.stringify(toSuchSeite(createKontext(ohne, 'de')))).not.toMatch(
      /suche\.nachbarn|"nachbarn"/,
    );
    expect(JSON.stringify(toSuchSeite(deutsch))).toMatch(/suche\.nachbarn/);
  });
});

describe('what fits the words', () => {
  const deutung = (zeichen: string) => ({
    worte: [{ text: 'kurs', proben: [{ zeichen, guete: 1 }], nebensache: false }],
    orte: [],
    gefahr: [],
    korrekturen: [],
    themen: [],
    unbekannt: [],
    unfertig: false,
    harmlos: true,
  });
  const bestand = bestandMit([
    ...Array.from({ length: 3 }, () => ({})),
    ...Array.from({ length: 20 }, () => ({ herkunft: 'Aus: X' })),
  ]);
  const rows = (funde: [number, number][]) =>
    bewerten(bestand, deutung('x1'), new Map([['x1', new Map(funde)]])).map(({ row }) => row);
  const viele = Array.from({ length: 20 }, (_, i): [number, number] => [i + 3, 1]);

  test('in part of our own is not pushed out by what fits in whole elsewhere', () => {
    expect(rows([[0, 0.2], ...viele])).toEqual([0, ...viele.map(([row]) => row)]);
  });

  test('in part elsewhere is shown only where nothing is found here', () => {
    expect(
      rows([
        [0, 1],
        [5, 0.2],
      ]),
    ).toEqual([0]);
    expect(rows([[5, 0.2]])).toEqual([5]);
  });

  test('is suggested while typing only where it is ours', () => {
    const treffer = [{ row: 4 }, { row: 1 }];
    const vorschlaege = findeVorschlaege(bestand, 'xy', treffer);
    expect(vorschlaege).toMatchObject([{ href: '/angebote/a1/' }]);
  });
});
