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
const WAS_ZUSAMMENGEHOERT =
  'Was zusammengehört, beginnt in derselben Spalte; was zu einem Feld gehört, steht zwei Leerzeichen weiter rechts.';

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
        falscherStrich(lines, hier) ??
        offen(lines, hier) ??
        falscheSpalte(lines, hier) ??
        klammern(lines, hier) ??
        wertMitZeichen(lines, hier) ??
        (code === 'BAD_SCALAR_START' ? zeichenInListe(hier, source[position]) : undefined) ??
        (SPALTE.has(code) ? nichtInDerSpalte(lines, hier) : undefined) ??
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

/** A line of a list that begins with a dash of the wrong kind, or without the space behind it: the parser takes it for a text. */
function falscherStrich(lines: readonly string[], hier: number): GewortetesYaml | undefined {
  for (const { zeile, line } of felderBis(lines, hier)) {
    const [, davor, zeichen = '', leer, rest] =
      /^(\s*)([–—•·*-])(\s*)([a-z_]+:(?: .*)?)$/.exec(line) ?? [];
    if (rest === undefined || (zeichen === '-' && leer !== '')) continue;
    return {
      zeile,
      meldung:
        zeichen === '-'
          ? 'Hinter dem Strich am Anfang dieser Zeile fehlt ein Leerzeichen.'
          : `Diese Zeile beginnt mit „${zeichen}“; ein Eintrag einer Liste beginnt mit „-“ und einem Leerzeichen.`,
      tipp: `Bitte so schreiben, ${mitLeerzeichen(davor!.length)} davor${vorschlag(`- ${rest}`)}`,
    };
  }
  return undefined;
}

