/** Files beside confidential offers: their places, providers, contacts and projects can tell where they are as well. */
import { readFileSync } from 'node:fs';
import type { AngebotEintrag } from '../domain/angebot.ts';
import type { ContentDatei } from './content-files.ts';
import { istVertraulichesAngebot } from './create-angebot.ts';
import type { Eintraege } from './katalog.ts';
import { createGeheim, nenntGeheimes } from './rules/vertraulich-anderswo.ts';

/**
 * Says of a file that is no offer whether it belongs to confidential ones: a place or a provider that no open offer names, an office or
 * a project of theirs.
 * @param eintraege what could be read
 * @param klingtGeheim says it of the file of an offer that could not be read
 */
export function createIstDaneben(
  dateien: readonly ContentDatei[],
  eintraege: Pick<Eintraege, 'vokabular' | 'angebote' | 'anbieter' | 'projekte' | 'kontakte'>,
  klingtGeheim: (datei: ContentDatei) => boolean,
): (datei: ContentDatei) => boolean {
  const { angebotsarten } = eintraege.vokabular;
  const istVertraulich = (angebot: AngebotEintrag) =>
    istVertraulichesAngebot(angebot, angebotsarten) || !angebotsarten.has(angebot.angebotsart);
  const geheim = createGeheim({ eintraege });
  const beiGeheimen = new Set<string>();
  const beiOffenen = new Set<string>();
  for (const datei of dateien) {
    if (datei.art !== 'angebot') continue;
    const angebot = eintraege.angebote.get(datei.id);
    if (angebot ? istVertraulich(angebot) : klingtGeheim(datei)) {
      beiGeheimen.add(`angebot ${datei.id}`);
      // What it names cannot be told from its other words where it cannot be read.
      const namen = angebot ? namenIn(angebot) : worteIn(lies(datei)).flatMap(alsNamen);
      for (const name of namen) beiGeheimen.add(name);
    } else if (angebot) for (const name of namenIn(angebot)) beiOffenen.add(name);
  }
  const gehoertGeheimen = (name: string) => beiGeheimen.has(name) && !beiOffenen.has(name);
  const nennt = (text: string) =>
    geheim.genannt(text) ||
    worteIn(text).some((wort) => [`angebot ${wort}`, `anbieter ${wort}`].some(gehoertGeheimen));
  return (datei) => {
    switch (datei.art) {
      case 'ort':
      case 'anbieter':
        return gehoertGeheimen(`${datei.art} ${datei.id}`);
      case 'projekt': {
        const projekt = eintraege.projekte.get(datei.id);
        return projekt ? nenntGeheimes(projekt, geheim) : nennt(lies(datei));
      }
      case 'kontakte': {
        const kontakte = eintraege.kontakte.get(datei.id);
        return kontakte ? kontakte.stellen.some(geheim.stelle) : nennt(lies(datei));
      }
      default:
        return false;
    }
  };
}

function namenIn({ anbieter, orte = [] }: AngebotEintrag): string[] {
  return [
    `anbieter ${anbieter}`,
    ...orte.flatMap((ort) => (typeof ort === 'string' ? `ort ${ort}` : [])),
  ];
}

function alsNamen(wort: string): string[] {
  return [`anbieter ${wort}`, `ort ${wort}`];
}

/** Whatever may be an id. */
function worteIn(text: string): string[] {
  return text.match(/[a-z0-9-]+/g) ?? [];
}

function lies({ pfad }: ContentDatei): string {
  try {
    return readFileSync(pfad, 'utf8');
  } catch {
    return '';
  }
}
