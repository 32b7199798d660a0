/** Invents providers, places and offers. Everything is drawn from one chance, so the same calls give the same. */
import type { AngebotInput } from '../src/domain/angebot.ts';
import { plusTage } from '../src/domain/datum.ts';
import { kurzcode } from '../src/domain/kurzcode.ts';
import { alsKennung } from '../src/domain/naechster-wert.ts';
import { textfelder } from '../src/domain/uebersetzung.ts';
import type { Kommune } from '../src/domain/vokabular.ts';
import type { Katalog } from '../src/katalog/katalog.ts';
import { fingerabdruck } from '../src/katalog/uebersetzungen.ts';
import {
  GESCHUETZT,
  LISTEN,
  NAMENSANFAENGE,
  NAMENSENDEN,
  PUNKTE,
  SAETZE,
  SAETZE_MIT_ORT,
  STRASSEN,
  TRAEGERFORMEN,
  UEBERSCHRIFTEN,
  type Vorlage,
  VORLAGEN,
} from './worte.ts';
import { createLos, type Los } from './zufall.ts';

/** Of the text of an offer, unless told; that is long, editors are asked for half of it. */
const WORTE_JE_TEXT = 118;
const WORTE_JE_SATZ = 13;
const ANGEBOTE_JE_ANBIETER = 8;
const ANGEBOTE_JE_HAUS = 20;
/** Every 25th offer is about violence, and of these every third in a secret place. */
const GESCHUETZT_JEDES = 25;
const GEHEIM_JEDES = 75;

/** Half a degree of latitude is 55 km; places lie within three of the middle of their Kommune. */
const UM_DIE_MITTE = { lat: 0.027, lon: 0.042 };

export interface Erfunden<Felder = Record<string, unknown>> {
  id: string;
  felder: Felder;
}

export interface ErfundenesAngebot extends Erfunden<AngebotInput> {
  text: string;
  /** Where it is; undefined for a secret place. */
  kommune: string | undefined;
}

export interface Erfinder {
  los: Los;
  anbieter: readonly Erfunden[];
  orte: readonly Erfunden[];
  /**
   * The next offer.
   * @param id of an offer that must be listed under this id; else it follows from the title
   */
  angebot(this: void, id?: string): ErfundenesAngebot;
  /** Texts of an offer in another language, by the names of `textfelder`. */
  uebersetzung(
    this: void,
    angebot: ErfundenesAngebot,
    sprache: string,
    saetze: readonly string[],
  ): Record<string, string>;
}

interface Anbieter extends Erfunden {
  kommune?: Kommune;
}

interface Haus extends Erfunden {
  name: string;
  kommune: Kommune;
  /** No house offers the same thing twice. */
  belegt: Set<Vorlage>;
}

/**
 * @param katalog whose vocabularies and area are used
 * @param anzahl of offers, which decides how many providers and houses there are
 */
