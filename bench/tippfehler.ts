/**
 * How often the search reads a word with one typing error as the word that was meant, what it loads to do so, and how often it would have
 * read it otherwise, had it loaded all words with the same first letter.
 *
 *     npm run bench -- tippfehler
 *
 * Errors are made up: a letter added, left out, changed or swapped with the next. Words are those of the Wortschatz as it is compared,
 * that is stems; what is read as another form of the word meant counts as missed.
 */
import { lesen } from '../src/browser/lesen.ts';
import { naechsteWorte } from '../src/browser/naechstes-wort.ts';
import { createNachschlagewerk } from '../src/browser/nachschlagen.ts';
import { readKatalog } from '../src/katalog/read-katalog.ts';
import { formen, stamm } from '../src/suche/analyse/stamm.ts';
import { toSuchteile } from '../src/suche/suchteile.ts';
import { parseZeile } from '../src/suche/wortzeile.ts';
import { createLos, type Los } from './zufall.ts';

/** Shorter words are never corrected. */
const MIN_LAENGE = 5;
const JE_WORT = 4;
/** Most errors leave the first letter alone. */
const ANTEIL_ERSTER = 0.1;

/** @returns a table in Markdown, of the content of PORTAL_INHALT */
export async function formatTippfehler(): Promise<string> {
  const { katalog } = readKatalog();
  if (!katalog) throw new Error('The content cannot be read; see npm run check.');
  const { woerter, gefahr: gefahrworte, teile } = toSuchteile(katalog);
  const texte = woerter.map((_, nr) => teile.get(`w${nr}`)!() as string);
  const alle = texte
    .flatMap((text) => text.split('\n').map((zeile) => parseZeile(zeile)))
    .filter(([wort]) => wort.length >= MIN_LAENGE && !/\p{N}/u.test(wort));
  const gefahr = alle.filter(([, { ziele }]) => ziele.some((ziel) => ziel.startsWith('gefahr=')));
  const ganzes = createNachschlagewerk({
    woerter,
    ladeTeil: async (teil) => texte[Number(teil.slice(1))]!,
  });
  await ganzes.lade(alle.map(([wort]) => wort));
  const los = createLos(1);
  const zufaellige = alle.flatMap(([wort]) =>
    Array.from({ length: JE_WORT }, () => [wort, einFehler(wort, los)] as const),
  );
  const saemtliche = gefahr.flatMap(([wort]) =>
    [...new Set(jederFehler(wort))].map((getippt) => [wort, getippt] as const),
  );

  const messe = async (name: string, fehler: readonly (readonly [string, string])[]) => {
    let gelesen = 0;
    let geladen = 0;
    let ohne = 0;
    let anders = 0;
    for (const [wort, getippt] of fehler) {
      let jetzt = 0;
      const werk = createNachschlagewerk({
        woerter,
        gefahr: gefahrworte,
        ladeTeil: async (teil) => {
          jetzt++;
          return texte[Number(teil.slice(1))]!;
        },
      });
      await werk.lade(formen(getippt));
      const zuerst = jetzt;
      const fertig = { unfertig: false, abwarten: false };
      const lesart = await lesen({ text: getippt, wort: getippt }, fertig, werk);
      if (lesart?.eintraege.some(({ eintrag }) => eintrag.wort === wort)) gelesen++;
      if (lesart?.korrektur) {
        const [naechstes] = naechsteWorte(getippt, stamm(getippt), ganzes.mitAnfang(getippt[0]!));
        if (naechstes && naechstes.eintrag.wort !== lesart.eintraege[0]?.eintrag.wort) anders++;
      }
      geladen += jetzt - zuerst;
      if (jetzt === zuerst) ohne++;
    }
    const prozent = (anzahl: number) => `${((100 * anzahl) / fehler.length).toFixed(1)} %`;
    const mittel = (geladen / fehler.length).toFixed(2);
    return `| ${name} | ${fehler.length} | ${prozent(gelesen)} | ${mittel} | ${prozent(ohne)} | ${anders} |`;
  };
  return `| Words | Errors | Read as the word | More parts loaded, mean | None | Read otherwise |
|---|---|---|---|---|---|
${await messe(`${alle.length}, ${JE_WORT} errors each by chance`, zufaellige)}
${await messe(`${gefahr.length} of danger, each error there is`, saemtliche)}`;
}

function einFehler(wort: string, los: Los): string {
  const stelle = los.trifft(ANTEIL_ERSTER) ? 0 : los.zahl(1, wort.length - 1);
  return los.eines(fehlerAn(wort, stelle, [los.eines(alphabet(wort))]));
}

function jederFehler(wort: string): string[] {
  return [...wort].flatMap((_, stelle) => fehlerAn(wort, stelle, alphabet(wort)));
}

/** @param dafuer letters that come in between, or in place of one */
function fehlerAn(wort: string, stelle: number, dafuer: readonly string[]): string[] {
  const davor = wort.slice(0, stelle);
  const danach = wort.slice(stelle + 1);
  const einer = wort[stelle]!;
  const vertauscht = danach ? [davor + danach[0]! + einer + danach.slice(1)] : [];
  return [
    davor + danach,
    ...vertauscht,
    ...dafuer.flatMap((anderer) => [davor + anderer + danach, davor + anderer + einer + danach]),
  ].filter((getippt) => getippt !== wort);
}

/** The letters of its script. */
function alphabet(wort: string): string[] {
  if (/[a-z]/.test(wort)) return [...'abcdefghijklmnopqrstuvwxyz'];
  if (/\p{Script=Arabic}/u.test(wort)) return [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];
  return [...'абвгґдежзиіїйклмнопрстуфхцчшщьюя'];
}
