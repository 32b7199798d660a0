/** Shows what one search has found, part by part of the page. Without a state: what a newer search overtakes ends at its next step. */
import type { Text } from '../i18n/texte.ts';
import type { SuchKonfig } from '../site/such-seite.ts';
import type { createDeutungAnsicht } from './ansicht-deutung.ts';
import type { FilterAnsicht } from './ansicht-filter.ts';
import type { createKartenRahmen } from './ansicht-karte.ts';
import type { createMeldungen } from './ansicht-meldung.ts';
import type { createNachbarAnsicht } from './ansicht-nachbarn.ts';
import type { NotrufAnsicht } from './ansicht-notruf.ts';
import type { TrefferAnsicht } from './ansicht-treffer.ts';
import type { Bestand } from './bestand.ts';
import { istUnverstanden } from './deuten.ts';
import type { Bereiche } from './dom.ts';
import type { Standpunkt } from './entfernungen.ts';
import type { Gefunden } from './finder.ts';
import { mitFrist } from './frist.ts';
import { type Ergebnis, suchlauf } from './suchlauf.ts';
import type { Runde } from './such-runde.ts';
import type { createVorschlaege } from './vorschlaege.ts';
import { sortierungVon, type Suchzustand } from './zustand.ts';

/** The parts of the page that results stand in. */
export interface Ansichten {
  bereich: Bereiche;
  deutung: ReturnType<typeof createDeutungAnsicht>;
  filter: FilterAnsicht;
  karte: ReturnType<typeof createKartenRahmen>;
  meldungen: ReturnType<typeof createMeldungen>;
  nachbarn: Promise<ReturnType<typeof createNachbarAnsicht>> | undefined;
  notruf: NotrufAnsicht;
  treffer: TrefferAnsicht;
  vorschlaege: ReturnType<typeof createVorschlaege>;
}

/** What one search has found. */
export interface Fund {
  zustand: Suchzustand;
  gefunden: Gefunden;
  ergebnis: Ergebnis;
  /** Distances are told. */
  ortBekannt: boolean;
}

/**
 * Puts together what words have found and what else is chosen.
 * @param standpunkt where distances start
 * @returns words count as harmless only where what they lead to is not protected, either
 */
export function toFund(
  bestand: Bestand,
  zustand: Suchzustand,
  { deutung, ...gefunden }: Gefunden,
  standpunkt: Standpunkt | undefined,
): Fund {
  const { passungen } = gefunden;
  const gesagt = { orte: deutung?.orte ?? [], ...(passungen && { passungen }) };
  const ergebnis = suchlauf(bestand, zustand, gesagt, standpunkt);
  const harmlos = deutung?.harmlos === true && ergebnis.heikel === 'nein';
  return {
    zustand,
    gefunden: { ...gefunden, ...(deutung && { deutung: { ...deutung, harmlos } }) },
    ergebnis,
    ortBekannt: standpunkt !== undefined,
  };
}

/** True for words of danger, and where nobody could tell what words mean: then nobody knows whether somebody is. */
export function istInGefahr({ q }: Suchzustand, { deutung }: Gefunden): boolean {
  return deutung ? deutung.gefahr.length > 0 : q !== '';
}

