/**
 * Offers of neighbouring Kreise, from the stored copies. They are other people's data: what is not exactly as it should be is left
 * out, their Kommunen are not ours, and a place that is confidential there is none here.
 */
import {
  type Angebot,
  type AngebotEintrag,
  isAbgelaufen,
  istAlsVertraulichMarkiert,
  nachTitel,
} from '../domain/angebot.ts';
import { formatPfad, type Pfad } from '../domain/befund.ts';
import {
  type Begriffe,
  type Datensatz,
  datensatzSchema,
  type OrtDaten,
} from '../domain/datensatz.ts';
import { email, KENNUNG, telefon, webadresse } from '../domain/felder.ts';
import { alsKennung } from '../domain/naechster-wert.ts';
import type { Ort } from '../domain/ort.ts';
import type { NachbarEintrag, Portal } from '../domain/portal.ts';
import { textfelder } from '../domain/uebersetzung.ts';
import {
  eigeneSeite,
  nachbarDateiSchema,
  type Herkunft,
  type Herkunftsportal,
  type NachbarKopf,
} from '../domain/verbund.ts';
import { lesbarerText } from './angaben-vergleich.ts';
import { createAngebot, type Umfeld } from './create-angebot.ts';
import { createBekannte } from './dubletten.ts';
import { einwandGegenTexte, feldVon, liesFremdeDatei } from './fremde-datei.ts';
import type { Vokabular } from './katalog.ts';
import { einwandGegenMarkdown } from './markdown-grenzen.ts';
import { ortsworte, schlicht } from './ortsworte.ts';
import { alleWerte } from './rules/texte.ts';
import { createVerraet, mehrAlsDeutsch, ortsnamen } from './rules/vertraulich.ts';
import { createSchutzworte, type Schutzworte, type Unsere } from './schutzworte.ts';
import { reinerText } from './text-auszug.ts';

/** A neighbour's stored copy: its head, and those of its offers that can be used. */
export interface NachbarDatei {
  kopf: NachbarKopf;
  angebote: Datensatz[];
  /** Places of confidential offers that were left out: the gate of the build looks for them in what is published. */
  geheimeOrte: OrtDaten[];
}

/** The same, and which of its offers cannot be used. */
export interface GeleseneDatei extends NachbarDatei {
  einwaende: Ausgelassen[];
}

/** A neighbour, with the offers that are shown of it, in alphabetical order of their titles. */
export interface Nachbar extends Herkunftsportal {
  angebote: Angebot[];
}

interface Einwand {
  /** A German sentence, the same for all offers that lack the same. */
  einwand: string;
  /** The page that the offer names, where that lies elsewhere. */
  seite?: string;
}

/** An offer that is left out, and why. */
export interface Ausgelassen extends Einwand {
  /** Its id as far as it has one, else its number. */
  angebot: string;
  /** As far as it has one, short and without what would not be seen: it comes from outside. */
  titel?: string;
}

/** An offer that is left out, as German sentences name it. */
export function nameVon({ angebot, titel }: Pick<Ausgelassen, 'angebot' | 'titel'>): string {
  return titel ? `„${titel}“ (${angebot})` : `„${angebot}“`;
}

/** Why it is left out, as German sentences. */
export function grundVon({ einwand, seite }: Einwand): string {
  return seite ? `${einwand} Es nennt: ${seite}` : einwand;
}

/**
 * Looks at the offers of a neighbour one by one; of two with the same id, only the first counts.
 * @param begriffe what the neighbour calls its ids
 * @param unsere our own content: it says what is confidential
 * @returns the offers, without what would tell the place of those that are confidential
 */
export function pruefeAngebote(
  nachbar: NachbarEintrag,
  roh: readonly unknown[],
  begriffe: Begriffe,
  unsere: Unsere,
): Omit<GeleseneDatei, 'kopf'> {
  const schutzworte = createSchutzworte(unsere);
  const pruefe = createPruefung(nachbar, begriffe, unsere, schutzworte);
  const bezeichnung = createBezeichnung(schutzworte);
  const angebote = new Map<string, Datensatz>();
  const einwaende: Ausgelassen[] = [];
  const geheimeOrte: OrtDaten[] = [];
  for (const [i, eines] of roh.entries()) {
    const geprueft = pruefe(eines, geheimeOrte);
    if ('geheim' in geprueft) einwaende.push({ angebot: nummer(i), einwand: geprueft.einwand });
    else if ('einwand' in geprueft) einwaende.push({ ...bezeichnung(eines, i), ...geprueft });
    else if (angebote.has(geprueft.datensatz.id))
      einwaende.push({ ...bezeichnung(eines, i), einwand: 'Es steht doppelt da.' });
    else angebote.set(geprueft.datensatz.id, geprueft.datensatz);
  }
  return { angebote: [...angebote.values()], geheimeOrte, einwaende };
}

