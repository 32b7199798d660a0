/** What two texts say to call, to write to or to open: a translation must say the same as the German. */
import { lateinischeZiffern } from '../domain/ziffern.ts';
import { alleKnoten, isBauteil, parseMarkdown, parseMdx } from './parse-markdown.ts';
import { zeilenVon } from './text-auszug.ts';

/** How a text is written: as it stands, or in Markdown. */
type Form = 'text' | 'markdown';

/** Digits that read as one number, whatever stands between them. */
const NUMMER = /\d(?:[^\p{L}\p{N}\n]{0,2}\d){2,}/gu;
/** Where one of several numbers ends that read as one: before the next, a bracket, behind a day. `+49 (2241) 4710` is one. */
const NAECHSTE =
  /[^\d\s./()\p{Pd}]|(?<!\d)(?=0\d\d)|(?<!49\s?)\((?!0\))|(?<=\d\.\d{1,2}\.(?:\d{4})?)\s?\p{Pd}/u;
/** Web and mail addresses; `St.Anna` is a missing space, no address. */
const ADRESSE =
  /(?<![\p{L}\d.+_-])(?:[\p{L}\d.+_-]{1,64}@[\p{L}\d.-]{1,100}|(?:[\p{L}\d-]{1,63}\.){1,6}(?!\p{Lu}\p{Ll})\p{L}{2,63})/gu;
/** A time or a span of times that stands by itself: `9.00-12.30`. */
export const UHRZEIT =
  /(?<![\d.:/+-]|[\d/+-] )(?:[01]?\d|2[0-4])[.:][0-5]\d(?: ?[-–] ?(?:[01]?\d|2[0-4])[.:][0-5]\d)?(?!\d|[.:]\d|[ /-]{1,2}\d)/g;
/** A date in digits, whatever order its parts have. */
const DATUM = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/;
const MONATE =
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');

interface Angaben {
  /** All digits that stand together, and the month of each name of a month. */
  zahlen: ReadonlySet<string>;
  nummern: string[];
  /** What can be dialled, of each number and of those that read as one. */
  gewaehlt: ReadonlySet<string>;
  /** The groups of digits of each number, in their order: ` 02241 123456 | 116 016 `. */
  gruppen: string;
  adressen: string[];
  /** Targets of its links, and components with what they refer to. */
  ziele: string[];
}