export function createErfinder(
  katalog: Katalog,
  anzahl: number,
  samen: number,
  worteJeText = WORTE_JE_TEXT,
): Erfinder {
  const los = createLos(samen);
  const nummer = createNummern();
  const kommunen = [...katalog.vokabular.kommunen.values()];
  const vergeben = new Set<string>();
  /** The first draw that nobody has had: by name, and by short address. */
  const neu = (zieheName: () => string): { id: string; name: string } => {
    for (;;) {
      const name = zieheName();
      const id = alsKennung(name);
      const code = kurzcode(id);
      if (vergeben.has(id) || vergeben.has(code)) continue;
      vergeben.add(id).add(code);
      return { id, name };
    }
  };
  const anbieter = mal(anzahl / ANGEBOTE_JE_ANBIETER, () => {
    const kommune = los.eines(kommunen);
    return { ...zieheAnbieter(los, neu, nummer, kommune), kommune };
  });
  // What is in a secret place has providers of its own, that nothing is known of.
  const geheime = mal(anzahl / GEHEIM_JEDES / 2, () => zieheAnbieter(los, neu, nummer));
  const haeuser = mal(anzahl / ANGEBOTE_JE_HAUS, () => {
    const kommune = los.eines(kommunen);
    const { id, name } = neu(() => `${zieheHausname(los)} ${nameVon(kommune)}`);
    return zieheHaus(los, kommune, name.slice(0, -nameVon(kommune).length - 1), id);
  });

  let nummerDesAngebots = 0;

  return {
    los,
    anbieter: [...anbieter, ...geheime],
    orte: haeuser,
    angebot(verlangt) {
      nummerDesAngebots += 1;
      const vorlage =
        nummerDesAngebots % GESCHUETZT_JEDES === 0
          ? GESCHUETZT[nummerDesAngebots % GEHEIM_JEDES === 0 ? 1 : 0]!
          : los.eines(VORLAGEN);
      const geheim = vorlage.angebotsart === 'schutzunterkunft';
      const traeger = los.eines<Anbieter>(geheim ? geheime : anbieter);
      const haus = geheim ? undefined : findeHaus(los, vorlage, traeger, haeuser);
      const ort = haus ?? (geheim ? undefined : { kommune: traeger.kommune!, name: undefined });
      const { id, name: titel } = neu(() => zieheTitel(los, vorlage, haus?.name, ort?.kommune));
      const felder: AngebotInput = {
        titel,
        anbieter: traeger.id,
        angebotsart: vorlage.angebotsart,
        thema: [...vorlage.thema],
        zielgruppen: los.einige(vorlage.zielgruppen, los.zahl(1, vorlage.zielgruppen.length)),
        ...zieheOrt(los, haus, ort?.kommune),
        ...zieheAngaben(los, katalog, vorlage, titel, geheim),
        ...zieheKontakt(los, id, traeger.id, nummer),
        ...(verlangt === undefined ? zieheStatus(los) : {}),
        ...ziehePruefung(los),
      };
      return {
        id: verlangt ?? id,
        felder,
        kommune: ort?.kommune.id,
        text: zieheText(los, vorlage, ort && { haus: ort.name, kommune: ort.kommune }, worteJeText),
      };
    },
    uebersetzung({ felder, text }, sprache, saetze) {
      const { angebotsarten, themen } = katalog.vokabular;
      const wort = ({ bezeichnung }: { bezeichnung: Record<string, string> }) =>
        bezeichnung[sprache] ?? bezeichnung['de']!;
      const art = wort(angebotsarten.get(felder.angebotsart)!);
      const thema = wort(themen.get((felder.thema as string[])[0]!)!);
      // As long as the German text is.
      const anzahl = Math.round(worteJeText / WORTE_JE_SATZ);
      const fliesstext = los.einige(saetze, anzahl);
      const mitte = Math.floor(anzahl / 2);
      return {
        titel: `${art}: ${thema}`,
        ...(felder.kurz && { kurz: los.eines(saetze) }),
        ...(text && {
          text: `${fliesstext.slice(0, mitte).join(' ')}\n\n${fliesstext.slice(mitte).join(' ')}`,
        }),
      };
    },
  };
}

/** A translation as its file is written, with the fingerprints of the German texts. */
export function formatUebersetzung(
  { text = '', ...felder }: Record<string, string>,
  angebot: ErfundenesAngebot,
): string {
  const deutsch = textfelder({ ...angebot.felder, text: angebot.text } as Parameters<
    typeof textfelder
  >[0]);
  const zeile = ([feld, wert]: [string, string]) => `${feld}: ${JSON.stringify(wert)}`;
  const fassung = [...Object.keys(felder), 'text'].map(
    (feld) => `  ${feld}: "${fingerabdruck(deutsch.get(feld)!)}"`,
  );
  return `---
art: maschinell
geprueft: nein
${Object.entries(felder).map(zeile).join('\n')}
fassung:
${fassung.join('\n')}
---

${text}
`;
}

function mal<T>(anzahl: number, ziehe: () => T): T[] {
  return Array.from({ length: Math.ceil(anzahl) }, ziehe);
}

/** Numbers for film and television, until there are no more: nobody is called by mistake. */
function createNummern(): () => string | undefined {
  const bereiche = ['0221 4710', '030 23125', '069 90009', '040 66969', '089 99998'];
  let naechste = 0;
  return () => {
    const bereich = bereiche[Math.floor(naechste / 1000)];
    return bereich && `${bereich}${String(naechste++ % 1000).padStart(3, '0')}`;
  };
}

type NeuerName = (ziehe: () => string) => { id: string; name: string };

function zieheEigenname(los: Los): string {
  return los.eines(NAMENSANFAENGE) + los.eines(NAMENSENDEN);
}

