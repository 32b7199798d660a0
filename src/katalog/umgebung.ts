/** What a run is told by variables of its environment. */
import { heute, isDatum } from '../domain/datum.ts';

/** The content folder chosen by `PORTAL_INHALT`, else `content`. */
export function inhaltsordner(): string {
  return process.env['PORTAL_INHALT'] || 'content';
}

/** The folder of the built portal chosen by `PORTAL_ZIEL`, else `dist`. */
export function zielordner(): string {
  return process.env['PORTAL_ZIEL'] || 'dist';
}

/**
 * The day the portal is true for: `STICHTAG`, else today in Germany.
 * @returns `2026-11-20`
 * @throws Error with a German sentence where there is no such day
 */
export function stichtagDesLaufs(): string {
  const stichtag = process.env['STICHTAG'] || heute();
  if (!isDatum(stichtag))
    throw new Error(`STICHTAG „${stichtag}“ ist kein Datum der Form JJJJ-MM-TT.`);
  return stichtag;
}
