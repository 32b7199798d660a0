/** Addresses, lists by facet, the directory of providers, the frame of every page. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { liesLand } from '../../scripts/lib/land/lies-land.ts';
import { toAnbieterListe, toAnbieterSeite } from '../../src/site/anbieter-seite.ts';
import { facettenWerte, toFacettenSeite } from '../../src/site/facetten.ts';
import { toAngebotsAuswahl, toInhaltSeite } from '../../src/site/inhalt-seite.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { toLandSeiten } from '../../src/site/land-seite.ts';
import { basisOf, createPfade, FACETTEN_ORDNER, type SeitenFacette } from '../../src/site/pfade.ts';
import { toRahmen } from '../../src/site/rahmen.ts';
import { SITEMAP, toSitemaps } from '../../src/site/sitemap.ts';
import { toStartseite } from '../../src/site/startseite.ts';
import { ersterSatz, reinerText } from '../../src/katalog/text-auszug.ts';
import { angebot, lies, MUSTERKREIS, OHNE_ANGEBOTE, seite } from '../lib/inhalt.ts';

const katalog = lies().katalog!;
const kontext = createKontext(katalog, 'de');

describe('addresses', () => {
  test.each([
    ['https://www.kreis.example/', '/'],
    ['https://www.kreis.example', '/'],
    ['https://www.kreis.example/integration', '/integration/'],
    ['https://www.kreis.example/a/b/', '/a/b/'],
  ])('basisOf(%s) is %s', (url, basis) => expect(basisOf(url)).toBe(basis));

  test('German has no prefix, other languages are folders; all stand below the base and end with a slash', () => {
    expect(createPfade('/', 'de', {}).angebot('kurs')).toBe('/angebote/kurs/');
    expect(createPfade('/integration/', 'de', {}).wert('kommune', 'probeburg')).toBe(
      '/integration/kommunen/probeburg/',
    );
    expect(createPfade('/integration/', 'ar', {}).wegweiser('ankommen')).toBe(
      '/integration/ar/wegweiser/ankommen/',
    );
    for (const sprache of ['de', 'ar']) {
      const p = createPfade('/i/', sprache, {});
      const alle = [
        p.start,
        p.suche,
        p.angebote,
        p.angebot('x'),
        p.anbieterListe,
        p.anbieter('x'),
        p.projekte,
        p.projekt('x'),
        p.kontakte,
        p.kontakteIn('x'),
        p.facette('thema'),
        p.wert('thema', 'x'),
        p.seite('x'),
        p.wegweiser('x'),
      ];
      expect(new Set(alle).size).toBe(alle.length);
      for (const pfad of alle)
        expect(pfad).toMatch(sprache === 'de' ? /^\/i\/(?!ar\/)(.*\/)?$/ : /^\/i\/ar\/(.*\/)?$/);
    }
  });

  test('a search stands in the fragment, its values escaped', () => {
    expect(
      createPfade('/', 'en', {}).sucheMit({
        thema: ['arbeit', 'wohnen'],
        kommune: 'probeburg',
        q: 'a&b=c,d#e',
      }),
    ).toBe('/en/suche/#thema=arbeit,wohnen&kommune=probeburg&q=a%26b%3Dc%2Cd%23e');
  });
});

describe('lists by facet', () => {
  test('a Kommune shows its own offers, then those for the whole Kreis, then for the country', () => {
    const { gruppen, anzahl } = toFacettenSeite(kontext, 'kommune', 'probeburg');
    expect(gruppen.map(({ titel }) => titel)).toEqual([
      'In Probeburg',
      'Für den ganzen Kreis oder mehrere Orte',
      'Für ganz Deutschland',
    ]);
    const ids = gruppen.map(({ karten }) => karten.map(({ id }) => id));
    expect(ids[0]).toEqual(
      expect.arrayContaining(['jugendtreff', 'migrationsberatung', 'spielgruppe']),
    );
    expect(ids[1]).toEqual(expect.arrayContaining(['frauenhaus', 'sprachtreff-online']));
    expect(ids[2]).toEqual(['infotelefon']);
    expect(new Set(ids.flat()).size).toBe(anzahl);
    // Those of other Kommunen and those that have ended are not there.
    expect(ids.flat()).not.toContain('kleiderstube');
    expect(ids.flat()).not.toContain('fahrdienst');
  });

  test('every Kommune has a page, other values only where there is an offer', () => {
    expect(facettenWerte(kontext, 'kommune').map(({ id }) => id)).toEqual([
      ...katalog.vokabular.kommunen.keys(),
    ]);
    const ohneKurse = lies({ 'angebote/alphabetisierung-am-abend.md': null }).katalog!;
    expect(
      facettenWerte(createKontext(ohneKurse, 'de'), 'sprache').map(({ id }) => id),
    ).not.toContain('ti');
  });

  test.each(Object.keys(FACETTEN_ORDNER) as SeitenFacette[])(
    '%s: the number is that of the offers on the page, and every offer is reached',
    (facette) => {
      const erreicht = new Set<string>();
      for (const { id, anzahl } of facettenWerte(kontext, facette)) {
        const seite = toFacettenSeite(kontext, facette, id);
        const ids = seite.gruppen.flatMap(({ karten }) => karten.map((karte) => karte.id));
        expect(ids).toHaveLength(anzahl);
        expect(new Set(ids).size).toBe(anzahl);
        expect(seite.sucheHref).toBe(
          `/integration/suche/#${facette}=${kontext.pfade.kennung(facette, id)}`,
        );
        for (const offer of ids) erreicht.add(offer);
      }
      const sollte = [...katalog.angebote.values()].filter((eintrag) =>
        facette === 'sprache' ? eintrag.sprachen : true,
      );
      expect([...erreicht].sort()).toEqual(sollte.map(({ id }) => id).sort());
    },
  );

  test('a link of an editor leads to all values where the one it names has no page any more', () => {
    const { katalog } = lies({
      ...OHNE_ANGEBOTE,
      'angebote/a.md': angebot({ thema: '[sprache]' }),
      'seiten/links.md': seite(
        // The build refuses the last: nobody knows it.
        [
          '/themen/sprache/',
          '/themen/arbeit/',
          '/zielgruppen/familien/',
          '/kommunen/probeburg/',
          '/ueber-uns/',
          '/themen/arbiet/',
        ]
          .map((href) => `- [hier](${href})`)
          .join('\n'),
      ),
    });
    const { text } = toInhaltSeite(createKontext(katalog!, 'en'), katalog!.seiten.get('links')!);
    const ziele = JSON.stringify(text.bloecke).matchAll(/href=\\"([^"]*)\\"/g);
    expect([...ziele].map(([, href]) => href)).toEqual([
      '/integration/en/themen/sprache/',
      '/integration/en/themen/',
      '/integration/en/zielgruppen/',
      '/integration/en/kommunen/probeburg/',
      '/integration/en/ueber-uns/',
      '/integration/en/themen/arbiet/',
    ]);
  });

  test('names are in the language of the page, or marked as German', () => {
    const arabisch = createKontext(katalog, 'ar');
    expect(toFacettenSeite(arabisch, 'thema', 'arbeit').titel).toEqual({ text: 'العمل' });
    const nurDeutsch = lies({
      'vokabular/themen.yaml': readFileSync(`${MUSTERKREIS}/vokabular/themen.yaml`, 'utf8').replace(
        '{ de: Arbeit, en: Work, ar: العمل }',
        'Arbeit',
      ),
    }).katalog!;
    expect(toFacettenSeite(createKontext(nurDeutsch, 'ar'), 'thema', 'arbeit').titel).toEqual({
      text: 'Arbeit',
      lang: 'de',
    });
  });
});

test('archived and ended offers are in no list and in no count, and search engines are not told of them', () => {
  const verborgene = [...katalog.archiv.keys(), ...katalog.beendete.keys()];
  expect(verborgene).toEqual(expect.arrayContaining(['naehstube', 'fahrdienst']));
  const facetten = Object.keys(FACETTEN_ORDNER) as SeitenFacette[];
  const listen = JSON.stringify([
    toStartseite(kontext),
    toSitemaps(katalog).get(SITEMAP)!,
    [...katalog.anbieter.values()].map((anbieter) => toAnbieterSeite(kontext, anbieter)),
    facetten.flatMap((facette) =>
      facettenWerte(kontext, facette).map(({ id }) => toFacettenSeite(kontext, facette, id)),
    ),
  ]);
  for (const id of verborgene) expect(listen).not.toContain(`/angebote/${id}/`);
  expect(toStartseite(kontext).anzahl).toBe(katalog.angebote.size);
  expect(toSitemaps(katalog).get(SITEMAP)!).not.toContain('/archiv/');
});

describe('providers', () => {
  test('all of them, by their first letter, with the number of offers on their page', () => {
    const eintraege = toAnbieterListe(kontext).flatMap(({ eintraege }) => eintraege);
    expect(eintraege.map(({ text }) => text)).toEqual(
      [...katalog.anbieter.values()].map(({ name }) => name).sort(new Intl.Collator('de').compare),
    );
    for (const { href, anzahl } of eintraege) {
      const id = href.split('/').at(-2)!;
      expect(toAnbieterSeite(kontext, katalog.anbieter.get(id)!).karten).toHaveLength(anzahl);
    }
  });

  test('an umlaut stands under its letter', () => {
    const { katalog } = lies({
      'anbieter/oeko.yaml': 'name: Ökumenische Hilfe',
      'anbieter/o.yaml': 'name: „Ohne Grenzen“',
    });
    const o = toAnbieterListe(createKontext(katalog!, 'de')).filter(
      ({ buchstabe }) => buchstabe === 'O',
    );
    expect(o.map(({ eintraege }) => eintraege.length)).toEqual([2]);
  });

  test('a name in quotation marks or with a number in front stands in the order of its letters', () => {
    const { katalog } = lies({
      'anbieter/a.yaml': 'name: „Zuhause“ e. V.',
      'anbieter/b.yaml': 'name: 3. Welt-Laden',
      'anbieter/c.yaml': 'name: Xenia',
      'anbieter/d.yaml': 'name: Weltladen',
    });
    expect(
      toAnbieterListe(createKontext(katalog!, 'de'))
        .slice(-3)
        .map(({ buchstabe, eintraege }) => [buchstabe, eintraege.map(({ text }) => text)]),
    ).toEqual([
      ['W', ['3. Welt-Laden', 'Weltladen']],
      ['X', ['Xenia']],
      ['Z', ['„Zuhause“ e. V.']],
    ]);
  });
});

test('a guide shows five offers, the freshest first, and how many there are', () => {
  const viele = Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].map((n) => [
      `angebote/viele-${n}.md`,
      angebot({
        thema: '[arbeit]',
        angebotsart: 'kurs',
        geprueft_am: n === 7 ? 'unbekannt' : `2026-11-0${n}`,
      }),
    ]),
  );
  const { karten, anzahl, sucheHref } = toAngebotsAuswahl(
    createKontext(lies(viele).katalog!, 'de'),
    { thema: 'arbeit', angebotsart: 'kurs' },
  );
  expect(karten.map(({ id }) => id)).toEqual([6, 5, 4, 3, 2].map((n) => `viele-${n}`));
  expect(anzahl).toBe(7);
  expect(sucheHref).toBe('/integration/suche/#thema=arbeit&angebotsart=kurs');
});

describe('the frame of a page', () => {
  const rahmen = (inhalt = katalog, sprache = 'ar') =>
    toRahmen(createKontext(inhalt, sprache), {
      titel: 'Kurs',
      pfad: (pfade) => pfade.angebot('x'),
    });

  test('names the page in every language, with direction and absolute address', () => {
    expect(rahmen()).toMatchObject({
      dir: 'rtl',
      titel: { text: 'Kurs – Wegweiser Musterkreis' },
      canonical: 'https://muster.example/integration/ar/angebote/x/',
    });
    expect(
      rahmen().sprachen.map(({ tag, href, dir, aktuell }) => [tag, href, dir, aktuell]),
    ).toEqual([
      ['de', '/integration/angebote/x/', 'ltr', false],
      ['en', '/integration/en/angebote/x/', 'ltr', false],
      ['ar', '/integration/ar/angebote/x/', 'rtl', true],
    ]);
  });

  test('on trial it says so on every page and keeps search engines away', () => {
    expect(rahmen()).toMatchObject({ noindex: true, probebanner: expect.any(String) });
    const { katalog } = lies({
      'portal.yaml': readFileSync(`${MUSTERKREIS}/portal.yaml`, 'utf8').replace(
        'probebetrieb: ja',
        'probebetrieb: nein',
      ),
    });
    expect(rahmen(katalog).noindex).toBe(false);
    expect(rahmen(katalog).probebanner).toBeUndefined();
  });

  test('says that a text is machine-made, but not in German', () => {
    expect(rahmen(katalog, 'en').ungelesen).toBeDefined();
    expect(rahmen(katalog, 'de').ungelesen).toBeUndefined();
  });

  test('emergency numbers can be called', () =>
    expect(rahmen().notruf.map(({ href }) => href)).toEqual(['tel:112', 'tel:110']));
});

test.each([
  ['+49 (0)228 635369', '+49228635369'],
  ['0049 228 635369', '+49228635369'],
  ['0228 / 635369', '0228635369'],
  ['0800 111 0 111', '08001110111'],
  ['116 016', '116016'],
  ['115', '115'],
  ['19 222', '19222'],
  ['110', '110'],
])(
  'an emergency number written as %s is called as %s, in a portal and in a Land',
  (telefon, tel) => {
    const portal = readFileSync(`${MUSTERKREIS}/portal.yaml`, 'utf8');
    const gelesen = lies({ 'portal.yaml': portal.replace('"112"', `"${telefon}"`) });
    expect(gelesen.fehlerZu('portal.yaml')).toEqual([]);
    const { katalog } = gelesen;
    const rahmen = toRahmen(createKontext(katalog!, 'de'), { pfad: ({ start }) => start });
    expect(rahmen.notruf[0]).toMatchObject({ telefon, href: `tel:${tel}` });

    const fixture = liesLand('test/fixtures/land/land.yaml');
    if ('einwand' in fixture) throw new Error(fixture.einwand);
    const land = { ...fixture.land, notruf: katalog!.portal.notruf };
    const seiten = toLandSeiten(land, [], { script: 'x.js', stil: 'x.css', ohneJs: 'y.css' });
    expect(seiten.get('index.html')).toContain(`<a href="tel:${tel}" dir="ltr">${telefon}</a>`);
  },
);

test('the start page offers topics by who somebody is, all Kommunen and the guides', () => {
  const start = toStartseite(kontext);
  expect(start.titel).toBe('Hilfe und Angebote im Musterkreis');
  expect(start.themen.length).toBeGreaterThan(3);
  expect(start.rollen.map(({ id }) => id)).toEqual(['helfen', 'fachkraft']);
  expect(start.kommunen).toHaveLength(katalog.vokabular.kommunen.size);
  expect(start.wegweiser).toEqual([
    expect.objectContaining({ href: '/integration/wegweiser/ankommen/' }),
  ]);
});

describe('plain text', () => {
  test('is the words of a Markdown text', () => {
    expect(
      reinerText(
        '## Titel\n\n- **a**\n- [b](https://x.example)\n\n| c | d |\n| - | - |\n| e | f |\n\n<b>g</b>',
      ),
    ).toMatch(/^Titel a ?b c ?d ?e ?f g$/);
  });

  test.each([
    ['Der Kurs ist kostenlos. Kommen Sie!', 'Der Kurs ist kostenlos.'],
    ['Um 9.30 Uhr beginnt der Kurs. Danach Kaffee.', 'Um 9.30 Uhr beginnt der Kurs.'],
    ['Hilfe bei Anträgen, z. B. Wohngeld. Kommen Sie!', 'Hilfe bei Anträgen, z. B. Wohngeld.'],
    ['Der Kurs beginnt am 1. Mai in Hennef. Kommen Sie!', 'Der Kurs beginnt am 1. Mai in Hennef.'],
    [
      'Der Treffpunkt ist Bonner Str. 5. Kommen Sie!',
      'Der Treffpunkt ist Bonner Str. 5. Kommen Sie!',
    ],
    ['Jede Woche kommen hier ca. 20 Frauen. Und Sie?', 'Jede Woche kommen hier ca. 20 Frauen.'],
    ['Das Haus gibt es seit 2026. Kommen Sie!', 'Das Haus gibt es seit 2026.'],
    ['Ohne Punkt', 'Ohne Punkt'],
    ['', ''],
    ['Sie können dort wohnen.\\\nDas Haus ist sicher.', 'Sie können dort wohnen.'],
  ])('the first sentence of %j is %j', (text, satz) => expect(ersterSatz(text)).toBe(satz));

  test('a long sentence is cut at a word', () => {
    const satz = ersterSatz(`${'Wort '.repeat(80)}Ende.`);
    expect(satz.length).toBeLessThanOrEqual(200);
    expect(satz).toMatch(/Wort…$/);
  });
});