function zieheAnbieter(
  los: Los,
  neu: NeuerName,
  nummer: () => string | undefined,
  kommune?: Kommune,
): Erfunden {
  const form = los.eines(TRAEGERFORMEN);
  const { id, name } = neu(() => {
    const eigenname = form.name.replace('{name}', zieheEigenname(los));
    return kommune ? `${eigenname} ${nameVon(kommune)}` : `${eigenname} ${zieheEigenname(los)}`;
  });
  return {
    id,
    felder: {
      name,
      art: form.art,
      telefon: nummer(),
      email: `kontakt@${id}.example`,
      ...(los.trifft(0.7) && { web: `https://www.${id}.example/` }),
      ...(kommune ? { kommune: kommune.id } : { schutz: ['schnell-verlassen'] }),
    },
  };
}

/** @param id of its file; none where it stands in its offer */
function zieheHaus(los: Los, kommune: Kommune, name: string, id = ''): Haus {
  const felder = { name, ...zieheAnschrift(los, kommune) };
  return { id, name, kommune, felder, belegt: new Set() };
}

function zieheHausname(los: Los): string {
  return `Haus ${zieheEigenname(los)}`;
}

/** A house: one that others use, too, one of the offer's own, or none. */
function findeHaus(
  los: Los,
  vorlage: Vorlage,
  traeger: Anbieter,
  haeuser: readonly Haus[],
): Haus | undefined {
  const was = los.zahl(1, 10);
  if (was <= 2) return undefined;
  if (was <= 6) {
    const haus = los.eines(haeuser);
    if (!haus.belegt.has(vorlage)) {
      haus.belegt.add(vorlage);
      return haus;
    }
  }
  return zieheHaus(los, traeger.kommune!, zieheHausname(los));
}

function zieheOrt(
  los: Los,
  haus: Haus | undefined,
  kommune: Kommune | undefined,
): Partial<AngebotInput> {
  if (!kommune) return { einzugsgebiet: ['kreisweit'] };
  const gebiet = los.eines([undefined, undefined, [kommune.id], ['kreisweit']]);
  return {
    ...(haus
      ? { orte: [haus.id || haus.felder] }
      : los.trifft(0.5)
        ? { orte: [{ ort: nameVon(kommune) }] }
        : { kanal: ['telefon', 'online'] }),
    ...(haus &&
      los.trifft(0.2) && { kanal: ['vor-ort', los.eines(['telefon', 'online', 'hausbesuch'])] }),
    ...((gebiet || !haus) && { einzugsgebiet: gebiet ?? [kommune.id] }),
  } as Partial<AngebotInput>;
}

function zieheAnschrift(los: Los, kommune: Kommune): Record<string, unknown> {
  const um = (mitte: number, weite: number) =>
    Number((mitte + (los.zahl(-1000, 1000) / 1000) * weite).toFixed(5));
  const merkmal = () => los.eines(['ja', 'ja', 'teilweise', 'nein', undefined]);
  return {
    strasse: `${los.eines(STRASSEN)}${los.eines(['straße', 'weg', 'allee', 'gasse'])} ${los.zahl(1, 190)}`,
    plz: kommune.plz[0],
    ort: nameVon(kommune),
    lat: um(kommune.lat, UM_DIE_MITTE.lat),
    lon: um(kommune.lon, UM_DIE_MITTE.lon),
    ...(los.trifft(0.3) && {
      haltestelle: `${nameVon(kommune)} ${los.eines(['Markt', 'Bahnhof', 'Rathaus', 'Schule'])}`,
    }),
    ...(los.trifft(0.6) && {
      barrierefreiheit: {
        rollstuhl: merkmal(),
        wc: merkmal(),
        aufzug: merkmal(),
        parkplatz: merkmal(),
        induktion: los.trifft(0.2) ? 'ja' : undefined,
        ruhig: los.trifft(0.3) ? 'ja' : undefined,
      },
    }),
  };
}

function zieheTitel(
  los: Los,
  { titel }: Vorlage,
  haus: string | undefined,
  kommune: Kommune | undefined,
): string {
  const was = fuelle(los, los.eines(titel));
  if (haus) return `${was} im ${haus}${los.trifft(0.5) ? `, ${nameVon(kommune!)}` : ''}`;
  return kommune
    ? `${was} ${zieheEigenname(los)} ${los.eines([nameVon(kommune), ...(kommune.ortsteile ?? [])])}`
    : `${was} ${zieheEigenname(los)}`;
}

