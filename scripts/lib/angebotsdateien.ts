/** Offers with their files: for whoever changes them, or takes them out as they stand there. */
import { join } from 'node:path';
import type { Felder } from '../../src/daten/tabelle.ts';
import type { AngebotEintrag } from '../../src/domain/angebot.ts';
import { istVertraulichesAngebot } from '../../src/katalog/create-angebot.ts';
import type { Eintraege } from '../../src/katalog/katalog.ts';
import type { Fundstellen } from '../../src/katalog/rules/regel.ts';

export interface Angebotsdatei {
  id: string;
  pfad: string;
  /** Its fields as they stand there. */
  felder: Felder;
  /** What the fields mean. */
  wert: AngebotEintrag & { text: string };
  vertraulich: boolean;
}

/** All valid offers of a content folder, by id. */
export function angebotsdateien(
  inhalt: string,
  eintraege: Eintraege,
  fundstellen: Fundstellen,
): Map<string, Angebotsdatei> {
  const { angebotsarten } = eintraege.vokabular;
  return new Map(
    [...eintraege.angebote].map(([id, wert]) => [
      id,
      {
        id,
        pfad: join(inhalt, 'angebote', `${id}.md`),
        felder: fundstellen.dokument('angebot', id)!.daten as Felder,
        wert,
        vertraulich: istVertraulichesAngebot(wert, angebotsarten),
      },
    ]),
  );
}
