/** Reads a content folder: the only way from files to the Katalog. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { anbieterSchema } from '../domain/anbieter.ts';
import { angebotSchema, istAlsVertraulichMarkiert } from '../domain/angebot.ts';
import { kontakteSchema } from '../domain/ansprechstelle.ts';
import { begrenzeJeDatei, type Befund, compareBefunde, kuerzeZitate } from '../domain/befund.ts';
import { kennung, text as kurzerText, verweis } from '../domain/felder.ts';
import { ortDateiSchema } from '../domain/ort.ts';
import { type Portal, portalSchema } from '../domain/portal.ts';
import { projektSchema } from '../domain/projekt.ts';
import { seiteSchema } from '../domain/seite.ts';
import { suchgueteSchema } from '../domain/suchguete.ts';
import { type UebersetzungEintrag, uebersetzungSchema } from '../domain/uebersetzung.ts';
import { umrisseSchema } from '../domain/umrisse.ts';
import { einwandGegenAdresse } from '../domain/verbund.ts';
import { PFLICHT_VOKABULARE, type VokabularName, vokabulare } from '../domain/vokabular.ts';
import {
  type ContentDatei,
  displayPath,
  findContentFiles,
  findPortalDatei,
} from './content-files.ts';
import {
  angeboteMitSeite,
  createKatalog,
  type Eintraege,
  type Katalog,
  type Vokabular,
} from './katalog.ts';
import { createIstDaneben } from './daneben.ts';
import { type Dokument, parseDocument, parseYamlFile } from './parse-document.ts';
import { grundVon, nameVon, parseNachbarDatei, tippBeschaedigt } from './nachbarn.ts';
import { createGedaechtnis, type Gedaechtnis, type Gemerkt } from './gedaechtnis.ts';
import { parseEintrag } from './parse-eintrag.ts';
import { checkRules } from './rules/index.ts';
import type { Fundstellen, RegelKontext } from './rules/regel.ts';
import { teileName } from './uebersetzungen.ts';
import { inhaltsordner, stichtagDesLaufs } from './umgebung.ts';
import { klingtVertraulich, verschweigeOrte } from './verschweigen.ts';

export interface KatalogErgebnis {
  /** Missing only where `portal.yaml` or a vocabulary cannot be used; then the findings say why. */
  katalog?: Katalog;
  /** What the rules were given, for whoever asks where something stands in the files; there if `katalog` is. */
  kontext?: RegelKontext;
  befunde: Befund[];
}

/**
 * Reads and checks everything.
 * @param inhalt content folder
 * @param stichtag `YYYY-MM-DD`
 * @returns the Katalog of all valid entries, and every finding of every file, sorted
 */
export function readKatalog(
  inhalt = inhaltsordner(),
  stichtag = stichtagDesLaufs(),
): KatalogErgebnis {
  const { pruefe, ...gelesen } = readUngeprueft(inhalt, stichtag);
  return { ...gelesen, befunde: pruefe() };
}

export interface Ungeprueft extends KatalogErgebnis {
  /** Asks the rules. @returns every finding of every file, sorted: those of single files, too */
  pruefe(): Befund[];
}

/**
 * The Katalog as {@link readKatalog} makes it, before any rule is asked: for whoever shows the content first and checks it then.
 * @returns the Katalog of all valid entries, and what is wrong with single files
 */
export function readUngeprueft(
  inhalt = inhaltsordner(),
  stichtag = stichtagDesLaufs(),
): Ungeprueft {
  const { dateien, entwurf, fundstellen, befunde } = liesDateien(inhalt);
  const fertig = (alle: Befund[], katalog?: Katalog) =>
    verschweigeOrte(begrenzeJeDatei(alle), createVertraulich(dateien, entwurf, katalog))
      .map(kuerzeZitate)
      .sort(compareBefunde);
  const eintraege = alsEintraege(entwurf);
  if (!eintraege) return { befunde: fertig(befunde), pruefe: () => fertig(befunde) };
  const katalog = createKatalog(eintraege, stichtag);
  const kontext: RegelKontext = { katalog, eintraege, fundstellen };
  return {
    katalog,
    kontext,
    befunde: fertig(befunde, katalog),
    pruefe: () => fertig([...befunde, ...checkRules(kontext)], katalog),
  };
}

