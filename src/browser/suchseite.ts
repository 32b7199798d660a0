/** The search page: loads table and text index, and keeps address, filters, results and map in step. */
import { lookUp } from '../i18n/look-up.ts';
import type { Text } from '../i18n/texte.ts';
import type { SuchKonfig } from '../site/such-seite.ts';
import { createFilterAnsicht } from './ansicht-filter.ts';
import { createKartenRahmen } from './ansicht-karte.ts';
import { createMeldungen } from './ansicht-meldung.ts';
import { createNaeheAnsicht } from './ansicht-naehe.ts';
import { createTrefferAnsicht } from './ansicht-treffer.ts';
import { type Bestand, loadBestand } from './bestand.ts';
import { type Bereiche, bereiche } from './dom.ts';
import type { Standpunkt } from './entfernungen.ts';
import { createFinder, type Finder } from './finder.ts';
import { auswege, suchlauf } from './suchlauf.ts';
import { lesen, type Merkzettel, merken, schreiben, verfolgen } from './verlauf.ts';
import { loadIndexHash, loadPagefind } from './volltext.ts';
import { LEER, parseZustand, sortierungVon, type Suchzustand, umschalten } from './zustand.ts';

const TIPP_RUHE_MS = 200;
const GEDULD_MS = 3000;

const wurzel = document.querySelector('[data-suche]');
if (wurzel) void laden(bereiche(wurzel));

/** Everything is asked for at once; the filters work as soon as the table is there. */
async function laden(bereich: Bereiche): Promise<void> {
  const konfig = JSON.parse(bereich('konfig').textContent) as SuchKonfig;
  const t = lookUp(konfig.sprache, konfig.texte) as Text;
  const feld = bereich<HTMLInputElement>('feld');
  feld.value = parseZustand(location.hash, []).q;
  // Who is faster than the network keeps what was typed, and pressing Enter does not reload the page.
  let getippt = false;
  feld.addEventListener('input', () => (getippt = true), { once: true });
  bereich('formular').addEventListener('submit', (event) => event.preventDefault());
  const pagefind = loadPagefind(konfig.pagefind, konfig.gewichte);
  const hash = loadIndexHash(konfig.pagefind, konfig.sprache);
  try {
    const bestand = await loadPassenden(konfig.tabelle, hash);
    const finder = createFinder(pagefind, hash, bestand);
    starten(bestand, finder, konfig, bereich, t, () => getippt);
  } catch (error) {
    console.error(error);
    const meldungen = createMeldungen(bereich, t);
    meldungen.status('');
    meldungen.stoerung('laden');
    for (const name of ['filter', 'sortierung', 'karte-knopf']) bereich(name).hidden = true;
  }
}

/** The table; once more past the cache where it is not the one the index was made with. */
async function loadPassenden(url: string, hash: Promise<string | undefined>): Promise<Bestand> {
  const frist = new Promise<undefined>((done) => setTimeout(done, GEDULD_MS));
  const [bestand, erwartet] = await Promise.all([
    loadBestand(url).catch(() => loadBestand(url, true)),
    Promise.race([hash.catch(() => undefined), frist]),
  ]);
  if (erwartet === undefined || erwartet === bestand.index) return bestand;
  return loadBestand(url, true).catch(() => bestand);
}

