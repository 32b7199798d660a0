import type { AngebotEintrag } from '../../domain/angebot.ts';
import type { AnsprechstelleEintrag } from '../../domain/ansprechstelle.ts';
import type { Pfad } from '../../domain/befund.ts';
import { naechsterWert, tippMeintenSie, werteAus } from '../../domain/naechster-wert.ts';
import type { ProjektEintrag } from '../../domain/projekt.ts';
import { tippSprachkuerzel } from '../../domain/sprache.ts';
import { GROSSE_GEBIETE } from '../../domain/vokabular.ts';
import { KREISWEIT } from '../ansprechstellen.ts';
import type { Fund, Regel, RegelKontext } from './regel.ts';
import { bekannteStatt, fundortVon, istKaputt, type Menge } from './ziele.ts';

/** Whatever can be named by its id, as a sentence begins that says that there is no such thing. */
const WAS = {
  anbieter: 'Den Anbieter',
  angebote: 'Das Angebot',
  orte: 'Den Ort',
  angebotsarten: 'Die Angebotsart',
  anliegen: 'Das Anliegen',
  funktionen: 'Die Funktion',
  kommunen: 'Die Kommune',
  schritte: 'Den Schritt',
  sprachen: 'Die Sprache',
  themen: 'Das Thema',
  unterlagen: 'Die Unterlage',
  zielgruppen: 'Die Zielgruppe',
} as const satisfies Partial<Record<Menge, string>>;

type Verweis = [feld: Fund['feld'], id: string, menge: keyof typeof WAS];

/** What a field may name beside ids. */
const AUCH: Readonly<Record<string, readonly string[]>> = {
  einzugsgebiet: GROSSE_GEBIETE,
  kommunen: [KREISWEIT],
  '(dateiname)': [KREISWEIT],
};

/** Every id an entry mentions must lead somewhere. */
export const verweise: Regel = {
  name: 'verweise',
  zweck:
    'A reference to something that does not exist would drop the offer from lists, or its contact from the page; one to two things would count it twice.',
  pruefe(kontext) {
    const { vokabular, anbieter, orte, angebote, projekte, kontakte, portal } = kontext.eintraege;
    const pruefe = (art: Fund['art'], id: string, alle: readonly Verweis[]): Fund[] =>
      alle.flatMap((verweis) => {
        const einwand = einwandGegen(verweis, kontext);
        return einwand ? [{ art, id, ...einwand }] : [];
      });
    return [
      ...[...angebote].flatMap(([id, angebot]) => pruefe('angebot', id, imAngebot(angebot))),
      ...[...projekte].flatMap(([id, projekt]) => pruefe('projekt', id, imProjekt(projekt))),
      ...[...kontakte].flatMap(([id, { stellen }]) =>
        pruefe('kontakte', id, [
          ...(id === KREISWEIT ? [] : [['(dateiname)', id, 'kommunen'] satisfies Verweis]),
          ...stellen.flatMap((stelle, i): Verweis[] => [
            [['stellen', i, 'funktion'], stelle.funktion, 'funktionen'],
            ...ansprechstelle(stelle, ['stellen', i]),
          ]),
        ]),
      ),
      ...[...anbieter].flatMap(([id, eintrag]) =>
        pruefe('anbieter', id, [...kommune(eintrag), ...ausnahmen(eintrag, 'anbieter')]),
      ),
      ...[...orte].flatMap(([id, ort]) =>
        pruefe('ort', id, [...kommune(ort), ...ausnahmen(ort, 'orte')]),
      ),
      ...[...vokabular.anliegen].flatMap(([id, { themen, verwandt }]) =>
        pruefe('vokabular', 'anliegen', [
          ...jeder([id, 'themen'], themen, 'themen'),
          ...jeder([id, 'verwandt'], verwandt, 'anliegen'),
        ]),
      ),
      ...(portal.notruf ?? []).flatMap(({ bei }, nr) =>
        pruefe('portal', 'portal', jeder(['notruf', nr, 'bei'], bei, 'anliegen')),
      ),
      ...pruefeCluster(kontext),
    ];
  },
};

function einwandGegen(
  [feld, ziel, menge]: Verweis,
  kontext: RegelKontext,
): Pick<Fund, 'feld' | 'meldung' | 'tipp'> | undefined {
  const bekannte = bekannteStatt(kontext, ziel, menge);
  if (!bekannte) return undefined;
  const name = typeof feld === 'string' ? feld : String(feld[0]);
  return {
    feld,
    meldung: `${WAS[menge]} „${ziel}“ gibt es nicht.`,
    tipp: tippZuVerweis(ziel, [...(AUCH[name] ?? []), ...bekannte], menge),
  };
}

function imAngebot(angebot: AngebotEintrag): Verweis[] {
  return [
    [['anbieter'], angebot.anbieter, 'anbieter'],
    [['angebotsart'], angebot.angebotsart, 'angebotsarten'],
    ...jeder(['thema'], angebot.thema, 'themen'),
    ...jeder(['zielgruppen'], angebot.zielgruppen, 'zielgruppen'),
    ...(angebot.sprachen ?? []).map(({ code }, i): Verweis => [['sprachen', i], code, 'sprachen']),
    ...ausser(GROSSE_GEBIETE, jeder(['einzugsgebiet'], angebot.einzugsgebiet, 'kommunen')),
    ...jeder(['weiterleitung'], angebot.weiterleitung, 'angebote'),
    ...(angebot.orte ?? []).flatMap((ort, i): Verweis[] =>
      typeof ort === 'string' ? [[['orte', i], ort, 'orte']] : kommune(ort, ['orte', i]),
    ),
    ...bausteine(angebot.unterlagen, 'unterlagen'),
    ...bausteine(angebot.schritte, 'schritte'),
    ...ausnahmen(angebot, 'angebote'),
  ];
}

