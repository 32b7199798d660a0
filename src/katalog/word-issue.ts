/** Turns what zod found into sentences an editor understands. */
import { z } from 'zod';
import type { Pfad } from '../domain/befund.ts';
import { alsKennung, tippMeintenSie, werteAus } from '../domain/naechster-wert.ts';

export interface Gewortet {
  pfad: Pfad;
  meldung: string;
  tipp?: string;
}

type Issue = z.core.$ZodIssue;

/**
 * @param issue one of zod's issues, reported with its input
 * @param schema what the whole entry was parsed with
 * @param prefix path of the part of the entry the issue's own path begins at
 * @returns one or more findings, each at the field it is about
 */
export function wordIssue(issue: Issue, schema: z.ZodType, prefix: Pfad = []): Gewortet[] {
  const pfad = [...prefix, ...(issue.path as Pfad)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return wordUnbekannte(issue, schema, pfad);
    case 'invalid_union':
      return wordUnion(issue, schema, pfad);
    case 'invalid_type':
      return [{ pfad, ...wordType(issue, pfad, knownKeys(schema, pfad)) }];
    case 'invalid_key':
      return issue.issues.flatMap((inner) =>
        wordIssue(inner as Issue, schema, pfad).map((found) => ({ ...found, pfad })),
      );
    case 'too_small':
    case 'too_big':
      return [
        {
          pfad,
          meldung: 'Hier werden genau zwei Werte erwartet.',
          tipp: 'Bitte so schreiben: [kleinster, größter]',
        },
      ];
    case 'custom':
      return [{ pfad, meldung: issue.message, tipp: issue.params?.['tipp'] }];
    default:
      return [{ pfad, meldung: 'Der Wert passt hier nicht.', tipp: VERGLEICHEN }];
  }
}

/** Fields that do not exist. What a comma in braces has cut off a value looks like one, too: then the value is what is wrong. */
function wordUnbekannte(
  { keys, input }: Extract<Issue, { code: 'unrecognized_keys' }>,
  schema: z.ZodType,
  pfad: Pfad,
): Gewortet[] {
  const eintrag = (input ?? {}) as Record<string, unknown>;
  const bekannte = knownKeys(schema, pfad);
  const reste = keys.filter(
    (key) =>
      pfad.length > 0 &&
      eintrag[key] === '' &&
      !/^[a-z_]+$/.test(key) &&
      !bekannte.includes(alsKennung(key)),
  );
  const werte = zerteilteWerte(eintrag, reste, (feld, wert) =>
    schemasAn(schema, [...pfad, feld]).some((eines) => z.safeParse(eines, wert).success),
  );
  return [
    ...werte.map(({ feld, geschrieben }) => ({
      pfad: [...pfad, feld],
      meldung:
        'In geschweiften Klammern trennt das Komma zwei Felder; hier steht es in einem Wert.',
      tipp: `Bitte ${geschrieben.startsWith('"') ? 'in Anführungszeichen setzen' : 'mit Punkt schreiben'}: ${feld}: ${geschrieben}`,
    })),
    ...keys
      .filter((key) => !werte.some((wert) => wert.reste.includes(key)))
      .map((key) => ({
        pfad: [...pfad, key],
        meldung: `Ein Feld „${key}“ gibt es hier nicht.`,
        tipp: reste.includes(key) ? KOMMA : tippFeld(key, schema, pfad),
      })),
  ];
}

const KOMMA =
  'In geschweiften Klammern trennt das Komma zwei Felder, und jedes braucht einen Doppelpunkt. Ein Text mit Komma gehört in Anführungszeichen; eine Kommazahl hat einen Punkt: 2.50.';

/** A value that commas have cut into pieces, what they cut off, and how it is written as one. */
interface ZerteilterWert {
  feld: string;
  reste: string[];
  geschrieben: string;
}

/** @param passt whether a field can have a value: nothing else is proposed */
function zerteilteWerte(
  eintrag: Readonly<Record<string, unknown>>,
  reste: readonly string[],
  passt: (feld: string, wert: string) => boolean,
): ZerteilterWert[] {
  const felder = Object.keys(eintrag);
  const alle = felder.flatMap((feld, i): ZerteilterWert[] => {
    const anfang = eintrag[feld];
    if (typeof anfang !== 'string' || reste.includes(feld)) return [];
    // An object puts numbers first: nothing says behind which value they stood, but that there they make a number.
    const zahlen = reste
      .filter((rest) => /^\d+$/.test(rest) && /^-?\d+$/.test(anfang))
      .map((rest) => ({ feld, reste: [rest], geschrieben: `${anfang}.${rest}` }))
      .filter(({ geschrieben }) => passt(feld, geschrieben));
    if (zahlen.length > 0) return zahlen;
    const danach = felder.slice(i + 1);
    const ende = danach.findIndex((naechstes) => !reste.includes(naechstes));
    const worte = danach.slice(0, ende === -1 ? undefined : ende);
    const text = [anfang, ...worte].join(', ');
    return worte.length > 0 && !/["\\]/.test(text) && passt(feld, text)
      ? [{ feld, reste: worte, geschrieben: `"${text}"` }]
      : [];
  });
  return alle.filter(
    (einer) => alle.filter(({ reste: [rest] }) => rest === einer.reste[0]).length === 1,
  );
}

/** Where a field belongs that stands one level too far left, else the nearest name. */
function tippFeld(key: string, schema: z.ZodType, pfad: Pfad): string {
  const bekannte = knownKeys(schema, pfad);
  const eltern = bekannte.filter((feld) =>
    [[], [0]].some((index) => knownKeys(schema, [...pfad, feld, ...index]).includes(key)),
  );
  return eltern.length > 0
    ? `„${key}“ ist ein Unterfeld von ${eltern.join(' oder ')}; bitte dort eingerückt schreiben.`
    : tippMeintenSie(key, bekannte);
}

const VERGLEICHEN = 'Bitte mit einer vorhandenen Datei vergleichen.';

/** Of several allowed forms, the one whose shape the author used: its complaints are the helpful ones. */
function wordUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  schema: z.ZodType,
  pfad: Pfad,
): Gewortet[] {
  const branches = issue.errors as Issue[][];
  const meant = branches.find(
    (issues) => !issues.some((i) => i.code === 'invalid_type' && i.path.length === 0),
  );
  const felder = knownKeys(schema, pfad);
  if (!meant)
    return [
      {
        pfad,
        meldung: `Der Wert hat hier nicht die richtige Form${gefunden(issue.input)}.`,
        tipp: tippUnterfelder(felder),
      },
    ];
  const auch =
    typeof issue.input === 'string' && felder.length > 0
      ? ` Möglich sind auch Unterfelder: ${felder.join(', ')}.`
      : '';
  return meant
    .flatMap((inner) => wordIssue(inner, schema, pfad))
    .map((found) => (auch ? { ...found, tipp: mitPunkt(found.tipp) + auch } : found));
}

