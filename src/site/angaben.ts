/** The facts of an offer, in the order people ask for them. */
import { type Angebot, freiePlaetze, genannterBetrag } from '../domain/angebot.ts';
import { zahlenformat } from '../i18n/intl.ts';
import { type Beschriftung, formatDatum, type Kontext, label, sprachLabel } from './kontext.ts';
import { bemerkung } from './uebersetzt.ts';

/** What stands in brackets; a number to call is read from left to right in every language, and is not broken. */
type Zusatz = Beschriftung & { nummer?: true };

/** One line of facts: a heading and its values. Without values it is said to be unknown. */
export interface Angabe {
  titel: string;
  /** Each with what stands in brackets behind it. */
  werte: (Beschriftung & { zusaetze?: Zusatz[] })[];
}

/** The facts in the order people ask for them. */
export function angaben(kontext: Kontext, angebot: Angebot): Angabe[] {
  const { katalog, sprache, t } = kontext;
  const { zielgruppen, kommunen } = katalog.vokabular;
  const { einzugsgebiet, alter, deutschniveau, kosten, kurs } = angebot;
  const text = (...werte: (string | undefined | false)[]): Beschriftung[] =>
    werte.filter((wert): wert is string => Boolean(wert)).map((wert) => ({ text: wert }));
  const bemerke = (feld: string, original: string | undefined) =>
    bemerkung(kontext, angebot, feld, original);

  const pflicht: Angabe[] = [
    {
      titel: t('angabe.fuer-wen'),
      werte: [
        ...angebot.zielgruppen.map((id) => label(zielgruppen, id, sprache)),
        ...text(alter && alterText(alter, t)),
      ],
    },
    {
      titel: t('angabe.sprachen'),
      werte: [
        ...(angebot.sprachen ?? []).map(({ code, art, ...mehr }, i) => {
          const name = sprachLabel(kontext, code);
          const zusaetze = [
            ...text(art !== 'direkt' && t(`sprache.${art}`)),
            ...(['zeiten', 'hinweis'] as const).flatMap((feld) =>
              bemerke(`sprachen[${i}].${feld}`, feld in mehr ? mehr[feld as never] : undefined),
            ),
          ];
          return { ...name, ...(zusaetze.length > 0 && { zusaetze }) };
        }),
        ...text(angebot.gebaerdensprache && t('sprache.gebaerden')),
      ],
    },
    {
      titel: t('angabe.kosten'),
      werte: [
        ...text(kosten?.art && t(`kosten.${kosten.art}`), betragText(kontext, angebot)),
        ...bemerke('kosten.einheit', kosten && 'einheit' in kosten ? kosten.einheit : undefined),
        ...bemerke('kosten.hinweis', kosten && 'hinweis' in kosten ? kosten.hinweis : undefined),
      ],
    },
    { titel: t('angabe.termin'), werte: text(angebot.termin && t(`termin.${angebot.termin}`)) },
  ];
  const weitere: Angabe[] = [
    {
      titel: t('angabe.kanal'),
      werte: angebot.orte.length > 0 ? text(...kanaele(kontext, angebot)) : [],
    },
    {
      titel: t('angabe.gebiet'),
      werte:
        typeof einzugsgebiet === 'string'
          ? angebot.vertraulich
            ? []
            : text(t(`ort.${einzugsgebiet}`))
          : einzugsgebiet.length > 1 || angebot.orte.length === 0
            ? einzugsgebiet.map((id) => label(kommunen, id, sprache))
            : [],
    },
    {
      titel: t('angabe.deutschniveau'),
      werte: text(deutschniveau && niveauText(deutschniveau, t)),
    },
    {
      titel: t('angabe.kinderbetreuung'),
      werte: text(angebot.kinderbetreuung && t(`kinderbetreuung.${angebot.kinderbetreuung}`)),
    },
    { titel: t('angabe.kurs'), werte: text(...(kurs ? kursTexte(kurs, kontext) : [])) },
  ];
  return [...pflicht, ...weitere.filter(({ werte }) => werte.length > 0)];
}

/** Ways to use the offer without going there. */
export function kanaele({ t }: Kontext, angebot: Angebot): string[] {
  return angebot.kanal.filter((kanal) => kanal !== 'vor-ort').map((kanal) => t(`kanal.${kanal}`));
}

function alterText(
  { von, bis }: NonNullable<Angebot['alter']>,
  t: Kontext['t'],
): string | undefined {
  if (von !== undefined && bis !== undefined) return t('alter.von-bis', { von, bis });
  if (von !== undefined) return t('alter.ab', { von });
  return bis === undefined ? undefined : t('alter.bis', { bis });
}

function niveauText(
  { von, bis }: NonNullable<Angebot['deutschniveau']>,
  t: Kontext['t'],
): string | undefined {
  const name = (niveau: string) => (niveau === 'alpha' ? t('niveau.alpha') : niveau);
  if (von && bis && von !== bis) return t('niveau.von-bis', { von: name(von), bis: name(bis) });
  const eins = von ?? bis;
  return eins && name(eins);
}

function kursTexte(kurs: NonNullable<Angebot['kurs']>, { katalog, sprache, t }: Kontext): string[] {
  const { start, ende, einheiten, tageszeit } = kurs;
  const plaetze = freiePlaetze({ kurs }, katalog.stichtag);
  return [
    start && t('kurs.start', { datum: formatDatum(start, sprache) }),
    ende && t('kurs.ende', { datum: formatDatum(ende, sprache) }),
    einheiten && t('kurs.einheiten', { anzahl: einheiten }),
    tageszeit && t(`kurs.${tageszeit}`),
    plaetze !== undefined && t('kurs.plaetze', { anzahl: plaetze }),
  ].filter((text): text is string => Boolean(text));
}

/** What an offer costs, in a word; undefined where nobody knows. */
export function kostenText(kontext: Kontext, angebot: Angebot): string | undefined {
  const art = angebot.kosten?.art;
  return betragText(kontext, angebot) ?? (art && kontext.t(`kosten.${art}`));
}

function betragText({ sprache }: Kontext, { kosten }: Angebot): string | undefined {
  const betrag = kosten && genannterBetrag(kosten);
  if (betrag === undefined) return undefined;
  const format = zahlenformat(sprache, {
    style: 'currency',
    currency: 'EUR',
    trailingZeroDisplay: 'stripIfInteger',
  });
  return format.format(betrag);
}
