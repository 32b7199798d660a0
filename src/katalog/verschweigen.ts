/**
 * Findings are quoted in public: in the log of a pull request, in a comment that stays when the branch is gone. Those
 * about a confidential offer must not repeat the place that somebody wrote into it.
 */
import { anbieterSchema } from '../domain/anbieter.ts';
import { angebotSchema } from '../domain/angebot.ts';
import { kontakteSchema } from '../domain/ansprechstelle.ts';
import type { Befund, Pfad } from '../domain/befund.ts';
import { alsKennung } from '../domain/naechster-wert.ts';
import { ortDateiSchema } from '../domain/ort.ts';
import { projektSchema } from '../domain/projekt.ts';
import { uebersetzungSchema } from '../domain/uebersetzung.ts';
import { findeAnschrift } from './anschrift.ts';
import { knownKeys } from './word-issue.ts';

/** Fields whose values name no place, unless somebody wrote one behind them: ids, days, choices. */
const OHNE_ORT =
  /^(anbieter|angebotsart|thema|zielgruppen|sprachen\[\d+\](\.code|\.art)?|telefon|email|termin|status|schutz|gueltig_bis|geprueft_am)(\[|$)/;
/** What is meant for such a field: one word, or a number; five digits alone are a postal code. */
const EIN_WERT = /^(?!\d{5}$)(?:[\d\s()+/.-]*|\S+)$/;
/** Rules that propose how to write a line, and repeat it. */
const MIT_VORSCHLAG = new Set(['lesbarkeit', 'feld', 'verweise']);
/** Rules that quote nothing but ids and words of the vocabularies. */
const NUR_KENNUNGEN = new Set(['unterkunft-offen']);
/** Findings about the file as such: its name stands in the finding anyway. */
const DATEI = /^\((datei|dateiname|kodierung)\)$/;
/** Fields of a place, wherever somebody wrote one: the sentence about a wrong field would say where it belongs. */
const ORTSFELD = /^(?:strasse|plz|ort|lat|lon|haltestelle|orte\b.*)$/;
const KEIN_ORT = {
  meldung: 'Hier geht es um eine Schutzunterkunft; wo sie ist, darf nirgends stehen.',
  tipp: 'Bitte die Angabe löschen und, falls schon gespeichert, die Stelle informieren: Sie steht in der Versionsgeschichte.',
};
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
    // In the file of a place it would name two towns.
    if (befund.regel === 'gebiet' && ORTSFELD.test(befund.feld)) return [];
    if (DATEI.test(befund.feld)) return [befund];
    if (/^vertraulich/.test(befund.regel))
      return [{ ...befund, meldung: ohneZitat(befund.meldung) }];
    if (befund.regel === 'feld' && ORTSFELD.test(befund.feld))
      return [{ ...befund, ...KEIN_ORT, feld: nurBekanntes(befund.feld) }];
    if (NUR_KENNUNGEN.has(befund.regel)) return [befund];
    if (befund.regel !== 'lesbarkeit' && OHNE_ORT.test(befund.feld) && zitiertNurWerte(befund))
      return [befund];
    const { meldung, tipp, feld, ...rest } = befund;
    const ohneVorschlag = MIT_VORSCHLAG.has(befund.regel)
      ? tipp?.replace(/: (.*)/s, (ganz: string, vorschlag: string, index: number) =>
          istMuster(vorschlag, tipp.slice(0, index)) ? ganz : '.',
        )
      : tipp;
    return [
      {
        ...rest,
        feld: nurBekanntes(feld),
        meldung: ohneZitat(meldung),
        ...(ohneVorschlag && { tipp: ohneZitat(ohneVorschlag) }),
      },
    ];
  });
}

/** What fields of an offer, its translations and what stands beside it are called, at every depth. */
const FELDNAMEN: ReadonlySet<string> = new Set(
  [
    angebotSchema,
    uebersetzungSchema,
    ortDateiSchema,
    anbieterSchema,
    kontakteSchema,
    projektSchema,
  ].flatMap((schema) => feldnamen(schema)),
);
/** Words of the sentences that propose a form. */
const MUSTERWORTE = new Set([
  'kleinster',
  'groesster',
  'erster',
  'zweiter',
  'moeglich',
  'sind',
  'auch',
  'unterfelder',
]);
/** Quotes of the sentences themselves: marks such as `---` and words of the form. */
const FEST =
  /^(?:[^\p{L}\p{N}]{1,4}|ja|nein|nie|de|feld: Wert|status: beendet|schutz: \[schnell-verlassen\]|Ã¼|ü|\d{1,2}(?:[:.]\d{2})?(?: Uhr)?)$/u;

function feldnamen(schema: Parameters<typeof knownKeys>[0], pfad: Pfad = []): string[] {
  return knownKeys(schema, pfad).flatMap((name) => [
    name,
    ...feldnamen(schema, [...pfad, name]),
    ...feldnamen(schema, [...pfad, name, 0]),
  ]);
}

function istFeldname(wort: string): boolean {
  return FELDNAMEN.has(alsKennung(wort).replaceAll('-', '_'));
}

/** True where a proposal repeats nothing of the file: names of fields, or the list of what is possible. */
function istMuster(vorschlag: string, davor: string): boolean {
  return (
    davor.endsWith('Bekannt sind') ||
    (vorschlag.match(/[\p{L}\p{N}_]+/gu) ?? []).every(
      (wort) => istFeldname(wort) || MUSTERWORTE.has(alsKennung(wort)),
    )
  );
}

/** True where a sentence quotes nothing but what such a field is for: `telefon: 0221 12, Geheimweg 5` holds more. */
function zitiertNurWerte({ meldung }: Befund): boolean {
  const ohne = meldung.replace(/„([^„“]*)“/g, (ganz, zitat: string) =>
    EIN_WERT.test(zitat) && findeAnschrift(zitat) === undefined ? '' : ganz,
  );
  return !/[„“]/.test(ohne);
}

/** The path of a field without names that no schema knows: somebody may have made a field of the place. */
function nurBekanntes(feld: string): string {
  if (feld.startsWith('(')) return feld;
  return feld.replace(/[^.[\]]+/g, (teil) =>
    /^(?:\d{1,2}|[a-z]{1,3}|leicht)$/.test(teil) || istFeldname(teil) ? teil : '…',
  );
}

/** Without what is quoted of the file, and without numbers that can be a postal code or a point. */
function ohneZitat(text: string): string {
  const zitat = (ganz: string, inhalt: string) =>
    FEST.test(inhalt) || istFeldname(inhalt) ? ganz : '„…“';
  // Where quotes stand within quotes, or digits between them, nobody can tell what is quoted and what says so.
  const unklar = /[„“]/.test(text.replace(/„[^„“]*“/g, '')) || /“[^„]*\d[^„]*„/.test(text);
  const ohne = unklar ? text.replace(/„.*“/gs, '„…“') : text.replace(/„([^„“]*)“/g, zitat);
  // A fingerprint of a text tells nothing, and is what its translation needs.
  return ohne.replace(/\b[0-9a-f]{8}\b|\d+[.,]\d{2,}|(?<!\d)\d{5}(?!\d)/g, (wert) =>
    /[a-f]/.test(wert) ? wert : '…',
  );
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
