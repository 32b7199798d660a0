/** What a table would change: every row becomes a file that is added or changed, or comes back with its reason. */
import { isDeepStrictEqual } from 'node:util';
import { type Felder, formatZelle, readZelle, SPALTEN } from '../../../src/daten/tabelle.ts';
import { type AngebotEintrag, angebotSchema } from '../../../src/domain/angebot.ts';
import { KENNUNG } from '../../../src/domain/felder.ts';
import { tippMeintenSie } from '../../../src/domain/naechster-wert.ts';
import { MERKMALE } from '../../../src/domain/ort.ts';
import {
  aehnlicheZu,
  findeDubletten,
  type Grund,
  GRUND_WORTE,
} from '../../../src/katalog/dubletten.ts';
import { istVertraulichesAngebot, kommuneOf } from '../../../src/katalog/create-angebot.ts';
import type { Eintraege } from '../../../src/katalog/katalog.ts';
import type { Baum } from '../../../src/katalog/read-yaml.ts';
import type { Fundstellen } from '../../../src/katalog/rules/regel.ts';
import type { Angebotsdatei } from '../angebotsdateien.ts';
import { kennungAus } from '../kennung.ts';
import { Ablehnung, deute, type Deutung } from './deuten.ts';
import type { Zeile } from './lies-tabelle.ts';
import { ANBIETER_KENNUNG, gefaltet, NICHT, spalteVon, type Zuordnung } from './spalten.ts';
import { createVerzeichnisse, ohneRechtsform, type Verzeichnisse } from './vokabeln.ts';

export interface Bemerkung {
  zeile: number;
  text: string;
}

/** A provider that is not there yet. */
interface NeuerAnbieter {
  id: string;
  name: string;
  /** What is called like it. */
  bemerkung?: string;
}

/** One row that is to be written. */
export interface Vorhaben {
  art: 'neu' | 'geaendert';
  zeile: Zeile;
  id: string;
  titel: string;
  /** All fields of a new offer; of one that is there only those that change. */
  felder: Felder;
  /** Text below the front matter, where it is set. */
  text?: string;
  /** Field → before and after, as cells. */
  aenderungen: [feld: string, vorher: string, nachher: string][];
  neuerAnbieter?: NeuerAnbieter;
}

/** A row that is not taken. */
export interface Rueckweisung {
  zeile: Zeile;
  titel: string;
  grund: string;
  /** It may be there already; nothing else is wrong with it. */
  dublette?: boolean;
}

export interface Plan {
  vorhaben: Vorhaben[];
  unveraendert: number;
  zurueck: Rueckweisung[];
  bemerkungen: Bemerkung[];
}

/** What a plan is made with. */
export interface Umfeld {
  eintraege: Eintraege;
  dateien: ReadonlyMap<string, Angebotsdatei>;
  /** True where a file of that id is there, valid or not. */
  gibtEs: Fundstellen['gibtEs'];
  zuordnung: Zuordnung;
  /** Headings of the table, in order. */
  kopf: readonly string[];
}

/** Goes through the rows in order; nothing is written. */
export function planeImport(zeilen: readonly Zeile[], umfeld: Umfeld): Plan {
  const { eintraege } = umfeld;
  const kontext: Kontext = {
    ...umfeld,
    // New offers are added, so that they are compared with each other.
    eintraege: { ...eintraege, angebote: new Map(eintraege.angebote) },
    verzeichnisse: createVerzeichnisse(eintraege),
    neueAnbieter: new Map(),
    bisher: new Map(),
    nummern: new Map(),
  };
  const plan: Plan = { vorhaben: [], unveraendert: 0, zurueck: [], bemerkungen: [] };
  for (const zeile of zeilen) {
    let titel = '';
    const bemerkungen: string[] = [];
    try {
      const angaben = angabenVon(zeile, kontext);
      titel = angaben.get('titel')?.trim() ?? angaben.get('kennung')?.trim() ?? '';
      const vorhaben = planeZeile(zeile, angaben, kontext, bemerkungen);
      if (vorhaben) plan.vorhaben.push(vorhaben);
      else plan.unveraendert++;
      plan.bemerkungen.push(...bemerkungen.map((text) => ({ zeile: zeile.nummer, text })));
    } catch (error) {
      if (!(error instanceof Ablehnung)) throw error;
      plan.zurueck.push({
        zeile,
        titel,
        grund: error.message,
      });
    }
  }
  return ohneDubletten(plan, kontext);
}

