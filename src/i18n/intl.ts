/**
 * Formatters of `Intl`, each made once: making one costs more than formatting a hundred values. What CLDR does not know is formatted in
 * German, not in whatever language the machine of the build is in.
 */
import { locale } from './sprachen.ts';

function merken<O extends object, F>(create: (locale: string, options: O) => F) {
  const bekannt = new Map<string, F>();
  return (sprache: string, options: O): F => {
    const key = `${sprache} ${JSON.stringify(options)}`;
    let format = bekannt.get(key);
    if (!format) bekannt.set(key, (format = create(locale(sprache), options)));
    return format;
  };
}

/** Dates and times of the calendar, without a time zone: 9 o'clock on the door is 9 o'clock here. */
export const datumsformat = merken(
  (tag, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat([tag, 'de'], { hourCycle: 'h23', ...options, timeZone: 'UTC' }),
);

/** Numbers and prices. */
export const zahlenformat = merken(
  (tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat([tag, 'de'], options),
);

const listenformat = merken(
  (tag, options: Intl.ListFormatOptions) => new Intl.ListFormat([tag, 'de'], options),
);

/** „Montag, Mittwoch und Freitag“. */
export function aufzaehlung(texte: readonly string[], sprache: string): string {
  return listenformat(sprache, { type: 'conjunction' }).format(texte);
}

const sortierungen = new Map<string, Intl.Collator>();

/** Order of texts in a language. */
export function sortierung(sprache: string): Intl.Collator {
  let bekannt = sortierungen.get(sprache);
  if (!bekannt) {
    bekannt = new Intl.Collator([locale(sprache), 'de']);
    sortierungen.set(sprache, bekannt);
  }
  return bekannt;
}
