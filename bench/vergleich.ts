/** Our build against Hugo, Eleventy and the floor: the same offers, pages of the same weight, in one table. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { bearbeite, schreibeInhalt, STICHTAG } from './inhalt.ts';
import { exponent, type Kosten, type Lauf, median, messe } from './messen.ts';
import { wandleUm } from './umwandeln.ts';

/** All of it, with the making of the content: what a run on two cores may take. */
const INSGESAMT_MS = 14.5 * 60_000;
/** Rounds, while they are quick: there the rest of the machine is heard most. */
const RUNDEN = 3;
const RUNDEN_MS = 30_000;
export const ANZAHLEN: readonly number[] = [500, 5000, 20_000];
const ORDNER = resolve('.tmp/bench');
const PAGEFIND = resolve('node_modules/pagefind/lib/runner/bin.cjs');
const ELEVENTY = resolve('bench/node_modules/@11ty/eleventy/cmd.cjs');

interface Kandidat {
  name: string;
  /** Where its pages are written, below the folder of this size. */
  ausgabe: string;
  /** Goes on with what that one has just made; the costs of both count, unless it does the same again. */
  nach?: string;
  /** What has happened meanwhile: the costs are those of doing it again. */
  geschehen?: (ordner: string) => void;
  lauf(ordner: string): Lauf;
}

const unsere = (ordner: string, ausgabe: string) => ({
  NODE_ENV: 'production',
  ASTRO_TELEMETRY_DISABLED: '1',
  PORTAL_INHALT: join(ordner, 'inhalt'),
  PORTAL_ZIEL: join(ordner, ausgabe),
  STICHTAG,
});

/** What is to be found: the offers. */
const GLOB = 'angebote/*/index.html';

const GANZ = 'Ours, whole: check, pages, search, exports, packages, checks';
const NOCHMAL = 'Ours, whole, again after 1 % of the offers have changed';

/** What has to be compared first comes first: of many offers, not all can be measured in the time there is. */
const KANDIDATEN: readonly Kandidat[] = [
  {
    name: 'Floor: read, parse, template literal, write',
    ausgabe: 'aus-boden',
    lauf: (ordner) => ({
      befehl: process.execPath,
      args: ['bench/boden.ts', join(ordner, 'eleventy/angebote'), join(ordner, 'aus-boden')],
    }),
  },
  {
    name: 'Hugo, pages',
    ausgabe: 'aus-hugo',
    lauf: (ordner) => ({
      befehl: 'hugo',
      args: [
        '--quiet',
        '--source',
        join(ordner, 'hugo'),
        '--destination',
        join(ordner, 'aus-hugo'),
      ],
    }),
  },
  {
    name: 'Ours, pages',
    ausgabe: 'aus-seiten',
    lauf: (ordner) => ({
      befehl: process.execPath,
      args: ['bench/seiten.ts', join(ordner, 'inhalt'), join(ordner, 'aus-seiten')],
      env: unsere(ordner, 'aus-seiten'),
    }),
  },
  {
    name: 'Hugo, pages, and Pagefind',
    ausgabe: 'aus-hugo',
    nach: 'Hugo, pages',
    lauf: (ordner) => ({
      befehl: process.execPath,
      args: [PAGEFIND, '--silent', '--site', join(ordner, 'aus-hugo'), '--glob', GLOB],
    }),
  },
  {
    name: 'Ours, pages, and search',
    ausgabe: 'aus-gleichem',
    lauf: (ordner) => ({
      befehl: process.execPath,
      args: ['bench/seiten.ts', join(ordner, 'inhalt'), join(ordner, 'aus-gleichem'), 'suche'],
      env: unsere(ordner, 'aus-gleichem'),
    }),
  },
  {
    name: GANZ,
    ausgabe: 'aus-ganz',
    lauf: (ordner) => ({
      befehl: process.execPath,
      args: ['scripts/build.ts'],
      env: { ...unsere(ordner, 'aus-ganz'), PORTAL_NEU: 'ja' },
    }),
  },
  {
    name: NOCHMAL,
    ausgabe: 'aus-ganz',
    nach: GANZ,
    geschehen: (ordner) => bearbeite(join(ordner, 'inhalt')),
    lauf: (ordner) => ({
      befehl: process.execPath,
      args: ['scripts/build.ts'],
      env: unsere(ordner, 'aus-ganz'),
    }),
  },
  {
    name: 'Eleventy, pages',
    ausgabe: 'eleventy/_ausgabe',
    lauf: (ordner) => ({
      befehl: process.execPath,
      // At 20 000 offers it ends with Node's own limit, and takes minutes to end with this.
      args: ['--max-old-space-size=12000', ELEVENTY, '--quiet'],
      ordner: join(ordner, 'eleventy'),
    }),
  },
];

