/** Opening hours as people write them. */
import { tageVonBis, type Wochentag, WOCHENTAGE } from '../../../src/domain/zeiten.ts';
import type { Baum } from '../../../src/katalog/read-yaml.ts';

const TAG =
  '(?:mo(?:ntags?)?|di(?:enstags?)?|mi(?:ttwochs?)?|do(?:nnerstags?)?|fr(?:eitags?)?|sa(?:mstags?)?|so(?:nntags?)?)(?![a-zäöüß])\\.?';
const BIS = '\\s*(?:-|–|—|bis)\\s*';
const UND = '\\s*(?:,|/|&|\\+|und|u\\.)\\s*';
const TAG_BIS_TAG = `${TAG}(?:${BIS}${TAG})?`;
const TAGE = `${TAG_BIS_TAG}(?:${UND}${TAG_BIS_TAG})*`;
const ZEIT = '\\d{1,2}(?:[:.]\\d{2})?(?:\\s*(?:Uhr|h))?';
const SPANNE = `(?:von\\s+)?${ZEIT}${BIS}${ZEIT}|ab\\s+${ZEIT}`;
const ZEILE = new RegExp(
  `^(?:jeden\\s+|immer\\s+)?(${TAGE})\\s*[:,]?\\s*((?:${SPANNE})(?:${UND}(?:${SPANNE}))*)$`,
  'i',
);
const NUR_TAGE = new RegExp(`^${TAGE}$`, 'i');
/** What says nothing about the lines around it. */
const OHNE_FOLGEN = new RegExp(
  `^(?:${TAGE}\\s*:?\\s*)?(?:(?:und\\s+)?(?:sonst|weitere Termine)?\\s*(?:nur\\s+)?(?:nach|mit)\\s+(?:tel\\.|telefonischer\\s+)?\\s*(?:vorheriger\\s+)?(?:Vereinbarung|Absprache|Anmeldung|Terminvereinbarung)|geschlossen)\\.?$`,
  'i',
);

/**
 * Lines of opening hours. All of a text is understood, or nothing but what surely stands by itself („nach Vereinbarung“): „jeden
 * ersten Mo, Mi 9–12“ would otherwise become every Wednesday.
 * @returns undefined where the text has to stay a text
 */
export function readZeiten(text: string): Baum[] | undefined {
  const zeiten: Baum[] = [];
  for (const stueck of text.split(/[;\n]/).flatMap(anTagen)) {
    const match = ZEILE.exec(stueck);
    if (match) {
      const spannen = match[2]!.split(new RegExp(UND, 'i')).map(readSpanne);
      if (spannen.includes(undefined)) return undefined;
      const tage = readTage(match[1]!);
      for (const spanne of spannen) zeiten.push({ tage, ...spanne });
    } else if (OHNE_FOLGEN.test(stueck)) zeiten.push({ hinweis: stueck });
    else return undefined;
  }
  return zeiten.length > 0 ? zeiten : undefined;
}

/** „Mo 9–12, Mi 14–16“ at the comma, „Mo, Mi 9–12“ not: days without hours belong to those that follow. */
function anTagen(zeile: string): string[] {
  const stuecke: string[] = [];
  let tage = '';
  for (const stueck of zeile.split(new RegExp(`${UND}(?=${TAG})`, 'i'))) {
    const teil = tage + stueck.trim();
    tage = NUR_TAGE.test(teil) ? `${teil}, ` : '';
    if (tage === '' && teil !== '') stuecke.push(teil);
  }
  return tage ? [...stuecke, tage.slice(0, -2)] : stuecke;
}

function readTage(text: string): string[] {
  const kurz = (tag: string) => tag.slice(0, 2).toLowerCase() as Wochentag;
  const tage = text.split(new RegExp(UND, 'i')).flatMap((teil) => {
    const [von, bis = von] = teil.split(new RegExp(BIS, 'i')).map(kurz);
    return tageVonBis(von!, bis!);
  });
  return WOCHENTAGE.filter((tag) => tage.includes(tag));
}

/** Undefined where morning or afternoon is a guess („3–5 Uhr“), or the end comes first. */
function readSpanne(text: string): Record<string, string> | undefined {
  const [von, bis] = [...text.matchAll(/(\d{1,2})(?:[:.](\d{2}))?/g)].map(
    ([, stunde = '', minute = '00']) => `${stunde.padStart(2, '0')}:${minute}`,
  );
  const rundUmDieUhr = von === '00:00' && bis === '24:00';
  if (!von || (von < '06:00' && !rundUmDieUhr) || (bis && bis <= von)) return undefined;
  return { von, ...(bis && { bis }) };
}
