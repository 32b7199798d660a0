/** The page of the list: its offers in order, with notes; handing it on; keeping it on the device. */
import { lookUp } from '../i18n/look-up.ts';
import type { Text } from '../i18n/texte.ts';
import {
  formatMerkliste,
  type Gemerktes,
  MAX_GEMERKT,
  MAX_NOTIZ,
  parseMerkliste,
} from '../domain/merkliste.ts';
import type { MerkKonfig } from '../site/merkliste-seite.ts';
import type { Kurzcodes } from '../suche/suchtabelle.ts';
import { fuelleKarte } from './angebot-karte.ts';
import { type Bestand, loadBestand } from './bestand.ts';
import { bereiche, el, knopf, setText } from './dom.ts';
import type { Standpunkt } from './entfernungen.ts';
import { aufGeraet, loescheVomGeraet, vomGeraet } from './merk-geraet.ts';
import { teilen } from './merk-teilen.ts';
import { beobachte, gemerkt, istFremd, setze } from './merkliste.ts';
import { bestimmeStandort, findeKommune } from './standort.ts';

/** While somebody writes; browsers refuse to change an address too often. */
const TIPP_RUHE_MS = 400;

/** The offers and their short names. */
interface Vorrat {
  bestand: Bestand;
  codes: Kurzcodes;
}

/** An entry of the list as it stands on the page. */
interface Eintrag {
  element: HTMLLIElement;
  name: string;
  notiz: HTMLInputElement;
  hoch: HTMLButtonElement;
  runter: HTMLButtonElement;
  entfernen: HTMLButtonElement;
}

const wurzel = document.querySelector('[data-merkseite]');
if (wurzel instanceof HTMLElement) starten(wurzel);