/**
 * Reads every file and nothing more: no rule is asked.
 * @returns the valid entries, unless there is no usable `portal.yaml`; where they stand; and what is wrong with single files
 */
export function readEintraege(inhalt = inhaltsordner()): {
  eintraege?: Eintraege;
  fundstellen: Fundstellen;
  befunde: Befund[];
} {
  const { dateien, entwurf, fundstellen, befunde } = liesDateien(inhalt);
  const eintraege = alsEintraege(entwurf);
  return {
    ...(eintraege && { eintraege }),
    fundstellen,
    befunde: verschweigeOrte(befunde, createVertraulich(dateien, entwurf)),
  };
}

/** `portal.yaml` alone; undefined where it is missing or wrong, which {@link readKatalog} reports. */
export function readPortal(inhalt = inhaltsordner()): Portal | undefined {
  const datei = findPortalDatei(inhalt);
  if (!datei) return undefined;
  const entwurf = leererEntwurf();
  readDatei(datei, entwurf, [], (_, __, parse) => ({ hash: '', gelesen: parse() }));
  return entwurf.portal;
}

function alsEintraege(entwurf: Entwurf): Eintraege | undefined {
  const { portal } = entwurf;
  return portal && { ...entwurf, portal };
}

interface Gelesen {
  dateien: ContentDatei[];
  entwurf: Entwurf;
  fundstellen: Fundstellen;
  /** What is wrong with single files. */
  befunde: Befund[];
}

function liesDateien(inhalt: string): Gelesen {
  const { dateien, befunde } = findContentFiles(inhalt);
  const dokumente = new Map<string, Dokument>();
  const key = (art: ContentDatei['art'], id: string) => `${art}/${id}`;
  const vorhanden = new Set(dateien.map((datei) => key(datei.art, datei.id)));
  const entwurf = leererEntwurf();
  // What a neighbour may say depends on what portal.yaml says of it.
  const nacheinander = [
    ...dateien.filter(({ art }) => art !== 'verbund'),
    ...dateien.filter(({ art }) => art === 'verbund'),
  ];
  const merke = createGedaechtnis(inhalt);
  for (const datei of nacheinander) {
    const dokument = readDatei(datei, entwurf, befunde, merke);
    if (dokument && !datei.einwand) dokumente.set(key(datei.art, datei.id), dokument);
  }

  const fundstellen: Fundstellen = {
    dokument: (art, id) => dokumente.get(key(art, id)),
    gibtEs: (art, id) => vorhanden.has(key(art, id)),
    ids: (art) => dateien.flatMap((datei) => (datei.art === art ? datei.id : [])),
  };
  if (dateien.length === 0 && befunde.length > 0) return { dateien, entwurf, fundstellen, befunde };
  for (const name of PFLICHT_VOKABULARE) {
    if (!vorhanden.has(key('vokabular', name)))
      befunde.push(fehlt(join(inhalt, 'vokabular', `${name}.yaml`)));
  }
  if (!vorhanden.has('portal/portal')) befunde.push(fehlt(join(inhalt, 'portal.yaml')));

  return { dateien, entwurf, fundstellen, befunde };
}

