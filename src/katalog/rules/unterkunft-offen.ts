import { type AngebotEintrag, istAlsVertraulichMarkiert } from '../../domain/angebot.ts';
import { istVertraulichesAngebot } from '../create-angebot.ts';
import { schlicht } from '../ortsworte.ts';
import { createSchutzworte } from '../schutzworte.ts';
import { reinerText } from '../text-auszug.ts';
import type { Fund, Regel } from './regel.ts';
import { alleWerte, stelle } from './texte.ts';
import { createVerraet } from './vertraulich.ts';

/** A shelter that does not say that it is one. */
export const unterkunftOffen: Regel = {
  name: 'unterkunft-offen',
  zweck:
    'Entered a second time, imported, or filed under another kind, a shelter is published with its address.',
  pruefe({ eintraege }) {
    const { angebote, orte } = eintraege;
    const arten = eintraege.vokabular.angebotsarten;
    const istGeheim = (angebot: AngebotEintrag) => istVertraulichesAngebot(angebot, arten);
    const { imText, imKontakt } = createSchutzworte(eintraege);
    const verraet = createVerraet(eintraege.vokabular.kommunen);
    const titel = new Map(
      [...angebote].flatMap(([id, angebot]) =>
        istGeheim(angebot) ? [[schlicht(angebot.titel), id] as const] : [],
      ),
    );
    const geheimeArten = [...arten.values()].filter(istAlsVertraulichMarkiert);
    const alsWas = geheimeArten.map(({ id }) => `„${id}“`).join(' oder ');

    const alsOrt = [...orte].flatMap(([id, { name = '' }]): Fund[] => {
      const wort = imText(name) ?? imText(id);
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
      if (istGeheim(angebot)) return [];
      const wort = imText(angebot.titel) ?? imText(id);
      const gleichnamig = titel.get(schlicht(angebot.titel));
      const name = wort ? `es heißt „${wort}“` : gleichnamig && `„${gleichnamig}“ heißt ebenso`;
      const mitDerNummer = imKontakt(angebot);
      const nummer = mitDerNummer && `Telefon oder E-Mail ist wie bei „${mitDerNummer}“`;
      const haus = name ? undefined : imText(ortsnamenVon(angebot));
      if (haus) return [{ art: 'angebot', id, feld: ['orte'], ...imHaus(haus, nummer) }];
      const anzeichen = [name, nummer].filter((eines) => eines !== undefined);
      const wo = anzeichen.length > 0 ? findeWo(angebot, verraet) : undefined;
      if (!wo) return [];
      const imFeld = wo.feld[0] === 'orte';
      // An advice centre may be called like its shelter, or have its number, but hardly both.
      const sicher = anzeichen.length > 1;
      return [
        {
          art: 'angebot',
          id,
          ...wo,
          stufe: sicher ? 'fehler' : 'warnung',
          meldung: `Ist das eine Schutzunterkunft (${anzeichen.join('; ')})? Das Angebot ist nicht vertraulich, und ${imFeld ? 'sein Ort' : 'was hier wie eine Anschrift aussieht,'} wird veröffentlicht.`,
          tipp: `Ist sie es: bitte ${imFeld ? '„orte“' : 'die Anschrift'} löschen und als „angebotsart“ ${alsWas} angeben. Ist es etwas anderes, zum Beispiel eine Beratungsstelle, ${sicher ? 'bitte so benennen, dass niemand sie verwechselt, und mit eigener Nummer.' : 'kann alles so bleiben.'}`,
        },
      ];
    });
    return [...alsOrt, ...alsAngebot];
  },
};

/** A course for those who live in a shelter is none, but its place is. */
function imHaus(
  wort: string,
  nummer: string | undefined,
): Pick<Fund, 'stufe' | 'meldung' | 'tipp'> {
  return {
    stufe: nummer ? 'fehler' : 'warnung',
    meldung: `Findet das in einer Schutzunterkunft statt (der Ort heißt „${wort}“${nummer ? `; ${nummer}` : ''})? Der Ort wird veröffentlicht.`,
    tipp: `Wenn ja: bitte „orte“ löschen, „einzugsgebiet“ angeben und die Stelle informieren. Wenn nein, ${nummer ? 'bitte den Ort so benennen, dass niemand ihn verwechselt, und eine eigene Nummer angeben.' : 'kann alles so bleiben.'}`,
  };
}

/** What the places are called that stand in its own file; those with a file are asked about there. */
function ortsnamenVon({ orte = [] }: AngebotEintrag): string {
  return orte.map((ort) => (typeof ort === 'string' ? '' : (ort.name ?? ''))).join('\n\n');
}

/** Where an offer says where it is: its places, or whatever else reads like an address. */
function findeWo(
  angebot: AngebotEintrag,
  verraet: ReturnType<typeof createVerraet>,
): Pick<Fund, 'feld' | 'textZeile'> | undefined {
  if (angebot.orte?.length) return { feld: ['orte'] };
  const { quelle: _, ...rest } = angebot;
  for (const [feld, wert] of alleWerte(rest)) {
    const index = verraet(wert) ?? (verraet(reinerText(wert)) === undefined ? undefined : 0);
    if (index !== undefined) return stelle(feld, wert, index);
  }
  return undefined;
}
