/** What a program costs: time, processor time, memory. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { STICHTAG } from './inhalt.ts';

export interface Kosten {
  sekunden: number;
  /** Processor time of the program and all that it starts, user and system. */
  cpuSekunden: number;
  /** Most memory that all its processes held at one time (MB; what they share counts once: PSS); undefined where there is no /proc. */
  mb: number | undefined;
}

export interface Lauf {
  befehl: string;
  args: readonly string[];
  /** Added to the environment. */
  env?: Readonly<Record<string, string>>;
  /** Folder it runs in. */
  ordner?: string;
}

/** Asking the system for the memory of a large process stops it for some milliseconds. */
const TAKT_MS = 1000;
const SIGNALE = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs a program to its end.
 * @param fristMs it is ended after so long
 * @returns undefined where it was ended
 * @throws Error with its output where it fails
 */
export async function messe(lauf: Lauf, fristMs: number): Promise<Kosten | undefined> {
  const start = performance.now();
  // `times` of the shell counts the program and all it has waited for; the line about the shell itself comes first.
  const child = spawn(
    'sh',
    ['-c', '"$@"; s=$?; times >&3; exit $s', 'sh', lauf.befehl, ...lauf.args],
    {
      cwd: lauf.ordner,
      env: { ...process.env, ...lauf.env },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      detached: true,
    },
  );
  let ausgabe = '';
  let zeiten = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (stueck) => (ausgabe = (ausgabe + stueck).slice(-5000)));
  child.stdio[3]!.on('data', (stueck) => (zeiten += stueck));
  let mb = 0;
  const takt = setInterval(() => (mb = Math.max(mb, speicher(child.pid!))), TAKT_MS);
  // The whole group: what it has started must not go on either.
  const beende = () => process.kill(-child.pid!, 'SIGKILL');
  const abbruch = () => {
    beende();
    process.exit(130);
  };
  for (const signal of SIGNALE) process.once(signal, abbruch);
  let zuLang = false;
  const frist = setTimeout(() => {
    zuLang = true;
    beende();
  }, fristMs);
  const code = await new Promise<number>((done, fail) => {
    child.on('error', fail);
    child.on('close', (ende) => done(ende ?? 1));
  });
  clearInterval(takt);
  clearTimeout(frist);
  for (const signal of SIGNALE) process.off(signal, abbruch);
  if (zuLang) return undefined;
  if (code !== 0) throw new Error(`${lauf.befehl} ${lauf.args.join(' ')}\n${ausgabe}`);
  return {
    sekunden: (performance.now() - start) / 1000,
    cpuSekunden: liesTimes(zeiten),
    mb: mb || undefined,
  };
}

/** No script takes that long. */
const HOECHSTENS_MS = 60 * 60_000;

/** Runs one of our scripts to its end, on the day of made-up content. @throws as {@link messe} */
export async function messeSkript(
  skript: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Kosten> {
  const lauf = { befehl: process.execPath, args: [skript, ...args], env: { STICHTAG, ...env } };
  return (await messe(lauf, HOECHSTENS_MS))!;
}

/** The second line of the shell's `times`, „1m2.34s 0m0.56s“, in seconds. */
export function liesTimes(text: string): number {
  const [, kinder = ''] = text.trim().split('\n');
  return [...kinder.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (summe, [, minuten, sekunden]) => summe + 60 * Number(minuten) + Number(sekunden),
    0,
  );
}

/** What a process and all below it hold now, in MB. Nothing where /proc does not tell: it has just ended, or this is no Linux. */
function speicher(pid: number): number {
  try {
    const karte = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const kinder = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return kinder.reduce(
      (summe, kind) => summe + speicher(Number(kind)),
      Number(/^Pss:\s+(\d+)/m.exec(karte)?.[1] ?? 0) / 1000,
    );
  } catch {
    return 0;
  }
}

/**
 * How cost grows with size: 1 is linear, 2 means twice as much costs four times.
 * @param klein size and cost
 * @param gross size and cost of something larger
 */
export function exponent(
  klein: readonly [number, number],
  gross: readonly [number, number],
): number {
  return Math.log(gross[1] / klein[1]) / Math.log(gross[0] / klein[0]);
}

/** Of an even number of values the upper of the two in the middle. Not for an empty list. */
export function median(werte: readonly number[]): number {
  return mitte(werte, (wert) => wert);
}

/** What has the median of a value, see {@link median}. */
export function mitte<T>(alle: readonly T[], wert: (eines: T) => number): T {
  return alle.toSorted((a, b) => wert(a) - wert(b))[Math.floor(alle.length / 2)]!;
}