/** What can be said about an offer beyond what, where and who. */
function zieheAngaben(
  los: Los,
  katalog: Katalog,
  vorlage: Vorlage,
  titel: string,
  geheim: boolean,
): Partial<AngebotInput> {
  const { sprachen, unterlagen, schritte } = katalog.vokabular;
  const weitere = [...sprachen.keys()].filter((code) => code !== 'de');
  const istKurs = vorlage.angebotsart === 'kurs';
  const niveau = /\b[ABC]\d\b/.exec(titel)?.[0];
  const tageszeit = los.eines(['vormittags', 'nachmittags', 'abends', 'ganztags'] as const);
  const angaben = {
    ...(los.trifft(0.3) && { kurz: fuelle(los, vorlage.saetze[0]!) }),
    ...(los.trifft(0.6) && {
      sprachen: [
        'de',
        ...los
          .einige(weitere, los.zahl(0, 4))
          .map((code) =>
            los.trifft(0.7)
              ? code
              : { code, art: los.eines(['dolmetschen', 'nach-absprache', 'schriftlich']) },
          ),
      ],
    }),
    ...(los.trifft(0.06) && { gebaerdensprache: true }),
    ...(niveau && { deutschniveau: { von: niveau } }),
    ...(los.trifft(0.12) && {
      alter: { von: los.zahl(3, 18), ...(los.trifft(0.5) && { bis: los.zahl(20, 27) }) },
    }),
    ...(!geheim && los.trifft(0.6) && { zeiten: zieheZeiten(los, tageszeit) }),
    ...(los.trifft(0.1) && { ausnahmen: fuelle(los, 'In den {ferien} geschlossen.') }),
    ...(los.trifft(0.5) && { termin: los.eines(['ohne', 'moeglich', 'noetig']) }),
    ...(los.trifft(0.5) && { kosten: zieheKosten(los) }),
    ...(los.trifft(0.2) && { unterlagen: los.einige([...unterlagen.keys()], los.zahl(1, 3)) }),
    ...(los.trifft(0.2) && { schritte: los.einige([...schritte.keys()], los.zahl(1, 3)) }),
    ...(los.trifft(0.25) && { kinderbetreuung: los.eines(['ja', 'nein', 'auf-anfrage']) }),
    ...(istKurs && {
      kurs: {
        start: plusTage('2027-01-04', los.zahl(0, 60)),
        ende: plusTage('2027-05-01', los.zahl(0, 90)),
        einheiten: los.zahl(2, 60) * 10,
        tageszeit,
        ...(los.trifft(0.4) && {
          plaetze: los.zahl(0, 12),
          stand: plusTage('2026-11-19', -los.zahl(0, 20)),
        }),
      },
    }),
    ...(!geheim && los.trifft(0.05) && { termine: zieheTermine(los) }),
    ...(los.trifft(0.04) && {
      hinweis: {
        text: fuelle(los, 'Wegen Umbauarbeiten im {raum} kann es laut werden.'),
        bis: plusTage('2026-12-01', los.zahl(0, 90)),
      },
    }),
  };
  return angaben as Partial<AngebotInput>;
}

function zieheZeiten(los: Los, tageszeit: string): AngebotInput['zeiten'] {
  const beginn = { vormittags: 8, nachmittags: 13, abends: 17, ganztags: 9 }[tageszeit]!;
  return los.einige(['mo', 'di', 'mi', 'do', 'fr', 'sa'] as const, los.zahl(1, 3)).map((tag) => {
    const von = beginn + los.zahl(0, 2);
    return {
      tage: [tag],
      von: `${String(von).padStart(2, '0')}:${los.eines(['00', '30'])}`,
      bis: `${von + los.zahl(1, 3)}:45`.padStart(5, '0'),
      ...(los.trifft(0.1) && {
        rhythmus: [los.eines(['monatlich-1', 'monatlich-3', 'monatlich-letzte'] as const)],
      }),
      ...(los.trifft(0.1) && { hinweis: fuelle(los, 'auch für {gruppe}') }),
    };
  });
}

function zieheKosten(los: Los): AngebotInput['kosten'] {
  if (los.trifft(0.65)) return 'kostenlos';
  return {
    art: los.eines(['kostenpflichtig', 'ermaessigt', 'uebernahme'] as const),
    ...(los.trifft(0.7) && {
      betrag: String(los.zahl(1, 90)),
      einheit: los.eines(['pro Monat', 'je Kurs', 'je Einkauf', 'pro Stunde']),
    }),
  };
}