function starten(seite: HTMLElement): void {
  const bereich = bereiche(seite);
  const konfig = JSON.parse(bereich('konfig').textContent) as MerkKonfig;
  const t = lookUp(konfig.locale, konfig.texte) as Text;
  const vorlage = bereich<HTMLTemplateElement>('vorlage').content.querySelector('li')!;
  const liste = bereich('liste');
  const eintraege = new Map<string, Eintrag>();
  /** What was just taken off, and where it stood. */
  let entfernt: { eintraege: readonly Gemerktes[]; stelle: number; zeile: HTMLElement } | undefined;
  let angesehen = false;
  let lauf = 0;

  let vorrat: Promise<Vorrat> | undefined;
  const holen = () => {
    vorrat ??= load(konfig);
    vorrat.catch(() => (vorrat = undefined));
    return vorrat;
  };

  /** Row of an offer, under its code of today or one it had before. */
  const zeileVon = ({ codes }: Vorrat, code: string) =>
    codes.zeilen.indexOf(codes.umgezogen[code] ?? code);

  const nehmeHeraus = (stelle: number, anzahl: number) => {
    const alle = gemerkt();
    const heraus = alle.slice(stelle, stelle + anzahl);
    const name = eintraege.get(heraus[0]!.code)?.name ?? '';
    const text =
      alle.length > anzahl ? t('merk.entfernt', { titel: name }) : t('merk.alle_entfernt');
    const zurueck = knopf(t('merk.rueckgaengig'), () => {
      const jetzt = gemerkt();
      entfernt = undefined;
      setze([...jetzt.slice(0, stelle), ...heraus, ...jetzt.slice(stelle)]);
      void zeigen().then(() => eintraege.get(heraus[0]!.code)?.entfernen.focus());
    });
    entfernt = {
      eintraege: heraus,
      stelle,
      zeile: el('li', { class: 'merk-entfernt' }, el('span', {}, text), ' ', zurueck),
    };
    setze([...alle.slice(0, stelle), ...alle.slice(stelle + anzahl)]);
    void zeigen().then(() => zurueck.focus());
  };

  const verschiebe = (code: string, schritt: 1 | -1) => {
    const neu = [...gemerkt()];
    const von = neu.findIndex((eintrag) => eintrag.code === code);
    const [eintrag] = neu.splice(von, 1);
    neu.splice(von + schritt, 0, eintrag!);
    entfernt = undefined;
    setze(neu);
    const titel = eintraege.get(code)!.name;
    const stelle = von + schritt + 1;
    setText(bereich('meldung'), t('merk.stelle', { titel, stelle, anzahl: neu.length }));
  };

  const createEintrag = ({ bestand, codes }: Vorrat, row: number, code: string): Eintrag => {
    const titel = bestand.karten[row]?.titel;
    const name = titel?.text ?? t('merk.weg');
    const stelle = () => gemerkt().findIndex((eintrag) => eintrag.code === code);
    const handgriff = (text: string, was: string, tun: () => void) =>
      knopf(text, tun, { 'aria-label': `${was}: ${name}`, title: was });
    const hoch = handgriff('↑', t('merk.hoch'), () => verschiebe(code, -1));
    const runter = handgriff('↓', t('merk.runter'), () => verschiebe(code, 1));
    const entfernen = knopf(t('merk.entfernen'), () => nehmeHeraus(stelle(), 1), {
      'aria-label': `${t('merk.entfernen')}: ${name}`,
    });
    const notiz = el('input', { type: 'text', maxlength: MAX_NOTIZ, autocomplete: 'off' });
    let ruhe: ReturnType<typeof setTimeout> | undefined;
    const notiere = () => {
      clearTimeout(ruhe);
      const neu = notiz.value.trim();
      const bisher = gemerkt();
      if (bisher[stelle()]?.notiz !== neu)
        setze(bisher.map((eintrag) => (eintrag.code === code ? { code, notiz: neu } : eintrag)));
    };
    notiz.addEventListener('change', notiere);
    notiz.addEventListener('input', () => {
      clearTimeout(ruhe);
      ruhe = setTimeout(notiere, TIPP_RUHE_MS);
    });
    const element = row < 0 ? createVerlorenes(codes, code) : fuelleKarte(vorlage, bestand, row, t);
    element.querySelector('[data-merken]')?.remove();
    element.append(
      el('label', { class: 'merk-notiz' }, el('span', {}, t('merk.notiz')), notiz),
      el('div', { class: 'merk-griffe' }, hoch, runter, entfernen),
    );
    return { element, name, notiz, hoch, runter, entfernen };
  };

  /** An offer that is in no list any more; nothing on somebody's list disappears without a word. */
  const createVerlorenes = (codes: Kurzcodes, code: string): HTMLLIElement => {
    const abgelegt = codes.abgelegt.includes(codes.umgezogen[code] ?? code);
    const element = el('li', { class: 'karte merk-weg' });
    element.append(el('p', {}, t(abgelegt ? 'merk.abgelegt' : 'merk.weg')));
    if (abgelegt) {
      const href = konfig.kurz.join(code);
      element.append(el('p', {}, el('a', { href }, t('merk.abgelegt_link'))));
    }
    return element;
  };

  /** Puts the entries in order; what already stands in its place is not touched, so that it keeps the focus. */
  const ordneZeilen = (zeilen: readonly HTMLElement[]) => {
    const aktiv = document.activeElement;
    for (const zeile of [...liste.children])
      if (!zeilen.includes(zeile as HTMLElement)) zeile.remove();
    zeilen.forEach((zeile, i) => {
      if (liste.children[i] !== zeile) liste.insertBefore(zeile, liste.children[i] ?? null);
    });
    const eintrag = [...eintraege.values()].find(({ element }) => element.contains(aktiv));
    if (!eintrag || !(aktiv instanceof HTMLElement)) return;
    // At the end of its way a button has nothing more to do; its neighbour takes over.
    const { hoch, runter } = eintrag;
    const ziel =
      aktiv === hoch && hoch.disabled ? runter : aktiv === runter && runter.disabled ? hoch : aktiv;
    if (document.activeElement !== ziel) ziel.focus();
  };

  const zeigeEintraege = (vorhanden: Vorrat, alle: readonly Gemerktes[]) => {
    alle.forEach(({ code, notiz }, i) => {
      const eintrag =
        eintraege.get(code) ?? createEintrag(vorhanden, zeileVon(vorhanden, code), code);
      eintraege.set(code, eintrag);
      if (document.activeElement !== eintrag.notiz) eintrag.notiz.value = notiz;
      eintrag.hoch.disabled = i === 0;
      eintrag.runter.disabled = i === alle.length - 1;
    });
    const zeilen: HTMLElement[] = alle.map(({ code }) => eintraege.get(code)!.element);
    if (entfernt) zeilen.splice(entfernt.stelle, 0, entfernt.zeile);
    ordneZeilen(zeilen);
    const fehlend = alle.filter(({ code }) => zeileVon(vorhanden, code) < 0).length;
    bereich('fehlt').hidden = fehlend === 0;
    setText(bereich('fehlt'), fehlend > 0 ? t('merk.fehlt', { anzahl: fehlend }) : '');
  };

  const zeigen = async (): Promise<void> => {
    const nr = ++lauf;
    const alle = gemerkt();
    bereich('leer').hidden = alle.length > 0;
    bereich('mehr').hidden = alle.length === 0;
    bereich('fremd').hidden = !istFremd() || angesehen;
    zeigeTeilen();
    zeigeGeraet();
    if (alle.length === 0 && !entfernt) {
      ordneZeilen([]);
      bereich('fehlt').hidden = true;
      return setText(bereich('status'), '');
    }
    try {
      const vorhanden = await holen();
      const rows = alle.map(({ code }) => zeileVon(vorhanden, code)).filter((row) => row >= 0);
      await vorhanden.bestand.lade(rows);
      if (nr !== lauf) return;
      zeigeEintraege(vorhanden, alle);
      setText(bereich('status'), '');
    } catch (error) {
      console.error(error);
      setText(bereich('status'), t('suche.gestoert.laden'));
      bereich('status').append(
        ' ',
        knopf(t('suche.gestoert.neu'), () => location.reload()),
      );
    }
  };

  let geteilt = '';
  const zeigeTeilen = () => {
    const alle = gemerkt();
    const frage = bereich('notizen-frage');
    frage.hidden = alle.every(({ notiz }) => !notiz);
    const mit = !frage.hidden && frage.querySelector<HTMLInputElement>('[value=mit]')!.checked;
    const feld = formatMerkliste(mit ? alle : alle.map(({ code }) => ({ code, notiz: '' })));
    const url = new URL(`#${feld}`, location.origin + location.pathname).href;
    // What is open stays open as long as it is true.
    if (url === geteilt) return;
    geteilt = url;
    const titel = document.title;
    bereich('teilen').replaceChildren(teilen({ titel, text: titel, url }, t));
  };
  bereich('notizen-frage').addEventListener('change', zeigeTeilen);

  const zeigeGeraet = () => {
    // What the device keeps is then another list: nothing here is to touch it.
    bereich('geraet').hidden = istFremd();
    const gehalten = vomGeraet() !== undefined;
    setText(bereich('geraet-text'), t(gehalten ? 'merk.geraet.an' : 'merk.geraet.aus'));
    setText(
      bereich('geraet-knopf'),
      t(gehalten ? 'merk.geraet.loeschen' : 'merk.geraet.speichern'),
    );
  };
  bereich('geraet-knopf').addEventListener('click', () => {
    let text = '';
    if (vomGeraet() === undefined) {
      const gehalten = aufGeraet(formatMerkliste(gemerkt()));
      text = t(gehalten ? 'merk.geraet.gespeichert' : 'merk.nicht_gespeichert');
    } else {
      loescheVomGeraet();
      // From now on only the tab knows the newest list.
      setze(gemerkt());
      text = t('merk.geraet.geloescht');
    }
    void zeigen();
    setText(bereich('geraet-meldung'), text);
  });

  const uebernehme = (neu: readonly Gemerktes[]) => {
    const gehalten = setze(neu.slice(0, MAX_GEMERKT), true);
    const text = neu.length > MAX_GEMERKT ? t('merk.voll', { anzahl: MAX_GEMERKT }) : '';
    setText(bereich('meldung'), gehalten ? text : t('merk.nicht_gespeichert'));
    seite.querySelector('h1')!.focus();
  };
  bereich('fremd-ersetzen').addEventListener('click', () => uebernehme(gemerkt()));
  bereich('fremd-dazu').addEventListener('click', () => {
    const eigene = parseMerkliste(vomGeraet() ?? '');
    const bekannt = new Set(eigene.map(({ code }) => code));
    uebernehme([...eigene, ...gemerkt().filter(({ code }) => !bekannt.has(code))]);
  });
  bereich('fremd-ansehen').addEventListener('click', () => {
    angesehen = true;
    bereich('fremd').hidden = true;
    seite.querySelector('h1')!.focus();
  });
  bereich('leeren').addEventListener('click', () => nehmeHeraus(0, gemerkt().length));

  const ordneNachWeg = async (start: Standpunkt, woher: string) => {
    const [{ wegfolge }, vorhanden] = await Promise.all([import('./merk-weg.ts'), holen()]);
    const { bestand } = vorhanden;
    await bestand.ladePunkte();
    const alle = gemerkt();
    const punkte = alle.map(({ code }) => bestand.punkte[zeileVon(vorhanden, code)] ?? []);
    entfernt = undefined;
    setze(wegfolge(punkte, start).map((nr) => alle[nr]!));
    const ohne = punkte.filter((eine) => eine.length === 0).length;
    const rest = ohne > 0 ? ` ${t('merk.ohne_ort', { anzahl: ohne })}` : '';
    setText(bereich('weg-meldung'), woher + rest);
  };
  const nachWeg = (warten: string, tun: () => Promise<void>) => {
    setText(bereich('weg-meldung'), warten);
    tun().catch((error: unknown) => {
      console.error(error);
      setText(bereich('weg-meldung'), t('suche.gestoert.laden'));
    });
  };
  bereich('weg').addEventListener('submit', (event) => {
    event.preventDefault();
    const eingabe = bereich<HTMLInputElement>('weg-ort').value.trim();
    if (!eingabe) return;
    nachWeg(t('suche.laedt'), async () => {
      const [{ createOrtssuche }, { bestand }] = await Promise.all([
        import('./merk-weg.ts'),
        holen(),
      ]);
      const kommune = await findeKommune(bestand, createOrtssuche(bestand), eingabe);
      if (!kommune) setText(bereich('weg-meldung'), t('naehe.nicht_gefunden', { eingabe }));
      else {
        const start = { lat: kommune.lat, lon: kommune.lon, ungefaehr: true };
        await ordneNachWeg(start, t('merk.weg_von', { ort: kommune.name }));
      }
    });
  });
  bereich('weg-standort').hidden = !('geolocation' in navigator);
  bereich('weg-standort').addEventListener('click', () =>
    nachWeg(t('naehe.bestimmt'), async () => {
      const ort = await bestimmeStandort();
      if (typeof ort === 'string') setText(bereich('weg-meldung'), t(ort));
      else await ordneNachWeg(ort, t('merk.weg_von_standort'));
    }),
  );

  beobachte(() => void zeigen());
  if (gemerkt().length > 0) setText(bereich('status'), t('suche.laedt'));
  void zeigen();
}

/** Table and codes; once more past the cache where they do not belong together. */
async function load(konfig: MerkKonfig): Promise<Vorrat> {
  const laden = async (frisch: boolean) => {
    const bestand = await loadBestand(konfig, frisch);
    return { bestand, codes: (await bestand.ladeTeil('c')) as Kurzcodes };
  };
  return laden(false).catch(() => laden(true));
}
