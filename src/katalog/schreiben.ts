/**
 * Writes content files; `parse-document` is its other half. What nobody changes stays as its author wrote it, letter by letter:
 * a file is cut into its fields, and only those that change are written anew.
 */
import {
  CST,
  Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Pair,
  parseDocument as parseYamlDocument,
  Scalar,
  visit,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { anbieterSchema } from '../domain/anbieter.ts';
import { angebotSchema } from '../domain/angebot.ts';
import { kontakteSchema } from '../domain/ansprechstelle.ts';
import type { Pfad } from '../domain/befund.ts';
import { ortDateiSchema } from '../domain/ort.ts';
import { projektSchema } from '../domain/projekt.ts';
import { parseDocument, parseYamlFile } from './parse-document.ts';
import { knownKeys } from './word-issue.ts';

const SCHEMATA = {
  angebot: angebotSchema,
  anbieter: anbieterSchema,
  ort: ortDateiSchema,
  projekt: projektSchema,
  kontakte: kontakteSchema,
} as const;

/** Kinds of files that are written. */
export type SchreibArt = keyof typeof SCHEMATA;

/** Whether files of a kind are written, by the name that `content-files` has for it. */
export function isSchreibArt(art: string): art is SchreibArt {
  return Object.hasOwn(SCHEMATA, art);
}

/** Kinds whose fields stand above a text. */
function isMarkdown(art: SchreibArt): boolean {
  return art === 'angebot' || art === 'projekt';
}

/**
 * A new file.
 * @param felder values as texts, numbers, `true`/`false` (written as `ja`/`nein`), lists and maps of such; `undefined` leaves a field out
 * @param text Markdown of an offer or project
 * @returns front matter and text where the kind has one, plain YAML else; the fields in the order of the schema
 */
export function formatEintrag(
  art: SchreibArt,
  felder: Readonly<Record<string, unknown>>,
  text = '',
): string {
  const kopf = formatFelder(art, felder);
  if (!isMarkdown(art)) return kopf;
  const rumpf = text
    .replace(/\r\n?/g, '\n')
    .replace(/^(\s*\n)+/, '')
    .trimEnd();
  return `---\n${kopf}---\n${rumpf ? `\n${rumpf}\n` : ''}`;
}

/**
 * The same file with fields set. Everything else stays as it is: comments, order, spelling, line ends. A new field comes at its
 * canonical place; comments above a removed one stay.
 * @param felder top-level fields and their values as for {@link formatEintrag}; `undefined` removes a field
 * @throws Error with a German sentence where the file cannot be read as what it is, or has no lines that begin with a field
 */
export function setzeFelder(
  art: SchreibArt,
  datei: string,
  felder: Readonly<Record<string, unknown>>,
): string {
  const teile = zerlege(art, datei);
  const { abschnitte } = teile;
  for (const [feld, wert] of Object.entries(felder)) {
    const index = abschnitte.findIndex((abschnitt) => abschnitt.feld === feld);
    if (index >= 0 && wert === undefined) {
      const [{ davor }] = abschnitte.splice(index, 1) as [Abschnitt];
      const next = abschnitte[index];
      if (next) next.davor = davor + next.davor;
      else teile.danach = davor + teile.danach;
    } else if (index >= 0) {
      aendereFeld(teile, abschnitte[index]!, (alt) => setzeWert(art, alt, wert, [feld]));
    } else if (wert !== undefined) {
      const namen = abschnitte.map((abschnitt) => abschnitt.feld);
      abschnitte.splice(platzFuer(feld, namen, ordnung(art, [])), 0, {
        feld,
        davor: '',
        quelle: mitZeilenende(formatFelder(art, { [feld]: wert }), teile.zeilenende),
      });
    }
  }
  return fuegeZusammen(teile, datei);
}

/**
 * The same file with its fields in the order of the schema, comments kept with the fields they stand above; the very same string
 * where nothing is to do.
 * @throws Error with a German sentence where the file cannot be read as what it is, or has no lines that begin with a field
 */
export function ordneDatei(art: SchreibArt, datei: string): string {
  const teile = zerlege(art, datei);
  for (const abschnitt of teile.abschnitte) {
    aendereFeld(teile, abschnitt, (alt) => {
      ordneKnoten(art, alt, [abschnitt.feld]);
      return alt;
    });
  }
  const rang = rangIn(ordnung(art, []));
  teile.abschnitte.sort((a, b) => rang(a.feld) - rang(b.feld));
  return fuegeZusammen(teile, datei);
}

/** A file cut into its top-level fields; put together again, the pieces are the file. */
interface Teile {
  /** What stands before the first field: `---`, comments about the whole file. */
  davor: string;
  abschnitte: Abschnitt[];
  /** What stands after the last field, the text included. */
  danach: string;
  zeilenende: string;
}

interface Abschnitt {
  feld: string;
  /** Comments and empty lines above the field. */
  davor: string;
  /** The field's own lines. */
  quelle: string;
}

function zerlege(art: SchreibArt, datei: string): Teile {
  const parse = isMarkdown(art) ? parseDocument : parseYamlFile;
  const { befunde } = parse('', new TextEncoder().encode(datei));
  if (befunde[0])
    throw new Error(
      `Die Datei lässt sich nicht lesen und bleibt, wie sie ist. Zeile ${befunde[0].zeile}: ${befunde[0].meldung}`,
    );
  const [, anfang = '', kopf = '', ende = ''] = (
    isMarkdown(art) ? /^(\ufeff?---\r?\n)([^]*?\n)(---[^]*)$/ : /^(\ufeff?)([^]*)()$/
  ).exec(datei)!;
  const map = liesKopf(kopf).contents;
  const start = map?.range?.[0] ?? 0;
  // Only fields that begin their line can be cut out.
  if (
    !isMap<Scalar, Node | null>(map) ||
    map.flow ||
    !/(^|\n)$/.test(kopf.slice(0, start)) ||
    !map.items.every(isFeld)
  )
    throw new Error(
      'Die Datei lässt sich nicht ändern und bleibt, wie sie ist: Jedes Feld muss am Anfang einer eigenen Zeile stehen, als „name: Wert“.',
    );

  const abschnitte = map.items.map((pair): Abschnitt => {
    const token = pair.srcToken!;
    const davor = token.start.map(({ source }) => source).join('');
    const quelle = CST.stringify(token).slice(davor.length);
    return { feld: String(pair.key.value), davor, quelle };
  });
  const laenge = abschnitte.reduce(
    (summe, { davor, quelle }) => summe + davor.length + quelle.length,
    0,
  );
  // A comment right above the first field goes with it; one with an empty line below it is about the file.
  const vorspann = kopf.slice(0, start).split(/(?<=\n)/);
  const eigener = vorspann.findLastIndex((zeile) => !/^\s*#/.test(zeile)) + 1;
  abschnitte[0]!.davor = vorspann.slice(eigener).join('') + abschnitte[0]!.davor;
  return {
    davor: anfang + vorspann.slice(0, eigener).join(''),
    abschnitte,
    danach: kopf.slice(start + laenge) + ende,
    zeilenende: datei.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** `name: value`, and not `? name` or `: value`. */
function isFeld({ key, srcToken }: Pair<Scalar, Node | null>): boolean {
  return (
    String(key.value) !== '' && !srcToken!.start.some(({ type }) => type === 'explicit-key-ind')
  );
}

/** @param vorbild the file as it was: it decides whether the last line is ended */
function fuegeZusammen(teile: Teile, vorbild: string): string {
  const { davor, abschnitte, danach, zeilenende } = teile;
  const felder = abschnitte
    .map(({ davor, quelle }) => davor + quelle)
    .map((stueck) => (stueck.endsWith('\n') ? stueck : stueck + zeilenende));
  const alles = davor + felder.join('') + danach;
  return vorbild.endsWith('\n') || danach !== '' ? alles : alles.replace(/\r?\n$/, '');
}

function mitZeilenende(zeilen: string, zeilenende: string): string {
  return zeilen.replace(/\r?\n/g, zeilenende);
}

/** Writes a field anew, unless its value stays what it is. */
function aendereFeld(
  { zeilenende }: Teile,
  abschnitt: Abschnitt,
  aendere: (alt: Node | null) => Node | null,
): void {
  const doc = liesKopf(abschnitt.quelle);
  const pair = (doc.contents as YAMLMap<Scalar, Node | null>).items[0]!;
  const vorher = JSON.stringify(doc.toJS());
  pair.value = aendere(pair.value);
  if (JSON.stringify(doc.toJS()) !== vorher)
    abschnitt.quelle = mitZeilenende(formatDocument(doc), zeilenende);
}

function formatFelder(art: SchreibArt, felder: Readonly<Record<string, unknown>>): string {
  const doc = liesKopf('');
  doc.contents = createMap(art, felder, []);
  return formatDocument(doc);
}

/** YAML as the reader reads it: every value a text. */
function liesKopf(kopf: string): Document<Node> {
  return parseYamlDocument(kopf, {
    schema: 'failsafe',
    merge: false,
    prettyErrors: false,
    keepSourceTokens: true,
  }) as Document<Node>;
}

function formatDocument(doc: Document<Node>): string {
  // Lists are written `[a, b]`, maps `{ a: b }`; the package has one setting for both.
  visit(doc, {
    // `{ wc: }`
    Pair(_, pair) {
      pair.value ??= new Scalar('');
    },
    Seq(_, seq) {
      seq.toString = (ctx, ...rest) =>
        YAMLSeq.prototype.toString.call(seq, { ...ctx!, flowCollectionPadding: '' }, ...rest);
    },
    Map(_, map) {
      map.toString = (ctx, ...rest) =>
        YAMLMap.prototype.toString.call(map, { ...ctx!, flowCollectionPadding: ' ' }, ...rest);
    },
  });
  return doc.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity });
}

/**
 * A value in the place of another, as little changed as can be: comments and spelling of the parts that stay the same remain.
 * @param alt is changed
 */
function setzeWert(art: SchreibArt, alt: Node | null, wert: unknown, pfad: Pfad): Node {
  if (isMap<Scalar, Node | null>(alt) && isRecord(wert)) {
    alt.items = alt.items.filter(({ key }) => wert[String(key.value)] !== undefined);
    for (const [name, teil] of Object.entries(wert)) {
      if (teil === undefined) continue;
      const pair = alt.items.find(({ key }) => String(key.value) === name);
      if (pair) pair.value = setzeWert(art, pair.value, teil, [...pfad, name]);
      else {
        const namen = alt.items.map(({ key }) => String(key.value));
        alt.items.splice(
          platzFuer(name, namen, ordnung(art, pfad)),
          0,
          createPair(art, name, teil, pfad),
        );
      }
    }
    return alt;
  }
  if (isSeq<Node>(alt) && Array.isArray(wert)) {
    const vorher = alt.items;
    alt.items = wert.map((teil, i) => {
      const gleiche = vorher.find((node) => hatWert(node, teil));
      if (gleiche) return gleiche;
      // The entry at the same place is the same one only if none was added or taken away before it.
      const hier = vorher.length === wert.length ? vorher[i]! : null;
      const andere = hier && wert.some((anderer) => hatWert(hier, anderer));
      return setzeWert(art, andere ? null : hier, teil, [...pfad, i]);
    });
    return alt;
  }
  if (alt && hatWert(alt, wert)) return alt;
  const neu = createNode(art, wert, pfad);
  neu.comment = alt?.comment;
  neu.commentBefore = alt?.commentBefore;
  return neu;
}

/** True where a node says a value already, in whatever spelling: `7.2070` is 7.207. */
function hatWert(node: Node | null, wert: unknown): boolean {
  if (isMap<Scalar, Node | null>(node)) {
    const teile = isRecord(wert)
      ? Object.keys(wert).filter((name) => wert[name] !== undefined)
      : [];
    return (
      isRecord(wert) &&
      teile.length === node.items.length &&
      node.items.every(({ key, value }) => hatWert(value, wert[String(key.value)]))
    );
  }
  if (isSeq<Node>(node))
    return (
      Array.isArray(wert) &&
      wert.length === node.items.length &&
      node.items.every((item, i) => hatWert(item, wert[i]))
    );
  if (typeof wert === 'object' || wert === undefined) return false;
  const text = isScalar(node) ? String(node.value ?? '') : '';
  return typeof wert === 'number'
    ? text !== '' && Number(text) === wert
    : text === createScalar(wert).value;
}

/** Maps below a node get the order of the schema. */
function ordneKnoten(art: SchreibArt, node: Node | null, pfad: Pfad): void {
  if (isSeq<Node>(node)) node.items.forEach((item, i) => ordneKnoten(art, item, [...pfad, i]));
  if (!isMap<Scalar, Node | null>(node)) return;
  const rang = rangIn(ordnung(art, pfad));
  node.items.sort((a, b) => rang(String(a.key.value)) - rang(String(b.key.value)));
  for (const { key, value } of node.items) ordneKnoten(art, value, [...pfad, String(key.value)]);
}

/** The fields of a map, in the order of the schema. */
function ordnung(art: SchreibArt, pfad: Pfad): string[] {
  return knownKeys(SCHEMATA[art], pfad);
}

/** Unknown fields come last. */
function rangIn(felder: readonly string[]): (feld: string) => number {
  return (feld) => (felder.includes(feld) ? felder.indexOf(feld) : felder.length);
}

/** Where a new field goes among others: behind the last of those that come before it. */
function platzFuer(feld: string, vorhandene: readonly string[], felder: readonly string[]): number {
  const rang = rangIn(felder);
  const vorher = vorhandene.filter((anderes) => rang(anderes) <= rang(feld));
  const nachbar = vorher.reduce<string | undefined>(
    (bester, anderes) => (bester === undefined || rang(anderes) >= rang(bester) ? anderes : bester),
    undefined,
  );
  return nachbar === undefined ? 0 : vorhandene.lastIndexOf(nachbar) + 1;
}

function createNode(art: SchreibArt, wert: unknown, pfad: Pfad): Node {
  if (Array.isArray(wert)) return createSeq(art, wert, pfad);
  if (isRecord(wert)) return createMap(art, wert, pfad);
  const inListe = typeof pfad.at(-1) === 'number';
  return inListe && typeof wert === 'string' && WORT.test(wert) ? blank(wert) : createScalar(wert);
}

function createMap(
  art: SchreibArt,
  felder: Readonly<Record<string, unknown>>,
  pfad: Pfad,
): YAMLMap {
  const rang = rangIn(ordnung(art, pfad));
  const map = new YAMLMap<Scalar, Node>();
  map.items = Object.entries(felder)
    .filter(([, wert]) => wert !== undefined)
    .sort(([a], [b]) => rang(a) - rang(b))
    .map(([name, wert]) => createPair(art, name, wert, pfad));
  // `{ code: uk, art: dolmetschen }`: an entry of a list that is nothing but ids.
  map.flow =
    typeof pfad.at(-1) === 'number' &&
    map.items.every(({ value }) => isScalar(value) && ID.test(String(value.value)));
  return map;
}

function createPair(art: SchreibArt, name: string, wert: unknown, pfad: Pfad): Pair<Scalar, Node> {
  return new Pair(createScalar(name), createNode(art, wert, [...pfad, name]));
}

function createSeq(art: SchreibArt, werte: readonly unknown[], pfad: Pfad): YAMLSeq {
  const seq = new YAMLSeq<Node>();
  seq.items = werte.map((wert, i) => createNode(art, wert, [...pfad, i]));
  seq.flow = seq.items.every((item) => isScalar(item));
  return seq;
}

/** Written without quotation marks: ids, names of fields, days and points of time. */
const ID = /^(?!(true|false|yes|no|on|off|y|n|null)$)[a-z]([a-z0-9_-]*[a-z0-9])?$/;
const TAG = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/;
/** In a list also words. Some words are no texts for other programs. */
const WORT =
  /^(?!(true|false|yes|no|on|off|y|n|null)$)\p{L}[\p{L}\p{M}\p{N}]*([ -][\p{L}\p{M}\p{N}]+)*$/iu;

/** Anything stranger is safer between quotation marks, where every character can be named. */
const MEHRERE_ZEILEN = /^\S[^\r\t]*\n[^\r\t]*\S\n?$/;

/** @throws TypeError for what a field cannot hold */
function createScalar(wert: unknown): Scalar {
  if (typeof wert === 'number') return blank(String(wert));
  if (typeof wert === 'boolean') return blank(wert ? 'ja' : 'nein');
  if (typeof wert !== 'string') throw new TypeError(`${String(wert)} cannot be written as YAML.`);
  if (ID.test(wert) || TAG.test(wert)) return blank(wert);
  const scalar = new Scalar(wert.normalize('NFC'));
  scalar.type = MEHRERE_ZEILEN.test(wert) ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE';
  return scalar;
}

function blank(text: string): Scalar {
  const scalar = new Scalar(text.normalize('NFC'));
  scalar.type = 'PLAIN';
  return scalar;
}

function isRecord(wert: unknown): wert is Record<string, unknown> {
  return typeof wert === 'object' && wert !== null && !Array.isArray(wert);
}
