/**
 * Findings are quoted in public: in the log of a pull request, in a comment that stays when the branch is gone. Those
 * about a confidential offer must not repeat the place that somebody wrote into it.
 */
import type { Befund } from '../domain/befund.ts';

/** Fields whose values name no place: ids, days, choices. */
const OHNE_ORT =
  /^(anbieter|angebotsart|thema|zielgruppen|sprachen\[\d+\](\.code|\.art)?|telefon|email|termin|status|schutz|gueltig_bis|geprueft_am)(\[|$)/;
/** Findings about the file as such: its name stands in the finding anyway. */
const DATEI = /^\((datei|dateiname|kodierung)\)$/;
/** Rules that do nothing but compare places. */
const ORTSREGELN = new Set(['gebiet', 'koordinaten']);

/**
 * @param befunde all of them
 * @param istVertraulich says of the path in a finding whether it belongs to a confidential offer
 */
export function verschweigeOrte(
  befunde: readonly Befund[],
  istVertraulich: (datei: string) => boolean,
): Befund[] {
  return befunde.flatMap((befund): Befund[] => {
    if (!istVertraulich(befund.datei)) return [befund];
    // The rule `vertraulich` says already that there must be no place at all.
    if (ORTSREGELN.has(befund.regel) && befund.feld.startsWith('orte')) return [];
    if (DATEI.test(befund.feld)) return [befund];
    if (befund.regel === 'vertraulich') return [{ ...befund, meldung: ohneZitat(befund.meldung) }];
    if (befund.regel !== 'lesbarkeit' && OHNE_ORT.test(befund.feld)) return [befund];
    const { meldung, tipp, ...rest } = befund;
    // These rules propose how to write the line, and the place is part of it.
    const ohneVorschlag = ['lesbarkeit', 'feld'].includes(befund.regel)
      ? tipp?.replace(/: .*/s, '.')
      : tipp;
    return [
      {
        ...rest,
        meldung: ohneZitat(meldung),
        ...(ohneVorschlag && { tipp: ohneZitat(ohneVorschlag) }),
      },
    ];
  });
}

/** Without what stands in quotes, and without numbers that can be a postal code or a point. */
function ohneZitat(text: string): string {
  return text.replace(/„.*“/gs, '„…“').replace(/\d+[.,]\d{2,}|\d{5}/g, '…');
}

/**
 * True where a file that could not be read may be a confidential offer.
 * @param roh the file as written
 * @param vertrauliche the kinds of offers that are confidential
 */
export function klingtVertraulich(roh: string, vertrauliche: readonly string[]): boolean {
  const art = /^[ \t]*angebotsart[ \t]*:?[ \t]*["'„“]?([\w-]+)/m.exec(roh)?.[1]?.toLowerCase();
  return art === undefined || vertrauliche.includes(art) || /vertraulich/i.test(roh);
}
