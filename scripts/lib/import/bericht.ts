/** What an import does, in German, for the terminal; and the rows that come back. */
import { formatCsv } from '../../../src/daten/csv.ts';
import { ohneSteuerzeichen } from '../steuerzeichen.ts';
import type { Tabelle } from './lies-tabelle.ts';
import type { Bemerkung, Plan, Rueckweisung, Vorhaben } from './plan.ts';
import { NICHT, type Zuordnung } from './spalten.ts';

/** Which column goes where. */
export function formatSpalten(kopf: readonly string[], { spalten }: Zuordnung): string {
  const ziel = (name: string) => spalten[name] ?? NICHT;
  const gleiche = kopf.filter((name) => ziel(name) === name).length;
  const uebernommen = kopf.filter((name) => ziel(name) !== NICHT && ziel(name) !== name);
  const breite = Math.min(40, Math.max(0, ...uebernommen.map(({ length }) => length)));
  const nicht = kopf.filter((name) => ziel(name) === NICHT);
  return [
    ...(gleiche > 0 ? [`  Spalten, die wie ihr Feld heißen: ${gleiche}`] : []),
    ...uebernommen.map((name) => `  ${sicher(name, 40).padEnd(breite)}  → ${ziel(name)}`),
    ...(nicht.length > 0
      ? [`  nicht übernommen: ${nicht.map((name) => sicher(name, 40)).join(', ')}`]
      : []),
  ].join('\n');
}

/** The preview: added, changed field by field, left alone, refused. */
export function formatPlan(plan: Plan): string {
  const { vorhaben, unveraendert, zurueck } = plan;
  const neue = vorhaben.filter(({ art }) => art === 'neu');
  const geaenderte = vorhaben.filter(({ art }) => art === 'geaendert');
  const dubletten = zurueck.filter(({ dublette }) => dublette);
  const abgelehnte = zurueck.filter(({ dublette }) => !dublette);
  const anbieter = new Map<string, { zeile: number; name: string; bemerkung?: string }>();
  for (const { zeile, neuerAnbieter } of vorhaben)
    if (neuerAnbieter && !anbieter.has(neuerAnbieter.id))
      anbieter.set(neuerAnbieter.id, { ...neuerAnbieter, zeile: zeile.nummer });
  const bemerkungen = [
    ...plan.bemerkungen,
    // Only now it is known which row is the first that is taken.
    ...anbieter
      .values()
      .flatMap(({ zeile, bemerkung }) => (bemerkung ? [{ zeile, text: bemerkung }] : [])),
  ].sort((a, b) => a.zeile - b.zeile);
  return [
    abschnitt('Neu', neue, ({ zeile, titel, id }) => [
      `Zeile ${zeile.nummer}: ${sicher(titel)} → angebote/${id}.md`,
    ]),
    abschnitt('Neue Anbieter', [...anbieter], ([id, { name }]) => [
      `${sicher(name)} → anbieter/${id}.yaml`,
    ]),
    abschnitt('Geändert', geaenderte, formatAenderung),
    abschnitt('Vielleicht schon da, darum nicht übernommen', dubletten, formatRueckweisung),
    abschnitt('Abgelehnt', jeGrund(abgelehnte), ({ zeilen, text }) => [`${zeilen}: ${text}`]),
    abschnitt('Bemerkungen', jeGrund(bemerkungen), ({ zeilen, text }) => [`${zeilen}: ${text}`]),
    `Unverändert: ${unveraendert}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function abschnitt<T>(titel: string, eintraege: readonly T[], zeilen: (t: T) => string[]): string {
  if (eintraege.length === 0) return '';
  return [`${titel} (${eintraege.length})`, ...eintraege.flatMap(zeilen).map((z) => `  ${z}`)].join(
    '\n',
  );
}

function formatAenderung({ zeile, titel, id, aenderungen }: Vorhaben): string[] {
  return [
    `Zeile ${zeile.nummer}: ${sicher(titel)} (${id})`,
    ...aenderungen.map(
      ([feld, vorher, nachher]) =>
        `  ${feld}: ${vorher ? sicher(vorher) : '(leer)'} → ${sicher(nachher)}`,
    ),
  ];
}

function formatRueckweisung({ zeile, titel, grund }: Rueckweisung): string[] {
  return [`Zeile ${zeile.nummer}: ${sicher(titel)}: ${ohneSteuerzeichen(grund)}`];
}

/** What is said of many rows is said once. */
function jeGrund(alle: readonly (Rueckweisung | Bemerkung)[]): { zeilen: string; text: string }[] {
  const text = (eine: Rueckweisung | Bemerkung) => ('grund' in eine ? eine.grund : eine.text);
  const nummer = ({ zeile }: Rueckweisung | Bemerkung) =>
    typeof zeile === 'number' ? zeile : zeile.nummer;
  return [...Map.groupBy(alle, text)].map(([grund, gruppe]) => {
    const [erste] = gruppe;
    const titel = gruppe.length === 1 && erste && 'titel' in erste ? ` ${sicher(erste.titel)}` : '';
    return {
      zeilen: `${gruppe.length === 1 ? 'Zeile' : 'Zeilen'} ${gruppe.map(nummer).join(', ')}${titel}`,
      text: ohneSteuerzeichen(grund),
    };
  });
}

/** A text of the table as one short line. */
function sicher(text: string, laenge = 160): string {
  const zeile = ohneSteuerzeichen(text.replace(/\s*\n\s*/g, ' ⏎ '));
  const gekuerzt = zeile.length > laenge ? `${zeile.slice(0, laenge - 1)}…` : zeile;
  return laenge === 160 ? `„${gekuerzt}“` : gekuerzt;
}

/** The rows that were not taken, as they were, with their number and the reason. */
export function formatAbgelehnte({ kopf }: Tabelle, zurueck: readonly Rueckweisung[]): string {
  const eigene = kopf.filter((name) => !['Zeile', 'Grund'].includes(name));
  return formatCsv(
    [...eigene, 'Zeile', 'Grund'],
    zurueck.map(({ zeile, grund }) => ({
      ...Object.fromEntries(kopf.map((name, i) => [name, zeile.zellen[i] ?? ''])),
      Zeile: String(zeile.nummer),
      Grund: grund,
    })),
  );
}
