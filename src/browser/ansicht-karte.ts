/** The frame of the map: nothing of it is loaded before somebody asks for it. */
import { fremd } from '../i18n/fremd.ts';
import type { Text } from '../i18n/texte.ts';
import type { SuchKonfig } from '../site/such-seite.ts';
import { FREMDE_SEITE } from './angebot-karte.ts';
import type { Bestand } from './bestand.ts';
import { type Bereiche, el, setText } from './dom.ts';
import { mitFrist } from './frist.ts';
import { ladeKarte } from './karte-laden.ts';
import type { Karte } from './karte.ts';
import type { Treffer } from './reihenfolge.ts';

export interface KartenWunsch {
  /** The map was opened or closed. */
  umschalten(): void;
  /** The card of an offer was asked for. */
  inListe(row: number): void;
}

/**
 * Takes over the part `karte` of the page and its button. Script and points are loaded when the map is first shown;
 * where they do not come, the page says so beside it, nothing is thrown, and the next time asks for them again.
 */
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
  let teile: Promise<() => Karte> | undefined;
  let karte: Karte | undefined;
  let aktuell: readonly Treffer[] = [];
  knopf.addEventListener('click', wunsch.umschalten);

  const ladeTeile = (): Promise<() => Karte> => {
    if (!teile) {
      teile = Promise.all([ladeKarte(), bestand.ladePunkte()]).then(
        ([createKarte]) =>
          () =>
            createKarte(bestand, konfig, bereich, t, wunsch.inListe),
      );
      teile.catch(() => (teile = undefined));
    }
    return teile;
  };

  /** Undefined where it does not come, or was closed meanwhile: a map that is made without a size never shows anything. */
  const holen = async (): Promise<Karte | undefined> => {
    try {
      const erzeuge = await mitFrist(ladeTeile());
      status.hidden = true;
      return rahmen.hidden ? undefined : (karte ??= erzeuge());
    } catch (error) {
      gescheitert(error);
      return undefined;
    }
  };
  const gescheitert = (error: unknown, was = t('karte.fehler')) => {
    console.error(error);
    status.hidden = false;
    setText(status, was);
  };

  const ohnePunkt = bereich<HTMLDetailsElement>('karte-ohne-punkt');
  let ohne: number[] = [];
  /** Offers without a place on the map, by name: nothing is lost between list and map. */
  const zeigeOhnePunkt = () => {
    ohne = aktuell.map(({ row }) => row).filter((row) => bestand.punkte[row]!.length === 0);
    ohnePunkt.hidden = ohne.length === 0;
    ohnePunkt.querySelector('summary')!.textContent = t('karte.ohne_punkt', {
      anzahl: ohne.length,
    });
    if (ohnePunkt.open) void nenneOhnePunkt();
  };
  const nenneOhnePunkt = async () => {
    const genannte = ohne;
    const liste = ohnePunkt.querySelector('ul')!;
    liste.replaceChildren();
    try {
      await bestand.lade(genannte);
    } catch (error) {
      gescheitert(error, t('suche.gestoert.laden'));
      return;
    }
    if (genannte !== ohne) return;
    status.hidden = true;
    liste.replaceChildren(
      ...genannte.map((row) => {
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

  ohnePunkt.addEventListener('toggle', () => {
    if (ohnePunkt.open) void nenneOhnePunkt();
  });

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
    /** Opens the map where it is not, and shows where an offer is. */
    async zeigeAngebot(row: number): Promise<void> {
      rahmen.hidden = false;
      rahmen.scrollIntoView({ block: 'start' });
      const fertig = await holen();
      fertig?.zeigen(aktuell);
      fertig?.zeigeAngebot(row);
    },
  };
}
