/** Opening hours as readers read them. */
import { isRundUmDieUhr, type RHYTHMEN, WOCHENTAGE, type Zeit } from '../domain/zeiten.ts';
import { aufzaehlung, datumsformat, zahlenformat } from '../i18n/intl.ts';
import { formatDatum, type Kontext } from './kontext.ts';

export interface ZeitZeile {
  /** „Montag und Donnerstag“, „jeden ersten Dienstag im Monat“; missing where only a remark is known. */
  tage?: string;
  /** „14:00–16:00“ or „ab 14:00“. */
  zeit?: string;
  /** „bis 31. März 2027“. */
  zusatz?: string;
}

/**
 * In words and digits of the language. The remark of the line (`hinweis`) is not in it: it is a text of the content,
 * which may be translated.
 */
export function toZeitZeile({ sprache, t }: Kontext, zeit: Zeit): ZeitZeile {
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
    ...(zeit.von && { zeit: formatZeitraum(zeit, { sprache, t }) }),
    ...(zusaetze.length > 0 && { zusatz: aufzaehlung(zusaetze, sprache) }),
  };
}

function tageText(
  tage: NonNullable<Zeit['tage']>,
  rhythmus: NonNullable<Zeit['rhythmus']>,
  { sprache, t }: Pick<Kontext, 'sprache' | 't'>,
): string {
  const namen =
    tage.length === 7
      ? t('zeit.taeglich')
      : aufzaehlung(
          tage.map((tag) => wochentagName(WOCHENTAGE.indexOf(tag), sprache)),
          sprache,
        );
  const welche = rhythmus.flatMap((wort) =>
    wort.startsWith('monatlich-') ? [t(`rhythmus.${wort as Monatlich}`)] : [],
  );
  if (welche.length > 0)
    return t('rhythmus.monatlich', { welche: aufzaehlung(welche, sprache), tage: namen });
  return rhythmus.includes('zweiwoechentlich')
    ? t('rhythmus.zweiwoechentlich', { tage: namen })
    : namen;
}

type Monatlich = Extract<(typeof RHYTHMEN)[number], `monatlich-${string}`>;

/** Name of a weekday; 0 is Monday. */
function wochentagName(index: number, sprache: string): string {
  const monday = Date.UTC(2024, 0, 1);
  return datumsformat(sprache, { weekday: 'long' }).format(monday + index * 86_400_000);
}

/** „14:00–16:00 Uhr“ or „ab 14:00 Uhr“. */
export function formatZeitraum(
  zeit: Pick<Zeit, 'von' | 'bis'>,
  { sprache, t }: Pick<Kontext, 'sprache' | 't'>,
): string {
  if (isRundUmDieUhr(zeit)) return t('zeit.rund-um-die-uhr');
  const von = formatUhrzeit(zeit.von!, sprache);
  return zeit.bis
    ? t('zeit.von-bis', { von, bis: formatUhrzeit(zeit.bis, sprache) })
    : t('zeit.ab', { von });
}

/** `09:30` in the digits of a language; always by 24 hours, as on the door. */
function formatUhrzeit(uhrzeit: string, sprache: string): string {
  const zahl = zahlenformat(sprache, { minimumIntegerDigits: 2 });
  return uhrzeit
    .split(':')
    .map((teil) => zahl.format(Number(teil)))
    .join(':');
}
