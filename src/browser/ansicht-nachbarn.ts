/** The way to search the portals of neighbours, too: a button that says who is asked, and what they found. */
import { alsDeutsch } from '../i18n/fremd.ts';
import type { Text } from '../i18n/texte.ts';
import type { Nachbarportal } from '../site/nachbarn.ts';
import type { SuchKonfig } from '../site/such-seite.ts';
import { FREMDE_SEITE } from './angebot-karte.ts';
import type { Deutung } from './deuten.ts';
import { el, knopf } from './dom.ts';

/**
 * @param portale whom to ask
 * @param kasten where on the page
 */
export function createNachbarAnsicht(
  { pagefind }: SuchKonfig,
  portale: readonly Nachbarportal[],
  kasten: HTMLElement,
  t: Text,
) {
  let lauf = 0;
  const deutsch = alsDeutsch(document.documentElement.lang);
  const name = (portal: Nachbarportal) => el('bdi', deutsch, portal.name);

  /** Nobody's fault is hidden: whoever cannot be asked from here can be asked there. */
  const dort = (portal: Nachbarportal, q: string) =>
    el(
      'a',
      {
        href: `${portal.url}${portal.vorsatz}suche/#q=${encodeURIComponent(q)}`,
        rel: FREMDE_SEITE,
      },
      t('suche.nachbarn.dort'),
    );

  const antwort = async (portal: Nachbarportal, q: string, deutung: Deutung) => {
    const abschnitt = el('section', {}, el('h3', {}, name(portal)));
    try {
      const { sucheBei } = await import('./nachbarsuche.ts');
      const treffer = await sucheBei(portal, pagefind, deutung);
      const liste = treffer.map(({ titel, href }) =>
        el('li', {}, el('a', { href, rel: FREMDE_SEITE, ...deutsch }, titel)),
      );
      abschnitt.append(
        liste.length > 0
          ? el('ul', { class: 'nachbar-treffer' }, ...liste)
          : el('p', {}, t('suche.nachbarn.nichts'), ' ', dort(portal, q)),
      );
    } catch (error) {
      console.error(error);
      abschnitt.append(el('p', {}, t('suche.nachbarn.fehler'), ' ', dort(portal, q)));
    }
    return abschnitt;
  };

  return {
    /**
     * Offers it for a search that is harmless.
     * @param deutung missing where nobody could tell
     */
    zeigen(q: string, deutung: Deutung | undefined): void {
      const nr = ++lauf;
      kasten.hidden = !deutung?.harmlos || deutung.worte.length === 0;
      kasten.replaceChildren();
      if (kasten.hidden || !deutung) return;
      const status = el('p', { role: 'status' });
      const fragen = async () => {
        frage.disabled = true;
        status.textContent = t('suche.sucht');
        const antworten = await Promise.all(portale.map((portal) => antwort(portal, q, deutung)));
        if (nr !== lauf) return;
        frage.remove();
        status.textContent = t('suche.nachbarn.fertig');
        kasten.append(...antworten);
      };
      const frage = knopf(t('suche.nachbarn.fragen'), () => void fragen());
      const namen = portale.map((portal) => portal.name).join(t('liste.komma'));
      kasten.append(
        frage,
        el('p', { class: 'leise' }, t('suche.nachbarn.hinweis', { namen })),
        status,
      );
    },
  };
}