/** Says of a file in a finding whether it belongs to a confidential offer or stands beside one, as far as it can be told. */
function createVertraulich(
  dateien: readonly ContentDatei[],
  entwurf: Entwurf,
  katalog?: Katalog,
): (datei: string) => boolean {
  const { angebotsarten } = entwurf.vokabular;
  const vertrauliche = [...angebotsarten.values()]
    .filter(istAlsVertraulichMarkiert)
    .map(({ id }) => id);
  const nachPfad = new Map(dateien.map((datei) => [datei.datei, datei]));
  const angebote = katalog && angeboteMitSeite(katalog);
  const bekannt = new Map<string, boolean>();
  let istDaneben: ReturnType<typeof createIstDaneben> | undefined;
  const beurteile = (name: string) => {
    const datei = nachPfad.get(name);
    if (!datei || !/^(angebot|ort|anbieter|kontakte|projekt)/.test(datei.art)) return false;
    if (angebotsarten.size === 0) return true; // its file is broken, and nobody knows what is confidential
    if (!/^angebot/.test(datei.art)) {
      istDaneben ??= createIstDaneben(dateien, entwurf, (eine) => istVertraulich(eine.datei));
      return istDaneben(datei);
    }
    const id = datei.art === 'angebot' ? datei.id : teileName(datei.id).von;
    const angebot = angebote?.get(id);
    if (angebot) return angebot.vertraulich || !angebotsarten.has(angebot.angebotsart);
    const deutsch = dateien.find((eine) => eine.art === 'angebot' && eine.id === id) ?? datei;
    try {
      return klingtVertraulich(readFileSync(deutsch.pfad, 'utf8'), vertrauliche);
    } catch {
      return true;
    }
  };
  const istVertraulich = (name: string) => {
    if (!bekannt.has(name)) bekannt.set(name, beurteile(name));
    return bekannt.get(name)!;
  };
  return istVertraulich;
}

const ORDNER_MIT_YAML: ReadonlySet<ContentDatei['art']> = new Set([
  'portal',
  'vokabular',
  'anbieter',
  'ort',
  'kontakte',
  'texte',
  'suchguete',
  'weiterleitungen',
]);

/** The parts of {@link Eintraege} as they come in, file by file. */
type Entwurf = Omit<Eintraege, 'portal' | 'uebersetzungen'> & {
  portal?: Portal;
  uebersetzungen: Record<'angebote' | 'seiten', Map<string, UebersetzungEintrag>>;
};

function leererEntwurf(): Entwurf {
  const names = Object.keys(vokabulare) as VokabularName[];
  return {
    vokabular: Object.fromEntries(names.map((name) => [name, new Map()])) as unknown as Vokabular,
    anbieter: new Map(),
    orte: new Map(),
    angebote: new Map(),
    projekte: new Map(),
    kontakte: new Map(),
    seiten: new Map(),
    uebersetzungen: { angebote: new Map(), seiten: new Map() },
    texte: new Map(),
    weiterleitungen: new Map(),
    verbund: new Map(),
  };
}

/** What the Katalog is made of, by what was remembered of its file. */
const geformt = new WeakMap<Gemerkt, object>();

/** Reads one file into the draft; adds what is wrong with it to `befunde`. Returns its document, if it has one. */
function readDatei(
  datei: ContentDatei,
  entwurf: Entwurf,
  befunde: Befund[],
  merke: Gedaechtnis,
): Dokument | undefined {
  if (datei.ungelesen) return undefined;
  const bytes = readBytes(datei, befunde);
  if (!bytes) return undefined;
  if (datei.art === 'karte' || datei.art === 'verbund') {
    const read = datei.art === 'karte' ? readUmrisse : readNachbar;
    read(datei, bytes, entwurf, befunde);
    return ohneZeilen(datei);
  }
  const isYaml = /\.ya?ml$/i.test(datei.pfad);
  const parse = isYaml ? parseYamlFile : parseDocument;
  const gemerkt = merke(datei, bytes, () => parse(datei.datei, bytes));
  const { gelesen } = gemerkt;
  befunde.push(...gelesen.befunde);
  const { dokument } = gelesen;
  // In the wrong folder only the form can be judged: what the file was meant to be is not known.
  if (!dokument || isYaml !== ORDNER_MIT_YAML.has(datei.art)) return undefined;

  const read: Lies = (schema, nimm) => {
    const eintrag = (gemerkt.eintrag ??= parseEintrag(dokument, schema));
    // A field that could not even be read is reported already; what follows from it would only repeat that.
    const bekannt = new Set(gelesen.befunde.map((befund) => befund.feld));
    befunde.push(...eintrag.befunde.filter((befund) => !bekannt.has(befund.feld)));
    if (eintrag.wert !== undefined && gelesen.befunde.length === 0 && !datei.einwand)
      nimm(eintrag.wert as Parameters<typeof nimm>[0]);
  };
  // What is the same as before is the same object, so that nobody has to compare what it says.
  const einmal: Einmal = (forme) => {
    if (!geformt.has(gemerkt)) geformt.set(gemerkt, forme());
    return geformt.get(gemerkt) as ReturnType<typeof forme>;
  };
  uebernimm(datei, dokument, entwurf, read, einmal);
  return dokument;
}

