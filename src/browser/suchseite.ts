/** The search page: keeps address, filters, results and map in step. */
import { mitMerkliste } from '../domain/merkliste.ts';
import { lookUp } from '../i18n/look-up.ts';
import type { Text } from '../i18n/texte.ts';
import { createFilterAnsicht } from './ansicht-filter.ts';
import { createKartenRahmen } from './ansicht-karte.ts';
import { createMeldungen, type Stoerung } from './ansicht-meldung.ts';
import { createNaeheAnsicht } from './ansicht-naehe.ts';
import { createNotrufAnsicht } from './ansicht-notruf.ts';
import { createTrefferAnsicht } from './ansicht-treffer.ts';
import { createDeutungAnsicht } from './ansicht-deutung.ts';
import type { Bestand } from './bestand.ts';
import { type Deutung, ersetze, istUnverstanden } from './deuten.ts';
import { bereiche, zeigeErsatz } from './dom.ts';
import type { Standpunkt } from './entfernungen.ts';
import type { Finder, Gefunden, Suchweise } from './finder.ts';
import { filtern } from './facetten.ts';
import { mitnehmen } from './merkliste.ts';
import { ordnen, reichweite } from './reihenfolge.ts';
import { auswege, type Ergebnis, mitOrt, suchlauf } from './suchlauf.ts';
import { liesEintrag, type Verlaufseintrag } from './verlaufseintrag.ts';
import { annehmen, uebergeben, verlaesstSeite } from './uebergabe.ts';
import { ergaenzen, schreiben, verfolgen } from './verlauf.ts';
import { createVorschlaege } from './vorschlaege.ts';
import { grundlage, konfig } from './vorsuche.ts';
import {
  type Filter,
  formatZustand,
  LEER,
  parseZustand,
  sortierungVon,
  type Suchzustand,
  umschalten,
} from './zustand.ts';

