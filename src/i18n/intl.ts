/** Formatters of `Intl`, each made once: making one costs more than formatting a hundred values. */
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
    new Intl.DateTimeFormat(tag, { hourCycle: 'h23', ...options, timeZone: 'UTC' }),
);

export const zahlenformat = merken(
  (tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options),
);

const listenformat = merken(
  (tag, options: Intl.ListFormatOptions) => new Intl.ListFormat(tag, options),
);

/** „Montag, Mittwoch und Freitag“. */
export function aufzaehlung(texte: readonly string[], sprache: string): string {
  return listenformat(sprache, { type: 'conjunction' }).format(texte);
}
