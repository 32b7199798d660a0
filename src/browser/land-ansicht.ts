/** What the start page of a Land shows of a search: what was understood, emergency numbers, offers of each Kreis. */
import { alsDeutsch, fremd } from '../i18n/fremd.ts';
import type { Text } from '../i18n/texte.ts';
import type { LandKonfig } from '../site/land-seite.ts';
import { FREMDE_SEITE } from './angebot-karte.ts';
import { nummernBei } from './ansicht-notruf.ts';
import type { Deutung } from './deuten.ts';
import { type Bereiche, el, knopf, setKinder, setText } from './dom.ts';
import { korrekturSatz } from './korrektur-satz.ts';
import type { KreisFund, LandBestand } from './land-bestand.ts';

/** Kreise whose first offers are shown, and how many of each; of the others only how many there are. */
const KREISE_MIT_KARTEN = 5;
const KARTEN_JE_KREIS = 3;
/** The search of a portal, from its root. */
const SUCHE = 'suche/';

/** What is asked for. */
interface Frage {
  q: string;
  deutung: Deutung;
  /** Numbers of the Kreise that the named places lead to. */
  orte: readonly number[];
}

export interface LandAnsicht {
  sucht(): void;
  /**
   * Finds and shows offers: those of the named places first, then those of the Kreise with the most.
   * @param gilt false once a newer search has begun
   */
  funde(da: LandBestand, frage: Frage, gilt: () => boolean): Promise<void>;
  /** Where no words are searched: the portals of a place. */
  orte(orte: readonly number[]): void;
  /** What was corrected and left out. */
  deutung(deutung: Deutung | undefined, ortUnbekannt?: boolean): void;
  /** The numbers for what somebody fears, see {@link nummernBei}; all of them where nobody could tell. */
  notruf(gefahr: readonly string[], ungewiss: boolean): void;
  /** The search for some words failed: nobody knows whether somebody is in danger. */
  gestoert(q: string): void;
}

