/** Handing the list on, without its notes unless somebody chooses them. */
import { formatMerkliste } from '../domain/merkliste.ts';
import type { Text } from '../i18n/texte.ts';
import type { Bereiche } from './dom.ts';
import { teilen } from './merk-teilen.ts';
import { gemerkt } from './merkliste.ts';

/**
 * Takes over the part `teilen` of the page; `notizen-frage` shows only where there are notes. `zeigen` has to be called
 * after each change of the list.
 */
export function createTeilenAnsicht(bereich: Bereiche, t: Text) {
  const frage = bereich('notizen-frage');
  const mitNotizen = frage.querySelector<HTMLInputElement>('[value=mit]')!;
  let geteilt = '';

  const zeigen = () => {
    const alle = gemerkt();
    frage.hidden = alle.every(({ notiz }) => !notiz);
    const mit = !frage.hidden && mitNotizen.checked;
    const feld = formatMerkliste(mit ? alle : alle.map(({ code }) => ({ code, notiz: '' })));
    const url = new URL(`#${feld}`, location.origin + location.pathname).href;
    // What is open stays open as long as it is true.
    if (url === geteilt) return;
    geteilt = url;
    const titel = document.title;
    bereich('teilen').replaceChildren(teilen({ titel, text: titel, url }, t));
  };
  frage.addEventListener('change', zeigen);

  return { zeigen };
}
