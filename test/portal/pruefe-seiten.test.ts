/** The gate of the pages: what a finished portal would have to look like for it to say no. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listPfade } from '../../scripts/lib/dateiliste.ts';
import { liesSeiten, pruefeSeiten } from '../../scripts/lib/bau/pruefe-seiten.ts';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { STICHTAG, WERKSTATT } from './lib/bauen.ts';

const ordner = join(WERKSTATT, 'musterkreis-schaden');
const katalog = readKatalog('test/fixtures/musterkreis', STICHTAG).katalog!;
let dateien: string[] = [];
beforeAll(() => {
  rmSync(ordner, { recursive: true, force: true });
  cpSync(join(WERKSTATT, 'musterkreis'), ordner, { recursive: true });
  dateien = listPfade(ordner);
});
afterAll(() => rmSync(ordner, { recursive: true }));

/** What the gate says of these files after the text of the first was changed. */
async function nach(
  pfade: readonly [string, ...string[]],
  tun: (text: string) => string,
): Promise<string[]> {
  const datei = join(ordner, pfade[0]);
  const heil = readFileSync(datei, 'utf8');
  const kaputt = tun(heil);
  expect(kaputt).not.toBe(heil);
  writeFileSync(datei, kaputt);
  try {
    const gelesen = await liesSeiten({ ordner }, katalog, pfade);
    return pruefeSeiten({ ordner }, katalog, dateien, gelesen, pfade).einwaende;
  } finally {
    writeFileSync(datei, heil);
  }
}

const ANGEBOT = 'angebote/deutschkurs-frauen/index.html';
const ARABISCH = 'ar/angebote/deutschkurs-frauen/index.html';
const GESCHUETZT = `angebote/${kurzcode('frauenhaus')}/index.html`;
const KURZ = `a/${kurzcode('deutschkurs-frauen')}/index.html`;
const ZETTEL = `zettel/${kurzcode('deutschkurs-frauen')}/index.html`;
const QR = `a/${kurzcode('deutschkurs-frauen')}/qr.svg`;

/** Puts something into the page's text. */
const mit = (html: string) => (seite: string) => seite.replace('</main>', `${html}</main>`);
const imKopf = (html: string) => (seite: string) => seite.replace('</head>', `${html}</head>`);
const statt = (alt: string | RegExp, neu: string) => (seite: string) => seite.replace(alt, neu);

test('has nothing against what the build writes', async () => {
  const gelesen = await liesSeiten({ ordner }, katalog, dateien);
  const { einwaende, seiten } = pruefeSeiten({ ordner }, katalog, dateien, gelesen);
  expect(einwaende).toEqual([]);
  expect(seiten.length).toBeGreaterThan(400);
});

