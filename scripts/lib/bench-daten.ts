/** What the open data cost: time and memory for so many offers. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

export interface DatenMessung {
  /** Offers. */
  anzahl: number;
  dateien: number;
  /** Written, in millions of characters. */
  mb: number;
  cpuSekunden: number;
  /** Beyond what the offers themselves take, at its most. */
  zusaetzlichMb: number;
}

/** Writes the open data of so many offers, each time in a process of its own that may use no more than half a gigabyte. */
export function measureDaten(anzahlen: readonly number[], ziel: string): DatenMessung[] {
  return anzahlen.map((anzahl) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        '--expose-gc',
        '--max-old-space-size=512',
        'scripts/lib/bench-daten-lauf.ts',
        String(anzahl),
        ziel,
      ],
      { encoding: 'utf8' },
    );
    rmSync(ziel, { recursive: true, force: true });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as DatenMessung;
  });
}

/** How the time grows with the number: 1 is linear. */
export function wachstum(messungen: readonly DatenMessung[]): number {
  const [erste, letzte] = [messungen[0]!, messungen.at(-1)!];
  return Math.log(letzte.cpuSekunden / erste.cpuSekunden) / Math.log(letzte.anzahl / erste.anzahl);
}
