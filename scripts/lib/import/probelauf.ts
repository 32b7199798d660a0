/** Which rows of a table the content could be published with; see `probe`. */
import { join } from 'node:path';
import type { Felder } from '../../../src/daten/tabelle.ts';
import { angebotSchema } from '../../../src/domain/angebot.ts';
import { type Befund, fehlerIn } from '../../../src/domain/befund.ts';
import { unterkunftOffen } from '../../../src/katalog/rules/unterkunft-offen.ts';
import { formatEintrag, setzeFelder } from '../../../src/katalog/schreiben.ts';
import { befundeMit, fehlerDesInhalts } from '../probe.ts';
import { liesDatei } from '../schreibe-datei.ts';
import type { Plan, Rueckweisung, Vorhaben } from './plan.ts';
import { spalteVon, type Zuordnung } from './spalten.ts';

interface Probe {
  plan: Plan;
  dateien: Map<string, string>;
  fragen: Befund[];
}

/**
 * Takes out every row with which the content could not be published, until the rest can.
 * @returns the plan with those rows among the refused ones; the files of the others: path below the content folder → content; and what
 *   in them may be a shelter, before it is written
 * @throws Error with a German sentence where an error belongs to no row
 */
export function probelauf(
  plan: Plan,
  inhalt: string,
  stichtag: string,
  zuordnung: Zuordnung,
  kopf: readonly string[],
): Probe {
  let { vorhaben } = plan;
  const zurueck = [...plan.zurueck];
  let bekannt: ReadonlySet<string> | undefined;
  for (;;) {
    const dateien = new Map(vorhaben.flatMap((eines) => dateienVon(eines, inhalt)));
    const ergebnis = (fragen: Befund[] = []): Probe => ({
      fragen,
      plan: { ...plan, vorhaben, zurueck: zurueck.sort((a, b) => a.zeile.nummer - b.zeile.nummer) },
      dateien,
    });
    if (dateien.size === 0) return ergebnis();
    bekannt ??= new Set(fehlerDesInhalts(inhalt, stichtag).map(schluessel));
    const befunde = befundeMit(dateien, inhalt, stichtag);
    const neue = fehlerIn(befunde).filter((befund) => !bekannt!.has(schluessel(befund)));
    if (neue.length === 0)
      return ergebnis(
        befunde.filter(({ regel, datei }) => regel === unterkunftOffen.name && dateien.has(datei)),
      );
    const schlechte = new Map<Vorhaben, Befund[]>();
    for (const befund of neue)
      for (const eines of vorhaben)
        if (betrifft(befund, eines))
          schlechte.set(eines, [...(schlechte.get(eines) ?? []), befund]);
    if (schlechte.size === 0)
      throw new Error(
        `Mit dieser Tabelle ließe sich das Portal nicht veröffentlichen: ${neue[0]!.datei}: ${neue[0]!.meldung}`,
      );
    zurueck.push(
      ...[...schlechte].map(([eines, befunde]) => abgelehnt(eines, befunde, zuordnung, kopf)),
    );
    vorhaben = vorhaben.filter((eines) => !schlechte.has(eines));
  }
}

function dateienVon(
  { art, id, felder, text, neuerAnbieter }: Vorhaben,
  inhalt: string,
): [string, string][] {
  const name = `angebote/${id}.md`;
  const datei =
    art === 'neu'
      ? formatEintrag('angebot', mitZahlen(felder), text)
      : mitText(setzeFelder('angebot', liesDatei(join(inhalt, name)), mitZahlen(felder)), text);
  const anbieter = neuerAnbieter && formatEintrag('anbieter', { name: neuerAnbieter.name });
  return [
    ...(anbieter ? ([[`anbieter/${neuerAnbieter.id}.yaml`, anbieter]] as [string, string][]) : []),
    [name, datei],
  ];
}

/** Numbers are written without quotation marks. */
function mitZahlen(felder: Felder): Record<string, unknown> {
  const lies = (wert: unknown, feld: string): unknown => {
    if (Array.isArray(wert)) return wert.map((teil) => lies(teil, feld));
    if (typeof wert === 'object' && wert !== null)
      return Object.fromEntries(
        Object.entries(wert).map(([name, teil]) => [
          name,
          lies(teil, feld === 'alter' ? feld : name),
        ]),
      );
    return ZAHLEN.includes(feld) && /^-?\d+(\.\d+)?$/.test(String(wert)) ? Number(wert) : wert;
  };
  return lies(felder, '') as Record<string, unknown>;
}

const ZAHLEN = ['alter', 'lat', 'lon', 'betrag', 'einheiten', 'plaetze'];

/** The file with another text below its front matter. */
function mitText(datei: string, text: string | undefined): string {
  if (text === undefined) return datei;
  const ende = datei.includes('\r\n') ? '\r\n' : '\n';
  // A file may end with its front matter, without a line end.
  const [kopf] = /^\ufeff?---\r?\n[^]*?\n---(?=\r?\n|$)/.exec(datei)!;
  return `${kopf}${ende}${ende}${text.trim().replaceAll('\n', ende)}${ende}`;
}

function schluessel({ datei, feld, meldung }: Befund): string {
  return [datei, feld, meldung].join('\n');
}

/** True where a finding stands in a file that a row writes, in a translation of it, or in its provider. */
function betrifft({ datei }: Befund, { id, neuerAnbieter, felder }: Vorhaben): boolean {
  const anbieter = neuerAnbieter?.id ?? felder['anbieter'];
  return datei.startsWith(`angebote/${id}.`) || datei === `anbieter/${String(anbieter)}.yaml`;
}

function abgelehnt(
  { zeile, titel }: Vorhaben,
  befunde: readonly Befund[],
  zuordnung: Zuordnung,
  kopf: readonly string[],
): Rueckweisung {
  const saetze = befunde.map(({ feld, meldung, tipp }) => {
    const spalte = spalteFuer(feld, zuordnung, kopf);
    return [`${spalte}: ${meldung}`, tipp].filter(Boolean).join(' ');
  });
  return { zeile, titel, grund: [...new Set(saetze)].join(' ') };
}

/** Where in the table a finding about a field of the file has its cause. */
function spalteFuer(feld: string, zuordnung: Zuordnung, kopf: readonly string[]): string {
  const [name = ''] = /^[a-z_]+/.exec(feld) ?? [];
  const teil = feld.split('.').at(-1)!;
  const ziel = ['text', ...Object.keys(angebotSchema.shape)].includes(name) ? name : 'text';
  const moegliche = [`ort.${teil}`, `${ziel}.${teil}`, ziel];
  const gefunden = moegliche.find((eines) => Object.values(zuordnung.spalten).includes(eines));
  return gefunden ? `Spalte „${spalteVon(gefunden, zuordnung, kopf)}“` : `Feld „${feld}“`;
}
