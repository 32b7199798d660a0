/**
 * The only place that parses content files. YAML is read as text (failsafe schema): `plz: 01067`, `zeit: 10:30` and
 * `titel: No` mean what their author sees; the schema of a field decides its type.
 */
import matter from 'gray-matter';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument as parseYamlDocument,
  type YAMLError,
} from 'yaml';
import { type Befund, formatPfad, type Pfad } from '../domain/befund.ts';
import { findUnsichtbaresZeichen } from './unsichtbare-zeichen.ts';

/** A text value, a list or a map of such: what YAML's failsafe schema knows. */
export type Baum = string | Baum[] | { [key: string]: Baum };

/** A content file, read but not yet understood. */
export interface Dokument {
  datei: string;
  /** What findings call the whole YAML part. */
  ganzes: '(front matter)' | '(yaml)';
  /** The YAML part. */
  daten: Baum;
  /** The YAML part as written, comments included. */
  kopf: string;
  /** The Markdown below it; empty for YAML files. */
  text: string;
  /** Line of the file at which `text` begins. */
  textZeile: number;
  /** The line of a field; of its nearest known parent where the field is missing. */
  zeile(pfad: Pfad): number;
}

export interface Gelesen {
  dokument?: Dokument;
  befunde: Befund[];
}

/** Larger files are no offers. */
export const MAX_BYTES = 100_000;
/** Markdown whose marks can open and close each other takes a parser time that grows with their square. */
const MAX_TEXT = 30_000;
const MAX_ZEICHEN = 1000;
const MAX_TIEFE = 12;
/** A line nested in more quotes, lists or footnotes than anybody reads; the Markdown parser takes minutes for it, or crashes. */
const ZU_TIEF = /^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t]|\[\^[^\]\s]*\]:)){20}|^[ \t>]{40}/;

/** Fields in which a `#` can be part of what the author meant. */
const FREITEXT = new Set([
  'titel',
  'kurz',
  'telefon',
  'email',
  'web',
  'name',
  'strasse',
  'ort',
  'haltestelle',
  'hinweis',
  'text',
  'stand',
  'einheit',
  'zeiten',
  'beschreibung',
  'bezeichnung',
  'ausnahmen',
  'stelle',
  'kreis',
]);

/**
 * Reads a Markdown file with YAML front matter.
 * @param datei path for the findings
 * @param bytes the file as stored
 * @returns the document unless nothing of it can be used, and everything found on the way
 */
export function parseDocument(datei: string, bytes: Uint8Array): Gelesen {
  const decoded = decode(datei, bytes);
  if (typeof decoded !== 'string') return { befunde: [decoded] };
  const lines = decoded.split('\n');
  const refuse = (zeile: number, meldung: string, tipp: string): Gelesen => ({
    befunde: [syntaxBefund(datei, zeile, '(front matter)', meldung, tipp)],
  });

  if (lines[0] !== '---') {
    return refuse(
      1,
      /^---/.test(lines[0]!)
        ? `Die erste Zeile lautet „${lines[0]!.slice(0, 40)}“ statt genau „---“.`
        : 'Die Datei beginnt nicht mit dem Kopf: In der ersten Zeile fehlt „---“.',
      'Die erste Zeile muss genau aus drei Strichen bestehen, ohne Leerzeile davor und ohne Zusatz dahinter.',
    );
  }
  const end = lines.findIndex((line, i) => i > 0 && line.startsWith('---'));
  if (end === -1 || lines[end] !== '---') {
    return refuse(
      end === -1 ? 1 : end + 1,
      end === -1
        ? 'Der Kopf der Datei ist nicht geschlossen: Die zweite Zeile „---“ fehlt.'
        : `Zeile ${end + 1} beginnt mit drei Strichen, besteht aber nicht nur daraus.`,
      'Nach den Feldern muss eine Zeile stehen, die genau aus drei Strichen besteht.',
    );
  }

  const split = matter(decoded, { language: 'yaml', engines: ENGINES });
  const ganzes = '(front matter)';
  const { daten, befunde, zeile } = readYaml(datei, split.matter.replace(/^\n/, ''), 2, ganzes);
  const textZeile = end + 2;
  befunde.push(...pruefeText(datei, split.content, textZeile));
  if (daten === undefined) return { befunde };
  if (
    split.content.length > MAX_TEXT ||
    (split.content.match(/[*_~]/g)?.length ?? 0) > MAX_ZEICHEN
  ) {
    const meldung = `Der Text ist zu lang oder hat zu viele Sternchen und Unterstriche (erlaubt sind ${MAX_TEXT} und ${MAX_ZEICHEN} Zeichen).`;
    return {
      befunde: [...befunde, syntaxBefund(datei, textZeile, '(text)', meldung, 'Bitte kürzen.')],
    };
  }
  return {
    dokument: { datei, ganzes, daten, kopf: split.matter, text: split.content, textZeile, zeile },
    befunde,
  };
}