/** Holds back new offers that may be there already, under an id or further up in the table. */
function ohneDubletten(plan: Plan, { eintraege, bisher }: Kontext): Plan {
  const neue = new Map(
    plan.vorhaben.filter(({ art }) => art === 'neu').map((eines) => [eines.id, eines]),
  );
  const gefunden = new Map<string, { id: string; gruende: Grund[] }[]>();
  for (const { art, ids, gruende } of neue.size > 0 ? findeDubletten(eintraege) : []) {
    if (art !== 'angebot') continue;
    // Of two new ones the lower row comes second.
    const nummer = (id: string) => (neue.has(id) ? bisher.get(id)! : 0);
    const [erstes, zweites] = ids.toSorted((a, b) => nummer(a) - nummer(b)) as [string, string];
    if (!neue.has(zweites)) continue;
    if ([eintraege.angebote.get(zweites)?.kein_duplikat].flat().includes(erstes)) continue;
    gefunden.set(zweites, [...(gefunden.get(zweites) ?? []), { id: erstes, gruende }]);
  }
  const zurueck = [...gefunden].map(([id, aehnliche]): Rueckweisung => {
    const { zeile, titel } = neue.get(id)!;
    const genannt = aehnliche.slice(0, 3).map(({ id, gruende }) => {
      const wo = neue.has(id) ? `Zeile ${bisher.get(id)}, „${id}“` : `„${id}“`;
      return `${wo} (${gruende.map((grund) => GRUND_WORTE[grund]).join(', ')})`;
    });
    const ids = aehnliche.map((eines) => eines.id).join(', ');
    const grund = `Das gibt es vielleicht schon: ${genannt.join('; ')}. Ist es dasselbe, bitte in die Spalte „kennung“ schreiben: ${aehnliche[0]!.id}. Ist es ein anderes, in die Spalte „kein_duplikat“: ${ids}`;
    return { zeile, titel, grund, dublette: true };
  });
  return {
    ...plan,
    vorhaben: plan.vorhaben.filter(({ id }) => !gefunden.has(id)),
    zurueck: [...plan.zurueck, ...zurueck].sort((a, b) => a.zeile.nummer - b.zeile.nummer),
  };
}

interface Kontext extends Umfeld {
  verzeichnisse: Verzeichnisse;
  /** Id or folded name → provider. */
  neueAnbieter: Map<string, NeuerAnbieter>;
  /** Id → number of the row that is about it. */
  bisher: Map<string, number>;
  /** Number in another directory → number of the row that has it. */
  nummern: Map<string, number>;
}

/** Field or part of one → the cell, where it is not empty. */
type Angaben = Map<string, string>;

/** No offer has a longer text. */
const MAX_ZELLE = 30_000;

function angabenVon({ zellen }: Zeile, { kopf, zuordnung }: Kontext): Angaben {
  const angaben: Angaben = new Map();
  for (const [i, name] of kopf.entries()) {
    const ziel = zuordnung.spalten[name] ?? NICHT;
    const zelle = sauber(zellen[i] ?? '');
    if (ziel === NICHT || zelle.trim() === '') continue;
    if (zelle.length > MAX_ZELLE)
      throw new Ablehnung(`Spalte „${name}“: Die Zelle ist länger als ${MAX_ZELLE} Zeichen.`);
    const vorher = angaben.get(ziel);
    angaben.set(ziel, vorher === undefined ? zelle : `${vorher.trim()}\n\n${zelle.trim()}`);
  }
  return angaben;
}

/** A cell without what nobody sees; every line break as `\n`. */
function sauber(zelle: string): string {
  return zelle.replace(/[\u200b\u2060\ufeff]/g, '').replace(/\r\n?|[\u000b\u2028\u2029]/g, '\n');
}

function planeZeile(
  zeile: Zeile,
  angaben: Angaben,
  kontext: Kontext,
  bemerkungen: string[],
): Vorhaben | undefined {
  const da = findeAngebot(angaben, kontext);
  merkeNummern(zeile, angaben, da?.id, kontext);
  if (da) {
    merkeZeile(da.id, zeile, kontext);
    return planeAenderung(zeile, da, angaben, kontext, bemerkungen);
  }
  return planeNeues(zeile, angaben, kontext, bemerkungen);
}

function merkeZeile(id: string, zeile: Zeile, { bisher }: Kontext): void {
  const andere = bisher.get(id);
  if (andere !== undefined)
    throw new Ablehnung(
      `Um das Angebot „${id}“ geht es schon in Zeile ${andere}. Es gilt die obere.`,
    );
  bisher.set(id, zeile.nummer);
}

