/**
 * The kinds of values a field can hold. Every value arrives as the text its author wrote (YAML is read without
 * types), so each kind says here what is accepted, what becomes of it, and which sentence an editor reads if not.
 */
import parsePhoneNumber from 'libphonenumber-js/max';
import { z } from 'zod';
import { deutschesDatum, isDatum } from './datum.ts';
import { tippMeintenSie } from './naechster-wert.ts';

/** Why a text is refused: the sentence, and what to do. */
interface Ablehnung {
  meldung: string;
  tipp?: string;
}

const LEER: Ablehnung = {
  meldung: 'Das Feld ist leer.',
  tipp: 'Bitte einen Wert eintragen oder die Zeile löschen. Fehlt die Zeile, gilt der Wert als nicht bekannt.',
};

/** A field whose text is turned into a value, or refused with a sentence. */
function feld<T>(read: (text: string) => { wert: T } | Ablehnung) {
  return z.string().transform((text, ctx): T => {
    const result = text.trim() === '' ? LEER : read(text.trim());
    if ('wert' in result) return result.wert;
    ctx.addIssue({ code: 'custom', message: result.meldung, params: { tipp: result.tipp } });
    return z.NEVER;
  });
}

/** One line of text for readers, at most `max` characters, with at least one letter or digit. */
export function text(max: number) {
  return feld<string>((value) => readText(value, max, false));
}

/** Text for readers that may have several lines. */
export function langerText(max: number) {
  return feld<string>((value) => readText(value, max, true));
}

function readText(value: string, max: number, lines: boolean): { wert: string } | Ablehnung {
  if (!/[\p{L}\p{N}]/u.test(value.replace(/[\p{Cf}\u3164]/gu, ''))) {
    return { meldung: 'Hier steht kein lesbarer Text: Es fehlt ein Buchstabe oder eine Ziffer.' };
  }
  if (!lines && value.includes('\n')) {
    return { meldung: 'Hier ist nur eine Zeile erlaubt.', tipp: 'Bitte den Umbruch entfernen.' };
  }
  if (value.length > max) {
    return {
      meldung: `Der Text ist ${value.length} Zeichen lang, erlaubt sind ${max}.`,
      tipp: 'Bitte kürzen; Ausführliches gehört in den Text unter dem Kopf der Datei.',
    };
  }
  if (/<[a-z/!?]/i.test(value)) {
    return { meldung: 'HTML ist hier nicht erlaubt und würde nicht dargestellt.', tipp: 'Bitte nur Text schreiben.' };
  }
  return { wert: value };
}

/** The pattern of every id and file name. */
export const KENNUNG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** An id of another entry. Whether that entry exists is a question for the rules, which know the near ones. */
export function verweis() {
  return feld<string>((value) => ({ wert: value }));
}

/** A key that names an entry. */
export function kennung() {
  return feld<string>((value) =>
    KENNUNG.test(value)
      ? { wert: value }
      : {
          meldung: `„${value}“ ist keine Kennung: erlaubt sind Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche.`,
          tipp: 'Eine Kennung ist der Dateiname ohne Endung oder der Schlüssel im Vokabular.',
        },
  );
}

/** A BCP 47 language code in lower case, as in `de`, `ar`, `zh-hant`. */
export function sprachcode() {
  return feld<string>((value) =>
    /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(value)
      ? { wert: value }
      : {
          meldung: `„${value}“ ist kein Sprachkürzel.`,
          tipp: `Sprachkürzel werden kleingeschrieben${/^[a-zA-Z]{2,3}$/.test(value) ? `: „${value.toLowerCase()}“` : ', zum Beispiel „de“ oder „ar“'}.`,
        },
  );
}

/** One of a fixed list of words. */
export function auswahl<const T extends readonly string[]>(werte: T) {
  return feld<T[number]>((value) =>
    werte.includes(value)
      ? { wert: value }
      : { meldung: `„${value}“ ist hier nicht vorgesehen.`, tipp: tippMeintenSie(value, werte) },
  );
}

