import { tageZwischen } from '../../domain/datum.ts';
import type { NachbarEintrag, Portal } from '../../domain/portal.ts';
import { einwandGegenName, KOPIE_TAGE } from '../../domain/verbund.ts';
import type { Fund, Regel } from './regel.ts';

/** Neighbours and the stored copies of what they offer belong together, and the copies are not old. */
export const verbund: Regel = {
  name: 'verbund',
  zweck: 'What others offer must not be shown for longer than it is likely to be true.',
  pruefe({ eintraege: { portal, verbund: kopien }, katalog: { stichtag }, fundstellen }) {
    const funde = (portal.verbund ?? []).flatMap((nachbar, i): Omit<Fund, 'art' | 'id'>[] => {
      const feld = ['verbund', i];
      const holen = `npm run verbund -- holen ${nachbar.id}`;
      if (istSelbst(portal, nachbar))
        return [
          {
            feld: [...feld, 'url'],
            meldung: `„${nachbar.id}“ ist dieses Portal selbst, kein Nachbar.`,
            tipp: 'Bitte den Eintrag löschen oder die Adresse des Nachbarn eintragen.',
          },
        ];
      const kopie = kopien.get(nachbar.id)?.kopf;
      if (!kopie)
        return fundstellen.gibtEs('verbund', nachbar.id)
          ? []
          : [
              {
                feld,
                stufe: 'hinweis',
                meldung: `Von „${nachbar.id}“ ist noch nichts geholt; seine Angebote erscheinen nicht.`,
                tipp: `Bitte holen: ${holen}`,
              },
            ];
      const einwand = einwandGegenName(nachbar.name ?? kopie.name, portal);
      if (einwand)
        return [
          {
            feld,
            meldung: einwand,
            tipp: 'Bitte in portal.yaml bei diesem Nachbarn mit der Zeile „name“ sagen, wie er heißt, oder den Eintrag löschen.',
          },
        ];
      const tage = tageZwischen(kopie.geholt_am, stichtag);
      if (kopie.probebetrieb && !portal.probebetrieb)
        return [
          {
            feld,
            stufe: 'hinweis',
            meldung: `„${nachbar.id}“ ist im Probebetrieb; seine Angebote erscheinen noch nicht.`,
            tipp: `Bitte nach dem Ende seines Probebetriebs neu holen: ${holen}`,
          },
        ];
      return tage > KOPIE_TAGE
        ? [
            {
              feld,
              stufe: 'hinweis',
              meldung: `Die Angebote von „${nachbar.id}“ wurden vor ${tage} Tagen geholt; vieles kann anders sein.`,
              tipp: `Bitte neu holen: ${holen}`,
            },
          ]
        : [];
    });
    return funde.map((fund) => ({ art: 'portal', id: 'portal', ...fund }));
  },
};

function istSelbst({ url }: Portal, nachbar: NachbarEintrag): boolean {
  const adresse = (eine: string) =>
    new URL(eine).href.replace(/^https?:\/\/(www\.)?|\/$/g, '').toLowerCase();
  return adresse(url) === adresse(nachbar.url);
}
