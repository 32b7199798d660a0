/** The hand-out of a list: its offers stand in the address behind `#`, what is shown of them on pages of their own. */
import { type Gemerktes, parseMerkliste } from '../domain/merkliste.ts';
import { bereiche, el } from './dom.ts';

const bereich = bereiche(document);
/** The latest list; an older one that arrives late is not shown any more. */
let lauf = 0;

/** The hand-out of an offer; undefined where there is none. Throws where that is not to be found out. */
async function lade({ code, notiz }: Gemerktes): Promise<HTMLElement | undefined> {
  const antwort = await fetch(`${location.pathname}${code}/`, { mode: 'same-origin' });
  if (antwort.status === 404) return undefined;
  if (!antwort.ok) throw new Error(`${antwort.status} for ${code}`);
  const seite = new DOMParser().parseFromString(await antwort.text(), 'text/html');
  const zettel = seite.querySelector<HTMLElement>('article.zettel');
  if (!zettel) return undefined;
  const zeile = zettel.querySelector<HTMLElement>('[data-notiz]')!;
  zeile.textContent = notiz;
  zeile.hidden = notiz === '';
  return document.importNode(zettel, true);
}

/** A line of the first page: name, phone number, note. */
function zeile(zettel: HTMLElement, { notiz }: Gemerktes): HTMLElement {
  const titel = [...zettel.querySelector('.zettel-titel')!.children];
  const nummer = zettel.querySelector<HTMLElement>('[data-telefon]');
  return el(
    'li',
    { class: zettel.classList.contains('zettel-geschuetzt') && 'zettel-geschuetzt' },
    el('span', { class: 'zettel-paar' }, ...titel.map((teil) => teil.cloneNode(true))),
    ...(nummer ? [el('span', { class: 'zettel-nummer' }, nummer.cloneNode(true))] : []),
    ...(notiz ? [el('span', { class: 'zettel-notiz' }, notiz)] : []),
  );
}

async function zeige(): Promise<void> {
  const nr = ++lauf;
  const liste = parseMerkliste(location.hash);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]'))
    link.hash = location.hash;
  bereich('laedt').hidden = liste.length === 0;
  bereich('leer').hidden = liste.length > 0;
  const ergebnisse = await Promise.allSettled(liste.map(lade));
  if (nr !== lauf) return;
  const gefunden = ergebnisse.flatMap((ergebnis, i) =>
    ergebnis.status === 'fulfilled' && ergebnis.value
      ? [{ zettel: ergebnis.value, eintrag: liste[i]! }]
      : [],
  );
  const fehlende = liste.filter((_, i) => {
    const ergebnis = ergebnisse[i]!;
    return ergebnis.status === 'fulfilled' && !ergebnis.value;
  });
  bereich('laedt').hidden = true;
  bereich('leer').hidden = gefunden.length > 0;
  bereich('leer-text').hidden = liste.length > 0;
  bereich('fehlt').hidden = fehlende.length === 0;
  bereich('fehlt').querySelector('bdi')!.textContent = fehlende.map(({ code }) => code).join(', ');
  bereich('stoerung').hidden = ergebnisse.every(({ status }) => status === 'fulfilled');
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
