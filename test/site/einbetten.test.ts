import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type DefaultTreeAdapterTypes as Baum, parse, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { sprachcodes } from '../../src/domain/portal.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { toEinbettHtml } from '../../src/site/einbett-html.ts';
import {
  einbettListen,
  toEinbettung,
  toEinbettSeite,
  toSchnipsel,
} from '../../src/site/einbetten.ts';
import { kopfzeilenFuer } from '../../src/site/kopfzeilen.ts';
import { createKontext } from '../../src/site/kontext.ts';
import {
  angebot,
  type Dateien,
  lies,
  MUSTERKREIS,
  OHNE_ANGEBOTE,
  STICHTAG,
} from '../lib/inhalt.ts';

const katalog = readKatalog(MUSTERKREIS, STICHTAG).katalog!;
const kontext = createKontext(katalog, 'de');

/** All elements of a page, with their attributes. */
function elemente(node: Baum.Node): { name: string; attrs: Record<string, string> }[] {
  const { attrs = [], childNodes = [] } = node as Baum.Element;
  return [
    {
      name: node.nodeName,
      attrs: Object.fromEntries(attrs.map((eines) => [eines.name, eines.value])),
    },
    ...childNodes.flatMap(elemente),
  ];
}

/** Allowed as a name, and dangerous where it is not escaped. */
const FREMD = `Verein "O'Neill" onload="x & Söhne`;
/** With a provider of that name, who offers nothing. */
const mitFremdem = lies({
  'anbieter/fremd.yaml': `name: ${JSON.stringify(FREMD)}
art: verein
`,
}).katalog!;

describe('a list to embed', () => {
  test('there is of every Kommune, Thema and provider, also where nothing is offered now', () => {
    const { vokabular, anbieter } = mitFremdem;
    const hier = createKontext(mitFremdem, 'de');
    const listen = einbettListen(hier);
    expect(listen).toHaveLength(vokabular.kommunen.size + vokabular.themen.size + anbieter.size);
    expect(listen).toContainEqual({ art: 'anbieter', id: 'fremd' });
    expect(toEinbettHtml(hier, { art: 'anbieter', id: 'fremd' })).toContain(
      'Zurzeit ist hier kein Angebot eingetragen.',
    );
  });

  test('shows the offers of the page of the portal, and no place of a confidential one', () => {
    const html = toEinbettHtml(kontext, { art: 'kommune', id: 'probeburg' });
    const titel = toEinbettung(kontext, { art: 'kommune', id: 'probeburg' })
      .gruppen.flatMap(({ karten }) => karten)
      .map((karte) => karte.titel.text);
    expect(titel).toContain('Frauenhaus Musterkreis');
    for (const name of titel) expect(html).toContain(`>${name}</a>`);
    const { ort } = toEinbettung(kontext, { art: 'kommune', id: 'probeburg' })
      .gruppen.flatMap(({ karten }) => karten)
      .find(({ id }) => id === 'frauenhaus')!;
    expect(ort.text).toBe('Adresse geheim');
  });

  test('warns of what is old, of a trial and of the words of a machine, as the portal does', () => {
    const portal = readFileSync(`${MUSTERKREIS}/portal.yaml`, 'utf8');
    const html = (dateien: Dateien, sprache = 'de') =>
      toEinbettHtml(createKontext(lies(dateien).katalog!, sprache), { art: 'thema', id: 'arbeit' });
    const eines = (geprueft_am: string) =>
      html({ ...OHNE_ANGEBOTE, 'angebote/a.md': angebot({ thema: '[arbeit]', geprueft_am }) });
    const ALT = `<strong>${kontext.t('stand.veraltet')}</strong>`;
    expect([eines('unbekannt').includes(ALT), eines(STICHTAG).includes(ALT)]).toEqual([
      true,
      false,
    ]);
    const fest = portal.replace('probebetrieb: ja', 'probebetrieb: nein');
    expect(
      [html({}), html({ 'portal.yaml': fest })].map((eine) => /Probebestand/.test(eine)),
    ).toEqual([true, false]);
    const gelesen = portal.replace('[de, en, ar]', '[de, { code: en, geprueft: ja }, ar]');
    expect(
      [gelesen, portal].map((text) =>
        html({ 'portal.yaml': text }, 'en').includes('translated by a machine'),
      ),
    ).toEqual([false, true]);
  });

  test.each(['kommune', 'anbieter'] as const)(
    'of a %s with very many shows the first, and the way to all of them',
    (art) => {
      const viele = lies(
        Object.fromEntries(
          Array.from({ length: 70 }, (_, i) => [`angebote/viele-${i}.md`, angebot()]),
        ),
      ).katalog!;
      const hier = createKontext(viele, 'de');
      const { anbieter, einzugsgebiet } = viele.angebote.get('viele-0')!;
      const id = art === 'anbieter' ? anbieter : einzugsgebiet[0]!;
      const liste = { art, id };
      const { anzahl, href } = toEinbettung(hier, liste);
      expect(anzahl).toBeGreaterThanOrEqual(70);
      const html = toEinbettHtml(hier, liste);
      expect(html.match(/<h3>/g)).toHaveLength(50);
      expect(html).toContain(`>Alle ${anzahl} passenden Angebote</a>`);
      expect(html.match(new RegExp(`href="${href}"`, 'g'))).toHaveLength(2);
      const wenige = toEinbettHtml(kontext, { art: 'kommune', id: 'probeburg' });
      expect(wenige).not.toContain('passenden Angebote');
    },
  );

  test.each(sprachcodes(katalog.portal))(
    'in %s needs no script, opens links in the whole window, asks not to be found',
    (sprache) => {
      const hier = createKontext(katalog, sprache);
      const erlaubt = new RegExp(`^(tel:|${hier.pfade.start})`);
      for (const liste of einbettListen(hier)) {
        const html = toEinbettHtml(hier, liste);
        const alle = elemente(parse(html));
        const mit = (name: string) =>
          alle.filter((element) => element.name === name).map(({ attrs }) => attrs);
        expect(mit('html')).toEqual([{ lang: sprache, dir: sprache === 'ar' ? 'rtl' : 'ltr' }]);
        expect(mit('meta')).toContainEqual({ name: 'robots', content: 'noindex' });
        expect(mit('meta')).toContainEqual({ name: 'referrer', content: 'no-referrer' });
        expect(mit('link')).toEqual([{ rel: 'stylesheet', href: '/integration/einbetten.css' }]);
        expect(mit('a').length).toBeGreaterThan(1);
        for (const { href, target, rel } of mit('a')) {
          expect({ target, rel }).toEqual({ target: '_top', rel: 'noopener' });
          expect(href).toMatch(erlaubt);
        }
        expect(html).not.toMatch(/<(script|img|iframe|form)|\sstyle=|\son\w+=/);
        expect(gzipSync(html).length).toBeLessThanOrEqual(6000);
      }
    },
  );

  test('says whose it is and of which day', () => {
    const html = toEinbettHtml(kontext, { art: 'anbieter', id: 'beispielverein' });
    expect(html).toMatch(/Quelle: <a href="\/integration\/"[^>]*>Wegweiser Musterkreis<\/a>/);
    expect(html).toContain('Liste vom 20. November 2026');
  });

  test('gives the emergency numbers where somebody in danger may be reading, and only there', () => {
    const mit = einbettListen(kontext).filter((liste) =>
      toEinbettHtml(kontext, liste).includes('href="tel:110"'),
    );
    expect(mit).toContainEqual({ art: 'thema', id: 'gewaltschutz' });
    expect(mit).not.toContainEqual({ art: 'thema', id: 'sprache' });
  });

  test('of what is protected says nothing in its address or its title', () => {
    const liste = { art: 'thema', id: 'gewaltschutz' } as const;
    expect(kontext.pfade.einbetten(liste.art, liste.id)).not.toContain('gewalt');
    expect(toEinbettHtml(kontext, liste)).toContain('<title>Wegweiser Musterkreis</title>');
  });

  test('a name from outside stays text', () => {
    const html = toEinbettHtml(createKontext(mitFremdem, 'de'), { art: 'anbieter', id: 'fremd' });
    const alle = elemente(parse(html));
    expect(alle.flatMap(({ attrs }) => Object.keys(attrs))).not.toContain('onload');
    expect(alle.filter(({ name }) => name === '#text').length).toBeGreaterThan(0);
  });
});