function readBytes(datei: ContentDatei, befunde: Befund[]): Buffer | undefined {
  try {
    return readFileSync(datei.pfad);
  } catch {
    befunde.push(
      befundZur(
        datei,
        'Die Datei lässt sich nicht öffnen.',
        'Bitte prüfen, ob Sie die Datei lesen dürfen.',
      ),
    );
    return undefined;
  }
}

/** Checks what a file says; `nimm` is given what is valid. */
type Lies = <T extends z.ZodType>(schema: T, nimm: (wert: z.output<T>) => void) => void;
/** Forms what a file says, unless that was done before. */
type Einmal = <T extends object>(forme: () => T) => T;

/** Puts what a file says into the draft, by the kind of the file. */
function uebernimm(
  { art, id, datei }: ContentDatei,
  { text }: Dokument,
  entwurf: Entwurf,
  read: Lies,
  einmal: Einmal,
): void {
  const mit = <A extends object, B extends object>(wert: A, dazu: B) =>
    einmal(() => ({ ...wert, ...dazu }));
  switch (art) {
    case 'portal':
      return read(portalSchema, (wert) => (entwurf.portal = wert));
    case 'vokabular':
      if (!Object.hasOwn(vokabulare, id)) return;
      return read(vokabulare[id as VokabularName] as z.ZodType<Record<string, object>>, (wert) => {
        entwurf.vokabular[id as VokabularName] = einmal(
          () => new Map(Object.entries(wert).map(([key, value]) => [key, { ...value, id: key }])),
        ) as never;
      });
    case 'anbieter':
      return read(anbieterSchema, (wert) => entwurf.anbieter.set(id, mit(wert, { id })));
    case 'ort':
      return read(ortDateiSchema, (wert) => entwurf.orte.set(id, wert));
    case 'angebot':
      return read(angebotSchema, (wert) => entwurf.angebote.set(id, mit(wert, { text })));
    case 'projekt':
      return read(projektSchema, (wert) => entwurf.projekte.set(id, mit(wert, { text })));
    case 'kontakte':
      return read(kontakteSchema, (wert) => entwurf.kontakte.set(id, wert));
    case 'seite':
      return read(seiteSchema, (wert) =>
        entwurf.seiten.set(id, mit(wert, { id, text, mdx: datei.endsWith('.mdx') })),
      );
    case 'angebot-uebersetzung':
    case 'seite-uebersetzung': {
      const ziel = art === 'angebot-uebersetzung' ? 'angebote' : 'seiten';
      return read(uebersetzungSchema, (wert) => {
        const texte = text.trim() ? { ...wert.texte, text } : wert.texte;
        entwurf.uebersetzungen[ziel].set(id, mit(wert, { texte }));
      });
    }
    case 'suchguete':
      return read(suchgueteSchema, (wert) => (entwurf.suchguete = wert));
    case 'weiterleitungen':
      return read(z.record(kennung(), verweis()), (wert) => {
        entwurf.weiterleitungen = new Map(Object.entries(wert));
      });
    case 'texte':
      return read(z.record(z.string(), kurzerText(500)), (wert) => entwurf.texte.set(id, wert));
  }
}

