/** Whether the device keeps the list, and the button that changes it. */
import { formatGehaltene } from '../domain/merkliste.ts';
import type { Text } from '../i18n/texte.ts';
import { type Bereiche, setText } from './dom.ts';
import { aufGeraet, loescheVomGeraet, vomGeraet } from './merk-geraet.ts';
import { gemerkt, istFremd, setze } from './merkliste.ts';

/** Takes over the part `geraet` of the page and its button. `zeigen` has to be called after each change of the list. */
export function createGeraetAnsicht(bereich: Bereiche, t: Text) {
  const zeigen = () => {
    // What the device keeps is then another list: nothing here is to touch it.
    bereich('geraet').hidden = istFremd();
    const gehalten = vomGeraet() !== undefined;
    setText(bereich('geraet-text'), t(gehalten ? 'merk.geraet.an' : 'merk.geraet.aus'));
    setText(
      bereich('geraet-knopf'),
      t(gehalten ? 'merk.geraet.loeschen' : 'merk.geraet.speichern'),
    );
  };

  const behalte = () => {
    const gehalten = aufGeraet(formatGehaltene(gemerkt()));
    return t(gehalten ? 'merk.geraet.gespeichert' : 'merk.nicht_gespeichert');
  };
  const loesche = () => {
    loescheVomGeraet();
    // From now on only the tab knows the newest list.
    setze(gemerkt());
    return t('merk.geraet.geloescht');
  };
  bereich('geraet-knopf').addEventListener('click', () => {
    const text = vomGeraet() === undefined ? behalte() : loesche();
    zeigen();
    setText(bereich('geraet-meldung'), text);
  });

  return { zeigen };
}