describe('the snippet for editors of other websites', () => {
  test('is one frame that names what is in it, whatever that is called', () => {
    const fremd = createKontext(mitFremdem, 'ar');
    const schnipsel = toSchnipsel(fremd, { art: 'anbieter', id: 'fremd' });
    expect(elemente(parseFragment(schnipsel)).slice(1)).toEqual([
      {
        name: 'iframe',
        attrs: {
          src: 'https://muster.example/integration/ar/einbetten/anbieter/fremd/',
          title: `${FREMD} – Wegweiser Musterkreis`,
          loading: 'lazy',
          style: 'width: 100%; height: 220px; border: 0',
        },
      },
    ]);
  });

  test('is there for every list, under a German name, in the language of the page', () => {
    const gruppen = toEinbettSeite(createKontext(katalog, 'ar'), 1);
    expect(gruppen.map(({ titel }) => titel)).toEqual(['Orte', 'Themen', 'Anbieter']);
    const eintraege = gruppen.flatMap((gruppe) => gruppe.eintraege);
    expect(eintraege).toHaveLength(einbettListen(kontext).length);
    expect(new Set(eintraege.map(({ id }) => id)).size).toBe(eintraege.length);
    const probeburg = eintraege.find(({ id }) => id === 'kommune-probeburg')!;
    expect(probeburg.name).toBe('Probeburg');
    expect(probeburg.schnipsel).toContain('/integration/ar/einbetten/kommunen/probeburg/');
    expect(probeburg.schnipsel).toContain('title="بروبيبورغ');
  });

  test('is on one of several pages where there are very many lists, none of which a frame may show', () => {
    const anbieter = Object.fromEntries(
      Array.from({ length: 250 }, (_, i) => [
        `anbieter/viele-${i}.yaml`,
        `name: Verein ${i}\nart: verein\n`,
      ]),
    );
    const viele = createKontext(lies(anbieter).katalog!, 'ar');
    const blaetter = [1, 2].map((nr) =>
      toEinbettSeite(viele, nr).flatMap(({ eintraege }) => eintraege.map(({ id }) => id)),
    );
    expect(blaetter.map(({ length }) => length)).toEqual([200, einbettListen(viele).length - 200]);
    expect(new Set(blaetter.flat()).size).toBe(einbettListen(viele).length);
    const { pfade, katalog } = viele;
    const rahmen = (pfad: string) =>
      kopfzeilenFuer(katalog.portal, pfad).get('Content-Security-Policy');
    expect(rahmen(pfade.einbetten('anbieter', 'viele-1'))).toContain('frame-ancestors *');
    for (const nr of [1, 2])
      expect(rahmen(pfade.einbettenBlatt(nr))).toContain("frame-ancestors 'none'");
  });
});
