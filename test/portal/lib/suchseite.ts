/** The search page as a test uses it: searches, and waits until the results belong to what was asked. */
import type { Locator, Page } from 'playwright-core';

export interface Suchseite {
  seite: Page;
  bereich(name: string): Locator;
  feld: Locator;
  vorschlaege: Locator;
  /** Opens the page with a fragment like `q=Deutsch&kommune=lohmar`, anew. */
  oeffne(fragment?: string): Promise<void>;
  /** Searches for words as a link with them does; the page stays the same one. */
  suche(q: string): Promise<void>;
  /** Writes words into the field. */
  tippe(q: string): Promise<void>;
  /** Waits for the results of these words. */
  fertig(q: string): Promise<void>;
  /** Ids of the offers shown, in order. */
  ids(): Promise<string[]>;
  status(): Promise<string>;
  deutung(): Promise<string>;
}

/** @param adresse address of the search page */
export function suchseite(seite: Page, adresse: string): Suchseite {
  const bereich = (name: string) => seite.locator(`[data-bereich=${name}]`);
  const feld = seite.locator('#suchfeld');
  const text = async (name: string) => ((await bereich(name).textContent()) ?? '').trim();
  const fertig = (q: string) =>
    seite.locator(`[data-suche][data-fertig=${JSON.stringify(q)}]`).waitFor({ state: 'attached' });
  const fragmentVon = (q: string) => (q ? `#q=${encodeURIComponent(q)}` : '#');
  return {
    seite,
    bereich,
    feld,
    vorschlaege: seite.locator('#vorschlaege'),
    async oeffne(fragment = '') {
      await seite.goto('about:blank');
      await seite.goto(adresse + (fragment && `#${fragment}`));
      await fertig(decodeURIComponent(/(?:^|&)q=([^&]*)/.exec(fragment)?.[1] ?? ''));
    },
    async suche(q) {
      if (seite.url().startsWith(adresse)) {
        // Else the results of the same words before would do.
        await seite
          .locator('[data-suche]')
          .evaluate((element) => delete (element as HTMLElement).dataset['fertig']);
      }
      await seite.goto(adresse + fragmentVon(q));
      await fertig(q);
    },
    async tippe(q) {
      await feld.fill(q);
      await fertig(q);
    },
    fertig,
    ids: () =>
      seite
        .locator('#treffer > li[id^=angebot-]')
        .evaluateAll((karten) => karten.map(({ id }) => id.replace('angebot-', ''))),
    status: () => text('status'),
    deutung: () => text('deutung'),
  };
}
