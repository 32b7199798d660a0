/** What the search says: how many, that there are none, and that something is broken. */
import type { Text } from '../i18n/texte.ts';
import type { Bestand } from './bestand.ts';
import { type Bereiche, el, knopf, setText } from './dom.ts';
import type { Treffer } from './reihenfolge.ts';

/** `laden`: nothing works; `text`: words were searched incompletely. */
export type Stoerung = 'laden' | 'text';

/** Says it in the places of the page for that; each call takes the place of what was said there before. */
export function createMeldungen(bereich: Bereiche, t: Text) {
  const zeigeHilfe = () => {
    bereich('hilfe').hidden = bereich('leer').hidden && bereich('stoerung').hidden;
  };
  let stoerung: Stoerung | undefined;
  const zeigeStoerung = (art: Stoerung | undefined) => {
    const kasten = bereich('stoerung');
    kasten.hidden = art === undefined;
    // Said once, not with every keystroke.
    if (kasten.dataset['art'] !== art) {
      const teile = art && [
        el('h2', {}, t('suche.gestoert.titel')),
        el('p', {}, t(`suche.gestoert.${art}`)),
        knopf(t('suche.gestoert.neu'), () => location.reload()),
      ];
      kasten.replaceChildren(...(teile ?? []));
      if (art) kasten.dataset['art'] = art;
      else delete kasten.dataset['art'];
    }
    zeigeHilfe();
  };
  return {
    status(text: string) {
      setText(bereich('status'), text);
    },

    /**
     * How many were found: of our own those that meet everything that was asked, the others of them, and those of neighbours.
     * @param q what was searched; empty where that narrows nothing down
     */
    anzahl(bestand: Bestand, treffer: readonly Treffer[], q: string) {
      const eigene = treffer.filter(({ row }) => row < bestand.eigene);
      const anzahl = eigene.length;
      const ganze = eigene.filter(({ passung }) => passung?.ganz).length;
      const fremde = treffer.length - anzahl;
      const text = q
        ? t('suche.anzahl_zu', { anzahl: ganze || anzahl, suche: q })
        : t('suche.anzahl', { anzahl });
      const dazu = ganze > 0 && ganze < anzahl;
      const rest = dazu ? `. ${t('suche.anzahl_teilweise', { anzahl: anzahl - ganze })}` : '';
      const dort = fremde > 0 ? `. ${t('suche.nachbarn.anzahl', { anzahl: fremde })}` : '';
      setText(bereich('status'), text + rest + dort);
      setText(bereich('fertig'), t('suche.zeigen', { anzahl: treffer.length }));
    },

    /** What is wrong with the search that is shown. */
    stoerung(art: Stoerung | undefined) {
      stoerung = art;
      zeigeStoerung(art);
    },

    /** Something did not come that was asked for later, until {@link geladen}. */
    ladefehler() {
      zeigeStoerung('laden');
    },

    geladen() {
      zeigeStoerung(stoerung);
    },

    /** Nothing found. @param inhalt what else could be done, see `ansicht-leer` */
    leer(inhalt: readonly Node[]) {
      bereich('leer').replaceChildren(...inhalt);
      bereich('leer').hidden = false;
      zeigeHilfe();
    },

    /** Other ways than the search, until `stoerung` or `nichtLeer` says how it ended. */
    hilfe() {
      bereich('hilfe').hidden = false;
    },

    nichtLeer() {
      bereich('leer').hidden = true;
      zeigeHilfe();
    },
  };
}
