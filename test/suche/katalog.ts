/** A Katalog with offers made for one test, in the vocabulary of the Musterkreis. */
import type { AngebotEintrag } from '../../src/domain/angebot.ts';
import { createKatalog, type Eintraege, type Katalog } from '../../src/katalog/katalog.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { MUSTERKREIS, STICHTAG } from '../lib/inhalt.ts';

type Felder = Partial<AngebotEintrag & { text: string }>;

let muster: Katalog | undefined;

/** @param angebote by id, each with what differs from a plain offer of the Beispielverein in Siegburg */
export function katalogMit(
  angebote: Record<string, Felder>,
  mehr: Partial<Eintraege> = {},
): Katalog {
  muster ??= readKatalog(MUSTERKREIS, STICHTAG).katalog!;
  const { stichtag, beendete, nachbarn, angebote: _, ...rest } = muster;
  const uebersetzungen = { angebote: new Map(), seiten: new Map() };
  const eintraege = Object.entries(angebote).map(
    ([id, felder]) => [id, { ...einfach(id), ...felder }] as const,
  );
  return createKatalog(
    {
      ...rest,
      uebersetzungen,
      orte: new Map(),
      projekte: new Map(),
      kontakte: new Map(),
      verbund: new Map(),
      ...mehr,
      angebote: new Map(eintraege),
    },
    STICHTAG,
  );
}

function einfach(id: string): AngebotEintrag & { text: string } {
  return {
    titel: `Angebot ${id}`,
    anbieter: 'beispielverein',
    angebotsart: 'beratung',
    thema: ['arbeit'],
    zielgruppen: ['alle'],
    orte: [{ plz: '53721', ort: 'Siegburg' }],
    status: 'aktiv',
    geprueft_am: '2026-11-01',
    text: `Text zu ${id}.`,
  };
}
