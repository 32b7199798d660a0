/** The page of the list: its offers in order, with notes; handing it on; keeping it on the device. */
import { lookUp } from '../i18n/look-up.ts';
import type { Text } from '../i18n/texte.ts';
import type { MerkKonfig } from '../site/merkliste-seite.ts';
import { bereiche, knopf, setText, zeigeErsatz } from './dom.ts';
import { createFremdAnsicht } from './merk-fremd-ansicht.ts';
import { createGeraetAnsicht } from './merk-geraet-ansicht.ts';
import { createListeAnsicht } from './merk-liste-ansicht.ts';
import { createTeilenAnsicht } from './merk-teilen-ansicht.ts';
import { createVorrat } from './merk-vorrat.ts';
import { createWegAnsicht } from './merk-weg-ansicht.ts';
import { beobachte, gemerkt } from './merkliste.ts';

const wurzel = document.querySelector('[data-merkseite]');
if (wurzel instanceof HTMLElement) starten(wurzel);

function starten(seite: HTMLElement): void {
  const bereich = bereiche(seite);
  const konfig = JSON.parse(bereich('konfig').textContent) as MerkKonfig;
  const t = lookUp(konfig.locale, konfig.texte) as Text;
  const holen = createVorrat(konfig);
  const status = bereich('status');
  let lauf = 0;

  const warne = (vorSchutz: boolean) => {
    for (const name of ['schutz-teilen', 'schutz-geraet']) bereich(name).hidden = !vorSchutz;
  };

  const zeigen = async (): Promise<void> => {
    const nr = ++lauf;
    const alle = gemerkt();
    bereich('leer').hidden = alle.length > 0;
    bereich('mehr').hidden = alle.length === 0;
    for (const ansicht of [fremd, teilen, geraet]) ansicht.zeigen();
    if (liste.istLeer()) {
      liste.leeren();
      zeigeErsatz(false);
      return setText(status, '');
    }
    try {
      const vorrat = await holen();
      const rows = alle.map(({ code }) => vorrat.zeileVon(code)).filter((row) => row >= 0);
      await vorrat.bestand.lade(rows);
      if (nr !== lauf) return;
      liste.zeigen(vorrat, alle);
      warne(rows.some((row) => vorrat.bestand.karten[row]!.geschuetzt));
      zeigeErsatz(false);
      setText(status, '');
    } catch (error) {
      console.error(error);
      if (nr !== lauf) return;
      setText(status, t('suche.gestoert.laden'));
      status.append(
        ' ',
        knopf(t('suche.gestoert.neu'), () => location.reload()),
      );
      zeigeErsatz(true);
      // What nobody knows may be protected.
      warne(true);
    }
  };

  const fremd = createFremdAnsicht(bereich, t, seite.querySelector('h1')!);
  const teilen = createTeilenAnsicht(bereich, t);
  const geraet = createGeraetAnsicht(bereich, t);
  const liste = createListeAnsicht(bereich, konfig, t, { zeigen });
  createWegAnsicht(bereich, t, holen, liste);

  beobachte(() => void zeigen());
  if (gemerkt().length > 0) setText(status, t('suche.laedt'));
  void zeigen();
}
