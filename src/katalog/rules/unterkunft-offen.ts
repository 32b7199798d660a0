import type { AngebotEintrag } from '../../domain/angebot.ts';
import { schutzVon } from '../create-angebot.ts';
import { schlicht } from '../ortsworte.ts';
import { createSchutzworte } from '../schutzworte.ts';
import type { Fund, Regel } from './regel.ts';

/** A shelter that does not say that it is one. */
export const unterkunftOffen: Regel = {
  name: 'unterkunft-offen',
  zweck:
    'Entered a second time, imported, or filed under another kind, a shelter is published with its address.',
  pruefe({ eintraege }) {
    const { angebote, orte } = eintraege;
    const arten = eintraege.vokabular.angebotsarten;
    const istGeheim = (angebot: AngebotEintrag) => schutzVon(angebot, arten).has('vertraulich');
    const { imText, imKontakt } = createSchutzworte(eintraege);
    const titel = new Map(
      [...angebote].flatMap(([id, angebot]) =>
        istGeheim(angebot) ? [[schlicht(angebot.titel), id] as const] : [],
      ),
    );
    const geheimeArten = [...arten].filter(([, { schutz }]) => schutz?.includes('vertraulich'));
    const alsWas = geheimeArten.map(([id]) => `„${id}“`).join(' oder ');

    const alsOrt = [...orte].flatMap(([id, { name = '' }]): Fund[] => {
      const wort = imText(`${name} ${id.replaceAll('-', ' ')}`);
      if (!wort) return [];
      return [
        {
          art: 'ort',
          id,
          feld: name ? ['name'] : '(dateiname)',
          stufe: 'warnung',
          meldung: `Ist das eine Schutzunterkunft (es heißt „${wort}“)? Wo sie ist, darf nirgends stehen, auch nicht in einer Datei, die niemand nennt.`,
          tipp: 'Ist sie es: bitte die Datei löschen und die Stelle informieren, denn sie steht in der Versionsgeschichte. Ist es etwas anderes, kann alles so bleiben.',
        },
      ];
    });

    const alsAngebot = [...angebote].flatMap(([id, angebot]): Fund[] => {
      if (!angebot.orte?.length || istGeheim(angebot)) return [];
      const wort = imText(`${angebot.titel} ${id.replaceAll('-', ' ')}`);
      const gleichnamig = titel.get(schlicht(angebot.titel));
      const name = wort ? `es heißt „${wort}“` : gleichnamig && `„${gleichnamig}“ heißt ebenso`;
      const mitDerNummer = imKontakt(angebot);
      const nummer = mitDerNummer && `Telefon oder E-Mail ist wie bei „${mitDerNummer}“`;
      const anzeichen = [name, nummer].filter((eines) => eines !== undefined);
      if (anzeichen.length === 0) return [];
      // An advice centre may be called like its shelter, or have its number, but hardly both.
      const sicher = anzeichen.length > 1;
      return [
        {
          art: 'angebot',
          id,
          feld: ['orte'],
          stufe: sicher ? 'fehler' : 'warnung',
          meldung: `Ist das eine Schutzunterkunft (${anzeichen.join('; ')})? Das Angebot ist nicht vertraulich, und sein Ort wird veröffentlicht.`,
          tipp: `Ist sie es: bitte „orte“ löschen und als „angebotsart“ ${alsWas} angeben. Ist es etwas anderes, zum Beispiel eine Beratungsstelle, ${sicher ? 'bitte so benennen, dass niemand sie verwechselt, und mit eigener Nummer.' : 'kann alles so bleiben.'}`,
        },
      ];
    });
    return [...alsOrt, ...alsAngebot];
  },
};
