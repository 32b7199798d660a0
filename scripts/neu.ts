/**
 * Makes a new offer, provider or place: asks for what is needed, or takes it from options.
 *
 *     npm run neu [-- angebot|anbieter|ort] [--titel … --anbieter … --thema a,b … --ja] [--fragen]
 *
 * Nothing is written before the last answer, and nothing that exists is overwritten.
 *
 * PORTAL_INHALT  content folder (default `content`)
 * Exit code 1 where a file could not be written, 2 where the call is wrong, 130 where somebody gave up.
 */
import { dirname, join, relative, sep } from 'node:path';
import { type Befund, fehlerIn } from '../src/domain/befund.ts';
import { aehnlicheZu, GRUND_WORTE, type Kandidat } from '../src/katalog/dubletten.ts';
import { einwandGegenName } from '../src/katalog/content-files.ts';
import { readEintraege } from '../src/katalog/read-katalog.ts';
import { unterkunftOffen } from '../src/katalog/rules/unterkunft-offen.ts';
import { vertraulich } from '../src/katalog/rules/vertraulich.ts';
import { vertraulichAnderswo } from '../src/katalog/rules/vertraulich-anderswo.ts';
import { inhaltsordner } from '../src/katalog/umgebung.ts';
import { formatEintrag } from '../src/katalog/schreiben.ts';
import { liesAufruf } from './lib/aufruf.ts';
import { Abbruch, createDialog } from './lib/dialog.ts';
import { ende } from './lib/ende.ts';
import { FORMATE } from './lib/format-befunde.ts';
import {
  type Antworten,
  isNeuArt,
  type NeuArt,
  felderAus,
  type Frage,
  FRAGEN,
  formatWahl,
  frageZu,
  isVertraulich,
  istZuStellen,
  liesAntwort,
  pruefeEintrag,
  schlageKennungVor,
} from './lib/neu.ts';
import { befundeMit } from './lib/probe.ts';
import { legeDateiAn, legeOrdnerAn } from './lib/schreibe-datei.ts';
import { ohneSteuerzeichen } from './lib/steuerzeichen.ts';

const HILFE = `Aufruf:
  npm run neu                 fragt nach einem neuen Angebot
  npm run neu -- anbieter     fragt nach einem neuen Anbieter
  npm run neu -- ort          fragt nach einem neuen Ort
Ohne Fragen, für Skripte:
${(['angebot', 'anbieter', 'ort'] as const).map((art) => `  npm run neu -- ${art} ${optionen(art)} [--id …] --ja`).join('\n')}
--fragen stellt die Fragen auch dort, wo kein Terminal erkannt wird (Git Bash unter Windows).`;

const ORDNER = { angebot: 'angebote', anbieter: 'anbieter', ort: 'orte' } as const;

/** More would push the question off the screen. */
const KURZE_LISTE = 30;

const { art, optionswerte, ja, fragen, stichtag } = readAufruf();
const inhalt = inhaltsordner();
const { eintraege, fundstellen, befunde } = readEintraege(inhalt);
if (!eintraege) ende(FORMATE.text(fehlerIn(befunde)), 1);
const kontext = { eintraege, stichtag };
const dialog = !ja && (process.stdin.isTTY || fragen) ? createDialog() : undefined;

try {
  await legeAn();
} catch (error) {
  if (!(error instanceof Abbruch)) throw error;
  console.error('\nAbgebrochen. Es wurde nichts geschrieben.');
  process.exitCode = 130;
} finally {
  dialog?.schliesse();
}

