/** The part of a page that stores the portal on the device, says what is stored, and deletes it. Nothing happens without a tap. */
import { istAlt, type PaketAngaben } from '../domain/offline-paket.ts';
import { zeigeErsatz } from './dom.ts';
import { holeJson } from './frist.ts';
import { loescheVomGeraet, vomGeraet } from './merk-geraet.ts';
import { speichere } from './offline-laden.ts';
import {
  allein,
  type Gespeichert,
  gespeicherte,
  loescheAlles,
  raeumeAuf,
  vermerke,
} from './offline-speicher.ts';

type Meldung = 'laedt' | 'geloescht' | 'nicht_geloescht' | 'netz' | 'platz' | 'gesperrt';

const wurzel = document.querySelector<HTMLElement>('[data-offline]');
if (wurzel) void starten(wurzel);

async function starten(wurzel: HTMLElement): Promise<void> {
  const teil = <T extends HTMLElement>(name: string) =>
    wurzel.querySelector<T>(`[data-bereich=${name}]`)!;
  const { basis = '/', angaben: adresse = '', sprache } = wurzel.dataset;
  const speichern = teil<HTMLButtonElement>('speichern');
  const abbrechen = teil<HTMLButtonElement>('abbrechen');
  const loeschen = teil<HTMLButtonElement>('loeschen');
  const balken = teil<HTMLProgressElement>('balken');
  const liste = teil('liste');
  const alt = teil('alt');
  let angebot: PaketAngaben | undefined;
  let abbruch: AbortController | undefined;
  let gestoppt = false;

  // Buttons come and go; the focus stays on the part they belong to.
  wurzel.tabIndex = -1;
  const melde = (meldung?: Meldung) => {
    for (const zeile of wurzel.querySelectorAll<HTMLElement>('[data-meldung]'))
      zeile.hidden = zeile.dataset['meldung'] !== meldung;
  };

  const zeigeAnteil = (anteil: number) => {
    // Loaded, it has to be written; how long that takes nobody knows.
    if (anteil < 1) balken.value = anteil;
    else balken.removeAttribute('value');
  };

  const zeige = async () => {
    const alle = await gespeicherte(basis);
    const eigene = alle.find(({ angaben }) => angaben.sprache === sprache)?.angaben;
    liste.replaceChildren(...alle.map(zeileVon));
    loeschen.hidden = alle.length === 0 && vomGeraet() === undefined;
    speichern.hidden = !angebot || angebot.hash === eigene?.hash;
    speichern.textContent =
      angebot?.texte[eigene ? 'erneuern' : 'speichern'] ?? speichern.textContent;
    alt.hidden = !eigene || !istAlt(eigene, Date.now());
  };

  /** What could be stored now; what is stored and still the same is noted to be true for today. */
  const frageNach = async () => {
    const neu = (angebot = (await holeJson(adresse)) as PaketAngaben);
    await allein(async () => {
      const gleich = (await gespeicherte(basis)).find(({ angaben }) => angaben.hash === neu.hash);
      if (gleich && gleich.angaben.stand < neu.stand)
        await vermerke(basis, await caches.open(gleich.name), neu);
    });
  };

  const lade = async () => {
    const lauf = (abbruch = new AbortController());
    gestoppt = false;
    balken.value = 0;
    melde('laedt');
    for (const element of [speichern, loeschen]) element.hidden = true;
    for (const element of [balken, abbrechen]) element.hidden = false;
    wurzel.focus();
    try {
      await frageNach();
      await speichere(basis, angebot!, zeigeAnteil, lauf);
      melde();
    } catch (error) {
      console.error(error);
      melde(gestoppt ? undefined : meldungZu(error));
    }
    for (const element of [balken, abbrechen]) element.hidden = true;
    await zeige();
  };

  speichern.addEventListener('click', () => void lade());
  abbrechen.addEventListener('click', () => {
    gestoppt = true;
    abbruch?.abort();
  });
  loeschen.addEventListener('click', async () => {
    // „Everything“ means the list, too, where somebody keeps one here.
    loescheVomGeraet();
    try {
      await loescheAlles(basis);
      await zeige();
      melde('geloescht');
    } catch (error) {
      console.error(error);
      melde('nicht_geloescht');
    }
    wurzel.focus();
  });

  try {
    await pruefeSpeicher();
    await raeumeAuf(basis);
    await zeige();
    if (wurzel.hidden) wurzel.hidden = loeschen.hidden;
    await frageNach().then(zeige, () => loeschen.hidden && melde('netz'));
  } catch (error) {
    console.error(error);
    melde('gesperrt');
  }
  wurzel.hidden = false;
  zeigeErsatz(false);
}

/** @throws where this browser cannot store pages: old ones cannot, and some do not in private windows */
async function pruefeSpeicher(): Promise<void> {
  await Promise.all([caches.keys(), navigator.serviceWorker.getRegistration()]);
  if (!('DecompressionStream' in window && 'locks' in navigator)) throw new Error('Too old');
}

function meldungZu(error: unknown): Meldung {
  switch ((error as Error).name) {
    case 'QuotaExceededError':
      return 'platz';
    case 'SecurityError':
    case 'InvalidStateError':
      return 'gesperrt';
    default:
      return 'netz';
  }
}

/** What is stored of a language, in that language. */
function zeileVon({ angaben }: Gespeichert): HTMLElement {
  const zeile = document.createElement('li');
  zeile.lang = angaben.tag;
  zeile.dir = angaben.dir;
  zeile.textContent = angaben.texte.gespeichert;
  return zeile;
}
