/**
 * The start page of a Land: says which Kreis a place belongs to, and searches in all of them. What is typed stays in this tab: no
 * server sees it, and it never stands in the address.
 */
import { fremd, alsDeutsch } from '../i18n/fremd.ts';
import { lookUp } from '../i18n/look-up.ts';
import type { Text } from '../i18n/texte.ts';
import type { LandKonfig } from '../site/land-seite.ts';
import { FREMDE_SEITE } from './angebot-karte.ts';
import { nummernBei } from './ansicht-notruf.ts';
import './ausstieg.ts';
import { type Deutung, deuten, ersetze } from './deuten.ts';
import { bereiche, el, knopf, setKinder, setText, zeigeErsatz } from './dom.ts';
import { korrekturSatz } from './korrektur-satz.ts';
import { type KreisFund, type LandBestand, loadLandBestand } from './land-bestand.ts';
import { annehmen, uebergeben } from './uebergabe.ts';

/** Every letter costs parts of the search that the next one may not need. */
const TIPP_RUHE_MS = 300;
/** What looks like an error is judged only after a pause. */
const DENK_PAUSE_MS = 600;
const SUCHT_NOCH_MS = 400;
/** Kreise whose first offers are shown, and how many of each; of the others only how many there are. */
const KREISE_MIT_KARTEN = 5;
const KARTEN_JE_KREIS = 3;

const wurzel = document.querySelector('[data-land]');
if (wurzel instanceof HTMLElement) starten(wurzel);

