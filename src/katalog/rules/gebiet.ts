import { alsKennung, naechsterWert } from '../../domain/naechster-wert.ts';
import { GROSSE_GEBIETE, type Kommune } from '../../domain/vokabular.ts';
import { type OrtEintrag, schreibweisen } from '../../domain/ort.ts';
import type { Eintraege } from '../katalog.ts';
import { heisst, istVertraulichesAngebot, kommuneOf } from '../create-angebot.ts';
import type { Fund, Regel } from './regel.ts';

type Kommunen = Eintraege['vokabular']['kommunen'];

/** An offer belongs to somewhere, or nobody finds it by place. */
export const gebiet: Regel = {
  name: 'gebiet',
  zweck:
    'Without a Kommune an offer is missing from every list by place; with the wrong one it sends people elsewhere.',
  pruefe({ eintraege }) {
    const { kommunen, angebotsarten } = eintraege.vokabular;
    if (kommunen.size === 0) return []; // its file is the finding
    const funde: Fund[] = GROSSE_GEBIETE.filter((id) => kommunen.has(id)).map((id) => ({
      art: 'vokabular',
      id: 'kommunen',
      feld: [id],
      meldung: `„${id}“ ist schon ein Wert von „einzugsgebiet“ und kann keine Kommune sein.`,
      tipp: 'Bitte einen anderen Schlüssel wählen.',
    }));
    funde.push(...doppeltePlz(kommunen));
    for (const [id, ort] of eintraege.orte)
      funde.push(...widerspruch(ort, kommunen, 'ort', id, []));
    for (const [id, angebot] of eintraege.angebote) {
      if (
        !angebot.orte &&
        !angebot.einzugsgebiet &&
        !istVertraulichesAngebot(angebot, angebotsarten)
      ) {
        funde.push({
          art: 'angebot',
          id,
          feld: ['einzugsgebiet'],
          stufe: 'warnung',
          meldung:
            'Das Angebot hat weder „orte“ noch „einzugsgebiet“ und erscheint in keiner Liste nach Orten.',
          tipp: 'Bitte „einzugsgebiet“ ergänzen: kreisweit, bundesweit oder Kommunen.',
        });
      }
      for (const [i, eintrag] of (angebot.orte ?? []).entries()) {
        const ort = typeof eintrag === 'string' ? eintraege.orte.get(eintrag) : eintrag;
        if (ort && ort === eintrag)
          funde.push(...widerspruch(ort, kommunen, 'angebot', id, ['orte', i]));
        if (!ort || kommuneOf(ort, kommunen) || ort.kommune || angebot.einzugsgebiet) continue;
        funde.push({
          art: 'angebot',
          id,
          feld: typeof eintrag === 'string' ? ['orte', i] : ['orte', i, ort.plz ? 'plz' : 'ort'],
          stufe: 'warnung',
          meldung: `„${[ort.plz, ort.ort].filter(Boolean).join(' ')}“ gehört zu keiner Kommune des Kreises.`,
          tipp: 'Liegt der Ort im Kreis, bitte „kommune“ ergänzen; sonst bitte „einzugsgebiet“ angeben.',
        });
      }
    }
    return funde;
  },
};

/** A postal code that does not belong to the town beside it. */
function widerspruch(
  { plz, ort: name, kommune: gewaehlt }: OrtEintrag,
  kommunen: Kommunen,
  art: Fund['art'],
  id: string,
  pfad: (string | number)[],
): Fund[] {
  if (!plz || gewaehlt) return [];
  const alle = [...kommunen.values()];
  const genannte = alle.filter((kommune) => heisst(kommune, name));
  const nachPlz = alle.filter((kommune) => kommune.plz.includes(plz));
  const [genannt] = genannte;
  const [einzige] = nachPlz.length === 1 ? nachPlz : [];
  if (!genannt) return einzige && name ? fremderName(name, plz, einzige, art, id, pfad) : [];
  if (genannte.some((kommune) => nachPlz.includes(kommune))) return [];
  const ort = { art, id, feld: [...pfad, 'plz'] };
  if (einzige)
    return [
      {
        ...ort,
        meldung: `Die Postleitzahl ${plz} gehört zu ${einzige.bezeichnung['de']}, nicht zu ${genannt.bezeichnung['de']}.`,
        tipp: 'Bitte Postleitzahl und Ort prüfen. Stimmen beide, bitte „kommune“ ergänzen.',
      },
    ];
  return [
    {
      ...ort,
      stufe: 'warnung',
      meldung: `Die Postleitzahl ${plz} gehört nicht zu ${genannt.bezeichnung['de']} (dort: ${genannt.plz.join(', ')}).`,
      tipp: 'Bitte Postleitzahl und Ort prüfen.',
    },
  ];
}

/** A town beside a postal code that is neither the Kommune of that code nor one of its districts. */
function fremderName(
  name: string,
  plz: string,
  kommune: Kommune,
  art: Fund['art'],
  id: string,
  pfad: (string | number)[],
): Fund[] {
  const eigener = kommune.bezeichnung['de'] ?? kommune.id;
  const bekannte = [eigener, ...(kommune.ortsteile ?? [])].flatMap(schreibweisen);
  const worte = (text: string) => ` ${alsKennung(text).replaceAll('-', ' ')} `;
  const enthaelt = (a: string, b: string) => worte(a).includes(worte(b));
  if (bekannte.some((einer) => enthaelt(name, einer) || enthaelt(einer, name))) return [];
  const gemeint = naechsterWert(name, bekannte);
  // Where nobody has listed the districts, it may be one.
  if (!gemeint && !kommune.ortsteile) return [];
  return [
    {
      art,
      id,
      feld: [...pfad, 'ort'],
      stufe: 'hinweis',
      meldung: `Die Postleitzahl ${plz} gehört zu ${eigener}; „${name}“ ist dort nicht bekannt.`,
      tipp: `${gemeint ? `Meinten Sie „${gemeint}“? Sonst bitte` : 'Bitte'} Postleitzahl und Ort prüfen. Ist es ein Ortsteil, bitte in vokabular/kommunen.yaml bei „${kommune.id}“ unter „ortsteile“ ergänzen.`,
    },
  ];
}

/** Postal codes that two Kommunen claim: of an offer there, nobody could tell to which it belongs. */
function doppeltePlz(kommunen: Kommunen): Fund[] {
  const bei = new Map<string, string>();
  return [...kommunen].flatMap(([id, { plz }]) =>
    plz.flatMap((eine, i): Fund[] => {
      const andere = bei.get(eine);
      if (andere === undefined) {
        bei.set(eine, id);
        return [];
      }
      return [
        {
          art: 'vokabular',
          id: 'kommunen',
          feld: [id, 'plz', i],
          stufe: 'warnung',
          meldung: `Die Postleitzahl ${eine} steht schon bei „${andere}“; zu welcher Kommune eine Anschrift gehört, ist dann nicht sicher.`,
          tipp: `Bitte nur bei einer der beiden eintragen. In den Angeboten der anderen muss dann „kommune“ stehen, zum Beispiel „kommune: ${id}“.`,
        },
      ];
    }),
  );
}
