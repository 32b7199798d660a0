import type { AngebotEintrag } from '../../domain/angebot.ts';
import type { Fund, Regel } from './regel.ts';
import { alleWerte, stelle } from './texte.ts';

/** What would tell where a confidential place is. */
const VERRAETERISCH = ['name', 'strasse', 'plz', 'lat', 'lon', 'haltestelle'] as const;

const STRASSE =
  /\b\p{L}{0,40}[- ]?\p{L}{0,40}(?:straße|strasse|str\.?|weg|platz|allee|gasse|ring|ufer|hof|damm|markt|graben|steig|pfad|chaussee|berg)\s+(?:Nr\.\s*)?\d{1,3}(?![.:]?\d|\s*(?:Uhr|Euro|€|%|Stunden|Tage|Minuten|Plätze|Frauen|Personen))/iu;
const PLZ_ORT = /(?<!\d)\d{5}\s+\p{Lu}\p{L}+/u;
const PUNKT = /(?<!\d)\d{2}[.,]\d{3,}[^\d\n]{1,8}\d{1,2}[.,]\d{3,}/;

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
      for (const [feld, wert] of alleWerte(angebot)) {
        if (feld[0] === 'orte' && feld[2] !== 'ort') continue; // reported already
        const index = [STRASSE, PLZ_ORT, PUNKT].map((muster) => wert.search(muster)).find((position) => position >= 0);
        if (index === undefined) continue;
        funde.push({
          art: 'angebot',
          id,
          ...stelle(feld, wert, index),
          meldung: 'In diesem vertraulichen Angebot steht etwas, das wie eine Anschrift aussieht.',
          tipp: 'Bitte die Anschrift löschen.',
        });
      }
    }
    return funde;
  },
};

function isVertraulich(angebot: AngebotEintrag, arten: ReadonlyMap<string, { schutz?: string[] | undefined }>): boolean {
  return [...(angebot.schutz ?? []), ...(arten.get(angebot.angebotsart)?.schutz ?? [])].includes('vertraulich');
}