/** @param aktionen what buttons do: take another word for what was typed, and search once more */
export function createLandAnsicht(
  konfig: LandKonfig,
  bereich: Bereiche,
  t: Text,
  aktionen: { berichtigen(getippt: string, wort: string): void; suchen(): void },
): LandAnsicht {
  const status = bereich('status');
  const ergebnisse = bereich('ergebnisse');
  const deutsch = alsDeutsch(konfig.sprache);

  /** @param pfad from the root of the portal of the Kreis */
  const link = (nr: number, pfad: string, text: string, sprache: ReturnType<typeof fremd>) =>
    el('a', { href: konfig.kreise[nr]!.href + pfad, rel: FREMDE_SEITE, ...sprache }, text);

  const kreisLink = (nr: number, pfad = '') => link(nr, pfad, konfig.kreise[nr]!.name, deutsch);

  /** The first offers of a Kreis. */
  const abschnitt = async (da: LandBestand, { nr, rows }: KreisFund, suche: string) => {
    const karten = await da.ladeKarten(nr, rows.slice(0, KARTEN_JE_KREIS));
    const anzahl = el('small', {}, t('liste.angebote', { anzahl: rows.length }));
    return el(
      'section',
      { class: 'land-kreis' },
      el('h2', {}, kreisLink(nr, suche), ' ', anzahl),
      el(
        'ul',
        {},
        ...karten.map(({ seite, titel, ort }) =>
          el(
            'li',
            {},
            link(nr, seite, titel.text, fremd(titel)),
            ' ',
            el('small', fremd(ort), ort.text),
          ),
        ),
      ),
    );
  };

  /** Kreise and how many offers each has. */
  const liste = (funde: readonly KreisFund[], pfadZu: (fund: KreisFund) => string) => [
    el('h2', {}, t('land.weitere')),
    el(
      'ul',
      { class: 'ortsliste' },
      ...funde.map((fund) => {
        const kreis = kreisLink(fund.nr, pfadZu(fund));
        kreis.append(' ', el('small', {}, String(fund.rows.length)));
        return el('li', {}, kreis);
      }),
    ),
  ];

  const notruf = (gefahr: readonly string[], ungewiss: boolean) => {
    const kasten = bereich('notruf');
    const nummern = [...kasten.querySelectorAll('li')].map((li) => ({
      li,
      bei: li.dataset['bei']?.split(' '),
    }));
    kasten.hidden = nummern.length === 0 || (gefahr.length === 0 && !ungewiss);
    const gezeigte = nummernBei(nummern, gefahr);
    for (const nummer of nummern) nummer.li.hidden = !gezeigte.includes(nummer);
  };

  return {
    notruf,
    sucht: () => setText(status, t('suche.sucht')),
    async funde(da, { q, deutung, orte }, gilt) {
      const { funde, ganz, heikel } = await da.finde(deutung);
      const hier = funde.filter((fund) => orte.includes(fund.nr));
      const sonst = funde.filter((fund) => !orte.includes(fund.nr));
      const geordnet = [...hier, ...sonst];
      if (!gilt()) return;
      const fraglich = [heikel, ...hier.map((fund) => fund.heikel)].some(
        (eines) => eines !== 'nein',
      );
      // Where nothing is found, nobody can tell whether that was a cry for help.
      if (funde.length === 0 || fraglich) notruf(deutung.gefahr, true);
      // As in the portals: words stand in an address only where nothing that they lead to is protected.
      const pfadZu = (fund: KreisFund) =>
        deutung.harmlos && !fraglich && fund.heikel === 'nein'
          ? `${SUCHE}#q=${encodeURIComponent(q)}`
          : SUCHE;
      const gezeigte = await Promise.all(
        geordnet.slice(0, KREISE_MIT_KARTEN).map((fund) => abschnitt(da, fund, pfadZu(fund))),
      );
      if (!gilt()) return;
      const weitere = geordnet.slice(KREISE_MIT_KARTEN);
      const anzahl = funde.reduce((summe, { rows }) => summe + rows.length, 0);
      setText(
        status,
        anzahl === 0
          ? t('suche.leer.titel')
          : `${t('suche.anzahl_zu', { anzahl, suche: q })} · ${t('land.kreise', { anzahl: funde.length })}`,
      );
      const leere = orte.filter((nr) => !hier.some((fund) => fund.nr === nr));
      ergebnisse.replaceChildren(
        ...leere.map((nr) =>
          el('p', { class: 'hinweis' }, kreisLink(nr, SUCHE), `: ${t('land.nichts_hier')}`),
        ),
        ...(anzahl > 0 && !ganz ? [el('p', {}, t('suche.teilweise_nur'))] : []),
        ...gezeigte,
        ...(weitere.length > 0 ? liste(weitere, pfadZu) : []),
      );
    },
    orte(orte) {
      setText(status, orte.length > 0 ? t('land.ort_fuehrt') : '');
      ergebnisse.replaceChildren(
        el('ul', { class: 'ortsliste' }, ...orte.map((nr) => el('li', {}, kreisLink(nr)))),
      );
    },
    deutung(deutung, ortUnbekannt = false) {
      const { korrekturen = [], unbekannt = [] } = deutung ?? {};
      setKinder(bereich('deutung'), [
        ...korrekturen.map((korrektur) =>
          el(
            'p',
            {},
            ...korrekturSatz(t, korrektur, korrektur.gemeint, (wort) =>
              aktionen.berichtigen(korrektur.getippt, wort),
            ),
          ),
        ),
        ...(unbekannt.length > 0
          ? [el('p', {}, t('suche.weggelassen', { worte: unbekannt.join(t('liste.komma')) }))]
          : []),
        ...(ortUnbekannt ? [el('p', {}, t('land.ort_unbekannt'))] : []),
      ]);
    },
    gestoert(q) {
      notruf([], q !== '');
      setText(status, t('suche.gestoert.titel'));
      ergebnisse.replaceChildren(
        el(
          'p',
          { class: 'hinweis' },
          t('suche.gestoert.laden'),
          ' ',
          knopf(t('suche.gestoert.neu'), aktionen.suchen),
        ),
      );
    },
  };
}