function mitPunkt(satz = ''): string {
  return satz.replace(/[^.?!]$/, '$&.');
}

function tippUnterfelder(felder: readonly string[]): string {
  if (felder.length === 0) return VERGLEICHEN;
  const beispiel = felder.slice(0, 2).map((feld) => `${feld}: …`);
  return `Bitte so schreiben: { ${beispiel.join(', ')} }. Möglich sind: ${felder.join(', ')}.`;
}

/** What was found instead, in brackets. */
function gefunden(input: unknown): string {
  const flach = Array.isArray(input) && input.every((teil) => typeof teil === 'string');
  const text = flach ? input.join(', ') : input;
  if (typeof text !== 'string' || text === '') return '';
  return ` (gefunden: „${text.length > 60 ? `${text.slice(0, 60)}…` : text}“)`;
}

function wordType(
  issue: Extract<Issue, { code: 'invalid_type' }>,
  pfad: Pfad,
  felder: readonly string[],
): Omit<Gewortet, 'pfad'> {
  const feld = String(pfad.at(-1) ?? '');
  if (issue.input === undefined) {
    return {
      meldung: `Das Pflichtfeld „${feld}“ fehlt.`,
      tipp: `Bitte eine Zeile ergänzen: ${feld}: …`,
    };
  }
  if (issue.input === '') {
    return {
      meldung: 'Das Feld ist leer.',
      tipp: 'Bitte einen Wert eintragen oder die Zeile löschen.',
    };
  }
  switch (issue.expected) {
    case 'string':
      return {
        meldung: `Hier wird ein einzelner Wert erwartet, keine Liste und keine Unterfelder${gefunden(issue.input)}.`,
        tipp:
          statt(issue.input, pfad) ??
          'Bitte nur einen Wert schreiben. Beginnt ein Text mit [ oder {, bitte in Anführungszeichen setzen.',
      };
    case 'array':
      return {
        meldung: `Hier wird eine Liste erwartet${gefunden(issue.input)}.`,
        tipp: 'Bitte so schreiben: [erster, zweiter]',
      };
    default:
      return {
        meldung: `Hier werden Unterfelder erwartet, jedes mit seinem Namen${gefunden(issue.input)}.`,
        tipp: tippUnterfelder(felder),
      };
  }
}

/** `{familie, sprache}` is a list in the wrong brackets; undefined for anything else, or where there can be no list. */
function statt(input: unknown, pfad: Pfad): string | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return undefined;
  if (typeof pfad.at(-1) !== 'number' || Object.values(input).some((wert) => wert !== ''))
    return undefined;
  return `Listen stehen in eckigen Klammern: [${Object.keys(input).flatMap(werteAus).join(', ')}]`;
}

/** The fields a schema knows at a path: what a misspelt name can have meant. */
export function knownKeys(schema: z.core.$ZodType, pfad: Pfad): string[] {
  return schemasAn(schema, pfad).flatMap(feldnamen);
}

function feldnamen(schema: z.core.$ZodType): string[] {
  const { shape = {} } = defVon(schema);
  return umhuellt(schema)?.flatMap(feldnamen) ?? Object.keys(shape);
}

/** What a value at a path is parsed with: several where there is a choice. */
function schemasAn(schema: z.core.$ZodType, pfad: Pfad): z.core.$ZodType[] {
  const [first, ...rest] = pfad;
  if (first === undefined) return [schema];
  const innen = umhuellt(schema);
  if (innen) return innen.flatMap((eines) => schemasAn(eines, pfad));
  const { shape, element, valueType } = defVon(schema);
  const next = shape ? shape[String(first)] : (element ?? valueType);
  return next ? schemasAn(next, rest) : [];
}

/** The schemas that another only chooses from, or adds something to; undefined where it is one of its own. */
function umhuellt(schema: z.core.$ZodType): z.core.$ZodType[] | undefined {
  const { innerType, options, in: davor, out: danach } = defVon(schema);
  if (innerType) return [innerType];
  return options ?? (davor && danach && [davor, danach]);
}

function defVon(schema: z.core.$ZodType) {
  return schema._zod.def as {
    shape?: Record<string, z.core.$ZodType>;
    element?: z.core.$ZodType;
    valueType?: z.core.$ZodType;
    innerType?: z.core.$ZodType;
    out?: z.core.$ZodType;
    in?: z.core.$ZodType;
    options?: z.core.$ZodType[];
  };
}
