/** Looks at what was built before it takes its place: nothing missing, nothing too much. */
import { sprachcodes } from '../../../src/domain/portal.ts';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { PaketAngaben } from '../../../src/domain/offline-paket.ts';
import { angeboteMitSeite, type Katalog } from '../../../src/katalog/katalog.ts';
import { weitereSeiten, ZEILEN_JE_SEITE } from '../../../src/site/blaettern.ts';
import { einbettListen } from '../../../src/site/einbetten.ts';
import { angabenVon } from '../../../src/site/offline.ts';
import { basisOf, BLATT_ORDNER, createPfade, LISTEN_ARTEN } from '../../../src/site/pfade.ts';
import { TABELLE, TEILE_ORDNER } from '../../../src/suche/dateien.ts';
import { type Ausgabe, ortVon } from './ausgabe.ts';

/**
 * @param dateien all its files, from its root
 * @returns what does not agree with the Katalog, in German sentences; empty where all is well
 */
export async function pruefeAusgabe(
  ausgabe: Ausgabe,
  katalog: Katalog,
  dateien: readonly string[],
): Promise<string[]> {
  return [
    ...missingPages(katalog, dateien),
    ...surplusPages(katalog, dateien),
    ...(await missingOffline(ausgabe, katalog, dateien)),
  ];
}

/** Every entry has its page, in every language. */
function missingPages(katalog: Katalog, dateien: readonly string[]): string[] {
  const vorhanden = new Set(dateien);
  const kommunen = [...katalog.vokabular.kommunen.keys()];
  const erwartet = sprachcodes(katalog.portal).flatMap((sprache) => {
    const pfade = createPfade('/', sprache, katalog.geschuetzt);
    return [
      pfade.start,
      pfade.suche,
      ...[1, ...weitereSeiten(katalog.angebote.size, ZEILEN_JE_SEITE)].map((nr) =>
        pfade.blatt(pfade.angebote, nr),
      ),
      pfade.woche,
      pfade.bericht,
      pfade.daten,
      pfade.merkliste,
      ...[1, ...weitereSeiten(einbettListen({ katalog }).length, ZEILEN_JE_SEITE)].map(
        pfade.einbettenBlatt,
      ),
      ...einbettListen({ katalog }).map(({ art, id }) => pfade.einbetten(art, id)),
      ...(katalog.archiv.size > 0 ? [pfade.archiv] : []),
      ...(katalog.portal.ausstieg ? [pfade.verlassen] : []),
      ...adressenVonAngeboten(katalog).map(pfade.angebot),
      ...[...katalog.anbieter.keys()].map(pfade.anbieter),
      ...kommunen.map((id) => pfade.wert('kommune', id)),
      ...(katalog.projekte.size > 0 ? [pfade.projekte] : []),
      ...[...katalog.projekte.keys()].map(pfade.projekt),
      ...(katalog.vokabular.funktionen.size > 0
        ? [pfade.kontakte, ...kommunen.map(pfade.kontakteIn)]
        : []),
      ...[...katalog.seiten.values()].map(({ id, art }) =>
        art === 'wegweiser' ? pfade.wegweiser(id) : pfade.seite(id),
      ),
    ];
  });
  return erwartet
    .filter((pfad) => !vorhanden.has(`${pfad.slice(1)}index.html`))
    .map((pfad) => `Die Seite ${pfad} wurde nicht gebaut.`);
}

/** Every id below `/angebote/`: of offers, and of those that were renamed. */
function adressenVonAngeboten(katalog: Katalog): string[] {
  return [...angeboteMitSeite(katalog).keys(), ...katalog.weiterleitungen.keys()];
}

