/** The search page: keeps address, filters, results and map in step. */
import { mitMerkliste } from '../domain/merkliste.ts';
import { lookUp } from '../i18n/look-up.ts';
import type { Text } from '../i18n/texte.ts';
import { createFilterAnsicht } from './ansicht-filter.ts';
import { createKartenRahmen } from './ansicht-karte.ts';
import { createMeldungen } from './ansicht-meldung.ts';
import { createNaeheAnsicht } from './ansicht-naehe.ts';
import { createNotrufAnsicht } from './ansicht-notruf.ts';
import { createTrefferAnsicht } from './ansicht-treffer.ts';
import { createDeutungAnsicht } from './ansicht-deutung.ts';
import type { Bestand } from './bestand.ts';
import { ersetze } from './deuten.ts';
import { type Bereiche, bereiche, zeigeErsatz } from './dom.ts';
import type { Standpunkt } from './entfernungen.ts';
import type { Finder, Suchweise } from './finder.ts';
import { mitnehmen } from './merkliste.ts';
import { createSuchadresse } from './such-adresse.ts';
import { type Ansichten, createErgebnisAnsicht, istInGefahr, toFund } from './such-ergebnis.ts';
import { createRunden } from './such-runde.ts';
import { liesEintrag, type Verlaufseintrag } from './verlaufseintrag.ts';
import { annehmen, uebergeben, verlaesstSeite } from './uebergabe.ts';
import { ergaenzen, schreiben, verfolgen } from './verlauf.ts';
import { createVorschlaege } from './vorschlaege.ts';
import { grundlage, konfig } from './vorsuche.ts';
import { parseZustand, type Suchzustand, umschalten } from './zustand.ts';

/** Results follow the typing closely. */
const TIPP_RUHE_MS = 40;
/** Where the page is left for itself: another language, or once more after a failure. */
const NEUE_SEITE = 'a[hreflang], [data-bereich=stoerung] button';

const wurzel = document.querySelector('[data-suche]');
if (wurzel instanceof HTMLElement) void laden(wurzel);

/** The filters work soon after the table is there, whatever becomes of the search. */
async function laden(seite: HTMLElement): Promise<void> {
  const bereich = bereiche(seite);
  const t = lookUp(konfig.locale, konfig.texte) as Text;
  const feld = bereich<HTMLInputElement>('feld');
  const mitgebracht = annehmen();
  if (mitgebracht !== undefined) schreiben(mitgebracht, false, {}, 'ersetzen');
  const { q } = parseZustand(liesEintrag().fragment, []);
  // Who is faster than the network keeps what was typed, and pressing Enter does not reload the page.
  let getippt = q === '' && feld.value !== '';
  if (!getippt) feld.value = q;
  let gesendet = false;
  feld.addEventListener('input', () => {
    getippt = true;
    gesendet = false;
  });
  bereich('formular').addEventListener('submit', (event) => {
    event.preventDefault();
    gesendet = true;
  });
  // Until the search can say what is asked: what the address says, with the words as they stand in the field.
  const mitgeben = (event: MouseEvent) => {
    if (!verlaesstSeite(event, NEUE_SEITE)) return;
    const felder = mitMerkliste(liesEintrag().fragment, []).split('&');
    const rest = felder.filter((teil) => !teil.startsWith('q='));
    uebergeben([`q=${encodeURIComponent(feld.value)}`, ...rest].join('&'));
  };
  document.addEventListener('click', mitgeben);
  try {
    const { bestand, finder } = await grundlage;
    starten(bestand, finder, seite, t, () => ({ getippt, gesendet }));
    document.removeEventListener('click', mitgeben);
  } catch (error) {
    console.error(error);
    const meldungen = createMeldungen(bereich, t);
    meldungen.status('');
    meldungen.stoerung('laden');
    // Nobody knows what was to be searched.
    createNotrufAnsicht(konfig, bereich).zeigenKurz();
    for (const name of ['filter', 'sortierzeile', 'karte-knopf']) bereich(name).hidden = true;
  }
  zeigeErsatz(false);
}

