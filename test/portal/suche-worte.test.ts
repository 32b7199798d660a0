import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { naeheZu } from '../../src/domain/angebot.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { STICHTAG } from './lib/bauen.ts';
import { ANGEBOTE } from './lib/bestand.ts';
import { besuche, type Besuch } from './lib/browser.ts';
import { suchseite, type Suchseite } from './lib/suchseite.ts';

/** What the search makes of words, over the real index of the first Kreis. */
describe('words', () => {
  let besuch: Besuch;
  let s: Suchseite;
  beforeAll(async () => {
    besuch = await besuche('rhein-sieg');
    s = suchseite(await besuch.seite(), `${besuch.url}suche/`);
    await s.oeffne();
  });
  afterAll(() => besuch.ende());

  const { angebote } = readKatalog('content', STICHTAG).katalog!;
  const dient = (id: string, kommune: string) => naeheZu(angebote.get(id)!, kommune) !== undefined;
  /** Shows all results. */
  const alle = async () => {
    for (;;) {
      const gezeigt = await s.ids();
      if (await s.bereich('mehr').isHidden()) return gezeigt;
      await s.bereich('mehr').click();
      await s.seite.locator(`#treffer > li[id^=angebot-] >> nth=${gezeigt.length}`).waitFor();
    }
  };

  it('are shown ten at a time, and without any the list is by topic', async () => {
    await s.suche('');
    expect(await s.ids()).toHaveLength(10);
    for (const id of await s.ids()) expect(angebote.get(id)!.thema[0], id).toBe('deutsch-lernen');
  });

  it('with a typing error are corrected, and the page says so', async () => {
    await s.suche('Deutschkurse');
    const richtig = await s.ids();
    expect(await s.bereich('deutung').isHidden()).toBe(true);
    await s.suche('Deutschkrus');
    expect(await s.ids()).toEqual(richtig);
    await s.seite
      .getByRole('status')
      .getByText('„Deutschkrus“ kennen wir nicht. Gezeigt wird: „Deutschkurse“.')
      .waitFor();
  });

  it('that could mean another are a question; the answer is one click away', async () => {
    await s.suche('Sprachkrsu');
    expect(await s.deutung()).toContain('Meinten Sie: Sprachkurse');
    await s.bereich('deutung').getByRole('button', { name: 'Sprachkurse' }).click();
    await s.fertig('Sprachkurse');
    expect(await s.feld.inputValue()).toBe('Sprachkurse');
    expect(await s.bereich('deutung').isHidden()).toBe(true);
  });

  it('that nobody knows are left out beside known ones, and the page says so', async () => {
    await s.suche('Deutschkurs');
    const ohne = await s.ids();
    await s.suche('Deutschkurs blubberquatsch');
    expect(await s.ids()).toEqual(ohne);
    expect(await s.deutung()).toContain('weggelassen: blubberquatsch');
  });

  it.each([
    ['Turkish', 'Almanca kursu'],
    ['Arabic', 'دورة لغة'],
    ['Ukrainian', 'курси німецької'],
  ])('in %s find the German offers', async (_sprache, q) => {
    await s.suche(q);
    const ids = await s.ids();
    expect(ids.slice(0, 5)).toContain('siegburg-vhs');
    expect(ids).toContain('hennef-interkult-deutschkurse');
    expect(await s.status()).toMatch(/^\d\d Angebote/);
    expect(await s.deutung()).toBe('');
  });

  it('may be abbreviations', async () => {
    await s.suche('MBE');
    const mbe = await s.ids();
    expect(mbe.slice(0, 7)).toEqual(
      expect.arrayContaining(['siegburg-caritas-mbe', 'siegburg-kg-mbe', 'troisdorf-mbe-diakonie']),
    );
    // It stands in no offer.
    await s.suche('ALG');
    expect(await s.ids()).toContain('rheinbach-jobcenter');
    await s.suche('VHS');
    expect(await s.ids()).toEqual(
      expect.arrayContaining(['siegburg-vhs', 'troisdorf-vhs', 'koenigswinter-vhs']),
    );
  });

  describe.each([
    ['the name of a place', 'Beratung Lohmar'],
    ['a postal code', 'Beratung 53797'],
    ['a postal code alone', '53797'],
  ])('with %s', (_was, q) => {
    it('find only what serves the place, the own place first', async () => {
      await s.suche(q);
      expect(await s.deutung()).toBe('Gezeigt werden Angebote für Lohmar.');
      const ids = await alle();
      expect(ids.length).toBeGreaterThan(10);
      expect(ids.filter((id) => !dient(id, 'lohmar'))).toEqual([]);
      expect(ids[0]).toMatch(/^lohmar-/);
      expect(ids[1]).toMatch(/^lohmar-/);
    });
  });

  it('do not lead to the office of another town', async () => {
    await s.suche('Auslaenderbehörde');
    expect(await s.ids()).toContain('troisdorf-auslaenderbehoerde');
    await s.suche('Auslaenderbehörde Lohmar');
    expect(await s.ids()).toEqual(['rsk-auslaenderbehoerde']);
  });

  it('that a chosen place contradicts give way to it', async () => {
    await s.oeffne('q=Beratung%20Lohmar&kommune=hennef');
    const ids = await s.ids();
    expect(ids.length).toBeGreaterThan(1);
    expect(ids.filter((id) => !dient(id, 'hennef'))).toEqual([]);
  });

  it('of which no offer meets all lead to those that meet some, each saying which', async () => {
    await s.suche('arabisch Hebamme');
    const liste = s.seite.locator('#treffer > li');
    expect(await liste.first().getAttribute('class')).toBe('trenner');
    expect(await liste.first().textContent()).toMatch(/^Kein Angebot passt zu allem/);
    const passung = await s.seite.locator('.karte .passung').allTextContents();
    expect(passung).toHaveLength((await s.ids()).length);
    expect(passung.length).toBeGreaterThan(0);
    for (const text of passung) expect(text).toBe('arabisch: nicht bekanntHebamme: ja');
    // Where one thing is asked for, there is nothing to tell.
    await s.suche('Deutschkurs');
    expect(await s.seite.locator('.passung').count()).toBe(0);
  });

  describe('that nobody knows', () => {
    it('lead to advice, a way out and somebody to write to', async () => {
      await s.suche('asdfgh');
      expect(await s.status()).toBe('0 Angebote zu „asdfgh“');
      expect(await s.ids()).toEqual([]);
      const leer = s.bereich('leer');
      const beratung = leer.locator('a[href^="/angebote/"]');
      expect(await beratung.count()).toBeGreaterThan(0);
      expect(await beratung.count()).toBeLessThanOrEqual(3);
      const melden = await leer.locator('a[href^="mailto:"]').getAttribute('href');
      expect(melden).toMatch(/^mailto:integration@rhein-sieg-kreis\.de\?subject=/);
      expect(decodeURIComponent(melden!)).toMatch(/gefunden: „asdfgh“$/);
      const hilfe = s.bereich('hilfe');
      await hilfe.getByRole('link', { name: /02241/ }).waitFor();
      await hilfe.locator('a[href^="/themen/"]').first().waitFor();

      await leer.getByRole('button', { name: `Ohne „asdfgh“: ${ANGEBOTE} Angebote` }).click();
      await s.fertig('');
      expect(await s.status()).toBe(`${ANGEBOTE} Angebote`);
      expect(await leer.isHidden()).toBe(true);
      expect(await hilfe.isHidden()).toBe(true);
    });

    it.each([
      ['asdfgh', true],
      ['asdfgh Hennef', true],
      // Found by what decides nothing.
      ['Hilfe asdfgh', true],
      // No word is known for sure.
      ['Gewuerzgurken', true],
      ['Deutschkurs asdfgh', false],
      ['Deutschkurs', false],
      ['', false],
    ])('show the emergency numbers in a line, for nobody knows: „%s“ %s', async (q, gezeigt) => {
      await s.suche(q);
      const zeile = s.seite.locator('[aria-live] .notruf-zeile');
      expect(await zeile.isVisible()).toBe(gezeigt);
      if (gezeigt) expect(await zeile.textContent()).toMatch(/^In Gefahr\?.*110.*112.*116 016/);
      expect(await s.bereich('notruf').isHidden()).toBe(true);
    });

    it('lead to advice for the place that is named', async () => {
      await s.suche('asdfgh Lohmar');
      const beratung = await s
        .bereich('leer')
        .locator('a[href^="/angebote/"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.split('/')[2]!));
      expect(beratung.length).toBeGreaterThan(0);
      expect(beratung[0]).toMatch(/^lohmar-/);
      expect(beratung.filter((id) => !dient(id, 'lohmar'))).toEqual([]);
    });
  });

  it('that mean danger put the numbers before all results, in view and covered by nothing', async () => {
    await s.seite.setViewportSize({ width: 360, height: 740 });
    await s.oeffne();
    const notruf = s.bereich('notruf');
    expect(await notruf.isHidden()).toBe(true);
    await s.tippe('Deu');
    await s.vorschlaege.waitFor();
    await s.tippe('mein Mann schlägt mich');
    await s.vorschlaege.waitFor({ state: 'hidden' });
    const nummern = await notruf.getByRole('link').evaluateAll((links) =>
      links.map((link) => {
        const { left, right, top, bottom } = link.getBoundingClientRect();
        const oben = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        const zuSehen = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        return { href: link.getAttribute('href'), zuSehen, frei: oben === link };
      }),
    );
    expect(nummern).toEqual([
      { href: 'tel:110', zuSehen: true, frei: true },
      { href: 'tel:116016', zuSehen: true, frei: true },
    ]);
    expect(await s.seite.evaluate(() => scrollY)).toBe(0);
    // Who hears the page hears them, too, and not again with every letter.
    const geaendert = await notruf.evaluateHandle((kasten) => {
      const geaendert: MutationRecord[] = [];
      new MutationObserver((was) => geaendert.push(...was)).observe(
        kasten.closest('[aria-live]')!,
        {
          childList: true,
          subtree: true,
        },
      );
      return geaendert;
    });
    await s.tippe('mein Mann schlägt mich oft');
    expect(await notruf.getByRole('link').allTextContents()).toEqual(['110', '116 016']);
    expect(await geaendert.evaluate(({ length }) => length)).toBe(0);
    expect(
      await notruf.evaluate((kasten) => kasten.parentElement!.previousElementSibling?.tagName),
      'the first thing under the form',
    ).toBe('FORM');
    expect((await s.ids())[0]).toMatch(/frauenhaus|hilfetelefon/);
    // Nothing that is only a little similar, and no counting what fits.
    expect(await s.seite.locator('.trenner, .passung').count()).toBe(0);

    // Another fear, other numbers; none of them for a search without fear.
    await s.suche('ich will nicht mehr leben');
    expect(await notruf.getByRole('link').allTextContents()).toEqual(['112', '0800 1110111']);
    await s.suche('Deutschkurs');
    expect(await notruf.isHidden()).toBe(true);
  });
});

describe('what may be a cry for help', () => {
  let besuch: Besuch;
  let s: Suchseite;
  const adressen: string[] = [];
  beforeAll(async () => {
    besuch = await besuche('rhein-sieg');
    s = suchseite(await besuch.seite(), `${besuch.url}suche/`);
    s.seite.on('framenavigated', (frame) => adressen.push(decodeURIComponent(frame.url())));
    await s.oeffne();
  });
  afterAll(() => besuch.ende());
  const nummern = () => s.bereich('notruf').locator('a:visible').allTextContents();
  /** Writes and sends words, and looks for them in every address there was. */
  const sende = async (q: string) => {
    await s.suche('');
    adressen.length = 0;
    await s.tippe(q);
    await s.feld.press('Enter');
    await s.fertig(q);
  };

  it.each([
    ['Violence', 'mein ex verfolgt mich', '110 116 016'],
    ['Violence', 'domestic abuse', '110 116 016'],
    ['Violence', 'mon mari est violent', '110 116 016'],
    ['Violence', 'eşim bana vuruyor', '110 116 016'],
    ['Violence', 'زوجتي تضربني', '110 116 016'],
    ['Violence', 'شوهرم مرا می‌زند', '110 116 016'],
    ['The wish to die', 'i dont want to live anymore', '112 0800 1110111'],
    ['The wish to die', 'ich kann nicht mehr', '112 0800 1110111'],
    ['The wish to die', 'می‌خواهم بمیرم', '112 0800 1110111'],
    ['What leads to protection', 'my husband is violent', '110 112 116 016 0800 1110111'],
    ['What leads to protection', 'kocam', '110 112 116 016 0800 1110111'],
  ])('%s: „%s“ shows the numbers, and stands in no address', async (_was, q, erwartet) => {
    await sende(q);
    expect((await nummern()).join(' ')).toBe(erwartet);
    expect(await s.ids()).not.toEqual([]);
    expect(adressen.filter((adresse) => adresse.includes('q='))).toEqual([]);
    // Nothing of it is lost.
    await s.seite.reload();
    await s.fertig(q);
    expect(await s.feld.inputValue()).toBe(q);
    await s.suche('Deutschkurs');
    expect(await nummern()).toEqual([]);
  });

  it('is in doubt where one of the first offers is about it: the numbers in a line, and no address', async () => {
    await sende('wohnen');
    const zeile = s.seite.locator('[aria-live] .notruf-zeile');
    await zeile.waitFor();
    expect(await nummern()).toEqual([]);
    expect(adressen.filter((adresse) => adresse.includes('q='))).toEqual([]);
    await s.suche('Wohnung Hennef');
    expect(await zeile.isHidden()).toBe(true);
    expect(s.seite.url()).toContain('#q=Wohnung');
  });

  it.each([
    ['Feuer', '', '110 112', /^Thema „Schutz vor Gewalt“: \d+ Angebote$/],
    // Of which the filter leaves nothing.
    [
      'ich will sterben',
      '&angebotsart=kurs',
      '112 0800 1110111',
      /^Thema „Gesundheit“: \d+ Angebote$/,
    ],
  ])('leads on where nothing is found: „%s“', async (q, filter, erwartet, thema) => {
    await s.oeffne(`q=${encodeURIComponent(q)}${filter}`);
    expect(await s.status()).toMatch(/^0 Angebote/);
    expect((await nummern()).join(' ')).toBe(erwartet);
    const leer = s.bereich('leer');
    expect(await leer.locator('a[href^="/angebote/"]').count()).toBeGreaterThan(0);
    await s.bereich('hilfe').getByRole('link', { name: /02241/ }).waitFor();
    // No advice how to search, and nothing to report.
    expect(await leer.textContent()).not.toContain('anderes Wort');
    expect(await leer.locator('a[href^="mailto:"]').count()).toBe(0);
    await leer.getByRole('button', { name: thema }).click();
    await s.fertig('');
    expect(await s.ids()).not.toEqual([]);
  });

  it('is not taken from the beginning of a word, until somebody stops there', async () => {
    await s.suche('');
    await s.seite.clock.install();
    await s.feld.pressSequentially('Hau');
    await s.fertig('Hau');
    expect(await nummern()).toEqual([]);
    await s.seite.clock.runFor(1000);
    expect(await nummern()).not.toEqual([]);
    await s.feld.pressSequentially('s');
    await s.seite.clock.runFor(1000);
    await s.fertig('Haus');
    expect(await nummern()).toEqual([]);
  });
});

describe('words on a page in another language', () => {
  let besuch: Besuch;
  let s: Suchseite;
  beforeAll(async () => {
    besuch = await besuche('musterkreis', '/integration/');
    s = suchseite(await besuch.seite(), `${besuch.url}ar/suche/`);
    await s.oeffne();
  });
  afterAll(() => besuch.ende());

  it('may be German', async () => {
    await s.suche('Deutschkurs');
    expect((await s.ids())[0]).toBe('deutschkurs-frauen');
    const link = s.seite.locator('#treffer').getByRole('link').first();
    expect(await link.getAttribute('href')).toBe('/integration/ar/angebote/deutschkurs-frauen/');
    await s.suche('الألمانية');
    expect((await s.ids()).sort()).toEqual(['deutschkurs-frauen', 'integrationskurs-vormittag']);
  });

  it('that mean danger put the numbers of the Kreis first', async () => {
    await s.suche('زوجي يضربني');
    expect(await s.bereich('notruf').getByRole('link').allTextContents()).toEqual(['112', '110']);
    expect(await s.bereich('notruf').locator('span').first().textContent()).toBe(
      'الإطفاء والإسعاف',
    );
  });

  it('that only some offers meet all of: those first, then the others, each saying what is missing', async () => {
    await s.suche('Deutschkurs arabisch');
    const zeilen = await s.seite
      .locator('#treffer > li')
      .evaluateAll((liste) =>
        liste.map((zeile) =>
          zeile.matches('.trenner')
            ? '—'
            : [...zeile.querySelectorAll('.passung li')].map(({ className }) => className).join(),
        ),
      );
    expect(zeilen).toEqual([
      'passt-ja,passt-ja',
      'passt-ja,passt-ja',
      '—',
      'passt-ja,passt-nein',
      'passt-ja,passt-nein',
      'passt-ja,passt-nein',
    ]);
    await s.suche('Deutschkurs kostenlos');
    expect(await s.seite.locator('.passt-unbekannt').first().textContent()).toBe(
      'kostenlos: غير معروف',
    );
  });
});
