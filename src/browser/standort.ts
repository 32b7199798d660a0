/** Where the visitor is: by the device, or by the name of a place. It never leaves this page. */
import type { Bestand } from './bestand.ts';
import type { Standpunkt } from './entfernungen.ts';

/** A device that is off by more than this is told like a town. */
const GENAU_METER = 500;

/**
 * Asks the device; rounded to about a hundred metres.
 * @returns instead of a place the key of the text that says why there is none
 */
export function bestimmeStandort(): Promise<
  Standpunkt | 'naehe.abgelehnt' | 'naehe.fehlgeschlagen'
> {
  return new Promise((done) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        done({
          lat: Number(latitude.toFixed(3)),
          lon: Number(longitude.toFixed(3)),
          ungefaehr: accuracy > GENAU_METER,
        }),
      ({ code, PERMISSION_DENIED }) =>
        done(code === PERMISSION_DENIED ? 'naehe.abgelehnt' : 'naehe.fehlgeschlagen'),
      { timeout: 15_000, maximumAge: 60_000 },
    ),
  );
}

/**
 * The one Kommune that is meant; undefined where it is none, or more than one.
 * @param orte finds the ids of Kommunen by words
 */
export async function findeKommune(
  { kommunen }: Pick<Bestand, 'kommunen'>,
  orte: (text: string) => Promise<string[]>,
  eingabe: string,
): Promise<Bestand['kommunen'][number] | undefined> {
  const ids = await orte(eingabe).catch(() => []);
  return ids.length === 1 ? kommunen.find(({ id }) => id === ids[0]) : undefined;
}