/** What is wrong with the text below the front matter before anybody reads it as Markdown. */
function pruefeText(datei: string, text: string, textZeile: number): Befund[] {
  const befunde: Befund[] = [];
  const unsichtbar = findUnsichtbaresZeichen(text);
  if (unsichtbar) {
    const before = text.slice(0, unsichtbar.index).split('\n').length - 1;
    befunde.push(
      syntaxBefund(
        datei,
        textZeile + before,
        '(text)',
        unsichtbar.meldung,
        'Bitte das Wort neu eintippen.',
      ),
    );
  }
  const lines = text.split('\n');
  const tief = lines.findIndex((line) => ZU_TIEF.test(line));
  if (tief >= 0) {
    befunde.push(
      syntaxBefund(
        datei,
        textZeile + tief,
        '(text)',
        'Diese Zeile ist zu weit eingerückt oder zu tief verschachtelt.',
        'Bitte die Zeile weiter links beginnen, mit höchstens drei Stufen von Listen oder Zitaten.',
      ),
    );
  }
  const first = lines.findIndex((line) => line.trim() !== '');
  if (/^[a-z_]+:( |$)/.test(lines[first] ?? '')) {
    befunde.push(
      syntaxBefund(
        datei,
        textZeile + first,
        '(front matter)',
        `Nach dem Ende des Kopfes steht noch ein Feld: „${lines[first]!.slice(0, 40)}“. Es würde als Text gelesen.`,
        'Bitte die Zeile „---“ davor löschen, sodass der Kopf erst nach dem letzten Feld endet.',
      ),
    );
  }
  return befunde;
}

/** Reads a YAML file; returns and findings as for {@link parseDocument}. */
export function parseYamlFile(datei: string, bytes: Uint8Array): Gelesen {
  const decoded = decode(datei, bytes);
  if (typeof decoded !== 'string') return { befunde: [decoded] };
  const ganzes = '(yaml)';
  const { daten, befunde, zeile } = readYaml(datei, decoded, 1, ganzes);
  if (daten === undefined) return { befunde };
  return {
    dokument: { datei, ganzes, daten, kopf: decoded, text: '', textZeile: 1, zeile },
    befunde,
  };
}

/** gray-matter only splits; its engines (one of which runs JavaScript) never see the front matter. */
const refuseEngine = {
  parse: (): never => {
    throw new Error('Only YAML front matter is read.');
  },
};
const ENGINES = Object.fromEntries(
  ['javascript', 'js', 'json', 'toml', 'coffee', 'coffeescript', 'cson'].map((name) => [
    name,
    refuseEngine,
  ]),
);
ENGINES['yaml'] = { parse: () => ({}) } as never;

/** UTF-8 without errors, NFC, `\n` line ends. */
function decode(datei: string, bytes: Uint8Array): string | Befund {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return syntaxBefund(
      datei,
      firstBrokenLine(bytes),
      '(kodierung)',
      'Die Datei ist nicht in UTF-8 gespeichert; Umlaute würden unlesbar.',
      'Bitte im Editor mit der Kodierung „UTF-8“ neu speichern.',
    );
  }
  const lines = text.replace(/\r\n/g, '\n').normalize('NFC');
  const cr = lines.indexOf('\r');
  if (cr === -1) return lines;
  return syntaxBefund(
    datei,
    lines.slice(0, cr).split('\n').length,
    '(front matter)',
    'Die Datei hat Zeilenenden des alten Mac-Formats (nur CR).',
    'Bitte im Editor mit Zeilenenden „LF“ oder „CRLF“ neu speichern.',
  );
}

function firstBrokenLine(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  return lenient.slice(0, Math.max(0, lenient.indexOf('\ufffd'))).split('\n').length;
}

