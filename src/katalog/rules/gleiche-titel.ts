import type { Anbieter } from '../../domain/anbieter.ts';
import { sprachcodes } from '../../domain/portal.ts';
import { sprachName } from '../../i18n/sprachen.ts';
import { createText, type TextSchluessel } from '../../i18n/texte.ts';
import type { Katalog } from '../katalog.ts';
import type { Fund, Regel, RegelKontext } from './regel.ts';

/** Titles of the portal's own pages, by their address, which pages of editors stand beside. */
export const EIGENE_TITEL: Readonly<Record<string, TextSchluessel>> = {
  suche: 'nav.suche',
  angebote: 'liste.titel',
  anbieter: 'liste.anbieter',
  themen: 'facette-seite.thema',
  angebotsarten: 'facette-seite.angebotsart',
  zielgruppen: 'facette-seite.zielgruppe',
  sprachen: 'facette-seite.sprache',
  kommunen: 'facette-seite.kommune',
  projekte: 'projekte.titel',
  kontakte: 'kontakte.titel',
  'diese-woche': 'kalender.woche.titel',
  glossar: 'glossar.titel',
  archiv: 'archiv.titel',
  merkliste: 'merk.titel',
  zettel: 'zettel.titel',
  offline: 'offline.titel',
  einbetten: 'einbetten.titel',
  daten: 'daten.titel',
  bericht: 'bericht.titel',
  suchguete: 'guete.titel',
};

/** A page and what stands in its tab. */
interface Titel {
  titel: string;
  /** Of a page of the portal itself there is no field. */
  ort?: Pick<Fund, 'art' | 'id' | 'feld'>;
  /** As a finding names it. */
  wer: string;
  /** What to do if it is the one to change. @param erste the other page */
  tipp?: (erste: Titel) => string;
}

/** Pages side by side need titles that differ. Of offers, the portal itself tells those that are called the same. */
export const gleicheTitel: Regel = {
  name: 'gleiche-titel',
  zweck: 'Tabs, bookmarks and the history show nothing but a title; the build refuses two alike.',
  pruefe(kontext) {
    const gemeldet = new Set<string>();
    // German comes first: what is the same there is the same in most languages, and is said once.
    return sprachcodes(kontext.katalog.portal).flatMap((sprache) =>
      gruppenIn(kontext, sprache).flatMap((gruppe) =>
        gleiche(gruppe).flatMap(([erste, { titel, ort, wer, tipp }]): Fund[] => {
          const paar = `${erste.wer} ${wer}`;
          if (!ort || gemeldet.has(paar)) return [];
          gemeldet.add(paar);
          return [
            {
              ...ort,
              meldung: `„${titel}“ heißt auch ${erste.wer}. Seiten mit demselben Titel sind im Browser nicht zu unterscheiden; so lässt sich das Portal nicht veröffentlichen.`,
              tipp: tipp?.(erste) ?? 'Bitte einen der beiden Titel ändern.',
            },
          ];
        }),
      ),
    );
  },
};

/** Providers with the same name, which this rule reports: nobody else has to. */
export function heissenGleich(a: Anbieter | undefined, b: Anbieter | undefined): boolean {
  return a !== undefined && a.name === b?.name && !a.schutz && !b.schutz;
}

/** Every title that another page has before it, with the first that has it. */
function gleiche(gruppe: readonly Titel[]): [erste: Titel, weitere: Titel][] {
  return [...Map.groupBy(gruppe, ({ titel }) => titel).values()].flatMap(([erste, ...weitere]) =>
    weitere.map((eine): [Titel, Titel] => [erste!, eine]),
  );
}

/** Titles of pages in one folder, folder by folder. What is protected is called like the portal alone. */
function gruppenIn(kontext: RegelKontext, sprache: string): Titel[][] {
  const { katalog } = kontext;
  return [
    [...eigene(katalog, sprache), ...seiten(kontext, sprache, false)],
    seiten(kontext, sprache, true),
    ...(['themen', 'angebotsarten', 'zielgruppen', 'sprachen', 'kommunen'] as const).map((name) =>
      begriffe(katalog, name, sprache),
    ),
    // Those are German everywhere.
    ...(sprache === 'de' ? [anbieter(kontext), projekte(kontext)] : []),
  ];
}

