/**
 * The kinds of values a field can hold. Every value arrives as the text its author wrote (YAML is read without
 * types), so each kind says here what is accepted, what becomes of it, and which sentence an editor reads if not.
 */
import parsePhoneNumber from 'libphonenumber-js/max';
import { z } from 'zod';
import { deutschesDatum, isDatum, isZeitangabe } from './datum.ts';
import { tippMeintenSie } from './naechster-wert.ts';
import { benanntesKuerzel, isSeitensprache, SPRACHCODE, spracheDesLandes } from './sprache.ts';
import { parseWiederholung } from './wiederholung.ts';

/** Why a text is refused: the sentence, and what to do. */
interface Ablehnung {
  meldung: string;
  tipp?: string;
}

const LEER: Ablehnung = {
  meldung: 'Das Feld ist leer.',
  tipp: 'Bitte einen Wert eintragen. Ist er nicht bekannt, bitte die ganze Zeile löschen.',
};

/** No field is longer; what is would keep the patterns below busy for seconds. */
export const MAX_LAENGE = 2000;
/** Markdown whose marks can open and close each other takes a parser time that grows with their square. */
export const MAX_TEXT = 30_000;
/** Entries of a list of places or ids that others get. */
export const MAX_LISTE = 500;
/** E.164, without the plus. */
export const MAX_ZIFFERN = 15;
/** RFC 5321. */
export const MAX_EMAIL = 254;
const ZU_LANG: Ablehnung = {
  meldung: `Der Wert ist länger als ${MAX_LAENGE} Zeichen.`,
  tipp: 'Bitte kürzen; Ausführliches gehört in den Text unter dem Kopf der Datei.',
};

/** What people write where they know nothing. */
const UNBEKANNT = /^(?:unbekannt|nicht bekannt|n\/a|k\. ?a\.|[^\p{L}\p{N}]?|\.{2,}|-+)$/iu;
/** What they write there, too, or as the answer that there is none. */
const KEINE = /^keine?[rs]?$/iu;
/** Words of choices that are this answer. */
const VERNEINUNGEN = ['nein', 'kostenlos', 'ohne'];

const GERADE_ANFUEHRUNG =
  'Runde und eckige Anführungszeichen gelten hier als Teil des Wertes. Bitte weglassen oder die geraden nehmen (").';

/**
 * A field whose text is turned into a value, or refused with a sentence.
 * @param tippZuKeine what to do where „keine“ stands
 */
function feld<T>(read: (text: string) => { wert: T } | Ablehnung, tippZuKeine = LEER.tipp) {
  return z.string().transform((text, ctx): T => {
    const result =
      text.trim() === '' ? LEER : text.length > MAX_LAENGE ? ZU_LANG : read(text.trim());
    if ('wert' in result) return result.wert;
    const tipp = tippZuNichts(text.trim(), tippZuKeine) ?? tippZuZeichen(text) ?? result.tipp;
    ctx.addIssue({ code: 'custom', message: result.meldung, params: { tipp } });
    return z.NEVER;
  });
}

function tippZuNichts(text: string, tippZuKeine: string | undefined): string | undefined {
  if (UNBEKANNT.test(text)) return LEER.tipp;
  return KEINE.test(text) ? tippZuKeine : undefined;
}

function tippZuZeichen(text: string): string | undefined {
  return /^[„“”«»‚‘’]/.test(text) ? GERADE_ANFUEHRUNG : undefined;
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
    return {
      meldung: 'Hier steht kein lesbarer Text: Es fehlt ein Buchstabe oder eine Ziffer.',
      tipp: 'Bitte einen Text schreiben oder die ganze Zeile löschen.',
    };
  }
  if (!lines && /[\n\t]/.test(value)) {
    return {
      meldung: 'Hier ist nur eine Zeile ohne Tabulator erlaubt.',
      tipp: 'Bitte Umbruch und Tabulator durch ein Leerzeichen ersetzen.',
    };
  }
  if (!passt(value, max)) {
    return {
      meldung: `Der Text ist ${[...value].length} Zeichen lang, erlaubt sind ${max}.`,
      tipp: 'Bitte kürzen; Ausführliches gehört in den Text unter dem Kopf der Datei.',
    };
  }
  if (/<[a-z/!?]|&(#\w+|[a-z]{2,8});/i.test(value)) {
    return {
      meldung: 'HTML ist hier nicht erlaubt und würde nicht dargestellt.',
      tipp: 'Bitte nur Text schreiben, Zeichen wie „&“ als sie selbst.',
    };
  }
  return { wert: value };
}

