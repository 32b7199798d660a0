/**
 * The only place that parses content files. YAML is read as text (failsafe schema): `plz: 01067`, `zeit: 10:30` and
 * `titel: No` mean what their author sees; the schema of a field decides its type.
 */
import type { Befund } from '../domain/befund.ts';
import { istZuLang, ZU_LANG, zuLangeKlammer, zuTiefeZeile } from './markdown-grenzen.ts';
import { type Baum, type Ganzes, readYaml, type Zeilen } from './read-yaml.ts';
import { syntaxBefund } from './syntax-befund.ts';
import { findUnsichtbaresZeichen } from './unsichtbare-zeichen.ts';

/** A content file, read but not yet understood. */
export interface Dokument {
  datei: string;
  /** What findings call the whole YAML part, or a file that has none. */
  ganzes: Ganzes | '(datei)';
  /** The YAML part. */
  daten: Baum;
  /** The YAML part as written, comments included. */
  kopf: string;
  /** The Markdown below it; empty for YAML files. */
  text: string;
  /** Line of the file at which `text` begins. */
  textZeile: number;
  /** For `zeileVon`. */
  zeilen: Zeilen;
}

export interface Gelesen {
  dokument?: Dokument;
  befunde: Befund[];
}

/** Larger files are no offers. */
export const MAX_BYTES = 100_000;

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

  const konflikt = findeKonflikt(datei, lines);
  if (konflikt) return { befunde: [konflikt] };
  if (decoded.trim() === '')
    return refuse(1, 'Die Datei ist leer.', 'Bitte ausfüllen oder die Datei löschen.');
  if (lines[0] !== '---') {
    return refuse(
      1,
      /^[-–—]/.test(lines[0]!)
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

  const kopf = lines.slice(1, end).join('\n');
  const text = lines.slice(end + 1).join('\n');
  const ganzes = '(front matter)';
  const { daten, befunde, zeilen } = readYaml(datei, kopf, 2, ganzes);
  const textZeile = end + 2;
  befunde.push(...pruefeText(datei, text, textZeile));
  if (daten === undefined) return { befunde };
  if (istZuLang(text)) {
    return {
      befunde: [...befunde, syntaxBefund(datei, textZeile, '(text)', ZU_LANG, 'Bitte kürzen.')],
    };
  }
  return { dokument: { datei, ganzes, daten, kopf, text, textZeile, zeilen }, befunde };
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
  const tief = zuTiefeZeile(lines);
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
  const klammer = zuLangeKlammer(text);
  if (klammer >= 0) {
    befunde.push(
      syntaxBefund(
        datei,
        textZeile + text.slice(0, klammer).split('\n').length - 1,
        '(text)',
        'In dieser Zeile beginnt mit [ etwas, das erst sehr viel später oder gar nicht mit ] endet.',
        'Bitte ] ergänzen oder die Klammer weglassen.',
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
  const konflikt = findeKonflikt(datei, decoded.split('\n'));
  if (konflikt) return { befunde: [konflikt] };
  const ganzes = '(yaml)';
  const { daten, befunde, zeilen } = readYaml(datei, decoded, 1, ganzes);
  if (daten === undefined) return { befunde };
  return {
    dokument: { datei, ganzes, daten, kopf: decoded, text: '', textZeile: 1, zeilen },
    befunde,
  };
}

/** What Git leaves in a file that two people have changed at the same place; a line of `=======` alone may be a heading. */
const KONFLIKT = /^(?:<{7}|\|{7}|>{7})(?: |$)/;

/** Both versions stand in the file one below the other, and would be published so. */
function findeKonflikt(datei: string, lines: readonly string[]): Befund | undefined {
  const index = lines.findIndex((line) => KONFLIKT.test(line));
  if (index === -1) return undefined;
  return syntaxBefund(
    datei,
    index + 1,
    '(datei)',
    'Ab hier stehen zwei Fassungen derselben Stelle (ein Konflikt); welche gilt, ist offen.',
    'Bitte eine der beiden behalten und die Zeilen löschen, die mit <<<<<<<, ======= und >>>>>>> beginnen.',
  );
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 without errors, NFC, `\n` line ends. */
function decode(datei: string, bytes: Uint8Array): string | Befund {
  let text: string;
  try {
    text = utf8.decode(bytes);
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
