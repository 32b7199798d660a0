/** What is about violence, and so must not be told by an address, a title or a preview: whoever reads it may be watched. */
import type { Angebot } from '../domain/angebot.ts';
import type { Eintraege } from './katalog.ts';

/** Ids of what is protected, by kind; a kind that is missing has none. */
export type Geschuetzt = Partial<Record<string, ReadonlySet<string>>>;

/** Kinds of entries that `schutz` can mark, beside offers. */
export const SCHUTZ_ARTEN = ['thema', 'angebotsart', 'zielgruppe', 'anbieter', 'seite'] as const;
export type SchutzArt = (typeof SCHUTZ_ARTEN)[number];

type Quelle = Pick<Eintraege, 'vokabular' | 'anbieter' | 'seiten'>;

/** The entries of a kind by id, each with its protection. */
export function eintraegeDer(
  art: SchutzArt,
  { vokabular, anbieter, seiten }: Quelle,
): ReadonlyMap<string, { schutz?: readonly string[] | undefined }> {
  return {
    thema: vokabular.themen,
    angebotsart: vokabular.angebotsarten,
    zielgruppe: vokabular.zielgruppen,
    anbieter,
    seite: seiten,
  }[art];
}

/** Everything that is protected: what says so itself, and offers by themselves or by their words; see `katalog.ts`. */
export function toGeschuetzt(
  eintraege: Quelle & Pick<Eintraege, 'weiterleitungen'>,
  angebote: readonly Angebot[],
): Geschuetzt {
  const ids = new Set(
    angebote.filter(({ schnellVerlassen }) => schnellVerlassen).map(({ id }) => id),
  );
  // An old address would tell as much as the one it leads to.
  const umbenannt = [...eintraege.weiterleitungen].filter(([, neu]) => ids.has(neu));
  const markiert = SCHUTZ_ARTEN.map((art) => [
    art,
    new Set(
      [...eintraegeDer(art, eintraege)].flatMap(([id, { schutz }]) => (schutz?.length ? [id] : [])),
    ),
  ]);
  return {
    ...Object.fromEntries(markiert),
    angebot: new Set([...ids, ...umbenannt.map(([alt]) => alt)]),
  };
}

/** True for a list in which somebody who is watched may well be reading: a third of it or more is protected. */
export function vielGeschuetzt(angebote: readonly Pick<Angebot, 'schnellVerlassen'>[]): boolean {
  const anzahl = angebote.filter(({ schnellVerlassen }) => schnellVerlassen).length;
  return anzahl > 0 && 3 * anzahl >= angebote.length;
}
