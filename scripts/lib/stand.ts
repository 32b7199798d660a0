/** Which offers are to be checked, as a list to phone through. */
import type { Anbieter } from '../../src/domain/anbieter.ts';
import type { Angebot } from '../../src/domain/angebot.ts';
import { ARCHIV_NACH, isSehrAlt, type Stand, VORLAUF_TAGE } from '../../src/domain/stand.ts';
import { type Katalog, standVon } from '../../src/katalog/katalog.ts';
import { pruefdatum } from '../../src/site/angebot-karte.ts';
import { formatTelefon } from '../../src/site/kontakt.ts';
import { formatDatum } from '../../src/site/kontext.ts';
import { basisOf, createPfade } from '../../src/site/pfade.ts';
import { formatCsv } from '../../src/daten/csv.ts';
import { mehrzahl } from './format-befunde.ts';
import { code, klartext } from './markdown.ts';
import { ohneSteuerzeichen } from './steuerzeichen.ts';

export interface Posten {
  angebot: Angebot;
  stand: Stand;
  archiviert: boolean;
  /** Public address of the offer's page. */
  seite: string;
}

/** A provider with the offers it is to be asked about, the oldest first. */
export interface Gruppe {
  anbieter: Anbieter;
  posten: Posten[];
}

/**
 * Offers by provider: what nobody ever checked comes first, then the oldest check.
 * @param anbieter only this provider's
 * @param alle fresh ones, too
 */
export function toGruppen(
  katalog: Katalog,
  { anbieter, alle = false }: { anbieter?: string | undefined; alle?: boolean | undefined } = {},
): Gruppe[] {
  const pfade = createPfade(basisOf(katalog.portal.url), 'de', katalog.geschuetzt);
  const posten = [...katalog.angebote.values(), ...katalog.archiv.values()]
    .map((angebot): Posten => ({
      angebot,
      stand: standVon(katalog, angebot),
      archiviert: katalog.archiv.has(angebot.id),
      seite: new URL(pfade.angebot(angebot.id), katalog.portal.url).href,
    }))
    .filter(({ stand }) => alle || stand.zustand !== 'aktuell')
    .filter(({ angebot }) => anbieter === undefined || angebot.anbieter === anbieter)
    .sort((a, b) => compare(alter(a), alter(b)) || compare(a.angebot.id, b.angebot.id));
  return [...Map.groupBy(posten, ({ angebot }) => angebot.anbieter)].flatMap(([id, posten]) => {
    const gefunden = katalog.anbieter.get(id);
    return gefunden ? [{ anbieter: gefunden, posten }] : [];
  });
}

const alter = ({ angebot }: Posten) =>
  angebot.geprueft_am === 'unbekannt' ? '' : angebot.geprueft_am;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** „geprüft: 12. März 2019, überfällig seit 12. März 2020, im Archiv“ */
function standText(posten: Posten): string {
  const { angebot, stand, archiviert } = posten;
  const dringend = isDringend(posten) ? ['bitte zuerst: für Menschen in Not'] : [];
  if (angebot.geprueft_am === 'unbekannt')
    return ['niemand weiß, wann zuletzt geprüft', ...dringend].join(', ');
  const datum = (tag: string) => formatDatum(tag, 'de');
  const lage = {
    'ohne-datum': '',
    ueberfaellig: `überfällig seit ${datum(stand.geprueftBis!)}`,
    faellig: `fällig am ${datum(stand.geprueftBis!)}`,
    aktuell: `gilt bis ${datum(stand.geprueftBis!)}`,
  }[stand.zustand];
  const archiv = archiviert
    ? 'im Archiv'
    : stand.zustand === 'ueberfaellig' && !stand.bleibt && stand.sehrAltAb
      ? `kommt am ${datum(stand.sehrAltAb)} ins Archiv`
      : '';
  return [`geprüft: ${pruefdatum(angebot, 'de')}`, lage, archiv, ...dringend]
    .filter(Boolean)
    .join(', ');
}

/** How to reach somebody, in a line. */
export function kontaktText({
  telefon,
  email,
  web,
}: Pick<Anbieter, 'telefon' | 'email' | 'web'>): string {
  const teile = [telefon && `Tel. ${formatTelefon(telefon)}`, email, web].filter(Boolean);
  return teile.join(' · ') || 'kein Kontakt bekannt';
}

/**
 * How much there is to do, and what cannot wait.
 * @returns „3 Angebote von 2 Anbietern: 1 ohne Datum, 2 überfällig …“, and a line about offers for people in need
 */
