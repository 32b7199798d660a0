import type { AnsprechstelleEintrag } from '../../domain/ansprechstelle.ts';
import type { Pfad } from '../../domain/befund.ts';
import { naechsterWert, tippMeintenSie, werteAus } from '../../domain/naechster-wert.ts';
import { tippSprachkuerzel } from '../../domain/sprache.ts';
import { GROSSE_GEBIETE } from '../../domain/vokabular.ts';
import { KREISWEIT } from '../ansprechstellen.ts';
import type { Fund, Regel, RegelKontext } from './regel.ts';
import { bekannteStatt, fundortVon, istKaputt, type Menge } from './ziele.ts';

type Verweis = [feld: Fund['feld'], id: string, was: string, menge: Menge];

/** Every id an entry mentions must lead somewhere. */
export const verweise: Regel = {
  name: 'verweise',
  zweck:
    'A reference to something that does not exist would drop the offer from lists, or its contact from the page; one to two things would count it twice.',
  pruefe(kontext) {
    const { vokabular, anbieter, orte, angebote, projekte, kontakte } = kontext.eintraege;
    const funde: Fund[] = [];

    const pruefe = (art: Fund['art'], id: string, verweiseDesEintrags: Verweis[]) => {
      for (const [feld, ziel, was, menge] of verweiseDesEintrags) {
        const bekannte = bekannteStatt(kontext, ziel, menge);
        if (!bekannte) continue;
        const auch: Record<string, readonly string[]> = {
          einzugsgebiet: GROSSE_GEBIETE,
          kommunen: [KREISWEIT],
          '(dateiname)': [KREISWEIT],
        };
        const name = typeof feld === 'string' ? feld : String(feld[0]);
        const moegliche = [...(auch[name] ?? []), ...bekannte];
        funde.push({
          art,
          id,
          feld,
          meldung: `${was} „${ziel}“ gibt es nicht.`,
          tipp: tippZuVerweis(ziel, moegliche, menge),
        });
      }
    };

    for (const [id, angebot] of angebote) {
      pruefe('angebot', id, [
        [['anbieter'], angebot.anbieter, 'Den Anbieter', 'anbieter'],
        [['angebotsart'], angebot.angebotsart, 'Die Angebotsart', 'angebotsarten'],
        ...angebot.thema.map((ziel, i): Verweis => [['thema', i], ziel, 'Das Thema', 'themen']),
        ...angebot.zielgruppen.map((ziel, i): Verweis => [
          ['zielgruppen', i],
          ziel,
          'Die Zielgruppe',
          'zielgruppen',
        ]),
        ...(angebot.sprachen ?? []).map((sprache, i): Verweis => [
          ['sprachen', i],
          sprache.code,
          'Die Sprache',
          'sprachen',
        ]),
        ...(angebot.einzugsgebiet ?? []).flatMap((ziel, i): Verweis[] =>
          (GROSSE_GEBIETE as readonly string[]).includes(ziel)
            ? []
            : [[['einzugsgebiet', i], ziel, 'Die Kommune', 'kommunen']],
        ),
        ...(angebot.weiterleitung ?? []).map((ziel, i): Verweis => [
          ['weiterleitung', i],
          ziel,
          'Das Angebot',
          'angebote',
        ]),
        ...(angebot.orte ?? []).flatMap((ort, i): Verweis[] => {
          if (typeof ort === 'string') return [[['orte', i], ort, 'Den Ort', 'orte']];
          return ort.kommune
            ? [[['orte', i, 'kommune'], ort.kommune, 'Die Kommune', 'kommunen']]
            : [];
        }),
        ...bausteine(angebot.unterlagen, 'unterlagen', 'Die Unterlage'),
        ...bausteine(angebot.schritte, 'schritte', 'Den Schritt'),
        ...ausnahmen(angebot, 'Das Angebot', 'angebote'),
      ]);
    }
    for (const [id, projekt] of projekte) {
      pruefe('projekt', id, [
        ...projekt.kommunen.flatMap((ziel, i): Verweis[] =>
          ziel === KREISWEIT ? [] : [[['kommunen', i], ziel, 'Die Kommune', 'kommunen']],
        ),
        ...projekt.anbieter.map((ziel, i): Verweis => [
          ['anbieter', i],
          ziel,
          'Den Anbieter',
          'anbieter',
        ]),
        ...projekt.thema.map((ziel, i): Verweis => [['thema', i], ziel, 'Das Thema', 'themen']),
        ...projekt.zielgruppen.map((ziel, i): Verweis => [
          ['zielgruppen', i],
          ziel,
          'Die Zielgruppe',
          'zielgruppen',
        ]),
        ...(projekt.angebote ?? []).map((ziel, i): Verweis => [
          ['angebote', i],
          ziel,
          'Das Angebot',
          'angebote',
        ]),
        ...ansprechstelle(projekt.kontakt, ['kontakt']),
      ]);
    }
    for (const [id, { stellen }] of kontakte) {
      if (id !== KREISWEIT)
        pruefe('kontakte', id, [['(dateiname)', id, 'Die Kommune', 'kommunen']]);
      pruefe(
        'kontakte',
        id,
        stellen.flatMap((stelle, i): Verweis[] => [
          [['stellen', i, 'funktion'], stelle.funktion, 'Die Funktion', 'funktionen'],
          ...ansprechstelle(stelle, ['stellen', i]),
        ]),
      );
    }
    for (const [id, eintrag] of anbieter) {
      pruefe('anbieter', id, [
        ...kommune(eintrag.kommune),
        ...ausnahmen(eintrag, 'Den Anbieter', 'anbieter'),
      ]);
    }
    for (const [id, ort] of orte) {
      pruefe('ort', id, [...kommune(ort.kommune), ...ausnahmen(ort, 'Den Ort', 'orte')]);
    }
    for (const [id, anliegen] of vokabular.anliegen) {
      const themen = (anliegen.themen ?? []).map((ziel, i): Verweis => [
        [id, 'themen', i],
        ziel,
        'Das Thema',
        'themen',
      ]);
      const verwandt = (anliegen.verwandt ?? []).map((ziel, i): Verweis => [
        [id, 'verwandt', i],
        ziel,
        'Das Anliegen',
        'anliegen',
      ]);
      pruefe('vokabular', 'anliegen', [...themen, ...verwandt]);
    }
    const { notruf = [] } = kontext.eintraege.portal;
    for (const [nr, { bei = [] }] of notruf.entries()) {
      const anliegen = bei.map((ziel, i): Verweis => [
        ['notruf', nr, 'bei', i],
        ziel,
        'Das Anliegen',
        'anliegen',
      ]);
      pruefe('portal', 'portal', anliegen);
    }
    return [...funde, ...pruefeCluster(kontext)];
  },
};

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

