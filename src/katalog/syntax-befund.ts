import type { Befund } from '../domain/befund.ts';

/** A finding about the form of a file, before anybody knows what it says. */
export function syntaxBefund(
  datei: string,
  zeile: number,
  feld: string,
  meldung: string,
  tipp: string,
): Befund {
  return { datei, zeile, feld, stufe: 'fehler', regel: 'lesbarkeit', meldung, tipp };
}
