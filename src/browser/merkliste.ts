/**
 * The list of offers somebody puts together: counts it, and takes it along wherever somebody goes within the portal. It stands in
 * the address; the device keeps it only where somebody asked for that.
 */
import { kurzcode } from '../domain/kurzcode.ts';
import {
  formatGehaltene,
  formatMerkliste,
  type Gemerktes,
  MAX_GEMERKT,
  mitMerkliste,
  parseMerkliste,
} from '../domain/merkliste.ts';
import { aufGeraet, beiAenderung, vomGeraet } from './merk-geraet.ts';
import { ausAdresse } from './merk-herkunft.ts';
import { neuestes, vermerke } from './merk-verlauf.ts';

const verweis = document.querySelector<HTMLAnchorElement>('[data-merkliste]')!;
/** Without a number. */
const titel = verweis.textContent;
const meldung = document.querySelector<HTMLElement>('[data-merk-meldung]')!;
/** Everything below belongs to the portal. */
const basis = new URL(verweis.dataset['merkliste']!, location.href).href;
const FELD = 'merk=';
const RUHE_MS = 5000;

let liste: readonly Gemerktes[] = [];
/** The list of a link that somebody opened, while the device keeps another one: that one stays as it is. */
let fremd = false;
let ruhe: ReturnType<typeof setTimeout> | undefined;
const beobachter: (() => void)[] = [];

/** In the order somebody gave it. A change puts another array in its place. */
export const gemerkt = (): readonly Gemerktes[] => liste;
/** True while this is the list of a link and the device keeps another one: what changes here is not stored there. */
export const istFremd = (): boolean => fremd;

/** Called whenever the list has changed. */
export function beobachte(melden: () => void): void {
  beobachter.push(melden);
}

/**
 * Puts another list in place of this one.
 * @param eigene true: from now on it is the one the device keeps, if it keeps one
 * @returns false where the device should keep it and could not
 */
export function setze(neu: readonly Gemerktes[], eigene = false): boolean {
  liste = neu;
  if (eigene) fremd = false;
  const feld = formatGehaltene(liste);
  vermerke(feld);
  zeige();
  return fremd || vomGeraet() === undefined || aufGeraet(feld);
}

/** The same address with the list, for a page of this portal. */
export function mitnehmen(href: string): string {
  const url = new URL(href, location.href);
  if (url.href.startsWith(basis)) url.hash = mitMerkliste(url.hash, liste);
  return url.href;
}

/** Sets the buttons of offers; those that a script has just put on the page need it too. */
export function zeigeKnoepfe(): void {
  for (const knopf of document.querySelectorAll<HTMLElement>('[data-merken]')) {
    const drauf = liste.some(({ code }) => code === kurzcode(knopf.dataset['merken']!));
    knopf.setAttribute('aria-pressed', String(drauf));
  }
}

/** Says one of the sentences that stand on the page for it, and how many offers there are now. */
function sage(satz: 'gesetzt' | 'gesetztBis' | 'genommen' | 'voll' | 'nichtGespeichert'): void {
  meldung.textContent = `${meldung.dataset[satz]!} ${verweis.textContent!}`;
  clearTimeout(ruhe);
  ruhe = setTimeout(() => (meldung.textContent = ''), RUHE_MS);
}

/** Only where there is a number: the first that a page writes takes an old phone a sixth of a second. */
function mitAnzahl(): string {
  const anzahl = liste.length.toLocaleString(document.documentElement.lang);
  return verweis.dataset['anzahl']!.replace('#', anzahl);
}

function zeige(): void {
  schreibe();
  verweis.textContent = liste.length > 0 ? mitAnzahl() : titel;
  zeigeKnoepfe();
  for (const melden of beobachter) melden();
}

/** Writes the list into the address. The note in the entry tells that it is ours, see {@link lies}. */
function schreibe(): void {
  const hash = mitMerkliste(location.hash, liste);
  const url = location.pathname + location.search + (hash && `#${hash}`);
  if (liste.length > 0 || location.hash.includes(FELD))
    history.replaceState(history.state ?? {}, '', url);
}

/**
 * Begins with the list of the address, the newest of the tab or the one on the device.
 * @param neu false where somebody came by Back, Forward or a reload
 */
export function lies(neu: boolean): void {
  const gehalten = vomGeraet();
  const eigene = parseMerkliste(gehalten ?? '');
  const juengste = neu ? undefined : neuestes();
  const gelesen = juengste === undefined ? ausAdresse(location.hash) : parseMerkliste(juengste);
  // Where the newest is empty, it may be somebody else's list that was emptied: one's own is not lost by that.
  liste = gelesen.length > 0 ? gelesen : eigene;
  fremd = liste.length > 0 && gehalten !== undefined && !istDieselbe(liste, eigene);
  zeige();
}

/** As an address would say it. */
function istDieselbe(eine: readonly Gemerktes[], andere: readonly Gemerktes[]): boolean {
  return formatMerkliste(eine) === formatMerkliste(andere);
}

/** Puts an offer on the list, or takes it off. @param id of the offer */
export function umschalten(id: string): void {
  const code = kurzcode(id);
  const ohne = liste.filter((eintrag) => eintrag.code !== code);
  const drauf = ohne.length < liste.length;
  if (!drauf && liste.length === MAX_GEMERKT) return sage('voll');
  const gehalten = setze(drauf ? ohne : [...liste, { code, notiz: '' }]);
  const aufDauer = !fremd && vomGeraet() !== undefined;
  const gesetzt = aufDauer ? 'gesetzt' : 'gesetztBis';
  sage(!gehalten ? 'nichtGespeichert' : drauf ? 'genommen' : gesetzt);
}

const [geladen] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
const neu = geladen?.type === 'navigate';
// A part of the page is named beside the list: only alone is it found.
const [teil = ''] = location.hash.split('&');
if (neu && /^#[^=]+$/.test(teil) && teil !== location.hash) {
  const { hash } = location;
  location.replace(teil);
  history.replaceState(history.state, '', hash);
}
lies(neu);

addEventListener('popstate', () => {
  // An entry without a note is new: a link was opened here, or an address typed.
  if (history.state === null && location.hash.includes(FELD)) lies(true);
});
// A jump within the page has no list; going back brings an old one.
addEventListener('hashchange', zeige);
beiAenderung(() => {
  const eigene = vomGeraet();
  if (eigene === undefined) fremd = false;
  else if (!fremd) {
    liste = parseMerkliste(eigene);
    vermerke(eigene);
  }
  zeige();
});

/** Before a link is followed, copied or opened elsewhere; a jump within the page stays one. */
for (const art of ['pointerdown', 'focusin', 'click', 'auxclick', 'contextmenu'])
  addEventListener(
    art,
    ({ target }) => {
      const link = target instanceof Element && target.closest('a[href]');
      const href = link && link.getAttribute('href');
      if (link && href && !/^#/.test(href)) link.setAttribute('href', mitnehmen(href));
    },
    { capture: true },
  );
