/** What the search says: how many, nothing found and what then, and that something is broken. */
import { fremd } from '../i18n/fremd.ts';
import type { Text } from '../i18n/texte.ts';
import type { Bestand, Karte } from './bestand.ts';
import { type Bereiche, el, knopf, setText } from './dom.ts';
import type { Treffer } from './reihenfolge.ts';
import type { Ausweg } from './suchlauf.ts';
import type { Suchzustand } from './zustand.ts';

/** `laden`: nothing works; `text`: words were searched incompletely. */
export type Stoerung = 'laden' | 'text';

/** @param melden `mailto:` up to what was searched, to report a gap; empty without an address */
export function createMeldungen(bereich: Bereiche, t: Text, melden: string) {
  const wegText = (bestand: Bestand, q: string, { ohne, zustand, anzahl }: Ausweg): string => {
    const namen = (facette: string) =>
      (zustand.filter[facette] ?? []).map((id) => wertName(bestand, facette, id)).join(' · ');
    if (ohne === 'thema') return t('suche.leer.thema', { thema: namen('thema'), anzahl });
    if (ohne === 'worte') return t('suche.leer.ort', { ort: namen('kommune'), anzahl });
    const wert = ohne === 'text' ? q : wertName(bestand, ohne.facette, ohne.wert);
    return t('suche.leer.ohne', { wert, anzahl });
  };
  const zeigeHilfe = () => {
    bereich('hilfe').hidden = bereich('leer').hidden && bereich('stoerung').hidden;
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

    /**
     * Nothing found: what was searched, what could be left out, who may know, and where to report the gap.
     * @param inGefahr true where hints how to search better would be out of place: only where to go and whom to ask
     */
    leer(
      bestand: Bestand,
      zustand: Suchzustand,
      wege: readonly Ausweg[],
      beratung: readonly Karte[],
      inGefahr: boolean,
      gehe: (neu: Suchzustand | undefined) => void,
    ) {
      const namen = Object.entries(zustand.filter).flatMap(([facette, werte]) =>
        werte.map((wert) => wertName(bestand, facette, wert)),
      );
      const gesucht = [
        ...(zustand.q ? [t('suche.leer.zitat', { suche: zustand.q })] : []),
        ...namen,
      ].join(' · ');
      const imPunkt = (text: string, neu?: Suchzustand) =>
        el(
          'li',
          {},
          knopf(text, () => gehe(neu)),
        );
      bereich('leer').replaceChildren(
        el('h3', {}, t('suche.leer.titel')),
        ...(gesucht && !inGefahr
          ? [el('p', {}, t('suche.leer.gesucht', { auswahl: gesucht }))]
          : []),
        ...(inGefahr ? [] : [el('p', {}, t('suche.leer.tipp'))]),
        el(
          'ul',
          { class: 'suche-wege' },
          ...wege.map((weg) => imPunkt(wegText(bestand, zustand.q, weg), weg.zustand)),
          imPunkt(t('suche.leer.alle')),
        ),
        ...(beratung.length > 0
          ? [
              el('h3', {}, t('suche.leer.beratung')),
              el(
                'ul',
                {},
                ...beratung.map(({ href, titel, ort }) =>
                  el(
                    'li',
                    {},
                    el('a', { href, ...fremd(titel) }, titel.text),
                    ' · ',
                    el('span', fremd(ort), ort.text),
                  ),
                ),
              ),
            ]
          : []),
        ...(melden && !inGefahr
          ? [
              el(
                'p',
                {},
                el('a', { href: melden + encodeURIComponent(gesucht) }, t('suche.leer.melden')),
              ),
            ]
          : []),
      );
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

function wertName(bestand: Bestand, facette: string, wert: string): string {
  const gefunden = bestand.facetten.find(({ id }) => id === facette);
  return gefunden?.werte[gefunden.nr.get(wert) ?? -1]?.text ?? wert;
}
