/** From what the file of an offer says to the offer the Katalog knows: places, area, contact and protection are worked out. */
import type { Angebot, AngebotEintrag } from '../domain/angebot.ts';
import { type Ort, type OrtEintrag, schreibweisen } from '../domain/ort.ts';
import type { Kommune } from '../domain/vokabular.ts';
import type { Eintraege, Vokabular } from './katalog.ts';
import { ersterSatz } from './text-auszug.ts';
import { type JeEintrag, uebersetzungenVon } from './uebersetzungen.ts';

/** All that an offer depends on beside its own files. */
type Umgebung = Pick<Eintraege, 'vokabular' | 'orte' | 'anbieter'>;

/** What an offer refers to. */
export type Umfeld = Umgebung & { uebersetzungen: JeEintrag };

type Eintrag = AngebotEintrag & { text: string };

/** What each entry became last. */
const bekannt = new WeakMap<
  Eintrag,
  { id: string; umgebung: Umgebung; texte: readonly unknown[]; angebot: Angebot }
>();
let zuletzt: Umgebung | undefined;

/**
 * All offers, in the order of their entries. One whose entry, translations and surroundings are the same objects as last time is
 * the same object again.
 */
export function createAngebote(eintraege: ReadonlyMap<string, Eintrag>, umfeld: Umfeld): Angebot[] {
  const { vokabular, orte, anbieter } = umfeld;
  const umgebung = { vokabular, orte, anbieter };
  const dieselbe = zuletzt && istDieselbe(zuletzt, umgebung) ? zuletzt : (zuletzt = umgebung);
  return [...eintraege].map(([id, eintrag]) => {
    const texte = (umfeld.uebersetzungen.get(id) ?? []).flat();
    const bisher = bekannt.get(eintrag);
    if (bisher?.id === id && bisher.umgebung === dieselbe && sindDieselben(bisher.texte, texte))
      return bisher.angebot;
    const angebot = createAngebot(id, eintrag, umfeld);
    bekannt.set(eintrag, { id, umgebung: dieselbe, texte, angebot });
    return angebot;
  });
}

function istDieselbe(eine: Umgebung, andere: Umgebung): boolean {
  const inhalt = ({ vokabular, orte, anbieter }: Umgebung) =>
    [...Object.values(vokabular), orte, anbieter].flatMap((teil: ReadonlyMap<string, object>) =>
      [...teil].flat(),
    );
  return sindDieselben(inhalt(eine), inhalt(andere));
}

function sindDieselben(eine: readonly unknown[], andere: readonly unknown[]): boolean {
  return eine.length === andere.length && eine.every((teil, i) => teil === andere[i]);
}

/** An offer as the Katalog knows it, from what its file says. */
export function createAngebot(id: string, eintrag: Eintrag, umfeld: Umfeld): Angebot {
  const schutz = schutzVon(eintrag, umfeld.vokabular.angebotsarten);
  const vertraulich = schutz.has('vertraulich');
  const orte = vertraulich ? [] : resolveOrte(eintrag, umfeld);
  const { telefon, email, web, ...felder } = eintrag;
  const eigener = { telefon, email, web };
  const vomAnbieter = !telefon && !email && !web;
  const anbieter = umfeld.anbieter.get(eintrag.anbieter);
  const kontakt = vomAnbieter
    ? { telefon: anbieter?.telefon, email: anbieter?.email, web: anbieter?.web }
    : eigener;
  return {
    ...felder,
    id,
    kurztext: eintrag.kurz ?? ersterSatz(eintrag.text),
    orte,
    einzugsgebiet: einzugsgebietOf(eintrag, orte, vertraulich),
    kanal: eintrag.kanal ?? (orte.length > 0 ? ['vor-ort'] : []),
    vertraulich,
    // Whoever looks at a confidential place may be watched.
    schnellVerlassen:
      vertraulich || schutz.has('schnell-verlassen') || hatGeschuetzteWorte(eintrag, umfeld),
    kontakt: { ...dropUndefined(kontakt), vomAnbieter },
    uebersetzungen: uebersetzungenVon(id, eintrag, umfeld.uebersetzungen),
    // Until the Katalog knows how old it is.
    verbleib: 'gelistet',
  };
}

