import type { YAMLError } from 'yaml';
import { werteAus } from '../domain/naechster-wert.ts';

/** A YAML error for somebody who has never heard of YAML. */
export interface GewortetesYaml {
  /** Index of the line to mend, which often is not where the parser gave up. */
  zeile: number;
  meldung: string;
  tipp: string;
}

/** `  - name: Café: Neu` → what stands before the field, its name, its value. */
const FELD = /^(\s*(?:- +)*)([^\s:#"'[{][^:]*): +(\S.*)$/;
/** What YAML gives a meaning of its own at the beginning of a value. */
const SONDERZEICHEN = /^[*&!@%`|>?,-]/;
/** What a value that begins with the one must end with. */
const ENDE: Readonly<Record<string, string>> = { '[': ']', '{': '}', '"': '"', "'": "'" };
/** Errors that come of a line that begins in the wrong column. */
const SPALTE: ReadonlySet<string> = new Set([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
]);
/** Spaces that look like one and are none to YAML, at the beginning of a line, behind the colon, or before a bracket. */
const BESONDERES_LEERZEICHEN =
  /^ *(?:- +)*[\u00a0\u2000-\u200a\u202f\u205f\u3000]|^ *(?:- +)*[\w-]+:(?:[\u00a0\u2000-\u200a\u202f\u205f\u3000]| +[\u00a0\u2000-\u200a\u202f\u205f\u3000]+ *[[{])/;
/** Longer lines are not written out again. */
const MAX_VORSCHLAG = 160;

/**
 * @param source the YAML text
 * @param position index in it at which the parser gave up
 */
export function wordYamlError(
  { code }: Pick<YAMLError, 'code'>,
  source: string,
  position: number,
): GewortetesYaml {
  const lines = source.split('\n');
  const hier = Math.min(source.slice(0, position).split('\n').length, lines.length) - 1;
  switch (code) {
    case 'TAB_AS_INDENT':
      return {
        zeile: hier,
        meldung: 'Die Zeile ist mit einem Tabulator eingerückt.',
        tipp: 'Bitte mit zwei Leerzeichen je Stufe einrücken.',
      };
    case 'MULTIPLE_DOCS':
      return {
        zeile: hier,
        meldung: 'Hier steht mitten in der Datei eine Trennzeile („---“ oder „...“).',
        tipp: 'Bitte die Zeile löschen.',
      };
    case 'RESOURCE_EXHAUSTION':
      return {
        zeile: hier,
        meldung: 'Die Angaben sind zu tief verschachtelt.',
        tipp: 'Bitte das Feld vereinfachen.',
      };
    default:
      return (
        offen(lines, hier) ??
        wertMitZeichen(lines, hier) ??
        (code === 'BAD_SCALAR_START' ? zeichenInListe(hier, source[position]) : undefined) ??
        (SPALTE.has(code) ? einrueckung(lines, hier) : undefined) ??
        keinFeld(lines, hier)
      );
  }
}

/** The first line whose form depends on a space that is none, which editors cannot see. */
export function findeLeerzeichen(source: string): GewortetesYaml | undefined {
  const zeile = source.split('\n').findIndex((line) => BESONDERES_LEERZEICHEN.test(line));
  if (zeile === -1) return undefined;
  return {
    zeile,
    meldung:
      'In dieser Zeile steht am Anfang oder hinter dem Doppelpunkt ein besonderes Leerzeichen (zum Beispiel aus Word kopiert).',
    tipp: 'Bitte es löschen und mit der Leertaste neu eingeben.',
  };
}

/** A bracket or a quote that is opened above and never closed: the parser reads on to where nothing fits any more. */
function offen(lines: readonly string[], hier: number): GewortetesYaml | undefined {
  const zeile = lines.findLastIndex((line, i) => {
    const [, , , wert = ''] = i <= hier ? (FELD.exec(line) ?? []) : [];
    const ende = ENDE[wert[0] ?? ''];
    if (ende === undefined || wert.includes(ende, 1)) return false;
    // A value may well have several lines; only where the next field follows has its end been forgotten.
    const danach = lines[danachVon(lines, i)];
    return danach === undefined || (FELD.test(danach) && spalte(danach) <= spalte(line));
  });
  if (zeile === -1) return undefined;
  const line = lines[zeile]!.trim();
  const wert = FELD.exec(line)![3]!;
  const zeichen = wert[0]!;
  const ende = ENDE[zeichen]!;
  if (/^[[{][^:"']*[)\]}]$/.test(wert))
    return {
      zeile,
      meldung: `In dieser Zeile beginnt mit ${zeichen} etwas, das nicht mit ${ende} endet.`,
      tipp: `Bitte eckige Klammern nehmen, mit Komma zwischen den Werten${vorschlag(`${line.slice(0, -wert.length)}[${werteAus(wert).join(', ')}]`)}`,
    };
  return {
    zeile,
    meldung: `In dieser Zeile beginnt mit ${zeichen} etwas, das nicht mit ${ende} endet.`,
    tipp: `Bitte am Ende des Wertes ${/["']/.test(ende) ? `das Anführungszeichen ${ende}` : ende} ergänzen${vorschlag(line + ende)}`,
  };
}

/** A value that must stand in quotes. */
function wertMitZeichen(lines: readonly string[], hier: number): GewortetesYaml | undefined {
  const [, davor = '', feld, wert = ''] = FELD.exec(lines[hier]!) ?? [];
  if (feld === undefined) return undefined;
  const grund = /: |:$/.test(wert)
    ? 'Im Wert steht ein Doppelpunkt; damit ist das Feld nicht eindeutig.'
    : SONDERZEICHEN.test(wert)
      ? `Der Wert beginnt mit dem Zeichen ${wert[0]}, das hier eine besondere Bedeutung hat.`
      : /^["']/.test(wert)
        ? 'Hinter dem zweiten Anführungszeichen geht der Wert weiter, oder darin steht ein Zeichen „\\“.'
        : /^\[.*\] *[^\]\s]|^\{.*\} *[^}\s]/.test(wert)
          ? 'Hinter der schließenden Klammer geht der Wert weiter.'
          : undefined;
  if (grund === undefined) return undefined;
  return {
    zeile: hier,
    meldung: grund,
    tipp: `Bitte den ganzen Wert in gerade Anführungszeichen setzen${vorschlag(`${davor.trim()} ${feld}: ${inAnfuehrung(wert)}`.trim())}`,
  };
}

function zeichenInListe(hier: number, zeichen = ''): GewortetesYaml {
  return {
    zeile: hier,
    meldung: `Ein Wert beginnt mit dem Zeichen ${zeichen}, das hier eine besondere Bedeutung hat.`,
    tipp: 'Bitte diesen Wert in gerade Anführungszeichen setzen.',
  };
}

/** In quotes that the value does not have itself. */
function inAnfuehrung(wert: string): string {
  const innen = wert.slice(1, -1);
  // A mark right behind a word ends what the first one began: `'Hallo' ist 'gut'` as a whole has no marks around it.
  const umschlossen =
    /^(?:(["']).*\1|„.*["“”]|“.*”)$/.test(wert) && !/^[^"'„“”]*\S["'“”]/.test(innen);
  const ohne = umschlossen ? innen : wert;
  return /["\\]/.test(ohne) ? `'${ohne.replaceAll("'", "''")}'` : `"${ohne}"`;
}

/** A field that begins in another column than those it belongs to. */
function einrueckung(lines: readonly string[], hier: number): GewortetesYaml | undefined {
  const istFeld = (line: string) => /^\s*(?:- +)*[^\s:]+:(?: |$)|^\s*- /.test(line);
  if (!istFeld(lines[hier]!)) return undefined;
  const erste = lines.findIndex((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const danach = danachVon(lines, hier);
  // The parser stops at the field whose value goes on in the next line; that one is to be moved.
  const schuldig =
    danach < lines.length &&
    istFeld(lines[danach]!) &&
    spalte(lines[danach]!) > spalte(lines[hier]!)
      ? danach
      : spalte(lines[erste] ?? '') > spalte(lines[hier]!)
        ? erste
        : hier;
  return {
    zeile: schuldig,
    meldung:
      'Diese Zeile beginnt nicht in der Spalte, in der die Felder oder Einträge um sie herum beginnen.',
    tipp: 'Bitte die Leerzeichen am Zeilenanfang prüfen: Was zusammengehört, beginnt in derselben Spalte; was zu einem Feld gehört, steht zwei Leerzeichen weiter rechts.',
  };
}

/** The next line that is not blank. */
function danachVon(lines: readonly string[], zeile: number): number {
  let danach = zeile + 1;
  while (lines[danach]?.trim() === '') danach++;
  return danach;
}

function spalte(line: string): number {
  return line.length - line.trimStart().length;
}

function keinFeld(lines: readonly string[], hier: number): GewortetesYaml {
  const line = lines[hier]!.trim();
  const [, feld, wert] = /^([a-z_]+):(\S.*)$/.exec(line) ?? [];
  if (feld !== undefined && !wert!.startsWith('//'))
    return {
      zeile: hier,
      meldung: 'Hinter dem Doppelpunkt fehlt ein Leerzeichen.',
      tipp: `Bitte ergänzen${vorschlag(`${feld}: ${wert}`)}`,
    };
  return {
    zeile: hier,
    meldung: 'Diese Zeile lässt sich nicht als „feld: Wert“ lesen.',
    tipp: 'Bitte Doppelpunkt, Klammern und Anführungszeichen prüfen. Geht hier der Wert von oben weiter, bitte alles in eine Zeile schreiben.',
  };
}

function vorschlag(zeile: string): string {
  return zeile.length <= MAX_VORSCHLAG ? `: ${zeile}` : '.';
}