/** The text with digits of every script as 0–9, and without characters that nobody sees. */
export function lesbarerText(text: string): string {
  // Browsers take the ideographic full stop of an address for a dot.
  return lateinischeZiffern(text.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replaceAll('。', '.');
}

/**
 * The first number, address, link target or component of a translation that its German text lacks. Times of day and dates may be
 * written in another way.
 */
export function fremdeAngabe(text: string, deutsch: string, form: Form): string | undefined {
  const hier = angabenVon(text, form);
  const dort = angabenVon(deutsch, form);
  return (
    hier.ziele.find((ziel) => !dort.ziele.includes(ziel)) ??
    hier.nummern.find((nummer) => !steht(nummer, dort)) ??
    hier.adressen.find((adresse) => !dort.adressen.includes(adresse))
  );
}

/** The first phone number, address, link target or component of the German text that its translation lacks. */
export function fehlendeAngabe(text: string, deutsch: string, form: Form): string | undefined {
  const hier = angabenVon(text, form);
  const dort = angabenVon(deutsch, form);
  return (
    dort.ziele.find((ziel) => !hier.ziele.includes(ziel))?.replace(/^(?:mailto|tel):/, '') ??
    dort.nummern.find((nummer) => isWaehlbar(nummer) && !steht(nummer, hier)) ??
    dort.adressen.find((adresse) => !hier.adressen.includes(adresse))
  );
}

/** The first digits of a text that stand nowhere in another. */
export function fremdeZiffern(text: string, deutsch: string): string | undefined {
  const zahlen = new Set(lesbarerText(deutsch).match(/\d+/g));
  return lesbarerText(text)
    .match(/\d+/g)
    ?.find((zahl) => !zahlen.has(zahl));
}

/** A German text is compared with its translation into every language, and parsing is slow. */
const bekannt = new Map<string, Angaben>();

function angabenVon(text: string, form: Form): Angaben {
  const key = `${form}\n${text}`;
  let angaben = bekannt.get(key);
  if (!angaben) bekannt.set(key, (angaben = liesAngaben(text, form)));
  return angaben;
}

function liesAngaben(text: string, form: Form): Angaben {
  const mdx = form === 'markdown' && /^<\/?[A-Z]/m.test(text);
  const lesbar = lesbarerText(form === 'markdown' ? zeilenVon(text, mdx) : text);
  const ohneZeiten = lesbar.replace(UHRZEIT, (zeit) => 'x'.repeat(zeit.length));
  const nummern = [...ohneZeiten.matchAll(NUMMER)].map(String);
  return {
    zahlen: new Set([
      ...(lesbar.match(/\d+/g) ?? []),
      ...MONATE.flatMap((name, i) => (lesbar.includes(name) ? [String(i + 1)] : [])),
    ]),
    nummern,
    gewaehlt: new Set(
      nummern.flatMap((nummer) => [nummer, ...nummer.split(NAECHSTE)]).map(waehlbar),
    ),
    gruppen: [...lesbar.matchAll(NUMMER)].map(([nummer]) => alsGruppen(nummer)).join('|'),
    ziele: form === 'markdown' ? zieleVon(text, mdx) : [],
    adressen: [...lesbar.matchAll(ADRESSE)].map(([adresse]) =>
      adresse.toLowerCase().replace(/[.-]+$/, ''),
    ),
  };
}

function zieleVon(text: string, mdx: boolean): string[] {
  const ziele: string[] = [];
  try {
    for (const node of alleKnoten(mdx ? parseMdx(text) : parseMarkdown(text))) {
      if ('url' in node) ziele.push(node.url);
      if (isBauteil(node) && (node.name === 'Kontakt' || node.name === 'Angebote'))
        ziele.push(`<${[node.name, ...node.attributes.map(formatAttribut).sort()].join(' ')}>`);
    }
  } catch {
    // A page that cannot be read is a finding of the rule `seiten`.
  }
  return ziele;
}

function formatAttribut({ name, value }: { name: string; value?: unknown }): string {
  return `${name}="${String(value)}"`;
}

function steht(nummer: string, dort: Angaben): boolean {
  const teile = nummer.match(/\d+/g) ?? [];
  if (DATUM.test(nummer))
    return teile.every((teil) => schreibweisen(teil).some((zahl) => dort.zahlen.has(zahl)));
  if (dort.gewaehlt.has(waehlbar(nummer))) return true;
  const einzelne = nummer.split(NAECHSTE);
  if (einzelne.length > 1) return einzelne.every((eine) => steht(eine, dort));
  // The area code of one number and the rest of another make a third, which is nobody's.
  if (isWaehlbar(nummer)) return dort.gruppen.includes(alsGruppen(nummer));
  return teile.every((teil) => dort.zahlen.has(teil));
}

function alsGruppen(nummer: string): string {
  return ` ${nummer.replace(/\D+/g, ' ').trim()} `;
}

/** `03` and `3` are the same day, `26` and `2026` the same year. */
function schreibweisen(teil: string): string[] {
  return [teil, String(Number(teil)), `20${teil}`];
}

/** The digits of a number, the same with and without the country in front, and with „+49 (0)“. */
function waehlbar(nummer: string): string {
  return nummer.replace(/\D/g, '').replace(/^(?:(?:00)?49(?=\d{7}))?0?/, '');
}

/** What somebody could dial: 110, 116 016 or longer; no year, no date, no price. */
function isWaehlbar(nummer: string): boolean {
  const ziffern = nummer.replace(/\D/g, '');
  return (
    !DATUM.test(nummer) &&
    (/^(?:11\d|116\d{3})$/.test(ziffern) || (/^(?:0|49)/.test(ziffern) && ziffern.length >= 6))
  );
}
