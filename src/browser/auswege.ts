/** Ways out of a search that found nothing. Pure. */
import type { Bestand } from './bestand.ts';
import { filtern } from './facetten.ts';
import { type Gesagt, mitOrt } from './suchlauf.ts';
import { type Filter, type Suchzustand, umschalten } from './zustand.ts';

/** A way out of a search without hits. */
export interface Ausweg {
  /** What to leave out: a value of a facet, the text, all of it but the place it names; or a Thema instead of it. */
  ohne: { facette: string; wert: string } | 'text' | 'worte' | 'thema';
  zustand: Suchzustand;
  /** Offers that would be found then. */
  anzahl: number;
}

/** What could be left out of a search to find something, the most fruitful first. */
export function auswege(
  bestand: Bestand,
  zustand: Suchzustand,
  { passungen, orte = [], themen = [] }: Gesagt = {},
): Ausweg[] {
  const { q, filter } = zustand;
  const anzahl = (neu: Suchzustand) => {
    const found = passungen && neu.q ? new Set(passungen.map(({ row }) => row)) : undefined;
    const zahl = (gefiltert: Filter) =>
      filtern(bestand, gefiltert).filter((row) => !found || found.has(row)).length;
    // As `suchlauf` does: at the named place, elsewhere only where that has nothing.
    return (neu.q && zahl(mitOrt(neu.filter, orte))) || zahl(neu.filter);
  };
  const ohneWert = Object.entries(filter).flatMap(([facette, werte]) =>
    werte.map((wert) => ({
      ohne: { facette, wert },
      zustand: { ...zustand, filter: umschalten(filter, facette, wert) },
    })),
  );
  const ohneText = q ? [{ ohne: 'text' as const, zustand: { ...zustand, q: '' } }] : [];
  const nurOrt =
    q && orte.length > 0
      ? [{ ohne: 'worte' as const, zustand: { ...zustand, q: '', filter: mitOrt(filter, orte) } }]
      : [];
  const naheliegend = themen.map((id) => {
    const mit = { ...zustand, q: '', filter: { ...mitOrt(filter, orte), thema: [id] } };
    // What else was chosen may be why nothing was found.
    const allein = { ...mit, filter: { thema: [id] } };
    return { ohne: 'thema' as const, zustand: anzahl(mit) > 0 ? mit : allein };
  });
  return [...naheliegend, ...ohneWert, ...ohneText, ...nurOrt]
    .map((weg) => ({ ...weg, anzahl: anzahl(weg.zustand) }))
    .filter((weg) => weg.anzahl > 0)
    .sort((a, b) => b.anzahl - a.anzahl);
}
