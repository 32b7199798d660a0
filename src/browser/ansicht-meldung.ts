/** What the search says: how many, nothing found and what then, and that something is broken. */
import type { Text } from '../i18n/texte.ts';
import type { Bestand } from './bestand.ts';
import { type Bereiche, el, knopf, setText } from './dom.ts';
import type { Ausweg } from './suchlauf.ts';
import type { Suchzustand } from './zustand.ts';

/** `laden`: nothing works; `filter`: no words are searched yet; `text`: words were searched incompletely. */
export type Stoerung = 'laden' | 'filter' | 'text';

export function createMeldungen(bereich: Bereiche, t: Text) {
  const zeigeHilfe = () => {
    bereich('hilfe').hidden = bereich('leer').hidden && bereich('stoerung').hidden;
  };
  return {
    status(text: string) {
      setText(bereich('status'), text);
    },

    anzahl(anzahl: number, { q }: Suchzustand) {
      const text = q ? t('suche.anzahl_zu', { anzahl, suche: q }) : t('suche.anzahl', { anzahl });
      setText(bereich('status'), text);
      setText(bereich('fertig'), t('suche.zeigen', { anzahl }));
    },

    stoerung(art: Stoerung | undefined) {
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
    },

    /** Nothing found: what was searched, and what could be left out. */
    leer(
      bestand: Bestand,
      zustand: Suchzustand,
      wege: readonly Ausweg[],
      gehe: (neu: Suchzustand | undefined) => void,
    ) {
      const namen = Object.entries(zustand.filter).flatMap(([facette, werte]) =>
        werte.map((wert) => wertName(bestand, facette, wert)),
      );
      const gesucht = [...(zustand.q ? [`„${zustand.q}“`] : []), ...namen].join(' · ');
      const knoepfe = wege.map(({ ohne, zustand: neu, anzahl }) => {
        const wert = ohne === 'text' ? zustand.q : wertName(bestand, ohne.facette, ohne.wert);
        return el(
          'li',
          {},
          knopf(t('suche.leer.ohne', { wert, anzahl }), () => gehe(neu)),
        );
      });
      bereich('leer').replaceChildren(
        el('h3', {}, t('suche.leer.titel')),
        ...(gesucht ? [el('p', {}, t('suche.leer.gesucht', { auswahl: gesucht }))] : []),
        el('p', {}, t('suche.leer.tipp')),
        el(
          'ul',
          { class: 'suche-wege' },
          ...knoepfe,
          el(
            'li',
            {},
            knopf(t('suche.leer.alle'), () => gehe(undefined)),
          ),
        ),
      );
      bereich('leer').hidden = false;
      zeigeHilfe();
    },

    nichtLeer() {
      bereich('leer').hidden = true;
      zeigeHilfe();
    },
  };
}

export type Meldungen = ReturnType<typeof createMeldungen>;

function wertName(bestand: Bestand, facette: string, wert: string): string {
  const gefunden = bestand.facetten.find(({ id }) => id === facette);
  return gefunden?.werte[gefunden.nr.get(wert) ?? -1]?.text ?? wert;
}