/** True for at most `max` characters as people count them, and JSON Schema: an emoji is one. */
export function passt(text: string, max: number): boolean {
  return text.length <= max || (text.length <= 2 * max && [...text].length <= max);
}

/** The pattern of every id and file name. */
export const KENNUNG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** An id of another entry. Whether that entry exists is a question for the rules, which know the near ones. */
export function verweis() {
  return feld<string>((value) => ({ wert: value }));
}

/** A key that names an entry. It has a letter, for an object would put whole numbers first and lose the order of the file. */
export function kennung() {
  return feld<string>((value) =>
    KENNUNG.test(value) && /[a-z]/.test(value) && value.length <= 80
      ? { wert: value }
      : {
          meldung: `„${value}“ ist keine Kennung: erlaubt sind Kleinbuchstaben a–z, dazu Ziffern und einzelne Bindestriche, höchstens 80 Zeichen.`,
          tipp: 'Eine Kennung ist der Dateiname ohne Endung oder der Schlüssel im Vokabular.',
        },
  );
}

/** A BCP 47 language code in lower case, as in `de`, `ar`, `zh-hant`. */
export function sprachcode() {
  return feld(readSprachcode);
}

/** A language that pages and their texts can be in: a code, or that of Easy German. */
export function seitensprache() {
  return feld((value) => (isSeitensprache(value) ? { wert: value } : readSprachcode(value)));
}

function readSprachcode(value: string): { wert: string } | Ablehnung {
  if (SPRACHCODE.test(value)) return { wert: value };
  return { meldung: `„${value}“ ist kein Sprachkürzel.`, tipp: tippSprache(value) };
}

function tippSprache(value: string): string {
  const klein = value.toLowerCase();
  const desLandes = spracheDesLandes(klein);
  if (desLandes) return `Meinten Sie ${benanntesKuerzel(desLandes)}?`;
  if (/^[a-z]{2,3}$/.test(klein)) return `Sprachkürzel werden kleingeschrieben: „${klein}“.`;
  const mehrere = value.match(/(?<!\p{L})[a-z]{2,3}(?!\p{L})/gu) ?? [];
  if (mehrere.length > 1)
    return `Mehrere Werte gehören in eckige Klammern: [${mehrere.map((code) => spracheDesLandes(code) ?? code).join(', ')}]`;
  const gemeint = sprachcodeVon(value);
  return gemeint
    ? `Meinten Sie „${gemeint}“?`
    : 'Sprachkürzel werden kleingeschrieben, zum Beispiel „de“ oder „ar“.';
}

/** The code of a language from its German name: `Arabisch` → `ar`. */
function sprachcodeVon(name: string): string | undefined {
  codes ??= new Map(alleSprachnamen());
  return codes.get(name.toLowerCase());
}

/** Made when the first is asked for, for that takes its time. */
let codes: ReadonlyMap<string, string> | undefined;

function alleSprachnamen(): [name: string, code: string][] {
  const namen = new Intl.DisplayNames('de', { type: 'language', fallback: 'none' });
  const buchstaben = [...'abcdefghijklmnopqrstuvwxyz'];
  return buchstaben
    .flatMap((erster) => buchstaben.map((zweiter) => erster + zweiter))
    .flatMap((code): [string, string][] => {
      const name = namen.of(code);
      return name === undefined ? [] : [[name.toLowerCase(), code]];
    })
    .reverse(); // of two codes with one name, the first stays
}

/**
 * One of a fixed list of words.
 * @param gemeint what a value that is not among them can have meant, where more is known than how it is spelt
 */
export function auswahl<const T extends readonly string[]>(
  werte: T,
  gemeint: (value: string) => string | undefined = () => undefined,
) {
  const nein = VERNEINUNGEN.find((wort) => werte.includes(wort));
  return feld<T[number]>(
    (value) =>
      werte.includes(value)
        ? { wert: value }
        : {
            meldung: `„${value}“ ist hier nicht vorgesehen.`,
            tipp: gemeint(value) ?? tippMeintenSie(value, werte),
          },
    nein && tippMeintenSie(nein, werte),
  );
}

