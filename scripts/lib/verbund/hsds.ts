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
import { alsKennung } from '../../../src/domain/naechster-wert.ts';
import type { NachbarEintrag } from '../../../src/domain/portal.ts';
import { eigeneSeite } from '../../../src/domain/verbund.ts';

/** What kind of offer it is, where nobody says. */
const IRGENDEIN = { id: 'angebot', name: 'Angebot' };

/** @returns undefined where the file is none of HSDS */
export function liesHsds(
  nachbar: NachbarEintrag,
  json: unknown,
): { begriffe: Begriffe; angebote: unknown[] } | undefined {
  const begriffe: Begriffe = {
    themen: {},
    angebotsarten: { [IRGENDEIN.id]: IRGENDEIN.name },
    zielgruppen: {},
    kommunen: {},
  };
  const angebote = servicesIn(json)?.flatMap((roh) => {
    const service = serviceSchema.safeParse(roh).data;
    // What is no service is no offer either, and named as one.
    if (!service) return [roh];
    const { datensatz, worte } = readService(service);
    if (worte.status === 'beendet') return [];
    return [ergaenzt(nachbar, service, datensatz, merkeBegriffe(worte, begriffe))];
  });
  return angebote && { begriffe, angebote };
}

/** Notes what terms are called; what no word of ours says is taken for a Thema. */
function merkeBegriffe({ begriffe }: Worte, bekannte: Begriffe): string[] {
  return begriffe.flatMap(({ feld, worte: [erstes = '', zweites] }) => {
    if (feld === 'deutschniveau' || feld === 'kinderbetreuung') return [];
    const name = (feld && zweites) || erstes;
    const id = feld ? erstes : alsKennung(name).slice(0, 80).replace(/-$/, '');
    if (!id || name.length > 120) return [];
    const wo = feld === 'angebotsart' ? 'angebotsarten' : feld === 'zielgruppen' ? feld : 'themen';
    bekannte[wo][id] = name;
    return feld ? [] : [id];
  });
}

/** With what a record must have, and without what is optional and not as it should be: numbers, for one, are written in many ways. */
function ergaenzt(
  nachbar: NachbarEintrag,
  service: Service,
  datensatz: Partial<Datensatz>,
  themen: readonly string[],
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
    zielgruppen: [],
    status: 'aktiv',
    geprueft_am: 'unbekannt',
    ...richtig,
    thema: [...new Set([...(richtig.thema ?? []), ...themen])],
    // Such files seldom say where a service has its page: then the card leads to the server.
    seite: seite ?? new URL('/', nachbar.url).href,
  };
}