/** An offer that can be used; or a German sentence that says why not. Of one that is `geheim` not even the id may be said. */
type Geprueft = { datensatz: Datensatz } | Einwand | { einwand: string; geheim: true };

function createPruefung(
  nachbar: NachbarEintrag,
  begriffe: Begriffe,
  { vokabular }: Unsere,
  schutzworte: Schutzworte,
): (roh: unknown, geheimeOrte: OrtDaten[]) => Geprueft {
  const istVertraulich = createIstVertraulich(begriffe, schutzworte);
  const verraetOrt = createVerraetOrt(vokabular);
  return (roh, geheimeOrte) => {
    const { data: gelesen, error } = datensatzSchema.safeParse(roh);
    if (!gelesen) return { einwand: feldVon(error) };
    if (JSON.stringify(gelesen).length > MAX_DATENSATZ)
      return {
        einwand: `Sein Text ist zu lang; mit allen Übersetzungen sind ${MAX_DATENSATZ} Zeichen möglich.`,
      };
    const data = mitBrauchbaremKontakt(gelesen);
    const verdorben = einwandGegenTexte(data) ?? einwandGegenLangeTexte(data);
    if (verdorben) return { einwand: verdorben };
    const datensatz = istVertraulich(data) ? ohneOrt(data) : data;
    if (datensatz !== data) geheimeOrte.push(...(data.orte ?? []));
    if (datensatz !== data && verraetOrt(datensatz, data.orte))
      return {
        einwand:
          'Es ist vertraulich (Schutzunterkunft) oder klingt so, und darin steht etwas, das wie eine Anschrift aussieht.',
        geheim: true,
      };
    if (!/[\p{L}\p{N}]/u.test(data.titel)) return { einwand: 'Der Titel hat keinen Buchstaben.' };
    const seite = eigeneSeite(nachbar, data.seite);
    return seite
      ? { datensatz: { ...datensatz, seite } }
      : {
          einwand: `Seine Seite liegt nicht unter der Adresse des Nachbarn (${nachbar.url}).`,
          seite: data.seite,
        };
  };
}

/** More than an offer says in all languages; every text is searched for what must not be in it. */
const MAX_DATENSATZ = 200_000;

/** Without the ways of contact that we would not accept in an offer of our own; the others as ours would be stored. */
function mitBrauchbaremKontakt(datensatz: Datensatz): Datensatz {
  if (!datensatz.kontakt) return datensatz;
  const { vom_anbieter, ...wege } = datensatz.kontakt;
  const brauchbare = Object.entries(wege).flatMap(([weg, wert]) => {
    const { data } = KONTAKTWEGE[weg as keyof typeof KONTAKTWEGE].safeParse(wert);
    return data === undefined ? [] : [[weg, data]];
  });
  return { ...datensatz, kontakt: { ...Object.fromEntries(brauchbare), vom_anbieter } };
}

const KONTAKTWEGE = { telefon: telefon(), email: email(), web: webadresse() };

/** Confidential is what says so, and what may be a shelter by its words or by how it is reached. */
function createIstVertraulich(
  begriffe: Begriffe,
  { imText, imBegriff, imKontakt }: Schutzworte,
): (datensatz: Datensatz) => boolean {
  const namen = {
    angebotsarten: namenVon(begriffe.angebotsarten),
    themen: namenVon(begriffe.themen),
    zielgruppen: namenVon(begriffe.zielgruppen),
  };
  const heisst = (wo: keyof typeof namen, ids: readonly string[]) =>
    ids.flatMap((id) => [id, namen[wo].get(id) ?? '']).some(imBegriff);
  return (datensatz) =>
    istAlsVertraulichMarkiert(datensatz) ||
    heisst('angebotsarten', [datensatz.angebotsart]) ||
    heisst('themen', datensatz.thema) ||
    heisst('zielgruppen', datensatz.zielgruppen) ||
    benennungen(datensatz).some((name) => imText(name) !== undefined) ||
    imKontakt(datensatz.kontakt ?? {}) !== undefined;
}

