/** Where the visitor is: typed, or told by the device after a click. It never leaves this page. */
import type { Text } from '../i18n/texte.ts';
import type { Bestand } from './bestand.ts';
import { type Bereiche, el, setText } from './dom.ts';
import type { Standpunkt } from './entfernungen.ts';
import type { Finder } from './finder.ts';
import { bestimmeStandort, findeKommune } from './standort.ts';

export interface NaeheWunsch {
  /** A place was typed; empty takes it away. */
  ort(eingabe: string): void;
  standort(standpunkt: Standpunkt): void;
}

/**
 * Takes over the form `naehe` of the page. Nothing is asked of the device before a click on the button for it, which is
 * hidden where there is no such question.
 * @param finder finds the Kommunen meant by what is typed; where it fails, the place counts as not found
 */
export function createNaeheAnsicht(
  bestand: Bestand,
  finder: Pick<Finder, 'orte'>,
  bereich: Bereiche,
  t: Text,
  wunsch: NaeheWunsch,
) {
  const feld = bereich<HTMLInputElement>('nahe');
  const meldung = bereich('nahe-meldung');
  const loeschen = bereich('nahe-loeschen');
  bereich('orte').replaceChildren(
    ...bestand.kommunen.flatMap(({ name }) => el('option', { value: name })),
  );
  /** Counts what was asked for here, and what was to be shown: an answer that comes late is for nobody. */
  let wunschNr = 0;
  let lauf = 0;
  bereich('naehe').addEventListener('submit', (event) => {
    event.preventDefault();
    wunschNr++;
    wunsch.ort(feld.value.trim());
  });
  loeschen.addEventListener('click', () => {
    feld.value = '';
    wunschNr++;
    wunsch.ort('');
    feld.focus();
  });

  const standort = bereich('standort');
  standort.hidden = !('geolocation' in navigator);
  standort.addEventListener('click', async () => {
    const nr = ++wunschNr;
    setText(meldung, t('naehe.bestimmt'));
    const ort = await bestimmeStandort();
    if (nr !== wunschNr) return;
    if (typeof ort === 'string') return setText(meldung, t(ort));
    feld.value = '';
    wunsch.standort(ort);
  });

  return {
    /**
     * Shows the place in effect.
     * @param eingabe as typed
     * @param geraet where the device is, if it was asked
     * @returns the point that distances start from; undefined also where another was to be shown meanwhile
     */
    async zeigen(eingabe: string, geraet: Standpunkt | undefined): Promise<Standpunkt | undefined> {
      const nr = ++lauf;
      if (document.activeElement !== feld) feld.value = eingabe;
      loeschen.hidden = !eingabe && !geraet;
      feld.setAttribute('aria-invalid', 'false');
      if (geraet && !eingabe) {
        setText(meldung, t('naehe.von_standort'));
        return geraet;
      }
      const kommune = eingabe ? await findeKommune(bestand, finder.orte, eingabe) : undefined;
      if (nr !== lauf) return undefined;
      if (eingabe && !kommune) feld.setAttribute('aria-invalid', 'true');
      if (kommune) setText(meldung, t('naehe.von', { ort: kommune.name }));
      else setText(meldung, eingabe ? t('naehe.nicht_gefunden', { eingabe }) : '');
      return kommune && { lat: kommune.lat, lon: kommune.lon, ungefaehr: true };
    },
  };
}