/** Refuses a number of another directory that another row has, or an offer that this row is not about. */
function merkeNummern(
  zeile: Zeile,
  angaben: Angaben,
  id: string | undefined,
  { dateien, nummern }: Kontext,
): void {
  for (const [ziel, nummer] of externeIds(angaben)) {
    const key = `${ziel} ${nummer}`;
    const andere = nummern.get(key);
    if (andere !== undefined)
      throw new Ablehnung(
        `Die Nummer „${nummer}“ (${ziel}) steht schon in Zeile ${andere}. Bitte die richtige Nummer eintragen oder die Zelle leeren.`,
      );
    nummern.set(key, zeile.nummer);
    const anderes = dateien
      .values()
      .find((datei) => datei.id !== id && datei.wert.externe_ids?.[ziel] === nummer);
    if (anderes)
      throw new Ablehnung(
        `Die Nummer „${nummer}“ (${ziel}) gehört schon zum Angebot „${anderes.id}“. Bitte die Kennung oder die Nummer berichtigen.`,
      );
  }
}

/** Numbers in other directories, by directory, from a column of their own or all in one. */
function externeIds(angaben: Angaben): [verzeichnis: string, nummer: string][] {
  return [...angaben].flatMap(([ziel, zelle]): [string, string][] => {
    const [, verzeichnis] = /^externe_ids\.(.+)$/.exec(ziel) ?? [];
    if (verzeichnis !== undefined) return [[verzeichnis, zelle.trim()]];
    const alle =
      ziel === 'externe_ids'
        ? angebotSchema.shape[ziel].safeParse(readZelle(ziel, zelle))
        : undefined;
    return Object.entries(alle?.data ?? {});
  });
}

/** The offer a row says it is about: by its id, else by that of another program. Never by a title. */
function findeAngebot(angaben: Angaben, { dateien, gibtEs }: Kontext): Angebotsdatei | undefined {
  const id = angaben.get('kennung')?.trim();
  if (id !== undefined) {
    if (!dateien.has(id) && gibtEs('angebot', id))
      throw new Ablehnung(
        `Die Datei des Angebots „${id}“ hat Fehler und wird nicht geändert. Welche, sagt: npm run check`,
      );
    return dateien.get(id);
  }
  for (const [verzeichnis, nummer] of externeIds(angaben))
    for (const datei of dateien.values())
      if (datei.wert.externe_ids?.[verzeichnis] === nummer) return datei;
  return undefined;
}

function planeAenderung(
  zeile: Zeile,
  da: Angebotsdatei,
  angaben: Angaben,
  kontext: Kontext,
  bemerkungen: string[],
): Vorhaben | undefined {
  if (da.vertraulich) nurOhneOrt(angaben);
  for (const [ziel, zelle] of angaben) if (sagtDasselbe(ziel, zelle, da)) angaben.delete(ziel);
  const { felder, text, neuerAnbieter } = baueFelder(angaben, kontext, bemerkungen, da);
  const neu = Object.fromEntries(
    Object.entries(felder).filter(([feld, wert]) => !gleich(feld, da.felder[feld], wert)),
  );
  if (typeof neu['geprueft_am'] === 'string' && neu['geprueft_am'] < da.wert.geprueft_am)
    bemerkungen.push(
      `„${da.id}“ wurde zuletzt am ${da.wert.geprueft_am} geprüft, die Tabelle sagt ${neu['geprueft_am']}. Ist sie älter als das Portal?`,
    );
  const aenderungen = Object.entries(neu).map(([feld, wert]): [string, string, string] => [
    feld,
    da.felder[feld] === undefined ? '' : formatZelle(feld, da.felder[feld]),
    formatZelle(feld, wert),
  ]);
  const neuerText = text !== undefined && text.trim() !== da.wert.text.trim() ? text : undefined;
  if (neuerText !== undefined) aenderungen.push(['text', da.wert.text.trim(), neuerText]);
  if (aenderungen.length === 0) return undefined;
  return {
    art: 'geaendert',
    zeile,
    id: da.id,
    titel: da.wert.titel,
    felder: neu,
    ...(neuerText !== undefined && { text: neuerText }),
    aenderungen,
    ...(neuerAnbieter && { neuerAnbieter }),
  };
}

