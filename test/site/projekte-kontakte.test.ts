/** Pages for professionals and volunteers: projects, and whom to ask. German in every language. */
import { describe, expect, test } from 'vitest';
import { toAnbieterSeite } from '../../src/site/anbieter-seite.ts';
import { toAngebotSeite } from '../../src/site/angebot-seite.ts';
import { toFacettenSeite } from '../../src/site/facetten.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { toKontakteListe, toKontakteSeite } from '../../src/site/kontakte-seite.ts';
import { toProjektListe, toProjektSeite } from '../../src/site/projekt-seite.ts';
import { toRahmen } from '../../src/site/rahmen.ts';
import { SITEMAP, toSitemaps } from '../../src/site/sitemap.ts';
import { angebot, lies, OHNE_ANGEBOTE, projekt } from '../lib/inhalt.ts';

const katalog = lies().katalog!;
const kontext = createKontext(katalog, 'de');
const arabisch = createKontext(katalog, 'ar');
const seiteVon = (id: string, k = kontext) => toProjektSeite(k, katalog.projekte.get(id)!);
const fuss = (k = kontext) => toRahmen(k, { pfad: (p) => p.start }).fuss.map(({ href }) => href);

describe('a project', () => {
  test('says where, when, with whom and what came of it', () => {
    const seite = seiteVon('elterncafe-an-der-schule');
    expect(seite).toMatchObject({
      zeitraum: 'September 2024 bis Juli 2026',
      status: 'abgeschlossen, wird dauerhaft weitergeführt',
      unbekannt: [],
      kommunen: [{ text: 'Musterstadt' }, { text: 'Beispielhausen' }],
      stand: 'Stand: 15. August 2026',
      veraltet: false,
    });
    expect(seite.html).toContain('<h2>Ergebnis</h2>');
    expect(seite.angebote.map(({ href }) => href)).toEqual([
      '/integration/angebote/spielgruppe/',
      '/integration/angebote/frauencafe/',
    ]);
  });

  test('has the phone number of the provider it refers to', () =>
    expect(seiteVon('elterncafe-an-der-schule').kontakte).toMatchObject([
      {
        name: 'Fachbereich Elternbildung',
        aus: { text: 'Volkshochschule Musterland' },
        telefon: { href: 'tel:+492214710110' },
      },
    ]));

  test('says what nobody knows, and whom to ask where it names nobody', () => {
    const { katalog } = lies({
      'projekte/x.md': projekt({
        geprueft_am: '2020-01-01',
        zeitraum: '{ von: 2019 }',
        anbieter: '[vhs-musterland, beispielverein]',
        angebote: '[fahrdienst]',
      }),
    });
    const x = toProjektSeite(createKontext(katalog!, 'de'), katalog!.projekte.get('x')!);
    expect(x).toMatchObject({
      unbekannt: ['Ausgangslage', 'Ergebnis', 'Aufwand', 'Übertragbarkeit'],
      zeitraum: 'ab 2019',
      veraltet: true,
      angebote: [], // it has ended
      kontakte: [
        { name: 'Volkshochschule Musterland', telefon: { href: 'tel:+492214710110' } },
        { name: 'Beispielverein e. V.' },
      ],
    });
    expect(x.status).toBeUndefined();
  });

  test('stands in German on Arabic pages, and its links stay there', () => {
    const seite = seiteVon('elterncafe-an-der-schule', arabisch);
    expect(seite.themen[0]).toEqual({
      text: 'Familie',
      href: '/integration/ar/themen/familie/',
    });
    expect(seite.stand).toBe('Stand: 15. August 2026');
  });

  test('does not lead to the list of a Thema or a group that no offer is left for', () => {
    const { katalog } = lies({
      ...OHNE_ANGEBOTE,
      'projekte/x.md': projekt({ thema: '[sprache, arbeit]', zielgruppen: '[frauen, alle]' }),
      'angebote/a.md': angebot({ thema: '[sprache]', zielgruppen: '[alle]' }),
      'angebote/vorbei.md': angebot({ thema: '[arbeit]', gueltig_bis: '2026-11-19' }),
    });
    const x = toProjektSeite(createKontext(katalog!, 'ar'), katalog!.projekte.get('x')!);
    expect(x.themen).toEqual([
      { text: 'Sprache lernen', href: '/integration/ar/themen/sprache/' },
      { text: 'Arbeit' },
    ]);
    expect(x.zielgruppen.map(({ href }) => href)).toEqual([
      undefined,
      '/integration/ar/zielgruppen/alle/',
    ]);
  });

  test('is listed under the first of its Themen', () =>
    expect(
      toProjektListe(kontext).map(({ thema, projekte }) => [thema, projekte.map(({ wo }) => wo)]),
    ).toEqual([
      ['Sprache lernen', ['ganzer Kreis']],
      ['Familie', ['Musterstadt, Beispielhausen']],
    ]));

  test('is linked from its offers, its providers and the contacts of its Kommunen, and from nowhere else', () => {
    const titel = (verweise: { text: string }[]) => verweise.map(({ text }) => text);
    const angebot = (id: string) => toAngebotSeite(kontext, katalog.angebote.get(id)!).projekte;
    const anbieter = (id: string) => toAnbieterSeite(kontext, katalog.anbieter.get(id)!).projekte;
    const kontakte = (id: string) => toKontakteSeite(kontext, id).projekte;
    expect(titel(angebot('spielgruppe'))).toEqual(['Elterncafé an der Schule']);
    expect(angebot('migrationsberatung')).toEqual([]);
    expect(titel(anbieter('vhs-musterland'))).toEqual(['Elterncafé an der Schule']);
    expect(anbieter('beispielverein')).toEqual([]);
    expect(titel(kontakte('musterstadt'))).toEqual([
      'Elterncafé an der Schule',
      'Sprachtandem im ganzen Kreis',
    ]);
    expect(titel(kontakte('probeburg'))).toEqual(['Sprachtandem im ganzen Kreis']);
  });
});

