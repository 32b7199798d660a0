import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { farbenIn, verstoesse } from './lib/axe.ts';
import { besuche, type Besuch } from './lib/browser.ts';

let besuch: Besuch;
beforeAll(async () => {
  besuch = await besuche('musterkreis', '/integration/');
});
afterAll(() => besuch.ende());

/** The page of dates as somebody sees it at noon of a day. */
async function woche(tag: string, { pfad = 'diese-woche/', javaScript = true } = {}) {
  const seite = await besuch.seite({ javaScript });
  if (javaScript) await seite.clock.setFixedTime(new Date(`${tag}T12:00:00+01:00`));
  await seite.goto(besuch.url + pfad);
  const sichtbare = (was: string) => seite.locator(was).filter({ visible: true });
  return { seite, sichtbare };
}

describe('the page of dates, true for 20 November 2026 and the days after it,', () => {
  it.each(['diese-woche/', 'ar/diese-woche/'])(
    '%s fits a telephone and passes axe',
    async (pfad) => {
      const { seite, sichtbare } = await woche('2026-11-20', { pfad });
      expect(await sichtbare('[data-tag]').count()).toBeGreaterThan(3);
      expect(await seite.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      expect(await verstoesse(seite, farbenIn(pfad))).toEqual([]);
    },
  );

  it('leaves out days that are over, and marks today', async () => {
    const { sichtbare } = await woche('2026-11-25');
    const tage = await sichtbare('[data-tag] time').evaluateAll((alle) =>
      alle.map((time) => (time as HTMLTimeElement).dateTime),
    );
    expect(tage[0]).toBe('2026-11-25');
    expect(await sichtbare('[data-heute]').count()).toBe(1);
    expect(await sichtbare('h2:has([data-heute])').first().innerText()).toBe(
      'Mittwoch, 25. November heute',
    );
  });

  it('says that it is old instead of showing what is over', async () => {
    const { sichtbare } = await woche('2026-12-04');
    expect(await sichtbare('[data-tag]').count()).toBe(0);
    expect(await sichtbare('[data-alt]').innerText()).toContain(
      'Nach der Uhr Ihres Geräts sind alle Tage',
    );
    expect(await sichtbare('[data-leer]').count()).toBe(0);
  });

  it('on a page of several whose days are over, does not say that there are no dates', async () => {
    const seite = await besuch.seite();
    const blaettern = '<nav class="blaettern"><p>Seite 1 von 2</p></nav>';
    for (const dazu of ['', blaettern]) {
      await seite.clock.setFixedTime(new Date('2026-12-03T12:00:00+01:00'));
      await seite.route('**/diese-woche/', async (route) => {
        const antwort = await route.fetch();
        const html = await antwort.text();
        const [vorn = '', ersterTag = ''] = html.split('<section class="tag"');
        const [hinten = ''] = /<p class="hinweis" data-leer[^]*$/.exec(html) ?? [];
        const tag = ersterTag && `<section class="tag"${ersterTag}`;
        const body = (vorn + tag + hinten).replace('</main>', `${dazu}</main>`);
        await route.fulfill({ response: antwort, body });
      });
      await seite.goto(`${besuch.url}diese-woche/`);
      expect(await seite.locator('[data-tag]').count()).toBe(1);
      await seite.locator('[data-tag]').waitFor({ state: 'hidden' });
      expect(await seite.locator('[data-leer]').isVisible(), dazu).toBe(dazu === '');
      await seite.unroute('**/diese-woche/');
    }
  });

  it('shows all of its days without JavaScript, each with its date', async () => {
    const { seite, sichtbare } = await woche('', { javaScript: false });
    expect(await sichtbare('[data-tag]').count()).toBe(await seite.locator('[data-tag]').count());
    expect(await sichtbare('[data-heute], [data-alt], [data-leer]').count()).toBe(0);
    expect(await seite.locator('main').innerText()).toContain(
      'Die Liste gilt vom 20. November 2026 bis 3. Dezember 2026.',
    );
  });
});

it('the page of an offer has its calendar, and the file arrives as one', async () => {
  const seite = await besuch.seite();
  await seite.goto(`${besuch.url}angebote/jugendtreff/`);
  const link = seite.getByRole('link', { name: 'In den Kalender' });
  const [datei] = await Promise.all([seite.waitForEvent('download'), link.click()]);
  expect(datei.suggestedFilename()).toBe('4cvfd2.ics');
  const antwort = await fetch(new URL((await link.getAttribute('href'))!, besuch.url));
  expect(antwort.headers.get('content-type')).toContain('text/calendar');
  expect(await antwort.text()).toContain('SUMMARY:Offener Jugendtreff im Rathauskeller');
});

it.each(['kommunen/probeburg/', 'themen/familie/', 'anbieter/beispielverein/'])(
  '%s offers its calendar, to open and to copy',
  async (pfad) => {
    const seite = await besuch.seite();
    await seite.goto(besuch.url + pfad);
    await seite.getByText('Kalender abonnieren').click();
    const href = await seite.getByRole('link', { name: 'Im Kalender öffnen' }).getAttribute('href');
    const adresse = await seite.locator('a[href$=".ics"]:not([href^="webcal"])').innerText();
    expect(href).toBe(adresse.replace('https:', 'webcal:'));
    expect(
      (await fetch(besuch.url + new URL(adresse).pathname.replace('/integration/', ''))).status,
    ).toBe(200);
  },
);

it.each(['frauenhaus', 'anonyme-unterkunft', 'beratung-bei-gewalt'])(
  'what may be looked at over a shoulder has no calendar: %s',
  async (id) => {
    const seite = await besuch.seite();
    await seite.goto(`${besuch.url}angebote/${kurzcode(id)}/`);
    await seite.locator('article.angebot').waitFor();
    expect(await seite.locator('a[href$=".ics"]').count()).toBe(0);
  },
);