/** What it is called, in all languages, by whom, and what it wants to be found by. */
function benennungen({
  titel,
  anbieter_name,
  suchwoerter = {},
  uebersetzungen = {},
}: Datensatz): string[] {
  const uebersetzt = Object.values(uebersetzungen).map(({ felder }) => felder['titel']?.text ?? '');
  return [titel, ...uebersetzt, anbieter_name, ...Object.values(suchwoerter).flat()];
}

/** A confidential offer without its places, and without what is about it elsewhere; marked as what it is. */
function ohneOrt({ orte: _, externe_ids: __, quelle: ___, ...rest }: Datensatz): Datensatz {
  const { schutz = [] } = rest;
  return { ...rest, schutz: istAlsVertraulichMarkiert(rest) ? schutz : ['vertraulich', ...schutz] };
}

/** Looks for places in the texts of a confidential offer, as the rule `vertraulich` does in ours, and for those it gave as its own. */
function createVerraetOrt({
  kommunen,
}: Vokabular): (datensatz: Datensatz, geheimeOrte: readonly OrtDaten[] | undefined) => boolean {
  const verraet = createVerraet(kommunen);
  const orte = ortsnamen(kommunen).map(lesbarerText);
  return ({ uuid: _, ...datensatz }, geheimeOrte = []) => {
    const deutsch = textfelder(datensatz);
    const eigene = geheimeOrte.flatMap((ort) => ortsworte(ort).map(([, muster]) => muster));
    return (
      alleWerte(datensatz).some(([pfad, wert]) =>
        [...pfad.map(String), wert, ...(istLangerText(pfad) ? [reinerText(wert)] : [])].some(
          (text) =>
            verraet(text) !== undefined || eigene.some((muster) => muster.test(schlicht(text))),
        ),
      ) ||
      Object.values(datensatz.uebersetzungen ?? {}).some(({ felder }) =>
        Object.entries(felder).some(
          ([feld, { text }]) => mehrAlsDeutsch(text, deutsch.get(feld) ?? '', orte) !== undefined,
        ),
      )
    );
  };
}

/** True for what may be Markdown: descriptions, and every translation. */
function istLangerText(pfad: Pfad): boolean {
  return pfad.at(-1) === 'text';
}

/** What the parser of Markdown must not get. */
function einwandGegenLangeTexte(datensatz: Datensatz): string | undefined {
  for (const [pfad, text] of alleWerte(datensatz)) {
    const einwand = istLangerText(pfad) && einwandGegenMarkdown(text);
    if (einwand) return `Feld „${formatPfad(pfad)}“: ${einwand}`;
  }
  return undefined;
}

function nummer(i: number): string {
  return `Nummer ${i + 1}`;
}

/** More of a title is not needed to find an offer. */
const MAX_TITEL = 60;

function createBezeichnung({
  imText,
}: Schutzworte): (roh: unknown, i: number) => Pick<Ausgelassen, 'angebot' | 'titel'> {
  return (roh, i) => {
    const { id, titel, schutz } = (roh ?? {}) as Record<string, unknown>;
    const sichtbar = typeof titel === 'string' ? titel.replace(/[\p{C}\p{Z}]+/gu, ' ').trim() : '';
    // What is no list of words can have meant anything.
    const geheim =
      imText(sichtbar) !== undefined ||
      (schutz !== undefined &&
        (!Array.isArray(schutz) ||
          schutz.some((wort) => typeof wort !== 'string' || wort === 'vertraulich')));
    const zeichen = [...sichtbar];
    const kurz = zeichen.slice(0, MAX_TITEL).join('') + (zeichen.length > MAX_TITEL ? '…' : '');
    return {
      angebot: typeof id === 'string' && id.length <= 80 && KENNUNG.test(id) ? id : nummer(i),
      // Nobody has looked whether that of a confidential one tells its place.
      ...(kurz && !geheim && { titel: kurz }),
    };
  };
}

/**
 * Reads a stored copy.
 * @returns what can be used of it, and why the rest cannot; or a German sentence where that is nothing
 */
export function parseNachbarDatei(
  nachbar: NachbarEintrag,
  bytes: Uint8Array,
  unsere: Unsere,
): GeleseneDatei | { einwand: string } {
  return liesFremdeDatei(bytes, nachbarDateiSchema, ({ angebote, ...kopf }) => {
    const einwand = einwandGegenTexte(kopf);
    return einwand
      ? { einwand }
      : { kopf, ...pruefeAngebote(nachbar, angebote, kopf.begriffe, unsere) };
  });
}

