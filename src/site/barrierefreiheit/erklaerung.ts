/** What the statement on accessibility says of the software, in German as the law asks; the rest of it is the Kreis's own. */
import { ALLE_KRITERIEN, type Ergebnis, type Kriterium, WCAG } from './kriterien.ts';

export interface Vereinbarkeit {
  /** As in the model of Implementing Decision (EU) 2018/1523. */
  stand: 'vollständig' | 'teilweise';
  zahlen: Readonly<Record<Ergebnis, number>>;
  anzahl: number;
}

/** How the portal stands with WCAG 2.2 A and AA; complete only where nothing at all is open. */
export function toVereinbarkeit(): Vereinbarkeit {
  return {
    stand: toBarrieren().length === 0 ? 'vollständig' : 'teilweise',
    zahlen: zaehle(WCAG),
    anzahl: WCAG.length,
  };
}

/** What is open, in the words for visitors: barriers first, then what nobody has checked. */
export function toBarrieren(): { name: string; id?: string; ergebnis: Ergebnis; text: string }[] {
  return (['teilweise', 'nicht geprüft'] as const).flatMap((ergebnis) =>
    ALLE_KRITERIEN.flatMap(({ name, id, ergebnis: seines, offen }) =>
      seines === ergebnis && offen ? { name, ...(id && { id }), ergebnis, text: offen } : [],
    ),
  );
}

/** How many criteria have which result. */
export function zaehle(kriterien: readonly Kriterium[]): Record<Ergebnis, number> {
  const zahlen = { erfüllt: 0, teilweise: 0, 'nicht anwendbar': 0, 'nicht geprüft': 0 };
  for (const { ergebnis } of kriterien) zahlen[ergebnis]++;
  return zahlen;
}