function kommune(id: string | undefined): Verweis[] {
  return id ? [[['kommune'], id, 'Die Kommune', 'kommunen']] : [];
}

function ausnahmen(
  { kein_duplikat = [] }: { kein_duplikat?: string[] | undefined },
  was: string,
  menge: Menge,
): Verweis[] {
  return kein_duplikat.map((ziel, i): Verweis => [['kein_duplikat', i], ziel, was, menge]);
}

function ansprechstelle(
  { angebot, anbieter }: Pick<AnsprechstelleEintrag, 'angebot' | 'anbieter'> = {},
  pfad: Pfad,
): Verweis[] {
  const verweise: Verweis[] = [];
  if (angebot) verweise.push([[...pfad, 'angebot'], angebot, 'Das Angebot', 'angebote']);
  if (anbieter) verweise.push([[...pfad, 'anbieter'], anbieter, 'Den Anbieter', 'anbieter']);
  return verweise;
}

function bausteine(
  liste: readonly ({ id: string } | { text: string })[] | undefined,
  menge: 'unterlagen' | 'schritte',
  was: string,
): Verweis[] {
  return (liste ?? []).flatMap((eintrag, i): Verweis[] =>
    'id' in eintrag ? [[[menge, i], eintrag.id, was, menge]] : [],
  );
}

/** What to do about an id that leads nowhere: a list without brackets, a new provider, or the nearest one. */
function tippZuVerweis(ziel: string, bekannte: string[], menge: Verweis[3]): string {
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
