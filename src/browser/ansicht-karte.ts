/** The frame of the map: nothing of it is loaded before somebody asks for it. */
import { fremd } from '../i18n/fremd.ts';
import type { Text } from '../i18n/texte.ts';
import type { SuchKonfig } from '../site/such-seite.ts';
import { FREMDE_SEITE } from './angebot-karte.ts';
import type { Bestand } from './bestand.ts';
import { type Bereiche, el, setText } from './dom.ts';
import { mitFrist } from './frist.ts';
import type { Karte } from './karte.ts';
import type { Treffer } from './reihenfolge.ts';

export interface KartenWunsch {
  /** The map was opened or closed. */
  umschalten(): void;
  /** The card of an offer was asked for. */
  inListe(row: number): void;
}

export function createKartenRahmen(
  bestand: Bestand,
  konfig: SuchKonfig,
  bereich: Bereiche,
  t: Text,
  wunsch: KartenWunsch,
) {
  const rahmen = bereich('karte');
  const knopf = bereich('karte-knopf');
  const status = bereich('karte-status');
  let karte: Promise<Karte> | undefined;
  let aktuell: readonly Treffer[] = [];
  knopf.addEventListener('click', wunsch.umschalten);

  const ladeKarte = (): Promise<Karte> => {
    if (!karte) {
      karte = import('./karte.ts').then(({ createKarte }) =>
        createKarte(bestand, konfig, bereich, t, wunsch.inListe),
      );
      karte.catch(() => (karte = undefined));
    }
    return karte;
  };

  /** The map, once it and the names of what it shows are there. */
  const holen = async (): Promise<Karte | undefined> => {
    try {
      await Promise.all([bestand.ladePunkte(), bestand.lade(aktuell.map(({ row }) => row))]);
      const fertig = await mitFrist(ladeKarte());
      status.hidden = true;
      return fertig;
    } catch (error) {
      console.error(error);
      status.hidden = false;
      setText(status, t('karte.fehler'));
      return undefined;
    }
  };

  /** Offers without a place on the map, by name: nothing is lost between list and map. */
  const zeigeOhnePunkt = () => {
    const ohne = aktuell.filter(({ row }) => bestand.punkte[row]!.length === 0);
    const details = bereich('karte-ohne-punkt');
    details.hidden = ohne.length === 0;
    details.querySelector('summary')!.textContent = t('karte.ohne_punkt', { anzahl: ohne.length });
    details.querySelector('ul')!.replaceChildren(
      ...ohne.map(({ row }) => {
        const { href, titel, herkunft } = bestand.karten[row]!;
        const rel = herkunft && { rel: FREMDE_SEITE };
        return el(
          'li',
          {},
          el('a', { href, ...rel, ...fremd(titel) }, titel.text),
          herkunft ? ` · ${herkunft}` : '',
        );
      }),
    );
  };

  return {
    async zeigen(offen: boolean, treffer: readonly Treffer[]): Promise<void> {
      aktuell = treffer;
      rahmen.hidden = !offen;
      knopf.setAttribute('aria-expanded', String(offen));
      setText(knopf, t(offen ? 'karte.ausblenden' : 'karte.zeigen'));
      if (!offen) return;
      const fertig = await holen();
      if (!fertig) return;
      zeigeOhnePunkt();
      fertig.zeigen(aktuell);
    },
    /** Shows where an offer is; the map is open by now. */
    async zeigeAngebot(row: number): Promise<void> {
      rahmen.hidden = false;
      rahmen.scrollIntoView({ block: 'start' });
      const fertig = await holen();
      fertig?.zeigen(aktuell);
      fertig?.zeigeAngebot(row);
    },
  };
}