export function summary(gruppen: readonly Gruppe[]): string {
  const alle = gruppen.flatMap(({ posten }) => posten);
  const anzahl = (zustand: Stand['zustand']) =>
    alle.filter(({ stand }) => stand.zustand === zustand).length;
  const dringend = alle.filter(isDringend).map(({ angebot }) => angebot.id);
  return [
    `${mehrzahl(alle.length, 'Angebot', 'Angebote')} von ${mehrzahl(gruppen.length, 'Anbieter', 'Anbietern')}: ${anzahl('ohne-datum')} ohne Datum, ${anzahl('ueberfaellig')} überfällig, ${anzahl('faellig')} in den nächsten ${VORLAUF_TAGE} Tagen fällig.`,
    ...(dringend.length > 0
      ? [`Bitte zuerst, denn darauf verlassen sich Menschen in Not: ${dringend.join(', ')}.`]
      : []),
  ].join('\n');
}

function isDringend({ stand }: Posten): boolean {
  return stand.bleibt === 'schutz' && ['ohne-datum', 'ueberfaellig'].includes(stand.zustand);
}

/** What the archive holds, or would hold if there were one. */
export function archivText(katalog: Katalog): string {
  if (katalog.portal.archiv_nach !== 'nie')
    return `${katalog.archiv.size} im Archiv (archiv_nach: ${katalog.portal.archiv_nach})`;
  const sehrAlt = [...katalog.angebote.values()]
    .map((angebot) => standVon(katalog, angebot))
    .filter((stand) => stand.bleibt === 'nie' && isSehrAlt(stand, katalog.stichtag));
  return `ausgeschaltet (archiv_nach: nie); mit „archiv_nach: ${ARCHIV_NACH}“ kämen ${sehrAlt.length} von ${katalog.angebote.size} Angeboten ins Archiv`;
}

/** One formatter per value of `--format`; each ends its last line. */
export const STAND_FORMATE = { text: formatText, csv: formatAlsCsv, markdown: formatMarkdown };

function formatText(gruppen: readonly Gruppe[], katalog: Katalog): string {
  const lines = gruppen.flatMap(({ anbieter, posten }) => [
    `${anbieter.name} (${anbieter.id})`,
    `  ${kontaktText(anbieter)}`,
    ...posten.flatMap((eintrag) => [
      `  [ ] ${eintrag.angebot.titel} (${eintrag.angebot.id})`,
      `      ${standText(eintrag)}`,
      ...(eintrag.angebot.kontakt.vomAnbieter
        ? []
        : [`      ${kontaktText(eintrag.angebot.kontakt)}`]),
    ]),
    '',
  ]);
  return [
    ...lines.map(ohneSteuerzeichen),
    summary(gruppen),
    `Archiv: ${archivText(katalog)}.`,
    '',
  ].join('\n');
}

const SPALTEN = [
  'anbieter',
  'telefon',
  'email',
  'angebot',
  'kennung',
  'telefon_angebot',
  'email_angebot',
  'zustand',
  'geprueft_am',
  'geprueft_bis',
  'archiv',
  'seite',
] as const;

function formatAlsCsv(gruppen: readonly Gruppe[]): string {
  const zeilen = gruppen.flatMap(({ anbieter, posten }) =>
    posten.map(({ angebot, stand, archiviert, seite }) => ({
      anbieter: anbieter.name,
      telefon: telefonText(anbieter.telefon),
      email: anbieter.email ?? '',
      angebot: angebot.titel,
      kennung: angebot.id,
      telefon_angebot: telefonText(angebot.kontakt.telefon),
      email_angebot: angebot.kontakt.email ?? '',
      zustand: stand.zustand,
      geprueft_am: angebot.geprueft_am,
      geprueft_bis: stand.geprueftBis ?? '',
      archiv: archiviert ? 'ja' : 'nein',
      seite,
    })),
  );
  return formatCsv(SPALTEN, zeilen);
}

const telefonText = (nummer: string | undefined) => (nummer ? formatTelefon(nummer) : '');

/** A list of boxes to tick, for an issue of the forge. */
function formatMarkdown(gruppen: readonly Gruppe[], katalog: Katalog): string {
  const lines = gruppen.flatMap(({ anbieter, posten }) => [
    `## ${klartext(anbieter.name)}`,
    '',
    klartext(kontaktText(anbieter)),
    '',
    ...posten.map(
      (eintrag) =>
        `- [ ] [${klartext(eintrag.angebot.titel)}](${eintrag.seite}) ${code(eintrag.angebot.id)}: ${klartext(standText(eintrag))}`,
    ),
    '',
  ]);
  return [...lines, summary(gruppen), '', `Archiv: ${klartext(archivText(katalog))}.`, ''].join(
    '\n',
  );
}