/** True where a cell holds what the file says already, however either of them is written. */
function sagtDasselbe(ziel: string, zelle: string, { id, felder, wert }: Angebotsdatei): boolean {
  if (ziel === 'kennung') return zelle.trim() === id;
  if (ziel === 'text') return zelle.trim() === wert.text.trim();
  if (ziel === 'web' && ohneSchema(zelle) === ohneSchema(wert.web ?? '')) return true;
  return SPALTEN.includes(ziel) && gleich(ziel, felder[ziel], readZelle(ziel, zelle));
}

/** „www.verein.de“ may mean `http://www.verein.de/` as well. */
function ohneSchema(adresse: string): string {
  return adresse
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/|\/$/g, '');
}

/** True where two values of a field mean the same; never where one of them is no valid value. */
function gleich(feld: string, a: Baum | undefined, b: Baum | undefined): boolean {
  const schema = angebotSchema.shape[feld as keyof typeof angebotSchema.shape];
  if (a === undefined || b === undefined || !schema) return a === b;
  const [eins, zwei] = [schema.safeParse(a), schema.safeParse(b)];
  return eins.success && zwei.success && isDeepStrictEqual(eins.data, zwei.data);
}

const PFLICHT = ['titel', 'anbieter', 'angebotsart', 'thema', 'zielgruppen', 'geprueft_am'];

function planeNeues(
  zeile: Zeile,
  angaben: Angaben,
  kontext: Kontext,
  bemerkungen: string[],
): Vorhaben {
  const { vorgaben } = kontext.zuordnung;
  const gebaut = baueFelder(angaben, kontext, bemerkungen);
  const felder: Felder = { ...vorgaben, ...gebaut.felder };
  const fehlend = PFLICHT.filter((feld) => felder[feld] === undefined);
  if (fehlend.length > 0)
    throw new Ablehnung(
      `Für ein neues Angebot fehlt: ${fehlend.join(', ')}. Bitte die Zelle ausfüllen, der Spalte in der Zuordnung das Feld geben oder dort unter „vorgaben“ eintragen, was für alle gilt.`,
    );
  const vertraulich = istVertraulichesAngebot(
    felder as unknown as AngebotEintrag,
    kontext.eintraege.vokabular.angebotsarten,
  );
  if (vertraulich) nurOhneOrt(angaben);
  const { externe_ids, ...oeffentlich } = felder;
  const ergebnis = vertraulich ? oeffentlich : felder;

  const id = neueKennung(angaben, ergebnis, kontext);
  const gelesen = angebotSchema.safeParse(ergebnis);
  merkeZeile(id, zeile, kontext);
  // What is not valid is worded by the reader itself, later.
  if (gelesen.success)
    kontext.eintraege.angebote.set(id, { ...gelesen.data, text: gebaut.text ?? '' });
  return {
    art: 'neu',
    zeile,
    id,
    titel: String(felder['titel']),
    felder: ergebnis,
    text: gebaut.text ?? '',
    aenderungen: [],
    ...(gebaut.neuerAnbieter && { neuerAnbieter: gebaut.neuerAnbieter }),
  };
}

function nurOhneOrt(angaben: Angaben): void {
  if ([...angaben.keys()].some((ziel) => ziel === 'orte' || ziel.startsWith('ort.')))
    throw new Ablehnung(
      'Dieses Angebot ist vertraulich (Schutzunterkunft); sein Ort darf nirgends stehen. Bitte die Anschrift in der Tabelle löschen.',
    );
}

/** The id the table gives, else one out of place and title that no other offer has. */
function neueKennung(
  angaben: Angaben,
  felder: Felder,
  { gibtEs, bisher, eintraege }: Kontext,
): string {
  const gewuenscht = angaben.get('kennung')?.trim();
  if (gewuenscht !== undefined) {
    if (KENNUNG.test(gewuenscht) && /[a-z]/.test(gewuenscht)) return gewuenscht;
    throw new Ablehnung(
      `Ein Angebot „${gewuenscht}“ gibt es nicht, und als neue Kennung taugt das nicht. ${tippMeintenSie(gewuenscht, eintraege.angebote.keys())}`,
    );
  }
  const ort = [felder['orte']].flat().find((eine) => typeof eine === 'object');
  const kommune = ort && kommuneOf(ort as object, eintraege.vokabular.kommunen);
  // A file named by digits alone would be none.
  const kurz = kennungAus(String(felder['titel']), kommune) || 'angebot';
  const stamm = /[a-z]/.test(kurz) ? kurz : `angebot-${kurz}`;
  let id = stamm;
  for (let n = 2; gibtEs('angebot', id) || bisher.has(id); n++) id = `${stamm}-${n}`;
  return id;
}