/** What to do about a stored copy of which nothing can be used. */
export function tippBeschaedigt({ id }: Pick<NachbarEintrag, 'id'>): string {
  return `Bitte die letzte richtige Fassung aus Git zurückholen. Geht das nicht, ohne Vergleich neu holen: npm run verbund -- holen ${id} --trotzdem`;
}

/** What a neighbour calls its ids. Ids come from it, too: in an object, `constructor` would be there. */
type Namen = ReadonlyMap<string, string>;

function namenVon(begriffe: Readonly<Record<string, string>>): Namen {
  return new Map(Object.entries(begriffe));
}

/** Our ids for the words of a neighbour: those of the same id, or of the same German name. */
type Zuordnung = (id: string) => string | undefined;

function createZuordnung(
  unsere: ReadonlyMap<string, { bezeichnung: Record<string, string> }>,
  ihre: Namen,
): Zuordnung {
  const nachName = new Map(
    [...unsere].map(([id, { bezeichnung }]) => [alsKennung(bezeichnung['de'] ?? id), id]),
  );
  return (id) => (unsere.has(id) ? id : nachName.get(alsKennung(ihre.get(id) ?? '')));
}

interface Uebersetzer {
  begriffe: Record<keyof Begriffe, Namen>;
  portal: Herkunftsportal;
  zuordnung: Record<'themen' | 'angebotsarten' | 'zielgruppen', Zuordnung>;
  umfeld: Umfeld;
}

/**
 * The neighbours in the order of `portal.yaml`, with the offers that visitors find. Nothing of a neighbour on trial is shown in a
 * portal that is not; what we have ourselves, or another neighbour before, is left out. No id decides that: they are public, and
 * whoever copied one could make the offer of another disappear.
 */
export function createNachbarn(
  portal: Portal,
  verbund: ReadonlyMap<string, NachbarDatei>,
  vokabular: Vokabular,
  eigene: Iterable<Angebot>,
  stichtag: string,
): Nachbar[] {
  const eintraege = portal.verbund?.filter(({ id }) => verbund.has(id)) ?? [];
  if (eintraege.length === 0) return [];
  const unsere = [...eigene];
  const bekannt = createBekannte(vokabular);
  unsere.forEach(bekannt.merke);
  return eintraege.flatMap((eintrag): Nachbar[] => {
    const { kopf, angebote } = verbund.get(eintrag.id)!;
    if (kopf.probebetrieb && !portal.probebetrieb) return [];
    const herkunft = toHerkunftsportal(eintrag, kopf);
    const begriffe: Uebersetzer['begriffe'] = {
      themen: namenVon(kopf.begriffe.themen),
      angebotsarten: namenVon(kopf.begriffe.angebotsarten),
      zielgruppen: namenVon(kopf.begriffe.zielgruppen),
      kommunen: namenVon(kopf.begriffe.kommunen),
    };
    const uebersetzer: Uebersetzer = {
      begriffe,
      portal: herkunft,
      zuordnung: {
        themen: createZuordnung(vokabular.themen, begriffe.themen),
        angebotsarten: createZuordnung(vokabular.angebotsarten, begriffe.angebotsarten),
        zielgruppen: createZuordnung(vokabular.zielgruppen, begriffe.zielgruppen),
      },
      umfeld: { vokabular, orte: new Map(), anbieter: new Map(), uebersetzungen: new Map() },
    };
    const neue = angebote
      .map((datensatz) => toAngebot(uebersetzer, datensatz))
      .filter((angebot) => !isAbgelaufen(angebot, stichtag) && !bekannt.kennt(angebot))
      .sort(nachTitel);
    neue.forEach(bekannt.merke);
    return [{ ...herkunft, angebote: neue }];
  });
}

function toHerkunftsportal(eintrag: NachbarEintrag, kopf: NachbarKopf): Herkunftsportal {
  return {
    id: eintrag.id,
    name: eintrag.name ?? kopf.name,
    url: eintrag.url,
    form: eintrag.form,
    sprachen: kopf.sprachen ?? [],
    geholt_am: kopf.geholt_am,
    stand: kopf.stand,
    ...(kopf.lizenz && { lizenz: kopf.lizenz }),
  };
}