describe('the contacts of a Kommune', () => {
  const seite = toKontakteSeite(kontext, 'musterstadt');

  test('are sorted by function, in the order of the vocabulary', () =>
    expect(seite.funktionen.map(({ name }) => name)).toEqual([
      'Sozialamt',
      'Ehrenamtskoordination',
      'Ausländerbehörde',
      'Beratung für Fachkräfte',
      'Schutz vor Gewalt',
    ]));

  test('say when they were checked, and when that is long ago', () => {
    const stellen = seite.funktionen.map(({ stellen: [stelle] }) => [
      stelle!.stand,
      stelle!.veraltet,
    ]);
    expect(stellen.slice(0, 4)).toEqual([
      ['Stand: 1. Mai 2024', true],
      ['Stand: 1. September 2026', false],
      ['Stand nicht bekannt', true],
      ['Stand: 1. Oktober 2026', false],
    ]);
  });

  test('name what nobody has entered, with a mail that asks for the function and not for a name', () => {
    expect(seite.fehlend.map(({ name }) => name)).toEqual(['Integrationsrat']);
    const mail = decodeURIComponent(seite.fehlend[0]!.melden);
    expect(mail).toMatch(
      /^mailto:fachstelle@musterkreis\.example\?subject=Ansprechstelle fehlt: Integrationsrat, Musterstadt&/,
    );
    expect(mail).toContain('keine Namen von Personen');
  });

  test('lead to the guides, and the list of Kommunen counts what is known', () => {
    expect(seite.wegweiser.map(({ text }) => text)).toEqual(['Ankommen im Musterkreis']);
    expect(toKontakteListe(kontext).find(({ name }) => name === 'Musterstadt')).toEqual({
      name: 'Musterstadt',
      href: '/integration/kontakte/musterstadt/',
      bekannt: 5,
      alle: 6,
    });
  });

  test('are one click from the page of the Kommune, and from nowhere else', () => {
    expect(toFacettenSeite(arabisch, 'kommune', 'probeburg').kontakte).toEqual({
      text: 'للمختصين والمتطوعين: جهات الاتصال في بروبيبورغ',
      href: '/integration/ar/kontakte/probeburg/',
    });
    expect(toFacettenSeite(kontext, 'thema', 'familie').kontakte).toBeUndefined();
  });
});

describe('the portal', () => {
  test('leads to both from every footer, and names them to search engines in German only', () => {
    expect(fuss(arabisch)).toEqual(
      expect.arrayContaining(['/integration/ar/kontakte/', '/integration/ar/projekte/']),
    );
    const sitemap = toSitemaps(katalog).get(SITEMAP)!;
    for (const pfad of [
      'kontakte/',
      'kontakte/probeburg/',
      'projekte/',
      'projekte/sprachtandem-im-kreis/',
    ]) {
      expect(sitemap).toContain(`<loc>https://muster.example/integration/${pfad}</loc>`);
      expect(sitemap).not.toContain(`/ar/${pfad}`);
    }
  });

  test('without projects and without functions says nothing of them', () => {
    const { katalog, fehlerZu } = lies({
      projekte: null,
      kontakte: null,
      'vokabular/funktionen.yaml': null,
    });
    expect(fehlerZu()).toEqual([]);
    const ohne = createKontext(katalog!, 'de');
    expect(fuss(ohne).filter((href) => /projekte|kontakte/.test(href))).toEqual([]);
    expect(toFacettenSeite(ohne, 'kommune', 'probeburg').kontakte).toBeUndefined();
    expect(toSitemaps(katalog!).get(SITEMAP)!).not.toMatch(/projekte|kontakte/);
  });
});
