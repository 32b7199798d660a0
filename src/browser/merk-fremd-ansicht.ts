/** The question what is to become of somebody else's list, where the device keeps one of its own. */
import { type Gemerktes, MAX_GEMERKT, parseMerkliste } from '../domain/merkliste.ts';
import type { Text } from '../i18n/texte.ts';
import { type Bereiche, setText } from './dom.ts';
import { vomGeraet } from './merk-geraet.ts';
import { gemerkt, istFremd, setze } from './merkliste.ts';

/** @param ueberschrift of the page; it takes the focus when the question is gone */
export function createFremdAnsicht(bereich: Bereiche, t: Text, ueberschrift: HTMLElement) {
  const frage = bereich('fremd');
  let angesehen = false;

  const uebernehme = (neu: readonly Gemerktes[]) => {
    const gehalten = setze(neu.slice(0, MAX_GEMERKT), true);
    const text = neu.length > MAX_GEMERKT ? t('merk.voll', { anzahl: MAX_GEMERKT }) : '';
    setText(bereich('meldung'), gehalten ? text : t('merk.nicht_gespeichert'));
    ueberschrift.focus();
  };
  bereich('fremd-ersetzen').addEventListener('click', () => uebernehme(gemerkt()));
  bereich('fremd-dazu').addEventListener('click', () => {
    const eigene = parseMerkliste(vomGeraet() ?? '');
    const bekannt = new Set(eigene.map(({ code }) => code));
    uebernehme([...eigene, ...gemerkt().filter(({ code }) => !bekannt.has(code))]);
  });
  bereich('fremd-ansehen').addEventListener('click', () => {
    angesehen = true;
    frage.hidden = true;
    ueberschrift.focus();
  });

  return {
    zeigen() {
      frage.hidden = !istFremd() || angesehen;
    },
  };
}
