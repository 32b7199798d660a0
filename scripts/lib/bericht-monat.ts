/** What has changed in a month, as a part of the report. */
import type { Abschnitt, Block, Zeile } from '../../src/site/bericht/bausteine.ts';
import { absatz } from '../../src/site/bericht/gemeinsam.ts';
import { formatDatum } from '../../src/site/kontext.ts';
import type { Aenderung } from '../../src/site/vergleich.ts';
import { type Monatsvergleich, monatsvergleich } from './aenderungen.ts';
import { formatMonatCsv, gruppiere, summarise } from './format-aenderungen.ts';

/** Its own file of a month's report. */
export const AENDERUNGEN = 'aenderungen.csv';

export interface Monatsteil {
  abschnitt: Abschnitt;
  /** File name → text; empty where the month cannot be compared. */
  tabellen: Map<string, string>;
  /** Why it cannot be compared, in German. */
  grund?: string;
}

/**
 * What was new, changed and over, by the versions that Git has.
 * @param monat `YYYY-MM`
 * @param inhalt content folder
 */
export function toMonatsteil(monat: string, inhalt: string): Monatsteil {
  const abschnitt = (bloecke: Block[]): Abschnitt => ({
    id: 'aenderungen',
    titel: `Was sich im ${formatDatum(`${monat}-01`, 'de', 'monat')} geändert hat`,
    bloecke,
  });
  // A table without rows would say that nothing has changed.
  const ohne = (grund: string): Monatsteil => ({
    abschnitt: abschnitt([absatz(grund)]),
    tabellen: new Map(),
    grund,
  });
  let vergleich: Monatsvergleich;
  try {
    vergleich = monatsvergleich(monat, inhalt);
  } catch (error) {
    return ohne((error as Error).message);
  }
  if (vergleich.grund) return ohne(vergleich.grund);
  return {
    abschnitt: abschnitt(bloeckeZu(vergleich)),
    tabellen: new Map([[AENDERUNGEN, formatMonatCsv(vergleich)]]),
  };
}

function bloeckeZu({ von, bis, aenderungen, ohneVergleich }: Monatsvergleich): Block[] {
  const gruppen = gruppiere(aenderungen);
  return [
    absatz(
      `Verglichen ist der Stand vor dem ${formatDatum(von, 'de')} mit dem am ${formatDatum(bis, 'de')}. ${gruppen.size > 0 ? summarise(gruppen) : 'Nichts hat sich geändert.'}`,
    ),
    ...[...gruppen].map(([titel, gruppe]) => toTabelle(`${titel} (${gruppe.length})`, gruppe)),
    ...(ohneVergleich.length > 0
      ? [
          absatz(
            `Nicht verglichen, weil die Datei vorher oder jetzt nicht lesbar ist: ${ohneVergleich.join(', ')}.`,
          ),
        ]
      : []),
  ];
}

function toTabelle(titel: string, aenderungen: readonly Aenderung[]): Block {
  const mitFeldern = aenderungen.some(({ felder }) => felder.length > 0);
  const zeilen = aenderungen.map(({ id, titel, felder }): Zeile => {
    const geaendert = felder.map(
      ({ feld, vorher = 'leer', nachher = 'leer' }) => `${feld}: ${vorher} → ${nachher}`,
    );
    return { name: titel, zellen: mitFeldern ? [id, geaendert.join('; ')] : [id] };
  });
  return {
    art: 'tabelle',
    titel,
    kopf: ['Name', 'Kennung', ...(mitFeldern ? ['Geändert'] : [])],
    gruppen: [{ zeilen }],
  };
}