/** Kinds of pages that all of them write, by where they lie. */
const SEITENARTEN = {
  Offer: 'angebote/*/index.html',
  'Hand-out': '{zettel/angebote,zettel}/*/index.html',
  'Short address': 'a/*/index.html',
  List: '{thema,themen,zuzielgruppen,zuZielgruppen,zielgruppen,angebotsart,angebotsarten,sprachcodes,sprachen,zukommunen,zuKommunen,kommunen,anbieter}/*/index.html',
} as const;

interface Gewicht {
  seiten: number;
  bytes: number;
}

interface Messung extends Kosten {
  gewichte: Record<keyof typeof SEITENARTEN, Gewicht>;
}

/** By the name of the candidate; those that were too slow or are not installed are missing. */
type Messungen = Map<string, Messung>;

/**
 * Measures and words it.
 * @param anzahlen of offers, the smallest first
 * @returns Markdown
 */
export async function vergleiche(anzahlen: readonly number[]): Promise<string> {
  const ende = performance.now() + INSGESAMT_MS;
  const fehlend = await installiere();
  const kandidaten = KANDIDATEN.filter(
    ({ name }) => !fehlend.some((wort) => name.startsWith(wort)),
  );
  // Nobody waits for that: a quarter of a million files take minutes.
  process.once('exit', () => rmSync(ORDNER, { recursive: true, force: true }));
  const alle = new Map<number, Messungen>();
  for (const anzahl of anzahlen) {
    melde(`${anzahl} Angebote: Inhalt …`);
    const ordner = join(ORDNER, String(anzahl));
    rmSync(ordner, { recursive: true, force: true });
    const inhalt = join(ordner, 'inhalt');
    wandleUm(schreibeInhalt(inhalt, anzahl), inhalt, ordner);
    alle.set(anzahl, await messeAlle(kandidaten, anzahl, ordner, ende, alle));
  }
  return [
    maschine(fehlend),
    ...[...alle].map(([anzahl, messungen]) => formatKosten(anzahl, messungen)),
    ...(alle.size > 1 ? [formatWachstum(alle)] : []),
    formatGewichte(alle.get(anzahlen[0]!)!),
  ].join('\n\n');
}

/** Interleaved rounds, so that what else the machine does falls on all of them; the run of median time counts. */
async function messeAlle(
  kandidaten: readonly Kandidat[],
  anzahl: number,
  ordner: string,
  ende: number,
  kleinere: ReadonlyMap<number, Messungen>,
): Promise<Messungen> {
  const laeufe = new Map<string, Messung[]>();
  const start = performance.now();
  for (let runde = 1; runde <= RUNDEN; runde++) {
    if (runde > 1 && performance.now() - start > RUNDEN_MS) break;
    for (const kandidat of kandidaten) {
      const { name, ausgabe, nach, geschehen, lauf } = kandidat;
      const vorher = nach ? laeufe.get(nach)?.[runde - 1] : undefined;
      if (nach && !vorher) continue;
      const uebrig = ende - performance.now();
      const erwartet = erwarteteMs(name, anzahl, laeufe.get(name), kleinere);
      if (erwartet === undefined || erwartet > uebrig) {
        melde(`  ${name}: dafür reicht die Zeit nicht`);
        continue;
      }
      melde(`  Runde ${runde}: ${name} …`);
      const ziel = join(ordner, ausgabe);
      if (!vorher) rmSync(ziel, { recursive: true, force: true });
      geschehen?.(ordner);
      // One that fails must not take the results of the others with it.
      const kosten = await messe(lauf(ordner), uebrig).catch((error: Error) =>
        melde(error.message),
      );
      if (!kosten) continue;
      const alles = geschehen ? kosten : summe(kosten, vorher);
      const messung = { ...alles, gewichte: wiege(ziel) };
      laeufe.set(name, [...(laeufe.get(name) ?? []), messung]);
    }
  }
  return new Map(
    [...laeufe].map(([name, messungen]) => {
      const mitte = median(messungen.map(({ sekunden }) => sekunden));
      return [name, messungen.find(({ sekunden }) => sekunden === mitte)!];
    }),
  );
}

