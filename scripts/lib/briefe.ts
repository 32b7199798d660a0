/** Letters to providers: what the portal says about their offers, and a link for each answer. */
import type { Angebot } from '../../src/domain/angebot.ts';
import type { Quelle } from '../../src/domain/felder.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';
import { pruefdatum } from '../../src/site/angebot-karte.ts';
import { type AngebotSeite, toAngebotSeite } from '../../src/site/angebot-seite.ts';
import { formatTelefon } from '../../src/site/kontakt.ts';
import { createKontext, formatDatum } from '../../src/site/kontext.ts';
import { mailto } from '../../src/site/mailto.ts';
import { type Gruppe, kontaktText, type Posten, summary } from './stand.ts';
import { ohneSteuerzeichen } from './steuerzeichen.ts';

/** What a provider can answer about an offer. */
const ANTWORTEN = [
  { antwort: 'stimmt', satz: 'Alle Angaben stimmen.', mehr: '' },
  { antwort: 'hat sich geändert', satz: 'Es hat sich etwas geändert.', mehr: 'So ist es jetzt:\n' },
  { antwort: 'gibt es nicht mehr', satz: 'Das Angebot gibt es nicht mehr.', mehr: '' },
] as const;

/**
 * The letter to a provider, as plain text: nothing in it that does not stand on the offers' pages.
 * @param gruppe with at least one offer
 */
export function toBrief(katalog: Katalog, { anbieter, posten }: Gruppe): string {
  const { portal } = katalog;
  const kontext = createKontext(katalog, 'de');
  const angebote = posten.flatMap((eintrag, i) => [
    '',
    '-'.repeat(72),
    `${i + 1}. ${eintrag.angebot.titel}`,
    '',
    ...angaben(toAngebotSeite(kontext, eintrag.angebot), eintrag).map(
      ([name, wert]) => `   ${`${name}:`.padEnd(20)} ${wert}`,
    ),
    '',
    '   Ihre Antwort (bitte anklicken):',
    ...ANTWORTEN.flatMap((eine) => [
      `   - ${eine.antwort}:`,
      `     <${antwortLink(katalog, eintrag.angebot, eine)}>`,
    ]),
  ]);
  const viele = posten.length > 1;
  return [
    `An: ${anbieter.name}${anbieter.email ? ` <${anbieter.email}>` : ''}`,
    `Betreff: Stimmen Ihre Angaben im ${portal.name}?`,
    '',
    'Guten Tag,',
    '',
    `im ${portal.name} (${portal.url}) finden zugewanderte Menschen ${viele ? `${posten.length} Angebote` : 'ein Angebot'} von Ihnen.`,
    'Damit niemand vor einer verschlossenen Tür steht, fragen wir regelmäßig nach: Stimmen diese Angaben noch?',
    '',
    `Bitte lesen Sie ${viele ? 'jedes Angebot' : 'das Angebot'} durch und klicken Sie auf eine der drei Antworten.`,
    portal.projekt && !posten.every(({ angebot }) => angebot.schnellVerlassen)
      ? 'Es öffnet sich eine vorbereitete Meldung in unserem Projekt. Dafür brauchen Sie dort ein Konto, und die Meldung ist öffentlich. Ohne Konto antworten Sie bitte einfach auf diese E-Mail.'
      : 'Es öffnet sich eine vorbereitete E-Mail, die Sie nur noch abschicken. Sie können auch einfach auf diese E-Mail antworten.',
    ...angebote,
    '',
    '-'.repeat(72),
    'Vielen Dank für Ihre Hilfe!',
    '',
    portal.kontakt.stelle,
    ...(portal.kontakt.telefon ? [`Telefon: ${formatTelefon(portal.kontakt.telefon)}`] : []),
    `E-Mail: ${portal.kontakt.email}`,
    '',
  ]
    .map(ohneSteuerzeichen)
    .join('\n');
}

