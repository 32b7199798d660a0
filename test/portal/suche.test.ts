import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ANGEBOTE } from './lib/bestand.ts';
import { besuche, type Besuch } from './lib/browser.ts';

let besuch: Besuch;
let seite: Page;

beforeAll(async () => {
  besuch = await besuche('rhein-sieg');
});
afterAll(() => besuch.ende());
afterEach(() => seite.context().close());

const status = () => seite.locator('[data-bereich=status]').textContent();
const titel = () => seite.locator('.treffer .karte-titel').allTextContents();
const warteAuf = (text: RegExp) =>
  seite.waitForFunction(
    (muster) =>
      new RegExp(muster).test(document.querySelector('[data-bereich=status]')?.textContent ?? ''),
    text.source,
  );
const filtern = async (name: string) => {
  if (
    !(await seite
      .locator('[data-bereich=filter]')
      .evaluate((filter) => (filter as HTMLDetailsElement).open))
  ) {
    await seite.locator('[data-bereich=filter-titel]').click();
  }
  await seite.getByRole('checkbox', { name }).check();
};

describe.each([360, 1280])('the search at %i px', (breite) => {
  beforeEach(async () => {
    seite = await besuch.seite({ breite });
  });

  it('leads from words over filters to an offer, back with everything kept, and over the map to the same offer', async () => {
    await seite.goto(besuch.url);
    await seite.getByRole('searchbox').fill('Deutschkurs');
    await seite.getByRole('button', { name: 'Suchen' }).click();
    await seite.waitForURL('**/suche/#q=Deutschkurs');
    await warteAuf(/^\d+ Angebote/);
    const ohneFilter = await titel();
    expect(ohneFilter.length).toBeGreaterThan(1);

    await filtern('Hennef');
    await filtern('Zugewanderte');
    await seite.waitForURL(/kommune=hennef/);
    await seite.waitForURL(/zielgruppe=zugewanderte/);
    // Chips come with the results.
    await seite.getByRole('button', { name: /^Filter entfernen: .*Zugewanderte/ }).waitFor();
    const gefiltert = await titel();
    expect(gefiltert.length).toBeLessThan(ohneFilter.length);
    expect(gefiltert[0]).toContain('Deutschkurse der VHS im Interkult Hennef');
    const adresse = seite.url();
    const gemeldet = await status();

    if (breite < 700) await seite.locator('[data-bereich=fertig]').click();
    await seite
      .getByRole('link', { name: 'Deutschkurse der VHS im Interkult Hennef' })
      .first()
      .click();
    await seite.waitForURL('**/angebote/hennef-interkult-deutschkurse/');
    await seite.goBack();
    await seite.waitForURL(adresse);
    await warteAuf(/^\d+ Angebot/);
    await expect.poll(titel).toEqual(gefiltert);
    await expect.poll(status).toBe(gemeldet);
    await seite.reload();
    await warteAuf(/^\d+ Angebot/);
    await expect.poll(titel).toEqual(gefiltert);

    await seite.getByRole('button', { name: 'Karte anzeigen' }).click();
    await seite.locator('.leaflet-marker-icon').first().click();
    // By keyboard: the map is still moving to show all of the list.
    await seite
      .locator('.leaflet-popup')
      .getByRole('link', { name: 'Deutschkurse der VHS im Interkult Hennef' })
      .press('Enter');
    await seite.waitForURL('**/angebote/hennef-interkult-deutschkurse/');
  });

  it('on the map: has the markers in view and around it, and all of them from afar', async () => {
    await seite.goto(`${besuch.url}suche/#ansicht=karte`);
    const marken = seite.locator('.landkarte-marke');
    await marken.first().waitFor();
    const zahlen = async () => {
      const texte = await marken.allTextContents();
      return texte.reduce((summe, text) => summe + Number(text || 1), 0);
    };
    const alle = await zahlen();
    const naeher = seite.getByRole('button', { name: 'Karte vergrößern' });
    for (let i = 0; i < 3; i++) {
      const vorher = await marken.count();
      await naeher.click();
      await expect.poll(() => marken.count()).not.toBe(vorher);
    }
    const [links, rechts] = await seite
      .locator('[data-bereich=karte-flaeche]')
      .evaluate((karte) => {
        const { left, width } = karte.getBoundingClientRect();
        return [left - width, left + 2 * width];
      });
    const mitten = await marken.evaluateAll((alle) =>
      alle.map((marke) => {
        const { left, width } = marke.getBoundingClientRect();
        return left + width / 2;
      }),
    );
    expect(mitten.length).toBeGreaterThan(0);
    expect(mitten.filter((x) => x < links! || x > rechts!)).toEqual([]);
    const nah = await zahlen();
    expect(nah).toBeLessThan(alle);
    // Whoever moves the map finds more.
    await seite.locator('.landkarte-flaeche').focus();
    await expect
      .poll(async () => {
        await seite.keyboard.press('ArrowRight');
        return zahlen();
      })
      .toBeGreaterThan(nah);
    await expect
      .poll(async () => {
        await seite.getByRole('button', { name: 'Karte verkleinern' }).click();
        return zahlen();
      })
      .toBe(alle);
  });

  it('keeps apart what can be tapped, and an address in one piece', async () => {
    await seite.goto(`${besuch.url}ar/suche/`);
    const kasten = async (was: Locator) => (await was.boundingBox())!;
    await warteAuf(/\d/);
    const mehr = await kasten(seite.locator('[data-bereich=mehr]'));
    const kopieren = await kasten(seite.locator('main [data-kopieren]'));
    expect(kopieren.y - (mehr.y + mehr.height)).toBeGreaterThan(7);
    await seite.goto(`${besuch.url}ar/suche/#q=xyzqwe`);
    const email = seite.locator('[data-bereich=hilfe] a[href^="mailto:"]');
    await email.waitFor();
    expect(await email.evaluate((link) => link.getClientRects().length)).toBe(1);
    expect((await kasten(email)).height).toBeLessThan(40);
  });

  it('asks nobody else, map included', async () => {
    const anfragen: string[] = [];
    seite.on('request', (request) => anfragen.push(request.url()));
    await seite.goto(`${besuch.url}suche/#q=Beratung&ansicht=karte`);
    await warteAuf(/^\d+ Angebote/);
    await seite.locator('.leaflet-marker-icon').first().waitFor();
    expect(anfragen.filter((url) => !url.startsWith(besuch.url))).toEqual([]);
  });
});