/** A day, or a series from its first day on. */
function zieheTermine(los: Los): AngebotInput['termine'] {
  const tag = plusTage('2026-12-01', los.zahl(0, 120));
  const reihe = los.trifft(0.4) && { rrule: `FREQ=WEEKLY;COUNT=${los.zahl(2, 12)}` };
  return [{ start: `${tag}T15:00`, ende: `${tag}T17:30`, ...reihe }];
}

function zieheKontakt(
  los: Los,
  id: string,
  anbieter: string,
  nummer: () => string | undefined,
): Partial<AngebotInput> {
  if (los.trifft(0.4)) return {};
  const telefon = los.trifft(0.15) ? nummer() : undefined;
  return {
    ...(telefon && { telefon }),
    ...(los.trifft(0.6) && { email: `${id.slice(0, 40)}@${anbieter}.example` }),
    ...(los.trifft(0.5) && { web: `https://www.${anbieter}.example/angebote/${id}` }),
  };
}

function zieheStatus(los: Los): Partial<AngebotInput> {
  const was = los.zahl(1, 100);
  if (was <= 2) return { status: 'voll' };
  if (was <= 4) return { status: 'pausiert' };
  if (was <= 5) return { status: 'beendet' };
  return was <= 10 ? { gueltig_bis: plusTage('2027-03-01', los.zahl(0, 300)) } : {};
}

/** Most were checked within a year, some long ago, of some nobody knows. */
function ziehePruefung(los: Los): Pick<AngebotInput, 'geprueft_am'> & Partial<AngebotInput> {
  const jahre = los.eines([1, 1, 1, 1, 1, 1, 3, 8]);
  return {
    geprueft_am: los.trifft(0.03) ? 'unbekannt' : plusTage('2026-11-20', -los.zahl(0, 365 * jahre)),
    ...(los.trifft(0.5) && { geprueft_durch: 'Fachstelle Integration' }),
    ...(los.trifft(0.2) && {
      quelle: { name: 'Erhebung zum Messen', url: 'https://quelle.example/', stand: '2026' },
    }),
    ...(los.trifft(0.2) && {
      suchwoerter: { de: los.einige(PUNKTE, 2).map((punkt) => punkt.split(' ').at(-1)!) },
    }),
  };
}

/** Markdown of about so many words: what it is, often a list, and what any offer may say. */
function zieheText(
  los: Los,
  { saetze }: Vorlage,
  ort: { haus: string | undefined; kommune: Kommune } | undefined,
  laenge: number,
): string {
  const orte = {
    ort: ort ? [nameVon(ort.kommune), ...(ort.kommune.ortsteile ?? [])] : [],
    haus: ort?.haus ? [ort.haus] : [],
  };
  const fuer = (satz: string) => fuelle(los, satz, orte);
  const punkte = los.einige(PUNKTE, los.zahl(3, 5));
  const absaetze = [
    los.einige(saetze, los.zahl(2, saetze.length)).map(fuer).join(' '),
    ...(los.trifft(0.5)
      ? [fuer(los.eines(UEBERSCHRIFTEN)), punkte.map((punkt) => `- ${punkt}`).join('\n')]
      : []),
    ...(ort ? [fuer(los.eines(SAETZE_MIT_ORT.slice(0, ort.haus ? undefined : 2)))] : []),
  ];
  const uebrige = [...SAETZE];
  while (worte(absaetze) < laenge - 6) {
    const absatz: string[] = [];
    for (let i = 0; i < 3 && worte([...absaetze, ...absatz]) < laenge - 6; i++)
      absatz.push(fuer(uebrige.splice(los.zahl(0, uebrige.length - 1), 1)[0]!));
    absaetze.push(absatz.join(' '));
  }
  return absaetze.join('\n\n');
}

function worte(absaetze: readonly string[]): number {
  return absaetze.reduce((summe, absatz) => summe + absatz.split(/\s+/).length, 0);
}

/** Fills in what stands in braces, and begins with a capital letter. */
function fuelle(
  los: Los,
  satz: string,
  listen: Readonly<Record<string, readonly string[]>> = {},
): string {
  const text = satz.replace(/\{(\w+)\}/g, (_, name: string) =>
    los.eines(listen[name] ?? LISTEN[name]!),
  );
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function nameVon({ id, bezeichnung }: Kommune): string {
  return bezeichnung['de'] ?? id;
}