/** @param getippt true where words were typed before everything was loaded */
function starten(
  bestand: Bestand,
  finder: Finder,
  konfig: SuchKonfig,
  bereich: Bereiche,
  t: Text,
  getippt: () => boolean,
): void {
  const feld = bereich<HTMLInputElement>('feld');
  const sortierung = bereich<HTMLSelectElement>('sortierung');
  const meldungen = createMeldungen(bereich, t);
  let zustand: Suchzustand = LEER;
  let geraet: Standpunkt | undefined;
  let lauf = 0;

  /** What is asked now, with the words as they stand in the field. */
  const jetzt = (): Suchzustand => ({ ...zustand, q: feld.value.trim() });

  const setzen = (neu: Suchzustand, art: 'neu' | 'ersetzen') => {
    zustand = neu;
    const ort = geraet && ([geraet.lat, geraet.lon, geraet.ungefaehr ? 1 : 0] as const);
    schreiben(zustand, { y: Math.round(scrollY), ...(ort && { standort: [...ort] }) }, art);
    void zeigen();
  };

  const filter = createFilterAnsicht(bestand, bereich, t, {
    umschalten: (facette, wert) =>
      setzen({ ...jetzt(), filter: umschalten(zustand.filter, facette, wert) }, 'neu'),
    leeren: () => setzen({ ...jetzt(), filter: {} }, 'neu'),
  });
  const naehe = createNaeheAnsicht(bestand, bereich, t, {
    ort: (nahe) => {
      geraet = undefined;
      setzen({ ...jetzt(), nahe }, 'neu');
    },
    standort: (standpunkt) => {
      geraet = standpunkt;
      setzen({ ...jetzt(), nahe: '' }, 'neu');
    },
  });
  const treffer = createTrefferAnsicht(bestand, bereich, t, {
    aufKarte: (row) => {
      if (!zustand.karte) setzen({ ...jetzt(), karte: true }, 'neu');
      void karte.zeigeAngebot(row);
    },
    mehr: () => merken({ gezeigt: treffer.gezeigt() }),
  });
  const karte = createKartenRahmen(bestand, konfig, bereich, t, {
    umschalten: () => setzen({ ...jetzt(), karte: !zustand.karte }, 'neu'),
    inListe: (row) => treffer.hervorheben(row),
  });

  /** Searches and shows; a newer search overtakes an older one. */
  const zeigen = async (merkzettel: Merkzettel = {}) => {
    const nr = ++lauf;
    // Says that it takes a while only when it does.
    const warten = setTimeout(() => meldungen.status(t('suche.sucht')), 400);
    const fund = await finder.finden(zustand.q);
    clearTimeout(warten);
    if (nr !== lauf) return;
    const standpunkt = naehe.zeigen(zustand.nahe, geraet);
    const ergebnis = suchlauf(bestand, zustand, fund.rows, standpunkt);
    filter.zeigen(zustand.filter, ergebnis.zahlen);
    treffer.zeigen(ergebnis.treffer, merkzettel.gezeigt);
    sortierung.value = sortierungVon(zustand, standpunkt !== undefined);
    sortierung.querySelector<HTMLOptionElement>('[value=naehe]')!.disabled = !standpunkt;
    // While the search is disturbed, „0 Angebote“ would be a lie.
    const ungewiss = fund.stoerung !== undefined && ergebnis.treffer.length === 0;
    if (ungewiss) meldungen.status(t('suche.gestoert.titel'));
    else meldungen.anzahl(ergebnis.treffer.length, zustand);
    meldungen.stoerung(fund.stoerung);
    if (ergebnis.treffer.length > 0 || ungewiss) meldungen.nichtLeer();
    else {
      const wege = auswege(bestand, zustand, fund.rows);
      meldungen.leer(bestand, zustand, wege, (neu = { ...LEER, karte: zustand.karte }) => {
        feld.value = neu.q;
        setzen(neu, 'neu');
        bereich('status').focus();
      });
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]'))
      link.hash = location.hash;
    await karte.zeigen(zustand.karte, ergebnis.treffer);
    if (merkzettel.y !== undefined && nr === lauf)
      scrollTo({ top: merkzettel.y, behavior: 'instant' });
  };

  const uebernehmen = () => {
    const { fragment, merkzettel } = lesen();
    const { standort } = merkzettel;
    geraet = standort && { lat: standort[0], lon: standort[1], ungefaehr: standort[2] === 1 };
    zustand = parseZustand(fragment, bestand.facetten);
    feld.value = zustand.q;
    void zeigen(merkzettel);
  };

  let ruhe: ReturnType<typeof setTimeout> | undefined;
  feld.addEventListener('input', () => {
    clearTimeout(ruhe);
    ruhe = setTimeout(() => setzen(jetzt(), 'ersetzen'), TIPP_RUHE_MS);
  });
  bereich('formular').addEventListener('submit', () => {
    clearTimeout(ruhe);
    setzen(jetzt(), 'ersetzen');
    // Puts the keyboard of a phone away.
    if (matchMedia('(pointer: coarse)').matches) feld.blur();
  });
  sortierung.addEventListener('change', () =>
    setzen({ ...jetzt(), sort: sortierung.value as NonNullable<Suchzustand['sort']> }, 'neu'),
  );
  bereich('fertig').addEventListener('click', () => {
    bereich<HTMLDetailsElement>('filter').open = false;
    bereich('status').focus();
  });
  finder.beiStoerung(() => void zeigen());
  verfolgen(() => {
    // A jump within the page, as to its content, is no other search: the address gets its search back.
    if (/^#[^=]+$/.test(location.hash)) schreiben(zustand, lesen().merkzettel, 'ersetzen');
    else uebernehmen();
  });
  const frueh = jetzt();
  uebernehmen();
  if (getippt()) {
    feld.value = frueh.q;
    setzen(jetzt(), 'ersetzen');
  }
}