it('who is in a hurry calls from the list: what is found has the number of its page, if there is one', async () => {
  seite = await besuch.seite({ breite: 360 });
  const nummer = (wo: Locator) => wo.locator('a[href^=tel]').first().getAttribute('href');
  for (const liste of ['suche/#q=Hilfetelefon', 'themen/frauen/', 'ar/themen/frauen/']) {
    await seite.goto(besuch.url + liste);
    const karte = seite.locator('.karte', {
      has: seite.locator('[data-merken=bund-hilfetelefon]'),
    });
    const gelistet = await nummer(karte);
    await karte.locator('.karte-titel a').click();
    await seite.waitForURL('**/angebote/**');
    expect(gelistet, liste).toBe(await nummer(seite.locator('.knoepfe')));
  }
  await seite.goto(`${besuch.url}suche/#q=Kleiderstube`);
  const karte = seite.locator('.treffer .karte').first();
  await karte.waitFor();
  expect(await karte.getByRole('link', { name: /Anrufen/ }).count()).toBe(0);
});

describe('counts behind the filters', () => {
  beforeEach(async () => {
    seite = await besuch.seite({ breite: 1280 });
  });

  const anzahl = async (name: string) => {
    const text = await seite
      .locator('.filter label', { has: seite.getByRole('checkbox', { name, exact: false }) })
      .first()
      .textContent();
    return Number(/\d+\s*$/.exec(text ?? '')?.[0]);
  };

  it('say what choosing the value would give; within a facet values add up, between facets they narrow', async () => {
    await seite.goto(`${besuch.url}suche/`);
    await warteAuf(new RegExp(`^${ANGEBOTE} Angebote`));
    const kurs = await anzahl('Kurs');
    const gruppe = await anzahl('Gruppe');
    await filtern('Kurs');
    await warteAuf(new RegExp(`^${kurs} Angebote`));
    // The own selection of the facet does not change its numbers.
    await expect.poll(() => anzahl('Gruppe')).toBe(gruppe);
    await filtern('Gruppe');
    await warteAuf(new RegExp(`^${kurs + gruppe} Angebote`));
    const siegburg = await anzahl('Siegburg');
    await filtern('Siegburg');
    await warteAuf(new RegExp(`^${siegburg} Angebot`));
  });

  it('put offers of the chosen place before those for the whole Kreis', async () => {
    await seite.goto(`${besuch.url}suche/#kommune=lohmar`);
    await warteAuf(/^\d+ Angebot/);
    const orte = await seite.locator('.treffer [data-feld=ort]').allTextContents();
    const ersterFremde = orte.findIndex((ort) => !ort.includes('Lohmar'));
    expect(ersterFremde).toBeGreaterThan(0);
    expect(orte.slice(ersterFremde).some((ort) => ort.includes('Lohmar'))).toBe(false);
    expect(await titel()).not.toContain('Ausländerbehörde der Stadt Troisdorf');
  });
});

describe('distance', () => {
  beforeEach(async () => {
    seite = await besuch.seite({ breite: 1280 });
  });

  it('is rough where places are, and says so', async () => {
    await seite.goto(`${besuch.url}suche/#nahe=53773`);
    await warteAuf(/^\d+ Angebot/);
    const karten = await seite.locator('.treffer .karte').allTextContents();
    expect(karten[0]).toContain('unter 10 km (ungefähr)');
    expect(karten.join(' ')).not.toMatch(/\b[1-9] km/);
  });
});