function eigene({ texte }: Katalog, sprache: string): Titel[] {
  const t = createText(sprache, texte.get(sprache));
  return Object.entries(EIGENE_TITEL).map(([adresse, key]) => ({
    titel: t(key),
    wer: `die Seite „/${adresse}/“ des Portals`,
  }));
}

function seiten({ katalog, fundstellen }: RegelKontext, sprache: string, wegweiser: boolean) {
  return [...katalog.seiten.values()]
    .filter(({ art, schutz }) => (art === 'wegweiser') === wegweiser && !schutz)
    .map(({ id, titel, uebersetzungen }): Titel => {
      const fassung = uebersetzungen.get(sprache)?.felder.get('titel');
      const uebersetzt = fassung?.veraltet === false;
      const art = uebersetzt ? 'seite-uebersetzung' : 'seite';
      const name = uebersetzt ? `${id}.${sprache}` : id;
      return {
        titel: uebersetzt ? fassung.text : titel,
        ort: { art, id: name, feld: ['titel'] },
        wer: fundstellen.dokument('seite', id)?.datei ?? id,
      };
    });
}

function begriffe(
  { vokabular }: Katalog,
  name: 'themen' | 'angebotsarten' | 'zielgruppen' | 'sprachen' | 'kommunen',
  sprache: string,
): Titel[] {
  const alle: Iterable<
    [string, { bezeichnung?: Record<string, string> | undefined; schutz?: unknown }]
  > = vokabular[name];
  return [...alle]
    .filter(([, { schutz }]) => !schutz)
    .map(([id, { bezeichnung }]) => ({
      titel: bezeichnung?.[sprache] ?? bezeichnung?.['de'] ?? sprachName(id, sprache),
      ort: { art: 'vokabular', id: name, feld: [id, 'bezeichnung', sprache] },
      wer: `„${id}“ in derselben Datei`,
      tipp: () =>
        'Bitte eine der beiden Bezeichnungen ändern. Meinen beide dasselbe, bitte einen der Einträge löschen.',
    }));
}

function anbieter({ katalog, fundstellen }: RegelKontext): Titel[] {
  return [...katalog.anbieter.values()]
    .filter(({ schutz }) => !schutz)
    .map(({ id, name, kommune }) => ({
      titel: name,
      ort: { art: 'anbieter', id, feld: ['name'] },
      wer: fundstellen.dokument('anbieter', id)?.datei ?? id,
      tipp: ({ ort }) => {
        const andere = katalog.anbieter.get(ort!.id)?.kommune;
        const woanders = kommune !== undefined && kommune !== andere;
        const zusammen =
          'Ist es derselbe Anbieter, bitte alles in eine Datei schreiben, überall deren Kennung eintragen und die andere löschen. Sonst bitte';
        return `${woanders ? 'Bitte' : zusammen} den Ort dazuschreiben: „name: ${mitOrt(name, kommune, katalog)}“. Mit „kein_duplikat“ allein ist es nicht getan.`;
      },
    }));
}

function projekte({ katalog, fundstellen }: RegelKontext): Titel[] {
  return [...katalog.projekte.values()].map(({ id, titel, kommunen }) => ({
    titel,
    ort: { art: 'projekt', id, feld: ['titel'] },
    wer: fundstellen.dokument('projekt', id)?.datei ?? id,
    tipp: () =>
      `Bitte dazuschreiben, was die beiden unterscheidet, zum Beispiel den Ort: „titel: ${mitOrt(titel, typeof kommunen === 'string' ? undefined : kommunen[0], katalog)}“.`,
  }));
}

/** A name with the place behind it. */
function mitOrt(name: string, kommune: string | undefined, { vokabular }: Katalog): string {
  return `${name} (${vokabular.kommunen.get(kommune ?? '')?.bezeichnung['de'] ?? '…'})`;
}