/** Results follow the typing closely; what looks like an error is judged only after a pause. */
const TIPP_RUHE_MS = 40;
const DENK_PAUSE_MS = 600;
/** A search that takes longer says so; one that takes much longer names other ways. */
const SUCHT_NOCH_MS = 400;
const ANDERE_WEGE_MS = 8000;
/** Where the page is left for itself: another language, or once more after a failure. */
const NEUE_SEITE = 'a[hreflang], [data-bereich=stoerung] button';
/** Offers of advice that are named where nothing is found. */
const AUFFANG = 3;

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
    const meldungen = createMeldungen(bereich, t, konfig.melden);
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
  const sortierung = bereich<HTMLSelectElement>('sortierung');
  const meldungen = createMeldungen(bereich, t, konfig.melden);
  let zustand: Suchzustand = LEER;
  let geraet: Standpunkt | undefined;
  let lauf = 0;
  /** The last words that are known to be harmless: no others may stand in the address, which somebody else may read. */
  let harmlos = '';
  /** False while somebody types: the beginning of a sentence may look harmless, and browsers keep every address. */
  let gemeint = true;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let warten: ReturnType<typeof setTimeout>[] = [];
  /** What was wrong with the last search. */
  let zuletzt: Stoerung | undefined;

  /** What is asked now, with the words as they stand in the field. */
  const jetzt = (): Suchzustand => ({ ...zustand, q: feld.value.trim() });

  const schreibe = (art: 'neu' | 'ersetzen', eintrag: Verlaufseintrag = liesEintrag().eintrag) => {
    const offen = zustand.q === '' || (zustand.q === harmlos && gemeint);
    schreiben(formatZustand(zustand, bestand.facetten), offen, eintrag, art);
    sageAdresseWeiter();
  };

  /** @param tippend true where the words are not finished */
  const setzen = (neu: Suchzustand, art: 'neu' | 'ersetzen', tippend = false) => {
    if (!tippend) gemeint = true;
    // Who only filters or opens the map must not wait again for what has just failed; who asks once more wants it tried again.
    const gleich = neu.q === zustand.q;
    const anders =
      formatZustand(neu, bestand.facetten) !== formatZustand(zustand, bestand.facetten);
    zustand = neu;
    const ort = geraet && ([geraet.lat, geraet.lon, geraet.ungefaehr ? 1 : 0] as const);
    schreibe(art, { y: Math.round(scrollY), ...(ort && { standort: [...ort] }) });
    void zeigen({}, { tippend, erneut: !(gleich && anders) });
  };

  /** Somebody chose something, which is a new step for Back. */
  const aendern = (teil: Partial<Suchzustand>) => setzen({ ...jetzt(), ...teil }, 'neu');

  const filter = createFilterAnsicht(bestand, bereich, t, {
    umschalten: (facette, wert) => aendern({ filter: umschalten(zustand.filter, facette, wert) }),
    leeren: () => aendern({ filter: {} }),
  });
  const naehe = createNaeheAnsicht(bestand, finder, bereich, t, {
    ort: (nahe) => {
      geraet = undefined;
      aendern({ nahe });
    },
    standort: (standpunkt) => {
      geraet = standpunkt;
      aendern({ nahe: '' });
    },
  });
  const treffer = createTrefferAnsicht(bestand, bereich, t, {
    aufKarte: (row) => {
      if (!zustand.karte) aendern({ karte: true });
      void karte.zeigeAngebot(row);
    },
    mehr: () => {
      // What had failed before has come by now.
      meldungen.stoerung(zuletzt);
      ergaenzen({ gezeigt: treffer.gezeigt() });
    },
    fehler: (error) => gestoert(error),
  });
  const karte = createKartenRahmen(bestand, konfig, bereich, t, {
    umschalten: () => aendern({ karte: !zustand.karte }),
    inListe: (row) => void treffer.hervorheben(row).catch(gestoert),
  });
  const deutungAnsicht = createDeutungAnsicht(bestand, bereich, t, {
    berichtigen: (getippt, wort) => {
      feld.value = ersetze(feld.value, getippt, wort);
      setzen(jetzt(), 'neu');
    },
  });
  const notruf = createNotrufAnsicht(konfig, bereich);
  const vorschlaege = createVorschlaege(bestand, bereich, t, {
    waehlen: (facette, wert) => {
      feld.value = '';
      aendern({ filter: { ...zustand.filter, [facette]: [wert] } });
    },
    gehe: (href) => location.assign(mitnehmen(href)),
  });

  const { nachbarn } = konfig;
  const nachbarAnsicht =
    nachbarn &&
    import('./ansicht-nachbarn.ts').then(({ createNachbarAnsicht }) =>
      createNachbarAnsicht(konfig, nachbarn, bereich('nachbarn'), bereich('treffer'), t),
    );

  /** Where nothing is found: where else to look, and whom to ask. */
  const zeigeAuswege = async (nr: number, { passungen, deutung }: Gefunden) => {
    const { orte = [], gefahr = [], themen = [] } = deutung ?? {};
    const naheliegende = new Set([...gefahr.flatMap((id) => konfig.gefahr[id] ?? []), ...themen]);
    const wege = auswege(bestand, zustand, {
      orte,
      themen: [...naheliegende],
      ...(passungen && { passungen }),
    });
    const beratung = await auffang(bestand, mitOrt(zustand.filter, orte));
    if (nr !== lauf) return;
    const inGefahr = gefahr.length > 0;
    // Who is in danger is not told to look for something else.
    const passende = inGefahr ? wege.filter(({ ohne }) => ohne !== 'text') : wege;
    meldungen.leer(
      bestand,
      zustand,
      passende,
      beratung,
      inGefahr,
      (neu = { ...LEER, karte: zustand.karte }) => {
        feld.value = neu.q;
        setzen(neu, 'neu');
        bereich('status').focus();
      },
    );
  };

  const gestoert = (error: unknown) => {
    console.error(error);
    meldungen.stoerung('laden');
  };

  /** What was found before is no answer to this. */
  const leere = (stattdessen: string) => {
    meldungen.status(stattdessen);
    meldungen.nichtLeer();
    for (const name of ['treffer', 'deutung']) bereich(name).replaceChildren();
    bereich('mehr').hidden = true;
  };
  const beruhige = () => warten.forEach(clearTimeout);

  /** Searches and shows; a newer search overtakes an older one. Whatever goes wrong, the page says so. */
  const zeigen = async (eintrag: Verlaufseintrag = {}, wie: Suchweise = {}) => {
    const nr = ++lauf;
    clearTimeout(pause);
    beruhige();
    warten = [
      setTimeout(() => leere(t('suche.sucht')), SUCHT_NOCH_MS),
      setTimeout(() => {
        meldungen.hilfe();
        if (zustand.q) notruf.zeigenKurz();
      }, ANDERE_WEGE_MS),
    ];
    try {
      await sucheUndZeige(nr, eintrag, wie);
    } catch (error) {
      if (nr !== lauf) return;
      beruhige();
      gestoert(error);
      leere(t('suche.gestoert.titel'));
      if (zustand.q) notruf.zeigenKurz();
      seite.dataset['fertig'] = zustand.q;
    }
  };

  const zeigeNotruf = (
    sichtlich: boolean,
    gefahr: readonly string[],
    { treffer, heikel }: Ergebnis,
    deutung: Deutung | undefined,
  ) => {
    const ratlos = zustand.q && (treffer.length === 0 || (deutung && istUnverstanden(deutung)));
    if (sichtlich || heikel === 'ja') notruf.zeigen(gefahr);
    else if (ratlos || heikel === 'vielleicht') notruf.zeigenKurz();
    // Nothing may cover the emergency numbers.
    if (notruf.imKasten()) vorschlaege.schliessen();
  };

  const sucheUndZeige = async (nr: number, eintrag: Verlaufseintrag, wie: Suchweise) => {
    const { q } = zustand;
    const gefunden = await finder.finden(q, wie);
    if (!gefunden) {
      if (nr === lauf) {
        beruhige();
        pause = setTimeout(() => void zeigen(), DENK_PAUSE_MS);
        vorschlaege.zeigen([]);
      }
      return;
    }
    const { passungen, stoerung } = gefunden;
    const { gefahr = [], orte = [] } = gefunden.deutung ?? {};
    // Where nobody could tell what the words mean, nobody knows whether somebody is.
    const sichtlich = gefahr.length > 0 || (q !== '' && !gefunden.deutung);
    // Nobody in danger waits for cards.
    if (nr === lauf && sichtlich) notruf.zeigen(gefahr);
    const standpunkt = await naehe.zeigen(zustand.nahe, geraet);
    if (standpunkt) await bestand.ladePunkte().catch(() => undefined);
    if (nr !== lauf) return;
    const ergebnis = suchlauf(
      bestand,
      zustand,
      { orte, ...(passungen && { passungen }) },
      standpunkt,
    );
    const deutung = gefunden.deutung && {
      ...gefunden.deutung,
      harmlos: gefunden.deutung.harmlos && ergebnis.heikel === 'nein',
    };
    // What nobody understood may be a cry for help in words we do not know.
    harmlos = deutung?.harmlos ? q : '';
    if (gemeint) schreibe('ersetzen');
    const notrufe = () => zeigeNotruf(sichtlich, gefahr, ergebnis, deutung);
    if (!sichtlich) notruf.verbergen();
    // „Hau“ may become „Haus“: what is not finished frightens only who stops there.
    if (wie.tippend && deutung?.unfertig && !sichtlich) pause = setTimeout(notrufe, DENK_PAUSE_MS);
    else notrufe();
    await treffer.zeigen(ergebnis.treffer, () => nr === lauf, deutung, eintrag.gezeigt);
    if (nr !== lauf) return;
    beruhige();
    filter.zeigen(zustand.filter, ergebnis.zahlen);
    sortierung.value = sortierungVon(zustand, standpunkt !== undefined);
    sortierung.querySelector<HTMLOptionElement>('[value=naehe]')!.disabled = !standpunkt;
    // While the search is disturbed, „0 Angebote“ would be a lie.
    const ungewiss = stoerung !== undefined && ergebnis.treffer.length === 0;
    if (ungewiss) meldungen.status(t('suche.gestoert.titel'));
    // „und“ or „!!!“ ask for nothing: these are all offers, not those for it.
    else meldungen.anzahl(bestand, ergebnis.treffer, passungen || orte.length > 0 ? q : '');
    // With nothing to be seen, „more than you see here“ would make no sense.
    zuletzt = ungewiss ? 'laden' : stoerung;
    meldungen.stoerung(zuletzt);
    // A chosen place has the last word.
    const gesagt = deutung && (zustand.filter['kommune'] ? { ...deutung, orte: [] } : deutung);
    deutungAnsicht.zeigen({ ...(gesagt && { deutung: gesagt }), ...ergebnis });
    if (ergebnis.treffer.length > 0 || stoerung) meldungen.nichtLeer();
    else {
      await zeigeAuswege(nr, gefunden);
      if (nr !== lauf) return;
    }
    void nachbarAnsicht?.then(
      (ansicht) => nr === lauf && ansicht.zeigen(q, deutung),
      console.error,
    );
    if (!notruf.imKasten()) vorschlaege.zeigen(ergebnis.treffer);
    seite.dataset['fertig'] = q;
    await karte.zeigen(zustand.karte, ergebnis.treffer);
    if (eintrag.y !== undefined && nr === lauf) scrollTo({ top: eintrag.y, behavior: 'instant' });
  };

  const uebernehmen = () => {
    const { fragment, eintrag } = liesEintrag();
    const { standort } = eintrag;
    geraet = standort && { lat: standort[0], lon: standort[1], ungefaehr: standort[2] === 1 };
    zustand = parseZustand(fragment, bestand.facetten);
    gemeint = true;
    feld.value = zustand.q;
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
    () => (gemeint = false),
    (art, tippend) => {
      if (!tippend) vorschlaege.schliessen();
      setzen(jetzt(), art, tippend);
    },
    () => {
      if (gemeint) return;
      gemeint = true;
      // What was just typed is written with its results.
      if (jetzt().q === zustand.q) schreibe('ersetzen');
    },
  );
  sortierung.addEventListener('change', () =>
    aendern({ sort: sortierung.value as NonNullable<Suchzustand['sort']> }),
  );
  bereich('fertig').addEventListener('click', () => {
    bereich<HTMLDetailsElement>('filter').open = false;
    bereich('status').focus();
  });
  verfolgen(() => {
    // A jump within the page, as to its content, is no other search: the address gets its search back.
    if (/^#[^=]+$/.test(location.hash)) schreibe('ersetzen');
    else uebernehmen();
  });
  // Another language gets the search along, also where it does not stand in the address, or not yet.
  document.addEventListener('click', (event) => {
    if (!verlaesstSeite(event, 'a[hreflang]')) return;
    const suche = formatZustand(jetzt(), bestand.facetten);
    if (mitMerkliste(location.hash, []) !== suche) uebergeben(suche);
  });
  const frueh = jetzt();
  uebernehmen();
  const { getippt, gesendet } = bisher();
  if (getippt) {
    feld.value = frueh.q;
    gemeint = gesendet || document.activeElement !== feld;
    setzen(jetzt(), 'ersetzen', !gemeint);
  }
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

/** Where people turn when nothing is found: advice that is responsible for the place, the nearest first. */
async function auffang(bestand: Bestand, { kommune }: Filter) {
  const nur = { thema: konfig.auffang, ...(kommune && { kommune }) };
  if (konfig.auffang.length === 0) return [];
  const unsere = filtern(bestand, nur).filter((row) => row < bestand.eigene);
  const rows = ordnen(bestand, unsere, { sort: 'relevanz', filter: nur })
    .map(({ row }) => row)
    // Without a place, what more people can use comes first.
    .sort((a, b) => (kommune ? 0 : reichweite(bestand, b) - reichweite(bestand, a)))
    .slice(0, AUFFANG);
  await bestand.lade(rows).catch(() => undefined);
  return rows.flatMap((row) => bestand.karten[row] ?? []);
}
