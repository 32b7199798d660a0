import { ABSCHNITTE } from '../../domain/projekt.ts';
import { tippMeintenSie } from '../../domain/naechster-wert.ts';
import { gliederung, type Textteil } from '../gliederung.ts';
import type { Fund, Regel } from './regel.ts';

/** Every project answers the same questions, or leaves them out. */
export const projekte: Regel = {
  name: 'projekte',
  zweck:
    'With a heading of its own the page would show a result and say beside it that none is known.',
  pruefe({ eintraege, katalog }) {
    return [...eintraege.projekte].flatMap(([id, { text, angebote = [] }]): Fund[] => {
      const teile = gliederung(text);
      return [
        ...teile.flatMap((teil, i): Fund[] => {
          const einwand = einwandGegen(teil, teile.slice(0, i));
          return einwand
            ? [{ art: 'projekt', id, feld: '(text)', textZeile: teil.zeile, ...einwand }]
            : [];
        }),
        ...angebote.flatMap((angebot, i): Fund[] =>
          katalog.beendete.has(angebot)
            ? [
                {
                  art: 'projekt',
                  id,
                  feld: ['angebote', i],
                  stufe: 'hinweis',
                  meldung: `Das Angebot „${angebot}“ ist beendet; die Seite des Projekts nennt es nicht mehr.`,
                  tipp: 'Hat es einen Nachfolger, bitte diesen nennen.',
                },
              ]
            : [],
        ),
      ];
    });
  },
};

function einwandGegen(
  { titel, leer }: Textteil,
  davor: readonly Textteil[],
): Pick<Fund, 'meldung' | 'tipp'> | undefined {
  if (titel === undefined)
    return {
      meldung: 'Der Text beginnt ohne Überschrift.',
      tipp: `Bitte eine davorsetzen: ${ABSCHNITTE.map((name) => `„## ${name}“`).join(', ')}.`,
    };
  if (!(ABSCHNITTE as readonly string[]).includes(titel))
    return {
      meldung: `Eine Überschrift „${titel}“ gibt es in Projekten nicht.`,
      tipp: `${tippMeintenSie(titel, ABSCHNITTE)} Eigene Überschriften darunter bitte mit „###“.`,
    };
  if (davor.some((teil) => teil.titel === titel))
    return {
      meldung: `Die Überschrift „${titel}“ steht doppelt.`,
      tipp: 'Bitte beide Abschnitte zusammenfassen.',
    };
  if (leer)
    return {
      meldung: `Unter der Überschrift „${titel}“ steht nichts.`,
      tipp: 'Ist dazu nichts bekannt, bitte auch die Überschrift löschen; die Seite schreibt dann „nicht bekannt“.',
    };
  return undefined;
}
