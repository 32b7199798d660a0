import { describe, expect, test } from 'vitest';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import type { Umrisse } from '../../src/domain/umrisse.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { fingerabdruck } from '../../src/katalog/uebersetzungen.ts';
import { toHeft } from '../../src/site/heft.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { formatLageplan, toLageplan } from '../../src/site/lageplan.ts';
import { angeboteMitZettel, toZettel } from '../../src/site/zettel.ts';
import { angebot, lies, MUSTERKREIS, STICHTAG } from '../lib/inhalt.ts';
import { katalogMit } from '../suche/katalog.ts';

const muster = readKatalog(MUSTERKREIS, STICHTAG).katalog!;
const zettel = (id: string, sprache: string) =>
  toZettel(createKontext(muster, sprache), muster.angebote.get(id)!);

describe('a hand-out', () => {
  test('says the same in both languages', () => {
    const einseitig: string[] = [];
    for (const id of muster.angebote.keys()) {
      const { hinweise, abschnitte, angaben, stand } = zettel(id, 'ar');
      const paare = [...hinweise, ...stand, ...abschnitte.flatMap(({ zeilen }) => zeilen)];
      const vollstaendig =
        paare.every((paar) => !('deutsch' in paar) || paar.deutsch) &&
        angaben.every(({ eigen, deutsch }) => eigen.werte.length === deutsch?.werte.length);
      if (!vollstaendig) einseitig.push(id);
    }
    expect(einseitig).toEqual([]);
  });

  test('says once what is the same, and in German alone what nobody translated', () => {
    const { titel, hinweise } = zettel('migrationsberatung', 'ar');
    expect(titel).toEqual({ eigen: { text: 'Beratung für Zugewanderte', lang: 'de' } });
    expect(hinweise[0]).not.toHaveProperty('deutsch');
    expect(zettel('frauencafe', 'ar').titel.deutsch?.text).toBe('Frauencafé „Komm rein“');
  });

  test('leaves out a translation whose German is newer, and says the facts instead', () => {
    const { eigen, deutsch } = zettel('kleiderstube', 'ar').worum;
    expect(eigen).toEqual({ kurz: expect.stringMatching(/^مكان لقاء/) as string });
    expect(deutsch?.html).toContain('Kleidung');
    expect(zettel('frauencafe', 'ar').worum.eigen.html).toContain('قهوة');
    const { katalog } = lies({
      'angebote/x.md': angebot({ kurz: 'Neuer Satz.' }, 'Ein Text.'),
      'angebote/x.en.md': `---\nart: mensch\ngeprueft: ja\nkurz: Old sentence.\nfassung:\n  kurz: "00000000"\n  text: "${fingerabdruck('Ein Text.')}"\n---\n\nA text.\n`,
    });
    expect(toZettel(createKontext(katalog!, 'en'), katalog!.angebote.get('x')!).worum).toEqual({
      eigen: { kurz: expect.stringMatching(/^Course in/) as string, html: '<p>A text.</p>' },
      deutsch: { kurz: 'Neuer Satz.', html: '<p>Ein Text.</p>' },
    });
  });

  test('is in one language in German', () => {
    expect(JSON.stringify(zettel('migrationsberatung', 'de'))).not.toContain('"deutsch"');
  });

  test('of a confidential offer has no place, no map and no link to one', () => {
    const { orte, lageplan, abschnitte } = zettel('frauenhaus', 'de');
    expect(orte).toEqual([]);
    expect(lageplan).toBeUndefined();
    expect(abschnitte[0]!.zeilen[0]!.eigen.text).toContain('Die Adresse ist geheim');
  });

  test('names emergency numbers only where somebody may be in danger', () => {
    expect(
      zettel('beratung-bei-gewalt', 'ar').notruf.map(({ deutsch }) => deutsch!.zusaetze),
    ).toEqual([[{ text: '112', nummer: true }], [{ text: '110', nummer: true }]]);
    expect(zettel('frauencafe', 'ar').notruf).toEqual([]);
  });

  test('says whom to ask where the offer has no phone number and no e-mail, and only there', () => {
    // A website answers nobody who cannot read it.
    for (const id of ['spielgruppe', 'sprachtreff-online'])
      expect(zettel(id, 'ar').auskunft, id).toEqual({
        stelle: 'Fachstelle Integration Musterkreis',
        weg: { text: '0221 4710100', href: 'tel:+492214710100' },
      });
    for (const id of ['frauencafe', 'migrationsberatung'])
      expect(zettel(id, 'ar').auskunft, id).toBeUndefined();
    const { telefon: _, ...kontakt } = muster.portal.kontakt;
    const katalog = katalogMit(
      { a: { anbieter: 'nachbarn-in-probeburg' } },
      { portal: { ...muster.portal, kontakt } },
    );
    const ohneTelefon = toZettel(createKontext(katalog, 'de'), katalog.angebote.get('a')!);
    expect(ohneTelefon.auskunft?.weg.text).toBe('fachstelle@musterkreis.example');
  });

  test('writes an address out that is cut elsewhere', () => {
    const web = 'www.verein.example/angebote/beratung/fuer-zugewanderte/anmeldung/formular';
    const katalog = katalogMit({ a: { web: `https://${web}` } });
    const { web: gedruckt } = toZettel(createKontext(katalog, 'de'), katalog.angebote.get('a')!);
    expect(gedruckt?.text).toBe(web);
  });
});