interface YamlErgebnis {
  daten?: Baum;
  befunde: Befund[];
  zeile(pfad: Pfad): number;
}

/**
 * Reads YAML text into a tree of texts. Tags, anchors, aliases and keys that are no text are refused.
 * @param ersteZeile line of the file at which `source` begins
 * @param ganzes name of the whole, for findings that belong to no field
 */
function readYaml(
  datei: string,
  source: string,
  ersteZeile: number,
  ganzes: Dokument['ganzes'],
): YamlErgebnis {
  const counter = new LineCounter();
  const parsed = parseYamlDocument(source, {
    schema: 'failsafe',
    uniqueKeys: true,
    merge: false,
    prettyErrors: false,
    lineCounter: counter,
  });
  const befunde: Befund[] = [];
  const lineAt = (offset: number) => counter.linePos(offset).line + ersteZeile - 1;
  const zeilen = new Map<string, number>();
  const zeile = (pfad: Pfad): number => {
    for (let length = pfad.length; length > 0; length--) {
      const found = zeilen.get(formatPfad(pfad.slice(0, length)));
      if (found !== undefined) return found;
    }
    return ersteZeile;
  };

  const melde = (pfad: Pfad, offset: number, meldung: string, tipp: string) =>
    befunde.push(syntaxBefund(datei, lineAt(offset), formatPfad(pfad) || ganzes, meldung, tipp));

  const schwer = parsed.errors.find((error) => error.code !== 'DUPLICATE_KEY');
  if (schwer) {
    const feld = ganzes === '(yaml)' ? ganzes : (topKeyAt(source, schwer.pos[0]) ?? ganzes);
    const { meldung, tipp } = wordYamlError(schwer);
    return { befunde: [syntaxBefund(datei, lineAt(schwer.pos[0]), feld, meldung, tipp)], zeile };
  }
  if (!parsed.contents)
    melde(
      [],
      0,
      'Hier stehen noch keine Angaben.',
      'Bitte die Felder ergänzen oder die Datei löschen.',
    );
  const daten = parsed.contents ? toTree(parsed.contents, []) : {};
  return { daten, befunde, zeile };

  function toTree(node: Node, pfad: Pfad): Baum {
    const offset = node.range?.[0] ?? 0;
    if (pfad.length > MAX_TIEFE) {
      melde(
        pfad.slice(0, 1),
        offset,
        'Die Angaben sind zu tief verschachtelt.',
        'Bitte das Feld vereinfachen.',
      );
      return '';
    }
    if (isAlias(node) || ('anchor' in node && node.anchor)) {
      melde(
        pfad,
        offset,
        'Verweise mit „&“ und „*“ sind hier nicht erlaubt.',
        'Bitte den Wert ausschreiben oder in Anführungszeichen setzen.',
      );
      return '';
    }
    if (node.tag) {
      melde(
        pfad,
        offset,
        `Die Kennzeichnung „${node.tag.replace('tag:yaml.org,2002:', '!!')}“ ist hier nicht erlaubt.`,
        'Beginnt der Wert mit „!“, bitte in Anführungszeichen setzen.',
      );
      return '';
    }
    if (isSeq(node))
      return node.items.map((item, i) => child(item as Node | null, [...pfad, i], offset));
    if (isMap(node)) return mapToTree(node.items, pfad, offset);
    if (!isScalar(node)) return '';
    const value = String(node.value ?? '');
    // „# remark“ behind an id is a comment; behind words, or without its space, it may be what the author meant.
    if (
      node.comment &&
      node.type === 'PLAIN' &&
      (/ /.test(value) || /^\S/.test(node.comment) || FREITEXT.has(lastKey(pfad)))
    ) {
      melde(
        pfad,
        offset,
        `Ab „#${node.comment.slice(0, 30)}“ gilt der Rest der Zeile als Kommentar und ginge verloren.`,
        'Gehört das Zeichen # zum Wert, bitte den ganzen Wert in Anführungszeichen setzen; sonst den Kommentar in eine eigene Zeile schreiben.',
      );
    }
    const unsichtbar = findUnsichtbaresZeichen(value);
    if (unsichtbar) {
      melde(
        pfad,
        offset,
        unsichtbar.meldung,
        'Bitte den Wert von Hand neu eintippen, nicht hineinkopieren.',
      );
      return '\ufffd';
    }
    return value;
  }

  function mapToTree(items: { key: unknown; value: unknown }[], pfad: Pfad, offset: number): Baum {
    const entries: [string, Baum][] = [];
    const seen = new Set<string>();
    for (const { key, value } of items) {
      if (!isScalar(key) || key.tag || key.anchor || findUnsichtbaresZeichen(String(key.value))) {
        melde(
          pfad,
          offset,
          'Ein Feldname ist kein einfaches Wort.',
          'Feldnamen bestehen aus Kleinbuchstaben.',
        );
        continue;
      }
      const name = String(key.value);
      const keyOffset = key.range?.[0] ?? offset;
      const next = [...pfad, name];
      if (seen.has(name)) {
        melde(
          next,
          keyOffset,
          `„${name}“ steht doppelt; nur eine der beiden Angaben kann gelten.`,
          'Bitte eine der beiden Zeilen löschen.',
        );
        continue;
      }
      seen.add(name);
      if (name === '__proto__') {
        melde(next, keyOffset, 'Ein Feld „__proto__“ gibt es nicht.', 'Bitte die Zeile löschen.');
        continue;
      }
      zeilen.set(formatPfad(next), lineAt(keyOffset));
      entries.push([name, child(value as Node | null, next, keyOffset)]);
    }
    return Object.fromEntries(entries);
  }

  function child(node: Node | null, pfad: Pfad, offset: number): Baum {
    const key = formatPfad(pfad);
    if (!zeilen.has(key)) zeilen.set(key, lineAt(node?.range?.[0] ?? offset));
    return node ? toTree(node, pfad) : '';
  }
}

