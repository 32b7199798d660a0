/** A neighbour that publishes HSDS: its services as records of ours, as far as they can be one. */
import {
  readService,
  type Service,
  serviceSchema,
  servicesIn,
  type Worte,
} from '../../../src/daten/hsds/lesen.ts';
import {
  type Begriffe,
  type Datensatz,
  datensatzSchema,
  ortDatenSchema,
} from '../../../src/domain/datensatz.ts';
import { istAlsVertraulichMarkiert } from '../../../src/domain/angebot.ts';
import { readCode } from '../../../src/daten/hsds/worte.ts';
import { KENNUNG } from '../../../src/domain/felder.ts';
import { alsKennung } from '../../../src/domain/naechster-wert.ts';
import type { NachbarEintrag } from '../../../src/domain/portal.ts';
import { eigeneSeite } from '../../../src/domain/verbund.ts';
import type { Eintraege } from '../../../src/katalog/katalog.ts';
import { createSchutzworte } from '../../../src/katalog/schutzworte.ts';
import { createVerzeichnisse } from '../import/vokabeln.ts';

/** What kind of offer it is, where nobody says. */
const IRGENDEIN = { id: 'angebot', name: 'Angebot' };

/** @returns undefined where the file is none of HSDS */
export function liesHsds(
  nachbar: NachbarEintrag,
  json: unknown,
  eintraege: Eintraege,
): { begriffe: Begriffe; angebote: unknown[] } | undefined {
  const begriffe: Begriffe = {
    themen: {},
    angebotsarten: { [IRGENDEIN.id]: IRGENDEIN.name },
    zielgruppen: {},
    kommunen: {},
  };
  const merke = createMerken(begriffe, eintraege);
  const { angebotsarten } = eintraege.vokabular;
  const { imBegriff, imKontakt } = createSchutzworte(eintraege);
  // Terms in other scripts have no id and are not noted, and only one of the numbers is taken.
  const istUnterkunft = (service: Service, { begriffe }: Worte) =>
    begriffe.some(({ worte }) => worte.some((wort) => !readCode(wort) && imBegriff(wort))) ||
    service.phones?.some(({ number }) => imKontakt({ telefon: number }) !== undefined);
  const angebote = servicesIn(json)?.flatMap((roh) => {
    const service = serviceSchema.safeParse(roh).data;
    // What is no service is no offer either, and named as one.
    if (!service) return [roh];
    const { datensatz, worte } = readService(service);
    if (worte.status === 'beendet') return [];
    const { angebotsart: arten, ...ids } = merke(worte);
    const geheim = arten.find((art) => istAlsVertraulichMarkiert(angebotsarten.get(art) ?? {}));
    // Of several kinds, the one that protects.
    const angebotsart = geheim ?? datensatz.angebotsart ?? arten[0];
    const { schutz = [] } = datensatz;
    const vertraulich = istUnterkunft(service, worte) && !istAlsVertraulichMarkiert(datensatz);
    const ergebnis: Partial<Datensatz> = {
      ...datensatz,
      angebotsart,
      ...(vertraulich && { schutz: ['vertraulich', ...schutz] }),
    };
    return [ergaenzt(nachbar, service, ergebnis, ids)];
  });
  return angebote && { begriffe, angebote };
}

/** Fields that hold terms, and the vocabularies with their words. */
const VOKABULARE = {
  thema: 'themen',
  zielgruppen: 'zielgruppen',
  angebotsart: 'angebotsarten',
} as const;

type Ziel = keyof typeof VOKABULARE;
const ZIELE = Object.keys(VOKABULARE) as Ziel[];

/**
 * Notes what terms are called. Those of others are taken for our words where they are called so, as the import does: what is protected
 * here is protected there. What no word of ours says is a Thema.
 * @returns the ids of the terms of others, by field
 */
function createMerken(
  bekannte: Begriffe,
  eintraege: Eintraege,
): ({ begriffe }: Worte) => Record<Ziel, string[]> {
  const verzeichnisse = createVerzeichnisse(eintraege);
  const nameVon = (ziel: Ziel, id: string) =>
    eintraege.vokabular[VOKABULARE[ziel]].get(id)?.bezeichnung['de'] ?? id;
  return ({ begriffe }) => {
    const ids: Record<Ziel, string[]> = { thema: [], zielgruppen: [], angebotsart: [] };
    const merke = (ziel: Ziel, id: string, name: string) => {
      if (KENNUNG.test(id) && name.length <= 120) bekannte[VOKABULARE[ziel]][id] = name;
    };
    for (const { feld, worte } of begriffe) {
      const [erstes = '', zweites] = worte;
      const eigenes = ZIELE.find((ziel) => ziel === feld);
      if (eigenes) merke(eigenes, erstes, zweites || erstes);
      if (feld) continue;
      const unsere = ZIELE.flatMap((ziel) => {
        const id = worte.map((wort) => verzeichnisse[ziel]!.finde(wort)).find(Boolean);
        return id ? [{ ziel, id, name: nameVon(ziel, id) }] : [];
      });
      const fremdes = alsKennung(erstes).slice(0, 80).replace(/-$/, '');
      const alle =
        unsere.length > 0 ? unsere : [{ ziel: 'thema' as const, id: fremdes, name: erstes }];
      for (const { ziel, id, name } of alle) {
        merke(ziel, id, name);
        if (id && name.length <= 120) ids[ziel].push(id);
      }
    }
    return ids;
  };
}

/** With what a record must have, and without what is optional and not as it should be: numbers, for one, are written in many ways. */
function ergaenzt(
  nachbar: NachbarEintrag,
  service: Service,
  datensatz: Partial<Datensatz>,
  { thema, zielgruppen }: Pick<Datensatz, 'thema' | 'zielgruppen'>,
): Record<string, unknown> {
  const felder = Object.entries({
    ...datensatz,
    orte: datensatz.orte?.filter((ort) => ortDatenSchema.safeParse(ort).success),
  }).filter(
    ([feld, wert]) => datensatzSchema.shape[feld as keyof Datensatz].safeParse(wert).success,
  );
  const richtig = Object.fromEntries(felder) as Partial<Datensatz>;
  const seite = [datensatz.seite, service.url].find((eine) => eine && eigeneSeite(nachbar, eine));
  return {
    id: alsKennung(service.id ?? ''),
    titel: service.name,
    text: '',
    anbieter: 'anbieter',
    anbieter_name: nachbar.name,
    angebotsart: IRGENDEIN.id,
    status: 'aktiv',
    geprueft_am: 'unbekannt',
    ...richtig,
    thema: [...new Set([...(richtig.thema ?? []), ...thema])],
    zielgruppen: [...new Set([...(richtig.zielgruppen ?? []), ...zielgruppen])],
    // Such files seldom say where a service has its page: then the card leads to the server.
    seite: seite ?? new URL('/', nachbar.url).href,
  };
}