/** Of two steps, the second after the first. */
function summe(kosten: Kosten, vorher: Kosten | undefined): Kosten {
  if (!vorher) return kosten;
  return {
    sekunden: kosten.sekunden + vorher.sekunden,
    cpuSekunden: kosten.cpuSekunden + vorher.cpuSekunden,
    mb: kosten.mb && vorher.mb && Math.max(kosten.mb, vorher.mb),
  };
}

/** How long it will take if it goes on as it did; undefined where it was too slow before. */
function erwarteteMs(
  name: string,
  anzahl: number,
  bisher: readonly Messung[] | undefined,
  kleinere: ReadonlyMap<number, Messungen>,
): number | undefined {
  if (bisher) return bisher[0]!.sekunden * 1000;
  const [vorige, messungen] = [...kleinere].at(-1) ?? [];
  if (!vorige) return 0;
  const messung = messungen!.get(name);
  return messung && (messung.sekunden * 1000 * anzahl) / vorige;
}

function wiege(ordner: string): Messung['gewichte'] {
  const gewichte = Object.entries(SEITENARTEN).map(([art, muster]) => {
    const dateien = globSync(muster, { cwd: ordner });
    const bytes = dateien.reduce((summe, datei) => summe + statSync(join(ordner, datei)).size, 0);
    return [art, { seiten: dateien.length, bytes }];
  });
  return Object.fromEntries(gewichte);
}