/** `ja` or `nein` as a boolean. A missing field means unknown. */
export function jaNein() {
  const tipp = 'Bitte „ja“ oder „nein“ schreiben.';
  return feld<boolean>((value) => {
    if (value === 'ja' || value === 'nein') return { wert: value === 'ja' };
    return { meldung: `„${value}“ ist hier nicht vorgesehen.`, tipp };
  }, tipp);
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
  if (/^\d{4}-\d{2}-\d{2}$/.test(value))
    return {
      meldung: `Den Tag „${value}“ gibt es nicht, oder er liegt nicht zwischen 1900 und 2199.`,
      tipp: 'Ein Datum ist Jahr-Monat-Tag. Bitte in einem Kalender nachsehen.',
    };
  return {
    meldung: `„${value}“ ist kein gültiges Datum.`,
    tipp: gemeint
      ? `Meinten Sie „${gemeint}“?`
      : 'Bitte als Jahr-Monat-Tag schreiben, zum Beispiel 2026-11-01. Den Tag muss es geben.',
  };
}

/** A day, a month or a year, as exactly as it is known: `2026-11-20`, `2026-11`, `2026`. */
export function zeitangabe() {
  return feld<string>((value) =>
    isZeitangabe(value)
      ? { wert: value }
      : {
          meldung: `„${value}“ ist kein Jahr, kein Monat und kein Tag.`,
          tipp: 'Bitte so genau schreiben, wie es bekannt ist: 2026, 2026-11 oder 2026-11-20.',
        },
  );
}

/** A day with its time in Germany, `YYYY-MM-DDTHH:MM`. */
export function zeitpunkt() {
  return feld<string>((value) => {
    const [, tag = '', zeit] = /^(.{10})[T ](([01]\d|2[0-3]):[0-5]\d)$/.exec(value) ?? [];
    if (isDatum(tag)) return { wert: `${tag}T${zeit}` };
    return {
      meldung: `„${value}“ ist kein gültiger Zeitpunkt.`,
      tipp: 'Bitte Tag und Uhrzeit schreiben, zum Beispiel 2026-12-05T15:00.',
    };
  });
}

/** A rule of iCalendar by which a date comes again (RFC 5545, RRULE), as far as the portal understands it. */
export function wiederholung() {
  return feld<string>((value) => {
    const gelesen = parseWiederholung(value);
    return 'wert' in gelesen ? { wert: value } : gelesen;
  });
}

/** A wall-clock time, `HH:MM`, up to `24:00`. */
export function uhrzeit() {
  return feld<string>((value) => {
    if (UHRZEIT.test(value)) return { wert: value };
    const [, stunde = '', minute = '00'] =
      /^(\d{1,2})(?:[:.](\d{2}))?(?: ?Uhr)?$/.exec(value) ?? [];
    const gemeint = `${stunde.padStart(2, '0')}:${minute}`;
    return {
      meldung: `„${value}“ ist keine Uhrzeit.`,
      tipp:
        stunde && UHRZEIT.test(gemeint)
          ? `Meinten Sie „${gemeint}“?`
          : 'Bitte als Stunde:Minute schreiben, zum Beispiel 09:30.',
    };
  });
}

const UHRZEIT = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

interface Grenzen {
  min: number;
  max: number;
  /** The most digits after the point. */
  stellen?: number;
  /** Of what is counted or paid, „keine“ is 0; of a limit it is not. */
  keineIstNull?: true;
}

/** A decimal number with a point, within limits. */
export function zahl(grenzen: Grenzen) {
  return feld<number>(
    (value) => readZahl(value, grenzen),
    grenzen.keineIstNull && 'Meinten Sie „0“?',
  );
}

/** A number, or the word `nie`. */
export function zahlOderNie(grenzen: Grenzen) {
  return feld<number | 'nie'>((value) => {
    if (value === 'nie') return { wert: value };
    const gelesen = readZahl(value, grenzen);
    if ('wert' in gelesen) return gelesen;
    return { ...gelesen, tipp: `${gelesen.tipp} Möglich ist auch „nie“.` };
  });
}