/** `ja` or `nein` as a boolean. A missing field means unknown. */
export function jaNein() {
  return feld<boolean>((value) => {
    if (value === 'ja' || value === 'nein') return { wert: value === 'ja' };
    return { meldung: `„${value}“ ist hier nicht vorgesehen.`, tipp: 'Bitte „ja“ oder „nein“ schreiben.' };
  });
}

/** A calendar date, `YYYY-MM-DD`. */
export function datum() {
  return feld(readDatum);
}

/** A calendar date, or the explicit word `unbekannt`. */
export function datumOderUnbekannt() {
  return feld<string>((value) => (value === 'unbekannt' ? { wert: value } : readDatum(value)));
}

function readDatum(value: string): { wert: string } | Ablehnung {
  if (isDatum(value)) return { wert: value };
  const gemeint = deutschesDatum(value);
  return {
    meldung: `„${value}“ ist kein gültiges Datum.`,
    tipp: gemeint
      ? `Meinten Sie „${gemeint}“?`
      : 'Bitte als Jahr-Monat-Tag schreiben, zum Beispiel 2026-11-01. Den Tag muss es geben.',
  };
}

/** A day with its time in Germany, `YYYY-MM-DDTHH:MM`. */
export function zeitpunkt() {
  return feld<string>((value) => {
    const [tag = '', zeit = ''] = value.replace(' ', 'T').split('T');
    if (isDatum(tag) && /^([01]\d|2[0-3]):[0-5]\d$/.test(zeit)) return { wert: `${tag}T${zeit}` };
    return {
      meldung: `„${value}“ ist kein gültiger Zeitpunkt.`,
      tipp: 'Bitte Tag und Uhrzeit schreiben, zum Beispiel 2026-12-05T15:00.',
    };
  });
}

/** A wall-clock time, `HH:MM`, up to `24:00`. */
export function uhrzeit() {
  return feld<string>((value) =>
    /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(value)
      ? { wert: value }
      : { meldung: `„${value}“ ist keine Uhrzeit.`, tipp: 'Bitte als Stunde:Minute schreiben, zum Beispiel 09:30.' },
  );
}

/** A decimal number with a point, within limits. */
export function zahl(grenzen: { min: number; max: number; ganz?: boolean }) {
  return feld<number>((value) => {
    if (/^-?\d+,\d+$/.test(value)) {
      return { meldung: `„${value}“ hat ein Komma.`, tipp: `Bitte mit Punkt schreiben: ${value.replace(',', '.')}` };
    }
    if (!/^-?\d{1,9}(\.\d{1,12})?$/.test(value) || (grenzen.ganz && value.includes('.'))) {
      return { meldung: `„${value}“ ist keine ${grenzen.ganz ? 'ganze ' : ''}Zahl.` };
    }
    const wert = Number(value);
    if (wert < grenzen.min || wert > grenzen.max) {
      return { meldung: `${value} liegt nicht zwischen ${grenzen.min} und ${grenzen.max}.` };
    }
    return { wert };
  });
}

/** A German postal code; the leading zero stays. */
export function plz() {
  return feld<string>((value) =>
    /^[0-9]{5}$/.test(value)
      ? { wert: value }
      : { meldung: `„${value}“ ist keine Postleitzahl.`, tipp: 'Eine Postleitzahl hat genau fünf Ziffern.' },
  );
}

const TEURE_NUMMER = /^\+49(900|137|118|180|12)/;