/** A bracket or a quote that is opened above and never closed: the parser reads on to where nothing fits any more. */
function offen(lines: readonly string[], hier: number): GewortetesYaml | undefined {
  const anfang = [...felderBis(lines, hier)].findLast(({ zeile, wert }) => {
    if (ENDE[wert[0] ?? ''] === undefined) return false;
    const bis = endeDesWertes(lines, zeile);
    // A value may well have several lines; only where the next field follows has its end been forgotten.
    if (bis < lines.length && !FELD_ODER_EINTRAG.test(lines[bis]!)) return false;
    return istOffen([wert, ...lines.slice(zeile + 1, bis)].join('\n'));
  });
  if (!anfang) return undefined;
  const { zeile, wert } = anfang;
  const line = anfang.line.trim();
  const zeichen = wert[0]!;
  const ende = ENDE[zeichen]!;
  const meldung = `In dieser Zeile beginnt mit ${zeichen} etwas, das nicht mit ${ende} endet.`;
  if (/^[[{][^:"']*[)\]}]$/.test(wert))
    return {
      zeile,
      meldung,
      tipp: `Bitte eckige Klammern nehmen, mit Komma zwischen den Werten${vorschlag(`${line.slice(0, -wert.length)}[${werteAus(wert).join(', ')}]`)}`,
    };
  if (liesKlammern(wert).verwechselt)
    return {
      zeile,
      meldung:
        'In dieser Zeile passen die Klammern nicht zusammen: Eine wird geschlossen, in der noch eine andere offen ist.',
      tipp: 'Bitte jede Klammer schließen, die aufgeht, die innere zuerst: [{ tage: [mo, di] }].',
    };
  const ergaenzt = line + (/^\{ /.test(wert) ? ' }' : ende);
  const inEinerZeile = danachVon(lines, zeile) === endeDesWertes(lines, zeile);
  return {
    zeile,
    meldung,
    tipp: `Bitte am Ende des Wertes ${/["']/.test(ende) ? `das Anführungszeichen ${ende}` : ende} ergänzen${inEinerZeile && istGanz(wert + ende) ? vorschlag(ergaenzt) : '.'}`,
  };
}

/** A field with or without a value, or an entry of a list. */
const FELD_ODER_EINTRAG = /^\s*(?:- |(?:- +)*[^\s:#"'[{][^:]*:(?: |$))/;

/** Index of the line behind a value: the first that is not indented further than its field. */
function endeDesWertes(lines: readonly string[], zeile: number): number {
  const [, davor = ''] = /^(\s*(?:- +)*)/.exec(lines[zeile]!)!;
  let danach = danachVon(lines, zeile);
  while (danach < lines.length && spalte(lines[danach]!) > davor.length)
    danach = danachVon(lines, danach);
  return danach;
}

/** True for a value in brackets or quotes whose end is missing. */
function istOffen(wert: string): boolean {
  const zeichen = wert[0]!;
  return /["']/.test(zeichen) ? !wert.includes(zeichen, 1) : liesKlammern(wert).ende === undefined;
}

/** True for a list that is closed, and has nothing in it that is no list, such as a field that belongs behind it. */
function istGanz(wert: string): boolean {
  return (
    !/^\[.*: |\s#/.test(wert) && (/^["']/.test(wert) || liesKlammern(wert).ende === wert.length)
  );
}

/**
 * Reads a value in brackets, quoted texts as a whole.
 * @returns where it ends, behind its last bracket; undefined where one is missing. `verwechselt` where one closes another than was opened last
 */
function liesKlammern(wert: string): { ende?: number; verwechselt?: true } {
  const offene: string[] = [];
  const teile = wert.matchAll(
    /"(?<=[[{,:]\s*")(?:[^"\\]|\\[^])*"|'(?<=[[{,:]\s*')(?:[^']|'')*'|[[\]{}]|\s#.*/g,
  );
  for (const { 0: teil, index } of teile) {
    if (teil === '[' || teil === '{') offene.push(teil);
    if (teil !== ']' && teil !== '}') continue;
    if (ENDE[offene.pop()!] !== teil) return { verwechselt: true };
    if (offene.length === 0) return { ende: index + 1 };
  }
  return {};
}

/** A bracket too many, or one that was never opened. */
function klammern(lines: readonly string[], zeile: number): GewortetesYaml | undefined {
  const line = lines[zeile]!.trim();
  const wert = FELD.exec(line)?.[3] ?? '';
  const feld = line.slice(0, line.length - wert.length);
  if (/^[a-z_]+: [^[{"']+\}$/.test(wert))
    return {
      zeile,
      meldung: 'In dieser Zeile endet mit } etwas, das nicht mit { beginnt.',
      tipp: `Bitte { vor dem Wert ergänzen${vorschlag(`${feld}{ ${wert}`)}`,
    };
  const ende = /^[[{]/.test(wert) ? liesKlammern(wert).ende : undefined;
  const rest = wert.slice(ende).trim();
  if (ende === undefined || !/[\]}]/.test(rest)) return undefined;
  if (/^[\]}\s]+$/.test(rest))
    return {
      zeile,
      meldung: `Am Ende dieser Zeile wird mit ${rest} mehr geschlossen, als geöffnet ist.`,
      tipp: `Bitte löschen, was zu viel ist${vorschlag(feld + wert.slice(0, ende))}`,
    };
  const alle = /[:"'{}]/.test(wert) ? '.' : vorschlag(`${feld}[${werteAus(wert).join(', ')}]`);
  return {
    zeile,
    meldung: 'Hinter der schließenden Klammer geht der Wert weiter.',
    tipp: `Bitte alle Werte in eine Klammer schreiben, mit Komma dazwischen${alle}`,
  };
}

/** A value that must stand in quotes. */
function wertMitZeichen(lines: readonly string[], hier: number): GewortetesYaml | undefined {
  const [, davor = '', feld, wert = ''] = FELD.exec(lines[hier]!) ?? [];
  if (feld === undefined) return undefined;
  const grund = /^[^"'[{].*(?:: |:$)/.test(wert)
    ? 'Im Wert steht ein Doppelpunkt; damit ist das Feld nicht eindeutig.'
    : SONDERZEICHEN.test(wert)
      ? `Der Wert beginnt mit dem Zeichen ${wert[0]}, das hier eine besondere Bedeutung hat.`
      : /^'[^']*\p{L}'\p{L}/u.test(wert)
        ? 'Im Wert steht ein Apostroph; er gilt hier als dessen Ende.'
        : /^["']/.test(wert) && !IN_ANFUEHRUNG.test(wert)
          ? 'Hinter dem zweiten Anführungszeichen geht der Wert weiter, oder darin steht ein Zeichen „\\“.'
          : /^\[.*\] *[^\]\s]|^\{.*\} *[^}\s]/.test(wert)
            ? 'Hinter der schließenden Klammer geht der Wert weiter.'
            : undefined;
  if (grund === undefined) return undefined;
  return {
    zeile: hier,
    meldung: grund,
    tipp: /^[^\p{L}\p{N}]$/u.test(wert)
      ? 'Ist der Wert nicht bekannt, bitte die ganze Zeile löschen.'
      : `Bitte den ganzen Wert in gerade Anführungszeichen setzen${vorschlag(`${davor.trim()} ${feld}: ${inAnfuehrung(wert)}`.trim())}`,
  };
}

function zeichenInListe(hier: number, zeichen = ''): GewortetesYaml {
  return {
    zeile: hier,
    meldung: `Ein Wert beginnt mit dem Zeichen ${zeichen}, das hier eine besondere Bedeutung hat.`,
    tipp: 'Bitte diesen Wert in gerade Anführungszeichen setzen.',
  };
}

/** A text in quotes as YAML has it. */
const IN_ANFUEHRUNG = /^(?:"(?:[^"\\]|\\["\\/bnrtu])*"|'(?:[^']|'')*')(?:\s+#.*)?$/;

/** In quotes that the value does not have itself. */
function inAnfuehrung(wert: string): string {
  if (wert.length > MAX_VORSCHLAG) return wert;
  const innen = wert.slice(1, -1);
  // What one mark ends and another begins again, as in `'Hallo' ist 'gut'`, has no marks around it as a whole.
  const umschlossen =
    /^(?:(["']).*\1|„.*["“”]|“.*”)$/.test(wert) &&
    !/\S["'“”](?!\p{L}).*(?<!\S)["'„“]\S/u.test(innen);
  // `'Mama's Café`: there the only mark that is no apostrophe is never closed.
  const nurVorn = /^(?:'(?:[^']|(?<=\p{L})'(?=\p{L}))*|"[^"]*)$/u.test(wert);
  const ohne = umschlossen ? innen : nurVorn ? wert.slice(1) : wert;
  return /["\\]/.test(ohne) ? `'${ohne.replaceAll("'", "''")}'` : `"${ohne}"`;
}

/** A line that begins a field, or an entry of a list: `  - name: Haus` has both. */
interface Anfang {
  zeile: number;
  line: string;
  /** Of the field; empty where it has none in this line. */
  wert: string;
  /** What begins in this line, from the left. */
  stufen: Stufe[];
  /** True for a field whose value stands below it. */
  oeffnet: boolean;
}

/** A field, or an entry of a list, and how many characters stand before it. */
interface Stufe {
  art: 'feld' | 'eintrag';
  spalte: number;
  /** As it is called in a sentence. */
  name: string;
  zeile: number;
}

/** The lines that begin a field or an entry, up to a line; not what values of several lines are made of. */
function* felderBis(lines: readonly string[], bis: number): Generator<Anfang> {
  for (let zeile = 0; zeile <= bis && zeile < lines.length; zeile++) {
    const line = lines[zeile]!;
    const [, davor = '', name, wert = ''] =
      /^(\s*(?:- +)*)(?:("[^"]*"|'[^']*'|[^\s:#"'[{][^:]*):(?: +(.*))?$)?/.exec(line) ?? [];
    if (line.trim() === '' || /^\s*#/.test(line)) continue;
    const striche = [...davor.matchAll(/-/g)].map(({ index }): Stufe => ({
      art: 'eintrag',
      spalte: index,
      name: line.trim().slice(0, 40),
      zeile,
    }));
    const feld: Stufe[] =
      name === undefined ? [] : [{ art: 'feld', spalte: davor.length, name, zeile }];
    const leer = /^(?:#.*)?$/.test(wert);
    yield {
      zeile,
      line,
      wert: wert.trimEnd(),
      stufen: [...striche, ...feld],
      oeffnet: leer && (name !== undefined || /^\s*-\s*$/.test(line)),
    };
    const mehrzeilig =
      /^[|>][\d+-]*\s*(?:#.*)?$/.test(wert) || (/^[[{"']/.test(wert) && istOffen(wert));
    if (name !== undefined && mehrzeilig) zeile = endeDesWertes(lines, zeile) - 1;
  }
}

/** A field or an entry that begins in another column than those it belongs to. */
function falscheSpalte(lines: readonly string[], hier: number): GewortetesYaml | undefined {
  let darueber: Stufe[] = [];
  let davor: Anfang | undefined;
  // The parser stops at the field whose value goes on in the next line.
  for (const anfang of felderBis(lines, danachVon(lines, hier))) {
    const [erste] = anfang.stufen;
    if (!erste) continue;
    const passt = (stufe: Stufe) => stufe.art === erste.art && stufe.spalte === erste.spalte;
    const gleiche = darueber.findLastIndex(passt);
    const darunter =
      davor === undefined ||
      (davor.oeffnet &&
        erste.spalte >= davor.stufen.at(-1)!.spalte + (erste.art === 'eintrag' ? 0 : 1));
    if (gleiche === -1 && !darunter) {
      return erste.art === 'feld' && !/^[a-z][\w.-]*$/.test(erste.name)
        ? fortsetzung(erste.zeile)
        : schiefeZeile(erste, darueber, davor!);
    }
    darueber = [...(gleiche === -1 ? darueber : darueber.slice(0, gleiche)), ...anfang.stufen];
    davor = anfang;
  }
  return undefined;
}

/** „Achtung: heute“ begins no field, but goes on with the text of the line above. */
function fortsetzung(zeile: number): GewortetesYaml {
  return {
    zeile,
    meldung:
      'Hier geht der Wert von oben weiter, und der Doppelpunkt macht daraus ein eigenes Feld.',
    tipp: 'Bitte den ganzen Wert in eine Zeile und in gerade Anführungszeichen schreiben.',
  };
}

/** Says of a field or entry where it begins, and where the nearest of those above does. */
function schiefeZeile(erste: Stufe, darueber: readonly Stufe[], davor: Anfang): GewortetesYaml {
  const aeussere = Math.min(...darueber.map(({ spalte }) => spalte));
  // The first field of all stands too far right, where nothing above stands as far left as this.
  if (erste.spalte < aeussere) {
    const { zeile } = darueber[0]!;
    return {
      zeile,
      meldung: `Diese Zeile ist ${eingerueckt(aeussere)}, die Felder darunter ${mitOderNicht(erste.spalte)}.`,
      tipp: WAS_ZUSAMMENGEHOERT,
    };
  }
  const abstand = ({ spalte }: Stufe) => Math.abs(spalte - erste.spalte);
  const kandidaten = darueber.filter(({ art }) => art === erste.art);
  const kleinster = Math.min(...kandidaten.map(abstand));
  const naechste = kandidaten.filter((stufe) => abstand(stufe) === kleinster);
  const bezug = naechste.at(-1);
  if (!bezug) return nirgends(erste.zeile);
  const direkt = bezug.zeile === davor.zeile && davor.stufen[0] === bezug;
  return {
    zeile: erste.zeile,
    meldung: `Diese Zeile ist ${eingerueckt(erste.spalte)}, ${direkt ? `die darüber ${mitOderNicht(bezug.spalte)}` : `„${bezug.name}“ darüber ${bezug.spalte === 0 ? 'gar nicht' : `beginnt nach ${bezug.spalte} Zeichen`}`}.`,
    tipp: `Bitte ${naechste.length === 1 ? `${mitLeerzeichen(bezug.spalte)} beginnen` : `so beginnen wie ${naechste.map(({ name, spalte }) => `„${name}“ (${mitLeerzeichen(spalte)})`).join(' oder wie ')}`}. ${WAS_ZUSAMMENGEHOERT}`,
  };
}

function eingerueckt(spalte: number): string {
  return spalte === 0 ? 'gar nicht eingerückt' : `${mitLeerzeichen(spalte)} eingerückt`;
}

function mitOderNicht(spalte: number): string {
  return spalte === 0 ? 'gar nicht' : `mit ${spalte}`;
}

function mitLeerzeichen(spalte: number): string {
  return spalte === 0 ? 'ohne Leerzeichen' : `mit ${spalte} Leerzeichen`;
}

function nichtInDerSpalte(lines: readonly string[], hier: number): GewortetesYaml | undefined {
  return /^\s*(?:- +)*[^\s:]+:(?: |$)|^\s*- /.test(lines[hier]!) ? nirgends(hier) : undefined;
}

function nirgends(zeile: number): GewortetesYaml {
  return {
    zeile,
    meldung:
      'Diese Zeile beginnt nicht in der Spalte, in der die Felder oder Einträge um sie herum beginnen.',
    tipp: `Bitte die Leerzeichen am Zeilenanfang prüfen: ${WAS_ZUSAMMENGEHOERT}`,
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
