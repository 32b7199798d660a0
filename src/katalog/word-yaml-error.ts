import type { YAMLError } from 'yaml';

/** What a YAML error means for somebody who has never heard of YAML. */
export function wordYamlError(error: YAMLError): { meldung: string; tipp: string } {
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
