/** YAML as text: the failsafe schema, in which a value is what its author wrote. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument as parseYamlDocument,
} from 'yaml';
import { type Befund, formatPfad, type Pfad } from '../domain/befund.ts';
import { einmalJe } from '../domain/einmal.ts';
import { syntaxBefund } from './syntax-befund.ts';
import { findUnsichtbaresZeichen } from './unsichtbare-zeichen.ts';
import { findeLeerzeichen, wordYamlError } from './word-yaml-error.ts';

/** A text value, a list or a map of such: what YAML's failsafe schema knows. */
export type Baum = string | Baum[] | { [key: string]: Baum };
/** Name of the whole YAML part, for findings that belong to no field. */
export type Ganzes = '(front matter)' | '(yaml)';

const MAX_TIEFE = 12;

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

export interface YamlErgebnis {
  daten?: Baum;
  befunde: Befund[];
  zeilen: Zeilen;
}

/** Where fields stand; what is not there stands at the beginning. */
export interface Zeilen {
  erste: number;
  /** JSON: the path of each field and its line. As one text, for nobody asks of most files, and all of them are kept. */
  jeFeld: string;
}

const felderVon = einmalJe(
  ({ jeFeld }: Zeilen) => new Map(JSON.parse(jeFeld) as [pfad: string, zeile: number][]),
);

/** The line of a field; of its nearest known parent where the field is missing. */
export function zeileVon(zeilen: Zeilen, pfad: Pfad): number {
  const felder = felderVon(zeilen);
  for (let length = pfad.length; length > 0; length--) {
    const found = felder.get(formatPfad(pfad.slice(0, length)));
    if (found !== undefined) return found;
  }
  return zeilen.erste;
}

/**
 * Reads YAML text into a tree of texts. Tags, anchors, aliases and keys that are no text are refused.
 * @param ersteZeile line of the file at which `source` begins
 */
export function readYaml(
  datei: string,
  source: string,
  ersteZeile: number,
  ganzes: Ganzes,
): YamlErgebnis {
  const counter = new LineCounter();
  const parsed = parseYamlDocument(source, {
    schema: 'failsafe',
    // Doubles are found below, in a time that does not grow with the square of their number.
    uniqueKeys: false,
    merge: false,
    prettyErrors: false,
    lineCounter: counter,
  });
  const befunde: Befund[] = [];
  const anweisung = /^%.*/m.exec(source.slice(0, parsed.contents?.range?.[0] ?? source.length));
  const lineAt = (offset: number) => counter.linePos(offset).line + ersteZeile - 1;
  const zeilen = new Map<string, number>();
  const ergebnis = (daten?: Baum): YamlErgebnis => ({
    ...(daten !== undefined && { daten }),
    befunde,
    zeilen: { erste: ersteZeile, jeFeld: JSON.stringify([...zeilen]) },
  });

  const melde = (pfad: Pfad, offset: number, meldung: string, tipp: string) =>
    befunde.push(syntaxBefund(datei, lineAt(offset), formatPfad(pfad) || ganzes, meldung, tipp));

  const leerzeichen = findeLeerzeichen(source);
  if (leerzeichen) {
    const { zeile: index, meldung, tipp } = leerzeichen;
    const feld =
      ganzes === '(yaml)'
        ? ganzes
        : (topKeyAt(source, (counter.lineStarts[index + 1] ?? source.length + 1) - 1) ?? ganzes);
    befunde.push(syntaxBefund(datei, index + ersteZeile, feld, meldung, tipp));
    return ergebnis();
  }
  const schwer = parsed.errors[0];
  if (schwer) {
    const { zeile: index, meldung, tipp } = wordYamlError(schwer, source, schwer.pos[0]);
    const bis =
      counter.linePos(schwer.pos[0]).line === index + 1
        ? schwer.pos[0]
        : (counter.lineStarts[index + 1] ?? source.length + 1) - 1;
    const feld = ganzes === '(yaml)' ? ganzes : (topKeyAt(source, bis) ?? ganzes);
    befunde.push(syntaxBefund(datei, index + ersteZeile, feld, meldung, tipp));
    return ergebnis();
  }
  if (anweisung)
    melde(
      [],
      anweisung.index,
      'Eine Zeile am Anfang beginnt mit „%“; das ist eine Anweisung an Programme und kein Feld.',
      'Bitte die Zeile löschen.',
    );
  if (!parsed.contents)
    melde(
      [],
      0,
      'Hier stehen noch keine Angaben.',
      'Bitte die Felder ergänzen oder die Datei löschen.',
    );
  return parsed.contents ? ergebnis(toTree(parsed.contents, [])) : ergebnis();

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
      // `{ lat: 50,9, lon: 7,9 }`: what commas cut off is no field, and refused as such.
      if (seen.has(name) && value === null && /^\d+$/.test(name)) continue;
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
