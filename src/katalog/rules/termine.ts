import type { AngebotEintrag } from '../../domain/angebot.ts';
import type { Pfad } from '../../domain/befund.ts';
import { plusTage, tageZwischen, wochentag } from '../../domain/datum.ts';
import { isOhneBeginn, regelAus, regelVon } from '../../domain/reihen.ts';
import { type Wiederholung, wiederholungstage } from '../../domain/wiederholung.ts';
import { TAGESNAMEN, WOCHENTAGE, type Zeit } from '../../domain/zeiten.ts';
import type { Fund, Regel } from './regel.ts';

type FundImAngebot = Omit<Fund, 'art' | 'id'>;
type Termin = NonNullable<AngebotEintrag['termine']>[number];

/** No series is planned farther back or ahead; and counting its days would take the longer. */
const WEIT_TAGE = 3660;

/** Dates and series that cannot be, that are over, or that nobody can work out. */
export const termine: Regel = {
  name: 'termine',
  zweck:
    'A calendar sends people to a door: a series must begin on one of its own days, and a cancelled day must be one of them.',
  pruefe({ katalog, eintraege }) {
    return [...eintraege.angebote].flatMap(([id, angebot]) =>
      [
        ...(angebot.zeiten ?? []).flatMap((zeit, i) =>
          isOhneBeginn(zeit, angebot.kurs) ? [ohneBeginn(i)] : andererTag(zeit, i),
        ),
        ...(angebot.termine ?? []).flatMap((termin, i) =>
          pruefeTermin(termin, ['termine', i], angebot, katalog.stichtag),
        ),
      ].map((fund): Fund => ({ art: 'angebot', id, ...fund })),
    );
  },
};

function ohneBeginn(i: number): FundImAngebot {
  return {
    feld: ['zeiten', i, 'rhythmus'],
    stufe: 'hinweis',
    meldung:
      '„zweiwoechentlich“ ohne Beginn: In welcher Woche es stattfindet, weiß niemand. Im Kalender steht es deshalb nicht.',
    tipp: 'Bitte den Tag eines Treffens ergänzen, zum Beispiel: gueltig_ab: 2027-01-08',
  };
}

/** Every other week, counted from a day on which nobody meets: before or after it is not said. */
function andererTag(zeit: Zeit, i: number): FundImAngebot[] {
  const { tage, gueltig_ab } = zeit;
  if (!tage || !gueltig_ab || regelVon(zeit, tage).interval !== 2) return [];
  const trifftSich = (tag: string) => tage.includes(WOCHENTAGE[wochentag(tag)]!);
  if (trifftSich(gueltig_ab)) return [];
  const naechster = (richtung: 1 | -1) => {
    let tag = gueltig_ab;
    while (!trifftSich(tag)) tag = plusTage(tag, richtung);
    return tag;
  };
  const worte = tage.map((tag) => `${TAGESNAMEN[tag].toLowerCase()}s`);
  return [
    {
      feld: ['zeiten', i, 'gueltig_ab'],
      stufe: 'hinweis',
      meldung: `Der ${deutscherTag(gueltig_ab)} ist ein ${TAGESNAMEN[WOCHENTAGE[wochentag(gueltig_ab)]!]}; die Treffen sind aber ${worte.join(' und ')}. In welcher Woche sie beginnen, ist damit nicht gesagt.`,
      tipp: `Bitte den Tag eines Treffens eintragen: gueltig_ab: ${naechster(-1)} oder gueltig_ab: ${naechster(1)}`,
    },
  ];
}

/** `2027-01-08` as 8.1.2027. */
function deutscherTag(datum: string): string {
  return datum.split('-').map(Number).reverse().join('.');
}

function pruefeTermin(
  { start, ende = start, rrule, ausfall = [] }: Termin,
  pfad: Pfad,
  { gueltig_bis }: AngebotEintrag,
  stichtag: string,
): FundImAngebot[] {
  const tag = start.slice(0, 10);
  const regel = rrule === undefined ? undefined : regelAus(rrule);
  if (regel && Math.abs(tageZwischen(tag, stichtag)) > WEIT_TAGE)
    return [
      {
        feld: [...pfad, 'start'],
        meldung: `Diese Reihe beginnt am ${tag}, mehr als zehn Jahre von heute.`,
        tipp: 'Bitte das Jahr prüfen, oder die Reihe mit einem Treffen der letzten Zeit beginnen lassen.',
      },
    ];
  const tage = regel ? wiederholungstage(regel, tag, tag, plusTage(tag, 2 * WEIT_TAGE)) : [tag];
  if (tage[0] !== tag) return [beginntDaneben(regel!, start, pfad)];
  const letzter = regel ? letzterTag(regel, tage) : ende.slice(0, 10);
  if (letzter !== undefined && letzter < stichtag)
    return [
      {
        feld: [...pfad, 'start'],
        stufe: 'hinweis',
        meldung: `Dieser Termin ist seit dem ${letzter} vorbei und steht nicht mehr auf der Seite.`,
        tipp: 'Bitte löschen, oder das Datum ändern.',
      },
    ];
  const endlos: FundImAngebot = {
    feld: [...pfad, 'rrule'],
    stufe: 'hinweis',
    meldung: 'Diese Reihe hat kein Ende. Im Kalender stehen immer die nächsten zwölf Monate.',
    tipp: 'Ist der letzte Tag bekannt, bitte ergänzen: ;UNTIL=20271231',
  };
  const findetStatt = new Set(tage);
  return [
    ...(regel && letzter === undefined && !gueltig_bis ? [endlos] : []),
    ...ausfall.flatMap((ausgefallen, i) =>
      findetStatt.has(ausgefallen) ? [] : [falscherAusfall(ausgefallen, [...pfad, 'ausfall', i])],
    ),
  ];
}

/** Undefined for a series without an end. */
function letzterTag({ count, until }: Wiederholung, tage: readonly string[]): string | undefined {
  return count === undefined ? until : tage.at(-1);
}

/** Some programs would show the first day nevertheless, others not. */
function beginntDaneben(regel: Wiederholung, start: string, pfad: Pfad): FundImAngebot {
  const [tag = '', zeit] = start.split('T');
  const [naechster] = wiederholungstage({ ...regel, interval: 1 }, tag, tag, plusTage(tag, 366));
  return {
    feld: [...pfad, 'rrule'],
    meldung: naechster
      ? `Die Reihe beginnt am ${tag}, aber nach ihrer Regel findet an diesem Tag nichts statt.`
      : `Nach dieser Regel findet vom ${tag} an ein Jahr lang nichts statt.`,
    tipp: naechster
      ? `Bitte mit dem ersten Treffen beginnen (start: ${naechster}T${zeit}) oder die Regel ändern.`
      : 'Bitte Regel und Beginn prüfen.',
  };
}

function falscherAusfall(tag: string, feld: Pfad): FundImAngebot {
  return {
    feld,
    stufe: 'hinweis',
    meldung: `Am ${tag} findet dieser Termin gar nicht statt; er kann also nicht ausfallen.`,
    tipp: 'Bitte das Datum prüfen: Unter „ausfall“ stehen nur Tage, an denen der Termin sonst wäre.',
  };
}