test('hand-outs are of what visitors find, also under an old name', () => {
  const codes = angeboteMitZettel(muster);
  expect(codes.get(kurzcode('frauenfruehstueck'))!.angebot.id).toBe('frauencafe');
  for (const angebot of [...muster.beendete.values(), ...muster.archiv.values()])
    expect(codes.has(kurzcode(angebot.id))).toBe(false);
  expect(codes.size).toBe(muster.angebote.size + muster.weiterleitungen.size);
});

describe('the map', () => {
  /** A wild coast: far more points than a small file can hold. */
  const ring = Array.from({ length: 4000 }, (_, i): [number, number] => {
    const winkel = (i / 4000) * 2 * Math.PI;
    const weit = 0.2 + 0.01 * Math.sin(i);
    return [7.2 + weit * Math.cos(winkel), 50.75 + weit * Math.sin(winkel)];
  });
  const umrisse: Umrisse = {
    features: [{ geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] } }],
  };

  test('is at most 6 kB, whatever the outlines are, and has points without them', () => {
    const mit = formatLageplan(katalogMit({}, { umrisse }));
    expect(mit.length).toBeLessThanOrEqual(6000);
    expect(mit.match(/L/g)!.length).toBeGreaterThan(50);
    const ohne = formatLageplan(katalogMit({}));
    expect(ohne.match(/<circle/g)).toHaveLength(muster.vokabular.kommunen.size);
  });

  test('shows the own place among larger neighbours, and says what is only roughly known', () => {
    const katalog = katalogMit({
      genau: { orte: [{ plz: '53721', ort: 'Siegburg', lat: 50.79, lon: 7.2 }] },
      ungefaehr: {},
      geheim: {
        schutz: ['vertraulich'],
        orte: [{ plz: '53721', ort: 'Siegburg', lat: 50.79, lon: 7.2 }],
      },
    });
    const plan = (id: string) => toLageplan(katalog, katalog.angebote.get(id)!);
    expect(plan('genau')!.punkte.map(({ ungefaehr }) => ungefaehr)).toEqual([false]);
    expect(plan('ungefaehr')!.punkte.map(({ ungefaehr }) => ungefaehr)).toEqual([true]);
    expect(plan('genau')!.namen.map(({ name }) => name)).toEqual([
      'Siegburg',
      'Musterstadt',
      'Probeburg',
      'Beispielhausen',
    ]);
    expect(plan('geheim')).toBeUndefined();
  });
});

describe('a booklet', () => {
  const kontext = createKontext(muster, 'ar');
  const codes = (kommune: string, thema?: string) =>
    toHeft(kontext, kommune, thema).kapitel.flatMap(({ eintraege }) =>
      eintraege.map(({ code }) => code),
    );

  test('has every offer for the people of a Kommune once', () => {
    const alle = codes('probeburg');
    expect(new Set(alle).size).toBe(alle.length);
    expect(alle).toContain(kurzcode('migrationsberatung'));
    expect(alle).not.toContain(kurzcode('deutschkurs-frauen'));
  });

  test('of one Thema has what belongs to it, wherever else it does', () => {
    expect(codes('probeburg', 'wohnen')).toContain(kurzcode('migrationsberatung'));
    expect(toHeft(kontext, 'probeburg', 'wohnen').kapitel).toHaveLength(1);
  });

  test('leads from the names of providers and Themen to their offers, in both languages', () => {
    const worte = new Map(
      toHeft(kontext, 'siegburg').stichwoerter.map(({ wort, codes }) => [wort.text, codes]),
    );
    expect(worte.get('Beispielverein e. V.')).toContain(kurzcode('deutschkurs-frauen'));
    expect(worte.get('Sprache lernen')).toContain(kurzcode('deutschkurs-frauen'));
    expect(worte.get('تعلم اللغة')).toEqual(worte.get('Sprache lernen'));
  });
});
