/**
 * Reading aloud. Chromium without a window has no voices, so those of the device are played; everything else is real.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { verstoesse } from './lib/axe.ts';
import { STICHTAG } from './lib/bauen.ts';
import { besuche, type Besuch } from './lib/browser.ts';

interface Stimme {
  lang: string;
  localService: boolean;
  name: string;
}
interface Gesagt {
  text: string;
  stimme: string | undefined;
  rate: number;
}
/** What the page of a test has beside what every page has. */
interface Buehne {
  gesagt: Gesagt[];
  /** Ends what is being said. */
  zuEnde(): void;
  kommen(): void;
  spricht: boolean;
}

const DEUTSCH = { lang: 'de-DE', localService: true, name: 'Anna' };
const ARABISCH = { lang: 'ar_SA', localService: true, name: 'Laila' };
const FERN = { lang: 'de-DE', localService: false, name: 'Wolke' };

let besuch: Besuch;
let seite: Page;
beforeAll(async () => {
  besuch = await besuche('musterkreis', '/integration/', {
    // Where the way out leads.
    erwartet: [/^Foreign: https:\/\/www\.wetter\.example\/$/],
  });
});
afterAll(() => besuch.ende());
afterEach(() => seite.context().close());

/** Opens a page on a device with these voices. @param spaet they come only when `kommen` is called */
async function oeffne(pfad: string, stimmen: readonly Stimme[], spaet = false): Promise<void> {
  seite = await besuch.seite({ breite: 320 });
  await seite.addInitScript(
    ([stimmen, spaet]) => {
      const buehne = { gesagt: [], spricht: false } as unknown as Buehne;
      const wer = new EventTarget();
      let da = !spaet;
      let aktuell: { dispatchEvent(event: Event): boolean } | undefined;
      class Aussage extends EventTarget {
        text: string;
        voice?: Stimme;
        rate = 1;
        constructor(text: string) {
          super();
          this.text = text;
        }
      }
      Object.assign(wer, {
        getVoices: () => (da ? stimmen : []),
        speak(aussage: Aussage) {
          if (aussage.text === '') return;
          const { text, voice, rate } = aussage;
          buehne.gesagt.push({ text, stimme: voice?.name, rate });
          aktuell = aussage;
          buehne.spricht = true;
        },
        cancel() {
          const alt = aktuell;
          aktuell = undefined;
          buehne.spricht = false;
          // As devices do: what was cut off ends, too.
          alt?.dispatchEvent(new Event('end'));
        },
      });
      buehne.zuEnde = () => {
        const alt = aktuell;
        aktuell = undefined;
        buehne.spricht = false;
        alt?.dispatchEvent(new Event('end'));
      };
      buehne.kommen = () => {
        da = true;
        wer.dispatchEvent(new Event('voiceschanged'));
      };
      Object.defineProperty(window, 'speechSynthesis', { value: wer });
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Aussage });
      Object.assign(window, { buehne });
    },
    [stimmen, spaet] as const,
  );
  await seite.goto(besuch.url + pfad, { waitUntil: 'networkidle' });
}
const buehne = <T>(tun: (buehne: Buehne) => T): Promise<T> =>
  seite.evaluate(`(${tun.toString()})(window.buehne)`);
const gesagt = () => buehne(({ gesagt }) => gesagt);
const kasten = () => seite.locator('[data-vorlesen]');
const knopf = (name: string) => kasten().getByRole('button', { name });
const beginnen = async () => {
  await kasten().getByRole('button').first().click();
  await expect.poll(async () => (await gesagt()).length).toBe(1);
};
/** Lets everything be read to its end. */
const allesHoeren = async () => {
  await beginnen();
  for (let i = 0; i < 300 && (await buehne(({ spricht }) => spricht)); i++)
    await buehne((b) => b.zuEnde());
  return gesagt();
};

const OFFEN = 'angebote/kleiderstube/';