/** No page of an offer, a project, a Kommune's contacts or an embedded list that the Katalog does not know. */
function surplusPages(katalog: Katalog, dateien: readonly string[]): string[] {
  const inhalte = inhalteDerOrdner(dateien);
  const { projekte, vokabular } = katalog;
  const kommunen = vokabular.funktionen.size > 0 ? [...vokabular.kommunen.keys()] : [];
  return sprachcodes(katalog.portal).flatMap((sprache) => {
    const pfade = createPfade('', sprache, katalog.geschuetzt);
    const bekannte: [string, string[]][] = [
      [
        pfade.angebote,
        [...adressenVonAngeboten(katalog).map((id) => pfade.kennung('angebot', id)), BLATT_ORDNER],
      ],
      [pfade.projekte, [...projekte.keys()]],
      [pfade.kontakte, kommunen],
      ...LISTEN_ARTEN.map((art): [string, string[]] => [
        pfade.einbetten(art, '').slice(0, -1),
        einbettListen({ katalog })
          .filter((liste) => liste.art === art)
          .map(({ id }) => pfade.kennung(art, id)),
      ]),
    ];
    return bekannte.flatMap(([pfad, ids]) => {
      const gebaut = inhalte.get(pfad) ?? new Set();
      return [...gebaut.difference(new Set([...ids, 'index.html']))].map(
        (name) => `Die Seite /${pfad}${name}/ gehört zu keinem Eintrag.`,
      );
    });
  });
}

/** What lies in each folder, by its path with a slash at the end. */
function inhalteDerOrdner(dateien: readonly string[]): Map<string, Set<string>> {
  const inhalte = new Map<string, Set<string>>();
  for (const datei of dateien) {
    const namen = datei.split('/');
    let ordner = '';
    for (const name of namen) {
      inhalte.set(ordner, (inhalte.get(ordner) ?? new Set()).add(name));
      ordner += `${name}/`;
    }
  }
  return inhalte;
}

/** What every language finds by: words, and where they stand. */
const SUCHTEIL = new RegExp(`^${TEILE_ORDNER}[wz]\\d`);

/** The package of each language holds all of its offers, and what finding them needs. */
async function missingOffline(
  ausgabe: Ausgabe,
  katalog: Katalog,
  dateien: readonly string[],
): Promise<string[]> {
  const teile = dateien.filter((pfad) => SUCHTEIL.test(pfad));
  const jeSprache = sprachcodes(katalog.portal).map(async (sprache) => {
    const angaben = ortVon(ausgabe, angabenVon('', sprache));
    if (!existsSync(angaben)) return [`Für „${sprache}“ fehlt das Paket zum Offline-Speichern.`];
    const { datei } = JSON.parse(readFileSync(angaben, 'utf8')) as PaketAngaben;
    const darin = await adressenIn(
      ortVon(ausgabe, datei.slice(basisOf(katalog.portal.url).length)),
    );
    if (!darin) return [`Das Offline-Paket für „${sprache}“ ist nicht vollständig.`];
    const pfade = createPfade('', sprache, katalog.geschuetzt);
    return [
      pfade.start,
      pfade.suche,
      pfade.offline,
      pfade.datei(TABELLE),
      ...teile,
      ...[...katalog.angebote.keys()].flatMap((id) => [pfade.angebot(id), pfade.kurz(id)]),
    ]
      .filter((adresse) => !darin.has(adresse))
      .map((adresse) => `Im Offline-Paket für „${sprache}“ fehlt /${adresse}.`);
  });
  return (await Promise.all(jeSprache)).flat();
}

/** Bytes that are unpacked at once: in small pieces, handing them on costs more than unpacking. */
const STUECK = 1_000_000;

/** The addresses in a package, read piece by piece; undefined where it is cut off. */
async function adressenIn(paket: string): Promise<Set<string> | undefined> {
  let kopf = Buffer.alloc(0);
  let liste: [string, number][] | undefined;
  let fehlt = 0;
  try {
    const bytes = createReadStream(paket).pipe(createGunzip({ chunkSize: STUECK }));
    for await (const stueck of bytes) {
      fehlt -= (stueck as Buffer).length;
      if (liste) continue;
      kopf = Buffer.concat([kopf, stueck as Buffer]);
      const ende = kopf.indexOf('\n');
      if (ende === -1) continue;
      liste = JSON.parse(kopf.toString('utf8', 0, ende)) as [string, number][];
      fehlt += liste.reduce((summe, [, laenge]) => summe + laenge, ende + 1);
    }
  } catch {
    return undefined;
  }
  return liste && fehlt === 0 ? new Set(liste.map(([adresse]) => adresse)) : undefined;
}
