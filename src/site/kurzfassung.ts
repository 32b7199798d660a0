/** An offer in a line, made of its facts: useful in every language without translating a word of the offer. */
import type { Angebot } from '../domain/angebot.ts';
import { ALLE } from '../domain/facette.ts';
import { kostenText } from './angaben.ts';
import {
  type Beschriftung,
  deutsch,
  isoliert,
  type Kontext,
  label,
  sprachLabel,
} from './kontext.ts';
import { ortszeile } from './ortszeile.ts';
import { toZeitZeile } from './zeit-zeilen.ts';

/** What kind of offer it is; what neighbours call it where we have no word for it. */
export function artVon({ katalog, sprache }: Kontext, angebot: Angebot): Beschriftung {
  const fremde = angebot.herkunft?.art;
  return fremde === undefined
    ? label(katalog.vokabular.angebotsarten, angebot.angebotsart, sprache)
    : deutsch(sprache, fremde);
}

/** More would be a list, and that stands on the offer's page. */
const HOECHSTENS = 2;

/**
 * What kind of offer, where, for whom, in which languages, when, at what cost.
 * @example kurzfassung(kontext, angebot) // 'Kurs in Musterstadt, für: Frauen, Sprachen: Arabisch, Montag 9:00–12:00, kostenlos.'
 */
export function kurzfassung(kontext: Kontext, angebot: Angebot): string {
  const { katalog, sprache, t } = kontext;
  const { stichtag } = katalog;
  const { zielgruppen } = katalog.vokabular;
  const liste = (texte: string[]) => texte.map(isoliert).join(t('liste.komma'));
  const art = artVon(kontext, angebot).text;
  const ort = isoliert(ortszeile(kontext, angebot).text);
  // Who is named beside „everybody“ is not the only one meant.
  const wer = angebot.zielgruppen.includes(ALLE)
    ? []
    : angebot.zielgruppen.map((id) => label(zielgruppen, id, sprache).text);
  const sprachen = (angebot.sprachen ?? [])
    .filter(({ code, art }) => code !== 'de' && art === 'direkt')
    .map(({ code }) => sprachLabel(kontext, code).text);
  const zeiten = (angebot.zeiten ?? [])
    .filter(
      ({ gueltig_ab = stichtag, gueltig_bis = stichtag }) =>
        gueltig_ab <= stichtag && stichtag <= gueltig_bis,
    )
    .map((zeit) => toZeitZeile(kontext, zeit))
    .flatMap(({ tage, zeit }) => (tage && zeit ? [`${tage} ${isoliert(zeit)}`] : []));
  const kosten = kostenText(kontext, angebot);
  const teile = [
    angebot.vertraulich
      ? art
      : angebot.orte.some(({ kommune }) => kommune)
        ? t('kurzfassung.art-ort', { art, ort })
        : t('kurzfassung.art-gebiet', { art, gebiet: ort }),
    wer.length > 0 && t('kurzfassung.fuer', { wer: liste(wer) }),
    sprachen.length > 0 && t('kurzfassung.sprachen', { sprachen: liste(sprachen) }),
    zeiten.length > 0 &&
      zeiten.length <= HOECHSTENS &&
      t('kurzfassung.zeit', { zeit: zeiten.join(t('liste.komma')) }),
    kosten && t('kurzfassung.kosten', { kosten }),
    angebot.termin && t(`termin.${angebot.termin}`),
    angebot.kinderbetreuung === 'ja' && t('kurzfassung.kinderbetreuung'),
  ].filter((teil): teil is string => Boolean(teil));
  const zeile = teile.join(t('kurzfassung.trenner')) + t('kurzfassung.ende');
  return angebot.vertraulich ? `${zeile} ${t('angebot.vertraulich')}` : zeile;
}