/** An offer of a neighbour as one of the Katalog, in our words. */
function toAngebot(
  { begriffe, portal, zuordnung, umfeld }: Uebersetzer,
  datensatz: Datensatz,
): Angebot {
  const {
    uuid,
    seite,
    anbieter_name,
    kontakt,
    orte = [],
    uebersetzungen = {},
    ...rest
  } = datensatz;
  // Its page stands over there, and so do blocks and notices.
  const { unterlagen: _, schritte: __, hinweis: ___, einzugsgebiet = [], kosten, ...felder } = rest;
  const themen = uebersetze(datensatz.thema, zuordnung.themen, begriffe.themen);
  const gruppen = uebersetze(datensatz.zielgruppen, zuordnung.zielgruppen, begriffe.zielgruppen);
  const art = zuordnung.angebotsarten(datensatz.angebotsart);
  const eintrag: AngebotEintrag & { text: string } = {
    ...felder,
    // Theirs may lack what must be there in ours, if only as unknown.
    kosten: kosten && { ...kosten, art: kosten.art },
    anbieter: '',
    angebotsart: art ?? '',
    thema: themen.unsere,
    zielgruppen: gruppen.unsere,
    // Their Kommunen are not ours, and their whole Kreis is not here.
    einzugsgebiet: einzugsgebiet.includes('bundesweit') ? ['bundesweit'] : [],
  };
  const angebot = createAngebot(`${portal.id}~${datensatz.id}`, eintrag, umfeld);
  const wo = angebot.vertraulich ? undefined : toWo(datensatz, begriffe.kommunen, portal.name);
  const herkunft: Herkunft = {
    portal,
    uuid,
    seite,
    anbieter: anbieter_name,
    ...(wo && { wo }),
    ...(art === undefined && {
      art: begriffe.angebotsarten.get(datensatz.angebotsart) ?? datensatz.angebotsart,
    }),
    worte: [...themen.fremde, ...gruppen.fremde],
  };
  return {
    ...angebot,
    orte: angebot.vertraulich ? [] : orte.map((ort) => toOrt(ort, begriffe.kommunen)),
    kanal: felder.kanal ?? [],
    kontakt: kontaktVon(kontakt),
    uebersetzungen: new Map(
      Object.entries(uebersetzungen).map(([sprache, { art: von, geprueft, felder: texte }]) => [
        sprache,
        { art: von, geprueft, felder: new Map(Object.entries(texte)) },
      ]),
    ),
    herkunft,
  };
}

function kontaktVon(kontakt: Datensatz['kontakt']): Angebot['kontakt'] {
  const { vom_anbieter: vomAnbieter = false, ...wege } = kontakt ?? {};
  return { ...(wege as Angebot['kontakt']), vomAnbieter };
}

/** Ids in our words; German names of those we have none for. */
function uebersetze(
  ids: readonly string[],
  zuordnung: Zuordnung,
  namen: Namen,
): { unsere: string[]; fremde: string[] } {
  const unsere = ids.flatMap((id) => zuordnung(id) ?? []);
  const fremde = ids.filter((id) => !zuordnung(id)).flatMap((id) => namen.get(id) ?? []);
  return { unsere: [...new Set(unsere)], fremde };
}

function toOrt({ lat, lon, genau, kommune, ...rest }: OrtDaten, kommunen: Namen): Ort {
  const ort = rest.ort ?? (kommune && kommunen.get(kommune));
  return {
    ...rest,
    ...(ort && { ort }),
    ...(lat !== undefined && lon !== undefined && { punkt: { lat, lon } }),
    ungefaehr: genau !== true,
  };
}

/** More would be a list. */
const MAX_WO = 3;

/** Towns, else the Kommunen it serves, else the whole Kreis. */
function toWo(
  { orte = [], einzugsgebiet = [] }: Datensatz,
  kommunen: Namen,
  kreis: string,
): string | undefined {
  const namen = (alle: readonly (string | undefined)[]) => [...new Set(alle)].filter(Boolean);
  const staedte = namen(orte.map(({ ort, kommune }) => ort ?? (kommune && kommunen.get(kommune))));
  if (staedte.length > 0) return staedte.slice(0, MAX_WO).join(', ');
  if (einzugsgebiet.includes('bundesweit')) return undefined;
  if (einzugsgebiet.includes('kreisweit')) return kreis;
  const gebiet = namen(einzugsgebiet.map((id) => kommunen.get(id)));
  return gebiet.length > MAX_WO ? kreis : gebiet.join(', ') || undefined;
}
