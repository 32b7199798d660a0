/** The report in a few sentences: what somebody reads who reads nothing else. */
import type { Bericht } from '../../bericht/bericht.ts';
import { aufzaehlung } from '../../i18n/intl.ts';
import type { Kontext } from '../kontext.ts';
import { formatDatum, label } from '../kontext.ts';
import { anteil, mehrzahl, zahl } from './worte.ts';

/** So many gaps are named; the tables have them all. */
const HOECHSTENS = 3;

/** German sentences, plain; one alone where the portal has no offer. */
export function zusammenfassung({ katalog }: Pick<Kontext, 'katalog'>, bericht: Bericht): string[] {
  const { angebote, anbieter, alter, gebiet, kommunen, maengel } = bericht;
  const am = formatDatum(katalog.stichtag, 'de');
  if (angebote.alle === 0) return [`Am ${am} steht im Portal noch kein Angebot.`];
  const inFrist = alter['in-frist'];
  const ohneSprachen = maengel.filter((eines) => eines.maengel.includes('ohne-sprachen')).length;
  return [
    `Am ${am} stehen im Portal ${mehrzahl(angebote.alle, 'Angebot', 'Angebote')} von ${mehrzahl(anbieter, 'Anbieter', 'Anbietern')}. ${zahl(gebiet.ort)} davon haben ihren Ort in einer der ${mehrzahl(kommunen.length, 'Stadt oder Gemeinde', 'Städte und Gemeinden')} oder gelten ausdrücklich dort, ${zahl(gebiet.kreis)} gelten für den ganzen Kreis oder bundesweit, ohne dass das Portal einen Ort nennt.${gebiet.unbekannt > 0 ? ` Bei ${zahl(gebiet.unbekannt)} ist nicht bekannt, für welchen Ort sie gelten.` : ''}`,
    `${2 * inFrist < angebote.alle ? 'Nur bei' : 'Bei'} ${zahl(inFrist)} von ${mehrzahl(angebote.alle, 'Angebot', 'Angeboten')} (${anteil(inFrist, angebote.alle)}) sind die Angaben so aktuell, wie sie sein sollen. Bei ${zahl(angebote.veraltet - alter.unbekannt)} ist die Frist für die nächste Prüfung vorbei, bei ${zahl(alter.unbekannt)} ist nicht bekannt, von wann die Angaben sind.`,
    ...lueckenSaetze(katalog, bericht),
    ...(ohneSprachen > 0
      ? [
          `Bei ${zahl(ohneSprachen)} von ${zahl(angebote.alle)} Angeboten ist nicht bekannt, in welchen Sprachen man sich dort verständigen kann.`,
        ]
      : []),
  ];
}

/** The Themen and the Kommunen with the most gaps. */
function lueckenSaetze({ vokabular }: Kontext['katalog'], bericht: Bericht): string[] {
  const alle = bericht.kommunen.length;
  const themen = bericht.themaKommune.zeilen
    .map(({ id, zellen }) => ({
      name: `„${label(vokabular.themen, id, 'de').text}“`,
      luecken: zellen.filter(({ hier }) => hier.alle === 0).length,
    }))
    .filter(({ luecken }) => luecken > 0)
    .sort((a, b) => b.luecken - a.luecken);
  const orte = bericht.kommunen.toSorted((a, b) => b.themenOhne.length - a.themenOhne.length);
  const meiste = orte[0]?.themenOhne.length ?? 0;
  if (themen.length === 0)
    return ['Zu jedem Thema gibt es in jeder Stadt und Gemeinde ein eigenes Angebot.'];
  const groesste = themen
    .slice(0, HOECHSTENS)
    .map(({ name, luecken }) => `zu ${name} in ${zahl(luecken)} von ${zahl(alle)}`);
  const namen = orte
    .filter(({ themenOhne }) => themenOhne.length === meiste)
    .map(({ id }) => label(vokabular.kommunen, id, 'de').text);
  return [
    `Die größten Lücken nach Thema: Kein eigenes Angebot gibt es ${aufzaehlung(groesste, 'de')} Städten und Gemeinden.`,
    `Die größten Lücken nach Ort: ${aufzaehlung(namen, 'de')} ${namen.length === 1 ? 'hat' : 'haben'} zu ${zahl(meiste)} von ${zahl(vokabular.themen.size)} Themen kein eigenes Angebot.`,
  ];
}

/** What these numbers cannot say. */
export function vorbehalt({ katalog }: Pick<Kontext, 'katalog'>): string[] {
  return [
    'Der Bericht zählt, was im Portal steht. Eine Lücke heißt: Hier ist kein Angebot eingetragen. Vielleicht gibt es trotzdem eines, das noch niemand gemeldet hat.',
    ...(katalog.portal.probebetrieb
      ? [
          'Das Portal ist im Probebetrieb. Die Angaben stammen aus öffentlichen Quellen und sind zum Teil viele Jahre alt; die Anbieter haben sie nicht bestätigt. Manches Angebot gibt es vielleicht nicht mehr.',
        ]
      : []),
    'Der Bericht zählt Angebote, nicht Plätze, Öffnungszeiten oder Güte: Ein Kurs mit zehn Plätzen zählt so viel wie eine Beratungsstelle, die jeden Tag geöffnet ist.',
  ];
}
