/** Whom to ask: contact data found where they stand, and who is responsible in a Kommune. */
import { type Angebot, naeheZu } from '../domain/angebot.ts';
import type { Anbieter } from '../domain/anbieter.ts';
import type {
  Ansprechstelle,
  AnsprechstelleEintrag,
  KontakteEintrag,
  Zustaendigkeit,
} from '../domain/ansprechstelle.ts';
import type { Katalog } from './katalog.ts';

/** Name of the file for offices that more than one Kommune has in common. */
export const KREISWEIT = 'kreisweit';

/** Whose contact data still count. */
export interface Erreichbar {
  /** Offers that have not ended, those in the archive included: an office is there, checked or not. */
  angebote: ReadonlyMap<string, Angebot>;
  anbieter: ReadonlyMap<string, Anbieter>;
}

/** An office with its contact data; undefined where the offer has ended or the reference leads nowhere. */
export function createAnsprechstelle(
  eintrag: AnsprechstelleEintrag,
  umfeld: Erreichbar,
): Ansprechstelle | undefined {
  const angebot = eintrag.angebot ? umfeld.angebote.get(eintrag.angebot) : undefined;
  const anbieter = eintrag.anbieter ? umfeld.anbieter.get(eintrag.anbieter) : undefined;
  const name = eintrag.stelle ?? angebot?.titel ?? anbieter?.name;
  if ((eintrag.angebot && !angebot) || (eintrag.anbieter && !anbieter) || !name) return undefined;
  const { telefon, email, web } = angebot?.kontakt ?? anbieter ?? eintrag;
  return {
    name,
    kontakt: { ...(telefon && { telefon }), ...(email && { email }), ...(web && { web }) },
    ...(angebot && { angebot: angebot.id }),
    ...(anbieter && { anbieter: anbieter.id }),
  };
}

/** An offer that has not ended, listed or in the archive. */
export function angebotVon(
  { angebote, archiv }: Pick<Katalog, 'angebote' | 'archiv'>,
  id: string,
): Angebot | undefined {
  return angebote.get(id) ?? archiv.get(id);
}

/** Everybody a file names and who can be reached, by function; a function of which nobody can be reached has an empty list. */
export function createZustaendigkeiten(
  { stellen }: KontakteEintrag,
  umfeld: Erreichbar,
): Map<string, Zustaendigkeit[]> {
  const jeFunktion = Map.groupBy(stellen, ({ funktion }) => funktion);
  return new Map(
    [...jeFunktion].map(([funktion, eintraege]) => [
      funktion,
      eintraege.flatMap((eintrag) => createZustaendigkeit(eintrag, umfeld) ?? []),
    ]),
  );
}

function createZustaendigkeit(
  eintrag: KontakteEintrag['stellen'][number],
  umfeld: Erreichbar,
): Zustaendigkeit | undefined {
  const { funktion, hinweis, quelle, geprueft_am = 'unbekannt' } = eintrag;
  const stelle = createAnsprechstelle(eintrag, umfeld);
  if (!stelle) return undefined;
  const angebot = stelle.angebot ? umfeld.angebote.get(stelle.angebot) : undefined;
  return {
    ...stelle,
    funktion,
    geprueft_am: angebot?.geprueft_am ?? geprueft_am,
    ...(hinweis && { hinweis }),
    ...(quelle && { quelle }),
  };
}

/**
 * Who is responsible for a function in a Kommune: its own offices; where it names none, those it shares with others, as far
 * as their offers serve it. A town with an Ausländerbehörde of its own must not be sent to that of the Kreis, not even while
 * nobody knows how its own is reached.
 */
export function zustaendigIn(
  katalog: Pick<Katalog, 'kontakte' | 'angebote' | 'archiv'>,
  kommune: string,
  funktion: string,
): Zustaendigkeit[] {
  const fuer = (datei: string) => katalog.kontakte.get(datei)?.get(funktion);
  const gemeinsame = fuer(KREISWEIT) ?? [];
  return (
    fuer(kommune) ??
    gemeinsame.filter(({ angebot }) => {
      const geteilt = angebot ? angebotVon(katalog, angebot) : undefined;
      return !geteilt || naeheZu(geteilt, kommune) !== undefined;
    })
  );
}