interface Gebaut {
  felder: Felder;
  text?: string;
  neuerAnbieter?: NeuerAnbieter;
}

/** Fields out of the cells of a row; parts are put into what is there already. */
function baueFelder(
  angaben: Angaben,
  kontext: Kontext,
  bemerkungen: string[],
  da?: Angebotsdatei,
): Gebaut {
  const felder: Record<string, Baum> = {};
  const ort: Record<string, Baum> = {};
  const zeiten: Baum[] = [];
  const texte: string[] = [];
  let neuerAnbieter: NeuerAnbieter | undefined;
  for (const [ziel, zelle] of angaben) {
    const [feld = '', teil] = ziel.split('.', 2);
    if (ziel === 'kennung' || ziel === ANBIETER_KENNUNG) continue;
    if (ziel === 'anbieter') {
      const { id, neu } = findeAnbieter(zelle, angaben.get(ANBIETER_KENNUNG)?.trim(), kontext);
      neuerAnbieter = neu;
      felder['anbieter'] = id;
      continue;
    }
    const { wert, text, bemerkung } = deuteZelle(ziel, zelle, kontext);
    if (bemerkung) bemerkungen.push(bemerkung);
    if (text) texte.push(text);
    if (ziel === 'text') texte.unshift(String(wert));
    else if (wert === '') continue;
    else if (feld === 'ort') ort[teil!] = wert;
    else if (feld === 'zeiten' && teil) zeiten.push(...(wert as Baum[]));
    else if (teil === undefined) felder[feld] = wert;
    else {
      const bisher = felder[feld] ?? da?.felder[feld];
      felder[feld] = {
        ...(typeof bisher === 'object' && !Array.isArray(bisher) && bisher),
        [teil]: wert,
      };
    }
  }
  if (zeiten.length > 0)
    felder['zeiten'] = [...((felder['zeiten'] as Baum[] | undefined) ?? []), ...zeiten];
  if (Object.keys(ort).length > 0) {
    const orte = setzeOrt(ort, felder['orte'], da, kontext, bemerkungen);
    if (orte) felder['orte'] = orte;
  } else if (felder['orte'] !== undefined) felder['orte'] = gemeinsameOrte(felder['orte'], kontext);
  return {
    felder,
    ...(texte.length > 0 && { text: texte.join('\n\n').trim() }),
    ...(neuerAnbieter && { neuerAnbieter }),
  };
}

function deuteZelle(
  ziel: string,
  zelle: string,
  { verzeichnisse, zuordnung, kopf }: Kontext,
): Deutung {
  const [, tag] = /^zeiten\.(..)$/.exec(ziel) ?? [];
  const feld = tag ? 'zeiten' : ziel;
  const inhalt = tag
    ? zelle
        .trim()
        .split('\n')
        .map((teil) => `${tag} ${teil}`)
        .join('\n')
    : zelle;
  try {
    return deute(feld, inhalt, verzeichnisse, zuordnung.werte[feld]);
  } catch (error) {
    if (!(error instanceof Ablehnung)) throw error;
    throw new Ablehnung(`Spalte „${spalteVon(ziel, zuordnung, kopf)}“: ${error.message}`);
  }
}

/** @param kennung id of the provider in the portal that the table comes from */
function findeAnbieter(
  zelle: string,
  kennung: string | undefined,
  { verzeichnisse, neueAnbieter, eintraege, gibtEs, zuordnung }: Kontext,
): { id: string; neu?: NeuerAnbieter } {
  if (kennung !== undefined && gibtEs('anbieter', kennung)) return { id: kennung };
  const roh = zelle.replace(/\s+/g, ' ').trim();
  const name = zuordnung.werte['anbieter']?.[roh] ?? roh;
  const bekannt =
    verzeichnisse['anbieter']!.finde(name) ??
    verzeichnisse['anbieter']!.finde(ohneRechtsform(name));
  if (bekannt !== undefined) return { id: bekannt };
  // Two that differ only in „e. V.“ have an id each.
  const key = kennung ?? gefaltet(ohneRechtsform(name));
  const vorhanden = neueAnbieter.get(key);
  if (vorhanden) return { id: vorhanden.id, neu: vorhanden };
  if (kennung !== undefined && !KENNUNG.test(kennung))
    throw new Ablehnung(`„${kennung}“ taugt nicht als Kennung eines Anbieters.`);
  const stamm = kennung ?? kennungAus(ohneRechtsform(name));
  if (!/[a-z]/.test(stamm)) throw new Ablehnung(`„${name}“ ist kein Name eines Anbieters.`);
  const belegt = (id: string) =>
    gibtEs('anbieter', id) || [...neueAnbieter.values()].some((neuer) => neuer.id === id);
  let id = stamm;
  for (let n = 2; belegt(id); n++) id = `${stamm}-${n}`;
  const aehnliche = aehnlicheZu({ art: 'anbieter', eintrag: { name } }, eintraege);
  const neu: NeuerAnbieter = {
    id,
    name,
    ...(aehnliche.length > 0 && {
      bemerkung: `Der Anbieter „${name}“ ist neu; ähnlich heißt „${aehnliche.map((eine) => eine.id).join('“, „')}“. Ist es derselbe, bitte in der Zuordnung unter „werte“, „anbieter“ eintragen.`,
    }),
  };
  neueAnbieter.set(key, neu);
  return { id, neu };
}