/** A phone number that can be called from Germany, stored as E.164 (`+492241132107`). Premium numbers are refused. */
export function telefon() {
  return feld<string>((value) => {
    if (!/^\+?[0-9][0-9 ()/–-]*$/.test(value)) {
      return {
        meldung: `„${value}“ enthält mehr als eine Telefonnummer.`,
        tipp: 'Bitte nur die Nummer schreiben. Anmerkungen gehören in den Text oder in die Zeiten.',
      };
    }
    const nummer = parsePhoneNumber(value.replace(/\(0\)/, ''), 'DE');
    if (!nummer?.isValid()) {
      return {
        meldung: `„${value}“ ist keine gültige Telefonnummer.`,
        tipp: 'Bitte mit Vorwahl schreiben, zum Beispiel 02241 123456 oder +49 2241 123456.',
      };
    }
    if (TEURE_NUMMER.test(nummer.number) || nummer.getType() === 'PREMIUM_RATE') {
      return { meldung: `„${value}“ ist eine kostenpflichtige Sondernummer.`, tipp: 'Bitte eine normale Nummer angeben.' };
    }
    return { wert: nummer.number as string };
  });
}

/** A bare mail address. */
export function email() {
  return feld<string>((value) => {
    if (z.email().safeParse(value).success && !/[?&%]/.test(value)) return { wert: value };
    const gemeint = /[^\s<>?]+@[^\s<>?]+\.[^\s<>?]+/.exec(value)?.[0];
    return {
      meldung: `„${value}“ ist keine E-Mail-Adresse.`,
      tipp: gemeint && gemeint !== value ? `Bitte nur die Adresse schreiben: ${gemeint}` : 'Beispiel: kontakt@verein.de',
    };
  });
}

/** A public web address with `http` or `https`, without user name, and no address of a machine. */
export function webadresse() {
  return feld<string>((value) => {
    const fehler = (meldung: string) => ({
      meldung,
      tipp: 'Bitte die ganze Adresse schreiben, zum Beispiel https://www.verein.de/kurse',
    });
    if (!z.httpUrl().safeParse(value).success || /[\s\\]/.test(value)) {
      return fehler(`„${value}“ ist keine Webadresse, die mit https:// oder http:// beginnt.`);
    }
    const url = new URL(value);
    if (url.username || url.password) return fehler('Vor der Adresse steht ein Benutzername mit „@“; das täuscht über das Ziel.');
    if (/^[\d.]+$|^\[|^localhost$|\.(local|internal|localhost)$/.test(url.hostname) || !url.hostname.includes('.')) {
      return fehler(`„${url.hostname}“ ist keine öffentliche Internetadresse.`);
    }
    return { wert: value };
  });
}

/** A list without doubles; a single value counts as a list of one. */
export function liste<T extends z.ZodType>(element: T) {
  return z
    .preprocess((value) => (Array.isArray(value) || value === '' || value === undefined ? value : [value]), z.array(element).min(1))
    .check((ctx) => {
      const seen = new Set<string>();
      for (const wert of ctx.value) {
        const key = JSON.stringify(wert);
        if (seen.has(key)) {
          const name = typeof wert === 'string' ? `„${wert}“` : 'Ein Eintrag';
          ctx.issues.push({
            code: 'custom',
            message: `${name} steht doppelt in der Liste.`,
            params: { tipp: 'Bitte einen der beiden Einträge löschen.' },
            input: ctx.value,
          });
        }
        seen.add(key);
      }
    });
}

/** A text per language: a plain text is German, a map says which (`{ de: Kurs, en: Course }`). */
export function jeSprache<T extends z.ZodType>(element: T) {
  return z.preprocess(
    (value) => (typeof value === 'string' || Array.isArray(value) ? { de: value } : value),
    z.record(sprachcode(), element),
  );
}

/** A label with a German text and others where they exist. */
export function bezeichnung() {
  return jeSprache(text(120)).refine((labels) => labels['de'] !== undefined, {
    message: 'Die deutsche Bezeichnung (de) fehlt.',
  });
}

/** Words people search for, per language; they are never shown. */
export function suchwoerter() {
  return jeSprache(liste(text(80)));
}

/** Where the facts come from, for everything that its provider did not report. */
export const quelleSchema = z.strictObject({
  name: text(120),
  url: webadresse().optional(),
  /** The source's own date as it gives it: a year, a month, a remark. */
  stand: text(120).optional(),
  lizenz: text(80).optional(),
});

export type Quelle = z.output<typeof quelleSchema>;

