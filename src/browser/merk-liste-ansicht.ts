/** The offers of the list in order, and what somebody does with them: move, note, take off, put back. */
import type { Gemerktes } from '../domain/merkliste.ts';
import type { Text } from '../i18n/texte.ts';
import type { MerkKonfig } from '../site/merkliste-seite.ts';
import { type Bereiche, el, knopf, setText } from './dom.ts';
import { createEintrag, type Eintrag } from './merk-eintrag.ts';
import type { Vorrat } from './merk-vorrat.ts';
import { gemerkt, setze } from './merkliste.ts';

export interface ListeWunsch {
  /** Shows the page anew; done when the entries stand there. */
  zeigen(): Promise<void>;
}

/** What was just taken off, and where it stood. */
interface Entferntes {
  stelle: number;
  zeile: HTMLElement;
}

/**
 * Takes over the part `liste` of the page and the button `leeren`; what somebody does goes into the list at once
 * (`setze`). Entries are made once, so that notes and focus stay.
 */
export function createListeAnsicht(
  bereich: Bereiche,
  konfig: MerkKonfig,
  t: Text,
  wunsch: ListeWunsch,
) {
  const vorlage = bereich<HTMLTemplateElement>('vorlage').content.querySelector('li')!;
  const liste = bereich('liste');
  const eintraege = new Map<string, Eintrag>();
  let entfernt: Entferntes | undefined;

  const stelleVon = (code: string) => gemerkt().findIndex((eintrag) => eintrag.code === code);

  const ordne = (neu: readonly Gemerktes[]) => {
    entfernt = undefined;
    setze(neu);
  };

  const verschiebe = (code: string, schritt: 1 | -1) => {
    const neu = [...gemerkt()];
    const von = stelleVon(code);
    const [eintrag] = neu.splice(von, 1);
    neu.splice(von + schritt, 0, eintrag!);
    ordne(neu);
    const titel = eintraege.get(code)!.name;
    const stelle = von + schritt + 1;
    setText(bereich('meldung'), t('merk.stelle', { titel, stelle, anzahl: neu.length }));
  };

  const nehmeHeraus = (stelle: number, anzahl: number) => {
    const alle = gemerkt();
    const heraus = alle.slice(stelle, stelle + anzahl);
    const { code } = heraus[0]!;
    const titel = eintraege.get(code)?.name ?? '';
    const text = alle.length > anzahl ? t('merk.entfernt', { titel }) : t('merk.alle_entfernt');
    const zurueck = knopf(t('merk.rueckgaengig'), () => {
      const jetzt = gemerkt();
      ordne([...jetzt.slice(0, stelle), ...heraus, ...jetzt.slice(stelle)]);
      void wunsch.zeigen().then(() => eintraege.get(code)?.entfernen.focus());
    });
    const zeile = el('li', { class: 'merk-entfernt' }, el('span', {}, text), ' ', zurueck);
    entfernt = { stelle, zeile };
    setze([...alle.slice(0, stelle), ...alle.slice(stelle + anzahl)]);
    void wunsch.zeigen().then(() => zurueck.focus());
  };
  bereich('leeren').addEventListener('click', () => nehmeHeraus(0, gemerkt().length));

  const notiere = (neu: Gemerktes) => {
    const bisher = gemerkt();
    if (bisher[stelleVon(neu.code)]?.notiz !== neu.notiz)
      setze(bisher.map((eintrag) => (eintrag.code === neu.code ? neu : eintrag)));
  };

  const eintragVon = (vorrat: Vorrat, code: string): Eintrag => {
    const eintrag =
      eintraege.get(code) ??
      createEintrag(vorrat, code, vorlage, konfig, t, {
        verschiebe,
        entferne: () => nehmeHeraus(stelleVon(code), 1),
        notiere,
      });
    eintraege.set(code, eintrag);
    return eintrag;
  };

  /** Puts the entries in order; what already stands in its place is not touched, so that it keeps the focus. */
  const ordneZeilen = (zeilen: readonly Element[]) => {
    const aktiv = document.activeElement;
    for (const zeile of [...liste.children]) if (!zeilen.includes(zeile)) zeile.remove();
    zeilen.forEach((zeile, i) => {
      if (liste.children[i] !== zeile) liste.insertBefore(zeile, liste.children[i] ?? null);
    });
    const eintrag = [...eintraege.values()].find(({ element }) => element.contains(aktiv));
    if (!eintrag || !(aktiv instanceof HTMLElement)) return;
    // At the end of its way a button has nothing more to do; its neighbour takes over.
    const { hoch, runter } = eintrag;
    const ziel =
      aktiv === hoch && hoch.disabled ? runter : aktiv === runter && runter.disabled ? hoch : aktiv;
    if (document.activeElement !== ziel) ziel.focus();
    // Where its entry moved, the button must not be out of sight.
    ziel.scrollIntoView({ block: 'nearest' });
  };

  return {
    ordne,

    /** Nothing to show: neither an entry nor the way back to what was just taken off. */
    istLeer: () => gemerkt().length === 0 && !entfernt,

    leeren() {
      ordneZeilen([]);
      bereich('fehlt').hidden = true;
    },

    zeigen(vorrat: Vorrat, alle: readonly Gemerktes[]) {
      const zeilen: Element[] = alle.map((gemerktes, i) => {
        const eintrag = eintragVon(vorrat, gemerktes.code);
        eintrag.zeigeNotiz(gemerktes);
        eintrag.hoch.disabled = i === 0;
        eintrag.runter.disabled = i === alle.length - 1;
        return eintrag.element;
      });
      if (entfernt) zeilen.splice(entfernt.stelle, 0, entfernt.zeile);
      ordneZeilen(zeilen);
      const anzahl = alle.filter(({ code }) => vorrat.zeileVon(code) < 0).length;
      bereich('fehlt').hidden = anzahl === 0;
      setText(bereich('fehlt'), anzahl > 0 ? t('merk.fehlt', { anzahl }) : '');
    },
  };
}
