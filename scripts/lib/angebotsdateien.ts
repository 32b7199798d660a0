/** Offers with their files: for whoever changes them or takes them out as they stand there. */
import { type AngebotEintrag, angebotSchema } from '../../src/domain/angebot.ts';
import { findContentFiles } from '../../src/katalog/content-files.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';
import { parseDocument } from '../../src/katalog/parse-document.ts';
import { parseEintrag } from '../../src/katalog/parse-eintrag.ts';
import type { Felder } from '../../src/daten/tabelle.ts';
import { liesDatei } from './schreibe-datei.ts';

export interface Angebotsdatei {
  id: string;
  pfad: string;
  /** The file as it is. */
  quelle: string;
  /** Its fields as they stand there. */
  felder: Felder;
  /** What the fields mean. */
  wert: AngebotEintrag;
  text: string;
  vertraulich: boolean;
}

/** All valid offers of a content folder, by id. */
export function readAngebotsdateien(inhalt: string, katalog: Katalog): Map<string, Angebotsdatei> {
  const angebote = new Map<string, Angebotsdatei>();
  for (const { art, id, pfad, datei } of findContentFiles(inhalt).dateien) {
    const angebot = katalog.angebote.get(id) ?? katalog.beendete.get(id);
    if (art !== 'angebot' || !angebot) continue;
    const quelle = liesDatei(pfad);
    const { dokument } = parseDocument(datei, new TextEncoder().encode(quelle));
    const wert = dokument && parseEintrag(dokument, angebotSchema).wert;
    if (!wert) continue;
    const { daten, text } = dokument;
    const { vertraulich } = angebot;
    angebote.set(id, { id, pfad, quelle, felder: daten as Felder, wert, text, vertraulich });
  }
  return angebote;
}
