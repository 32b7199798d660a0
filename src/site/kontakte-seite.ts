/** View models of the pages that tell professionals and volunteers whom to ask. They are in German. */
import { zustaendigIn } from '../katalog/ansprechstellen.ts';
import { toZustaendigkeit, type ZustaendigkeitAnsicht } from './ansprechstelle.ts';
import type { Verweis } from './kontakt.ts';
import { inSprache, type Kontext, label, nurDeutsch } from './kontext.ts';
import { mailto } from './mailto.ts';
import { projekteIn } from './projekt-seite.ts';
import { toWegweiserListe } from './startseite.ts';

export interface KontakteSeite {
  kommune: string;
  funktionen: { name: string; beschreibung?: string; stellen: ZustaendigkeitAnsicht[] }[];
  /** Functions that nobody has entered yet, with a mail that does. */
  fehlend: { name: string; melden: string }[];
  wegweiser: Verweis[];
  projekte: Verweis[];
  fehlerMelden: string;
}

/** In German whatever the Kontext; links stay in its language. @param kommune id of the vocabulary */
export function toKontakteSeite(kontext: Kontext, kommune: string): KontakteSeite {
  const deutsch = nurDeutsch(kontext);
  const { katalog } = deutsch;
  const an = katalog.portal.kontakt.email;
  const name = label(katalog.vokabular.kommunen, kommune, 'de').text;
  const alle = [...katalog.vokabular.funktionen.values()].map(
    ({ id, bezeichnung, beschreibung }) => ({
      name: inSprache(bezeichnung, 'de').text,
      ...(beschreibung && { beschreibung: inSprache(beschreibung, 'de').text }),
      stellen: zustaendigIn(katalog, kommune, id).map((stelle) =>
        toZustaendigkeit(deutsch, stelle),
      ),
    }),
  );
  return {
    kommune: name,
    funktionen: alle.filter(({ stellen }) => stellen.length > 0),
    fehlend: alle
      .filter(({ stellen }) => stellen.length === 0)
      .map((funktion) => ({
        name: funktion.name,
        melden: mailto(an, {
          betreff: `Ansprechstelle fehlt: ${funktion.name}, ${name}`,
          text: `${funktion.name} in ${name}\n\nName der Stelle:\nTelefon:\nE-Mail:\nWebseite:\n\nBitte nur die Funktion nennen, keine Namen von Personen.\n`,
        }),
      })),
    wegweiser: toWegweiserListe(deutsch),
    projekte: projekteIn(deutsch, kommune),
    fehlerMelden: mailto(an, {
      betreff: `Ansprechstellen in ${name}: Fehler`,
      text: 'Das stimmt nicht:\n\nSo ist es richtig:\n',
    }),
  };
}

/** All Kommunen, each with how many of the functions are known. */
export function toKontakteListe(
  kontext: Kontext,
): { name: string; href: string; bekannt: number; alle: number }[] {
  const { katalog, pfade } = kontext;
  const { kommunen, funktionen } = katalog.vokabular;
  return [...kommunen.keys()].map((id) => ({
    name: label(kommunen, id, 'de').text,
    href: pfade.kontakteIn(id),
    bekannt: [...funktionen.keys()].filter(
      (funktion) => zustaendigIn(katalog, id, funktion).length > 0,
    ).length,
    alle: funktionen.size,
  }));
}