/** The protection an offer asks for itself, and that of its kind. */
function schutzVon(
  { schutz, angebotsart }: Pick<AngebotEintrag, 'schutz' | 'angebotsart'>,
  arten: Vokabular['angebotsarten'],
): ReadonlySet<string> {
  return new Set([...(schutz ?? []), ...(arten.get(angebotsart)?.schutz ?? [])]);
}

/** Whether nobody may know where it is, see {@link schutzVon}. */
export function istVertraulichesAngebot(
  angebot: Pick<AngebotEintrag, 'schutz' | 'angebotsart'>,
  arten: Vokabular['angebotsarten'],
): boolean {
  return schutzVon(angebot, arten).has('vertraulich');
}

/** Protected by one of its Themen, by a Zielgruppe or by its provider. */
function hatGeschuetzteWorte(
  { thema, zielgruppen, anbieter }: AngebotEintrag,
  umfeld: Umfeld,
): boolean {
  const { themen, zielgruppen: gruppen } = umfeld.vokabular;
  const worte = [
    ...thema.map((id) => themen.get(id)),
    ...zielgruppen.map((id) => gruppen.get(id)),
    umfeld.anbieter.get(anbieter),
  ];
  return worte.some((wort) => wort?.schutz !== undefined);
}

function resolveOrte(eintrag: AngebotEintrag, umfeld: Umfeld): Ort[] {
  return (eintrag.orte ?? [])
    .map((ort) => (typeof ort === 'string' ? umfeld.orte.get(ort) : ort))
    .filter((ort) => ort !== undefined)
    .map((ort) => createOrt(ort, umfeld.vokabular.kommunen));
}

/** A place with its Kommune and its point; without a point of its own it gets the middle of the Kommune. */
export function createOrt(eintrag: OrtEintrag, kommunen: ReadonlyMap<string, Kommune>): Ort {
  const { lat, lon, ...rest } = eintrag;
  const kommune = kommuneOf(eintrag, kommunen);
  const mitte = kommune && kommunen.get(kommune);
  const genau = lat !== undefined && lon !== undefined;
  const punkt = genau ? { lat, lon } : mitte && { lat: mitte.lat, lon: mitte.lon };
  return { ...rest, kommune, ...(punkt && { punkt }), ungefaehr: !genau };
}

/**
 * The Kommune a place says, or its postal code tells, or its name („Musterstadt-Musterheide“, a district). Where a postal
 * code belongs to several municipalities, the name decides.
 */
export function kommuneOf(
  ort: OrtEintrag,
  kommunen: ReadonlyMap<string, Kommune>,
): string | undefined {
  if (ort.kommune) return kommunen.has(ort.kommune) ? ort.kommune : undefined;
  const alle = [...kommunen.values()];
  const nachPlz = alle.filter(({ plz }) => ort.plz !== undefined && plz.includes(ort.plz));
  if (nachPlz.length === 1) return nachPlz[0]!.id;
  return (nachPlz.length > 1 ? nachPlz : alle).find(
    (kommune) =>
      heisst(kommune, ort.ort) || kommune.ortsteile?.flatMap(schreibweisen).includes(ort.ort ?? ''),
  )?.id;
}

/** True where a place is named after the Kommune, with or without a district. */
export function heisst(kommune: Kommune, ort: string | undefined): boolean {
  return schreibweisen(kommune.bezeichnung['de'] ?? kommune.id).some(
    (name) => ort === name || ort?.startsWith(`${name}-`) === true,
  );
}

function einzugsgebietOf(
  eintrag: AngebotEintrag,
  orte: Ort[],
  vertraulich: boolean,
): Angebot['einzugsgebiet'] {
  const gebiet = eintrag.einzugsgebiet;
  if (gebiet?.includes('bundesweit')) return 'bundesweit';
  if (gebiet?.includes('kreisweit')) return 'kreisweit';
  if (gebiet) return gebiet;
  // Who must hide often has to leave the own town: a shelter of which nothing is known is listed everywhere.
  if (vertraulich) return 'kreisweit';
  return [...new Set(orte.map((ort) => ort.kommune).filter((kommune) => kommune !== undefined))];
}

function dropUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
