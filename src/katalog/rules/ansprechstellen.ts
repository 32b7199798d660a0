import { naeheZu } from '../../domain/angebot.ts';
import type { AnsprechstelleEintrag } from '../../domain/ansprechstelle.ts';
import type { Pfad } from '../../domain/befund.ts';
import { angebotVon, KREISWEIT } from '../ansprechstellen.ts';
import type { Eintraege } from '../katalog.ts';
import { reinerText } from '../text-auszug.ts';
import { alleWerte, stelle as stelleImText } from './texte.ts';
import type { Fund, Regel, RegelKontext } from './regel.ts';

const PERSON = /(?<!\p{L})(?:Herrn?|Frau|Dr\.|Prof\.)\s+(?:Dr\.\s+|Prof\.\s+)*\p{Lu}\p{L}+/u;

type Stelle = AnsprechstelleEintrag &
  Pick<Fund, 'art' | 'id'> & { pfad: Pfad; /** In contacts. */ funktion?: string };

/** Whom to ask: functions and no persons, reachable, and every number in one place only. */
export const ansprechstellen: Regel = {
  name: 'ansprechstellen',
  zweck:
    'A person leaves and the page is wrong; a number written twice is changed once; an office of another town sends people away.',
  pruefe(kontext) {
    const { eintraege } = kontext;
    const alle = alleStellen(eintraege);
    const bekannte = bekannteNummern(eintraege);
    return [
      ...alle.flatMap((stelle) => [
        ...pruefeAngebot(stelle, kontext),
        ...pruefeNummern(stelle, bekannte),
      ]),
      ...[...eintraege.projekte].flatMap(([id, eintrag]) => personen('projekt', id, eintrag)),
      ...[...eintraege.kontakte].flatMap(([id, eintrag]) => personen('kontakte', id, eintrag)),
    ];
  },
};

function alleStellen({ projekte, kontakte }: Eintraege): Stelle[] {
  return [
    ...[...projekte].flatMap(([id, { kontakt }]): Stelle[] =>
      kontakt ? [{ ...kontakt, art: 'projekt', id, pfad: ['kontakt'] }] : [],
    ),
    ...[...kontakte].flatMap(([id, { stellen }]) =>
      stellen.map((stelle, i): Stelle => ({
        ...stelle,
        art: 'kontakte',
        id,
        pfad: ['stellen', i],
      })),
    ),
  ];
}

/** The offer whose contact data count: it goes on, and it is there for this Kommune. */
function pruefeAngebot(
  { art, id, pfad, angebot: genannt, funktion = '' }: Stelle,
  kontext: RegelKontext,
): Fund[] {
  const { katalog } = kontext;
  if (!genannt) return [];
  const melde = (meldung: string, tipp: string): Fund[] => [
    { art, id, feld: [...pfad, 'angebot'], stufe: 'warnung', meldung, tipp },
  ];
  const niemand = art === 'kontakte' && katalog.kontakte.get(id)?.get(funktion)?.length === 0;
  if (katalog.beendete.has(genannt))
    return melde(
      `Das Angebot „${genannt}“ ist beendet; seine Kontaktdaten werden hier nicht mehr gezeigt.${niemand ? ' Auf der Seite steht diese Funktion jetzt unter „Noch nicht eingetragen“.' : ''}`,
      'Bitte ein anderes Angebot nennen oder den Eintrag löschen.',
    );
  const angebot = angebotVon(katalog, genannt);
  if (art !== 'kontakte' || id === KREISWEIT || !angebot || naeheZu(angebot, id) !== undefined)
    return [];
  return melde(
    `Das Angebot „${genannt}“ ist laut seinem „einzugsgebiet“ nicht für „${id}“ da.`,
    'Bitte prüfen, ob diese Stelle hier zuständig ist; wenn ja, bitte das Einzugsgebiet des Angebots ergänzen.',
  );
}

type Nummern = ReadonlyMap<string, string>;

/** Phone number or mail address → where it stands, as an entry would refer to it. */
function bekannteNummern({ angebote, anbieter }: Eintraege): Nummern {
  const nummern = new Map<string, string>();
  const merke = (verweis: string, ...werte: (string | undefined)[]) => {
    for (const wert of werte) if (wert && !nummern.has(wert)) nummern.set(wert, verweis);
  };
  for (const [id, { telefon, email }] of anbieter) merke(`anbieter: ${id}`, telefon, email);
  for (const [id, { telefon, email }] of angebote) merke(`angebot: ${id}`, telefon, email);
  return nummern;
}

function pruefeNummern({ art, id, pfad, ...stelle }: Stelle, bekannte: Nummern): Fund[] {
  return (['telefon', 'email'] as const).flatMap((feld): Fund[] => {
    const verweis = bekannte.get(stelle[feld] ?? '');
    if (!verweis) return [];
    return [
      {
        art,
        id,
        feld: [...pfad, feld],
        stufe: 'warnung',
        meldung: `„${stelle[feld]}“ steht schon an anderer Stelle; ändert sich die Angabe, wird eine der beiden vergessen.`,
        tipp: `Bitte stattdessen „${verweis}“ schreiben und die eigenen Kontaktdaten löschen.`,
      },
    ];
  });
}

/** „Herr Muster“: a name in a function is wrong, in a text it may be that of a street or a play. */
function personen(art: Fund['art'], id: string, eintrag: object): Fund[] {
  return alleWerte(eintrag).flatMap(([feld, wert]): Fund[] => {
    const name = PERSON.exec(feld[0] === 'text' ? reinerText(wert) : wert)?.[0];
    if (!name) return [];
    return [
      {
        art,
        id,
        ...stelleImText(feld, wert, wert.indexOf(name)),
        stufe: feld.at(-1) === 'stelle' ? 'fehler' : 'warnung',
        meldung: `„${name}“ ist offenbar eine Person.`,
        tipp: 'Bitte nur die Funktion nennen, zum Beispiel „Integrationsbeauftragte“: Namen ändern sich, und niemand muss hier öffentlich stehen.',
      },
    ];
  });
}
