/**
 * The newest list of a tab. Every entry of its history has the list of its time in the address: without this, who adds an offer on
 * its page and goes back to the results would lose it. The browser keeps a note with each entry, for this tab and as long as it is
 * open; one that cannot do that shows the list of the address.
 */

/** What is kept with an entry: the list as the device keeps it, and when it was changed. */
interface Vermerk {
  zeit: number;
  feld: string;
}

const verlauf = (globalThis as { navigation?: Navigation }).navigation;
let hier: Vermerk | undefined;

/** The list was changed. */
export function vermerke(feld: string): void {
  halte({ zeit: Date.now(), feld });
}

/** The newest list of this tab, for somebody who came by Back or Forward; undefined where none was changed here. */
export function neuestes(): string | undefined {
  halte(alleVermerke().sort((a, b) => b.zeit - a.zeit)[0]);
  return hier?.feld;
}

/** All lists of this tab that were changed in it. */
export function fruehere(): string[] {
  return alleVermerke().map(({ feld }) => feld);
}

function alleVermerke(): Vermerk[] {
  const alle = verlauf?.entries().map((eintrag) => eintrag.getState() as Vermerk | undefined) ?? [];
  // Other pages of the same server may keep something else.
  return alle.filter((vermerk): vermerk is Vermerk => typeof vermerk?.feld === 'string');
}

function halte(vermerk: Vermerk | undefined): void {
  hier = vermerk;
  if (hier) verlauf?.updateCurrentEntry({ state: hier });
}

// Another entry of the same page, as the search makes them; the event without a type is our own note.
verlauf?.addEventListener('currententrychange', ({ navigationType }) => {
  if (navigationType) halte(hier);
});