async function legeAn(): Promise<void> {
  const dateien = await entwirf(art, optionswerte);
  if (!dateien) return console.log('Es wurde nichts geschrieben.');
  for (const { pfad, inhalt } of dateien)
    console.log(`\n${pfad}\n\n${inhalt.replace(/^/gm, '    ').trimEnd()}`);
  console.log();
  const verraten = verrateneOrte(dateien);
  const sichere = fehlerIn(verraten);
  if (sichere.length > 0) ende(`Das wird nicht angelegt.\n\n${FORMATE.text(sichere)}`, 1);
  for (const { meldung, tipp } of verraten) console.log(`Bitte prüfen: ${meldung}\n${tipp}\n`);
  if (!dialog && !ja) ende('Es ist alles da. Zum Anlegen ohne Rückfrage bitte --ja ergänzen.');
  if (dialog && !(await dialog.bestaetige('So anlegen?')))
    return console.log('Es wurde nichts geschrieben.');
  for (const { pfad, inhalt } of dateien) {
    try {
      legeOrdnerAn(dirname(pfad));
      legeDateiAn(pfad, inhalt);
      console.log(`Angelegt: ${pfad}`);
    } catch (error) {
      console.error((error as Error).message);
      process.exitCode = 1;
      return;
    }
  }
  console.log(`
Wie es weitergeht:
  1. Öffnen Sie die Datei und ergänzen Sie, was Sie noch wissen (docs/redaktion.md, „Die Felder“).
  2. Prüfen: npm run check
  3. Vorschlagen: mit Git (docs/fachstelle/eigener-rechner.md), oder den Inhalt im Browser als neue Datei einfügen.`);
}

/** Where the files would, or may, say where a shelter is: on the disk, that is half-way into the public history. */
function verrateneOrte(dateien: readonly Entwurf[]): Befund[] {
  const texte = new Map(
    dateien.map(({ pfad, inhalt: text }) => [relative(inhalt, pfad).replaceAll(sep, '/'), text]),
  );
  const regeln = [vertraulich, vertraulichAnderswo, unterkunftOffen].map(({ name }) => name);
  return befundeMit(texte, inhalt, kontext.stichtag).filter(
    ({ datei, regel }) => texte.has(datei) && regeln.includes(regel),
  );
}

interface Entwurf {
  id: string;
  pfad: string;
  inhalt: string;
}

/** The files to write, a new provider before its offer; undefined where it turns out that there is one already. */
async function entwirf(
  art: NeuArt,
  vorgaben: Readonly<Record<string, string>>,
): Promise<Entwurf[] | undefined> {
  const vorher: Entwurf[] = [];
  const antworten = await sammle(art, vorgaben, vorher);
  if (isVertraulich(antworten, kontext.eintraege))
    console.log(
      '\nDieses Angebot ist vertraulich: Wo es ist, darf in keiner Zeile stehen. Wählen Sie Titel und Kennung neutral.',
    );
  const { felder, kandidat } = await bisEsStimmt(art, antworten, vorher);
  const andere = await unterscheide(kandidat);
  if (!andere) return undefined;
  if (andere.length > 0) felder['kein_duplikat'] = andere;
  const id = await kennungFuer(art, antworten, vorgaben['id']);
  const text = typeof antworten['text'] === 'string' ? antworten['text'] : undefined;
  return [
    ...vorher,
    {
      id,
      pfad: join(inhalt, ORDNER[art], `${id}.${art === 'angebot' ? 'md' : 'yaml'}`),
      inhalt: formatEintrag(art, felder, text),
    },
  ];
}

/**
 * The entry that the answers make. Where they do not go together, it asks one of them again: the others are not lost.
 * @param vorher receives the file of a provider that was made on the way
 */
async function bisEsStimmt(
  art: NeuArt,
  antworten: Antworten,
  vorher: Entwurf[],
): Promise<{ felder: Record<string, unknown>; kandidat: Kandidat }> {
  for (;;) {
    const felder = felderAus(art, antworten, kontext.eintraege);
    const geprueft = pruefeEintrag(art, felder);
    if ('kandidat' in geprueft) return { felder, kandidat: geprueft.kandidat };
    const { einwaende } = geprueft;
    const fragliche = einwaende.find(({ pfad }) => frageZu(art, pfad));
    if (!dialog || !fragliche) return ende(einwaende.map(({ satz }) => satz).join('\n'));
    console.log();
    beanstande(fragliche.satz);
    const frage = frageZu(art, fragliche.pfad)!;
    const antwort = await frageNach(frage, vorher);
    if (antwort === undefined) delete antworten[frage.name];
    else antworten[frage.name] = antwort;
  }
}

