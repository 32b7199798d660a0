/** The page of dates is true for the days from its building on: days that are over go, today is marked, and an old page says so. */
import { heute } from '../domain/datum.ts';

const woche = document.querySelector<HTMLElement>('[data-woche]');

if (woche) {
  const tag = heute();
  const zeige = (name: string) => (woche.querySelector<HTMLElement>(name)!.hidden = false);
  const tage = [...woche.querySelectorAll<HTMLElement>('[data-tag]')];
  for (const einer of tage) {
    const datum = einer.dataset['tag']!;
    einer.hidden = datum < tag;
    einer.querySelector<HTMLElement>('[data-heute]')!.hidden = datum !== tag;
  }
  if (woche.dataset['woche']! < tag) zeige('[data-alt]');
  // Where there are more pages, others have dates.
  else if (
    !document.querySelector('.blaettern') &&
    tage.every((einer) => einer.hidden || !einer.querySelector('li'))
  )
    zeige('[data-leer]');
}
