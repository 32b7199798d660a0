/** Opening hours as readers read them. */
import type { Zeit } from '../domain/zeiten.ts';
import { type RHYTHMEN, WOCHENTAGE } from '../domain/zeiten.ts';
import { formatDatum, type Kontext } from './kontext.ts';

export interface ZeitZeile {
  /** „Montag und Donnerstag“, „jeden ersten Dienstag im Monat“; missing where only a remark is known. */
  tage?: string;
  /** „14:00–16:00“ or „ab 14:00“. */
  zeit?: string;
  /** „bis 31. März 2027“. */
  zusatz?: string;
  /** The author's remark, in German. */
  hinweis?: string;
}

export function toZeitZeile({ sprache, t }: Kontext, zeit: Zeit): ZeitZeile {
  const liste = new Intl.ListFormat(sprache, { type: 'conjunction' });
  const zusaetze = [
    ...(zeit.gueltig_ab
      ? [t('zeit.gueltig-ab', { datum: formatDatum(zeit.gueltig_ab, sprache) })]
      : []),
    ...(zeit.gueltig_bis
      ? [t('zeit.gueltig-bis', { datum: formatDatum(zeit.gueltig_bis, sprache) })]
      : []),
  ];
  return {
    ...(zeit.tage && { tage: tageText(zeit.tage, zeit.rhythmus ?? [], { sprache, t }) }),
    ...(zeit.von && { zeit: uhrzeitText(zeit, t) }),
    ...(zusaetze.length > 0 && { zusatz: liste.format(zusaetze) }),
    ...(zeit.hinweis && { hinweis: zeit.hinweis }),
  };
}

function tageText(
  tage: NonNullable<Zeit['tage']>,
  rhythmus: NonNullable<Zeit['rhythmus']>,
  { sprache, t }: Pick<Kontext, 'sprache' | 't'>,
): string {
  const liste = new Intl.ListFormat(sprache, { type: 'conjunction' });
  const namen =
    tage.length === 7
      ? t('zeit.taeglich')
      : liste.format(tage.map((tag) => wochentagName(WOCHENTAGE.indexOf(tag), sprache)));
  const welche = rhythmus.flatMap((wort) =>
    wort.startsWith('monatlich-') ? [t(`rhythmus.${wort as Monatlich}`)] : [],
  );
  if (welche.length > 0)
    return t('rhythmus.monatlich', { welche: liste.format(welche), tage: namen });
  return rhythmus.includes('zweiwoechentlich')
    ? t('rhythmus.zweiwoechentlich', { tage: namen })
    : namen;
}

type Monatlich = Extract<(typeof RHYTHMEN)[number], `monatlich-${string}`>;

/** Name of a weekday; 0 is Monday. */
function wochentagName(index: number, sprache: string): string {
  const monday = Date.UTC(2024, 0, 1);
  return new Intl.DateTimeFormat(sprache, { weekday: 'long', timeZone: 'UTC' }).format(
    monday + index * 86_400_000,
  );
}

function uhrzeitText(zeit: Zeit, t: Kontext['t']): string {
  if (zeit.von === '00:00' && zeit.bis === '24:00') return t('zeit.rund-um-die-uhr');
  return zeit.bis
    ? t('zeit.von-bis', { von: zeit.von!, bis: zeit.bis })
    : t('zeit.ab', { von: zeit.von! });
}
