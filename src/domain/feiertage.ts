/** Public holidays of a Land. */
import { getHolidays } from 'feiertagejs';
import type { Portal } from './portal.ts';

type Region = Parameters<typeof getHolidays>[1];

/** Holidays by day of one year and Land; asked for by every series of every offer. */
const bekannt = new Map<string, ReadonlyMap<string, string>>();

/**
 * The German name of the public holiday on a day; undefined on other days. Holidays that only parts of a Land have do not count: an
 * offer elsewhere in it takes place.
 * @param land as in `portal.yaml`: `nw`
 * @param tag `YYYY-MM-DD`
 */
export function feiertag(land: Portal['land'], tag: string): string | undefined {
  const jahr = tag.slice(0, 4);
  const key = `${land} ${jahr}`;
  const tage = bekannt.get(key) ?? feiertageImJahr(land, Number(jahr));
  bekannt.set(key, tage);
  return tage.get(tag);
}

function feiertageImJahr(land: Portal['land'], jahr: number): Map<string, string> {
  return new Map(
    getHolidays(jahr, land.toUpperCase() as Region)
      // Mariä Himmelfahrt: in Bavaria only where more Catholics than Protestants live.
      .filter(({ name }) => !(land === 'by' && name === 'MARIAHIMMELFAHRT'))
      // The dates are noon in UTC; their `dateString` depends on the machine's time zone.
      .map((tag) => [tag.date.toISOString().slice(0, 10), tag.translate('de') ?? tag.name]),
  );
}