/** Says what is wrong: nobody who answers questions loses the answers for it. Without questions it ends the program. */
function beanstande(satz: string): void {
  if (!dialog) ende(satz);
  console.log(`  ${ohneSteuerzeichen(satz)}`);
}

/**
 * All answers, from options or from whoever sits there.
 * @param vorher receives the files of entries that were made on the way
 */
async function sammle(
  art: NeuArt,
  vorgaben: Readonly<Record<string, string>>,
  vorher: Entwurf[],
): Promise<Antworten> {
  const antworten: Antworten = {};
  const fehlende: string[] = [];
  for (const frage of FRAGEN[art]) {
    const { name, pflicht } = frage;
    const vorgabe = vorgaben[name];
    if (!istZuStellen(frage, antworten, kontext.eintraege)) {
      if (vorgabe !== undefined)
        beanstande(
          `--${name} geht nur zusammen mit genau einer Stadt oder Gemeinde (--gebiet) und nie bei einem vertraulichen Angebot.`,
        );
      continue;
    }
    const vorgegeben = vorgabe === undefined ? undefined : liesAntwort(frage, vorgabe, kontext);
    if (vorgegeben && 'einwand' in vorgegeben) beanstande(`--${name}: ${vorgegeben.einwand}`);
    if (vorgegeben && 'wert' in vorgegeben) antworten[name] = vorgegeben.wert;
    else if (dialog) {
      const antwort = await frageNach(frage, vorher);
      if (antwort !== undefined) antworten[name] = antwort;
    } else if (pflicht) fehlende.push(`--${name}`);
  }
  if (fehlende.length > 0)
    ende(`Es fehlt: ${fehlende.join(', ')}. Gefragt wird nur in einem Terminal.\n\n${HILFE}`);
  return antworten;
}

/**
 * Asks until the answer is one; undefined where it was left out.
 * @param vorher receives the file of a provider that was made instead of chosen
 */
async function frageNach(frage: Frage, vorher: Entwurf[]): Promise<string | string[] | undefined> {
  const { name, frage: worte, pflicht, mehrere, auswahl } = frage;
  const liste = auswahl?.(kontext.eintraege) ?? [];
  const zeigeListe = () => {
    for (const eine of liste) console.log(`  ${ohneSteuerzeichen(formatWahl(eine, liste))}`);
  };
  const lang = liste.length > KURZE_LISTE;
  const hilfen = [
    liste.length > 0 && `Nummer oder Teil des Wortes${mehrere ? ', mehrere mit Komma' : ''}`,
    lang && '„?“ zeigt alle',
    name === 'anbieter' && '„neu“ legt einen an',
    !pflicht && 'Eingabetaste: weglassen',
  ].filter(Boolean);
  console.log(`\n${worte}${hilfen.length > 0 ? ` (${hilfen.join('; ')})` : ''}`);
  if (!lang) zeigeListe();
  for (;;) {
    const eingabe = (await dialog!.frage('> ')).trim();
    if (eingabe === '' && !pflicht) return undefined;
    if (eingabe === '?' && liste.length > 0) {
      zeigeListe();
      continue;
    }
    if (eingabe.toLowerCase() === 'neu' && name === 'anbieter') {
      const [entwurf] = (await entwirf('anbieter', {})) ?? [];
      if (!entwurf) continue;
      vorher.push(entwurf);
      return entwurf.id;
    }
    const antwort = liesAntwort(frage, eingabe, kontext);
    if ('wert' in antwort) {
      const gewaehlt = liste.filter(({ id }) => [antwort.wert].flat().includes(id));
      if (gewaehlt.length > 0)
        console.log(`  = ${ohneSteuerzeichen(gewaehlt.map((eine) => eine.name).join(', '))}`);
      return antwort.wert;
    }
    beanstande(antwort.einwand);
  }
}