/** The facts as the page shows them; what it does not know is said, so that the provider adds it. */
function angaben(
  seite: AngebotSeite,
  { angebot, archiviert, seite: adresse }: Posten,
): [string, string][] {
  const oder = (werte: readonly string[]) => werte.join('; ') || 'nicht bekannt';
  return [
    ['Seite', adresse],
    ['Stand', standSatz(angebot)],
    ...(seite.quelle ? [quelleSatz(seite.quelle)] : []),
    ...(archiviert
      ? [
          [
            'Achtung',
            'Weil die Angaben so alt sind, zeigt die Suche dieses Angebot zurzeit nicht.',
          ] as [string, string],
        ]
      : []),
    [
      'Wo',
      seite.vertraulich
        ? seite.ortszeile.text
        : oder([...seite.orte.map(({ zeilen }) => zeilen.join(', ')), ...seite.ohneOrt]),
    ],
    [
      'Wann',
      oder([
        ...seite.zeiten.map(({ tage, zeit, zusatz, hinweis }) =>
          [tage, zeit, zusatz && `(${zusatz})`, ...hinweis.map(({ text }) => text)]
            .filter(Boolean)
            .join(' '),
        ),
        ...seite.termine,
        ...seite.ausnahmen.map(({ text }) => text),
      ]),
    ],
    ['Telefon', seite.telefon?.text ?? 'nicht bekannt'],
    ['E-Mail', seite.email?.text ?? 'nicht bekannt'],
    ['Webseite', angebot.kontakt.web ?? 'nicht bekannt'],
    ...seite.angaben.map(({ titel, werte }): [string, string] => [
      titel,
      oder(
        werte.map(({ text, zusaetze = [] }) =>
          [text, ...zusaetze.map((zusatz) => `(${zusatz.text})`)].join(' '),
        ),
      ),
    ]),
  ];
}

function standSatz(angebot: Angebot): string {
  const { geprueft_am, geprueft_durch } = angebot;
  if (geprueft_am === 'unbekannt') return 'nicht bekannt';
  return `${pruefdatum(angebot, 'de')}${geprueft_durch ? `, geprüft durch ${geprueft_durch}` : ''}`;
}

function quelleSatz({ name, url }: Quelle): [string, string] {
  return ['Quelle', url ? `${name}, ${url}` : name];
}

/**
 * Opens a mail or, where the portal names its project, a new issue there. Issues are public: what protects people is always
 * answered by mail.
 */
function antwortLink(
  { portal }: Katalog,
  { id, titel, schnellVerlassen }: Angebot,
  { antwort, satz, mehr }: (typeof ANTWORTEN)[number],
): string {
  const betreff = `${id}: ${antwort}`;
  const text = `${satz}\n\nAngebot: ${titel} (${id})\n\n${mehr}`.trimEnd() + '\n';
  if (!portal.projekt || schnellVerlassen) return mailto(portal.kontakt.email, { betreff, text });
  const projekt = portal.projekt.replace(/\/$/, '');
  const github = new URL(projekt).hostname === 'github.com';
  const url = new URL(`${projekt}${github ? '' : '/-'}/issues/new`);
  url.searchParams.set(github ? 'title' : 'issue[title]', betreff);
  url.searchParams.set(github ? 'body' : 'issue[description]', text);
  return url.href;
}

/** Who gets which letter, to print and to tick off. */
export function toUebersicht(katalog: Katalog, gruppen: readonly Gruppe[]): string {
  return [
    `Briefe an Anbieter, ${katalog.portal.name}, ${formatDatum(katalog.stichtag, 'de')}`,
    '',
    summary(gruppen),
    '',
    ...gruppen.flatMap(({ anbieter, posten }) => [
      `[ ] verschickt  [ ] Antwort   ${anbieter.name}`,
      `                              ${kontaktText(anbieter)}`,
      `                              ${dateiVon(anbieter.id)}: ${posten.map(({ angebot }) => angebot.id).join(', ')}`,
      '',
    ]),
  ]
    .map(ohneSteuerzeichen)
    .join('\n');
}

/** Name of the letter to a provider. */
export const dateiVon = (anbieter: string) => `${anbieter}.txt`;
/** Name of the summary; no id of a provider begins with a line below. */
export const UEBERSICHT = '_uebersicht.txt';
