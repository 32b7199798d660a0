import type { AngebotEintrag } from '../../domain/angebot.ts';
import { tippMeintenSie } from '../../domain/naechster-wert.ts';
import { fundortVon } from './ziele.ts';
import type { Fund, Regel, RegelKontext } from './regel.ts';

/** Where ended offers lead: to offers that there are. That the ids exist is a question for `verweise`. */
export const weiterleitung: Regel = {
  name: 'weiterleitung',
  zweck:
    'Whoever follows an old link must not be led in a circle or from one ended offer to the next.',
  pruefe(kontext) {
    return [
      ...[...kontext.eintraege.angebote].flatMap(([id, angebot]) =>
        vomAngebot(kontext, id, angebot),
      ),
      ...umbenannte(kontext),
    ];
  },
};

function vomAngebot(
  { katalog }: RegelKontext,
  id: string,
  { weiterleitung = [], status, gueltig_bis }: AngebotEintrag,
): Fund[] {
  const funde = weiterleitung.flatMap((ziel, i): Fund[] => {
    const hier = { art: 'angebot', id, feld: ['weiterleitung', i] } as const;
    if (ziel === id)
      return [
        {
          ...hier,
          meldung: 'Die Weiterleitung führt zum Angebot selbst.',
          tipp: 'Bitte ein anderes Angebot nennen oder die Zeile löschen.',
        },
      ];
    const wo = katalog.beendete.has(ziel) ? 'beendet' : katalog.archiv.has(ziel) ? 'im Archiv' : '';
    // Only a remark that warns: an end or a date must not stop the build of the night.
    return wo
      ? [
          {
            ...hier,
            stufe: 'warnung',
            meldung: `Die Weiterleitung führt zu „${ziel}“, und dieses Angebot ist ${wo}. Besucher sehen sie nicht.`,
            tipp: 'Bitte ein Angebot nennen, das es noch gibt, oder die Zeile löschen.',
          },
        ]
      : [];
  });
  if (weiterleitung.length > 0 && status !== 'beendet' && !gueltig_bis)
    funde.push({
      art: 'angebot',
      id,
      feld: ['weiterleitung'],
      stufe: 'hinweis',
      meldung: 'Die Weiterleitung wirkt erst, wenn das Angebot beendet ist.',
      tipp: 'Gibt es das Angebot nicht mehr, bitte „status: beendet“ eintragen, sonst die Zeile löschen.',
    });
  return funde;
}

/** `weiterleitungen.yaml`: ids whose file is gone. */
function umbenannte(kontext: RegelKontext): Fund[] {
  const { eintraege, fundstellen } = kontext;
  const { weiterleitungen, angebote } = eintraege;
  return [...weiterleitungen].flatMap(([alt, neu]): Fund[] => {
    const hier = { art: 'weiterleitungen', id: 'weiterleitungen', feld: [alt] } as const;
    if (fundstellen.gibtEs('angebot', alt))
      return [
        {
          ...hier,
          meldung: `Das Angebot „${alt}“ gibt es noch; seine Adresse kann nicht weiterleiten.`,
          tipp: `Bitte die Zeile löschen. Ist das Angebot beendet, gehört „weiterleitung: ${neu}“ in seine Datei.`,
        },
      ];
    if (fundstellen.gibtEs('angebot', neu)) return [];
    const letztes = letztesZiel(kontext, neu);
    return [
      {
        ...hier,
        meldung: `Das Angebot „${neu}“ gibt es nicht.`,
        tipp: letztes
          ? `Bitte gleich das letzte Ziel nennen: ${alt}: ${letztes}`
          : tippMeintenSie(
              neu,
              angebote.keys(),
              `${fundortVon('angebote')} Gibt es keinen Nachfolger, bitte die Zeile löschen.`,
            ),
      },
    ];
  });
}

/** Nobody renames an offer more often; and a circle has no end. */
const MAX_SCHRITTE = 10;

/** The offer to which an id that is gone leads in the end, if there is one. */
function letztesZiel(
  { eintraege: { weiterleitungen }, fundstellen }: RegelKontext,
  id: string,
): string | undefined {
  let ziel: string | undefined = id;
  for (let i = 0; i < MAX_SCHRITTE && ziel !== undefined; i++) {
    ziel = weiterleitungen.get(ziel);
    if (ziel !== undefined && fundstellen.gibtEs('angebot', ziel)) return ziel;
  }
  return undefined;
}