/** What is missing after trying to install it: the beginnings of names of candidates. */
async function installiere(): Promise<string[]> {
  if (!existsSync(ELEVENTY)) {
    melde('Installiere Eleventy in bench/ (einmalig) …');
    spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
      cwd: 'bench',
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  return [
    ...(existsSync(ELEVENTY) ? [] : ['Eleventy', 'Floor']),
    ...(version('hugo', ['version']) ? [] : ['Hugo']),
  ];
}

function version(befehl: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(befehl, args, { encoding: 'utf8' });
  return status === 0 ? /\d+\.\d+(\.\d+)?/.exec(stdout)?.[0] : undefined;
}

function maschine(fehlend: readonly string[]): string {
  const paket = (name: string, wo = '.') =>
    (
      JSON.parse(readFileSync(join(wo, 'node_modules', name, 'package.json'), 'utf8')) as {
        version: string;
      }
    ).version;
  const teile = [
    `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`,
    `${Math.round(totalmem() / 1e9)} GB`,
    `Node ${process.versions.node}`,
    `Astro ${paket('astro')}`,
    `Pagefind ${paket('pagefind')}`,
    fehlend.includes('Hugo')
      ? 'Hugo: nicht installiert (Debian: apt-get install hugo)'
      : `Hugo ${version('hugo', ['version'])}`,
    fehlend.includes('Eleventy')
      ? 'Eleventy: nicht installiert (cd bench && npm ci)'
      : `Eleventy ${paket('@11ty/eleventy', 'bench')}`,
  ];
  return `Machine: ${teile.join(', ')}.`;
}

/** What a row is compared with: pages with Hugo, a whole build with Hugo and a search. */
function vergleichZu(name: string): string {
  return /search|Pagefind/.test(name) ? 'Hugo, pages, and Pagefind' : 'Hugo, pages';
}

function formatKosten(anzahl: number, messungen: Messungen): string {
  const zeilen = KANDIDATEN.map(({ name }) => {
    const messung = messungen.get(name);
    if (!messung) return `| ${name} | – | – | – | – | – | – |`;
    const { sekunden, cpuSekunden, mb, gewichte } = messung;
    const seiten = Object.values(gewichte).reduce((summe, art) => summe + art.seiten, 0);
    const zu = messungen.get(vergleichZu(name));
    const verhaeltnis = (eines: number, anderes: number | undefined) =>
      anderes ? `${(eines / anderes).toFixed(1)} ×` : '–';
    return `| ${name} | ${sekunden.toFixed(1)} s | ${cpuSekunden.toFixed(1)} s | ${mb?.toFixed(0) ?? '–'} MB | ${((sekunden * 1000) / seiten).toFixed(2)} ms | ${verhaeltnis(sekunden, zu?.sekunden)} | ${verhaeltnis(cpuSekunden, zu?.cpuSekunden)} |`;
  });
  return `| ${anzahl.toLocaleString('en')} offers | Wall | CPU | Peak memory | Wall per page | Wall, to Hugo | CPU, to Hugo |
|---|---|---|---|---|---|---|
${zeilen.join('\n')}`;
}

function formatWachstum(alle: ReadonlyMap<number, Messungen>): string {
  const zeilen = KANDIDATEN.map(({ name }) => {
    const werte = [...alle].flatMap(([anzahl, messungen]) => {
      const messung = messungen.get(name);
      return messung ? [{ anzahl, ...messung }] : [];
    });
    const [klein, gross] = [werte[0], werte.at(-1)];
    if (!klein || !gross || klein === gross) return `| ${name} | – | – | – | – |`;
    const wachstum = (wert: (messung: Messung) => number | undefined) => {
      const [von, bis] = [wert(klein), wert(gross)];
      return von && bis ? exponent([klein.anzahl, von], [gross.anzahl, bis]).toFixed(2) : '–';
    };
    return `| ${name} | ${klein.anzahl} → ${gross.anzahl} | ${wachstum(({ sekunden }) => sekunden)} | ${wachstum(({ cpuSekunden }) => cpuSekunden)} | ${wachstum(({ mb }) => mb)} |`;
  });
  return `| Growth exponent (1 is linear) | Offers | Wall | CPU | Memory |
|---|---|---|---|---|
${zeilen.join('\n')}`;
}

/** Bytes per page of each kind; what is more than a tenth off ours is marked. */
function formatGewichte(messungen: Messungen): string {
  const unsere = messungen.get(GANZ) ?? messungen.get('Ours, pages');
  const namen = [...messungen.keys()].filter(
    (name) => !name.includes('Pagefind') && name !== NOCHMAL,
  );
  const zeilen = Object.keys(SEITENARTEN).map((art) => {
    const proSeite = (messung: Messung) => {
      const { seiten, bytes } = messung.gewichte[art as keyof typeof SEITENARTEN];
      return seiten === 0 ? 0 : bytes / seiten;
    };
    const werte = namen.map((name) => {
      const messung = messungen.get(name)!;
      if (proSeite(messung) === 0) return '–';
      const ab = unsere ? proSeite(messung) / proSeite(unsere) - 1 : 0;
      const marke =
        Math.abs(ab) > 0.1 ? ` (${ab > 0 ? '+' : '−'}${Math.abs(100 * ab).toFixed(0)} %!)` : '';
      return `${Math.round(proSeite(messung))}${marke}`;
    });
    return `| ${art} | ${werte.join(' | ')} |`;
  });
  return `| Bytes per page | ${namen.map((name) => name.split(':')[0]).join(' | ')} |
|---|${namen.map(() => '---|').join('')}
${zeilen.join('\n')}`;
}

function melde(zeile: string): void {
  console.error(zeile);
}