function readZahl(
  value: string,
  { min, max, stellen = 12 }: Grenzen,
): { wert: number } | Ablehnung {
  if (/^-?\d+,\d+$/.test(value)) {
    return {
      meldung: `„${value}“ hat ein Komma.`,
      tipp: `Bitte mit Punkt schreiben: ${value.replace(',', '.')}`,
    };
  }
  if (!/^-?\d{1,9}(\.\d{1,12})?$/.test(value)) {
    return {
      meldung: `„${value}“ ist keine Zahl.`,
      tipp: 'Bitte nur die Zahl schreiben, ohne Einheit und andere Zeichen.',
    };
  }
  if ((value.split('.')[1] ?? '').length > stellen) {
    return {
      meldung:
        stellen === 0
          ? `„${value}“ ist keine ganze Zahl.`
          : `„${value}“ hat mehr als ${stellen} Stellen nach dem Punkt.`,
      tipp: /\.\d{3}$/.test(value)
        ? `Tausender bitte ohne Punkt schreiben: ${value.replace('.', '')}`
        : 'Bitte runden.',
    };
  }
  const wert = Number(value);
  if (wert < min || wert > max)
    return {
      meldung: `${value} liegt nicht zwischen ${min} und ${max}.`,
      tipp: 'Bitte den Wert prüfen.',
    };
  return { wert };
}

/** Amtlicher Gemeindeschlüssel, eight digits; the leading zero stays. */
export function ags() {
  return feld<string>((value) =>
    /^[0-9]{8}$/.test(value)
      ? { wert: value }
      : {
          meldung: `„${value}“ ist kein Gemeindeschlüssel.`,
          tipp: 'Ein Gemeindeschlüssel hat genau acht Ziffern.',
        },
  );
}

/** A German postal code; the leading zero stays. */
export function plz() {
  return feld<string>((value) =>
    /^[0-9]{5}$/.test(value)
      ? { wert: value }
      : {
          meldung: `„${value}“ ist keine Postleitzahl.`,
          tipp: 'Eine Postleitzahl hat genau fünf Ziffern.',
        },
  );
}