/** Places that are named by the house they share. */
function gemeinsameOrte(orte: Baum, { eintraege }: Kontext): Baum {
  return [orte].flat().map((ort) => {
    const name =
      typeof ort === 'object' && Object.keys(ort).join() === 'ort'
        ? (ort as { ort: string }).ort
        : undefined;
    const [id] =
      [...eintraege.orte].find(
        ([, haus]) => name !== undefined && gefaltet(haus.name ?? '') === gefaltet(name),
      ) ?? [];
    return id ?? ort;
  });
}

/**
 * A place out of several columns, where an offer has one at most.
 * @returns undefined where the place stays as it is
 */
function setzeOrt(
  teile: Record<string, Baum>,
  ausZelle: Baum | undefined,
  da: Angebotsdatei | undefined,
  kontext: Kontext,
  bemerkungen: string[],
): Baum[] | undefined {
  const [neu, plz] = [ortAus(teile), teile['plz']];
  const [, plzVorn, stadt] = /^(\d{5})\s+(.+)$/.exec(String(plz ?? neu['ort'] ?? '')) ?? [];
  if (plzVorn)
    Object.assign(neu, { plz: plzVorn, ort: plz === undefined ? stadt : (neu['ort'] ?? stadt) });
  if (ausZelle !== undefined) return [...[ausZelle].flat(), neu];
  const bisher = [da?.felder['orte'] ?? []].flat();
  if (bisher.length === 0) return [neu];
  const alle = (da?.wert.orte ?? []).map((ort) =>
    typeof ort === 'string' ? kontext.eintraege.orte.get(ort) : ort,
  );
  const steht = (ort: object | undefined) =>
    Object.entries(neu).every(
      ([feld, wert]) =>
        String((ort as Record<string, unknown> | undefined)?.[feld] ?? '') === String(wert),
    );
  if (alle.some(steht)) return undefined;
  const [einer] = bisher;
  if (bisher.length > 1 || typeof einer !== 'object' || Array.isArray(einer)) {
    bemerkungen.push(
      `Die Anschrift von „${da!.id}“ bleibt, wie sie ist: Das Angebot hat mehrere Orte oder ein gemeinsames Haus. Bitte in der Datei ändern.`,
    );
    return undefined;
  }
  const umgezogen = (['strasse', 'plz', 'ort'] as const).some(
    (feld) => neu[feld] !== undefined && einer?.[feld] !== undefined && einer[feld] !== neu[feld],
  );
  if (!umgezogen) return [{ ...einer, ...neu }];
  const { lat, lon, haltestelle, barrierefreiheit, name, ...anschrift } = einer as Record<
    string,
    Baum
  >;
  const entfallen = Object.entries({ lat, lon, haltestelle, barrierefreiheit, name })
    .filter(([feld, wert]) => wert !== undefined && neu[feld] === undefined)
    .map(([feld]) => feld);
  if (entfallen.length > 0)
    bemerkungen.push(
      `„${da!.id}“ hat eine andere Anschrift; was nur zur alten gehörte, entfällt: ${entfallen.join(', ')}.`,
    );
  return [{ ...anschrift, ...neu }];
}

function ortAus(teile: Readonly<Record<string, Baum>>): Record<string, Baum> {
  const merkmale = Object.entries(teile).filter(([name]) =>
    (MERKMALE as readonly string[]).includes(name),
  );
  const rest = Object.entries(teile).filter(
    ([name]) => !(MERKMALE as readonly string[]).includes(name),
  );
  return {
    ...Object.fromEntries(rest),
    ...(merkmale.length > 0 && { barrierefreiheit: Object.fromEntries(merkmale) }),
  };
}