describe('reading aloud', () => {
  it.each([
    ['has no voice', OFFEN, []],
    ['has only a voice that sends what it reads to somebody', OFFEN, [FERN]],
    ['has no voice for the language of the page', `ar/${OFFEN}`, [DEUTSCH]],
  ] as const)('is not offered where the device %s', async (_was, pfad, stimmen) => {
    await oeffne(pfad, stimmen);
    expect(await kasten().count()).toBe(1);
    expect(await kasten().isVisible()).toBe(false);
  });

  it('is offered once a voice is there, which may come late', async () => {
    await oeffne(OFFEN, [FERN, DEUTSCH], true);
    expect(await kasten().isVisible()).toBe(false);
    await buehne((b) => b.kommen());
    await knopf('Vorlesen').waitFor();
    expect(await verstoesse(seite)).toEqual([]);
  });

  it('loads what reads only when somebody wants it', async () => {
    await oeffne(OFFEN, [DEUTSCH]);
    const anfragen: string[] = [];
    seite.on('request', (request) => anfragen.push(request.url()));
    await beginnen();
    expect(anfragen.filter((url) => url.includes('vorlesen-lauf'))).toHaveLength(1);
  });

  it('reads the page in its order, in short pieces, phone numbers digit by digit, no buttons', async () => {
    await oeffne(OFFEN, [FERN, DEUTSCH]);
    const titel = (await seite.locator('h1').textContent())!.trim();
    const alles = await allesHoeren();
    const texte = alles.map(({ text }) => text);
    expect(new Set(alles.map(({ stimme }) => stimme))).toEqual(new Set(['Anna']));
    expect(Math.max(...texte.map((text) => text.length))).toBeLessThanOrEqual(180);
    const stelle = (teil: string) => texte.findIndex((text) => text.includes(teil));
    expect(stelle(titel)).toBeGreaterThanOrEqual(0);
    expect(stelle('Kontakt')).toBeGreaterThan(stelle(titel));
    expect(stelle('0 2 2 1')).toBeGreaterThan(stelle('Kontakt'));
    expect(texte.join(' ')).not.toMatch(/0221|Vorlesen|Langsam/);
    await kasten().getByRole('status').getByText('Fertig vorgelesen', { exact: true }).waitFor();
    await seite.locator('.wird-vorgelesen').waitFor({ state: 'detached' });
    await knopf('Vorlesen').waitFor();
  });

  it('on an Arabic page gives German names to a German voice', async () => {
    await oeffne(`ar/${OFFEN}`, [ARABISCH, DEUTSCH]);
    const alles = await allesHoeren();
    expect(new Set(alles.map(({ stimme }) => stimme))).toEqual(new Set(['Laila', 'Anna']));
    const vonAnna = alles.filter(({ stimme }) => stimme === 'Anna').map(({ text }) => text);
    expect(vonAnna.join(' ')).not.toMatch(/\p{Script=Arabic}/u);
    const vonLaila = alles.filter(({ stimme }) => stimme === 'Laila').map(({ text }) => text);
    expect(vonLaila.join(' ')).toMatch(/\p{Script=Arabic}/u);
  });

  it('without a German voice says German names as well as it can, and leaves out German sentences', async () => {
    await oeffne(`ar/${OFFEN}`, [ARABISCH]);
    const alles = await allesHoeren();
    const deutsch = alles.filter(({ text }) => !/\p{Script=Arabic}|\d/u.test(text));
    expect(deutsch.length).toBeGreaterThan(0);
    for (const { text } of deutsch) expect(text.length).toBeLessThanOrEqual(60);
  });

  it('pauses, goes on where it was, slows down, and stops', async () => {
    await oeffne(OFFEN, [DEUTSCH]);
    await beginnen();
    await buehne((b) => b.zuEnde());
    const [, zweiter] = await gesagt();
    expect(await seite.locator('.wird-vorgelesen').count()).toBe(1);
    await knopf('Pause').click();
    expect(await buehne(({ spricht }) => spricht)).toBe(false);
    expect(await kasten().getByRole('status').textContent()).toBe('Angehalten');
    await knopf('Weiter vorlesen').click();
    expect((await gesagt()).at(-1)).toEqual(zweiter);
    await knopf('Langsam').click();
    expect((await gesagt()).at(-1)).toEqual({ ...zweiter, rate: 0.7 });
    const bisher = (await gesagt()).length;
    await knopf('Stopp').click();
    expect(await buehne(({ spricht }) => spricht)).toBe(false);
    expect((await gesagt()).length).toBe(bisher);
    expect(await knopf('Vorlesen').evaluate((element) => element === document.activeElement)).toBe(
      true,
    );
  });

  it('falls silent when the page is left', async () => {
    await oeffne(OFFEN, [DEUTSCH]);
    await beginnen();
    await seite.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
    expect(await buehne(({ spricht }) => spricht)).toBe(false);
    expect((await gesagt()).length).toBe(1);
  });

  it('falls silent at once when somebody must leave, also while the other page is loading', async () => {
    const katalog = readKatalog('test/fixtures/musterkreis', STICHTAG).katalog!;
    const pfad = createKontext(katalog, 'de').pfade.angebot('frauenhaus');
    await oeffne(pfad.replace('/integration/', ''), [DEUTSCH]);
    await seite.route(`${katalog.portal.ausstieg}**`, (route) => route.fulfill({ status: 204 }));
    await beginnen();
    await seite.locator('.ausstieg-knopf').click();
    expect(await buehne(({ spricht }) => spricht)).toBe(false);
    expect((await gesagt()).length).toBe(1);
  });
});
