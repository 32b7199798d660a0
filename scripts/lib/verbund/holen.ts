/** Fetching one neighbour: from its server into `verbund/` of the content, or a sentence that says why not. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NachbarEintrag } from '../../../src/domain/portal.ts';
import {
  datenadresse,
  einwandGegenAdresse,
  einwandGegenName,
  MAX_NACHBAR_BYTES,
} from '../../../src/domain/verbund.ts';
import { displayPath } from '../../../src/katalog/content-files.ts';
import type { Eintraege } from '../../../src/katalog/katalog.ts';
import {
  type Ausgelassen,
  grundVon,
  nameVon,
  parseNachbarDatei,
  tippBeschaedigt,
} from '../../../src/katalog/nachbarn.ts';
import { mehrzahl } from '../format-befunde.ts';
import { ladeDatei, userAgentVon } from '../links/abruf.ts';
import { schreibeAlle } from '../schreibe-datei.ts';
import { formatKopie } from './kopie.ts';
import { gefragt, liesNachbar } from './lesen.ts';
import { einwandGegenKopie, formatUnterschiede, vergleiche } from './vergleich.ts';

export interface Auftrag {
  /** Content folder. */
  inhalt: string;
  /** Our own content. */
  eintraege: Eintraege;
  stichtag: string;
  /** Store it even where it looks like a mistake of the neighbour's. */
  trotzdem: boolean;
  /** Names that end in `.test` lead to this machine. */
  testnetz: boolean;
}

/** Lines to print; `fehler` says why nothing was stored. Both may quote what the neighbour's server says. */
export interface Bericht {
  zeilen: string[];
  /** Offers that are left out, and why. */
  ausgelassen: string[];
  fehler?: string;
}

/**
 * Puts what the neighbour offers now in place of the copy stored last; leaves that one as it is where the new one
 * cannot be used, or looks like a mistake (unless `trotzdem`). What is wrong with the neighbour, its server, a stored copy
 * or the disk is told in the report.
 */
export async function hole(nachbar: NachbarEintrag, auftrag: Auftrag): Promise<Bericht> {
  const { inhalt, eintraege, stichtag, trotzdem } = auftrag;
  const bericht: Bericht = { zeilen: [], ausgelassen: [] };
  const alt = liesKopie(inhalt, nachbar, eintraege);
  if (alt && 'einwand' in alt && !trotzdem) return { ...bericht, fehler: alt.einwand };
  const geladen = await lade(nachbar, auftrag);
  if ('grund' in geladen) return { ...bericht, fehler: geladen.grund };
  const herkunft = { adresse: datenadresse(nachbar), geholt_am: stichtag };
  const gelesen = liesNachbar(nachbar, geladen.bytes, herkunft, eintraege);
  if ('einwand' in gelesen) return { ...bericht, fehler: gelesen.einwand };
  const { einwaende, ...kopie } = gelesen;
  const verwechselbar = einwandGegenName(nachbar.name ?? kopie.kopf.name, eintraege.portal);
  if (verwechselbar)
    return {
      ...bericht,
      fehler: `${verwechselbar} Bitte in portal.yaml bei „${nachbar.id}“ mit der Zeile „name“ sagen, wie er heißt.`,
    };
  const nichts = kopie.angebote.length === 0 && einwaende.length > 0;
  if (nichts && einwaende.every(({ einwand }) => einwand === einwaende[0]!.einwand))
    return { ...bericht, fehler: formatAlle(einwaende) };
  bericht.ausgelassen = einwaende.map((eines) => `${nameVon(eines)}: ${grundVon(eines)}`);
  if (nichts) return { ...bericht, fehler: 'Kein einziges Angebot taugt.' };

  const anderswo = alt && 'kopf' in alt && einwandGegenAdresse(nachbar, alt.kopf);
  const vergleichbar = alt && 'kopf' in alt && !anderswo ? alt : undefined;
  const unterschiede = vergleiche(vergleichbar?.angebote ?? [], kopie.angebote);
  bericht.zeilen = formatUnterschiede(unterschiede);
  if (anderswo) bericht.zeilen.unshift(`${anderswo.einwand} Deshalb gilt alles als neu.`);
  const einwand = vergleichbar && einwandGegenKopie(vergleichbar, kopie);
  if (einwand && !trotzdem)
    return {
      ...bericht,
      fehler: `${einwand} Bitte beim Nachbarn nachfragen; ist es richtig so, noch einmal mit --trotzdem.`,
    };
  const text = formatKopie(kopie);
  if (Buffer.byteLength(text) > MAX_NACHBAR_BYTES)
    return { ...bericht, fehler: `Gespeichert wären es mehr als ${MAX_NACHBAR_BYTES / 1e6} MB.` };
  try {
    schreibeAlle(new Map([[pfadVon(inhalt, nachbar), text]]));
  } catch (error) {
    return { ...bericht, fehler: (error as Error).message };
  }
  const { stand, lizenz } = kopie.kopf;
  bericht.zeilen.push(
    `${mehrzahl(kopie.angebote.length, 'Angebot', 'Angebote')} gespeichert, Stand ${stand}, Lizenz ${lizenz?.name ?? 'nicht genannt'}.`,
  );
  return bericht;
}

/** Why no offer can be used, where it is the same for all of them. */
function formatAlle([erstes, ...weitere]: readonly Ausgelassen[]): string {
  const { einwand, seite } = erstes!;
  const satz = `Kein einziges Angebot taugt${weitere.length > 0 ? `, alle ${weitere.length + 1} aus demselben Grund` : ''}: ${einwand}`;
  return seite
    ? `${satz} Das erste nennt: ${seite} Ist der Nachbar umgezogen? Dann bitte „url“ in portal.yaml ändern.`
    : satz;
}

async function lade(
  nachbar: NachbarEintrag,
  { eintraege: { portal }, testnetz }: Auftrag,
): Promise<Awaited<ReturnType<typeof ladeDatei>>> {
  const userAgent = userAgentVon('Verbund', portal);
  const wie = { userAgent, testnetz, maxBytes: MAX_NACHBAR_BYTES };
  const geladen = await ladeDatei(datenadresse(nachbar), wie);
  return 'grund' in geladen ? { grund: `${geladen.grund} ${gefragt(nachbar)}` } : geladen;
}

function pfadVon(inhalt: string, { id }: NachbarEintrag): string {
  return join(inhalt, 'verbund', `${id}.json`);
}

/** The stored copy, undefined where there is none; or a German sentence that says why it cannot be read, and what to do. */
export function liesKopie(
  inhalt: string,
  nachbar: NachbarEintrag,
  eintraege: Eintraege,
): ReturnType<typeof parseNachbarDatei> | undefined {
  const pfad = pfadVon(inhalt, nachbar);
  if (!existsSync(pfad)) return undefined;
  const gelesen = parseNachbarDatei(nachbar, readFileSync(pfad), eintraege);
  if (!('einwand' in gelesen)) return gelesen;
  return {
    einwand: `Die gespeicherte Datei ${displayPath(pfad)} ist beschädigt. ${gelesen.einwand} ${tippBeschaedigt(nachbar)}`,
  };
}
