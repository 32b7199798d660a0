/** Findings for people, programs, and the two forges. */
import { createHash } from 'node:crypto';
import type { Befund } from '../../src/domain/befund.ts';

type Format = 'text' | 'json' | 'github' | 'gitlab';

/** One formatter per value of `--format`. */
export const FORMATE: Record<Format, (befunde: readonly Befund[]) => string> = {
  text: (befunde) => formatText(befunde.map(sauber)),
  json: (befunde) => JSON.stringify(befunde, null, 2),
  github: (befunde) => nachStufe(befunde).map(sauber).map(formatGithub).join('\n'),
  gitlab: (befunde) => formatGitlab(befunde.map(sauber)),
};

/** What would begin a new line, move the cursor of a terminal, or turn its text around. */
const STEUERZEICHEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A text of one line that does nothing to a terminal. */
export function ohneSteuerzeichen(text: string): string {
  return text.replace(STEUERZEICHEN, '\ufffd');
}

/** Findings quote what a pull request brought; a quoted line break must not begin a command of the forge. */
function sauber(befund: Befund): Befund {
  return {
    ...befund,
    datei: ohneSteuerzeichen(befund.datei),
    feld: ohneSteuerzeichen(befund.feld),
    meldung: ohneSteuerzeichen(befund.meldung),
    ...(befund.tipp && { tipp: ohneSteuerzeichen(befund.tipp) }),
  };
}

export function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATE, name);
}

const STUFEN: readonly (readonly [Befund['stufe'], string])[] = [
  ['fehler', 'FEHLER – bitte zuerst beheben'],
  ['warnung', 'WARNUNGEN – bitte ansehen'],
  ['hinweis', 'HINWEISE'],
];

/** The worst first, so that nobody has to look for it among hints; per file, with a summary at the end. */
function formatText(befunde: readonly Befund[]): string {
  const lines: string[] = [];
  for (const [stufe, titel] of STUFEN) {
    const gruppe = befunde.filter((befund) => befund.stufe === stufe);
    if (gruppe.length > 0) lines.push(`== ${titel} (${gruppe.length}) ==`, '');
    for (const [datei, eintraege] of Map.groupBy(gruppe, (befund) => befund.datei)) {
      lines.push(datei);
      for (const { zeile, feld, meldung, tipp } of eintraege) {
        lines.push(`  Zeile ${zeile} · ${feld} · ${stufe.toUpperCase()}`, `    ${meldung}`);
        if (tipp) lines.push(`    → ${tipp}`);
      }
      lines.push('');
    }
  }
  lines.push(summariseBefunde(befunde));
  return lines.join('\n');
}

/** By level, the worst first; forges show only the first annotations. */
function nachStufe(befunde: readonly Befund[]): Befund[] {
  return STUFEN.flatMap(([stufe]) => befunde.filter((befund) => befund.stufe === stufe));
}

/** „2 Fehler, 1 Warnung, 12 Hinweise“. */
export function summariseBefunde(befunde: readonly Befund[]): string {
  const count = (stufe: Befund['stufe']) =>
    befunde.filter((befund) => befund.stufe === stufe).length;
  const fehler = count('fehler');
  const teile = [
    `${fehler} Fehler`,
    mehrzahl(count('warnung'), 'Warnung', 'Warnungen'),
    mehrzahl(count('hinweis'), 'Hinweis', 'Hinweise'),
  ];
  const urteil =
    fehler > 0
      ? 'So kann das Portal nicht veröffentlicht werden.'
      : 'Das Portal kann veröffentlicht werden.';
  return `${teile.join(', ')}. ${urteil}`;
}

/** „1 Hinweis“, „2 Hinweise“. */
export function mehrzahl(anzahl: number, eins: string, viele: string): string {
  return `${anzahl} ${anzahl === 1 ? eins : viele}`;
}

/** @see GitHub Actions, workflow commands */
function formatGithub({ datei, zeile, feld, stufe, meldung, tipp }: Befund): string {
  const command = { fehler: 'error', warnung: 'warning', hinweis: 'notice' }[stufe];
  const escape = (text: string) =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const message = escape([meldung, tipp].filter(Boolean).join(' '));
  return `::${command} file=${property(datei)},line=${zeile},title=${property(feld)}::${message}`;
}

/** @see GitLab, Code Quality report format */
function formatGitlab(befunde: readonly Befund[]): string {
  const anzahl = new Map<string, number>();
  const report = befunde.map(({ datei, zeile, feld, stufe, regel, meldung, tipp }) => {
    // Without the line, so that a finding stays the same when lines above it change; the same twice is counted instead.
    const inhalt = [datei, feld, regel, meldung].join('\0');
    const nummer = anzahl.get(inhalt) ?? 0;
    anzahl.set(inhalt, nummer + 1);
    return {
      description: [`${feld}: ${meldung}`, tipp].filter(Boolean).join(' '),
      check_name: regel,
      fingerprint: createHash('sha256').update(`${inhalt}\0${nummer}`).digest('hex'),
      severity: { fehler: 'blocker', warnung: 'minor', hinweis: 'info' }[stufe],
      location: { path: datei, lines: { begin: zeile } },
    };
  });
  return JSON.stringify(report, null, 2);
}