function lastKey(pfad: Pfad): string {
  return pfad.findLast((part): part is string => typeof part === 'string') ?? '';
}

/** The top-level key whose lines an offset lies in. */
function topKeyAt(source: string, offset: number): string | undefined {
  const before = source.slice(0, offset + 1).split('\n');
  const line = before.findLast((text) => /^[^\s#-]/.test(text)) ?? '';
  return /^["']?([a-z_]+)["']?\s*:/.exec(line)?.[1];
}

/** What a YAML error means for somebody who has never heard of YAML. */
function wordYamlError(error: YAMLError): { meldung: string; tipp: string } {
  const anfuehrung = 'Bitte den Wert in gerade Anführungszeichen setzen: feld: "Wert"';
  switch (error.code) {
    case 'BAD_SCALAR_START':
      return {
        meldung: 'Der Wert beginnt mit einem Zeichen, das hier eine besondere Bedeutung hat.',
        tipp: anfuehrung,
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        meldung:
          'In dieser Zeile stehen zwei Doppelpunkte mit Leerzeichen dahinter; das Feld ist nicht eindeutig.',
        tipp: anfuehrung,
      };
    case 'TAB_AS_INDENT':
      return {
        meldung: 'Die Zeile ist mit einem Tabulator eingerückt.',
        tipp: 'Bitte mit zwei Leerzeichen je Stufe einrücken.',
      };
    case 'MULTIPLE_DOCS':
      return {
        meldung: 'Hier steht mitten in der Datei eine Trennzeile („---“ oder „...“).',
        tipp: 'Bitte die Zeile löschen.',
      };
    case 'RESOURCE_EXHAUSTION':
      return {
        meldung: 'Die Angaben sind zu tief verschachtelt.',
        tipp: 'Bitte das Feld vereinfachen.',
      };
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
      return {
        meldung: 'Hier fehlt ein schließendes Zeichen, oder die Zeile ist falsch eingerückt.',
        tipp: 'Bitte prüfen: Jede Klammer [ oder { und jedes Anführungszeichen muss in derselben Angabe geschlossen werden; Felder einer Ebene beginnen in derselben Spalte.',
      };
    default:
      return {
        meldung: 'Diese Zeile lässt sich nicht als „feld: Wert“ lesen.',
        tipp: `Bitte Doppelpunkt, Einrückung und Anführungszeichen prüfen. ${anfuehrung}`,
      };
  }
}

function syntaxBefund(
  datei: string,
  zeile: number,
  feld: string,
  meldung: string,
  tipp: string,
): Befund {
  return { datei, zeile, feld, stufe: 'fehler', regel: 'lesbarkeit', meldung, tipp };
}
