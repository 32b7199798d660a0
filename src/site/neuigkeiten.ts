/** Feeds of new and changed offers, for people who want to be told: which there are, and what they say. */
import { formatFeed } from '../daten/atom.ts';
import { type Dateien, datei } from '../daten/datei.ts';
import { type Herausgabe, uuidVonAngebot } from '../daten/herausgabe.ts';
import type { Angebot } from '../domain/angebot.ts';
import { aufzaehlung } from '../i18n/intl.ts';
import { type Ereignis, feldWort } from '../katalog/verlauf.ts';
import { stufeOf } from '../domain/facettenwerte.ts';
import { wertOderAlle } from './facetten.ts';
import { createKontext, type Kontext, label } from './kontext.ts';
import { absolut } from './pfade.ts';

/** More nobody reads; whoever wants all takes the file of changes. */
const MAX_EINTRAEGE = 50;

/** What a feed is about. */
export type FeedArt = 'thema' | 'kommune';

export interface FeedVerweis {
  /** Path from the root of the portal. */
  pfad: string;
  titel: string;
}

/**
 * The feed of a Thema or a Kommune, or of everything. None of what is protected: a feed reader shows titles on the lock screen.
 */
export function feedVerweis(
  kontext: Pick<Kontext, 'katalog' | 'pfade'>,
  art?: FeedArt,
  id = '',
): FeedVerweis | undefined {
  const { katalog, pfade } = kontext;
  if (!art) return { pfad: 'daten/neu/alle.xml', titel: `Neu im ${katalog.portal.name}` };
  if (pfade.kennung(art, id) !== id) return undefined;
  const begriffe = art === 'thema' ? katalog.vokabular.themen : katalog.vokabular.kommunen;
  return {
    pfad: `daten/neu/${art}-${id}.xml`,
    titel: `Neu: ${label(begriffe, id, 'de').text} – ${katalog.portal.name}`,
  };
}

/** All feeds as files. */
export function feedDateien(herausgabe: Herausgabe): Dateien[] {
  const kontext = createKontext(herausgabe.katalog, 'de');
  const { kommunen, themen } = herausgabe.katalog.vokabular;
  return [
    feedDatei(herausgabe, kontext),
    ...[...themen.keys()].map((id) => feedDatei(herausgabe, kontext, 'thema', id)),
    ...[...kommunen.keys()].map((id) => feedDatei(herausgabe, kontext, 'kommune', id)),
  ].filter((eine) => eine !== undefined);
}

function feedDatei(
  herausgabe: Herausgabe,
  kontext: Kontext,
  art?: FeedArt,
  id = '',
): Dateien | undefined {
  const { katalog, adressen, verlauf } = herausgabe;
  const { portal } = katalog;
  const verweis = feedVerweis(kontext, art, id);
  if (!verweis) return undefined;
  const gehoertDazu = (angebot: Angebot) =>
    !angebot.schnellVerlassen && (!art || (stufeOf(art, id, angebot) ?? 2) < 2);
  return datei(verweis.pfad, () =>
    formatFeed({
      url: adressen.datei(verweis.pfad),
      seite: absolut(portal, art ? wertOderAlle(kontext, art, id) : kontext.pfade.start),
      titel: verweis.titel,
      untertitel: 'Neue und geänderte Angebote',
      herausgeber: portal.kontakt.stelle,
      rechte: `${portal.lizenz.name}, ${portal.lizenz.url}`,
      sprache: 'de',
      seit: verlauf.seit < katalog.stichtag ? verlauf.seit : katalog.stichtag,
      eintraege: neueste(herausgabe, gehoertDazu).map(({ angebot, ereignis }) => ({
        uuid: uuidVonAngebot(portal, angebot.id),
        titel: `${ereignis.art === 'neu' ? 'Neu' : 'Geändert'}: ${angebot.titel}`,
        url: adressen.angebot(angebot.id),
        kurz: [angebot.kurztext, geaendertText(ereignis)].filter(Boolean).join(' '),
        kategorien: angebot.thema.map((eines) => label(katalog.vokabular.themen, eines, 'de').text),
        datum: ereignis.datum,
      })),
    }),
  );
}

/** Each offer with the last that happened to it. */
function neueste(
  { katalog, verlauf }: Herausgabe,
  gehoertDazu: (angebot: Angebot) => boolean,
): { angebot: Angebot; ereignis: Ereignis }[] {
  const gesehen = new Set<string>();
  return verlauf.ereignisse
    .flatMap((ereignis) => {
      const angebot = katalog.angebote.get(ereignis.id);
      if (!angebot || gesehen.has(angebot.id) || !gehoertDazu(angebot)) return [];
      gesehen.add(angebot.id);
      return [{ angebot, ereignis }];
    })
    .slice(0, MAX_EINTRAEGE);
}

function geaendertText({ felder }: Ereignis): string | undefined {
  const worte = [...new Set(felder.flatMap((feld) => feldWort(feld) ?? []))];
  return worte.length > 0 ? `Geändert: ${aufzaehlung(worte.sort(), 'de')}.` : undefined;
}
