/** Findings for people, programs, and the two forges. */
import { createHash } from 'node:crypto';
import type { Befund } from '../../src/domain/befund.ts';
import { code, MAX_KOMMENTAR, satz, setzeAbschnitte } from './markdown.ts';
import { ohneSteuerzeichen } from './steuerzeichen.ts';

type Format = 'text' | 'json' | 'github' | 'gitlab' | 'markdown';

/** One formatter per value of `--format`. */
export const FORMATE: Record<Format, (befunde: readonly Befund[]) => string> = {
  text: (befunde) => formatText(befunde.map(sauber)),
  json: (befunde) => JSON.stringify(befunde, null, 2),
  github: (befunde) => nachStufe(befunde).map(sauber).map(formatGithub).join('\n'),
  gitlab: (befunde) => formatGitlab(befunde.map(sauber)),
  markdown: (befunde) => `**${summariseBefunde(befunde)}**\n\n${formatMarkdown(befunde)}`.trimEnd(),
};

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
        const wo = [`Zeile ${zeile}`, feldname(feld), stufe.toUpperCase()].filter(Boolean);
        lines.push(`  ${wo.join(' · ')}`, `    ${meldung}`);
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

const STUFE_NAME = { fehler: 'Fehler', warnung: 'Warnung', hinweis: 'Hinweis' } as const;
/** What is no field, as readers call it. */
const KEIN_FELD: Readonly<Record<string, string>> = {
  '(text)': 'im Text',
  '(front matter)': 'im Kopf der Datei',
  '(dateiname)': 'Dateiname',
};

/** The field of a finding for people; empty where file and line say it all. */
export function feldname(feld: string, schreibe = (name: string) => name): string {
  return KEIN_FELD[feld] ?? (feld.startsWith('(') ? '' : schreibe(feld));
}

/**
 * Findings for a comment: per file, the file with the worst first.
 * @param max characters; where that is not enough, the end says how many more there are and in which files
 */
export function formatMarkdown(befunde: readonly Befund[], max = MAX_KOMMENTAR): string {
  const dateien = Map.groupBy(nachStufe(befunde), ({ datei }) => datei);
  const abschnitte = [...dateien].map(([datei, eintraege]) => ({
    titel: `#### ${code(datei)}`,
    eintraege: eintraege.map(formatPunkt),
    ort: datei,
  }));
  return setzeAbschnitte(abschnitte, max, ['Befund', 'Befunde']);
}

function formatPunkt({ zeile, feld, stufe, meldung, tipp }: Befund): string {
  const wo = feldname(feld, (name) => `Feld ${code(name)}`);
  const stelle = [`Zeile ${zeile}`, wo].filter(Boolean).join(', ');
  return `- **${STUFE_NAME[stufe]}**, ${stelle}: ${satz(meldung)}${tipp ? `\\\n  → ${satz(tipp)}` : ''}`;
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
