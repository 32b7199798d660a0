/** Links within the portal: those that lead nowhere are found where they stand, before the build refuses them. */
import { describe, expect, test } from 'vitest';
import { lies, seite } from '../lib/inhalt.ts';

/** What is said of a page with one link on it. */
const funde = (ziel: string, dateien = {}) =>
  lies({ 'seiten/neu.md': seite(`Text\n\n[Text](${ziel})`), ...dateien }).fehlerZu();

describe('leads somewhere', () => {
  test.each([
    '/',
    '/ueber-uns/',
    '/ueber-uns/#inhalt',
    '/ueber-uns/index.html',
    '/neu/',
    '/suche/',
    '/suche/#thema=sprache&kommune=probeburg',
    '/suche/#q=kurs&merk=bqhrnw',
    // As the browser writes it, and as people do.
    '/suche/#q=M%C3%B6bel%20und%20Kleidung&kommune=probeburg',
    '/suche/#q=möbel',
    '/suche/#q=أثاث',
    '/ueber-uns/#merk=bqhrnw',
    '/wegweiser/ankommen/',
    '/themen/',
    '/themen/sprache/',
    '/themen/sprache/seite/2/',
    '/angebote/seite/2/',
    '/sprachen/ar/',
    '/kommunen/probeburg/',
    '/kontakte/probeburg/',
    '/angebote/spielgruppe/',
    '/angebote/spielgruppe/#kontakt',
    // An address that says nothing, as it stands in the browser.
    '/angebote/z9rmx2/',
    '/anbieter/beispielverein/',
    '/glossar/#wort-duldung',
    '/diese-woche/',
    '/zettel/bqhrnw/',
    '/einbetten/themen/sprache/',
    '/kalender/thema-sprache.ics',
    '/z9rmx2/',
    '#inhalt',
  ])('%s', (ziel) => expect(funde(ziel)).toEqual([]));
});

describe('leads nowhere', () => {
  test.each([
    ['/gibtsnicht/', /ab dem ersten Schrägstrich/],
    ['/sprache/', /„\/themen\/sprache\/“/],
    ['/zielgruppe/', /„\/zielgruppen\/“/],
    ['/themen/sprachen/', /„\/themen\/sprache\/“/],
    ['/themen/sprache', /„\/themen\/sprache\/“/],
    ['/ueber-uns', /„\/ueber-uns\/“/],
    ['/Ueber-uns/', /„\/ueber-uns\/“/],
    ['/über-uns/', /„\/ueber-uns\/“/],
    ['/%C3%BCber-uns/', /ab dem ersten/],
    ['/suche/?q=kurs', /ab dem ersten/],
    ['/ueber-uns.md', /„\/ueber-uns\/“/],
    ['/seiten/ueber-uns.md', /„\/ueber-uns\/“/],
    ['/de/ueber-uns/', /„\/ueber-uns\/“/],
    ['/en/ueber-uns/', /„\/ueber-uns\/“/],
    ['/ankommen/', /„\/wegweiser\/ankommen\/“/],
    ['/wegweiser/', /ab dem ersten/],
    ['/wegweiser/ueber-uns/', /„\/ueber-uns\/“/],
    ['/angebote/beispielverein/', /„\/anbieter\/beispielverein\/“/],
    ['/angebote/spielgruppen/', /„\/angebote\/spielgruppe\/“/],
    ['/themen/sprache/mehr/', /„\/themen\/sprache\/“/],
    ['/constructor/toString/', /ab dem ersten/],
    ['/ueber-uns/#nix', /ohne „#nix“ schreiben: \/ueber-uns\//],
    ['/wegweiser/ankommen/#nix', /ohne „#nix“/],
    ['/suche/#themen=sprache', /„thema“/],
    ['#nix', /nur den Text/],
    ['/daten/angebote.json', /https:\/\/muster\.example\/integration\/daten\/angebote\.json$/],
  ])('%s', (ziel, tipp) => {
    const gefunden = funde(ziel);
    expect(gefunden).toMatchObject([{ datei: 'seiten/neu.md', zeile: 7, feld: '(text)' }]);
    expect(gefunden[0]!.tipp).toMatch(tipp);
  });

  test('in a folder on the server, the address begins behind it', () => {
    expect(funde('/integration/ueber-uns/')[0]!.tipp).toContain('„/ueber-uns/“');
  });

  test('a page that is there only with something on it', () => {
    expect(funde('/glossar/')).toEqual([]);
    expect(funde('/glossar/', { 'vokabular/glossar.yaml': null })).toHaveLength(1);
  });

  test('at the target of several links, once', () => {
    const text = '[eins][ziel] und [zwei][ziel]\n\n[ziel]: /gibtsnicht/';
    expect(lies({ 'seiten/neu.md': seite(text) }).fehlerZu()).toMatchObject([{ zeile: 7 }]);
  });
});

test('what leads to a file that is not valid is no second finding', () => {
  const kaputt = { 'seiten/kaputt.md': 'ohne Kopf', 'anbieter/kaputt.yaml': 'name: [' };
  for (const ziel of ['/kaputt/', '/wegweiser/kaputt/', '/anbieter/kaputt/'])
    expect(funde(ziel, kaputt).map(({ datei }) => datei)).toEqual([
      'anbieter/kaputt.yaml',
      'seiten/kaputt.md',
    ]);
});

test('a dead link of a page and of its translations is one mistake', () => {
  const uebersetzung = (ziel: string) => `---\nart: mensch\ngeprueft: ja\n---\n\n[Text](${ziel})\n`;
  const gefunden = funde('/gibtsnicht/', {
    'seiten/neu.ar.md': uebersetzung('/gibtsnicht/'),
    'seiten/neu.en.md': uebersetzung('/gibtsnicht/'),
    'seiten/neu.uk.md': uebersetzung('/ueber-un/'),
  }).filter(({ regel }) => regel === 'markdown');
  expect(gefunden.map(({ datei }) => datei)).toEqual(['seiten/neu.md', 'seiten/neu.uk.md']);
  expect(gefunden[0]!.tipp).toContain('Dasselbe steht in den Übersetzungen: ar, en.');
});
