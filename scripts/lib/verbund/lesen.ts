/** What a neighbour publishes, in the one form that is stored. */
import { z } from 'zod';
import { angeboteDateiSchema, DATEN_VERSION, kopfSchema } from '../../../src/domain/datensatz.ts';
import type { NachbarEintrag } from '../../../src/domain/portal.ts';
import { datenadresse, MAX_ANGEBOTE, type NachbarKopf } from '../../../src/domain/verbund.ts';
import { einwandGegenTexte, feldVon } from '../../../src/katalog/fremde-datei.ts';
import type { Eintraege } from '../../../src/katalog/katalog.ts';
import { type GeleseneDatei, pruefeAngebote } from '../../../src/katalog/nachbarn.ts';
import { liesHsds } from './hsds.ts';

type Gelesen =
  | { kopf: Omit<NachbarKopf, 'geholt_am' | 'adresse'>; angebote: readonly unknown[] }
  | { einwand: string };

/** How each form is read. A reader needs not look at the offers: that is done for all of them. */
const LESER: Record<
  NachbarEintrag['form'],
  (json: unknown, nachbar: NachbarEintrag, heute: string, eintraege: Eintraege) => Gelesen
> = { portal: liesPortal, hsds: liesServices };

/**
 * @param bytes what the neighbour's server sent
 * @param eintraege our own content: it says what is confidential
 * @returns the copy and which offers are left out of it; or a German sentence where nothing can be used
 */
export function liesNachbar(
  nachbar: NachbarEintrag,
  bytes: Uint8Array,
  herkunft: Pick<NachbarKopf, 'geholt_am' | 'adresse'>,
  eintraege: Eintraege,
): GeleseneDatei | { einwand: string } {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { einwand: `Was der Server schickt, ist kein lesbares JSON. ${gefragt(nachbar)}` };
  }
  const gelesen = LESER[nachbar.form](json, nachbar, herkunft.geholt_am, eintraege);
  if ('einwand' in gelesen) return gelesen;
  const kopf = { ...herkunft, ...gelesen.kopf };
  if (kopf.stand > kopf.geholt_am)
    return {
      einwand: `Der Stand (${kopf.stand}) liegt nach heute (${kopf.geholt_am}). Bitte dem Nachbarn sagen.`,
    };
  const einwand = einwandGegenTexte(kopf);
  if (einwand) return { einwand };
  return { kopf, ...pruefeAngebote(nachbar, gelesen.angebote, kopf.begriffe, eintraege) };
}

/** What was asked for, and what to look at where nothing that fits came back. */
export function gefragt(nachbar: NachbarEintrag): string {
  const was =
    nachbar.form === 'hsds'
      ? 'liegt dort eine Datei im Format HSDS'
      : 'läuft dort ein Portal mit dieser Software';
  return `Gefragt wurde nach ${datenadresse(nachbar)}. Stimmt „url“ in portal.yaml, und ${was}?`;
}

/** The file of a portal of this generator; its offers are looked at one by one, later. */
const portalDatei = angeboteDateiSchema.extend({
  angebote: z.array(z.unknown()).max(MAX_ANGEBOTE),
});

function liesPortal(json: unknown, nachbar: NachbarEintrag): Gelesen {
  const version = z.object({ version: z.number() }).safeParse(json).data?.version;
  if (version === undefined)
    return {
      einwand: `Was der Server schickt, sind keine Angebote eines Portals. ${gefragt(nachbar)}`,
    };
  if (version !== DATEN_VERSION)
    return {
      einwand: `Die Datei hat Version ${version}; dieses Portal versteht Version ${DATEN_VERSION}.`,
    };
  const { data, error } = portalDatei.safeParse(json);
  if (!data) return { einwand: feldVon(error) };
  const { portal, stand, lizenz, probebetrieb, begriffe, angebote } = data;
  const { kreis: name, sprachen } = portal;
  return { kopf: { name, sprachen, stand, lizenz, probebetrieb, begriffe }, angebote };
}

const { portal, stand, lizenz, probebetrieb } = kopfSchema.shape;

/** What a list of services says of itself. HSDS knows none of it, portals of this generator say it; what is wrong was not said. */
const listenkopf = z
  .object({
    portal: portal.optional().catch(undefined),
    stand: stand.optional().catch(undefined),
    lizenz: lizenz.optional().catch(undefined),
    probebetrieb: probebetrieb.catch(false),
  })
  .catch({ probebetrieb: false });

function liesServices(
  json: unknown,
  nachbar: NachbarEintrag,
  heute: string,
  eintraege: Eintraege,
): Gelesen {
  const gelesen = liesHsds(nachbar, json, eintraege);
  if (!gelesen)
    return { einwand: `In der Datei stehen keine „services“ nach HSDS. ${gefragt(nachbar)}` };
  const { begriffe, angebote } = gelesen;
  if (angebote.length > MAX_ANGEBOTE)
    return { einwand: `In der Datei stehen mehr als ${MAX_ANGEBOTE} Angebote.` };
  const { portal, stand = heute, lizenz, probebetrieb } = listenkopf.parse(json);
  return {
    // Without a name, portal.yaml would have been refused.
    kopf: { name: portal?.kreis ?? nachbar.name!, stand, lizenz, probebetrieb, begriffe },
    angebote,
  };
}
