/** A search in all Kreise of a Land, where they do not agree what a word means. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deuten } from '../../src/browser/deuten.ts';
import { loadLandBestand } from '../../src/browser/land-bestand.ts';
import type { Beitrag } from '../../src/domain/beitrag.ts';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { createLandIndex } from '../../src/suche/land-index.ts';

let dateien: ReadonlyMap<string, string>;
let server: Server;
let basis: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const inhalt = dateien.get(request.url!.slice(1));
    response.writeHead(inhalt === undefined ? 404 : 200).end(inhalt);
  });
  await new Promise<void>((fertig) => server.listen(0, '127.0.0.1', fertig));
  basis = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const angebot = (id: string, worte: string, ...werte: string[]): Beitrag['angebote'][number] => ({
  seite: `angebote/${id}/`,
  titel: { de: id },
  ort: {},
  zeichen: [worte, '', ''],
  werte,
});
const mitglied = (id: string, woerter: string[], angebote: Beitrag['angebote'] = []) => {
  const url = `https://${id}.example/`;
  const portal = { kreis: id, url, sprachen: ['de'], probebetrieb: false };
  const beitrag: Beitrag = { version: 1, portal, stand: '2026-11-20', woerter, angebote };
  return { kreis: { id, name: id, url }, beitrag };
};

/** What a search finds in a Kreis with three offers, beside another that contributes these words and at most one offer. */
async function suche(
  q: string,
  andere: string[],
  { unsere = ['beratung 2', 'garten 1'], ihres = [] as Beitrag['angebote'] } = {},
) {
  const eigene = [
    angebot('erste-beratung', 'beratung0 beratung1'),
    angebot('zweite-beratung', 'beratung0 beratung1', 'kosten=kostenlos'),
    angebot('garten', 'garten0 garten1'),
  ];
  dateien = createLandIndex(
    [mitglied('wir', unsere, eigene), mitglied('andere', andere, ihres)],
    ['de'],
  );
  const da = await loadLandBestand(basis, 'de');
  const deutung = (await deuten(q, da.woerter))!;
  const { funde, ganz, heikel } = await da.finde(deutung);
  const karten = await Promise.all(funde.map(({ nr, rows }) => da.ladeKarten(nr, rows)));
  return {
    deutung,
    ganz,
    titel: karten.flat().map(({ titel }) => titel.text),
    heikel,
    jeKreis: new Map(funde.map((fund) => [fund.nr === 0 ? 'wir' : 'andere', fund.heikel])),
  };
}
const ALLE_DREI = ['garten', 'erste-beratung', 'zweite-beratung'];

describe('what a single Kreis says of a word', () => {
  test.each([
    ['says nothing special', []],
    ['calls it a circumstance', ['beratung 2 kosten=x']],
    ['calls it a danger', ['garten - gefahr=gewalt']],
  ])('takes nothing from what the others find: %s', async (_, woerter) => {
    const { titel, ganz } = await suche('beratung garten', woerter);
    expect({ titel, ganz }).toEqual({ titel: ALLE_DREI, ganz: false });
  });

  test('is enough to show emergency numbers, and to keep the words out of addresses', async () => {
    const { deutung } = await suche('garten', ['garten - gefahr=gewalt']);
    expect(deutung).toMatchObject({ gefahr: ['gewalt'], harmlos: false });
  });

  test('is enough to find by a circumstance', async () => {
    const unsere = ['beratung 2', 'gratis 1'];
    const { titel } = await suche('gratis', ['gratis - kosten=kostenlos'], { unsere });
    expect(titel).toEqual(['zweite-beratung']);
  });

  test('leads to no property that every object has', async () => {
    const woerter = ['beratung 2 constructor=x'];
    const { deutung, titel } = await suche('beratung garten', woerter, {
      ihres: [angebot('falle', 'x0', 'constructor=x')],
    });
    expect(deutung.worte.flatMap(({ proben }) => proben.map(({ guete }) => guete))).not.toContain(
      NaN,
    );
    expect(titel).toEqual(expect.arrayContaining(ALLE_DREI));
  });
});

describe('what all Kreise say of a word', () => {
  test('a danger comes before anything else', async () => {
    const { titel, ganz } = await suche('beratung garten', ['garten - gefahr=sucht'], {
      unsere: ['beratung 2', 'garten 1 gefahr=gewalt'],
    });
    expect({ titel, ganz }).toEqual({ titel: ['garten'], ganz: true });
  });

  test('a circumstance makes no offer what was asked for', async () => {
    const gratis = 'gratis - kosten=kostenlos';
    const { titel } = await suche('garten gratis', [gratis], {
      unsere: ['beratung 2', 'garten 1', gratis],
    });
    expect(titel).toEqual(['garten']);
  });
});

describe('what words lead to', () => {
  const haus = angebot(kurzcode('haus'), 'beratung0 beratung1 rosengarten0 rosengarten1');
  const ihres = [haus];

  test('is protected where it has an address that says nothing, however harmless the words are', async () => {
    const gefunden = await suche('rosengarten', ['rosengarten 1'], { ihres });
    expect(gefunden.deutung.harmlos).toBe(true);
    expect(gefunden).toMatchObject({ heikel: 'ja', jeKreis: new Map([['andere', 'ja']]) });
  });

  test('may be protected in one Kreis and not in another', async () => {
    const gefunden = await suche('beratung', ['beratung 1'], { ihres });
    expect(gefunden.heikel).toBe('vielleicht');
    expect(gefunden.jeKreis).toEqual(
      new Map([
        ['wir', 'nein'],
        ['andere', 'ja'],
      ]),
    );
  });

  test('is not protected elsewhere', async () => {
    const gefunden = await suche('garten', ['rosengarten 1'], { ihres });
    expect(gefunden).toMatchObject({ heikel: 'nein', jeKreis: new Map([['wir', 'nein']]) });
  });
});
