/** The hand-out of a list: its offers stand in the address behind `#`, what is shown of them on pages of their own. */
import type { Gemerktes } from '../domain/merkliste.ts';
import { bereiche, el, zeigeErsatz } from './dom.ts';
import { hole } from './frist.ts';
import { ausAdresse } from './merk-herkunft.ts';

const bereich = bereiche(document);
/** The latest list; an older one that arrives late is not shown any more. */
let lauf = 0;

/** The hand-out of an offer; undefined where there is none. Throws where that is not to be found out. */
async function lade({ code }: Gemerktes): Promise<HTMLElement | undefined> {
  const lies = async (antwort: Response) => {
    const seite = new DOMParser().parseFromString(await antwort.text(), 'text/html');
    // Filters say 404, too: what is gone is known by the portal's own page for it.
    if (antwort.status === 404 && seite.querySelector('[data-gibt-es-nicht]')) return undefined;
    if (!antwort.ok) throw new Error(`${antwort.status} for ${code}`);
    return seite;
  };
  const seite = await hole(`${location.pathname}${code}/`, lies, { mode: 'same-origin' });
  if (!seite) return undefined;
  const zettel = seite.querySelector<HTMLElement>(`article.zettel[data-code='${code}']`);
  // The page to log in to a network, say, or that of another offer: nothing is known of the offer then.
  if (!zettel) throw new Error(`Not the hand-out of ${code}`);
  return document.importNode(zettel, true);
}

/** The note as it is printed: one from the link says so; beside a protected offer, there is none but the reader's own. */
function notizAuf(zettel: HTMLElement, { notiz, ausLink }: Gemerktes): Node[] {
  if (!notiz || (ausLink && istGeschuetzt(zettel))) return [];
  const herkunft = bereich<HTMLTemplateElement>('herkunft').content.cloneNode(true);
  return [...(ausLink ? [herkunft] : []), el('p', { class: 'zettel-notiz' }, notiz)];
}

function istGeschuetzt(zettel: HTMLElement): boolean {
  return zettel.classList.contains('zettel-geschuetzt');
}

/** A line of the first page: name, phone number or whom else to ask, note. */
function zeile(zettel: HTMLElement, gemerktes: Gemerktes): HTMLElement {
  const titel = [...zettel.querySelector('.zettel-titel')!.children];
  const nummer = zettel.querySelector<HTMLElement>('[data-telefon]');
  const auskunft = zettel.querySelector<HTMLElement>('.zettel-auskunft');
  return el(
    'li',
    { class: istGeschuetzt(zettel) && 'zettel-geschuetzt' },
    el('span', { class: 'zettel-paar' }, ...titel.map((teil) => teil.cloneNode(true))),
    ...(nummer ? [el('span', { class: 'zettel-nummer' }, nummer.cloneNode(true))] : []),
    ...(auskunft ? [auskunft.cloneNode(true)] : []),
    ...notizAuf(zettel, gemerktes),
  );
}

async function zeige(): Promise<void> {
  const nr = ++lauf;
  const liste = ausAdresse(location.hash);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]'))
    link.hash = location.hash;
  bereich('laedt').hidden = liste.length === 0;
  bereich('leer').hidden = liste.length > 0;
  const ergebnisse = await Promise.allSettled(liste.map(lade));
  if (nr !== lauf) return;
  zeigeErsatz(false);
  const gefunden = ergebnisse.flatMap((ergebnis, i) =>
    ergebnis.status === 'fulfilled' && ergebnis.value
      ? [{ zettel: ergebnis.value, eintrag: liste[i]! }]
      : [],
  );
  for (const { zettel, eintrag } of gefunden)
    zettel.querySelector('[data-notiz]')!.replaceChildren(...notizAuf(zettel, eintrag));
  const melde = (name: string, trifftZu: (ergebnis: (typeof ergebnisse)[number]) => boolean) => {
    const codes = liste.filter((_, i) => trifftZu(ergebnisse[i]!)).map(({ code }) => code);
    bereich(name).hidden = codes.length === 0;
    bereich(name).querySelector('bdi')!.textContent = codes.join(', ');
  };
  bereich('laedt').hidden = true;
  bereich('leer').hidden = gefunden.length > 0;
  bereich('leer-text').hidden = liste.length > 0;
  melde('fehlt', (ergebnis) => ergebnis.status === 'fulfilled' && !ergebnis.value);
  melde('stoerung', ({ status }) => status === 'rejected');
  bereich('fragen').hidden = liste.length > 0 && gefunden.length === liste.length;
  bereich('zettel').hidden = gefunden.length === 0;
  bereich('liste').hidden = gefunden.length < 2;
  bereich('liste')
    .querySelector('ol')!
    .replaceChildren(...gefunden.map(({ zettel, eintrag }) => zeile(zettel, eintrag)));
  bereich('alle').replaceChildren(...gefunden.map(({ zettel }) => zettel));
  bereich('alle').dataset['fertig'] = location.hash;
}

addEventListener('hashchange', () => void zeige());
void zeige();