/** Numbers that cost more than a call: 0900, 0137, 0138, 118, 0180 and the like, and those of satellites. */
const TEURE_NUMMER = /^\+(49(900|137|138|118|180|12|19)|87[08]|88[123])/;
/** How numbers are written. Without `+` or `0` in front an area code has lost its zero, and which is a guess. */
const NUMMER = /^(\+|\(?0)[\d\u00a0\u202f ()./–-]*\d$/;

/** A phone number that can be called from Germany, stored as E.164 (`+492214710123`). Premium numbers are refused. */
export function telefon() {
  return feld<string>((value) => {
    // Without area code: numbers of social value (116 016, 116 117), six digits in all of Europe, and 115, which authorities answer.
    if (/^(?:115|116 ?\d{3})$/.test(value)) return { wert: value.replace(' ', '') };
    // Other brackets are for the area code: nobody can say whether to dial what is in them.
    if (
      !NUMMER.test(value) ||
      nenntZweiNummern(value) ||
      /\d[ ./–-]*\(/.test(value.replace(/^(?:\+|00)[\d ]{1,6}\(/, ''))
    ) {
      return {
        meldung: `„${value}“ ist nicht genau eine Telefonnummer mit Vorwahl.`,
        tipp: 'Bitte eine Nummer schreiben, die mit 0 oder + beginnt, zum Beispiel 0221 4710123. Anmerkungen und weitere Nummern gehören in den Text.',
      };
    }
    const nummer = parsePhoneNumber(value.replace(/^((?:\+|00)[\d ]{1,6})\(0\)/, '$1'), 'DE');
    if (
      nummer &&
      (TEURE_NUMMER.test(nummer.number) ||
        ['PREMIUM_RATE', 'SHARED_COST', 'PERSONAL_NUMBER'].includes(nummer.getType() ?? ''))
    ) {
      return {
        meldung: `„${value}“ ist eine teure Sondernummer.`,
        tipp: 'Bitte eine normale Nummer angeben.',
      };
    }
    // Those of no country, such as +800, have no area code, and not every network reaches them.
    if (!nummer?.isValid() || !nummer.country || nummer.number.length > MAX_ZIFFERN + 1) {
      return {
        meldung: `„${value}“ ist keine gültige Telefonnummer.`,
        tipp: 'Bitte die Nummer mit Vorwahl prüfen, zum Beispiel 0221 4710123 oder +49 221 4710123.',
      };
    }
    return { wert: nummer.number as string };
  });
}

/**
 * The digits behind the area code of a number as {@link telefon} stores it; undefined where it has none, as mobiles do, and for numbers of
 * other countries.
 */
export function anschluss(nummer: string): string | undefined {
  const gelesen = nummer === '' ? undefined : parsePhoneNumber(nummer);
  if (gelesen?.country !== 'DE' || gelesen.getType() !== 'FIXED_LINE') return undefined;
  return gelesen.formatNational().split(' ').slice(1).join('');
}

/** True for `0221 4710123/24`: a slash anywhere but after the area code stands between two numbers. */
function nenntZweiNummern(value: string): boolean {
  const [vorwahl = '', ...teile] = value.split('/');
  return (
    teile.length > 1 || (teile.length === 1 && vorwahl.replace(/^(\+|00)49|\D/g, '').length > 6)
  );
}

/** A number for emergencies as it is written: a short one that exists, or one that {@link telefon} accepts. */
export function kurzwahl() {
  const nummer = telefon();
  return feld<string>((value) =>
    /^(?:110|112|115|116 ?\d{3}|19 ?222)$/.test(value) || nummer.safeParse(value).success
      ? { wert: value }
      : {
          meldung: `„${value}“ ist keine Rufnummer.`,
          tipp: 'Bitte eine Kurzwahl wie 112 oder eine normale Nummer mit Vorwahl schreiben.',
        },
  );
}

/**
 * What is dialled for a number that {@link kurzwahl} or {@link telefon} accepts: as telefon stores it, or the short number without spaces.
 * @example gewaehlt('+49 (0)228 635369') // '+49228635369'
 */
export function gewaehlt(nummer: string): string {
  return telefon().safeParse(nummer).data ?? nummer.replaceAll(' ', '');
}

/** A bare mail address. */
export function email() {
  return feld<string>((value) => {
    if (value.length > MAX_EMAIL)
      return { meldung: 'Das ist viel länger als eine E-Mail-Adresse.', tipp: 'Bitte prüfen.' };
    if (istAdresse(value)) return { wert: value };
    return { meldung: `„${value}“ ist keine E-Mail-Adresse.`, tipp: tippAdresse(value) };
  });
}

function istAdresse(value: string): boolean {
  const [name = '', host = ''] = value.split('@');
  return (
    z.email().safeParse(value).success &&
    !/[?&%]/.test(value) &&
    name.length <= 64 &&
    istOeffentlicherHost(host.toLowerCase())
  );
}

/**
 * An address that begins where the value, a bracket or `mailto:` does, and ends with it or before the next address. Of `frauen haus@x.de`,
 * the part behind the space may well be the address of somebody else.
 */
const GENAU_EINE =
  /(?:^|[<([:"'„“])\s*([^\s<>()[\]?:,;/"'„“”]+@[^\s<>()[\]?:,;/"'„“”]+)\s*(?:$|[>)\]?"'“”]|(?:[,;/]|und|oder)?\s*[^\s@]+@)/;

function tippAdresse(value: string): string {
  const mitAt = value.replace(/\s*[([]\s*at\s*[)\]]\s*/i, '@');
  const gemeint = GENAU_EINE.exec(mitAt)?.[1];
  const verbunden = mitAt.replace(/\s*@\s*/, '@');
  if (gemeint === undefined && istAdresse(verbunden))
    return `Eine Adresse hat keine Leerzeichen. Meinten Sie „${verbunden}“?`;
  return `Bitte genau eine Adresse schreiben, ohne Leerzeichen und Umlaute: ${gemeint !== undefined && gemeint !== value && istAdresse(gemeint) ? gemeint : 'zum Beispiel kontakt@verein.de'}`;
}

/** The name of a server on the internet, as browsers write it. */
export const HOST = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]+)$/;
/**
 * Endings that lead nowhere on the internet, or only for some: RFC 6761, 6762, 7686, 8375, 9476, and what routers and offices use.
 * `example` and `test` lead nowhere, either, but are for examples and tests; the check of links names them.
 */
const KEINE_ENDUNG =
  /\.(alt|arpa|corp|home|internal|intranet|invalid|lan|local|localdomain|localhost|onion|private)$/;

/** @param host in lower case, as browsers write it */
function istOeffentlicherHost(host: string): boolean {
  return host.length <= 253 && HOST.test(host) && !KEINE_ENDUNG.test(host);
}

/** A public web address with `http` or `https`, without user name, and no address of a machine. */
export function webadresse() {
  return feld<string>((value) => {
    const tipp = 'Bitte die ganze Adresse schreiben, zum Beispiel https://www.verein.de/kurse';
    if (!/^https?:\/\//i.test(value)) {
      const gemeint = `https://${value.replace(/^\W+/, '')}`;
      return {
        meldung: `„${value}“ ist keine Webadresse, die mit https:// oder http:// beginnt.`,
        tipp: z.httpUrl().safeParse(gemeint).success ? `Meinten Sie „${gemeint}“?` : tipp,
      };
    }
    const url = URL.parse(value);
    // Nor what nobody sees: invisible letters, and line breaks for the server it leads to.
    if (!url || /[\s\\"<>\p{Cf}]|%[01][0-9a-f]|%7f/iu.test(value))
      return { meldung: `„${value}“ ist keine vollständige Webadresse.`, tipp };
    if (url.username || url.password) {
      return {
        meldung: 'Vor der Adresse steht ein Benutzername mit „@“; das täuscht über das Ziel.',
        tipp,
      };
    }
    // As written, for a browser reads `%76erein。de` as `verein.de`.
    const host = value.split('/')[2]!.replace(/(:\d*)?([?#].*)?$/, '');
    if (
      host === '' ||
      !istOeffentlicherHost(url.hostname) ||
      /[^\p{L}\p{M}\p{N}.-]/u.test(host) ||
      host.normalize('NFKC') !== host
    ) {
      return { meldung: `„${host}“ ist keine öffentliche Internetadresse.`, tipp };
    }
    return alsUri(value).length > MAX_LAENGE ? ZU_LANG : { wert: value };
  });
}

const URI = /^(?:[\w!#$&'()*+,./:;=?@~-]|%[0-9a-f]{2})+$/i;

/** An address as a URI (RFC 3986): editors may write letters that only browsers take. */
export function alsUri<T extends string | undefined>(adresse: T): T {
  if (adresse === undefined || URI.test(adresse)) return adresse;
  const { href } = new URL(adresse);
  return href.replace(/%(?![0-9a-f]{2})|["<>\\^`{|}[\]]/gi, encodeURIComponent) as T;
}

/**
 * A list without doubles; a single value counts as a list of one.
 * @param schluessel what makes two entries the same; by default all of it
 */
export function liste<T extends z.ZodType>(
  element: T,
  schluessel = ganzerEintrag as (wert: z.output<T>) => string,
) {
  return z
    .preprocess(
      (value) => (Array.isArray(value) || value === '' || value === undefined ? value : [value]),
      z.array(element),
    )
    .check((ctx) => {
      const melde = (message: string, tipp: string) =>
        ctx.issues.push({ code: 'custom', message, params: { tipp }, input: ctx.value });
      if (ctx.value.length === 0)
        melde('Die Liste ist leer.', 'Bitte einen Wert eintragen oder die Zeile löschen.');
      const seen = new Set<string>();
      for (const key of ctx.value.map(schluessel)) {
        if (seen.has(key))
          melde(
            `${key.startsWith('{') ? 'Ein Eintrag' : `„${key}“`} steht doppelt in der Liste.`,
            'Bitte einen der beiden Einträge löschen.',
          );
        seen.add(key);
      }
    });
}

/** A list as {@link liste}, no longer than others take it. */
export function kurzeListe<T extends z.ZodType>(element: T) {
  return liste(element).refine((eintraege) => eintraege.length <= MAX_LISTE, {
    message: `Die Liste ist zu lang; erlaubt sind ${MAX_LISTE} Einträge.`,
    params: { tipp: 'Bitte kürzen.' },
  });
}

function ganzerEintrag(wert: unknown): string {
  return typeof wert === 'string' ? wert : JSON.stringify(wert);
}

/** Values per language: a plain value is German, a map says which (`{ de: Kurs, en: Course }`). */
function inSprachen<T extends z.ZodType>(element: T) {
  return z.preprocess(
    (value) => (typeof value === 'string' || Array.isArray(value) ? { de: value } : value),
    z.record(seitensprache(), element),
  );
}

/** A text per language; German is the one that others fall back to. */
export function jeSprache<T extends z.ZodType>(element: T) {
  return inSprachen(element).refine((texte) => texte['de'] !== undefined, {
    message: 'Die deutsche Fassung (de) fehlt.',
    params: { tipp: 'Bitte ergänzen: { de: …, en: … }' },
  });
}

/** A label with a German text and others where they exist. */
export function bezeichnung() {
  return jeSprache(text(120));
}

/** Words people search for, per language; they are never shown. */
export function suchwoerter() {
  return inSprachen(liste(suchwort()));
}

/** One word or phrase; several in one text would be looked for as one. */
export function suchwort() {
  return text(80).refine((wort) => !/[,;|]/.test(wort), {
    message: 'Hier stehen mehrere Wörter in einem Eintrag.',
    params: { tipp: 'Mehrere Wörter gehören in eckige Klammern: [Sofa, Sessel]' },
  });
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
