/** Which translation belongs to which German text, and whether it still does. */
import { createHash } from 'node:crypto';
import {
  textfelder,
  type Uebersetzbar,
  type Uebersetzung,
  type UebersetzungEintrag,
} from '../domain/uebersetzung.ts';

/** Translations of offers or pages, by `<id>.<sprache>` as their files are called. */
export type Uebersetzungen = ReadonlyMap<string, UebersetzungEintrag>;

/** The translations of each entry, by its id. */
export type JeEintrag = ReadonlyMap<string, [sprache: string, uebersetzung: UebersetzungEintrag][]>;

/**
 * Fingerprint of a German text: eight hex digits of SHA-256. Where lines are broken, and how many spaces there are,
 * changes no meaning and no fingerprint.
 */
export function fingerabdruck(text: string): string {
  const einzeilig = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(einzeilig).digest('hex').slice(0, 8);
}

/** `hilfe.ar` → the entry and the language it is translated into. */
export function teileName(name: string): { von: string; sprache: string } {
  const punkt = name.lastIndexOf('.');
  return { von: name.slice(0, punkt), sprache: name.slice(punkt + 1) };
}

/** Sorts translations by the entries they belong to. */
export function jeEintrag(alle: Uebersetzungen): JeEintrag {
  const ergebnis = new Map<string, [string, UebersetzungEintrag][]>();
  for (const [name, uebersetzung] of alle) {
    const { von, sprache } = teileName(name);
    ergebnis.set(von, [...(ergebnis.get(von) ?? []), [sprache, uebersetzung]]);
  }
  return ergebnis;
}

/** The translations of one entry, by language; fields that the German no longer has are left out. */
export function uebersetzungenVon(
  id: string,
  eintrag: Uebersetzbar,
  alle: JeEintrag,
): ReadonlyMap<string, Uebersetzung> {
  const eigene = alle.get(id);
  if (!eigene) return new Map();
  const deutsch = textfelder(eintrag);
  return new Map(
    eigene.map(([sprache, { art, geprueft, fassung, texte }]) => {
      const felder = Object.entries(texte).flatMap(([feld, text]) => {
        const quelle = deutsch.get(feld);
        if (quelle === undefined) return [];
        return [[feld, { text, veraltet: fassung[feld] !== fingerabdruck(quelle) }] as const];
      });
      return [sprache, { art, geprueft, felder: new Map(felder) }];
    }),
  );
}
