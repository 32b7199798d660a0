/** Fetching one neighbour: from its server into `verbund/` of the content, or a sentence that says why not. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NachbarEintrag } from '../../../src/domain/portal.ts';
import { datenadresse, einwandGegenName, MAX_NACHBAR_BYTES } from '../../../src/domain/verbund.ts';
import type { Eintraege } from '../../../src/katalog/katalog.ts';
import { type NachbarDatei, parseNachbarDatei } from '../../../src/katalog/nachbarn.ts';
import { mehrzahl } from '../format-befunde.ts';
import { ladeDatei } from '../links/abruf.ts';
import { istPlatzhalter, namensaufloesung } from '../links/netz.ts';
import { schreibeAlle } from '../schreibe-datei.ts';
import { formatKopie } from './kopie.ts';
import { liesNachbar } from './lesen.ts';
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

const GEDULD_MS = 120_000;

export async function hole(nachbar: NachbarEintrag, auftrag: Auftrag): Promise<Bericht> {
  const { inhalt, eintraege, stichtag, trotzdem } = auftrag;
  const bericht: Bericht = { zeilen: [], ausgelassen: [] };
  const adresse = datenadresse(nachbar);
  const geladen = await lade(adresse, auftrag);
  if ('grund' in geladen) return { ...bericht, fehler: geladen.grund };
  const gelesen = liesNachbar(nachbar, geladen.bytes, { adresse, geholt_am: stichtag }, eintraege);
  if ('einwand' in gelesen) return { ...bericht, fehler: gelesen.einwand };
  const { einwaende, ...kopie } = gelesen;
  const verwechselbar = einwandGegenName(nachbar.name ?? kopie.kopf.name, eintraege.portal);
  if (verwechselbar)
    return {
      ...bericht,
      fehler: `${verwechselbar} Bitte in portal.yaml bei „${nachbar.id}“ mit der Zeile „name“ sagen, wie er heißt.`,
    };
  bericht.ausgelassen = einwaende.map(({ angebot, einwand }) => `${angebot}. ${einwand}`);
  if (kopie.angebote.length === 0 && einwaende.length > 0)
    return { ...bericht, fehler: 'Kein einziges Angebot taugt.' };

  const alt = liesKopie(inhalt, nachbar, eintraege);
  const unterschiede = vergleiche(alt?.angebote ?? [], kopie.angebote);
  bericht.zeilen = formatUnterschiede(unterschiede);
  const einwand = alt && einwandGegenKopie(alt, kopie, unterschiede);
  if (einwand && !trotzdem)
    return {
      ...bericht,
      fehler: `${einwand} Bitte beim Nachbarn nachfragen; ist es richtig so, noch einmal mit --trotzdem.`,
    };
  schreibeAlle(new Map([[pfadVon(inhalt, nachbar), formatKopie(kopie)]]));
  const { stand, lizenz } = kopie.kopf;
  bericht.zeilen.push(
    `${mehrzahl(kopie.angebote.length, 'Angebot', 'Angebote')} gespeichert, Stand ${stand}, Lizenz ${lizenz?.name ?? 'nicht genannt'}.`,
  );
  return bericht;
}

async function lade(
  adresse: string,
  { eintraege: { portal }, testnetz }: Auftrag,
): Promise<Awaited<ReturnType<typeof ladeDatei>>> {
  const zumTesten = testnetz && new URL(adresse).hostname.endsWith('.test');
  if (istPlatzhalter(adresse) && !zumTesten)
    return { grund: 'Das ist ein Platzhalter; diese Adresse gibt es nicht.' };
  const userAgent = `Verbund/1.0 (+${new URL(portal.url).href}; ${portal.kontakt.email})`;
  const lookup = namensaufloesung(testnetz);
  return ladeDatei(adresse, { userAgent, lookup, geduldMs: GEDULD_MS }, MAX_NACHBAR_BYTES);
}

function pfadVon(inhalt: string, { id }: NachbarEintrag): string {
  return join(inhalt, 'verbund', `${id}.json`);
}

/** The stored copy; undefined where there is none, or none that can be read. */
export function liesKopie(
  inhalt: string,
  nachbar: NachbarEintrag,
  { vokabular }: Eintraege,
): NachbarDatei | undefined {
  const pfad = pfadVon(inhalt, nachbar);
  if (!existsSync(pfad)) return undefined;
  const gelesen = parseNachbarDatei(nachbar, readFileSync(pfad), vokabular);
  return 'einwand' in gelesen ? undefined : gelesen;
}
