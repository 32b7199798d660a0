import { z } from 'zod';
import { auswahl, datum, liste, text, uhrzeit } from './felder.ts';

export const WOCHENTAGE = ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'] as const;
export type Wochentag = (typeof WOCHENTAGE)[number];

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
    tage: liste(auswahl(WOCHENTAGE)).optional(),
    von: uhrzeit().optional(),
    bis: uhrzeit().optional(),
    gueltig_ab: datum().optional(),
    gueltig_bis: datum().optional(),
    rhythmus: liste(auswahl(RHYTHMEN)).optional(),
    hinweis: text(200).optional(),
  })
  .check((ctx) => {
    const { tage, von, bis, hinweis } = ctx.value;
    const melde = (feld: string, message: string) =>
      ctx.issues.push({ code: 'custom', path: [feld], message, input: ctx.value });
    if (bis && !von) melde('von', 'Zu „bis“ fehlt „von“.');
    if (von && bis && bis <= von) melde('bis', `Die Zeit endet um ${bis}, also nicht nach ihrem Beginn um ${von}.`);
    if (von && !tage) melde('tage', 'Zur Uhrzeit fehlen die Wochentage („tage“).');
    if (!tage && !von && !hinweis) melde('hinweis', 'Diese Zeile nennt weder Tage noch einen Hinweis.');
  });

export type Zeit = z.output<typeof zeitSchema>;