function imProjekt(projekt: ProjektEintrag): Verweis[] {
  return [
    ...ausser([KREISWEIT], jeder(['kommunen'], projekt.kommunen, 'kommunen')),
    ...jeder(['anbieter'], projekt.anbieter, 'anbieter'),
    ...jeder(['thema'], projekt.thema, 'themen'),
    ...jeder(['zielgruppen'], projekt.zielgruppen, 'zielgruppen'),
    ...jeder(['angebote'], projekt.angebote, 'angebote'),
    ...ansprechstelle(projekt.kontakt, ['kontakt']),
  ];
}

/** Each id of a list. */
function jeder(pfad: Pfad, ids: readonly string[] = [], menge: Verweis[2]): Verweis[] {
  return ids.map((id, i) => [[...pfad, i], id, menge]);
}

function ausser(andere: readonly string[], alle: readonly Verweis[]): Verweis[] {
  return alle.filter(([, id]) => !andere.includes(id));
}

/** Clusters: each belongs to one Handlungsfeld, and those that Themen name exist. */
function pruefeCluster(kontext: RegelKontext): Fund[] {
  const { handlungsfelder, themen } = kontext.eintraege.vokabular;
  const funde: Fund[] = [];
  const cluster = new Map<string, string>();
  for (const [handlungsfeld, eintrag] of handlungsfelder)
    for (const id of Object.keys(eintrag.cluster)) {
      const schon = cluster.get(id);
      cluster.set(id, handlungsfeld);
      if (schon === undefined) continue;
      funde.push({
        art: 'vokabular',
        id: 'handlungsfelder',
        feld: [handlungsfeld, 'cluster', id],
        meldung: `Das Cluster „${id}“ steht schon unter „${schon}“; der Bericht würde es zweimal zählen.`,
        tipp: 'Bitte eines der beiden löschen oder anders nennen.',
      });
    }
  for (const [id, thema] of istKaputt(kontext, 'handlungsfelder') ? [] : themen) {
    if (!thema.cluster || cluster.has(thema.cluster)) continue;
    funde.push({
      art: 'vokabular',
      id: 'themen',
      feld: [id, 'cluster'],
      meldung: `Das Cluster „${thema.cluster}“ gibt es nicht.`,
      tipp: tippMeintenSie(
        thema.cluster,
        cluster.keys(),
        'Die Kennungen stehen in vokabular/handlungsfelder.yaml, dort unter „cluster“.',
      ),
    });
  }
  return funde;
}

function kommune({ kommune: id }: { kommune?: string | undefined }, pfad: Pfad = []): Verweis[] {
  return id ? [[[...pfad, 'kommune'], id, 'kommunen']] : [];
}

function ausnahmen(
  { kein_duplikat }: { kein_duplikat?: string[] | undefined },
  menge: Verweis[2],
): Verweis[] {
  return jeder(['kein_duplikat'], kein_duplikat, menge);
}

function ansprechstelle(
  { angebot, anbieter }: Pick<AnsprechstelleEintrag, 'angebot' | 'anbieter'> = {},
  pfad: Pfad,
): Verweis[] {
  return [
    ...(angebot ? [[[...pfad, 'angebot'], angebot, 'angebote'] satisfies Verweis] : []),
    ...(anbieter ? [[[...pfad, 'anbieter'], anbieter, 'anbieter'] satisfies Verweis] : []),
  ];
}

function bausteine(
  liste: readonly ({ id: string } | { text: string })[] = [],
  menge: 'unterlagen' | 'schritte',
): Verweis[] {
  return liste.flatMap((eintrag, i): Verweis[] =>
    'id' in eintrag ? [[[menge, i], eintrag.id, menge]] : [],
  );
}

/** What to do about an id that leads nowhere: a list without brackets, a new provider, or the nearest one. */
function tippZuVerweis(ziel: string, bekannte: string[], menge: Verweis[2]): string {
  if (menge === 'orte' && /\d/.test(ziel))
    return 'Hier steht der Dateiname aus dem Ordner „orte“, ohne „.yaml“. Eine Anschrift bitte in Feldern schreiben: { strasse: …, plz: "…", ort: … }';
  if (menge === 'sprachen') return tippSprachkuerzel(ziel, bekannte);
  const werte = werteAus(ziel);
  if (werte.length > 1)
    return `Mehrere Werte gehören in eckige Klammern, mit Komma dazwischen: [${werte.map((wert) => naechsterWert(wert, bekannte) ?? wert).join(', ')}]`;
  const sonst = `${fundortVon(menge)} Gibt es das nicht mehr, bitte die Angabe löschen.`;
  const tipp = tippMeintenSie(ziel, bekannte, sonst);
  if (menge === 'anbieter') {
    return `${tipp.startsWith('Meinten') ? `${tipp} ` : ''}${fundortVon(menge)} Einen neuen Anbieter bitte dort anlegen.`;
  }
  if (menge === 'funktionen')
    return tipp === sonst ? tipp : `${tipp} Funktionen stehen in vokabular/funktionen.yaml.`;
  if (menge === 'unterlagen' || menge === 'schritte') return `${tipp} Eigener Text: { text: "…" }`;
  return tipp;
}