describe('publishes no page', () => {
  test.each<[string, (seite: string) => string, RegExp]>([
    ['no policy', statt(/<meta http-equiv[^>]*>/, ''), /nicht die Content-Security-Policy/],
    ['another policy', statt("script-src 'self'", 'script-src *'), /nicht die Content-Security-/],
    ['a handler', mit('<p onclick="x()">a</p>'), /<p> das Attribut „onclick“/],
    ['a handler in a drawing', mit('<svg><path ONLOAD=x d=""/></svg>'), /Attribut „onload“/],
    [
      'a handler after a slash',
      mit('<img/onerror=x src="/integration/favicon.svg" alt="">'),
      /„onerror“/,
    ],
    [
      'a handler only browsers with scripts see',
      mit(
        '<noscript><p title="</noscript><img alt src=/integration/favicon.svg onerror=x>"></p></noscript>',
      ),
      /„onerror“/,
    ],
    [
      'a handler only browsers without scripts see',
      mit('<noscript><p onclick=x>a</p></noscript>'),
      /„onclick“/,
    ],
    [
      'a handler in the title of a drawing',
      mit('<svg><title><a onclick=x>a</a></title></svg>'),
      /„onclick“/,
    ],
    ['a style', mit('<p style="color:red">a</p>'), /<p> das Attribut „style“/],
    ['a style element', imKopf('<style>p{}</style>'), /Element <style>/],
    ['a script within it', mit('<script>alert(1)</script>'), /ein Skript mitten im HTML/],
    ['a module within it', mit('<script type="module">x</script>'), /ein Skript mitten im HTML/],
    [
      'a script that is not our own',
      mit('<script src="/integration/daten/hsds/x.js"></script>'),
      /nicht aus src\/browser kommt/,
    ],
    [
      'a script from elsewhere',
      mit('<script src="https://boese.example/x.js"></script>'),
      /lädt <script> von anderswo: „https:\/\/boese\.example/,
    ],
    [
      'an address that browsers read otherwise',
      mit('<img alt="" src="/\\boese.example/x.png">'),
      /lädt <img> von anderswo/,
    ],
    [
      'a picture without protocol',
      mit('<img alt="" src="//boese.example/x.png">'),
      /lädt <img> von anderswo/,
    ],
    [
      'one picture of several from elsewhere',
      mit('<img alt="" srcset="/integration/favicon.svg 1x, https://boese.example/x 2x">'),
      /„https:\/\/boese\.example\/x“/,
    ],
    [
      'a drawing from elsewhere',
      mit('<svg><use href="https://boese.example/x.svg#a"/></svg>'),
      /lädt <use> von anderswo/,
    ],
    [
      'data as a picture',
      mit('<img alt="" src="data:image/svg+xml,x">'),
      /lädt <img> von anderswo/,
    ],
    [
      'styles from elsewhere',
      imKopf('<link rel="stylesheet" href="https://boese.example/x.css">'),
      /lädt <stylesheet> von anderswo/,
    ],
    [
      'a connection to elsewhere',
      imKopf('<link rel="preconnect" href="https://boese.example">'),
      /<link rel="preconnect">/,
    ],
    [
      'a file that is missing',
      mit('<img alt="" src="/integration/fehlt.png">'),
      /fehlt eine Datei, die sie lädt: „\/integration\/fehlt\.png“/,
    ],
    ['a frame', mit('<iframe srcdoc="<script>x</script>"></iframe>'), /Element <iframe>/],
    ['another base', imKopf('<base href="https://boese.example/">'), /Element <base>/],
    ['a plug-in', mit('<object data="/integration/favicon.svg"></object>'), /Element <object>/],
    [
      'animation that writes attributes',
      mit('<svg><a><animate attributeName="href" to="x"/></a></svg>'),
      /Element <animate> in einer Zeichnung/,
    ],
    ['HTML within a drawing', mit('<svg><p>a</p></svg>'), /Element <p> in einer Zeichnung/],
    [
      'an attribute that reports clicks',
      mit('<a href="/integration/" ping="/integration/">a</a>'),
      /Attribut „ping“/,
    ],
    [
      'an order to the browser',
      imKopf('<meta http-equiv="set-cookie" content="a=b">'),
      /<meta http-equiv="set-cookie"/,
    ],
    [
      'a way out by itself',
      imKopf('<meta http-equiv="refresh" content="0; url=https://boese.example/">'),
      /führt <refresh> aus dem Portal hinaus/,
    ],
    [
      'a way to another page by itself',
      imKopf('<meta http-equiv="refresh" content="0; url=/integration/">'),
      /wird man ungefragt weitergeleitet/,
    ],
    [
      'a form for others',
      mit('<form action="https://boese.example/"></form>'),
      /führt <form> aus dem Portal hinaus/,
    ],
    [
      'an address that is a script',
      mit('<a href="java\nscript:alert(1)">a</a>'),
      /mit „javascript:“ sind nicht erlaubt/,
    ],
    [
      'a name before an address',
      mit('<a href="https://bank.de@boese.example/" rel="noreferrer">a</a>'),
      /täuscht/,
    ],
    [
      'a link that tells where one comes from',
      mit('<a href="https://boese.example/">a</a>'),
      /rel="noreferrer"/,
    ],
    ['a new window', mit('<a href="/integration/" target="_blank">a</a>'), /ohne rel="noopener"/],
    ['a number nobody can dial', mit('<a href="tel:0221-abc">a</a>'), /„tel:0221-abc“; so sehen/],
    [
      'a link to a page that is missing',
      mit('<a href="/integration/fehlt/">a</a>'),
      /„\/integration\/fehlt\/“; diese Seite gibt es nicht/,
    ],
    [
      'a relative link to a page that is missing',
      mit('<a href="../fehlt/">a</a>'),
      /„\/integration\/angebote\/fehlt\/“; diese Seite/,
    ],
    [
      'its own address with a page that is missing',
      mit('<a href="https://muster.example/integration/fehlt/">a</a>'),
      /„\/integration\/fehlt\/“; diese Seite/,
    ],
    [
      'a link to a part that is missing',
      mit('<a href="#fehlt">a</a>'),
      /„#fehlt“ gibt es dort nicht/,
    ],
    [
      'a link to a part that another page lacks',
      mit('<a href="/integration/themen/#fehlt">a</a>'),
      /themen\/#fehlt“; „#fehlt“ gibt es dort nicht/,
    ],
    [
      'a search by what the search does not know',
      mit('<a href="/integration/suche/#tehma=sprache">a</a>'),
      /„#tehma=sprache“ gibt es dort nicht/,
    ],
    ['an id twice', mit('<p id="inhalt">a</p>'), /id="inhalt" mehr als einmal/],
    ['a label of nothing', mit('<label for="fehlt">a</label>'), /nennt for="fehlt" etwas/],
    [
      'a name from nothing',
      mit('<section aria-labelledby="inhalt fehlt">a</section>'),
      /aria-labelledby="fehlt"/,
    ],
    ['a picture without words', mit('<img src="/integration/favicon.svg">'), /keinen Ersatztext/],
    ['no first heading', statt(/<h1.*?<\/h1>/s, ''), /0 Überschriften <h1>/],
    ['two first headings', mit('<h1>a</h1>'), /2 Überschriften <h1>/],
    ['a heading that skips a level', mit('<h2>a</h2><h4>b</h4>'), /<h2> gleich <h4>/],
    ['no language', statt('<html lang="de"', '<html'), /<html lang="" dir="ltr"> statt lang="de"/],
    ['no title', statt(/<title>.*?<\/title>/s, ''), /fehlt der Titel/],
    ['an empty title', statt(/<title>.*?<\/title>/s, '<title> </title>'), /fehlt der Titel/],
    [
      'the title of the portal alone',
      statt(/<title>.*?<\/title>/s, '<title>Wegweiser Musterkreis</title>'),
      /nennt der Titel nur das Portal/,
    ],
    [
      'a referrer',
      statt('<meta name="referrer" content="no-referrer">', ''),
      /fehlt <meta name="referrer"/,
    ],
    [
      'data nobody can read',
      mit('<script type="application/ld+json">{"a":</script>'),
      /kein lesbares JSON/,
    ],
    [
      'an end in the middle',
      (seite) => seite.slice(0, seite.indexOf('</svg>')),
      /<svg> nicht geschlossen/,
    ],
  ])('with %s', async (_, tun, erwartet) => {
    const einwaende = await nach([ANGEBOT], tun);
    expect(einwaende.join('\n')).toMatch(erwartet);
    expect(einwaende.join('\n')).toContain('/integration/angebote/deutschkurs-frauen/');
  });

  test.each<[string, [string, ...string[]], (seite: string) => string, RegExp]>([
    [
      'in another language than its address says',
      [ARABISCH],
      statt('lang="ar" dir="rtl"', 'lang="de" dir="ltr"'),
      /statt lang="ar" dir="rtl"/,
    ],
    [
      'that runs the wrong way',
      [ARABISCH],
      statt('dir="rtl"', 'dir="ltr"'),
      /statt lang="ar" dir="rtl"/,
    ],
    [
      'about violence whose title says so',
      [GESCHUETZT],
      statt(/<title>.*?<\/title>/s, '<title>Frauenhaus</title>'),
      /verrät der Titel/,
    ],
    [
      'about violence whose preview says so',
      [GESCHUETZT],
      statt(/og:title" content="[^"]*"/, 'og:title" content="Frauenhaus"'),
      /verrät die Vorschau/,
    ],
    [
      'with the title of another',
      [ANGEBOT, 'angebote/frauencafe/index.html'],
      statt(
        /<title>.*?<\/title>/s,
        `<title>Frauencafé „Komm rein“ – Wegweiser Musterkreis</title>`,
      ),
      /Denselben Titel .* haben 2 Seiten/,
    ],
    [
      'that leads on to nowhere',
      [KURZ],
      statt(/url=[^"]*"/, 'url=/integration/angebote/fehlt/"'),
      /fehlt\/“; diese Seite gibt es nicht/,
    ],
    [
      'with a hand-out that loads from elsewhere',
      [ZETTEL],
      statt(/<image ([^>]*)href="[^"]*"/, '<image $1href="https://boese.example/karte.svg"'),
      /lädt <image> von anderswo/,
    ],
    [
      'whose drawing runs something',
      [QR],
      statt('<path', '<path onload="x()"'),
      /qr\.svg steht an <path> das Attribut „onload“/,
    ],
    [
      'whose drawing holds a script',
      [QR],
      statt('<path', '<script>x</script><path'),
      /qr\.svg steht das Element <script>/,
    ],
    [
      'whose drawing brings its own entities',
      [QR],
      (svg) => `<!DOCTYPE svg [<!ENTITY a "b">]>${svg}`,
      /qr\.svg steht nicht nur eine Zeichnung/,
    ],
    [
      'whose styles load from elsewhere',
      ['einbetten.css'],
      (css) => `@import "https://boese.example/x.css";${css}`,
      /einbetten\.css steht „https:\/\/boese/,
    ],
  ])('%s', async (_, pfade, tun, erwartet) => {
    expect((await nach(pfade, tun)).join('\n')).toMatch(erwartet);
  });

  test('and says of many mistakes of a kind how many there are', async () => {
    const einwaende = await nach(
      [ANGEBOT],
      mit(
        '<p id="inhalt" onclick="x()">a</p>'.repeat(1) +
          Array.from({ length: 30 }, (_, i) => `<a href="#teil${i}">a</a>`).join(''),
      ),
    );
    expect(einwaende).toContain('… und 10 weitere dieser Art.');
    expect(einwaende.filter((satz) => satz.includes('#teil'))).toHaveLength(20);
  });
});