/**
 * Shows what may be the same.
 * @returns ids of what somebody says is something else; undefined where it is the same
 */
async function unterscheide(kandidat: Kandidat): Promise<string[] | undefined> {
  const aehnliche = aehnlicheZu(kandidat, kontext.eintraege);
  if (aehnliche.length === 0) return [];
  console.log('\nDas gibt es vielleicht schon:');
  for (const { id, gruende } of aehnliche) {
    const datei = fundstellen.dokument(kandidat.art, id)?.datei ?? id;
    const worte = gruende.map((grund) => GRUND_WORTE[grund]).join(', ');
    console.log(`  ${ohneSteuerzeichen(datei)}: ${worte}`);
  }
  // Nobody has looked at them: the check will ask.
  if (!dialog) return [];
  const anderes = await dialog.bestaetige(
    'Ist es etwas anderes und soll trotzdem angelegt werden?',
  );
  return anderes ? aehnliche.map(({ id }) => id) : undefined;
}

async function kennungFuer(art: NeuArt, antworten: Antworten, vorgabe?: string): Promise<string> {
  const einwandGegen = (id: string): string | undefined => {
    if (fundstellen.gibtEs(art, id))
      return `„${id}“ gibt es schon; vorhandene Dateien werden nie überschrieben.`;
    const einwand = einwandGegenName(id, art);
    return einwand && `${einwand.meldung} ${einwand.tipp}`;
  };
  const vorschlag = schlageKennungVor(art, antworten, kontext.eintraege);
  const vorgegeben = vorgabe ?? (dialog ? undefined : vorschlag);
  if (vorgegeben !== undefined) {
    const einwand = einwandGegen(vorgegeben);
    if (!einwand) return vorgegeben;
    beanstande(`--id: ${einwand}`);
  }
  console.log('\nKennung: Sie wird Dateiname und Adresse und ändert sich nie wieder.');
  for (;;) {
    const eingabe = (await dialog!.frage(vorschlag ? `[${vorschlag}] > ` : '> ')).trim();
    const id = eingabe || vorschlag;
    const einwand = einwandGegen(id);
    if (!einwand) return id;
    beanstande(einwand);
  }
}

function optionen(art: NeuArt): string {
  return FRAGEN[art]
    .map(({ name, pflicht, mehrere }) => [`--${name} ${mehrere ? 'a,b' : '…'}`, pflicht] as const)
    .map(([option, pflicht]) => (pflicht ? option : `[${option}]`))
    .join(' ');
}

function readAufruf() {
  const namen = [
    ...new Set(Object.values(FRAGEN).flatMap((alle) => alle.map(({ name }) => name))),
    'id',
  ];
  return liesAufruf(
    HILFE,
    {
      options: {
        ...Object.fromEntries(namen.map((name) => [name, { type: 'string' as const }])),
        ja: { type: 'boolean', default: false },
        fragen: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    },
    ({ values, positionals }, stichtag) => {
      const { ja, fragen, ...optionswerte } = values as Record<string, string> & {
        ja: boolean;
        fragen: boolean;
      };
      const [art = 'angebot', ...weitere] = positionals;
      if (!isNeuArt(art) || weitere.length > 0)
        throw new Error(`„${positionals.join(' ')}“ kann nicht angelegt werden.`);
      const bekannte = [...FRAGEN[art].map(({ name }) => name), 'id'];
      const fremde = Object.keys(optionswerte).filter((name) => !bekannte.includes(name));
      if (fremde.length > 0) throw new Error(`--${fremde[0]} gibt es bei „${art}“ nicht.`);
      return {
        art,
        optionswerte: optionswerte as Record<string, string>,
        ja,
        fragen,
        stichtag,
      };
    },
  );
}