/** @param anders searches something else instead, after a click */
export function createErgebnisAnsicht(
  bestand: Bestand,
  konfig: SuchKonfig,
  { bereich, meldungen, notruf, vorschlaege, ...ansichten }: Ansichten,
  t: Text,
  anders: (neu: Suchzustand) => void,
) {
  const sortierung = bereich<HTMLSelectElement>('sortierung');

  const zeigeNotruf = ({ zustand, gefunden, ergebnis: { treffer, heikel } }: Fund) => {
    const { deutung } = gefunden;
    const ratlos = zustand.q && (treffer.length === 0 || (deutung && istUnverstanden(deutung)));
    if (istInGefahr(zustand, gefunden) || heikel === 'ja') notruf.zeigen(deutung?.gefahr ?? []);
    else if (ratlos || heikel === 'vielleicht') notruf.zeigenKurz();
    // Nothing may cover the emergency numbers.
    if (notruf.imKasten()) vorschlaege.schliessen();
  };

  const zeigeAnzahl = ({ zustand, gefunden, ergebnis: { treffer } }: Fund) => {
    const { passungen, deutung, stoerung } = gefunden;
    // While the search is disturbed, „0 Angebote“ would be a lie.
    const ungewiss = stoerung !== undefined && treffer.length === 0;
    if (ungewiss) meldungen.status(t('suche.gestoert.titel'));
    else {
      // „und“ or „!!!“ ask for nothing: these are all offers, not those for it.
      const sagtEtwas = passungen || (deutung?.orte.length ?? 0) > 0;
      meldungen.anzahl(bestand, treffer, sagtEtwas ? zustand.q : '');
    }
    // With nothing to be seen, „more than you see here“ would make no sense.
    meldungen.stoerung(ungewiss ? 'laden' : stoerung);
  };

  /** Where nothing is found: where else to look, and whom to ask. Most searches find something and do not load it. */
  const zeigeAuswege = async (fund: Fund, runde: Runde) => {
    meldungen.hilfe();
    const inhalt = await runde.schritt(
      mitFrist(import('./ansicht-leer.ts'))
        .then(({ createLeer }) => createLeer(bestand, konfig, t, fund, anders))
        .catch((error: unknown) => void console.error(error)),
    );
    if (inhalt) return meldungen.leer(inhalt);
    meldungen.nichtLeer();
    meldungen.hilfe();
  };

  return {
    /**
     * Emergency numbers first, then the offers and all that is said of them.
     * @param tippend true where the words are not finished
     * @param gezeigt so many offers were shown of it before
     */
    async zeigen(fund: Fund, runde: Runde, tippend: boolean, gezeigt?: number): Promise<void> {
      const { zustand, gefunden, ergebnis, ortBekannt } = fund;
      const { deutung, stoerung } = gefunden;
      const inGefahr = istInGefahr(zustand, gefunden);
      if (!inGefahr) notruf.verbergen();
      // „Hau“ may become „Haus“: what is not finished frightens only who stops there.
      if (tippend && deutung?.unfertig && !inGefahr) runde.nachPause(() => zeigeNotruf(fund));
      else zeigeNotruf(fund);
      await runde.schritt(ansichten.treffer.zeigen(ergebnis.treffer, runde.gilt, deutung, gezeigt));
      runde.beruhige();
      ansichten.filter.zeigen(zustand.filter, ergebnis.zahlen);
      sortierung.value = sortierungVon(zustand, ortBekannt);
      sortierung.querySelector<HTMLOptionElement>('[value=naehe]')!.disabled = !ortBekannt;
      zeigeAnzahl(fund);
      // A chosen place has the last word.
      const gesagt = deutung && (zustand.filter['kommune'] ? { ...deutung, orte: [] } : deutung);
      ansichten.deutung.zeigen({ ...(gesagt && { deutung: gesagt }), ...ergebnis });
      void ansichten.nachbarn?.then(
        (ansicht) => runde.gilt() && ansicht.zeigen(zustand.q, deutung),
        console.error,
      );
      if (!notruf.imKasten()) vorschlaege.zeigen(ergebnis.treffer);
      if (ergebnis.treffer.length > 0 || stoerung) meldungen.nichtLeer();
      else await zeigeAuswege(fund, runde);
    },

    /** What was found before is no answer to this. @param stattdessen what is said in place of a number */
    leere(stattdessen: string): void {
      meldungen.status(stattdessen);
      meldungen.nichtLeer();
      for (const name of ['treffer', 'deutung']) bereich(name).replaceChildren();
      bereich('mehr').hidden = true;
    },
  };
}
