/** Puts the list into the order of a way: from a place somebody typed, or from where the device is. */
import type { Gemerktes } from '../domain/merkliste.ts';
import type { Text } from '../i18n/texte.ts';
import { type Bereiche, setText } from './dom.ts';
import type { Standpunkt } from './entfernungen.ts';
import type { Vorrat } from './merk-vorrat.ts';
import { gemerkt } from './merkliste.ts';
import { bestimmeStandort, findeKommune } from './standort.ts';

export interface WegWunsch {
  /** The same offers in another order. */
  ordne(neu: readonly Gemerktes[]): void;
}

/**
 * Takes over the form `weg` of the page and the button `weg-standort`. What comes of it stands in `weg-meldung`,
 * failures too.
 * @param holen loads the offers; asked when somebody asks for a way
 */
export function createWegAnsicht(
  bereich: Bereiche,
  t: Text,
  holen: () => Promise<Vorrat>,
  wunsch: WegWunsch,
) {
  const melde = (text: string) => setText(bereich('weg-meldung'), text);
  let lauf = 0;

  const ordneVon = async (start: Standpunkt, woher: string, gilt: () => boolean) => {
    const [{ wegfolge }, { bestand, zeileVon }] = await Promise.all([
      import('./merk-weg.ts'),
      holen(),
    ]);
    await bestand.ladePunkte();
    if (!gilt()) return;
    const alle = gemerkt();
    const punkte = alle.map(({ code }) => bestand.punkte[zeileVon(code)] ?? []);
    wunsch.ordne(wegfolge(punkte, start).map((nr) => alle[nr]!));
    const ohne = punkte.filter((eine) => eine.length === 0).length;
    const rest = ohne > 0 ? ` ${t('merk.ohne_ort', { anzahl: ohne })}` : '';
    melde(woher + rest);
  };

  const vonOrt = async (eingabe: string, gilt: () => boolean) => {
    const [{ createOrtssuche }, { bestand }] = await Promise.all([
      import('./merk-weg.ts'),
      holen(),
    ]);
    const kommune = await findeKommune(bestand, createOrtssuche(bestand), eingabe);
    if (!gilt()) return;
    bereich('weg-ort').setAttribute('aria-invalid', String(!kommune));
    if (!kommune) return melde(t('naehe.nicht_gefunden', { eingabe }));
    const { lat, lon, name } = kommune;
    await ordneVon({ lat, lon, ungefaehr: true }, t('merk.weg_von', { ort: name }), gilt);
  };

  const vonStandort = async (gilt: () => boolean) => {
    const ort = await bestimmeStandort();
    if (!gilt()) return;
    if (typeof ort === 'string') return melde(t(ort));
    await ordneVon(ort, t('merk.weg_von_standort'), gilt);
  };

  /** @param tun asks whether it still counts: somebody may ask for another way before it is done */
  const versuche = (warten: string, tun: (gilt: () => boolean) => Promise<void>) => {
    const nr = ++lauf;
    const gilt = () => nr === lauf;
    melde(warten);
    tun(gilt).catch((error: unknown) => {
      console.error(error);
      if (gilt()) melde(t('suche.gestoert.laden'));
    });
  };
  bereich('weg').addEventListener('submit', (event) => {
    event.preventDefault();
    const eingabe = bereich<HTMLInputElement>('weg-ort').value.trim();
    if (eingabe) versuche(t('suche.laedt'), (gilt) => vonOrt(eingabe, gilt));
  });
  bereich('weg-standort').hidden = !('geolocation' in navigator);
  bereich('weg-standort').addEventListener('click', () =>
    versuche(t('naehe.bestimmt'), vonStandort),
  );
}
