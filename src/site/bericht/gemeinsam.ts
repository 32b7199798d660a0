/** Pieces that several sections of the report are made of. */
import type { Kreuztabelle, Zeile as Kreuzzeile } from '../../bericht/kreuztabelle.ts';
import { zustandVon } from '../../bericht/kreuztabelle.ts';
import type { Angebot } from '../../domain/angebot.ts';
import type { Katalog } from '../../katalog/katalog.ts';
import type { Verweis } from '../kontakt.ts';
import { type Kontext, label } from '../kontext.ts';
import type { Absatz, Balken, Marke, Tabelle, Zahlzelle, Zeile } from './bausteine.ts';
import { zahl } from './worte.ts';

/** @param text plain: whoever writes the report escapes it */
export function absatz(text: string): Absatz {
  return { art: 'absatz', text };
}

/** A cross table of Themen or Zielgruppen by Kommune. */
export function kreuz(
  katalog: Katalog,
  titel: string,
  { spalten, zeilen }: Kreuztabelle,
  vokabular: 'themen' | 'zielgruppen',
): Tabelle {
  const toZeile = ({ id, zellen }: Kreuzzeile): Zeile => ({
    name: nameVon(katalog, vokabular)(id),
    zellen: zellen.map((zelle): Zahlzelle => {
      const zustand = zustandVon(zelle);
      return {
        zahl: zahl(zelle.hier.alle),
        ...(zelle.weitere.alle > 0 && { weitere: `+${zahl(zelle.weitere.alle)}` }),
        ...mitMarke(zustand === 'aktuell' ? undefined : zustand),
      };
    }),
  });
  return {
    art: 'tabelle',
    titel,
    schmal: true,
    kopf: [
      vokabular === 'themen' ? 'Thema' : 'Zielgruppe',
      ...spalten.map(nameVon(katalog, 'kommunen')),
    ],
    gruppen:
      vokabular === 'themen'
        ? nachHandlungsfeld(katalog, zeilen, toZeile)
        : [{ zeilen: zeilen.map(toZeile) }],
  };
}

/** Rows of Themen under their Handlungsfeld; those without one last. */
export function nachHandlungsfeld(
  katalog: Katalog,
  zeilen: readonly Kreuzzeile[],
  toZeile: (zeile: Kreuzzeile) => Zeile,
): Tabelle['gruppen'] {
  const { vokabular } = katalog;
  if (vokabular.handlungsfelder.size === 0) return [{ zeilen: zeilen.map(toZeile) }];
  return [...vokabular.handlungsfelder.keys(), undefined]
    .map((feld) => ({
      titel: feld ? label(vokabular.handlungsfelder, feld, 'de').text : 'Ohne Handlungsfeld',
      zeilen: zeilen.filter(({ id }) => handlungsfeldVon(katalog, id) === feld).map(toZeile),
    }))
    .filter((gruppe) => gruppe.zeilen.length > 0);
}

/** Id of the Handlungsfeld that a Thema reports to. */
export function handlungsfeldVon({ vokabular }: Katalog, thema: string): string | undefined {
  const cluster = vokabular.themen.get(thema)?.cluster;
  return [...vokabular.handlungsfelder.values()].find(
    (feld) => cluster !== undefined && Object.hasOwn(feld.cluster, cluster),
  )?.id;
}

/**
 * A chart, its bars in the order given.
 * @param balken `text` is the number where none is given
 */
export function diagramm(
  id: string,
  titel: string,
  balken: readonly { name: string; wert: number; text?: string }[],
): Balken {
  const sortiert = absteigend(balken);
  const [erster, letzter] = [sortiert[0], sortiert.at(-1)];
  return {
    art: 'balken',
    id,
    titel,
    beschreibung:
      erster && letzter
        ? `Balkendiagramm. Am meisten: ${erster.name} (${zahl(erster.wert)}), am wenigsten: ${letzter.name} (${zahl(letzter.wert)}). Alle Zahlen stehen in der Tabelle darunter.`
        : 'Balkendiagramm ohne Werte.',
    balken: balken.map(({ name, wert, text = zahl(wert) }) => ({ name, wert, text })),
  };
}

/** The longest bar first. */
export function absteigend<T extends { wert: number }>(balken: readonly T[]): T[] {
  return balken.toSorted((a, b) => b.wert - a.wert);
}

/** To spread into a cell: the field is missing where there is no mark. */
export function mitMarke(marke: Marke | undefined): { marke?: Marke } {
  return marke ? { marke } : {};
}

/** Finds the German name of an id; the id itself where the vocabulary does not have it. */
export function nameVon(
  { vokabular }: Katalog,
  menge: 'themen' | 'kommunen' | 'zielgruppen' | 'angebotsarten',
): (id: string) => string {
  return (id) => label(vokabular[menge], id, 'de').text;
}

/** The provider of an offer by name; its id where it has no entry. */
export function anbieterName({ anbieter }: Katalog, angebot: Angebot): string {
  return anbieter.get(angebot.anbieter)?.name ?? angebot.anbieter;
}

/** To the page of an offer, by its German title; the address is whole where those of the Kontext are. */
export function verweis({ pfade }: Kontext, { id, titel }: Angebot): Verweis {
  return { text: titel, href: pfade.angebot(id) };
}
