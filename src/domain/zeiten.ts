import { z } from 'zod';
import { auswahl, datum, liste, text, uhrzeit } from './felder.ts';

export const WOCHENTAGE = ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'] as const;
export type Wochentag = (typeof WOCHENTAGE)[number];

/** In German: for editors, and for who searches. */
export const TAGESNAMEN: Readonly<Record<Wochentag, string>> = {
  mo: 'Montag',
  di: 'Dienstag',
  mi: 'Mittwoch',
  do: 'Donnerstag',
  fr: 'Freitag',
  sa: 'Samstag',
  so: 'Sonntag',
};

/** The days from one to another, across Sunday where that comes between („sa bis di“), in the order of the week. */
export function tageVonBis(von: Wochentag, bis: Wochentag): Wochentag[] {
  const [erster, letzter] = [WOCHENTAGE.indexOf(von), WOCHENTAGE.indexOf(bis)];
  return WOCHENTAGE.filter((_, rang) =>
    erster <= letzter ? rang >= erster && rang <= letzter : rang >= erster || rang <= letzter,
  );
}

/** What somebody meant who wrote `Montag`, `Mo.`, `Mo und Mi` or `mo-fr`. */
function tippTage(value: string): string | undefined {
  const gefunden = (value.toLowerCase().match(/\p{L}+/gu) ?? [])
    .filter((wort) => wort !== 'bis' && wort !== 'und')
    .map(tagAus);
  const [erster, letzter] = gefunden;
  if (!erster || gefunden.includes(undefined)) return undefined;
  const bisZu = gefunden.length === 2 && letzter && /[-–]|bis/.test(value);
  const tage = bisZu ? tageVonBis(erster, letzter) : gefunden;
  return tage.length === 1
    ? `Meinten Sie „${tage[0]}“? Bekannt sind: ${WOCHENTAGE.join(', ')}.`
    : `Bitte jeden Tag einzeln nennen: [${tage.join(', ')}]`;
}

/** A day as people write it: `mo`, `montag`, `montags`. The first two letters would take Sonnabend for Sunday. */
function tagAus(wort: string): Wochentag | undefined {
  const name = wort.replace(/s$/, '');
  if (name === 'sonnabend') return 'sa';
  return WOCHENTAGE.find((tag) => tag === wort || TAGESNAMEN[tag].toLowerCase() === name);
}

/** How often: every week, every other week, or on certain weeks of the month. */
export const RHYTHMEN = [
  'woechentlich',
  'zweiwoechentlich',
  'monatlich-1',
  'monatlich-2',
  'monatlich-3',
  'monatlich-4',
  'monatlich-letzte',
] as const;

/** One line of opening hours. What cannot be structured without guessing stays as text in `hinweis`. */
export const zeitSchema = z
  .strictObject({
    tage: liste(auswahl(WOCHENTAGE, tippTage)).optional(),
    von: uhrzeit().optional(),
    bis: uhrzeit().optional(),
    gueltig_ab: datum().optional(),
    gueltig_bis: datum().optional(),
    rhythmus: liste(auswahl(RHYTHMEN)).optional(),
    hinweis: text(200).optional(),
  })
  .check((ctx) => {
    const { tage, von, bis, gueltig_ab, gueltig_bis, rhythmus, hinweis } = ctx.value;
    const melde = (feld: string, message: string, tipp: string) =>
      ctx.issues.push({
        code: 'custom',
        path: [feld],
        message,
        params: { tipp },
        input: ctx.value,
      });
    if (bis && !von)
      melde('von', 'Zu „bis“ fehlt „von“.', 'Bitte ergänzen, wann es beginnt: von: 09:00');
    if (von && bis && bis <= von) {
      melde(
        'bis',
        `Die Zeit endet um ${bis}, also nicht nach ihrem Beginn um ${von}.`,
        'Geht es über Mitternacht, bitte zwei Zeilen schreiben: bis 24:00, und am nächsten Tag von 00:00.',
      );
    }
    if (von === '24:00')
      melde(
        'von',
        'Eine Zeit kann nicht um 24:00 beginnen.',
        'Bitte 00:00 am nächsten Tag schreiben.',
      );
    if ((von || rhythmus) && !tage)
      melde(
        'tage',
        'Zur Uhrzeit oder zum Rhythmus fehlen die Wochentage („tage“).',
        'Bitte ergänzen, zum Beispiel: tage: [mo, do]',
      );
    if (rhythmus && rhythmus.length > 1 && rhythmus.some((wort) => wort.endsWith('woechentlich')))
      melde(
        'rhythmus',
        '„woechentlich“ und „zweiwoechentlich“ können nicht neben einem anderen Rhythmus stehen: Wie oft es stattfindet, weiß dann niemand.',
        'Bitte nur einen Rhythmus nennen. Ist er je Wochentag ein anderer, bitte zwei Zeilen schreiben.',
      );
    if (gueltig_ab && gueltig_bis && gueltig_bis < gueltig_ab) {
      melde(
        'gueltig_bis',
        `Die Zeit gilt bis ${gueltig_bis}, also nur vor ihrem Beginn am ${gueltig_ab}.`,
        'Bitte beide Angaben prüfen.',
      );
    }
    if (!tage && !von && !hinweis)
      melde(
        'hinweis',
        'Diese Zeile nennt weder Tage noch einen Hinweis.',
        'Bitte „tage“ oder „hinweis“ ergänzen oder die Zeile löschen.',
      );
  });

export type Zeit = z.output<typeof zeitSchema>;

/** Whether the door is always open. */
export function isRundUmDieUhr({ von, bis }: Pick<Zeit, 'von' | 'bis'>): boolean {
  return von === '00:00' && bis === '24:00';
}
