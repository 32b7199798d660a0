/** What a new copy has that the old one had not, and the other way round. */
import type { Datensatz } from '../../../src/domain/datensatz.ts';
import type { GeleseneDatei, NachbarDatei } from '../../../src/katalog/nachbarn.ts';
import { mehrzahl } from '../format-befunde.ts';
import { geordnet } from './kopie.ts';

export interface Unterschiede {
  neu: Datensatz[];
  geaendert: { angebot: Datensatz; felder: string[] }[];
  weg: Datensatz[];
}

/**
 * By id. `felder` are top-level fields; the order of fields within an object is no difference, that of a list is.
 * @returns `neu` and `geaendert` in the order of the new copy, `weg` in that of the old one
 */
export function vergleiche(alt: readonly Datensatz[], neu: readonly Datensatz[]): Unterschiede {
  const vorher = new Map(alt.map((angebot) => [angebot.id, angebot]));
  const nachher = new Set(neu.map(({ id }) => id));
  return {
    neu: neu.filter(({ id }) => !vorher.has(id)),
    geaendert: neu.flatMap((angebot) => {
      const felder = andereFelder(vorher.get(angebot.id) ?? angebot, angebot);
      return felder.length > 0 ? [{ angebot, felder }] : [];
    }),
    weg: alt.filter(({ id }) => !nachher.has(id)),
  };
}

function andereFelder(a: Datensatz, b: Datensatz): string[] {
  const namen = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof Datensatz)[];
  const text = (wert: unknown) => JSON.stringify(geordnet(wert));
  return namen.filter((name) => text(a[name]) !== text(b[name]));
}

/** So many new offers at once are no month's work, nor is a list three times as long with more than a few of them. */
const VIELE_NEUE = 500;
const EINIGE_NEUE = 50;

/** Why a new copy looks like a mistake of the neighbour's, as a German sentence. */
export function einwandGegenKopie(alt: GeleseneDatei, neu: NachbarDatei): string | undefined {
  if (neu.kopf.stand < alt.kopf.stand)
    return `Der neue Stand (${neu.kopf.stand}) ist älter als der gespeicherte (${alt.kopf.stand}).`;
  // Those that cannot be read any more were there, too.
  const vorher = [
    ...alt.angebote.map(({ id }) => id),
    ...alt.einwaende.map((eines) => eines.angebot),
  ];
  const nachher = new Set(neu.angebote.map(({ id }) => id));
  const weg = vorher.filter((id) => !nachher.has(id));
  if (2 * weg.length > vorher.length)
    return `Von ${mehrzahl(vorher.length, 'Angebot', 'Angeboten')} würden ${weg.length} verschwinden.`;
  const bekannt = new Set(vorher);
  const neue = neu.angebote.filter(({ id }) => !bekannt.has(id)).length;
  const verdreifacht = neue > EINIGE_NEUE && neu.angebote.length > 3 * vorher.length;
  if (neue > VIELE_NEUE || verdreifacht)
    return `Zu ${mehrzahl(vorher.length, 'Angebot', 'Angeboten')} würden ${neue} neue kommen.`;
  return undefined;
}

const HOECHSTENS = 100;

/** The differences as lines of text. */
export function formatUnterschiede({ neu, geaendert, weg }: Unterschiede): string[] {
  const zeile = ({ titel, id }: Datensatz) => `${titel} (${id})`;
  const gruppe = (was: string, zeilen: string[]) =>
    zeilen.length === 0
      ? []
      : [
          `${was}: ${zeilen.length}`,
          ...zeilen.slice(0, HOECHSTENS).map((eine) => `  ${eine}`),
          ...(zeilen.length > HOECHSTENS ? [`  … und ${zeilen.length - HOECHSTENS} weitere`] : []),
        ];
  const zeilen = [
    ...gruppe('neu', neu.map(zeile)),
    ...gruppe(
      'geändert',
      geaendert.map(({ angebot, felder }) => `${zeile(angebot)}: ${felder.join(', ')}`),
    ),
    ...gruppe('weg', weg.map(zeile)),
  ];
  return zeilen.length > 0 ? zeilen : ['An den Angeboten hat sich nichts geändert.'];
}
