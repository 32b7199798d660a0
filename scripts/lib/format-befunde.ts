/** Findings for people, programs, and the two forges. */
import { createHash } from 'node:crypto';
import type { Befund } from '../../src/domain/befund.ts';

type Format = 'text' | 'json' | 'github' | 'gitlab';

/** One formatter per value of `--format`. */
export const FORMATE: Record<Format, (befunde: readonly Befund[]) => string> = {
  text: formatText,
  json: (befunde) => JSON.stringify(befunde, null, 2),
  github: (befunde) => befunde.map(formatGithub).join('\n'),
  gitlab: (befunde) => JSON.stringify(befunde.map(formatGitlab), null, 2),
};

export function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATE, name);
}

/** Grouped per file, with a summary at the end. */
export function formatText(befunde: readonly Befund[]): string {
  const lines: string[] = [];
  for (const [datei, gruppe] of Map.groupBy(befunde, (befund) => befund.datei)) {
    lines.push(datei);
    for (const { zeile, feld, stufe, meldung, tipp } of gruppe) {
      lines.push(`  Zeile ${zeile} · ${feld} · ${stufe.toUpperCase()}`, `    ${meldung}`);
      if (tipp) lines.push(`    → ${tipp}`);
    }
    lines.push('');
  }
  lines.push(summariseBefunde(befunde));
  return lines.join('\n');
}

/** „2 Fehler, 1 Warnung, 12 Hinweise“. */
export function summariseBefunde(befunde: readonly Befund[]): string {
  const count = (stufe: Befund['stufe']) => befunde.filter((befund) => befund.stufe === stufe).length;
  const fehler = count('fehler');
  const teile = [`${fehler} Fehler`, mehrzahl(count('warnung'), 'Warnung', 'Warnungen'), mehrzahl(count('hinweis'), 'Hinweis', 'Hinweise')];
  const urteil = fehler > 0 ? 'So kann das Portal nicht veröffentlicht werden.' : 'Das Portal kann veröffentlicht werden.';
  return `${teile.join(', ')}. ${urteil}`;
}

function mehrzahl(anzahl: number, eins: string, viele: string): string {
  return `${anzahl} ${anzahl === 1 ? eins : viele}`;
}

/** @see GitHub Actions, workflow commands */
function formatGithub({ datei, zeile, feld, stufe, meldung, tipp }: Befund): string {
  const command = { fehler: 'error', warnung: 'warning', hinweis: 'notice' }[stufe];
  const escape = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const message = escape([meldung, tipp].filter(Boolean).join(' '));
  return `::${command} file=${property(datei)},line=${zeile},title=${property(feld)}::${message}`;
}

/** @see GitLab, Code Quality report format */
function formatGitlab({ datei, zeile, feld, stufe, regel, meldung, tipp }: Befund) {
  return {
    description: [`${feld}: ${meldung}`, tipp].filter(Boolean).join(' '),
    check_name: regel,
    fingerprint: createHash('sha256').update([datei, feld, regel, meldung].join('\0')).digest('hex'),
    severity: { fehler: 'blocker', warnung: 'minor', hinweis: 'info' }[stufe],
    location: { path: datei, lines: { begin: zeile } },
  };
}