/** More only makes the start page heavy. */
const MAX_PUNKTE = 20_000;

function readUmrisse(datei: ContentDatei, bytes: Uint8Array, entwurf: Entwurf, befunde: Befund[]) {
  try {
    const umrisse = umrisseSchema.parse(
      JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
    );
    if (!datei.einwand) entwurf.umrisse = umrisse;
    const punkte = umrisse.features.flatMap(({ geometry }) =>
      geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2),
    );
    if (punkte.length > MAX_PUNKTE) {
      befunde.push(
        befundZur(
          datei,
          `Die Umrisse haben ${punkte.length} Punkte; erlaubt sind ${MAX_PUNKTE}.`,
          'Bitte vereinfacht exportieren: Auf der kleinen Karte sieht man den Unterschied nicht.',
        ),
      );
    }
  } catch {
    befunde.push(
      befundZur(
        datei,
        'Die Datei ist keine lesbare Sammlung von Flächen (GeoJSON, FeatureCollection).',
        'Bitte die Umrisse neu exportieren, in Grad (WGS 84) und als UTF-8, oder die Datei löschen.',
      ),
    );
  }
}

const OHNE_ZEILEN = { erste: 1, jeFeld: '[]' };

/** Of a file without fields, findings name nothing but the file. */
function ohneZeilen({ datei }: ContentDatei): Dokument {
  return {
    datei,
    ganzes: '(datei)',
    daten: {},
    kopf: '',
    text: '',
    textZeile: 1,
    zeilen: OHNE_ZEILEN,
  };
}

/** More would only hide the others. */
const MAX_EINWAENDE = 5;

function readNachbar(datei: ContentDatei, bytes: Uint8Array, entwurf: Entwurf, befunde: Befund[]) {
  const neuHolen = `Bitte neu holen: npm run verbund -- holen ${datei.id}`;
  if (!entwurf.portal || datei.einwand) return;
  const nachbar = entwurf.portal.verbund?.find(({ id }) => id === datei.id);
  if (!nachbar) {
    befunde.push({
      ...befundZur(
        datei,
        `In portal.yaml gibt es unter „verbund“ keinen Nachbarn „${datei.id}“; die Datei bleibt unbeachtet.`,
        'Bitte den Nachbarn dort eintragen oder die Datei löschen.',
      ),
      stufe: 'warnung',
      regel: 'verbund',
    });
    return;
  }
  const gelesen = parseNachbarDatei(nachbar, bytes, entwurf);
  if ('einwand' in gelesen) {
    befunde.push(befundZur(datei, gelesen.einwand, tippBeschaedigt(nachbar)));
    return;
  }
  const { einwaende, ...rest } = gelesen;
  const anderswo = einwandGegenAdresse(nachbar, rest.kopf);
  if (anderswo) {
    befunde.push(befundZur(datei, anderswo.einwand, anderswo.tipp));
    return;
  }
  const saetze = einwaende.map(
    (eines) => `Das Angebot ${nameVon(eines)} taugt nicht: ${grundVon(eines)}`,
  );
  if (saetze.length > MAX_EINWAENDE)
    saetze.splice(
      MAX_EINWAENDE,
      Infinity,
      `Weitere ${saetze.length - MAX_EINWAENDE} Angebote taugen nicht.`,
    );
  befunde.push(...saetze.map((satz) => befundZur(datei, satz, neuHolen)));
  entwurf.verbund.set(datei.id, rest);
}

function fehlt(pfad: string): Befund {
  return befundZur(
    { datei: displayPath(pfad) },
    'Diese Datei fehlt; ohne sie gibt es kein Portal.',
    'docs/neuer-kreis.md zeigt, was hineingehört.',
  );
}

function befundZur({ datei }: Pick<ContentDatei, 'datei'>, meldung: string, tipp: string): Befund {
  return { datei, zeile: 1, feld: '(datei)', stufe: 'fehler', regel: 'dateien', meldung, tipp };
}
