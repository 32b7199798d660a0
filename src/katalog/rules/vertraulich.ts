import type { AngebotEintrag } from '../../domain/angebot.ts';
import type { Fund, Regel } from './regel.ts';

/** What would tell where a confidential place is. */
const VERRAETERISCH = ['name', 'strasse', 'plz', 'lat', 'lon', 'haltestelle'] as const;
const ADRESSE =
  /\p{Lu}[\p{L}-]*(straße|strasse|str\.|weg|platz|allee|gasse|ring|ufer|hof)\s+\d+|\p{Lu}[\p{L}-]*\s(Straße|Str\.|Weg|Platz|Allee|Ring)\s+\d+|\b\d{5}\s+\p{Lu}\p{L}+/u;

/** The place of a shelter must not stand in the content at all: the repository is public, too. */
export const vertraulich: Regel = {
  name: 'vertraulich',
  zweck: 'The address of a shelter, published, puts people in danger. The site drops it anyway; the file must not hold it.',
  pruefe({ eintraege }) {
    const funde: Fund[] = [];
    for (const [id, angebot] of eintraege.angebote) {
      if (!isVertraulich(angebot, eintraege.vokabular.angebotsarten)) continue;
      for (const [i, ort] of (angebot.orte ?? []).entries()) {
        const felder = typeof ort === 'string' ? [[]] : VERRAETERISCH.filter((feld) => ort[feld] !== undefined).map((feld) => [feld]);
        for (const feld of felder) {
          funde.push({
            art: 'angebot',
            id,
            feld: ['orte', i, ...feld],
            meldung: 'Dieses Angebot ist vertraulich (Schutzunterkunft); sein Ort darf nirgends stehen.',
            tipp: 'Bitte die Angabe löschen und, falls schon gespeichert, die Stelle informieren: Sie steht in der Versionsgeschichte. Statt „orte“ bitte „einzugsgebiet“ angeben.',
          });
        }
      }
      for (const [feld, wert] of Object.entries(textFelder(angebot))) {
        if (!ADRESSE.test(wert)) continue;
        funde.push({
          art: 'angebot',
          id,
          feld: feld === 'text' ? '(text)' : feld.split('.'),
          meldung: 'In diesem vertraulichen Angebot steht etwas, das wie eine Anschrift aussieht.',
          tipp: 'Bitte die Anschrift löschen.',
        });
      }
    }
    return funde;
  },
};

type Roh = AngebotEintrag & { text: string };

function isVertraulich(angebot: Roh, arten: ReadonlyMap<string, { schutz?: string[] | undefined }>): boolean {
  return [...(angebot.schutz ?? []), ...(arten.get(angebot.angebotsart)?.schutz ?? [])].includes('vertraulich');
}

function textFelder(angebot: Roh): Record<string, string> {
  return {
    titel: angebot.titel,
    text: angebot.text,
    ...(angebot.kurz && { kurz: angebot.kurz }),
    ...(angebot.hinweis && { 'hinweis.text': angebot.hinweis.text }),
    ...(angebot.ausnahmen && { ausnahmen: angebot.ausnahmen }),
  };
}