function starten(seite: HTMLElement): void {
  const bereich = bereiche(seite);
  const konfig = JSON.parse(bereich('konfig').textContent) as LandKonfig;
  const t = lookUp(konfig.locale, konfig.texte) as Text;
  const deutsch = alsDeutsch(konfig.sprache);
  const feld = bereich<HTMLInputElement>('feld');
  const ort = bereich<HTMLInputElement>('ort');
  const status = bereich('status');
  const ergebnisse = bereich('ergebnisse');
  let bestand: Promise<LandBestand> | undefined;
  let lauf = 0;
  let warten: ReturnType<typeof setTimeout>[] = [];

  const lade = () =>
    (bestand ??= loadLandBestand(konfig.basis, konfig.sprache).catch((error: unknown) => {
      bestand = undefined;
      throw error;
    }));

  const kreisLink = (nr: number, pfad = '', text = konfig.kreise[nr]!.name) =>
    el('a', { href: konfig.kreise[nr]!.href + pfad, rel: FREMDE_SEITE, ...deutsch }, text);

  /** The search of the portal of a Kreis; words go along only where they can be no cry for help: they stand in its address. */
  const suchpfad = (q: string, { harmlos }: Deutung) =>
    `suche/${harmlos ? `#q=${encodeURIComponent(q)}` : ''}`;

  /** The first offers of a Kreis. */
  const abschnitt = async (da: LandBestand, { nr, rows }: KreisFund, pfad: string) => {
    const karten = await da.ladeKarten(nr, rows.slice(0, KARTEN_JE_KREIS));
    return el(
      'section',
      { class: 'land-kreis' },
      el(
        'h2',
        {},
        kreisLink(nr, pfad),
        ' ',
        el('small', {}, t('liste.angebote', { anzahl: rows.length })),
      ),
      el(
        'ul',
        {},
        ...karten.map((karte) =>
          el(
            'li',
            {},
            el(
              'a',
              {
                href: konfig.kreise[nr]!.href + karte.seite,
                rel: FREMDE_SEITE,
                ...fremd(karte.titel),
              },
              karte.titel.text,
            ),
            ' ',
            el('small', fremd(karte.ort), karte.ort.text),
          ),
        ),
      ),
    );
  };

  /** Those of the chosen place first, then those with the most offers. */
  const zeigeFunde = async (
    nr: number,
    da: LandBestand,
    { q, deutung, orte }: { q: string; deutung: Deutung; orte: readonly number[] },
  ) => {
    const { funde, ganz } = await da.finde(deutung);
    const hier = funde.filter((fund) => orte.includes(fund.nr));
    const sonst = funde.filter((fund) => !orte.includes(fund.nr));
    const geordnet = [...hier, ...sonst];
    const pfad = suchpfad(q, deutung);
    const gezeigte = await Promise.all(
      geordnet.slice(0, KREISE_MIT_KARTEN).map((fund) => abschnitt(da, fund, pfad)),
    );
    if (nr !== lauf) return;
    const weitere = geordnet.slice(KREISE_MIT_KARTEN);
    const anzahl = funde.reduce((summe, { rows }) => summe + rows.length, 0);
    setText(
      status,
      anzahl === 0
        ? t('suche.leer.titel')
        : `${t('suche.anzahl_zu', { anzahl, suche: q })} · ${t('land.kreise', { anzahl: funde.length })}`,
    );
    // Nobody can tell whether that was a cry for help.
    if (anzahl === 0) zeigeNotruf(deutung.gefahr, true);
    const leere = orte.filter((eines) => !hier.some((fund) => fund.nr === eines));
    ergebnisse.replaceChildren(
      ...leere.map((eines) =>
        el('p', { class: 'hinweis' }, kreisLink(eines, pfad), `: ${t('land.nichts_hier')}`),
      ),
      ...(anzahl > 0 && !ganz ? [el('p', {}, t('suche.teilweise_nur'))] : []),
      ...gezeigte,
      ...(weitere.length > 0
        ? [
            el('h2', {}, t('land.weitere')),
            el(
              'ul',
              { class: 'ortsliste' },
              ...weitere.map(({ nr: kreis, rows }) => {
                const link = kreisLink(kreis, pfad);
                link.append(' ', el('small', {}, String(rows.length)));
                return el('li', {}, link);
              }),
            ),
          ]
        : []),
    );
  };

  /** Where no words are searched: the portals of a place. */
  const zeigeOrte = (orte: readonly number[]) => {
    setText(status, orte.length > 0 ? t('land.ort_fuehrt') : '');
    ergebnisse.replaceChildren(
      el('ul', { class: 'ortsliste' }, ...orte.map((nr) => el('li', {}, kreisLink(nr)))),
    );
  };

  const zeigeDeutung = (deutung: Deutung | undefined, ortUnbekannt = false) => {
    const { korrekturen = [], unbekannt = [] } = deutung ?? {};
    setKinder(bereich('deutung'), [
      ...korrekturen.map((korrektur) =>
        el(
          'p',
          {},
          ...korrekturSatz(t, korrektur, korrektur.gemeint, (wort) => {
            feld.value = ersetze(feld.value, korrektur.getippt, wort);
            void suchen();
          }),
        ),
      ),
      ...(unbekannt.length > 0
        ? [el('p', {}, t('suche.weggelassen', { worte: unbekannt.join(t('liste.komma')) }))]
        : []),
      ...(ortUnbekannt ? [el('p', {}, t('land.ort_unbekannt'))] : []),
    ]);
  };

  /** The numbers for what somebody fears, see {@link nummernBei}; all of them where nobody could tell. */
  const zeigeNotruf = (gefahr: readonly string[], ungewiss: boolean) => {
    const kasten = bereich('notruf');
    const nummern = [...kasten.querySelectorAll('li')].map((li) => ({
      li,
      bei: li.dataset['bei']?.split(' '),
    }));
    kasten.hidden = nummern.length === 0 || (gefahr.length === 0 && !ungewiss);
    const gezeigte = nummernBei(nummern, gefahr);
    for (const nummer of nummern) nummer.li.hidden = !gezeigte.includes(nummer);
  };

  const gestoert = (error: unknown, q: string) => {
    console.error(error);
    zeigeNotruf([], q !== '');
    setText(status, t('suche.gestoert.titel'));
    ergebnisse.replaceChildren(
      el(
        'p',
        { class: 'hinweis' },
        t('suche.gestoert.laden'),
        ' ',
        knopf(t('suche.gestoert.neu'), () => void suchen()),
      ),
    );
  };

  /** Searches and shows; a newer search overtakes an older one. Whatever goes wrong, the page says so. */
  const suchen = async (tippend = false): Promise<void> => {
    const nr = ++lauf;
    warten.forEach(clearTimeout);
    const q = feld.value.trim();
    const wo = ort.value.trim();
    history.replaceState({ q, ort: wo }, '');
    if (!q && !wo) {
      zeigeDeutung(undefined);
      zeigeNotruf([], false);
      zeigeOrte([]);
      seite.dataset['fertig'] = '';
      return;
    }
    warten = [setTimeout(() => setText(status, t('suche.sucht')), SUCHT_NOCH_MS)];
    try {
      const da = await lade();
      const [deutung, gemeinterOrt] = await Promise.all([
        q ? deuten(q, da.woerter, tippend) : undefined,
        wo ? deuten(wo, da.orte) : undefined,
      ]);
      if (nr !== lauf) return;
      if (q && !deutung) {
        warten.push(setTimeout(() => void suchen(), DENK_PAUSE_MS));
        return;
      }
      zeigeNotruf(deutung?.gefahr ?? [], false);
      zeigeDeutung(deutung, gemeinterOrt?.orte.length === 0);
      const orte = nummernVon([...(gemeinterOrt?.orte ?? []), ...(deutung?.orte ?? [])]);
      if (deutung && deutung.worte.length > 0) await zeigeFunde(nr, da, { q, deutung, orte });
      else zeigeOrte(orte);
    } catch (error) {
      if (nr === lauf) gestoert(error, q);
    }
    if (nr !== lauf) return;
    warten.forEach(clearTimeout);
    seite.dataset['fertig'] = `${q}|${wo}`;
  };

  let ruhe: ReturnType<typeof setTimeout> | undefined;
  for (const eingabe of [feld, ort])
    eingabe.addEventListener('input', () => {
      clearTimeout(ruhe);
      ruhe = setTimeout(() => void suchen(true), TIPP_RUHE_MS);
    });
  bereich('formular').addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(ruhe);
    void suchen();
  });
  for (const link of document.querySelectorAll('a[hreflang]'))
    link.addEventListener('click', () => uebergeben(JSON.stringify([feld.value, ort.value])));

  zeigeErsatz(false);
  const [q, wo] = mitgebracht();
  feld.value ||= q;
  ort.value ||= wo;
  if (feld.value || ort.value) void suchen();
}

/** Numbers of the Kreise that places lead to. */
function nummernVon(orte: readonly string[]): number[] {
  return [...new Set(orte.map(Number))];
}

/** What was typed on the page before, in another language, or before somebody went to a portal and came back. */
function mitgebracht(): [q: string, ort: string] {
  try {
    const [q, ort] = JSON.parse(annehmen() ?? '[]') as unknown[];
    if (typeof q === 'string' && typeof ort === 'string') return [q, ort];
  } catch {
    // Something else was left there.
  }
  const { q, ort } = (history.state ?? {}) as Record<string, unknown>;
  return [typeof q === 'string' ? q : '', typeof ort === 'string' ? ort : ''];
}