/** @param bisher whether words were typed before everything was loaded, and sent */
function starten(
  bestand: Bestand,
  finder: Finder,
  seite: HTMLElement,
  t: Text,
  bisher: () => { getippt: boolean; gesendet: boolean },
): void {
  const bereich = bereiche(seite);
  const feld = bereich<HTMLInputElement>('feld');
  let geraet: Standpunkt | undefined;
  const adresse = createSuchadresse(
    bestand.facetten,
    (fragment, offen, art, eintrag = liesEintrag().eintrag) => {
      schreiben(fragment, offen, eintrag, art);
      sageAdresseWeiter();
    },
  );
  const { zustand } = adresse;
  /** What is asked now, with the words as they stand in the field. */
  const jetzt = (): Suchzustand => ({ ...zustand(), q: feld.value.trim() });

  /** @param tippend true where the words are not finished */
  const setzen = (neu: Suchzustand, art: 'neu' | 'ersetzen', tippend = false) => {
    // Who only filters or opens the map must not wait again for what has just failed; who asks once more wants it tried again.
    const erneut = neu.q !== zustand().q || adresse.fragment(neu) === adresse.fragment(zustand());
    const ort = geraet && ([geraet.lat, geraet.lon, geraet.ungefaehr ? 1 : 0] as const);
    const eintrag: Verlaufseintrag = { y: Math.round(scrollY), ...(ort && { standort: [...ort] }) };
    adresse.setze(neu, art, eintrag, tippend);
    void zeigen({}, { tippend, erneut });
  };

  const ansichten = createAnsichten(bestand, bereich, t, {
    jetzt,
    setzen: (neu) => setzen(neu, 'neu'),
  });
  const { meldungen, notruf, treffer, vorschlaege } = ansichten;
  const naehe = createNaeheAnsicht(bestand, finder, bereich, t, {
    ort(nahe) {
      geraet = undefined;
      setzen({ ...jetzt(), nahe }, 'neu');
    },
    standort(standpunkt) {
      geraet = standpunkt;
      setzen({ ...jetzt(), nahe: '' }, 'neu');
    },
  });
  const ergebnisse = createErgebnisAnsicht(bestand, konfig, ansichten, t, (neu) => {
    feld.value = neu.q;
    setzen(neu, 'neu');
    bereich('status').focus();
  });

  const beginne = createRunden({
    suchtNoch: () => ergebnisse.leere(t('suche.sucht')),
    dauert() {
      meldungen.hilfe();
      if (zustand().q) notruf.zeigenKurz();
    },
    gescheitert(error) {
      console.error(error);
      meldungen.ladefehler();
      ergebnisse.leere(t('suche.gestoert.titel'));
      if (zustand().q) notruf.zeigenKurz();
      seite.dataset['fertig'] = zustand().q;
    },
  });

  /** Searches and shows. Whatever goes wrong, the page says so. */
  const zeigen = (eintrag: Verlaufseintrag = {}, wie: Suchweise = {}) =>
    beginne(async (runde) => {
      const gefragt = zustand();
      const gefunden = await runde.schritt(finder.finden(gefragt.q, wie));
      if (!gefunden) {
        runde.beruhige();
        runde.nachPause(() => void zeigen());
        vorschlaege.zeigen([]);
        return;
      }
      // Nobody in danger waits for cards.
      if (istInGefahr(gefragt, gefunden)) notruf.zeigen(gefunden.deutung?.gefahr ?? []);
      const standpunkt = await runde.schritt(naehe.zeigen(gefragt.nahe, geraet));
      if (standpunkt) await runde.schritt(bestand.ladePunkte().catch(() => undefined));
      const fund = toFund(bestand, gefragt, gefunden, standpunkt);
      // What nobody understood may be a cry for help in words we do not know.
      adresse.beurteilt(gefragt.q, fund.gefunden.deutung?.harmlos === true);
      await ergebnisse.zeigen(fund, runde, wie.tippend === true, eintrag.gezeigt);
      seite.dataset['fertig'] = gefragt.q;
      await runde.schritt(ansichten.karte.zeigen(gefragt.karte, fund.ergebnis.treffer));
      if (eintrag.y !== undefined) scrollTo({ top: eintrag.y, behavior: 'instant' });
    });

  const uebernehmen = () => {
    const { fragment, eintrag } = liesEintrag();
    const { standort } = eintrag;
    geraet = standort && { lat: standort[0], lon: standort[1], ungefaehr: standort[2] === 1 };
    adresse.lies(fragment);
    feld.value = zustand().q;
    vorschlaege.schliessen();
    void zeigen(eintrag);
  };

  // Who has a network again need not ask once more.
  addEventListener('online', () => {
    if (!bereich('stoerung').hidden) void zeigen({ gezeigt: treffer.gezeigt() });
  });
  verfolgeFeld(
    feld,
    bereich('formular'),
    adresse.tippt,
    (art, tippend) => {
      if (!tippend) vorschlaege.schliessen();
      setzen(jetzt(), art, tippend);
    },
    () => adresse.fertig(jetzt().q),
  );
  verfolgen(() => {
    // A jump within the page, as to its content, is no other search: the address gets its search back.
    if (/^#[^=]+$/.test(location.hash)) adresse.wiederhole();
    else uebernehmen();
  });
  // Another language gets the search along, also where it does not stand in the address, or not yet.
  document.addEventListener('click', (event) => {
    if (!verlaesstSeite(event, 'a[hreflang]')) return;
    const suche = adresse.fragment(jetzt());
    if (mitMerkliste(location.hash, []) !== suche) uebergeben(suche);
  });
  const frueh = jetzt();
  uebernehmen();
  const { getippt, gesendet } = bisher();
  if (getippt) {
    feld.value = frueh.q;
    const tippend = !gesendet && document.activeElement === feld;
    if (tippend) adresse.tippt();
    setzen(jetzt(), 'ersetzen', tippend);
  }
}

/** What clicks in the views ask of the search. */
interface Wunsch {
  jetzt(): Suchzustand;
  /** Searches something else, which is a new step for Back. */
  setzen(neu: Suchzustand): void;
}

/** Takes over the parts of the page that results stand in, and what can be chosen there. */
function createAnsichten(
  bestand: Bestand,
  bereich: Bereiche,
  t: Text,
  { jetzt, setzen }: Wunsch,
): Ansichten {
  const feld = bereich<HTMLInputElement>('feld');
  const sortierung = bereich<HTMLSelectElement>('sortierung');
  const meldungen = createMeldungen(bereich, t);
  const { nachbarn } = konfig;
  const aendern = (teil: Partial<Suchzustand>) => setzen({ ...jetzt(), ...teil });
  const gestoert = (error: unknown) => {
    console.error(error);
    meldungen.ladefehler();
  };

  const treffer = createTrefferAnsicht(bestand, bereich, t, {
    aufKarte(row) {
      if (!jetzt().karte) aendern({ karte: true });
      void karte.zeigeAngebot(row);
    },
    mehr() {
      // What had failed before has come by now.
      meldungen.geladen();
      ergaenzen({ gezeigt: treffer.gezeigt() });
    },
    fehler: gestoert,
  });
  const karte = createKartenRahmen(bestand, konfig, bereich, t, {
    umschalten: () => aendern({ karte: !jetzt().karte }),
    inListe: (row) => void treffer.hervorheben(row).catch(gestoert),
  });
  sortierung.addEventListener('change', () =>
    aendern({ sort: sortierung.value as NonNullable<Suchzustand['sort']> }),
  );
  bereich('fertig').addEventListener('click', () => {
    bereich<HTMLDetailsElement>('filter').open = false;
    bereich('status').focus();
  });
  return {
    bereich,
    karte,
    meldungen,
    treffer,
    deutung: createDeutungAnsicht(bestand, bereich, t, {
      berichtigen(getippt, wort) {
        feld.value = ersetze(feld.value, getippt, wort);
        setzen(jetzt());
      },
    }),
    filter: createFilterAnsicht(bestand, bereich, t, {
      umschalten: (facette, wert) => aendern({ filter: umschalten(jetzt().filter, facette, wert) }),
      leeren: () => aendern({ filter: {} }),
    }),
    nachbarn:
      nachbarn &&
      import('./ansicht-nachbarn.ts').then(({ createNachbarAnsicht }) =>
        createNachbarAnsicht(konfig, nachbarn, bereich('nachbarn'), bereich('treffer'), t),
      ),
    notruf: createNotrufAnsicht(konfig, bereich),
    vorschlaege: createVorschlaege(bestand, bereich, t, {
      waehlen(facette, wert) {
        feld.value = '';
        aendern({ filter: { ...jetzt().filter, [facette]: [wert] } });
      },
      gehe: (href) => location.assign(mitnehmen(href)),
    }),
  };
}

/**
 * Says what becomes of the words in the field.
 * @param unfertig at each letter
 * @param suche where the typing pauses, or the words are sent
 * @param fertig where somebody goes elsewhere
 */
function verfolgeFeld(
  feld: HTMLInputElement,
  formular: HTMLElement,
  unfertig: () => void,
  suche: (art: 'neu' | 'ersetzen', tippend: boolean) => void,
  fertig: () => void,
): void {
  let ruhe: ReturnType<typeof setTimeout> | undefined;
  let abgeschickt = false;
  feld.addEventListener('input', () => {
    unfertig();
    clearTimeout(ruhe);
    ruhe = setTimeout(() => {
      // A new search after one that was sent is a new step for Back.
      suche(abgeschickt ? 'neu' : 'ersetzen', true);
      abgeschickt = false;
    }, TIPP_RUHE_MS);
  });
  formular.addEventListener('submit', () => {
    clearTimeout(ruhe);
    abgeschickt = true;
    suche('ersetzen', false);
    // Puts the keyboard of a phone away.
    if (matchMedia('(pointer: coarse)').matches) feld.blur();
  });
  // Who leaves the field has finished, also where a phone keeps it active.
  feld.addEventListener('change', fertig);
  const ausserhalb = ({ target }: Event) => {
    if (!formular.contains(target as Node)) fertig();
  };
  document.addEventListener('pointerdown', ausserhalb, true);
}

/** Other languages lead to the same search, and paper says where it is to be found again. */
function sageAdresseWeiter(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]'))
    link.hash = location.hash;
  const druck = document.querySelector('[data-druckadresse]');
  const [adresse = ''] = druck?.textContent.split('#') ?? [];
  const suche = mitMerkliste(location.hash, []);
  if (druck) druck.textContent = adresse + (suche && `#${suche}`);
}
